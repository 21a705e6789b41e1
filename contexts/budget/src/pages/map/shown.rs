//! The map, its table and the choices around them.
use base::{Money, codes::TerritoryCode};
use directory::domain::{Held, Territory, TerritoryKind};
use directory::queries::Outlines;
use rust_decimal::{Decimal, prelude::ToPrimitive};
use web::components::{Cell, Column, Figure, Figures, Filters, Table};
use web::maps::{Choropleth, Place, SIZE, SIZE_SMALL};
use web::{Html, Shell};

use super::asked::{Asked, LEVELS, MEASURES, NATIONAL, Side};
use super::lines::{Line, plus};
use super::{Switch, name};
use crate::pages::{explorer, links};

/// Id of the table, and of the map.
const TABLE: &str = "lugares";

fn level_word(shell: &Shell, level: TerritoryKind) -> String {
    shell.t(&format!("budget-map-by-{}", level.as_str()))
}

/// The two places, the levels and how the national one is shown: each a row of links.
pub fn switches(shell: &Shell, asked: &Asked) -> Vec<Switch> {
    let view = shell.view.without("table");
    let side = |side: Side| {
        let href = view.without("national").with("place", side.code()).here();
        (href, shell.t(&format!("budget-map-{}", side.code())), side == asked.side)
    };
    let level = |level: TerritoryKind| {
        let wanted = if asked.wants_department { TerritoryKind::District } else { asked.level };
        (view.with("level", level.as_str()).here(), level_word(shell, level), level == wanted)
    };
    let national = |code: &str| {
        let is_here = (code == "apart") == asked.is_national_apart;
        (view.with("national", code).here(), shell.t(&format!("budget-map-national-{code}")), is_here)
    };
    let switch = |key: &str, links: Vec<(String, String, bool)>| Switch { label: shell.t(key), links };
    vec![
        switch("budget-map-side", Side::ALL.map(side).to_vec()),
        switch("budget-map-level", LEVELS.map(level).to_vec()),
        switch("budget-map-national", NATIONAL.map(national).to_vec()),
    ]
}

pub fn form(shell: &Shell, asked: &Asked, places: &Held<Territory>) -> Filters {
    let measures = MEASURES.map(|m| (m.code().to_owned(), explorer::measure(shell, m)));
    let mut options = vec![(String::new(), shell.t("budget-map-country"))];
    let within = asked.within.as_ref().map(|within| &within.code);
    let listed = |p: &&Territory| p.kind == TerritoryKind::Department || Some(&p.code) == within;
    options.extend(places.iter().filter(listed).map(|p| (p.code.to_string(), p.name.clone())));
    let per = [("", shell.t("budget-map-per-none")), ("head", shell.t("budget-map-per-head"))];
    Filters::new(shell)
        .choice("territory", &shell.t("budget-map-within"), within.map(TerritoryCode::as_str), options)
        .choice("measure", &shell.t("budget-measure"), Some(asked.measure.code()), measures)
        .choice("per", &shell.t("budget-map-per"), asked.is_per_head.then_some("head"), per)
        .button(&shell.t("budget-map-show"))
}

/// Whose money the map shows.
fn whose(shell: &Shell, asked: &Asked) -> String {
    shell.t(if asked.is_national_apart { "budget-map-of-others" } else { "budget-map-of-all" })
}

fn title(shell: &Shell, asked: &Asked) -> String {
    let within = asked.within.as_ref().map_or_else(|| shell.frame().country.name.clone(), |w| w.name.clone());
    let unit = if asked.is_per_head { "budget-map-unit-head" } else { "budget-map-unit" };
    let year = asked.year.map(|year| year.to_string()).unwrap_or_default();
    shell.ta(
        "budget-map-title",
        &[
            ("measure", explorer::measure(shell, asked.measure).into()),
            ("year", year.into()),
            ("whose", whose(shell, asked).into()),
            ("where", shell.t(&format!("budget-map-{}-{}", asked.side.code(), asked.level.as_str())).into()),
            ("within", within.into()),
            ("unit", shell.t1(unit, "currency", shell.currency()).into()),
        ],
    )
}

