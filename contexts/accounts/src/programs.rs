//! For whom a program acts that sent a token.
use axum::http::request::Parts;
use jiff::Timestamp;
use web::{App, PageError, gate::Somebody};

use crate::{
    domain::{AccountStatus, ApiToken, Attempt},
    pages::asked::place,
    service::{Accounts, holdings},
    store::{
        accounts,
        tokens::{self, Use},
    },
};

impl Accounts {
    /// A right token is let in however many wrong ones came from the same network: who sends those locks nobody out. With 240
    /// bits none is guessed; wrong ones are counted so that a program that is no longer let in stops asking.
    pub(crate) async fn program_of(
        &self,
        app: &App,
        sent: &str,
        parts: &Parts,
    ) -> Result<Somebody, PageError> {
        let now = app.now();
        let address = place(parts, self.site.is_behind_proxy).address;
        if let Some(somebody) = self.acted_for(app, sent, now).await? {
            self.token_used(&somebody.session, Use { at: now, address });
            return Ok(somebody);
        }
        let attempt = Attempt { name: format!("token:{address}"), device: None, address: address.clone() };
        self.begin(&attempt, now)
            .map_err(|wait| PageError::TooMany { seconds: wait.0.as_secs().unsigned_abs() })?;
        self.failed("", &address, now);
        Err(PageError::Unknown)
    }

    /// Nobody, where the token is none, is over or was ended, where its account was closed, or where the account holds its post
    /// no longer: the post's next holder makes their own.
    async fn acted_for(&self, app: &App, sent: &str, now: Timestamp) -> Result<Option<Somebody>, PageError> {
        let Some(token) = ApiToken::parse(sent) else { return Ok(None) };
        let mut read = app.db.read().await?;
        let Some(token) = tokens::standing(&mut read, &token.digest(), now).await? else { return Ok(None) };
        let account = accounts::one(&mut read, &token.account).await?;
        let Some(account) = account.filter(|account| account.status == AccountStatus::Active) else {
            return Ok(None);
        };
        let mut posts = Vec::new();
        if let Some(post) = &token.post {
            let today = app.frame.country.date_of(now);
            // Who made it through a post of wide reach had shown two factors.
            posts = holdings(&mut read, &token.account, true, today).await?;
            posts.retain(|held| held.post == *post);
            if posts.is_empty() {
                return Ok(None);
            }
        }
        Ok(Some(Somebody {
            account: token.account,
            name: account.person.name,
            session: token.id,
            posts,
            grants: Some(token.grants),
        }))
    }
}
