//! The bulk files that the service offers, written again at night where the record has grown.
use std::{fs, path::Path, time::Duration};

use base::Known;
use jiff::{SignedDuration, Timestamp, civil::time, tz::Offset};

use super::{Bulk, DESCRIPTOR};
use crate::{contexts, state::State};

/// Where the number of the last entry that the files tell of is kept, beside them.
const STAMP: &str = "bulk.entry";
/// Hour of the country at which the files are written: when nobody works.
const HOUR: i8 = 3;

/// Writes the files where there are none, then every night, until the program ends. A night that fails is
/// logged, and the files of the night before stay.
pub async fn nightly(state: State) {
    loop {
        if let Err(error) = refresh(&state).await {
            tracing::error!(%error, "bulk files not written");
        }
        tokio::time::sleep(until_night(&state, Timestamp::now()).await).await;
    }
}

/// Writes the files unless those there tell of the last entry already. Says whether it wrote.
pub async fn refresh(state: &State) -> anyhow::Result<bool> {
    let last = journal::last_shown(&mut *state.ctx.db.read().await?).await?;
    let (folder, stamp) = (state.bulk(), state.folder().join(STAMP));
    let is_current = fs::read_to_string(&stamp).is_ok_and(|entry| entry.trim() == last.0.to_string());
    if last.0 == 0 || (is_current && folder.join(DESCRIPTOR).is_file()) {
        return Ok(false);
    }
    let texts = contexts::texts()?;
    Bulk { state, known: Known(last), lang: state.lang(), texts: &texts }.write(&folder, &|_| ()).await?;
    write(&stamp, last.0)?;
    Ok(true)
}

fn write(stamp: &Path, entry: i64) -> std::io::Result<()> {
    fs::write(stamp, format!("{entry}\n"))
}

/// How long until the next night where the state is; an hour where that cannot be told.
async fn until_night(state: &State, now: Timestamp) -> Duration {
    let offset = async {
        let mut read = state.ctx.db.read().await?;
        Ok::<_, anyhow::Error>(state.pack(&mut read, Known::NOW).await?.country()?.utc_offset_minutes)
    };
    let offset = offset.await.ok().and_then(|minutes| Offset::from_seconds(i32::from(minutes) * 60).ok());
    offset.and_then(|offset| next_night(now, offset)).unwrap_or(Duration::from_hours(1))
}

fn next_night(now: Timestamp, offset: Offset) -> Option<Duration> {
    let here = offset.to_datetime(now);
    let tonight = here.date().to_datetime(time(HOUR, 0, 0, 0));
    let night =
        if here < tonight { tonight } else { tonight.date().tomorrow().ok()?.to_datetime(tonight.time()) };
    let wait: SignedDuration = here.duration_until(night);
    wait.try_into().ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_next_night_is_the_countrys() {
        let check = |now: &str, expect: u64| {
            let offset = Offset::from_seconds(-5 * 3600).unwrap();
            let wait = next_night(now.parse().unwrap(), offset).unwrap();
            assert_eq!(wait, Duration::from_secs(expect * 60), "{now}");
        };
        check("2026-11-24T07:59:00Z", 1);
        check("2026-11-24T08:00:00Z", 24 * 60);
        check("2026-11-24T20:00:00Z", 12 * 60);
        check("2026-12-31T20:00:00Z", 12 * 60);
    }
}
