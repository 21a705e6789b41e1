//! `/oficina/planes/{case}`: a plan on its way: how it stands, what may be done, what the draft changes and breaks.
use std::sync::Arc;

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use base::RowErrors;
use planning::{domain::difference::difference, queries::LeftHanging};
use web::{
    Html, Matter, PageError, Shell,
    components::{Cell, Column, Facts, Field, Form, Input, Notice, NoticeKind, Table},
    gate::Office,
};
use workflow::{By, DeclaredAct};

use super::{acts::FILE, country, words};
use crate::{
    DRAFT,
    actions::draft_of,
    domain::{CaseCode, Consultation, Held, approved},
    queries::{self, CaseView},
};

/// What was wrong with what was sent.
pub(super) struct Wrong {
    pub words: String,
    pub rows: Option<RowErrors>,
}

#[derive(Template)]
#[template(path = "case.html")]
struct CasePage {
    shell: Shell,
    procedure: String,
    consultations: Vec<(String, String)>,
    answers: Option<String>,
    notices: Vec<Notice>,
    refused: Option<Table>,
    facts: Facts,
    start: String,
    upload: Option<String>,
    upload_hint: String,
    acts: Vec<ActForm>,
    changes: Option<Table>,
    orphaned: Vec<String>,
    orphans: Option<Table>,
    held: Option<Table>,
    drafts: Table,
    history: Table,
    comments: Table,
    comment: Option<Form>,
}

/// The form of an act that may be done now.
struct ActForm {
    action: String,
    code: String,
    title: String,
    /// Kind, and what it is called.
    documents: Vec<(String, String)>,
    asks_reason: bool,
    reason_words: String,
    asks_resolution: bool,
    asks_extension: bool,
}

pub async fn get(office: Office, Path(code): Path<CaseCode>) -> Result<Response, PageError> {
    show(&office, &code, None).await
}

