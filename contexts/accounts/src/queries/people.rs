use std::collections::BTreeMap;

use base::{Known, codes::EntityCode};
use db::{Conn, Error};
use directory::{domain::Holder, queries::PostView};
use jiff::civil::Date;

use crate::{
    domain::AccountStatus,
    store::accounts::{self, Account},
};

/// An account with who it is, for whoever may see that.
pub type PersonOf = Account;

/// A post of a body with the names of whoever held it.
#[derive(Clone, Debug)]
pub struct Named {
    pub view: PostView,
    /// The first first; a name that was erased is empty.
    pub holders: Vec<(Holder, String)>,
    /// Who answers for it on the day.
    pub answering: Option<String>,
}

/// The account of that code or address.
pub async fn account(conn: &mut Conn, text: &str) -> Result<Option<PersonOf>, Error> {
    match accounts::one(conn, text).await? {
        Some(found) => Ok(Some(found)),
        None => accounts::by_email(conn, text).await,
    }
}

/// Those of the accounts that are let in, whoever they are.
pub async fn active(conn: &mut Conn, codes: &[String]) -> Result<Vec<PersonOf>, Error> {
    let found = accounts::some(conn, codes).await?;
    Ok(found.into_iter().filter(|account| account.status == AccountStatus::Active).collect())
}

/// Every account, by name.
pub async fn accounts(conn: &mut Conn) -> Result<Vec<PersonOf>, Error> {
    accounts::all(conn).await
}

/// Accounts whose person is no longer who the journal's rows say, for whoever audits: changed by hand.
pub async fn altered(conn: &mut Conn) -> Result<Vec<String>, Error> {
    Ok(accounts::altered(conn).await?.into_iter().map(|code| code.to_string()).collect())
}

/// The posts of a body, with names.
pub async fn people_of(conn: &mut Conn, on: Date, entity: &EntityCode) -> Result<Vec<Named>, Error> {
    let posts = directory::queries::posts_of(conn, Known::NOW, on, entity).await?;
    named(conn, posts).await
}

/// Puts names to whoever held the posts.
pub async fn named(conn: &mut Conn, posts: Vec<PostView>) -> Result<Vec<Named>, Error> {
    let mut codes: Vec<String> =
        posts.iter().flat_map(|view| &view.holders).map(|holder| holder.account.clone()).collect();
    codes.sort_unstable();
    codes.dedup();
    let found = accounts::some(conn, &codes).await?;
    let names: BTreeMap<String, String> =
        found.into_iter().map(|account| (account.code.to_string(), account.person.name)).collect();
    let name = |account: &str| names.get(account).cloned().unwrap_or_default();
    let named = posts.into_iter().map(|view| Named {
        holders: view.holders.iter().map(|holder| (holder.clone(), name(&holder.account))).collect(),
        answering: view.answering.as_ref().map(|holder| name(&holder.account)),
        view,
    });
    Ok(named.collect())
}
