#![allow(clippy::indexing_slicing, clippy::unnecessary_wraps)]
use std::collections::BTreeMap;

use base::{Digest, Money};
use directory::domain::Entity;
use rust_decimal::Decimal;
use web::{Lang, testing};

use super::*;
use crate::{
    NameRow, Stored,
    domain::{Answer, CutRow, Dimension, ExpressedColumn, Measure, ToldYears, YearFigures, across},
    pages::labels::Labels,
    queries::{AcrossYears, Exploration, GoalProgress},
};

fn money(centimos: i64) -> Option<Money> {
    Some(Money::centimos(centimos))
}

fn name(dimension: Dimension, code: &str, name: &str, years: (i64, i64)) -> (Dimension, NameRow) {
    let (year_first, year_last) = years;
    let row = NameRow {
        within: String::new(),
        code: code.into(),
        name: name.into(),
        delivery: year_first,
        year_first,
        year_last,
        rows: 1,
    };
    (dimension, row)
}

fn labels() -> Labels {
    let mut labels = Labels { year: Some(2020), ..Labels::default() };
    let long = "REDUCCIÓN DE ".repeat(30) + "<b>";
    for (dimension, row) in [
        name(Dimension::Programme, "0068", &long, (2020, 2020)),
        name(Dimension::Programme, "0068", "OTRO NOMBRE", (2018, 2019)),
        name(Dimension::Level, "R", "GOBIERNOS REGIONALES", (2020, 2020)),
    ] {
        labels.book.add(dimension, Vec::new(), vec![row]);
    }
    labels.entities =
        std::sync::Arc::new([body("R:99-461", "Gobierno Regional de Tumbes")].into_iter().collect());
    labels
}

fn body(code: &str, name: &str) -> Entity {
    Entity {
        code: code.parse().unwrap(),
        kind: "regional_government".into(),
        name: name.into(),
        level: None,
        sector: None,
        pliego: None,
        territory: "24".parse().unwrap(),
        parent: None,
        validity: base::Validity::new("2003-01-01".parse().unwrap(), None).unwrap(),
        source: "test".into(),
    }
}

fn delivery(number: i64) -> Stored {
    crate::pages::deliveries::tests::arrived(number, 1, 1, "gasto <2020>.csv").view.delivery
}

/// A page of `url` over rows of its own listing: as many as asked, with an absent and a negative amount.
fn page(lang: Lang, url: &str, rows: i64) -> ExplorerPage {
    let mut shell = testing::shell(lang, url, "budget-explorer", Matter::Real, &[crate::MESSAGES]).unwrap();
    let asked = Asked::of(&mut shell.view, BTreeMap::from([(2020, 25), (2025, 1)])).unwrap();
    ExplorerPage::of(shell, &found(asked, rows)).unwrap()
}

/// Years of the rows of [`found`]: a second one with other figures, and none of the third row.
fn years_beside(answer: &Answer) -> AcrossYears {
    let of_year = |times: i64, from: usize| {
        // Rows of these samples repeat their codes; years meet by codes.
        let codes = |(n, row): (usize, &CutRow)| {
            let code = if n < 4 { row.codes[0].clone() } else { format!("n{n}") };
            std::iter::once(code).chain(row.codes.iter().skip(1).cloned()).collect::<Vec<_>>()
        };
        let value = |row: &CutRow| row.amounts[0].map(|m| Decimal::new(m.as_centimos() * times, 2));
        let rows = answer.rows.iter().enumerate().skip(from);
        let rows: BTreeMap<_, _> = rows.map(|(n, row)| (codes((n, row)), value(row))).collect();
        let total = rows.values().flatten().copied().reduce(|sum, value| sum + value);
        YearFigures { rows, total, has_price: true }
    };
    let years = BTreeMap::from([(2020, of_year(1, 0)), (2025, of_year(3, 1))]);
    let shows = ExpressedColumn::Money(answer.measures[0]);
    AcrossYears {
        across: across(answer.by.clone(), shows, &years, &ToldYears::default()),
        base: 0,
        source: String::new(),
        units: BTreeMap::from([(2020, 25), (2025, 1)]),
        is_same_units: false,
    }
}

