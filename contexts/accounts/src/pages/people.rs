//! `/oficina/entidad/{code}/personas`: the posts of a body, who holds them, and naming people to them.
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use base::{Known, Validity, codes::EntityCode};
use directory::{
    actions::{Appointment, appoint as name_to, relieve as end_holding, role_words},
    domain::{AppointError, Holder, HolderKind, Post, PostCode},
};
use jiff::civil::Date;
use pack::Pack;
use web::{
    Html, Matter, PageError, Shell,
    components::{Field, Form, Input, Notice, NoticeKind},
    figures::day,
    gate::{Office, Posted},
};

use super::{
    asked::{at, see},
    letters, words,
};
use crate::{
    actions::{NewAccount, Refusal, create_account},
    domain::{PassKind, Person, Token},
    queries::{self, Named},
};

#[derive(Template)]
#[template(path = "people.html")]
pub(crate) struct PeoplePage {
    pub shell: Shell,
    pub done: Option<Notice>,
    pub posts: Vec<PostRow>,
    /// Absent for who may look and not name.
    pub form: Option<Form>,
}

/// A post as it is shown.
pub(crate) struct PostRow {
    pub name: String,
    pub what: String,
    pub code: String,
    pub holders: Vec<HolderRow>,
    pub is_vacant: bool,
    pub handover: Option<String>,
}

pub(crate) struct HolderRow {
    pub words: String,
    pub end: Option<Form>,
}

/// What was sent, and what is wrong with it.
struct Sent<'a> {
    posted: &'a Posted,
    wrong: (&'static str, String),
}

pub async fn get(office: Office, Path(code): Path<EntityCode>) -> Result<Response, PageError> {
    show(&office, &code, None).await
}

