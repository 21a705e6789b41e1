//! Money of a body or a place beside that of its peers, by a cohort of the country.
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use base::{Known, Money};
use db::{Conn, Files, memo};
use directory::domain::{Entity, Territory};
use jiff::civil::Date;
use pack::Pack;
use rust_decimal::Decimal;

use super::{CutRequest, ExpressError, cut, heads::Heads};
use crate::{
    catalogue::cohorts_of,
    columnar::Columnar,
    domain::{Answer, Cohort, CohortOf, Dimension, Measure, Peer, WHO, median, per_head, share},
};

/// Who is compared: the one body, unit or place that conditions name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    pub dimension: Dimension,
    pub code: String,
}

impl Subject {
    /// The body before the place, the finest place first; `None` where no dimension names exactly one.
    pub fn of(filters: &[(Dimension, String)]) -> Option<Self> {
        let one = |dimension: Dimension| {
            let codes: BTreeSet<&String> =
                filters.iter().filter(|(d, _)| *d == dimension).map(|(_, c)| c).collect();
            let code =
                codes.first().filter(|code| codes.len() == 1 && !code.is_empty() && !code.ends_with('*'))?;
            Some(Self { dimension, code: (*code).clone() })
        };
        [Dimension::Entity, Dimension::SecEjec].into_iter().chain(Dimension::PLACES).find_map(one)
    }

    /// What of the conditions holds for the peers too: what says who the one asked for is, or where, does not.
    pub fn shared(&self, filters: &[(Dimension, String)]) -> Vec<(Dimension, String)> {
        let is_place = Dimension::PLACES.contains(&self.dimension);
        let is_own = |d: Dimension| if is_place { Dimension::PLACES.contains(&d) } else { WHO.contains(&d) };
        filters.iter().filter(|(d, _)| !is_own(*d)).cloned().collect()
    }

    fn is_place(&self) -> bool {
        Dimension::PLACES.contains(&self.dimension)
    }
}

/// One of the cohort.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PeerMoney {
    pub peer: Peer,
    pub is_asked: bool,
    /// Whether some delivery tells of it in the year, whatever it spends on.
    pub is_told: bool,
    pub pim: Option<Money>,
    pub accrued: Option<Money>,
    /// Accrued of the PIM, in percent, six decimals.
    pub percent: Option<Decimal>,
    /// Of the place it governs, or that it is.
    pub population: Option<i64>,
    /// PIM over that population.
    pub per_head: Option<Money>,
}

/// By which column the peers are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortBy {
    #[default]
    Pim,
    Accrued,
    Percent,
    PerHead,
    Code,
}

impl std::str::FromStr for SortBy {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let codes = Self::ALL.map(Self::code).join(", ");
        let found = Self::ALL.into_iter().find(|sort| sort.code() == text);
        found.ok_or_else(|| format!("peers are not listed by {text:?}; there are: {codes}"))
    }
}

impl SortBy {
    pub const ALL: [Self; 5] = [Self::Pim, Self::Accrued, Self::Percent, Self::PerHead, Self::Code];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Pim => "pim",
            Self::Accrued => "accrued",
            Self::Percent => "percent",
            Self::PerHead => "per_head",
            Self::Code => "code",
        }
    }

    /// Those with most first, those without a figure last; equals by code.
    pub fn sorted(self, rows: &[PeerMoney]) -> Vec<&PeerMoney> {
        let mut rows: Vec<&PeerMoney> = rows.iter().collect();
        match self {
            Self::Pim => rows.sort_by_key(|row| std::cmp::Reverse(row.pim)),
            Self::Accrued => rows.sort_by_key(|row| std::cmp::Reverse(row.accrued)),
            Self::Percent => rows.sort_by_key(|row| std::cmp::Reverse(row.percent)),
            Self::PerHead => rows.sort_by_key(|row| std::cmp::Reverse(row.per_head)),
            Self::Code => {}
        }
        rows
    }
}

/// Of the members that have a figure, each column by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Medians {
    pub pim: Option<Money>,
    pub accrued: Option<Money>,
    pub percent: Option<Decimal>,
    pub per_head: Option<Money>,
}

/// The cohort of somebody, told.
#[derive(Clone, Debug)]
pub struct Peers {
    /// The body or place compared: of an executing unit, its body.
    pub asked: Peer,
    /// By which dimension members are listed.
    pub dimension: Dimension,
    /// Every cohort it is in, the usual one first.
    pub choices: Vec<Cohort>,
    /// The one shown.
    pub cohort: Cohort,
    /// By code.
    pub rows: Vec<PeerMoney>,
    pub medians: Medians,
    /// Of populations.
    pub source: String,
}

