#![allow(clippy::indexing_slicing)]
use std::collections::BTreeMap;

use base::Money;
use rust_decimal::Decimal;
use web::{Lang, testing};

use super::*;
use crate::queries::PeerMoney;
use crate::{
    domain::{CohortOf, Cohorts, Peer},
    queries::Medians,
};

fn rows(count: usize) -> Vec<PeerMoney> {
    let row = |n: usize| {
        let heads = i64::try_from(n).unwrap();
        let money = (n % 5 != 4).then_some(Money::centimos(heads * 100));
        PeerMoney {
            peer: Peer {
                code: format!("M:24010{n}-{n}"),
                name: format!("Municipalidad <{n}>"),
                ..Peer::default()
            },
            is_asked: n == 1,
            is_told: n % 5 != 3,
            pim: money,
            accrued: money,
            percent: money.map(|_| Decimal::from(heads % 3)),
            population: n.is_multiple_of(2).then_some(heads),
            per_head: n.is_multiple_of(2).then_some(Money::centimos(7)),
        }
    };
    (0..count).map(row).collect()
}

fn page(lang: Lang, url: &str, count: usize) -> PeersPage {
    let mut shell = testing::shell(lang, url, "budget-peers", Matter::Real, &[crate::MESSAGES]).unwrap();
    let years = BTreeMap::from([(2020, 25)]);
    let asked = Asked::of(&mut shell, &years).unwrap();
    let rules = "cohort,name,name_en,of,kind,same,population_from,population_below,valid_from,valid_to,source,source_en\n\
                 all,Municipios,Towns,entity,town,,,,2009-01-01,,Ley <1>,Law <1>\n\
                 place,Vecinos,Neighbours,entity,town,,,,2009-01-01,2030-12-31,Ley 2,\n";
    let town = Peer { name: "Tumbes <1>".into(), kind: "town".into(), ..Peer::default() };
    let rules = Cohorts::parse(rules).unwrap();
    let day = jiff::civil::date(2020, 12, 31);
    let choices: Vec<_> = rules.of(CohortOf::Entity, &town, day).into_iter().cloned().collect();
    let code = asked.cohort.clone().unwrap_or_else(|| "all".into());
    let cohort = choices.iter().find(|one| one.code == code).unwrap().clone();
    let peers = Peers {
        asked: town,
        dimension: Dimension::Entity,
        choices,
        cohort,
        rows: rows(count),
        medians: Medians { pim: Some(Money::centimos(100)), ..Medians::default() },
        source: "INEI".into(),
    };
    let peers = if count == 0 { Err(("budget-peers-no-cohort", "Nadie <x>".into())) } else { Ok(peers) };
    PeersPage::of(shell, &Found { asked, years, peers, labels: Labels::default() }).unwrap()
}

const URL: &str = "/presupuesto/pares?where=entity=M:240101-1&where=programme=0068&where=level=M";

#[test]
fn every_sample_in_every_language() {
    for lang in Lang::ALL {
        for (own, count) in [("", 0), ("", 1), ("", 2), ("&cohort=place&sort=per_head", 3), ("&page=2", 95)] {
            let text = page(lang, &format!("{URL}{own}"), count).render().unwrap();
            assert_eq!(testing::defects(&text, Matter::Real), Vec::<String>::new(), "{own} {count}");
        }
    }
}

#[test]
fn the_cohort_is_stated_and_the_one_asked_for_is_marked() {
    let text = page(Lang::En, URL, 9).render().unwrap();
    for words in [
        "Towns: 9 in the register. Deliveries tell of 7 of them in 2020.",
        "By what rule: Law &#60;1&#62;. Applied since 1 January 2009.",
        "<strong>M:240101-1 Municipalidad &#60;1&#62;</strong><span class=\"q-also\">asked for</span>",
        "Budget programme: 0068",
        "no data",
        "median of its peers: ",
        // A peer leads to the same money, without what says who the one asked for is.
        "/en/presupuesto?year=2020&amp;where=programme%3D0068&amp;where=entity%3DM%3A240102-2",
    ] {
        assert!(text.contains(words) || text.contains(&words.replace("&amp;", "&#38;")), "{words}: {text}");
    }
    let other = page(Lang::En, &format!("{URL}&cohort=place"), 3).render().unwrap();
    assert!(other.contains("By what rule: Ley 2."), "a source without translation stands as it is");
    let unit = page(Lang::En, "/presupuesto/pares?where=sec_ejec=940", 3).render().unwrap();
    assert!(unit.contains("The executing unit 940 spends for"), "{unit}");
    assert!(!text.contains("level%3DM&#38;where=entity%3DM%3A240102-2"), "the level is not shared");
}

#[test]
fn a_file_has_all_peers_in_the_order_asked_for() {
    let file = |url: &str| {
        let page = page(Lang::En, url, 95);
        page.table.to_csv(&page.shell).to_text().unwrap()
    };
    let by_code = file(&format!("{URL}&format=csv&sort=code"));
    assert_eq!(by_code.lines().count(), 96);
    let asked: Vec<&str> = by_code.lines().filter(|line| line.contains(",yes,")).collect();
    assert_eq!(asked.len(), 1, "{by_code}");
    assert!(asked[0].starts_with("M:240101-1,Municipalidad <1>,1.00,1.00,1,,,yes,yes"), "{asked:?}");
    let by_pim = file(&format!("{URL}&format=csv"));
    assert!(by_pim.lines().nth(1).unwrap().starts_with("M:2401093-93,"), "{by_pim}");
}

#[test]
fn equals_stay_in_the_order_of_their_codes() {
    let rows = rows(20);
    let codes = |sort: SortBy| -> Vec<String> {
        sort.sorted(&rows)
            .into_iter()
            .map(|row| row.peer.code.rsplit('-').next().unwrap().to_owned())
            .collect()
    };
    assert_eq!(codes(SortBy::Percent)[..3], ["2", "5", "8"], "all of two percent");
    assert_eq!(codes(SortBy::Pim)[..2], ["18", "17"]);
    // Those without a figure stand last.
    assert_eq!(codes(SortBy::Pim)[16..], ["4", "9", "14", "19"]);
}

#[test]
fn what_names_nobody_or_several_is_refused_in_words() {
    let check = |query: &str, expect: &str| {
        let url = format!("/presupuesto/pares?{query}");
        let mut shell =
            testing::shell(Lang::En, &url, "budget-peers", Matter::Real, &[crate::MESSAGES]).unwrap();
        match Asked::of(&mut shell, &BTreeMap::new()).map(|_| ()) {
            Err(PageError::Refused { key, .. }) => assert_eq!(key, expect, "{query}"),
            other => panic!("{query} gave {other:?}"),
        }
    };
    check("", "budget-peers-refused-subject");
    check("where=programme=0068", "budget-peers-refused-subject");
    check("where=entity=M:1-1&where=entity=M:2-2", "budget-peers-refused-subject");
    check("where=entity=M:*", "budget-peers-refused-subject");
    check("where=entity", "budget-refused-condition");
    check("where=entity=M:1-1&sort=name", "web-refused-parameter");
}
