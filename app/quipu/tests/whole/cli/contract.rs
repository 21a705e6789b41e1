//! Exit codes and words: 0 done, 1 findings or refused input, 2 wrong usage.
use clap::CommandFactory;
use quipu::cli::Cli;

use crate::desk::Desk;

/// Every command and subcommand, as one types it.
fn commands(command: &clap::Command, typed: &str, all: &mut Vec<String>) {
    all.push(typed.to_owned());
    for sub in command.get_subcommands() {
        commands(sub, format!("{typed} {}", sub.get_name()).trim(), all);
    }
}

#[test]
fn every_help_has_an_example() {
    let mut all = Vec::new();
    commands(&Cli::command(), "", &mut all);
    assert!(all.len() > 15, "{all:?}");
    let desk = Desk::nothing();
    for command in all {
        let help = desk.says(&format!("{command} --help"));
        let example = help.lines().skip_while(|line| !line.starts_with("Example")).nth(1);
        let begins = format!("quipu {command}");
        let example = example.unwrap_or_else(|| panic!("{command} --help has no example:\n{help}"));
        assert!(example.trim().starts_with(begins.trim()), "{command}: {example}");
    }
    assert!(!desk.data.exists(), "help makes no data folder");
}

#[test]
fn wrong_usage_ends_with_2_and_says_what_is_right() {
    let desk = Desk::reading();
    let cases = [
        ("", "Usage"),
        ("nonsense", "nonsense"),
        ("init", "PACK"),
        ("init /nowhere", "there is no folder /nowhere"),
        ("check-pack /nowhere", "there is no folder /nowhere"),
        ("import budget", "FILE"),
        ("import nonsense x.csv", "possible values"),
        ("import budget /nowhere.csv", "there is no file /nowhere.csv"),
        ("template", "KIND"),
        ("template budget", "layouts"),
        ("generate plan", "possible values"),
        ("deliveries diff 1", "NEW"),
        ("deliveries diff one two", "one"),
        ("deliveries --format xml", "possible values"),
        ("budget --by nonsense", "there are: year, month"),
        ("budget --by level,level", "twice"),
        ("budget --by level --measure pim,pim", "twice"),
        ("budget --measure nonsense", "there are: pia"),
        ("budget --where level", "DIMENSION=CODE"),
        ("budget --where nonsense=1", "there are: year"),
        ("budget --year MMXX", "MMXX"),
        ("budget --known yesterday", "neither a date"),
        ("peers", "--where"),
        ("peers --where programme=1001", "name exactly one"),
        ("peers --where department=24 --where department=25", "name exactly one"),
        ("peers --where nonsense=1", "there are: year"),
        ("peers --where department=24 --sort nonsense", "there are: pim, accrued"),
        ("peers --where department=24 --known yesterday", "neither a date"),
        ("peers --where department=24 --format xml", "possible values"),
        ("deadline access.answer yesterday", "yesterday"),
        ("deadline access.answer 1990-01-01", "no rule access.answer holds"),
        ("deadline no.such 2016-03-14", "no rule no.such holds"),
        ("deadline status.behind 2016-03-14", "asked as a term"),
        ("deadline access.answer 2016-03-14 --entity E:999", "E:999"),
        ("deadline plan.pedn.horizon 2029-01-01", "the calendar covers"),
        ("deadline access.answer 2016-03-14 --known yesterday", "neither a date"),
        ("thread nonsense", "PLAN/CODE"),
        ("thread PEDN/OE2 --known yesterday", "neither a date"),
        ("search", "WORDS"),
        ("search salud --kind nonsense", "there are: objective, element"),
        ("search salud --limit 0", "0"),
        ("coverage --by nonsense", "possible values"),
        ("coverage --known yesterday", "neither a date"),
        ("check --known yesterday", "neither a date"),
        ("status --known yesterday", "neither a date"),
        ("status --on yesterday", "yesterday"),
        ("status --objective nonsense", "PLAN/CODE"),
        ("status --entity E:11-011 --territory 24", "cannot be used"),
        ("verify --checkpoint /nowhere", "there is no file /nowhere"),
        ("serve --listen nonsense", "nonsense"),
    ];
    for (line, words) in cases {
        desk.refuses(2, line, words);
    }
}

