//! What a reader of a listing must know, in words beside it and in place of rows.
use web::components::empty;
use web::{Html, Shell};

use super::{Asked, Found, across, expressed};
use crate::{
    domain::{Dimension, Measure},
    queries::Exploration,
};

/// How many units the figures are of: one early report is not the year of the whole state.
pub fn told(shell: &Shell, asked: &Asked) -> String {
    let units = asked.request.year.and_then(|year| Some((year, *asked.years.get(&year)?)));
    let words = |(year, units): (i16, usize)| {
        shell.ta("budget-units-told", &[("year", year.to_string().into()), ("n", units.into())])
    };
    units.map(words).unwrap_or_default()
}

/// What a reader of this page must know.
pub fn all(shell: &Shell, found: &Found) -> Vec<String> {
    let (asked, exploration) = (&found.asked, &found.exploration);
    let across = found.across.iter().flat_map(|years| across::notes(shell, found, years));
    let expressed = found.expressing.iter().map(|found| expressed::note(shell, asked, found));
    across.chain(expressed).chain(notes(shell, asked, exploration)).collect()
}

/// What the codes and measures of a listing ask to be said.
fn notes(shell: &Shell, asked: &Asked, exploration: &Exploration) -> Vec<String> {
    let answer = &exploration.answer;
    let mut notes = Vec::new();
    if answer.by.contains(&Dimension::Month) {
        notes.push(shell.t("budget-note-month"));
    }
    let places = [Dimension::Department, Dimension::Province, Dimension::District];
    let benefits = [Dimension::MetaDepartment, Dimension::MetaProvince, Dimension::MetaDistrict];
    if answer.by.iter().any(|d| places.contains(d) || benefits.contains(d)) {
        notes.push(shell.t("budget-note-places"));
    }
    if exploration.total(Measure::Pia).is_some_and(base::Money::is_zero) {
        notes.push(shell.t("budget-note-pia"));
    }
    if asked.request.year.is_none() && !asked.is_across && !asked.request.by.contains(&Dimension::Year) {
        notes.push(shell.t("budget-note-years"));
    }
    let is_of_years = asked.is_across || asked.request.by.contains(&Dimension::Year);
    // A listing of years says it in a row.
    if let Some(first) = asked.years.keys().next().filter(|_| !is_of_years) {
        notes.push(shell.t1("budget-note-before", "year", first.to_string()));
    }
    notes
}

/// Why there is no row, and what to do.
pub fn nothing(shell: &Shell, asked: &Asked, exploration: &Exploration) -> Html {
    if !exploration.answer.rows.is_empty() {
        return Html::default();
    }
    if asked.years.is_empty() {
        return empty(&shell.t("budget-nothing-delivered"));
    }
    let years: Vec<String> = asked.years.keys().map(ToString::to_string).collect();
    match asked.request.year.filter(|year| !asked.years.contains_key(year)) {
        Some(year) => {
            let args = [("year", year.to_string().into()), ("years", years.join(", ").into())];
            empty(&shell.ta("budget-nothing-in-year", &args))
        }
        None => empty(&shell.t("budget-nothing-such")),
    }
}
