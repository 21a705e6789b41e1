//! Generated years: the same for whoever repeats them, taken whole, the same money in both layouts.
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use base::Digest;

use crate::{desk::Desk, sample};

fn generate(desk: &Desk, folder: &str, rest: &str) -> String {
    let (pack, folder) = (sample::peru().display().to_string(), desk.path(folder));
    desk.says(&format!("generate budget --pack {pack} --output {folder} {rest}"))
}

fn digest(desk: &Desk, file: &str) -> Digest {
    Digest::of(&fs::read(desk.path(file)).unwrap())
}

#[test]
fn a_year_is_the_same_whatever_other_years_are_asked() {
    let desk = Desk::nothing();
    generate(&desk, "three", "--rows 3000 --years 2019..2021 --seed 7");
    generate(&desk, "one", "--rows 3000 --years 2020 --seed 7");
    generate(&desk, "again", "--rows 3000 --years 2019..2021 --seed 7");
    generate(&desk, "other", "--rows 3000 --years 2020 --seed 8");
    assert!(!desk.data.exists(), "no data folder is made");
    for year in [2019, 2020, 2021] {
        let name = format!("budget-{year}-annual.csv");
        assert_eq!(digest(&desk, &format!("three/{name}")), digest(&desk, &format!("again/{name}")));
    }
    let year = |folder: &str| digest(&desk, &format!("{folder}/budget-2020-annual.csv"));
    assert_eq!(year("three"), year("one"));
    assert_ne!(year("one"), year("other"));
}

#[test]
fn both_layouts_are_taken_whole_and_tell_the_same_money() {
    let desk = Desk::bare();
    generate(&desk, "years", "--rows 5000 --years 2020 --layout annual");
    generate(&desk, "years", "--rows 5000 --years 2020 --layout monthly --gzip");
    let told = ["annual.csv", "monthly.csv.gz"].map(|name| {
        let own = Desk::over(&desk.data);
        let said = own.says(&format!("import budget {}", desk.path(&format!("years/budget-2020-{name}"))));
        assert!(said.contains(" 0 findings, 0 rows refused"), "{said}");
        own.says("reconcile");
        own.says("budget --by sec_ejec,programme --measure pia,pim,certified,committed_annual,accrued,paid --format csv")
    });
    assert!(told[0].lines().count() > 1_000, "{}", told[0]);
    assert_eq!(told[0], told[1]);
}

/// By a column of the annual file: what stands in another, by year.
fn kept(
    desk: &Desk,
    years: &[i16],
    key: &str,
    other: &str,
) -> BTreeMap<String, BTreeMap<i16, BTreeSet<String>>> {
    let mut found: BTreeMap<String, BTreeMap<i16, BTreeSet<String>>> = BTreeMap::new();
    for year in years {
        let mut reader =
            csv::Reader::from_path(desk.path(&format!("years/budget-{year}-annual.csv"))).unwrap();
        let headers = reader.headers().unwrap().clone();
        let at = |name: &str| headers.iter().position(|header| header == name).unwrap();
        let (key, other) = (at(key), at(other));
        for row in reader.records().map(Result::unwrap) {
            let years = found.entry(row[key].to_owned()).or_default();
            years.entry(*year).or_default().insert(row[other].to_owned());
        }
    }
    found
}

#[test]
fn units_stay_where_they_are_and_projects_live_one_to_six_years() {
    let desk = Desk::nothing();
    generate(&desk, "years", "--rows 3000 --years 2012..2025");
    let years: Vec<i16> = (2012..=2025).collect();
    for column in ["PLIEGO_NOMBRE", "DEPARTAMENTO_EJECUTORA", "EJECUTORA_NOMBRE"] {
        for (unit, told) in kept(&desk, &years, "SEC_EJEC", column) {
            let all: BTreeSet<&String> = told.values().flatten().collect();
            assert_eq!(all.len(), 1, "{unit}: {all:?}");
        }
    }
    let projects = kept(&desk, &years, "PRODUCTO_PROYECTO", "SEC_EJEC");
    let projects: Vec<_> = projects.iter().filter(|(code, _)| code.starts_with('2')).collect();
    let mut lives = BTreeSet::new();
    for (code, told) in &projects {
        let (first, last) = (told.keys().next().unwrap(), told.keys().last().unwrap());
        assert!(last - first < 6, "{code}: {first} to {last}");
        assert_eq!(told.values().flatten().collect::<BTreeSet<_>>().len(), 1, "{code} is of one unit");
        lives.insert(last - first + 1);
    }
    assert!(projects.len() > 300, "{}", projects.len());
    assert_eq!(lives, (1..=6).collect());
}

#[test]
fn what_cannot_be_written_is_said_and_nothing_is_replaced() {
    let desk = Desk::nothing();
    let pack = sample::peru().display().to_string();
    let asked = |rest: &str| format!("generate budget --pack {pack} --output {} {rest}", desk.path("years"));
    for (rest, words) in [
        ("--years 2020", "--rows"),
        ("--rows 10", "--years"),
        ("--rows 0 --years 2020", "0 is not in"),
        ("--rows 10 --years 2021..2019", "the first year comes before the last"),
        ("--rows 10 --years MMXX", "write 2020 or 2019..2021"),
        ("--rows 10 --years 1999", "of 2000 to 2100"),
        ("--rows 10 --years 2005", "no executing unit in 2005"),
        ("--rows 10 --years 2020 --layout weekly", "there are: annual, monthly"),
        ("--rows 10 --years 2020 --seed one", "one"),
    ] {
        desk.refuses(2, &asked(rest), words);
    }
    desk.refuses(
        2,
        "generate budget --pack /nowhere --output x --rows 1 --years 2020",
        "there is no folder /nowhere",
    );
    assert!(fs::metadata(desk.path("years")).is_err(), "nothing was written");
    desk.says(&asked("--rows 10 --years 2020"));
    let before = digest(&desk, "years/budget-2020-annual.csv");
    desk.refuses(2, &asked("--rows 20 --years 2019..2020"), "budget-2020-annual.csv is there already");
    assert_eq!(digest(&desk, "years/budget-2020-annual.csv"), before);
    assert_eq!(fs::read_dir(desk.path("years")).unwrap().count(), 1);
}
