use std::sync::Arc;

use base::{Digest, Known};
use budget::columnar::Columnar;
use db::{Conn, Files};
use pack::Pack;

use crate::{
    Country, Unread,
    domain::{Duty, Edition, EditionCode, Template},
    reading, store,
    templates::{Asked, Frozen, Made, made, made_anew},
};

/// The duties of the country; none before a pack is known.
///
/// # Errors
/// A pack that cannot be read.
pub async fn duties(conn: &mut Conn, files: &Files, known: Known) -> Result<Vec<Duty>, Unread> {
    match Pack::known(conn, files, known).await {
        Err(pack::Error::NoPack) => Ok(Vec::new()),
        pack => reading::duties(&*pack?),
    }
}

/// One of them, by its code.
///
/// # Errors
/// A pack that cannot be read.
pub async fn duty(conn: &mut Conn, files: &Files, known: Known, code: &str) -> Result<Option<Duty>, Unread> {
    Ok(duties(conn, files, known).await?.into_iter().find(|duty| duty.code == code))
}

/// The duty of an edition as the country declared it when it was frozen: what is on paper does not change with a later pack.
///
/// # Errors
/// A pack that cannot be read.
pub async fn duty_of(conn: &mut Conn, files: &Files, of: &Edition) -> Result<Option<Duty>, Unread> {
    duty(conn, files, Known(of.seq), &of.duty).await
}

/// Every edition with its steps, in the order of preparing.
///
/// # Errors
/// A database that cannot be read.
pub async fn editions(conn: &mut Conn, country: Country, known: Known) -> Result<Vec<Edition>, db::Error> {
    store::editions::all(conn, country, known).await
}

/// One edition, and all that there are.
///
/// # Errors
/// A database that cannot be read.
pub async fn edition(
    conn: &mut Conn,
    country: Country,
    known: Known,
    code: &EditionCode,
) -> Result<Option<(Edition, Vec<Edition>)>, db::Error> {
    let all = editions(conn, country, known).await?;
    Ok(all.iter().find(|one| one.code == *code).cloned().map(|one| (one, all)))
}

/// As of when an edition is made.
pub const fn frozen(of: &Edition, country: Country) -> Frozen {
    Frozen { period: of.period, known: of.known, at: of.known_at, country }
}

/// The content of an edition, made anew from what was known when it was frozen; none where this program no longer knows the
/// template or its version.
///
/// # Errors
/// Money or plans that cannot be read.
pub async fn made_of(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    (of, country): (&Edition, Country),
) -> Result<Option<Arc<Made>>, Unread> {
    let Some(template) = template(of) else { return Ok(None) };
    let mut asked = Asked { conn, files, columnar, frozen: frozen(of, country) };
    made(&mut asked, template).await.map(Some)
}

/// The template of an edition, where this program has it in that version.
fn template(of: &Edition) -> Option<Template> {
    of.template.parse::<Template>().ok().filter(|template| template.version() == of.version)
}

/// What came of making an edition again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
    /// The same, to the byte.
    Same,
    /// It gives another checksum.
    Differs(Digest),
    /// Its template is none of this program.
    Unknown,
}

/// Makes an edition again and compares checksums.
///
/// # Errors
/// Money or plans that cannot be read.
pub async fn checked(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    (of, country): (&Edition, Country),
) -> Result<Checked, Unread> {
    let Some(template) = template(of) else { return Ok(Checked::Unknown) };
    let mut asked = Asked { conn, files, columnar, frozen: frozen(of, country) };
    let made = made_anew(&mut asked, template).await?;
    Ok(if made.checksum == of.checksum { Checked::Same } else { Checked::Differs(made.checksum) })
}
