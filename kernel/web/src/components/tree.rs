//! The nested list of a thread: each level opens without a script.
use askama::Template;

use super::safe;
use crate::Html;

/// A node: a line that says what it is and how it goes, and what hangs from it.
#[derive(Clone, Template)]
#[template(path = "components/node.html")]
pub struct Node {
    /// `objective`, `action`, `activity`, `money`, `indicator`: the kind's word, in the language of the page.
    kind: String,
    title: Html,
    /// Counts, money, status: right of the title, under it on small screens.
    marks: Vec<Html>,
    body: Html,
    children: Vec<Node>,
    is_open: bool,
}

safe!(Node);

impl Node {
    pub fn new(kind: &str, title: impl Into<Html>) -> Self {
        Self {
            kind: kind.to_owned(),
            title: title.into(),
            marks: Vec::new(),
            body: Html::default(),
            children: Vec::new(),
            is_open: false,
        }
    }

    #[must_use]
    pub fn mark(mut self, mark: impl Into<Html>) -> Self {
        self.marks.push(mark.into());
        self
    }

    /// What shows under the line when it is open, before its children.
    #[must_use]
    pub fn body(mut self, body: impl Into<Html>) -> Self {
        self.body = body.into();
        self
    }

    #[must_use]
    pub fn child(mut self, child: Self) -> Self {
        self.children.push(child);
        self
    }

    #[must_use]
    pub const fn open(mut self) -> Self {
        self.is_open = true;
        self
    }

    fn is_leaf(&self) -> bool {
        self.children.is_empty() && self.body.is_empty()
    }
}
