use std::collections::HashSet;

use base::{Digest, Known, RowErrors};
use db::Absent;
use jiff::civil::Date;
use journal::Ctx;
use serde::Serialize;
use sheets::Book;

use super::{Loaded, Refusal, read_entities, read_units, reading::Place};
use crate::{
    domain::{Dated, Entity, Unit, defects},
    store::{entities, territories, units},
};

/// The two tables of an entity register; either may be left as it is.
#[derive(Clone, Debug, Default)]
pub struct EntityFiles {
    pub entities: Option<Book>,
    pub units: Option<Book>,
}

#[derive(Serialize)]
struct Payload {
    entities: usize,
    units: usize,
    content: Digest,
    refused: usize,
}

/// Adds entities and executing units and new versions of those that changed; those not named stay.
/// All or nothing, unless `partial`: then refused rows are left out and named.
pub async fn load_entities(
    ctx: &Ctx,
    files: &EntityFiles,
    partial: bool,
    on: Date,
) -> Result<Loaded, Refusal> {
    let mut refused = RowErrors::default();
    let mut bodies = match &files.entities {
        Some(book) => taken(read_entities(book)?, &mut refused),
        None => Vec::new(),
    };
    let mut executing = match &files.units {
        Some(book) => taken(read_units(book)?, &mut refused),
        None => Vec::new(),
    };
    let mut act = ctx.open("directory.load_entities").await?;
    let known_places = territories::all(act.conn(), Known::NOW, on).await?;
    let known_places: HashSet<String> = known_places.into_iter().map(|t| t.code.into()).collect();
    let known_bodies = entities::all(act.conn(), Known::NOW, on).await?;
    placed(&mut bodies, |e: &Entity| e.territory.as_str(), &known_places, &mut refused);
    placed(&mut executing, |u: &Unit| u.territory.as_str(), &known_places, &mut refused);
    coherent(&mut bodies, known_bodies.clone(), &mut refused);
    coherent(&mut executing, Vec::new(), &mut refused);
    let codes: HashSet<&str> =
        bodies.iter().map(|(_, e)| e).chain(&known_bodies).map(|e| e.code.as_str()).collect();
    executing.retain(|(place, unit)| {
        let known = codes.contains(unit.entity.as_str());
        if !known {
            refused.push(place.error(
                "entity",
                unit.entity.as_str(),
                "no such entity; add it to entities.csv".into(),
            ));
        }
        known
    });
    if !(refused.is_empty() || partial) {
        return Err(Refusal::Rows(refused));
    }
    let seq = act.seq();
    let rows = bodies.iter().map(|(_, entity)| entities::row(entity));
    let changed = entities::TABLE.revise(act.conn(), seq, rows, Absent::Kept).await?;
    let rows = executing.iter().map(|(_, unit)| units::row(unit));
    let changed_units = units::TABLE.revise(act.conn(), seq, rows, Absent::Kept).await?;
    let content = Digest::of(format!("{bodies:?}{executing:?}").as_bytes());
    let payload =
        Payload { entities: bodies.len(), units: executing.len(), content, refused: refused.0.len() };
    let loaded = Loaded { tables: vec![("entities", changed), ("units", changed_units)], refused };
    if !loaded.is_empty() {
        act.commit("entities", &payload).await?;
    }
    Ok(loaded)
}

fn taken<T>((items, errors): (Vec<(Place, T)>, RowErrors), refused: &mut RowErrors) -> Vec<(Place, T)> {
    refused.0.extend(errors.0);
    items
}

fn placed<T>(
    items: &mut Vec<(Place, T)>,
    of: impl Fn(&T) -> &str,
    known: &HashSet<String>,
    refused: &mut RowErrors,
) {
    items.retain(|(place, item)| {
        let found = known.contains(of(item));
        if !found {
            refused.push(place.error("territory", of(item), "no such territory on this day".into()));
        }
        found
    });
}

/// Refuses what does not fit among the new items and those known before that they do not replace.
fn coherent<T: Dated>(items: &mut Vec<(Place, T)>, known: Vec<T>, refused: &mut RowErrors) {
    let replaced: HashSet<(String, Date)> =
        items.iter().map(|(_, item)| (item.code().to_owned(), item.validity().from())).collect();
    let kept = known
        .into_iter()
        .filter(|item| !replaced.contains(&(item.code().to_owned(), item.validity().from())));
    let (places, new): (Vec<Place>, Vec<T>) = std::mem::take(items).into_iter().unzip();
    let count = new.len();
    let all: Vec<T> = new.into_iter().chain(kept).collect();
    let mut bad = HashSet::new();
    for (at, defect) in defects(&all) {
        if let (Some(place), Some(item)) = (places.get(at), all.get(at)) {
            refused.push(place.error("code", item.code(), defect.to_string()));
            bad.insert(at);
        }
    }
    let good = places.into_iter().zip(all.into_iter().take(count)).enumerate();
    items.extend(good.filter(|(at, _)| !bad.contains(at)).map(|(_, item)| item));
}
