//! What a view asks of the budget, read from its address; bad input is refused in words.
use std::collections::BTreeMap;

use web::{PageError, Reading, Shell, View};

use super::ways;
use crate::{
    domain::{Dimension, Expression, Measure, UnknownExpression},
    queries::{self, AcrossRefused, CutRequest, CutRequestError, steps, usual_year},
};

/// More columns than these no table can be read with; a terminal has no such bound.
const BY_MAX: usize = 5;
/// More conditions than these are no question of a person.
const FILTERS_MAX: usize = 40;
const STEPS_MAX: usize = 10;
/// Codes that one set of words may stand for.
const NAMED_MAX: usize = 20;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    Codes,
    /// The largest first.
    Measure(Measure),
}

/// A cut as the page answers it, and the address that asks for exactly that.
#[derive(Clone, Debug)]
pub struct Asked {
    pub request: CutRequest,
    /// As in the request, never empty.
    pub measures: Vec<Measure>,
    pub sort: Sort,
    /// How the amounts are shown.
    pub expression: Expression,
    /// Fiscal years that are told of, with their units.
    pub years: BTreeMap<i16, usize>,
    /// Whether fiscal years stand side by side: then of one measure, and of no single year.
    pub is_across: bool,
    /// Whether the address names what to list by.
    pub is_start: bool,
}

impl Asked {
    /// `view` becomes the address of what is shown, with its year.
    pub fn of(view: &mut View, years: BTreeMap<i16, usize>) -> Result<Self, PageError> {
        let texts = |name: &str| -> Vec<String> {
            let parts = view.all(name).flat_map(|text| text.split(','));
            parts.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned).collect()
        };
        let conditions: Vec<String> = view.all("where").map(str::to_owned).collect();
        let mut request =
            CutRequest::parse(&texts("by"), &conditions, view.year, &texts("measure")).map_err(refused)?;
        request.filters = request.filters.into_iter().map(|(d, code)| (d, d.written(&code))).collect();
        tidy(&mut request.by);
        tidy(&mut request.filters);
        tidy(&mut request.measures);
        if request.by.len() > BY_MAX {
            return Err(too_many("budget-refused-by-many", BY_MAX));
        }
        bounded(&request)?;
        let is_start = request.by.is_empty() && request.filters.is_empty();
        if request.by.is_empty() {
            request.by = vec![proposed(&request.filters)];
        }
        let names_year = request.by.contains(&Dimension::Year)
            || request.filters.iter().any(|(dimension, _)| *dimension == Dimension::Year);
        let is_across = across(view, &request)?;
        if request.year.is_none() && !names_year && !is_across {
            request.year = usual_year(&years);
        }
        view.year = request.year;
        if is_across {
            request.measures = vec![queries::lead(&request.measures)];
        }
        let measures =
            if request.measures.is_empty() { Measure::USUAL.to_vec() } else { request.measures.clone() };
        let sort = sort(view, &request.by, &measures)?;
        let expression = expression(view)?;
        Ok(Self { request, measures, sort, expression, years, is_across, is_start })
    }

    /// The measure that says how much is at each step.
    pub fn lead(&self) -> Measure {
        queries::lead(&self.measures)
    }

    /// The same question at a terminal.
    pub fn command(&self, shell: &Shell) -> String {
        let join = |texts: Vec<&str>| texts.join(",");
        let by = join(self.request.by.iter().map(|d| d.code()).collect());
        let mut words = vec![format!("quipu budget --by {by}")];
        // Quoted, because a shell would take the star of a prefix for names of files.
        let quoted = |text: String| format!("'{}'", text.replace('\'', r"'\''"));
        let condition =
            |(d, code): &(Dimension, String)| format!("--where {}", quoted(format!("{d}={code}")));
        words.extend(self.request.filters.iter().map(condition));
        words.extend(self.request.year.map(|year| format!("--year {year}")));
        if !self.request.measures.is_empty() {
            let measures = join(self.request.measures.iter().map(|m| m.code()).collect());
            words.push(format!("--measure {measures}"));
        }
        if self.is_across {
            words.push("--across year".to_owned());
        }
        if self.expression != Expression::Soles {
            words.push(format!("--as {}", self.expression.code()));
        }
        if let Expression::Constant(Some(base)) = self.expression {
            words.push(format!("--base {base}"));
        }
        words.extend(shell.view.known_text().map(|known| format!("--known {known}")));
        words.push("--format csv".to_owned());
        words.join(" ")
    }
}

fn too_many(key: &'static str, max: usize) -> PageError {
    PageError::Refused { key, args: vec![("max", max.into())] }
}

/// Refuses more conditions than a person asks for.
pub fn bounded(request: &CutRequest) -> Result<(), PageError> {
    if request.filters.len() > FILTERS_MAX || steps(&request.filters).len() > STEPS_MAX {
        return Err(too_many("budget-refused-where-many", STEPS_MAX));
    }
    Ok(())
}

