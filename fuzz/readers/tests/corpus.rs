//! What fuzzing found worth keeping, run at every test: no reader panics on any of it.
#![allow(clippy::unwrap_used)]
use std::{fs, path::Path};

fn run(target: &str, reader: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus").join(target);
    let mut count = 0;
    for file in fs::read_dir(&folder).unwrap() {
        reader(&fs::read(file.unwrap().path()).unwrap());
        count += 1;
    }
    assert!(count > 0, "{} is empty", folder.display());
}

#[test]
fn sheets() {
    run("sheets", readers::sheets);
}

#[test]
fn plan() {
    run("plan", readers::plan);
}

#[test]
fn observations() {
    run("observations", readers::observations);
}

#[test]
fn attributions() {
    run("attributions", readers::attributions);
}

#[test]
fn budget() {
    run("budget", readers::budget);
}

#[test]
fn law() {
    run("law", readers::law);
}

#[test]
fn entities() {
    run("entities", readers::entities);
}

#[test]
fn workbook() {
    run("workbook", readers::workbook);
}
