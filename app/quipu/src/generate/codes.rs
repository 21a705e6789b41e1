//! The real codes of the country pack, of which rows are made.
use std::{
    collections::{BTreeMap, HashMap},
    path::Path,
};

use anyhow::{Context, anyhow, bail};
use budget::domain::Dimension;
use directory::{
    actions::{read_entities, read_territories, read_units},
    domain::Entity,
};
use pack::Pack;
use serde::Deserialize;
use sheets::Book;

use super::{
    cells::Cells,
    shape::{Level, Shape, Weights},
};

pub struct Codes {
    pub units: Vec<Unit>,
    pub departments: Vec<(String, String)>,
    /// Programmes that have products.
    pub programmes: Vec<Programme>,
    pub unprogrammed: Vec<Programme>,
    pub chains: Vec<Cells>,
    /// Funding of each level of government.
    pub fundings: Vec<(Vec<Cells>, Weights)>,
    /// Details of expenditure by generic.
    pub details: HashMap<String, Vec<Cells>>,
}

/// An executing unit and all that stands in its rows.
pub struct Unit {
    pub level: usize,
    pub cells: Cells,
    /// The name of its district, which its cells do not tell.
    pub district: String,
    pub years: (i16, i16),
    pub is_local: bool,
}

pub struct Programme {
    pub cells: Cells,
    /// With the number of each among all.
    pub products: Vec<(u32, Cells)>,
}

impl Codes {
    pub fn of(folder: &Path, pack: &Pack, shape: &Shape) -> anyhow::Result<Self> {
        let places = places(folder)?;
        let (programmes, unprogrammed) = programmes(pack, shape)?;
        let departments = places.iter().filter(|(code, _)| is_place(code, 2));
        Ok(Self {
            units: units(folder, shape, &places)?,
            departments: departments.map(|(code, name)| (code.clone(), name.clone())).collect(),
            programmes,
            unprogrammed,
            chains: chains(pack)?,
            fundings: fundings(pack, shape)?,
            details: details(pack, shape)?,
        })
    }
}

fn rows<T: for<'d> Deserialize<'d>>(pack: &Pack, path: &str) -> anyhow::Result<Vec<T>> {
    let text = pack.text(path)?.trim_start_matches('\u{feff}');
    let rows = csv::Reader::from_reader(text.as_bytes()).into_deserialize().collect::<Result<_, _>>();
    rows.with_context(|| path.to_owned())
}

/// As the publisher writes names: capitals without accents, but Ñ.
fn capitals(name: &str) -> String {
    let bare = |letter: char| match letter {
        'Á' => 'A',
        'É' => 'E',
        'Í' => 'I',
        'Ó' => 'O',
        'Ú' | 'Ü' => 'U',
        other => other,
    };
    name.to_uppercase().chars().map(bare).collect()
}

fn is_place(code: &str, length: usize) -> bool {
    code.len() == length && code.bytes().all(|byte| byte.is_ascii_digit())
}

fn places(folder: &Path) -> anyhow::Result<BTreeMap<String, String>> {
    let (places, refused) = read_territories(&Book::open(&[folder.join("territory/territories.csv")])?)?;
    if !refused.is_empty() {
        bail!(refused);
    }
    Ok(places.into_iter().map(|(_, place)| (place.code.to_string(), capitals(&place.name))).collect())
}

fn units(folder: &Path, shape: &Shape, places: &BTreeMap<String, String>) -> anyhow::Result<Vec<Unit>> {
    let (entities, mut refused) = read_entities(&Book::open(&[folder.join("entities/entities.csv")])?)?;
    let (units, more) = read_units(&Book::open(&[folder.join("entities/executing_units.csv")])?)?;
    refused.0.extend(more.0);
    if !refused.is_empty() {
        bail!(refused);
    }
    let sectors: HashMap<&str, &str> = entities
        .iter()
        .filter(|(_, entity)| entity.kind == "sector")
        .filter_map(|(_, entity)| Some((entity.sector.as_deref()?, entity.name.as_str())))
        .collect();
    let bodies: HashMap<&str, &Entity> = entities.iter().map(|(_, e)| (e.code.as_str(), e)).collect();
    let made = units.iter().filter_map(|(_, unit)| {
        let entity = bodies.get(unit.entity.as_str())?;
        let level = shape.level(entity.level?.as_str())?;
        let told = shape.levels.get(level)?;
        let sector = entity.sector.as_deref().unwrap_or_default();
        let sector_name = sectors.get(sector).copied().unwrap_or_default();
        let bare = sector_name.strip_prefix(shape.names.sector_prefix.as_str()).unwrap_or(sector_name);
        let mut cells = Cells::default();
        cells.put(Dimension::Level, &told.code, &told.name);
        cells.put(Dimension::Sector, sector, &capitals(bare));
        cells.put(Dimension::Pliego, entity.pliego.as_deref().unwrap_or_default(), &capitals(&entity.name));
        cells.put(Dimension::SecEjec, &unit.sec_ejec, "");
        cells.put(Dimension::Ejecutora, unit.ejecutora.as_deref().unwrap_or("001"), &unit.name);
        seat(&mut cells, unit.territory.as_str(), places);
        let last = unit.validity.to().map_or(i16::MAX, jiff::civil::Date::year);
        let district = places.get(unit.territory.as_str()).cloned().unwrap_or_default();
        let years = (unit.validity.from().year(), last);
        Some(Unit {
            level,
            cells,
            district,
            years,
            is_local: entity.level == Some(directory::domain::Level::Local),
        })
    });
    Ok(made.collect())
}

