//! Statements are one text for two databases: none says what only one of them understands.
#![allow(clippy::unwrap_used)]
use std::{
    fs,
    path::{Path, PathBuf},
};

/// What a statement must not say, and what is said instead.
const ONE_SIDED: [(&str, &str); 24] = [
    ("INSERT OR ", "ON CONFLICT"),
    ("REPLACE INTO", "ON CONFLICT"),
    ("sqlite_", "db::versions::columns"),
    ("PRAGMA ", "nothing: kernel/db sets what is set"),
    ("pragma_", "db::versions::columns"),
    ("IFNULL(", "coalesce"),
    ("ifnull(", "coalesce"),
    (" GLOB ", "LIKE … ESCAPE"),
    ("group_concat(", "rows, joined here"),
    ("string_agg(", "rows, joined here"),
    (" rowid", "a key"),
    ("AUTOINCREMENT", "the entry's number"),
    (" SERIAL", "the entry's number"),
    ("BYTEA", "BLOB"),
    ("TIMESTAMPTZ", "TEXT"),
    (" ILIKE ", "a folded column"),
    ("::text ", "CAST(… AS TEXT)"),
    ("::text,", "CAST(… AS TEXT)"),
    ("::bigint", "CAST(… AS BIGINT)"),
    ("pg_catalog", "db::versions::columns"),
    ("pg_advisory", "Db::take_turn"),
    ("FOR UPDATE", "nothing: one act writes at a time"),
    // Whole numbers add up to a decimal in PostgreSQL.
    ("SELECT sum(", "CAST(sum(…) AS BIGINT)"),
    (", sum(", "CAST(sum(…) AS BIGINT)"),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn below(folder: &Path, found: &mut Vec<PathBuf>) {
    for item in fs::read_dir(folder).unwrap() {
        let path = item.unwrap().path();
        if path.is_dir() {
            below(&path, found);
        } else if path.extension().is_some_and(|kind| kind == "rs" || kind == "sql") {
            found.push(path);
        }
    }
}

/// What is one-sided in a text of the program: those that speak SQL are told by its great words.
fn one_sided(text: &str) -> Vec<String> {
    let speaks = ["SELECT ", "INSERT ", "UPDATE ", "CREATE ", "DELETE ", "ALTER "];
    if !speaks.iter().any(|word| text.contains(word)) {
        return Vec::new();
    }
    let found = ONE_SIDED.iter().filter(|(words, _)| text.contains(words));
    found.map(|(words, instead)| format!("{words:?}: say {instead}")).collect()
}

#[test]
fn statements_are_understood_by_both_databases() {
    let mut files = Vec::new();
    for tier in ["kernel", "contexts", "app"] {
        below(&root().join(tier), &mut files);
    }
    // They alone speak to one of the two.
    let own = ["kernel/db/src/sqlite.rs", "kernel/db/src/postgres.rs"];
    let mut read = 0;
    for file in files {
        let name = file.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
        if own.contains(&name.as_str()) || name.contains("/tests/") {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap();
        read += usize::from(text.contains("SELECT "));
        assert_eq!(one_sided(&text), Vec::<String>::new(), "{name}");
    }
    assert!(read > 20, "{read} files with statements: are they looked for in the right place?");
}

#[test]
fn what_is_one_sided_is_found() {
    assert_eq!(one_sided("SELECT a, sum(b) FROM t").len(), 1);
    assert_eq!(one_sided("SELECT a, CAST(sum(b) AS BIGINT) FROM t"), Vec::<String>::new());
    assert_eq!(one_sided("INSERT OR IGNORE INTO t SELECT ifnull(a, 1) FROM u").len(), 2);
    assert_eq!(one_sided("let total = (a, sum(b));"), Vec::<String>::new());
}