async fn show(office: &Office, code: &EntityCode, sent: Option<Sent<'_>>) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let (today, known, files) = (reading.today, reading.known, reading.app.files.clone());
    let view =
        directory::queries::entity(reading.conn(), known, today, code).await?.ok_or(PageError::NotFound)?;
    let named = queries::people_of(reading.conn(), today, code).await?;
    let pack = Pack::known(reading.conn(), &files, known).await.map_err(PageError::internal)?;
    let roles = role_words(&pack).map_err(PageError::internal)?;
    let lang = reading.view.lang;
    let role = |role: &str| {
        roles.get(role).map_or_else(
            || (role.to_owned(), String::new()),
            |words| match lang {
                web::Lang::Es => (words.name.clone(), words.what.clone()),
                web::Lang::En => (words.name_en.clone(), words.what_en.clone()),
            },
        )
    };
    let title = format!("{}: {}", reading.t("accounts-people"), view.entity.name);
    let shell = reading.shell(&title, Matter::Real);
    let may_name = office.may("name_people", &office.resource);
    let rows =
        named.iter().map(|one| row(&shell, one, role(one.view.post.role), today, may_name.then_some(code)));
    let posts: Vec<PostRow> = rows.collect();
    let options =
        named.iter().map(|one| (one.view.post.code.to_string(), role(one.view.post.role).0)).collect();
    let is_wrong = sent.is_some();
    let form = may_name.then(|| form(&shell, code, options, today, sent.as_ref()));
    let done = shell.view.one("hecho").map(|_| Html::text(&shell.t("accounts-people-done")));
    let done = done.map(|words| Notice::new(&shell, NoticeKind::Done, words));
    let mut response = web::html(&PeoplePage { shell, done, posts, form })?;
    if is_wrong {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

fn row(
    shell: &Shell,
    one: &Named,
    (name, what): (String, String),
    today: Date,
    named_in: Option<&EntityCode>,
) -> PostRow {
    let post = &one.view.post;
    let holders = one.holders.iter().map(|(holder, who)| {
        let is_open = holder.validity.to().is_none_or(|to| today < to);
        let end = named_in.filter(|_| is_open).map(|entity| {
            Form::new(shell, &format!("/oficina/entidad/{entity}/cesar"), &shell.t("accounts-relieve"))
                .keep("post", post.code.as_str())
                .keep("account", &holder.account)
                .field(
                    Field::new("on", &shell.t("accounts-relieve-on"), Input::Date).value(&today.to_string()),
                )
                .field(Field::new("norm", &shell.t("accounts-norm"), Input::Text))
                .among(&format!("{}-{}", post.code, holder.account))
        });
        HolderRow { words: held(shell, holder, who), end }
    });
    PostRow {
        name,
        what,
        code: post.code.to_string(),
        holders: holders.collect(),
        is_vacant: one.answering.is_none(),
        handover: Some(shell.link(&format!("/oficina/puesto/{}/entrega", post.code))),
    }
}

/// `Ana Quispe, titular, desde 2026-01-01`.
fn held(shell: &Shell, holder: &Holder, who: &str) -> String {
    let who = if who.is_empty() { shell.t("accounts-erased") } else { who.to_owned() };
    let kind = shell.t(&format!("accounts-kind-{}", holder.kind.as_str()));
    let from = shell.t1("accounts-since", "date", shell.date(holder.validity.from()));
    let to = holder.validity.to().map(|to| shell.t1("accounts-until", "date", shell.date(to)));
    [who, kind, from].into_iter().chain(to).chain(Some(holder.norm.clone())).collect::<Vec<_>>().join(" · ")
}

fn form(
    shell: &Shell,
    code: &EntityCode,
    posts: Vec<(String, String)>,
    today: Date,
    sent: Option<&Sent<'_>>,
) -> Form {
    let typed = |name: &str| sent.map_or("", |sent| sent.posted.text(name));
    let or_today = if sent.is_some() { typed("from").to_owned() } else { today.to_string() };
    let kinds = HolderKind::ALL
        .map(|kind| (kind.as_str().to_owned(), shell.t(&format!("accounts-kind-{}", kind.as_str()))));
    let t = |key: &str| shell.t(key);
    let form = Form::new(shell, &format!("/oficina/entidad/{code}/nombrar"), &t("accounts-appoint-button"))
        .field(Field::new("post", &t("accounts-post"), Input::Choice(posts)).value(typed("post")))
        .field(Field::new("name", &t("accounts-name"), Input::Text).value(typed("name")))
        .field(
            Field::new("email", &t("accounts-email"), Input::Email)
                .hint(&t("accounts-appoint-email"))
                .value(typed("email"))
                .autocomplete("off"),
        )
        .field(Field::new("kind", &t("accounts-kind"), Input::Choice(kinds.to_vec())).value(typed("kind")))
        .field(Field::new("from", &t("accounts-from"), Input::Date).value(&or_today))
        .field(Field::new("to", &t("accounts-to"), Input::Date).value(typed("to")).optional())
        .field(Field::new("norm", &t("accounts-norm"), Input::Text).value(typed("norm")));
    match sent {
        Some(sent) => form.wrong(sent.wrong.0, &sent.wrong.1),
        None => form,
    }
}

/// Names somebody to a post of the body; who has no account yet is invited.
pub async fn appoint(
    office: Office,
    Path(code): Path<EntityCode>,
    posted: Posted,
) -> Result<Response, PageError> {
    match named(&office, &code, &posted).await? {
        Ok(()) => Ok(see(&at(office.view.lang, &format!("/oficina/entidad/{code}/personas?hecho=nombrar")))),
        Err(wrong) => show(&office, &code, Some(Sent { posted: &posted, wrong })).await,
    }
}

/// A field and what is wrong with it.
type Wrong = (&'static str, String);

async fn named(office: &Office, code: &EntityCode, posted: &Posted) -> Result<Result<(), Wrong>, PageError> {
    let lang = office.view.lang;
    let say = |field: &'static str, key: &str| Ok(Err((field, office.app.frame.texts.t(lang, key, &[]))));
    let post = own_post(office, code, posted).await?;
    let Ok(kind) = posted.text("kind").parse::<HolderKind>() else {
        return say("kind", "accounts-refused-kind");
    };
    let Some(from) = day(posted.text("from")) else { return say("from", "accounts-refused-day") };
    let to = match posted.text("to") {
        "" => None,
        text => match day(text) {
            // The last day in the post is typed; the first without it is kept.
            Some(last) => last.tomorrow().ok(),
            None => return say("to", "accounts-refused-day"),
        },
    };
    let Ok(validity) = Validity::new(from, to) else { return say("to", "accounts-refused-ends") };
    if posted.text("norm").is_empty() {
        return say("norm", "accounts-refused-norm");
    }
    // Judged before anybody is invited: a letter that names somebody to a post that is not free cannot be taken back.
    let norm: String = posted.text("norm").chars().take(NORM_CHARS_MAX).collect();
    let holder = Holder { post: post.code.clone(), kind, account: String::new(), validity, norm };
    if let Err(unfit) = fits(office, &post, &holder).await? {
        return self::unfit(office, unfit.into());
    }
    let account = match account(office, posted).await {
        Ok(account) => account,
        Err(refusal) => {
            let field = if matches!(refusal, Refusal::Person(crate::domain::PersonError::Name)) {
                "name"
            } else {
                "email"
            };
            return Ok(Err((field, words::refused(&office.app, lang, refusal)?)));
        }
    };
    let holder = Holder { account, ..holder };
    match name_to(&office.ctx(), &holder).await {
        Ok(()) => Ok(Ok(())),
        Err(refusal) => unfit(office, refusal),
    }
}

const NORM_CHARS_MAX: usize = 200;

/// Whether the post is free on those days, whoever would hold it.
async fn fits(office: &Office, post: &Post, holder: &Holder) -> Result<Result<(), AppointError>, PageError> {
    let mut read = office.app.db.read().await?;
    let held = directory::queries::post(&mut read, Known::NOW, holder.validity.from(), &post.code).await?;
    let held = held.map(|view| view.holders).unwrap_or_default();
    Ok(directory::domain::appoint(post, &held, holder))
}

fn unfit(office: &Office, refusal: Appointment) -> Result<Result<(), Wrong>, PageError> {
    let key = match &refusal {
        Appointment::Unfit(AppointError::Held { .. }) => "accounts-refused-held",
        Appointment::Unfit(AppointError::Same) => "accounts-refused-same",
        Appointment::Unfit(AppointError::NotInForce(_)) | Appointment::NoPost(_) => {
            "accounts-refused-no-post"
        }
        Appointment::NotHeld(_) => "accounts-refused-not-held",
        Appointment::EndsFirst(_) => "accounts-refused-ends",
        Appointment::Db(_) | Appointment::Journal(_) => return Err(PageError::internal(refusal)),
    };
    Ok(Err(("post", office.app.frame.texts.t(office.view.lang, key, &[]))))
}

/// The post that was chosen: of this body and of no other. A post that reaches beyond its body is named to by the system's
/// administrator alone: nobody widens their own reach.
async fn own_post(office: &Office, code: &EntityCode, posted: &Posted) -> Result<Post, PageError> {
    let post: PostCode = posted.text("post").parse().map_err(|_| PageError::NotFound)?;
    let mut read = office.app.db.read().await?;
    let today = office.app.frame.country.date_of(office.app.now());
    let found = directory::queries::post(&mut read, Known::NOW, today, &post).await?;
    let post =
        found.map(|found| found.post).filter(|post| post.entity == *code).ok_or(PageError::NotFound)?;
    let reaches_beyond = crate::needs_two_factors(&post.scope);
    if reaches_beyond && !office.may("name_beyond", &office.resource) {
        return Err(PageError::Forbidden);
    }
    Ok(post)
}

/// The account of that address, made where there is none.
async fn account(office: &Office, posted: &Posted) -> Result<String, Refusal> {
    let lang = office.view.lang.tag();
    let person = Person::new(posted.text("name"), posted.text("email"), lang)?;
    let found = {
        let mut read = office.app.db.read().await?;
        crate::store::accounts::by_email(&mut read, &person.email).await?
    };
    if let Some(account) = found {
        return Ok(account.code.to_string());
    }
    let site = crate::Accounts::of(&office.app).map_err(|error| Refusal::Chance(error.to_string()))?.site;
    let writer = |person: &Person, token: &Token| {
        letters::words(&office.app, &site, PassKind::Invitation, person, token)
    };
    let NewAccount { code, .. } = create_account(&office.ctx(), &person, Some(&writer)).await?;
    Ok(code.to_string())
}

/// Ends that somebody holds a post of the body.
pub async fn relieve(
    office: Office,
    Path(code): Path<EntityCode>,
    posted: Posted,
) -> Result<Response, PageError> {
    let post = own_post(&office, &code, &posted).await?;
    let wrong = match day(posted.text("on")) {
        Some(on) => {
            let (account, norm) = (posted.text("account"), posted.text("norm"));
            match end_holding(&office.ctx(), &post.code, account, on, norm).await {
                Ok(()) => None,
                Err(refusal) => unfit(&office, refusal)?.err(),
            }
        }
        None => Some(("post", office.app.frame.texts.t(office.view.lang, "accounts-refused-day", &[]))),
    };
    match wrong {
        None => Ok(see(&at(office.view.lang, &format!("/oficina/entidad/{code}/personas?hecho=cesar")))),
        Some(wrong) => show(&office, &code, Some(Sent { posted: &posted, wrong })).await,
    }
}
