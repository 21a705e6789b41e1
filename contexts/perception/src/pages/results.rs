//! Results of a question: how sure, how many gave each answer, by department where enough answered.
use std::collections::BTreeMap;

use rust_decimal::Decimal;
use web::{
    Shell,
    components::{Cell, Table},
    sections::{Section, table},
};

use super::{told::percent, words};
use crate::{
    domain::{Margin, Place, Question, QuestionCode, Results, Tally, Wave, WaveCode, margin, share},
    queries::{Asked, WaveView},
};

/// Names of departments by code.
pub(super) type Places = BTreeMap<String, String>;

/// Headings and tables of as many questions as a wave may have.
const SECTIONS: [&str; 20] = [
    "parte-p1",
    "parte-p2",
    "parte-p3",
    "parte-p4",
    "parte-p5",
    "parte-p6",
    "parte-p7",
    "parte-p8",
    "parte-p9",
    "parte-p10",
    "parte-p11",
    "parte-p12",
    "parte-p13",
    "parte-p14",
    "parte-p15",
    "parte-p16",
    "parte-p17",
    "parte-p18",
    "parte-p19",
    "parte-p20",
];

/// How sure a share is, in words.
pub(super) fn margin_words(shell: &Shell, of: Margin) -> String {
    match of {
        Margin::Points(points) => shell.t1("perception-margin-points", "points", shell.value(points)),
        Margin::Open => shell.t("perception-margin-open"),
        Margin::NoSpread => shell.t("perception-margin-no-spread"),
    }
}

fn margin_cell(shell: &Shell, of: Margin) -> Cell {
    match of {
        Margin::Points(points) => Cell::html(web::Html::text(&margin_words(shell, of)), &points.to_string()),
        Margin::Open | Margin::NoSpread => Cell::text(&margin_words(shell, of)),
    }
}

pub(super) fn text<'a>(shell: &Shell, question: &'a Question) -> &'a str {
    web::sections::plainly(shell, &question.text.0, Some(&question.text.1))
}

/// The tally of all who answered, where it is shown.
pub(super) fn whole(results: &Results) -> Option<&Tally> {
    results.iter().find(|cell| cell.place == Place::Whole)?.shown.as_ref()
}

/// A section for each question that has results.
pub(super) fn sections(
    shell: &Shell,
    wave: &Wave,
    asked: &[Asked],
    least: u64,
    places: &Places,
) -> Vec<Section> {
    let each = asked.iter().zip(SECTIONS).enumerate();
    each.filter_map(|(at, (one, id))| {
        let results = one.results.as_ref()?;
        let section = Section::new(id, text(shell, &one.question));
        let least = usize::try_from(least).unwrap_or(usize::MAX);
        let Some(tally) = whole(results) else {
            return Some(section.say(shell.t1("perception-too-few", "least", least)));
        };
        let names = (format!("respuestas-{}", at + 1), format!("departamentos-{}", at + 1));
        let section = section
            .say(headline(shell, wave.card.deff, &one.question, tally))
            .table(distribution(shell, &names.0, &one.question, tally).with_files(shell));
        let parts = departments(shell, (&names.1, wave.card.deff), one, results, places);
        let hides = results.iter().any(|cell| cell.shown.is_none());
        let section = section.table_or(parts.with_files(shell), &shell.t("perception-departments-none"));
        Some(if hides { section.say(shell.t1("perception-withheld-why", "least", least)) } else { section })
    })
    .collect()
}

/// `58 % of 1 000 answered favourably, ± 3.1 points`.
fn headline(shell: &Shell, deff: Option<Decimal>, question: &Question, tally: &Tally) -> String {
    let (n, favourable) = (tally.answered(), question.favourable_of(tally));
    let share = share(n, favourable).map(|share| shell.value(share)).unwrap_or_default();
    let counted = question.favourable.iter().map(|one| words::answer(shell, question.scale, *one));
    let args = [
        ("n", usize::try_from(n).unwrap_or(usize::MAX).into()),
        ("share", share.into()),
        ("margin", margin_words(shell, margin(n, favourable, deff)).into()),
        ("counted", counted.collect::<Vec<_>>().join(", ").into()),
    ];
    shell.ta("perception-headline", &args)
}

fn distribution(shell: &Shell, id: &str, question: &Question, tally: &Tally) -> Table {
    let columns = ["answer", "#respondents", "#of-answers", "counts-as"];
    let mut table = table(shell, "perception", (id, "distribution"), &columns).stacked();
    for answer in question.scale.answers() {
        let count = tally.0.get(&answer).copied().unwrap_or(0);
        let key = if question.favourable.contains(&answer) { "favourable" } else { "not-favourable" };
        table.push(vec![
            Cell::text(&words::answer(shell, question.scale, answer)),
            Cell::count(shell, usize::try_from(count).unwrap_or(usize::MAX)),
            share(tally.answered(), count).map_or_else(Cell::default, |share| percent(shell, share)),
            Cell::text(&shell.t(&format!("perception-{key}"))),
        ]);
    }
    table
}

fn departments(
    shell: &Shell,
    (id, deff): (&str, Option<Decimal>),
    one: &Asked,
    results: &Results,
    places: &Places,
) -> Table {
    let columns = ["department", "#answered", "#favourable-share", "margin"];
    let mut table = table(shell, "perception", (id, "departments"), &columns).stacked();
    for cell in results {
        let place = match &cell.place {
            Place::Whole => continue,
            Place::Unsaid => shell.t("perception-unsaid"),
            Place::Department(code) => places.get(code.as_str()).cloned().unwrap_or_else(|| code.to_string()),
        };
        let Some(tally) = &cell.shown else {
            let withheld = shell.t("perception-withheld");
            table.push(vec![Cell::text(&place), Cell::default(), Cell::default(), Cell::text(&withheld)]);
            continue;
        };
        let (n, favourable) = (tally.answered(), one.question.favourable_of(tally));
        table.push(vec![
            Cell::text(&place),
            Cell::count(shell, usize::try_from(n).unwrap_or(usize::MAX)),
            share(n, favourable).map_or_else(Cell::default, |share| percent(shell, share)),
            margin_cell(shell, margin(n, favourable, deff)),
        ]);
    }
    table
}

/// What questions were answered over the waves, the first wave first; of one wave's questions, or of one objective's waves.
pub(super) fn series(
    shell: &Shell,
    questions: &[&Question],
    waves: &[&WaveView],
    all: &BTreeMap<(WaveCode, QuestionCode), Results>,
) -> Table {
    let columns = ["question", "wave", "when", "design", "#answered", "#favourable-share", "margin"];
    let mut table = table(shell, "perception", ("serie", "series"), &columns).stacked();
    for question in questions {
        for view in waves.iter().rev() {
            let card = &view.wave.card;
            let key = (view.wave.code.clone(), question.code.clone());
            let Some(tally) = all.get(&key).and_then(whole) else { continue };
            let (n, favourable) = (tally.answered(), question.favourable_of(tally));
            table.push(vec![
                Cell::text(text(shell, question)),
                Cell::link(
                    &super::links::wave_href(&shell.view, &view.wave.code),
                    super::told::title(shell, &view.wave),
                ),
                Cell::html(web::Html::text(&shell.date(card.to)), &card.to.to_string()),
                Cell::text(&super::told::design(shell, card.design)),
                Cell::count(shell, usize::try_from(n).unwrap_or(usize::MAX)),
                share(n, favourable).map_or_else(Cell::default, |share| percent(shell, share)),
                margin_cell(shell, margin(n, favourable, card.deff)),
            ]);
        }
    }
    table
}
