//! What the engine may read: its template, the typefaces, the data of one sheet, and nothing else; no file, no network,
//! no clock.
use std::sync::Arc;

use typst::{
    Feature, Library, LibraryExt as _, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

const TEMPLATE: &str = include_str!("sheet.typ");

/// What is the same for every sheet.
pub struct Room {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    template: Source,
    data: FileId,
}

impl Default for Room {
    fn default() -> Self {
        // Letters of the site's own style, and a second face for the signs that the first lacks.
        let faces = [
            notosans::REGULAR_TTF,
            notosans::BOLD_TTF,
            notosans::ITALIC_TTF,
            dejavu::sans::regular(),
            dejavu::sans::bold(),
        ];
        let fonts: Vec<Font> = faces.into_iter().flat_map(|face| Font::iter(Bytes::new(face))).collect();
        // Heads of rows, beside those of columns.
        let features = std::iter::once(Feature::A11yExtras).collect();
        Self {
            library: LazyHash::new(Library::builder().with_features(features).build()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            template: Source::new(file("sheet.typ"), TEMPLATE.to_owned()),
            data: file("sheet.json"),
            fonts,
        }
    }
}

impl Room {
    pub fn fonts(&self) -> &[Font] {
        &self.fonts
    }
}

/// The name of a file that is nowhere.
fn file(name: &str) -> FileId {
    let path = VirtualPath::new(name).unwrap_or_else(|_| unreachable!("a plain name"));
    FileId::new(RootedPath::new(VirtualRoot::Project, path))
}

/// One sheet to be printed.
pub struct Paper {
    room: Arc<Room>,
    data: Bytes,
}

impl Paper {
    pub fn new(room: &Arc<Room>, data: String) -> Self {
        Self { room: Arc::clone(room), data: Bytes::from_string(data) }
    }
}

impl World for Paper {
    fn library(&self) -> &LazyHash<Library> {
        &self.room.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.room.book
    }

    fn main(&self) -> FileId {
        self.room.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main() { Ok(self.room.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.room.data { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.room.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
