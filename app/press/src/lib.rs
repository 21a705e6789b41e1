//! Prints sheets: `web::sheet::Printer` by typst, a compiler of pages, with typefaces of its own. What a sheet says
//! reaches the engine as data that its one template reads; no text of it becomes source.
mod letters;
mod paper;

use std::sync::Arc;

use typst::{comemo, diag::SourceDiagnostic, foundations::Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use web::sheet::{PrintError, Printer, Sheet};

use letters::Letters;
use paper::{Paper, Room};

/// Sheets for which the engine remembers its work (the letters' shapes, the template read); what is older is let go.
const REMEMBERED: usize = 4;

/// The printer. Costly to make, cheap to use: one for the program.
pub struct Press {
    room: Arc<Room>,
    letters: Letters,
}

impl Default for Press {
    fn default() -> Self {
        let room = Arc::new(Room::default());
        Self { letters: Letters::of(room.fonts()), room }
    }
}

impl Printer for Press {
    fn pdf(&self, sheet: &Sheet) -> Result<Vec<u8>, PrintError> {
        let mut data = serde_json::to_value(sheet).map_err(|error| PrintError(error.to_string()))?;
        self.letters.legible(&mut data);
        let printed = print(&Paper::new(&self.room, data.to_string()), sheet);
        comemo::evict(REMEMBERED);
        printed
    }
}

fn print(paper: &Paper, sheet: &Sheet) -> Result<Vec<u8>, PrintError> {
    let compiled = typst::compile::<PagedDocument>(paper);
    let document = compiled.output.map_err(|errors| refused(&errors))?;
    // Readable by who hears it (ISO 14289-1): tagged, with its language, a title, words for pictures.
    let standards =
        PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|error| PrintError(error.message().to_string()))?;
    let options = PdfOptions {
        ident: Smart::Custom(format!("{} {}", sheet.address, sheet.name)),
        creator: Smart::Custom(Some("Quipu".into())),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).map_err(|errors| refused(&errors))
}

fn refused(errors: &[SourceDiagnostic]) -> PrintError {
    PrintError(errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; "))
}
