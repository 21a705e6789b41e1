/// How a command that ran to its end went; its exit code is 0 or 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Done,
    /// It found something, or refused its input and said why.
    Findings,
}

impl Outcome {
    pub const fn findings_unless(clean: bool) -> Self {
        if clean { Self::Done } else { Self::Findings }
    }
}

/// The words of the call are off; exit code 2.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Usage(pub String);
