//! What the budget tells of the programme's money.
use budget::domain::Dimension;
use budget::pages::{Summary, summary};
use web::{
    PageError, Reading, Shell,
    sections::{Section, link},
};

use crate::domain::ResourceKey;

/// Bodies that the page shows; its files hold all.
const ROWS_MAX: usize = 20;

/// By body, for each way in which the budget tells that money.
pub(super) async fn of_year(
    reading: &mut Reading,
    keys: &[ResourceKey],
    year: i16,
) -> Result<Vec<Summary>, PageError> {
    let mut found = Vec::new();
    for key in keys {
        let filters =
            vec![(Dimension::Rubro, key.rubro.clone()), (Dimension::ResourceType, key.resource_type.clone())];
        found.push(summary(reading, Dimension::Entity, filters, Some(year)).await?);
    }
    found.retain(|one| !one.is_empty());
    Ok(found)
}

/// Of the bodies that spent most first, with the way to every other cut.
pub(super) fn section(shell: &Shell, year: i16, all: &[Summary]) -> Section {
    let heading = shell.t1("incentives-spent", "year", year.to_string());
    let mut section = Section::new("parte-gasto", &heading).say(shell.t("incentives-spent-lead"));
    if all.is_empty() {
        return section.say(shell.t("incentives-spent-none"));
    }
    for (at, one) in all.iter().enumerate() {
        let id = if at == 0 { "gasto".to_owned() } else { format!("gasto-{}", at + 1) };
        let (table, left_out) = one.table(shell, &id, &heading, ROWS_MAX);
        section = section.table(table);
        let more = shell.t1("incentives-spent-more", "count", shell.count(left_out));
        section = section.say(link(&one.href(shell), &more));
    }
    section
}
