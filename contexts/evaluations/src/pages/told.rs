//! What public pages and those of the office tell alike.
use std::collections::BTreeMap;

use directory::domain::Entity;
use jiff::civil::Date;
use web::{
    Html, Shell,
    components::{Cell, Facts, Table},
};
use workflow::By;

use super::{
    links,
    parts::{link, said, table},
    words,
};
use crate::{
    domain::{Block, Commitment, Decision, Evaluation, Progress, Request, commitment, request::Purse},
    queries::{MatrixView, Report},
};

/// Names of bodies by code.
pub(super) type Bodies = BTreeMap<String, String>;

pub(super) fn named(bodies: Vec<Entity>) -> Bodies {
    bodies.into_iter().map(|one| (one.code.to_string(), one.name)).collect()
}

pub(super) fn body(shell: &Shell, bodies: &Bodies, code: &str) -> Html {
    let name = bodies.get(code).map_or(code, String::as_str);
    link(&shell.view.link_to(&["entidad", code]), name)
}

/// The title of an evaluation as a link, marked where it is of the sample.
pub(super) fn titled(shell: &Shell, href: &str, of: &Evaluation) -> Html {
    let title = super::parts::plainly(shell, &of.title, of.title_en.as_deref());
    let mark = if of.is_sample { shell.sample_mark() } else { Html::default() };
    link(href, title).and(&mark)
}

/// What an evaluation says of itself.
pub(super) fn head(shell: &Shell, of: &Evaluation, report: Option<&Report>, bodies: &Bodies) -> Facts {
    let say = |key: &str| shell.t(&format!("evaluations-{key}"));
    let stage = of.stage(report.map(|report| report.delivered_on));
    let evaluator = match &of.evaluator {
        None => Html::text(&say("no-evaluator")),
        Some(one) => match &one.entity {
            Some(code) => Html::text(&one.name).and(&body(shell, bodies, code.as_str())),
            None => Html::text(&one.name),
        },
    };
    let facts = Facts::default()
        .with(&say("kind"), say(&format!("kind-{}", of.kind.as_str())).as_str())
        .with(&say(&format!("about-{}", of.kind.about().as_str())), links::subject(shell, of))
        .with(&say("body"), body(shell, bodies, of.entity.as_str()))
        .with(&say("year"), of.year.to_string().as_str())
        .with(&say("evaluator"), evaluator)
        .with(&say("stage"), say(&format!("stage-{}", stage.as_str())).as_str());
    match report {
        None => facts,
        Some(report) => facts
            .with(&say("delivered-on"), shell.date(report.delivered_on).as_str())
            .with(&say("recorded-at"), shell.moment(report.at).as_str())
            .with(&say("summary"), said(shell, &report.summary, None)),
    }
}

/// Where a matrix stands, by when it is due, and whether that was kept.
pub(super) fn matrix(shell: &Shell, view: &MatrixView, on: Date) -> Facts {
    let say = |key: &str| shell.t(&format!("evaluations-{key}"));
    let state = view.procedure.state(&view.standing.state);
    let state = state.map(|state| words::title(shell.lang(), &state.title)).unwrap_or_default();
    let mut facts = Facts::default().with(&say("matrix-state"), state.as_str());
    if let Some(due) = view.due() {
        facts = facts.with(&say("matrix-due"), shell.date(due).as_str());
        let is_late = !view.is_signed() && due < on;
        if is_late {
            facts = facts.with(&say("matrix-late"), say("matrix-late-words").as_str());
        }
    }
    facts
}

/// What was done with a matrix, the last first.
pub(super) fn acts(shell: &Shell, view: &MatrixView) -> Table {
    let mut table = table(shell, "actos", "acts", &["act-when", "act", "act-who", "act-reason"]).stacked();
    for event in view.standing.events.iter().rev() {
        let act = view.procedure.act(&event.act).map(|act| words::title(shell.lang(), &act.title));
        let taken = event.written.and_then(|at| view.taken.get(at));
        let who = match &event.by {
            By::Clock(_) => shell.t("evaluations-silence"),
            By::Role(role) => taken.and_then(|taken| taken.post.clone()).unwrap_or_else(|| role.clone()),
        };
        table.push(vec![
            Cell::text(&shell.moment(event.at)),
            Cell::text(&act.unwrap_or_else(|| event.act.clone())),
            Cell::text(&who),
            Cell::text(taken.map_or("", |taken| taken.act.reason.as_str())),
        ]);
    }
    table
}

/// Lines of a matrix; with how each stands where it is signed.
pub(super) fn lines(shell: &Shell, lines: &[Commitment], signed: Option<(&[Progress], Date)>) -> Table {
    let mut columns = vec![
        "line-code",
        "line-action",
        "line-responsible",
        "line-indicator",
        "line-target",
        "line-deadline",
    ];
    if signed.is_some() {
        columns.push("line-state");
    }
    let id = if signed.is_some() { "compromisos" } else { "proyecto" };
    let mut table = table(shell, id, "commitments", &columns).stacked();
    for line in lines {
        let mut cells = vec![
            Cell::text(&line.code),
            Cell::html(said(shell, &line.action, None), &line.action),
            Cell::html(said(shell, &line.responsible, None), &line.responsible),
            Cell::html(said(shell, &line.indicator, None), &line.indicator),
            Cell::html(said(shell, &line.target, None), &line.target),
            Cell::html(Html::text(&shell.date(line.deadline)), &line.deadline.to_string()),
        ];
        if let Some((progress, on)) = signed {
            let state = commitment::state(line, progress, on);
            cells.push(Cell::text(&shell.t(&format!("evaluations-state-{}", state.as_str()))));
        }
        table.push(cells);
    }
    table
}

