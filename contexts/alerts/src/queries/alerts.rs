//! Every alert of a scope on a day, with where it stands.
use std::{collections::BTreeMap, sync::Arc};

use base::codes::{EntityCode, TerritoryCode};
use budget::{columnar::Columnar, queries::ledger};
use db::{Conn, Files, memo};
use jiff::civil::Date;
use monitoring::queries::{rules::country_rules, standings};
use planning::domain::{
    portfolio::Portfolio,
    reference::{ElementRef, PlanRef},
};

use super::{AlertsError, Asked, alert_law, ceiling, commitments, duties, findings, initiative, results};
use crate::{
    domain::{Alert, AlertCode, Cause, Climb, Said, Sign, Standing, Trigger, Why, climb, stands},
    reading::AlertLaw,
    store::{self, answers::AllSaid, told::Told},
};

/// Whose alerts are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    All,
    Entity(EntityCode),
    /// Those of an element and of all that hangs from it.
    Element(ElementRef),
    /// Those about a place.
    Territory(TerritoryCode),
}

/// An alert, what was said of it, and how far up it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlertView {
    pub alert: Alert,
    /// From when on it climbs: since it holds, or since its plan is recorded here, for nobody could answer before.
    pub from: Date,
    /// What posts answered, in order.
    pub answers: Vec<Said>,
    pub standing: Standing,
    pub climb: Climb,
}

/// Alerts of a day and the law they were raised by.
#[derive(Clone, Debug)]
pub struct Alerts {
    pub law: AlertLaw,
    /// The gravest trigger first, of one trigger the longest standing first.
    pub views: Vec<AlertView>,
}

/// Every alert of the scope, closed ones with the others.
///
/// # Errors
/// No country pack as known then, or one that lacks a row; money that cannot be read.
pub async fn alerts(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    asked: Asked,
    scope: &Scope,
) -> Result<Arc<Alerts>, AlertsError> {
    let question = format!("{scope:?} {} {}", asked.on, asked.known_on);
    if let Some(found) = memo::recall::<Alerts>(asked.known, &question) {
        return Ok(found);
    }
    let law = alert_law(conn, files, asked).await?;
    let Gathered { alerts: found, said, recorded } =
        gathered(conn, files, columnar, (asked, &law), scope).await?;
    let view = |alert: Alert| {
        let plan = alert.cause.plan();
        let from = plan.and_then(|plan| recorded.get(plan)).map_or(alert.since, |day| alert.since.max(*day));
        let answers = said.answers.get(&alert.code()).cloned().unwrap_or_default();
        let standing = stands(&alert.signature(), &answers);
        let climb = climb(from, standing, law.steps, asked.on);
        AlertView { alert, from, answers, standing, climb }
    };
    let mut views: Vec<AlertView> = found.into_iter().map(view).collect();
    views.sort_by(|a, b| key(&a.alert).cmp(&key(&b.alert)));
    let made = Alerts { law, views };
    Ok(memo::keep_of_many(KEPT_MAX, asked.known, &question, made))
}

/// The alerts of a scope by the facts alone, with what was said of any, and the day on which each version of a plan was first
/// recorded.
pub struct Gathered {
    pub alerts: Vec<Alert>,
    pub said: Arc<AllSaid>,
    pub recorded: BTreeMap<PlanRef, Date>,
}

/// Lists that are kept: those that are looked at again and again, besides all of them.
const KEPT_MAX: Option<std::num::NonZeroUsize> = std::num::NonZeroUsize::new(64);

fn key(alert: &Alert) -> (Option<Trigger>, Date, &Cause) {
    (alert.leads(), alert.since, &alert.cause)
}

/// One alert; none where nothing raises it on the day.
pub async fn alert(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    asked: Asked,
    code: &AlertCode,
) -> Result<Option<(AlertView, AlertLaw)>, AlertsError> {
    // Whose it is was written down when it was first seen: then nobody else's need to be judged. One that was not is sought
    // among all.
    let body =
        store::answers::all(conn, asked.known).await?.raised.get(code).and_then(|(_, body)| body.clone());
    for scope in body.map(Scope::Entity).into_iter().chain([Scope::All]) {
        let all = alerts(conn, files, columnar, asked, &scope).await?;
        if let Some(view) = all.views.iter().find(|view| view.alert.code() == *code) {
            return Ok(Some((view.clone(), all.law.clone())));
        }
    }
    Ok(None)
}

