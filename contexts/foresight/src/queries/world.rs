use std::collections::{BTreeMap, BTreeSet};

use base::Known;
use db::{Conn, Error};
use jiff::civil::Date;
use planning::domain::{
    reference::{ElementRef, IndicatorRef, PlanRef},
    words::ElementKind,
};

use crate::{
    domain::{Content, Holds, Item, World},
    store::proposals,
};

/// Objectives by `PLAN/CODE`: title, and the English one.
pub type Objectives = BTreeMap<String, (String, Option<String>)>;

/// What the rows of a study name outside of it, as far as it is there.
pub async fn world(
    conn: &mut Conn,
    (known, on): (Known, Date),
    study: &str,
    content: &Content,
) -> Result<World, Error> {
    let (elements, indicators) =
        (named(content, |holds| holds == Holds::Element), named(content, |holds| holds == Holds::Indicator));
    let accepted = proposals::answers(conn, known, study).await?;
    let accepted = accepted.into_iter().filter(|answer| answer.outcome == crate::domain::Outcome::Accepted);
    let mut world = World {
        elements: objectives(conn, (known, on), elements.iter().copied()).await?.into_keys().collect(),
        indicators: BTreeSet::new(),
        proposals: accepted.map(|answer| answer.received.code).collect(),
    };
    let mut plans: BTreeMap<PlanRef, Vec<IndicatorRef>> = BTreeMap::new();
    for at in indicators.iter().filter_map(|text| text.parse::<IndicatorRef>().ok()) {
        plans.entry(at.plan.clone()).or_default().push(at);
    }
    for (plan, asked) in plans {
        let Some(found) = planning::queries::plan(conn, known, on, &plan).await? else { continue };
        let there = asked.iter().filter(|at| found.indicators.contains_key(&at.code));
        world.indicators.extend(there.map(ToString::to_string));
    }
    Ok(world)
}

/// Those of the objectives that are there, with what they are called. Each plan is read once.
pub async fn objectives<'a>(
    conn: &mut Conn,
    (known, on): (Known, Date),
    asked: impl Iterator<Item = &'a str>,
) -> Result<Objectives, Error> {
    let mut plans: BTreeMap<PlanRef, Vec<ElementRef>> = BTreeMap::new();
    for at in asked.filter_map(|text| text.parse::<ElementRef>().ok()) {
        plans.entry(at.plan.clone()).or_default().push(at);
    }
    let mut found = Objectives::new();
    for (plan, asked) in plans {
        let Some(content) = planning::queries::plan(conn, known, on, &plan).await? else { continue };
        for at in asked {
            let element =
                content.elements.get(&at.code).filter(|element| element.kind == ElementKind::Objective);
            if let Some(element) = element {
                found.insert(at.to_string(), (element.title.clone(), element.title_en.clone()));
            }
        }
    }
    Ok(found)
}

/// What stands in the fields of that sort.
fn named(content: &Content, is_it: impl Fn(Holds) -> bool) -> Vec<&str> {
    let of = |item: &'_ Item| -> Vec<&'static str> {
        item.kind.fields().iter().filter(|field| is_it(field.holds)).map(|field| field.name).collect()
    };
    let items = content.values().flat_map(BTreeMap::values);
    items
        .flat_map(|item| of(item).into_iter().filter_map(|name| item.opt(name)).collect::<Vec<_>>())
        .collect()
}
