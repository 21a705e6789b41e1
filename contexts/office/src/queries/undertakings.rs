use base::{Known, codes::EntityCode};
use db::{Conn, Error};
use evaluations::{
    domain::commitment::State,
    pages::links::{evaluation_href, recommendation_href},
};
use incentives::{
    domain::{GoalRef, OfferRef},
    pages::links::{offer_path, office_goal_path},
    queries::{owed, waiting},
};
use jiff::{civil::Date, tz::Offset};
use reviews::{domain::Course, pages::links::decision_href};
use web::View;

/// What the body said it would do, or was told to, and has not finished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undertaking {
    pub kind: Kind,
    /// The code by which it is cited; of a commitment that of its evaluation leads.
    pub code: String,
    pub text: String,
    /// Some recommendations name no day.
    pub due_on: Option<Date>,
    pub is_overdue: bool,
    at: At,
}

base::closed_words! {
    /// Where it comes from.
    Kind {
        // A signed line of the matrix that follows an evaluation.
        Commitment = "commitment",
        Recommendation = "recommendation",
        // Of a review, with an owner of this body.
        Decision = "decision",
        // Evidence for a goal of the incentive plan that the body has not filed.
        Evidence = "evidence",
        // Evidence of municipalities that waits for the body.
        Verification = "verification",
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum At {
    Evaluation(evaluations::domain::EvaluationCode),
    Recommendation(evaluations::domain::RecommendationCode),
    Decision(reviews::domain::DecisionCode),
    Evidence(OfferRef),
    Verification(GoalRef),
}

impl Undertaking {
    /// The page that tells it whole.
    pub fn href(&self, view: &View) -> String {
        match &self.at {
            At::Evaluation(code) => evaluation_href(view, code),
            At::Recommendation(code) => recommendation_href(view, code),
            At::Decision(code) => decision_href(view, code),
            At::Evidence(at) => view.link(&offer_path(at)),
            At::Verification(at) => view.link(&office_goal_path(at)),
        }
    }
}

/// Open undertakings of a body on `on`: the first due first, those without a day last.
///
/// # Errors
/// A database that cannot be read.
pub async fn undertakings(
    conn: &mut Conn,
    known: Known,
    (on, offset): (Date, Offset),
    entity: &EntityCode,
) -> Result<Vec<Undertaking>, Error> {
    let owed = evaluations::queries::owed(conn, known, on, entity).await?;
    let decisions = reviews::queries::decisions(conn, known, on, offset).await?;
    let commitments = owed.commitments.into_iter().map(|(of, line, state)| Undertaking {
        kind: Kind::Commitment,
        code: format!("{of} {}", line.code),
        text: line.action,
        due_on: Some(line.deadline),
        is_overdue: state == State::Overdue,
        at: At::Evaluation(of),
    });
    let recommendations = owed.recommendations.into_iter().map(|(one, steps)| Undertaking {
        kind: Kind::Recommendation,
        is_overdue: one.is_overdue(&steps, on),
        code: one.code.to_string(),
        text: one.text,
        due_on: one.due_on,
        at: At::Recommendation(one.code),
    });
    let open = decisions
        .into_iter()
        .filter(|view| view.decision.owner.entity == *entity && !matches!(view.course, Course::Closed));
    let decisions = open.map(|view| Undertaking {
        kind: Kind::Decision,
        code: view.decision.code.to_string(),
        text: view.decision.text,
        due_on: Some(view.decision.due_on),
        is_overdue: view.is_overdue,
        at: At::Decision(view.decision.code),
    });
    let mut all: Vec<Undertaking> = commitments.chain(recommendations).chain(decisions).collect();
    all.extend(of_incentives(conn, known, on, entity).await?);
    all.sort_by(|a, b| {
        (a.due_on.is_none(), a.due_on, a.kind.as_str(), &a.code).cmp(&(
            b.due_on.is_none(),
            b.due_on,
            b.kind.as_str(),
            &b.code,
        ))
    });
    Ok(all)
}

/// What goals of the incentive plan ask of a body: evidence of a municipality, or that it verifies what others filed.
async fn of_incentives(
    conn: &mut Conn,
    known: Known,
    on: Date,
    entity: &EntityCode,
) -> Result<Vec<Undertaking>, Error> {
    let owed = owed(conn, known, on, entity).await?.into_iter().map(|one| Undertaking {
        kind: Kind::Evidence,
        code: one.at.goal.to_string(),
        text: one.title.0,
        due_on: Some(one.due_on),
        is_overdue: one.is_missing,
        at: At::Evidence(one.at),
    });
    let waiting = waiting(conn, known, on, entity).await?.into_iter().map(|one| Undertaking {
        kind: Kind::Verification,
        code: one.goal.at.to_string(),
        text: format!("{} ({})", one.goal.title.0, one.municipalities),
        due_on: None,
        is_overdue: false,
        at: At::Verification(one.goal.at),
    });
    Ok(owed.chain(waiting).collect())
}
