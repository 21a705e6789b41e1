//! Letters that an act sends: they exist if, and only if, the act happened.
use jiff::Timestamp;
use mail::Letter;

use super::Refusal;
use crate::domain::{Person, Token};

/// What a letter says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    pub subject: String,
    pub body: String,
}

/// Who finds the words of a letter to a person, with what it lets them do.
pub type Writer<'a> = &'a (dyn Fn(&Person, &Token) -> Words + Send + Sync);

/// Posts the letter within the act; nobody writes where somebody hands the link over by hand.
pub(super) async fn post(
    conn: &mut db::Conn,
    (seq, at): (base::Seq, Timestamp),
    kind: &str,
    (person, token): (&Person, &Token),
    writer: Option<Writer<'_>>,
) -> Result<(), Refusal> {
    let Some(writer) = writer else { return Ok(()) };
    let Words { subject, body } = writer(person, token);
    let letter = Letter {
        id: format!("{kind}/{}", token.digest()),
        recipient: person.email.clone(),
        lang: person.lang.clone(),
        subject,
        body,
        not_before: at,
    };
    mail::post(conn, seq, &letter).await?;
    Ok(())
}
