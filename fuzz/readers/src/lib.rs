//! Every reader of what people and sources deliver, over any bytes: none may panic. The fuzz targets call
//! these; the corpus they found is run by `tests/corpus.rs`.
use std::{path::Path, sync::LazyLock};

use budget::{
    Catalogue,
    domain::{Heading, RowReader},
};
use monitoring::actions::files;
use sheets::{Book, Columns};

/// A book of one file with these bytes; what is no book is not this reader's business.
fn book(name: &str, bytes: &[u8]) -> Option<Book> {
    Book::from_bytes(name, bytes.to_vec()).ok()
}

/// Any table: header and every record.
pub fn sheets(bytes: &[u8]) {
    for sheet in book("table.csv", bytes).iter().flat_map(Book::sheets) {
        if let (Ok(_), Ok(records)) = (sheet.headers(), sheet.records(&Columns::at_least(&[]))) {
            records.for_each(drop);
        }
    }
}

/// Any workbook: whatever bytes call themselves one.
pub fn workbook(bytes: &[u8]) {
    for sheet in book("table.xlsx", bytes).iter().flat_map(Book::sheets) {
        if let (Ok(_), Ok(records)) = (sheet.headers(), sheet.records(&Columns::at_least(&[]))) {
            records.for_each(drop);
        }
    }
}

/// Territories, entities and executing units, each tried with the same bytes.
pub fn entities(bytes: &[u8]) {
    use directory::actions::{read_entities, read_territories, read_units};
    let Some(book) = book("entities.csv", bytes) else { return };
    let _ = read_territories(&book);
    let _ = read_entities(&book);
    let _ = read_units(&book);
}

/// The four sheets of a plan, each tried with the same bytes.
pub fn plan(bytes: &[u8]) {
    for name in ["plan.csv", "elements.csv", "indicators.csv", "targets.csv"] {
        if let Some(Ok(delivered)) = book(name, bytes).as_ref().map(planning::reading::read) {
            let _ = delivered.refused.to_string();
        }
    }
}

/// Series, bindings, observations and technical sheets.
pub fn observations(bytes: &[u8]) {
    let Some(book) = book("observations.csv", bytes) else { return };
    let _ = files::observations(book.sheets(), "fuzz", true);
    let _ = files::series(book.sheets(), "fuzz", true);
    let _ = files::bindings(book.sheets(), "fuzz", true);
    let _ = files::cards(book.sheets(), "fuzz", true);
}

/// Claims on money.
pub fn attributions(bytes: &[u8]) {
    if let Some(book) = book("attributions.csv", bytes) {
        let _ = budget::actions::read_claims(book.sheets());
    }
}

static CATALOGUE: LazyLock<Option<Catalogue>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../countries/peru");
    Catalogue::of(&pack::Pack::open(&folder).ok()?).ok()
});

/// Records under the header of each known layout, so that bytes reach the rows and not the header alone.
pub fn budget(bytes: &[u8]) {
    let Some(catalogue) = CATALOGUE.as_ref() else { return };
    for layout in &catalogue.layouts {
        let headers: Vec<String> = layout.columns.iter().map(|column| column.header.clone()).collect();
        let Ok(heading) = Heading::detect(&catalogue.layouts, &headers) else { continue };
        let mut reader = RowReader::new("fuzz", &heading, &catalogue.classification, &catalogue.repairs);
        let mut table = headers.join(",").into_bytes();
        table.push(b'\n');
        table.extend(bytes);
        let Some(book) = book("budget.csv", &table) else { continue };
        for sheet in book.sheets() {
            let Ok(records) = sheet.records(&Columns::at_least(&[])) else { continue };
            for record in records.flatten() {
                let mut cells: Vec<&str> = record.cells().collect();
                let _ = reader.read(record.line(), &cells);
                cells.resize(heading.width, "");
                let _ = reader.read(record.line(), &cells);
            }
        }
    }
}

/// Rules, holidays and days decreed.
pub fn law(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let _ = law::Rulebook::parse("rules.csv", text);
    let files = law::LawFiles {
        rules: text,
        holidays: text,
        non_working_days: text,
        suspensions: Some(text),
        names: Some(text),
    };
    let _ = law::CountryLaw::parse(files);
}
