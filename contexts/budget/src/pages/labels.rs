//! What codes are called and which of them have a page, from the deliveries and from the register.
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use base::codes::EntityCode;
use directory::domain::{Entity, Held, Territory};
use jiff::civil::Date;
use web::{PageError, Reading, Shell};

use super::links::{self, Coded};
use crate::{
    domain::{Classification, Dimension},
    queries::{Called, NameBook},
};

/// Codes of which a page needs the names.
pub type Wanted = BTreeMap<Dimension, BTreeSet<String>>;

#[derive(Clone, Debug, Default)]
pub struct Labels {
    pub book: NameBook,
    /// Public bodies, where a page names them.
    pub entities: Arc<Held<Entity>>,
    /// Names of executing units and the bodies they spend for.
    pub units: BTreeMap<String, (String, EntityCode)>,
    /// Places, where a page names them.
    pub places: Arc<Held<Territory>>,
    pub year: Option<i16>,
}

impl Labels {
    /// `on`: the day on which the register is asked.
    pub async fn load(
        reading: &mut Reading,
        classification: Option<&Classification>,
        wanted: &Wanted,
        year: Option<i16>,
        on: Date,
    ) -> Result<Self, PageError> {
        let known = reading.known;
        let conn = reading.conn();
        let mut labels = Self { year, ..Self::default() };
        // What the register names, the deliveries are not asked.
        let own = [Dimension::Month, Dimension::Entity, Dimension::SecEjec];
        let named = wanted.iter().filter(|(dimension, _)| !own.contains(dimension));
        let named: Wanted = named.map(|(dimension, codes)| (*dimension, codes.clone())).collect();
        labels.book = NameBook::load(conn, known, classification, &named).await?;
        let any = |all: &[Dimension]| all.iter().any(|d| wanted.contains_key(d));
        if any(&[Dimension::Entity, Dimension::Sector]) {
            labels.entities = directory::queries::entities(conn, known, on).await?;
        }
        let units: Vec<&str> =
            wanted.get(&Dimension::SecEjec).into_iter().flatten().map(String::as_str).collect();
        for unit in directory::queries::units_of(conn, known, on, &units).await? {
            labels.units.insert(unit.sec_ejec, (unit.name, unit.entity));
        }
        if any(&PLACES) {
            labels.places = directory::queries::territories(conn, known, on).await?;
        }
        Ok(labels)
    }

    /// What a code is called. `context`: the codes that stand beside it.
    pub fn called(
        &self,
        shell: &Shell,
        dimension: Dimension,
        code: &str,
        context: &[(Dimension, &str)],
    ) -> Called {
        let only = |name: Option<&String>| Called { name: name.cloned(), ..Called::default() };
        match dimension {
            Dimension::Month => only(month(shell, code).as_ref()),
            Dimension::Entity => only(self.entities.get(code).map(|body| &body.name)),
            Dimension::SecEjec => only(self.units.get(code).map(|(name, _)| name)),
            _ => {
                let called = self.book.called(dimension, code, self.year, context);
                let place = || self.places.get(code).map(|place| place.name.clone());
                let place = || PLACES.contains(&dimension).then(place).flatten();
                Called { name: called.name.clone().or_else(place), ..called }
            }
        }
    }

    /// The page of what a code stands for, where there is one, and the word that leads there.
    pub fn page(&self, shell: &Shell, dimension: Dimension, code: &str) -> Option<(String, String)> {
        let href = match dimension {
            Dimension::Programme => shell.view.link_to(&["programa", code]),
            Dimension::Entity if self.entities.contains(code) => shell.view.link_to(&["entidad", code]),
            Dimension::Sector => {
                let code = format!("S:{code}");
                self.entities.contains(&code).then(|| shell.view.link_to(&["entidad", &code]))?
            }
            Dimension::SecEjec => {
                let (_, entity) = self.units.get(code)?;
                shell.view.link_to(&["entidad", entity.as_str()])
            }
            _ if PLACES.contains(&dimension) && self.places.contains(code) => {
                shell.view.link_to(&["territorio", code])
            }
            _ => return None,
        };
        (!code.is_empty()).then(|| (href, shell.t("budget-own-page")))
    }

    /// Code and name as plain text, for headings and lists of conditions.
    pub fn text(
        &self,
        shell: &Shell,
        dimension: Dimension,
        code: &str,
        context: &[(Dimension, &str)],
    ) -> String {
        if code.is_empty() {
            return shell.t("budget-no-code");
        }
        match self.called(shell, dimension, code, context).name {
            Some(name) => format!("{code} {name}"),
            None => code.to_owned(),
        }
    }

    /// Code and name as a list shows them; a click leads to `href`.
    pub fn coded(
        &self,
        shell: &Shell,
        dimension: Dimension,
        code: &str,
        context: &[(Dimension, &str)],
        href: Option<String>,
    ) -> web::Html {
        let called = self.called(shell, dimension, code, context);
        let absent = shell.t("budget-no-code");
        Coded {
            code: if code.is_empty() { &absent } else { code },
            name: called.name.as_deref(),
            href,
            others: links::others(shell, &called),
            page: self.page(shell, dimension, code),
        }
        .html()
    }
}

/// Dimensions whose codes are those of places.
const PLACES: [Dimension; 6] = [
    Dimension::Department,
    Dimension::Province,
    Dimension::District,
    Dimension::MetaDepartment,
    Dimension::MetaProvince,
    Dimension::MetaDistrict,
];

fn month(shell: &Shell, code: &str) -> Option<String> {
    match code.parse::<u8>().ok()? {
        0 => Some(shell.t("budget-month-00")),
        month @ 1..=12 => Some(shell.t(&format!("web-month-{month}"))),
        _ => None,
    }
}
