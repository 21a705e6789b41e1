use std::collections::{BTreeMap, btree_map::Entry};

use authz::Resource;
use base::codes::EntityCode;
use db::{Conn, Files};
use jiff::{Timestamp, civil::Date};
use workflow::{Engine, Run, Title};

use super::{Laws, case::waits};
use crate::{Country, actions::Refusal, domain::CaseHead, store};

/// A case as a line of a list.
#[derive(Clone, Debug)]
pub struct UnderWay {
    pub head: CaseHead,
    /// What the body is called.
    pub body: String,
    pub state: Title,
    pub is_closed: bool,
    /// When the first of its clocks runs out.
    pub due: Option<Date>,
    /// Whether it waits for an act of the role that asked.
    pub waits: bool,
}

/// Who asks, and when.
pub struct Asking<'a, F> {
    pub now: Timestamp,
    pub role: &'a str,
    /// Whether they may do an action on a case.
    pub may: F,
}

/// The cases that may be seen: those that wait for who asks first, those that are closed last, the older before.
pub async fn under_way(
    conn: &mut Conn,
    files: &Files,
    country: Country,
    asking: &Asking<'_, impl Fn(&str, &Resource) -> bool + Sync>,
) -> Result<Vec<UnderWay>, Refusal> {
    let heads = store::all(conn).await?;
    if heads.is_empty() {
        return Ok(Vec::new());
    }
    let laws = Laws::of(conn, files, country, asking.now).await?;
    let entities = directory::queries::entities(conn, laws.known, laws.today).await?;
    let mut acts = store::acts_of_all(conn).await?;
    let mut bodies = BTreeMap::new();
    let mut found = Vec::new();
    for head in heads {
        let Some(entity) = entities.get(head.entity.as_str()) else { continue };
        let within = match bodies.entry(head.entity.clone()) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(body(conn, &laws, &head.entity).await?),
        };
        let Some((within, subject)) = within else { continue };
        let thing = crate::things::thing(&laws.procedures, &head, within);
        if !(asking.may)("see_plan_case", &thing) {
            continue;
        }
        let acts = acts.remove(&head.code).unwrap_or_default();
        let standing = laws.standing(subject, (&head, &acts), asking.now)?;
        let engine = Engine { procedure: laws.procedure(&head)?, view: laws.view(subject) };
        let state = engine.procedure.state(&standing.state).ok_or(Refusal::NoProcedure)?;
        let possible = engine.possible(&standing, engine.procedure.role_of(asking.role).unwrap_or_default());
        found.push(UnderWay {
            body: entity.name.clone(),
            state: state.title.clone(),
            is_closed: state.is_final,
            due: standing.open().filter_map(Run::due).min(),
            waits: waits(engine.procedure, possible.iter().map(|one| one.act))
                && (asking.may)("move_plan_case", &thing),
            head,
        });
    }
    found.sort_by_key(|case| {
        (!case.waits, case.is_closed, case.due.unwrap_or(Date::MAX), case.head.started_at)
    });
    Ok(found)
}

/// Where in the state a body lies, and what the law asks of it; none where it is unknown today.
async fn body(
    conn: &mut Conn,
    laws: &Laws,
    code: &EntityCode,
) -> Result<Option<(Vec<authz::Scope>, law::Subject)>, Refusal> {
    let Some(body) = directory::queries::body(conn, laws.known, laws.today, code).await? else {
        return Ok(None);
    };
    Ok(Some((body.within().to_vec(), laws.subject(conn, code).await?)))
}
