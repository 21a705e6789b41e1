//! The thread: one objective, up to the vision and down to activities, with money and results at every level.
use std::collections::BTreeMap;

use base::Known;
use budget::{
    columnar::Columnar,
    domain::attribution::{Attribution, Basis},
    queries::{HeldMoney, Ledger, LedgerError, ledger},
};
use db::{Conn, Files};
use jiff::civil::Date;
use planning::{
    domain::{portfolio::Portfolio, reference::ElementRef},
    queries::thread::{Below, Step},
};
use serde::Serialize;

use super::standings::{Standing, of_elements, tally};
use crate::domain::{Rules, Status};

/// Plans hang a few levels deep; more would be a cycle made by hand.
const DEPTH_MAX: usize = 24;

/// What is asked.
#[derive(Clone, Debug)]
pub struct ThreadRequest {
    pub element: ElementRef,
    /// Fiscal year of the money; every year where `None`.
    pub year: Option<i16>,
    /// Day on which plans stand and indicators are judged.
    pub on: Date,
}

/// An element with what is above and below it.
#[derive(Clone, Debug, Serialize)]
pub struct Thread {
    pub year: Option<i16>,
    pub on: Date,
    /// Each way up to a vision, nearest first.
    pub above: Vec<Vec<Step>>,
    pub tree: Node,
}

/// One element, its money and results, and all that hangs from it.
#[derive(Clone, Debug, Serialize)]
pub struct Node {
    #[serde(flatten)]
    pub step: Step,
    /// Of it and all below it, each céntimo once; `None` where nothing claims any.
    pub money: Option<HeldMoney>,
    /// What it claims itself.
    pub claims: Vec<Claim>,
    /// Its own indicators.
    pub indicators: Vec<Standing>,
    /// How its indicators and those below stand.
    pub tally: BTreeMap<Status, usize>,
    /// Elements below, by kind.
    pub below: BTreeMap<String, usize>,
    pub children: Vec<Node>,
}

/// A claim in plain terms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Claim {
    /// Dimension and code (or prefix with `*`).
    pub terms: Vec<(String, String)>,
    pub share_percent: String,
    pub basis: Basis,
    pub claimed_by: String,
}

/// `None` if the element is not recorded.
pub async fn thread(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    known: Known,
    rules: &Rules,
    request: &ThreadRequest,
) -> Result<Option<Thread>, LedgerError> {
    let portfolio = planning::queries::portfolio(conn, known, request.on).await?;
    let Some(view) = planning::queries::thread(&portfolio, &request.element, DEPTH_MAX) else {
        return Ok(None);
    };
    let ledger = ledger(conn, files, columnar, known, &portfolio, request.year).await?;
    let asked = [request.element.clone()];
    let found = of_elements(conn, known, rules, &portfolio, &asked).await?;
    let mut of_element: BTreeMap<String, Vec<Standing>> = BTreeMap::new();
    for standing in found.into_iter().flatten() {
        // Those of another version of the plan that counts stand with the element asked for.
        let shown = contains(&view.tree, &standing.element);
        let element = if shown { &standing.element } else { &view.tree.step.element };
        of_element.entry(element.clone()).or_default().push(standing);
    }
    let joined = Joined { portfolio: &portfolio, ledger: &ledger, of_element: &of_element };
    Ok(Some(Thread { year: request.year, on: request.on, above: view.above, tree: joined.node(&view.tree) }))
}

fn contains(tree: &Below, element: &str) -> bool {
    tree.step.element == element || tree.branches.iter().any(|branch| contains(branch, element))
}

/// The three rooms that meet in a node.
struct Joined<'a> {
    portfolio: &'a Portfolio,
    ledger: &'a Ledger,
    of_element: &'a BTreeMap<String, Vec<Standing>>,
}

impl Joined<'_> {
    fn node(&self, below: &Below) -> Node {
        let at =
            below.step.element.parse().ok().and_then(|element: ElementRef| self.portfolio.find(&element));
        let indicators = self.of_element.get(&below.step.element).cloned().unwrap_or_default();
        let children: Vec<Node> = below.branches.iter().map(|branch| self.node(branch)).collect();
        let mut counts = tally(&indicators);
        for child in &children {
            for (status, count) in &child.tally {
                *counts.entry(*status).or_default() += count;
            }
        }
        let own = |claim: &&Attribution| at.is_some() && self.portfolio.find(&claim.element) == at;
        Node {
            step: below.step.clone(),
            money: at.and_then(|at| self.ledger.element(self.portfolio, at)),
            claims: self.ledger.claims.iter().filter(own).map(plain).collect(),
            indicators,
            tally: counts,
            below: below.by_kind.iter().map(|(kind, count)| (kind.as_str().to_owned(), *count)).collect(),
            children,
        }
    }
}

fn plain(claim: &Attribution) -> Claim {
    let terms = claim.pattern.terms().iter();
    Claim {
        terms: terms.map(|(column, term)| (column.code().to_owned(), term.to_string())).collect(),
        share_percent: claim.share.to_string(),
        basis: claim.basis,
        claimed_by: claim.claimed_by.clone(),
    }
}
