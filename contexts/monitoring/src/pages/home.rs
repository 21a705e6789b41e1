//! `/`: what the state promised, funds, spends and achieves.
use askama::Template;
use axum::response::Response;
use base::Money;
use budget::domain::{Measure, attribution::Split};
use budget::pages::sources;
use planning::reading::frame::Law;
use web::components::{Cell, Column, Figure, Figures, Notice, NoticeKind, Shares, Table, years};
use web::{Html, Matter, PageError, Reading, Shell, origins};

use super::{asked, marks, thread};
use crate::domain::Status;
use crate::queries::home::{Home, HomeRequest, National, home};
use crate::queries::origin;

#[derive(Template)]
#[template(path = "home.html")]
pub struct HomePage {
    shell: Shell,
    year: i16,
    years: Html,
    judged: String,
    scope: Notice,
    figures: Figures,
    shares: Shares,
    results: String,
    tally: Vec<Html>,
    national: Vec<Card>,
    doors: Vec<Door>,
    searches: Vec<Search>,
    proofs: Vec<Door>,
    csv: String,
    pdf: String,
}

/// One national objective.
struct Card {
    kicker: String,
    title: Html,
    href: String,
    money: Html,
    bar: Html,
    leads: Vec<Html>,
    tally: Vec<Html>,
    plans: String,
}

/// A way in: a question, what it shows, where it leads.
struct Door {
    question: String,
    says: String,
    href: String,
}

/// A form that looks for a name.
struct Search {
    action: String,
    id: &'static str,
    label: String,
    kept: Vec<(String, String)>,
}

/// Nothing recorded yet.
#[derive(Template)]
#[template(path = "home_empty.html")]
pub struct EmptyPage {
    shell: Shell,
}

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let years_known = asked::with_year(&mut reading).await?;
    let (rules, law) = (asked::rules(&mut reading).await?, asked::law(&mut reading).await?);
    let (Some(rules), Some(law)) = (rules, law) else {
        let title = reading.t("monitoring-home-title");
        return web::html(&EmptyPage { shell: reading.shell(&title, Matter::Real) });
    };
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
    let mut shell = reading.shell(&reading.t("monitoring-home-title"), matter(&found));
    sources::add(&mut reading, &mut shell, Some(request.year)).await?;
    let facts = [planning::queries::origin::versions(), budget::queries::origin::claims(), origin::series()];
    origins::add(&mut reading, &mut shell, &facts.concat()).await?;
    let page = HomePage::of(shell, &found, request, years_known);
    if let Some(file) = Table::asked(&page.shell, [&table(&page.shell, &found)]) {
        return file;
    }
    web::html(&page)
}

/// Objectives are real; what hangs from them may be of sample plans.
fn matter(found: &Home) -> Matter {
    let plans = found.national.iter().filter(|n| n.plans > 0 || n.step.sample);
    plans.map(|n| if n.step.sample { Matter::Sample } else { Matter::Mixed }).fold(Matter::Real, Matter::with)
}

impl HomePage {
    pub fn of(shell: Shell, found: &Home, asked: HomeRequest, mut years_known: Vec<i16>) -> Self {
        let results: usize = found.tally.values().sum();
        years_known.push(asked.year);
        years_known.sort_unstable();
        years_known.dedup();
        Self {
            year: asked.year,
            years: years(&shell, asked.year, years_known),
            judged: shell.t1("monitoring-judged-on", "date", shell.date(asked.on)),
            scope: scope(&shell, found, asked.year),
            figures: figures(&shell, found),
            shares: shares(&shell, found),
            results: marks::count(&shell, "monitoring-indicators-counted", results),
            tally: statuses(&shell, found),
            national: found.national.iter().map(|n| card(&shell, n)).collect(),
            doors: doors(&shell),
            searches: searches(&shell),
            proofs: proofs(&shell, found),
            csv: shell.view.with("table", "objetivos").with_format(web::Format::Csv).here(),
            pdf: shell.view.with("table", "objetivos").with_format(web::Format::Pdf).here(),
            shell,
        }
    }
}

/// What the money is and is not, with the files that say it.
fn scope(shell: &Shell, found: &Home, year: i16) -> Notice {
    let files: Vec<String> = found
        .deliveries
        .iter()
        .map(|d| format!("{} ({})", d.delivery.file_name, d.delivery.source))
        .collect();
    let year = year.to_string();
    if files.is_empty() {
        return Notice::new(shell, NoticeKind::Warning, shell.t1("monitoring-home-no-money", "year", year));
    }
    let units: usize = found.deliveries.iter().map(|d| d.units_answering).sum();
    let args =
        [("year", year.into()), ("files", files.join("; ").into()), ("units", shell.count(units).into())];
    Notice::new(shell, NoticeKind::Important, shell.ta("monitoring-home-scope", &args))
}

fn of(found: &Home, measure: Measure) -> Option<Split> {
    found.money.get(&measure).copied()
}

fn figures(shell: &Shell, found: &Home) -> Figures {
    let pim = of(found, Measure::Pim).map(|split| split.total());
    let accrued = of(found, Measure::Accrued).map(|split| split.total());
    let none = || Html::text(&shell.t("web-none"));
    let amount = |money: Option<Money>| money.map_or_else(none, |money| shell.money(money));
    let progress = pim.zip(accrued).and_then(|(pim, accrued)| accrued.percent_of(pim));
    let percent = |p: Option<f64>| p.map_or_else(none, |p| Html::text(&shell.percent(p)));
    let figure = |key: &str, value: Html, href: &str| Figure {
        label: shell.t(&format!("monitoring-home-{key}")),
        value,
        note: Html::text(&shell.t(&format!("monitoring-home-{key}-note"))),
        href: Some(shell.link(href)),
    };
    Figures {
        figures: vec![
            figure("funded", amount(pim), "/presupuesto"),
            figure("spent", amount(accrued), "/presupuesto"),
            figure("progress", percent(progress), "/presupuesto"),
            figure("with-objective", percent(with_objective(found)), "/cobertura"),
        ],
    }
}

