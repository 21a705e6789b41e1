//! What a card must say.
use std::collections::BTreeMap;

use jiff::civil::date;
use rust_decimal::Decimal;

use crate::domain::{Card, CardFault, Channel, Design};

fn card() -> Card {
    Card {
        element: "PEDN@2011/OE2".parse().unwrap(),
        title: ("Servicios de salud 2026".to_owned(), "Health services 2026".to_owned()),
        from: date(2026, 3, 2),
        to: date(2026, 3, 31),
        entity: "E:01-016".parse().unwrap(),
        design: Design::Open,
        deff: None,
        frame: String::new(),
        units: BTreeMap::from([
            (Channel::Web, "visitas".to_owned()),
            (Channel::Paper, "encuestas".to_owned()),
        ]),
        questions: vec!["q1".parse().unwrap(), "q2".parse().unwrap()],
    }
}

fn sample() -> Card {
    let units = BTreeMap::from([(Channel::Phone, "llamadas".to_owned())]);
    let frame = "Viviendas del censo, por conglomerados".to_owned();
    Card { design: Design::Probability, deff: Some(Decimal::new(150, 2)), frame, units, ..card() }
}

#[test]
fn a_card_is_of_an_objective_whatever_its_version() {
    assert_eq!(card().checked().unwrap().element.to_string(), "PEDN/OE2");
    assert_eq!(sample().checked().unwrap().deff, Some(Decimal::new(15, 1)));
}

#[test]
fn a_card_without_something_is_refused() {
    let check = |card: Card, expect: CardFault| assert_eq!(card.checked(), Err(expect));
    check(Card { title: ("Salud".to_owned(), " ".to_owned()), ..card() }, CardFault::Title);
    check(Card { to: date(2026, 3, 1), ..card() }, CardFault::Days);
    check(Card { to: date(2027, 3, 4), ..card() }, CardFault::Days);
    check(Card { deff: Some(Decimal::ONE), ..card() }, CardFault::OpenDeff);
    check(Card { units: BTreeMap::new(), ..card() }, CardFault::Channels);
    check(Card { questions: Vec::new(), ..card() }, CardFault::Questions);
    let twice = vec!["q1".parse().unwrap(), "q1".parse().unwrap()];
    check(Card { questions: twice, ..card() }, CardFault::Questions);
    check(Card { frame: "censo".to_owned(), ..sample() }, CardFault::Frame);
    check(Card { deff: None, ..sample() }, CardFault::Deff);
    check(Card { deff: Some(Decimal::ZERO), ..sample() }, CardFault::Deff);
    check(Card { units: card().units, ..sample() }, CardFault::OpenWeb);
}

#[test]
fn the_web_takes_answers_on_its_days() {
    let check = |card: Card, day, expect: bool| assert_eq!(card.takes_web_on(day), expect);
    check(card(), date(2026, 3, 1), false);
    check(card(), date(2026, 3, 2), true);
    check(card(), date(2026, 3, 31), true);
    check(card(), date(2026, 4, 1), false);
    check(sample(), date(2026, 3, 2), false);
}
