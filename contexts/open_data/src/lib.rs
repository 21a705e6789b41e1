//! What programs read and people take away: the data dictionary, the API in words, the bulk files.
//! See README.md.
pub mod pages;

use std::{path::PathBuf, sync::Arc};

use dataset::Dataset;
use web::{App, PageError};

/// The words of this room.
pub const MESSAGES: web::Messages = web::Messages {
    context: "open_data",
    es: include_str!("../text/es.ftl"),
    en: include_str!("../text/en.ftl"),
};

/// Where the data are told in words.
pub const PATH: &str = "/datos";

/// What is published: the part that the binary gives ([`web::App::with_part`]).
pub struct Catalogue {
    pub datasets: Vec<Arc<Dataset>>,
    /// Operations beside the lists of datasets.
    pub operations: Vec<api::Operation>,
    /// The folder of the bulk files; absent until they are first written.
    pub bulk: PathBuf,
    pub limits: api::Limits,
}

fn catalogue(app: &App) -> Result<&Catalogue, PageError> {
    app.part::<Catalogue>()
}
