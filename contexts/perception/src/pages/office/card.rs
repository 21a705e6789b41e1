//! The technical card as a form.
use std::collections::BTreeMap;

use base::codes::EntityCode;
use planning::domain::reference::ElementRef;
use rust_decimal::Decimal;
use web::{
    Shell,
    components::{Form, Input},
    gate::Posted,
};

use super::field;
use crate::{
    actions::Refusal,
    domain::{Card, CardFault, Channel, Design, QuestionCode},
};

/// Fields of units, by channel.
const UNITS: [(Channel, &str); 3] =
    [(Channel::Web, "unit_web"), (Channel::Phone, "unit_phone"), (Channel::Paper, "unit_paper")];

/// What a form shows: what was typed, else what the card has.
pub(super) fn form(
    shell: &Shell,
    (path, button): (&str, &str),
    typed: Option<&Posted>,
    card: Option<&Card>,
) -> Form {
    let value = |name: &str| match (typed, card) {
        (Some(posted), _) => posted.text(name).to_owned(),
        (None, Some(card)) => kept(card, name),
        (None, None) => String::new(),
    };
    let designs =
        Design::ALL.iter().map(|one| (one.as_str().to_owned(), super::super::told::design(shell, *one)));
    let hinted = |name: &'static str, input: Input| {
        let hint = shell.t(&format!("perception-hint-{}", name.replace('_', "-")));
        field(shell, name, input).hint(&hint).value(&value(name))
    };
    let form = Form::new(shell, path, &shell.t(button))
        .among("ficha")
        .field(hinted("element", Input::Text))
        .field(field(shell, "title", Input::Text).value(&value("title")))
        .field(field(shell, "title_en", Input::Text).value(&value("title_en")))
        .field(field(shell, "from_on", Input::Date).value(&value("from_on")))
        .field(field(shell, "to_on", Input::Date).value(&value("to_on")))
        .field(hinted("design", Input::Choice(designs.collect())))
        .field(hinted("deff", Input::Text).optional())
        .field(hinted("frame", Input::Area).optional())
        .field(hinted("questions", Input::Text));
    UNITS.iter().fold(form, |form, (_, name)| form.field(hinted(name, Input::Text).optional()))
}

fn kept(card: &Card, name: &str) -> String {
    let unit = |channel: Channel| card.units.get(&channel).cloned().unwrap_or_default();
    match name {
        "element" => card.element.to_string(),
        "title" => card.title.0.clone(),
        "title_en" => card.title.1.clone(),
        "from_on" => card.from.to_string(),
        "to_on" => card.to.to_string(),
        "design" => card.design.as_str().to_owned(),
        "deff" => card.deff.map(|deff| deff.to_string()).unwrap_or_default(),
        "frame" => card.frame.clone(),
        "questions" => card.questions.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        name => UNITS
            .iter()
            .find(|(_, field)| *field == name)
            .map(|(channel, _)| unit(*channel))
            .unwrap_or_default(),
    }
}

/// The card that was sent.
///
/// # Errors
/// What cannot be read.
pub(super) fn written(posted: &Posted, entity: EntityCode) -> Result<Card, Refusal> {
    let text = |name: &str| posted.text(name).to_owned();
    let none = || Refusal::NoElement(text("element").chars().take(80).collect());
    let day = |name: &str| posted.text(name).parse().map_err(|_| CardFault::Days);
    let deff = Some(text("deff").replace(',', ".")).filter(|deff| !deff.is_empty());
    let units =
        UNITS.iter().map(|(channel, name)| (*channel, text(name))).filter(|(_, unit)| !unit.is_empty());
    let listed = text("questions");
    let codes = listed.split([';', ',', ' ', '\n']).map(str::trim).filter(|code| !code.is_empty());
    let code = |code: &str| code.parse().map_err(|_| Refusal::NoQuestion(code.chars().take(40).collect()));
    Ok(Card {
        element: posted.text("element").parse::<ElementRef>().map_err(|_| none())?,
        title: (text("title"), text("title_en")),
        from: day("from_on")?,
        to: day("to_on")?,
        entity,
        design: posted.text("design").parse().map_err(|()| CardFault::Design)?,
        deff: deff.map(|deff| deff.parse::<Decimal>().map_err(|_| CardFault::Deff)).transpose()?,
        frame: text("frame"),
        units: units.collect::<BTreeMap<Channel, String>>(),
        questions: codes.map(code).collect::<Result<Vec<QuestionCode>, Refusal>>()?,
    })
}
