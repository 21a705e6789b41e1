//! In which of the two databases a statement is about to be asked. Statements are the same in both; what cannot be is
//! chosen here.
use sqlx::AnyConnection;

use crate::{Conn, Place, postgres, sqlite};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Sqlite,
    Postgres,
}

impl Engine {
    pub(crate) const fn at(place: &Place) -> Self {
        match place {
            Place::File(_) => Self::Sqlite,
            Place::Server(_) => Self::Postgres,
        }
    }

    pub(crate) fn of(conn: &Conn) -> Self {
        let conn: &AnyConnection = conn;
        if conn.backend_name() == "PostgreSQL" { Self::Postgres } else { Self::Sqlite }
    }

    /// What every connection is told first.
    pub(crate) const fn settings(self) -> &'static str {
        match self {
            Self::Sqlite => sqlite::SETTINGS,
            Self::Postgres => postgres::SETTINGS,
        }
    }

    pub(crate) const fn begin_read(self) -> &'static str {
        match self {
            Self::Sqlite => sqlite::BEGIN_READ,
            Self::Postgres => postgres::BEGIN_READ,
        }
    }

    pub(crate) const fn begin_write(self) -> &'static str {
        match self {
            Self::Sqlite => sqlite::BEGIN_WRITE,
            Self::Postgres => postgres::BEGIN_WRITE,
        }
    }

    /// `name` and `part` of every column of every table.
    pub(crate) const fn columns(self) -> &'static str {
        match self {
            Self::Sqlite => sqlite::COLUMNS,
            Self::Postgres => postgres::COLUMNS,
        }
    }

    /// The `name` of every index.
    pub(crate) const fn indexes(self) -> &'static str {
        match self {
            Self::Sqlite => sqlite::INDEXES,
            Self::Postgres => postgres::INDEXES,
        }
    }

    /// How many tables have the name `$1`.
    pub(crate) const fn holds(self) -> &'static str {
        match self {
            Self::Sqlite => sqlite::HOLDS,
            Self::Postgres => postgres::HOLDS,
        }
    }
}
