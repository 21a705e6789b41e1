//! What handlers are given: the data, the frame of pages, the clock, and the parts that only the binary knows.
use std::{
    any::{Any, TypeId, type_name},
    collections::HashMap,
    fmt,
    num::NonZeroUsize,
    sync::Arc,
};

use db::{Db, Files, memo::Memo};
use jiff::Timestamp;

use crate::{Frame, PageError};

/// Where "now" comes from.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// States of each kind of thing that are kept: the present, and a few that readers compare it with.
const STATES_MAX: NonZeroUsize = NonZeroUsize::new(4).unwrap();

/// State of the web service; cheap to clone.
#[derive(Clone)]
pub struct App {
    pub db: Db,
    pub files: Files,
    pub frame: Arc<Frame>,
    clock: Clock,
    memo: Arc<Memo>,
    parts: Arc<HashMap<TypeId, Box<dyn Any + Send + Sync>>>,
}

impl App {
    pub fn new(db: Db, files: Files, frame: Arc<Frame>, clock: Clock) -> Self {
        let memo = Arc::new(Memo::new(STATES_MAX));
        Self { db, files, frame, clock, memo, parts: Arc::default() }
    }

    /// Adds what a context asks for by type without knowing who gives it, such as `Arc<dyn Cuts>`.
    /// Before the service starts: parts that clones already share are left as they are.
    #[must_use]
    pub fn with_part<T: Send + Sync + 'static>(mut self, part: T) -> Self {
        if let Some(parts) = Arc::get_mut(&mut self.parts) {
            parts.insert(TypeId::of::<T>(), Box::new(part));
        }
        self
    }

    /// The part of that type; its absence is a defect of the binary, not of the request.
    pub fn part<T: 'static>(&self) -> Result<&T, PageError> {
        let part = self.parts.get(&TypeId::of::<T>()).and_then(|part| part.downcast_ref());
        part.ok_or_else(|| PageError::Internal(format!("the program gives no {}", type_name::<T>())))
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
