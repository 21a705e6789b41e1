//! Every column is decided: public, internal or personal. Every fact has its two times.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use dataset::{Publication, Publish, Table};
use db::{Db, RowExt, query};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// Tables and columns of a fresh data folder, without the tables that keep track of migrations.
async fn columns() -> BTreeMap<String, BTreeSet<String>> {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(&folder.path().join("quipu.db")).await.unwrap();
    db.migrate(&quipu::contexts::migrations()).await.unwrap();
    let mut read = db.read().await.unwrap();
    let mut tables = db::versions::columns(&mut read).await.unwrap();
    tables.retain(|name, _| !name.ends_with("_migrations"));
    tables
}

/// Every declaration of the tree, whether or not the program knows it.
fn decisions() -> BTreeMap<String, Table> {
    let mut all = BTreeMap::new();
    for tier in ["kernel", "contexts"] {
        for folder in fs::read_dir(root().join(tier)).unwrap() {
            let file = folder.unwrap().path().join("publish.toml");
            if file.is_file() {
                let toml = fs::read_to_string(&file).unwrap().leak();
                let publication = Publication { context: "", toml };
                let tables =
                    dataset::tables(&publication).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
                all.extend(tables.into_iter().map(|table| (table.name.clone(), table)));
            }
        }
    }
    all
}

#[tokio::test]
async fn every_column_is_decided() {
    let decided = decisions();
    let real = columns().await;
    let named: BTreeMap<String, BTreeSet<String>> = decided
        .iter()
        .map(|(name, table)| (name.clone(), table.columns.iter().map(|(column, _)| column.clone()).collect()))
        .collect();
    for (table, columns) in &real {
        assert_eq!(named.get(table), Some(columns), "publish.toml of {table}");
    }
    assert_eq!(named.keys().collect::<Vec<_>>(), real.keys().collect::<Vec<_>>(), "tables that do not exist");
    for (name, table) in decided {
        for (column, decision) in table.columns {
            assert!(decision.why.len() > 3, "{name}.{column} says not why");
        }
    }
}

#[test]
fn what_is_public_leaves_as_a_dataset_or_says_why_not() {
    let datasets = quipu::contexts::datasets().unwrap();
    let shown: BTreeSet<&str> = datasets.iter().map(|dataset| dataset.table.as_str()).collect();
    for (name, table) in decisions() {
        let is_public = table.columns.iter().any(|(_, column)| column.publish == Publish::Public);
        let is_shown = shown.contains(name.as_str());
        assert!(
            is_shown || !is_public || table.unpublished.is_some(),
            "{name} has no way out and says not why"
        );
        assert!(!(is_shown && table.unpublished.is_some()), "{name} is shown and says why not");
    }
}

#[test]
fn datasets_refer_to_each_other_and_have_words() {
    let datasets = quipu::contexts::datasets().unwrap();
    let texts = quipu::contexts::texts().unwrap();
    for dataset in &datasets {
        for reference in &dataset.references {
            let other = datasets.iter().find(|other| other.name == reference.dataset);
            let other = other.unwrap_or_else(|| panic!("{} refers to no dataset", dataset.name));
            assert!(reference.on.iter().all(|name| other.field(name).is_some()), "{}", dataset.name);
            assert_eq!(reference.on.len(), reference.fields.len(), "{}", dataset.name);
        }
        for lang in web::Lang::ALL {
            for key in [dataset.title_key(), format!("{}-about", dataset.title_key())] {
                assert!(texts.has(lang, &key), "{key}");
            }
            for field in &dataset.fields {
                let words = api::words(&texts, lang, &dataset.words_of(field));
                assert!(words.is_some(), "{}.{} has no words", dataset.name, field.name);
            }
        }
    }
}

/// A column that may be empty says so, and no other: clients are made of it.
#[tokio::test]
async fn what_may_be_absent_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(&folder.path().join("quipu.db")).await.unwrap();
    db.migrate(&quipu::contexts::migrations()).await.unwrap();
    let mut read = db.read().await.unwrap();
    let sql = "SELECT m.name || '.' || p.name AS name, p.\"notnull\" AS filled FROM sqlite_master m \
               JOIN pragma_table_info(m.name) p WHERE m.type = 'table'";
    let mut may_be_null = BTreeSet::new();
    for row in query(sql).fetch_all(&mut *read).await.unwrap() {
        if row.int("filled").unwrap() == 0 {
            may_be_null.insert(row.text("name").unwrap());
        }
    }
    for dataset in quipu::contexts::datasets().unwrap() {
        for field in &dataset.fields {
            let column = format!("{}.{}", dataset.table, field.column);
            assert!(field.optional || !may_be_null.contains(&column), "{column} may be absent");
        }
        let key = dataset.key.iter().map(|at| &dataset.fields[*at]);
        for field in key {
            let column = format!("{}.{}", dataset.table, field.column);
            assert!(!may_be_null.contains(&column), "{column} is part of the key");
        }
    }
}

/// The journal is the recorded time. Letters, names, addresses, secrets and what citizens wrote are no facts and can be erased;
/// an index of facts is none.
const NOT_VERSIONED: [&str; 12] = [
    "foresight_words",
    "journal_",
    "mail_",
    "accounts_people",
    "accounts_secrets",
    "accounts_places",
    "accounts_failures",
    "accounts_subjects",
    "accounts_id_tokens",
    "accounts_token_notes",
    "formulation_voice_texts",
    "planning_links",
];

#[tokio::test]
async fn every_fact_has_its_recorded_time() {
    for (table, columns) in columns().await {
        if !NOT_VERSIONED.iter().any(|room| table.starts_with(room)) {
            assert!(columns.contains("rec_from") && columns.contains("rec_to"), "{table} is not versioned");
        }
    }
}

/// What is made of a room's tables is kept by the last entry that wrote to one of them (`db::memo::settled`): a table left out would
/// let a page show what is no longer so.
#[tokio::test]
async fn what_is_kept_by_its_last_change_names_every_table_of_it() {
    let columns = columns().await;
    for (room, named) in [
        ("planning_", planning::queries::TABLES),
        ("directory_", directory::queries::TABLES),
        ("budget_", budget::queries::TABLES),
        ("pack_", pack::TABLES),
    ] {
        let facts =
            columns.iter().filter(|(table, columns)| table.starts_with(room) && columns.contains("rec_to"));
        let all: Vec<&str> = facts.map(|(table, _)| table.as_str()).collect();
        let mut named = named.to_vec();
        named.sort_unstable();
        assert_eq!(named, all, "{room}");
    }
}
