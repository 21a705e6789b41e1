//! Plans back into the tables that import reads, and the empty form.
use base::Validity;
use base::codes::PlanCode;
use sheets::Form;

use super::columns::{ELEMENTS, INDICATORS, PLAN, TABLES, TARGETS, Table};
use crate::domain::card::periodicity_word;
use crate::domain::content::Content;
use crate::domain::target::TargetKey;

/// Versions as the four tables, headers in English; what is read back is what was written.
pub fn export(contents: &[Content]) -> Vec<Form> {
    let each = |rows: fn(&Content) -> Vec<Vec<String>>| contents.iter().flat_map(rows).collect();
    vec![
        filled(&PLAN, each(|c| vec![plan(c)])),
        filled(&ELEMENTS, each(elements)),
        filled(&INDICATORS, each(indicators)),
        filled(&TARGETS, each(targets)),
    ]
}

fn filled(table: &Table, rows: Vec<Vec<String>>) -> Form {
    let headers = table.columns.iter().map(|column| column.field.to_owned()).collect();
    Form { name: table.name.to_owned(), headers, notes: Vec::new(), rows }
}

/// The empty form: Spanish headers, a note for each column. `note` says the message of a key such as
/// `planning-form-targets-rationale`.
pub fn template(note: impl Fn(&str) -> String) -> Vec<Form> {
    let form = |table: &Table| Form {
        name: table.name_es.to_owned(),
        headers: table.columns.iter().map(|c| c.aliases.first().unwrap_or(&c.field).to_string()).collect(),
        notes: table.columns.iter().map(|c| note(&note_key(table, c.field))).collect(),
        rows: Vec::new(),
    };
    TABLES.iter().map(form).collect()
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

fn yes(flag: bool) -> String {
    if flag { "yes" } else { "no" }.to_owned()
}

fn at(content: &Content) -> [String; 2] {
    let plan: &PlanCode = &content.plan.code;
    [plan.to_string(), content.version.code.to_string()]
}

fn plan(content: &Content) -> Vec<String> {
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
        version.kind.to_string(),
        version.state.to_string(),
        text(instrument.map(|i| &i.name)),
        text(instrument.and_then(|i| i.date)),
        text(version.valid.map(Validity::from)),
        text(version.valid.and_then(Validity::to)),
        yes(plan.sample),
        version.source.clone(),
    ]);
    row
}

fn elements(content: &Content) -> Vec<Vec<String>> {
    let row = |e: &crate::domain::element::Element| {
        let mut row = at(content).to_vec();
        row.extend([
            e.code.to_string(),
            e.kind.to_string(),
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

fn indicators(content: &Content) -> Vec<Vec<String>> {
    let row = |c: &crate::domain::card::Indicator| {
        let mut row = at(content).to_vec();
        row.extend([
            c.element.to_string(),
            c.code.to_string(),
            c.name.clone(),
            text(c.name_en.as_ref()),
            text(c.level),
            text(c.dimension),
            text(c.unit.as_ref()),
            text(c.sense),
            text(c.accumulation),
            text(c.aggregation),
            text(c.justification.as_ref()),
            text(c.limitations.as_ref()),
            text(c.method.as_ref()),
            text(c.relevance.as_ref()),
            text(c.responsible_post.as_ref()),
            text(c.periodicity.map(periodicity_word)),
            text(c.data_source.as_ref()),
            text(c.baseline.map(|b| b.value)),
            text(c.baseline.map(|b| b.period)),
            yes(c.lead),
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

fn targets(content: &Content) -> Vec<Vec<String>> {
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
