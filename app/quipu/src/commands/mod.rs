//! One file per command.
mod admin;
mod alerts;
mod budget;
mod check;
mod check_pack;
mod coverage;
mod deadline;
mod deliveries;
mod export;
mod generate;
mod impact;
mod import;
mod init;
mod letters;
mod peers;
mod reconcile;
mod reports;
mod results;
mod search;
pub mod serve;
mod status;
mod template;
mod thread;
mod verify;
mod verify_log;
pub mod warm;

use std::{num::NonZeroUsize, sync::Arc};

use db::memo::{self, Memo};

use crate::{
    cli::{Cli, Command},
    outcome::Outcome,
    state::State,
};

/// States whose answers a command keeps: the one it reads, and those it compares it with.
const STATES_MAX: NonZeroUsize = NonZeroUsize::new(4).expect("more than none");

pub async fn run(cli: Cli) -> anyhow::Result<Outcome> {
    if let Command::CheckPack(args) = &cli.command {
        return check_pack::check_pack(args);
    }
    if let Command::Generate(args) = &cli.command {
        return generate::generate(args);
    }
    if let Command::Template(args) = &cli.command {
        return template::template(args, cli.lang.into());
    }
    if let Command::Verify(args) = &cli.command
        && let Some(log) = args.log.clone()
    {
        let (checkpoint, key) = (args.checkpoint.clone(), args.key.clone());
        // Its own thread: the client waits, and so does whoever asked.
        return tokio::task::spawn_blocking(move || verify_log::verify_log(&log, checkpoint.as_deref(), key))
            .await?;
    }
    if let Command::Init(args) = &cli.command {
        // Before the data folder is made: a mistyped pack leaves nothing behind.
        check_pack::open(&args.pack)?;
    }
    let state = State::open(&cli, matches!(cli.command, Command::Init(_))).await?;
    // What a command asks twice of one state is made once, as in the service.
    let memo = Arc::new(Memo::new(STATES_MAX));
    let outcome = memo::scope(memo, commanded(&state, &cli)).await;
    state.ctx.db.close().await;
    outcome
}

async fn commanded(state: &State, cli: &Cli) -> anyhow::Result<Outcome> {
    match &cli.command {
        Command::Init(args) => init::init(state, args).await,
        Command::Import(args) => import::import(state, args).await,
        Command::Deliveries(args) => deliveries::deliveries(state, args).await,
        Command::Budget(args) => budget::budget(state, args).await,
        Command::Peers(args) => peers::peers(state, args).await,
        Command::Deadline(args) => deadline::due(state, args).await,
        Command::Reconcile(args) => reconcile::reconcile(state, args).await,
        Command::Coverage(args) => coverage::coverage(state, args).await,
        Command::Check(args) => check::check(state, args).await,
        Command::Alerts(args) => alerts::alerts(state, args).await,
        Command::Status(args) => status::status(state, args).await,
        Command::Reports(args) => reports::calendar(state, args).await,
        Command::Report(args) => reports::report(state, args).await,
        Command::Verify(args) => verify::verify(state, args).await,
        Command::Checkpoint => verify::checkpoint(state).await,
        Command::Template(args) => template::template(args, state.lang()),
        Command::Generate(args) => generate::generate(args),
        Command::CheckPack(args) => check_pack::check_pack(args),
        Command::Export(args) => export::export(state, args).await,
        Command::Admin(args) => admin::admin(state, args).await,
        Command::Serve(args) => serve::serve(state, args, cli.now).await,
        Command::Search(args) => search::search(state, args).await,
        Command::Impact(args) => impact::impact(state, args).await,
        Command::Thread(args) => thread::thread(state, args).await,
    }
}
