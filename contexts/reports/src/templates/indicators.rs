//! Yearly report of performance indicators (¶334): which programmes say how they are measured, and how indicators stand.
use std::collections::BTreeMap;

use monitoring::queries::{
    programmes::programmes,
    standings::{Scope, Standing, standings},
};

use super::{
    Asked, Frozen, Parts, STANDING, STATUSES, counted, counts, indicator, of_year, parts_of, rules, standing,
};
use crate::{
    Unread,
    domain::{Cell, Grid, Part},
};

pub(super) async fn parts(asked: &mut Asked<'_>) -> Result<Parts, Unread> {
    let frozen = asked.frozen;
    let rules = rules(asked).await?;
    let all = standings(asked.conn, frozen.known, frozen.judged_on(), &rules, &Scope::All).await?;
    let samples = all.iter().any(|one| one.sample);
    Ok((vec![sheets(asked).await?, by_plan(frozen, &all), leads(frozen, &all)], (samples, true)))
}

/// Programmes with technical sheets, beside their money. Coverage grows from year to year (¶334), so it is counted.
async fn sheets(asked: &mut Asked<'_>) -> Result<Part, Unread> {
    let frozen = asked.frozen;
    let year = (Some(frozen.year()), frozen.judged_on());
    let found = programmes(asked.conn, asked.files, asked.columnar, frozen.known, year).await?;
    let mut table = Grid::new("sheets", &["programme", "#sheets", "#pim", "#accrued-year"]);
    for (code, programme) in found.iter().filter(|(_, programme)| programme.cards > 0) {
        let name = Cell::text(format!("{code} {}", programme.name));
        table.rows.push(vec![
            name.at_with(&["programa", code], of_year(frozen)),
            Cell::Count(programme.cards),
            Cell::money(programme.pim.map(|split| split.total())),
            Cell::money(programme.accrued),
        ]);
    }
    let without = found.values().filter(|programme| programme.cards == 0).count();
    let args = vec![("n", Cell::Count(table.rows.len())), ("without", Cell::Count(without))];
    Ok(Part::new("sheets").note("sheets-how", args).table(table))
}

/// How the indicators of each plan stand.
fn by_plan(frozen: Frozen, all: &[Standing]) -> Part {
    let mut plans: BTreeMap<&str, Vec<&Standing>> = BTreeMap::new();
    for one in all {
        plans.entry(parts_of(&one.indicator).0).or_default().push(one);
    }
    let mut columns = vec!["plan", "sample", "#indicators"];
    columns.extend(STATUSES);
    let mut table = Grid::new("plans", &columns);
    for (plan, own) in &plans {
        let sample = Cell::Sample(own.iter().any(|one| one.sample));
        let name = Cell::text(*plan).at_with(&["plan", plan], of_year(frozen));
        let row = [name, sample, Cell::Count(own.len())];
        table.rows.push(row.into_iter().chain(counted(counts(own.iter().copied()))).collect());
    }
    Part::new("plans").note("judged", vec![("date", Cell::Day(frozen.judged_on()))]).table(table)
}

/// Those that lead an objective, one by one; of the others it is said how many they are.
fn leads(frozen: Frozen, all: &[Standing]) -> Part {
    let mut columns = vec!["plan", "indicator", "unit", "sample", "territory"];
    columns.extend(STANDING);
    let mut table = Grid::new("leads", &columns);
    for one in all.iter().filter(|one| one.lead) {
        let row = [
            Cell::text(parts_of(&one.indicator).0),
            indicator(frozen, one),
            one.unit.clone().map_or(Cell::Unknown, Cell::Text),
            Cell::Sample(one.sample),
            one.territory.as_ref().map_or(Cell::Unknown, |place| Cell::text(place.as_str())),
        ];
        table.rows.push(row.into_iter().chain(standing(one)).collect());
    }
    let shown = table.rows.len();
    let args = vec![("n", Cell::Count(all.len() - shown)), ("all", Cell::Count(all.len()))];
    Part::new("leads").table(table).note_if(all.len() > shown, "left-out", args)
}