/// Why there is no comparison.
#[derive(Debug, thiserror::Error)]
pub enum NoPeers {
    #[error("the register does not hold {0} on that day")]
    Unknown(String),
    #[error("the country has no cohort for {}", .0.name)]
    NoCohort(Box<Peer>),
    #[error("{0} is no cohort of it")]
    NotIn(String),
    #[error(transparent)]
    Failed(#[from] ExpressError),
}

impl From<db::Error> for NoPeers {
    fn from(error: db::Error) -> Self {
        Self::Failed(error.into())
    }
}

/// `on`: the day on which rules and register are asked. `cohort`: the usual one where none is named. `request.by` is
/// not looked at.
pub async fn peers(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    (known, on): (Known, Date),
    request: &CutRequest,
    subject: &Subject,
    cohort: Option<&str>,
) -> Result<Peers, NoPeers> {
    let pack = Pack::known(conn, files, known).await.map_err(ExpressError::from)?;
    let rules = cohorts_of(&pack).map_err(ExpressError::from)?;
    let heads = Heads::load(conn, files, known, on).await?;
    let (of, dimension) = match subject.dimension {
        Dimension::Entity | Dimension::SecEjec => (CohortOf::Entity, Dimension::Entity),
        place => (CohortOf::Territory, place),
    };
    let all = register(conn, (known, on), of).await?;
    let code = if subject.dimension == Dimension::SecEjec {
        let units = directory::queries::units_of(conn, known, on, &[&subject.code]).await?;
        units.into_iter().next().map(|unit| unit.entity.to_string())
    } else {
        Some(subject.code.clone())
    };
    let asked = all.iter().find(|peer| Some(&peer.code) == code.as_ref());
    let asked = asked.ok_or_else(|| NoPeers::Unknown(subject.code.clone()))?.clone();
    let choices: Vec<Cohort> = rules.of(of, &asked, on).into_iter().cloned().collect();
    let chosen = choices.iter().find(|one| cohort.is_none_or(|code| code == one.code)).cloned();
    let chosen = match (chosen, cohort) {
        (Some(chosen), _) => chosen,
        (None, Some(code)) if !choices.is_empty() => return Err(NoPeers::NotIn(code.to_owned())),
        (None, _) => return Err(NoPeers::NoCohort(Box::new(asked))),
    };
    let mut run = async |filters: Vec<(Dimension, String)>| {
        let measures = vec![Measure::Pim, Measure::Accrued];
        let request = CutRequest { by: vec![dimension], filters, measures, ..request.clone() };
        cut(conn, files, columnar, known, &request).await.map_err(ExpressError::from)
    };
    let money = run(subject.shared(&request.filters)).await?;
    let told = run(Vec::new()).await?;
    let (told, money) = (codes(&told), codes(&money));
    let members = chosen.members(&asked, &all).into_iter().map(|peer| {
        let population =
            if subject.is_place() { peer.population } else { heads.of(Dimension::Entity, &peer.code) };
        let code = peer.code.as_str();
        row(peer, money.get(code).copied(), population, told.contains_key(code), code == asked.code)
    });
    let rows: Vec<PeerMoney> = members.collect();
    let medians = medians(&rows);
    Ok(Peers { asked, dimension, choices, cohort: chosen, rows, medians, source: heads.source.clone() })
}

fn codes(answer: &Answer) -> BTreeMap<&str, &[Option<Money>]> {
    answer.rows.iter().filter_map(|row| Some((row.codes.first()?.as_str(), &row.amounts[..]))).collect()
}

/// Everybody whom rules can name, by code.
async fn register(
    conn: &mut Conn,
    (known, on): (Known, Date),
    of: CohortOf,
) -> Result<Arc<Vec<Peer>>, NoPeers> {
    let question = format!("{of:?} {on}");
    if let Some(found) = memo::recall(known, &question) {
        return Ok(found);
    }
    let found = register_anew(conn, (known, on), of).await?;
    Ok(memo::keep(known, &question, found))
}

async fn register_anew(
    conn: &mut Conn,
    (known, on): (Known, Date),
    of: CohortOf,
) -> Result<Vec<Peer>, NoPeers> {
    let territories = directory::queries::territories(conn, known, on).await?;
    let text = |code: &base::codes::TerritoryCode| code.to_string();
    if of == CohortOf::Territory {
        let peer = |t: &Territory| Peer {
            code: text(&t.code),
            name: t.name.clone(),
            kind: t.kind.as_str().to_owned(),
            place: t.parent.as_ref().map(text),
            parent: None,
            population: t.population,
        };
        return Ok(territories.iter().map(peer).collect());
    }
    let places: BTreeMap<&str, (Option<String>, Option<i64>)> =
        territories.iter().map(|t| (t.code.as_str(), (t.parent.as_ref().map(text), t.population))).collect();
    let entities = directory::queries::entities(conn, known, on).await?;
    let peer = |e: &Entity| {
        let (place, population) = places.get(e.territory.as_str()).cloned().unwrap_or_default();
        let parent = e.parent.as_ref().map(ToString::to_string);
        Peer {
            code: e.code.to_string(),
            name: e.name.clone(),
            kind: e.kind.clone(),
            place,
            parent,
            population,
        }
    };
    Ok(entities.iter().map(peer).collect())
}

fn row(
    peer: &Peer,
    money: Option<&[Option<Money>]>,
    population: Option<i64>,
    is_told: bool,
    is_asked: bool,
) -> PeerMoney {
    let amount = |at: usize| money.and_then(|amounts| amounts.get(at).copied().flatten());
    let (pim, accrued) = (amount(0), amount(1));
    PeerMoney {
        peer: peer.clone(),
        is_asked,
        is_told,
        percent: accrued.zip(pim).and_then(|(accrued, pim)| share(accrued, pim)),
        per_head: pim.zip(population).and_then(|(pim, heads)| per_head(pim, heads)),
        pim,
        accrued,
        population,
    }
}

fn medians(rows: &[PeerMoney]) -> Medians {
    Medians {
        pim: median(rows.iter().filter_map(|row| row.pim).collect()),
        accrued: median(rows.iter().filter_map(|row| row.accrued).collect()),
        percent: median(rows.iter().filter_map(|row| row.percent).collect()),
        per_head: median(rows.iter().filter_map(|row| row.per_head).collect()),
    }
}
