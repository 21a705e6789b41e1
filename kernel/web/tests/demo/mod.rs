//! A context as the smallest one can be: what README.md shows, and what the tests of the service ask.
use askama::Template;
use axum::{extract::Path, response::Response};
use base::Money;
use web::{
    Html, Matter, Messages, NavItem, PageError, Reading, Registration, Shell,
    charts::{LineChart, Point},
    components::{
        Better, Cell, Column, Direction, Facts, Figure, Figures, Filters, Node, Notice, NoticeKind, Pages,
        Shares, Table, Tone, Trail, bar, empty, source_link, tag, trend, years,
    },
    gate::{PUBLIC, Routes},
    html,
};

pub const MESSAGES: Messages =
    Messages { context: "demo", es: include_str!("es.ftl"), en: include_str!("en.ftl") };

const NAV: &[NavItem] = &[NavItem { path: "/objetivo", key: "demo-objectives", order: 10 }];

pub fn registration() -> Registration {
    let routes =
        Routes::new().get("/objetivo/{code}", PUBLIC, objective).get("/panic", PUBLIC, || async { panics() });
    Registration { messages: MESSAGES, nav: NAV, routes }
}

#[allow(clippy::panic)]
fn panics() -> &'static str {
    panic!("asked to")
}

#[derive(Template)]
#[template(path = "objective.html")]
pub struct ObjectivePage {
    shell: Shell,
    code: String,
    figures: Figures,
    notice: Notice,
    statuses: Vec<Html>,
    thread: Node,
    table: Table,
    pages: Html,
    chart: Html,
    facts: Facts,
    nothing: Html,
    years: Html,
    filters: Filters,
    trail: Trail,
    shares: Shares,
}

async fn objective(reading: Reading, Path(code): Path<String>) -> Result<Response, PageError> {
    if code.len() > 8 {
        return Err(PageError::NotFound);
    }
    let page = ObjectivePage::of(reading.shell(&reading.t("demo-title"), Matter::Mixed), &code)?;
    if let Some(csv) = Table::asked(&page.shell, [&page.table]) {
        return csv;
    }
    html(&page)
}

impl ObjectivePage {
    pub fn of(shell: Shell, code: &str) -> Result<Self, PageError> {
        let objectives = shell.t("demo-objectives");
        let shell = shell.under("/objetivos", &objectives).under("/plan/PEDN", "PEDN");
        let pages = Pages::of(&shell.view, 20)?.links(&shell, 412);
        Ok(Self {
            code: code.to_owned(),
            figures: figures(&shell),
            notice: Notice::new(&shell, NoticeKind::Warning, shell.t("demo-notice")),
            statuses: statuses(&shell),
            thread: thread(&shell),
            table: table(&shell),
            pages,
            chart: chart(&shell),
            facts: Facts::default()
                .with(&shell.t("demo-owner"), "CEPLAN")
                .with(&shell.t("demo-since"), shell.date(jiff::civil::date(2011, 6, 22))),
            years: years(&shell, 2020, 2018..=2021),
            filters: filters(&shell),
            trail: trail(&shell),
            shares: shares(&shell),
            nothing: empty(&shell.t("demo-empty")),
            shell,
        })
    }
}

fn figures(shell: &Shell) -> Figures {
    let figure = |key: &str, centimos: i64, note: Html| Figure {
        label: shell.t(key),
        value: shell.money(Money::centimos(centimos)),
        note,
        href: Some(shell.link("/presupuesto")),
    };
    let source = source_link(shell, &shell.link("/entregas"), &shell.t("demo-funded"));
    Figures {
        figures: vec![
            figure("demo-funded", 981_234_567_890, source),
            figure("demo-spent", 766_350_000_000, bar(78.1, &shell.percent(78.1))),
            Figure {
                label: shell.t("demo-reached"),
                value: "21,8 %".into(),
                note: trend(shell, Direction::Down, Better::Yes),
                href: None,
            },
        ],
    }
}

fn statuses(shell: &Shell) -> Vec<Html> {
    let tones = [Tone::Done, Tone::Good, Tone::Behind, Tone::Bad, Tone::Waiting, Tone::Unknown, Tone::Info];
    tones
        .iter()
        .enumerate()
        .map(|(n, tone)| tag(*tone, &shell.t(&format!("demo-status-{}", n + 1))))
        .collect()
}

