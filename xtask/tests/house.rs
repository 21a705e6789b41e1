//! The rules of the house, read from the tree itself.
#![allow(clippy::unwrap_used)]
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const CONTEXT_ROOMS: [&str; 5] = ["README.md", "publish.toml", "text/es.ftl", "text/en.ftl", "src/lib.rs"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn tracked(extension: &str) -> Vec<PathBuf> {
    let list = Command::new("git")
        .args(["ls-files", "-co", "--exclude-standard"])
        .current_dir(root())
        .output()
        .unwrap();
    let list = String::from_utf8(list.stdout).unwrap();
    let files: Vec<PathBuf> = list
        .lines()
        .map(|line| root().join(line))
        .filter(|p| p.is_file() && p.to_string_lossy().ends_with(extension))
        .collect();
    assert!(!files.is_empty(), "no file ends with {extension:?}: is this a git checkout?");
    files
}

/// Path dependencies of every workspace crate that ship with it (not those of tests).
fn dependencies() -> BTreeMap<String, (PathBuf, BTreeSet<String>)> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--format-version", "1", "--offline"])
        .current_dir(root())
        .output()
        .unwrap();
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let shipped = |d: &&serde_json::Value| d["path"].is_string() && d["kind"] != "dev";
    metadata["packages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|package| {
            let own = |d: &serde_json::Value| d["name"].as_str().unwrap().to_owned();
            let dependencies =
                package["dependencies"].as_array().unwrap().iter().filter(shipped).map(own).collect();
            let folder = Path::new(package["manifest_path"].as_str().unwrap()).parent().unwrap().to_owned();
            (package["name"].as_str().unwrap().to_owned(), (folder, dependencies))
        })
        .collect()
}

fn tier(folder: &Path) -> usize {
    let first = folder.strip_prefix(root()).unwrap().components().next().unwrap();
    ["kernel", "contexts", "app", "fuzz", "xtask"].iter().position(|t| first.as_os_str() == *t).unwrap()
}

#[test]
fn tiers_depend_downwards_alone() {
    let crates = dependencies();
    for (name, (folder, dependencies)) in &crates {
        for dependency in dependencies {
            let below = tier(&crates[dependency].0);
            assert!(below <= tier(folder), "{name} must not know {dependency}");
        }
    }
}

#[test]
fn contexts_know_whom_the_edges_declare() {
    let declared: BTreeMap<String, BTreeSet<String>> =
        toml::from_str(&fs::read_to_string(root().join("contexts/edges.toml")).unwrap()).unwrap();
    let crates = dependencies();
    let contexts: BTreeSet<&String> =
        crates.iter().filter(|(_, (f, _))| tier(f) == 1).map(|(n, _)| n).collect();
    assert_eq!(contexts, declared.keys().collect());
    for (context, edges) in &declared {
        let real: BTreeSet<String> =
            crates[context].1.iter().filter(|d| contexts.contains(d)).cloned().collect();
        assert_eq!(real, *edges, "edges of {context}");
    }
}

#[test]
fn engines_are_linked_under_app_alone() {
    for manifest in tracked("Cargo.toml") {
        let text = fs::read_to_string(&manifest).unwrap();
        let engines = ["datafusion", "ballista", "tantivy", "typst"];
        let links = text.lines().any(|line| engines.iter().any(|engine| line.starts_with(engine)));
        let below_app = manifest.starts_with(root().join("app")) || manifest == root().join("Cargo.toml");
        assert!(!links || below_app, "{} links an engine", manifest.display());
    }
}

#[test]
fn every_context_has_its_rooms() {
    for (name, (folder, _)) in dependencies() {
        if tier(&folder) == 1 {
            for room in CONTEXT_ROOMS {
                assert!(folder.join(room).is_file(), "{name} has no {room}");
            }
        }
    }
}

#[test]
fn the_journal_is_the_only_writer() {
    let allowed = ["kernel/db/", "kernel/journal/"];
    for file in tracked(".rs") {
        let name = file.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
        if allowed.iter().any(|a| name.starts_with(a))
            || name.contains("/tests/")
            || name.starts_with("xtask/")
        {
            continue;
        }
        assert!(
            !fs::read_to_string(&file).unwrap().contains("begin_write"),
            "{name} writes beside the journal"
        );
    }
}

#[test]
fn domains_are_pure() {
    let impure = [
        "async fn",
        "std::fs",
        "std::env",
        "Timestamp::now",
        "Zoned::now",
        "SystemTime",
        "use db",
        "use web",
        "use axum",
    ];
    for file in tracked(".rs") {
        if file.to_string_lossy().contains("/src/domain/") {
            let text = fs::read_to_string(&file).unwrap();
            for word in impure {
                assert!(!text.contains(word), "{}: {word} in a pure room", file.display());
            }
        }
    }
}

#[test]
fn sql_stays_in_the_store() {
    let verbs = ["INSERT INTO", "SELECT ", "UPDATE ", "DELETE FROM"];
    for file in tracked(".rs") {
        let name = file.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
        // What an example measures beside the store is SQL too.
        let is_room = name.starts_with("contexts/") && !name.contains("/examples/");
        if !is_room || name.contains("/src/store") || name.contains("/tests") {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap();
        let sql =
            text.lines().find(|l| !l.trim_start().starts_with("//") && verbs.iter().any(|v| l.contains(v)));
        assert!(sql.is_none(), "{name}: {}", sql.unwrap_or_default());
    }
}

#[test]
fn no_file_is_longer_than_a_room() {
    let mut lines: Vec<(usize, PathBuf)> = tracked(".rs")
        .into_iter()
        .map(|file| (fs::read_to_string(&file).unwrap().lines().count(), file))
        .collect();
    lines.sort();
    let (longest, file) = lines.last().unwrap();
    assert!(*longest <= 500, "{} has {longest} lines", file.display());
    let ninth = lines[lines.len() * 9 / 10].0;
    assert!(ninth <= 400, "one file in ten has more than {ninth} lines");
}

/// `docs/security.md` names a test for each threat: one that is renamed or taken away leaves a promise without proof.
#[test]
fn every_threat_is_tried_by_a_test_that_exists() {
    let told = fs::read_to_string(root().join("docs/security.md")).unwrap();
    let rows: Vec<&str> =
        told.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| threat")).collect();
    assert!(rows.len() > 15, "{}", rows.len());
    let sources: String = tracked(".rs").iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    for row in rows {
        let tests = row.trim_end_matches('|').rsplit('|').next().unwrap();
        let named: Vec<&str> = tests.split('`').skip(1).step_by(2).collect();
        assert!(!named.is_empty(), "no test: {row}");
        for test in named {
            let is_script = test.contains('/') && root().join(test).is_file();
            assert!(
                is_script || sources.contains(&format!("fn {test}()")),
                "no test is called {test}: {row}"
            );
        }
    }
}
