//! `/conciliacion`: that what is stored is what was delivered, to the céntimo, proved while the page is asked for.
use std::{collections::BTreeMap, sync::Arc};

use askama::Template;
use axum::response::Response;
use base::Money;
use web::components::{Cell, Column, Notice, NoticeKind, Table, Tone, empty, tag};
use web::{Format, Html, Matter, PageError, Reading, Shell};

use super::{deliveries, deliveries::Arrived, explorer, links};
use crate::{
    columnar::Columnar,
    domain::{Dimension, Measure},
    queries::{self, Check, ROLLUP, Reconciliation},
};

/// A source with more rows is not read again while somebody waits for a page.
const ROWS_MAX: u64 = 150_000;

#[derive(Template)]
#[template(path = "reconciliation.html")]
pub struct ReconciliationPage {
    pub shell: Shell,
    verdict: Option<Notice>,
    totals: Option<Table>,
    levels: Option<Table>,
    choose: Table,
    nothing: Html,
}

/// What is known of the delivery asked for.
pub enum Proof {
    /// None is asked for.
    Unasked,
    /// Its source is too large to be read for a page.
    TooLarge(i64),
    Done(i64, Reconciliation),
    /// The source cannot be read as it was: a finding, said in words.
    Unreadable(i64, String),
}

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let all = deliveries::load(&mut reading).await?;
    let proof = match reading.view.one("delivery").map(str::to_owned) {
        None => Proof::Unasked,
        Some(text) => prove(&mut reading, &all, &text).await?,
    };
    let crumb = reading.t("budget-deliveries");
    let shell = reading.shell(&reading.t("budget-reconciliation"), Matter::Real).under("/entregas", &crumb);
    let page = ReconciliationPage::of(shell, &all, &proof);
    let tables = page.totals.iter().chain(&page.levels).chain([&page.choose]);
    if let Some(file) = Table::asked(&page.shell, tables) {
        return file;
    }
    web::html(&page)
}

async fn prove(reading: &mut Reading, all: &[Arrived], text: &str) -> Result<Proof, PageError> {
    let number: i64 = text.parse().map_err(|_| PageError::parameter("delivery", text))?;
    let found = all.iter().map(|a| &a.view.delivery).find(|d| d.delivery == number);
    let delivery = found.ok_or_else(|| PageError::Refused {
        key: "budget-refused-delivery",
        args: vec![("number", number.to_string().into())],
    })?;
    if delivery.rows > ROWS_MAX {
        return Ok(Proof::TooLarge(number));
    }
    let Some(catalogue) = deliveries::catalogue(reading).await? else {
        return Err(PageError::internal("a delivery is known and no country pack is"));
    };
    let (known, app) = (reading.known, reading.app.clone());
    let columnar = app.part::<Arc<dyn Columnar>>()?.as_ref();
    let conn = reading.conn();
    let found = queries::reconcile_delivery(conn, &app.files, columnar, &catalogue, known, delivery).await;
    Ok(match found {
        Ok(found) => Proof::Done(number, found),
        Err(error) => Proof::Unreadable(number, error.to_string()),
    })
}

impl ReconciliationPage {
    pub fn of(shell: Shell, all: &[Arrived], proof: &Proof) -> Self {
        let done = match proof {
            Proof::Done(_, found) => Some(found),
            _ => None,
        };
        Self {
            verdict: verdict(&shell, proof),
            totals: done.map(|found| totals(&shell, found)),
            levels: done.map(|found| levels(&shell, found)),
            choose: choose(&shell, all),
            nothing: if all.is_empty() {
                empty(&shell.t("budget-nothing-delivered"))
            } else {
                Html::default()
            },
            shell,
        }
    }
}

