use base::Known;
use db::{Conn, Error};

use super::Of;
use crate::{
    domain::{Dossier, Goal, Offer, OfferRef},
    store,
};

/// A goal, what it offers a municipality, and what that filed and was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub goal: Goal,
    pub offer: Offer,
    pub dossier: Dossier,
}

/// Every municipality of a goal or of the goals of a year, or every goal of a municipality; in the order of goals and bodies.
///
/// # Errors
/// A database that cannot be read.
pub async fn board(conn: &mut Conn, known: Known, of: Of<'_>) -> Result<Vec<Line>, Error> {
    let goals = match of {
        Of::Goal(at) => store::goals::one(conn, known, at).await?.into_iter().collect(),
        Of::Year(year) => store::goals::of_year(conn, known, year).await?,
        Of::Entity(_) => store::goals::all(conn, known).await?,
    };
    let offers = store::offers::of(conn, known, of).await?;
    let mut dossiers = store::dossiers::of(conn, known, of).await?;
    let lines = offers.into_iter().filter_map(|offer| {
        let goal = goals.iter().find(|goal| goal.at == offer.goal)?.clone();
        let dossier = dossiers.remove(&offer.at()).unwrap_or_default();
        Some(Line { goal, offer, dossier })
    });
    Ok(lines.collect())
}

/// One municipality in one goal; none where the goal is not set for it.
///
/// # Errors
/// A database that cannot be read.
pub async fn offer(conn: &mut Conn, known: Known, at: &OfferRef) -> Result<Option<Line>, Error> {
    let own = board(conn, known, Of::Entity(&at.entity)).await?;
    Ok(own.into_iter().find(|line| line.offer.goal == at.goal))
}
