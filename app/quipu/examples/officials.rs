//! Officials of a whole state in a data folder of its own: accounts, each with a post, some of them logged in; then times how
//! long it takes to decide what they may do. `bench/officials` runs it.
//!
//!     cargo run --release -p quipu --example officials DATA ACCOUNTS SESSIONS DECISIONS
//!
//! Writes `sessions.txt` beside the data folder: cookie, role and body of whoever is logged in, one a line.
#![allow(clippy::unwrap_used)]
use std::{
    fmt::Write as _,
    num::NonZeroUsize,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use accounts::{
    Accounts, Site,
    actions::{LogIn, accept_pass, create_account, log_in},
    domain::Person,
};
use axum::http::{HeaderMap, header};
use base::{Known, Validity};
use clap::Parser as _;
use directory::{
    actions::appoint,
    domain::{Holder, HolderKind, Post},
};
use jiff::{civil::Date, tz::Offset};
use journal::Ctx;
use quipu::{cli::Cli, state::State};
use web::{App, Country, Frame, gate::Keys};

const PASSWORD: &str = "nudo papaya ventisca lluvia";

#[tokio::main]
async fn main() {
    let mut args = std::env::args().skip(1);
    let data = args.next().unwrap();
    let mut numbers = args.map(|text| text.parse::<usize>().unwrap());
    let (accounts, sessions, decisions) =
        (numbers.next().unwrap(), numbers.next().unwrap(), numbers.next().unwrap());
    let line = ["quipu", "--data", &data, "checkpoint"].map(str::to_owned);
    let state = State::open(&Cli::parse_from(line), false).await.unwrap();
    let site = Site { origin: "http://127.0.0.1:8080".to_owned(), is_behind_proxy: false };
    let service = quipu::commands::serve::accounts(site).unwrap();
    let posts = posts(&state.ctx).await;
    let logged_in = officials(&state.ctx, &service, &posts, (accounts, sessions)).await;
    let told = logged_in.iter().fold(String::new(), |mut told, (cookie, post)| {
        writeln!(told, "{cookie}\t{}\t{}", post.role, post.entity).unwrap();
        told
    });
    std::fs::write(Path::new(&data).with_file_name("sessions.txt"), told).unwrap();
    // As the service answers requests: what was made of a state is kept while it is the state.
    let memo = Arc::new(db::memo::Memo::new(NonZeroUsize::new(4).unwrap()));
    db::memo::scope(memo, decide(&state.ctx, &service, &logged_in, (&posts, decisions))).await;
}

/// Posts stand from the day on which the country's pack was loaded, as days are counted there.
fn today(ctx: &Ctx) -> Date {
    Offset::constant(-5).to_datetime(ctx.now).date()
}

/// Every post of every body, so that neighbours in the list are of different bodies.
async fn posts(ctx: &Ctx) -> Vec<Post> {
    let mut read = ctx.db.read().await.unwrap();
    let on = today(ctx);
    let entities = directory::queries::entities(&mut read, Known::NOW, on).await.unwrap();
    let mut posts = Vec::new();
    for entity in entities.iter() {
        let own = directory::queries::posts_of(&mut read, Known::NOW, on, &entity.code).await.unwrap();
        posts.extend(own.into_iter().enumerate().map(|(at, view)| (at, view.post)));
    }
    posts.sort_by_key(|(at, _)| *at);
    println!("{} bodies, {} posts", entities.len(), posts.len());
    posts.into_iter().map(|(_, post)| post).collect()
}

async fn officials<'p>(
    ctx: &Ctx,
    service: &Accounts,
    posts: &'p [Post],
    (accounts, sessions): (usize, usize),
) -> Vec<(String, &'p Post)> {
    let mut logged_in = Vec::new();
    for (at, post) in posts.iter().cycle().take(accounts).enumerate() {
        let email = format!("persona{at}@entidad.gob.pe");
        let person = Person::new(&format!("Persona {at}"), &email, "es").unwrap();
        let made = create_account(ctx, &person, None).await.unwrap();
        // The second time around the posts are held already.
        if at < posts.len() {
            let holder = Holder {
                post: post.code.clone(),
                kind: HolderKind::Titular,
                account: made.code.to_string(),
                validity: Validity::since(today(ctx)),
                norm: "RM 1-2026".to_owned(),
            };
            appoint(ctx, &holder).await.unwrap();
        }
        if at < sessions {
            accept_pass(ctx, service, made.invitation.as_str(), PASSWORD).await.unwrap();
            let place = accounts::queries::Place::default();
            let entered =
                log_in(ctx, service, &LogIn { email: &email, password: PASSWORD, device: None, place }).await;
            logged_in.push((entered.unwrap().session.as_str().to_owned(), post));
        }
    }
    logged_in
}

async fn decide(
    ctx: &Ctx,
    service: &Accounts,
    logged_in: &[(String, &Post)],
    (posts, decisions): (&[Post], usize),
) {
    let country = Country { name: "Perú".into(), currency: "S/".into(), utc_offset_minutes: -300 };
    let frame = Arc::new(Frame::new(country, &[], Vec::new()).unwrap());
    let now = ctx.now;
    let app = App::new(ctx.db.clone(), ctx.files.clone(), frame, Arc::new(move || now));
    let door = accounts::doorkeeper(service);
    let (mut decided, mut asked, mut allowed) = (Vec::new(), Vec::new(), 0);
    for n in 0..decisions {
        let (cookie, own) = &logged_in[n * 7919 % logged_in.len()];
        // Of one's own body every other time, else of any.
        let entity = if n % 2 == 0 { &own.entity } else { &posts[n * 104_729 % posts.len()].entity };
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, format!("quipu_session={cookie}").parse().unwrap());
        let began = Instant::now();
        let visitor = door.visitor(&app, &Keys::of(&headers)).await.unwrap();
        let body = door.resource(&app, "Body", entity.as_str()).await.unwrap().unwrap();
        let judging = Instant::now();
        let decision = door.policies().decide(&visitor.principal(), "see_people", &body);
        decided.push(judging.elapsed());
        asked.push(began.elapsed());
        allowed += usize::from(decision.is_allowed);
    }
    println!("{allowed} of {decisions} allowed");
    for (name, mut times) in
        [("decision", decided), ("decision, who asks and about what read from the database", asked)]
    {
        times.sort();
        let milliseconds = |time: Duration| time.as_secs_f64() * 1000.0;
        println!("{name}, median {:.4} ms", milliseconds(times[times.len() / 2]));
        println!("{name}, ninety-nine in a hundred {:.4} ms", milliseconds(times[times.len() * 99 / 100]));
    }
}
