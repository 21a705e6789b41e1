//! What a keeper does with letters, and with what goes wrong.
use std::time::Duration;

use jiff::{SignedDuration, ToSpan};
use mail::{ATTEMPTS_MAX, BATCH_MAX, Halt, Letter, Outbox, Report, retry};
use tokio::time::timeout;

use crate::world::{Post, Weather, bench, by_hand, letter, post, row, sender};

fn report(sent: u64, delayed: u64, refused: u64) -> Report {
    Report { sent, delayed, refused, halt: None }
}

#[tokio::test]
async fn the_journal_counts_letters_and_names_nobody() {
    let bench = bench().await;
    post(&bench, &letter("reset/1")).await;
    post(&bench, &letter("reset/2")).await;
    let before = bench.last_seq().await;
    let got = Post::default().keeper().send_until_empty(&bench.ctx).await.unwrap();
    assert_eq!(got, report(2, 0, 0));
    assert_eq!(
        bench.last_seq().await.0,
        before.0 + 1,
        "one act for the batch, none for the empty one after it"
    );
    let entry = journal::entry(&mut *bench.read().await, bench.last_seq().await).await.unwrap().unwrap();
    assert_eq!(entry.command, "mail.record_sendings");
    assert!(entry.leaf.contains(r#""payload":{"delayed":0,"refused":0,"sent":2}"#), "{}", entry.leaf);
    assert!(!entry.leaf.contains('@') && !entry.leaf.contains("reset"), "{}", entry.leaf);
    let sent = row(&bench, "reset/1").await;
    assert_eq!((sent.state.as_str(), sent.attempts), ("sent", 1));
    assert_eq!(sent.sent_at.as_deref(), Some("2026-03-02T14:00:00.000000Z"));
    bench.verify().await;
}

#[tokio::test]
async fn a_letter_is_tried_at_its_times_and_then_refused() {
    let mut bench = bench().await;
    post(&bench, &letter("reset/1")).await;
    let post_office = Post::default();
    post_office.seen().weather.delays = usize::MAX;
    let mut keeper = post_office.keeper();
    for attempt in 1..8 {
        assert_eq!(keeper.send_until_empty(&bench.ctx).await.unwrap(), report(0, 1, 0), "attempt {attempt}");
        let wait = retry(attempt).unwrap();
        let next = bench.ctx.now.checked_add(wait).unwrap();
        let waiting = row(&bench, "reset/1").await;
        assert_eq!((waiting.state.as_str(), waiting.attempts), ("waiting", attempt));
        assert_eq!(waiting.next_try, format!("{next:.6}"));
        assert_eq!(waiting.error.as_deref(), Some("451 4.7.1 try again"));
        bench.set_now(next.checked_sub(SignedDuration::from_micros(1)).unwrap());
        assert_eq!(keeper.send_until_empty(&bench.ctx).await.unwrap(), report(0, 0, 0), "too early");
        bench.set_now(next);
    }
    // The transport of these tests puts a letter off seven times; the eighth is ours.
    post_office.seen().delayed.clear();
    assert_eq!(keeper.send_until_empty(&bench.ctx).await.unwrap(), report(0, 0, 1));
    let refused = row(&bench, "reset/1").await;
    assert_eq!((refused.state.as_str(), refused.attempts), ("refused", i64::try_from(ATTEMPTS_MAX).unwrap()));
    bench.set_now(bench.ctx.now.checked_add((24 * 365).hours()).unwrap());
    assert_eq!(keeper.send_until_empty(&bench.ctx).await.unwrap(), report(0, 0, 0));
    assert_eq!(post_office.carried().len(), 0);
    bench.verify().await;
}

#[tokio::test]
async fn no_letter_keeps_another_from_its_turn() {
    let bench = bench().await;
    for id in ["a", "b", "c", "d"] {
        post(&bench, &letter(id)).await;
    }
    by_hand(&bench, "UPDATE mail_letters SET subject = 'x\r\nBcc: e@e.org' WHERE id = 'a'").await;
    by_hand(&bench, "UPDATE mail_letters SET recipient = 'no address' WHERE id = 'b'").await;
    let post_office = Post::default();
    post_office.seen().unknown.push("c@example.org".into());
    assert_eq!(post_office.keeper().send_due(&bench.ctx).await.unwrap(), report(1, 0, 3));
    assert_eq!(row(&bench, "d").await.state, "sent");
    let refused = row(&bench, "c").await;
    assert_eq!((refused.state.as_str(), refused.attempts), ("refused", 1), "at once");
    assert_eq!(refused.error.as_deref(), Some("550 5.1.1 no such mailbox"));
}

#[tokio::test]
async fn more_letters_than_a_batch_all_leave() {
    let bench = bench().await;
    let count = u64::try_from(BATCH_MAX).unwrap() * 2 + 1;
    let mut act = bench.ctx.open("test.post_letters").await.unwrap();
    let seq = act.seq();
    for n in 0..count {
        mail::post(act.conn(), seq, &letter(&format!("notice/{n}"))).await.unwrap();
    }
    act.commit("letters", &()).await.unwrap();
    let post_office = Post::default();
    post_office.seen().weather.delays = 3;
    assert_eq!(post_office.keeper().send_until_empty(&bench.ctx).await.unwrap(), report(count - 3, 3, 0));
    assert_eq!(bench.last_seq().await.0, 1 + 3, "an act for each batch");
}

#[tokio::test]
async fn an_outage_costs_no_attempt_and_no_entry() {
    let bench = bench().await;
    post(&bench, &letter("reset/1")).await;
    let post_office = Post::default();
    post_office.set(Weather { is_down: true, ..Weather::default() });
    let mut keeper = post_office.keeper();
    for _ in 0..20 {
        let got = keeper.send_until_empty(&bench.ctx).await.unwrap();
        assert_eq!(got, Report { halt: Some(Halt::Unreachable("no route".into())), ..report(0, 0, 0) });
    }
    assert_eq!(row(&bench, "reset/1").await.attempts, 0);
    assert_eq!(bench.last_seq().await.0, 1);
    post_office.set(Weather::default());
    assert_eq!(keeper.send_until_empty(&bench.ctx).await.unwrap(), report(1, 0, 0));
}

#[tokio::test]
async fn a_server_that_goes_away_is_not_told_of_the_rest() {
    let bench = bench().await;
    for id in ["a", "b", "c", "d"] {
        post(&bench, &letter(id)).await;
    }
    let post_office = Post::default();
    post_office.set(Weather { down_after: Some(1), ..Weather::default() });
    let got = post_office.keeper().send_until_empty(&bench.ctx).await.unwrap();
    assert_eq!(got, Report { halt: Some(Halt::Unreachable("no route".into())), ..report(1, 1, 0) });
    assert_eq!(post_office.seen().hands, 2);
    assert_eq!(row(&bench, "c").await.attempts, 0);
}

#[tokio::test]
async fn a_program_killed_between_sending_and_recording_sends_the_same_letter_again() {
    let bench = bench().await;
    for id in ["a", "b", "c"] {
        post(&bench, &letter(id)).await;
    }
    let post_office = Post::default();
    post_office.set(Weather { dies_after: Some(1), ..Weather::default() });
    let (mut keeper, ctx) = (post_office.keeper(), bench.ctx.clone());
    let died = tokio::spawn(async move { keeper.send_until_empty(&ctx).await.map(|_| ()) }).await;
    assert!(died.unwrap_err().is_panic());
    let first = post_office.carried();
    assert_eq!(first.len(), 2);
    assert_eq!(row(&bench, "a").await.state, "waiting", "nothing was recorded");
    post_office.set(Weather::default());
    assert_eq!(post_office.keeper().send_until_empty(&bench.ctx).await.unwrap(), report(3, 0, 0));
    let all = post_office.carried();
    assert_eq!(all[..2], all[2..4], "each copy bears the Message-ID of the first");
    assert_eq!(all.len(), 5);
    bench.verify().await;
}

#[tokio::test]
async fn a_call_that_is_dropped_sends_nothing_twice() {
    let bench = bench().await;
    for id in ["a", "b", "c"] {
        post(&bench, &letter(id)).await;
    }
    let post_office = Post::default();
    post_office.set(Weather { hangs_after: Some(2), ..Weather::default() });
    let mut keeper = post_office.keeper();
    let dropped = timeout(Duration::from_millis(200), keeper.send_until_empty(&bench.ctx)).await;
    assert!(dropped.is_err());
    post_office.set(Weather::default());
    assert_eq!(keeper.send_until_empty(&bench.ctx).await.unwrap(), report(3, 0, 0));
    let mut carried = post_office.carried();
    assert_eq!(carried.len(), 3);
    carried.dedup();
    assert_eq!(carried.len(), 3);
    bench.verify().await;
}

#[tokio::test]
async fn what_cannot_be_recorded_is_not_sent_again() {
    let bench = bench().await;
    let post_office = Post::default();
    let mut keeper = post_office.keeper();
    post(&bench, &letter("before")).await;
    assert_eq!(keeper.send_until_empty(&bench.ctx).await.unwrap(), report(1, 0, 0));
    post(&bench, &letter("a")).await;
    // The ledger has room for one that was sent, and no other.
    by_hand(&bench, "CREATE UNIQUE INDEX full_ledger ON mail_letters (state) WHERE state = 'sent'").await;
    for _ in 0..3 {
        assert!(keeper.send_until_empty(&bench.ctx).await.is_err());
    }
    by_hand(&bench, "DROP INDEX full_ledger").await;
    assert_eq!(keeper.send_until_empty(&bench.ctx).await.unwrap(), report(1, 0, 0));
    assert_eq!(post_office.carried().len(), 2);
    bench.verify().await;
}

#[tokio::test]
async fn who_may_not_record_sends_nothing() {
    let mut bench = bench().await;
    post(&bench, &letter("a")).await;
    bench.ctx.actor = "Ana Quispe".into();
    let post_office = Post::default();
    assert!(post_office.keeper().send_until_empty(&bench.ctx).await.is_err());
    assert_eq!(post_office.carried().len(), 0);
}

#[tokio::test]
async fn one_keeper_at_a_time_looks_after_a_folder() {
    let bench = bench().await;
    post(&bench, &letter("a")).await;
    let post_office = Post::default();
    post_office.set(Weather { is_down: true, ..Weather::default() });
    let mut first = post_office.keeper();
    first.send_until_empty(&bench.ctx).await.unwrap();
    post_office.set(Weather::default());
    let mut second = post_office.keeper();
    let got = second.send_until_empty(&bench.ctx).await.unwrap();
    assert_eq!(got, Report { halt: Some(Halt::Busy), ..report(0, 0, 0) });
    drop(first);
    assert_eq!(second.send_until_empty(&bench.ctx).await.unwrap(), report(1, 0, 0));
}

#[tokio::test]
async fn without_a_server_letters_stand_in_a_folder() {
    let bench = bench().await;
    let id = "reset/7f3a";
    post(&bench, &Letter { recipient: "ana@example.org".into(), ..letter(id) }).await;
    let folder = bench.path().join("outbox");
    let keeper = || mail::Keeper::new(sender(), Box::new(Outbox::new(&folder)));
    assert_eq!(keeper().send_until_empty(&bench.ctx).await.unwrap(), report(1, 0, 0));
    // Digest of the id, as sha256sum prints it.
    let name = "75a5f27617d58655ee78afc9148f3c240958a709c8a905eee6554c5e1aea2207.eml";
    let names = || -> Vec<String> {
        let files = std::fs::read_dir(&folder).unwrap();
        files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect()
    };
    assert_eq!(names(), [name], "and no draft beside it");
    let text = std::fs::read_to_string(folder.join(name)).unwrap();
    assert!(
        text.contains("To: ana@example.org\r\n") && text.contains("Subject: Aviso reset/7f3a\r\n"),
        "{text}"
    );
    // A copy takes the place of the first.
    by_hand(&bench, "UPDATE mail_letters SET state = 'waiting'").await;
    assert_eq!(keeper().send_until_empty(&bench.ctx).await.unwrap(), report(1, 0, 0));
    assert_eq!(names(), [name]);
    // A folder that cannot be one is an outage.
    let file = bench.path().join("file");
    std::fs::write(&file, "").unwrap();
    post(&bench, &letter("b")).await;
    let mut elsewhere = mail::Keeper::new(sender(), Box::new(Outbox::new(&file)));
    let got = elsewhere.send_until_empty(&bench.ctx).await.unwrap();
    assert!(matches!(got.halt, Some(Halt::Unreachable(_))), "{got:?}");
    assert_eq!(row(&bench, "b").await.attempts, 0);
}
