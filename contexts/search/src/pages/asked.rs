use web::{Format, Lang, PageError, View, components::Pages};

use crate::domain::{Kind, Question, RESULTS_MAX, Request};

/// Results in one page.
pub const ROWS: usize = 20;

/// What a view of this page asks.
pub struct Asked {
    pub question: Question,
    pub kind: Option<Kind>,
    pub part: Pages,
}

impl Asked {
    pub fn of(view: &View) -> Result<Self, PageError> {
        let kind = view.one("kind").map(|kind| kind.parse().map_err(|_| PageError::parameter("kind", kind)));
        Ok(Self {
            question: Question::of(view.one("q").unwrap_or_default()),
            kind: kind.transpose()?,
            part: Pages::of(view, ROWS)?,
        })
    }

    /// `None` where nothing was typed. A file holds every result that can be listed.
    pub fn request(&self, view: &View) -> Option<Request> {
        let (offset, count_max) = match view.format {
            Format::Html => (self.part.offset(), ROWS),
            _ => (0, RESULTS_MAX),
        };
        let english = view.lang == Lang::En;
        let question = self.question.clone();
        (!question.is_empty()).then_some(Request { question, kind: self.kind, english, offset, count_max })
    }
}
