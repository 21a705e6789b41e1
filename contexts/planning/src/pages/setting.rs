//! What all pages of the room read: the plans as they stand on a day, the law of that day, the bodies.
use std::sync::Arc;

use base::Known;
use base::codes::EntityCode;
use db::memo;
use directory::domain::{Entity, Held};
use jiff::civil::Date;
use pack::Pack;
use web::{PageError, Reading};

use crate::domain::check::{EntityFacts, Finding, Judge};
use crate::domain::portfolio::Portfolio;
use crate::queries::{
    self,
    findings::{Settled, entity_facts, findings_kept},
};
use crate::reading::frame::{FrameError, Law};
use crate::reading::policies::{Policy, national_policies, state_policies};

/// One state of the plans, judged on one day.
#[derive(Debug)]
pub struct Setting {
    pub all: Arc<Portfolio>,
    pub law: Arc<Law>,
    pub policies: Arc<Policies>,
    /// The state, and until when the law was published.
    pub settled: Settled,
    pub known_on: Date,
    pub entities: Arc<Held<Entity>>,
    /// What judging needs of them.
    pub(super) facts: Arc<Vec<EntityFacts>>,
}

/// The policies that plans name, by name.
#[derive(Debug, Default)]
pub struct Policies {
    pub state: Vec<Policy>,
    pub national: Vec<Policy>,
}

/// Before a country pack was recorded there was no law and no body to judge by: nothing, not a failure.
type Judged = (Arc<Law>, Arc<Policies>);

impl Setting {
    pub async fn load(reading: &mut Reading) -> Result<Self, PageError> {
        let known = reading.known;
        let (on, known_on) = (reading.judged_on(), reading.known_on());
        let files = reading.app.files.clone();
        let (law, policies) = match Pack::known(reading.conn(), &files, known).await {
            Ok(pack) => judged(&pack, known, on, known_on)?,
            Err(pack::Error::NoPack) => Judged::default(),
            Err(error) => return Err(PageError::internal(error)),
        };
        let all = queries::portfolio(reading.conn(), known, on).await?;
        let entities = directory::queries::entities(reading.conn(), known, on).await?;
        let facts = entity_facts(reading.conn(), known, on).await?;
        let settled = Settled::of(reading.conn(), known).await?;
        Ok(Self { all, law, policies, settled, known_on, entities, facts })
    }

    /// The day on which plans are judged.
    pub fn on(&self) -> Date {
        self.all.on()
    }

    /// Everything that is not as a rule wants it.
    pub fn findings(&self) -> Arc<Vec<Finding>> {
        let Law { frame, verbs, sources } = &*self.law;
        let judge = Judge { frame, verbs, sources, entities: &self.facts };
        findings_kept(self.settled, self.known_on, &self.all, &judge)
    }

    /// Name of a body, or its code where the register of that day does not hold it.
    pub fn entity_name<'a>(&'a self, code: &'a EntityCode) -> &'a str {
        self.entities.get(code.as_str()).map_or(code.as_str(), |entity| entity.name.as_str())
    }
}

fn judged(pack: &Pack, known: Known, on: Date, known_on: Date) -> Result<Judged, PageError> {
    let question = format!("{on} {known_on}");
    if let Some(found) = memo::recall::<Judged>(known, &question) {
        return Ok(Judged::clone(&found));
    }
    let found = judged_anew(pack, on, known_on)?;
    Ok(Judged::clone(&memo::keep(known, &question, found)))
}

fn judged_anew(pack: &Pack, on: Date, known_on: Date) -> Result<Judged, PageError> {
    let rules = pack.law().map_err(PageError::internal)?.rulebook;
    let read = || {
        let policies = Policies { state: state_policies(pack, on)?, national: national_policies(pack, on)? };
        Ok::<_, FrameError>((Arc::new(Law::of(pack, &rules, on, known_on)?), Arc::new(policies)))
    };
    read().map_err(PageError::internal)
}
