//! An edition of a report: frozen, signed, published, and what ends it.
use std::{fmt, str::FromStr};

use base::{Digest, Known, Period, Seq};
use jiff::{Timestamp, civil::Date};

use super::{Duty, words};

/// `i128`: the entry of the journal that froze it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EditionCode(String);

impl EditionCode {
    pub fn of(seq: Seq) -> Self {
        Self(format!("i{}", seq.0))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for EditionCode {
    type Err = NoCode;

    fn from_str(text: &str) -> Result<Self, NoCode> {
        let digits = text.strip_prefix('i').unwrap_or_default();
        let is_code = (1..=19).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_code.then(|| Self(text.to_owned())).ok_or_else(|| NoCode(text.chars().take(40).collect()))
    }
}

impl fmt::Display for EditionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> serde::Deserialize<'de> for EditionCode {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no code of an edition; one looks like i128")]
pub struct NoCode(String);

words! {
    /// What is done with an edition after it was prepared.
    Step {
        Sign = "sign",
        Publish = "publish",
        Withdraw = "withdraw",
    }
    /// How far it came.
    Stage {
        Prepared = "prepared",
        Signed = "signed",
        Published = "published",
        // A corrected edition was published in its place.
        Replaced = "replaced",
        Withdrawn = "withdrawn",
        // Another one was prepared before it was published.
        Dropped = "dropped",
    }
}

/// A step that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    pub step: Step,
    pub reason: String,
    /// The checksum that was signed or published.
    pub checksum: Digest,
    pub post: String,
    pub at: Timestamp,
    /// Where the country is.
    pub on: Date,
    pub seq: Seq,
}

/// One edition of the report of a duty and period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    pub code: EditionCode,
    pub duty: String,
    pub period: Period,
    /// From 1, among those of the duty and period.
    pub number: i64,
    pub template: String,
    pub version: i64,
    /// What `known=` says.
    pub known_at: Timestamp,
    pub known: Known,
    /// SHA-256 of the content as canonical JSON.
    pub checksum: Digest,
    /// The published one that it is to replace, and why.
    pub replaces: Option<EditionCode>,
    pub reason: String,
    pub post: String,
    pub at: Timestamp,
    pub on: Date,
    /// The entry that froze it: its duty is told as it was declared then.
    pub seq: Seq,
    pub steps: Vec<Taken>,
}

impl Edition {
    pub fn taken(&self, step: Step) -> Option<&Taken> {
        self.steps.iter().find(|one| one.step == step)
    }

    fn done_by(&self, step: Step, on: Date) -> bool {
        self.taken(step).is_some_and(|one| one.on <= on)
    }

    /// How far it had come at the end of a day, among all editions of its duty and period; `None` before it was prepared.
    pub fn stage(&self, all: &[Self], on: Date) -> Option<Stage> {
        if self.on > on {
            return None;
        }
        let same = || all.iter().filter(|one| one.duty == self.duty && one.period == self.period);
        Some(if self.done_by(Step::Withdraw, on) {
            Stage::Withdrawn
        } else if self.done_by(Step::Publish, on) {
            let in_its_place =
                |one: &Self| one.replaces.as_ref() == Some(&self.code) && one.done_by(Step::Publish, on);
            if same().any(in_its_place) { Stage::Replaced } else { Stage::Published }
        } else if same().any(|one| one.number > self.number && one.on <= on) {
            Stage::Dropped
        } else if self.done_by(Step::Sign, on) {
            Stage::Signed
        } else {
            Stage::Prepared
        })
    }

    /// The day that counts for being on time: that of the first of an unbroken chain of editions, each published in the place of the
    /// one before.
    pub fn first_published(&self, all: &[Self]) -> Option<Date> {
        let own = self.taken(Step::Publish)?.on;
        let before = self.replaces.as_ref().and_then(|code| all.iter().find(|one| one.code == *code));
        // One that was withdrawn answers for nothing. Codes grow, so that no chain turns back on itself.
        let before = before.filter(|one| one.number < self.number && one.taken(Step::Withdraw).is_none());
        Some(before.and_then(|one| one.first_published(all)).unwrap_or(own))
    }
}

