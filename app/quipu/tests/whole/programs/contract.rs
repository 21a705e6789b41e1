//! The API is a contract: it changes only together with the description that is kept in the repository and a
//! line of CHANGELOG.md that names it.
use std::fs;

use base::Digest;
use quipu::contexts;
use web::Lang;

use crate::sample::root;

/// What the program says of its API, as it is kept.
const KEPT: &str = "docs/openapi.json";

fn described() -> String {
    let registry = api::Registry::new(contexts::operations().unwrap());
    let document = registry.document(&contexts::texts().unwrap(), Lang::En);
    serde_json::to_string_pretty(&document).unwrap() + "\n"
}

#[test]
fn the_api_is_as_it_is_described_and_every_change_is_noted() {
    let (kept, described) = (root().join(KEPT), described());
    if std::env::var_os("QUIPU_KEEP_API").is_some() {
        fs::write(&kept, &described).unwrap();
    }
    let found = fs::read_to_string(&kept).unwrap_or_default();
    let line = found.lines().zip(described.lines()).position(|(old, new)| old != new);
    assert!(
        found == described,
        "{KEPT} is not what the program says from line {:?} on: if the change is meant, run this test with \
         QUIPU_KEEP_API=1 and note it in CHANGELOG.md",
        line.map(|at| at + 1),
    );
    let mark = format!("api:{}", Digest::of(described.as_bytes()).short());
    let changes = fs::read_to_string(root().join("CHANGELOG.md")).unwrap();
    assert!(changes.contains(&mark), "CHANGELOG.md has no line on this version of the API: name it `{mark}`");
}