#[test]
fn refused_input_ends_with_1_and_says_why() {
    let desk = Desk::reading();
    desk.file("nonsense.csv", "a,b\n1,2\n");
    desk.file("bytes.csv", [0xff, 0xfe, 0, 1, 2, 3]);
    desk.file("workbook.xlsx", b"PK\x03\x04 that is none");
    desk.file("empty.csv", "");
    desk.file("empty/readme.txt", "no pack");
    let empty = desk.path("empty");
    for (line, words) in [
        ("peers --where entity=E:99-999", "does not hold E:99-999"),
        ("peers --where entity=R:99-461 --cohort nonsense", "nonsense is no cohort of it"),
        ("peers --where department=24 --known 1999-01-01", "nothing had been recorded"),
        ("thread PEDN/NONSENSE", "no element PEDN/NONSENSE"),
        ("thread PEDN/OE2 --known 1999-01-01", "nothing had been recorded by 1999-01-01"),
        ("budget --by level --known 1999-01-01", "nothing had been recorded"),
        ("status --objective PEDN/NONSENSE", "nothing is recorded"),
        ("status --entity E:99-999", "nothing is recorded"),
        ("status --territory 999999", "nothing is recorded"),
        ("deliveries diff 1 99", "there is no delivery 99"),
    ] {
        desk.refuses(1, line, words);
    }
    desk.refuses(1, &format!("init {empty}"), "country.toml");
    desk.refuses(1, &format!("check-pack {empty}"), "country.toml");
    for kind in ["budget", "plan", "indicators", "observations", "attributions", "entities"] {
        for name in ["nonsense.csv", "bytes.csv", "workbook.xlsx", "empty.csv"] {
            desk.refuses(1, &format!("import {kind} {}", desk.path(name)), name);
        }
    }
    desk.refuses(1, &format!("import observations {}", desk.path("nonsense.csv")), "period");
    assert!(desk.says("verify").starts_with("30 entries"), "nothing was written");
}

#[test]
fn what_is_missing_is_told_with_what_to_do() {
    let desk = Desk::nothing();
    for line in [
        "deliveries",
        "budget --by level",
        "reconcile",
        "coverage",
        "check",
        "status",
        "verify",
        "checkpoint",
        "serve",
        "thread PEDN/OE2",
        "search salud",
        "import budget README.md",
    ] {
        desk.refuses(2, line, "init countries/peru");
        assert!(!desk.data.exists(), "{line} makes no data folder");
    }
    desk.refuses(2, "init /nowhere", "there is no folder");
    assert!(!desk.data.exists(), "an init that fails makes no data folder");
}

#[test]
fn a_pack_is_checked_before_it_is_loaded() {
    let desk = Desk::nothing();
    assert!(desk.says("check-pack countries/peru").contains("the pack is valid"));
    let pack = desk.room.path().join("pack");
    crate::sample::copy(&crate::sample::peru(), &pack);
    let rules = pack.join("law/rules.csv");
    let text = std::fs::read_to_string(&rules).unwrap();
    std::fs::write(&rules, text.replacen(",90,percent", ",ninety,percent", 1)).unwrap();
    for command in ["check-pack", "init"] {
        desk.refuses(1, &format!("{command} {}", pack.display()), "ninety");
    }
    std::fs::write(&rules, text).unwrap();
    let procedure = pack.join("procedures/plan_approval.toml");
    let text = std::fs::read_to_string(&procedure).unwrap();
    std::fs::write(&procedure, text.replacen("[\"approver\"]", "[\"chief\"]", 1)).unwrap();
    desk.refuses(1, &format!("check-pack {}", pack.display()), "played_by names the post chief");
    std::fs::write(&procedure, text.replacen("governing_body = [\"governing_body\"]\n", "", 1)).unwrap();
    desk.refuses(1, &format!("check-pack {}", pack.display()), "no post plays the role governing_body");
}
