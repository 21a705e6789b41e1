//! One record of a source, read into codes, names and amounts.
use std::{borrow::Cow, sync::Arc};

use base::{Money, RowError};
use rust_decimal::Decimal;

use super::{
    Classification, Codes, Dimension, Heading, Measure, Repair, Repairs,
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
    /// The month is that of each slice.
    pub codes: Codes,
    pub names: Vec<(Dimension, Cow<'f, str>)>,
    /// The months with an amount, ascending; never empty. Month 0 is the budget and what is given for the year.
    pub slices: Vec<(u8, Amounts)>,
    pub repairs: Vec<Arc<Repair>>,
    /// A check column of the source differs from the months it should sum.
    pub check_differs: bool,
}

impl BudgetRow<'_> {
    pub fn code(&self, dimension: Dimension) -> &str {
        self.codes.get(dimension)
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
/// Characters of a code. A longer text is not one.
const CODE_LENGTH_MAX: usize = 60;

/// Reads the records of one file.
#[derive(Clone, Debug)]
pub struct RowReader<'a> {
    file: &'a str,
    heading: &'a Heading<'a>,
    classification: &'a Classification,
    repairs: &'a Repairs,
    has_month: bool,
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
    made: Vec<Arc<Repair>>,
}

/// A record under way.
struct Draft<'d, 'f> {
    own: [&'d str; Dimension::COUNT],
    names: Vec<(Dimension, &'f str)>,
    /// Amounts by the month that their columns name.
    by_month: [Amounts; 13],
    /// Amounts of the month that the row names.
    of_row: Amounts,
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
        let is_month = |column: &Column| matches!(column.role, Role::Code(Dimension::Month));
        let has_month = heading.layout.columns.iter().any(is_month);
        Self { file, heading, classification, repairs, has_month, last: vec![None; Dimension::COUNT] }
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
        let Draft { names, by_month, of_row, checks, errors, .. } = draft;
        if !errors.is_empty() {
            return Err(errors);
        }
        codes.set(Dimension::Month, "");
        let slices = slices(by_month, of_row, month);
        let names = self.names(names, &codes, &mut repairs);
        let mut row = BudgetRow { line, codes, names, slices, repairs, check_differs: false };
        // The sources themselves promise this sum only within a céntimo.
        row.check_differs = checks.iter().any(|(m, sum)| row.total(*m).abs_diff(*sum) > 1);
        Ok(row)
    }

    fn draft<'d, 'f: 'd, S: AsRef<str>>(&'d self, line: u64, fields: &'f [S]) -> Draft<'d, 'f> {
        let mut draft = Draft {
            own: [""; Dimension::COUNT],
            names: Vec::with_capacity(Dimension::COUNT),
            by_month: [[0; Measure::COUNT]; 13],
            of_row: [0; Measure::COUNT],
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

    fn codes(&self, line: u64, draft: &mut Draft<'_, '_>, repairs: &mut Vec<Arc<Repair>>) -> Codes {
        let level = self.level(draft);
        let mut codes = Codes::default();
        for form in self.classification.forms() {
            let dimension = form.dimension;
            let mut text = if dimension == Dimension::Level { level } else { draft.own(dimension) };
            if text.is_empty()
                && let Some(repair) = self.repairs.blank_code(dimension, level)
            {
                repairs.push(Arc::clone(repair));
                text = &repair.repaired;
            }
            if dimension.is_quantity() && !text.is_empty() {
                let quantity = self.quantity(line, dimension, text, &mut draft.errors);
                codes.set_formed(form, &quantity);
            } else {
                codes.set_formed(form, text);
            }
        }
        self.entity(line, level, &mut codes, &mut draft.errors);
        codes
    }

    fn entity(&self, line: u64, level: &str, codes: &mut Codes, errors: &mut Vec<RowError>) {
        let [sector, pliego] = [Dimension::Sector, Dimension::Pliego].map(|d| codes.get(d));
        let [district, unit] = [Dimension::District, Dimension::SecEjec].map(|d| codes.get(d));
        if let Some(entity) = entity_code(level, sector, pliego, district, unit) {
            codes.set(Dimension::Entity, &entity);
        } else {
            let reason = "the level of government is E, R or M".to_owned();
            errors.push(self.error(line, self.heading.header_of(Dimension::Level), level, reason));
        }
    }

    /// By the sector where the layout has no column for it.
    fn level<'d>(&'d self, draft: &Draft<'d, '_>) -> &'d str {
        let own = draft.own(Dimension::Level);
        if !own.is_empty() {
            return own;
        }
        let by_sector = &self.heading.layout.level_by_sector;
        let level = by_sector.get(draft.own(Dimension::Sector)).or_else(|| by_sector.get("*"));
        level.map_or("", String::as_str)
    }

    /// Without the zeros that one export writes and the next does not.
    fn quantity(&self, line: u64, dimension: Dimension, text: &str, errors: &mut Vec<RowError>) -> String {
        if let Ok(number) = ungrouped(text).parse::<Decimal>() {
            return number.normalize().to_string();
        }
        let header = self.heading.header_of(dimension);
        errors.push(self.error(line, header, text, "is not a quantity".to_owned()));
        text.to_owned()
    }

    fn require(&self, line: u64, codes: &Codes, errors: &mut Vec<RowError>) {
        let mut refuse = |dimension: Dimension, value: &str, reason: &str| {
            errors.push(self.error(line, self.heading.header_of(dimension), value, reason.to_owned()));
        };
        let year = codes.get(Dimension::Year);
        if !year.parse::<u16>().is_ok_and(|y| (1990..=2099).contains(&y)) {
            refuse(Dimension::Year, year, "is not a fiscal year from 1990 to 2099");
        }
        if codes.get(Dimension::SecEjec).is_empty() {
            refuse(Dimension::SecEjec, "", "every row belongs to an executing unit");
        }
        if codes.are_plain(CODE_LENGTH_MAX) {
            return;
        }
        for dimension in Dimension::ALL {
            let code = codes.get(*dimension);
            if code.chars().count() > CODE_LENGTH_MAX || code.chars().any(char::is_control) {
                refuse(*dimension, code, "is not a code: too long, or with control characters");
            }
        }
    }

    fn month_of_row(&self, line: u64, codes: &Codes, errors: &mut Vec<RowError>) -> u8 {
        let text = codes.get(Dimension::Month);
        match text.parse::<u8>() {
            Ok(month) if month <= 12 => month,
            _ if !self.has_month => 0,
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
        codes: &Codes,
        repairs: &mut Vec<Arc<Repair>>,
    ) -> Vec<(Dimension, Cow<'f, str>)> {
        let mut kept = Vec::with_capacity(names.len());
        for (dimension, name) in names {
            let code = codes.get(dimension);
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
        repairs: &mut Vec<Arc<Repair>>,
    ) -> Cow<'f, str> {
        let last = self.last.get(dimension.index()).and_then(Option::as_ref);
        if let Some(last) = last.filter(|last| last.code == code && last.written == name) {
            repairs.extend(last.made.iter().map(Arc::clone));
            return last.repaired.clone().map_or(Cow::Borrowed(name), Cow::Owned);
        }
        let (repaired, made) = self.repairs.name(dimension, code, name);
        repairs.extend(made.iter().map(Arc::clone));
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

impl<'d> Draft<'d, '_> {
    /// The part of the code that the record itself writes.
    fn own(&self, dimension: Dimension) -> &'d str {
        self.own.get(dimension.index()).map_or("", |text| text.trim())
    }
}

/// Puts the text of one column where its role says.
fn place<'d, 'f: 'd>(column: &'d Column, text: &'f str, draft: &mut Draft<'d, 'f>) -> Result<(), String> {
    let (dimension, code) = match column.role {
        Role::Amount(measure, month) => {
            let amounts = match month {
                Month::OfRow => Some(&mut draft.of_row),
                Month::Fixed(month) => draft.by_month.get_mut(usize::from(month)),
            };
            if let Some(slot) = amounts.and_then(|amounts| amounts.get_mut(measure.index())) {
                *slot = slot.saturating_add(centimos(text)?);
            }
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
    if let Some(slot) = draft.own.get_mut(dimension.index()) {
        *slot = column.values.get(code).map_or(code, String::as_str);
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
fn slices(mut by_month: [Amounts; 13], of_row: Amounts, month_of_row: u8) -> Vec<(u8, Amounts)> {
    for (slot, centimos) in by_month.get_mut(usize::from(month_of_row)).into_iter().flatten().zip(of_row) {
        *slot = slot.saturating_add(centimos);
    }
    let mut slices: Vec<(u8, Amounts)> =
        (0..=12).zip(by_month).filter(|(_, amounts)| amounts.iter().any(|a| *a != 0)).collect();
    if slices.is_empty() {
        slices.push((month_of_row, [0; Measure::COUNT]));
    }
    slices
}