/// The two fields of the form become conditions: a code as it is; words, the codes whose names hold them.
pub async fn fold_fields(reading: &mut Reading, view: &mut View) -> Result<(), PageError> {
    let fields = view.one("with").zip(view.one("code")).map(|(d, text)| (d.to_owned(), text.to_owned()));
    *view = view.without("with").without("code");
    let Some((dimension, text)) = fields else { return Ok(()) };
    let mut codes = vec![text.clone()];
    // A code has digits or is a letter; names of months are no names of the deliveries.
    let is_words = text.chars().count() > 2 && !text.contains(|c: char| c.is_ascii_digit() || c == '*');
    if let Ok(dimension) = dimension.parse()
        && is_words
    {
        let (known, on) = (reading.known, reading.judged_on());
        let named = queries::codes_named(reading.conn(), known, on, dimension, &text).await?;
        if named.len() > NAMED_MAX {
            let text: String = text.chars().take(80).collect();
            let args = vec![("words", text.into()), ("n", named.len().into()), ("max", NAMED_MAX.into())];
            return Err(PageError::Refused { key: "budget-refused-words-many", args });
        }
        if !named.is_empty() {
            codes = named.into_iter().collect();
        }
    }
    for code in codes {
        *view = view.and("where", &format!("{dimension}={code}"));
    }
    Ok(())
}

/// Each once, in the order given: a column twice is no question.
fn tidy<T: PartialEq + Clone>(list: &mut Vec<T>) {
    let mut kept: Vec<T> = Vec::new();
    for item in list.drain(..) {
        if !kept.contains(&item) {
            kept.push(item);
        }
    }
    *list = kept;
}

/// What to list by where nothing is said: by level, or what follows the last condition.
fn proposed(filters: &[(Dimension, String)]) -> Dimension {
    let taken: Vec<Dimension> = filters.iter().map(|(d, _)| *d).collect();
    let next = filters.last().and_then(|(dimension, code)| ways::next(*dimension, code, &taken));
    next.unwrap_or(if filters.is_empty() { Dimension::Level } else { Dimension::Specific })
}

/// Whether years stand side by side.
fn across(view: &View, request: &CutRequest) -> Result<bool, PageError> {
    match view.one("across") {
        None => return Ok(false),
        Some("year") => {}
        Some(other) => return Err(PageError::parameter("across", other)),
    }
    let key = match request.may_go_across() {
        Ok(()) => return Ok(true),
        Err(AcrossRefused::ByYear) => "budget-refused-across-by",
        Err(AcrossRefused::OneYear) => "budget-refused-across-year",
    };
    Err(PageError::Refused { key, args: Vec::new() })
}

/// `as`, and `base` for soles of one year.
fn expression(view: &View) -> Result<Expression, PageError> {
    let base = match view.one("base") {
        Some(text) => {
            let year = text.parse::<i16>().ok().filter(|year| (1900..=2200).contains(year));
            Some(year.ok_or_else(|| PageError::parameter("base", text))?)
        }
        None => None,
    };
    let name = view.one("as");
    Expression::parse(name, base).map_err(|error| match error {
        UnknownExpression::Name(name) => PageError::parameter("as", &name),
        UnknownExpression::Base => PageError::parameter("base", view.one("base").unwrap_or_default()),
    })
}

fn sort(view: &View, by: &[Dimension], measures: &[Measure]) -> Result<Sort, PageError> {
    let refused = |text: &str| PageError::parameter("sort", text);
    match view.one("sort") {
        Some("code") => Ok(Sort::Codes),
        Some(text) => {
            let measure: Measure = text.parse().map_err(|_| refused(text))?;
            measures.contains(&measure).then_some(Sort::Measure(measure)).ok_or_else(|| refused(text))
        }
        // Time goes forward.
        None if matches!(by.first(), Some(Dimension::Year | Dimension::Month)) => Ok(Sort::Codes),
        None if measures.contains(&Measure::Pim) => Ok(Sort::Measure(Measure::Pim)),
        None => Ok(measures.first().map_or(Sort::Codes, |measure| Sort::Measure(*measure))),
    }
}

pub fn refused(error: CutRequestError) -> PageError {
    let list = |codes: Vec<&str>| codes.join(", ");
    let (key, value, choices) = match error {
        CutRequestError::Dimension(e) => {
            ("budget-refused-dimension", e.given, list(Dimension::ALL.iter().map(|d| d.code()).collect()))
        }
        CutRequestError::Measure(e) => {
            ("budget-refused-measure", e.given, list(Measure::ALL.iter().map(|m| m.code()).collect()))
        }
        CutRequestError::Twice(code) => ("budget-refused-twice", code.to_owned(), String::new()),
        CutRequestError::Condition(text) => ("budget-refused-condition", text, "department=24".to_owned()),
    };
    PageError::Refused { key, args: vec![("value", value.into()), ("choices", choices.into())] }
}
