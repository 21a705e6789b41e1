//! People of a state, each with an account and a post, over a copy of the sample.
use std::sync::Arc;

use accounts::{
    Accounts,
    actions::{accept_pass, create_account, enrol_totp},
    domain::{Person, new_secret},
};
use axum::Router;
use base::Validity;
use clap::Parser as _;
use directory::{
    actions::{appoint, relieve},
    domain::{Holder, HolderKind, PostCode},
};
use journal::Ctx;
use quipu::{cli::Cli, commands::serve::application, state::State};

use super::{accounts, browser::Browser};
use crate::desk::Desk;

pub const PASSWORD: &str = "nudo papaya ventisca lluvia";
pub const NOW: &str = "2026-03-02T15:00:00Z";
/// Secret of every second factor of the tests.
pub const FACTOR: [u8; 20] = [7; 20];

pub struct Town {
    pub desk: Desk,
    pub state: State,
    pub service: Router,
    /// What its handlers are given.
    pub app: web::App,
    pub accounts: Arc<Accounts>,
}

impl Town {
    /// Over the sample of Peru.
    pub async fn whole() -> Self {
        Self::over(Desk::own()).await
    }

    pub async fn over(desk: Desk) -> Self {
        Self::at(desk, NOW).await
    }

    /// On a clock that stands still at that moment.
    pub async fn at(desk: Desk, now: &str) -> Self {
        Self::entered_by(desk, now, accounts()).await
    }

    /// With other ways in.
    pub async fn entered_by(desk: Desk, now: &str, accounts: Accounts) -> Self {
        let line = crate::sample::line(&desk.data, &["--now", now, "serve"]);
        let cli = Cli::parse_from(line);
        let state = State::open(&cli, false).await.unwrap();
        let limits = api::Limits { per_second: 0, ..api::Limits::default() };
        let (app, service) = application(&state, cli.now, limits, &accounts).await.unwrap();
        Self { desk, state, service, app, accounts: Arc::new(accounts) }
    }

    pub fn browser(&self) -> Browser {
        Browser::new(&self.service)
    }

    /// The same town some time later.
    pub fn ctx(&self) -> Ctx {
        self.state.ctx.clone()
    }

    /// Makes an account whose owner has chosen the password; its code.
    pub async fn account(&self, name: &str) -> String {
        let person = Person::new(name, &email(name), "es").unwrap();
        let made = create_account(&self.ctx(), &person, None).await.unwrap();
        accept_pass(&self.ctx(), &self.accounts, made.invitation.as_str(), PASSWORD).await.unwrap();
        made.code.to_string()
    }

    /// Names the account to a post, from the start of the year.
    pub async fn name_to(&self, account: &str, post: &str) {
        self.name_from(account, post, "2026-03-02").await;
    }

    pub async fn name_from(&self, account: &str, post: &str, from: &str) {
        let post: PostCode = post.parse().unwrap();
        let validity = Validity::since(from.parse().unwrap());
        let kind = HolderKind::Titular;
        let holder =
            Holder { post, kind, account: account.to_owned(), validity, norm: "RM 1-2026".to_owned() };
        appoint(&self.ctx(), &holder).await.unwrap();
    }

    /// Ends on a day that whoever answers for the post holds it.
    pub async fn relieve(&self, post: &str, on: &str) {
        let (post, on): (PostCode, jiff::civil::Date) = (post.parse().unwrap(), on.parse().unwrap());
        let mut read = self.state.ctx.db.read().await.unwrap();
        let before = on.yesterday().unwrap();
        let view =
            directory::queries::post(&mut read, base::Known::NOW, before, &post).await.unwrap().unwrap();
        drop(read);
        let account = view.answering.unwrap().account;
        relieve(&self.ctx(), &post, &account, on, "RM 2-2026").await.unwrap();
    }

    pub async fn second_factor(&self, account: &str) -> Vec<String> {
        let secret = new_secret(FACTOR);
        enrol_totp(&self.ctx(), (account, ""), &secret, &code(self.steps())).await.unwrap()
    }

    /// An account named to a post, with a second factor where the post asks for one; its codes.
    pub async fn is_named(&self, name: &str, post: Option<&str>) -> Vec<String> {
        let account = self.account(name).await;
        if let Some(post) = post {
            self.name_to(&account, post).await;
        }
        let is_wide = post.is_some_and(|post| {
            let own = [
                "planner",
                "budget-officer",
                "indicator-owner",
                "planning-commission",
                "approver",
                "administrator",
            ];
            !own.iter().any(|role| post.ends_with(&format!(".{role}")))
        });
        if is_wide { self.second_factor(&account).await } else { Vec::new() }
    }

    /// A browser in which somebody who was named earlier is logged in.
    pub async fn enters(&self, name: &str) -> Browser {
        let mut browser = self.browser();
        let entered = browser.post("/ingresar", &[("email", &email(name)), ("password", PASSWORD)]).await;
        assert_eq!(entered.status, 303, "{name}: {}", entered.text);
        if entered.location.contains("/ingresar/codigo") {
            let confirmed = browser.post("/ingresar/codigo", &[("code", &code(self.steps()))]).await;
            assert_eq!(confirmed.status, 303, "{name}: {}", confirmed.text);
        }
        browser
    }

    /// Of half a minute, since the clock of most tests.
    fn steps(&self) -> i64 {
        let start: jiff::Timestamp = NOW.parse().unwrap();
        (self.state.ctx.now.as_second() - start.as_second()).div_euclid(30)
    }

    /// A browser in which somebody with a post is logged in, with two factors where the post asks for them.
    pub async fn somebody(&self, name: &str, post: Option<&str>) -> Browser {
        let codes = self.is_named(name, post).await;
        let mut browser = self.browser();
        let entered = browser.post("/ingresar", &[("email", &email(name)), ("password", PASSWORD)]).await;
        assert_eq!(entered.status, 303, "{name}: {}", entered.text);
        if let Some(code) = codes.first() {
            let confirmed = browser.post("/ingresar/codigo", &[("code", code)]).await;
            assert_eq!(confirmed.status, 303, "{name}: {}", confirmed.text);
        }
        browser
    }
}

pub fn email(name: &str) -> String {
    format!("{}@pcm.gob.pe", name.to_lowercase().replace([' ', '_'], "."))
}

/// The code of the tests' second factor, some steps of thirty seconds from the town's moment.
pub fn code(steps: i64) -> String {
    use hmac::{Hmac, KeyInit as _, Mac as _};
    let now: jiff::Timestamp = NOW.parse().unwrap();
    let step = now.as_second() / 30 + steps;
    let mut mac = Hmac::<sha1::Sha1>::new_from_slice(&FACTOR).unwrap();
    mac.update(&step.to_be_bytes());
    let hash = mac.finalize().into_bytes();
    let at = usize::from(hash[19] & 15);
    let number = u32::from_be_bytes(hash[at..at + 4].try_into().unwrap()) & 0x7fff_ffff;
    format!("{:06}", number % 1_000_000)
}
