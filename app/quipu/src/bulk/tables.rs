//! The datasets, each whole.
use std::path::Path;

use base::Known;
use dataset::{Asked, Dataset, Part, read};
use db::Conn;

use super::{Bulk, file::Table, file_of};
use crate::contexts;

/// Rows held in memory at once.
const ROWS_MAX: usize = 10_000;

impl Bulk<'_> {
    pub(super) async fn tables(
        &self,
        conn: &mut Conn,
        known: Known,
        folder: &Path,
        told: &(dyn Fn(&str) + Sync),
    ) -> anyhow::Result<Vec<Part>> {
        let mut parts = Vec::new();
        for dataset in contexts::datasets()? {
            told(&dataset.name);
            parts.push(self.table(conn, known, folder, &dataset).await?);
        }
        Ok(parts)
    }

    async fn table(
        &self,
        conn: &mut Conn,
        known: Known,
        folder: &Path,
        dataset: &Dataset,
    ) -> anyhow::Result<Part> {
        let mut table = Table::create(folder, &dataset.name, &dataset.fields, &Self::encoder())?;
        let mut after = None;
        loop {
            let asked = Asked { known, filters: Vec::new(), after, rows_max: ROWS_MAX };
            let found = read(conn, dataset, &asked).await?;
            table.write(&found.rows)?;
            after = found.next;
            if after.is_none() {
                break;
            }
        }
        let rows = table.rows;
        let [csv, parquet] = table.finish()?.map(file_of);
        let words = |field| api::words(self.texts, self.lang, &dataset.words_of(field));
        let key = dataset.key.iter().filter_map(|at| dataset.fields.get(*at));
        Ok(Part {
            name: dataset.name.clone(),
            title: self.t(&dataset.title_key()),
            about: self.t(&format!("{}-about", dataset.title_key())),
            sources: Vec::new(),
            rows,
            words: dataset.fields.iter().map(|field| words(field).unwrap_or_default()).collect(),
            fields: dataset.fields.clone(),
            key: key.map(|field| field.name.clone()).collect(),
            references: dataset.references.clone(),
            csv,
            parquet,
        })
    }
}