fn found(asked: Asked, rows: i64) -> Found {
    let codes = ["R:99-461", "0068", "", "9001"];
    let row = |n: i64| CutRow {
        codes: asked
            .request
            .by
            .iter()
            .map(|_| codes[usize::try_from(n).unwrap() % codes.len()].into())
            .collect(),
        amounts: asked
            .measures
            .iter()
            .map(|m| if *m == Measure::Paid { None } else { money(n * 100 - 150) })
            .collect(),
    };
    let answer = Answer {
        by: asked.request.by.clone(),
        measures: asked.measures.clone(),
        rows: (0..rows).map(row).collect(),
    };
    let sums: Vec<Option<Money>> = answer.measures.iter().map(|m| answer.total(*m)).collect();
    let steps = queries::steps(&asked.request.filters).len() + 1;
    let sources = if rows > 0 { vec![(delivery(1), sums.clone())] } else { Vec::new() };
    let goal = |target: &str, progress: &str| GoalProgress {
        year: "2020".into(),
        sec_ejec: "940".into(),
        goal_sequence: "1".into(),
        purpose: "0000002".into(),
        unit: "060".into(),
        target_annual: target.into(),
        target_semester: String::new(),
        progress_annual: progress.into(),
        progress_semester: String::new(),
        pim: money(-5),
        accrued: None,
    };
    let mut goals =
        vec![goal("0", "3"), goal("", ""), goal("12.50", "25"), goal("x", "79228162514264337593543950335")];
    goals.extend((0..30).map(|_| goal("36", "0")));
    let across = asked.is_across.then(|| years_beside(&answer));
    Found {
        across: across.map(Into::into),
        asked,
        exploration: Exploration { answer: answer.into(), along: vec![sums; steps], sources },
        expressing: None,
        goals,
        labels: labels(),
    }
}

#[test]
fn every_sample_in_every_language() {
    for lang in Lang::ALL {
        for (url, rows) in [
            ("/presupuesto", 3),
            ("/presupuesto?by=programme,source&where=level=R&where=department=24&where=department=08", 95),
            ("/presupuesto?by=programme&where=product=2*&where=programme=0068&where=programme=&page=2", 95),
            ("/presupuesto?by=month&measure=pia,pim,accrued&sort=accrued", 13),
            ("/presupuesto?by=year", 2),
            ("/presupuesto?by=specific_detail&where=entity=R:99-461&where=sec_ejec=940&year=2019", 0),
            ("/presupuesto?measure=paid&page=9", 3),
            ("/presupuesto?across=year", 4),
            ("/presupuesto?across=year&by=programme,entity&where=level=R&measure=accrued&page=2", 95),
            ("/presupuesto?across=year&where=year=2015&where=year=2020", 0),
        ] {
            let page = page(lang, url, rows);
            let text = page.render().unwrap();
            assert_eq!(testing::defects(&text, Matter::Real), Vec::<String>::new(), "{url}");
            assert_eq!(page.nothing.is_empty(), rows > 0, "{url}");
        }
    }
}

#[test]
fn before_anything_is_delivered_the_page_says_so() {
    let mut shell =
        testing::shell(Lang::En, "/presupuesto", "budget-explorer", Matter::Real, &[crate::MESSAGES])
            .unwrap();
    let asked = Asked::of(&mut shell.view, BTreeMap::new()).unwrap();
    let text = ExplorerPage::of(shell, &found(asked, 0)).unwrap().render().unwrap();
    assert!(text.contains("There is no delivery yet"), "{text}");
}

#[test]
fn what_is_not_reported_is_not_zero_and_old_names_are_dated() {
    let text = page(Lang::En, "/presupuesto?by=programme", 4).render().unwrap();
    assert!(text.contains("not reported"), "an absent measure");
    assert!(text.contains("until 2019: “OTRO NOMBRE”"), "{text}");
    assert!(text.contains("(no code in the source)"));
    assert!(text.contains("/en/programa/0068?year=2020"), "a programme has its page");
}

#[test]
fn rows_of_other_pages_and_years_without_data_are_rows() {
    let check = |url: &str, rows: i64, expect: &[&str], absent: &[&str]| {
        let page = page(Lang::En, url, rows);
        let table = page.table.to_string();
        for words in expect {
            assert!(table.contains(words), "{url} does not say {words:?}: {table}");
        }
        for words in absent {
            assert!(!table.contains(words), "{url} says {words:?}: {table}");
        }
        let file = page.table.to_csv(&page.shell).to_text().unwrap();
        assert!(!file.contains("No data") && !file.contains("more row"), "{file}");
    };
    let programmes = "/presupuesto?by=programme&measure=pim&year=2020&sort=code";
    // Rows 41 to 95 of -1.50, -0.50, … have 38.50 to 92.50: 55 x 65.50 of 95 x 45.50.
    let after = "… and 55 more rows: S/ 3,602.50 of PIM (83.3%).";
    check(programmes, 95, &[after, "page=2", "format=csv"], &["No data before", "rows before these"]);
    let last = format!("{programmes}&page=3");
    check(&last, 95, &["… 80 rows before these: S/ 3,040.00 of PIM (70.3%).", "page=2"], &["more row"]);
    check(programmes, 40, &[], &["more row", "before these"]);
    check(&format!("{programmes}&format=csv&page=2"), 95, &[], &["more row", "before these"]);
    let (first, between) = ("No data before 2020", "No data of 2021–2024");
    check("/presupuesto?by=year", 2, &[first, between], &[]);
    check("/presupuesto?by=year&where=year=2020&where=year=2025", 2, &[], &[first, between]);
    check("/presupuesto?by=year&where=year=2019&where=year=2030", 0, &[first, "No data of 2030"], &[between]);
    let beside = "/presupuesto?across=year&by=programme&sort=code";
    check(beside, 3, &[first, between, "not told by the same executing units (2020: 25; 2025: 1)"], &[]);
    // Rows 0 to 54 of 95, of which the first has none in the last year.
    let amounts = "… and 55 more rows: 1,402.50 of PIM in 2020 (32.4%); 4,212.00 of PIM in 2025 (32.5%).";
    check("/presupuesto?across=year&by=programme", 95, &[amounts], &[]);
}

