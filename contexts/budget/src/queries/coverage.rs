//! How much of the money stands behind an objective, what a given element or plan has, and what has nothing.
use std::collections::{BTreeMap, BTreeSet};

use base::Money;
use planning::domain::{
    portfolio::{ElementAt, Portfolio, VersionAt},
    reference::PlanRef,
    words::ElementKind,
};
use serde::Serialize;

use super::attribution::{Ledger, name};
use crate::domain::{
    Dimension, Measure,
    attribution::{Attribution, Coverage, Grouping, Held, Line},
};

/// By what a reader may list coverage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CoverageBy {
    #[default]
    Entity,
    Objective,
    /// The place that benefits.
    Territory,
    /// The department where the spending unit sits.
    Seat,
    Programme,
    Sector,
    Year,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("coverage is listed by entity, objective, territory, seat, programme, sector or year, not by {0:?}")]
pub struct UnknownCoverageBy(String);

impl std::str::FromStr for CoverageBy {
    type Err = UnknownCoverageBy;

    fn from_str(text: &str) -> Result<Self, UnknownCoverageBy> {
        match text.trim() {
            "entity" => Ok(Self::Entity),
            "objective" => Ok(Self::Objective),
            "territory" => Ok(Self::Territory),
            "seat" => Ok(Self::Seat),
            "programme" => Ok(Self::Programme),
            "sector" => Ok(Self::Sector),
            "year" => Ok(Self::Year),
            other => Err(UnknownCoverageBy(other.chars().take(80).collect())),
        }
    }
}

impl CoverageBy {
    pub(super) const COUNT: usize = 7;

    const fn grouping(self) -> Grouping {
        match self {
            Self::Entity => Grouping::By(Dimension::Entity),
            Self::Objective => Grouping::Objective,
            Self::Territory => Grouping::By(Dimension::MetaDepartment),
            Self::Seat => Grouping::By(Dimension::Department),
            Self::Programme => Grouping::By(Dimension::Programme),
            Self::Sector => Grouping::By(Dimension::Sector),
            Self::Year => Grouping::By(Dimension::Year),
        }
    }
}

/// An element's or a plan's money: net shares of it and of all below, each once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HeldMoney {
    pub measures: Vec<Measure>,
    /// One per measure.
    pub held: Vec<Held>,
}

impl HeldMoney {
    pub fn of(&self, measure: Measure) -> Option<Held> {
        let at = self.measures.iter().position(|m| *m == measure)?;
        self.held.get(at).copied()
    }
}

/// A claim that meets rows of a code, with what it holds of them: nothing where claims below it or larger ones
/// hold all of it.
#[derive(Clone, Debug)]
pub struct ClaimOn<'a> {
    pub claim: &'a Attribution,
    /// Net, one per measure of the ledger's rows.
    pub held: Vec<Held>,
}

/// Why an objective shows no money: two gaps with two remedies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unfunded {
    /// Neither it nor anything below it claims any row.
    NoClaim,
    /// There are claims, and no row of the year meets them with an amount other than zero.
    NoMoney,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UnfundedObjective {
    /// `PLAN@VERSION/CODE`.
    pub element: String,
    pub title: String,
    pub why: Unfunded,
}

impl Ledger {
    /// Lines and total; in each, claimed + shared + unclaimed is the treasury total of the same rows.
    pub fn coverage(&self, by: CoverageBy) -> Coverage {
        let listed = || self.rows.coverage(by.grouping(), &self.lineage).unwrap_or_default();
        // Judged once, listed once: a ledger may be asked by many pages.
        self.listings.get(by as usize).map_or_else(listed, |kept| kept.get_or_init(listed).clone())
    }

