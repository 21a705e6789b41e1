//! What a person can do with a review, one file each.
mod cancel;
mod convene;
mod decide;
mod follow_up;
mod minutes;
mod renew_agenda;
mod sign;

use base::Known;
use db::{Conn, Files};
use jiff::civil::Date;
use journal::Ctx;

pub use cancel::cancel;
pub use convene::{NewReview, convene};
pub use decide::{NewChange, NewDecision, draft_decision, drop_decision};
pub use follow_up::{NewStep, follow_up};
pub use minutes::write_minutes;
pub use renew_agenda::renew_agenda;
pub use sign::sign;

use crate::{
    domain::{DecisionFault, FollowFault, MinutesFault, Review, ReviewCode, Seat, Standing},
    queries::{self, Asked, Bodies, ReviewView, Unread, bodies},
    store,
};

/// Why something was not done: the whole list.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error("there is no review body {0}; write its code, as CPCM or RS:11")]
    NoBody(String),
    #[error("the secretariat of the body does that")]
    NotSecretariat,
    #[error("the chair or the vice-chair of the body signs")]
    NotChair,
    #[error("a session is convened for today or a day of the next twelve months")]
    HeldOn,
    #[error("{0} of the same body is convened already; sign it or cancel it first")]
    OpenSession(ReviewCode),
    #[error("there is no such session")]
    NoReview,
    #[error("the session was signed or cancelled already")]
    Over,
    #[error("there is no matter {0} on the agenda")]
    NoItem(i64),
    #[error("no body {0} has a post of that role")]
    NoOwner(String),
    #[error("there is no {0} to rest on; name evaluations (e12), recommendations (r14) or requests (s16)")]
    NoEvidence(String),
    #[error("there is no indicator {0} in a plan in force")]
    NoIndicator(String),
    #[error(transparent)]
    Decision(#[from] DecisionFault),
    #[error("there is no such decision")]
    NoDecision,
    #[error("draw up the agenda anew on the day of the session or later, so that nothing red is left out")]
    StaleAgenda,
    #[error(transparent)]
    Minutes(#[from] MinutesFault),
    #[error("write the reason, in at most 2000 characters")]
    Reason,
    #[error(transparent)]
    Follow(#[from] FollowFault),
    #[error(transparent)]
    Unread(#[from] Unread),
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Journal(#[from] journal::Error),
}

/// The bodies of a day, as whoever acts knows them.
async fn bodies_on(conn: &mut Conn, files: &Files, on: Date) -> Result<Bodies, Refusal> {
    let known = Known(journal::last_shown(conn).await?);
    bodies(conn, files, (known, on, on)).await?.ok_or_else(|| Refusal::NoBody(String::new()))
}

/// A session that is neither signed nor cancelled.
async fn convened(conn: &mut Conn, code: &ReviewCode) -> Result<ReviewView, Refusal> {
    let view = queries::review(conn, Known::NOW, code).await?.ok_or(Refusal::NoReview)?;
    if view.standing() == Standing::Convened { Ok(view) } else { Err(Refusal::Over) }
}

/// Refused to whoever has no seat in the secretariat of the body.
fn is_secretariat(bodies: &Bodies, review: &Review, on: Date, post: &str) -> Result<(), Refusal> {
    let seats = bodies.seats_of(&review.body, on, post);
    seats.contains(&Seat::Secretariat).then_some(()).ok_or(Refusal::NotSecretariat)
}

/// As of now, for the alerts that an agenda is drawn up from.
async fn asked(ctx: &Ctx, on: Date, offset: jiff::tz::Offset) -> Result<Asked, Refusal> {
    let mut read = ctx.db.read().await?;
    let known = Known(journal::last_shown(&mut read).await?);
    Ok(Asked { known, on, known_on: on, offset })
}

/// Everything that is written of a session ends.
async fn end_drafts(conn: &mut Conn, seq: base::Seq, code: &ReviewCode) -> Result<(), db::Error> {
    store::decisions::end_drafts(conn, seq, (code, None)).await?;
    store::minutes::end_draft(conn, seq, code).await
}