/// Department, province and district; the publisher writes the department's name for the district.
fn seat(cells: &mut Cells, territory: &str, places: &BTreeMap<String, String>) {
    let code = format!("{territory:0<6}");
    let name = |length: usize| {
        code.get(..length).and_then(|place| places.get(place)).map(String::as_str).unwrap_or_default()
    };
    let own = |from: usize| code.get(from..from + 2).unwrap_or("00");
    cells.put(Dimension::Department, own(0), name(2));
    cells.put(Dimension::Province, own(2), name(4));
    cells.put(Dimension::District, own(4), name(2));
}

#[derive(Deserialize)]
struct ProgrammeRow {
    code: String,
    name: String,
}

#[derive(Deserialize)]
struct ProductRow {
    programme: String,
    code: String,
    name: String,
}

/// Those with products, and those that the shape names, each with the one that stands for none.
fn programmes(pack: &Pack, shape: &Shape) -> anyhow::Result<(Vec<Programme>, Vec<Programme>)> {
    let products: Vec<ProductRow> = rows(pack, "budget/products.csv")?;
    let mut numbered = 0;
    let mut all: Vec<Programme> = Vec::new();
    let mut none: BTreeMap<String, Programme> = BTreeMap::new();
    for row in rows::<ProgrammeRow>(pack, "budget/programmes.csv")? {
        let cells = Cells::of(Dimension::Programme, &row.code, &row.name);
        if let Some(told) = shape.unprogrammed.iter().find(|told| told.programme == row.code) {
            let product = Cells::of(Dimension::Product, &told.product, &told.name);
            none.insert(row.code, Programme { cells, products: vec![(0, product)] });
            continue;
        }
        let mut own = Vec::new();
        for product in products.iter().filter(|product| product.programme == row.code) {
            numbered += 1;
            own.push((numbered, Cells::of(Dimension::Product, &product.code, &product.name)));
        }
        if !own.is_empty() {
            all.push(Programme { cells, products: own });
        }
    }
    let none = shape.unprogrammed.iter().filter_map(|told| none.remove(&told.programme)).collect();
    Ok((all, none))
}

#[derive(Deserialize)]
struct ChainRow {
    function: String,
    function_name: String,
    division: String,
    division_name: String,
    group: String,
    group_name: String,
}

fn chains(pack: &Pack) -> anyhow::Result<Vec<Cells>> {
    let rows = rows::<ChainRow>(pack, "budget/functional.csv")?.into_iter().map(|row| {
        let mut cells = Cells::of(Dimension::Function, &row.function, &capitals(&row.function_name));
        cells.put(Dimension::Division, &row.division, &capitals(&row.division_name));
        cells.put(Dimension::Group, &row.group, &capitals(&row.group_name));
        cells
    });
    Ok(rows.collect())
}

#[derive(Deserialize)]
struct SourceRow {
    source_code: String,
    source_name: String,
    rubro: String,
    rubro_name: String,
}

fn fundings(pack: &Pack, shape: &Shape) -> anyhow::Result<Vec<(Vec<Cells>, Weights)>> {
    let sources: Vec<SourceRow> = rows(pack, "budget/sources.csv")?;
    let of_level = |level: &Level| {
        let mut found = (Vec::new(), Vec::new());
        for source in &sources {
            let often = level.rubros.get(&source.rubro).copied().unwrap_or(0);
            let resources = shape.resources.get(&source.rubro);
            for (code, name, share) in resources.into_iter().flatten().filter(|_| often > 0) {
                let mut cells = Cells::of(Dimension::Source, &source.source_code, &source.source_name);
                cells.put(Dimension::Rubro, &source.rubro, &source.rubro_name);
                cells.put(Dimension::ResourceType, code, name);
                found.0.push(cells);
                found.1.push(often * share);
            }
        }
        if found.0.is_empty() {
            return Err(anyhow!("level {}: no rubro of budget/sources.csv", level.code));
        }
        Ok((found.0, Weights::from(found.1)))
    };
    shape.levels.iter().map(of_level).collect()
}

#[derive(Deserialize)]
struct ExpenditureRow {
    code: String,
    level: String,
    name: String,
}

/// Own part and name at each level: `2.3.1.5.1.1` is generic 3, subgeneric 1, its detail 5, specific 1, its detail 1.
fn details(pack: &Pack, shape: &Shape) -> anyhow::Result<HashMap<String, Vec<Cells>>> {
    const LEVELS: [(Dimension, &str); 5] = [
        (Dimension::Generic, "generic"),
        (Dimension::Subgeneric, "subgeneric"),
        (Dimension::SubgenericDetail, "subgeneric_detail"),
        (Dimension::Specific, "specific"),
        (Dimension::SpecificDetail, "specific_detail"),
    ];
    let rows: Vec<ExpenditureRow> = rows(pack, "budget/expenditure.csv")?;
    let names: HashMap<(&str, &str), &str> =
        rows.iter().map(|row| ((row.level.as_str(), row.code.as_str()), row.name.as_str())).collect();
    let mut found: HashMap<String, Vec<Cells>> = HashMap::new();
    for row in rows.iter().filter(|row| row.level == "specific_detail") {
        let parts: Vec<&str> = row.code.split('.').collect();
        let [transaction, own @ ..] = parts.as_slice() else { continue };
        let Some(((code, name), generic)) =
            own.first().and_then(|generic| Some((shape.categories.get(*generic)?, *generic)))
        else {
            continue;
        };
        let mut cells = Cells::of(Dimension::Category, code, name);
        cells.put(Dimension::Transaction, transaction, &shape.names.transaction);
        for (depth, ((dimension, level), part)) in LEVELS.iter().zip(own).enumerate() {
            let whole = parts.get(..depth + 2).unwrap_or_default().join(".");
            cells.put(*dimension, part, names.get(&(*level, whole.as_str())).unwrap_or(&row.name.as_str()));
        }
        found.entry(generic.to_owned()).or_default().push(cells);
    }
    Ok(found)
}
