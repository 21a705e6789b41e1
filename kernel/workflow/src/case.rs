//! A case as it is kept: when it started and what was done in it. How it stands is derived.
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Who performed an act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// Somebody in this role.
    Role(String),
    /// This clock, by its lapse.
    Clock(String),
}

/// Something done in a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Act {
    pub code: String,
    pub at: Timestamp,
    pub by: By,
    /// Codes of the documents given.
    pub documents: Vec<String>,
    pub reason: String,
    /// By how much an extension lengthens the term, in the unit of the rule that caps it; all
    /// that the rule leaves where nothing is said. Of no meaning for other acts.
    pub extend_by: Option<u16>,
}

impl Act {
    pub fn new(code: &str, at: Timestamp, by: By) -> Self {
        let (documents, reason) = (Vec::new(), String::new());
        Self { code: code.to_owned(), at, by, documents, reason, extend_by: None }
    }
}

/// One case of a procedure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// Whose notices are whose.
    pub id: String,
    pub started: Timestamp,
    /// In the order in which they were written.
    pub acts: Vec<Act>,
    /// The instant up to which the list is all that happened, lapses included: silence is derived
    /// only after it, and what was written up to it is not judged by the law of clocks again.
    /// `None` where lapses were never written.
    pub settled: Option<Timestamp>,
}

impl Case {
    pub fn new(id: &str, started: Timestamp) -> Self {
        Self { id: id.to_owned(), started, acts: Vec::new(), settled: None }
    }

    /// The case as its record was at the end of `instant`.
    #[must_use]
    pub fn until(&self, instant: Timestamp) -> Self {
        let acts = self.acts.iter().filter(|act| act.at <= instant).cloned().collect();
        Self { acts, settled: self.settled.map(|settled| settled.min(instant)), ..self.clone() }
    }
}
