//! Budget programmes and products as the country pack lists them.
use base::{Known, RowError, Validity};
use db::{Conn, Files};
use jiff::civil::Date;
use pack::Pack;
use sheets::{Book, Column, Columns, Record};

const PROGRAMMES: &str = "budget/programmes.csv";
const PRODUCTS: &str = "budget/products.csv";
/// What the list calls a programme by results; others are headings for what is none.
const KIND: &str = "budget_programme";

const PROGRAMME_COLUMNS: [Column; 7] = [
    Column::required("code", &[]),
    Column::required("name", &[]),
    Column::required("kind", &[]),
    Column::optional("lead_sector", &[]),
    Column::optional("lead_pliego", &[]),
    Column::required("valid_from", &[]),
    Column::required("valid_to", &[]),
];

const PRODUCT_COLUMNS: [Column; 5] = [
    Column::required("programme", &[]),
    Column::required("code", &[]),
    Column::required("name", &[]),
    Column::required("valid_from", &[]),
    Column::required("valid_to", &[]),
];

/// A budget programme by results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedProgramme {
    pub code: String,
    pub name: String,
    /// Sector and pliego that answer for its design; absent where the list names none.
    pub lead: Option<(String, String)>,
}

/// A product of a programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedProduct {
    pub code: String,
    pub name: String,
}

/// Why a list cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ListError {
    #[error(transparent)]
    Pack(#[from] pack::Error),
    #[error(transparent)]
    Sheet(#[from] sheets::Error),
    #[error(transparent)]
    Row(#[from] RowError),
}

/// The budget programmes that the list holds on a day; none without a list.
///
/// # Errors
/// A list that cannot be read.
pub async fn listed_programmes(
    conn: &mut Conn,
    files: &Files,
    (known, on): (Known, Date),
) -> Result<Vec<ListedProgramme>, ListError> {
    rows(conn, files, known, (PROGRAMMES, &PROGRAMME_COLUMNS), |record| {
        if record.required("kind")? != KIND || !is_valid(record, on)? {
            return Ok(None);
        }
        let lead = record.opt("lead_sector").zip(record.opt("lead_pliego"));
        let lead = lead.map(|(sector, pliego)| (sector.to_owned(), pliego.to_owned()));
        Ok(Some(ListedProgramme { code: text(record, "code")?, name: text(record, "name")?, lead }))
    })
    .await
}

/// The products that the list holds of a programme on a day; none without a list.
///
/// # Errors
/// A list that cannot be read.
pub async fn listed_products(
    conn: &mut Conn,
    files: &Files,
    (known, on): (Known, Date),
    programme: &str,
) -> Result<Vec<ListedProduct>, ListError> {
    rows(conn, files, known, (PRODUCTS, &PRODUCT_COLUMNS), |record| {
        if record.required("programme")? != programme || !is_valid(record, on)? {
            return Ok(None);
        }
        Ok(Some(ListedProduct { code: text(record, "code")?, name: text(record, "name")? }))
    })
    .await
}

async fn rows<T>(
    conn: &mut Conn,
    files: &Files,
    known: Known,
    (path, columns): (&str, &[Column]),
    read: impl Fn(&Record) -> Result<Option<T>, RowError>,
) -> Result<Vec<T>, ListError> {
    let pack = match Pack::known(conn, files, known).await {
        Err(pack::Error::NoPack) => return Ok(Vec::new()),
        pack => pack?,
    };
    let Ok(text) = pack.text(path) else { return Ok(Vec::new()) };
    let book = Book::from_bytes(path, text.as_bytes().to_vec())?;
    let mut found = Vec::new();
    for sheet in book.sheets() {
        for record in sheet.records(&Columns::at_least(columns))? {
            found.extend(read(&record?)?);
        }
    }
    Ok(found)
}

fn text(record: &Record, column: &'static str) -> Result<String, RowError> {
    Ok(record.required(column)?.to_owned())
}

fn is_valid(record: &Record, on: Date) -> Result<bool, RowError> {
    let (from, to) = (record.parse("valid_from")?, record.parse_opt("valid_to")?);
    let valid = Validity::new(from, to).map_err(|error| record.error("valid_to", error.to_string()))?;
    Ok(valid.holds_on(on))
}
