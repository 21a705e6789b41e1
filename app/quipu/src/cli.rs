//! The command line: a contract on which scripts depend.
use std::path::PathBuf;

use base::codes::EntityCode;
use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::{Timestamp, civil::Date};

pub use crate::cli_results::{AlertsArgs, ReportArgs, ReportCommand, ReportsArgs, StatusArgs, StatusScope};

/// A state's plans, money, results and promises on one cord.
#[derive(Debug, Parser)]
#[command(name = "quipu", version, about, max_term_width = 100, after_help = EXAMPLE_AND_EXIT_CODES)]
pub struct Cli {
    /// Data folder: database, stored files, signing key.
    #[arg(long, global = true, default_value = "data", env = "QUIPU_DATA", value_name = "DIR")]
    pub data: PathBuf,
    /// Database on a PostgreSQL server instead of the file in the data folder, so that several programs serve it:
    /// `postgres://USER@HOST/DATABASE`. An address with a password belongs into the environment.
    // A text until it is read: what cannot be read would be repeated with its password.
    #[arg(long, global = true, env = "QUIPU_DATABASE", hide_env_values = true, value_name = "URL")]
    pub database: Option<String>,
    /// Who acts: the code of a post or program, never a person's name, for the journal is public.
    #[arg(long, global = true, default_value = "operator", env = "QUIPU_ACTOR", value_name = "CODE",
          value_parser = actor)]
    pub actor: String,
    /// Language of words in answers.
    #[arg(long, global = true, value_enum, default_value = "es", env = "QUIPU_LANG")]
    pub lang: Language,
    /// Fixes the clock, for rehearsals and tests; the journal still never goes back in time.
    #[arg(long, global = true, env = "QUIPU_NOW", value_name = "INSTANT", hide = true)]
    pub now: Option<Timestamp>,
    #[command(subcommand)]
    pub command: Command,
}

fn actor(text: &str) -> Result<String, journal::Error> {
    if journal::is_public_name(text) {
        Ok(text.to_owned())
    } else {
        Err(journal::Error::Actor(text.to_owned()))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Language {
    Es,
    En,
}

impl From<Language> for web::Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Es => Self::Es,
            Language::En => Self::En,
        }
    }
}

