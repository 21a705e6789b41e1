//! Pages are asked before somebody asks them: what they are made of is then kept.
use std::{collections::BTreeSet, time::Duration};

use axum::{Router, body::Body, http::Request};
use base::{Known, Seq};
use tower::ServiceExt as _;

use crate::state::State;

/// How often it is looked whether something was recorded, by this program or another.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// Asks of every state the pages that need most of it, one after the other, the latest year first. Ends never.
pub async fn warm(state: State, service: Router) {
    let mut last = None;
    loop {
        // First of all a start has other things to do, such as the index of the search.
        tokio::time::sleep(LOOK_EVERY).await;
        match recorded(&state).await {
            Ok(seq) if last != Some(seq) => {
                last = Some(seq);
                for path in paths(&state).await {
                    ask(&service, &path).await;
                }
            }
            Ok(_) => {}
            Err(error) => tracing::warn!(%error, "what was recorded could not be looked up"),
        }
    }
}

async fn recorded(state: &State) -> anyhow::Result<Seq> {
    Ok(journal::last_shown(&mut *state.ctx.db.read().await?).await?)
}

/// Dimensions that have the most names of those that are kept whole.
const NAMED_MOST: [&str; 3] = ["activity", "pliego", "district"];

/// Home needs the money of its year judged, which all pages of that year then share; a listing, the names of its codes;
/// the years side by side, the sums of every unit in every year.
async fn paths(state: &State) -> Vec<String> {
    let years = async {
        let mut read = state.ctx.db.read().await?;
        Ok::<_, anyhow::Error>(budget::queries::fiscal_years(&mut read, Known::NOW).await?)
    };
    let years = years.await.inspect_err(|error| tracing::warn!(%error, "no years are known"));
    let years: BTreeSet<i16> = years.unwrap_or_default().into_keys().collect();
    let Some(last) = years.last().copied() else { return vec!["/".to_owned()] };
    let listed = NAMED_MOST.map(|dimension| format!("/presupuesto?year={last}&by={dimension}"));
    let homes = years.into_iter().rev().map(|year| format!("/?year={year}"));
    let across = ["/presupuesto?across=year&by=function".to_owned()];
    std::iter::once("/".to_owned()).chain(homes).chain(across).chain(listed).collect()
}

async fn ask(service: &Router, path: &str) {
    match Request::get(path).body(Body::empty()) {
        Ok(request) => {
            if let Ok(answer) = service.clone().oneshot(request).await
                && !answer.status().is_success()
            {
                tracing::warn!(path, status = %answer.status(), "a page could not be made ahead");
            }
        }
        Err(error) => tracing::warn!(path, %error, "no address"),
    }
}
