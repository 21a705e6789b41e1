//! Declarations and the rulebook, and texts that are no declaration.
use workflow::{Declaration, Defect, Procedure, Procedures};

use crate::{
    declarations::found,
    support::{REQUEST, law, law_with},
};

#[test]
fn too_many_clocks() {
    let mut text = REQUEST.to_owned();
    let (_, clock) = REQUEST.rsplit_once("[[clock]]").unwrap();
    for number in 0..9 {
        let code = format!("code = \"appeal_{number}\"\ntitle = {{ es = \"Plazo");
        let copy = clock.replacen("code = \"appeal\"\ntitle = { es = \"Plazo", &code, 1);
        text = [text, "\n[[clock]]".to_owned(), copy].concat();
    }
    assert_eq!(found(&text), ["more than 10 clocks; no one can follow such a procedure"]);
}

#[test]
fn rules() {
    let missing = |of: &str, key: &str| {
        vec![format!("clock {of} rests on the rule {key}, which the rulebook does not hold on 2010-01-01")]
    };
    let check =
        |old: &str, new: &str, expect: Vec<String>| assert_eq!(found(&REQUEST.replacen(old, new, 1)), expect);
    check("access.appeal", "access.none", missing("appeal", "access.none"));
    check("\"access.extension\"", "\"access.more\"", missing("answer", "access.more"));
    check("access.extension_times", "access.often", missing("answer", "access.often"));
    check("notice.soon", "notice.late", missing("answer", "notice.late"));
    check("access.appeal", "clock.start_counted", vec!["clock appeal rests on the rule clock.start_counted, which on 2010-01-01 is in flag; a length of time is needed".to_owned()]);
    check("\"access.extension_times\"", "\"access.extension\"", vec!["clock answer rests on the rule access.extension, which on 2010-01-01 is in working_days; count is needed".to_owned()]);
}

#[test]
fn a_rule_must_hold_throughout() {
    let check = |rows: &str, until: &str, expect: &[&str]| {
        let law = law(&[], rows);
        let text = REQUEST.replacen("access.appeal", "access.late", 1);
        let text = text.replacen("recorded_from", &format!("{until}recorded_from"), 1);
        let got = Procedure::checked(Declaration::parse(&text).unwrap(), &law.rulebook);
        let got: Vec<String> = got.err().unwrap_or_default().iter().map(Defect::to_string).collect();
        assert_eq!(got, expect, "{rows} {until}");
    };
    let row = |scope: &str, from: &str, to: &str| {
        format!("access.late,7,working_days,{scope},{from},{to},2009-01-01,Ley 2,,,confirmed\n")
    };
    let gap = "clock appeal rests on the rule access.late, which the rulebook does not hold on 2015-01-01";
    check(&row("country", "2009-01-01", ""), "", &[]);
    check(&row("country", "2009-01-01", "2015-01-01"), "", &[gap]);
    check(&row("country", "2009-01-01", "2015-01-01"), "valid_to = \"2015-01-01\"\n", &[]);
    check(&(row("country", "2009-01-01", "2015-01-01") + &row("country", "2015-01-01", "")), "", &[]);
    check(&(row("country", "2009-01-01", "2015-01-01") + &row("kind:ministry", "2012-01-01", "")), "", &[]);
    check(&row("sector:08", "2009-01-01", ""), "", &[]);
    check(&row("territory:15", "2009-01-01", ""), "", &[]);
    check(
        &row("country", "2011-01-01", ""),
        "",
        &["clock appeal rests on the rule access.late, which the rulebook does not hold on 2010-01-01"],
    );
}

#[test]
fn no_text_panics() {
    let law = law_with(&[]);
    for text in [
        "",
        "\u{feff}",
        "=",
        "code = 1",
        "code = \"a\"\nvalid_from = \"2010-01-01\"\nrecorded_from = \"2010-01-01\"",
    ] {
        assert!(Procedures::read([("a.toml", text)], &law.rulebook).is_err(), "for {text:?}");
    }
    // Any line left out, and any text cut short.
    let lines: Vec<&str> = REQUEST.lines().collect();
    for skip in 0..lines.len() {
        let kept: Vec<&str> =
            lines.iter().enumerate().filter(|(n, _)| *n != skip).map(|(_, line)| *line).collect();
        let _ = Procedures::read([("a.toml", kept.join("\n").as_str())], &law.rulebook);
        let _ = Procedures::read([("a.toml", lines.get(..skip).unwrap().join("\n").as_str())], &law.rulebook);
    }
}
