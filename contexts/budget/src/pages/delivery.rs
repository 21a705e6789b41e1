//! `/entrega/{n}`: one file that arrived: what it is, what it sums to, what was doubted, repaired, refused.
use std::collections::BTreeMap;

use askama::Template;
use axum::{extract::Path, response::Response};
use web::components::{Cell, Column, Facts, Notice, NoticeKind, Pages, Table, empty};
use web::{Format, Html, Matter, PageError, Reading, Shell};

use super::{deliveries, deliveries::Arrived, explorer, links};
use crate::{FindingRow, RefusedRow, RepairRow, queries};

/// Rows of a list in one page.
const ROWS: usize = 30;
/// Repairs shown; the file has all.
const EXAMPLES: usize = 12;

#[derive(Template)]
#[template(path = "delivery.html")]
pub struct DeliveryPage {
    pub shell: Shell,
    state: Html,
    facts: Facts,
    shrunk: Option<Notice>,
    links: Vec<(String, String)>,
    totals: Table,
    findings: Table,
    no_findings: Html,
    rules: Table,
    repairs: Table,
    repairs_left_out: String,
    no_repairs: Html,
    refused: Option<Table>,
    pages: Html,
}

/// A delivery with everything recorded of it.
pub struct Found {
    pub arrived: Arrived,
    /// Title of its layout.
    pub layout: String,
    /// The delivery of the same layout before it that told of some of the same units.
    pub before: Option<i64>,
    pub findings: Vec<FindingRow>,
    pub repairs: Vec<RepairRow>,
    pub refused: Vec<RefusedRow>,
}

pub async fn get(mut reading: Reading, Path(number): Path<String>) -> Result<Response, PageError> {
    let found = find(&mut reading, number.parse().map_err(|_| PageError::NotFound)?).await?;
    let title = reading.t("budget-delivery-column");
    let shell = reading.shell(&format!("{title} {}", found.arrived.view.delivery.delivery), Matter::Real);
    let page = DeliveryPage::of(shell, &found)?;
    let tables = [&page.totals, &page.findings, &page.rules, &page.repairs].into_iter().chain(&page.refused);
    if let Some(file) = Table::asked(&page.shell, tables) {
        return file;
    }
    web::html(&page)
}

async fn find(reading: &mut Reading, number: i64) -> Result<Found, PageError> {
    let known = reading.known;
    let all = deliveries::load(reading).await?;
    let arrived = all.into_iter().find(|a| a.view.delivery.delivery == number).ok_or(PageError::NotFound)?;
    let catalogue = deliveries::catalogue(reading).await?;
    let code = &arrived.view.delivery.layout;
    let layout = catalogue.as_ref().and_then(|catalogue| catalogue.layout(code));
    let layout = layout.map_or_else(|| code.clone(), |layout| format!("{} ({code})", layout.title));
    let conn = reading.conn();
    Ok(Found {
        layout,
        before: queries::delivery_before(conn, known, number).await?,
        findings: queries::delivery_findings(conn, known, number).await?,
        repairs: queries::delivery_repairs(conn, known, number).await?,
        refused: queries::delivery_refused(conn, known, number).await?,
        arrived,
    })
}

impl DeliveryPage {
    pub fn of(shell: Shell, found: &Found) -> Result<Self, PageError> {
        let crumb = shell.t("budget-deliveries");
        let shell = shell.under("/entregas", &crumb);
        let pages = Pages::of(&shell.view, ROWS)?;
        let repairs = repairs(&shell, &found.repairs);
        let none = |is_empty: bool, key: &str| if is_empty { empty(&shell.t(key)) } else { Html::default() };
        let left_out = found.repairs.len().saturating_sub(EXAMPLES);
        let delivery = &found.arrived.view.delivery;
        Ok(Self {
            state: deliveries::state(&shell, &found.arrived.view).shown,
            facts: facts(&shell, found),
            shrunk: delivery.shrunk_reason.as_ref().map(|reason| {
                let words = shell.t1("budget-shrunk", "reason", reason);
                Notice::new(&shell, NoticeKind::Warning, words)
            }),
            links: ways(&shell, found),
            totals: totals(&shell, found),
            findings: findings(&shell, &found.findings),
            no_findings: none(found.findings.is_empty(), "budget-no-findings"),
            rules: rules(&shell, &found.repairs),
            repairs,
            repairs_left_out: if left_out > 0 {
                shell.t1("budget-repairs-left-out", "n", left_out)
            } else {
                String::new()
            },
            no_repairs: none(found.repairs.is_empty(), "budget-no-repairs"),
            refused: (!found.refused.is_empty()).then(|| refused(&shell, &found.refused, pages)),
            pages: pages.links(&shell, found.refused.len()),
            shell,
        })
    }
}