const EXAMPLE_AND_EXIT_CODES: &str = "Example:\n  quipu init countries/peru --sample\n\n\
    Exit codes: 0 done, 1 findings or refused input, 2 wrong usage.";

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Load a country pack; again is harmless and reports what changed.
    #[command(after_help = "Example:\n  quipu init countries/peru --sample")]
    Init(InitArgs),
    /// Import plans, budget execution, indicators, observations, attributions or entities.
    #[command(after_help = IMPORT_EXAMPLES)]
    Import(ImportArgs),
    /// Write the empty form of what `import` reads.
    #[command(after_help = "Example:\n  quipu template plan --output pei-2021.xlsx")]
    Template(TemplateArgs),
    /// Write years of budget that might have been, in the layouts of the publisher: to measure at the size of a state.
    #[command(after_help = GENERATE_EXAMPLE)]
    Generate(GenerateArgs),
    /// Budget deliveries received, and what changed between two of them.
    #[command(after_help = "Examples:\n  quipu deliveries\n  quipu deliveries diff 3 4 --format json")]
    Deliveries(DeliveriesArgs),
    /// Budget execution by any combination of dimensions.
    #[command(after_help = BUDGET_EXAMPLES)]
    Budget(BudgetArgs),
    /// The money of a body or a place beside that of its peers, by a cohort that the country states.
    #[command(after_help = PEERS_EXAMPLES)]
    Peers(PeersArgs),
    /// Source total against stored total, per delivery and measure and at every level of every dimension.
    #[command(after_help = "Example:\n  quipu reconcile --format json")]
    Reconcile(FormatArgs),
    /// One objective, up to the vision and down to its money and results.
    #[command(after_help = "Example:\n  quipu thread PESEM-SALUD/OE1 --year 2020")]
    Thread(ThreadArgs),
    /// What would follow if an element were removed from its plan; removes nothing.
    #[command(after_help = "Example:\n  quipu impact PESEM-SALUD/OE1 --year 2020")]
    Impact(ThreadArgs),
    /// Search everything public by words or code; accents, case and the form of a word do not matter.
    #[command(after_help = SEARCH_EXAMPLES)]
    Search(SearchArgs),
    /// Claimed, shared, unclaimed and over-claimed money; sums to the treasury total.
    #[command(after_help = "Example:\n  quipu coverage --by programme --year 2020 --format json")]
    Coverage(CoverageArgs),
    /// Articulation and quality findings, each with its rule, legal source and subject.
    #[command(after_help = "Examples:\n  quipu check\n  quipu check --known 2026-03-01 --format json")]
    Check(CheckArgs),
    /// When a term of the law is due, and how that is counted, day by day.
    #[command(
        after_help = "Examples:\n  quipu deadline access.answer 2020-03-02\n  quipu deadline access.answer 2020-03-02 --entity E:11-011 --format csv"
    )]
    Deadline(DeadlineArgs),
    /// Status of indicators, with its explanation on request.
    #[command(after_help = "Example:\n  quipu status --objective PEDN/OE2 --on 2020-12-31 --explain")]
    Status(StatusArgs),
    /// What goes wrong: alerts with the rule that raises each, its figures, since when, and who is to answer.
    #[command(
        after_help = "Examples:\n  quipu alerts --entity E:11-011\n  quipu alerts --objective PEDN/OE2 --format json"
    )]
    Alerts(AlertsArgs),
    /// Which reports are owed to whom by when, and what became of each.
    #[command(after_help = "Examples:\n  quipu reports\n  quipu reports --due --format json")]
    Reports(ReportsArgs),
    /// Make the report of a period again from what was known on a day; or check an edition against its checksum.
    #[command(
        args_conflicts_with_subcommands = true,
        subcommand_negates_reqs = true,
        after_help = "Examples:\n  quipu report financial_execution --period 2020-12 --known 2026-03-02 --format json | sha256sum\n  quipu report verify i128"
    )]
    Report(ReportArgs),
    /// Recompute the journal's tree, the rows every entry wrote and the hash of every stored file; or, with --log, read
    /// a public log from outside, without its data.
    #[command(after_help = VERIFY_EXAMPLES)]
    Verify(VerifyArgs),
    /// Print the signed checkpoint of the journal: keep it to prove later that nothing was rewritten.
    #[command(after_help = "Example:\n  quipu checkpoint > mine.txt")]
    Checkpoint,
    /// Validate a country pack without loading it.
    #[command(after_help = "Example:\n  quipu check-pack countries/peru")]
    CheckPack(CheckPackArgs),
    /// Write every public table and the money of every year as CSV and Parquet, described in datapackage.json.
    #[command(after_help = "Example:\n  quipu export open-data --known 2026-03-01")]
    Export(ExportArgs),
    /// Accounts and posts: make the first account, give somebody a way in, name people to posts.
    #[command(after_help = crate::cli_admin::EXAMPLES)]
    Admin(crate::cli_admin::AdminArgs),
    /// Serve the pages.
    #[command(after_help = "Example:\n  quipu serve --listen 127.0.0.1:8080")]
    Serve(ServeArgs),
}

const IMPORT_EXAMPLES: &str = "Examples:\n  \
    quipu import budget gasto-2020.csv.gz --source MEF\n  \
    quipu import plan plan.csv elements.csv indicators.csv targets.csv\n  \
    quipu import plan pei-2021.xlsx\n  \
    quipu import observations anemia.csv --partial";

const GENERATE_EXAMPLE: &str = "Example:\n  \
    quipu generate budget --rows 2800000 --years 2019..2024 --seed 1 --gzip --output target/years\n\n\
    The same pack, rows, seed and year give the same bytes, whatever other years are asked for.\n\
    Codes are the pack's own, who spends what is made; the shape is told in countries/peru/sample/generated.toml.";

const VERIFY_EXAMPLES: &str = "Examples:\n  \
    quipu verify\n  \
    quipu verify --checkpoint mine.txt\n  \
    quipu verify --log https://quipu.example --checkpoint last-year.txt";

const BUDGET_EXAMPLES: &str = "Examples:\n  \
    quipu budget --by programme --year 2020\n  \
    quipu budget --by department,month --where level=M --measure pim,accrued --format csv";

const PEERS_EXAMPLES: &str = "Examples:\n  \
    quipu peers --where entity=M:240101-301804 --year 2020\n  \
    quipu peers --where department=24 --where level=M --sort per_head --format csv";

const SEARCH_EXAMPLES: &str = "Examples:\n  \
    quipu search anemia niños\n  \
    quipu search salud --kind entity --limit 5\n  \
    quipu search PEDN/OE2 --format json";

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Table,
    Csv,
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TableOrJson {
    Table,
    Json,
}

#[derive(Debug, Args)]
pub struct FormatArgs {
    #[arg(long, value_enum, default_value = "table")]
    pub format: TableOrJson,
}

#[derive(Debug, Args)]
pub struct InitArgs {
    /// Folder of the country pack.
    pub pack: PathBuf,
    /// Load the pack's sample too: real execution rows, cards and series, and plans marked "muestra".
    #[arg(long)]
    pub sample: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    Budget,
    Plan,
    Indicators,
    Observations,
    Attributions,
    Entities,
}