#[test]
fn years_side_by_side_say_what_is_no_number() {
    let text = page(Lang::En, "/presupuesto?across=year&by=programme&sort=code", 3).table.to_string();
    assert!(text.contains("no data"), "{text}");
    let page = page(Lang::En, "/presupuesto?across=year&by=programme&sort=code&format=csv", 3);
    let file = page.table.to_csv(&page.shell).to_text().unwrap();
    let rows: Vec<&str> = file.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(
        rows[0],
        "Budget programme,Budget programme: name,2020,2025,Change 2020–2025,\"Change 2020–2025, %\",Years without data"
    );
    assert_eq!(rows.len(), 4, "{file}");
    assert!(rows.iter().any(|row| row.ends_with(",-1.50,,,,2025")), "{file}");
    assert!(rows.iter().any(|row| row.ends_with(",0.50,1.50,1.00,200.00,")), "{file}");
}

#[test]
fn bad_input_is_refused_in_words() {
    let check = |query: &str, expect: &str| {
        let url = format!("/presupuesto?{query}");
        let shell = testing::shell(Lang::En, &url, "budget-explorer", Matter::Real, &[crate::MESSAGES]);
        let mut view = shell.unwrap().view;
        let refused = Asked::of(&mut view, BTreeMap::new()).map(|_| ());
        match refused {
            Err(PageError::Refused { key, .. }) => assert_eq!(key, expect, "{query}"),
            other => panic!("{query} gave {other:?}"),
        }
    };
    check("by=programa", "budget-refused-dimension");
    check("where=programa=0068", "budget-refused-dimension");
    check("where=0068", "budget-refused-condition");
    check("measure=gasto", "budget-refused-measure");
    check("sort=gasto", "web-refused-parameter");
    check("sort=disbursed", "web-refused-parameter");
    check("across=mes", "web-refused-parameter");
    check("across=year&year=2020", "budget-refused-across-year");
    check("across=year&by=programme,year", "budget-refused-across-by");
    check("by=year,month,level,entity,sector,pliego", "budget-refused-by-many");
}

#[test]
fn a_click_chooses_the_code_and_proposes_what_comes_next() {
    let check = |url: &str, dimension: Dimension, code: &str, expect: &str| {
        let shell = testing::shell(Lang::Es, url, "budget-explorer", Matter::Real, &[crate::MESSAGES]);
        let mut shell = shell.unwrap();
        let asked = Asked::of(&mut shell.view, BTreeMap::from([(2020, 1)])).unwrap();
        assert_eq!(listing::drill(&shell, &asked, dimension, code).as_deref(), Some(expect), "{url}");
    };
    let (level, programme) = (Dimension::Level, Dimension::Programme);
    check("/presupuesto", level, "E", "/presupuesto?by=sector&where=level%3DE&year=2020");
    check(
        "/presupuesto?by=programme,source&page=2&sort=paid&where=level=R",
        programme,
        "0068",
        "/presupuesto?where=level%3DR&by=product&by=source&where=programme%3D0068&year=2020",
    );
    check(
        "/presupuesto?by=programme&where=programme=0068&where=programme=9002&where=level=E&known=2021-01-01",
        programme,
        "0068",
        "/presupuesto?by=product&where=level%3DE&where=programme%3D0068&year=2020&known=2021-01-01",
    );
}

#[test]
fn the_command_asks_the_same() {
    let url = "/presupuesto?by=programme,source&where=level=R&year=2020&measure=pim&known=2026-03-01";
    let page = page(Lang::Es, url, 1);
    let expect = "quipu budget --by programme,source --where 'level=R' --year 2020 --measure pim \
                  --known 2026-03-01 --format csv";
    assert_eq!(page.command, expect);
}

#[test]
fn the_digest_is_whole_in_files() {
    let digest = Digest::of(b"x");
    assert_eq!(crate::pages::deliveries::digest(&digest).exact, digest.to_string());
}
