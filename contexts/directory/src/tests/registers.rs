use base::Validity;
use jiff::civil::date;

use crate::domain::{Dated, defects};

#[derive(Clone, Debug)]
struct Item(String, Validity, Option<String>);

impl Dated for Item {
    fn code(&self) -> &str {
        &self.0
    }
    fn validity(&self) -> Validity {
        self.1
    }
    fn parent(&self) -> Option<&str> {
        self.2.as_deref()
    }
}

/// Items are written `code parent from-to`, years; `-` for no parent, nothing for an open end.
fn check(items: &str, expect: &[&str]) {
    let read = |text: &str| {
        let mut parts = text.split_whitespace();
        let (code, parent) = (parts.next().unwrap(), parts.next().unwrap());
        let (from, to) = parts.next().unwrap().split_once('-').unwrap();
        let day = |year: &str| date(year.parse().unwrap(), 1, 1);
        let to = (!to.is_empty()).then(|| day(to));
        Item(code.into(), Validity::new(day(from), to).unwrap(), (parent != "-").then(|| parent.into()))
    };
    let items: Vec<Item> = items.split(',').map(read).collect();
    let found: Vec<String> =
        defects(&items).into_iter().map(|(at, defect)| format!("{at}: {defect}")).collect();
    assert_eq!(found, expect, "for {items:?}");
}

#[test]
fn a_register_is_coherent() {
    check("a - 2000-", &[]);
    check("b a 2001-, a - 2000-", &[]);
    check("a - 2000-2005, a - 2005-", &[]);
    check(
        "a - 2000-2006, a - 2005-",
        &["1: a already holds on some of these days; close the earlier version first"],
    );
    check("b a 2001-", &["0: its parent a is not in the register"]);
    check("a - 2000-2005, b a 2006-", &["1: its parent a holds on none of these days"]);
    check("a - 2000-2005, a - 2005-, b a 2006-", &[]);
    check("a a 2000-", &["0: it is its own ancestor, by way of a"]);
    check(
        "a b 2000-, b a 2000-",
        &["0: it is its own ancestor, by way of b", "1: it is its own ancestor, by way of a"],
    );
    check(
        "a b 2000-, b c 2000-, c b 2000-",
        &["1: it is its own ancestor, by way of c", "2: it is its own ancestor, by way of b"],
    );
}
