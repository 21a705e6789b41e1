use std::{
    fs::File,
    io::{BufReader, Cursor, Read, Seek},
    path::{Path, PathBuf},
    sync::Arc,
};

use flate2::read::MultiGzDecoder;

use crate::{Columns, Error, Records, Watch, decode::Utf8, newlines::Newlines, records::Source, workbook};

/// The files of one import.
#[derive(Clone, Debug)]
pub struct Book {
    sheets: Vec<Sheet>,
}

/// One table: a CSV file, or a sheet of a workbook.
#[derive(Clone, Debug)]
pub struct Sheet {
    name: String,
    file: String,
    body: Body,
    /// Lines before the header.
    skipped: usize,
    watch: Watch,
}

#[derive(Clone, Debug)]
enum Body {
    File(PathBuf),
    Bytes(Arc<[u8]>),
    /// Rows of a workbook with the number of their line.
    Rows(Arc<Vec<(u64, Vec<String>)>>),
}

impl Book {
    /// Opens files; a workbook brings each of its sheets.
    pub fn open(paths: &[PathBuf]) -> Result<Self, Error> {
        let mut sheets = Vec::new();
        for path in paths {
            sheets.extend(Self::open_as(path, &path.display().to_string())?.sheets);
        }
        Ok(Self { sheets })
    }

    /// One file that its user knows by another name.
    pub fn open_as(path: &Path, name: &str) -> Result<Self, Error> {
        let failed = |source| Error::Io { file: name.to_owned(), source };
        let mut file = File::open(path).map_err(failed)?;
        let mut start = [0_u8; 4];
        let read = file.read(&mut start).map_err(failed)?;
        if start.get(..read) == Some(b"PK\x03\x04") {
            file.rewind().map_err(failed)?;
            return Ok(Self { sheets: workbook_sheets(name, BufReader::new(file))? });
        }
        Ok(Self { sheets: vec![Sheet::csv(path, name, Body::File(path.to_owned()))] })
    }

    /// As [`Book::open`], from bytes that came by another way; `name` is the file's.
    pub fn from_bytes(name: &str, bytes: Vec<u8>) -> Result<Self, Error> {
        let sheets = if bytes.starts_with(b"PK\x03\x04") {
            workbook_sheets(name, Cursor::new(bytes))?
        } else {
            vec![Sheet::csv(Path::new(name), name, Body::Bytes(bytes.into()))]
        };
        Ok(Self { sheets })
    }

    /// Tells how far its files have been read, whoever reads them.
    #[must_use]
    pub fn watched(mut self, watch: &Watch) -> Self {
        for sheet in &mut self.sheets {
            sheet.watch = watch.clone();
        }
        self
    }

    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }
}

/// Sheets that belong together, of whatever files.
impl From<Vec<Sheet>> for Book {
    fn from(sheets: Vec<Sheet>) -> Self {
        Self { sheets }
    }
}

fn workbook_sheets<R: Read + Seek>(file: &str, reader: R) -> Result<Vec<Sheet>, Error> {
    let tables = workbook::tables(file, reader)?;
    Ok(tables
        .into_iter()
        .map(|(name, rows)| Sheet {
            file: format!("{file} › {name}"),
            name,
            body: Body::Rows(Arc::new(rows)),
            skipped: 0,
            watch: Watch::default(),
        })
        .collect())
}

impl Sheet {
    fn csv(path: &Path, file: &str, body: Body) -> Self {
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let name = name.trim_end_matches(".gz").trim_end_matches(".csv").to_owned();
        Self { name, file: file.to_owned(), body, skipped: 0, watch: Watch::default() }
    }

    /// The sheet's name; of a CSV, the file's without folder and extension.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// As the user knows it: the path, or `workbook › sheet`.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Passes over lines before the header.
    #[must_use]
    pub fn skip(mut self, lines: usize) -> Self {
        self.skipped = lines;
        self
    }

    /// The header as it stands.
    pub fn headers(&self) -> Result<Vec<String>, Error> {
        let mut source = self.source()?;
        source.header(&self.file, self.skipped)
    }

    /// Whether no record follows the header: a form that nobody filled in.
    pub fn is_blank(&self) -> Result<bool, Error> {
        Ok(self.records(&Columns::at_least(&[]))?.next().is_none())
    }

    /// The records, with the fields of `columns`.
    pub fn records(&self, columns: &Columns) -> Result<Records, Error> {
        let mut source = self.source()?;
        let headers = source.header(&self.file, self.skipped)?;
        let places = columns.places(&self.file, &headers)?;
        Ok(Records::new(source, self.file.clone(), headers, places))
    }

    fn source(&self) -> Result<Source, Error> {
        let failed = |source| Error::Io { file: self.file.clone(), source };
        match &self.body {
            Body::File(path) => {
                let file = File::open(path).map_err(failed)?;
                let file = BufReader::with_capacity(1 << 16, self.watch.over(file));
                Source::csv(inflated(file).map_err(failed)?).map_err(failed)
            }
            Body::Bytes(bytes) => {
                Source::csv(inflated(Cursor::new(Arc::clone(bytes))).map_err(failed)?).map_err(failed)
            }
            Body::Rows(rows) => Ok(Source::rows(Arc::clone(rows))),
        }
    }
}

/// Gzip (also several members on end) is known by its first bytes, not by the file's name.
fn inflated<R: Read + Seek + Send + 'static>(mut reader: R) -> std::io::Result<Box<dyn Read + Send>> {
    let mut start = [0_u8; 2];
    let read = reader.read(&mut start)?;
    reader.rewind()?;
    Ok(if start.get(..read) == Some(&[0x1f, 0x8b]) {
        Box::new(Newlines::new(Utf8::new(MultiGzDecoder::new(reader))))
    } else {
        Box::new(Newlines::new(Utf8::new(reader)))
    })
}
