//! `datapackage.json`: what a folder of bulk files holds (Data Package 2.0, frictionlessdata.io; types of
//! columns of money after the Fiscal Data Package).
use base::Digest;
use jiff::Timestamp;
use serde_json::{Map, Value as Json, json};

use crate::{Field, Reference};

/// A file as it was written.
#[derive(Clone, Debug)]
pub struct FileOf {
    /// Relative to the descriptor.
    pub path: String,
    pub bytes: u64,
    pub digest: Digest,
}

/// One table of the package: its CSV, and the same rows as Parquet.
#[derive(Clone, Debug)]
pub struct Part {
    pub name: String,
    pub title: String,
    pub about: String,
    /// Who the data come from, where one source gave them all.
    pub sources: Vec<String>,
    pub rows: u64,
    pub fields: Vec<Field>,
    /// What each field holds, in words, in the order of `fields`.
    pub words: Vec<String>,
    pub key: Vec<String>,
    pub references: Vec<Reference>,
    pub csv: FileOf,
    pub parquet: FileOf,
}

/// The whole package.
#[derive(Clone, Debug)]
pub struct Package {
    pub name: String,
    pub title: String,
    pub about: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// When the state shown was recorded; the package itself has no time of its own, so that the same state
    /// gives the same bytes.
    pub known_at: Option<Timestamp>,
    /// SPDX identifier and address of the licence.
    pub licence: (String, String),
    pub parts: Vec<Part>,
}

impl Package {
    pub fn to_json(&self) -> Json {
        let (licence, address) = &self.licence;
        json!({
            "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
            "name": self.name,
            "title": self.title,
            "description": self.about,
            "countryCode": self.country,
            "version": self.known_at.map(|at| at.to_string()),
            "licenses": [{ "name": licence, "path": address }],
            "resources": self.parts.iter().map(resource).collect::<Vec<_>>(),
        })
    }
}

fn resource(part: &Part) -> Json {
    let mut resource = json!({
        "name": part.name,
        "type": "table",
        "title": part.title,
        "description": part.about,
        "path": part.csv.path,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": part.csv.bytes,
        "hash": format!("sha256:{}", part.csv.digest),
        "rowCount": part.rows,
        "parquet": {
            "path": part.parquet.path,
            "bytes": part.parquet.bytes,
            "hash": format!("sha256:{}", part.parquet.digest),
        },
        "schema": schema(part),
    });
    if !part.sources.is_empty() {
        let sources = part.sources.iter().map(|title| json!({ "title": title }));
        resource["sources"] = Json::Array(sources.collect());
    }
    resource
}

fn schema(part: &Part) -> Json {
    let words = part.words.iter().map(String::as_str).chain(std::iter::repeat(""));
    let fields = part.fields.iter().zip(words);
    let mut schema = json!({ "fields": fields.map(|(f, words)| field(f, words)).collect::<Vec<_>>() });
    if !part.key.is_empty() {
        schema["primaryKey"] = json!(part.key);
    }
    if !part.references.is_empty() {
        let key = |reference: &Reference| {
            // A table that names itself is named by an empty text.
            let resource = if reference.dataset == part.name { "" } else { &reference.dataset };
            json!({ "fields": reference.fields, "reference": { "resource": resource, "fields": reference.on } })
        };
        schema["foreignKeys"] = Json::Array(part.references.iter().map(key).collect());
    }
    schema
}

fn field(field: &Field, words: &str) -> Json {
    let mut json = Map::new();
    json.insert("name".into(), json!(field.name));
    json.insert("type".into(), json!(field.kind.table_schema()));
    if !words.is_empty() {
        json.insert("description".into(), json!(words));
    }
    if let Some(fiscal) = &field.fiscal {
        json.insert("columnType".into(), json!(fiscal));
    }
    let mut constraints = Map::new();
    if !field.optional {
        constraints.insert("required".into(), json!(true));
    }
    if !field.values.is_empty() {
        constraints.insert("enum".into(), json!(field.values));
    }
    if !constraints.is_empty() {
        json.insert("constraints".into(), Json::Object(constraints));
    }
    Json::Object(json)
}
