//! What is wrong with the plans of one body, the plans that it lacks included.
use base::Known;
use base::codes::EntityCode;
use db::Conn;
use jiff::civil::Date;
use planning::domain::check::{Finding, Judge, Subject};
use planning::domain::portfolio::Portfolio;
use planning::queries::findings::{Settled, entity_facts, findings_kept};
use planning::reading::frame::Law;

/// Findings about the body itself or about a plan of it, as of a day, by the law as published by the other.
pub async fn entity_findings(
    conn: &mut Conn,
    known: Known,
    (on, known_on): (Date, Date),
    law: &Law,
    entity: &EntityCode,
) -> Result<Vec<Finding>, db::Error> {
    let facts = entity_facts(conn, known, on).await?;
    let portfolio = planning::queries::portfolio(conn, known, on).await?;
    let judge = Judge { frame: &law.frame, verbs: &law.verbs, sources: &law.sources, entities: &facts };
    let all = findings_kept(Settled::of(conn, known).await?, known_on, &portfolio, &judge);
    let own = all.iter().filter(|finding| of(&portfolio, &finding.subject) == Some(entity));
    Ok(own.cloned().collect())
}

/// The body that a subject belongs to.
fn of<'a>(portfolio: &'a Portfolio, subject: &'a Subject) -> Option<&'a EntityCode> {
    let plan = match subject {
        Subject::Entity(code) => return Some(code),
        Subject::Plan(plan) => plan,
        Subject::Element(at) => &at.plan,
        Subject::Indicator(at) => &at.plan,
    };
    portfolio.version(portfolio.find_version(plan)?)?.plan.entity.as_ref()
}
