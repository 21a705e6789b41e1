//! The four tables of plans out of files.
use std::collections::BTreeMap;

use base::codes::{ElementCode, IndicatorCode, PlanCode, VersionCode};
use base::{RowError, RowErrors, Validity};
use sheets::{Book, Columns, Record, Sheet};

use super::columns::{ELEMENTS, INDICATORS, PLAN, TABLES, TARGETS, Table};
use super::fields::{date, flag, number, optional_text, texts, words_of, year};
use crate::domain::card::{Baseline, Indicator, periodicity};
use crate::domain::element::Element;
use crate::domain::plan::{Horizon, Instrument, Plan, Version};
use crate::domain::target::{Goal, Target, TargetKey};
use crate::domain::words::VersionKind;

type Read<T> = Result<T, RowError>;

/// A plan's code and a version's.
pub type VersionKey = (PlanCode, VersionCode);

/// A row with its place in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located<T> {
    pub file: String,
    pub line: u64,
    pub content: T,
}

impl<T> Located<T> {
    pub fn refuse(
        &self,
        column: &str,
        value: &(impl ToString + ?Sized),
        reason: &(impl ToString + ?Sized),
    ) -> RowError {
        RowError {
            file: self.file.clone(),
            line: self.line,
            column: column.to_owned(),
            value: value.to_string().chars().take(120).collect(),
            reason: reason.to_string(),
        }
    }
}

/// Rows of one table by version and key.
pub type Rows<K, T> = BTreeMap<VersionKey, BTreeMap<K, Located<T>>>;

/// Which tables came, with or without rows: a table that came speaks for the whole version.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tables {
    pub elements: bool,
    pub indicators: bool,
    pub targets: bool,
}

/// What files deliver: rows read, and rows refused while reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Delivered {
    pub tables: Tables,
    pub plans: BTreeMap<VersionKey, Located<(Plan, Version)>>,
    pub elements: Rows<ElementCode, Element>,
    pub indicators: Rows<IndicatorCode, Indicator>,
    pub targets: Rows<TargetKey, Target>,
    pub refused: RowErrors,
}

/// Reads every sheet whose name is that of a table, in English or Spanish. A sheet called `ayuda` or
/// `help` is passed over; any other refuses the delivery, for it may be a table misspelt.
///
/// # Errors
/// Where a sheet cannot be read at all; single bad rows are in [`Delivered::refused`].
pub fn read(book: &Book) -> Result<Delivered, sheets::Error> {
    let mut all = Delivered::default();
    for sheet in book.sheets() {
        let name = base::text::fold(sheet.name());
        let found = TABLES.iter().find(|t| t.name == name || t.name_es == name);
        match found.map(|t| t.name) {
            Some("plan") => all.plans(sheet)?,
            Some("elements") => {
                all.tables.elements = true;
                all.refused.0.extend(rows(sheet, &ELEMENTS, element, &mut all.elements)?);
            }
            Some("indicators") => {
                all.tables.indicators = true;
                all.refused.0.extend(rows(sheet, &INDICATORS, indicator, &mut all.indicators)?);
            }
            Some("targets") => {
                all.tables.targets = true;
                all.refused.0.extend(rows(sheet, &TARGETS, target, &mut all.targets)?);
            }
            _ if name == "ayuda" || name == "help" => {}
            _ => all.refused.push(unknown(sheet)),
        }
    }
    Ok(all)
}

fn unknown(sheet: &Sheet) -> RowError {
    let accepted: Vec<&str> = TABLES.iter().flat_map(|t| [t.name, t.name_es]).collect();
    RowError {
        file: sheet.file().to_owned(),
        line: 1,
        column: String::new(),
        value: sheet.name().to_owned(),
        reason: format!(
            "no table of a plan is called so; name the file or sheet one of: {}",
            accepted.join(", ")
        ),
    }
}

