//! Report on the government's strategic management, for the President of the Republic and of the Council of Ministers (¶322, ¶328, ¶329).
use std::collections::BTreeMap;

use monitoring::{
    domain::Status,
    queries::{
        home::Home,
        standings::{Scope, Standing, standings},
    },
};
use planning::reading::frame::Law;

use super::{
    Asked, Frozen, Parts, STANDING, STATUSES, counted, counts, evaluations, indicator, parts_of, rules,
    standing, whole,
};
use crate::{
    Unread,
    domain::{Cell, Grid, Part},
};

pub(super) async fn parts(asked: &mut Asked<'_>) -> Result<Parts, Unread> {
    let frozen = asked.frozen;
    let (found, law) = whole(asked).await?;
    let rules = rules(asked).await?;
    let all = standings(asked.conn, frozen.known, frozen.judged_on(), &rules, &Scope::All).await?;
    let levels = levels(asked, &law).await?;
    let samples = all.iter().any(|one| one.sample);
    let level = |one: &Standing| levels.get(parts_of(&one.indicator).0).map_or("", String::as_str).to_owned();
    Ok((
        vec![
            tiers(frozen, &all, &level),
            figures(&found),
            off_track(frozen, &all, &level),
            evaluations::recommendations(asked, "recommendations").await?,
        ],
        (samples, true),
    ))
}

/// By plan with its version, the tier of its type: national, sector, regional and so on (¶328).
async fn levels(asked: &mut Asked<'_>, law: &Law) -> Result<BTreeMap<String, String>, Unread> {
    let frozen = asked.frozen;
    let all = planning::queries::portfolio(asked.conn, frozen.known, frozen.judged_on()).await?;
    let level =
        |plan_type: &str| law.frame.types.get(plan_type).map_or_else(String::new, |of| of.level.clone());
    Ok(all.versions().map(|(_, node)| (node.reference().to_string(), level(&node.plan.plan_type))).collect())
}

fn tier(level: &str) -> Cell {
    if level.is_empty() { Cell::Unknown } else { Cell::Word("reports-tier", level.to_owned()) }
}

/// How indicators stand on each tier.
fn tiers(frozen: Frozen, all: &[Standing], level: &impl Fn(&Standing) -> String) -> Part {
    let mut tiers: BTreeMap<String, Vec<&Standing>> = BTreeMap::new();
    for one in all {
        tiers.entry(level(one)).or_default().push(one);
    }
    let mut columns = vec!["tier", "sample", "#indicators"];
    columns.extend(STATUSES);
    let mut table = Grid::new("tiers", &columns);
    for (word, own) in &tiers {
        let sample = Cell::Sample(own.iter().any(|one| one.sample));
        let row = [tier(word), sample, Cell::Count(own.len())];
        table.rows.push(row.into_iter().chain(counted(counts(own.iter().copied()))).collect());
    }
    Part::new("tiers").note("judged", vec![("date", Cell::Day(frozen.judged_on()))]).table(table)
}

/// What stands between promise and money, in counts that lead to their lists.
fn figures(found: &Home) -> Part {
    let mut table = Grid::new("figures", &["figure", "#count"]);
    let figure = |word: &str, segments: &[&str], count| {
        vec![Cell::Word("reports-figure", word.to_owned()).at(segments), Cell::Count(count)]
    };
    table.rows.push(figure("objectives", &["planes"], found.national.len()));
    table.rows.push(figure("unfunded", &["cobertura"], found.unfunded));
    table.rows.push(figure("findings", &["hallazgos"], found.findings));
    Part::new("figures").table(table)
}

/// Results that are off track or behind; what goes well is counted and left out.
fn off_track(frozen: Frozen, all: &[Standing], level: &impl Fn(&Standing) -> String) -> Part {
    let mut columns = vec!["tier", "plan", "indicator", "sample", "territory"];
    columns.extend(STANDING);
    let mut table = Grid::new("off-track", &columns);
    let bad = |one: &&Standing| matches!(one.status, Status::OffTrack | Status::Behind);
    for one in all.iter().filter(bad) {
        let row = [
            tier(&level(one)),
            Cell::text(parts_of(&one.indicator).0),
            indicator(frozen, one),
            Cell::Sample(one.sample),
            one.territory.as_ref().map_or(Cell::Unknown, |place| Cell::text(place.as_str())),
        ];
        table.rows.push(row.into_iter().chain(standing(one)).collect());
    }
    let shown = table.rows.len();
    let args = vec![("n", Cell::Count(all.len() - shown)), ("all", Cell::Count(all.len()))];
    Part::new("off-track")
        .note_if(shown == 0, "nothing-off-track", Vec::new())
        .table(table)
        .note("left-out-well", args)
}
