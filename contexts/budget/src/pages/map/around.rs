//! A place among its neighbours, for the page of the place: the map's question asked of what lies beside it.
use std::collections::BTreeMap;
use std::sync::Arc;

use directory::domain::{Held, Territory, TerritoryKind};
use directory::queries::Outlines;
use web::components::Table;
use web::{Html, PageError, Reading, Shell};

use super::asked::{Asked, Side};
use super::{lines, shown};
use crate::{columnar::Columnar, domain::Answer, domain::Measure, queries};

/// What is drawn, found.
pub struct Around {
    asked: Asked,
    here: String,
    answer: Arc<Answer>,
    places: Arc<Held<Territory>>,
    outlines: Outlines,
}

/// As shown: the map, its table and the address of the same map on its own page.
pub struct AroundMap {
    pub map: Html,
    pub table: Table,
    pub href: String,
}

/// The budget of the regional and local governments with seat in the place and in those beside it. `None` for
/// the country and for ambits, which have nothing beside them.
pub async fn around(
    reading: &mut Reading,
    place: &Territory,
    year: Option<i16>,
) -> Result<Option<Around>, PageError> {
    let (known, on, app) = (reading.known, reading.judged_on(), reading.app.clone());
    if matches!(place.kind, TerritoryKind::Country | TerritoryKind::Ambit) {
        return Ok(None);
    }
    let places = directory::queries::territories(reading.conn(), known, on).await?;
    let above = place.parent.as_ref().and_then(|parent| places.get(parent.as_str()));
    let asked = Asked {
        level: place.kind,
        wants_department: false,
        within: above.filter(|above| above.kind != TerritoryKind::Country).cloned(),
        side: Side::Seat,
        is_national_apart: true,
        measure: Measure::Pim,
        is_per_head: false,
        years: BTreeMap::new(),
        year,
    };
    let columnar = app.part::<Arc<dyn Columnar>>()?.as_ref();
    let answer = queries::cut(reading.conn(), &app.files, columnar, known, &asked.request()).await;
    let answer = answer.map_err(PageError::internal)?;
    let department = asked.department().unwrap_or_default();
    let outlines =
        directory::queries::outlines(reading.conn(), &app.files, known, asked.level, department).await;
    let outlines = outlines.map_err(PageError::internal)?;
    let here = place.code.to_string();
    Ok(Some(Around { asked, here, answer, places, outlines }))
}

impl Around {
    /// `None` where no place beside it has an outline.
    pub fn shown(&self, shell: &Shell) -> Option<AroundMap> {
        let lines = lines::lines(&self.asked, &self.answer, &self.places);
        let (map, table) = shown::map(shell, &self.asked, &lines, &self.outlines, Some(&self.here));
        let view = shell.view.with_territory(self.asked.within.as_ref().map(|within| within.code.clone()));
        let own = [("level", self.asked.level.as_str())];
        let href = crate::pages::links::page_of(&view, "/mapa", &own);
        (!map.is_empty()).then_some(AroundMap { map, table, href })
    }
}
