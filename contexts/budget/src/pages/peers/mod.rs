//! `/presupuesto/pares`: the money of a body or a place beside that of its peers, by a cohort stated in words.
mod shown;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::response::Response;
use web::components::{Figures, Pages, Table, empty, years};
use web::{Html, Matter, PageError, Reading, Shell, judged_on};

use super::labels::{Labels, Wanted};
use super::{map::Switch, sources};
use crate::{
    columnar::Columnar,
    domain::Dimension,
    queries::{self, CutRequest, ExpressError, NoPeers, Peers, SortBy, Subject},
};

/// What the address asks for.
pub struct Asked {
    pub request: CutRequest,
    pub subject: Subject,
    pub cohort: Option<String>,
    pub sort: SortBy,
}

impl Asked {
    /// `view` becomes the address of what is shown, with its year.
    pub fn of(shell: &mut Shell, years: &BTreeMap<i16, usize>) -> Result<Self, PageError> {
        let view = &mut shell.view;
        let conditions: Vec<String> = view.all("where").map(str::to_owned).collect();
        let parsed = CutRequest::parse(&[], &conditions, view.year, &[]);
        let mut request = parsed.map_err(super::explorer::refused)?;
        super::explorer::bounded(&request)?;
        request.filters = request.filters.into_iter().map(|(d, code)| (d, d.written(&code))).collect();
        let subject = Subject::of(&request.filters)
            .ok_or(PageError::Refused { key: "budget-peers-refused-subject", args: Vec::new() })?;
        request.year = request.year.or_else(|| queries::usual_year(years));
        view.year = request.year;
        let sort = match view.one("sort") {
            None => SortBy::default(),
            Some(text) => text.parse().map_err(|_| PageError::parameter("sort", text))?,
        };
        Ok(Self { request, subject, cohort: view.one("cohort").map(str::to_owned), sort })
    }
}

#[derive(Template)]
#[template(path = "peers.html")]
pub struct PeersPage {
    pub shell: Shell,
    years: Html,
    back: String,
    nothing: Html,
    cohorts: Switch,
    rule: String,
    why: String,
    told: String,
    shared: Vec<String>,
    figures: Figures,
    sorts: Switch,
    table: Table,
    pages: Html,
    notes: Vec<String>,
}

/// Everything that the page shows.
pub struct Found {
    pub asked: Asked,
    pub years: BTreeMap<i16, usize>,
    /// `Err` with the reason in words: the key of the message and the name it is of.
    pub peers: Result<Peers, (&'static str, String)>,
    pub labels: Labels,
}

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let mut shell = reading.shell(&reading.t("budget-peers"), Matter::Real);
    let (known, app) = (reading.known, reading.app.clone());
    let columnar = app.part::<Arc<dyn Columnar>>()?.as_ref();
    let years = queries::fiscal_years(reading.conn(), known).await?;
    let asked = Asked::of(&mut shell, &years)?;
    let on = judged_on(asked.request.year, reading.known_on());
    let (request, cohort) = (&asked.request, asked.cohort.as_deref());
    let conn = reading.conn();
    let found =
        queries::peers(conn, &app.files, columnar, (known, on), request, &asked.subject, cohort).await;
    let peers = match found {
        Ok(peers) => Ok(peers),
        Err(NoPeers::Unknown(code)) => Err(("budget-peers-unknown", code)),
        Err(NoPeers::NoCohort(peer)) => Err(("budget-peers-no-cohort", peer.name)),
        Err(NoPeers::NotIn(cohort)) => return Err(PageError::parameter("cohort", &cohort)),
        // Cohorts came into the pack later than its first files.
        Err(NoPeers::Failed(ExpressError::Pack(pack::Error::NoPack | pack::Error::Missing(_)))) => {
            Err(("budget-peers-no-rules", String::new()))
        }
        Err(NoPeers::Failed(error)) => return Err(PageError::internal(error)),
    };
    let mut wanted = Wanted::new();
    for (dimension, code) in &asked.request.filters {
        wanted.entry(*dimension).or_default().insert(code.clone());
    }
    let labels = Labels::load(&mut reading, None, &wanted, asked.request.year, on).await?;
    sources::add(&mut reading, &mut shell, asked.request.year).await?;
    let page = PeersPage::of(shell, &Found { asked, years, peers, labels })?;
    if let Some(file) = Table::asked(&page.shell, [&page.table]) {
        return file;
    }
    web::html(&page)
}

impl PeersPage {
    pub fn of(mut shell: Shell, found: &Found) -> Result<Self, PageError> {
        let pages = Pages::of(&shell.view, shown::ROWS)?;
        let Found { asked, peers, .. } = found;
        let nothing = match peers {
            Ok(_) => Html::default(),
            Err((key, name)) => empty(&shell.t1(key, "name", name.as_str())),
        };
        let peers = peers.as_ref().ok();
        if let Some(peers) = peers {
            shell.title = shell.t1("budget-peers-heading", "name", peers.asked.name.as_str());
        }
        let rows = peers.map(|peers| asked.sort.sorted(&peers.rows)).unwrap_or_default();
        Ok(Self {
            years: years(&shell, asked.request.year.unwrap_or_default(), found.years.keys().copied()),
            back: shown::explorer(&shell, &asked.request.filters),
            nothing,
            cohorts: peers.map(|peers| shown::cohorts(&shell, peers)).unwrap_or_default(),
            rule: peers.map(|peers| shown::rule(&shell, asked, peers)).unwrap_or_default(),
            why: peers.map(|peers| shown::why(&shell, peers)).unwrap_or_default(),
            told: peers.map(|peers| shown::told(&shell, asked, peers)).unwrap_or_default(),
            shared: shown::shared(&shell, found),
            figures: peers.map(|peers| shown::figures(&shell, peers)).unwrap_or_default(),
            sorts: shown::sorts(&shell, asked.sort),
            table: shown::table(&shell, found, peers, &rows, pages),
            pages: pages.links(&shell, rows.len()),
            notes: peers.map(|peers| shown::notes(&shell, peers)).unwrap_or_default(),
            shell,
        })
    }
}

/// The way to the peers from a view of the budget whose conditions name one body or place.
pub fn way(shell: &Shell, filters: &[(Dimension, String)]) -> Option<String> {
    Subject::of(filters)?;
    Some(shown::address(shell, "/presupuesto/pares", filters))
}
