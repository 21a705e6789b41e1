//! What claims tell about somebody, in our words; pure.
use std::{collections::BTreeMap, fmt};

use serde::Serialize;
use serde_json::{Map, Value};

use crate::{ClaimNames, IdentityError};

/// `OpenID Connect` Core 1.0 §2.
const SUBJECT_LETTERS_MAX: usize = 255;
const WORDS_LETTERS_MAX: usize = 300;
const ROLES_MAX: usize = 200;

/// Somebody whom the provider knows. Only issuer and subject together, and they for good, mean one person.
#[derive(Clone, PartialEq, Eq)]
pub struct Identified {
    pub subject: String,
    pub issuer: String,
    /// Only if the provider verified it.
    pub email: Option<String>,
    pub name: Option<String>,
    /// In our words, each once, in the provider's order.
    pub roles: Vec<String>,
    pub entity: Option<String>,
    /// To be kept for [`crate::Provider::logout_url`], sealed.
    pub id_token: String,
}

/// Without the token.
impl fmt::Debug for Identified {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Identified")
            .field("subject", &self.subject)
            .field("issuer", &self.issuer)
            .field("email", &self.email)
            .field("name", &self.name)
            .field("roles", &self.roles)
            .field("entity", &self.entity)
            .finish_non_exhaustive()
    }
}

/// Claims by name. What is told twice is told by the ID token, which is signed.
pub struct Told {
    token: Map<String, Value>,
    pub info: Option<Map<String, Value>>,
}

impl Told {
    pub fn by_token(token: Map<String, Value>) -> Self {
        Self { token, info: None }
    }

    /// Whether something is wanted that is not told.
    pub fn lacks(&self, names: &ClaimNames) -> bool {
        let mut wanted = vec![&names.subject, &names.email, &names.name];
        wanted.extend(names.roles.as_ref());
        wanted.extend(names.entity.as_ref());
        if !names.email_always_verified {
            wanted.push(&names.email_verified);
        }
        wanted.iter().any(|name| self.value(name).is_none())
    }

    pub fn identified(
        &self,
        names: &ClaimNames,
        roles: Option<&BTreeMap<String, String>>,
        issuer: &str,
        id_token: String,
    ) -> Result<Identified, IdentityError> {
        let subject = self.value(&names.subject).and_then(subject);
        let told = names.roles.as_deref().and_then(|name| self.value(name)).map(words).unwrap_or_default();
        Ok(Identified {
            subject: subject.ok_or_else(|| IdentityError::NoSubject(names.subject.clone()))?,
            issuer: issuer.to_owned(),
            email: self.email(names),
            name: self.text(&names.name),
            roles: ours(told, roles),
            entity: names.entity.as_deref().and_then(|name| self.text(name)),
            id_token,
        })
    }

    /// Address and verdict have to be of one mouth: a verdict says nothing about an address told elsewhere.
    fn email(&self, names: &ClaimNames) -> Option<String> {
        let verified = |claims: &Map<String, Value>| {
            names.email_always_verified || found(claims, &names.email_verified).is_some_and(is_true)
        };
        let told = self.mouths().filter(|claims| verified(claims));
        told.filter_map(|claims| found(claims, &names.email).and_then(text)).find(|email| is_email(email))
    }

    fn text(&self, name: &str) -> Option<String> {
        self.value(name).and_then(text)
    }

    fn value(&self, name: &str) -> Option<&Value> {
        self.mouths().find_map(|claims| found(claims, name))
    }

    fn mouths(&self) -> impl Iterator<Item = &Map<String, Value>> {
        std::iter::once(&self.token).chain(&self.info)
    }
}

/// Verified claims by their names, whoever the crate has given them to.
pub fn object(claims: &impl Serialize) -> Map<String, Value> {
    match serde_json::to_value(claims) {
        Ok(Value::Object(claims)) => claims,
        _ => Map::new(),
    }
}

/// By its whole name, which may have dots, or else step by step.
fn found<'a>(claims: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    let value = claims.get(name).or_else(|| {
        let mut steps = name.split('.');
        let first = claims.get(steps.next()?)?;
        steps.try_fold(first, |value, step| value.get(step))
    });
    value.filter(|value| !value.is_null())
}

/// One line; numbers are codes here.
fn text(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) if number.is_u64() => number.to_string(),
        _ => return None,
    };
    let is_fit =
        !text.is_empty() && !text.contains(char::is_control) && text.chars().count() <= WORDS_LETTERS_MAX;
    is_fit.then_some(text)
}

/// As it is, to the letter: whatever makes two of it alike would make one person of two.
fn subject(value: &Value) -> Option<String> {
    let subject = match value {
        Value::String(subject) => subject.clone(),
        Value::Number(number) if number.is_u64() => number.to_string(),
        _ => return None,
    };
    let is_word = !subject.is_empty() && !subject.contains(|c: char| c.is_whitespace() || c.is_control());
    (is_word && subject.chars().count() <= SUBJECT_LETTERS_MAX).then_some(subject)
}

fn words(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => text.split_whitespace().map(str::to_owned).collect(),
        Value::Array(values) => values.iter().filter_map(text).collect(),
        _ => Vec::new(),
    }
}

fn ours(told: Vec<String>, roles: Option<&BTreeMap<String, String>>) -> Vec<String> {
    let mut ours: Vec<String> = Vec::new();
    for role in told.into_iter().take(ROLES_MAX) {
        let role = roles.map_or(Some(&role), |roles| roles.get(&role)).cloned();
        ours.extend(role.filter(|role| !ours.contains(role)));
    }
    ours
}

/// Some providers write it as a text.
fn is_true(value: &Value) -> bool {
    *value == Value::Bool(true) || *value == Value::String("true".into())
}

fn is_email(email: &str) -> bool {
    let parts = email.rsplit_once('@');
    parts.is_some_and(|(name, host)| !name.is_empty() && !host.is_empty())
        && !email.contains(char::is_whitespace)
}

#[cfg(test)]
#[path = "claims_tests.rs"]
mod tests;
