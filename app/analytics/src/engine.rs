use std::path::Path;

use budget::{
    columnar::{BoxFuture, Columnar, ColumnarError, LinePair, RowWriter},
    domain::{Answer, Cut, Dimension, Measure},
};
use datafusion::{
    error::DataFusionError,
    prelude::{DataFrame, ParquetReadOptions, SessionConfig, SessionContext},
};

use crate::{compare, cuts, rollup, writer::ParquetWriter};

/// The engine in the process; cheap to clone.
#[derive(Clone)]
pub struct Engine {
    session: SessionContext,
}

impl Default for Engine {
    fn default() -> Self {
        let config = SessionConfig::new()
            .with_parquet_pruning(true)
            .set_bool("datafusion.execution.parquet.pushdown_filters", true);
        Self { session: SessionContext::new_with_config(config) }
    }
}

impl Engine {
    /// All rows of a stored file.
    pub(crate) async fn rows(&self, file: &Path) -> Result<DataFrame, DataFusionError> {
        let options = ParquetReadOptions { file_extension: "", ..ParquetReadOptions::default() };
        self.session.read_parquet(file_url(file), options).await
    }
}

pub(crate) fn engine_error(error: impl std::fmt::Display) -> ColumnarError {
    ColumnarError::Engine(error.to_string())
}

impl Columnar for Engine {
    fn writer(
        &self,
        path: &Path,
        reported: [bool; Measure::COUNT],
    ) -> Result<Box<dyn RowWriter>, ColumnarError> {
        Ok(Box::new(ParquetWriter::create(path, reported)?))
    }

    fn run<'a>(&'a self, cut: &'a Cut) -> BoxFuture<'a, Result<Answer, ColumnarError>> {
        Box::pin(cuts::run(self, cut))
    }

    fn roll_up<'a>(
        &'a self,
        from: &'a Path,
        by: &'a [Dimension],
        to: &'a Path,
        rows_max: u64,
    ) -> BoxFuture<'a, Result<Option<u64>, ColumnarError>> {
        Box::pin(rollup::roll_up(self, from, by, to, rows_max))
    }

    fn differing<'a>(
        &'a self,
        old: &'a Path,
        new: &'a Path,
    ) -> BoxFuture<'a, Result<Vec<LinePair>, ColumnarError>> {
        Box::pin(compare::differing(self, old, new))
    }
}

/// As a URL, in which no character of the path can pass for a pattern.
fn file_url(path: &Path) -> String {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut url = String::from("file://");
    for byte in path.to_string_lossy().bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte) {
            url.push(char::from(byte));
        } else {
            url.extend(['%', hex(byte >> 4), hex(byte & 15)]);
        }
    }
    url
}

fn hex(nibble: u8) -> char {
    char::from_digit(nibble.into(), 16).unwrap_or('0').to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_urls() {
        assert_eq!(file_url(Path::new("/a b/c*[ñ]?.x")), "file:///a%20b/c%2A%5B%C3%B1%5D%3F.x");
    }
}
