//! What the country pack says about budget files.
use std::{collections::BTreeMap, sync::Arc};

use base::Known;
use db::{Conn, Files, memo};
use pack::Pack;
use serde::Deserialize;

use crate::domain::{
    Classification, ClassificationError, Cohorts, CohortsError, Layout, LayoutError, Repairs, RepairsError,
};

/// Classification, layouts and repairs, as known at some time.
#[derive(Clone, Debug)]
pub struct Catalogue {
    pub classification: Classification,
    pub layouts: Vec<Layout>,
    pub repairs: Repairs,
}

#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    #[error(transparent)]
    Pack(#[from] pack::Error),
    #[error(transparent)]
    Classification(#[from] ClassificationError),
    #[error(transparent)]
    Layout(#[from] LayoutError),
    #[error(transparent)]
    Repairs(#[from] RepairsError),
    #[error("territory/territories.csv: {0}")]
    Territories(#[from] csv::Error),
    #[error("the country pack has no layout in budget/layouts/")]
    NoLayout,
}

#[derive(Deserialize)]
struct Place {
    code: String,
    name: String,
}

impl Catalogue {
    /// Of the pack as known, read once.
    ///
    /// # Errors
    /// As [`Catalogue::of`]; of a state before the first pack, that there is none.
    pub async fn known(conn: &mut Conn, files: &Files, known: Known) -> Result<Arc<Self>, CatalogueError> {
        if let Some(found) = memo::recall(known, "") {
            return Ok(found);
        }
        let pack = Pack::known(conn, files, known).await?;
        Ok(memo::keep(known, "", Self::of(&pack)?))
    }

    pub fn of(pack: &Pack) -> Result<Self, CatalogueError> {
        let layouts = pack
            .below("budget/layouts")
            .map(|(path, text)| Layout::parse(path, text))
            .collect::<Result<Vec<_>, _>>()?;
        if layouts.is_empty() {
            return Err(CatalogueError::NoLayout);
        }
        Ok(Self {
            classification: Classification::parse(pack.text("budget/dimensions.csv")?)?,
            layouts,
            repairs: Repairs::parse(pack.text("budget/repairs.csv")?, places(pack)?)?,
        })
    }

    pub fn layout(&self, code: &str) -> Option<&Layout> {
        self.layouts.iter().find(|layout| layout.code == code)
    }
}

/// Who is compared with whom, as a pack says it: nobody with anybody where it has no such table.
pub fn cohorts_of(pack: &Pack) -> Result<Cohorts, CohortsError> {
    match pack.text("budget/cohorts.csv") {
        Ok(text) => Cohorts::parse(text),
        Err(_) => Ok(Cohorts::default()),
    }
}

/// Names of places by code; a place with several versions has the name of the last.
fn places(pack: &Pack) -> Result<BTreeMap<String, String>, CatalogueError> {
    let text = pack.text("territory/territories.csv")?.trim_start_matches('\u{feff}');
    let mut places = BTreeMap::new();
    for place in csv::Reader::from_reader(text.as_bytes()).deserialize() {
        let Place { code, name } = place?;
        places.insert(code, name);
    }
    Ok(places)
}
