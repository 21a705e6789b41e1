//! One row of a study, as it was written: every field judged by what it takes.
use std::{collections::BTreeMap, fmt};

use planning::domain::reference::{ElementRef, IndicatorRef};
use rust_decimal::Decimal;

use super::{Field, Holds, Kind, ProposalCode};

const TEXT_CHARS_MAX: usize = 300;
const LONG_CHARS_MAX: usize = 4_000;
const CODE_CHARS_MAX: usize = 40;

/// Rows of a kind by their keys.
pub type Content = BTreeMap<Kind, BTreeMap<String, Item>>;

/// A row of which every field is well written. Whether what it names exists is another question: [`super::check`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub kind: Kind,
    fields: BTreeMap<&'static str, String>,
}

/// What is wrong with a field by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("empty, and it is required")]
    Missing,
    #[error("write it in at most {0} characters")]
    Long(usize),
    #[error("a code has letters, digits, dots and hyphens, at most 40")]
    Code,
    #[error("write one of: {}", .0.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", "))]
    Choice(&'static [(&'static str, &'static str)]),
    #[error("write a year of four digits between 1900 and 2200")]
    Year,
    #[error("write a whole number from {0} to {1}")]
    Whole(i64, i64),
    #[error("write a number with a decimal point")]
    Number,
    #[error("write yes or no")]
    Flag,
    #[error("write an address that begins with https:// or http://")]
    Link,
    #[error("write PLAN/CODE")]
    Reference,
    #[error("write the code of a proposal, such as P-128")]
    Proposal,
}

/// A field that cannot be kept, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    pub field: &'static str,
    pub value: String,
    pub fault: Fault,
}

impl Item {
    /// Reads the fields of a row, each by its name.
    ///
    /// # Errors
    /// Every field that is wrong, in their order.
    pub fn read<'a>(kind: Kind, text: impl Fn(&'static str) -> &'a str) -> Result<Self, Vec<Wrong>> {
        let (mut fields, mut wrong) = (BTreeMap::new(), Vec::new());
        for field in kind.fields() {
            let written = text(field.name).trim();
            match read(field, written) {
                Ok(value) if value.is_empty() => {}
                Ok(value) => {
                    fields.insert(field.name, value);
                }
                Err(fault) => {
                    let value = written.chars().take(120).collect();
                    wrong.push(Wrong { field: field.name, value, fault });
                }
            }
        }
        if wrong.is_empty() { Ok(Self { kind, fields }) } else { Err(wrong) }
    }

    /// What stands in the field; nothing where it was left empty.
    pub fn text(&self, field: &str) -> &str {
        self.fields.get(field).map_or("", String::as_str)
    }

    pub fn opt(&self, field: &str) -> Option<&str> {
        self.fields.get(field).map(String::as_str)
    }

    /// A whole number or a year; those that are required are there.
    pub fn whole(&self, field: &str) -> i64 {
        self.text(field).parse().unwrap_or_default()
    }

    pub fn flag(&self, field: &str) -> bool {
        self.text(field) == "1"
    }

    /// The parts of a list.
    pub fn list(&self, field: &str) -> impl Iterator<Item = &str> {
        parts(self.text(field))
    }

    /// What tells it from the others of its kind in the study.
    pub fn key(&self) -> String {
        let own = self.kind.fields().iter().take(self.kind.key_fields());
        own.map(|field| self.text(field.name)).collect::<Vec<_>>().join("/")
    }
}

/// Whether a text can be the code of a row, or of a study.
pub fn is_code(text: &str) -> bool {
    let sign = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && text.len() <= CODE_CHARS_MAX
        && text.chars().all(sign)
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(';').map(str::trim).filter(|part| !part.is_empty())
}

/// The field as it is kept.
fn read(field: &Field, written: &str) -> Result<String, Fault> {
    if written.is_empty() {
        return if field.is_required { Err(Fault::Missing) } else { Ok(String::new()) };
    }
    let kept = || written.to_owned();
    let as_it_is = |holds: bool, fault: Fault| if holds { Ok(kept()) } else { Err(fault) };
    let at_most = |max: usize| as_it_is(written.chars().count() <= max, Fault::Long(max));
    match field.holds {
        Holds::Text => at_most(TEXT_CHARS_MAX),
        Holds::Long => at_most(LONG_CHARS_MAX),
        Holds::Code | Holds::Of(_) | Holds::OfKind => as_it_is(is_code(written), Fault::Code),
        Holds::Several(_) => {
            let codes: Vec<&str> = parts(written).collect();
            let fits = !codes.is_empty() && codes.iter().all(|code| is_code(code));
            if fits { Ok(codes.join(";")) } else { Err(Fault::Code) }
        }
        Holds::Choice(words) => {
            let said = base::text::fold(written).replace('_', " ");
            let is_it = |(word, spanish): &&(&str, &str)| said == word.replace('_', " ") || said == *spanish;
            words.iter().find(is_it).map(|(word, _)| (*word).to_owned()).ok_or(Fault::Choice(words))
        }
        Holds::Year => whole(written, 1900, 2200).ok_or(Fault::Year),
        Holds::Whole(from, to) => whole(written, from, to).ok_or(Fault::Whole(from, to)),
        Holds::Number => written.parse::<Decimal>().map(|n| n.to_string()).map_err(|_| Fault::Number),
        Holds::Flag => flag(written).ok_or(Fault::Flag),
        Holds::Link => as_it_is(is_link(written), Fault::Link),
        Holds::Element => {
            written.parse::<ElementRef>().map(|at| at.to_string()).map_err(|_| Fault::Reference)
        }
        Holds::Indicator => {
            written.parse::<IndicatorRef>().map(|at| at.to_string()).map_err(|_| Fault::Reference)
        }
        Holds::Proposal => {
            written.parse::<ProposalCode>().map(|code| code.to_string()).map_err(|()| Fault::Proposal)
        }
    }
}

fn whole(written: &str, from: i64, to: i64) -> Option<String> {
    let is_plain = written.len() <= 4 && written.bytes().all(|byte| byte.is_ascii_digit());
    let number: i64 = written.parse().ok().filter(|_| is_plain)?;
    (from..=to).contains(&number).then(|| number.to_string())
}

fn flag(written: &str) -> Option<String> {
    match written.to_lowercase().as_str() {
        "1" | "yes" | "si" | "sí" | "true" => Some("1".to_owned()),
        "0" | "no" | "false" => Some("0".to_owned()),
        _ => None,
    }
}

/// Shown as a way to it: nothing but the web's own two schemes, and nothing that breaks out of an address.
fn is_link(written: &str) -> bool {
    let rest = written.strip_prefix("https://").or_else(|| written.strip_prefix("http://"));
    let is_sign = |c: char| !c.is_whitespace() && !c.is_control() && !"\"'<>\\".contains(c);
    rest.is_some_and(|rest| !rest.is_empty() && written.len() <= 500 && rest.chars().all(is_sign))
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {:?}: {}", self.field, self.value, self.fault)
    }
}
