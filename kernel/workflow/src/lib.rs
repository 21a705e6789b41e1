//! Procedures as data: states, acts, clocks, and what their lapse does.
//!
//! Pure: no I/O, no clock of its own; it knows no context, no database, no page. A country pack
//! declares a procedure, [`Procedure::checked`] refuses what could not work, and an [`Engine`]
//! derives from the acts of a case how it stands at any instant.
mod case;
mod change;
mod check;
mod declaration;
mod defect;
mod diagram;
mod effect;
mod engine;
mod explore;
mod judge;
mod keys;
mod law_view;
mod names;
mod notice;
mod procedure;
mod refusal;
mod replay;
mod standing;
mod track;

pub use case::{Act, By, Case};
pub use change::{Change, Outlook, changes};
pub use declaration::{
    Declaration, DeclaredAct, DeclaredClock, DeclaredState, Extension, Named, Reminder, Source, Title,
};
pub use defect::{Defect, Finding};
pub use diagram::{Diagram, Edge, EdgeKind, Node, OutlineExit, OutlineState};
pub use engine::{Engine, Moved, PossibleAct};
pub use law_view::LawView;
pub use notice::{Notice, NoticeKind};
pub use procedure::{Procedure, Procedures};
pub use refusal::{BadHistory, Refusal};
pub use standing::{DueSpan, Ending, Event, Extended, Run, Standing, Stay};
