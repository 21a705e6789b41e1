//! Summary of the evaluations of a year for Congress (¶376): the agenda against the law, what was found, what followed.
use std::collections::BTreeMap;

use evaluations::{
    Country,
    domain::{
        Evaluation, Matrix,
        commitment::{State, state},
        recommendation::{Course, course},
    },
    queries::{self, Report},
};

use super::{Asked, Frozen, Parts};
use crate::{
    Unread,
    domain::{Cell, Grid, Part},
};

pub(super) async fn parts(asked: &mut Asked<'_>) -> Result<Parts, Unread> {
    let frozen = asked.frozen;
    let all = queries::evaluations(asked.conn, frozen.known).await?;
    let of_year: Vec<_> = all.iter().filter(|(one, _)| one.year == frozen.year()).cloned().collect();
    let samples = of_year.iter().any(|(one, _)| one.is_sample);
    let country = Country { offset: frozen.country.offset };
    let matrices = queries::matrices(asked.conn, asked.files, country, (frozen.known, frozen.at)).await?;
    let titles: BTreeMap<&str, &Evaluation> = all.iter().map(|(one, _)| (one.code.as_str(), one)).collect();
    Ok((
        vec![
            agenda(asked).await?,
            found(asked, &of_year, all.len() - of_year.len()).await?,
            commitments(frozen, &matrices, &titles),
            recommendations(asked, "recommendations").await?,
        ],
        (samples, !samples || of_year.iter().any(|(one, _)| !one.is_sample)),
    ))
}

/// The agenda of the year against the share that the law wants.
async fn agenda(asked: &mut Asked<'_>) -> Result<Part, Unread> {
    let frozen = asked.frozen;
    let when = (frozen.known, frozen.known_on());
    let share = queries::share(asked.conn, asked.files, when, frozen.year()).await?;
    let Some(share) = share else { return Ok(Part::new("agenda").note("no-share", Vec::new())) };
    let mut table = Grid::new("agenda", &["agenda", "#programmes"]);
    let agenda = share.agenda;
    let counts = [
        ("all", agenda.programmes),
        ("wanted", agenda.wanted),
        ("planned", agenda.planned),
        ("reported", agenda.reported),
    ];
    for (word, count) in counts {
        table.rows.push(vec![Cell::Word("reports-agenda", word.to_owned()), Cell::Count(count)]);
    }
    let norm = format!("{} {}", share.rule.norm, share.rule.article);
    let args = vec![("percent", Cell::Number(share.percent)), ("norm", Cell::text(norm.trim()))];
    Ok(Part::new("agenda").note("share", args).table(table))
}

/// Each evaluation of the agenda with what its report found and what the management says of it.
async fn found(
    asked: &mut Asked<'_>,
    of_year: &[(Evaluation, Option<Report>)],
    others: usize,
) -> Result<Part, Unread> {
    let known = asked.frozen.known;
    let columns =
        ["evaluation", "kind", "subject", "evaluator", "stage", "delivered", "findings", "response"];
    let mut table = Grid::new("evaluations", &columns);
    for (one, report) in of_year {
        let response = queries::response(asked.conn, known, &one.code).await?;
        let stage = one.stage(report.as_ref().map(|report| report.delivered_on));
        let title = Cell::Said(one.title.clone(), one.title_en.clone());
        table.rows.push(vec![
            title.at(&["evaluacion", one.code.as_str()]),
            Cell::Word("evaluations-kind", one.kind.as_str().to_owned()),
            Cell::text(one.subject.clone()),
            one.evaluator.as_ref().map_or(Cell::Unknown, |by| Cell::text(by.name.clone())),
            Cell::Word("evaluations-stage", stage.as_str().to_owned()),
            report.as_ref().map_or(Cell::Unknown, |report| Cell::Day(report.delivered_on)),
            report.as_ref().map_or(Cell::Unknown, |report| Cell::Said(report.summary.clone(), None)),
            response.map_or(Cell::Unknown, |said| {
                Cell::Word("evaluations-stance", said.stance.as_str().to_owned())
            }),
        ]);
    }
    Ok(Part::new("evaluations")
        .note_if(table.rows.is_empty(), "no-evaluations", Vec::new())
        .table(table)
        .note_if(others > 0, "other-agendas", vec![("n", Cell::Count(others))]))
}

/// Every matrix as it stands: evaluations of earlier years still bind.
fn commitments(frozen: Frozen, matrices: &[Matrix], titles: &BTreeMap<&str, &Evaluation>) -> Part {
    let columns = [
        "evaluation",
        "signed-by",
        "is-signed",
        "#fulfilled",
        "#in-progress",
        "#pending",
        "#overdue-commitments",
    ];
    let mut table = Grid::new("commitments", &columns);
    for matrix in matrices {
        let of = |wanted: State| {
            let is = |one: &&_| state(one, &matrix.progress, frozen.known_on()) == wanted;
            matrix.commitments.iter().filter(is).count()
        };
        let code = matrix.evaluation.as_str();
        let title = titles
            .get(code)
            .map_or_else(|| Cell::text(code), |one| Cell::Said(one.title.clone(), one.title_en.clone()));
        let late = matrix.due.is_some_and(|due| !matrix.is_signed && due < frozen.known_on());
        let word = match (matrix.is_signed, late) {
            (true, _) => "yes",
            (false, true) => "late",
            (false, false) => "no",
        };
        table.rows.push(vec![
            title.at(&["evaluacion", code]),
            matrix.due.map_or(Cell::Unknown, Cell::Day),
            Cell::Word("reports-signed", word.to_owned()),
            Cell::Count(of(State::Fulfilled)),
            Cell::Count(of(State::InProgress)),
            Cell::Count(of(State::Pending)),
            Cell::Count(of(State::Overdue)),
        ]);
    }
    Part::new("commitments")
        .note("commitments-how", vec![("date", Cell::Day(frozen.known_on()))])
        .table(table)
}

/// What was recommended and nobody closed.
pub(super) async fn recommendations(asked: &mut Asked<'_>, key: &'static str) -> Result<Part, Unread> {
    let frozen = asked.frozen;
    let all = queries::recommendations(asked.conn, frozen.known).await?;
    let columns = ["recommendation", "nature", "made-by", "body", "made-on", "due-on", "course"];
    let mut table = Grid::new(key, &columns);
    let mut closed = 0_usize;
    for (one, steps) in &all {
        let course = course(steps);
        if course == Course::Closed {
            closed += 1;
            continue;
        }
        table.rows.push(vec![
            Cell::Said(one.text.clone(), None).at(&["recomendacion", one.code.as_str()]),
            Cell::Word("evaluations-nature", one.nature.as_str().to_owned()),
            Cell::Word("evaluations-source", one.source.as_str().to_owned()),
            Cell::text(one.entity.to_string()).at(&["entidad", one.entity.as_str()]),
            Cell::Day(one.made_on),
            one.due_on.map_or(Cell::Unknown, Cell::Day),
            Cell::Word("evaluations-course", course.as_str().to_owned()),
        ]);
    }
    Ok(Part::new("recommendations")
        .note("recommendations-how", vec![("closed", Cell::Count(closed))])
        .table(table))
}
