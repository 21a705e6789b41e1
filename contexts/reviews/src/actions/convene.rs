use budget::columnar::Columnar;
use jiff::{ToSpan, civil::Date, tz::Offset};
use journal::Ctx;
use serde_json::json;

use super::{Refusal, asked, bodies_on};
use crate::{
    domain::{BodyRef, Review, ReviewCode, Seat, Standing},
    queries, store,
};

/// A session as it is convened.
#[derive(Clone, Debug)]
pub struct NewReview {
    pub body: BodyRef,
    pub held_on: Date,
    pub post: String,
}

const DAYS_MAX: i64 = 366;

/// Convenes a session of a body: its agenda is drawn up from what is known now, and published.
///
/// # Errors
/// No such body, no seat in its secretariat, another session of it under way, a day that has passed.
pub async fn convene(
    ctx: &Ctx,
    columnar: &dyn Columnar,
    offset: Offset,
    new: NewReview,
) -> Result<ReviewCode, Refusal> {
    let today = offset.to_datetime(ctx.now).date();
    if new.held_on < today || new.held_on > today.saturating_add(DAYS_MAX.days()) {
        return Err(Refusal::HeldOn);
    }
    // Read before the act: everybody else's waits for it.
    let asked = asked(ctx, today, offset).await?;
    let mut read = ctx.db.read().await?;
    let bodies = bodies_on(&mut read, &ctx.files, today).await?;
    let none = || Refusal::NoBody(new.body.to_string());
    bodies.body(&new.body).ok_or_else(none)?;
    if !bodies.seats_of(&new.body, today, &new.post).contains(&Seat::Secretariat) {
        return Err(Refusal::NotSecretariat);
    }
    let items = queries::agenda(&mut read, &ctx.files, columnar, (asked, &bodies), &new.body).await?;
    drop(read);
    let mut act = ctx.open("reviews.convene").await?;
    let all = queries::reviews(act.conn(), base::Known::NOW).await?;
    let open =
        |one: &&queries::ReviewView| one.review.body == new.body && one.standing() == Standing::Convened;
    if let Some(open) = all.iter().find(open) {
        return Err(Refusal::OpenSession(open.review.code.clone()));
    }
    let (seq, at) = (act.seq(), act.at());
    let review = Review {
        code: ReviewCode::of(seq),
        body: new.body,
        held_on: new.held_on,
        agenda_on: today,
        agenda_known: base::Seq(asked.known.seq()),
        post: new.post,
        at,
        cancelled: None,
    };
    store::reviews::put(act.conn(), seq, &review).await?;
    store::items::add(act.conn(), seq, (&review.code, &items)).await?;
    let payload =
        json!({ "body": review.body.to_string(), "held_on": review.held_on, "matters": items.len() });
    act.commit(review.code.as_str(), &payload).await?;
    Ok(review.code)
}
