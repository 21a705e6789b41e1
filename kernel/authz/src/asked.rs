//! What is asked about: who, and which thing.
use crate::Scope;

/// What a token lets a program do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grant {
    Read,
    Write,
}

impl Grant {
    pub const ALL: [Self; 2] = [Self::Read, Self::Write];

    /// As the policies call it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
        }
    }
}

/// Who asks. What decides is the post; the account is there for what is somebody's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Principal {
    /// Nobody known.
    Visitor,
    /// Somebody who logged in and holds no post today.
    Account { account: String },
    /// A post, held today by the account.
    Post { post: String, role: &'static str, scope: Scope, account: String },
    /// A program, by a token that somebody made for it: may do what they may, as far as the token goes.
    Program { of: Box<Self>, grants: Vec<Grant> },
}

/// The thing that would be acted on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    /// Its type in the policies' schema.
    pub(crate) kind: &'static str,
    pub(crate) id: String,
    /// Every part of the state it lies in, the widest among them.
    pub(crate) within: Vec<Scope>,
}

impl Resource {
    /// The whole, where no part of it is meant.
    pub fn state() -> Self {
        Self { kind: "State", id: "state".to_owned(), within: Vec::new() }
    }

    /// An account as a thing: whose sessions, whose second factor.
    pub fn account(account: &str) -> Self {
        Self { kind: "Account", id: account.to_owned(), within: Vec::new() }
    }

    /// A thing of a type that a room's schema declares, in the parts of the state that it lies in.
    pub const fn of(kind: &'static str, id: String, within: Vec<Scope>) -> Self {
        Self { kind, id, within }
    }

    pub fn within(&self) -> &[Scope] {
        &self.within
    }
}
