//! `/procedimiento/{code}`: how this works, by which law, how long it takes: drawn, and as lists.
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use jiff::civil::Date;
use law::{CountryLaw, RuleStatus, Subject};
use pack::Pack;
use web::components::{Cell, Column, Facts, Notice, NoticeKind, Table};
use web::{Matter, PageError, Reading, Shell, origins};
use workflow::{DeclaredClock, Diagram, EdgeKind, Named, Procedure};

use super::{drawing::Drawing, words};
use crate::queries;

#[derive(Template)]
#[template(path = "procedure.html")]
pub struct ProcedurePage {
    shell: Shell,
    facts: Facts,
    /// Said where a norm is still to be read.
    unsure: Option<Notice>,
    drawing: Drawing,
    states: Table,
    acts: Table,
    clocks: Table,
}

/// The law that gives the terms, on the day of the page.
pub struct Terms<'a> {
    pub law: &'a CountryLaw,
    pub on: Date,
    pub known_on: Date,
}

pub async fn get(mut reading: Reading, Path(code): Path<String>) -> Result<Response, PageError> {
    let (known, on, known_on) = (reading.known, reading.judged_on(), reading.known_on());
    let files = reading.app.files.clone();
    let all = queries::procedures(reading.conn(), &files, known).await.map_err(PageError::internal)?;
    let procedure = all.in_force(&code, on, known_on).ok_or(PageError::NotFound)?;
    let law = Pack::law_known(reading.conn(), &files, known).await.map_err(PageError::internal)?;
    let title = words::title_in(reading.view.lang, &procedure.title).to_owned();
    let mut shell =
        reading.shell(&title, Matter::Real).under("/procedimientos", &reading.t("procedures-list"));
    let paths = queries::procedure_files(reading.conn(), &files, known).await.map_err(PageError::internal)?;
    let paths: Vec<&str> =
        paths.iter().map(String::as_str).chain(["law/rules.csv", "planning/procedures.csv"]).collect();
    origins::add(&mut reading, &mut shell, &pack::origin(&paths)).await?;
    let pack = Pack::known(reading.conn(), &files, known).await.map_err(PageError::internal)?;
    let following = queries::following(&pack).map_err(PageError::internal)?;
    let followed = |row: &&queries::Follows| row.procedure == code && row.valid.holds_on(on);
    let followed: Vec<&str> = following.iter().filter(followed).map(|row| row.plan_type.as_str()).collect();
    let page = ProcedurePage::of(shell, procedure, (&Terms { law: &law, on, known_on }, &followed));
    if let Some(file) = Table::asked(&page.shell, [&page.states, &page.acts, &page.clocks]) {
        return file;
    }
    web::html(&page)
}

