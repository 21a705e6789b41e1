use serde::{Deserialize, Serialize};

/// What a document is. In the order of lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Objective,
    /// What else a plan's tree holds: vision, axes, actions, activities.
    Element,
    Indicator,
    Plan,
    Entity,
    /// Executing unit.
    Unit,
    Territory,
    /// Budget programme.
    Programme,
    /// Product or project of the budget.
    Product,
}

/// By how much the same match weighs more in a kind that leads to others than in one that is led to: without
/// it three million projects would bury the ministry and the programme they belong to.
pub const HEAD_WEIGHT: f32 = 1.5;

impl Kind {
    pub const ALL: [Self; 9] = [
        Self::Objective,
        Self::Element,
        Self::Indicator,
        Self::Plan,
        Self::Entity,
        Self::Unit,
        Self::Territory,
        Self::Programme,
        Self::Product,
    ];

    /// The name in addresses, files and commands.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Objective => "objective",
            Self::Element => "element",
            Self::Indicator => "indicator",
            Self::Plan => "plan",
            Self::Entity => "entity",
            Self::Unit => "unit",
            Self::Territory => "territory",
            Self::Programme => "programme",
            Self::Product => "product",
        }
    }

    /// Position in [`Kind::ALL`].
    pub const fn index(self) -> usize {
        self as usize
    }

    /// Whether others are reached from it: [`HEAD_WEIGHT`].
    pub const fn is_head(self) -> bool {
        matches!(self, Self::Objective | Self::Plan | Self::Entity | Self::Territory | Self::Programme)
    }
}

/// Not one of the names of [`Kind::ALL`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no kind is called {0:?}; there are: {list}", list = Kind::ALL.map(Kind::as_str).join(", "))]
pub struct UnknownKind(pub String);

impl std::str::FromStr for Kind {
    type Err = UnknownKind;

    fn from_str(text: &str) -> Result<Self, UnknownKind> {
        let found = Self::ALL.into_iter().find(|kind| kind.as_str() == text);
        found.ok_or_else(|| UnknownKind(text.chars().take(80).collect()))
    }
}
