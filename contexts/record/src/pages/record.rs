//! `/registro`: what the public log is, how to keep a checkpoint of it, and its last entries.
use askama::Template;
use axum::response::Response;
use base::{Known, Seq};
use jiff::Timestamp;
use journal::{Head, Tile, TileKind, WIDTH};
use web::components::{Cell, Column, Figure, Figures, Pages, Table, empty};
use web::{Atom, AtomEntry, Feed, Format, Html, KnownAt, Matter, PageError, Reading, Shell};

use super::words::{done, moment};

/// Entries in one page.
const ROWS: usize = 20;

/// The log as known.
pub struct Found {
    pub size: i64,
    /// When the last entry was written; none in an empty log.
    pub last_at: Option<Timestamp>,
    /// The signed note of that size.
    pub checkpoint: Option<String>,
    pub key: String,
    /// Those of the page asked for, or all for a file; newest first.
    pub entries: Vec<Head>,
}

#[derive(Template)]
#[template(path = "record.html")]
pub struct RecordPage {
    shell: Shell,
    figures: Figures,
    checkpoint: Option<String>,
    key: String,
    /// The address of this site, for the command that reads its log.
    site: String,
    links: Vec<(String, String)>,
    table: Table,
    pages: Html,
    nothing: Html,
}

/// Where what is recorded of anything is told to programs.
pub const FEED: &str = "/registro.atom";

/// Every entry in words, newest first: what changed in the whole state.
pub async fn feed(mut reading: Reading) -> Result<Response, PageError> {
    let known = Known(reading.recorded().await?);
    let entries = journal::heads(reading.conn(), known, i64::try_from(ROWS).unwrap_or(i64::MAX)).await?;
    // Of a feed without entries: a moment that does not move by itself.
    let updated = entries.first().map_or(Timestamp::UNIX_EPOCH, |newest| newest.at);
    let shell = reading.shell(&reading.t("record-title"), Matter::Real);
    let feed = Atom {
        title: shell.title.clone(),
        subject: vec!["registro".to_owned()],
        updated,
        own: shell.link(FEED),
        page: shell.link(crate::PATH),
        entries: entries.iter().map(|entry| told(&shell, entry)).collect(),
    };
    feed.into_response(&shell)
}

fn told(shell: &Shell, entry: &Head) -> AtomEntry {
    let number = entry.seq.0.to_string();
    AtomEntry {
        title: format!("{}: {}", done(shell, &entry.command), entry.subject),
        at: entry.at,
        href: shell.view.link_to(&["registro", &number]),
        lines: vec![format!("{}: {}", shell.t("record-who"), entry.actor)],
        name: number,
    }
}

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let shell = reading.shell(&reading.t("record-title"), Matter::Real);
    let part = Pages::of(&shell.view, ROWS)?;
    let found = find(&mut reading, part).await?;
    let mut page = RecordPage::of(shell, part, found);
    // A feed is of now: whoever subscribes wants what comes.
    let atom = page.shell.view.with_known(KnownAt::Now).link(FEED);
    page.shell.feed = Some(Feed { page: None, atom });
    if let Some(file) = Table::asked(&page.shell, [&page.table]) {
        return file;
    }
    web::html(&page)
}

async fn find(reading: &mut Reading, part: Pages) -> Result<Found, PageError> {
    let (app, size) = (reading.app.clone(), reading.recorded().await?);
    let signer = crate::signer(&app)?;
    let conn = reading.conn();
    let checkpoint = signer.checkpoint(conn, size).await?.map(|checkpoint| checkpoint.to_string());
    let last_at = journal::time_of(conn, size).await?;
    let entries = match reading.view.format {
        Format::Html => {
            // Numbers have no gap, so that a page begins at a number.
            let before = i64::try_from(part.offset()).unwrap_or(i64::MAX);
            let newest = Known(Seq(size.0.saturating_sub(before)));
            journal::heads(reading.conn(), newest, i64::try_from(ROWS).unwrap_or(i64::MAX)).await?
        }
        _ => journal::heads(reading.conn(), Known(size), i64::MAX).await?,
    };
    Ok(Found { size: size.0, last_at, checkpoint, key: signer.verifier(), entries })
}

impl RecordPage {
    pub fn of(shell: Shell, part: Pages, found: Found) -> Self {
        let columns = ["number", "when", "what", "subject", "who"];
        let columns = columns.map(|name| Column::text(&shell.t(&format!("record-{name}")))).to_vec();
        let mut table = Table::new("asientos", &shell.t("record-entries"), columns);
        for entry in &found.entries {
            table.push(cells(&shell, entry));
        }
        let nothing = if found.size == 0 { empty(&shell.t("record-none")) } else { Html::default() };
        Self {
            figures: figures(&shell, &found),
            links: links(found.size),
            pages: part.links(&shell, usize::try_from(found.size).unwrap_or_default()),
            table: table.stacked().with_files(&shell),
            checkpoint: found.checkpoint,
            key: found.key,
            site: shell.origin.clone().unwrap_or_else(|| "https://…".to_owned()),
            nothing,
            shell,
        }
    }
}

fn figures(shell: &Shell, found: &Found) -> Figures {
    let figure = |key: &str, value: String| Figure {
        label: shell.t(key),
        value: value.into(),
        note: Html::text(&shell.t(&format!("{key}-note"))),
        href: None,
    };
    let size = shell.count(usize::try_from(found.size).unwrap_or_default());
    let mut figures = vec![figure("record-size", size)];
    figures.extend(found.last_at.map(|at| figure("record-date", moment(shell, at))));
    Figures { figures }
}

/// Addresses of the log, with the name of what each holds; the tiles that end where the log ends.
fn links(size: i64) -> Vec<(String, String)> {
    let mut links = vec!["checkpoint".to_owned(), "key".to_owned()];
    if size > 0 {
        let index = (size - 1) / WIDTH;
        let width = size - index * WIDTH;
        for kind in [TileKind::Entries, TileKind::Hashes(0)] {
            links.push(format!("tile/{}", Tile { kind, index, width }));
        }
    }
    let keys = ["checkpoint", "key", "bundle", "tile"];
    links
        .into_iter()
        .zip(keys)
        .map(|(path, key)| (format!("/log/{path}"), format!("record-raw-{key}")))
        .collect()
}

fn cells(shell: &Shell, entry: &Head) -> Vec<Cell> {
    let number = entry.seq.0.to_string();
    vec![
        Cell::link(&shell.view.link_to(&["registro", &number]), &number),
        Cell::html(Html::text(&moment(shell, entry.at)), &entry.at.to_string()),
        Cell::html(Html::text(&done(shell, &entry.command)), &entry.command),
        Cell::text(&entry.subject),
        Cell::text(&entry.actor),
    ]
}
