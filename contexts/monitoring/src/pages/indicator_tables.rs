//! Tables of an indicator: its path with what was observed, its targets, its values and their corrections,
//! its card.
use std::collections::BTreeMap;

use base::Period;
use jiff::civil::Date;
use planning::domain::words::{Accumulation, Aggregation, Dimension, Level, Sense};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use web::charts::{LineChart, Point};
use web::components::{Cell, Column, Facts, Table};
use web::{Html, Shell};

use super::{explained, marks};
use crate::domain::records::GroupKind;
use crate::queries::discipline::NoValueReason;
use crate::queries::indicator::{IndicatorAnswer, Measuring, Observed};

fn text(shell: &Shell, key: &str) -> Column {
    Column::text(&shell.t(key))
}

fn number(shell: &Shell, key: &str) -> Column {
    Column::number(&shell.t(key))
}

fn value(shell: &Shell, value: Decimal) -> Cell {
    Cell::html(Html::text(&shell.value(value)), &value.to_string())
}

fn point(day: Date, value: Decimal) -> Option<Point> {
    Some(Point { year: f64::from(day.year()) + f64::from(day.month() - 12) / 12.0, value: value.to_f64()? })
}

/// The line of what was observed on the scale of the targets, and the target path; with its table.
pub fn chart(shell: &Shell, found: &IndicatorAnswer) -> (LineChart, Table) {
    let facts = &found.explanation.facts;
    let comparable =
        |scale: &Option<Box<str>>| facts.indicator.scale.is_none() || *scale == facts.indicator.scale;
    let mut rows: BTreeMap<Date, (String, Option<Decimal>, Option<String>, String)> = BTreeMap::new();
    let mut observed = Vec::new();
    for seen in facts.observations.iter().filter(|o| comparable(&o.scale)) {
        let row = rows.entry(seen.period.end()).or_default();
        (row.0, row.1) = (shell.period(seen.period), Some(seen.value));
        observed.extend(point(seen.period.end(), seen.value));
    }
    let mut target = Vec::new();
    for at in &found.explanation.path {
        let row = rows.entry(at.on).or_default();
        let says = explained::bounds(shell, at.bounds);
        let start = if at.target.is_none() { shell.t("web-chart-baseline") } else { String::new() };
        row.0 = at.target.map_or_else(|| row.0.clone(), |period| shell.period(period));
        if row.0.is_empty() {
            row.0 = Period::containing(at.on, facts.indicator.periodicity)
                .map_or_else(String::new, |p| shell.period(p));
        }
        (row.2, row.3) = (Some(says), start);
        target.extend(point(at.on, at.bounds.low));
    }
    observed.sort_by(|a, b| a.year.total_cmp(&b.year));
    let columns = vec![
        text(shell, "web-chart-period"),
        number(shell, "web-chart-observed"),
        number(shell, "monitoring-column-expected"),
        text(shell, "monitoring-column-note"),
    ];
    let unit = found.view.card.unit.clone().unwrap_or_default();
    let mut table = Table::new("serie", &shell.title, columns);
    for (period, seen, expected, note) in rows.into_values() {
        table.push(vec![
            Cell::text(&period),
            seen.map_or_else(Cell::default, |v| value(shell, v)),
            Cell::text(&expected.unwrap_or_default()),
            Cell::text(&note),
        ]);
    }
    let title = if unit.is_empty() { shell.title.clone() } else { format!("{} ({unit})", shell.title) };
    let chart = LineChart {
        id: "linea".into(),
        description: shell.ta(
            "monitoring-chart-says",
            &[("values", observed.len().into()), ("targets", target.len().into())],
        ),
        title,
        observed,
        target,
    };
    let table = table.with_files(shell).with_picture(shell, || chart.picture(shell));
    (chart, table)
}

