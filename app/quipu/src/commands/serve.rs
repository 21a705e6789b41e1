use std::{net::SocketAddr, sync::Arc};

use accounts::{Accounts, Site};
use analytics::Published;
use anyhow::Context;
use api::{Limits, Registry};
use authz::Policies;
use base::Known;
use budget::columnar::Columnar;
use dataset::RowsEncoder;
use db::Db;
use jiff::Timestamp;
use journal::Ctx;
use open_data::Catalogue;
use press::Press;
use record::Signer;
use tokio::net::{TcpListener, TcpSocket};
use web::{App, Country, Frame, sheet::Printer};

use super::{letters, warm};
use crate::{
    bulk,
    cli::ServeArgs,
    contexts,
    identity_provider::Sought,
    outcome::Outcome,
    output,
    search::Keeper,
    state::{self, State},
};

/// Serves the pages until told to stop; requests under way are answered first.
pub async fn serve(state: &State, args: &ServeArgs, fixed: Option<Timestamp>) -> anyhow::Result<Outcome> {
    let limits =
        Limits { per_second: args.calls_per_second, burst: args.calls_at_once, behind_proxy: args.proxy };
    let site = Site { origin: args.site.clone(), is_behind_proxy: args.proxy };
    let mut accounts = accounts(site)?;
    if let Some(file) = &args.identity {
        let provider = Arc::new(Sought::read(file, &args.site)?);
        // So that who comes first finds it known; a provider that is down stops nobody else.
        tokio::task::spawn_blocking({
            let provider = Arc::clone(&provider);
            move || provider.seek(Timestamp::now())
        });
        accounts = accounts.with_provider(provider);
    }
    let (app, service) = application(state, fixed, limits, &accounts).await?;
    let listener = listen(args.listen)
        .with_context(|| format!("cannot listen on {}: choose another with --listen", args.listen))?;
    output::print(&format!("Quipu at http://{} (Ctrl+C stops it)\n", listener.local_addr()?))?;
    if !args.no_bulk {
        // A task of its own: pages are answered meanwhile.
        tokio::spawn(bulk::nightly::nightly(state.clone()));
    }
    let clock = clock(fixed);
    tokio::spawn(letters::send(state.clone(), letters::keeper(state, args)?, clock.clone()));
    tokio::spawn(super::alerts::keep(state.clone(), clock.clone()));
    tokio::spawn(failures(state.clone(), accounts.clone(), clock));
    tokio::spawn(office::pages::tell_daily(app, TELL_EVERY));
    // So that who comes first after a start or an import finds the money judged.
    let ahead = tokio::spawn(warm::warm(state.clone(), service.clone()));
    // Who calls is known to the limits of the API.
    let service = service.into_make_service_with_connect_info::<SocketAddr>();
    let stopping = async move {
        stop().await;
        ahead.abort();
    };
    axum::serve(listener, service).with_graceful_shutdown(stopping).await?;
    Ok(Outcome::Done)
}

/// Connections that may wait to be taken: after a restart everybody comes back at once, and whoever finds no room is turned away
/// only once they have asked.
const WAITING_MAX: u32 = 4_096;

fn listen(at: SocketAddr) -> std::io::Result<TcpListener> {
    let socket = if at.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    socket.set_reuseaddr(cfg!(unix))?;
    socket.bind(at)?;
    socket.listen(WAITING_MAX)
}

/// What lets people in at that site.
pub fn accounts(site: Site) -> anyhow::Result<Accounts> {
    let accounts = Accounts::new(Policies::of(&contexts::POLICIES)?, site)?;
    let accounts = accounts.with_things(Arc::new(formulation::PlanCases));
    let accounts = accounts.with_things(Arc::new(evaluations::Evaluations));
    let accounts = accounts.with_things(Arc::new(evaluations::Requests));
    let accounts = accounts.with_things(Arc::new(evaluations::Recommendations));
    let accounts = accounts.with_things(Arc::new(reviews::Reviews));
    let accounts = accounts.with_things(Arc::new(reviews::Decisions));
    let accounts = accounts.with_things(Arc::new(perception::Waves));
    let accounts = accounts.with_things(Arc::new(incentives::Offers));
    let accounts = accounts.with_things(Arc::new(reports::Duties));
    let accounts = accounts.with_things(Arc::new(reports::Editions));
    let accounts = accounts.with_things(Arc::new(monitoring::ValuesDrafts));
    let accounts = accounts.with_things(Arc::new(monitoring::ValueReviews));
    Ok(accounts.with_things(Arc::new(foresight::Studies)).with_things(Arc::new(alerts::AlertThings)))
}

