//! The country pack: everything of one country, as dated data files.
//!
//! `init` stores each file under its hash and records which file held since when, so that any
//! question can be answered with the law, the calendar and the classification known on that day.
//! What a file means is for the room that reads it; this crate knows only where files are.
mod country;
mod load;
mod store;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use base::{Digest, Known};
use db::{Conn, Files, memo};
use law::{CountryLaw, LawFiles};
use workflow::{Finding, Procedures};

pub use country::{Country, Licence};
pub use load::{Changes, load, stored_files};

/// What this room publishes, column by column.
pub const PUBLISH: &str = include_str!("../publish.toml");

pub const MIGRATIONS: db::Migrations = db::Migrations {
    context: "pack",
    steps: &[db::Step { number: 1, name: "files", sql: include_str!("../migrations/0001_files.sql") }],
};

/// Folders that hold what `import` reads rather than law and classification.
const NOT_LOADED: [&str; 4] = ["sample", "plans", "indicators", "attributions"];

/// Large files that few pages ask for: read one by one ([`texts_known`]), never with the rest.
const READ_ALONE: &str = "territory/outlines/";

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("{path}: {source}")]
    Io { path: PathBuf, source: std::io::Error },
    #[error("{path} is not a country pack: it has no country.toml")]
    NotAPack { path: PathBuf },
    #[error("the country pack has no {0}; run `quipu check-pack` on it")]
    Missing(String),
    #[error("{path} of the country pack is not UTF-8 text")]
    NotText { path: String },
    #[error("country.toml: {0}")]
    Country(#[from] toml::de::Error),
    #[error("{0}")]
    Law(#[from] base::RowErrors),
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Procedures(Vec<Finding>),
    #[error("no country pack is loaded; run `quipu init countries/peru`")]
    NoPack,
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Journal(#[from] journal::Error),
}

/// The versioned table that the pack is read from.
pub const TABLES: &[&str] = &["pack_files"];

/// The files of a pack by path (`law/rules.csv`), as texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pack {
    texts: BTreeMap<String, String>,
}

impl Pack {
    /// Reads a pack's folder.
    pub fn open(folder: &Path) -> Result<Self, Error> {
        if !folder.join("country.toml").is_file() {
            return Err(Error::NotAPack { path: folder.to_owned() });
        }
        let mut texts = BTreeMap::new();
        collect(folder, folder, &mut texts)?;
        Ok(Self { texts })
    }

    /// The pack as recorded, without the outlines of places.
    pub async fn known(conn: &mut Conn, files: &Files, known: Known) -> Result<Arc<Self>, Error> {
        let known = memo::settled(conn, known, TABLES).await?;
        if let Some(found) = memo::recall(known, "") {
            return Ok(found);
        }
        let mut texts = BTreeMap::new();
        for (path, digest) in store::files(conn, known).await? {
            if path.starts_with(READ_ALONE) {
                continue;
            }
            let text = stored_text(files, &path, &digest)?;
            texts.insert(path, text);
        }
        if texts.is_empty() { Err(Error::NoPack) } else { Ok(memo::keep(known, "", Self { texts })) }
    }

    /// The law of the pack as known, read once of a state.
    pub async fn law_known(conn: &mut Conn, files: &Files, known: Known) -> Result<Arc<CountryLaw>, Error> {
        let known = memo::settled(conn, known, TABLES).await?;
        if let Some(found) = memo::recall(known, "") {
            return Ok(found);
        }
        let law = Self::known(conn, files, known).await?.law()?;
        Ok(memo::keep(known, "", law))
    }

    pub fn text(&self, path: &str) -> Result<&str, Error> {
        self.texts.get(path).map(String::as_str).ok_or_else(|| Error::Missing(path.to_owned()))
    }

    /// Paths below a folder, sorted.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let inside =
            move |path: &&String| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        self.texts
            .iter()
            .filter(move |(path, _)| inside(path))
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// Rules, calendars and suspensions: whoever asks about the law reads the same files.
    pub fn law(&self) -> Result<CountryLaw, Error> {
        Ok(CountryLaw::parse(LawFiles {
            rules: self.text("law/rules.csv")?,
            holidays: self.text("law/holidays.csv")?,
            non_working_days: self.text("law/non_working_days.csv")?,
            suspensions: self.text("law/suspensions.csv").ok(),
            names: self.text("law/names.csv").ok(),
        })?)
    }

    /// Every version of every procedure below `procedures/`, checked against the rules of the pack;
    /// none where the pack declares none.
    pub fn procedures(&self) -> Result<Procedures, Error> {
        let rulebook = self.law()?.rulebook;
        Procedures::read(self.below("procedures"), &rulebook).map_err(Error::Procedures)
    }

    pub fn country(&self) -> Result<Country, Error> {
        Ok(toml::from_str(self.text("country.toml")?)?)
    }
}

/// What pages may ask the origin of: files of the pack by their paths.
pub fn origin(paths: &[&str]) -> Vec<journal::Rows> {
    vec![journal::Rows::of("pack_files").with("path", paths.iter().copied())]
}

/// Files of the pack as recorded, in one reading; `None` where the pack known then has none of that path.
pub async fn texts_known<const N: usize>(
    conn: &mut Conn,
    files: &Files,
    known: Known,
    paths: [&str; N],
) -> Result<[Option<String>; N], Error> {
    let digests = store::of(conn, known, &paths).await?;
    let mut texts = [const { None }; N];
    for (text, path) in texts.iter_mut().zip(paths) {
        *text = digests.get(path).map(|digest| stored_text(files, path, digest)).transpose()?;
    }
    Ok(texts)
}

fn stored_text(files: &Files, path: &str, digest: &Digest) -> Result<String, Error> {
    let at = files.path(digest);
    let bytes = fs::read(&at).map_err(|source| Error::Io { path: at, source })?;
    String::from_utf8(bytes).map_err(|_| Error::NotText { path: path.to_owned() })
}

fn collect(root: &Path, folder: &Path, texts: &mut BTreeMap<String, String>) -> Result<(), Error> {
    let failed = |source| Error::Io { path: folder.to_owned(), source };
    for item in fs::read_dir(folder).map_err(failed)? {
        let path = item.map_err(failed)?.path();
        let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        if path.is_dir() {
            if !NOT_LOADED.contains(&name.as_str()) {
                collect(root, &path, texts)?;
            }
        } else if matches!(path.extension().and_then(|e| e.to_str()), Some("csv" | "toml")) {
            let bytes = fs::read(&path).map_err(|source| Error::Io { path: path.clone(), source })?;
            let text = String::from_utf8(bytes).map_err(|_| Error::NotText { path: name.clone() })?;
            texts.insert(name, text);
        }
    }
    Ok(())
}
