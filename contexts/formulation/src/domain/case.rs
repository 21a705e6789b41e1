//! A plan on its way, and what was done with it.
use std::{fmt, str::FromStr};

use base::{
    Digest, Seq,
    codes::{EntityCode, PlanCode, VersionCode},
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use workflow::{Act, Case};

/// `f128`: the entry of the journal that opened the case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CaseCode(String);

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no code of a case; one looks like f128")]
pub struct NoCase(String);

impl CaseCode {
    pub fn of(seq: Seq) -> Self {
        Self(format!("f{}", seq.0))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for CaseCode {
    type Err = NoCase;

    fn from_str(text: &str) -> Result<Self, NoCase> {
        let is_code = text.strip_prefix('f').is_some_and(|number| {
            (1..=19).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
        });
        is_code.then(|| Self(text.to_owned())).ok_or_else(|| NoCase(text.chars().take(40).collect()))
    }
}

impl TryFrom<String> for CaseCode {
    type Error = NoCase;

    fn try_from(text: String) -> Result<Self, NoCase> {
        text.parse()
    }
}

impl From<CaseCode> for String {
    fn from(code: CaseCode) -> Self {
        code.0
    }
}

impl fmt::Display for CaseCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a case is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseHead {
    pub code: CaseCode,
    /// The version of the procedure that governs it to its end.
    pub procedure: String,
    pub entity: EntityCode,
    pub plan: PlanCode,
    pub version: VersionCode,
    pub started_at: Timestamp,
}

/// A document that came with an act: its kind is one that the procedure declares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    pub kind: String,
    pub digest: Digest,
    pub name: String,
}

/// A file of the whole plan, as it was put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub number: i64,
    pub digest: Digest,
    pub name: String,
    pub post: String,
    pub at: Timestamp,
}

/// An act that was taken, and what only the record knows of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    pub act: Act,
    /// Absent where silence acted.
    pub post: Option<String>,
    pub documents: Vec<Document>,
}

impl CaseHead {
    /// The code of the procedure, whatever its version.
    pub fn procedure_code(&self) -> &str {
        self.procedure.split('@').next().unwrap_or_default()
    }

    /// As the engine reads it. What is written stands: up to its last act no silence is derived anew.
    pub fn case(&self, taken: &[Taken]) -> Case {
        let mut case = Case::new(self.code.as_str(), self.started_at);
        case.acts = taken.iter().map(|one| one.act.clone()).collect();
        case.settled = taken.last().map(|one| one.act.at);
        case
    }
}
