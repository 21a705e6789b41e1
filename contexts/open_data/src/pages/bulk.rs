//! The bulk files as their descriptors tell them.
use std::path::Path;

use serde::Deserialize;

/// Where the descriptors are, below the folder of the bulk files.
const DESCRIPTORS: [&str; 2] = ["", "budget/"];

/// The parts of a descriptor that pages show.
#[derive(Debug, Deserialize)]
struct Descriptor {
    version: Option<String>,
    resources: Vec<Resource>,
}

#[derive(Debug, Deserialize)]
struct Resource {
    name: String,
    title: String,
    path: String,
    bytes: u64,
    #[serde(rename = "rowCount")]
    rows: u64,
    parquet: Parquet,
}

#[derive(Debug, Deserialize)]
struct Parquet {
    path: String,
    bytes: u64,
}

/// One table as two files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bulk {
    pub name: String,
    pub title: String,
    pub rows: u64,
    pub csv: Download,
    pub parquet: Download,
}

/// A file to take away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    /// Below the folder of the bulk files.
    pub path: String,
    pub bytes: u64,
}

/// Every table of the bulk files, and the instant whose state they show. Nothing where none were written
/// yet; a descriptor that another program damaged counts as none.
pub async fn tables(folder: &Path) -> (Option<String>, Vec<Bulk>) {
    let mut known = None;
    let mut tables = Vec::new();
    for below in DESCRIPTORS {
        let path = folder.join(below).join("datapackage.json");
        let Ok(text) = tokio::fs::read(&path).await else { continue };
        let Ok(found) = serde_json::from_slice::<Descriptor>(&text) else { continue };
        known = known.or(found.version);
        tables.extend(found.resources.into_iter().map(|resource| table(below, resource)));
    }
    (known, tables)
}

fn table(below: &str, resource: Resource) -> Bulk {
    let file = |path: &str, bytes| Download { path: format!("{below}{path}"), bytes };
    Bulk {
        csv: file(&resource.path, resource.bytes),
        parquet: file(&resource.parquet.path, resource.parquet.bytes),
        name: resource.name,
        title: resource.title,
        rows: resource.rows,
    }
}
