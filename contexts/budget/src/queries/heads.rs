//! How many live where, and whose inhabitants they are.
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use base::Known;
use db::{Conn, Files, memo};
use directory::domain::Unit;
use jiff::civil::Date;
use pack::Pack;
use serde::Deserialize;

use super::ExpressError;
use crate::domain::{CutRow, Dimension};

#[derive(Deserialize)]
struct Kind {
    kind: String,
}

/// How many live where.
pub(super) struct Heads {
    places: BTreeMap<String, i64>,
    country: Option<i64>,
    /// Places that bodies govern; those that govern none (a ministry, an association) are absent.
    entities: BTreeMap<String, i64>,
    units: BTreeMap<String, i64>,
    pub source: String,
}

/// Bodies: where they govern no place, the country's population would say nothing of them.
const BODIES: [Dimension; 4] =
    [Dimension::SecEjec, Dimension::Entity, Dimension::Ejecutora, Dimension::Pliego];

impl Heads {
    pub async fn load(
        conn: &mut Conn,
        files: &Files,
        known: Known,
        on: Date,
    ) -> Result<Arc<Self>, ExpressError> {
        let question = on.to_string();
        if let Some(found) = memo::recall(known, &question) {
            return Ok(found);
        }
        let found = Self::load_anew(conn, files, known, on).await?;
        Ok(memo::keep(known, &question, found))
    }

    async fn load_anew(conn: &mut Conn, files: &Files, known: Known, on: Date) -> Result<Self, ExpressError> {
        let pack = Pack::known(conn, files, known).await?;
        let kinds = pack.text("budget/per_head.csv")?.trim_start_matches('\u{feff}').to_owned();
        let kinds: BTreeSet<String> = csv::Reader::from_reader(kinds.as_bytes())
            .deserialize()
            .map(|kind| kind.map(|Kind { kind }| kind))
            .collect::<Result<_, _>>()?;
        let territories = directory::queries::territories(conn, known, on).await?;
        // The whole is the place that is part of none.
        let top = territories.iter().find(|t| t.parent.is_none() && t.population.is_some());
        let (country, source) = top.map(|t| (t.population, t.source.clone())).unwrap_or_default();
        let places: BTreeMap<String, i64> =
            territories.iter().filter_map(|t| Some((t.code.to_string(), t.population?))).collect();
        let mut entities = BTreeMap::new();
        for entity in directory::queries::entities(conn, known, on).await?.iter() {
            let heads = places.get(entity.territory.as_str()).filter(|_| kinds.contains(&entity.kind));
            entities.extend(heads.map(|heads| (entity.code.to_string(), *heads)));
        }
        let units = directory::queries::units(conn, known, on).await?;
        let heads = |unit: &Unit| Some((unit.sec_ejec.clone(), *entities.get(unit.entity.as_str())?));
        Ok(Self { units: units.iter().filter_map(heads).collect(), places, country, entities, source })
    }

    pub fn of(&self, dimension: Dimension, code: &str) -> Option<i64> {
        match dimension {
            Dimension::Entity => self.entities.get(code).copied(),
            Dimension::SecEjec => self.units.get(code).copied(),
            Dimension::Pliego | Dimension::Ejecutora => None,
            _ => self.places.get(code).copied(),
        }
    }

    /// Of the place or body in the row, or that of the whole.
    pub fn of_row(&self, by: &[Dimension], row: &CutRow, whole: Option<i64>) -> Option<i64> {
        let found =
            Dimension::PLACES.iter().chain(&BODIES).find_map(|d| Some((*d, by.iter().position(|b| b == d)?)));
        match found {
            Some((dimension, at)) => self.of(dimension, row.codes.get(at)?),
            None => whole,
        }
    }

    /// The sum over the codes of the finest place, or body, that conditions name; the country's where none does.
    pub fn of_filters(&self, filters: &[(Dimension, String)]) -> Option<i64> {
        let found = Dimension::PLACES.iter().chain(&BODIES).find(|d| filters.iter().any(|(f, _)| f == *d));
        let Some(dimension) = found else { return self.country };
        // A code named twice is one place.
        let codes = filters.iter().filter(|(d, _)| d == dimension).map(|(d, code)| d.written(code));
        codes.collect::<BTreeSet<String>>().iter().map(|code| self.of(*dimension, code)).sum()
    }
}
