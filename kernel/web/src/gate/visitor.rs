//! Who asks.
use authz::{Grant, Principal, Scope};
use base::codes::EntityCode;

/// Whoever sent the request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Visitor {
    #[default]
    Nobody,
    Somebody(Box<Somebody>),
}

/// Somebody who logged in, as their session says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Somebody {
    /// Opaque: names nobody.
    pub account: String,
    /// Shown to themselves alone.
    pub name: String,
    /// Of the session, or of the token, by which they asked.
    pub session: String,
    /// Posts held today, the one acted through first.
    pub posts: Vec<Holding>,
    /// What the token lets a program do that asks for them; absent where they ask themselves.
    pub grants: Option<Vec<Grant>>,
}

/// A post that somebody holds today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// Code of the post.
    pub post: String,
    pub role: &'static str,
    pub entity: EntityCode,
    pub scope: Scope,
}

impl Visitor {
    pub fn somebody(&self) -> Option<&Somebody> {
        match self {
            Self::Nobody => None,
            Self::Somebody(somebody) => Some(somebody),
        }
    }

    /// As the policies know them.
    pub fn principal(&self) -> Principal {
        self.somebody().map_or(Principal::Visitor, Somebody::principal)
    }
}

impl Somebody {
    /// The post acted through.
    pub fn post(&self) -> Option<&Holding> {
        self.posts.first()
    }

    pub fn principal(&self) -> Principal {
        let account = || Principal::Account { account: self.account.clone() };
        self.limited(self.post().map_or_else(account, |held| held.principal(&self.account)))
    }

    /// As if acted through that post.
    pub fn principal_through(&self, held: &Holding) -> Principal {
        self.limited(held.principal(&self.account))
    }

    fn limited(&self, person: Principal) -> Principal {
        match &self.grants {
            Some(grants) => Principal::Program { of: Box::new(person), grants: grants.clone() },
            None => person,
        }
    }

    /// Who acts, as the journal names them: the post, else the account by its opaque code.
    pub fn actor(&self) -> String {
        self.post().map_or_else(|| format!("account:{}", self.account), |held| format!("post:{}", held.post))
    }
}

impl Holding {
    pub fn principal(&self, account: &str) -> Principal {
        Principal::Post {
            post: self.post.clone(),
            role: self.role,
            scope: self.scope.clone(),
            account: account.to_owned(),
        }
    }
}
