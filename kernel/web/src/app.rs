//! What handlers are given: the data, the frame of pages, the clock, and the parts that only the binary knows.
use std::{
    any::{Any, TypeId, type_name},
    collections::HashMap,
    fmt,
    num::NonZeroUsize,
    sync::Arc,
};

use base::Seq;
use db::{Db, Files, memo::Memo};
use jiff::Timestamp;

use crate::{
    Frame, PageError,
    kept::{Answers, MadeOf, Stamp},
};

/// Where "now" comes from.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// States of each kind of thing that are kept. A fiscal year is looked at as on its last day: the years of which a state
/// commonly tells, and a few days that readers compare with the present.
const STATES_MAX: NonZeroUsize = NonZeroUsize::new(20).unwrap();

/// State of the web service; cheap to clone.
#[derive(Clone)]
pub struct App {
    pub db: Db,
    pub files: Files,
    pub frame: Arc<Frame>,
    clock: Clock,
    memo: Arc<Memo>,
    answers: Arc<Answers>,
    parts: Arc<HashMap<TypeId, Part>>,
    /// Of the request that this clone answers.
    made_of: MadeOf,
}

struct Part {
    given: Box<dyn Any + Send + Sync>,
    /// Whether it changes without an entry of the journal.
    moves: bool,
}

impl App {
    pub fn new(db: Db, files: Files, frame: Arc<Frame>, clock: Clock) -> Self {
        let memo = Arc::new(Memo::new(STATES_MAX));
        let (answers, made_of) = (Arc::default(), MadeOf::default());
        Self { db, files, frame, clock, memo, answers, parts: Arc::default(), made_of }
    }

    /// Adds what a context asks for by type without knowing who gives it, such as `Arc<dyn Columnar>`, and what answers
    /// of one state the same each time. Before the service starts: parts that clones already share are left as they are.
    #[must_use]
    pub fn with_part<T: Send + Sync + 'static>(self, part: T) -> Self {
        self.with(part, false)
    }

    /// As [`App::with_part`], what changes without an entry of the journal: no answer made with it is kept.
    #[must_use]
    pub fn with_moving_part<T: Send + Sync + 'static>(self, part: T) -> Self {
        self.with(part, true)
    }

    fn with<T: Send + Sync + 'static>(mut self, part: T, moves: bool) -> Self {
        if let Some(parts) = Arc::get_mut(&mut self.parts) {
            parts.insert(TypeId::of::<T>(), Part { given: Box::new(part), moves });
        }
        self
    }

    /// The part of that type; its absence is a defect of the binary, not of the request.
    pub fn part<T: 'static>(&self) -> Result<&T, PageError> {
        let part = self.parts.get(&TypeId::of::<T>());
        if part.is_some_and(|part| part.moves) {
            self.made_of.more();
        }
        let given = part.and_then(|part| part.given.downcast_ref());
        given.ok_or_else(|| PageError::Internal(format!("the program gives no {}", type_name::<T>())))
    }

    pub(crate) fn answering(&self, made_of: MadeOf) -> Self {
        Self { made_of, ..self.clone() }
    }

    pub(crate) fn made_of(&self) -> &MadeOf {
        &self.made_of
    }

    pub(crate) fn answers(&self) -> &Answers {
        &self.answers
    }

    /// The state that a page made now would show; none where it cannot be read: the page will say why.
    pub(crate) async fn stamp(&self) -> Option<Stamp> {
        let mut glance = self.db.glance().await.ok()?;
        let last = journal::last_shown(&mut glance).await.ok()?;
        Some(self.stamp_of(last))
    }

    pub(crate) fn stamp_of(&self, last: Seq) -> Stamp {
        Stamp { last, today: self.frame.country.date_of(self.now()) }
    }

    pub(crate) fn memo(&self) -> Arc<Memo> {
        self.memo.clone()
    }

    pub fn now(&self) -> Timestamp {
        (self.clock)()
    }
}

impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("App").field("db", &self.db).field("files", &self.files).finish_non_exhaustive()
    }
}
