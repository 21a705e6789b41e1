//! To whom an alert climbs while nobody answers it.
use jiff::{ToSpan, civil::Date};
use serde::{Serialize, Serializer};

use super::Standing;

/// Who is told, from the one who answers for it up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    Owner,
    Superior,
    Sector,
    Centre,
}

impl Level {
    pub const ALL: [Self; 4] = [Self::Owner, Self::Superior, Self::Sector, Self::Centre];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Superior => "superior",
            Self::Sector => "sector",
            Self::Centre => "centre",
        }
    }
}

impl Serialize for Level {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// Calendar days without an answer after which an alert reaches the levels above its owner's, by the law of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Steps {
    pub superior: u16,
    pub sector: u16,
    pub centre: u16,
}

/// Where an alert is on its way up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Climb {
    pub level: Level,
    /// Since when it is there.
    pub reached: Date,
    /// Where it goes next, and when, if nobody answers; nowhere once it is explained or closed, or at the top.
    pub next: Option<(Level, Date)>,
}

/// Every level on the way up with the day on which it is reached if nobody answers before; none for what was explained or closed.
/// Whoever acknowledges an alert has the steps once more from then on.
fn way(since: Date, standing: Standing, steps: Steps) -> Option<[(Level, Date); 4]> {
    let from = match standing {
        Standing::Open => since,
        Standing::Acknowledged { on } => on.max(since),
        Standing::Explained { .. } | Standing::Closed { .. } => return None,
    };
    let day = |days: u16| from.saturating_add(i64::from(days).days());
    // A step that would come before the one below it comes with it.
    let superior = day(steps.superior);
    let sector = day(steps.sector).max(superior);
    let centre = day(steps.centre).max(sector);
    Some([
        (Level::Owner, from),
        (Level::Superior, superior),
        (Level::Sector, sector),
        (Level::Centre, centre),
    ])
}

/// The levels reached by a day, each with the day on which it was.
pub fn reached(since: Date, standing: Standing, steps: Steps, today: Date) -> Vec<(Level, Date)> {
    let all = way(since, standing, steps).into_iter().flatten();
    all.filter(|(_, on)| *on <= today).collect()
}

/// How far it has come by a day.
pub fn climb(since: Date, standing: Standing, steps: Steps, today: Date) -> Climb {
    let own = match standing {
        Standing::Explained { on } | Standing::Closed { on } | Standing::Acknowledged { on } => on.max(since),
        Standing::Open => since,
    };
    let last = reached(since, standing, steps, today).pop();
    let (level, reached) = last.unwrap_or((Level::Owner, own));
    let next = way(since, standing, steps).into_iter().flatten().find(|(next, _)| *next > level);
    Climb { level, reached, next }
}
