//! Plans back into the tables that import reads, and the empty form.
use base::Validity;
use base::codes::PlanCode;
use sheets::{Column, Form};

use super::columns::{TABLES, Table};
use crate::domain::card::{periodicity_in_spanish, periodicity_word};
use crate::domain::content::Content;
use crate::domain::target::TargetKey;

/// Which of the two sets of headers and words that import reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    English,
    Spanish,
}

impl Tongue {
    const fn say<'a>(self, english: &'a str, spanish: &'a str) -> &'a str {
        match self {
            Self::English => english,
            Self::Spanish => spanish,
        }
    }

    const fn yes(self, flag: bool) -> &'static str {
        match (flag, self) {
            (true, Self::English) => "yes",
            (true, Self::Spanish) => "si",
            (false, _) => "no",
        }
    }
}

/// Versions as the four tables; what is read back is what was written. `note` says what a column wants, as in
/// [`template`].
pub fn export(contents: &[Content], tongue: Tongue, note: impl Fn(&str) -> String) -> Vec<Form> {
    let each = |rows: fn(&Content, Tongue) -> Vec<Vec<String>>| {
        contents.iter().flat_map(|content| rows(content, tongue)).collect()
    };
    let rows: [Vec<Vec<String>>; 4] =
        [each(|c, tongue| vec![plan(c, tongue)]), each(elements), each(indicators), each(targets)];
    TABLES.iter().zip(rows).map(|(table, rows)| Form { rows, ..form(table, tongue, &note) }).collect()
}

/// The empty form: Spanish headers, a note for each column. `note` says the message of a key such as
/// `planning-form-targets-rationale`.
pub fn template(note: impl Fn(&str) -> String) -> Vec<Form> {
    form_of(Tongue::Spanish, note)
}

/// The empty form in either tongue.
pub(super) fn form_of(tongue: Tongue, note: impl Fn(&str) -> String) -> Vec<Form> {
    TABLES.iter().map(|table| form(table, tongue, &note)).collect()
}

fn form(table: &Table, tongue: Tongue, note: &impl Fn(&str) -> String) -> Form {
    let header = |column: &Column| tongue.say(column.field, column.aliases.first().unwrap_or(&column.field));
    Form {
        name: tongue.say(table.name, table.name_es).to_owned(),
        headers: table.columns.iter().map(|column| header(column).to_owned()).collect(),
        notes: table.columns.iter().map(|column| note(&note_key(table, column.field))).collect(),
        rows: Vec::new(),
    }
}

/// Key of the message that tells what a column wants.
pub fn note_key(table: &Table, field: &str) -> String {
    format!("planning-form-{}-{}", table.name, field.replace('_', "-"))
}

fn text<T: ToString>(value: Option<T>) -> String {
    value.map(|v| v.to_string()).unwrap_or_default()
}

fn list<T: ToString>(items: &[T]) -> String {
    items.iter().map(ToString::to_string).collect::<Vec<_>>().join(";")
}

/// A word of a closed list, where one is said.
macro_rules! word {
    ($tongue:expr, $word:expr) => {
        text($word.map(|word| $tongue.say(word.as_str(), word.in_spanish())))
    };
}

fn at(content: &Content) -> [String; 2] {
    let plan: &PlanCode = &content.plan.code;
    [plan.to_string(), content.version.code.to_string()]
}

fn plan(content: &Content, tongue: Tongue) -> Vec<String> {
    let (plan, version) = (&content.plan, &content.version);
    let instrument = version.instrument.as_ref();
    let mut row = at(content).to_vec();
    row.extend([
        plan.plan_type.clone(),
        version.title.clone(),
        text(version.title_en.as_ref()),
        text(plan.entity.as_ref()),
        text(plan.territory.as_ref()),
        text(plan.sector.as_ref()),
        version.horizon.from_year().to_string(),
        version.horizon.to_year().to_string(),
        word!(tongue, Some(version.kind)),
        word!(tongue, Some(version.state)),
        text(instrument.map(|i| &i.name)),
        text(instrument.and_then(|i| i.date)),
        text(version.valid.map(Validity::from)),
        text(version.valid.and_then(Validity::to)),
        tongue.yes(plan.sample).to_owned(),
        version.source.clone(),
    ]);
    row
}

fn elements(content: &Content, tongue: Tongue) -> Vec<Vec<String>> {
    let row = |e: &crate::domain::element::Element| {
        let mut row = at(content).to_vec();
        row.extend([
            e.code.to_string(),
            word!(tongue, Some(e.kind)),
            text(e.parent.as_ref()),
            list(&e.hangs_from),
            list(&e.state_policies),
            list(&e.national_policies),
            e.title.clone(),
            text(e.title_en.as_ref()),
            text(e.responsible_post.as_ref()),
            text(e.start),
            text(e.end),
        ]);
        row
    };
    content.elements.values().map(row).collect()
}

fn indicators(content: &Content, tongue: Tongue) -> Vec<Vec<String>> {
    let row = |c: &crate::domain::card::Indicator| {
        let mut row = at(content).to_vec();
        row.extend([
            c.element.to_string(),
            c.code.to_string(),
            c.name.clone(),
            text(c.name_en.as_ref()),
            word!(tongue, c.level),
            word!(tongue, c.dimension),
            text(c.unit.as_ref()),
            word!(tongue, c.sense),
            word!(tongue, c.accumulation),
            word!(tongue, c.aggregation),
            text(c.justification.as_ref()),
            text(c.limitations.as_ref()),
            text(c.method.as_ref()),
            text(c.relevance.as_ref()),
            text(c.responsible_post.as_ref()),
            text(c.periodicity.map(|p| tongue.say(periodicity_word(p), periodicity_in_spanish(p)))),
            text(c.data_source.as_ref()),
            text(c.baseline.map(|b| b.value)),
            text(c.baseline.map(|b| b.period)),
            tongue.yes(c.lead).to_owned(),
            text(c.end_date),
            text(c.series.as_ref()),
            text(c.programme.as_ref()),
            text(c.product.as_ref()),
            text(c.valid_from),
        ]);
        row
    };
    content.indicators.values().map(row).collect()
}

fn targets(content: &Content, _: Tongue) -> Vec<Vec<String>> {
    let row = |(key, target): (&TargetKey, &crate::domain::target::Target)| {
        let mut row = at(content).to_vec();
        row.extend([
            key.indicator.to_string(),
            key.period.to_string(),
            key.territory.to_string(),
            target.goal.value.to_string(),
            text(target.goal.high),
            text(target.rationale.as_ref()),
            text(target.set_on),
        ]);
        row
    };
    content.targets.iter().map(row).collect()
}
