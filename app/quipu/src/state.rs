//! What a command works on: the database, the data folder with its stored files and the signing key.
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use analytics::Engine;
use anyhow::{Context, bail};
use base::Known;
use budget::columnar::Columnar;
use db::{Conn, Files, Server};
use jiff::{Timestamp, civil::Date, tz::Offset};
use journal::{Ctx, SigningKey};
use pack::Pack;

use crate::{cli::Cli, contexts, house::House, outcome::Usage};

/// Everything a command needs, opened once.
#[derive(Clone)]
pub struct State {
    pub ctx: Ctx,
    folder: PathBuf,
    engine: Engine,
    lang: web::Lang,
}

impl State {
    /// Opens the data folder and brings its tables up to this program; creates it for `init` alone,
    /// so that a mistyped `--data` is told rather than answered with an empty state.
    pub async fn open(cli: &Cli, create: bool) -> anyhow::Result<Self> {
        let folder = cli.data.clone();
        let server = cli.database.as_deref().map(str::parse::<Server>).transpose();
        let server = server.map_err(|error| Usage(format!("--database: {error}")))?;
        let house = House { folder: &folder, server: server.as_ref() };
        let db = house.open(create).await?;
        let unread = || format!("cannot read {}", db.place());
        db.migrate(&contexts::migrations()).await.with_context(unread)?;
        let files = Files::open(&folder.join("files"))?;
        let now = cli.now.unwrap_or_else(Timestamp::now);
        Ok(Self {
            ctx: Ctx { db, files, actor: cli.actor.clone(), now },
            folder,
            engine: Engine::default(),
            lang: cli.lang.into(),
        })
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where the bulk files are that the service offers.
    pub fn bulk(&self) -> PathBuf {
        self.folder.join("bulk")
    }

    pub fn lang(&self) -> web::Lang {
        self.lang
    }

    /// The columnar engine, as the rooms know it.
    pub fn columnar(&self) -> &dyn Columnar {
        &self.engine
    }

    pub fn engine(&self) -> Engine {
        self.engine.clone()
    }

    pub fn key(&self) -> anyhow::Result<SigningKey> {
        Ok(SigningKey::load_or_create(&self.folder.join("journal.key"))?)
    }

    pub async fn pack(&self, conn: &mut Conn, known: Known) -> anyhow::Result<Arc<Pack>> {
        Ok(Pack::known(conn, &self.ctx.files, known).await?)
    }

    /// `--known`: an instant, or a day, which is known until its last moment in the country.
    pub async fn known(&self, conn: &mut Conn, text: Option<&str>) -> anyhow::Result<Known> {
        // The last entry, and not "whatever is known now": what is made of a state that has a name is made once.
        let Some(text) = text else { return Ok(Known(journal::last_seq(conn).await?)) };
        let offset = self.pack(conn, Known::NOW).await?.country()?.utc_offset_minutes;
        let Some(at) = instant(text, offset) else {
            bail!(Usage(format!(
                "--known {text:?} is neither a date (2026-03-01) nor an instant (2026-03-01T12:00:00Z)"
            )))
        };
        let known = journal::known_at(conn, at).await?;
        if known.seq() < 1 {
            bail!("nothing had been recorded by {text}; name a later day, or leave --known out");
        }
        Ok(known)
    }

    /// The day on which law and calendars are to be known: that of `--known`, else today.
    pub async fn day_of(&self, conn: &mut Conn, text: Option<&str>) -> anyhow::Result<Date> {
        let offset = self.pack(conn, Known::NOW).await?.country()?.utc_offset_minutes;
        match text.and_then(|text| instant(text, offset)) {
            Some(at) => Ok(Offset::from_seconds(i32::from(offset) * 60)?.to_datetime(at).date()),
            None => self.today(conn).await,
        }
    }

    /// Today where the state is.
    pub async fn today(&self, conn: &mut Conn) -> anyhow::Result<Date> {
        let offset = self.pack(conn, Known::NOW).await?.country()?.utc_offset_minutes;
        let offset = Offset::from_seconds(i32::from(offset) * 60)?;
        Ok(offset.to_datetime(self.ctx.now).date())
    }
}

/// What the checkpoints of a country's journal begin with.
pub fn origin(country: &pack::Country) -> String {
    format!("quipu/{}", country.code.to_lowercase())
}

/// The last moment that `text` names.
pub fn instant(text: &str, utc_offset_minutes: i16) -> Option<Timestamp> {
    if let Ok(at) = text.parse::<Timestamp>() {
        return Some(at);
    }
    let next: Date = text.parse::<Date>().ok()?.tomorrow().ok()?;
    let offset = Offset::from_seconds(i32::from(utc_offset_minutes) * 60).ok()?;
    let midnight = offset.to_timestamp(next.at(0, 0, 0, 0)).ok()?;
    midnight.checked_sub(jiff::Span::new().microseconds(1)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        let got = instant(text, -300).map_or_else(|| "refused".to_owned(), |at| format!("{at:.6}"));
        assert_eq!(got, expect, "for {text:?}");
    }

    #[test]
    fn a_day_ends_at_the_countrys_midnight() {
        check("2026-03-01", "2026-03-02T04:59:59.999999Z");
        check("2026-03-01T12:00:00Z", "2026-03-01T12:00:00.000000Z");
        check("2026-03-01T12:00:00-05:00", "2026-03-01T17:00:00.000000Z");
        check("2026-02-30", "refused");
        check("yesterday", "refused");
        check("", "refused");
    }
}
