//! What a letter is, and which texts are none.
use jiff::Timestamp;
use lettre::Address;

/// A letter to one person, in words that are ready.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// What tells it from every other: `reset/<opaque>`, `notice/<case>/<n>/<account>`. A second letter of the same id is
    /// the same letter. Stays after the person is forgotten: it names nobody.
    pub id: String,
    /// Address, without a name.
    pub recipient: String,
    /// Code of the language it is written in: `es`, `en`.
    pub lang: String,
    pub subject: String,
    /// Plain text; its lines end with `\n`.
    pub body: String,
    /// It is due from this instant on.
    pub not_before: Timestamp,
}

pub const ID_BYTES_MAX: usize = 200;
/// RFC 5322 asks for lines of at most 78 characters; a longer subject is folded, and read by nobody.
pub const SUBJECT_CHARS_MAX: usize = 250;
/// A letter tells and leads to a page; what is longer belongs on the page.
pub const BODY_BYTES_MAX: usize = 64 * 1024;

/// Why a letter is not posted. Says what to change; does not repeat what was written, which is somebody's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("its id must have 1 to {ID_BYTES_MAX} visible ASCII characters")]
    Id,
    #[error("the recipient is no address of the form name@domain")]
    Recipient,
    #[error("the language must be a code of two or three small letters")]
    Lang,
    #[error("the subject is empty")]
    SubjectEmpty,
    #[error("the subject has {0} characters; {SUBJECT_CHARS_MAX} is the most")]
    SubjectLong(usize),
    /// A line break in a subject would begin another header.
    #[error("the subject holds a line break or another control character: write it on one line")]
    SubjectControl,
    #[error("the body has {0} bytes; {BODY_BYTES_MAX} is the most: lead to a page instead")]
    BodyLong(usize),
    #[error("the body holds a control character that is neither a line break nor a tab")]
    BodyControl,
}

impl Letter {
    /// Refuses what could not be sent, or would be read as something else by who carries it.
    pub fn check(&self) -> Result<(), Refusal> {
        let id_chars = self.id.bytes().all(|byte| byte.is_ascii_graphic());
        if self.id.is_empty() || self.id.len() > ID_BYTES_MAX || !id_chars {
            return Err(Refusal::Id);
        }
        address(&self.recipient)?;
        if !(2..=3).contains(&self.lang.len()) || !self.lang.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return Err(Refusal::Lang);
        }
        check_subject(&self.subject)?;
        if self.body.len() > BODY_BYTES_MAX {
            return Err(Refusal::BodyLong(self.body.len()));
        }
        let is_layout = |c: char| matches!(c, '\n' | '\r' | '\t');
        if self.body.chars().any(|c| c.is_control() && !is_layout(c)) {
            return Err(Refusal::BodyControl);
        }
        Ok(())
    }
}

fn check_subject(subject: &str) -> Result<(), Refusal> {
    let chars = subject.chars().count();
    if subject.trim().is_empty() {
        Err(Refusal::SubjectEmpty)
    } else if chars > SUBJECT_CHARS_MAX {
        Err(Refusal::SubjectLong(chars))
    } else if subject.chars().any(is_break) {
        Err(Refusal::SubjectControl)
    } else {
        Ok(())
    }
}

/// Control characters, and the two of Unicode that break a line without being one.
fn is_break(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// The address as whoever carries letters takes it. Stricter than its parser, which lets blanks in quoted names pass.
pub(crate) fn address(text: &str) -> Result<Address, Refusal> {
    if text.chars().any(|c| is_break(c) || c.is_whitespace()) {
        return Err(Refusal::Recipient);
    }
    text.parse().map_err(|_| Refusal::Recipient)
}

#[cfg(test)]
#[path = "letter_tests.rs"]
mod tests;
