//! Which plans a body may begin, and by which procedure.
use std::sync::Arc;

use base::{Known, codes::EntityCode};
use db::{Conn, Files};
use jiff::civil::Date;
use pack::Pack;
use planning::{
    domain::{articulation::PlanType, plan::Plan, reference::PlanRef},
    reading::frame::Law,
};
use procedures::queries::{Follows, following, follows};

use crate::{Country, actions::Refusal, domain::CaseHead};

/// Types of plans and the procedures that they follow, on a day.
pub struct Ways {
    types: Vec<PlanType>,
    following: Vec<Follows>,
    known: Known,
    on: Date,
}

impl Ways {
    /// As the pack known says.
    pub async fn of(conn: &mut Conn, files: &Files, known: Known, on: Date) -> Result<Self, Refusal> {
        let pack: Arc<Pack> = Pack::known(conn, files, known).await?;
        let rules = Pack::law_known(conn, files, known).await?;
        let law = Law::of(&pack, &rules.rulebook, on, on).map_err(|error| Refusal::Law(error.to_string()))?;
        let following = following(&pack).map_err(|error| Refusal::Law(error.to_string()))?;
        let mut types: Vec<PlanType> = law.frame.types.into_values().collect();
        types.retain(|one| one.valid.is_none_or(|valid| valid.holds_on(on)));
        types.sort_by_key(|one| one.rank);
        Ok(Self { types, following, known, on })
    }

    /// The kind of the body on the day; none where there is no such body.
    pub async fn kind_of(&self, conn: &mut Conn, entity: &EntityCode) -> Result<Option<String>, db::Error> {
        let found = directory::queries::entities_of(conn, self.known, self.on, &[entity.as_str()]).await?;
        Ok(found.into_iter().next().map(|entity| entity.kind))
    }

    /// The procedure by which the body begins a plan of the type.
    ///
    /// # Errors
    /// A type that there is not, that the body does not prepare, or that no procedure is declared for.
    pub fn begun_by(
        &self,
        plan_type: &str,
        entity: &EntityCode,
        kind: Option<&str>,
    ) -> Result<&str, Refusal> {
        let known = self.types.iter().find(|one| one.code == plan_type);
        let known = known.ok_or_else(|| Refusal::NoType(plan_type.to_owned()))?;
        let prepares = known.prepared_by.is_empty()
            || kind.is_some_and(|kind| known.prepared_by.iter().any(|one| one == kind));
        let row = follows(&self.following, plan_type, self.on);
        let row = row.ok_or_else(|| Refusal::NoWay(plan_type.to_owned()))?;
        let is_one = row.entity.as_ref().is_none_or(|one| one == entity);
        if prepares && is_one { Ok(&row.procedure) } else { Err(Refusal::NotPrepared(plan_type.to_owned())) }
    }

    /// The types of plans that the body may begin, in the law's order.
    pub fn open_to<'a>(
        &'a self,
        entity: &'a EntityCode,
        kind: Option<&'a str>,
    ) -> impl Iterator<Item = &'a PlanType> {
        self.types.iter().filter(move |one| self.begun_by(&one.code, entity, kind).is_ok())
    }

    /// Codes of the types that the body may begin and that go that way.
    pub fn open_by<'a>(
        &'a self,
        procedure: &'a str,
        entity: &'a EntityCode,
        kind: Option<&'a str>,
    ) -> impl Iterator<Item = &'a str> {
        let goes =
            move |one: &&PlanType| self.begun_by(&one.code, entity, kind).is_ok_and(|way| way == procedure);
        self.open_to(entity, kind).filter(goes).map(|one| one.code.as_str())
    }

    /// Whether a draft's plan is one that follows the procedure of the case, by the law of the day on which it began.
    ///
    /// # Errors
    /// A plan of a type of another procedure, or of another type than the plan that is recorded.
    pub async fn same(
        conn: &mut Conn,
        files: &Files,
        country: Country,
        (head, plan): (&CaseHead, &Plan),
    ) -> Result<(), Refusal> {
        let known = Known(journal::last_shown(conn).await?);
        let on = country.date(head.started_at);
        let ways = Self::of(conn, files, known, on).await?;
        let way = follows(&ways.following, &plan.plan_type, on).map(|row| row.procedure.as_str());
        if way != Some(head.procedure_code()) {
            return Err(Refusal::OtherWay { plan_type: plan.plan_type.clone() });
        }
        let at = PlanRef { plan: plan.code.clone(), version: None };
        let recorded = planning::queries::plan(conn, known, on, &at).await?;
        match recorded.map(|content| content.plan.plan_type) {
            Some(found) if found != plan.plan_type => {
                Err(Refusal::OtherType { plan: plan.code.to_string(), found })
            }
            _ => Ok(()),
        }
    }
}
