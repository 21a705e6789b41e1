//! `/prospectiva/{study}`: a published study, step by step in the order of the process.
use std::collections::BTreeMap;

use axum::{extract::Path, response::Response};
use web::{
    Html, Matter, PageError, Reading, Shell,
    components::{Cell, Facts, Table},
    origins,
};

use super::{
    links,
    parts::{Page, Section, link, plainly, said, table},
    told, words,
};
use crate::{
    domain::{Content, Gap, Kind, Panel, Step, gaps, structure, taken_up},
    queries::{self, Announced, Answered, FormerChoice, Objectives, origin},
};

/// What the page shows.
pub(super) struct Found {
    pub announced: Announced,
    pub body: String,
    pub content: Content,
    pub answers: Vec<Answered>,
    pub former: Vec<FormerChoice>,
    pub objectives: Objectives,
}

impl Found {
    pub async fn load(reading: &mut Reading, code: &str) -> Result<Self, PageError> {
        let (known, on) = (reading.known, reading.today);
        let conn = reading.conn();
        let announced = queries::announced(conn, known, code).await?.ok_or(PageError::NotFound)?;
        let entity = announced.study.entity.as_str().to_owned();
        let body = directory::queries::entities_of(conn, known, on, &[&entity]).await?.pop();
        let content = queries::published(conn, known, code).await?;
        let tied = told::rows(&content, Kind::Objective).map(|item| item.text("objective"));
        let objectives = queries::objectives(conn, (known, on), tied).await?;
        Ok(Self {
            announced,
            body: body.map_or(entity, |body| body.name),
            answers: queries::answers(conn, known, code).await?,
            former: queries::former_choices(conn, known, code).await?,
            objectives,
            content,
        })
    }

    pub fn shell(&self, reading: &Reading, title: &str) -> Shell {
        let shell = reading.shell(title, Matter::of(self.announced.study.is_sample));
        shell.under(links::PATH, &reading.t("foresight-title"))
    }

    pub fn code(&self) -> &str {
        &self.announced.study.code
    }

    pub fn title<'a>(&'a self, shell: &Shell) -> &'a str {
        plainly(shell, &self.announced.study.title, self.announced.study.title_en.as_deref())
    }

    /// Proposals that a scenario takes up, and from how many places.
    pub fn taken(&self, scenario: &str) -> (usize, usize) {
        let taken = taken_up(&self.content, scenario);
        let places = self.answers.iter().filter(|answer| taken.proposals.contains_key(&answer.received.code));
        let places: std::collections::BTreeSet<&str> = places
            .filter_map(|answer| answer.received.territory.as_ref().map(|code| department(code.as_str())))
            .collect();
        (taken.proposals.len(), places.len())
    }
}

/// A place of two letters is a region; those below it begin with its code.
pub(super) fn department(code: &str) -> &str {
    code.get(..2).unwrap_or(code)
}

pub async fn get(mut reading: Reading, Path(code): Path<String>) -> Result<Response, PageError> {
    let found = Found::load(&mut reading, &code).await?;
    let mut shell = found.shell(&reading, "");
    shell.title = found.title(&shell).to_owned();
    origins::add(&mut reading, &mut shell, &origin::study(&code)).await?;
    let mut page = Page::new(shell);
    if found.announced.study.is_sample && found.announced.is_published {
        let words = page.shell.t("foresight-sample-scores");
        page.important(&words);
    }
    for section in sections(&page.shell, &found) {
        page.add(section);
    }
    page.answer()
}

fn sections(shell: &Shell, found: &Found) -> Vec<Section> {
    let mut all = vec![top(shell, found)];
    if found.announced.is_published {
        let (study, content) = (&found.announced.study, &found.content);
        all.push(lacks(shell, &gaps(study, content)));
        all.extend(steps(shell, found));
    }
    all
}

fn top(shell: &Shell, found: &Found) -> Section {
    let study = &found.announced.study;
    let entity = shell.view.link_to(&["entidad", study.entity.as_str()]);
    let mut facts = Facts::default()
        .with(&shell.t("foresight-body"), link(&entity, &found.body))
        .with(&shell.t("foresight-horizons"), study.horizons_text().replace(';', ", ").as_str())
        .with(
            &shell.t("foresight-scale"),
            shell.t1("foresight-scale-words", "max", study.scale_max).as_str(),
        );
    if let Some(plan) = &study.plan {
        let href = shell.view.link_to(&["plan", plan.as_str()]);
        facts = facts.with(&shell.t("foresight-plan"), link(&href, plan.as_str()));
    }
    let proposals = links::proposals_href(&shell.view, &study.code);
    let key = if found.announced.takes_proposals { "foresight-propose" } else { "foresight-see-proposals" };
    let mut section = Section::top();
    if !found.announced.is_published {
        section = section.say(shell.t("foresight-announced-words"));
    }
    section.html(Html::of(&facts)).say(link(&proposals, &shell.t(key)))
}

/// What is missing, by step.
pub(super) fn lacks(shell: &Shell, gaps: &[Gap]) -> Section {
    let section = Section::new("faltas", &shell.t("foresight-gaps"));
    if gaps.is_empty() {
        return section.say(shell.t("foresight-gaps-none"));
    }
    let line = |gap: &Gap| {
        let step = shell.t(&format!("foresight-step-{}", gap.step().as_str()));
        Html::text(&format!("{step}: {}", words::gap(shell, gap)))
    };
    section.say(shell.t("foresight-gaps-words")).list(gaps.iter().map(line).collect())
}

