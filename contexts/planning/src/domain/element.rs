//! The typed tree of a plan: what it wants, and what is done for it.
use base::codes::{ElementCode, PostCode};
use jiff::civil::Date;

use super::reference::ElementRef;
use super::words::ElementKind;

/// A node of a plan's tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    pub code: ElementCode,
    pub kind: ElementKind,
    /// In the same version.
    pub parent: Option<ElementCode>,
    /// In plans above.
    pub hangs_from: Vec<ElementRef>,
    /// Codes of State policies (`AN-05`), the frame that every plan names.
    pub state_policies: Vec<String>,
    pub national_policies: Vec<String>,
    pub title: String,
    pub title_en: Option<String>,
    pub responsible_post: Option<PostCode>,
    pub start: Option<Date>,
    pub end: Option<Date>,
}

/// Whether a kind may hang from another. The chain of objectives is Table 5 (objectives under
/// objectives, level by level), actions and activities below them ¶295.
pub const fn may_hang(child: ElementKind, parent: ElementKind) -> bool {
    use ElementKind::{Action, Activity, Axis, Objective, Vision};
    matches!(
        (child, parent),
        (Axis, Vision | Axis)
            | (Objective, Vision | Axis | Objective)
            | (Action, Objective | Action)
            | (Activity, Objective | Action | Activity)
    )
}

/// Whether a kind may stand at the top of a plan that hangs from nothing.
pub const fn may_be_root(kind: ElementKind) -> bool {
    matches!(kind, ElementKind::Vision | ElementKind::Axis | ElementKind::Objective)
}
