//! What Congress oversees (¶376, C-07, C-34), of some sectors or of a region: promised, funded, spent, delivered, explained.
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use base::codes::{EntityCode, TerritoryCode};
use budget::{
    domain::{Measure, attribution::Split},
    queries::{CoverageBy, ledger},
};
use directory::domain::{Entity, Held, Territory};
use monitoring::queries::standings::{Scope, Standing, standings};
use planning::domain::{portfolio::Portfolio, reference::PlanRef, words::ElementKind};

use super::{
    Asked, Frozen, STANDING, STATUSES, counted, counts, indicator, of_year, parts_of, rules, standing,
};
use crate::{
    Unread,
    domain::{Cell, Grid, Part},
};

/// Values in one list at most: those that go badly come first, and it is said how many are left out.
const LISTED_MAX: usize = 100;

/// What is overseen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Every body of these sectors, by their codes in the budget.
    Sectors(BTreeSet<String>),
    /// What is planned and spent for a department, and the bodies that sit in it, by what the places are part of.
    Region(TerritoryCode, Arc<Held<Territory>>),
}

impl Whose {
    fn holds(&self, body: &Entity) -> bool {
        match self {
            Self::Sectors(codes) => body.sector.as_ref().is_some_and(|code| codes.contains(code)),
            Self::Region(..) => self.reaches(Some(&body.territory)),
        }
    }

    /// Whether it is a region and the place lies in it.
    fn reaches(&self, place: Option<&TerritoryCode>) -> bool {
        let Self::Region(region, places) = self else { return false };
        place.is_some_and(|place| places.is_within(place.as_str(), region.as_str()))
    }
}

/// The five parts, and whether they hold what only shows the system.
///
/// # Errors
/// Money or plans that cannot be read; no rules as known then.
pub async fn seen(asked: &mut Asked<'_>, whose: &Whose) -> Result<(Vec<Part>, bool), Unread> {
    let frozen = asked.frozen;
    let on = frozen.judged_on();
    let register = directory::queries::entities(asked.conn, frozen.known, on).await?;
    let bodies: BTreeMap<EntityCode, String> = register
        .iter()
        .filter(|body| whose.holds(body))
        .map(|body| (body.code.clone(), body.name.clone()))
        .collect();
    let portfolio = planning::queries::portfolio(asked.conn, frozen.known, on).await?;
    let plans = plans(&portfolio, whose, &bodies);
    let rules = rules(asked).await?;
    let mut own = standings(asked.conn, frozen.known, on, &rules, &Scope::All).await?;
    own.retain(|one| {
        let of_plan = plans.contains(parts_of(&one.indicator).0);
        of_plan || whose.reaches(one.territory.as_ref())
    });
    let samples = own.iter().any(|one| one.sample);
    let parts = vec![
        promised(frozen, &portfolio, &plans),
        funded(asked, &portfolio, whose).await?,
        delivered(frozen, &own),
        values(frozen, &own),
        explained(asked, whose, &bodies).await?,
    ];
    Ok((parts, samples))
}

/// References of the versions that count of the plans of these bodies, and of those of the region.
fn plans(portfolio: &Portfolio, whose: &Whose, bodies: &BTreeMap<EntityCode, String>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, node) in portfolio.versions() {
        let plan = PlanRef { plan: node.plan.code.clone(), version: None };
        if portfolio.find_version(&plan) != Some(at) {
            continue;
        }
        let own = node.plan.entity.as_ref().is_some_and(|body| bodies.contains_key(body));
        let for_place = whose.reaches(node.plan.territory.as_ref());
        if own || for_place {
            found.insert(node.reference().to_string());
        }
    }
    found
}

