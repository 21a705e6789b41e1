//! One node of the thread: its line, what it claims, how its indicators stand; with the names of codes.
use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use budget::domain::Dimension;
use planning::domain::words::ElementKind;
use planning::queries::thread::Step;
use web::components::Node as Line;
use web::{Html, PageError, Reading, Shell};

use super::{marks, thread::title};
use crate::queries::standings::Standing;
use crate::queries::thread::{Claim, Node, Thread};

/// Names of the codes that a thread shows.
#[derive(Default)]
pub struct Names {
    entities: BTreeMap<String, String>,
    budget: BTreeMap<String, budget::queries::Names>,
}

/// What opens under a line.
#[derive(Template)]
#[template(path = "thread_body.html")]
struct Body {
    facts: Vec<Html>,
    money: Option<String>,
    doubts: Vec<String>,
    claims: Vec<(String, String)>,
    claims_title: String,
    see_money: String,
    indicators: Vec<Shown>,
    indicators_title: String,
}

/// An indicator in the thread.
struct Shown {
    status: Html,
    name: Html,
    says: String,
}

impl Names {
    pub async fn load(reading: &mut Reading, found: &Thread) -> Result<Self, PageError> {
        let (known, on) = (reading.known, found.on);
        let mut wanted = Wanted::default();
        gather(&found.tree, &mut wanted);
        wanted.entities.extend(found.above.iter().flatten().filter_map(|step| step.entity.clone()));
        let mut names = Self::default();
        let codes: Vec<&str> = wanted.entities.iter().map(String::as_str).collect();
        for entity in directory::queries::entities_of(reading.conn(), known, on, &codes).await? {
            names.entities.insert(entity.code.to_string(), entity.name);
        }
        let listed = |d: &Dimension| {
            let codes = wanted.codes.get(d.code())?;
            Some((*d, codes.iter().map(String::as_str).collect()))
        };
        let listed: Vec<(Dimension, Vec<&str>)> = Dimension::ALL.iter().filter_map(listed).collect();
        let year = reading.view.year;
        let of = budget::queries::names_of(reading.conn(), known, &listed, year).await?;
        names.budget = of.into_iter().map(|(dimension, of)| (dimension.code().to_owned(), of)).collect();
        Ok(names)
    }

    fn entity<'a>(&'a self, code: &'a str) -> &'a str {
        self.entities.get(code).map_or(code, String::as_str)
    }

    /// Whose it is, as short links.
    pub fn facts(&self, shell: &Shell, step: &Step) -> Vec<Html> {
        let plan = step.element.split('/').next().unwrap_or_default();
        let plan = marks::link(&marks::plan_href(shell, &step.element), plan);
        let entity = step.entity.as_deref();
        let entity = entity.map(|code| marks::link(&marks::entity_href(shell, code), self.entity(code)));
        let state =
            Html::text(&shell.t(&format!("planning-state-{}", step.state.as_str().replace('_', "-"))));
        let plan = Html::text(&shell.t("planning-plan")).and(&plan).and(&marks::sample(shell, step.sample));
        [Some(plan), entity, Some(state)].into_iter().flatten().collect()
    }

    /// A way up, the vision first.
    pub fn way(shell: &Shell, way: &[Step]) -> Vec<Html> {
        let step = |step: &Step| {
            let code = step.element.split_once('/').map_or("", |(_, code)| code);
            let text = format!("{code} {}", title(shell, step));
            marks::link(&marks::element_href(shell, &step.element), &text)
                .and(&marks::sample(shell, step.sample))
        };
        way.iter().rev().map(step).collect()
    }

    pub fn node(&self, shell: &Shell, node: &Node, year: Option<i16>) -> Line {
        let code = node.step.element.split_once('/').map_or("", |(_, code)| code);
        let kind = format!("{} {code}", marks::kind(shell, node.step.kind.as_str()));
        let whose = node.step.entity.as_deref().map(|code| self.entity(code));
        let kind = whose.map_or_else(|| kind.clone(), |whose| format!("{kind} · {whose}"));
        let name = Html::text(&title(shell, &node.step)).and(&marks::sample(shell, node.step.sample));
        let mut line = Line::new(&kind, name).body(self.body(shell, node, year, false));
        let below = Self::below(shell, node);
        if !below.is_empty() {
            line = line.mark(below);
        }
        let amounts = marks::Amounts::of(node.money.as_ref());
        let all = amounts.marks(shell).into_iter().chain(marks::tally_short(shell, &node.tally));
        let line = all.fold(line, Line::mark);
        self.children(shell, node, year).into_iter().fold(line, Line::child)
    }

    /// What hangs from a node, that of most money first; without money in the order of codes.
    pub fn children(&self, shell: &Shell, node: &Node, year: Option<i16>) -> Vec<Line> {
        let mut children: Vec<&Node> = node.children.iter().collect();
        let pim = |node: &Node| marks::Amounts::of(node.money.as_ref()).pim_total();
        children.sort_by_key(|child| std::cmp::Reverse(pim(child)));
        children.into_iter().map(|child| self.node(shell, child, year)).collect()
    }

    /// `2 acciones, 4 actividades`; nothing where nothing hangs below.
    pub fn below(shell: &Shell, node: &Node) -> String {
        let counted = |kind: &ElementKind| {
            let n = node.below.get(kind.as_str()).copied().filter(|n| *n > 0)?;
            Some(marks::count(shell, &format!("monitoring-below-{kind}"), n))
        };
        ElementKind::ALL.iter().filter_map(counted).collect::<Vec<_>>().join(", ")
    }