/// Why something is not done with a report: the whole list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("no duty is called {0}; see the calendar")]
    NoDuty(String),
    #[error("{0} is no period of that report")]
    NoPeriod(String),
    #[error("the period is not over: it ends on {0}")]
    NotOver(Date),
    #[error("freeze what was known after the period ended and by now")]
    Known,
    #[error("the report is prepared by the posts of {0} that its duty names")]
    NotYours(String),
    #[error("an edition stands already; a corrected one needs a reason")]
    Stands,
    #[error("no edition stands that could be corrected; leave the reason out")]
    NothingToCorrect,
    #[error("a corrected edition holds what the one that stands holds; there is nothing to correct")]
    Same,
    #[error("there is no such edition")]
    NoEdition,
    #[error("another edition was prepared after it")]
    Dropped,
    #[error("it was signed already")]
    Signed,
    #[error("whoever prepared it does not sign it off")]
    OwnWork,
    #[error("it is signed off before it is published")]
    NotSigned,
    #[error("it was published already")]
    Published,
    #[error("it does not stand: it was never published, or is withdrawn or replaced")]
    NotStanding,
    #[error("that is not the checksum of the edition; look at it again")]
    OtherChecksum,
    #[error("made anew from what was known then it gives another checksum: {0}")]
    NotReproduced(Digest),
    #[error("write the reason, in at most 2000 characters")]
    Reason,
}

const REASON_CHARS_MAX: usize = 2_000;

/// A reason that is there and not too long.
///
/// # Errors
/// None, or more than 2000 characters.
pub fn reason(text: &str) -> Result<String, Refused> {
    let text = text.trim();
    let fits = !text.is_empty() && text.chars().count() <= REASON_CHARS_MAX;
    fits.then(|| text.to_owned()).ok_or(Refused::Reason)
}

/// What an edition of a duty and period is prepared with: the period, its number, and which one it is to replace.
///
/// # Errors
/// Whoever asks is not of the duty, no such period, one that is not over, a correction of nothing or without a reason.
pub fn prepared<'e>(
    duty: &Duty,
    period: &str,
    (role, on): (&str, Date),
    all: &'e [Edition],
    why: &str,
) -> Result<(Period, i64, Option<&'e Edition>), Refused> {
    if role != duty.role && role != duty.prepares {
        return Err(Refused::NotYours(duty.entity.to_string()));
    }
    let wrong = || Refused::NoPeriod(period.chars().take(20).collect());
    let found: Period = period.trim().parse().map_err(|_| wrong())?;
    if !duty.holds(found) {
        return Err(wrong());
    }
    if found.end() >= on {
        return Err(Refused::NotOver(found.end()));
    }
    let same = || all.iter().filter(|one| one.duty == duty.code && one.period == found);
    let standing = same().find(|one| one.stage(all, on) == Some(Stage::Published));
    match (standing, why.trim().is_empty()) {
        (Some(_), true) => return Err(Refused::Stands),
        (None, false) => return Err(Refused::NothingToCorrect),
        (Some(_), false) => drop(reason(why)?),
        (None, true) => {}
    }
    let number = same().map(|one| one.number).max().unwrap_or(0) + 1;
    Ok((found, number, standing))
}

/// Whether a step may be taken with an edition by a post that looked at what has this checksum.
///
/// # Errors
/// The first refusal.
pub fn may(
    step: Step,
    edition: &Edition,
    (duty, all, on): (&Duty, &[Edition], Date),
    (role, post, seen): (&str, &str, Digest),
) -> Result<(), Refused> {
    if role != duty.role {
        return Err(Refused::NotYours(duty.entity.to_string()));
    }
    if seen != edition.checksum {
        return Err(Refused::OtherChecksum);
    }
    let stage = edition.stage(all, on);
    match (step, stage) {
        (Step::Sign, Some(Stage::Prepared)) if edition.post == post => Err(Refused::OwnWork),
        (Step::Sign, Some(Stage::Prepared))
        | (Step::Publish, Some(Stage::Signed))
        | (Step::Withdraw, Some(Stage::Published)) => Ok(()),
        (Step::Sign, Some(Stage::Signed)) => Err(Refused::Signed),
        (Step::Publish, Some(Stage::Prepared)) => Err(Refused::NotSigned),
        (Step::Withdraw, _) => Err(Refused::NotStanding),
        (_, Some(Stage::Dropped)) => Err(Refused::Dropped),
        _ => Err(Refused::Published),
    }
}
