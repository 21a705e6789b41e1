//! Where a database is: a file of SQLite, or a database of a PostgreSQL server.
use std::{
    fmt,
    path::{Path, PathBuf},
    str::FromStr,
};

use url::Url;

/// Where the relational store is.
#[derive(Clone, PartialEq, Eq)]
pub enum Place {
    /// One file of SQLite, made where it is absent.
    File(PathBuf),
    /// A database of a PostgreSQL server.
    Server(Server),
}

/// The address of a database on a server. Told without its password.
#[derive(Clone, PartialEq, Eq)]
pub struct Server(Url);

/// Why a text is no address of a database. Never repeats the text, which may hold a password.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoPlace {
    #[error("no address of a database: write postgres://USER@HOST/DATABASE")]
    Address,
    #[error("the address names no database: write postgres://USER@HOST/DATABASE")]
    Database,
    #[error("the address has a parameter {0:?} that is not known; known are {KNOWN:?} and options[NAME]")]
    Parameter(String),
}

/// What an address may say behind its `?`. Another word is a slip: an `sslmod` that is passed over in silence sends
/// everything in the clear.
const KNOWN: [&str; 10] = [
    "sslmode",
    "sslrootcert",
    "sslcert",
    "sslkey",
    "host",
    "port",
    "user",
    "password",
    "options",
    "application_name",
];

impl FromStr for Server {
    type Err = NoPlace;

    fn from_str(text: &str) -> Result<Self, NoPlace> {
        let url = Url::parse(text).map_err(|_| NoPlace::Address)?;
        if !matches!(url.scheme(), "postgres" | "postgresql") || url.cannot_be_a_base() {
            return Err(NoPlace::Address);
        }
        if url.path().trim_start_matches('/').is_empty() {
            return Err(NoPlace::Database);
        }
        let is_known = |name: &str| {
            KNOWN.contains(&name)
                || name.strip_prefix("options[").is_some_and(|rest| rest.len() > 1 && rest.ends_with(']'))
        };
        match url.query_pairs().find(|(name, _)| !is_known(name)) {
            Some((name, _)) => Err(NoPlace::Parameter(name.into_owned())),
            None => Ok(Self(url)),
        }
    }
}

impl Server {
    /// With its password, for the driver alone.
    pub(crate) fn url(&self) -> &str {
        self.0.as_str()
    }

    /// The same, where the server is told that name of the program.
    #[must_use]
    pub fn named(&self, program: &str) -> Self {
        let mut url = self.0.clone();
        url.query_pairs_mut().append_pair("application_name", program);
        Self(url)
    }

    /// The same database where names are looked for in that schema.
    #[must_use]
    pub fn in_schema(&self, schema: &str) -> Self {
        let mut url = self.0.clone();
        url.query_pairs_mut().append_pair("options[search_path]", schema);
        Self(url)
    }
}

impl fmt::Display for Server {
    /// Who, where and which; neither the password nor what follows `?`, where another may stand.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = self.0.clone();
        shown.set_query(None);
        shown.set_fragment(None);
        // Of an address without a host there is none to take away.
        let _ = shown.set_password(None);
        f.write_str(shown.as_str())
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Server(server) => write!(f, "{server}"),
        }
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Server({self})")
    }
}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Place({self})")
    }
}

impl From<&Path> for Place {
    fn from(path: &Path) -> Self {
        Self::File(path.to_owned())
    }
}

impl From<&PathBuf> for Place {
    fn from(path: &PathBuf) -> Self {
        Self::File(path.clone())
    }
}

impl From<Server> for Place {
    fn from(server: Server) -> Self {
        Self::Server(server)
    }
}

impl From<&Self> for Place {
    fn from(place: &Self) -> Self {
        place.clone()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn check(text: &str, expect: &str) {
        let told = text.parse::<Server>().map_or_else(|error| error.to_string(), |server| server.to_string());
        assert!(told.starts_with(expect), "{text}: {told}");
        assert!(!told.contains("s3cret"), "{told}");
    }

    #[test]
    fn an_address_is_told_without_its_password_or_refused_without_it() {
        check("postgres://quipu:s3cret@db.example:5433/quipu", "postgres://quipu@db.example:5433/quipu");
        check(
            "postgresql://quipu@db.example/quipu?sslmode=verify-full",
            "postgresql://quipu@db.example/quipu",
        );
        check("postgres:///quipu?host=/run/postgresql&password=s3cret", "postgres:///quipu");
        check("postgres://q@h/quipu?options[search_path]=one", "postgres://q@h/quipu");
        check("postgres://quipu:s3cret@db.example", "the address names no database");
        check("postgres://q@h/quipu?sslmod=require", "the address has a parameter \"sslmod\"");
        check("postgres://q@h/quipu?options[=s3cret", "the address has a parameter \"options[\"");
        check("mysql://quipu:s3cret@db.example/quipu", "no address of a database");
        check("postgres:quipu", "no address of a database");
        check("quipu.db", "no address of a database");
        check("", "no address of a database");
        let debug = format!("{:?}", Place::from("postgres://q:s3cret@h/quipu".parse::<Server>().unwrap()));
        assert_eq!(debug, "Place(postgres://q@h/quipu)");
    }
}
