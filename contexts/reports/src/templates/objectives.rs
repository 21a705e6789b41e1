//! Progress of the national objectives (¶302).
use budget::domain::Measure;
use monitoring::{domain::Status, queries::home::National};

use super::{Asked, Frozen, Parts, STANDING, indicator, of_year, parts_of, standing, whole};
use crate::{
    Unread,
    domain::{Cell, Grid, Part},
};

pub(super) async fn parts(asked: &mut Asked<'_>) -> Result<Parts, Unread> {
    let frozen = asked.frozen;
    let (found, _) = whole(asked).await?;
    let samples =
        found.national.iter().any(|one| one.step.sample || one.leads.iter().any(|lead| lead.sample));
    let mut parts = vec![objectives(frozen, &found.national), leads(frozen, &found.national)];
    parts.push(unclaimed(&found));
    Ok((parts, (samples, true)))
}

/// An objective with the way to its thread.
pub(super) fn objective(frozen: Frozen, of: &National) -> Cell {
    let (plan, code) = parts_of(&of.step.element);
    let title = Cell::Said(of.step.title.clone(), of.step.title_en.clone());
    title.at_with(&["objetivo", plan, code], of_year(frozen))
}

fn code(of: &National) -> Cell {
    Cell::text(of.step.element.clone())
}

fn objectives(frozen: Frozen, national: &[National]) -> Part {
    let columns = [
        "code",
        "objective",
        "#pim",
        "#accrued-year",
        "#accrued-percent",
        "#plans",
        "#achieved",
        "#on-track",
        "#behind",
        "#off-track",
        "#overdue",
        "#not-judged",
    ];
    let mut table = Grid::new("objectives", &columns);
    for one in national {
        let money = |measure| {
            let held = one.money.as_ref().and_then(|money| money.of(measure));
            held.map(|held| held.total())
        };
        let (pim, accrued) = (money(Measure::Pim), money(Measure::Accrued));
        let count = |status| one.tally.get(&status).copied().unwrap_or_default();
        let judged =
            [Status::Achieved, Status::OnTrack, Status::Behind, Status::OffTrack, Status::Overdue].map(count);
        let others = one.tally.values().sum::<usize>() - judged.iter().sum::<usize>();
        let mut row = vec![code(one), objective(frozen, one), Cell::money(pim), Cell::money(accrued)];
        row.extend([Cell::percent(accrued, pim), Cell::Count(one.plans)]);
        row.extend(judged.into_iter().chain([others]).map(Cell::Count));
        table.rows.push(row);
    }
    Part::new("objectives")
        .note("objectives-how", vec![("date", Cell::Day(frozen.judged_on()))])
        .note_if(table.rows.is_empty(), "no-objectives", Vec::new())
        .table(table)
}

/// The indicators that lead each objective, with their last value.
fn leads(frozen: Frozen, national: &[National]) -> Part {
    let mut columns = vec!["code", "indicator", "unit"];
    columns.extend(STANDING);
    let mut table = Grid::new("leads", &columns);
    for one in national {
        for lead in &one.leads {
            let unit = lead.unit.clone().map_or(Cell::Unknown, Cell::Text);
            let row = [code(one), indicator(frozen, lead), unit];
            table.rows.push(row.into_iter().chain(standing(lead)).collect());
        }
    }
    let without = national.iter().filter(|one| one.leads.is_empty()).count();
    Part::new("leads").table(table).note_if(
        without > 0,
        "objectives-without-lead",
        vec![("n", Cell::Count(without))],
    )
}

/// The money of the year by whether an objective claims it.
fn unclaimed(found: &monitoring::queries::home::Home) -> Part {
    let mut table = Grid::new("coverage", &["measure", "#claimed", "#shared", "#unclaimed", "#all-money"]);
    for (measure, split) in &found.money {
        table.rows.push(vec![
            Cell::Word("budget-column", measure.code().to_owned()),
            Cell::Money(split.claimed),
            Cell::Money(split.shared),
            Cell::Money(split.unclaimed),
            Cell::Money(split.total()),
        ]);
    }
    Part::new("coverage").note("coverage-how", vec![("n", Cell::Count(found.unfunded))]).table(table)
}
