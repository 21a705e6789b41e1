//! What goes wrong: told at the terminal, and written down while the service runs.
use std::time::Duration;

use alerts::{
    actions::{Recorded, record_alerts},
    queries::{AlertView, Asked, Scope, alerts as all_alerts},
};
use base::Known;
use jiff::{civil::Date, tz::Offset};
use journal::Ctx;
use monitoring::queries::standings;
use serde_json::{Value as Json, json};

use crate::{
    cli::{AlertsArgs, StatusScope, TableOrJson},
    contexts,
    outcome::{Outcome, Usage},
    output,
    state::State,
};

/// How often it is looked whether alerts changed. Since when one holds is read from the facts, so that it does not matter.
const RECORD_EVERY: Duration = Duration::from_mins(5);

/// The alerts of a scope on a day; with `--record`, what changed is written down first.
pub async fn alerts(state: &State, args: &AlertsArgs) -> anyhow::Result<Outcome> {
    let scope = scope(&args.scope)?;
    if args.record {
        let recorded = record(state, &state.ctx).await?;
        eprintln!("{} raised, {} changed, {} cleared", recorded.raised, recorded.changed, recorded.cleared);
    }
    let mut read = state.ctx.db.read().await?;
    let known = state.known(&mut read, args.known.as_deref()).await?;
    let known_on = state.day_of(&mut read, args.known.as_deref()).await?;
    let minutes = state.pack(&mut read, known).await?.country()?.utc_offset_minutes;
    let offset = Offset::from_seconds(i32::from(minutes) * 60)?;
    let asked = Asked { known, on: args.on.unwrap_or(known_on), known_on, offset };
    let found = all_alerts(&mut read, &state.ctx.files, state.columnar(), asked, &scope).await?;
    if args.format == TableOrJson::Json {
        let told: Vec<Json> = found.views.iter().map(as_json).collect();
        output::json(&json!({ "on": asked.on, "alerts": told }))?;
        return Ok(Outcome::Done);
    }
    let texts = contexts::texts()?;
    let lang = state.lang();
    let name = |view: &AlertView| {
        let law = view.alert.leads().and_then(|lead| found.law.triggers.get(&lead));
        law.map_or("", |(row, _)| if lang == web::Lang::En { &row.name.1 } else { &row.name.0 }).to_owned()
    };
    let word = |key: String| texts.t(lang, &key, &[]);
    let rows: Vec<Vec<String>> = found
        .views
        .iter()
        .map(|view| {
            vec![
                view.alert.code().to_string(),
                name(view),
                view.alert.cause.to_string(),
                view.alert.entity.as_ref().map(ToString::to_string).unwrap_or_default(),
                view.alert.since.to_string(),
                word(format!("alerts-standing-{}", view.standing.as_str())),
                word(format!("alerts-level-{}", view.climb.level.as_str())),
            ]
        })
        .collect();
    let heads = ["alert", "trigger", "about", "body", "since", "standing", "level"];
    let heads = heads.map(|head| word(format!("alerts-{head}")));
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    output::print(&output::table(&heads, &rows, &[]))?;
    Ok(Outcome::Done)
}

fn as_json(view: &AlertView) -> Json {
    let alert = &view.alert;
    json!({
        "alert": alert.code(),
        "kind": alert.cause.kind(),
        "cause": alert.cause.to_string(),
        "signs": alert.signs,
        "entity": alert.entity,
        "element": alert.element.as_ref().map(ToString::to_string),
        "territory": alert.territory,
        "name": alert.name.0,
        "name_en": alert.name.1,
        "sample": alert.sample,
        "since": alert.since,
        "standing": view.standing,
        "level": view.climb.level,
        "reached": view.climb.reached,
        "next": view.climb.next.map(|(level, on)| json!({ "level": level, "on": on })),
    })
}

/// Asked about as the status of indicators is.
fn scope(asked: &StatusScope) -> Result<Scope, Usage> {
    Ok(match super::status::scope(asked)? {
        standings::Scope::Element(element) => Scope::Element(element),
        standings::Scope::Entity(entity) => Scope::Entity(entity),
        standings::Scope::Territory(place) => Scope::Territory(place),
        _ => Scope::All,
    })
}

async fn record(state: &State, ctx: &Ctx) -> anyhow::Result<Recorded> {
    let mut read = ctx.db.read().await?;
    let known = Known(journal::last_shown(&mut read).await?);
    let minutes = state.pack(&mut read, known).await?.country()?.utc_offset_minutes;
    let offset = Offset::from_seconds(i32::from(minutes) * 60)?;
    drop(read);
    let on = offset.to_datetime(ctx.now).date();
    Ok(record_alerts(ctx, state.columnar(), Asked { known, on, known_on: on, offset }).await?)
}

/// Writes down what changed, as long as the service runs: after what was recorded, and on a new day.
pub async fn keep(state: State, clock: web::Clock) {
    let mut last: Option<(base::Seq, Date)> = None;
    loop {
        tokio::time::sleep(RECORD_EVERY).await;
        let ctx = Ctx { actor: "alerts".to_owned(), now: clock(), ..state.ctx.clone() };
        // Values that waited until their term ended.
        let silence = Ctx { actor: "reviews".to_owned(), ..ctx.clone() };
        if let Err(error) = monitoring::actions::settle_reviews::settle_reviews(&silence).await {
            tracing::error!(%error, "the silence that fell on values could not be written down");
        }
        let look = async {
            let seq = journal::last_shown(&mut *ctx.db.read().await?).await?;
            // Any clock will do to see that a day has passed.
            let day = Offset::UTC.to_datetime(ctx.now).date();
            if last == Some((seq, day)) {
                return Ok(None);
            }
            record(&state, &ctx).await?;
            Ok::<_, anyhow::Error>(Some((journal::last_shown(&mut *ctx.db.read().await?).await?, day)))
        };
        match look.await {
            Ok(Some(seen)) => last = Some(seen),
            Ok(None) => {}
            Err(error) => tracing::error!(%error, "alerts could not be written down"),
        }
    }
}