fn thread(shell: &Shell) -> Node {
    let money = |centimos| shell.money(Money::centimos(centimos));
    let activity = Node::new(&shell.t("demo-activity"), "Atención de partos").mark(money(1_234_567_800));
    let action = Node::new(&shell.t("demo-action"), shell.t("demo-action-name"))
        .mark(shell.sample_mark())
        .mark(tag(Tone::Behind, &shell.t("demo-status-3")))
        .mark(money(51_234_567_800))
        .child(activity.clone())
        .child(activity);
    Node::new(&shell.t("demo-objective"), shell.t("demo-title"))
        .mark(tag(Tone::Good, &shell.t("demo-status-2")))
        .mark(money(981_234_567_890))
        .body(shell.t("demo-body"))
        .child(action.clone().open())
        .child(action)
        .open()
}

fn table(shell: &Shell) -> Table {
    let columns = vec![
        Column::text(&shell.t("demo-programme")),
        Column::number("PIA").meaning(&shell.t("demo-pia")),
        Column::number("PIM").meaning(&shell.t("demo-pim")),
        Column::number("Devengado"),
        Column::number("Avance %"),
    ];
    let mut table = Table::new("programmes", &shell.t("demo-table"), columns);
    for (code, name, pim) in
        [("0002", "Salud materno neonatal", 215_411_234_567_i64), ("0016", "TBC-VIH/SIDA", 87_122_010_300)]
    {
        let spent = Money::centimos(pim * 3 / 4);
        let pim = Money::centimos(pim);
        table.push(vec![
            Cell::link(&shell.view.link_to(&["programa", code]), &format!("{code} {name}")),
            Cell::money(shell, Money::centimos(199_000_000_000)),
            Cell::money(shell, pim),
            Cell::money(shell, spent),
            Cell::percent(shell, spent.percent_of(pim)),
        ]);
    }
    table.with_files(shell)
}

fn chart(shell: &Shell) -> Html {
    let points = |pairs: &[(f64, f64)]| pairs.iter().map(|&(year, value)| Point { year, value }).collect();
    let observed =
        [(2010.0, 30.8), (2011.0, 27.8), (2012.0, 25.8), (2014.0, 22.7), (2016.0, 20.7), (2019.0, 20.2)];
    let chart = LineChart {
        id: "poverty".into(),
        title: shell.t("demo-chart"),
        description: shell.t("demo-chart-words"),
        observed: points(&observed),
        target: points(&[(2010.0, 30.8), (2016.0, 20.0), (2021.0, 10.0)]),
    };
    let mut table =
        Table::new("poverty-table", &shell.t("demo-chart"), vec![Column::text("Año"), Column::number("%")]);
    for (year, value) in observed {
        table.push(vec![Cell::text(&format!("{year:.0}")), Cell::text(&value.to_string())]);
    }
    chart.to_html(shell, &table)
}

fn filters(shell: &Shell) -> Filters {
    let dimensions = [("programme", shell.t("demo-programme")), ("objective", shell.t("demo-objective"))];
    Filters::new(shell).choice("by", &shell.t("demo-by"), Some("objective"), dimensions).text(
        "q",
        &shell.t("demo-action"),
        shell.view.one("q"),
    )
}

fn trail(shell: &Shell) -> Trail {
    let amount = |centimos| shell.money(Money::centimos(centimos));
    Trail::new(&shell.t("demo-by"))
        .step(&shell.link("/presupuesto"), &shell.t("demo-funded"), amount(21_700_000_000_000))
        .here(&shell.t("demo-programme"), amount(215_411_234_567))
}

fn shares(shell: &Shell) -> Shares {
    let amount = |centimos| shell.money(Money::centimos(centimos));
    Shares::new()
        .part(shell, &shell.t("demo-claimed"), 31.2, amount(6_770_000_000_000))
        .part(shell, &shell.t("demo-shared"), 12.5, amount(2_700_000_000_000))
        .part(shell, &shell.t("demo-unclaimed"), 56.3, amount(12_230_000_000_000))
}
