use std::collections::{BTreeMap, BTreeSet};

use alerts::queries::{AlertView, Asked, Scope, alerts};
use base::{
    Known,
    codes::{EntityCode, TerritoryCode},
};
use budget::columnar::Columnar;
use db::{Conn, Files};
use formulation::Country;
use jiff::civil::Date;

use super::NoticesError;
use crate::{
    domain::{Followed, FollowedKind, Seen},
    store,
};

/// Alerts in what is followed, and all that hold.
pub(crate) struct AlertsSeen {
    pub of: BTreeMap<Followed, Vec<Seen>>,
    pub all: Vec<Seen>,
}

/// Whose alerts a followed thing has; none for a code that nothing can have.
pub(crate) fn scope(one: &Followed) -> Option<Scope> {
    match one.kind {
        FollowedKind::Entity => EntityCode::new(&one.code).ok().map(Scope::Entity),
        FollowedKind::Territory => TerritoryCode::new(&one.code).ok().map(Scope::Territory),
        FollowedKind::Objective => one.code.parse().ok().map(Scope::Element),
    }
}

pub(crate) async fn alerts_seen(
    conn: &mut Conn,
    files: &Files,
    (columnar, country, today): (&dyn Columnar, Country, Date),
    wanted: &BTreeSet<Followed>,
) -> Result<AlertsSeen, NoticesError> {
    let known = Known(journal::last_shown(conn).await?);
    let asked = Asked { known, on: today, known_on: today, offset: country.offset };
    let all = alerts(conn, files, columnar, asked, &Scope::All).await?;
    let mut found = AlertsSeen { of: BTreeMap::new(), all: all.views.iter().map(seen).collect() };
    for one in wanted {
        let Some(scope) = scope(one) else { continue };
        let theirs = alerts(conn, files, columnar, asked, &scope).await?;
        found.of.insert(one.clone(), theirs.views.iter().map(seen).collect());
    }
    Ok(found)
}

fn seen(view: &AlertView) -> Seen {
    let alert = &view.alert;
    let name = |english: bool| {
        let own = alert.name.1.as_deref().filter(|_| english).unwrap_or(&alert.name.0);
        format!("{own} ({})", alert.cause)
    };
    Seen {
        alert: alert.code().to_string(),
        since: alert.since,
        stands: format!("{}-{}", view.standing.as_str(), view.climb.level.as_str()),
        about: (name(false), name(true)),
    }
}

/// What somebody follows, in order of kind and code.
pub async fn followed(conn: &mut Conn, account: &str) -> Result<BTreeSet<Followed>, db::Error> {
    store::following::of_account(conn, account).await
}

/// Whether there is such a thing on the day.
///
/// # Errors
/// A database that cannot be read.
pub async fn exists(conn: &mut Conn, (known, on): (Known, Date), one: &Followed) -> Result<bool, db::Error> {
    Ok(match scope(one) {
        Some(Scope::Entity(code)) => directory::queries::entity(conn, known, on, &code).await?.is_some(),
        Some(Scope::Territory(code)) => {
            directory::queries::territory(conn, known, on, &code).await?.is_some()
        }
        Some(Scope::Element(element)) => {
            planning::queries::portfolio(conn, known, on).await?.find(&element).is_some()
        }
        _ => false,
    })
}
