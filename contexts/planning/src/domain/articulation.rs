//! Plan types, and which plan hangs from which: data of the country pack, dated, with its source.
use std::collections::{HashMap, HashSet};

use base::Validity;
use jiff::civil::Date;

use super::words::ElementKind;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanType {
    pub code: String,
    /// Its place in the pack's table, which goes from the top of the chain down: the law's order.
    pub rank: usize,
    pub name: String,
    pub name_en: Option<String>,
    pub level: String,
    /// Kinds of entities that prepare it; empty for any.
    pub prepared_by: Vec<String>,
    /// Years, from the legal rule in force; `None`: no length is laid down.
    pub horizon_years: Option<i16>,
    pub phase: Option<String>,
    /// Whether the type belongs to the chain; other national plans stand beside it.
    pub linked: bool,
    /// Kinds of entities that must have such a plan in force.
    pub required_of: Vec<String>,
    /// Whether such a plan names the National Policy that it serves (¶304).
    pub names_policy: bool,
    pub valid: Option<Validity>,
    pub source: String,
}

/// A row of the matrix: plans of a type, of entities of a kind, hang from plans of another type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Articulation {
    pub plan_type: String,
    /// `None`: entities of any kind.
    pub entity_kind: Option<String>,
    pub parent_type: String,
    /// Empty: elements of any kind.
    pub parent_kinds: Vec<ElementKind>,
    /// Whether a plan that does not hang from it is a finding; otherwise the link is only allowed.
    pub required: bool,
    pub valid: Option<Validity>,
    pub source: String,
}

/// What the pack says about plans.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    pub types: HashMap<String, PlanType>,
    pub matrix: Vec<Articulation>,
    pub state_policies: HashSet<String>,
    /// Empty where the pack has no list of them.
    pub national_policies: HashSet<String>,
    /// Last year that money is programmed for; none where the law of the day does not say.
    pub programmed_until: Option<i16>,
}

impl Frame {
    /// Rows for the plans of a type and an entity kind on a day. Rows that name the kind win over rows
    /// for any kind, so that an exception replaces the rule.
    pub fn parents(&self, plan_type: &str, entity_kind: Option<&str>, on: Date) -> Vec<&Articulation> {
        let of_type = |a: &&Articulation| a.plan_type == plan_type && holds(a.valid, on);
        let named: Vec<&Articulation> = self
            .matrix
            .iter()
            .filter(of_type)
            .filter(|a| a.entity_kind.is_some() && a.entity_kind.as_deref() == entity_kind)
            .collect();
        if named.is_empty() {
            self.matrix.iter().filter(of_type).filter(|a| a.entity_kind.is_none()).collect()
        } else {
            named
        }
    }

    /// Plan types that entities of a kind must have on a day.
    pub fn required_of<'a>(&'a self, entity_kind: &'a str, on: Date) -> impl Iterator<Item = &'a PlanType> {
        self.types
            .values()
            .filter(move |t| holds(t.valid, on) && t.required_of.iter().any(|kind| kind == entity_kind))
    }
}

fn holds(valid: Option<Validity>, on: Date) -> bool {
    valid.is_none_or(|v| v.holds_on(on))
}
