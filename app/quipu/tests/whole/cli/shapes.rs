//! The keys of every JSON answer, kept: a script that reads them today reads them tomorrow. After a change that
//! is meant, `QUIPU_KEEP_KEYS=1 cargo test -p quipu --test whole keys` writes them anew.
use std::{collections::BTreeSet, env, fs, path::Path};

use serde_json::Value;

use crate::desk::{Desk, parsed};

/// `rows[].level.code` for every value that is no object or list.
fn keys(value: &Value, at: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            for (key, inner) in map {
                // A tree has the same keys at every depth.
                let at = at.replace("children[].children[]", "children[]");
                keys(inner, format!("{at}.{key}").trim_start_matches('.'), found);
            }
        }
        Value::Array(items) => {
            for inner in items {
                keys(inner, &format!("{at}[]"), found);
            }
        }
        _ => {
            found.insert(at.to_owned());
        }
    }
}

/// A new key breaks no script; one that is gone, or called otherwise, does.
#[test]
fn keys_are_stable() {
    let desk = Desk::reading();
    let cases = [
        ("deliveries", "deliveries"),
        ("deliveries-diff", "deliveries diff 1 2"),
        ("budget", "budget --by level,month --measure pim,accrued,disbursed"),
        ("peers", "peers --where entity=R:99-461 --year 2020"),
        ("reconcile", "reconcile"),
        ("thread", "thread MUESTRA-PESEM-11/OES3 --year 2020"),
        ("deadline", "deadline access.answer 2016-03-14"),
        ("search", "search salu --limit 3"),
        ("coverage", "coverage --by programme --year 2020"),
        ("check", "check"),
        ("status", "status --on 2020-12-31"),
        ("status-explain", "status --on 2020-12-31 --explain"),
    ];
    for (name, line) in cases {
        let ran = desk.run(&format!("{line} --format json"));
        let mut found = BTreeSet::new();
        keys(&parsed(line, &ran.out), "", &mut found);
        let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/whole/keys/{name}.txt"));
        if env::var_os("QUIPU_KEEP_KEYS").is_some() {
            fs::create_dir_all(kept.parent().unwrap()).unwrap();
            let text: String = found.iter().map(|key| format!("{key}\n")).collect();
            fs::write(&kept, text).unwrap();
        }
        let expect = fs::read_to_string(&kept).unwrap();
        let gone: Vec<&str> = expect.lines().filter(|key| !found.contains(*key)).collect();
        assert!(gone.is_empty(), "`quipu {line}` no longer has {gone:?}, kept in {}", kept.display());
        assert!(expect.lines().count() > 5, "{}", kept.display());
    }
}
