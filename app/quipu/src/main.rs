//! The `quipu` binary: reads the command line, opens the data folder, runs one command.
use std::process::ExitCode;

use clap::Parser;
use quipu::{
    cli::Cli,
    commands,
    outcome::{Outcome, Usage},
};
use tracing_subscriber::EnvFilter;

/// Pages are made of many small pieces: the system's own allocator spent two fifths of their time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    let cli = Cli::parse();
    let filter = EnvFilter::try_from_env("QUIPU_LOG").unwrap_or_else(|_| "warn,sqlx=error".into());
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_env_filter(filter).init();
    match commands::run(cli).await {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(error) => {
            eprintln!("quipu: {}", in_words(&error));
            ExitCode::from(if error.is::<Usage>() { 2 } else { 1 })
        }
    }
}

/// The error and its causes, without those that it already tells.
fn in_words(error: &anyhow::Error) -> String {
    error.chain().skip(1).fold(error.to_string(), |told, cause| {
        let cause = cause.to_string();
        if told.contains(&cause) { told } else { format!("{told}: {cause}") }
    })
}
