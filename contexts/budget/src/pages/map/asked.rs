//! What a view asks of the map, read from its address; bad input is refused in words.
use std::collections::BTreeMap;

use base::codes::TerritoryCode;
use directory::domain::{Held, Territory, TerritoryKind};
use web::{PageError, View};

use crate::{
    domain::{Dimension, Measure},
    queries::{CutRequest, usual_year},
};

/// The two places of a budget row: they are two questions, never one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Where the entity that spends has its seat.
    Seat,
    /// The place that benefits.
    Benefit,
}

impl Side {
    pub const ALL: [Self; 2] = [Self::Seat, Self::Benefit];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Seat => "seat",
            Self::Benefit => "benefit",
        }
    }
}

pub const LEVELS: [TerritoryKind; 3] =
    [TerritoryKind::Department, TerritoryKind::Province, TerritoryKind::District];

/// How the national level is shown: money that it spends from the capital is not the capital's.
pub const NATIONAL: [&str; 2] = ["apart", "together"];

/// Measures of a map, one at a time.
pub const MEASURES: [Measure; 6] = Measure::USUAL;

/// A map as the page answers it.
#[derive(Clone, Debug)]
pub struct Asked {
    pub level: TerritoryKind,
    /// Districts were asked for, and no department: they are drawn within one.
    pub wants_department: bool,
    /// The department or province that is drawn; `None`: the country.
    pub within: Option<Territory>,
    pub side: Side,
    pub is_national_apart: bool,
    pub measure: Measure,
    pub is_per_head: bool,
    pub years: BTreeMap<i16, usize>,
    pub year: Option<i16>,
}

impl Asked {
    /// `view` becomes the address of what is shown, with its year.
    pub fn of(
        view: &mut View,
        years: BTreeMap<i16, usize>,
        places: &Held<Territory>,
    ) -> Result<Self, PageError> {
        let asked_level = match view.one("level") {
            None => TerritoryKind::Department,
            Some(text) => {
                let found = LEVELS.into_iter().find(|level| level.as_str() == text);
                found.ok_or_else(|| PageError::parameter("level", text))?
            }
        };
        let side = match view.one("place") {
            None => Side::Seat,
            Some(text) => {
                let found = Side::ALL.into_iter().find(|side| side.code() == text);
                found.ok_or_else(|| PageError::parameter("place", text))?
            }
        };
        let measure = match view.one("measure") {
            None => Measure::Pim,
            Some(text) => {
                let found = text.parse().ok().filter(|measure| MEASURES.contains(measure));
                found.ok_or_else(|| PageError::parameter("measure", text))?
            }
        };
        let is_national_apart = match view.one("national") {
            None => side == Side::Seat,
            Some(text) if NATIONAL.contains(&text) => text == "apart",
            Some(text) => return Err(PageError::parameter("national", text)),
        };
        let is_per_head = match view.one("per") {
            None => false,
            Some("head") => true,
            Some(text) => return Err(PageError::parameter("per", text)),
        };
        let within = within(view, asked_level, places)?;
        let wants_department = asked_level == TerritoryKind::District && within.is_none();
        let level = if wants_department { TerritoryKind::Department } else { asked_level };
        view.year = view.year.or_else(|| usual_year(&years));
        let year = view.year;
        Ok(Self {
            level,
            wants_department,
            within,
            side,
            is_national_apart,
            measure,
            is_per_head,
            years,
            year,
        })
    }

    /// The department of what is drawn.
    pub fn department(&self) -> Option<&str> {
        let within = self.within.as_ref()?;
        match within.kind {
            TerritoryKind::Province => within.parent.as_ref().map(TerritoryCode::as_str),
            _ => Some(within.code.as_str()),
        }
    }

    pub const fn dimension(&self) -> Dimension {
        dimension(self.side, self.level)
    }

    /// By place and by level of government.
    pub fn request(&self) -> CutRequest {
        let within = self.within.as_ref();
        CutRequest {
            by: vec![self.dimension(), Dimension::Level],
            filters: within.map(|w| (dimension(self.side, w.kind), w.code.to_string())).into_iter().collect(),
            year: self.year,
            measures: vec![self.measure],
        }
    }
}

/// The column of a budget row that names the place.
const fn dimension(side: Side, kind: TerritoryKind) -> Dimension {
    match (side, kind) {
        (Side::Seat, TerritoryKind::Province) => Dimension::Province,
        (Side::Seat, TerritoryKind::District) => Dimension::District,
        (Side::Seat, _) => Dimension::Department,
        (Side::Benefit, TerritoryKind::Province) => Dimension::MetaProvince,
        (Side::Benefit, TerritoryKind::District) => Dimension::MetaDistrict,
        (Side::Benefit, _) => Dimension::MetaDepartment,
    }
}

/// What is drawn: the territory of the view or the one above it that holds places of the level.
fn within(
    view: &View,
    level: TerritoryKind,
    places: &Held<Territory>,
) -> Result<Option<Territory>, PageError> {
    let Some(code) = &view.territory else { return Ok(None) };
    let mut next =
        Some(places.get(code.as_str()).ok_or_else(|| PageError::parameter("territory", code.as_str()))?);
    // The tree has five levels: the register refuses cycles.
    for _ in 0..TerritoryKind::ALL.len() {
        let Some(place) = next else { break };
        let holds = match level {
            TerritoryKind::Province => place.kind == TerritoryKind::Department,
            TerritoryKind::District => {
                matches!(place.kind, TerritoryKind::Department | TerritoryKind::Province)
            }
            _ => false,
        };
        if holds {
            return Ok(Some(place.clone()));
        }
        next = place.parent.as_ref().and_then(|parent| places.get(parent.as_str()));
    }
    Ok(None)
}