fn facts(shell: &Shell, found: &Found) -> Facts {
    let Found { arrived, layout, .. } = found;
    let delivery = &arrived.view.delivery;
    let count = |n: u64| shell.count(usize::try_from(n).unwrap_or(usize::MAX));
    let answers = [
        ("n", arrived.view.units_answering.into()),
        ("units", arrived.view.units.into()),
        ("year", deliveries::years(&arrived.view).into()),
    ];
    let month = match delivery.month_last {
        0 => shell.t("budget-none"),
        month => shell.t(&format!("web-month-{month}")),
    };
    Facts::default()
        .with(&shell.t("budget-file"), &delivery.file_name)
        .with(&shell.t("budget-source-column"), &delivery.source)
        .with(&shell.t("budget-arrived"), arrived.on.map(|on| shell.date(on)).unwrap_or_default())
        .with(&shell.t("budget-entry"), delivery.seq.to_string())
        .with(&shell.t("budget-layout"), layout)
        .with(&shell.t("budget-dimension-year"), deliveries::years(&arrived.view))
        .with(&shell.t("budget-month-last"), month)
        .with(&shell.t("budget-rows"), count(delivery.rows))
        .with(&shell.t("budget-refused"), count(delivery.refused))
        .with(&shell.t("budget-units-answering"), shell.ta("budget-answers-for", &answers))
        .with(&shell.t("budget-digest-file"), delivery.digest.to_string())
        .with(&shell.t("budget-digest-rows"), delivery.parquet.to_string())
}

/// What one can do next.
fn ways(shell: &Shell, found: &Found) -> Vec<(String, String)> {
    let number = found.arrived.view.delivery.delivery.to_string();
    let mut ways = vec![(
        links::page(shell, "/conciliacion", &[("delivery", &number)]),
        shell.t("budget-reconcile-this"),
    )];
    ways.extend(found.before.map(|before| {
        let own = [("old", &*before.to_string()), ("new", &*number)];
        (
            links::page(shell, "/entregas/comparar", &own),
            shell.t1("budget-compare-with", "number", before.to_string()),
        )
    }));
    ways
}

fn totals(shell: &Shell, found: &Found) -> Table {
    let columns = vec![
        Column::text(&shell.t("budget-measure")),
        Column::number(&shell.t("budget-control-total")),
        Column::number(&shell.t("budget-negatives")),
    ];
    let mut table = Table::new("totales", &shell.t("budget-control-totals"), columns);
    for total in &found.arrived.view.totals {
        let negatives = usize::try_from(total.negatives).unwrap_or(usize::MAX);
        table.push(vec![
            Cell::text(&explorer::measure(shell, total.measure)),
            Cell::money(shell, total.total),
            Cell::count(shell, negatives),
        ]);
    }
    table.with_files(shell)
}

fn findings(shell: &Shell, found: &[FindingRow]) -> Table {
    let columns = vec![
        Column::text(&shell.t("budget-finding")),
        Column::number(&shell.t("budget-finding-count")),
        Column::number(&shell.t("budget-first-line")),
    ];
    let mut table = Table::new("dudas", &shell.t("budget-findings"), columns);
    for finding in found {
        let count = usize::try_from(finding.count).unwrap_or(usize::MAX);
        let line = finding.first_line.map_or_else(|| "–".to_owned(), |line| line.to_string());
        table.push(vec![
            Cell::text(&shell.t(&format!("budget-rule-{}", finding.rule))),
            Cell::count(shell, count),
            Cell::text(&line),
        ]);
    }
    table.with_files(shell)
}

/// How many texts and rows each rule repaired.
fn rules(shell: &Shell, repairs: &[RepairRow]) -> Table {
    let columns = vec![
        Column::text(&shell.t("budget-repair-rule")),
        Column::number(&shell.t("budget-repair-texts")),
        Column::number(&shell.t("budget-rows")),
    ];
    let mut counts: BTreeMap<&str, (usize, u64)> = BTreeMap::new();
    for repair in repairs {
        let count = counts.entry(&repair.rule).or_default();
        *count = (count.0 + 1, count.1 + repair.rows);
    }
    let mut table = Table::new("reglas", &shell.t("budget-repairs"), columns);
    for (rule, (texts, rows)) in counts {
        table.push(vec![
            Cell::text(&rule_words(shell, rule)),
            Cell::count(shell, texts),
            Cell::count(shell, usize::try_from(rows).unwrap_or(usize::MAX)),
        ]);
    }
    table.with_files(shell)
}

/// Rules are rows of the country pack: one that has no words yet shows its own code.
fn rule_words(shell: &Shell, rule: &str) -> String {
    let key = format!("budget-repair-{rule}");
    let is_known = shell.frame().texts.has(shell.lang(), &key);
    if is_known { shell.t(&key) } else { rule.to_owned() }
}

