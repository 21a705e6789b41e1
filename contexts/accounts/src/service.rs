//! What accounts need while the program runs: the policies, the counters of attempts, the hashing of passwords.
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use authz::{Policies, Scope};
use base::Known;
use jiff::{Timestamp, civil::Date};
use tokio::sync::Semaphore;
use web::gate::{Holding, Things};

use crate::{
    actions::{Ceremony, SignIn},
    domain::{Attempt, CEREMONY_LASTS, SIGN_IN_LASTS, Throttle, Token, Wait, Waiting, digest_of},
    hashing::{Hashing, HashingError},
    identity::IdentityProvider,
    passkeys::Passkeys,
    store::{failures::Failures, tokens::Use},
};

/// Where the service is, as the people who use it write it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// `https://quipu.example`: what stands in letters. Never what a request calls itself.
    pub origin: String,
    /// Whether a proxy in front says from where requests come.
    pub is_behind_proxy: bool,
}

impl Site {
    /// Cookies then travel encrypted alone.
    pub fn is_secure(&self) -> bool {
        self.origin.starts_with("https://")
    }
}

/// Account, minute and place of an attempt that failed.
type Failed = (String, String, String);

/// Shared by all requests; cheap to clone.
#[derive(Clone)]
pub struct Accounts {
    pub site: Site,
    pub(crate) policies: Arc<Policies>,
    pub(crate) hashing: Hashing,
    pub(crate) things: Vec<Arc<dyn Things>>,
    throttle: Arc<Mutex<Throttle>>,
    failed: Arc<Mutex<BTreeMap<Failed, i64>>>,
    /// Of each token, by its digest, the last use that is not written down yet.
    used: Arc<Mutex<BTreeMap<String, Use>>>,
    provider: Option<Arc<dyn IdentityProvider>>,
    /// How many may ask the provider at once.
    pub(crate) asking: Arc<Semaphore>,
    sign_ins: Arc<Mutex<Waiting<SignIn>>>,
    passkeys: Option<Passkeys>,
    ceremonies: Arc<Mutex<Waiting<Ceremony>>>,
}

impl Accounts {
    /// # Errors
    /// No chance to be had from the system.
    pub fn new(policies: Policies, site: Site) -> Result<Self, HashingError> {
        Ok(Self {
            passkeys: Passkeys::of(&site),
            ceremonies: Arc::new(Mutex::new(Waiting::new(CEREMONY_LASTS))),
            site,
            policies: Arc::new(policies),
            hashing: Hashing::new()?,
            things: Vec::new(),
            throttle: Arc::default(),
            failed: Arc::default(),
            used: Arc::default(),
            provider: None,
            asking: Arc::new(Semaphore::new(ASKING_MAX)),
            sign_ins: Arc::new(Mutex::new(Waiting::new(SIGN_IN_LASTS))),
        })
    }

    /// With a provider that says who somebody is.
    #[must_use]
    pub fn with_provider(self, provider: Arc<dyn IdentityProvider>) -> Self {
        Self { provider: Some(provider), ..self }
    }

    pub(crate) fn provider(&self) -> Option<&Arc<dyn IdentityProvider>> {
        self.provider.as_ref()
    }

    /// None where browsers let the site have no keys.
    pub(crate) fn passkeys(&self) -> Option<&Passkeys> {
        self.passkeys.as_ref()
    }

    /// Keeps what a browser was asked until it answers with the secret.
    pub(crate) fn ceremony_began(&self, secret: &Token, address: &str, ceremony: Ceremony, now: Timestamp) {
        let mut waiting = self.ceremonies.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.put(secret.digest(), address, ceremony, now);
    }

    /// What was asked of the browser that holds the secret, where it fits: spent by this.
    pub(crate) fn ceremony_of(
        &self,
        held: &str,
        now: Timestamp,
        fits: impl FnOnce(&Ceremony) -> bool,
    ) -> Option<Ceremony> {
        let mut waiting = self.ceremonies.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.take(&digest_of(held), now, fits)
    }