impl Delivered {
    /// Adds what other files deliver. A version or row in both is refused where they differ.
    pub fn join(&mut self, other: Self) {
        self.tables.elements |= other.tables.elements;
        self.tables.indicators |= other.tables.indicators;
        self.tables.targets |= other.tables.targets;
        self.refused.0.extend(other.refused.0);
        for (key, row) in other.plans {
            self.add_plan(key, row);
        }
        add_all(&mut self.elements, other.elements, &mut self.refused);
        add_all(&mut self.indicators, other.indicators, &mut self.refused);
        add_all(&mut self.targets, other.targets, &mut self.refused);
    }

    fn add_plan(&mut self, key: VersionKey, row: Located<(Plan, Version)>) {
        if self.plans.get(&key).is_some_and(|first| first.content != row.content) {
            self.refused.push(row.refuse("version", &key.1, "another file says something else of the same"));
            return;
        }
        let other = self.plans.values().find(|o| o.content.0.code == key.0);
        if let Some(other) = other.filter(|o| o.content.0 != row.content.0) {
            let reason = format!(
                "versions of one plan have one type, entity, territory, sector and sample mark; {}:{} differs",
                other.file, other.line
            );
            self.refused.push(row.refuse("plan", &key.0, &reason));
        } else {
            self.plans.insert(key, row);
        }
    }

    fn plans(&mut self, sheet: &Sheet) -> Result<(), sheets::Error> {
        let mut all: Rows<(), (Plan, Version)> = Rows::new();
        let refused = rows(sheet, &PLAN, |r, key| plan(r, key).map(|row| ((), row)), &mut all)?;
        self.refused.0.extend(refused);
        for (key, rows) in all {
            for row in rows.into_values() {
                self.add_plan(key.clone(), row);
            }
        }
        Ok(())
    }
}

fn rows<K: Ord, T: PartialEq>(
    sheet: &Sheet,
    table: &Table,
    read: impl Fn(&Record, &VersionKey) -> Read<(K, T)>,
    all: &mut Rows<K, T>,
) -> Result<Vec<RowError>, sheets::Error> {
    let mut refused = Vec::new();
    for record in sheet.records(&Columns::exactly(table.columns))? {
        let row = record.and_then(|record| {
            let at = (record.parse("plan")?, record.parse("version")?);
            let (key, content) = read(&record, &at)?;
            Ok((at, key, Located { file: record.file().to_owned(), line: record.line(), content }))
        });
        match row {
            Err(error) => refused.push(error),
            Ok((at, key, row)) => {
                refused.extend(add_row(all.entry(at).or_default(), key, row));
            }
        }
    }
    Ok(refused)
}

/// One fact per key. The same fact twice is once; two contents for one key refuse the later row.
fn add_row<K: Ord, T: PartialEq>(
    rows: &mut BTreeMap<K, Located<T>>,
    key: K,
    row: Located<T>,
) -> Option<RowError> {
    match rows.get(&key) {
        Some(same) if same.content == row.content => None,
        Some(first) => {
            let reason = format!("{}:{} says something else of the same", first.file, first.line);
            Some(row.refuse("", "", &reason))
        }
        None => {
            rows.insert(key, row);
            None
        }
    }
}

fn add_all<K: Ord, T: PartialEq>(all: &mut Rows<K, T>, other: Rows<K, T>, refused: &mut RowErrors) {
    for (at, rows) in other {
        let own = all.entry(at).or_default();
        refused.0.extend(rows.into_iter().filter_map(|(key, row)| add_row(own, key, row)));
    }
}

fn plan(r: &Record, key: &VersionKey) -> Read<(Plan, Version)> {
    let horizon = Horizon::new(year(r, "horizon_from")?, year(r, "horizon_to")?);
    let plan = Plan {
        code: key.0.clone(),
        plan_type: r.required("plan_type")?.to_owned(),
        entity: r.parse_opt("entity")?,
        territory: r.parse_opt("territory")?,
        sector: r.parse_opt("sector")?,
        sample: flag(r, "sample")?,
    };
    let name = optional_text(r, "instrument");
    let dated = date(r, "instrument_date", false)?;
    let version = Version {
        code: key.1.clone(),
        kind: r.parse_opt("version_kind")?.unwrap_or(VersionKind::New),
        state: r.parse("state")?,
        title: r.required("title")?.to_owned(),
        title_en: optional_text(r, "title_en"),
        horizon: horizon.ok_or_else(|| r.error("horizon_to", "the horizon ends before it starts"))?,
        instrument: name.map(|name| Instrument { name, date: dated }),
        valid: validity(r)?,
        source: r.required("source")?.to_owned(),
    };
    Ok((plan, version))
}

