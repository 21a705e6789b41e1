//! What each room publishes, as documents. The rooms do not know that they are searched.
use std::collections::{BTreeMap, HashMap};

use base::{Known, codes::EntityCode};
use budget::domain::Dimension;
use db::{Conn, Error};
use jiff::civil::Date;
use planning::domain::{
    plan::Horizon,
    portfolio::{Portfolio, VersionNode},
    reference::{ElementRef, IndicatorRef, PlanRef},
    words::ElementKind,
};
use search::domain::{Document, Kind, Place};

/// What is gathered at once and in order; one part in memory at a time.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    Plans,
    Sheets,
    Entities,
    Units,
    Territories,
    Programmes,
    Products,
}

pub const PARTS: [Part; 7] = [
    Part::Plans,
    Part::Sheets,
    Part::Entities,
    Part::Units,
    Part::Territories,
    Part::Programmes,
    Part::Products,
];

impl Part {
    /// As known then and as it stands on the day, in an order that the record alone decides.
    pub async fn documents(self, conn: &mut Conn, known: Known, on: Date) -> Result<Vec<Document>, Error> {
        match self {
            Self::Plans => plans(conn, known, on).await,
            Self::Sheets => sheets(conn, known).await,
            Self::Entities => entities(conn, known, on).await,
            Self::Units => units(conn, known, on).await,
            Self::Territories => territories(conn, known, on).await,
            Self::Programmes => programmes(conn, known).await,
            Self::Products => products(conn, known).await,
        }
    }
}

fn document(kind: Kind, code: &str, title: &str, place: Place) -> Document {
    Document {
        kind,
        code: code.to_owned(),
        aliases: Vec::new(),
        title: title.to_owned(),
        title_en: None,
        of: Vec::new(),
        sample: false,
        place,
    }
}

async fn entity_names(conn: &mut Conn, known: Known, on: Date) -> Result<HashMap<EntityCode, String>, Error> {
    let all = directory::queries::entities(conn, known, on).await?;
    Ok(all.iter().map(|entity| (entity.code.clone(), entity.name.clone())).collect())
}

/// Every version of every plan. One that a bare name means has the bare name.
async fn plans(conn: &mut Conn, known: Known, on: Date) -> Result<Vec<Document>, Error> {
    let portfolio = planning::queries::portfolio(conn, known, on).await?;
    let entities = entity_names(conn, known, on).await?;
    let mut found = Vec::new();
    for (at, node) in portfolio.versions() {
        let bare = PlanRef { plan: node.plan.code.clone(), version: None };
        let is_meant = portfolio.find_version(&bare) == Some(at);
        let plan = if is_meant { bare } else { node.reference() };
        let entity = node.plan.entity.as_ref().and_then(|code| entities.get(code));
        of_version(&portfolio, node, &plan, entity, &mut found);
    }
    Ok(found)
}

fn of_version(
    portfolio: &Portfolio,
    node: &VersionNode,
    plan: &PlanRef,
    entity: Option<&String>,
    found: &mut Vec<Document>,
) {
    let name = plan.to_string();
    let full = node.reference().to_string();
    let title = dated(&node.version.title, node.version.horizon);
    let of_plan: Vec<String> = std::iter::once(&title).chain(entity).cloned().collect();
    found.push(Document {
        aliases: Some(full.clone()).filter(|full| *full != name).into_iter().collect(),
        title_en: node.version.title_en.as_ref().map(|title| dated(title, node.version.horizon)),
        of: entity.cloned().into_iter().collect(),
        sample: node.plan.sample,
        ..document(Kind::Plan, &name, &title, Place::at(&["plan", &name]))
    });
    let part = |kind, own: &str, title: &str, title_en: Option<&String>, place| Document {
        aliases: vec![own.to_owned(), format!("{full}/{own}")],
        title_en: title_en.cloned(),
        of: of_plan.clone(),
        sample: node.plan.sample,
        ..document(kind, &format!("{name}/{own}"), title, place)
    };
    for (_, element) in portfolio.elements_of(node) {
        let element = &element.element;
        let kind = if element.kind == ElementKind::Objective { Kind::Objective } else { Kind::Element };
        let at = ElementRef { plan: plan.clone(), code: element.code.clone() };
        let place = Place::at(&["objetivo", &at.plan.to_string(), at.code.as_str()]);
        found.push(part(kind, at.code.as_str(), &element.title, element.title_en.as_ref(), place));
    }
    for card in &node.cards {
        let at = IndicatorRef { plan: plan.clone(), code: card.card.code.clone() };
        // One that promises nothing has no page of its own: its objective shows it.
        let place = match card.targets {
            0 => Place::at(&["objetivo", &name, card.card.element.as_str()]),
            _ => Place::at(&["indicador", &at.plan.to_string(), at.code.as_str()]),
        };
        found.push(part(
            Kind::Indicator,
            at.code.as_str(),
            &card.card.name,
            card.card.name_en.as_ref(),
            place,
        ));
    }
}

