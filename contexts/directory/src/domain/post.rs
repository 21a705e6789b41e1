//! Posts of the state, and who holds them when.
use std::{fmt, str::FromStr};

use authz::Scope;
use base::{Validity, codes::EntityCode};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Dated;

/// A post's code, as addresses and the journal name it: `e-11-011.planner`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PostCode(String);

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no code of a post; one looks like e-11-011.planner")]
pub struct NoPost(pub String);

impl PostCode {
    /// The code of the post for `role` of a body. Of several alike, the second is `…-2`.
    pub fn of(entity: &EntityCode, role: &str) -> Self {
        let slug: String = entity.as_str().to_lowercase().replace(':', "-");
        Self(format!("{slug}.{}", role.replace('_', "-")))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Who acts, as the journal names them.
    pub fn actor(&self) -> String {
        format!("post:{}", self.0)
    }
}

impl FromStr for PostCode {
    type Err = NoPost;

    fn from_str(text: &str) -> Result<Self, NoPost> {
        let is_sign = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_.".contains(c);
        let is_code = text.len() <= 60 && text.contains('.') && text.chars().all(is_sign);
        is_code.then(|| Self(text.to_owned())).ok_or_else(|| NoPost(text.chars().take(80).collect()))
    }
}

impl TryFrom<String> for PostCode {
    type Error = NoPost;

    fn try_from(text: String) -> Result<Self, NoPost> {
        text.parse()
    }
}

impl From<PostCode> for String {
    fn from(code: PostCode) -> Self {
        code.0
    }
}

impl fmt::Display for PostCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A post of a body, between two dates. It has permissions; whoever holds it does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Post {
    pub code: PostCode,
    pub entity: EntityCode,
    /// One of [`authz::ROLES`].
    pub role: &'static str,
    /// What its permissions reach.
    #[serde(serialize_with = "as_text")]
    pub scope: Scope,
    /// Where its duties show while nobody holds it.
    pub superior: Option<PostCode>,
    pub validity: Validity,
    pub source: String,
}

fn as_text<S: serde::Serializer>(scope: &Scope, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(scope)
}

/// The role of that name, as policies know it.
pub fn role(text: &str) -> Option<&'static str> {
    authz::ROLES.into_iter().find(|role| *role == text)
}

impl Dated for Post {
    fn code(&self) -> &str {
        self.code.as_str()
    }

    fn validity(&self) -> Validity {
        self.validity
    }

    /// A superior is no parent: a post stands without one.
    fn parent(&self) -> Option<&str> {
        None
    }
}

/// In what quality a post is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum HolderKind {
    /// Named to it.
    Titular,
    /// Until somebody is named, or while the titular is away.
    Acting,
}

impl HolderKind {
    pub const ALL: [Self; 2] = [Self::Titular, Self::Acting];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Titular => "titular",
            Self::Acting => "acting",
        }
    }
}

impl FromStr for HolderKind {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|kind| kind.as_str() == text);
        found.ok_or_else(|| "write titular or acting".to_owned())
    }
}

/// That an account holds a post, between two dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    pub post: PostCode,
    pub kind: HolderKind,
    /// Opaque: names nobody.
    pub account: String,
    pub validity: Validity,
    /// What named them: a resolution and its number.
    pub norm: String,
}

/// Why somebody cannot hold a post.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AppointError {
    #[error("the post does not exist on {0}")]
    NotInForce(Date),
    #[error("the post is held by somebody else from {from}; end that first")]
    Held { from: Date },
    #[error("this account holds the post already")]
    Same,
}

/// Whether the new holder fits beside those there are. A post has one titular at a time, and one acting holder.
pub fn appoint(post: &Post, before: &[Holder], new: &Holder) -> Result<(), AppointError> {
    if !post.validity.holds_on(new.validity.from()) {
        return Err(AppointError::NotInForce(new.validity.from()));
    }
    let overlapping = before.iter().filter(|held| held.validity.overlaps(new.validity));
    for held in overlapping {
        if held.account == new.account {
            return Err(AppointError::Same);
        }
        if held.kind == new.kind {
            return Err(AppointError::Held { from: held.validity.from() });
        }
    }
    Ok(())
}

/// Who answers for a post on a day: the acting holder before the titular.
pub fn answering(holders: &[Holder], on: Date) -> Option<&Holder> {
    let held = |kind: HolderKind| holders.iter().find(move |h| h.kind == kind && h.validity.holds_on(on));
    held(HolderKind::Acting).or_else(|| held(HolderKind::Titular))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn post() -> Post {
        let entity: EntityCode = "E:11-011".parse().unwrap();
        Post {
            code: PostCode::of(&entity, "budget_officer"),
            scope: Scope::Entity(entity.clone()),
            entity,
            role: "budget_officer",
            superior: None,
            validity: Validity::since(date(2020, 1, 1)),
            source: String::new(),
        }
    }

    fn holder(account: &str, kind: HolderKind, from: Date, to: Option<Date>) -> Holder {
        let validity = Validity::new(from, to).unwrap();
        Holder { post: post().code, kind, account: account.to_owned(), validity, norm: String::new() }
    }

    #[test]
    fn codes_are_public_names() {
        assert_eq!(post().code.as_str(), "e-11-011.budget-officer");
        let longest: EntityCode = "M:240101-301734".parse().unwrap();
        let code = PostCode::of(&longest, "system_administrator");
        assert!(journal::is_public_name(&code.actor()), "{code}");
        assert_eq!(code.as_str().parse::<PostCode>().unwrap(), code);
        for text in ["", "planner", "E.x", "a/b.c", "josé.x", "a b.c"] {
            assert!(text.parse::<PostCode>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_post_has_one_holder_of_each_kind_at_a_time() {
        use HolderKind::{Acting, Titular};
        let year = |n: i16| date(n, 1, 1);
        let held = [holder("a", Titular, year(2020), Some(year(2022)))];
        let check =
            |new: Holder, expect: Result<(), AppointError>| assert_eq!(appoint(&post(), &held, &new), expect);
        check(holder("b", Titular, year(2022), None), Ok(()));
        check(holder("b", Titular, year(2021), None), Err(AppointError::Held { from: year(2020) }));
        check(holder("b", Acting, year(2021), Some(year(2022))), Ok(()));
        check(holder("a", Acting, year(2021), None), Err(AppointError::Same));
        check(holder("b", Titular, year(2019), None), Err(AppointError::NotInForce(year(2019))));
    }

    proptest! {
        /// Whatever was admitted one after the other, on no day do two of one kind hold the post.
        #[test]
        fn never_two_of_one_kind(asked in proptest::collection::vec((0_u8..4, any::<bool>(), 0_i32..40, 1_i32..20), 1..20)) {
            let day = |n: i32| date(2020, 1, 1).checked_add(jiff::Span::new().days(n)).unwrap();
            let mut held: Vec<Holder> = Vec::new();
            for (account, acting, from, length) in asked {
                let kind = if acting { HolderKind::Acting } else { HolderKind::Titular };
                let new = holder(&account.to_string(), kind, day(from), Some(day(from + length)));
                if appoint(&post(), &held, &new).is_ok() {
                    held.push(new);
                }
            }
            for on in (0..60).map(day) {
                for kind in HolderKind::ALL {
                    prop_assert!(held.iter().filter(|h| h.kind == kind && h.validity.holds_on(on)).count() <= 1);
                }
                let accounts: Vec<&str> =
                    held.iter().filter(|h| h.validity.holds_on(on)).map(|h| h.account.as_str()).collect();
                prop_assert!(accounts.len() < 2 || accounts[0] != accounts[1]);
            }
        }
    }
}
