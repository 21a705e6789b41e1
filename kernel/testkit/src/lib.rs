//! What tests stand on: a throwaway data folder, a clock that moves only when told, the country pack.
//! A dev-dependency alone, so a failure to set up may end the test at once.
#![allow(clippy::unwrap_used, clippy::panic)]
mod ground;

use std::path::PathBuf;

use base::{Known, Seq};
use db::{Files, Migrations, Read};
use jiff::{Span, Timestamp};
use journal::Ctx;

pub use ground::{Ground, SERVER};

/// A data folder that goes with the test, and the context of an operator at a fixed instant.
pub struct Bench {
    pub ctx: Ctx,
    ground: Ground,
}

impl Bench {
    /// With the tables of the journal and of the given contexts. The clock stands at 2026-03-02 09:00 in Lima.
    pub async fn new(contexts: &[Migrations]) -> Self {
        let ground = Ground::new().await;
        let db = ground.open().await;
        let mut all = vec![journal::MIGRATIONS];
        all.extend_from_slice(contexts);
        db.migrate(&all).await.unwrap();
        let files = Files::open(&ground.path().join("files")).unwrap();
        let now = "2026-03-02T14:00:00Z".parse().unwrap();
        Self { ctx: Ctx { db, files, actor: "test".into(), now }, ground }
    }

    pub fn path(&self) -> &std::path::Path {
        self.ground.path()
    }

    /// Moves the clock forward.
    pub fn advance(&mut self, by: Span) {
        // A timestamp knows no calendar; 24 hours are a day here.
        let hours = i64::from(by.get_days()) * 24 + i64::from(by.get_hours());
        let rest = by.days(0).hours(0);
        self.ctx.now = self.ctx.now.checked_add(Span::new().hours(hours)).unwrap().checked_add(rest).unwrap();
    }

    pub fn set_now(&mut self, now: Timestamp) {
        self.ctx.now = now;
    }

    pub async fn read(&self) -> Read {
        self.ctx.db.read().await.unwrap()
    }

    /// Everything recorded so far, fixed: later acts do not change what it shows.
    pub async fn known(&self) -> Known {
        Known(self.last_seq().await)
    }

    pub async fn last_seq(&self) -> Seq {
        journal::last_seq(&mut *self.read().await).await.unwrap()
    }

    /// Fails the test if the journal and the rows disagree.
    pub async fn verify(&self) {
        let findings = journal::verify(&mut *self.read().await, None).await.unwrap();
        assert!(findings.is_empty(), "{findings:?}");
    }
}

/// `countries/peru` of this repository.
pub fn peru() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../countries/peru").canonicalize().unwrap()
}
