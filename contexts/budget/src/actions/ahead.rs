//! One thread makes what another takes: in order, a few batches ahead, in bounded memory.
use std::{sync::mpsc, thread};

/// The thread that makes the items panicked: what it would still have made is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the thread that reads the file broke down, which is a fault of this program; nothing is imported")]
pub struct BrokeDown;

/// Batches that may wait to be taken.
const BATCHES_MAX: usize = 4;

/// Takes every item in order until one is refused; then making ends too. A batch is full once its items weigh
/// `weight_max` together.
pub(super) fn ahead<T: Send, E: From<BrokeDown>>(
    items: impl Iterator<Item = T> + Send,
    weight_max: usize,
    weigh: impl Fn(&T) -> usize + Send,
    take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    thread::scope(|scope| {
        let (full, batches) = mpsc::sync_channel(BATCHES_MAX);
        let making = scope.spawn(move || make(items, weight_max, weigh, &full));
        // Done, refused or in a panic: this drops the receiver, which ends the other thread.
        let taken = batches.into_iter().flatten().try_for_each(take);
        let made = making.join();
        taken?;
        made.map_err(|_| BrokeDown.into())
    })
}

fn make<T>(
    items: impl Iterator<Item = T>,
    weight_max: usize,
    weigh: impl Fn(&T) -> usize,
    full: &mpsc::SyncSender<Vec<T>>,
) {
    let (mut batch, mut weight) = (Vec::new(), 0);
    for item in items {
        weight += weigh(&item);
        batch.push(item);
        if weight >= weight_max {
            let next = Vec::with_capacity(batch.len());
            if full.send(std::mem::replace(&mut batch, next)).is_err() {
                return;
            }
            weight = 0;
        }
    }
    // Where nobody waits for it any more, the other thread tells why.
    let _ = full.send(batch);
}

#[cfg(test)]
mod tests {
    use std::{
        panic::{AssertUnwindSafe, catch_unwind},
        sync::atomic::{AtomicUsize, Ordering},
    };

    use proptest::prelude::*;

    use super::*;

    #[derive(Debug, PartialEq)]
    enum End {
        Refused(usize),
        Broke,
    }

    impl From<BrokeDown> for End {
        fn from(_: BrokeDown) -> Self {
            Self::Broke
        }
    }

    fn sequential(items: &[usize], refused: Option<usize>) -> (Vec<usize>, Result<(), End>) {
        let taken = items.iter().copied().take_while(|item| Some(*item) != refused).collect::<Vec<_>>();
        let ended = if taken.len() == items.len() { Ok(()) } else { Err(End::Refused(items[taken.len()])) };
        (taken, ended)
    }

    proptest! {
        /// Whatever the batches: as if one thread had done it.
        #[test]
        fn as_in_one_thread(
            items in prop::collection::vec(0_usize..50, 0..400),
            weight_max in 1_usize..200,
            refused in prop::option::of(0_usize..60),
        ) {
            let mut taken = Vec::new();
            let ended = ahead(items.iter().copied(), weight_max, |item| *item, |item| {
                if Some(item) == refused {
                    return Err(End::Refused(item));
                }
                taken.push(item);
                Ok(())
            });
            prop_assert_eq!((taken, ended), sequential(&items, refused));
        }
    }

    #[test]
    fn a_refusal_ends_the_making() {
        let made = AtomicUsize::new(0);
        let endless = (0..).inspect(|_| {
            made.fetch_add(1, Ordering::Relaxed);
        });
        let ended =
            ahead(endless, 10, |_| 1, |item| if item == 25 { Err(End::Refused(item)) } else { Ok(()) });
        assert_eq!(ended, Err(End::Refused(25)));
        assert!(made.into_inner() <= 10 * (BATCHES_MAX + 5));
    }

    #[test]
    fn a_panic_on_either_side_ends_both() {
        let breaks = (0..1000).inspect(|item| assert!(*item < 500, "on purpose"));
        let mut taken = 0;
        let ended = ahead(
            breaks,
            7,
            |_| 1,
            |_| {
                taken += 1;
                Ok::<_, End>(())
            },
        );
        assert_eq!(ended, Err(End::Broke));
        assert!(taken <= 500);
        let taking = || {
            ahead(
                0..,
                7,
                |_| 1,
                |item| -> Result<(), End> {
                    assert_ne!(item, 500, "on purpose");
                    Ok(())
                },
            )
        };
        assert!(catch_unwind(AssertUnwindSafe(taking)).is_err());
    }
}
