use base::Known;
use db::{Conn, Files};
use jiff::civil::Date;
use pack::Pack;
use planning::{
    domain::{
        check::{Judge, check},
        content::Content,
        portfolio::Portfolio,
    },
    queries::{contents, findings::entity_facts},
    reading::frame::Law,
};

use crate::{
    actions::Refusal,
    domain::{Held, held},
};

/// What would hold the plan back if it were in force: judged among all plans of the state, by the law of the day.
pub async fn held_back(conn: &mut Conn, files: &Files, on: Date, draft: &Content) -> Result<Held, Refusal> {
    let known = Known(journal::last_shown(conn).await?);
    let pack = Pack::known(conn, files, known).await?;
    let rules = Pack::law_known(conn, files, known).await?;
    let law = Law::of(&pack, &rules.rulebook, on, on).map_err(|error| Refusal::Law(error.to_string()))?;
    let facts = entity_facts(conn, known, on).await?;
    let recorded = contents(conn, known).await?;
    let others = recorded
        .into_iter()
        .filter(|one| (&one.plan.code, &one.version.code) != (&draft.plan.code, &draft.version.code));
    let all = Portfolio::new(others.chain([draft.clone()]), on);
    let judge = Judge { frame: &law.frame, verbs: &law.verbs, sources: &law.sources, entities: &facts };
    Ok(held(draft, &check(&all, &judge)))
}
