//! What the law of a day says of surveys.
use base::Known;
use db::{Conn, Files};
use jiff::civil::Date;
use law::{NoAnswer, RulebookView, Subject};
use pack::Pack;

/// Why a question of this room was not answered.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Pack(#[from] pack::Error),
    #[error(transparent)]
    NoAnswer(#[from] NoAnswer),
}

/// The least number of answers of a question that is shown of a department.
///
/// # Errors
/// A pack that cannot be read, or that lacks the rule.
pub async fn cell_min(conn: &mut Conn, files: &Files, known: Known, on: Date) -> Result<u64, Unread> {
    let law = Pack::law_known(conn, files, known).await?;
    Ok(of_book(&law.rulebook.at(on).known(on))?)
}

/// # Errors
/// A rulebook that lacks the rule.
pub(crate) fn of_book(book: &RulebookView<'_>) -> Result<u64, NoAnswer> {
    Ok(book.count("survey.cell_min", &Subject::country())?.value)
}
