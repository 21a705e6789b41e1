//! What `quipu check-pack` refuses of the tables of reports.
use std::{fs, path::Path};

use pack::Pack;

use crate::reading::{committees, defects, duties};

#[test]
fn the_pack_of_peru_is_whole() {
    let pack = Pack::open(&testkit::peru()).unwrap();
    assert_eq!(defects(&pack), Vec::<String>::new());
    let codes: Vec<String> = duties(&pack).unwrap().into_iter().map(|duty| duty.code).collect();
    let expect = [
        "financial_execution",
        "execution",
        "indicators",
        "national_objectives",
        "evaluations_summary",
        "strategic_management",
    ];
    assert_eq!(codes, expect);
    let all = committees(&pack).unwrap();
    assert!(
        all.iter().all(|one| one.is_sample && !one.sectors.is_empty()),
        "no table of committees is known"
    );
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for item in fs::read_dir(from).unwrap().map(|item| item.unwrap().path()) {
        let target = to.join(item.file_name().unwrap());
        if item.is_dir() {
            copy(&item, &target);
        } else {
            fs::copy(&item, target).unwrap();
        }
    }
}

#[test]
fn bad_rows_are_refused() {
    let room = tempfile::tempdir().unwrap();
    for folder in ["law", "entities", "reports"] {
        copy(&testkit::peru().join(folder), &room.path().join(folder));
    }
    fs::copy(testkit::peru().join("country.toml"), room.path().join("country.toml")).unwrap();
    let said = |file: &str, from: &str, to: &str| {
        let path = room.path().join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} has no {from:?}");
        fs::write(&path, text.replacen(from, to, 1)).unwrap();
        let found = defects(&Pack::open(room.path()).unwrap()).join("\n");
        fs::write(&path, text).unwrap();
        found
    };
    let duties = "reports/duties.csv";
    for (file, from, to, expect) in [
        (
            duties,
            "monthly,budget_directorate",
            "weekly,budget_directorate",
            "monthly, quarterly, half_yearly, yearly",
        ),
        (duties, "monthly,budget_directorate", "monthly,secretary", "not a role of posts/roles.csv"),
        (
            duties,
            "monthly,budget_directorate,budget_officer",
            "monthly,budget_directorate,budget_directorate",
            "does not sign off",
        ),
        (
            duties,
            "monthly,budget_directorate,budget_officer,E:09-009",
            "monthly,budget_directorate,budget_officer,E:99-999",
            "has no E:99-999",
        ),
        (
            duties,
            "monthly,budget_directorate",
            "quarterly,budget_directorate",
            "the rule report.financial_per_year says 12 a year",
        ),
        (duties, "congress;comptroller;public", "congress;king", "congress, comptroller, president"),
        (
            duties,
            "public,financial_execution,report",
            "public,poem,report",
            "financial_execution, execution, indicators",
        ),
        (duties, "report.financial_due", "report.nowhere_due", "report.nowhere_due"),
        (duties, "\nexecution,", "\nfinancial_execution,", "is there twice"),
        (duties, "\nexecution,", "\nExecution,", "not of small letters"),
        (duties, "2008-01-01,,2026-01-01", "2008-01-01,2007-01-01,2026-01-01", "valid_to"),
        (duties, "2008-01-01,,2026-01-01", "2008-01-01,,soon", "owed_from"),
        ("reports/committees.csv", "09;35", "09;treinta", "not codes of two digits"),
        ("reports/committees.csv", "true,", "quizás,", "neither true nor false"),
        ("law/rules.csv", "report.financial_due,20,calendar_days", "report.financial_due,20,percent", "term"),
    ] {
        let found = said(file, from, to);
        assert!(found.contains(expect), "{to}: {found}");
    }
    assert_eq!(defects(&Pack::open(room.path()).unwrap()), Vec::<String>::new(), "and nothing is left of it");
}
