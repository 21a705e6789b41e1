//! `/prospectiva/{study}/analisis`: who moves whom, in a plane and in tables; how far the experts agree.
use axum::{extract::Path, response::Response};
use web::{
    Html, PageError, Reading, Shell,
    components::{Cell, Table},
    origins,
    plane::{Mark, PlaneChart, Spot},
};

use super::{
    links,
    parts::{Page, Section, table},
    study::Found,
    told,
};
use crate::{
    domain::{Bounds, Content, Ended, Kind, Panel, Quadrant, Structure, agreement, median_halves, structure},
    queries::origin,
};

/// Pairs on which the experts are widest apart, shown at most.
const SPREADS_MAX: usize = 20;

pub async fn get(mut reading: Reading, Path(code): Path<String>) -> Result<Response, PageError> {
    let found = Found::load(&mut reading, &code).await?;
    if !found.announced.is_published {
        return Err(PageError::NotFound);
    }
    let mut shell = found.shell(&reading, &reading.t("foresight-analysis"));
    let title = found.title(&shell).to_owned();
    shell = shell.under(&format!("{}/{code}", links::PATH), &title);
    origins::add(&mut reading, &mut shell, &origin::study(&code)).await?;
    let mut page = Page::new(shell);
    if found.announced.study.is_sample {
        let words = page.shell.t("foresight-sample-scores");
        page.important(&words);
    }
    for section in sections(&page.shell, &found.content) {
        page.add(section);
    }
    page.answer()
}

/// The same for the office, before it is published.
pub(super) fn sections(shell: &Shell, content: &Content) -> Vec<Section> {
    let panel = Panel::of(content);
    let found = structure(&panel);
    let table = variables(shell, content, &found);
    let chart = plane(shell, &found);
    let table = table.with_picture(shell, || chart.picture()).with_files(shell);
    let drawn = chart.to_html(shell, &table);
    let first = Section::new("plano", &shell.t("foresight-plane"))
        .say(shell.t("foresight-analysis-lead"))
        .say(ended(shell, &found))
        .html(drawn)
        .hidden(table);
    vec![first, agreed(shell, content, &panel), matrix(shell, content, &panel)]
}

fn ended(shell: &Shell, found: &Structure) -> String {
    let Some(indirect) = &found.indirect else {
        let args = [("missing", found.missing.into()), ("pairs", found.pairs.into())];
        return shell.ta("foresight-unscored", &args);
    };
    let key = match indirect.ended {
        Ended::Stable => "stable",
        Ended::NoLongerWays => "no-longer-ways",
        Ended::Changing => "changing",
        Ended::TooLarge => "too-large",
    };
    shell.t1(&format!("foresight-ended-{key}"), "power", i64::from(indirect.power))
}

#[allow(clippy::cast_precision_loss)] // for drawing alone; the table has the exact values
fn plane(shell: &Shell, found: &Structure) -> PlaneChart {
    let corner = |quadrant: Quadrant| shell.t(&format!("foresight-quadrant-{}", quadrant.as_str()));
    let sums = found.indirect.as_ref().map(|indirect| (&indirect.influence, &indirect.dependence));
    let spots = found.variables.iter().enumerate().filter_map(|(at, variable)| {
        let (influence, dependence) = sums?;
        let mark = match variable.indirect? {
            Quadrant::Driving => Mark::Diamond,
            Quadrant::Relay => Mark::Disc,
            Quadrant::Dependent => Mark::Square,
            Quadrant::Autonomous => Mark::Ring,
        };
        let (up, across) = (*influence.get(at)? as f64, *dependence.get(at)? as f64);
        Some(Spot { code: variable.code.clone(), across, up, mark })
    });
    let spots: Vec<Spot> = spots.collect();
    let of = |quadrant: Quadrant| {
        let codes = found.variables.iter().filter(|variable| variable.indirect == Some(quadrant));
        let codes: Vec<&str> = codes.map(|variable| variable.code.as_str()).collect();
        format!("{}: {}", corner(quadrant), if codes.is_empty() { "–".to_owned() } else { codes.join(", ") })
    };
    PlaneChart {
        id: "plano-influencia".into(),
        title: shell.t("foresight-plane-title"),
        description: Quadrant::ALL.map(of).join(". "),
        across: shell.t("foresight-dependence"),
        up: shell.t("foresight-influence"),
        corners: [Quadrant::Driving, Quadrant::Relay, Quadrant::Dependent, Quadrant::Autonomous].map(corner),
        spots,
    }
}

