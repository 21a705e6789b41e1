use std::{
    fs,
    path::{Path, PathBuf},
};

use web::{Lang, Matter};

use crate::{JOURNAL, pages::words::done};

fn sources(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|item| item.unwrap().path());
    let of_tests = |path: &PathBuf| path.ends_with("tests") || path.to_string_lossy().ends_with("_tests.rs");
    let kept = paths.filter(|path| !of_tests(path) && !path.ends_with("target"));
    kept.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

/// What every act of the tree is called: the text after `open("`.
fn commands() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let files =
        ["kernel", "contexts", "app/quipu/src"].into_iter().flat_map(|tier| sources(&root.join(tier)));
    // What an example does for a measurement is no act of the state.
    let rust = files.filter(|file| file.extension().is_some_and(|extension| extension == "rs"));
    let rust = rust.filter(|file| !file.iter().any(|part| part == "examples"));
    let mut commands = Vec::new();
    for text in rust.map(|file| fs::read_to_string(file).unwrap()) {
        for opens in [".open(\"", ".open_office(\""] {
            let named = text.split(opens).skip(1).filter_map(|rest| rest.split('"').next());
            commands.extend(named.filter(|name| name.contains('.')).map(str::to_owned));
        }
    }
    commands
}

#[test]
fn every_act_has_its_words() {
    let commands = commands();
    assert!(commands.len() > 8, "{commands:?}");
    for lang in Lang::ALL {
        let shell =
            web::testing::shell(lang, "/registro", "record-title", Matter::Real, &[crate::MESSAGES]).unwrap();
        for command in &commands {
            assert!(
                shell.frame().texts.has(lang, &JOURNAL.key(command)),
                "no words for {command}: {}",
                JOURNAL.key(command)
            );
        }
        assert_eq!(done(&shell, "later.unheard_of"), "later.unheard_of");
    }
}