    /// The claims on the rows of one code, in the order in which they were recorded; those that name the code
    /// and those that meet its rows by other columns alike. Empty where the ledger does not list by the dimension.
    pub fn claims_on(&self, dimension: Dimension, code: &str) -> Vec<ClaimOn<'_>> {
        let found = self.rows.claims_on(dimension, code).unwrap_or_default();
        let claim =
            |(number, held): (usize, Vec<Held>)| self.claims.get(number).map(|claim| ClaimOn { claim, held });
        found.into_iter().filter_map(claim).collect()
    }

    /// Money of an element and all below it. `None` where nothing of it meets any row.
    pub fn element(&self, portfolio: &Portfolio, at: ElementAt) -> Option<HeldMoney> {
        let number = self.lineage.number(&name(portfolio, at))?;
        let held = self.held.get(&number)?.clone();
        Some(HeldMoney { measures: self.rows.measures().to_vec(), held })
    }

    /// The same money by codes of a dimension that the ledger lists by.
    pub fn element_by(
        &self,
        portfolio: &Portfolio,
        at: ElementAt,
        dimension: Dimension,
    ) -> BTreeMap<String, Vec<Held>> {
        let Some(number) = self.lineage.number(&name(portfolio, at)) else { return BTreeMap::new() };
        let chosen = |holder: usize| holder == number || self.lineage.is_below(holder, number);
        self.rows.held_where(chosen, Some(dimension)).unwrap_or_default()
    }

    /// Fiscal years of which the element, or anything below it, claims money.
    pub fn years_claimed(&self, portfolio: &Portfolio, at: ElementAt) -> BTreeSet<i16> {
        let Some(number) = self.lineage.number(&name(portfolio, at)) else { return BTreeSet::new() };
        let own = self.claims.iter().filter(|claim| {
            let claimed = portfolio.find(&claim.element).map(|at| name(portfolio, at));
            let holder = claimed.and_then(|claimed| self.lineage.number(&claimed));
            holder.is_some_and(|holder| holder == number || self.lineage.is_below(holder, number))
        });
        own.flat_map(|claim| claim.years.first()..=claim.years.last()).collect()
    }

    /// Money of every element of a version and all below them, each part once.
    pub fn plan(&self, portfolio: &Portfolio, version: VersionAt) -> HeldMoney {
        let numbers: Vec<usize> = portfolio
            .version(version)
            .into_iter()
            .flat_map(|node| portfolio.elements_of(node))
            .filter_map(|(at, _)| self.lineage.number(&name(portfolio, at)))
            .collect();
        let chosen =
            |holder: usize| numbers.iter().any(|n| holder == *n || self.lineage.is_below(holder, *n));
        let measures = self.rows.measures().to_vec();
        let nothing = || vec![Held::default(); measures.len()];
        let held = self.rows.held_where(chosen, None).and_then(|lines| lines.into_values().next());
        HeldMoney { held: held.unwrap_or_else(nothing), measures }
    }

    /// Where money has no objective: lines with unclaimed money, by what is unclaimed of `measure`, most first.
    pub fn money_without_objective(&self, by: CoverageBy, measure: Measure) -> Vec<Line> {
        let coverage = self.coverage(by);
        let Some(at) = coverage.measures.iter().position(|m| *m == measure) else { return Vec::new() };
        let unclaimed = |line: &Line| line.amounts.get(at).map_or(Money::ZERO, |split| split.unclaimed);
        let mut lines: Vec<Line> =
            coverage.lines.into_iter().filter(|line| !unclaimed(line).is_zero()).collect();
        lines.sort_by_key(|line| std::cmp::Reverse(unclaimed(line)));
        lines
    }

    /// Objectives of the version of each plan that stands, without money in any measure.
    pub fn objectives_without_money(&self, portfolio: &Portfolio) -> Vec<UnfundedObjective> {
        let mut found = Vec::new();
        for (at, node) in portfolio.versions() {
            let plan = PlanRef { plan: node.plan.code.clone(), version: None };
            if portfolio.find_version(&plan) != Some(at) {
                continue;
            }
            let objectives =
                portfolio.elements_of(node).filter(|(_, n)| n.element.kind == ElementKind::Objective);
            for (at, node) in objectives {
                let element = name(portfolio, at);
                if let Some(why) = self.unfunded(&element) {
                    found.push(UnfundedObjective { element, title: node.element.title.clone(), why });
                }
            }
        }
        found.sort_by(|a, b| a.element.cmp(&b.element));
        found
    }

    fn unfunded(&self, element: &str) -> Option<Unfunded> {
        // Only claimed elements and what is above them have a number.
        let Some(number) = self.lineage.number(element) else { return Some(Unfunded::NoClaim) };
        let any = |held: &Vec<Held>| held.iter().any(|h| !h.total().is_zero());
        (!self.held.get(&number).is_some_and(any)).then_some(Unfunded::NoMoney)
    }
}
