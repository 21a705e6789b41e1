//! What raises an alert.
use std::{fmt, str::FromStr};

use serde::{Serialize, Serializer};

macro_rules! triggers {
    ($($(#[$doc:meta])* $variant:ident = $text:literal),+ $(,)?) => {
        /// As the Review words them (notes 3 E2, each with its paragraph), the gravest first, and the divergence of money and
        /// result.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Trigger { $($(#[$doc])* $variant),+ }

        impl Trigger {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word of files, tables and addresses.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }
    };
}

triggers! {
    /// Results below what was expected (¶281, ¶321).
    SuboptimalResult = "suboptimal_result",
    /// Carried out, and not solving the problem (¶281).
    InsufficientInitiative = "insufficient_initiative",
    /// The money goes and the result does not come.
    MoneyResultDivergence = "money_result_divergence",
    /// What was promised after an evaluation is late (¶332, ¶334).
    CommitmentOverdue = "commitment_overdue",
    /// A report that is owed was not published by its day (¶322, ¶334, ¶376).
    ReportOverdue = "report_overdue",
    /// Later than planned (¶281, ¶295).
    BehindSchedule = "behind_schedule",
    /// The values go the wrong way, period after period (¶350).
    InadequateTrend = "inadequate_trend",
    /// What was measured differs from the plan (¶325).
    GapPlanActual = "gap_plan_actual",
    /// An objective without parent or against its frame; a plan that changed without those below (¶302, ¶304, ¶323).
    AlignmentBroken = "alignment_broken",
    /// Plans ask for more money than there is (¶319).
    OverCeiling = "over_ceiling",
    /// Said by those who carry it out (Table 4).
    Obstacle = "obstacle",
    /// Said by those who see it, or by an evaluation (Table 4).
    UnwantedEffect = "unwanted_effect",
    /// A value that is missing, late or strange (¶281, ¶373).
    DataQuality = "data_quality",
    /// What may come, for the worse or the better (¶295, ¶324).
    RiskOpportunity = "risk_opportunity",
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} raises no alert")]
pub struct UnknownTrigger(pub String);

impl FromStr for Trigger {
    type Err = UnknownTrigger;

    fn from_str(text: &str) -> Result<Self, UnknownTrigger> {
        let found = Self::ALL.iter().copied().find(|one| one.as_str() == text);
        found.ok_or_else(|| UnknownTrigger(text.chars().take(40).collect()))
    }
}

impl fmt::Display for Trigger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Trigger {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