pub(super) async fn show(
    office: &Office,
    code: &CaseCode,
    wrong: Option<Wrong>,
) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let (files, of, now, today) =
        (office.app.files.clone(), country(&office.app), office.app.now(), reading.today);
    let role = office.somebody.post().map_or("", |post| post.role);
    let known = reading.known;
    let conn = reading.conn();
    let view = queries::case(conn, &files, of, (code, now, role)).await.map_err(PageError::internal)?;
    let view = view.ok_or(PageError::NotFound)?;
    let body = directory::queries::entities(conn, known, today).await?;
    let body = body
        .get(view.head.entity.as_str())
        .map_or_else(|| view.head.entity.to_string(), |body| body.name.clone());
    let (mut judged, mut plan_title) = (None, None);
    if let Some(last) = view.drafts.last()
        && let Ok(draft) = draft_of(&files, &view.head, (&last.digest, &last.name))
    {
        let plan = planning::domain::reference::PlanRef { plan: view.head.plan.clone(), version: None };
        let before = planning::queries::plan(conn, known, today, &plan).await?;
        plan_title = Some(draft.version.title.clone());
        // Judged as if it were in force by an instrument that is still to come.
        let as_law = approved(&draft, code.as_str(), today).map_err(PageError::internal)?;
        let held = queries::held_back(conn, &files, today, &as_law).await.map_err(PageError::internal)?;
        let changed = match &before {
            Some(before) => {
                let changed = difference(before, &draft);
                let orphaned = queries::orphaned(conn, (known, today), before, &changed).await?;
                Some((changed, orphaned))
            }
            None => None,
        };
        judged = Some((changed, held));
    }
    let consultations = queries::consultations_of(conn, code).await?;
    let title = format!("{}@{}", view.head.plan, view.head.version);
    let shell = reading.shell(&title, Matter::Real);
    let shell = shell.under("/oficina", &reading.t("formulation-office"));
    let shell = shell.under(super::PATH, &reading.t("formulation-title"));
    let is_wrong = wrong.is_some();
    let named = Named { body: &body, plan: plan_title.as_deref() };
    let page = CasePage::of(shell, office, (&view, named, &consultations), judged.as_ref(), wrong.as_ref());
    let mut response = web::html(&page)?;
    if is_wrong {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

type Judged = (Option<(planning::domain::difference::Difference, Arc<LeftHanging>)>, Held);

impl CasePage {
    fn of(
        shell: Shell,
        office: &Office,
        (view, named, consultations): (&CaseView, Named, &[Consultation]),
        judged: Option<&Judged>,
        wrong: Option<&Wrong>,
    ) -> Self {
        let refused = wrong.and_then(|wrong| wrong.rows.as_ref()).map(|rows| rejected(&shell, rows));
        let may = |action: &str| office.may(action, &office.resource);
        let drafting = view.procedure.writes(&view.standing.state);
        let path = |last: &str| shell.link(&format!("/oficina/planes/{}/{last}", view.head.code));
        let acts = view.possible.iter().map(|act| act_form(&shell, view, act, path("acto")));
        let changed = judged.and_then(|(changed, _)| changed.as_ref());
        let opened = |one: &Consultation| {
            let words = shell.t1("formulation-consulted-on", "date", shell.moment(one.opened_at));
            (shell.link(&format!("/consulta/{}", one.code)), words)
        };
        Self {
            procedure: shell.link(&format!("/procedimiento/{}", view.head.procedure_code())),
            answers: (!consultations.is_empty() && may("answer_consultation")).then(|| path("consulta")),
            consultations: consultations.iter().map(opened).collect(),
            notices: notices(&shell, wrong),
            refused,
            facts: facts(&shell, view, named),
            start: path("libro"),
            upload: (drafting && may("draft_plan")).then(|| path("proyecto")),
            upload_hint: shell.t("formulation-upload-hint"),
            acts: if may("move_plan_case") { acts.collect() } else { Vec::new() },
            changes: changed.map(|(changed, _)| changes(&shell, changed)),
            orphaned: changed.map(|(_, left)| losses(&shell, left)).unwrap_or_default(),
            orphans: changed.filter(|(_, left)| left.elements > 0).map(|(_, left)| orphans(&shell, left)),
            held: judged.filter(|(_, held)| !held.0.is_empty()).map(|(_, held)| holds(&shell, held)),
            drafts: drafts(&shell, view),
            history: history(&shell, view),
            comments: comments(&shell, view),
            comment: may("comment_plan_case").then(|| comment(&shell, view)),
            shell,
        }
    }
}

fn notices(shell: &Shell, wrong: Option<&Wrong>) -> Vec<Notice> {
    let done = shell.view.one("hecho").filter(|what| ["proyecto", "acto", "comentario"].contains(what));
    let done = done.map(|what| (NoticeKind::Done, shell.t(&format!("formulation-done-{what}"))));
    let wrong = wrong.map(|wrong| (NoticeKind::Warning, wrong.words.clone()));
    done.into_iter().chain(wrong).map(|(kind, words)| Notice::new(shell, kind, Html::text(&words))).collect()
}

fn rejected(shell: &Shell, rows: &RowErrors) -> Table {
    let columns = ["sheet", "line", "column", "value", "why"];
    let columns = columns.map(|name| Column::text(&shell.t(&format!("formulation-row-{name}")))).to_vec();
    let mut table = Table::new("filas", &shell.t("formulation-rows"), columns).stacked();
    for row in &rows.0 {
        let cells = [&row.file, &row.line.to_string(), &row.column, &row.value, &shell.reason(&row.reason)];
        table.push(cells.map(|cell| Cell::text(cell)).to_vec());
    }
    table
}

/// What the codes of a case are called.
#[derive(Clone, Copy)]
struct Named<'a> {
    body: &'a str,
    /// Of the last draft; none before there is one.
    plan: Option<&'a str>,
}

