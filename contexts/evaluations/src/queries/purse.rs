use std::collections::BTreeMap;

use base::{Known, Money, codes::EntityCode};
use db::{Conn, Error, Files};
use jiff::Timestamp;

use super::matrices;
use crate::{
    Country, Unread,
    domain::{
        Block, Ceiling, Decision, Recommendation, Request, RequestCode, recommendation,
        request::{self, Purse, Standing, Step},
    },
    store,
};

/// A request with everything that it is judged by.
pub struct RequestView {
    pub request: Request,
    pub decisions: Vec<Decision>,
    pub standing: Standing,
    pub purse: Option<Purse>,
    /// What stands in the way of evaluating it, and of granting all of it, on the day.
    pub before_evaluation: Vec<Block>,
    pub before_grant: Vec<Block>,
    /// Recommendations to the body that nobody closed, of the programme or of none.
    pub recommendations: Vec<(Recommendation, Vec<recommendation::Step>)>,
}

/// Every request with its steps, the newest first.
///
/// # Errors
/// A database that cannot be read.
pub async fn requests(conn: &mut Conn, known: Known) -> Result<Vec<(Request, Vec<Decision>)>, Error> {
    let mut decisions = store::requests::all_decisions(conn, known).await?;
    let all = store::requests::all(conn, known).await?;
    Ok(all
        .into_iter()
        .map(|one| (decisions.remove(&one.code).unwrap_or_default(), one))
        .map(|(d, r)| (r, d))
        .collect())
}

/// The steps of a request, in order.
///
/// # Errors
/// A database that cannot be read.
pub async fn decisions(conn: &mut Conn, known: Known, code: &RequestCode) -> Result<Vec<Decision>, Error> {
    store::requests::decisions(conn, known, code).await
}

/// Every ceiling, later years first.
///
/// # Errors
/// A database that cannot be read.
pub async fn ceilings(conn: &mut Conn, known: Known) -> Result<Vec<Ceiling>, Error> {
    store::requests::ceilings(conn, known).await
}

/// The ceilings of a body, later years first.
///
/// # Errors
/// A database that cannot be read.
pub async fn ceilings_of(conn: &mut Conn, known: Known, entity: &EntityCode) -> Result<Vec<Ceiling>, Error> {
    store::requests::ceilings_of(conn, known, entity).await
}

/// What a body may spend on a programme in a year, and what its requests but `own` ask for and got; none where no ceiling is
/// assigned.
///
/// # Errors
/// A database that cannot be read.
pub async fn purse(
    conn: &mut Conn,
    known: Known,
    (entity, programme, year): (&EntityCode, &str, i16),
    own: Option<&RequestCode>,
) -> Result<Option<Purse>, Error> {
    let ceilings = store::requests::ceilings_of(conn, known, entity).await?;
    let ceiling = ceilings.into_iter().find(|one| one.programme == programme && one.year == year);
    let Some(ceiling) = ceiling else { return Ok(None) };
    let mut decisions: BTreeMap<RequestCode, Vec<Decision>> =
        store::requests::all_decisions(conn, known).await?;
    let (mut others_ask, mut others_got) = (Money::default(), Money::default());
    let same = |one: &Request| one.programme == programme && one.year == year && Some(&one.code) != own;
    for one in store::requests::of_body(conn, known, entity).await?.into_iter().filter(same) {
        let steps = decisions.remove(&one.code).unwrap_or_default();
        let asked = request::asks(&one, &steps);
        others_ask += asked;
        if request::standing(&steps) == Standing::Granted {
            others_got += asked;
        }
    }
    Ok(Some(Purse { ceiling, others_ask, others_got }))
}

/// A request as it stands; none where there is none of that code.
///
/// # Errors
/// A pack or a database that cannot be read.
pub async fn request(
    conn: &mut Conn,
    files: &Files,
    country: Country,
    (code, known, now): (&RequestCode, Known, Timestamp),
) -> Result<Option<RequestView>, Unread> {
    let Some(head) = store::requests::one(conn, known, code).await? else { return Ok(None) };
    let decisions = store::requests::decisions(conn, known, code).await?;
    let of = (&head.entity, head.programme.as_str(), head.year);
    let purse = purse(conn, known, of, Some(code)).await?;
    let matrices = matrices(conn, files, country, (known, now)).await?;
    let on = country.date(now);
    let blocked = |step: Step| {
        purse.as_ref().map(|purse| request::blocks((&head, step), (purse, head.amount), &matrices, on))
    };
    Ok(Some(RequestView {
        before_evaluation: blocked(Step::Evaluate).unwrap_or_default(),
        before_grant: blocked(Step::Grant).unwrap_or_default(),
        recommendations: super::open_recommendations(conn, known, (&head.entity, &head.programme)).await?,
        standing: request::standing(&decisions),
        request: head,
        decisions,
        purse,
    }))
}
