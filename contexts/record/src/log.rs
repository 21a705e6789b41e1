//! `/log/…`: the log for programs, by the addresses of C2SP `tlog-tiles`.
use axum::{
    extract::{OriginalUri, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use journal::Tile;
use web::{
    App, PageError,
    gate::{PUBLIC, Routes},
};

/// What an address below `/log/` names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Checkpoint,
    Key,
    Tile(Tile),
}

impl Asked {
    /// Of the whole path: the log has one address, without language.
    pub fn parse(path: &str) -> Option<Self> {
        match path.strip_prefix("/log/")? {
            "checkpoint" => Some(Self::Checkpoint),
            "key" => Some(Self::Key),
            rest => Tile::parse(rest.strip_prefix("tile/")?).map(Self::Tile),
        }
    }
}

const TEXT: &str = "text/plain; charset=utf-8";
const BYTES: &str = "application/octet-stream";

/// The tag of the content makes the answer short where nothing changed.
const EACH_TIME: &str = "no-cache";
/// A full tile is never another.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// A partial tile is never another either, but soon nobody asks for it.
const A_WHILE: &str = "public, max-age=300";

pub(crate) fn routes() -> Routes {
    Routes::new().get("/log/{*path}", PUBLIC, share)
}

/// Pages of any site may read the log, and may read that something is not in it.
async fn share(app: State<App>, uri: OriginalUri) -> Response {
    let mut response = answer(app, uri).await.into_response();
    response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response
}

async fn answer(State(app): State<App>, OriginalUri(uri): OriginalUri) -> Result<Response, PageError> {
    match Asked::parse(uri.path()).ok_or(PageError::NotFound)? {
        Asked::Checkpoint => checkpoint(&app).await,
        Asked::Key => Ok(sent(TEXT, EACH_TIME, format!("{}\n", crate::signer(&app)?.verifier()))),
        Asked::Tile(tile) => self::tile(&app, &tile).await,
    }
}

async fn checkpoint(app: &App) -> Result<Response, PageError> {
    let mut read = app.db.read().await?;
    let size = journal::last_seq(&mut read).await?;
    let checkpoint = crate::signer(app)?.checkpoint(&mut read, size).await?.ok_or(PageError::NotFound)?;
    Ok(sent(TEXT, EACH_TIME, checkpoint.to_string()))
}

async fn tile(app: &App, tile: &Tile) -> Result<Response, PageError> {
    let bytes = journal::tile(&mut *app.db.read().await?, tile).await?.ok_or(PageError::NotFound)?;
    Ok(sent(BYTES, if tile.is_full() { FOR_EVER } else { A_WHILE }, bytes))
}

fn sent(kind: &'static str, keep: &'static str, body: impl IntoResponse) -> Response {
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, keep)], body).into_response()
}