/// What a reader must know of this map.
pub fn notes(shell: &Shell, asked: &Asked, lines: &[Line]) -> Vec<String> {
    let mut notes = Vec::new();
    if asked.wants_department {
        notes.push(shell.t("budget-map-choose-department"));
    }
    let told = || lines.iter().filter(|line| line.total().is_some());
    if told().next().is_some() && told().all(|line| line.code.is_empty()) {
        notes.push(shell.t1("budget-map-level-not-told", "level", level_word(shell, asked.level)));
    }
    if asked.is_national_apart {
        notes.push(shell.t("budget-map-national-note"));
    }
    if asked.is_per_head {
        let source = lines.iter().find_map(|line| Some(line.place.as_ref()?.source.as_str()));
        notes.push(shell.t1("budget-map-population", "source", source.unwrap_or_default()));
    }
    notes
}

pub fn figures(shell: &Shell, asked: &Asked, lines: &[Line]) -> Figures {
    let sum = |of: &dyn Fn(&Line) -> Option<Money>| lines.iter().map(of).fold(None, plus);
    let figure = |key: &str, money: Option<Money>, note: Html| {
        let value = money.map_or_else(|| Html::text(&shell.t("budget-absent")), |money| shell.money(money));
        Figure { label: shell.t(key), value, note, href: None }
    };
    let drawn = |line: &Line| line.drawn(asked).filter(|_| line.place.is_some());
    let no_place = |line: &Line| line.drawn(asked).filter(|_| line.place.is_none());
    let mut figures = vec![figure("budget-map-drawn", sum(&drawn), Html::text(&whose(shell, asked)))];
    if asked.is_national_apart {
        figures.push(figure(
            "budget-map-national-money",
            sum(&|line| line.national),
            Html::text(&shell.t("budget-map-national-money-note")),
        ));
    }
    if let Some(money) = sum(&no_place) {
        let note = Html::text(&shell.t("budget-map-no-place-note"));
        figures.push(figure("budget-map-no-place", Some(money), note));
    }
    Figures { figures }
}

/// The map and its table. `here`: code of the place that the page is about.
pub fn map(
    shell: &Shell,
    asked: &Asked,
    lines: &[Line],
    outlines: &Outlines,
    here: Option<&str>,
) -> (Html, Table) {
    let words = |line: &Line| line.value(asked).map(|value| money_words(shell, value));
    let place = |line: &Line| {
        let place = line.place.as_ref()?;
        let outline = outlines.by_code.get(&line.code);
        Some(Place {
            code: line.code.clone(),
            name: place.name.clone(),
            href: if asked.wants_department {
                drill(shell, place, TerritoryKind::District)
            } else {
                own_page(shell, place)
            },
            value: line.value(asked),
            words: words(line).unwrap_or_else(|| shell.t("budget-absent")),
            short: line.value(asked).map(|value| short(shell, value)).unwrap_or_default(),
            shape: outline.map(directory::domain::Outline::degrees).unwrap_or_default(),
        })
    };
    let places: Vec<Place> = lines.iter().filter_map(place).collect();
    let first = |line: &Line| Some(format!("{} ({})", line.place.as_ref()?.name, words(line)?));
    let most: Vec<String> = lines.iter().filter_map(first).take(3).collect();
    let about = [
        ("vintage", outlines.vintage.as_str().into()),
        ("source", outlines.source.as_str().into()),
        ("licence", outlines.licence.as_str().into()),
    ];
    let map = Choropleth {
        id: "mapa".into(),
        title: title(shell, asked),
        description: shell.t1("budget-map-description", "most", most.join("; ")),
        places,
        table: TABLE.into(),
        outlines: shell.ta("web-map-outlines", &about),
        here: here.map(str::to_owned),
        size: if asked.within.is_some() || here.is_some() { SIZE_SMALL } else { SIZE },
    };
    let number = |value| money_words(shell, value);
    let table = table(shell, asked, lines).with_picture(shell, || map.picture(shell, &number));
    (map.to_html(shell, &number), table)
}

fn own_page(shell: &Shell, place: &Territory) -> String {
    shell.view.with_territory(None).link_to(&["territorio", place.code.as_str()])
}