fn verdict(shell: &Shell, proof: &Proof) -> Option<Notice> {
    let number = |n: &i64| ("number", web::Arg::from(n.to_string()));
    let notice = |kind, key, args: &[(&str, web::Arg)]| Some(Notice::new(shell, kind, shell.ta(key, args)));
    match proof {
        Proof::Unasked => None,
        Proof::TooLarge(n) => notice(NoticeKind::Important, "budget-reconcile-large", &[number(n)]),
        Proof::Unreadable(n, reason) => {
            let args = [number(n), ("reason", reason.into())];
            notice(NoticeKind::Warning, "budget-reconcile-unreadable", &args)
        }
        Proof::Done(n, found) => {
            let differences = found.differences().count();
            let args = [number(n), ("n", differences.into()), ("checks", found.checks.len().into())];
            if differences == 0 {
                notice(NoticeKind::Done, "budget-reconcile-zero", &args)
            } else {
                notice(NoticeKind::Warning, "budget-reconcile-differs", &args)
            }
        }
    }
}

/// Céntimos apart, in words and with a mark.
fn apart(shell: &Shell, difference: Money) -> Cell {
    let (tone, words) = if difference.is_zero() {
        (Tone::Done, shell.t("budget-zero-centimos"))
    } else {
        (Tone::Bad, shell.t1("budget-centimos", "n", difference.as_centimos()))
    };
    Cell::html(tag(tone, &words), &difference.to_string())
}

/// Of each measure: what the file says, what was counted when it was read, what is stored.
fn totals(shell: &Shell, found: &Reconciliation) -> Table {
    let mut columns = vec![Column::text(&shell.t("budget-measure"))];
    let numbers = ["budget-source-total", "budget-control-total", "budget-stored-total"];
    columns.extend(numbers.map(|key| Column::number(&shell.t(key))));
    columns.push(Column::text(&shell.t("budget-difference")));
    let mut table = Table::new("totales", &shell.t("budget-reconcile-totals"), columns);
    for check in found.checks.iter().filter(|check| check.level.is_none()) {
        let is_control = |c: &&Check| c.measure == check.measure && c.level.as_deref() == Some("control");
        let control = found.checks.iter().find(is_control);
        let differences = control.map_or(Money::ZERO, |control| control.difference);
        let worst = if check.difference.is_zero() { differences } else { check.difference };
        table.push(vec![
            Cell::text(&explorer::measure(shell, check.measure)),
            Cell::money(shell, check.source),
            explorer::money(shell, control.map(|control| control.stored)),
            Cell::money(shell, check.stored),
            apart(shell, worst),
        ]);
    }
    table.with_files(shell)
}

/// Over what was summed, in the order of the rows.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Level<'c> {
    Dimension(Dimension),
    Rollup(&'c str),
}

impl<'c> Level<'c> {
    fn of(level: &'c str) -> Option<Self> {
        match level.strip_prefix(ROLLUP) {
            Some(name) => Some(Self::Rollup(name)),
            None => level.parse().ok().map(Self::Dimension),
        }
    }

    fn words(&self, shell: &Shell) -> String {
        match self {
            Self::Dimension(dimension) => links::dimension(shell, *dimension),
            Self::Rollup(name) => {
                // One that another version of the program made may have no words.
                let key = format!("budget-rollup-{name}");
                let is_told = shell.frame().texts.has(shell.lang(), &key);
                let name = if is_told { shell.t(&key) } else { (*name).to_owned() };
                shell.t1("budget-reconcile-rollup", "name", name)
            }
        }
    }
}

/// For every dimension and rollup: the sums of its groups against the file, measure by measure.
fn levels(shell: &Shell, found: &Reconciliation) -> Table {
    let mut measures: Vec<Measure> = found.checks.iter().map(|check| check.measure).collect();
    measures.sort_unstable();
    measures.dedup();
    let mut by_level: BTreeMap<Level, Vec<&Check>> = BTreeMap::new();
    for check in &found.checks {
        if let Some(level) = check.level.as_deref().and_then(Level::of) {
            by_level.entry(level).or_default().push(check);
        }
    }
    let is_file = shell.view.format != Format::Html;
    let differs = found.differences().next().is_some();
    let mut columns = vec![Column::text(&shell.t("budget-dimension"))];
    if is_file {
        columns.extend(measures.iter().map(|m| Column::number(&explorer::measure_short(shell, *m))));
    } else {
        columns.push(Column::text(&shell.t("budget-difference")));
        columns.extend(differs.then(|| Column::text(&shell.t("budget-reconcile-where"))));
    }
    let mut table = Table::new("niveles", &shell.t("budget-reconcile-levels"), columns);
    for (level, checks) in by_level {
        let mut cells = vec![Cell::text(&level.words(shell))];
        if is_file {
            cells.extend(measures.iter().map(|measure| {
                let check = checks.iter().find(|check| check.measure == *measure);
                check.map_or_else(Cell::default, |check| Cell::money(shell, check.difference))
            }));
        } else {
            let differing: Vec<&&Check> = checks.iter().filter(|check| !check.difference.is_zero()).collect();
            let worst = differing.iter().map(|check| check.difference);
            let worst = worst.max_by_key(|money| money.as_centimos().unsigned_abs()).unwrap_or_default();
            let words: Vec<String> =
                differing.iter().map(|check| explorer::measure_short(shell, check.measure)).collect();
            cells.push(apart(shell, worst));
            cells.extend(differs.then(|| Cell::text(&words.join(", "))));
        }
        table.push(cells);
    }
    table.with_files(shell)
}