    /// `is_root`: its facts and money stand above the tree already.
    pub fn body(&self, shell: &Shell, node: &Node, year: Option<i16>, is_root: bool) -> Html {
        let amounts = marks::Amounts::of(node.money.as_ref());
        let money = amounts.pim_total().zip(amounts.accrued_total()).map(|(pim, accrued)| {
            let percent = amounts.percent().map_or_else(|| "–".to_owned(), |p| shell.percent(p));
            let exact = |money| format!("{} {}", shell.currency(), shell.money_exact(money));
            let args =
                [("pim", exact(pim).into()), ("accrued", exact(accrued).into()), ("percent", percent.into())];
            shell.ta("monitoring-node-money", &args)
        });
        let mut facts = self.facts(shell, &node.step);
        let own =
            marks::link(&marks::element_href(shell, &node.step.element), &shell.t("monitoring-node-open"));
        facts.insert(0, own);
        let words = self.claims(shell, node);
        let hrefs = node.claims.iter().map(|claim| explorer(shell, claim, year));
        Html::of(&Body {
            facts: if is_root { Vec::new() } else { facts },
            money: money.filter(|_| !is_root),
            doubts: if is_root { Vec::new() } else { amounts.doubts(shell) },
            claims: words.into_iter().zip(hrefs).collect(),
            claims_title: shell.t("monitoring-node-claims"),
            see_money: shell.t("monitoring-node-see-money"),
            indicators: node.indicators.iter().map(|s| indicator(shell, &node.step, s)).collect(),
            indicators_title: shell.t("monitoring-node-indicators"),
        })
    }

    /// What it claims itself, one sentence a claim.
    pub fn claims(&self, shell: &Shell, node: &Node) -> Vec<String> {
        node.claims.iter().map(|claim| self.claim(shell, claim)).collect()
    }

    fn claim(&self, shell: &Shell, claim: &Claim) -> String {
        let what: Vec<String> =
            claim.terms.iter().map(|(column, code)| self.term(shell, column, code)).collect();
        let what = if what.is_empty() { shell.t("monitoring-claim-all") } else { what.join(", ") };
        let args = [
            ("share", claim.share_percent.as_str().into()),
            ("what", what.into()),
            ("basis", shell.t(&format!("budget-basis-{}", claim.basis.code())).into()),
            ("by", claim.claimed_by.as_str().into()),
        ];
        shell.ta("monitoring-claim", &args)
    }

    fn term(&self, shell: &Shell, column: &str, code: &str) -> String {
        let dimension = shell.t(&format!("budget-dimension-{column}"));
        if let Some(prefix) = code.strip_suffix('*') {
            return format!("{dimension} {}", shell.t1("monitoring-claim-prefix", "prefix", prefix));
        }
        let name = self.budget.get(column).and_then(|names| names.name(code));
        name.map_or_else(|| format!("{dimension} {code}"), |name| format!("{dimension} {code} «{name}»"))
    }
}

/// Codes whose names a thread shows.
#[derive(Default)]
struct Wanted {
    entities: BTreeSet<String>,
    /// By dimension; never an empty list, which would ask for all.
    codes: BTreeMap<String, BTreeSet<String>>,
}

fn gather(node: &Node, wanted: &mut Wanted) {
    wanted.entities.extend(node.step.entity.clone());
    for (column, code) in node.claims.iter().flat_map(|claim| &claim.terms) {
        wanted.codes.entry(column.clone()).or_default().insert(code.clone());
    }
    for child in &node.children {
        gather(child, wanted);
    }
}

/// The budget narrowed to what a claim names.
fn explorer(shell: &Shell, claim: &Claim, year: Option<i16>) -> String {
    let mut view = shell.view.clone();
    view.year = year;
    let terms: Vec<String> = claim.terms.iter().map(|(column, code)| format!("{column}={code}")).collect();
    let mut parameters: Vec<(&str, &str)> = terms.iter().map(|term| ("where", term.as_str())).collect();
    parameters.push(("by", "activity"));
    marks::with_parameters(&view.link("/presupuesto"), &parameters)
}

fn indicator(shell: &Shell, at: &Step, standing: &Standing) -> Shown {
    let name = marks::said(shell.lang(), &standing.name, standing.name_en.as_deref());
    let mut view = shell.view.clone();
    view.territory.clone_from(&standing.territory);
    let (plan, code) = standing.indicator.split_once('/').unwrap_or((&standing.indicator, ""));
    let name = marks::link(&view.link_to(&["indicador", plan, code]), name);
    let lead = if standing.lead { Html::text(&shell.t("monitoring-lead")) } else { Html::default() };
    // Of another version of the plan than the one shown: said, because both count.
    let other = (standing.element != at.element).then(|| Html::text(&format!("({plan})")));
    let says = standing.last.map(|(period, value)| {
        let args = [("value", shell.value(value).into()), ("period", shell.period(period).into())];
        shell.ta("monitoring-last-value", &args)
    });
    Shown {
        status: marks::status(shell, standing.status),
        name: name.and(&other.unwrap_or_default()).and(&lead),
        says: says.unwrap_or_else(|| shell.t("monitoring-no-value")),
    }
}