fn facts(shell: &Shell, view: &CaseView, named: Named) -> Facts {
    let state = view.procedure.state(&view.standing.state);
    let state = state.map(|state| words::title(shell.lang(), &state.title)).unwrap_or_default();
    let mut facts = Facts::default()
        .with(&shell.t("formulation-case"), view.head.code.as_str())
        .with(&shell.t("formulation-plan"), named.plan.unwrap_or(view.head.plan.as_str()))
        .with(&shell.t("formulation-body"), named.body)
        .with(&shell.t("formulation-state"), state.as_str())
        .with(&shell.t("formulation-began"), shell.moment(view.head.started_at).as_str());
    for run in view.standing.open() {
        let clock = view.procedure.clock(&run.clock).map(|clock| words::title(shell.lang(), &clock.title));
        let due = run.due().map_or_else(|| shell.t("formulation-no-due"), |due| shell.date(due));
        facts = facts.with(&clock.unwrap_or_else(|| run.clock.clone()), due.as_str());
    }
    facts
}

fn act_form(shell: &Shell, view: &CaseView, act: &DeclaredAct, action: String) -> ActForm {
    let named = |kind: &String| {
        let found = view.procedure.documents.iter().find(|document| document.code == *kind);
        (
            kind.clone(),
            found.map_or_else(|| kind.clone(), |document| words::title(shell.lang(), &document.title)),
        )
    };
    let leads = act.to.as_deref().and_then(|to| view.procedure.state(to)).map(|state| state.phase.as_str());
    let approves = leads == Some(crate::APPROVED);
    let unanswered = view.procedure.leaves_unanswered(act, &view.standing.state);
    ActForm {
        action,
        code: act.code.clone(),
        title: words::title(shell.lang(), &act.title),
        documents: act
            .documents
            .iter()
            .filter(|kind| *kind != DRAFT)
            .map(named)
            .map(|(kind, name)| (format!("{FILE}{kind}"), name))
            .collect(),
        asks_reason: act.reason || approves,
        reason_words: shell.t(match (approves, unanswered) {
            (true, _) => "formulation-justification",
            (false, true) => "formulation-reason-public",
            (false, false) => "formulation-reason",
        }),
        asks_resolution: approves,
        asks_extension: view.procedure.extended_by(&act.code).is_some(),
    }
}

fn changes(shell: &Shell, changed: &planning::domain::difference::Difference) -> Table {
    let columns =
        ["what", "which"].map(|name| Column::text(&shell.t(&format!("formulation-change-{name}")))).to_vec();
    let mut table = Table::new("cambios", &shell.t("formulation-changes"), columns).stacked();
    let mut row = |key: &str, which: String| {
        if !which.is_empty() {
            table.push(vec![Cell::text(&shell.t(&format!("formulation-change-{key}"))), Cell::text(&which)]);
        }
    };
    let list = |codes: &[base::codes::ElementCode]| {
        codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
    };
    row("added", list(&changed.elements_added));
    row("dropped", list(&changed.elements_dropped));
    row("changed", list(&changed.elements_changed));
    let cards = |codes: &[base::codes::IndicatorCode]| {
        codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
    };
    row("indicators-added", cards(&changed.indicators_added));
    row("indicators-dropped", cards(&changed.indicators_dropped));
    row("indicators-changed", cards(&changed.indicators_changed));
    for moved in &changed.targets_moved {
        let key = match moved.moved {
            planning::domain::target::Move::Raised => "raised",
            planning::domain::target::Move::Lowered => "lowered",
            _ => "moved",
        };
        let at = format!("{} {}", moved.key.indicator, shell.period(moved.key.period));
        row(key, format!("{at}: {} → {}", shell.value(moved.old.value), shell.value(moved.new.value)));
    }
    let targets = |n: usize| if n == 0 { String::new() } else { shell.count(n) };
    row("targets-added", targets(changed.targets_added.len()));
    row("targets-dropped", targets(changed.targets_dropped.len()));
    table
}

/// "If these objectives go, these plans of these bodies lose their parent."
fn losses(shell: &Shell, left: &LeftHanging) -> Vec<String> {
    let args = [
        ("elements", left.elements.into()),
        ("plans", left.plans.len().into()),
        ("entities", left.entities.len().into()),
    ];
    let lost = (left.elements > 0).then(|| shell.ta("formulation-orphans", &args));
    let kept = (left.kept > 0).then(|| shell.t1("formulation-orphans-kept", "n", left.kept));
    lost.into_iter().chain(kept).collect()
}

