//! Where the money of a page comes from, for the foot of any page that shows some.
use web::{PageError, Reading, Shell, Source};

use super::links;
use crate::queries::{self, MoneySource};

/// Deliveries named at most: of fourteen years there may be hundreds, and their own page lists them.
const NAMED_MAX: usize = 12;

/// Names the deliveries that answer for a fiscal year (all years where `None`) at the foot of a page.
pub async fn add(reading: &mut Reading, shell: &mut Shell, year: Option<i16>) -> Result<(), PageError> {
    let (known, files) = (reading.known, reading.app.files.clone());
    let sources = queries::money_sources(reading.conn(), &files, known, year).await?;
    shell.sources.extend(told(shell, &sources));
    Ok(())
}

/// The same for deliveries that a page compares.
pub async fn add_deliveries(
    reading: &mut Reading,
    shell: &mut Shell,
    numbers: impl IntoIterator<Item = i64>,
) -> Result<(), PageError> {
    let known = reading.known;
    let sources = queries::sources_of(reading.conn(), known, &numbers.into_iter().collect()).await?;
    shell.sources.extend(told(shell, &sources));
    Ok(())
}

/// In words: rows and repairs, each leading to its delivery; the rest in a last line.
fn told(shell: &Shell, sources: &[MoneySource]) -> Vec<Source> {
    let count = |n: u64| shell.count(usize::try_from(n).unwrap_or(usize::MAX));
    let source = |source: &MoneySource| {
        let delivery = &source.delivery;
        let args = [
            ("source", delivery.source.as_str().into()),
            ("rows", count(delivery.rows).into()),
            ("repaired", count(source.rows_repaired).into()),
        ];
        Source {
            href: links::delivery(shell, delivery.delivery),
            name: delivery.file_name.clone(),
            told: shell.ta("budget-source-told", &args),
        }
    };
    // The newest first: those that changed last are asked about.
    let mut told: Vec<Source> = sources.iter().rev().take(NAMED_MAX).map(source).collect();
    if sources.len() > NAMED_MAX {
        told.push(Source {
            href: shell.link("/entregas"),
            name: shell.t("budget-deliveries"),
            told: shell.t1("budget-source-more", "n", sources.len() - NAMED_MAX),
        });
    }
    told
}