/// Progress that was reported, the last first. `files` gives the way to the evidence, where the reader may have it.
pub(super) fn progress(
    shell: &Shell,
    all: &[Progress],
    files: impl Fn(&Progress) -> Option<String>,
) -> Table {
    let columns = [
        "progress-number",
        "line-code",
        "progress-when",
        "progress-text",
        "progress-evidence",
        "progress-verdict",
    ];
    let mut table = table(shell, "avances", "progress", &columns).stacked();
    for one in all.iter().rev() {
        let evidence = match files(one) {
            Some(href) => link(&href, &one.evidence_name),
            None => Html::text(&shell.t("evaluations-evidence-unread")),
        };
        let verdict = match &one.verified {
            None => Html::text(&shell.t("evaluations-verdict-none")),
            Some(found) => Html::text(&shell.t(&format!("evaluations-verdict-{}", found.verdict.as_str())))
                .and(&Html::text(": "))
                .and(&said(shell, &found.reason, None)),
        };
        table.push(vec![
            Cell::text(&one.number.to_string()),
            Cell::text(&one.commitment),
            Cell::text(&shell.moment(one.at)),
            Cell::html(said(shell, &one.text, None), &one.text),
            Cell::html(evidence, &one.evidence.to_string()),
            Cell::html(verdict.clone(), &verdict.to_text().unwrap_or_default()),
        ]);
    }
    table
}

/// The sheet of a request.
pub(super) fn sheet(shell: &Shell, of: &Request, purse: Option<&Purse>, bodies: &Bodies) -> Facts {
    let say = |key: &str| shell.t(&format!("evaluations-{key}"));
    let objective = match of.objective.parse() {
        Ok(element) => link(&planning::pages::links::element_href(&shell.view, &element), &of.objective),
        Err(_) => Html::text(&of.objective),
    };
    let tied = of.tied.iter().map(|(evaluation, code)| format!("{evaluation}/{code}"));
    let mut facts = Facts::default()
        .with(&say("body"), body(shell, bodies, of.entity.as_str()))
        .with(&say("request-year"), of.year.to_string().as_str())
        .with(&say("about-programme"), link(&shell.view.link_to(&["programa", &of.programme]), &of.programme))
        .with(&say("request-objective"), objective)
        .with(&say("request-amount"), shell.money(of.amount))
        .with(&say("request-purpose"), said(shell, &of.purpose, None))
        .with(&say("request-results"), said(shell, &of.results, None))
        .with(&say("request-at"), shell.moment(of.at).as_str());
    let tied: Vec<String> = tied.collect();
    if !tied.is_empty() {
        facts = facts.with(&say("request-tied"), tied.join(", ").as_str());
    }
    match purse {
        None => facts,
        Some(purse) => facts
            .with(&say("ceiling-has"), shell.money(purse.ceiling.has))
            .with(&say("ceiling"), shell.money(purse.ceiling.ceiling))
            .with(&say("ceiling-source"), said(shell, &purse.ceiling.source, None))
            .with(&say("others-ask"), shell.money(purse.others_ask)),
    }
}

/// What stands in the way, each with the evaluation it comes from.
pub(super) fn blocks(shell: &Shell, id: &str, caption: &str, all: &[Block]) -> Table {
    let mut table = table(shell, id, caption, &["block", "evaluation"]).stacked();
    for one in all {
        let code = one.evaluation();
        table.push(vec![
            Cell::text(&words::block(shell, one)),
            Cell::link(&links::evaluation_href(&shell.view, code), code.as_str()),
        ]);
    }
    table
}

/// Steps of the directorate, the last first, with what was passed over and why.
pub(super) fn decisions(shell: &Shell, all: &[Decision]) -> Table {
    let columns =
        ["act-when", "step", "#step-amount", "step-reason", "step-passed", "step-override", "act-who"];
    let mut table = table(shell, "pasos", "steps", &columns).stacked();
    for one in all.iter().rev() {
        let passed: Vec<String> = one.blocks.iter().map(|block| words::block(shell, block)).collect();
        table.push(vec![
            Cell::text(&shell.moment(one.at)),
            Cell::text(&shell.t(&format!("evaluations-step-{}", one.step.as_str()))),
            one.amount.map_or_else(Cell::default, |amount| Cell::money(shell, amount)),
            Cell::html(said(shell, &one.reason, None), &one.reason),
            Cell::text(&passed.join(" ")),
            Cell::html(said(shell, &one.override_reason, None), &one.override_reason),
            Cell::text(&one.post),
        ]);
    }
    table
}