/// How often it is asked whether there is something to tell posts.
const TELL_EVERY: std::time::Duration = std::time::Duration::from_mins(5);

/// Everything that answers, in both languages.
pub async fn service(
    state: &State,
    fixed: Option<Timestamp>,
    limits: Limits,
    accounts: &Accounts,
) -> anyhow::Result<axum::Router> {
    Ok(application(state, fixed, limits, accounts).await?.1)
}

/// What handlers are given, and everything that answers with it.
pub async fn application(
    state: &State,
    fixed: Option<Timestamp>,
    limits: Limits,
    accounts: &Accounts,
) -> anyhow::Result<(App, axum::Router)> {
    contexts::expect_settled();
    let country = state.pack(&mut *state.ctx.db.read().await?, Known::NOW).await?.country()?;
    let signer = Signer::new(&state::origin(&country), state.key()?);
    let country = Country {
        name: country.name,
        currency: country.currency_sign,
        utc_offset_minutes: country.utc_offset_minutes,
    };
    let registrations = contexts::registrations();
    let today = country.date_of(fixed.unwrap_or_else(Timestamp::now));
    let frame = Arc::new(
        Frame::of(country, &registrations)?
            .with_search(search::pages::PATH)
            .with_journal(record::JOURNAL)
            .with_doors(accounts::pages::DOORS),
    );
    let clock = clock(fixed);
    let columnar: Arc<dyn Columnar> = Arc::new(state.engine());
    // Connections of its own: a page that holds one of the pages' and waits for a second would, with as many others,
    // wait for all of them.
    let aside = Db::open(state.ctx.db.place()).await?;
    let keeper = Keeper::new(aside, state.folder());
    // So that who comes first finds it made.
    keeper.freshen(today).await?;
    let index: Arc<dyn search::Index> = Arc::new(keeper);
    let app = App::new(state.ctx.db.clone(), state.ctx.files.clone(), frame, clock);
    let encoder: Arc<dyn RowsEncoder> = Arc::new(Published);
    let printer: Arc<dyn Printer> = Arc::new(Press::default());
    let app = app
        .with_part(columnar)
        .with_moving_part(index)
        .with_part(signer)
        .with_part(encoder)
        .with_part(printer)
        .with_part(accounts.clone())
        .with_part(accounts::doorkeeper(accounts))
        .with_part(formulation::pages::pace(accounts.site.is_behind_proxy));
    let catalogue = Catalogue {
        datasets: contexts::datasets()?,
        operations: contexts::computed(),
        bulk: state.bulk(),
        limits,
    };
    let app = app.with_moving_part(catalogue);
    let programs = api::router(&app, Registry::new(contexts::operations()?), limits);
    Ok((app.clone(), web::service(app, registrations, programs)))
}

/// The one clock of the service: everything it does is in the time that its pages tell.
fn clock(fixed: Option<Timestamp>) -> web::Clock {
    Arc::new(move || fixed.unwrap_or_else(Timestamp::now))
}

/// Writes down once a minute which logins failed, and once an hour when programs used their tokens.
async fn failures(state: State, accounts: Accounts, clock: web::Clock) {
    let mut minute = tokio::time::interval(std::time::Duration::from_mins(1));
    for minutes in 0_u64.. {
        minute.tick().await;
        let ctx = Ctx { actor: "accounts".to_owned(), now: clock(), ..state.ctx.clone() };
        if let Err(error) = accounts::actions::record_failures(&ctx, &accounts).await {
            tracing::error!(%error, "failed logins could not be written down");
        }
        if minutes % 60 == 59
            && let Err(error) = accounts::actions::record_uses(&ctx, &accounts).await
        {
            tracing::error!(%error, "uses of tokens could not be written down");
        }
    }
}

/// Ctrl+C, and what service managers send. Where a signal cannot be listened to, it ends the process as any other.
async fn stop() {
    tokio::select! {
        () = interrupted() => (),
        () = terminated() => (),
    }
}

async fn interrupted() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

#[cfg(unix)]
async fn terminated() {
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut signal) => {
            signal.recv().await;
        }
        Err(_) => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn terminated() {
    std::future::pending().await
}