    /// Keeps a sign-in until the browser that holds the secret comes back from the provider.
    pub(crate) fn sign_in_began(&self, secret: &Token, address: &str, sign_in: SignIn, now: Timestamp) {
        let mut waiting = self.sign_ins.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.put(secret.digest(), address, sign_in, now);
    }

    /// The sign-in begun in the browser that holds the secret, where the answer bears its state: spent by this.
    pub(crate) fn sign_in_of(&self, held: &str, state: &str, now: Timestamp) -> Option<SignIn> {
        let mut waiting = self.sign_ins.lock().unwrap_or_else(PoisonError::into_inner);
        // By digest: how long it takes tells nothing of the state.
        let told = digest_of(state);
        waiting.take(&digest_of(held), now, |sign_in| digest_of(&sign_in.begun.state) == told)
    }

    /// Things of another room that paths name.
    #[must_use]
    pub fn with_things(mut self, things: Arc<dyn Things>) -> Self {
        self.things.push(things);
        self
    }

    pub(crate) fn begin(&self, attempt: &Attempt, now: Timestamp) -> Result<(), Wait> {
        self.throttle.lock().unwrap_or_else(PoisonError::into_inner).begin(attempt, now)
    }

    pub(crate) fn succeeded(&self, attempt: &Attempt, begun: Timestamp) {
        self.throttle.lock().unwrap_or_else(PoisonError::into_inner).succeeded(attempt, begun);
    }

    /// Remembers a failure, for [`crate::actions::record_failures`] to write down with others.
    pub(crate) fn failed(&self, account: &str, address: &str, now: Timestamp) {
        let minute: String = format!("{now:.0}").chars().take(16).collect();
        let key = (account.to_owned(), minute, address.to_owned());
        let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
        // More places in a minute than this are one attack, whose places are told by its first.
        if failed.len() < FAILURES_MAX || failed.contains_key(&key) {
            *failed.entry(key).or_default() += 1;
        }
    }

    /// Remembers that a program used a token, for [`crate::actions::record_uses`] to write down with others.
    pub(crate) fn token_used(&self, id: &str, last: Use) {
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(id.to_owned(), last);
    }

    /// The last use of a token that is not written down yet.
    pub(crate) fn last_use(&self, id: &str) -> Option<Use> {
        self.used.lock().unwrap_or_else(PoisonError::into_inner).get(id).cloned()
    }

    pub(crate) fn take_uses(&self) -> BTreeMap<String, Use> {
        std::mem::take(&mut *self.used.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(crate) fn take_failures(&self) -> Vec<Failures> {
        let taken = std::mem::take(&mut *self.failed.lock().unwrap_or_else(PoisonError::into_inner));
        let failures =
            |((account, minute, address), attempts)| Failures { account, minute, address, attempts };
        taken.into_iter().map(failures).collect()
    }
}

/// A provider that answers in ten seconds, or not at all, holds so many threads.
const ASKING_MAX: usize = 16;

/// Account, minute and place.
const FAILURES_MAX: usize = 10_000;

/// Posts that the account holds on the day, as who showed two factors, or one, may act through them: a post that reaches
/// beyond its own body asks for two.
pub(crate) async fn holdings(
    conn: &mut db::Conn,
    account: &str,
    is_strong: bool,
    on: Date,
) -> Result<Vec<Holding>, db::Error> {
    let posts = directory::queries::posts_held(conn, Known::NOW, on, account).await?;
    let held = posts.into_iter().filter(|post| is_strong || !needs_two_factors(&post.scope));
    Ok(held
        .map(|post| Holding {
            post: post.code.to_string(),
            role: post.role,
            entity: post.entity,
            scope: post.scope,
        })
        .collect())
}

/// Whether a post of that reach is acted through only after two factors.
pub fn needs_two_factors(scope: &Scope) -> bool {
    !matches!(scope, Scope::Entity(_))
}