/// Share of the money with an objective behind it.
fn with_objective(found: &Home) -> Option<f64> {
    let split = of(found, Measure::Pim)?;
    (split.claimed + split.shared).percent_of(split.total())
}

fn shares(shell: &Shell, found: &Home) -> Shares {
    let Some(split) = of(found, Measure::Pim) else { return Shares::new() };
    let parts = [("claimed", split.claimed), ("shared", split.shared), ("unclaimed", split.unclaimed)];
    parts.into_iter().filter(|(_, money)| !money.is_zero()).fold(Shares::new(), |shares, (key, money)| {
        let percent = money.percent_of(split.total()).unwrap_or_default();
        shares.part(shell, &shell.t(&format!("budget-coverage-{key}")), percent, shell.money(money))
    })
}

/// Statuses as marks, each a way to its list.
fn statuses(shell: &Shell, found: &Home) -> Vec<Html> {
    let some: Vec<(Status, usize)> =
        found.tally.iter().filter(|(_, n)| **n > 0).map(|(status, n)| (*status, *n)).collect();
    some.into_iter()
        .flat_map(|(status, n)| {
            let href = marks::with_parameters(&shell.link("/indicadores"), &[("status", status.as_str())]);
            let tags = marks::tally(shell, &[(status, n)].into());
            tags.into_iter().map(move |tag| marks::linked(&href, &tag))
        })
        .collect()
}

fn card(shell: &Shell, national: &National) -> Card {
    let amounts = marks::Amounts::of(national.money.as_ref());
    let none = || Html::text(&shell.t("monitoring-home-objective-no-money"));
    let axis = national.axis.as_ref().map(|axis| thread::title(shell, axis));
    let lead = |s: &crate::queries::standings::Standing| {
        let name = marks::said(shell.lang(), &s.name, s.name_en.as_deref());
        let name = marks::link(&marks::indicator_href(shell, &s.indicator), name);
        marks::status(shell, s.status).and(&name)
    };
    Card {
        kicker: axis.map_or_else(
            || thread::kicker(shell, &national.step),
            |axis| format!("{} · {axis}", thread::kicker(shell, &national.step)),
        ),
        title: Html::text(&thread::title(shell, &national.step))
            .and(&marks::sample(shell, national.step.sample)),
        href: bare_href(shell, &national.step.element),
        money: amounts.pim_total().map_or_else(none, |pim| shell.money(pim)),
        bar: amounts.bar(shell),
        leads: national.leads.iter().map(lead).collect(),
        tally: marks::tally_short(shell, &national.tally),
        plans: marks::count(shell, "monitoring-home-plans", national.plans),
    }
}

/// The objective in the version that counts, whichever it is.
fn bare_href(shell: &Shell, element: &str) -> String {
    let (plan, code) = element.split_once('/').unwrap_or((element, ""));
    shell.view.link_to(&["objetivo", plan.split('@').next().unwrap_or(plan), code])
}

fn doors(shell: &Shell) -> Vec<Door> {
    let door = |key: &str, by: &str| Door {
        question: shell.t(&format!("monitoring-home-door-{key}")),
        says: shell.t(&format!("monitoring-home-door-{key}-says")),
        href: marks::with_parameters(&shell.link("/presupuesto"), &[("by", by)]),
    };
    vec![
        door("who", "entity"),
        door("what", "programme"),
        door("where", "meta_department"),
        door("when", "month"),
    ]
}

fn searches(shell: &Shell) -> Vec<Search> {
    let search = |path: &str, id: &'static str, key: &str| Search {
        action: web::View::of(shell.lang(), "/").link(path),
        id,
        label: shell.t(key),
        kept: shell
            .view
            .parameters()
            .into_iter()
            .filter(|(name, _)| name == "year" || name == "known")
            .collect(),
    };
    vec![
        search("/entidades", "buscar-entidad", "monitoring-home-search-entity"),
        search("/territorios", "buscar-territorio", "monitoring-home-search-territory"),
    ]
}

fn proofs(shell: &Shell, found: &Home) -> Vec<Door> {
    let door = |key: &str, n: usize, path: &str| Door {
        question: shell.t(&format!("monitoring-home-{key}")),
        says: marks::count(shell, &format!("monitoring-home-{key}-says"), n),
        href: shell.link(path),
    };
    vec![
        door("findings", found.findings, "/hallazgos"),
        door("coverage", found.unfunded, "/cobertura"),
        door("deliveries", found.deliveries.len(), "/entregas"),
    ]
}

/// The national objectives as a file.
fn table(shell: &Shell, found: &Home) -> Table {
    let text = |key: &str| Column::text(&shell.t(key));
    let number = |key: &str| Column::number(&shell.t(key));
    let columns = vec![
        text("monitoring-column-element"),
        text("monitoring-column-title"),
        number("budget-measure-pim"),
        number("budget-measure-accrued"),
        number("budget-progress"),
        text("monitoring-column-results"),
    ];
    let mut table = Table::new("objetivos", &shell.t("monitoring-home-national"), columns);
    for national in &found.national {
        let [pim, accrued, percent] = marks::Amounts::of(national.money.as_ref()).cells(shell);
        let element = Cell::text(&national.step.element);
        let title = Cell::text(&thread::title(shell, &national.step));
        let results = Cell::text(&marks::tally_words(shell, &national.tally));
        table.push(vec![element, title, pim, accrued, percent, results]);
    }
    table
}

#[cfg(test)]
#[path = "home_tests.rs"]
mod tests;