fn steps(shell: &Shell, found: &Found) -> Vec<Section> {
    let content = &found.content;
    let heading = |step: Step| shell.t(&format!("foresight-step-{}", step.as_str()));
    let none = shell.t("foresight-nothing");
    let files = |table: Table| if table.is_empty() { table } else { table.with_files(shell) };
    let model = told::model(shell, content);
    let mut first = Section::new("modelo", &heading(Step::Model));
    for node in model {
        first = first.html(node);
    }
    let analysis = links::analysis_href(&shell.view, found.code());
    vec![
        first,
        Section::new("entorno", &heading(Step::Trends)).table_or(files(told::trends(shell, content)), &none),
        Section::new("lista", &heading(Step::Variables))
            .table_or(files(told::variables(shell, content)), &none),
        Section::new("prioridad", &heading(Step::Prioritisation))
            .say(prioritised(shell, content))
            .say(link(&analysis, &shell.t("foresight-see-analysis"))),
        Section::new("situacion", &heading(Step::Diagnosis))
            .table_or(files(told::diagnoses(shell, content)), &none),
        Section::new("futuros", &heading(Step::Scenarios))
            .table_or(files(scenarios(shell, found)), &none)
            .table_or(files(told::risks(shell, content)), &none),
        strategy(shell, found),
    ]
}

fn prioritised(shell: &Shell, content: &Content) -> String {
    let panel = Panel::of(content);
    let found = structure(&panel);
    let strategic = told::rows(content, Kind::Variable).filter(|item| item.flag("strategic")).count();
    let args = [
        ("variables", panel.variables.len().into()),
        ("strategic", strategic.into()),
        ("experts", panel.experts().len().into()),
        ("missing", found.missing.into()),
        ("pairs", found.pairs.into()),
    ];
    shell.ta("foresight-prioritised", &args)
}

fn scenarios(shell: &Shell, found: &Found) -> Table {
    let columns = ["horizon", "scenario", "#plausibility", "central", "#taken"];
    let mut table = table(shell, "escenarios", "kinds-scenario", &columns).stacked();
    let content = &found.content;
    let mut rows: Vec<_> = told::rows(content, Kind::Scenario).collect();
    rows.sort_by_key(|item| item.whole("horizon"));
    for item in rows {
        let code = item.text("code");
        let choice = told::one(content, Kind::Choice, item.text("horizon"));
        let is_central = choice.is_some_and(|choice| choice.text("scenario") == code);
        let (proposals, _) = found.taken(code);
        table.push(vec![
            Cell::text(item.text("horizon")),
            Cell::html(told::scenario_link(shell, content, found.code(), code), item.text("title")),
            Cell::text(item.text("plausibility")),
            Cell::text(&if is_central { shell.t("foresight-central") } else { String::new() }),
            Cell::text(&proposals.to_string()),
        ]);
    }
    table
}

fn strategy(shell: &Shell, found: &Found) -> Section {
    let content = &found.content;
    let mut section = Section::new("apuesta", &shell.t("foresight-step-strategy"));
    for choice in told::rows(content, Kind::Choice) {
        let scenario = told::scenario_link(shell, content, found.code(), choice.text("scenario"));
        let words = Html::text(&shell.t1("foresight-chosen", "year", choice.text("horizon")));
        section = section.say(words.and(&scenario).and(&told::text(shell, choice, "reason")));
    }
    let items: Vec<Html> = found.former.iter().map(|former| self::former(shell, found, former)).collect();
    if !items.is_empty() {
        section = section.say(shell.t("foresight-former")).list(items);
    }
    let none = shell.t("foresight-objectives-none");
    let table = objectives(shell, found, None);
    let table = if table.is_empty() { table } else { table.with_files(shell) };
    section.table_or(table, &none)
}

fn former(shell: &Shell, found: &Found, former: &FormerChoice) -> Html {
    let args = [("year", former.horizon.to_string().into()), ("entry", former.ended.0.to_string().into())];
    let scenario = told::scenario_link(shell, &found.content, found.code(), &former.scenario);
    let reason = said(shell, &former.reason, former.reason_en.as_deref());
    Html::text(&shell.ta("foresight-former-one", &args)).and(&scenario).and(&reason)
}

/// Objectives of planning tied to scenarios: to one of them, or to any.
pub(super) fn objectives(shell: &Shell, found: &Found, scenario: Option<&str>) -> Table {
    let columns = ["objective", "plan-code", "scenario"];
    let mut table = table(shell, "objetivos", "kinds-objective", &columns).stacked();
    let by_code: BTreeMap<&str, (&str, Option<&str>)> = found
        .objectives
        .iter()
        .map(|(at, (title, title_en))| (at.as_str(), (title.as_str(), title_en.as_deref())))
        .collect();
    let of = |item: &&crate::domain::Item| scenario.is_none_or(|code| item.text("scenario") == code);
    for item in told::rows(&found.content, Kind::Objective).filter(of) {
        let at = item.text("objective");
        let (title, title_en) = by_code.get(at).copied().unwrap_or((at, Some(at)));
        table.push(vec![
            Cell::html(links::objective(shell, at, plainly(shell, title, title_en)), title),
            Cell::text(at),
            Cell::html(
                told::scenario_link(shell, &found.content, found.code(), item.text("scenario")),
                item.text("scenario"),
            ),
        ]);
    }
    table
}
