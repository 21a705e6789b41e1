//! `/oficina/alertas`: the alerts that a post is to answer, those that climbed to it first.
use std::collections::BTreeMap;

use axum::response::Response;
use base::codes::EntityCode;
use web::{
    Matter, PageError, Reading,
    gate::Office,
    sections::{Page, Section, link},
};

use super::{
    super::{columnar, is_before, list},
    asked_now,
};
use crate::{
    domain::{Level, Standing},
    queries::{AlertView, Alerts, Scope, alerts},
};

/// Alerts that a page lists; the public list has all of them.
const ROWS_MAX: usize = 100;

/// Those that wait for a post, of all there are, and the law they are judged by.
pub struct Waiting {
    pub alerts: std::sync::Arc<Alerts>,
    /// Positions among them.
    pub own: Vec<usize>,
}

pub async fn get(office: Office) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let found = waiting(&office, &mut reading).await?;
    let names = list::names(&mut reading, found.as_ref().map(|found| &*found.alerts)).await?;
    let tells = tells(&office, &mut reading).await?;
    let shell = reading.shell(&reading.t("alerts-office-title"), Matter::Real);
    let shell = shell.under("/oficina", &reading.t("alerts-office"));
    let mut page = Page::new(shell);
    page.done("alerts", &["respuesta"]);
    let shell = &page.shell;
    let mut section = Section::top().say(shell.t("alerts-office-lead"));
    let none = shell.t("alerts-office-none");
    if let Some(found) = &found {
        let views: Vec<&AlertView> =
            found.own.iter().filter_map(|at| found.alerts.views.get(*at)).take(ROWS_MAX).collect();
        let table = list::listed(shell, &found.alerts.law, &views, &names);
        section = section.table_or(table, &none);
        if found.own.len() > ROWS_MAX {
            let args = [("shown", ROWS_MAX.into()), ("n", found.own.len().into())];
            section = section.say(shell.ta("alerts-office-more", &args));
        }
    } else {
        section = section.html(web::components::empty(&none));
    }
    if let Some(href) = tells {
        section = section.say(link(&shell.link(&href), &shell.t("alerts-tell")));
    }
    page.add(section);
    page.answer()
}

/// Where the post tells of obstacles in its own body, if it may.
async fn tells(office: &Office, reading: &mut Reading) -> Result<Option<String>, PageError> {
    let Some(post) = office.somebody.post() else { return Ok(None) };
    let (known, today) = (reading.known, reading.today);
    let body = directory::queries::body(reading.conn(), known, today, &post.entity).await?;
    let may = body.is_some_and(|body| office.may("tell_of_element", &body));
    Ok(may.then(|| format!("/oficina/entidad/{}/alerta", post.entity)))
}

/// What waits for the post acted through: what it answers for as owner, and what climbed to it. Explained and closed ones wait
/// for nobody.
///
/// # Errors
/// A database that cannot be read.
pub async fn waiting(office: &Office, reading: &mut Reading) -> Result<Option<Waiting>, PageError> {
    let Some(post) = office.somebody.post() else { return Ok(None) };
    let asked = asked_now(&reading.app, reading.known);
    let (files, columnar) = (reading.app.files.clone(), columnar(&reading.app)?);
    let scope = match &post.scope {
        authz::Scope::Entity(entity) => Scope::Entity(entity.clone()),
        _ => Scope::All,
    };
    let found = match alerts(reading.conn(), &files, &*columnar, asked, &scope).await {
        Ok(found) => found,
        Err(error) => return is_before(error).map(|()| None),
    };
    let mut within: BTreeMap<EntityCode, bool> = BTreeMap::new();
    let mut own = Vec::new();
    for (at, view) in found.views.iter().enumerate() {
        let Some(entity) = &view.alert.entity else { continue };
        if !matches!(view.standing, Standing::Open | Standing::Acknowledged { .. })
            || !is_for(post.role, view, &found)
        {
            continue;
        }
        let reaches = if let Some(known) = within.get(entity) {
            *known
        } else {
            let body = directory::queries::body(reading.conn(), asked.known, asked.on, entity).await?;
            let thing = body.map(|body| authz::Resource::of("Alert", String::new(), body.within().to_vec()));
            let may = thing.is_some_and(|thing| office.may("answer_alert", &thing));
            within.insert(entity.clone(), may);
            may
        };
        if reaches {
            own.push(at);
        }
    }
    own.sort_by_key(|at| found.views.get(*at).map(|view| (std::cmp::Reverse(view.climb.level), *at)));
    Ok(Some(Waiting { alerts: found, own }))
}

fn is_for(role: &str, view: &AlertView, all: &Alerts) -> bool {
    let owns = view.alert.signs.iter().any(|sign| all.law.role(sign.trigger) == Some(role));
    let above = Level::ALL.into_iter().filter(|level| *level <= view.climb.level);
    let mut told = above.filter_map(|level| all.law.levels.get(&level)).flatten();
    owns || told.any(|own| *own == role)
}