fn choose(shell: &Shell, all: &[Arrived]) -> Table {
    let columns = vec![
        Column::text(&shell.t("budget-delivery-column")),
        Column::text(&shell.t("budget-state")),
        Column::text(&shell.t("budget-dimension-year")),
        Column::number(&shell.t("budget-rows")),
        Column::text(&shell.t("budget-reconcile-action")),
    ];
    let mut table = Table::new("por-conciliar", &shell.t("budget-reconcile-choose"), columns);
    for arrived in all.iter().rev() {
        let delivery = &arrived.view.delivery;
        let number = delivery.delivery.to_string();
        let href = links::page(shell, "/conciliacion", &[("delivery", &number)]);
        let words = shell.t1("budget-reconcile-do", "number", number.as_str());
        table.push(vec![
            Cell::link(
                &links::delivery(shell, delivery.delivery),
                &format!("{number} · {}", delivery.file_name),
            ),
            deliveries::state(shell, &arrived.view),
            Cell::text(&deliveries::years(&arrived.view)),
            Cell::count(shell, usize::try_from(delivery.rows).unwrap_or(usize::MAX)),
            Cell::html(links::link(&href, &words), &href),
        ]);
    }
    table.with_files(shell)
}

#[cfg(test)]
mod tests {
    use web::{Lang, testing};

    use super::*;

    fn found(difference: i64) -> Reconciliation {
        let check = |measure, level: Option<&str>, apart: i64| Check {
            delivery: 1,
            measure,
            level: level.map(str::to_owned),
            source: Money::centimos(1_000),
            stored: Money::centimos(1_000 + apart),
            difference: Money::centimos(apart),
        };
        let mut checks = Vec::new();
        for measure in [Measure::Pim, Measure::Accrued] {
            checks.push(check(measure, None, 0));
            checks.push(check(measure, Some("control"), 0));
            checks.extend(Dimension::ALL.iter().map(|d| check(measure, Some(d.code()), difference)));
        }
        Reconciliation { checks }
    }

    #[test]
    fn every_sample_in_every_language() {
        let all = deliveries::tests::sample();
        for lang in Lang::ALL {
            let es = lang == Lang::Es;
            let proofs = [
                (Proof::Unasked, if es { "Elija" } else { "Choose" }),
                (Proof::TooLarge(2), "quipu reconcile"),
                (
                    Proof::Done(1, found(0)),
                    if es { "0 céntimos de diferencia" } else { "0 céntimos of difference" },
                ),
                (Proof::Done(1, found(-3)), "−3 céntimos"),
                (Proof::Unreadable(1, "line 7: <b> is no number".into()), "&#60;b&#62;"),
            ];
            for (proof, words) in proofs {
                let shell = testing::shell(
                    lang,
                    "/conciliacion",
                    "budget-reconciliation",
                    Matter::Real,
                    &[crate::MESSAGES],
                );
                let text = ReconciliationPage::of(shell.unwrap(), &all, &proof).render().unwrap();
                assert_eq!(testing::defects(&text, Matter::Real), Vec::<String>::new());
                let escaped =
                    text.contains(words) || text.replace("&lt;b&gt;", "&#60;b&#62;").contains(words);
                assert!(escaped, "{words:?} is not said");
            }
        }
    }
}
