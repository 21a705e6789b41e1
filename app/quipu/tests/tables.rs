//! Every column is decided: public, internal or personal. Every fact has its two times.
#![allow(clippy::unwrap_used)]
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use db::{Db, RowExt, query};

type Decisions = BTreeMap<String, BTreeMap<String, BTreeMap<String, String>>>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// Tables and columns of a fresh data folder, without the tables that keep track of migrations.
async fn columns() -> BTreeMap<String, BTreeSet<String>> {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(&folder.path().join("quipu.db")).await.unwrap();
    db.migrate(&quipu::contexts::migrations()).await.unwrap();
    let mut read = db.read().await.unwrap();
    let sql = "SELECT m.name AS name, p.name AS part FROM sqlite_master m JOIN pragma_table_info(m.name) p \
               WHERE m.type = 'table' AND m.name NOT LIKE '%_migrations' AND m.name NOT LIKE 'sqlite_%'";
    let mut tables: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in query(sql).fetch_all(&mut *read).await.unwrap() {
        tables.entry(row.text("name").unwrap()).or_default().insert(row.text("part").unwrap());
    }
    tables
}

fn decisions() -> Decisions {
    let mut all = Decisions::new();
    for tier in ["kernel", "contexts"] {
        for folder in fs::read_dir(root().join(tier)).unwrap() {
            let file = folder.unwrap().path().join("publish.toml");
            if file.is_file() {
                let tables: Decisions = toml::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
                all.extend(tables);
            }
        }
    }
    all
}

#[tokio::test]
async fn every_column_is_decided() {
    let decided = decisions();
    let real = columns().await;
    let named: BTreeMap<String, BTreeSet<String>> =
        decided.iter().map(|(table, columns)| (table.clone(), columns.keys().cloned().collect())).collect();
    for (table, columns) in &real {
        assert_eq!(named.get(table), Some(columns), "publish.toml of {table}");
    }
    assert_eq!(named.keys().collect::<Vec<_>>(), real.keys().collect::<Vec<_>>(), "tables that do not exist");
    for (table, columns) in decided {
        for (column, decision) in columns {
            let publish = decision.get("publish").map(String::as_str);
            assert!(
                matches!(publish, Some("public" | "internal" | "personal")),
                "{table}.{column}: {publish:?}"
            );
            assert!(decision.get("why").is_some_and(|why| why.len() > 3), "{table}.{column} says not why");
        }
    }
}

#[tokio::test]
async fn every_fact_has_its_recorded_time() {
    for (table, columns) in columns().await {
        if !table.starts_with("journal_") {
            assert!(columns.contains("rec_from") && columns.contains("rec_to"), "{table} is not versioned");
        }
    }
}