fn validity(r: &Record) -> Read<Option<Validity>> {
    let (from, to) = (date(r, "valid_from", false)?, date(r, "valid_to", true)?);
    match from {
        Some(from) => Validity::new(from, to).map(Some).map_err(|e| r.error("valid_to", e.to_string())),
        None if to.is_some() => Err(r.error("valid_from", "empty, while valid_to is stated")),
        None => Ok(None),
    }
}

fn element(r: &Record, _: &VersionKey) -> Read<(ElementCode, Element)> {
    let code: ElementCode = r.parse("code")?;
    let (start, end) = (date(r, "start", false)?, date(r, "end", true)?);
    if start.zip(end).is_some_and(|(start, end)| end < start) {
        return Err(r.error("end", "it ends before it starts"));
    }
    let element = Element {
        code: code.clone(),
        kind: r.parse("kind")?,
        parent: r.parse_opt("parent")?,
        hangs_from: words_of(r, "hangs_from")?,
        state_policies: texts(r, "state_policies"),
        national_policies: texts(r, "national_policies"),
        title: r.required("title")?.to_owned(),
        title_en: optional_text(r, "title_en"),
        responsible_post: r.parse_opt("responsible_post")?,
        start,
        end,
    };
    Ok((code, element))
}

fn indicator(r: &Record, _: &VersionKey) -> Read<(IndicatorCode, Indicator)> {
    let code: IndicatorCode = r.parse("code")?;
    let owed = r.opt("periodicity").map(|text| {
        let refused = || r.error("periodicity", "write annual, semester, quarter or month");
        periodicity(text).ok_or_else(refused)
    });
    let card = Indicator {
        code: code.clone(),
        element: r.parse("element")?,
        name: r.required("name")?.to_owned(),
        name_en: optional_text(r, "name_en"),
        level: r.parse_opt("level")?,
        dimension: r.parse_opt("dimension")?,
        unit: optional_text(r, "unit"),
        sense: r.parse_opt("sense")?,
        accumulation: r.parse_opt("accumulation")?,
        aggregation: r.parse_opt("aggregation")?,
        justification: optional_text(r, "justification"),
        limitations: optional_text(r, "limitations"),
        method: optional_text(r, "method"),
        relevance: optional_text(r, "relevance"),
        responsible_post: r.parse_opt("responsible_post")?,
        periodicity: owed.transpose()?,
        data_source: optional_text(r, "data_source"),
        baseline: baseline(r)?,
        lead: flag(r, "lead")?,
        end_date: date(r, "end_date", true)?,
        series: r.parse_opt("series")?,
        programme: optional_text(r, "programme"),
        product: optional_text(r, "product"),
        valid_from: date(r, "valid_from", false)?,
    };
    Ok((code, card))
}

fn baseline(r: &Record) -> Read<Option<Baseline>> {
    match (number(r, "baseline_value")?, r.parse_opt("baseline_period")?) {
        (None, None) => Ok(None),
        (Some(value), Some(period)) => Ok(Some(Baseline { value, period })),
        (Some(_), None) => Err(r.error("baseline_period", "empty, while baseline_value is stated")),
        (None, Some(_)) => Err(r.error("baseline_value", "empty, while baseline_period is stated")),
    }
}

fn target(r: &Record, _: &VersionKey) -> Read<(TargetKey, Target)> {
    let key = TargetKey {
        indicator: r.parse("indicator")?,
        territory: r.parse("territory")?,
        period: r.parse("period")?,
    };
    let value = number(r, "value")?.ok_or_else(|| r.error("value", "empty, and it is required"))?;
    let goal = Goal { value, high: number(r, "value_high")? };
    let set_on = date(r, "set_on", false)?;
    Ok((key, Target { goal, rationale: optional_text(r, "rationale"), set_on }))
}
