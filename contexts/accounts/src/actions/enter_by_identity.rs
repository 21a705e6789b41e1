use base::{Known, Seq, codes::EntityCode};
use db::Conn;
use jiff::civil::Date;
use journal::Ctx;
use serde_json::json;

use super::{
    LoggedIn, Refusal,
    begin_identity::{SignIn, apart},
    chance,
    log_in::{Start, known_device, start},
    posts_told,
};
use crate::{
    domain::{
        AccountCode, AccountStatus, Admission, Candidate, Means, NotAdmitted, Person, Stage, Token, admit,
        digest_of,
    },
    identity::{Identified, Rules},
    service::Accounts,
    store::{
        accounts::{self, Account},
        credentials,
        identities::{self, Link},
        passes,
        sessions::Place,
    },
};

/// What the provider sent the browser back with.
#[derive(Clone, Copy)]
pub struct Brought<'a> {
    pub code: &'a str,
    pub state: &'a str,
    /// What the browser was given when somebody last logged in from it.
    pub device: Option<&'a str>,
    /// The session it held until now, which ends.
    pub before: Option<&'a str>,
    pub place: &'a Place,
}

/// Lets in whoever came back from the provider to the sign-in that was taken for them: by the account that is linked to
/// them, or that is theirs by a verified address, or, where the settings say so, by one made now.
pub(crate) async fn enter_by_identity(
    ctx: &Ctx,
    service: &Accounts,
    sign_in: &SignIn,
    brought: Brought<'_>,
    today: Date,
) -> Result<LoggedIn, Refusal> {
    let rules = service.provider().ok_or(Refusal::NoProvider)?.rules();
    let (pending, now) = (sign_in.begun.pending.clone(), ctx.now);
    let (code, state) = (brought.code.to_owned(), brought.state.to_owned());
    let told = apart(service, move |provider| provider.finish(&pending, &code, &state, now)).await?;
    let body = body(ctx, &told, today).await?;
    let account = admitted(ctx, &told, rules.create && body.is_some(), sign_in.lang.tag()).await?;
    if rules.posts {
        posts_told::follow(ctx, &account, body.as_ref(), &told.roles, today).await?;
    }
    let (stage, means) = how(ctx, &account, rules).await?;
    let device = known_device(&mut *ctx.db.read().await?, brought.device, &account).await?;
    let new = Start {
        account: &account,
        stage,
        means,
        place: brought.place,
        device,
        id_token: Some(told.id_token.as_str()).filter(|token| !token.is_empty()),
    };
    start(ctx, &new, brought.before.map(digest_of).as_deref()).await
}

/// The body that the provider says somebody works for, where there is one of that code.
async fn body(ctx: &Ctx, told: &Identified, today: Date) -> Result<Option<EntityCode>, Refusal> {
    let Some(code) = told.entity.as_deref().and_then(|text| text.parse::<EntityCode>().ok()) else {
        return Ok(None);
    };
    let found = directory::queries::body(&mut *ctx.db.read().await?, Known::NOW, today, &code).await?;
    Ok(found.map(|_| code))
}

/// A provider that asks for one factor leaves the account's own second one to be shown.
async fn how(ctx: &Ctx, account: &str, rules: Rules) -> Result<(Stage, Means), Refusal> {
    if rules.two_factors {
        return Ok((Stage::Full, Means::Provider));
    }
    let own = credentials::of_account(&mut *ctx.db.read().await?, account).await?;
    let is_half = credentials::asks_second(&own);
    Ok((if is_half { Stage::Half } else { Stage::Full }, Means::ProviderAlone))
}

/// The account by which they are let in. What is written is judged anew inside the act: of two who come at once, the second
/// finds what the first has done.
async fn admitted(ctx: &Ctx, told: &Identified, may_open: bool, lang: &str) -> Result<String, Refusal> {
    let first = judged(&mut *ctx.db.read().await?, told, may_open).await?;
    if let Admission::Enter(account) = first {
        return Ok(account);
    }
    let act_name = match first {
        Admission::Open => "accounts.open_by_identity",
        _ => "accounts.link_identity",
    };
    let mut act = ctx.open_office(act_name).await?;
    let seq = act.seq();
    let now = judged(act.conn(), told, may_open).await?;
    if now != first {
        // Another of theirs was first.
        return match now {
            Admission::Enter(account) => Ok(account),
            Admission::Link(_) | Admission::Open => Err(NotAdmitted::Linked.into()),
        };
    }
    let account = match now {
        Admission::Link(account) | Admission::Enter(account) => activate(act.conn(), seq, account).await?,
        Admission::Open => open(act.conn(), seq, told, lang).await?,
    };
    let salt = Token::of(chance()?);
    let link = Link {
        id: Token::of(chance()?).digest(),
        account: &account,
        issuer: &told.issuer,
        subject: &told.subject,
        salt: salt.as_str(),
    };
    identities::link(act.conn(), seq, &link).await?;
    act.commit(&format!("account:{account}"), &json!({})).await?;
    Ok(account)
}

async fn judged(conn: &mut Conn, told: &Identified, may_open: bool) -> Result<Admission, Refusal> {
    let linked = match identities::account_of(conn, &told.issuer, &told.subject).await? {
        Some(code) => accounts::one(conn, &code).await?,
        None => None,
    };
    let addressed = match told.email.as_deref() {
        Some(email) => accounts::by_email(conn, email).await?,
        None => None,
    };
    let linked = candidate(conn, linked).await?;
    let addressed = candidate(conn, addressed).await?;
    Ok(admit(linked.as_ref(), told.email.as_deref(), addressed.as_ref(), may_open)?)
}

async fn candidate(conn: &mut Conn, found: Option<Account>) -> Result<Option<Candidate>, Refusal> {
    let Some(found) = found else { return Ok(None) };
    let account = found.code.to_string();
    let is_linked = identities::is_linked(conn, &account).await?;
    Ok(Some(Candidate { account, status: found.status, email: found.person.email, is_linked }))
}

/// Who was invited needs no letter any more.
async fn activate(conn: &mut Conn, seq: Seq, code: String) -> Result<String, Refusal> {
    let account = accounts::one(conn, &code).await?.ok_or(Refusal::NoAccount)?;
    if account.status == AccountStatus::Invited {
        accounts::put(conn, seq, &Account { status: AccountStatus::Active, ..account }).await?;
        passes::close_all(conn, seq, &code).await?;
    }
    Ok(code)
}

/// An account without a password: its owner may choose one by a letter.
async fn open(conn: &mut Conn, seq: Seq, told: &Identified, lang: &str) -> Result<String, Refusal> {
    let email = told.email.as_deref().ok_or(NotAdmitted::Unverified)?;
    let person = Person::new(told.name.as_deref().unwrap_or(email), email, lang)?;
    let (code, salt) = (AccountCode::of(chance()?), Token::of(chance()?));
    accounts::put_person(conn, &code, &person, salt.as_str()).await?;
    accounts::put(conn, seq, &Account { code: code.clone(), status: AccountStatus::Active, person }).await?;
    Ok(code.to_string())
}