/// Targets of the territory, with what was observed for each and how each came to be.
pub fn targets(shell: &Shell, found: &IndicatorAnswer) -> Table {
    let columns = vec![
        text(shell, "web-chart-period"),
        number(shell, "web-chart-target"),
        number(shell, "web-chart-observed"),
        text(shell, "monitoring-column-change"),
        text(shell, "monitoring-column-rationale"),
    ];
    let mut table = Table::new("metas", &shell.t("monitoring-targets"), columns);
    let facts = &found.explanation.facts;
    for target in &facts.indicator.targets {
        let says = target.high.map_or_else(
            || shell.value(target.value),
            |high| {
                let args = [("low", shell.value(target.value).into()), ("high", shell.value(high).into())];
                shell.ta("explained-band", &args)
            },
        );
        let scale = &facts.indicator.scale;
        let seen = facts
            .observations
            .iter()
            .find(|o| o.period == target.period && (scale.is_none() || o.scale == *scale));
        let of_period = || found.changes.iter().filter(|change| change.key.period == target.period);
        let changes: Vec<String> = of_period()
            .map(|change| {
                let key = format!("monitoring-change-{}", super::words::made(change.made));
                shell.t1(&key, "date", shell.date(change.on))
            })
            .collect();
        let rationale =
            of_period().next_back().and_then(|change| change.rationale.clone()).unwrap_or_default();
        table.push(vec![
            Cell::text(&shell.period(target.period)),
            Cell::html(Html::text(&says), &target.value.to_string()),
            seen.map_or_else(Cell::default, |o| value(shell, o.value)),
            Cell::text(&changes.join("; ")),
            Cell::text(&rationale),
        ]);
    }
    table.with_files(shell)
}

/// Values of every series that measures it, the newest first, all people before groups; how many were left
/// out where `rows_max` says how many a page shows.
pub fn observations(shell: &Shell, found: &IndicatorAnswer, rows_max: Option<usize>) -> (Table, usize) {
    let columns = vec![
        text(shell, "web-chart-period"),
        text(shell, "monitoring-column-group"),
        number(shell, "monitoring-column-value"),
        text(shell, "monitoring-column-source"),
        text(shell, "monitoring-column-quality"),
        text(shell, "monitoring-column-corrections"),
        text(shell, "monitoring-column-standing"),
    ];
    let mut table = Table::new("observaciones", &shell.t("monitoring-observations"), columns);
    let mut all: Vec<&Observed> = found.series.iter().flat_map(|m| &m.observed).collect();
    all.sort_by(|a, b| {
        (&a.key.group, std::cmp::Reverse(a.key.period.end()))
            .cmp(&(&b.key.group, std::cmp::Reverse(b.key.period.end())))
    });
    let left_out = rows_max.map_or(0, |max| all.len().saturating_sub(max));
    for seen in all.into_iter().take(rows_max.unwrap_or(usize::MAX)) {
        table.push(observation(shell, seen));
    }
    (table.with_files(shell), left_out)
}

fn observation(shell: &Shell, seen: &Observed) -> Vec<Cell> {
    let group = seen.key.group.as_ref().map_or_else(
        || shell.t("monitoring-group-all"),
        |group| format!("{}: {}", group_word(shell, group.kind), group.name),
    );
    let now = &seen.now;
    let terms = now.numerator.zip(now.denominator);
    let terms = terms.map(|(above, below)| format!("{} ÷ {}", shell.value(above), shell.value(below)));
    let source = [Some(now.source.clone()), now.provenance.clone(), seen.key.edition.clone()];
    let source: Vec<String> = source.into_iter().flatten().collect();
    let quality: Vec<String> = [now.quality_note.clone(), terms].into_iter().flatten().collect();
    vec![
        Cell::text(&shell.period(seen.key.period)),
        Cell::text(&group),
        value(shell, now.value),
        Cell::text(&source.join("; ")),
        Cell::text(&quality.join("; ")),
        Cell::text(&corrections(shell, seen)),
        Cell::text(&standing(shell, seen)),
    ]
}

/// `antes 45.1, dicho el …`; nothing where the value was said once.
fn corrections(shell: &Shell, seen: &Observed) -> String {
    let earlier = seen.said.len().saturating_sub(1);
    let words = seen.said.iter().take(earlier).map(|(day, before)| {
        let args = [("value", shell.value(before.value).into()), ("date", shell.date(day).into())];
        shell.ta("monitoring-corrected", &args)
    });
    words.collect::<Vec<_>>().join("; ")
}

