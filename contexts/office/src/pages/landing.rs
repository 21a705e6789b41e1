//! `/oficina`: what waits for whoever came in, at the post they act through.
use askama::Template;
use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
};
use directory::{domain::Post, queries::PostView};
use formulation::{
    pages::{cases, under_way},
    queries::UnderWay,
};
use monitoring::pages::{designs, discipline, entry};
use planning::pages::links::findings_href;
use web::{
    Html, Matter, PageError, Shell,
    components::{Form, Notice, NoticeKind, Table, empty},
    gate::{Office, Posted, Somebody},
};

use super::{role, tables};
use crate::queries::{Dates, Duties, duties};

#[derive(Template)]
#[template(path = "landing.html")]
pub struct LandingPage {
    shell: Shell,
    notices: Vec<Notice>,
    hello: String,
    /// The post acted through: what it is called, whose it is.
    acting: Option<(String, String)>,
    /// The others, each with the button that changes to it.
    others: Vec<(String, Form)>,
    /// Plans under way in which the next act is the reader's.
    waiting: Option<Table>,
    overdue: Option<Table>,
    overdue_none: Html,
    counted: String,
    /// What the body undertook and has not finished.
    undertakings: Option<Table>,
    /// What falls due within a month.
    coming: Option<Table>,
    plans: Option<Table>,
    vacant: Vec<(String, String)>,
    links: Vec<(String, String)>,
}

/// Everything the page shows.
pub struct Found {
    pub somebody: Somebody,
    /// Of each post held, the name of its body.
    pub bodies: Vec<String>,
    /// Posts that are held and not acted through with one factor alone.
    pub withheld: Vec<Post>,
    /// Of the body of the post acted through.
    pub duties: Option<Duties>,
    /// Plans under way in which the next act is theirs.
    pub waiting: Vec<UnderWay>,
    /// Posts below that nobody holds today.
    pub vacant: Vec<PostView>,
    pub may_see_people: bool,
    pub may_record: bool,
    /// Where the post has work of its own, by its role: path and what it is called.
    pub doors: Vec<(&'static str, &'static str)>,
}

pub async fn get(office: Office) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let waiting = under_way(&office, &mut reading).await?.into_iter().filter(|case| case.waits).collect();
    let (known, on, files) = (reading.known, reading.today, reading.app.files.clone());
    let offset = reading.app.frame.country.offset();
    let somebody = office.somebody.clone();
    let conn = reading.conn();
    let held = directory::queries::posts_held(conn, base::Known::NOW, on, &somebody.account).await?;
    let withheld =
        held.into_iter().filter(|post| somebody.posts.iter().all(|own| own.post != post.code.as_str()));
    let withheld = withheld.collect();
    let entities = directory::queries::entities(conn, known, on).await?;
    let name = |code: &str| entities.get(code).map_or_else(|| code.to_owned(), |body| body.name.clone());
    let bodies = somebody.posts.iter().map(|held| name(held.entity.as_str())).collect();
    let (mut found_duties, mut vacant) = (None, Vec::new());
    let (mut may_see_people, mut may_record) = (false, false);
    if let Some(post) = somebody.post() {
        found_duties = duties(conn, &files, Dates { known, on, offset }, &post.entity)
            .await
            .map_err(PageError::internal)?;
        let below = directory::queries::posts_of(conn, base::Known::NOW, on, &post.entity).await?;
        let is_below =
            |view: &PostView| view.post.superior.as_ref().is_some_and(|code| code.as_str() == post.post);
        vacant = below.into_iter().filter(|view| view.answering.is_none() && is_below(view)).collect();
        let body = directory::queries::body(conn, known, on, &post.entity).await?;
        may_see_people = body.as_ref().is_some_and(|body| office.may("see_people", body));
        may_record = body.is_some_and(|body| office.may("record_values", &body));
    }
    let state = authz::Resource::state();
    let doors = [
        ("see_reviews", discipline::REVIEWS, "office-to-accept"),
        ("validate_values", discipline::VALIDATIONS, "office-validate"),
        ("describe_programme", designs::DESIGNS, "office-describe"),
        ("see_reports_office", "/oficina/informes", "office-reports"),
        ("answer_checklist", "/oficina/valoraciones", "office-checklists"),
        ("see_survey_waves", "/oficina/percepcion", "office-surveys"),
        ("see_incentives", incentives::pages::links::OFFICE, "office-incentives"),
    ];
    let open = doors.into_iter().filter(|(action, ..)| office.may(action, &state));
    let mut doors: Vec<_> = open.map(|(_, path, key)| (path, key)).collect();
    if !designs::has_any(&office, &mut reading).await? {
        doors.retain(|(path, _)| *path != designs::DESIGNS);
    }
    let shell = reading.shell(&reading.t("office-title"), Matter::Real);
    let found = Found {
        somebody,
        bodies,
        withheld,
        duties: found_duties,
        waiting,
        vacant,
        may_see_people,
        may_record,
        doors,
    };
    web::html(&LandingPage::of(shell, &found))
}

