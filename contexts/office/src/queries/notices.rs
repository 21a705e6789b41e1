use std::collections::BTreeMap;

use alerts::{
    domain::{Alert, Level, Sign, Why, reached},
    queries::{Asked as AlertsAsked, Scope as AlertsScope},
};
use authz::Scope;
use base::{Known, Seq, codes::EntityCode};
use budget::columnar::Columnar;
use db::{Conn, Files};
use directory::{
    domain::{Post, PostCode},
    queries::Answering,
};
use evaluations::queries::MatrixNotice;
use formulation::{Country, queries::CaseNotice};
use jiff::{Timestamp, ToSpan, civil::Date};
use law::{NoAnswer, Subject};
use monitoring::queries::{
    entry::{Asked, OwedValue, owed_everywhere},
    reviews::{ReviewNotice, ReviewTold},
    rules::{RulesError, country_rules},
};
use pack::Pack;
use reviews::queries::DecisionNotice;
use workflow::NoticeKind as CaseKind;

use crate::{
    domain::{Notice, NoticeKind},
    store,
};

#[derive(Debug, thiserror::Error)]
pub enum NoticesError {
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Journal(#[from] journal::Error),
    #[error(transparent)]
    Pack(#[from] pack::Error),
    #[error(transparent)]
    Rules(#[from] RulesError),
    #[error(transparent)]
    NoAnswer(#[from] NoAnswer),
    #[error(transparent)]
    Cases(#[from] formulation::actions::Refusal),
    #[error(transparent)]
    Alerts(#[from] alerts::queries::AlertsError),
    #[error(transparent)]
    Matrices(#[from] evaluations::Unread),
    #[error(transparent)]
    Reviews(#[from] monitoring::queries::reviews::Unread),
}

/// Everything that posts are to be told by now. Of cases each notice that ever came to be owed, of values what holds now:
/// a value that came in meanwhile is nobody's concern any more.
pub async fn owed_notices(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    (country, now): (Country, Timestamp),
) -> Result<Vec<Notice>, NoticesError> {
    let known = Known(journal::last_shown(conn).await?);
    let today = country.date(now);
    let answering = Answering::on(conn, today).await?;
    let mut found = Vec::new();
    for one in formulation::queries::notices(conn, files, country, now).await? {
        let Some(body) = directory::queries::body(conn, known, today, &one.head.entity).await? else {
            continue;
        };
        let reached = answering.posts().filter(|post| is_for(post, &one.roles, body.within()));
        found.extend(reached.map(|post| of_case(post, &one)));
    }
    let same = evaluations::Country { offset: country.offset };
    for one in evaluations::queries::notices(conn, files, same, (known, now)).await? {
        let entity = &one.evaluation.entity;
        let Some(body) = directory::queries::body(conn, known, today, entity).await? else { continue };
        let reached = answering.posts().filter(|post| is_for(post, &one.roles, body.within()));
        found.extend(reached.map(|post| of_matrix(post, &one)));
    }
    found.extend(of_reviews(conn, files, (known, now, today), &answering).await?);
    let rules = country_rules(conn, files, known, today, today).await?;
    let book = Pack::law_known(conn, files, known).await?;
    let soon = book.rulebook.at(today).known(today).calendar_days("notice.soon", &Subject::country())?.value;
    let until = today.saturating_add(i64::from(soon).days());
    for one in owed_everywhere(conn, Asked { known, today }, until, &rules).await? {
        // What another source measures, nobody here can put in; before its period ends, nobody can.
        let Some(entity) = one.entity.as_ref().filter(|_| one.measured_by.is_none()) else { continue };
        found
            .extend(answering.of_body(entity, &["indicator_owner"]).map(|post| of_value(post, entity, &one)));
    }
    let asked = AlertsAsked { known, on: today, known_on: today, offset: country.offset };
    found.extend(of_alerts(conn, files, columnar, (asked, &answering)).await?);
    for one in reviews::queries::notices(conn, known, today, country.offset).await? {
        found.extend(answering.of_body(&one.entity, &[one.role]).map(|post| of_decision(post, &one)));
    }
    Ok(found)
}

fn of_decision(post: &Post, one: &DecisionNotice) -> Notice {
    let kind = if one.is_overdue { NoticeKind::DecisionLate } else { NoticeKind::Decision };
    let subject = format!("{}: {}", one.code, one.text);
    Notice {
        post: post.code.clone(),
        kind,
        due: one.due_on,
        identity: format!("decision/{}/{}/{}", one.code, kind.as_str(), one.steps),
        subject: (subject.clone(), subject),
        path: format!("{}/{}", reviews::pages::links::OFFICE_DECISIONS, one.code),
    }
}

/// What waits to be accepted, once for all values that were submitted together; what was returned; what a term did.
async fn of_reviews(
    conn: &mut Conn,
    files: &Files,
    (known, now, today): (Known, Timestamp, Date),
    answering: &Answering,
) -> Result<Vec<Notice>, NoticesError> {
    let mut bodies: BTreeMap<EntityCode, Vec<Scope>> = BTreeMap::new();
    let mut found: BTreeMap<(PostCode, String), (Notice, usize)> = BTreeMap::new();
    for one in monitoring::queries::reviews::notices(conn, files, (known, now)).await? {
        let entity = &one.review.entity;
        if !bodies.contains_key(entity) {
            let body = directory::queries::body(conn, known, today, entity).await?;
            let within = body.map(|body| body.within().to_vec()).unwrap_or_default();
            bodies.insert(entity.clone(), within);
        }
        let within = bodies.get(entity).map(Vec::as_slice).unwrap_or_default();
        for post in answering.posts().filter(|post| is_for(post, &one.roles, within)) {
            let notice = of_review(post, &one, today);
            let key = (notice.post.clone(), notice.identity.clone());
            found.entry(key).and_modify(|(_, others)| *others += 1).or_insert((notice, 0));
        }
    }
    let with_others = |(mut notice, others): (Notice, usize)| {
        if others > 0 {
            notice.subject =
                (format!("{} (+{others})", notice.subject.0), format!("{} (+{others})", notice.subject.1));
        }
        notice
    };
    Ok(found.into_values().map(with_others).collect())
}

fn of_review(post: &Post, one: &ReviewNotice, today: Date) -> Notice {
    let review = &one.review;
    let about =
        format!("{}/{} {} {}", review.plan, review.indicator, review.key.territory, review.key.period);
    let submitted = review.submitted;
    let path = format!("{}/{}", monitoring::pages::discipline::REVIEWS, review.code);
    let (kind, due, identity, path) = match &one.notice {
        ReviewTold::Waits { due, .. } => {
            let list = monitoring::pages::discipline::REVIEWS.to_owned();
            let identity = format!("review/{submitted}/{}/waits", review.procedure);
            (NoticeKind::ValueToAccept, due.unwrap_or(today), identity, list)
        }
        ReviewTold::Returned { submissions } => {
            let identity = format!("review/{}/{submissions}/returned", review.code);
            (NoticeKind::ValueReturned, today, identity, monitoring::pages::entry::owed_path(&review.entity))
        }
        ReviewTold::Clock(notice) => {
            let (kind, which) = of_clock(&notice.kind);
            let of = kind.as_str();
            let identity = format!("review/{submitted}/{}/{of}/{which}/{}", notice.clock, notice.due);
            (kind, notice.due, identity, path)
        }
    };
    let subject = (format!("{about}: {}", one.what.es), format!("{about}: {}", one.what.en));
    Notice { post: post.code.clone(), kind, due, identity, subject, path }
}

/// Every level that an alert has reached, told to the posts of it.
async fn of_alerts(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    (asked, answering): (AlertsAsked, &Answering),
) -> Result<Vec<Notice>, NoticesError> {
    let all = alerts::queries::alerts(conn, files, columnar, asked, &AlertsScope::All).await?;
    let mut bodies: BTreeMap<&EntityCode, Vec<Scope>> = BTreeMap::new();
    let mut found = Vec::new();
    for view in &all.views {
        let (alert, law) = (&view.alert, &all.law);
        let Some(entity) = &alert.entity else { continue };
        let reached = reached(view.from, view.standing, law.steps, asked.on);
        if reached.is_empty() {
            continue;
        }
        if !bodies.contains_key(entity) {
            let body = directory::queries::body(conn, asked.known, asked.on, entity).await?;
            bodies.insert(entity, body.map(|body| body.within().to_vec()).unwrap_or_default());
        }
        let within = bodies.get(entity).map(Vec::as_slice).unwrap_or_default();
        for (level, on) in reached {
            // That a value is late, who puts it in is told already.
            let is_told = matches!(alert.signs.as_slice(), [Sign { why: Why::Missing { .. }, .. }]);
            let roles = match level {
                Level::Owner if is_told => continue,
                Level::Owner => alert.leads().and_then(|lead| law.role(lead)).into_iter().collect(),
                above => law.levels.get(&above).cloned().unwrap_or_default(),
            };
            let to =
                answering.posts().filter(|post| roles.contains(&post.role) && within.contains(&post.scope));
            found.extend(to.map(|post| of_alert(post, alert, (level, on))));
        }
    }
    Ok(found)
}

fn of_alert(post: &Post, alert: &Alert, (level, on): (Level, Date)) -> Notice {
    let code = alert.code();
    let name = |english: bool| {
        let own = alert.name.1.as_deref().filter(|_| english).unwrap_or(&alert.name.0);
        format!("{own} ({})", alert.cause)
    };
    Notice {
        post: post.code.clone(),
        kind: NoticeKind::Alert,
        due: on,
        identity: format!("alert/{code}/{}/{}/{on}", alert.since, level.as_str()),
        subject: (name(false), name(true)),
        path: format!("/oficina/alerta/{code}"),
    }
}

fn is_for(post: &Post, roles: &[&'static str], within: &[Scope]) -> bool {
    roles.contains(&post.role) && within.contains(&post.scope)
}

/// What is told of a clock, and which of several of its kind.
fn of_clock(kind: &CaseKind) -> (NoticeKind, String) {
    match kind {
        CaseKind::Reminder { before } => (NoticeKind::CaseSoon, before.clone()),
        CaseKind::Extended { number } => (NoticeKind::CaseExtended, number.to_string()),
        CaseKind::Lapsed => (NoticeKind::CaseLapsed, String::new()),
    }
}

fn of_matrix(post: &Post, one: &MatrixNotice) -> Notice {
    let (kind, which) = of_clock(&one.notice.kind);
    let (due, of) = (one.notice.due, &one.evaluation);
    let english = of.title_en.as_ref().unwrap_or(&of.title);
    Notice {
        post: post.code.clone(),
        kind,
        due,
        identity: format!("matrix/{}/{}/{}/{which}/{due}", of.code, one.notice.clock, kind.as_str()),
        subject: (format!("{}: {}", of.title, one.clock.es), format!("{english}: {}", one.clock.en)),
        path: format!("{}/{}", evaluations::pages::links::OFFICE, of.code),
    }
}

fn of_case(post: &Post, one: &CaseNotice) -> Notice {
    let (kind, which) = of_clock(&one.notice.kind);
    let due = one.notice.due;
    let plan = format!("{}@{}", one.head.plan, one.head.version);
    Notice {
        post: post.code.clone(),
        kind,
        due,
        identity: format!("case/{}/{}/{}/{which}/{due}", one.head.code, one.notice.clock, kind.as_str()),
        subject: (format!("{plan}: {}", one.clock.es), format!("{plan}: {}", one.clock.en)),
        path: format!("{}/{}", formulation::pages::PATH, one.head.code),
    }
}

fn of_value(post: &Post, entity: &EntityCode, one: &OwedValue) -> Notice {
    let kind = if one.is_late { NoticeKind::ValueLate } else { NoticeKind::ValueSoon };
    let place = one.territory.as_ref().map(ToString::to_string).unwrap_or_default();
    let subject = |name: &str| format!("{name} ({}/{}, {place} {})", one.plan, one.indicator, one.period);
    Notice {
        post: post.code.clone(),
        kind,
        due: one.due_on,
        identity: format!("value/{}/{}/{place}/{}/{}", one.plan, one.indicator, one.period, kind.as_str()),
        subject: (subject(&one.name), subject(one.name_en.as_deref().unwrap_or(&one.name))),
        path: monitoring::pages::entry::owed_path(entity),
    }
}

/// The last that the posts were told, with the entry that told it, the newest first.
pub async fn told(
    conn: &mut Conn,
    posts: &[String],
    rows_max: usize,
) -> Result<Vec<(Seq, Notice)>, db::Error> {
    store::notices::of_posts(conn, posts, rows_max).await
}

/// How often somebody wants letters, and since when they have secret addresses.
pub async fn chosen(
    conn: &mut Conn,
    account: &str,
) -> Result<(crate::domain::Often, Option<Timestamp>), db::Error> {
    Ok((store::letters::one(conn, account).await?, store::feeds::made_at(conn, account).await?))
}

/// Whose calendar and feed a secret opens.
pub async fn feed_of(conn: &mut Conn, secret: &str) -> Result<Option<String>, db::Error> {
    store::feeds::account(conn, &accounts::domain::digest_of(secret)).await
}