/// The same map of what lies within a place.
fn drill(shell: &Shell, place: &Territory, level: TerritoryKind) -> String {
    let view = shell.view.without("table").with_territory(Some(place.code.clone()));
    let mut own: Vec<(&str, &str)> = view
        .own()
        .iter()
        .filter(|(name, _)| name != "level")
        .map(|(n, v)| (n.as_str(), v.as_str()))
        .collect();
    own.push(("level", level.as_str()));
    links::page_of(&view, "/mapa", &own)
}

fn centimos(soles: Decimal) -> Money {
    let whole = soles.checked_mul(Decimal::ONE_HUNDRED).and_then(|centimos| centimos.round().to_i64());
    Money::centimos(whole.unwrap_or_default())
}

fn money_words(shell: &Shell, soles: Decimal) -> String {
    shell.money_text(centimos(soles))
}

/// A few letters for a label; the title names the currency.
fn short(shell: &Shell, soles: Decimal) -> String {
    let units = [(1_000_000_000, "budget-map-milliards"), (1_000_000, "budget-map-millions")];
    let units = units.into_iter().chain([(1_000, "budget-map-thousands")]);
    for (unit, key) in units {
        let unit = Decimal::from(unit);
        if soles.abs() >= unit {
            let number = soles.checked_div(unit).unwrap_or_default().round_dp(1);
            return shell.t1(key, "n", shell.value(number));
        }
    }
    shell.value(soles.round())
}

fn table(shell: &Shell, asked: &Asked, lines: &[Line]) -> Table {
    let mut columns =
        vec![Column::text(&level_word(shell, asked.level)), Column::text(&shell.t("budget-map-code"))];
    if asked.is_national_apart {
        columns.push(Column::number(&shell.t("budget-map-others")));
        columns.push(Column::number(&shell.t("budget-map-national-money")));
    }
    columns.extend(
        ["budget-total", "budget-map-people", "budget-map-per-head"].map(|key| Column::number(&shell.t(key))),
    );
    let mut table = Table::new(TABLE, &title(shell, asked), columns);
    for line in lines {
        let mut cells = vec![place(shell, asked, line), Cell::text(&line.code)];
        if asked.is_national_apart {
            cells.extend([explorer::money(shell, line.others), explorer::money(shell, line.national)]);
        }
        let people = line.place.as_ref().and_then(|p| p.population).and_then(|n| usize::try_from(n).ok());
        cells.push(explorer::money(shell, line.total()));
        cells.push(people.map_or_else(Cell::default, |people| Cell::count(shell, people)));
        cells.push(
            line.per_head(asked).map_or_else(Cell::default, |value| Cell::money(shell, centimos(value))),
        );
        table.push(cells);
    }
    let sum = |of: &dyn Fn(&Line) -> Option<Money>| lines.iter().map(of).fold(None, plus);
    let mut total = vec![Cell::text(&shell.t("budget-total")), Cell::default()];
    if asked.is_national_apart {
        total.push(explorer::money(shell, sum(&|line| line.others)));
        total.push(explorer::money(shell, sum(&|line| line.national)));
    }
    total.extend([explorer::money(shell, sum(&Line::total)), Cell::default(), Cell::default()]);
    table.with_total(total).wide().with_files(shell)
}

/// Name with its page, and the way to what lies within it.
fn place(shell: &Shell, asked: &Asked, line: &Line) -> Cell {
    let text = name(shell, line);
    let Some(place) = &line.place else { return Cell::text(&text) };
    let own = links::link(&own_page(shell, place), &text);
    let finer = match asked.level {
        TerritoryKind::Department => Some(TerritoryKind::Province),
        TerritoryKind::Province => Some(TerritoryKind::District),
        _ => None,
    };
    let finer = if asked.wants_department { Some(TerritoryKind::District) } else { finer };
    let Some(finer) = finer else { return Cell::html(own, &text) };
    let words = shell.t(&format!("budget-map-see-{}", finer.as_str()));
    Cell::html(own.and(&links::finer(&drill(shell, place, finer), &words, &text)), &text)
}
