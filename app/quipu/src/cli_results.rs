//! How results are asked about at the terminal.
use clap::{Args, Subcommand, ValueEnum};

use crate::cli::TableOrJson;

#[derive(Debug, Args)]
pub struct StatusArgs {
    #[command(flatten)]
    pub scope: StatusScope,
    /// Judge as of this day; when absent, the known day: today without --known.
    #[arg(long, value_name = "DATE")]
    pub on: Option<jiff::civil::Date>,
    #[arg(long, value_name = "DATE")]
    pub known: Option<String>,
    /// Rule, baseline, path, expected value, last value and the arithmetic.
    #[arg(long)]
    pub explain: bool,
    #[arg(long, value_enum, default_value = "table")]
    pub format: TableOrJson,
}

#[derive(Debug, Args)]
pub struct AlertsArgs {
    #[command(flatten)]
    pub scope: StatusScope,
    /// Judge as of this day; when absent, the known day: today without --known.
    #[arg(long, value_name = "DATE")]
    pub on: Option<jiff::civil::Date>,
    #[arg(long, value_name = "DATE")]
    pub known: Option<String>,
    /// Write down what changed first, as the service does by itself.
    #[arg(long, conflicts_with_all = ["on", "known"])]
    pub record: bool,
    #[arg(long, value_enum, default_value = "table")]
    pub format: TableOrJson,
}

#[derive(Debug, Args)]
#[group(multiple = false)]
pub struct StatusScope {
    #[arg(long)]
    pub objective: Option<String>,
    #[arg(long)]
    pub entity: Option<String>,
    #[arg(long)]
    pub territory: Option<String>,
}

#[derive(Debug, Args)]
pub struct ReportsArgs {
    /// Those alone that are owed and not published.
    #[arg(long)]
    pub due: bool,
    /// What falls due in this year; when absent, everything.
    #[arg(long)]
    pub year: Option<i16>,
    /// As they stand on this day; when absent, the known day: today without --known.
    #[arg(long, value_name = "DATE")]
    pub on: Option<jiff::civil::Date>,
    #[arg(long, value_name = "DATE")]
    pub known: Option<String>,
    #[arg(long, value_enum, default_value = "table")]
    pub format: TableOrJson,
}

#[derive(Debug, Args)]
pub struct ReportArgs {
    /// Code of the duty, as `quipu reports` lists it.
    #[arg(required = true)]
    pub duty: Option<String>,
    /// 2020-12, 2020-S1, 2020: as the duty is owed.
    #[arg(long, required = true)]
    pub period: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub known: Option<String>,
    #[arg(long, value_enum, default_value = "json")]
    pub format: CsvOrJson,
    #[command(subcommand)]
    pub command: Option<ReportCommand>,
}

#[derive(Debug, Subcommand)]
pub enum ReportCommand {
    /// Make an edition again and compare checksums; ends with 1 where they differ.
    #[command(after_help = "Example:\n  quipu report verify i128")]
    Verify {
        /// Code of the edition, as i128.
        edition: String,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CsvOrJson {
    /// Every value, one a row.
    Csv,
    /// The text that the checksum is of.
    Json,
}
