//! One table as two files, written in parts, hashed as they are written.
use std::{
    fs::File,
    io::{self, BufWriter, Write},
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use anyhow::Context;
use base::{Digest, digest::Hasher};
use dataset::{Cell, Field, RowsEncoder, RowsWriter, csv_writer};

/// A file as it lies there.
pub(super) struct Written {
    pub name: String,
    pub bytes: u64,
    pub digest: Digest,
}

/// A table being written.
pub(super) struct Table {
    halves: [Half; 2],
    pub rows: u64,
}

struct Half {
    name: String,
    writer: Box<dyn RowsWriter>,
    counted: Counted,
}

impl Table {
    /// `NAME.csv` and `NAME.parquet` in `folder`.
    pub(super) fn create(
        folder: &Path,
        name: &str,
        fields: &[Field],
        encoder: &dyn RowsEncoder,
    ) -> anyhow::Result<Self> {
        let open = |extension: &str| {
            let name = format!("{name}.{extension}");
            let path = folder.join(&name);
            let file = File::create(&path).with_context(|| format!("cannot write {}", path.display()))?;
            Ok::<_, anyhow::Error>((name, Counted::of(file)))
        };
        let (csv, counted) = open("csv")?;
        let csv = Half { name: csv, writer: csv_writer(counted.clone(), fields)?, counted };
        let (parquet, counted) = open("parquet")?;
        let writer = encoder.parquet(fields, Box::new(counted.clone()))?;
        Ok(Self { halves: [csv, Half { name: parquet, writer, counted }], rows: 0 })
    }

    pub(super) fn write(&mut self, rows: &[Vec<Cell>]) -> io::Result<()> {
        self.rows += rows.len() as u64;
        self.halves.iter_mut().try_for_each(|half| half.writer.write(rows))
    }

    /// The CSV and the Parquet, on disk.
    pub(super) fn finish(self) -> anyhow::Result<[Written; 2]> {
        let [csv, parquet] = self.halves;
        Ok([csv.finish()?, parquet.finish()?])
    }
}

impl Half {
    fn finish(self) -> anyhow::Result<Written> {
        self.writer.finish()?;
        let (bytes, digest) = self.counted.close()?;
        Ok(Written { name: self.name, bytes, digest })
    }
}

/// A file of which every byte is counted and hashed; the encoder and the table both hold it.
#[derive(Clone)]
struct Counted(Arc<Mutex<Option<Open>>>);

struct Open {
    file: BufWriter<File>,
    hasher: Hasher,
    bytes: u64,
}

impl Counted {
    fn of(file: File) -> Self {
        let open = Open { file: BufWriter::new(file), hasher: Hasher::default(), bytes: 0 };
        Self(Arc::new(Mutex::new(Some(open))))
    }

    fn close(&self) -> io::Result<(u64, Digest)> {
        let open = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(Open { mut file, hasher, bytes }) = open else { return Err(closed()) };
        file.flush()?;
        file.get_ref().sync_all()?;
        Ok((bytes, hasher.finish()))
    }
}

fn closed() -> io::Error {
    io::Error::other("the file is closed")
}

impl Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(open) = open.as_mut() else { return Err(closed()) };
        open.file.write_all(bytes)?;
        open.hasher.update(bytes);
        open.bytes += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        open.as_mut().map_or(Ok(()), |open| open.file.flush())
    }
}