impl LandingPage {
    pub fn of(shell: Shell, found: &Found) -> Self {
        let lang = shell.lang();
        let none = std::collections::BTreeMap::new();
        let roles = found.duties.as_ref().map_or(&none, |duties| &duties.roles);
        let mut posts = found.somebody.posts.iter().zip(&found.bodies);
        let acting = posts.next().map(|(post, body)| (role(roles, lang, post.role), body.clone()));
        let others = posts.map(|(post, body)| {
            let change =
                Form::new(&shell, "/oficina/puesto", &shell.t("office-change")).keep("post", &post.post);
            (format!("{} · {body}", role(roles, lang, post.role)), change)
        });
        let overdue = found.duties.as_ref().filter(|duties| !duties.overdue.is_empty());
        let undertaken = found.duties.as_ref().filter(|duties| !duties.undertakings.is_empty());
        let plans = found.duties.as_ref().filter(|duties| !duties.plans.is_empty());
        Self {
            notices: notices(&shell, found),
            hello: shell.t1("office-hello", "name", found.somebody.name.as_str()),
            acting,
            others: others.collect(),
            waiting: (!found.waiting.is_empty()).then(|| cases(&shell, &found.waiting)),
            overdue: overdue.map(|duties| tables::overdue(&shell, &duties.overdue)),
            overdue_none: empty(&shell.t("office-overdue-none")),
            counted: counted(&shell, found),
            undertakings: undertaken.map(|duties| tables::undertakings(&shell, &duties.undertakings)),
            coming: coming(&shell, found),
            plans: plans.map(|duties| tables::plans(&shell, &duties.plans)),
            vacant: vacant(&shell, found),
            links: links(&shell, found),
            shell,
        }
    }
}

fn notices(shell: &Shell, found: &Found) -> Vec<Notice> {
    let mut notices = Vec::new();
    if !found.withheld.is_empty() {
        let words = Html::text(&shell.t1("office-withheld", "n", found.withheld.len()));
        notices.push(Notice::new(shell, NoticeKind::Warning, words));
    } else if found.somebody.posts.is_empty() {
        notices.push(Notice::new(shell, NoticeKind::Important, Html::text(&shell.t("office-no-post"))));
    }
    notices
}

fn counted(shell: &Shell, found: &Found) -> String {
    let Some(duties) = &found.duties else { return String::new() };
    let args = [("n", duties.overdue.len().into()), ("all", duties.indicators.into())];
    shell.ta("office-counted", &args)
}

fn coming(shell: &Shell, found: &Found) -> Option<Table> {
    let duties = found.duties.as_ref().filter(|duties| !duties.coming.is_empty())?;
    Some(entry::owed_table(shell, &duties.entity.code, &duties.coming, found.may_record))
}

fn vacant(shell: &Shell, found: &Found) -> Vec<(String, String)> {
    let none = std::collections::BTreeMap::new();
    let roles = found.duties.as_ref().map_or(&none, |duties| &duties.roles);
    let row = |view: &PostView| {
        let href = shell.link(&format!("/oficina/puesto/{}/entrega", view.post.code));
        (href, role(roles, shell.lang(), view.post.role))
    };
    found.vacant.iter().map(row).collect()
}

fn links(shell: &Shell, found: &Found) -> Vec<(String, String)> {
    let mut links = vec![
        (shell.link("/cuenta"), shell.t("accounts-account")),
        (shell.link("/oficina/avisos"), shell.t("office-notices")),
        (shell.link(super::following::PATH), shell.t("office-following")),
    ];
    if let Some(post) = found.somebody.post() {
        links.push((shell.link("/oficina/planes"), shell.t("office-plans-under-way")));
        links.push((shell.link(alerts::pages::OFFICE), shell.t("office-alerts")));
        links.push((shell.link("/oficina/prospectiva"), shell.t("office-studies")));
        links.push((shell.link("/oficina/evaluaciones"), shell.t("office-evaluations")));
        links.push((shell.link("/oficina/recomendaciones"), shell.t("office-recommendations")));
        links.push((shell.link(reviews::pages::links::OFFICE), shell.t("office-reviews")));
        links.extend(found.doors.iter().map(|(path, key)| (shell.link(path), shell.t(key))));
        let entity = &post.entity;
        links.push((shell.link(&format!("/entidad/{entity}")), shell.t("office-body")));
        let findings = findings_href(&shell.view, &[("entity", entity.as_str())]);
        links.push((findings, shell.t("office-findings")));
        if found.may_record {
            links.push((shell.link(&entry::owed_path(entity)), shell.t("office-record")));
        }
        if found.may_see_people {
            let path = format!("/oficina/entidad/{entity}/personas");
            links.push((shell.link(&path), shell.t("accounts-people")));
        }
    }
    links
}

/// Acts through another of the posts that are held. The cookie gives nobody a post: each request asks who holds it.
pub async fn choose(office: Office, posted: Posted) -> Result<Response, PageError> {
    let chosen = posted.text("post");
    let held = office.somebody.posts.iter().find(|held| held.post == chosen).ok_or(PageError::NotFound)?;
    let cookie = accounts::pages::post_cookie(&office.app, &held.post)?;
    let mut response = Redirect::to(&format!("{}/oficina", office.view.lang.prefix())).into_response();
    response
        .headers_mut()
        .append(header::SET_COOKIE, HeaderValue::from_str(&cookie).map_err(PageError::internal)?);
    Ok(response)
}
