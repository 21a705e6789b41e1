use base::{Known, codes::EntityCode};
use db::{Conn, Files};
use jiff::civil::Date;
use journal::Ctx;
use planning::domain::reference::PlanRef;
use serde_json::json;

use super::Refusal;
use crate::{
    Country,
    domain::{About, Evaluation, EvaluationCode, Evaluator, Kind},
    queries, store,
};

/// What an agenda is to hold.
#[derive(Clone, Debug)]
pub struct NewEvaluation {
    pub kind: Kind,
    pub subject: String,
    pub entity: EntityCode,
    pub title: String,
    pub title_en: Option<String>,
    pub year: i16,
    pub evaluator: Option<Evaluator>,
    pub is_sample: bool,
}

/// Puts an evaluation into the agenda of a year.
///
/// # Errors
/// What is evaluated is unknown, or is in that agenda already; the evaluator is the evaluated body itself.
pub async fn register(ctx: &Ctx, country: Country, new: NewEvaluation) -> Result<EvaluationCode, Refusal> {
    let mut act = ctx.open("evaluations.register").await?;
    let (code, on) = (EvaluationCode::of(act.seq()), country.date(act.at()));
    let of = Evaluation {
        code: code.clone(),
        kind: new.kind,
        subject: new.subject.trim().to_owned(),
        entity: new.entity,
        title: new.title,
        title_en: new.title_en,
        year: new.year,
        evaluator: new.evaluator,
        is_sample: new.is_sample,
    };
    let of = of.checked()?;
    let known = Known(journal::last_shown(act.conn()).await?);
    let bodies = of.evaluator.iter().filter_map(|one| one.entity.as_ref()).chain([&of.entity]);
    let bodies: Vec<_> = bodies.collect();
    for body in bodies {
        if directory::queries::body(act.conn(), known, on, body).await?.is_none() {
            return Err(Refusal::NoBody(body.to_string()));
        }
    }
    exists(act.conn(), &ctx.files, (known, on), &of).await?;
    let all = store::evaluations::all(act.conn(), Known::NOW).await?;
    let same = |one: &&Evaluation| (one.year, one.kind, &one.subject) == (of.year, of.kind, &of.subject);
    if let Some(twin) = all.iter().find(same) {
        return Err(Refusal::Twice(twin.code.to_string()));
    }
    let seq = act.seq();
    store::evaluations::put(act.conn(), seq, &of).await?;
    let payload = json!({
        "entity": of.entity, "kind": of.kind.as_str(), "subject": of.subject, "year": of.year,
        "evaluator": of.evaluator.as_ref().map(|one| &one.name),
    });
    act.commit(code.as_str(), &payload).await?;
    Ok(code)
}

/// Whether what is to be evaluated is known.
async fn exists(
    conn: &mut Conn,
    files: &Files,
    (known, on): (Known, Date),
    of: &Evaluation,
) -> Result<(), Refusal> {
    let subject = of.subject.as_str();
    let found = match of.kind.about() {
        About::Programme => {
            // The list of the year of the agenda; before there is one, that of today.
            let mut listed = queries::programmes(conn, files, known, of.year).await?;
            listed.extend(queries::programmes(conn, files, known, on.year()).await?);
            if !listed.iter().any(|one| one.code == subject) {
                return Err(Refusal::NoProgramme(subject.chars().take(40).collect()));
            }
            true
        }
        About::Plan => match subject.parse() {
            Ok(plan) => {
                let at = PlanRef { plan, version: None };
                planning::queries::plan(conn, known, on, &at).await?.is_some()
            }
            Err(_) => false,
        },
        About::Sector => directory::queries::entities(conn, known, on)
            .await?
            .iter()
            .any(|one| one.sector.as_deref() == Some(subject)),
        About::Territory => directory::queries::territories(conn, known, on).await?.get(subject).is_some(),
    };
    found.then_some(()).ok_or_else(|| Refusal::NoSubject(of.kind.about().as_str().to_owned()))
}
