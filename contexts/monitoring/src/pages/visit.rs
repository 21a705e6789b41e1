//! `/visita`: a guided visit of ten minutes, one question a page, through the real pages.
use askama::Template;
use axum::response::Response;
use base::Money;
use budget::domain::Measure;
use planning::reading::frame::Law;
use web::{Matter, PageError, Reading, Shell};

use super::{asked, marks};
use crate::queries::home::{Home, HomeRequest, National, home};

/// The questions, in order; their words are `monitoring-visit-NAME…`.
const STEPS: [&str; 8] = ["goal", "thread", "money", "unclaimed", "result", "place", "origin", "proof"];

#[derive(Template)]
#[template(path = "visit.html")]
pub struct VisitPage {
    shell: Shell,
    kicker: String,
    says: String,
    look: Vec<String>,
    href: String,
    link: String,
    before: Option<String>,
    next: Option<String>,
    home: String,
}

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let at = match reading.view.one("step") {
        Some(text) => {
            let step = text.parse::<usize>().ok().filter(|step| (1..=STEPS.len()).contains(step));
            step.ok_or_else(|| PageError::parameter("step", text))?
        }
        None => 1,
    };
    asked::with_year(&mut reading).await?;
    let (rules, law) = (asked::rules(&mut reading).await?, asked::law(&mut reading).await?);
    let (Some(rules), Some(law)) = (rules, law) else { return Err(PageError::NotFound) };
    let (known, files, columnar) = (reading.known, reading.app.files.clone(), asked::columnar(&reading)?);
    let on = reading.judged_on();
    let request = HomeRequest {
        year: reading.view.year.unwrap_or_else(|| on.year()),
        on,
        known_on: reading.known_on(),
    };
    let law: (_, &Law) = (&rules, &law);
    let found = home(reading.conn(), &files, columnar.as_ref(), known, law, request).await;
    let found = found.map_err(PageError::internal)?;
    web::html(&VisitPage::of(reading.shell("", Matter::Real), &found, at))
}

impl VisitPage {
    fn of(mut shell: Shell, found: &Home, at: usize) -> Self {
        let name = STEPS.get(at - 1).copied().unwrap_or("goal");
        shell.title = shell.t(&format!("monitoring-visit-{name}"));
        let chosen = chosen(found);
        let step = |n: usize| shell.view.with("step", &n.to_string()).here();
        let look = ["look-a", "look-b", "look-c", "look-d", "look-e"]
            .map(|key| format!("monitoring-visit-{name}-{key}"));
        Self {
            kicker: shell.ta("monitoring-visit-step", &[("n", at.into()), ("of", STEPS.len().into())]),
            says: shell.t(&format!("monitoring-visit-{name}-says")),
            look: look.iter().filter_map(|key| shell.first_of(std::slice::from_ref(key))).collect(),
            href: href(&shell, chosen, name),
            link: shell.t(&format!("monitoring-visit-{name}-link")),
            before: (at > 1).then(|| step(at - 1)),
            next: (at < STEPS.len()).then(|| step(at + 1)),
            home: shell.link("/"),
            shell,
        }
    }
}

/// The national objective with the most money behind it: there is most to see.
fn chosen(found: &Home) -> Option<&National> {
    let pim = |national: &&National| {
        let money = national.money.as_ref().and_then(|money| money.of(Measure::Pim));
        money.map_or(Money::ZERO, |held| held.total())
    };
    found
        .national
        .iter()
        .filter(|national| !national.leads.is_empty())
        .max_by_key(pim)
        .or(found.national.first())
}

/// The real page of the step, with the year and the day of the visit.
fn href(shell: &Shell, chosen: Option<&National>, name: &str) -> String {
    let element = chosen.map(|national| national.step.element.as_str());
    match (name, element) {
        ("goal", Some(element)) => marks::plan_href(shell, element),
        ("thread", Some(element)) => marks::element_href(shell, element),
        ("result", _) => match chosen.and_then(|national| national.leads.first()) {
            Some(standing) => marks::indicator_href(shell, &standing.indicator),
            None => shell.link("/indicadores"),
        },
        ("money", _) => shell.link("/presupuesto"),
        ("unclaimed", _) => shell.link("/cobertura"),
        ("place", _) => shell.link("/territorios"),
        ("origin", _) => shell.link("/entregas"),
        ("proof", _) => shell.link("/registro"),
        _ => shell.link("/planes"),
    }
}
