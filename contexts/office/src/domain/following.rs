use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use jiff::civil::Date;

/// What kind of thing somebody follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FollowedKind {
    Entity,
    Territory,
    Objective,
}

impl FollowedKind {
    pub const ALL: [Self; 3] = [Self::Entity, Self::Territory, Self::Objective];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Entity => "entity",
            Self::Territory => "territory",
            Self::Objective => "objective",
        }
    }
}

impl FromStr for FollowedKind {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|kind| kind.as_str() == text);
        found.ok_or_else(|| format!("{text:?} is nothing that is followed"))
    }
}

/// A body, a place or an objective (`PEDN/OE2`) that somebody follows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Followed {
    pub kind: FollowedKind,
    pub code: String,
}

/// What somebody may follow at most.
pub const FOLLOWED_MAX: usize = 50;

/// An alert as it stands, for whoever follows what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    pub alert: String,
    pub since: Date,
    /// How it stands and how far up it is, in words of their lists.
    pub stands: String,
    /// What it is about, in Spanish and in English.
    pub about: (String, String),
}

impl Seen {
    /// Which alert: one that held, ended and holds again is another.
    fn which(&self) -> String {
        format!("{}/{}/", self.alert, self.since)
    }
}

/// How an alert changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    Raised,
    Moved,
    Cleared,
}

impl Change {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Raised => "raised",
            Self::Moved => "moved",
            Self::Cleared => "cleared",
        }
    }
}

/// A change that is told once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub change: Change,
    pub identity: String,
    pub alert: String,
    /// Empty of one that ended.
    pub about: (String, String),
}

/// The word of an alert that ended.
const CLEARED: &str = "cleared";

/// What is to be told of the alerts that are seen in what somebody follows, given what they were told. `holding` are all alerts
/// that hold, followed or not: one that is no longer followed did not end.
pub fn changes(told: &BTreeSet<String>, seen: &[Seen], holding: &[Seen]) -> Vec<Told> {
    let mut found = Vec::new();
    for one in seen {
        let which = one.which();
        let identity = format!("{which}{}", one.stands);
        if told.contains(&identity) {
            continue;
        }
        let known = told.range(which.clone()..).next().is_some_and(|next| next.starts_with(&which));
        let change = if known { Change::Moved } else { Change::Raised };
        found.push(Told { change, identity, alert: one.alert.clone(), about: one.about.clone() });
    }
    let holds: BTreeSet<String> = holding.iter().map(Seen::which).collect();
    let mut by_alert: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for identity in told {
        if let Some((which, word)) = identity.rsplit_once('/') {
            by_alert.entry(format!("{which}/")).or_default().push(word);
        }
    }
    for (which, words) in by_alert {
        if holds.contains(&which) || words.contains(&CLEARED) {
            continue;
        }
        let alert = which.split('/').next().unwrap_or_default().to_owned();
        let identity = format!("{which}{CLEARED}");
        found.push(Told { change: Change::Cleared, identity, alert, about: Default::default() });
    }
    found
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// `ALERT SINCE STANDS`, each.
    fn seen(text: &str) -> Vec<Seen> {
        let one = |words: &str| {
            let words: Vec<&str> = words.split(' ').collect();
            let [alert, since, stands] = words[..] else { panic!("{words:?}") };
            let (alert, stands, about) = (alert.to_owned(), stands.to_owned(), Default::default());
            Seen { alert, since: since.parse().unwrap(), stands, about }
        };
        text.split("; ").filter(|words| !words.is_empty()).map(one).collect()
    }

    #[track_caller]
    fn check(told: &str, followed: &str, holding: &str, expect: &str) {
        let told: BTreeSet<String> = told.split_whitespace().map(str::to_owned).collect();
        let found = changes(&told, &seen(followed), &seen(holding));
        let found: Vec<String> =
            found.iter().map(|one| format!("{} {}", one.change.as_str(), one.identity)).collect();
        assert_eq!(found.join("; "), expect, "{told:?} {followed} {holding}");
    }

    #[test]
    fn a_change_is_told_once() {
        let one = "al1 2026-01-01 open-owner";
        let climbed = "al1 2026-01-01 open-superior";
        let again = "al1 2026-02-01 open-owner";
        check("", "", "", "");
        check("", one, one, "raised al1/2026-01-01/open-owner");
        check("al1/2026-01-01/open-owner", one, one, "");
        check("al1/2026-01-01/open-owner", climbed, climbed, "moved al1/2026-01-01/open-superior");
        check("al1/2026-01-01/open-owner", "", "", "cleared al1/2026-01-01/cleared");
        check("al1/2026-01-01/open-owner al1/2026-01-01/cleared", "", "", "");
        // What is no longer followed did not end.
        check("al1/2026-01-01/open-owner", "", one, "");
        // One that holds again is another.
        check(
            "al1/2026-01-01/open-owner",
            again,
            again,
            "raised al1/2026-02-01/open-owner; cleared al1/2026-01-01/cleared",
        );
        // A code that begins as another is another.
        check(
            "al12/2026-01-01/open-owner",
            one,
            &format!("{one}; al12 2026-01-01 open-owner"),
            "raised al1/2026-01-01/open-owner",
        );
    }
}
