use std::sync::{Arc, Mutex, PoisonError};

use base::Seq;
use db::Db;
use index::{Opened, Writer};
use jiff::civil::Date;
use search::{
    Answer, BoxFuture, Freshness, Index, IndexError, Stamp,
    domain::{Document, Request},
};
use tokio::sync::mpsc;

use super::{documents, shelf::Shelf};

/// Documents on their way from the record to the index.
const ON_THE_WAY: usize = 1_000;

/// Answers from the index there is, and has one made that knows what it does not.
#[derive(Clone)]
pub struct Keeper {
    db: Db,
    shelf: Shelf,
    held: Arc<Mutex<Held>>,
}

#[derive(Default)]
struct Held {
    opened: Option<(Stamp, Arc<Opened>)>,
    making: Option<Stamp>,
    /// What could not be made; it is not tried again until something else is wanted.
    failed: Option<Stamp>,
}

impl Keeper {
    pub fn new(db: Db, data: &std::path::Path) -> Self {
        Self { db, shelf: Shelf::of(data), held: Arc::default() }
    }

    /// Everything recorded by now, as it stands on a day.
    async fn wanted(&self, day: Date) -> Result<Stamp, IndexError> {
        let mut read = self.db.read().await.map_err(record)?;
        let seq = journal::last_shown(&mut read).await.map_err(record)?;
        Ok(Stamp { seq, day })
    }

    /// The index that answers now. One that is behind has another made in the background.
    pub async fn freshen(&self, day: Date) -> Result<(Freshness, Option<Arc<Opened>>), IndexError> {
        let wanted = self.wanted(day).await?;
        let mut held = self.held();
        self.take_best(&mut held, wanted);
        let opened = held.opened.as_ref().map(|(_, opened)| opened.clone());
        let is_current = held.opened.as_ref().is_some_and(|(stamp, _)| *stamp == wanted);
        if is_current {
            return Ok((Freshness::Current, opened));
        }
        if held.failed == Some(wanted) {
            return Ok((Freshness::Failed, opened));
        }
        if held.making.is_none() {
            held.making = Some(wanted);
            let keeper = self.clone();
            tokio::spawn(async move { keeper.make_anew(wanted).await });
        }
        Ok((if opened.is_some() { Freshness::Updating } else { Freshness::Building }, opened))
    }

    /// The index that knows everything; made first where there is none.
    pub async fn current(&self, day: Date) -> Result<Arc<Opened>, IndexError> {
        let wanted = self.wanted(day).await?;
        match self.shelf.open(wanted) {
            Some(opened) => Ok(Arc::new(opened)),
            None => self.make(wanted).await,
        }
    }

    fn take_best(&self, held: &mut Held, wanted: Stamp) {
        let now = held.opened.as_ref().map(|(stamp, _)| *stamp);
        let best = self.shelf.best(wanted).filter(|best| now != Some(wanted) && now != Some(*best));
        if let Some((stamp, opened)) = best.and_then(|best| Some((best, self.shelf.open(best)?))) {
            held.opened = Some((stamp, Arc::new(opened)));
        }
    }

    async fn make_anew(&self, wanted: Stamp) {
        let made = self.make(wanted).await;
        let mut held = self.held();
        held.making = None;
        match made {
            Ok(opened) => held.opened = Some((wanted, opened)),
            Err(error) => {
                tracing::error!(%error, "search index not made");
                held.failed = Some(wanted);
            }
        }
    }

    /// Makes the index and opens it; another program that was faster has done the work.
    async fn make(&self, stamp: Stamp) -> Result<Arc<Opened>, IndexError> {
        let (send, receive) = mpsc::channel(ON_THE_WAY);
        let shelf = self.shelf.clone();
        let (told, made) = tokio::sync::oneshot::channel();
        // A thread of its own, which the end of the program does not wait for: a draft is harmless.
        std::thread::spawn(move || told.send(write(&shelf, stamp, receive)));
        let gathered = gather(&self.db, stamp, send).await;
        let made = made.await.map_err(engine)?;
        gathered?;
        made.map(Arc::new)
    }

    fn held(&self) -> std::sync::MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What travels to the thread that writes: documents, and at last that they were all.
enum Step {
    Document(Box<Document>),
    Whole,
}

async fn gather(db: &Db, stamp: Stamp, send: mpsc::Sender<Step>) -> Result<(), IndexError> {
    let mut read = db.read().await.map_err(record)?;
    let known = base::Known(Seq(stamp.seq.0));
    for part in documents::PARTS {
        for document in part.documents(&mut read, known, stamp.day).await.map_err(record)? {
            if send.send(Step::Document(Box::new(document))).await.is_err() {
                // The writer ended: it had nothing to do, or says itself why.
                return Ok(());
            }
        }
    }
    let _ = send.send(Step::Whole).await;
    Ok(())
}

fn write(shelf: &Shelf, stamp: Stamp, mut receive: mpsc::Receiver<Step>) -> Result<Opened, IndexError> {
    let turn = shelf.turn().map_err(engine)?;
    if let Some(opened) = shelf.open(stamp) {
        return Ok(opened);
    }
    let draft = shelf.draft(&turn).map_err(engine)?;
    let mut writer = Writer::create(&draft).map_err(engine)?;
    loop {
        match receive.blocking_recv() {
            Some(Step::Document(document)) => writer.add(&document).map_err(engine)?,
            Some(Step::Whole) => break,
            None => return Err(IndexError::Record("not every document came".into())),
        }
    }
    writer.finish().map_err(engine)?;
    shelf.adopt(&turn, &draft, stamp).map_err(engine)?;
    shelf.open(stamp).ok_or_else(|| engine("the index just made cannot be opened"))
}

fn engine(error: impl std::fmt::Display) -> IndexError {
    IndexError::Engine(error.to_string())
}

fn record(error: impl std::fmt::Display) -> IndexError {
    IndexError::Record(error.to_string())
}

impl Index for Keeper {
    fn find(&self, request: Request, today: Date) -> BoxFuture<'_, Result<Answer, IndexError>> {
        Box::pin(async move {
            let (freshness, opened) = self.freshen(today).await?;
            let Some(opened) = opened else { return Ok(Answer { freshness, found: None }) };
            let found = tokio::task::spawn_blocking(move || opened.find(&request)).await.map_err(engine)?;
            Ok(Answer { freshness, found: Some(found.map_err(engine)?) })
        })
    }
}
