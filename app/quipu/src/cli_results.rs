//! How results are asked about at the terminal.
use clap::Args;

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