/// Objectives with how much they promise.
fn promised(frozen: Frozen, portfolio: &Portfolio, plans: &BTreeSet<String>) -> Part {
    let mut table = Grid::new("promised", &["plan", "sample", "objective", "#indicators", "#targets"]);
    for (_, node) in portfolio.versions() {
        let reference = node.reference().to_string();
        if !plans.contains(&reference) {
            continue;
        }
        for (at, element) in portfolio.elements_of(node) {
            if element.element.kind != ElementKind::Objective {
                continue;
            }
            let cards: Vec<_> = node.cards.iter().filter(|card| card.element == Some(at)).collect();
            let title = Cell::Said(element.element.title.clone(), element.element.title_en.clone());
            table.rows.push(vec![
                Cell::text(reference.clone()).at_with(&["plan", &reference], of_year(frozen)),
                Cell::Sample(node.plan.sample),
                title.at_with(&["objetivo", &reference, element.element.code.as_str()], of_year(frozen)),
                Cell::Count(cards.len()),
                Cell::Count(cards.iter().map(|card| card.targets).sum()),
            ]);
        }
    }
    Part::new("promised").note("promised-how", vec![("n", Cell::Count(plans.len()))]).table(table)
}

/// Money by phase, by whether an objective claims it; claimed, shared and unclaimed are the treasury total.
async fn funded(asked: &mut Asked<'_>, portfolio: &Portfolio, whose: &Whose) -> Result<Part, Unread> {
    let frozen = asked.frozen;
    let year = Some(frozen.year());
    let ledger = ledger(asked.conn, asked.files, asked.columnar, frozen.known, portfolio, year).await?;
    let by = match whose {
        Whose::Sectors(_) => CoverageBy::Sector,
        Whose::Region(..) => CoverageBy::Territory,
    };
    let holds = |code: &str| match whose {
        Whose::Sectors(codes) => codes.contains(code),
        Whose::Region(place, _) => code == place.as_str(),
    };
    let coverage = ledger.coverage(by);
    let mut table =
        Grid::new("funded", &["measure", "#claimed", "#shared", "#unclaimed", "#all-money", "#of-pim"]);
    let sum = |measure: Measure| {
        let at = coverage.position(measure)?;
        let own = coverage.lines.iter().filter(|line| holds(&line.code));
        own.filter_map(|line| line.amounts.get(at).copied()).reduce(|a, b| Split {
            claimed: a.claimed + b.claimed,
            shared: a.shared + b.shared,
            unclaimed: a.unclaimed + b.unclaimed,
            over_claimed: a.over_claimed + b.over_claimed,
        })
    };
    let pim = sum(Measure::Pim).map(|split| split.total());
    for measure in Measure::USUAL {
        let Some(split) = sum(measure) else { continue };
        table.rows.push(vec![
            Cell::Word("budget-column", measure.code().to_owned()),
            Cell::Money(split.claimed),
            Cell::Money(split.shared),
            Cell::Money(split.unclaimed),
            Cell::Money(split.total()),
            Cell::percent(Some(split.total()), pim),
        ]);
    }
    let year = || vec![("year", Cell::text(frozen.year().to_string()))];
    Ok(Part::new("funded")
        .note("funded-how", year())
        .note_if(table.rows.is_empty(), "no-money-seen", year())
        .table(table))
}

/// How the indicators of each plan stand.
fn delivered(frozen: Frozen, own: &[Standing]) -> Part {
    let mut plans: BTreeMap<&str, Vec<&Standing>> = BTreeMap::new();
    for one in own {
        plans.entry(parts_of(&one.indicator).0).or_default().push(one);
    }
    let mut columns = vec!["plan", "sample", "#indicators"];
    columns.extend(STATUSES);
    let mut table = Grid::new("delivered", &columns);
    for (plan, own) in &plans {
        let name = Cell::text(*plan).at_with(&["plan", plan], of_year(frozen));
        let row = [name, Cell::Sample(own.iter().any(|one| one.sample)), Cell::Count(own.len())];
        table.rows.push(row.into_iter().chain(counted(counts(own.iter().copied()))).collect());
    }
    Part::new("delivered").note("judged", vec![("date", Cell::Day(frozen.judged_on()))]).table(table)
}

