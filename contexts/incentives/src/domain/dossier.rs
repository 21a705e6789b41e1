//! Everything that was filed and said about one goal and one municipality.
use base::Digest;
use jiff::{Timestamp, civil::Date};

use super::{Evidence, Goal};

base::closed_words! {
    /// What the verifying body found.
    Verdict {
        Fulfilled = "fulfilled",
        NotFulfilled = "not_fulfilled",
    }
    /// How a municipality stands in a goal.
    Standing {
        NotDue = "not_due",
        Filed = "filed",
        Late = "late",
        Missing = "missing",
        Objected = "objected",
        Fulfilled = "fulfilled",
        NotFulfilled = "not_fulfilled",
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verification {
    /// 1, or 2 after an objection.
    pub number: i64,
    /// Number of the evidence that was looked at.
    pub evidence: i64,
    pub verdict: Verdict,
    pub reason: String,
    pub post: String,
    pub at: Timestamp,
}

/// Against a first decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    pub text: String,
    pub post: String,
    pub at: Timestamp,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dossier {
    /// In order of filing.
    pub evidence: Vec<Evidence>,
    /// In order of decision.
    pub verifications: Vec<Verification>,
    pub objection: Option<Objection>,
}

/// Why a verdict or an objection is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VerdictFault {
    #[error("nothing was filed: there is nothing to verify")]
    NoEvidence,
    #[error("what was filed is verified already")]
    Verified,
    #[error("the value does not reach the threshold of the goal")]
    NotReached,
    #[error("before the due day evidence can be corrected: nobody is told yet that they did not fulfil")]
    NotDue,
    #[error("another post verifies than the one that filed")]
    OwnEvidence,
    #[error("write the reason, in at most 2000 characters")]
    Reason,
    #[error("an objection is made once, against a decision that a goal was not fulfilled")]
    NothingToObject,
}

const REASON_CHARS_MAX: usize = 2_000;

fn reason(text: &str) -> Result<String, VerdictFault> {
    let text = text.trim();
    let is_fit = !text.is_empty() && text.chars().count() <= REASON_CHARS_MAX;
    if is_fit { Ok(text.to_owned()) } else { Err(VerdictFault::Reason) }
}

impl Dossier {
    /// An objection that nobody decided.
    fn is_open(&self) -> bool {
        self.objection.is_some() && self.verifications.len() == 1
    }

    /// The evidence that counts: the last one filed, also where it corrects one that came in time.
    pub fn counts(&self) -> Option<&Evidence> {
        self.evidence.last()
    }

    pub fn is_late(&self, due_on: Date) -> bool {
        self.counts().is_some_and(|evidence| evidence.is_late(due_on))
    }

    /// Whether anybody may have the file: once a verdict is about the evidence that holds it.
    pub fn shows(&self, digest: &Digest) -> bool {
        let holds = |number: i64| {
            let of = self.evidence.iter().find(|one| one.number == number);
            of.and_then(|one| one.document.as_ref()).is_some_and(|(own, _)| own == digest)
        };
        self.verifications.iter().any(|found| holds(found.evidence))
    }

    /// What a file of the dossier is called.
    pub fn name_of(&self, digest: &Digest) -> Option<&str> {
        let mut documents = self.evidence.iter().filter_map(|one| one.document.as_ref());
        documents.find(|(own, _)| own == digest).map(|(_, name)| name.as_str())
    }

    pub fn standing(&self, due_on: Date, on: Date) -> Standing {
        match (self.verifications.last(), self.counts()) {
            (Some(_), _) if self.is_open() => Standing::Objected,
            (Some(found), _) if found.verdict == Verdict::Fulfilled => Standing::Fulfilled,
            (Some(_), _) => Standing::NotFulfilled,
            (None, Some(evidence)) if evidence.is_late(due_on) => Standing::Late,
            (None, Some(_)) => Standing::Filed,
            (None, None) if on > due_on => Standing::Missing,
            (None, None) => Standing::NotDue,
        }
    }

    /// What a post of the verifying body found, where the evidence allows it.
    ///
    /// # Errors
    /// No evidence, a verdict that stands, a value below the threshold, a day too early, the post that filed, no reason.
    pub fn verified(
        &self,
        goal: &Goal,
        (verdict, why): (Verdict, &str),
        (post, at, on): (&str, Timestamp, Date),
    ) -> Result<Verification, VerdictFault> {
        let evidence = self.counts().ok_or(VerdictFault::NoEvidence)?;
        if !self.verifications.is_empty() && !self.is_open() {
            return Err(VerdictFault::Verified);
        }
        if self.evidence.iter().any(|one| one.post == post) {
            return Err(VerdictFault::OwnEvidence);
        }
        match verdict {
            Verdict::Fulfilled if !goal.target.is_reached(evidence.value) => {
                return Err(VerdictFault::NotReached);
            }
            Verdict::NotFulfilled if on <= goal.due_on => return Err(VerdictFault::NotDue),
            _ => {}
        }
        Ok(Verification {
            number: i64::try_from(self.verifications.len()).unwrap_or_default().saturating_add(1),
            evidence: evidence.number,
            verdict,
            reason: reason(why)?,
            post: post.to_owned(),
            at,
        })
    }

    /// What the municipality says against the first decision.
    ///
    /// # Errors
    /// Nothing to object to; no reason.
    pub fn objected(&self, why: &str, (post, at): (&str, Timestamp)) -> Result<Objection, VerdictFault> {
        let first = self.verifications.first().filter(|_| self.verifications.len() == 1);
        if self.objection.is_some() || first.is_none_or(|found| found.verdict == Verdict::Fulfilled) {
            return Err(VerdictFault::NothingToObject);
        }
        Ok(Objection { text: reason(why)?, post: post.to_owned(), at })
    }
}
