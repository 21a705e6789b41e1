//! Plan types, articulation, policies, verbs and check rules out of the country pack.
use std::collections::HashMap;

use base::{RowErrors, Validity};
use jiff::civil::Date;
use law::{Rulebook, RulebookView, Subject};
use sheets::{Book, Column, Columns, Record};

use super::fields::{optional_text, words_of};
use super::frameworks::{NoProgramming, Programming};
use crate::domain::articulation::{Articulation, Frame, PlanType};
use crate::domain::check::{Rule, RuleSource, RuleSources};
use crate::domain::verbs::VagueVerbs;

/// Why the pack's planning tables cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum FrameError {
    #[error(transparent)]
    Pack(#[from] pack::Error),
    #[error(transparent)]
    Sheet(#[from] sheets::Error),
    #[error(transparent)]
    Table(#[from] sheets::TableError),
    #[error("{0}")]
    Rows(#[from] RowErrors),
}

/// Everything of the pack that judges plans.
#[derive(Clone, Debug, Default)]
pub struct Law {
    pub frame: Frame,
    pub verbs: VagueVerbs,
    pub sources: RuleSources,
}

impl Law {
    /// As it holds on a day. Horizons come from the legal rules in force that day.
    pub fn of(pack: &pack::Pack, rules: &Rulebook, on: Date, known: Date) -> Result<Self, FrameError> {
        let table = |path: &str| Ok::<_, FrameError>((path.to_owned(), pack.text(path)?.to_owned()));
        let view = rules.at(on).known(known);
        let years = |rule: &str| {
            let answer = view.years(rule, &Subject::country()).ok()?;
            i16::try_from(answer.value).ok()
        };
        let types = rows(table("planning/plan_types.csv")?, |r| plan_type(r, &years))?;
        let verbs = rows(table("planning/vague_verbs.csv")?, |r| r.required("stem").map(str::to_owned))?;
        let codes = |r: &Record| Ok((r.required("code")?.to_owned(), validity(r)?));
        let in_use = |found: Vec<(String, Option<Validity>)>| {
            found
                .into_iter()
                .filter(|(_, v)| v.is_none_or(|v| v.holds_on(on)))
                .map(|(code, _)| code)
                .collect()
        };
        Ok(Self {
            frame: Frame {
                types: ranked(types),
                matrix: rows(table("planning/articulation.csv")?, articulation)?,
                state_policies: in_use(rows(table("planning/state_policies.csv")?, codes)?),
                national_policies: in_use(rows(table("planning/national_policies.csv")?, codes)?),
                programmed_until: programmed_until(pack, &view, on)?,
            },
            verbs: VagueVerbs::new(verbs.iter().map(String::as_str)),
            sources: RuleSources::new(
                rows(table("planning/checks.csv")?, rule_source)?
                    .into_iter()
                    .filter(|(_, _, valid)| valid.is_none_or(|v| v.holds_on(on)))
                    .map(|(rule, source, _)| (rule, source)),
            ),
        })
    }
}

/// A day without a rule is one on which nothing is said of it.
fn programmed_until(pack: &pack::Pack, law: &RulebookView<'_>, on: Date) -> Result<Option<i16>, FrameError> {
    match Programming::of(pack, law, on) {
        Ok(found) => Ok(Some(found.last)),
        Err(NoProgramming::NoAnswer(_)) => Ok(None),
        Err(NoProgramming::Table(error)) => Err(error.into()),
    }
}

/// Every column any of the tables has: each reader asks for its own.
const FIELDS: [Column; 24] = {
    const fn any(field: &'static str) -> Column {
        Column::optional(field, &[])
    }
    [
        any("code"),
        Column::optional("name", &["name_es"]),
        any("name_en"),
        any("level"),
        any("horizon_rule"),
        Column::optional("prepared_by", &["prepared_by_kind"]),
        any("phase"),
        any("linked"),
        any("required_of"),
        any("names_policy"),
        Column::optional("plan_type", &["child_plan_type"]),
        any("owner_kind"),
        Column::optional("parent_type", &["parent_plan_type"]),
        Column::optional("parent_kinds", &["parent_element_kinds"]),
        any("obligation"),
        any("valid_from"),
        any("valid_to"),
        any("source"),
        any("stem"),
        any("rule"),
        any("severity"),
        any("holds"),
        any("norm"),
        any("paragraph"),
    ]
};

type Read<T> = Result<T, base::RowError>;

fn rows<T>((path, text): (String, String), read: impl Fn(&Record) -> Read<T>) -> Result<Vec<T>, FrameError> {
    let book = Book::from_bytes(&path, text.into_bytes())?;
    let (mut found, mut refused) = (Vec::new(), RowErrors::default());
    for sheet in book.sheets() {
        for record in sheet.records(&Columns::at_least(&FIELDS))? {
            match record.and_then(|r| read(&r)) {
                Ok(row) => found.push(row),
                Err(error) => refused.push(error),
            }
        }
    }
    if refused.is_empty() { Ok(found) } else { Err(refused.into()) }
}

fn ranked(types: Vec<PlanType>) -> HashMap<String, PlanType> {
    let types = types.into_iter().enumerate();
    types.map(|(rank, plan_type)| (plan_type.code.clone(), PlanType { rank, ..plan_type })).collect()
}

fn plan_type(r: &Record, years: &impl Fn(&str) -> Option<i16>) -> Read<PlanType> {
    let horizon_years = match r.opt("horizon_rule") {
        None => None,
        // Not in force on this day: no length is laid down then.
        Some(rule) => years(rule),
    };
    Ok(PlanType {
        code: r.required("code")?.to_owned(),
        rank: 0,
        name: r.required("name")?.to_owned(),
        name_en: optional_text(r, "name_en"),
        level: r.text("level").to_owned(),
        prepared_by: kinds(r, "prepared_by"),
        horizon_years,
        phase: optional_text(r, "phase"),
        linked: r.text("linked") == "yes",
        required_of: kinds(r, "required_of"),
        names_policy: r.text("names_policy") == "yes",
        valid: validity(r)?,
        source: r.required("source")?.to_owned(),
    })
}

fn articulation(r: &Record) -> Read<Articulation> {
    let required = match r.text("obligation") {
        "must" => true,
        "may" => false,
        _ => return Err(r.error("obligation", "write must or may")),
    };
    Ok(Articulation {
        plan_type: r.required("plan_type")?.to_owned(),
        entity_kind: optional_text(r, "owner_kind").filter(|kind| kind != "*"),
        parent_type: r.required("parent_type")?.to_owned(),
        parent_kinds: words_of(r, "parent_kinds")?,
        required,
        valid: validity(r)?,
        source: r.required("source")?.to_owned(),
    })
}

fn rule_source(r: &Record) -> Read<(Rule, RuleSource, Option<Validity>)> {
    let source = match (r.required("norm")?, r.opt("paragraph")) {
        (norm, None) => norm.to_owned(),
        (norm, Some(paragraph)) => format!("{norm}, {paragraph}"),
    };
    let weight =
        RuleSource { severity: r.parse("severity")?, source: source.into(), holds: r.text("holds") == "yes" };
    Ok((r.parse("rule")?, weight, validity(r)?))
}

fn kinds(r: &Record, field: &str) -> Vec<String> {
    r.list(field).into_iter().filter(|kind| *kind != "*").map(str::to_owned).collect()
}

fn validity(r: &Record) -> Read<Option<Validity>> {
    let Some(from) = r.parse_opt("valid_from")? else { return Ok(None) };
    let to = r.parse_opt("valid_to")?;
    Validity::new(from, to).map(Some).map_err(|e| r.error("valid_to", e.to_string()))
}