/// The last values, those that go badly first.
fn values(frozen: Frozen, own: &[Standing]) -> Part {
    let mut sorted: Vec<&Standing> = own.iter().collect();
    sorted.sort_by(|a, b| {
        let order = |one: &Standing| std::cmp::Reverse(one.status.gravity());
        (order(a), &a.indicator, &a.territory).cmp(&(order(b), &b.indicator, &b.territory))
    });
    let mut columns = vec!["indicator", "sample", "territory"];
    columns.extend(STANDING);
    let mut table = Grid::new("values", &columns);
    for one in sorted.iter().take(LISTED_MAX) {
        let row = [
            indicator(frozen, one),
            Cell::Sample(one.sample),
            one.territory.as_ref().map_or(Cell::Unknown, |place| Cell::text(place.as_str())),
        ];
        table.rows.push(row.into_iter().chain(standing(one)).collect());
    }
    let (shown, all) = (table.rows.len(), own.len());
    let args = vec![("n", Cell::Count(all - shown)), ("all", Cell::Count(all))];
    Part::new("values").table(table).note_if(all > shown, "values-left-out", args)
}

/// What evaluations found, what was recommended, and where posts answer for what goes wrong.
async fn explained(
    asked: &mut Asked<'_>,
    whose: &Whose,
    bodies: &BTreeMap<EntityCode, String>,
) -> Result<Part, Unread> {
    use evaluations::{domain::recommendation::course, queries};
    let known = asked.frozen.known;
    let body = |code: &EntityCode| {
        let name = bodies.get(code).cloned().unwrap_or_else(|| code.to_string());
        Cell::text(name).at(&["entidad", code.as_str()])
    };
    let mut found = Grid::new("findings", &["evaluation", "body", "stage", "delivered", "findings"]);
    for (one, report) in queries::evaluations(asked.conn, known).await? {
        if !bodies.contains_key(&one.entity) {
            continue;
        }
        let stage = one.stage(report.as_ref().map(|report| report.delivered_on));
        found.rows.push(vec![
            Cell::Said(one.title.clone(), one.title_en.clone()).at(&["evaluacion", one.code.as_str()]),
            body(&one.entity),
            Cell::Word("evaluations-stage", stage.as_str().to_owned()),
            report.as_ref().map_or(Cell::Unknown, |report| Cell::Day(report.delivered_on)),
            report.as_ref().map_or(Cell::Unknown, |report| Cell::Said(report.summary.clone(), None)),
        ]);
    }
    let mut advised =
        Grid::new("advised", &["recommendation", "body", "made-by", "made-on", "course", "answered"]);
    for (one, steps) in queries::recommendations(asked.conn, known).await? {
        if !bodies.contains_key(&one.entity) {
            continue;
        }
        let last = steps.last().map_or(Cell::Unknown, |step| Cell::Said(step.text.clone(), None));
        advised.rows.push(vec![
            Cell::Said(one.text.clone(), None).at(&["recomendacion", one.code.as_str()]),
            body(&one.entity),
            Cell::Word("evaluations-source", one.source.as_str().to_owned()),
            Cell::Day(one.made_on),
            Cell::Word("evaluations-course", course(&steps).as_str().to_owned()),
            last,
        ]);
    }
    let mut alerts = Grid::new("alerts", &["alerts-of"]);
    match whose {
        Whose::Region(place, _) => {
            let own = vec![("territory", place.to_string())];
            alerts.rows.push(vec![Cell::text(place.as_str()).at_with(&["alertas"], own)]);
        }
        Whose::Sectors(_) => alerts.rows.extend(bodies.iter().map(|(code, name)| {
            vec![Cell::text(name.clone()).at_with(&["alertas"], vec![("entity", code.to_string())])]
        })),
    }
    Ok(Part::new("explained").note("explained-how", Vec::new()).table(found).table(advised).table(alerts))
}
