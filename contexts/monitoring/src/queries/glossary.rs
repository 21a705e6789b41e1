//! The words of the field, as the country pack explains them to whoever does not work in it.
use base::Known;
use db::{Conn, Files};
use pack::Pack;
use sheets::{Book, Column, Columns};

/// A word and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Part of its address: `pim`.
    pub code: String,
    pub name: String,
    pub name_en: String,
    pub says: String,
    pub says_en: String,
    /// Norm or document that the meaning is from.
    pub source: String,
}

#[derive(Debug, thiserror::Error)]
pub enum GlossaryError {
    #[error(transparent)]
    Pack(#[from] pack::Error),
    #[error(transparent)]
    Sheet(#[from] sheets::Error),
    #[error("{0}")]
    Row(#[from] base::RowError),
}

pub const PATH: &str = "glossary.csv";
const FIELDS: [Column; 6] = [
    Column::required("code", &[]),
    Column::required("name", &[]),
    Column::required("name_en", &[]),
    Column::required("says", &[]),
    Column::required("says_en", &[]),
    Column::required("source", &[]),
];

/// Every word as known; none before a country pack was recorded.
pub async fn glossary(conn: &mut Conn, files: &Files, known: Known) -> Result<Vec<Term>, GlossaryError> {
    match Pack::known(conn, files, known).await {
        Ok(pack) => of_pack(&pack),
        Err(pack::Error::NoPack) => Ok(Vec::new()),
        Err(error) => Err(error.into()),
    }
}

/// The words of a pack; a pack may have none.
pub fn of_pack(pack: &Pack) -> Result<Vec<Term>, GlossaryError> {
    let Ok(text) = pack.text(PATH) else { return Ok(Vec::new()) };
    let mut terms: Vec<Term> = Vec::new();
    for sheet in Book::from_bytes(PATH, text.as_bytes().to_vec())?.sheets() {
        for record in sheet.records(&Columns::exactly(&FIELDS))? {
            let record = record?;
            let own = |field| record.required(field).map(str::to_owned);
            let code = own("code")?;
            if terms.iter().any(|term| term.code == code) {
                return Err(record.error("code", "stands twice").into());
            }
            terms.push(Term {
                code,
                name: own("name")?,
                name_en: own("name_en")?,
                says: own("says")?,
                says_en: own("says_en")?,
                source: own("source")?,
            });
        }
    }
    Ok(terms)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_words_that_officials_use_are_explained_in_both_languages() {
        let pack = Pack::open(&testkit::peru()).unwrap();
        let terms = of_pack(&pack).unwrap();
        for code in
            ["pia", "pim", "certified", "committed-annual", "accrued", "paid", "pedn", "poi", "sample"]
        {
            assert!(terms.iter().any(|term| term.code == code), "{code}");
        }
        for term in &terms {
            assert!(term.says.ends_with('.') && term.says_en.ends_with('.'), "{term:?}");
            assert!(term.says.chars().count() <= 200 && term.says_en.chars().count() <= 200, "{term:?}");
            let is_code = |c: char| c.is_ascii_lowercase() || c == '-';
            assert!(term.code.chars().all(is_code), "{term:?}");
        }
    }
}