/// A plan's title with its years, where it does not say them.
fn dated(title: &str, horizon: Horizon) -> String {
    let (from, to) = (horizon.from_year(), horizon.to_year());
    if title.contains(&to.to_string()) { title.to_owned() } else { format!("{title} ({from}–{to})") }
}

/// Technical sheets of budget programmes, the last of each code; the programme's page shows them.
async fn sheets(conn: &mut Conn, known: Known) -> Result<Vec<Document>, Error> {
    let mut last = BTreeMap::new();
    let all = monitoring::queries::cards::cards(conn, known, None).await?;
    for (key, card) in all.iter() {
        last.insert(&key.code, card);
    }
    let of = |(code, card): (&String, &monitoring::domain::records::Card)| Document {
        of: card.product_name.iter().chain([&card.programme_name]).cloned().collect(),
        ..document(Kind::Indicator, code, &card.name, Place::at(&["programa", &card.programme]))
    };
    Ok(last.into_iter().map(of).collect())
}

async fn entities(conn: &mut Conn, known: Known, on: Date) -> Result<Vec<Document>, Error> {
    let all = directory::queries::entities(conn, known, on).await?;
    let names: HashMap<&EntityCode, &str> = all.iter().map(|e| (&e.code, e.name.as_str())).collect();
    let of = |entity: &directory::domain::Entity| {
        let parent = entity.parent.as_ref().and_then(|code| names.get(code));
        let code = entity.code.as_str();
        Document {
            of: parent.map(|name| (*name).to_owned()).into_iter().collect(),
            ..document(Kind::Entity, code, &entity.name, Place::at(&["entidad", code]))
        }
    };
    Ok(all.iter().map(of).collect())
}

/// Executing units, by their `SEC_EJEC`; the explorer shows their money.
async fn units(conn: &mut Conn, known: Known, on: Date) -> Result<Vec<Document>, Error> {
    let names = entity_names(conn, known, on).await?;
    let all = directory::queries::units(conn, known, on).await?;
    let of = |unit: &directory::domain::Unit| {
        let place = Place::at(&["presupuesto"]).with("where", &format!("sec_ejec={}", unit.sec_ejec));
        Document {
            of: names.get(&unit.entity).cloned().into_iter().collect(),
            ..document(Kind::Unit, &unit.sec_ejec, &unit.name, place)
        }
    };
    Ok(all.iter().map(of).collect())
}

async fn territories(conn: &mut Conn, known: Known, on: Date) -> Result<Vec<Document>, Error> {
    let all = directory::queries::territories(conn, known, on).await?;
    let by_code: HashMap<&str, &directory::domain::Territory> =
        all.iter().map(|place| (place.code.as_str(), place)).collect();
    let parent = |place: &directory::domain::Territory| {
        place.parent.as_ref().and_then(|code| by_code.get(code.as_str())).copied()
    };
    let mut found = Vec::new();
    for place in all.iter() {
        let above = parent(place);
        // That it lies in the country tells no place from another.
        let names = [above, above.and_then(parent)].map(|place| place.filter(|place| place.parent.is_some()));
        let code = place.code.as_str();
        found.push(Document {
            of: names.into_iter().flatten().map(|place| place.name.clone()).collect(),
            ..document(Kind::Territory, code, &place.name, Place::at(&["territorio", code]))
        });
    }
    Ok(found)
}

/// Programmes of which money or technical sheets are known.
async fn programmes(conn: &mut Conn, known: Known) -> Result<Vec<Document>, Error> {
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for (_, card) in monitoring::queries::cards::cards(conn, known, None).await?.iter() {
        names.insert(card.programme.clone(), card.programme_name.clone());
    }
    let of_money = budget::queries::names(conn, known, Dimension::Programme).await?;
    names.extend(of_money.all().map(|(code, name)| (code.to_owned(), name.to_owned())));
    let of = |(code, name): (String, String)| {
        document(Kind::Programme, &code, &name, Place::at(&["programa", &code]))
    };
    Ok(names.into_iter().map(of).collect())
}

/// Products and projects; the explorer shows their money.
async fn products(conn: &mut Conn, known: Known) -> Result<Vec<Document>, Error> {
    let names = budget::queries::names(conn, known, Dimension::Product).await?;
    let of = |(code, name): (&str, &str)| {
        let place = Place::at(&["presupuesto"]).with("where", &format!("product={code}"));
        document(Kind::Product, code, name, place)
    };
    Ok(names.all().map(of).collect())
}
