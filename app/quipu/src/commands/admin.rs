use accounts::{
    actions::{NewAccount, Reset, close_account, create_account, give_pass},
    domain::{AccountCode, Person},
    queries,
};
use base::{Known, Validity, codes::EntityCode};
use db::Conn;
use directory::{
    actions::{appoint, relieve},
    domain::{Holder, HolderKind, PostCode},
};
use jiff::civil::Date;
use serde_json::json;

use crate::{
    cli::Format,
    cli_admin::{AdminArgs, AdminCommand, AppointArgs, CreateArgs},
    outcome::{Outcome, Usage},
    output,
    state::State,
};

/// Accounts and posts, from a terminal of whoever runs the service.
pub async fn admin(state: &State, args: &AdminArgs) -> anyhow::Result<Outcome> {
    match &args.command {
        AdminCommand::Create(new) => create(state, &args.site, new).await?,
        AdminCommand::Reset { account } => {
            let code = found(state, account).await?;
            let Reset { token, .. } = give_pass(&state.ctx, code.as_str()).await?;
            link(&args.site, token.as_str())?;
        }
        AdminCommand::Close { account } => {
            let code = found(state, account).await?;
            close_account(&state.ctx, code.as_str()).await?;
            output::print(&format!("account {code} closed\n"))?;
        }
        AdminCommand::List { format } => list(state, *format).await?,
        AdminCommand::Posts { entity, format } => posts(state, entity, *format).await?,
        AdminCommand::Appoint(named) => {
            let code = found(state, &named.account).await?;
            name(state, &code, named).await?;
        }
        AdminCommand::Relieve { account, post, on, norm } => {
            let code = found(state, account).await?;
            let on = on.unwrap_or(today(state).await?);
            relieve(&state.ctx, post, code.as_str(), on, norm).await?;
            output::print(&format!("{post}: no longer held by {code} from {on}\n"))?;
        }
    }
    Ok(Outcome::Done)
}

async fn today(state: &State) -> anyhow::Result<Date> {
    state.today(&mut *state.ctx.db.read().await?).await
}

async fn create(state: &State, site: &str, new: &CreateArgs) -> anyhow::Result<()> {
    let lang = state.lang().tag();
    let person = Person::new(&new.name, &new.email, lang).map_err(|error| Usage(error.to_string()))?;
    if let Some(post) = &new.post {
        // Before the account: a mistyped post leaves nothing behind.
        known_post(state, post).await?;
    }
    let NewAccount { code, invitation } = create_account(&state.ctx, &person, None).await?;
    output::print(&format!("account {code} made\n"))?;
    if let (Some(post), Some(norm)) = (&new.post, &new.norm) {
        let account = code.to_string();
        let (post, norm) = (post.clone(), norm.clone());
        let named = AppointArgs { account, post, from: None, to: None, acting: false, norm };
        name(state, &code, &named).await?;
    }
    link(site, invitation.as_str())
}

/// For its owner alone; good once.
fn link(site: &str, token: &str) -> anyhow::Result<()> {
    output::print(&format!("link, good once: {site}/clave/nueva?pase={token}\n"))
}

async fn known_post(state: &State, post: &PostCode) -> anyhow::Result<()> {
    let mut read = state.ctx.db.read().await?;
    let today = state.today(&mut read).await?;
    match directory::queries::post(&mut read, Known::NOW, today, post).await? {
        Some(_) => Ok(()),
        None => Err(Usage(format!("there is no post {post} today; see `quipu admin posts ENTITY`")).into()),
    }
}

async fn name(state: &State, code: &AccountCode, named: &AppointArgs) -> anyhow::Result<()> {
    let from = named.from.unwrap_or(today(state).await?);
    let after = named.to.map(Date::tomorrow).transpose()?;
    let validity = Validity::new(from, after).map_err(|error| Usage(error.to_string()))?;
    let kind = if named.acting { HolderKind::Acting } else { HolderKind::Titular };
    let holder = Holder {
        post: named.post.clone(),
        kind,
        account: code.to_string(),
        validity,
        norm: named.norm.clone(),
    };
    appoint(&state.ctx, &holder).await?;
    output::print(&format!("{}: held by {code} from {from}\n", named.post))
}

/// The account of that code or address.
async fn found(state: &State, text: &str) -> anyhow::Result<AccountCode> {
    let mut read = state.ctx.db.read().await?;
    match queries::account(&mut read, text).await? {
        Some(account) => Ok(account.code),
        None => Err(Usage(format!("there is no account {text}; see `quipu admin list`")).into()),
    }
}

const ACCOUNTS: [&str; 4] = ["account", "status", "name", "email"];

async fn list(state: &State, format: Format) -> anyhow::Result<()> {
    let all = queries::accounts(&mut *state.ctx.db.read().await?).await?;
    let rows: Vec<Vec<String>> = all
        .iter()
        .map(|one| {
            let person = &one.person;
            vec![one.code.to_string(), one.status.as_str().into(), person.name.clone(), person.email.clone()]
        })
        .collect();
    write(format, &ACCOUNTS, &rows)
}

const POSTS: [&str; 6] = ["post", "role", "scope", "account", "name", "from"];

async fn posts(state: &State, entity: &EntityCode, format: Format) -> anyhow::Result<()> {
    let mut read = state.ctx.db.read().await?;
    let today = state.today(&mut read).await?;
    let named = of_entity(&mut read, today, entity).await?;
    let rows: Vec<Vec<String>> = named
        .iter()
        .map(|one| {
            let (post, held) = (&one.view.post, one.view.answering.as_ref());
            vec![
                post.code.to_string(),
                post.role.to_owned(),
                post.scope.to_string(),
                held.map(|holder| holder.account.clone()).unwrap_or_default(),
                one.answering.clone().unwrap_or_default(),
                held.map(|holder| holder.validity.from().to_string()).unwrap_or_default(),
            ]
        })
        .collect();
    write(format, &POSTS, &rows)
}

async fn of_entity(conn: &mut Conn, today: Date, entity: &EntityCode) -> anyhow::Result<Vec<queries::Named>> {
    if directory::queries::entity(conn, Known::NOW, today, entity).await?.is_none() {
        return Err(Usage(format!("there is no body {entity} today")).into());
    }
    Ok(queries::people_of(conn, today, entity).await?)
}

fn write(format: Format, headers: &[&str], rows: &[Vec<String>]) -> anyhow::Result<()> {
    match format {
        Format::Json => {
            let row = |row: &Vec<String>| -> serde_json::Value {
                headers.iter().zip(row).map(|(name, cell)| ((*name).to_owned(), json!(cell))).collect()
            };
            output::json(&rows.iter().map(row).collect::<Vec<_>>())
        }
        Format::Csv => {
            let mut csv = Vec::new();
            let headers: Vec<String> = headers.iter().map(|&name| name.to_owned()).collect();
            sheets::write_csv(&mut csv, &headers, rows)?;
            output::print(&String::from_utf8(csv)?)
        }
        Format::Table => output::print(&output::table(headers, rows, &[])),
    }
}