impl ProcedurePage {
    pub fn of(shell: Shell, procedure: &Procedure, (terms, followed): (&Terms<'_>, &[&str])) -> Self {
        let diagram = Diagram::of(procedure);
        let sources =
            procedure.source.iter().chain(procedure.acts.iter().filter_map(|act| act.source.as_ref()));
        let mut sources = sources.chain(procedure.clocks.iter().filter_map(|clock| clock.source.as_ref()));
        let is_unsure = sources.any(|source| source.status == RuleStatus::ToBeConfirmed);
        let unsure = || Notice::new(&shell, NoticeKind::Warning, shell.t("procedures-unsure-norm").as_str());
        Self {
            facts: facts(&shell, procedure, followed),
            unsure: is_unsure.then(unsure),
            drawing: Drawing::of(&shell, procedure, &diagram),
            states: states(&shell, procedure, &diagram),
            acts: acts(&shell, procedure, &diagram),
            clocks: clocks(&shell, procedure, terms),
            shell,
        }
    }
}

fn facts(shell: &Shell, procedure: &Procedure, followed: &[&str]) -> Facts {
    let list = |named: &[Named]| {
        let titles: Vec<&str> = named.iter().map(|one| words::title(shell, &one.title)).collect();
        titles.join(" · ")
    };
    let norm = procedure.source.as_ref().map(words::norm).unwrap_or_default();
    let followed =
        if followed.is_empty() { shell.t("procedures-followed-none") } else { followed.join(" · ") };
    let since = shell.t1("procedures-in-force-since", "date", shell.date(procedure.valid_from));
    Facts::default()
        .with(&shell.t("procedures-norm"), format!("{norm} · {since}").as_str())
        .with(&shell.t("procedures-followed"), followed.as_str())
        .with(&shell.t("procedures-roles"), list(&procedure.roles).as_str())
        .with(&shell.t("procedures-phases"), list(&procedure.phases).as_str())
        .with(&shell.t("procedures-code"), procedure.id().as_str())
}

fn named<'p>(shell: &Shell, all: &'p [Named], code: &'p str) -> &'p str {
    all.iter().find(|one| one.code == code).map_or(code, |one| words::title(shell, &one.title))
}

fn states(shell: &Shell, procedure: &Procedure, diagram: &Diagram<'_>) -> Table {
    let columns = vec![
        Column::text(&shell.t("procedures-state")),
        Column::text(&shell.t("procedures-phase")),
        Column::text(&shell.t("procedures-can")),
    ];
    let mut table = Table::new("estados", &shell.t("procedures-states"), columns).stacked();
    for item in diagram.outline(procedure) {
        let exits: Vec<String> = item
            .exits
            .iter()
            .map(|exit| {
                let act = words::title(shell, &exit.act.title);
                let leads = words::title(shell, &exit.to.title);
                if exit.to.code == item.state.code { act.to_owned() } else { format!("{act} → {leads}") }
            })
            .collect();
        let exits = if exits.is_empty() { shell.t("procedures-ends") } else { exits.join("; ") };
        table.push(vec![
            Cell::text(words::title(shell, &item.state.title)),
            Cell::text(named(shell, &procedure.phases, &item.state.phase)),
            Cell::text(&exits),
        ]);
    }
    table.with_files(shell)
}

fn acts(shell: &Shell, procedure: &Procedure, diagram: &Diagram<'_>) -> Table {
    let columns = vec![
        Column::text(&shell.t("procedures-number")),
        Column::text(&shell.t("procedures-act")),
        Column::text(&shell.t("procedures-who")),
        Column::text(&shell.t("procedures-needs")),
        Column::text(&shell.t("procedures-leads")),
        Column::text(&shell.t("procedures-norm")),
    ];
    let mut table = Table::new("actos", &shell.t("procedures-acts"), columns).stacked();
    for (at, act) in procedure.acts.iter().enumerate() {
        let kind = diagram.edges.iter().find(|edge| edge.act.code == act.code).map(|edge| edge.kind);
        let mut who: Vec<String> =
            act.by.iter().map(|role| named(shell, &procedure.roles, role).to_owned()).collect();
        if matches!(kind, Some(EdgeKind::Lapse | EdgeKind::Either)) {
            who.push(shell.t("procedures-silence"));
        }
        let mut needs: Vec<String> =
            act.documents.iter().map(|code| named(shell, &procedure.documents, code).to_owned()).collect();
        needs.extend(act.is_answered.then(|| shell.t("procedures-answers")));
        needs.extend(act.reason.then(|| shell.t("procedures-reason")));
        let to = act.to.as_deref().and_then(|to| procedure.state(to));
        let leads =
            to.map_or_else(|| shell.t("procedures-stays"), |to| words::title(shell, &to.title).to_owned());
        let source = act.source.as_ref().or(procedure.source.as_ref());
        table.push(vec![
            Cell::text(&(at + 1).to_string()),
            Cell::text(words::title(shell, &act.title)),
            Cell::text(&who.join("; ")),
            Cell::text(&needs.join("; ")),
            Cell::text(&leads),
            Cell::text(&source.map(words::norm).unwrap_or_default()),
        ]);
    }
    table.with_files(shell)
}

fn clocks(shell: &Shell, procedure: &Procedure, terms: &Terms<'_>) -> Table {
    let columns = vec![
        Column::text(&shell.t("procedures-clock")),
        Column::text(&shell.t("procedures-term")),
        Column::text(&shell.t("procedures-extension")),
        Column::text(&shell.t("procedures-lapses")),
        Column::text(&shell.t("procedures-norm")),
    ];
    let mut table = Table::new("plazos", &shell.t("procedures-clocks"), columns).stacked();
    for clock in &procedure.clocks {
        let lapse = procedure.act(&clock.lapse).map(|act| words::title(shell, &act.title));
        let source = clock.source.as_ref().or(procedure.source.as_ref());
        table.push(vec![
            Cell::text(words::title(shell, &clock.title)),
            term(shell, terms, &clock.term),
            Cell::text(&extension(shell, terms, clock)),
            Cell::text(lapse.unwrap_or(&clock.lapse)),
            Cell::text(&source.map(words::norm).unwrap_or_default()),
        ]);
    }
    table.with_files(shell)
}

/// The term as the law of the day gives it; it leads to the calculator.
fn term(shell: &Shell, terms: &Terms<'_>, key: &str) -> Cell {
    let Some(words) = length(shell, terms, key) else { return Cell::text(&shell.t("procedures-no-term")) };
    let href = shell.link(super::PATH);
    let joint = if href.contains('?') { '&' } else { '?' };
    Cell::link(&format!("{href}{joint}rule={}", web::encode(key)), &words)
}

fn length(shell: &Shell, terms: &Terms<'_>, key: &str) -> Option<String> {
    let rules = terms.law.rulebook.at(terms.on).known(terms.known_on);
    rules.term(key, &Subject::country()).ok().map(|answer| words::term(shell, answer.value))
}

fn extension(shell: &Shell, terms: &Terms<'_>, clock: &DeclaredClock) -> String {
    let Some(extension) = &clock.extension else { return shell.t("procedures-no-extension") };
    let rules = terms.law.rulebook.at(terms.on).known(terms.known_on);
    let times = rules.count(&extension.times, &Subject::country()).map(|answer| answer.value);
    let times = times.ok().and_then(|times| i64::try_from(times).ok()).unwrap_or_default();
    let cap = length(shell, terms, &extension.cap).unwrap_or_else(|| shell.t("procedures-no-term"));
    shell.ta("procedures-extension-words", &[("cap", cap.into()), ("times", times.into())])
}
