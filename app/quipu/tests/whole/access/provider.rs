//! An identity provider that says what a test lets it say.
use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex},
};

use accounts::{Begun, Identified, IdentityProvider, ProviderError, Rules, SIGN_IN_CHANCE};
use jiff::Timestamp;

use super::{
    accounts,
    browser::{Answer, Browser},
    people::{NOW, Town},
};
use crate::desk::Desk;

pub const START: &str = "https://id.test/auth?state=";
pub const OUT: &str = "https://id.test/out?token=";

#[derive(Debug, Default)]
pub struct Fake {
    said: Mutex<Said>,
}

#[derive(Debug, Default)]
struct Said {
    rules: Rules,
    is_down: bool,
    who: Option<Identified>,
    /// Codes that were good once.
    spent: BTreeSet<String>,
    began: u64,
}

impl Fake {
    pub fn rule(&self, rules: Rules) {
        self.said.lock().unwrap().rules = rules;
    }

    pub fn down(&self, is_down: bool) {
        self.said.lock().unwrap().is_down = is_down;
    }

    /// Whoever signs in from now on.
    pub fn says(&self, who: Identified) {
        self.said.lock().unwrap().who = Some(who);
    }
}

impl IdentityProvider for Fake {
    fn name(&self) -> &'static str {
        "ID Perú"
    }

    fn is_down(&self) -> bool {
        self.said.lock().unwrap().is_down
    }

    fn rules(&self) -> Rules {
        self.said.lock().unwrap().rules
    }

    fn begin(&self, _: &[u8; SIGN_IN_CHANCE], _: Timestamp) -> Result<Begun, ProviderError> {
        let mut said = self.said.lock().unwrap();
        if said.is_down {
            return Err(ProviderError::Down("no answer".into()));
        }
        said.began += 1;
        let state = format!("state-{}", said.began);
        Ok(Begun { url: format!("{START}{state}"), pending: format!("pending {state}"), state })
    }

    fn finish(
        &self,
        pending: &str,
        code: &str,
        state: &str,
        _: Timestamp,
    ) -> Result<Identified, ProviderError> {
        let mut said = self.said.lock().unwrap();
        if said.is_down {
            return Err(ProviderError::Down("no answer".into()));
        }
        assert_eq!(pending, format!("pending {state}"), "answers to what was begun are asked about alone");
        if !code.starts_with("good") || !said.spent.insert(code.to_owned()) {
            return Err(ProviderError::Answer("unknown code".into()));
        }
        Ok(said.who.clone().unwrap())
    }

    fn logout_url(&self, id_token: &str, back: &str) -> Option<String> {
        assert_eq!(back, "http://quipu.test/");
        Some(format!("{OUT}{id_token}"))
    }
}

/// Somebody as the provider knows them.
pub fn who(subject: &str, email: Option<&str>) -> Identified {
    Identified {
        issuer: "https://id.test".into(),
        subject: subject.into(),
        email: email.map(str::to_owned),
        name: Some("Ana <Quispe>".into()),
        roles: Vec::new(),
        entity: None,
        id_token: format!("token-of-{subject}"),
    }
}

/// A town that has a provider.
pub async fn town() -> (Town, Arc<Fake>) {
    let fake = Arc::new(Fake::default());
    let provider: Arc<dyn IdentityProvider> = fake.clone();
    (Town::entered_by(Desk::bare(), NOW, accounts().with_provider(provider)).await, fake)
}

/// Goes to the provider; what the answer will bear.
pub async fn begin(browser: &mut Browser) -> String {
    let sent = browser.get("/ingresar/identidad?next=/oficina").await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    sent.location.strip_prefix(START).expect("to the provider").to_owned()
}

/// Comes back from it.
pub async fn back(browser: &mut Browser, code: &str, state: &str) -> Answer {
    browser.get(&format!("/ingresar/identidad/vuelta?code={code}&state={state}")).await
}

/// There and back.
pub async fn sign_in(browser: &mut Browser, code: &str) -> Answer {
    let state = begin(browser).await;
    back(browser, code, &state).await
}
