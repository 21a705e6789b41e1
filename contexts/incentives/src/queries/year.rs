use std::collections::BTreeMap;

use base::{Known, codes::EntityCode};
use db::{Conn, Error};
use jiff::civil::Date;

use super::{Of, board};
use crate::{
    domain::{Goal, GoalRef, Tally, Transfer},
    store,
};

/// A year: its goals with how many municipalities met each, its money, its transfers.
#[derive(Clone, Debug, Default)]
pub struct YearView {
    /// Each goal with its tally by class of municipality.
    pub goals: Vec<(Goal, BTreeMap<String, Tally>)>,
    pub money: Tally,
    pub transfers: Vec<Transfer>,
}

/// What a municipality earned by the goals of a year, and what of it was approved for transfer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Money {
    pub tally: Tally,
    pub transferred: base::Money,
}

impl Money {
    /// Earned, and not yet approved for transfer.
    pub fn left(&self) -> base::Money {
        self.tally.earned - self.transferred
    }
}

/// # Errors
/// A database that cannot be read.
pub async fn year(conn: &mut Conn, known: Known, year: i16, on: Date) -> Result<YearView, Error> {
    let mut view = YearView {
        goals: store::goals::of_year(conn, known, year)
            .await?
            .into_iter()
            .map(|goal| (goal, BTreeMap::new()))
            .collect(),
        transfers: store::transfers::of(conn, known, Of::Year(year)).await?,
        money: Tally::default(),
    };
    let mut tallies: BTreeMap<GoalRef, BTreeMap<String, Tally>> = BTreeMap::new();
    for line in board(conn, known, Of::Year(year)).await? {
        let of_goal = tallies.entry(line.goal.at.clone()).or_default();
        let of_class = of_goal.entry(line.offer.class.clone()).or_default();
        for tally in [of_class, &mut view.money] {
            tally.add(&line.goal, &line.offer, (&line.dossier, on));
        }
    }
    for (goal, classes) in &mut view.goals {
        *classes = tallies.remove(&goal.at).unwrap_or_default();
    }
    Ok(view)
}

/// The money of municipalities by year and body: all of a year, or one over the years.
///
/// # Errors
/// A database that cannot be read.
pub async fn money_of(
    conn: &mut Conn,
    known: Known,
    of: Of<'_>,
    on: Date,
) -> Result<BTreeMap<(i16, EntityCode), Money>, Error> {
    let mut all: BTreeMap<(i16, EntityCode), Money> = BTreeMap::new();
    for line in board(conn, known, of).await? {
        let own = all.entry((line.goal.at.year(), line.offer.entity.clone())).or_default();
        own.tally.add(&line.goal, &line.offer, (&line.dossier, on));
    }
    for one in store::transfers::of(conn, known, of).await? {
        all.entry((one.year, one.entity)).or_default().transferred += one.amount;
    }
    Ok(all)
}
