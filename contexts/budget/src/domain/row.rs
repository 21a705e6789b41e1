//! One record of a source, read into codes, names and amounts.
use std::borrow::Cow;

use base::{Money, RowError};
use rust_decimal::Decimal;

use super::{
    Classification, Dimension, Heading, Measure, Repair, Repairs,
    entity::entity_code,
    layout::{Column, Month, Role},
};

/// What is measured in one month of a record: céntimos by [`Measure::index`].
pub type Amounts = [i64; Measure::COUNT];

/// A record, ready to be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetRow<'f> {
    /// Line of the source.
    pub line: u64,
    /// By [`Dimension::index`]; the month is that of each slice.
    pub codes: Vec<String>,
    pub names: Vec<(Dimension, Cow<'f, str>)>,
    /// The months with an amount, ascending; never empty. Month 0 is the budget and what is given for the year.
    pub slices: Vec<(u8, Amounts)>,
    pub repairs: Vec<Repair>,
    /// A check column of the source differs from the months it should sum.
    pub check_differs: bool,
}

impl BudgetRow<'_> {
    pub fn code(&self, dimension: Dimension) -> &str {
        self.codes.get(dimension.index()).map_or("", String::as_str)
    }

    /// Céntimos of a measure over all months.
    pub fn total(&self, measure: Measure) -> i64 {
        let at = measure.index();
        self.slices
            .iter()
            .fold(0, |sum: i64, (_, amounts)| sum.saturating_add(amounts.get(at).copied().unwrap_or(0)))
    }
}

/// No line of a state's budget comes near: a larger amount is a damaged file. Ten million million soles.
const CENTIMOS_MAX: i64 = 1_000_000_000_000_000;

/// Reads the records of one file.
#[derive(Clone, Debug)]
pub struct RowReader<'a> {
    file: &'a str,
    heading: &'a Heading<'a>,
    classification: &'a Classification,
    repairs: &'a Repairs,
    /// By [`Dimension::index`].
    last: Vec<Option<LastName>>,
}

/// What was last made of a name. Neighbouring rows mostly repeat their names, and a rule may have to fold both
/// the name and what it should be.
#[derive(Clone, Debug)]
struct LastName {
    code: String,
    written: String,
    /// Where a repair changed it.
    repaired: Option<String>,
    made: Vec<Repair>,
}

/// A record under way.
struct Draft<'f> {
    own: Vec<Cow<'f, str>>,
    names: Vec<(Dimension, &'f str)>,
    amounts: Vec<(Measure, Month, i64)>,
    checks: Vec<(Measure, i64)>,
    errors: Vec<RowError>,
}

impl<'a> RowReader<'a> {
    pub fn new(
        file: &'a str,
        heading: &'a Heading<'a>,
        classification: &'a Classification,
        repairs: &'a Repairs,
    ) -> Self {
        Self { file, heading, classification, repairs, last: vec![None; Dimension::COUNT] }
    }

