//! Bulk files: every dataset whole, and the money of every year, as CSV and Parquet with a descriptor.
//!
//! The same state gives the same bytes, in whatever language its words are. A folder is written beside its
//! name and takes it when it is whole.
mod file;
mod money;
pub mod nightly;
mod tables;

use std::{
    fs,
    path::{Path, PathBuf},
};

use analytics::Published;
use anyhow::{Context, bail};
use base::Known;
use dataset::{FileOf, Package, Part, RowsEncoder};
use db::Conn;
use jiff::Timestamp;
use web::{Lang, Texts};

use crate::state::State;
use file::Written;

/// Name of the descriptor; a folder that has one was written here and may be written again.
pub const DESCRIPTOR: &str = "datapackage.json";
/// The folder with the money, which is a fiscal data package of its own.
pub const MONEY: &str = "budget";

/// What is written, and in which words.
pub struct Bulk<'s> {
    pub state: &'s State,
    pub known: Known,
    pub lang: Lang,
    pub texts: &'s Texts,
}

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    pub tables: usize,
    pub rows: u64,
    pub bytes: u64,
}

impl Bulk<'_> {
    /// Writes the whole package as `folder`, which must be absent, empty, or an earlier package. `told` hears
    /// the name of each table as it is begun.
    pub async fn write(&self, folder: &Path, told: &(dyn Fn(&str) + Sync)) -> anyhow::Result<Summary> {
        may_be_replaced(folder)?;
        let beside = beside(folder)?;
        let result = self.fill(&beside, told).await;
        if result.is_err() {
            // What is half there helps nobody; the error is what counts.
            let _ = fs::remove_dir_all(&beside);
            return result;
        }
        if folder.exists() {
            fs::remove_dir_all(folder).with_context(|| format!("cannot replace {}", folder.display()))?;
        }
        fs::rename(&beside, folder).with_context(|| format!("cannot name {}", folder.display()))?;
        result
    }

    async fn fill(&self, folder: &Path, told: &(dyn Fn(&str) + Sync)) -> anyhow::Result<Summary> {
        let money_folder = folder.join(MONEY);
        fs::create_dir_all(&money_folder)
            .with_context(|| format!("cannot create {}", money_folder.display()))?;
        // One snapshot: the tables are of one state, and so is the money.
        let mut read = self.state.ctx.db.read().await?;
        let known = Known(self.known.0.min(journal::last_seq(&mut read).await?));
        let tables = self.tables(&mut read, known, folder, told).await?;
        let money = self.money(&mut read, known, &money_folder, told).await?;
        let mut summary = Summary::default();
        for part in tables.iter().chain(&money) {
            summary.tables += 1;
            summary.rows += part.rows;
            summary.bytes += part.csv.bytes + part.parquet.bytes;
        }
        self.describe(&mut read, known, folder, "tables", tables).await?;
        self.describe(&mut read, known, &money_folder, "money", money).await?;
        Ok(summary)
    }

    async fn describe(
        &self,
        conn: &mut Conn,
        known: Known,
        folder: &Path,
        what: &str,
        parts: Vec<Part>,
    ) -> anyhow::Result<()> {
        let country = self.state.pack(conn, Known::NOW).await?.country()?;
        let known_at: Option<Timestamp> = journal::time_of(conn, known.0).await?;
        let code = country.code.to_lowercase();
        let licence = country.data_licence.context("country.toml names no data_licence")?;
        let package = Package {
            name: format!("quipu-{code}-{what}"),
            title: self.t(&format!("bulk-{what}")),
            about: self.t(&format!("bulk-{what}-about")),
            country: country.code,
            known_at,
            licence: (licence.name, licence.address),
            parts,
        };
        let text = serde_json::to_string_pretty(&package.to_json())?;
        let path = folder.join(DESCRIPTOR);
        fs::write(&path, text + "\n").with_context(|| format!("cannot write {}", path.display()))
    }

    fn t(&self, key: &str) -> String {
        self.texts.t(self.lang, key, &[])
    }

    fn encoder() -> impl RowsEncoder {
        Published
    }
}

/// A folder that somebody else filled is left alone.
fn may_be_replaced(folder: &Path) -> anyhow::Result<()> {
    if !folder.exists() || folder.join(DESCRIPTOR).is_file() {
        return Ok(());
    }
    let mut entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    if entries.next().is_some() {
        bail!("{} holds something else; name a folder that is new or empty", folder.display());
    }
    Ok(())
}

/// Where the package is written until it is whole: next to its place, so that taking the name is one step.
fn beside(folder: &Path) -> anyhow::Result<PathBuf> {
    let name = folder.file_name().context("name a folder")?.to_string_lossy().into_owned();
    let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty());
    let parent = parent.unwrap_or_else(|| Path::new("."));
    fs::create_dir_all(parent).with_context(|| format!("cannot create {}", parent.display()))?;
    let beside = parent.join(format!(".{name}.half"));
    if beside.exists() {
        fs::remove_dir_all(&beside).with_context(|| format!("cannot clear {}", beside.display()))?;
    }
    Ok(beside)
}

fn file_of(written: Written) -> FileOf {
    FileOf { path: written.name, bytes: written.bytes, digest: written.digest }
}