/// Plans listed; the words before say how many there are.
const ORPHANS_MAX: usize = 100;

fn orphans(shell: &Shell, left: &LeftHanging) -> Table {
    let columns = vec![
        Column::text(&shell.t("formulation-plan")),
        Column::text(&shell.t("formulation-body")),
        Column::number(&shell.t("formulation-orphans-elements")),
    ];
    let mut table = Table::new("sin-superior", &shell.t("formulation-orphans-table"), columns).stacked();
    for (plan, (entity, n)) in left.plans.iter().take(ORPHANS_MAX) {
        table.push(vec![
            Cell::link(&shell.link(&format!("/plan/{plan}")), plan.as_str()),
            Cell::text(entity.as_ref().map_or("", |code| code.as_str())),
            Cell::count(shell, *n),
        ]);
    }
    let left_out = left.plans.len().saturating_sub(ORPHANS_MAX);
    if left_out > 0 {
        table.note(Html::text(&shell.t1("formulation-orphans-left-out", "n", left_out)));
    }
    table
}

fn holds(shell: &Shell, held: &Held) -> Table {
    let columns = ["subject", "rule", "source"];
    let columns = columns.map(|name| Column::text(&shell.t(&format!("formulation-held-{name}")))).to_vec();
    let mut table = Table::new("reparos", &shell.t("formulation-held"), columns).stacked();
    for finding in &held.0 {
        let args: Vec<(&str, web::Arg)> =
            finding.args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
        let said = shell.ta(&finding.message(), &args);
        table.push(vec![
            Cell::text(&finding.subject.to_string()),
            Cell::text(&said),
            Cell::text(&finding.source),
        ]);
    }
    table
}

fn drafts(shell: &Shell, view: &CaseView) -> Table {
    let columns = ["number", "file", "post", "when"];
    let columns = columns.map(|name| Column::text(&shell.t(&format!("formulation-draft-{name}")))).to_vec();
    let mut table = Table::new("proyectos", &shell.t("formulation-drafts"), columns).stacked();
    for draft in view.drafts.iter().rev() {
        let href = shell.link(&format!("/oficina/planes/{}/documento/{}", view.head.code, draft.digest));
        table.push(vec![
            Cell::text(&draft.number.to_string()),
            Cell::link(&href, &draft.name),
            Cell::text(&draft.post),
            Cell::text(&shell.moment(draft.at)),
        ]);
    }
    table
}

fn history(shell: &Shell, view: &CaseView) -> Table {
    let columns = ["when", "act", "who", "reason"];
    let columns = columns.map(|name| Column::text(&shell.t(&format!("formulation-act-{name}")))).to_vec();
    let mut table = Table::new("actos", &shell.t("formulation-history"), columns).stacked();
    for event in view.standing.events.iter().rev() {
        let act = view.procedure.act(&event.act).map(|act| words::title(shell.lang(), &act.title));
        let taken = event.written.and_then(|at| view.taken.get(at));
        let who = match &event.by {
            By::Clock(_) => shell.t("formulation-silence"),
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

fn comments(shell: &Shell, view: &CaseView) -> Table {
    let columns = ["element", "text", "post", "when"];
    let columns = columns.map(|name| Column::text(&shell.t(&format!("formulation-comment-{name}")))).to_vec();
    let mut table = Table::new("comentarios", &shell.t("formulation-comments"), columns).stacked();
    for said in view.comments.iter().rev() {
        table.push(vec![
            Cell::text(said.element.as_deref().unwrap_or_default()),
            Cell::text(&said.text),
            Cell::text(&said.post),
            Cell::text(&shell.moment(said.at)),
        ]);
    }
    table
}

fn comment(shell: &Shell, view: &CaseView) -> Form {
    Form::new(
        shell,
        &format!("/oficina/planes/{}/comentario", view.head.code),
        &shell.t("formulation-comment-send"),
    )
    .field(Field::new("element", &shell.t("formulation-comment-element"), Input::Text).optional())
    .field(Field::new("text", &shell.t("formulation-comment-text"), Input::Area))
}
