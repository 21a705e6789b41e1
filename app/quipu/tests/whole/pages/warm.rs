//! The service asks its own pages after a start, and again after what is recorded.
use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{Router, http::Uri};
use clap::Parser as _;
use quipu::{cli::Cli, commands::warm::warm, state::State};

use crate::desk::Desk;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_that_need_most_are_asked_for_every_state_and_once() {
    let desk = Desk::own();
    let line = crate::sample::line(&desk.data, &["serve"]);
    let state = State::open(&Cli::parse_from(line), false).await.unwrap();
    let asked: Arc<Mutex<Vec<String>>> = Arc::default();
    let kept = Arc::clone(&asked);
    let service = Router::new().fallback(move |uri: Uri| {
        kept.lock().unwrap().push(uri.to_string());
        std::future::ready("")
    });
    let asking = tokio::spawn(warm(state, service));
    let after = async |pages: usize| {
        let mut looks = 0;
        while asked.lock().unwrap().len() < pages && looks < 200 {
            tokio::time::sleep(Duration::from_millis(100)).await;
            looks += 1;
        }
        // Time to ask once more than it should.
        tokio::time::sleep(Duration::from_secs(3)).await;
        asked.lock().unwrap().clone()
    };
    let pages = [
        "/",
        "/?year=2025",
        "/?year=2020",
        "/presupuesto?across=year&by=function",
        "/presupuesto?year=2025&by=activity",
        "/presupuesto?year=2025&by=pliego",
        "/presupuesto?year=2025&by=district",
    ];
    assert_eq!(after(pages.len()).await, pages);
    desk.file("obs.csv", "series,period,territory,value,source\nIDH,2031,PE,0.8,Prueba\n");
    desk.says(&format!("import observations {}", desk.path("obs.csv")));
    assert_eq!(after(2 * pages.len()).await, [pages, pages].concat());
    asking.abort();
}
