//! Every field takes what it takes, and nothing else.
use super::item;
use crate::domain::{Fault, Item, Kind, ProposalCode, is_code};

fn fault(kind: Kind, fields: &[(&str, &str)], field: &str) -> Option<Fault> {
    let read =
        Item::read(kind, |name| fields.iter().find(|(own, _)| *own == name).map_or("", |(_, value)| value));
    read.err().and_then(|wrong| wrong.into_iter().find(|wrong| wrong.field == field)).map(|wrong| wrong.fault)
}

#[test]
fn fields_are_judged_one_by_one() {
    let check = |kind: Kind, field: &'static str, value: &str, expect: Option<Fault>| {
        assert_eq!(fault(kind, &[(field, value)], field), expect, "{kind}.{field} {value:?}");
    };
    check(Kind::Component, "title", "", Some(Fault::Missing));
    check(Kind::Component, "title", "   ", Some(Fault::Missing));
    check(Kind::Component, "title", &"ñ".repeat(300), None);
    check(Kind::Component, "title", &"ñ".repeat(301), Some(Fault::Long(300)));
    check(Kind::Component, "code", "V 1", Some(Fault::Code));
    check(Kind::Component, "code", "V/1", Some(Fault::Code));
    check(Kind::Component, "parent", "", None);
    assert!(matches!(fault(Kind::Trend, &[("direction", "sideways")], "direction"), Some(Fault::Choice(_))));
    for (said, kind) in [("external_factor", "kind"), ("Factor Externo", "kind"), ("SUBE", "direction")] {
        check(Kind::Trend, kind, said, None);
    }
    check(Kind::Trend, "variables", "V1; V2 ;", None);
    check(Kind::Trend, "variables", "V1;V 2", Some(Fault::Code));
    check(Kind::Trend, "variables", ";", Some(Fault::Code));
    for link in ["javascript:alert(1)", "https://", "https://a b", "ftp://a", "https://a\"onload=", "//a"] {
        check(Kind::Trend, "evidence", link, Some(Fault::Link));
    }
    check(Kind::Trend, "evidence", "https://www.ceplan.gob.pe/a?b=1#c", None);
    check(Kind::Score, "score", "3", None);
    for score in ["4", "-1", "1.5", "uno", "+1", "00001"] {
        check(Kind::Score, "score", score, Some(Fault::Whole(0, 3)));
    }
    check(Kind::Diagnosis, "year", "1899", Some(Fault::Year));
    check(Kind::Diagnosis, "year", "2050", None);
    check(Kind::Diagnosis, "value", "-12.50", None);
    check(Kind::Diagnosis, "value", "12,5", Some(Fault::Number));
    check(Kind::Variable, "strategic", "Sí", None);
    check(Kind::Variable, "strategic", "perhaps", Some(Fault::Flag));
    check(Kind::Objective, "objective", "PEDN/OE1", None);
    check(Kind::Objective, "objective", "OE1", Some(Fault::Reference));
    check(Kind::Uptake, "proposal", "p-12", None);
    check(Kind::Uptake, "proposal", "12", Some(Fault::Proposal));
}

#[test]
fn what_is_kept_is_written_one_way() {
    let fields = [("proposal", "p12"), ("kind", "trend"), ("item", "T1")];
    assert_eq!(item(Kind::Uptake, &fields).key(), "P-12/trend/T1");
    let trend = [
        ("code", "T1"),
        ("kind", "trend"),
        ("direction", "up"),
        ("title", "x"),
        ("source", "y"),
        ("variables", " V1 ;V2;"),
    ];
    let trend = item(Kind::Trend, &trend);
    assert_eq!((trend.text("variables"), trend.opt("evidence")), ("V1;V2", None));
    assert_eq!(trend.list("variables").collect::<Vec<_>>(), ["V1", "V2"]);
    assert!(super::variable("V1").flag("strategic"));
}

#[test]
fn kinds_are_declared_whole() {
    for kind in Kind::ALL {
        assert_eq!(kind.as_str().parse(), Ok(kind));
        let names: std::collections::BTreeSet<&str> = kind.fields().iter().map(|field| field.name).collect();
        assert_eq!(names.len(), kind.fields().len(), "{kind} has a field twice");
        let key = &kind.fields()[..kind.key_fields()];
        assert!(key.iter().all(|field| field.is_required), "{kind}: a key is always there");
    }
}

#[test]
fn codes_of_proposals_are_read_as_people_write_them() {
    for text in ["P-128", "p-128", "P128", " p128 "] {
        assert_eq!(text.parse::<ProposalCode>().unwrap().to_string(), "P-128", "{text}");
    }
    for text in ["", "P", "P-", "P-0", "P-012", "P--1", "P-1x", "128", "P-9999999999999999999", "Ｐ-1"] {
        assert!(text.parse::<ProposalCode>().is_err(), "{text}");
    }
    for (text, expect) in [("PEDN-2050", true), ("", false), ("-a", false), ("a_b", false), ("ñ", false)] {
        assert_eq!(is_code(text), expect, "{text}");
    }
    assert!(is_code(&"a".repeat(40)) && !is_code(&"a".repeat(41)));
}