    /// Every reason why the record is refused, or the record.
    pub fn read<'f, S: AsRef<str>>(
        &mut self,
        line: u64,
        fields: &'f [S],
    ) -> Result<BudgetRow<'f>, Vec<RowError>> {
        if fields.len() != self.heading.width {
            let reason = format!(
                "has {} fields, the header has {}: a line cut short or a quote left open",
                fields.len(),
                self.heading.width
            );
            return Err(vec![self.error(line, "", "", reason)]);
        }
        let mut draft = self.draft(line, fields);
        let mut repairs = Vec::new();
        let mut codes = self.codes(line, &mut draft, &mut repairs);
        self.require(line, &codes, &mut draft.errors);
        let month = self.month_of_row(line, &codes, &mut draft.errors);
        if !draft.errors.is_empty() {
            return Err(draft.errors);
        }
        if let Some(code) = codes.get_mut(Dimension::Month.index()) {
            code.clear();
        }
        let slices = slices(&draft.amounts, month);
        let names = self.names(draft.names, &codes, &mut repairs);
        let mut row = BudgetRow { line, codes, names, slices, repairs, check_differs: false };
        // The sources themselves promise this sum only within a céntimo.
        row.check_differs = draft.checks.iter().any(|(m, sum)| row.total(*m).abs_diff(*sum) > 1);
        Ok(row)
    }

    fn draft<'f, S: AsRef<str>>(&self, line: u64, fields: &'f [S]) -> Draft<'f> {
        let mut draft = Draft {
            own: vec![Cow::Borrowed(""); Dimension::COUNT],
            names: Vec::new(),
            amounts: Vec::with_capacity(8),
            checks: Vec::new(),
            errors: Vec::new(),
        };
        for (column, at) in self.heading.columns() {
            let text = fields.get(at).map_or("", AsRef::as_ref).trim();
            if let Err(reason) = place(column, text, &mut draft) {
                draft.errors.push(self.error(line, &column.header, text, reason));
            }
        }
        draft
    }

    fn codes(&self, line: u64, draft: &mut Draft<'_>, repairs: &mut Vec<Repair>) -> Vec<String> {
        let own = |dimension: Dimension, own: &[Cow<'_, str>]| -> String {
            own.get(dimension.index()).map(|text| text.trim().to_owned()).unwrap_or_default()
        };
        let mut codes: Vec<String> = Vec::with_capacity(Dimension::COUNT);
        let sector = own(Dimension::Sector, &draft.own);
        let mut level = own(Dimension::Level, &draft.own);
        if level.is_empty() {
            let by_sector = &self.heading.layout.level_by_sector;
            level = by_sector.get(&sector).or_else(|| by_sector.get("*")).cloned().unwrap_or_default();
        }
        for form in self.classification.forms() {
            let dimension = form.dimension;
            let mut text =
                if dimension == Dimension::Level { level.clone() } else { own(dimension, &draft.own) };
            if text.is_empty()
                && let Some((repair, code)) = self.repairs.blank_code(dimension, &level)
            {
                repairs.push(repair);
                text = code;
            }
            if dimension.is_quantity() {
                text = self.quantity(line, dimension, text, &mut draft.errors);
            }
            let parent = form.part_of.and_then(|parent| codes.get(parent.index()));
            let code = form.code(parent.map_or("", String::as_str), &text);
            codes.push(code);
        }
        let code = |dimension: Dimension| codes.get(dimension.index()).map_or("", String::as_str);
        let entity = entity_code(
            &level,
            code(Dimension::Sector),
            code(Dimension::Pliego),
            code(Dimension::District),
            code(Dimension::SecEjec),
        );
        if entity.is_none() {
            let reason = "the level of government is E, R or M".to_owned();
            draft.errors.push(self.error(line, self.heading.header_of(Dimension::Level), &level, reason));
        }
        if let (Some(entity), Some(slot)) = (entity, codes.get_mut(Dimension::Entity.index())) {
            *slot = entity;
        }
        codes
    }

    /// Without the zeros that one export writes and the next does not.
    fn quantity(&self, line: u64, dimension: Dimension, text: String, errors: &mut Vec<RowError>) -> String {
        if text.is_empty() {
            return text;
        }
        if let Ok(number) = ungrouped(&text).parse::<Decimal>() {
            return number.normalize().to_string();
        }
        let header = self.heading.header_of(dimension);
        errors.push(self.error(line, header, &text, "is not a quantity".to_owned()));
        text
    }

    fn require(&self, line: u64, codes: &[String], errors: &mut Vec<RowError>) {
        let mut refuse = |dimension: Dimension, value: &str, reason: &str| {
            errors.push(self.error(line, self.heading.header_of(dimension), value, reason.to_owned()));
        };
        let code = |dimension: Dimension| codes.get(dimension.index()).map_or("", String::as_str);
        let year = code(Dimension::Year);
        if !year.parse::<u16>().is_ok_and(|y| (1990..=2099).contains(&y)) {
            refuse(Dimension::Year, year, "is not a fiscal year from 1990 to 2099");
        }
        if code(Dimension::SecEjec).is_empty() {
            refuse(Dimension::SecEjec, "", "every row belongs to an executing unit");
        }
        for dimension in Dimension::ALL {
            let code = code(*dimension);
            if code.chars().count() > 60 || code.chars().any(char::is_control) {
                refuse(*dimension, code, "is not a code: too long, or with control characters");
            }
        }
    }

    fn month_of_row(&self, line: u64, codes: &[String], errors: &mut Vec<RowError>) -> u8 {
        let text = codes.get(Dimension::Month.index()).map_or("", String::as_str);
        let has_column =
            self.heading.layout.columns.iter().any(|c| matches!(c.role, Role::Code(Dimension::Month)));
        match text.parse::<u8>() {
            Ok(month) if month <= 12 => month,
            _ if !has_column => 0,
            _ => {
                let header = self.heading.header_of(Dimension::Month);
                errors.push(self.error(line, header, text, "is not a month from 0 to 12".to_owned()));
                0
            }
        }
    }

    fn names<'f>(
        &mut self,
        names: Vec<(Dimension, &'f str)>,
        codes: &[String],
        repairs: &mut Vec<Repair>,
    ) -> Vec<(Dimension, Cow<'f, str>)> {
        let mut kept = Vec::with_capacity(names.len());
        for (dimension, name) in names {
            let code = codes.get(dimension.index()).map_or("", String::as_str);
            if code.is_empty() || name.is_empty() {
                continue;
            }
            kept.push((dimension, self.name(dimension, code, name, repairs)));
        }
        kept
    }

    fn name<'f>(
        &mut self,
        dimension: Dimension,
        code: &str,
        name: &'f str,
        repairs: &mut Vec<Repair>,
    ) -> Cow<'f, str> {
        let last = self.last.get(dimension.index()).and_then(Option::as_ref);
        if let Some(last) = last.filter(|last| last.code == code && last.written == name) {
            repairs.extend(last.made.iter().cloned());
            return last.repaired.clone().map_or(Cow::Borrowed(name), Cow::Owned);
        }
        let (repaired, made) = self.repairs.name(dimension, code, name);
        repairs.extend(made.iter().cloned());
        if let Some(last) = self.last.get_mut(dimension.index()) {
            let (code, written) = (code.to_owned(), name.to_owned());
            let changed = matches!(repaired, Cow::Owned(_)).then(|| repaired.clone().into_owned());
            *last = Some(LastName { code, written, repaired: changed, made });
        }
        repaired
    }

    fn error(&self, line: u64, column: &str, value: &str, reason: String) -> RowError {
        RowError {
            file: self.file.to_owned(),
            line,
            column: column.to_owned(),
            value: value.chars().take(120).collect(),
            reason,
        }
    }
}

