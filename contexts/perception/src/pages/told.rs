//! Waves in words and tables, as several pages show them.
use std::collections::BTreeMap;

use base::codes::EntityCode;
use jiff::civil::Date;
use planning::domain::{portfolio::Portfolio, reference::ElementRef};
use web::{
    Html, Matter, PageError, Reading, Shell,
    components::{Cell, Facts, Table},
    sections::{said, table},
};

use super::links;
use crate::{
    domain::{Channel, Design, Reached, Standing, Wave, rate},
    queries::WaveView,
};

/// Names of bodies by code.
pub(super) type Names = BTreeMap<String, String>;

/// # Errors
/// A database that cannot be read.
pub(super) async fn names<'a>(
    reading: &mut Reading,
    codes: impl Iterator<Item = &'a EntityCode>,
) -> Result<Names, PageError> {
    let mut codes: Vec<&str> = codes.map(EntityCode::as_str).collect();
    codes.sort_unstable();
    codes.dedup();
    let (known, on) = (reading.known, reading.today);
    let found = directory::queries::entities_of(reading.conn(), known, on, &codes).await?;
    Ok(found.into_iter().map(|entity| (entity.code.to_string(), entity.name)).collect())
}

/// What the objective is called in the version that counts; its code where none has it.
pub(super) fn objective(shell: &Shell, plans: &Portfolio, element: &ElementRef) -> String {
    let node = plans.find(element).and_then(|at| plans.element(at));
    let title =
        node.map(|node| web::sections::plainly(shell, &node.element.title, node.element.title_en.as_deref()));
    title.map_or_else(|| element.to_string(), |title| format!("{element}: {title}"))
}

/// Whether the plan of the objective is made up.
pub(super) fn matter(plans: &Portfolio, element: &ElementRef) -> Matter {
    let node = plans.find(element).and_then(|at| plans.element(at));
    let version = node.and_then(|node| plans.version(node.version));
    Matter::of(version.is_some_and(|version| version.plan.sample))
}

pub(super) fn objective_href(shell: &Shell, element: &ElementRef) -> String {
    shell.view.link_to(&["objetivo", &element.plan.to_string(), element.code.as_str()])
}

pub(super) fn title<'a>(shell: &Shell, wave: &'a Wave) -> &'a str {
    web::sections::plainly(shell, &wave.card.title.0, Some(&wave.card.title.1))
}

fn days(shell: &Shell, (from, to): (Date, Date)) -> String {
    shell.ta("perception-days", &[("from", shell.date(from).into()), ("to", shell.date(to).into())])
}

pub(super) fn standing(shell: &Shell, wave: &Wave) -> String {
    shell.t(&format!("perception-standing-{}", wave.standing().as_str()))
}

pub(super) fn design(shell: &Shell, design: Design) -> String {
    shell.t(&format!("perception-design-{}", design.as_str()))
}

/// Waves with where each stands; links lead to the office or to the public page.
pub(super) fn waves(
    shell: &Shell,
    (id, caption): (&str, &str),
    views: &[&WaveView],
    (plans, names): (&Portfolio, &Names),
    is_office: bool,
) -> Table {
    let columns = ["wave", "objective", "body", "when", "design", "standing", "#responses"];
    let mut table = table(shell, "perception", (id, caption), &columns).stacked();
    for view in views {
        let (wave, card) = (&view.wave, &view.wave.card);
        let href = if is_office {
            shell.link(&format!("{}/{}", links::OFFICE, wave.code))
        } else {
            links::wave_href(&shell.view, &wave.code)
        };
        let body = names.get(card.entity.as_str()).map_or(card.entity.as_str(), String::as_str);
        let responses = view.responses().and_then(|count| usize::try_from(count).ok());
        table.push(vec![
            Cell::html(
                web::sections::link(&href, title(shell, wave)),
                &format!("{} {}", wave.code, card.title.0),
            ),
            Cell::link(&objective_href(shell, &card.element), &objective(shell, plans, &card.element)),
            Cell::link(&shell.view.link_to(&["entidad", card.entity.as_str()]), body),
            Cell::text(&days(shell, (card.from, card.to))),
            Cell::text(&design(shell, card.design)),
            Cell::text(&standing(shell, wave)),
            responses.map_or_else(Cell::default, |count| Cell::count(shell, count)),
        ]);
    }
    table
}

/// The technical card.
pub(super) fn card(shell: &Shell, wave: &Wave, plans: &Portfolio, names: &Names) -> Facts {
    let say = |key: &str| shell.t(&format!("perception-{key}"));
    let card = &wave.card;
    let body = names.get(card.entity.as_str()).map_or(card.entity.as_str(), String::as_str);
    let objective = objective(shell, plans, &card.element);
    let mut facts = Facts::default()
        .with(&say("standing"), standing(shell, wave).as_str())
        .with(&say("objective"), web::sections::link(&objective_href(shell, &card.element), &objective))
        .with(
            &say("body"),
            web::sections::link(&shell.view.link_to(&["entidad", card.entity.as_str()]), body),
        )
        .with(&say("when"), days(shell, (card.from, card.to)).as_str())
        .with(&say("design"), design(shell, card.design).as_str());
    if let Some(deff) = card.deff {
        facts = facts.with(&say("deff"), shell.value(deff).as_str());
    }
    if !card.frame.is_empty() {
        facts = facts.with(&say("frame"), said(shell, &card.frame, None));
    }
    let stamps = [("opened", &wave.opened), ("closed", &wave.closed), ("published", &wave.published)];
    for (key, stamp) in stamps {
        if let Some(stamp) = stamp {
            let words = format!("{} · {}", shell.moment(stamp.at), stamp.post);
            facts = facts.with(&say(key), words.as_str());
        }
    }
    facts
}

/// Response by channel.
pub(super) fn channels(shell: &Shell, reached: &[Reached], so_far: Option<&BTreeMap<Channel, u64>>) -> Table {
    let columns = ["channel", "unit", "#reach", "#responses", "#rate"];
    let mut table = table(shell, "perception", ("canales", "channels"), &columns).stacked();
    let count = |count: Option<u64>| {
        let count = count.and_then(|count| usize::try_from(count).ok());
        count.map_or_else(Cell::default, |count| Cell::count(shell, count))
    };
    for one in reached {
        let responses = match so_far {
            Some(counts) => Some(counts.get(&one.channel).copied().unwrap_or(0)),
            None => one.responses,
        };
        let rate = one.reach.zip(one.responses).and_then(|(reach, responses)| rate(responses, reach));
        table.push(vec![
            Cell::text(&shell.t(&format!("perception-channel-{}", one.channel.as_str()))),
            Cell::html(said(shell, &one.unit, None), &one.unit),
            count(one.reach),
            count(responses),
            rate.map_or_else(Cell::default, |rate| percent(shell, rate)),
        ]);
    }
    table
}

/// A percentage as it was computed, to its last decimal.
pub(super) fn percent(shell: &Shell, value: rust_decimal::Decimal) -> Cell {
    Cell::html(Html::text(&format!("{} %", shell.value(value))), &value.to_string())
}

/// What happens next with a wave, and when.
pub(super) fn next(shell: &Shell, wave: &Wave) -> String {
    let key = match wave.standing() {
        Standing::Draft => "perception-next-draft",
        Standing::Open => "perception-next-open",
        Standing::Closed => "perception-next-closed",
        Standing::Published => "perception-next-published",
    };
    shell.t1(key, "date", shell.date(wave.card.to))
}
