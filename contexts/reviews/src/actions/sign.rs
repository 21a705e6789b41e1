use jiff::tz::Offset;
use journal::Ctx;
use serde_json::json;

use super::{Refusal, bodies_on, convened, end_drafts};
use crate::{
    domain::{Attendance, Decision, Minutes, MinutesFault, ReviewCode, Seat, Subject, undecided},
    queries::{Bodies, ReviewView, drafts},
    store::{self, decisions::Table},
};

/// The chair or the vice-chair signs the minutes: they and what was decided are public from then on, and nothing changes them.
/// Each alert that was decided about is answered by the decision, in the same act.
///
/// # Errors
/// A red matter without a decision; no minutes; neither chair nor vice-chair present, or signing; an agenda older than the session.
pub async fn sign(ctx: &Ctx, offset: Offset, (code, post): (&ReviewCode, &str)) -> Result<(), Refusal> {
    let mut act = ctx.open("reviews.sign").await?;
    let (seq, at) = (act.seq(), act.at());
    let today = offset.to_datetime(at).date();
    let view = convened(act.conn(), code).await?;
    let bodies = bodies_on(act.conn(), &ctx.files, today).await?;
    if !bodies.seats_of(&view.review.body, today, post).iter().any(|seat| seat.signs()) {
        return Err(Refusal::NotChair);
    }
    let (decisions, attendance) = drafts(act.conn(), code).await?;
    let attendance = judged(&view, &bodies, (&decisions, attendance), today)?;
    let minutes = Minutes { attendance, post: post.to_owned(), at };
    end_drafts(act.conn(), seq, code).await?;
    store::decisions::add(act.conn(), seq, (Table::Signed, &decisions)).await?;
    store::minutes::sign(act.conn(), seq, (code, &minutes)).await?;
    for decision in &decisions {
        let item = view.items.iter().find(|item| item.number == decision.item);
        if let Some((item, Subject::Alert(alert))) = item.map(|item| (item, &item.subject)) {
            let text = format!("{}: {}", decision.code, decision.text);
            let said = (post, text.as_str(), item.signature.as_str());
            alerts::actions::decided(act.conn(), seq, (alert, today), said).await?;
        }
    }
    let codes: Vec<&str> = decisions.iter().map(|one| one.code.as_str()).collect();
    let payload =
        json!({ "decisions": codes, "matters": view.items.len(), "body": view.review.body.to_string() });
    act.commit(code.as_str(), &payload).await?;
    Ok(())
}

/// What keeps minutes from being signed, else who was there.
fn judged(
    view: &ReviewView,
    bodies: &Bodies,
    (decisions, attendance): (&[Decision], Option<Attendance>),
    today: jiff::civil::Date,
) -> Result<Attendance, Refusal> {
    let review = &view.review;
    if today < review.held_on {
        return Err(MinutesFault::Early.into());
    }
    if review.agenda_on < review.held_on {
        return Err(Refusal::StaleAgenda);
    }
    let attendance = attendance.ok_or(MinutesFault::Text)?;
    let seats = bodies.seats(&review.body, review.held_on);
    let presides = |seat: Seat| seat.signs();
    let presided =
        seats.iter().any(|seat| presides(seat.row.seat) && attendance.present.contains(seat.post.as_str()));
    if !presided {
        return Err(MinutesFault::Present.into());
    }
    let open = undecided(&view.items, decisions.iter().map(|one| one.item));
    if open.is_empty() { Ok(attendance) } else { Err(MinutesFault::Undecided(open).into()) }
}