/// Halves of a point as people write them; a range where scores are missing.
fn halves(shell: &Shell, bounds: Bounds) -> Cell {
    let one = |halves: i64| shell.value(rust_decimal::Decimal::new(halves * 5, 1));
    let exact = |halves: i64| rust_decimal::Decimal::new(halves * 5, 1).normalize().to_string();
    if bounds.is_exact() {
        return Cell::html(Html::text(&one(bounds.low)), &exact(bounds.low));
    }
    let shown = format!("{}–{}", one(bounds.low), one(bounds.high));
    Cell::html(Html::text(&shown), &format!("{}..{}", exact(bounds.low), exact(bounds.high)))
}

fn variables(shell: &Shell, content: &Content, found: &Structure) -> Table {
    let columns = [
        "variable",
        "#influence-direct",
        "#dependence-direct",
        "quadrant-direct",
        "#influence-rank",
        "#dependence-rank",
        "quadrant-indirect",
    ];
    let mut table = table(shell, "influencia", "plane-table", &columns);
    let quadrant = |quadrant: Option<Quadrant>| {
        let word = quadrant.map(|one| shell.t(&format!("foresight-quadrant-{}", one.as_str())));
        Cell::text(&word.unwrap_or_else(|| shell.t("foresight-not-told")))
    };
    let ranks = |ranks: Option<(usize, usize)>| {
        let words = ranks.map(|(direct, indirect)| format!("{direct} → {indirect}"));
        Cell::text(&words.unwrap_or_else(|| shell.t("foresight-not-told")))
    };
    for variable in &found.variables {
        let name = told::named(shell, content, Kind::Variable, &variable.code);
        table.push(vec![
            Cell::html(name, &variable.code),
            halves(shell, variable.influence),
            halves(shell, variable.dependence),
            quadrant(variable.direct),
            ranks(variable.influence_rank),
            ranks(variable.dependence_rank),
            quadrant(variable.indirect),
        ]);
    }
    table
}

fn agreed(shell: &Shell, content: &Content, panel: &Panel) -> Section {
    let section = Section::new("acuerdo", &shell.t("foresight-agreement"));
    let alpha = agreement(&panel.units());
    let words = match alpha {
        Some(alpha) => {
            let shown = rust_decimal::Decimal::try_from(alpha).unwrap_or_default().round_dp(2);
            shell.t1("foresight-agreement-words", "alpha", shell.value(shown))
        }
        None => shell.t("foresight-agreement-none"),
    };
    let mut experts = table(shell, "expertos", "kinds-expert", &["expert", "expertise", "#scored"]).stacked();
    for item in told::rows(content, Kind::Expert) {
        let code = item.text("code");
        let scored = told::rows(content, Kind::Score).filter(|score| score.text("expert") == code).count();
        experts.push(vec![
            Cell::text(code),
            Cell::html(told::text(shell, item, "expertise"), item.text("expertise")),
            Cell::count(shell, scored),
        ]);
    }
    let spreads = panel.spreads();
    let mut apart =
        table(shell, "desacuerdos", "spreads", &["influencing", "influenced", "#low", "#high"]).stacked();
    for spread in spreads.iter().take(SPREADS_MAX) {
        let name = |code: &str| Cell::html(told::named(shell, content, Kind::Variable, code), code);
        apart.push(vec![
            name(&spread.influencing),
            name(&spread.influenced),
            Cell::text(&spread.low.to_string()),
            Cell::text(&spread.high.to_string()),
        ]);
    }
    let args = [("shown", spreads.len().min(SPREADS_MAX).into()), ("all", spreads.len().into())];
    let none = shell.t("foresight-spreads-none");
    let files = |table: Table| if table.is_empty() { table } else { table.with_files(shell) };
    let section = section.say(words).table_or(files(experts), &shell.t("foresight-nothing"));
    let section =
        if spreads.is_empty() { section } else { section.say(shell.ta("foresight-spreads-shown", &args)) };
    section.table_or(files(apart), &none)
}

/// The median of every pair; a blank is a pair that nobody scored.
fn matrix(shell: &Shell, content: &Content, panel: &Panel) -> Section {
    let mut columns = vec![web::components::Column::text(&shell.t("foresight-influencing"))];
    columns.extend(panel.variables.iter().map(|code| web::components::Column::number(code)));
    let mut table = Table::new("matriz", &shell.t("foresight-matrix"), columns).wide();
    for one in &panel.variables {
        let mut row = vec![Cell::html(told::named(shell, content, Kind::Variable, one), one)];
        for other in &panel.variables {
            let scores = panel.of_pair(one, other).into_iter().flat_map(|by| by.values().copied());
            let cell = median_halves(scores).map(|halves| Bounds { low: halves, high: halves });
            row.push(cell.map(|bounds| halves(shell, bounds)).unwrap_or_default());
        }
        table.push(row);
    }
    let section =
        Section::new("medianas", &shell.t("foresight-matrix")).say(shell.t("foresight-matrix-words"));
    let none = shell.t("foresight-nothing");
    let table = if table.is_empty() { table } else { table.with_files(shell) };
    section.table_or(table, &none)
}
