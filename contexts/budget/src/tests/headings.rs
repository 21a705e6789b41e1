//! The country's layouts, and headers that are nearly theirs.
use std::{collections::BTreeSet, sync::LazyLock};

use crate::{
    Catalogue,
    domain::{Dimension, Heading, HeadingError, Layout, Measure},
};

fn catalogue() -> &'static Catalogue {
    static CATALOGUE: LazyLock<Catalogue> =
        LazyLock::new(|| Catalogue::of(&pack::Pack::open(&testkit::peru()).unwrap()).unwrap());
    &CATALOGUE
}

fn headers(layout: &Layout) -> Vec<String> {
    layout.columns.iter().map(|column| column.header.clone()).collect()
}

#[test]
fn three_layouts_each_know_themselves() {
    let catalogue = catalogue();
    let widths: Vec<(&str, usize)> =
        catalogue.layouts.iter().map(|layout| (layout.code.as_str(), layout.columns.len())).collect();
    assert_eq!(widths, [("mef_annual", 73), ("mef_monthly", 62), ("siaf_report", 86)]);
    for layout in &catalogue.layouts {
        let mut given = headers(layout);
        given.reverse();
        let heading = Heading::detect(&catalogue.layouts, &given).unwrap();
        assert_eq!(heading.layout.code, layout.code, "columns in any order");
        let one_short = &given[1..];
        let error = Heading::detect(&catalogue.layouts, one_short).unwrap_err();
        assert!(matches!(&error, HeadingError::Differs { missing, .. } if *missing == given[0]), "{error}");
    }
}

#[test]
fn every_alias_stands_for_its_column() {
    let catalogue = catalogue();
    let mut aliases = 0;
    for layout in &catalogue.layouts {
        for (at, column) in layout.columns.iter().enumerate() {
            for alias in &column.aliases {
                let mut given = headers(layout);
                given[at].clone_from(alias);
                assert_eq!(Heading::detect(&catalogue.layouts, &given).unwrap().layout.code, layout.code);
                aliases += 1;
            }
        }
    }
    assert!(aliases > 0);
}

#[test]
fn what_each_layout_reports() {
    let reports = |code: &str| -> Vec<Measure> {
        let reported = catalogue().layout(code).unwrap().measures();
        Measure::ALL.into_iter().filter(|m| reported[m.index()]).collect()
    };
    assert_eq!(reports("siaf_report"), Measure::ALL, "an entity's own report has every phase");
    assert!(!reports("mef_annual").contains(&Measure::CommittedMonthly));
    assert!(!reports("mef_monthly").contains(&Measure::Modifications));
}

#[test]
fn dimensions_have_their_places() {
    for (at, dimension) in Dimension::ALL.iter().enumerate() {
        assert_eq!(dimension.index(), at);
        assert_eq!(dimension.code().parse(), Ok(*dimension));
    }
    let codes: BTreeSet<&str> = Dimension::ALL.iter().map(|d| d.code()).collect();
    assert_eq!(codes.len(), Dimension::COUNT);
    assert!("pliegos".parse::<Dimension>().unwrap_err().to_string().contains("pliego,"));
    for (at, measure) in Measure::ALL.iter().enumerate() {
        assert_eq!(measure.index(), at);
        assert_eq!(measure.code().parse(), Ok(*measure));
    }
}

#[test]
fn layouts_that_are_wrong() {
    let check = |text: &str, says: &str| {
        let error = Layout::parse("x.toml", text).unwrap_err().to_string();
        assert!(error.contains(says), "{error}");
    };
    let head = "code = \"x\"\ntitle = \"x\"\npublisher = \"x\"\nprecedence = 1\n";
    check("", "code");
    check(&format!("{head}columns = []"), "no column holds the code of year");
    check(&format!("{head}columns = [{{ header = \"A\" }}]"), "exactly one of");
    check(
        &format!("{head}columns = [{{ header = \"A\", amount = \"pim\", month = 13 }}]"),
        "month is from 0 to 12",
    );
    check(&format!("{head}columns = [{{ header = \"A\", code = \"planet\" }}]"), "planet");
    check(&format!("{head}columns = [{{ header = \"A\", colour = \"red\" }}]"), "colour");
}
