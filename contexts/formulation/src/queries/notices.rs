use db::{Conn, Files};
use jiff::Timestamp;
use workflow::{Engine, Notice, Title};

use super::Laws;
use crate::{Country, actions::Refusal, domain::CaseHead, store};

/// Something that posts are to be told about a case.
#[derive(Clone, Debug)]
pub struct CaseNotice {
    pub head: CaseHead,
    pub clock: Title,
    pub notice: Notice,
    /// Roles of the posts it is for.
    pub roles: Vec<&'static str>,
}

/// Every notice of every case that came to be owed by now, each as it would be however often one asked before.
pub async fn notices(
    conn: &mut Conn,
    files: &Files,
    country: Country,
    now: Timestamp,
) -> Result<Vec<CaseNotice>, Refusal> {
    let heads = store::all(conn).await?;
    if heads.is_empty() {
        return Ok(Vec::new());
    }
    let laws = Laws::of(conn, files, country, now).await?;
    let mut acts = store::acts_of_all(conn).await?;
    let mut found = Vec::new();
    for head in heads {
        let subject = laws.subject(conn, &head.entity).await?;
        let acts = acts.remove(&head.code).unwrap_or_default();
        let standing = laws.standing(&subject, (&head, &acts), now)?;
        let engine = Engine { procedure: laws.procedure(&head)?, view: laws.view(&subject) };
        for notice in engine.all_notices(head.code.as_str(), &standing) {
            let Some(clock) = engine.procedure.clock(&notice.clock) else { continue };
            let plays = |role: &&'static str| {
                engine.procedure.role_of(role).is_some_and(|played| notice.to.iter().any(|to| to == played))
            };
            let roles = authz::ROLES.into_iter().filter(plays).collect();
            found.push(CaseNotice { head: head.clone(), clock: clock.title.clone(), notice, roles });
        }
    }
    Ok(found)
}