/// The alerts of a scope, whatever was said of them.
///
/// # Errors
/// As [`alerts`].
pub async fn gathered(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    (asked, law): (Asked, &AlertLaw),
    scope: &Scope,
) -> Result<Gathered, AlertsError> {
    let rules = country_rules(conn, files, asked.known, asked.on, asked.known_on).await?;
    let all = planning::queries::portfolio(conn, asked.known, asked.on).await?;
    let own = Own { scope, all: &all };
    let first = planning::queries::plans::first_recorded(conn, asked.known).await?;
    let (mut found, days) =
        results::results(conn, asked, (law, &rules), (&own.standings(), first.values())).await?;
    let said = store::answers::all(conn, asked.known).await?;
    let ledger = ledger(conn, files, columnar, asked.known, &all, Some(asked.on.year())).await?;
    let entities = directory::queries::entities(conn, asked.known, asked.on).await?;
    let mut others = initiative::initiatives(conn, asked, (law, &rules), (&all, &ledger), &found).await?;
    others.extend(findings::broken(conn, files, asked, &all).await?.into_iter().filter(|one| own.has(one)));
    others.extend(ceiling::over_claimed(asked, &ledger, &entities).into_iter().filter(|one| own.has(one)));
    others.extend(commitments::overdue(conn, files, asked).await?.into_iter().filter(|one| own.has(one)));
    others.extend(duties::overdue(conn, files, asked).await?.into_iter().filter(|one| own.has(one)));
    others.extend(told(&said.told, &all).into_iter().filter(|one| own.has(one)));
    let held = others.into_iter().filter_map(|mut alert| {
        // Of these nothing that is recorded tells since when they hold, but when they were first seen.
        if let Some((since, _)) = said.raised.get(&alert.code()) {
            alert.since = alert.since.min(*since);
        }
        results::raised(alert, law, asked.on)
    });
    found.extend(held);
    let recorded = first.into_iter().filter_map(|(plan, seq)| Some((plan, *days.get(&seq)?))).collect();
    Ok(Gathered { alerts: found, said, recorded })
}

fn told(all_told: &[Told], all: &Portfolio) -> Vec<Alert> {
    let mut found = Vec::new();
    for one in all_told.iter().cloned() {
        let why = Why::Told { text: one.text, post: one.post, on: one.on };
        let cause = Cause::Told { element: one.element.clone(), seq: one.seq.0 };
        let Some(mut alert) = Alert::of(cause, vec![Sign { trigger: one.trigger, why }], one.on) else {
            continue;
        };
        let node = all.find(&one.element).and_then(|at| all.element(at));
        let version = node.and_then(|node| all.version(node.version));
        alert.name = node.map_or_else(
            || (one.element.to_string(), None),
            |node| (node.element.title.clone(), node.element.title_en.clone()),
        );
        alert.territory = version.and_then(|version| version.plan.territory.clone());
        alert.sample = version.is_some_and(|version| version.plan.sample);
        (alert.entity, alert.element) = (one.entity, Some(one.element));
        found.push(alert);
    }
    found
}

/// What belongs to a scope.
struct Own<'a> {
    scope: &'a Scope,
    all: &'a Portfolio,
}

impl Own<'_> {
    fn standings(&self) -> standings::Scope {
        match self.scope {
            Scope::All => standings::Scope::All,
            Scope::Entity(entity) => standings::Scope::Entity(entity.clone()),
            Scope::Element(element) => standings::Scope::Element(element.clone()),
            Scope::Territory(place) => standings::Scope::Territory(place.clone()),
        }
    }

    fn has(&self, alert: &Alert) -> bool {
        match self.scope {
            Scope::All => true,
            Scope::Entity(entity) => alert.entity.as_ref() == Some(entity),
            Scope::Territory(place) => alert.territory.as_ref() == Some(place),
            Scope::Element(top) => match &alert.cause {
                Cause::Alignment { plan } => self.all.find_version(plan) == self.all.find_version(&top.plan),
                _ => alert.element.as_ref().is_some_and(|element| self.is_below(top, element)),
            },
        }
    }

    /// Whether an element is the other, or hangs from it over however many plans.
    fn is_below(&self, top: &ElementRef, element: &ElementRef) -> bool {
        let Some((top, start)) = self.all.find(top).zip(self.all.find(element)) else { return false };
        let (mut open, mut seen) = (vec![start], std::collections::BTreeSet::new());
        while let Some(at) = open.pop() {
            if at == top {
                return true;
            }
            if seen.insert(at)
                && let Some(node) = self.all.element(at)
            {
                open.extend(node.parent);
                open.extend(node.above.iter().flatten());
            }
        }
        false
    }
}
