//! What both pages say of an entry.
use jiff::{Timestamp, tz::Offset};
use web::Shell;

/// To the second, in the time of the leaf, so that it can be compared with it.
pub fn moment(shell: &Shell, at: Timestamp) -> String {
    let utc = Offset::UTC.to_datetime(at);
    let time = format!("{:02}:{:02}:{:02}", utc.hour(), utc.minute(), utc.second());
    shell.ta("record-moment", &[("date", shell.date(utc.date()).into()), ("time", time.into())])
}

/// What was done, in words; the command itself where it is older or newer than them.
pub fn done(shell: &Shell, command: &str) -> String {
    web::origins::done(shell, crate::JOURNAL, command)
}