/// What the source wrote and what is shown instead: of each rule in turn, so that no rule hides another.
fn repairs(shell: &Shell, repairs: &[RepairRow]) -> Table {
    let columns = ["budget-repair-rule", "budget-repair-dimension", "budget-original", "budget-repaired"]
        .map(|key| Column::text(&shell.t(key)));
    let columns = columns.into_iter().chain([Column::number(&shell.t("budget-rows"))]).collect();
    let mut table = Table::new("reparaciones", &shell.t("budget-repair-examples"), columns);
    let mut turns: BTreeMap<&str, usize> = BTreeMap::new();
    let mut ordered: Vec<(usize, &RepairRow)> = repairs
        .iter()
        .map(|repair| {
            let turn = turns.entry(&repair.rule).or_default();
            *turn += 1;
            (*turn, repair)
        })
        .collect();
    ordered.sort_by_key(|(turn, _)| *turn);
    let size = if shell.view.format == Format::Html { EXAMPLES } else { usize::MAX };
    for (_, repair) in ordered.into_iter().take(size) {
        let dimension = repair.dimension.parse();
        let dimension = dimension.map_or_else(|_| repair.dimension.clone(), |d| links::dimension(shell, d));
        let original =
            if repair.original.is_empty() { shell.t("budget-blank") } else { repair.original.clone() };
        table.push(vec![
            Cell::text(&rule_words(shell, &repair.rule)),
            Cell::text(&dimension),
            Cell::html(Html::text(&original), &repair.original),
            Cell::text(&repair.repaired),
            Cell::count(shell, usize::try_from(repair.rows).unwrap_or(usize::MAX)),
        ]);
    }
    table.with_files(shell)
}

fn refused(shell: &Shell, rows: &[RefusedRow], pages: Pages) -> Table {
    let columns = vec![
        Column::number(&shell.t("budget-line")),
        Column::text(&shell.t("budget-refused-column")),
        Column::text(&shell.t("budget-refused-value")),
        Column::text(&shell.t("budget-refused-reason")),
    ];
    let mut table = Table::new("rechazadas", &shell.t("budget-refused"), columns);
    let (from, size) = match shell.view.format {
        Format::Html => (pages.offset(), pages.size()),
        _ => (0, usize::MAX),
    };
    for row in rows.iter().skip(from).take(size) {
        let texts = [row.line.to_string(), row.column.clone(), row.value.clone(), row.reason.clone()];
        table.push(texts.iter().map(|text| Cell::text(text)).collect());
    }
    table.with_files(shell)
}

#[cfg(test)]
mod tests {
    use web::{Lang, testing};

    use super::*;

    const RULES: [&str; 4] = ["enye", "local_sector", "district_name", "a_rule_without_words"];

    fn found(number: i64, repairs: usize, refused: u64) -> Found {
        let repair = |n: usize| RepairRow {
            rule: RULES.get(n % 4).copied().unwrap_or_default().into(),
            dimension: if n.is_multiple_of(7) { "nowhere".into() } else { "district".into() },
            original: if n.is_multiple_of(5) { String::new() } else { format!("PE¥AROL {n}") },
            repaired: "PEÑAROL <b>".repeat(n),
            rows: n as u64,
        };
        let finding = |rule: &str, first_line| FindingRow { rule: rule.into(), count: 8_482, first_line };
        let refused_row = |line| RefusedRow {
            line,
            column: "MONTO".into(),
            value: "1,2,3".into(),
            reason: "<script> is no number".into(),
        };
        Found {
            arrived: deliveries::tests::arrived(number, 25, usize::try_from(number).unwrap_or(0), "a.csv"),
            layout: "Gasto por mes".into(),
            before: (number > 1).then_some(number - 1),
            findings: if repairs == 0 {
                Vec::new()
            } else {
                vec![finding("year_is_sum_of_months", Some(7)), finding("paid_within_accrued", None)]
            },
            repairs: (0..repairs).map(repair).collect(),
            refused: (0..refused).map(refused_row).collect(),
        }
    }

    #[test]
    fn every_sample_in_every_language() {
        for lang in Lang::ALL {
            for (url, number, repairs, refused) in
                [("/entrega/1", 1, 0, 0), ("/entrega/2?page=2", 2, 60, 45), ("/entrega/3", 3, 3, 1)]
            {
                let shell =
                    testing::shell(lang, url, "budget-delivery-column", Matter::Real, &[crate::MESSAGES]);
                let page = DeliveryPage::of(shell.unwrap(), &found(number, repairs, refused)).unwrap();
                let text = page.render().unwrap();
                assert_eq!(testing::defects(&text, Matter::Real), Vec::<String>::new(), "{url}");
                assert_eq!(page.refused.is_some(), refused > 0, "{url}");
            }
        }
    }

    #[test]
    fn no_rule_hides_another_among_the_examples() {
        let shell = testing::shell(
            Lang::Es,
            "/entrega/2",
            "budget-delivery-column",
            Matter::Real,
            &[crate::MESSAGES],
        );
        let text = DeliveryPage::of(shell.unwrap(), &found(2, 400, 0)).unwrap().repairs.render().unwrap();
        for words in ["La Ñ llegó como ¥", "Sector en blanco", "según su UBIGEO", "a_rule_without_words"]
        {
            assert!(text.contains(words), "{words}");
        }
    }
}
