//! `/estado`: whether the system is well, what it holds, what was last recorded and by which law it judges.
//! `format=json` answers the same for machines.
use askama::Template;
use axum::response::Response;
use web::components::{Cell, Column, Facts, Figure, Figures, Table, empty};
use web::{Format, Html, Matter, PageError, Reading, Shell};

use super::asked;
use crate::queries::health::{Health, HealthRequest, LawHeld, health};

/// Newest acts on the page.
const ACTS: i64 = 20;

#[derive(Template)]
#[template(path = "health.html")]
pub struct HealthPage {
    shell: Shell,
    figures: Figures,
    facts: Facts,
    acts: Table,
    acts_none: Html,
    law: Facts,
    rules: Table,
    json: String,
}

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    // Whether the system is well is seen each time.
    reading.tells_of_more();
    let files = reading.app.files.clone();
    let asked = HealthRequest {
        known: reading.known,
        recorded: reading.recorded().await?,
        on: reading.judged_on(),
        known_on: reading.known_on(),
        acts_max: ACTS,
    };
    let found = health(reading.conn(), &files, asked).await.map_err(PageError::internal)?;
    if reading.view.format == Format::Json {
        return asked::json(&found);
    }
    let page = HealthPage::of(reading.shell(&reading.t("monitoring-health"), Matter::Real), &found);
    if let Some(file) = Table::asked(&page.shell, [&page.acts, &page.rules]) {
        return file;
    }
    web::html(&page)
}

impl HealthPage {
    pub fn of(shell: Shell, found: &Health) -> Self {
        let nothing = || empty(&shell.t("monitoring-health-acts-none"));
        Self {
            figures: figures(&shell, found),
            facts: held(&shell, found),
            acts: acts(&shell, found),
            acts_none: if found.acts.is_empty() { nothing() } else { Html::default() },
            law: found.law.as_ref().map_or_else(Facts::default, |law| law_facts(&shell, law)),
            rules: rules(&shell, found.law.as_ref()),
            json: shell.view.with_format(Format::Json).here(),
            shell,
        }
    }
}

fn figures(shell: &Shell, found: &Health) -> Figures {
    let figure = |key: &str, value: String, note: String, href: Option<String>| Figure {
        label: shell.t(key),
        value: Html::text(&value),
        note: Html::text(&note),
        href,
    };
    let entries = usize::try_from(found.entries).unwrap_or_default();
    let last = found.acts.first().map_or_else(|| shell.t("web-none"), |act| shell.moment(act.at));
    let answering = shell.t1("monitoring-health-answering", "n", found.deliveries.answering);
    let deliveries = shell.count(found.deliveries.count);
    Figures {
        figures: vec![
            figure("monitoring-health-works", shell.t("monitoring-health-yes"), String::new(), None),
            figure("monitoring-health-entries", shell.count(entries), last, None),
            figure("monitoring-health-deliveries", deliveries, answering, Some(shell.link("/entregas"))),
        ],
    }
}

fn held(shell: &Shell, found: &Health) -> Facts {
    let rows = usize::try_from(found.deliveries.rows).unwrap_or(usize::MAX);
    let refused = usize::try_from(found.deliveries.refused).unwrap_or(usize::MAX);
    Facts::default()
        .with(&shell.t("monitoring-health-version"), env!("CARGO_PKG_VERSION"))
        .with(&shell.t("monitoring-health-rows"), shell.count(rows))
        .with(&shell.t("monitoring-health-refused"), shell.count(refused))
        .with(&shell.t("monitoring-health-plans"), shell.count(found.plan_versions))
        .with(&shell.t("monitoring-health-indicators"), shell.count(found.indicators))
        .with(&shell.t("monitoring-health-series"), shell.count(found.series))
        .with(&shell.t("monitoring-health-entities"), shell.count(found.entities))
        .with(&shell.t("monitoring-health-territories"), shell.count(found.territories))
}

fn acts(shell: &Shell, found: &Health) -> Table {
    let columns = vec![
        Column::text(&shell.t("monitoring-health-entry")),
        Column::text(&shell.t("monitoring-health-when")),
        Column::text(&shell.t("monitoring-health-act")),
        Column::text(&shell.t("planning-subject")),
    ];
    let mut table = Table::new("actos", &shell.t("monitoring-health-acts"), columns).stacked();
    for act in &found.acts {
        table.push(vec![
            Cell::text(&act.seq.0.to_string()),
            Cell::html(Html::text(&shell.moment(act.at)), &act.at.to_string()),
            Cell::text(&act.command),
            Cell::text(&act.subject),
        ]);
    }
    table.with_files(shell)
}

fn law_facts(shell: &Shell, law: &LawHeld) -> Facts {
    let years = format!("{}–{}", law.calendar_from_year, law.calendar_to_year);
    Facts::default()
        .with(&shell.t("monitoring-health-rules-count"), shell.count(law.rules.len()))
        .with(&shell.t("monitoring-health-unconfirmed"), shell.count(law.to_be_confirmed))
        .with(&shell.t("monitoring-health-calendar"), law.calendar_version.as_str())
        .with(&shell.t("monitoring-health-calendar-years"), years)
}

fn rules(shell: &Shell, law: Option<&LawHeld>) -> Table {
    let columns = vec![
        Column::text(&shell.t("monitoring-health-rule")),
        Column::text(&shell.t("monitoring-health-norm")),
        Column::text(&shell.t("monitoring-health-since")),
        Column::text(&shell.t("monitoring-health-confirmed")),
    ];
    let mut table = Table::new("reglas", &shell.t("monitoring-health-rules"), columns).stacked();
    for rule in law.into_iter().flat_map(|law| &law.rules) {
        let confirmed = rule.status == law::RuleStatus::Confirmed;
        let word = if confirmed { "monitoring-health-yes" } else { "monitoring-health-not-yet" };
        table.push(vec![
            Cell::text(&rule.key),
            Cell::text(format!("{} {}", rule.norm, rule.article).trim()),
            Cell::html(Html::text(&shell.date(rule.valid_from)), &rule.valid_from.to_string()),
            Cell::text(&shell.t(word)),
        ]);
    }
    table.with_files(shell)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::pages::testing::sound;
    use crate::queries::health::{Act, DeliveriesHeld};

    #[test]
    fn with_a_law_and_before_anything_in_every_language() {
        let nothing = Health {
            entries: 0,
            acts: Vec::new(),
            deliveries: DeliveriesHeld::default(),
            entities: 0,
            territories: 0,
            plan_versions: 0,
            indicators: 0,
            series: 0,
            law: None,
        };
        let law = pack::Pack::open(&testkit::peru()).unwrap().law().unwrap();
        let rules: Vec<law::RuleVersion> = law.rulebook.rules().map(|rule| rule.version.clone()).collect();
        let full = Health {
            entries: 28,
            acts: vec![Act {
                seq: base::Seq(28),
                at: "2026-03-02T14:00:00Z".parse().unwrap(),
                command: "budget.import_budget".into(),
                subject: "delivery <2>".into(),
            }],
            law: Some(LawHeld {
                to_be_confirmed: 2,
                rules,
                calendar_version: "abc".into(),
                calendar_from_year: 2002,
                calendar_to_year: 2030,
            }),
            ..nothing.clone()
        };
        for found in [&nothing, &full] {
            sound("/estado", Matter::Real, |shell| HealthPage::of(shell, found).render().unwrap());
        }
    }
}