/// Puts the text of one column where its role says.
fn place<'f>(column: &Column, text: &'f str, draft: &mut Draft<'f>) -> Result<(), String> {
    let (dimension, code) = match column.role {
        Role::Amount(measure, month) => {
            draft.amounts.push((measure, month, centimos(text)?));
            return Ok(());
        }
        Role::Check(measure) => {
            draft.checks.push((measure, centimos(text)?));
            return Ok(());
        }
        Role::Name(dimension) => {
            draft.names.push((dimension, text));
            return Ok(());
        }
        Role::Code(dimension) => (dimension, text),
        Role::CodeAndName(dimension) => {
            let (code, name) = split(text)?;
            draft.names.push((dimension, name));
            (dimension, code)
        }
    };
    let code = match column.values.get(code) {
        Some(mapped) => Cow::Owned(mapped.clone()),
        None => Cow::Borrowed(code),
    };
    if let Some(slot) = draft.own.get_mut(dimension.index()) {
        *slot = code;
    }
    Ok(())
}

/// `09. ECONOMIA Y FINANZAS`: the code ends at the first point.
fn split(text: &str) -> Result<(&str, &str), String> {
    if text.is_empty() {
        return Ok(("", ""));
    }
    match text.split_once('.') {
        Some((code, name)) if !code.trim().is_empty() => Ok((code.trim(), name.trim())),
        _ => Err("is not of the form \"code.name\"".to_owned()),
    }
}

/// Without the commas of thousands. Any other comma stays, so that what it means is not guessed.
fn ungrouped(text: &str) -> String {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let grouped = whole.split(',').skip(1).all(|group| group.len() == 3);
    match (grouped, fraction) {
        (true, "") => whole.replace(',', ""),
        (true, fraction) => format!("{}.{fraction}", whole.replace(',', "")),
        (false, _) => text.to_owned(),
    }
}

/// An empty amount is zero: sources leave blank what did not happen.
fn centimos(text: &str) -> Result<i64, String> {
    if text.is_empty() {
        return Ok(0);
    }
    let centimos = text.parse::<Money>().map_err(|e| e.to_string())?.as_centimos();
    if centimos.unsigned_abs() > CENTIMOS_MAX.unsigned_abs() {
        return Err("is larger than any line of a budget can be".to_owned());
    }
    Ok(centimos)
}

/// Month 0 where nothing happened, so that the line itself is not lost.
fn slices(amounts: &[(Measure, Month, i64)], month_of_row: u8) -> Vec<(u8, Amounts)> {
    let mut by_month = [[0_i64; Measure::COUNT]; 13];
    for (measure, month, centimos) in amounts {
        let month = match month {
            Month::OfRow => month_of_row,
            Month::Fixed(month) => *month,
        };
        let slot = by_month.get_mut(usize::from(month)).and_then(|slice| slice.get_mut(measure.index()));
        if let Some(slot) = slot {
            *slot = slot.saturating_add(*centimos);
        }
    }
    let mut slices: Vec<(u8, Amounts)> =
        (0..=12).zip(by_month).filter(|(_, amounts)| amounts.iter().any(|a| *a != 0)).collect();
    if slices.is_empty() {
        slices.push((month_of_row, [0; Measure::COUNT]));
    }
    slices
}
