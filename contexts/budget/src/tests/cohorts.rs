//! Who is in a cohort, and the value in the middle.
use jiff::civil::{Date, date};
use proptest::prelude::*;

use crate::domain::{CohortOf, Cohorts, CohortsError, Peer, median};

const HEAD: &str =
    "cohort,name,name_en,of,kind,same,population_from,population_below,valid_from,valid_to,source\n";

fn rules(rows: &str) -> Result<Cohorts, CohortsError> {
    Cohorts::parse(&format!("{HEAD}{rows}"))
}

/// `code kind place population`, `-` where unknown.
fn peer(text: &str) -> Peer {
    let words: Vec<&str> = text.split_whitespace().collect();
    let known = |at: usize| Some(words[at]).filter(|word| *word != "-").map(str::to_owned);
    Peer {
        code: words[0].into(),
        name: words[0].into(),
        kind: words[1].into(),
        place: known(2),
        parent: known(2),
        population: known(3).map(|heads| heads.parse().unwrap()),
    }
}

#[test]
fn members_are_of_the_kind_and_share_what_the_rule_says() {
    let rules = rules(
        "place,P,P,entity,town,place,,,2009-01-01,,s\n\
         size,S,S,entity,town,,,1000,2009-01-01,,s\n\
         size,M,M,entity,town,,1000,5000,2009-01-01,,s\n\
         size,L,L,entity,town,,5000,,2009-01-01,2019-12-31,s\n\
         all,C,C,entity,city,,,,2009-01-01,,s\n\
         sector,A,A,entity,city,parent,,,2009-01-01,,s\n\
         all,T,T,territory,town,,,,2009-01-01,,s\n",
    )
    .unwrap();
    let all: Vec<Peer> = [
        "a town x 999",
        "b town x 1000",
        "c town y 4999",
        "d town y 5000",
        "e town - -",
        "f city x 1000",
        "g city - 1000",
        "h town - 7",
    ]
    .map(peer)
    .into();
    let check = |code: &str, on: Date, expect: &[(&str, &str)]| {
        let asked = all.iter().find(|peer| peer.code == code).unwrap();
        let found: Vec<(String, String)> = rules
            .of(CohortOf::Entity, asked, on)
            .into_iter()
            .map(|rule| {
                let members = rule.members(asked, &all).into_iter().map(|peer| peer.code.as_str());
                (rule.name.clone(), members.collect::<String>())
            })
            .collect();
        let expect: Vec<(String, String)> =
            expect.iter().map(|(rule, members)| ((*rule).into(), (*members).into())).collect();
        assert_eq!(found, expect, "{code} on {on}");
    };
    let day = date(2020, 12, 31);
    check("a", day, &[("P", "ab"), ("S", "ah")]);
    check("b", day, &[("P", "ab"), ("M", "bc")]);
    check("d", day, &[("P", "cd")]);
    check("d", date(2019, 12, 31), &[("P", "cd"), ("L", "d")]);
    // Without a place above there is nobody of the same; without a population, no band.
    check("e", day, &[("P", "e")]);
    check("f", day, &[("C", "fg"), ("A", "f")]);
    check("g", day, &[("C", "fg"), ("A", "g")]);
    check("g", date(2008, 12, 31), &[]);
}

#[test]
fn rules_that_hold_nobody_or_twice_are_refused() {
    assert!(matches!(rules("a,A,A,body,town,,,,2009-01-01,,s\n"), Err(CohortsError::Csv(_))));
    assert!(matches!(rules("a,A,A,entity,town,river,,,2009-01-01,,s\n"), Err(CohortsError::Csv(_))));
    assert!(matches!(rules("a,A,A,entity,town,,5,5,2009-01-01,,s\n"), Err(CohortsError::Empty(_))));
    assert!(matches!(rules("a,A,A,entity,town,,,,2009-01-02,2009-01-01,s\n"), Err(CohortsError::Empty(_))));
    let two = |first: &str, second: &str| {
        rules(&format!("a,A,A,entity,town,,{first},s\na,B,B,entity,town,,{second},s\n")).is_ok()
    };
    assert!(two(",10,2009-01-01,", "10,,2009-01-01,"));
    assert!(!two(",11,2009-01-01,", "10,,2009-01-01,"));
    assert!(!two(",,2009-01-01,", "10,20,2009-01-01,"));
    assert!(two(",,2009-01-01,2010-12-31", ",,2011-01-01,"));
    assert!(!two(",,2009-01-01,2011-01-01", ",,2011-01-01,"));
}

proptest! {
    #[test]
    fn the_median_is_somebodys_and_has_no_more_below_than_above(values in prop::collection::vec(-5_i64..5, 0..9)) {
        match median(values.clone()) {
            None => prop_assert!(values.is_empty()),
            Some(middle) => {
                let below = values.iter().filter(|v| **v < middle).count();
                let above = values.iter().filter(|v| **v > middle).count();
                prop_assert!(values.contains(&middle));
                prop_assert!(below * 2 < values.len() && above * 2 <= values.len(), "{:?}: {}", values, middle);
            }
        }
    }
}
