use base::Known;
use db::{Conn, Files};
use jiff::civil::Date;
use pack::Pack;
use planning::{
    domain::{
        check::{EntityFacts, Judge, check_version},
        content::Content,
        portfolio::Portfolio,
    },
    queries::above,
    reading::frame::Law,
};

use crate::{
    actions::Refusal,
    domain::{Held, held},
};

/// What would hold the plan back if it were in force: judged by the law of the day, among the plans that it hangs from. What
/// other plans say of it holds them back, and not it.
pub async fn held_back(conn: &mut Conn, files: &Files, on: Date, draft: &Content) -> Result<Held, Refusal> {
    let known = Known(journal::last_shown(conn).await?);
    let pack = Pack::known(conn, files, known).await?;
    let rules = Pack::law_known(conn, files, known).await?;
    let law = Law::of(&pack, &rules.rulebook, on, on).map_err(|error| Refusal::Law(error.to_string()))?;
    let body: Vec<&str> = draft.plan.entity.iter().map(base::codes::EntityCode::as_str).collect();
    let body = directory::queries::entities_of(conn, known, on, &body).await?;
    let facts: Vec<EntityFacts> = body.iter().map(EntityFacts::of).collect();
    let others = above(conn, known, draft).await?;
    let all = Portfolio::new(others.into_iter().chain([draft.clone()]), on);
    let judge = Judge { frame: &law.frame, verbs: &law.verbs, sources: &law.sources, entities: &facts };
    let at = draft.version.reference(&draft.plan.code);
    Ok(held(check_version(&all, &judge, &at), &law.sources))
}