/// Who accepted the value, and what the statistician says of it.
fn standing(shell: &Shell, seen: &Observed) -> String {
    let review = seen
        .review
        .as_ref()
        .map(|(phase, reason)| shell.t1(&format!("monitoring-value-{phase}"), "words", reason.as_str()));
    let validation = seen.validation.as_ref().map(|(verdict, words)| {
        let key = format!("explained-{}", verdict.as_str().replace('_', "-"));
        let period = shell.period(seen.key.period);
        shell.ta(&key, &[("period", period.into()), ("words", words.as_str().into())])
    });
    [review, validation].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Periods for which whoever owes the value says why there is none.
pub fn no_values(shell: &Shell, found: &IndicatorAnswer, reasons: &[NoValueReason]) -> Table {
    let columns = vec![
        text(shell, "web-chart-period"),
        text(shell, "monitoring-no-value-why"),
        text(shell, "monitoring-no-value-words"),
        text(shell, "monitoring-column-source"),
        text(shell, "monitoring-no-value-on"),
    ];
    let mut table = Table::new("sin-dato", &shell.t("monitoring-no-values"), columns);
    for (answer, period, on) in found.series.iter().flat_map(|measuring| &measuring.answers) {
        let reason = reasons.iter().find(|one| one.code == answer.reason);
        let name = reason.map(|one| marks::said(shell.lang(), &one.name.0, Some(&one.name.1)));
        let source = [Some(answer.source.clone()), answer.provenance.clone()];
        table.push(vec![
            Cell::text(&shell.period(*period)),
            Cell::text(name.unwrap_or(&answer.reason)),
            Cell::text(&answer.words),
            Cell::text(&source.into_iter().flatten().collect::<Vec<_>>().join("; ")),
            Cell::text(&on.map(|day| shell.date(day)).unwrap_or_default()),
        ]);
    }
    table.with_files(shell)
}

fn group_word(shell: &Shell, kind: GroupKind) -> String {
    shell.t(&format!("group-kind-{kind}"))
}

/// What is known of a series itself.
pub fn source(shell: &Shell, measuring: &Measuring) -> Facts {
    let series = &measuring.series;
    let name = marks::said(shell.lang(), &series.name, series.name_en.as_deref());
    let mut facts = Facts::default()
        .with(&shell.t("monitoring-series"), format!("{} · {name}", series.code))
        .with(&shell.t("monitoring-unit"), series.unit.as_str())
        .with(&shell.t("monitoring-column-source"), series.source.as_str());
    let note = measuring.binding.as_ref().and_then(|binding| binding.note.clone());
    let rest = [
        ("monitoring-provenance", series.provenance.clone()),
        ("monitoring-scale", series.comparable_group.clone()),
        ("monitoring-frozen", series.frozen_on.map(|day| shell.date(day))),
        ("monitoring-column-note", series.note.clone()),
        ("monitoring-binding", note),
    ];
    for (key, value) in rest {
        if let Some(value) = value {
            facts = facts.with(&shell.t(key), value);
        }
    }
    facts
}

/// The card; what it leaves open is said to be open.
pub fn card(shell: &Shell, found: &IndicatorAnswer) -> Facts {
    let card = &found.view.card;
    let word = |list: &str, word: Option<&str>| word.map(|word| shell.t(&format!("{list}-{word}")));
    let baseline = card.baseline.map(|b| format!("{} ({})", shell.value(b.value), shell.period(b.period)));
    let periodicity = card.periodicity.map(planning::domain::card::periodicity_word);
    let rows = [
        ("monitoring-unit", card.unit.clone()),
        ("monitoring-card-method", card.method.clone()),
        ("monitoring-card-justification", card.justification.clone()),
        ("monitoring-card-relevance", card.relevance.clone()),
        ("monitoring-card-limitations", card.limitations.clone()),
        ("monitoring-card-post", card.responsible_post.as_ref().map(ToString::to_string)),
        ("monitoring-card-level", word("planning-level", card.level.map(Level::as_str))),
        ("monitoring-card-dimension", word("planning-dimension", card.dimension.map(Dimension::as_str))),
        ("monitoring-card-sense", word("sense", card.sense.map(Sense::as_str))),
        ("monitoring-card-accumulation", word("accumulation", card.accumulation.map(Accumulation::as_str))),
        ("monitoring-card-aggregation", word("aggregation", card.aggregation.map(Aggregation::as_str))),
        ("monitoring-card-periodicity", word("monitoring-periodicity", periodicity)),
        ("monitoring-card-source", card.data_source.clone()),
        ("web-chart-baseline", baseline),
        ("monitoring-card-programme", card.programme.clone()),
    ];
    let lead = shell.t(if card.lead { "web-yes" } else { "web-no" });
    let open = shell.t("monitoring-card-open");
    let facts = rows.into_iter().fold(Facts::default(), |facts, (key, value)| {
        facts.with(&shell.t(key), value.unwrap_or_else(|| open.clone()))
    });
    facts.with(&shell.t("monitoring-card-lead"), lead)
}