#[derive(Debug, Args)]
pub struct ImportArgs {
    #[arg(value_enum)]
    pub kind: Kind,
    /// Files; a folder stands for the files in it.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Who delivered the files, as shown beside the figures.
    #[arg(long, default_value = "")]
    pub source: String,
    /// Take the good rows and report the others; without it one bad row refuses the whole delivery.
    #[arg(long)]
    pub partial: bool,
    /// Why a budget file that holds less than the one it replaces is right; without it such a file is refused.
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
}

#[derive(Debug, Args)]
pub struct TemplateArgs {
    #[arg(value_enum)]
    pub kind: Kind,
    /// `.xlsx` or `.csv`; a plan as CSV is a folder of files.
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Generated {
    Budget,
}

#[derive(Debug, Args)]
pub struct GenerateArgs {
    #[arg(value_enum)]
    pub kind: Generated,
    /// Lines of each year, which are the rows of the annual layout; the monthly one has several rows a line.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=100_000_000))]
    pub rows: u64,
    /// A year, or the first and the last.
    #[arg(long, value_name = "A..B")]
    pub years: String,
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    /// annual or monthly: a layout that the pack says how to write.
    #[arg(long, default_value = "annual", value_name = "LAYOUT")]
    pub layout: String,
    /// Compress each file.
    #[arg(long)]
    pub gzip: bool,
    /// Folder of the files, one a year; made where there is none. No file is replaced.
    #[arg(long, short, value_name = "DIR")]
    pub output: PathBuf,
    /// Folder of the country pack.
    #[arg(long, default_value = "countries/peru", value_name = "DIR")]
    pub pack: PathBuf,
}

#[derive(Debug, Args)]
pub struct DeliveriesArgs {
    #[arg(long, value_enum, default_value = "table", global = true)]
    pub format: TableOrJson,
    #[command(subcommand)]
    pub command: Option<DeliveriesCommand>,
}

#[derive(Debug, Subcommand)]
pub enum DeliveriesCommand {
    /// Rows added, gone and changed, and amounts by measure.
    #[command(after_help = "Example:\n  quipu deliveries diff 3 4")]
    Diff { old: i64, new: i64 },
}

#[derive(Debug, Args)]
pub struct BudgetArgs {
    /// Dimensions, comma-separated, in the order of the columns.
    #[arg(long, value_delimiter = ',', value_name = "DIM")]
    pub by: Vec<String>,
    /// Keep rows whose dimension has this code; may be repeated.
    #[arg(long = "where", value_name = "DIM=CODE")]
    pub filters: Vec<String>,
    #[arg(long)]
    pub year: Option<i16>,
    /// Measures, comma-separated.
    #[arg(long, value_delimiter = ',', value_name = "MEASURE")]
    pub measure: Vec<String>,
    /// Amounts as share, `per_head` or constant (soles of one year).
    #[arg(long = "as", value_name = "WAY")]
    pub expression: Option<String>,
    /// year: fiscal years side by side, of one measure (PIM where none is named).
    #[arg(long, value_name = "WHAT")]
    pub across: Option<String>,
    /// The year of constant soles; the last of which prices are known where none is named.
    #[arg(long, value_name = "YEAR")]
    pub base: Option<i16>,
    /// What is read to answer, in place of the answer.
    #[arg(long, conflicts_with_all = ["expression", "across"])]
    pub explain: bool,
    /// Answer as on that day (or instant).
    #[arg(long, value_name = "DATE")]
    pub known: Option<String>,
    #[arg(long, value_enum, default_value = "table")]
    pub format: Format,
}

#[derive(Debug, Args)]
pub struct ThreadArgs {
    /// `PLAN/CODE`, or `PLAN@VERSION/CODE`.
    pub objective: String,
    #[arg(long)]
    pub year: Option<i16>,
    #[arg(long, value_name = "DATE")]
    pub known: Option<String>,
    #[arg(long, value_enum, default_value = "table")]
    pub format: TableOrJson,
}

#[derive(Debug, Args)]
pub struct SearchArgs {
    /// Words, the beginning of a word, or a code.
    #[arg(required = true)]
    pub words: Vec<String>,
    /// objective, element, indicator, plan, entity, unit, territory, programme, product.
    #[arg(long)]
    pub kind: Option<String>,
    /// Results shown, at most 10000.
    #[arg(long, default_value_t = 20, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=10_000))]
    pub limit: u16,
    #[arg(long, value_enum, default_value = "table")]
    pub format: TableOrJson,
}

#[derive(Debug, Args)]
pub struct PeersArgs {
    /// Whom to compare (entity, `sec_ejec` or a place) and of which money; may be repeated.
    #[arg(long = "where", value_name = "DIM=CODE", required = true)]
    pub filters: Vec<String>,
    /// The last year told by most where none is named.
    #[arg(long)]
    pub year: Option<i16>,
    /// A cohort that it is in; the usual one where none is named.
    #[arg(long, value_name = "CODE")]
    pub cohort: Option<String>,
    /// pim, accrued, percent, `per_head` or code: those with most first.
    #[arg(long, value_name = "COLUMN", default_value = "pim")]
    pub sort: budget::queries::SortBy,
    #[arg(long, value_name = "DATE")]
    pub known: Option<String>,
    #[arg(long, value_enum, default_value = "table")]
    pub format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CoverageBy {
    Entity,
    Objective,
    /// The place that benefits.
    Territory,
    /// The department where the spending unit sits.
    Seat,
    Programme,
    Sector,
    Year,
}

#[derive(Debug, Args)]
pub struct CoverageArgs {
    #[arg(long, value_enum, default_value = "entity")]
    pub by: CoverageBy,
    #[arg(long)]
    pub year: Option<i16>,
    #[arg(long, value_name = "DATE")]
    pub known: Option<String>,
    #[arg(long, value_enum, default_value = "table")]
    pub format: TableOrJson,
}

#[derive(Debug, Args)]
pub struct CheckArgs {
    #[arg(long, value_name = "DATE")]
    pub known: Option<String>,
    #[arg(long, value_enum, default_value = "table")]
    pub format: TableOrJson,
}

#[derive(Debug, Args)]
pub struct VerifyArgs {
    /// A checkpoint kept earlier.
    #[arg(long, value_name = "FILE")]
    pub checkpoint: Option<PathBuf>,
    /// Address of a site whose public log is read in place of the data folder: every entry and every tile.
    #[arg(long, value_name = "URL")]
    pub log: Option<String>,
    /// What checks the signatures of the log; without it, the key that the log gives today.
    #[arg(long, value_name = "NAME+ID+KEY", requires = "log")]
    pub key: Option<String>,
}

#[derive(Debug, Args)]
pub struct DeadlineArgs {
    /// Key of the rule that gives the term.
    #[arg(value_name = "RULE")]
    pub rule: String,
    /// The day from which it runs: of receipt, of notification.
    #[arg(value_name = "DAY")]
    pub from: Date,
    /// For whom it is counted; the country's calendar where nobody is named.
    #[arg(long, value_name = "CODE")]
    pub entity: Option<EntityCode>,
    /// By the law and calendar published by the end of that day.
    #[arg(long, value_name = "DATE")]
    pub known: Option<String>,
    #[arg(long, value_enum, default_value = "table")]
    pub format: Format,
}

#[derive(Debug, Args)]
pub struct CheckPackArgs {
    pub pack: PathBuf,
}

#[derive(Debug, Args)]
pub struct ExportArgs {
    /// Folder to write; new, empty, or an earlier export, which is replaced.
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// As known at the end of that day, or at that instant.
    #[arg(long, value_name = "DATE")]
    pub known: Option<String>,
}

#[derive(Debug, Args)]
pub struct ServeArgs {
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDR")]
    pub listen: std::net::SocketAddr,
    /// Calls of the API that one address may make each second, lasting; 0 counts none.
    #[arg(long, default_value_t = 20, value_name = "N")]
    pub calls_per_second: u32,
    /// Calls of the API that one address may make at once.
    #[arg(long, default_value_t = 200, value_name = "N")]
    pub calls_at_once: u32,
    /// Where people find the service, as it stands in letters: with https, cookies travel encrypted alone.
    #[arg(long, default_value = "http://127.0.0.1:8080", env = "QUIPU_SITE", value_name = "URL", value_parser = crate::cli_admin::site)]
    pub site: String,
    /// The identity provider that people may log in through, as a TOML file (app/identity/README.md).
    #[arg(long, env = "QUIPU_IDENTITY", value_name = "FILE")]
    pub identity: Option<PathBuf>,
    /// The mail server that letters are handed to, as `smtps://user:password@host` or `smtp://host:587?tls=required`. Without one
    /// they are written as files below DATA/outbox.
    #[arg(long, env = "QUIPU_SMTP", value_name = "URL", hide_env_values = true)]
    pub smtp: Option<String>,
    /// Address that letters come from.
    #[arg(long, env = "QUIPU_MAIL_FROM", value_name = "ADDRESS", default_value = "quipu@localhost")]
    pub mail_from: String,
    /// A proxy in front names the caller in X-Forwarded-For. Never say so without one: anybody could name anyone.
    #[arg(long)]
    pub proxy: bool,
    /// Write no bulk files at night; those of `quipu export` into DATA/bulk are still offered.
    #[arg(long)]
    pub no_bulk: bool,
}
