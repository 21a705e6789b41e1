//! Whatever fails and whenever it runs, what arrives is what would have arrived without an outage.
use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use jiff::SignedDuration;
use mail::Letter;
use proptest::{collection::vec, prelude::*};
use testkit::Bench;
use tokio::time::timeout;

use crate::world::{Post, Weather, bench, letter, post};

/// One run of the keeper, so long after the one before.
#[derive(Clone, Debug)]
struct Run {
    minutes: i64,
    weather: Weather,
    /// Letters posted before it, each due so many minutes later.
    posts: Vec<i64>,
}

fn weather(with_deaths: bool) -> impl Strategy<Value = Weather> {
    let after = || 0_usize..5;
    let harmless = prop_oneof![
        3 => Just(Weather::default()),
        2 => Just(Weather { is_down: true, ..Weather::default() }),
        2 => (1_usize..6).prop_map(|delays| Weather { delays, ..Weather::default() }),
        1 => after().prop_map(|n| Weather { down_after: Some(n), ..Weather::default() }),
        1 => after().prop_map(|n| Weather { hangs_after: Some(n), ..Weather::default() }),
    ];
    let death = after().prop_map(|n| Weather { dies_after: Some(n), ..Weather::default() });
    if with_deaths { prop_oneof![2 => harmless, 1 => death].boxed() } else { harmless.boxed() }
}

fn runs(with_deaths: bool) -> impl Strategy<Value = Vec<Run>> {
    let minutes = prop_oneof![0_i64..3, 3_i64..90, 90_i64..3000];
    let run = (minutes, weather(with_deaths), vec(0_i64..4000, 0..4));
    vec(run.prop_map(|(minutes, weather, posts)| Run { minutes, weather, posts }), 1..10)
}

struct Told {
    carried: Vec<String>,
    deaths: usize,
}

fn forward(bench: &mut Bench, minutes: i64) {
    let now = bench.ctx.now.checked_add(SignedDuration::from_mins(minutes)).unwrap();
    bench.set_now(now);
}

/// Does the runs, then comes back in fair weather until everything must have arrived.
async fn told(runs: &[Run]) -> Told {
    let mut bench = bench().await;
    let post_office = Post::default();
    let mut keeper = Some(post_office.keeper());
    let (mut deaths, mut count) = (0, 0);
    for run in runs {
        forward(&mut bench, run.minutes);
        for minutes in &run.posts {
            let not_before = bench.ctx.now.checked_add(SignedDuration::from_mins(*minutes)).unwrap();
            post(&bench, &Letter { not_before, ..letter(&format!("notice/{count}")) }).await;
            count += 1;
        }
        post_office.set(run.weather.clone());
        let (mut mine, ctx) = (keeper.take().unwrap_or_else(|| post_office.keeper()), bench.ctx.clone());
        let patience = if run.weather.hangs_after.is_some() { 40 } else { 60_000 };
        let task = tokio::spawn(async move {
            // One that hangs is dropped, and asked again later; it fails of nothing else.
            if let Ok(done) = timeout(Duration::from_millis(patience), mine.send_until_empty(&ctx)).await {
                done.unwrap();
            }
            mine
        });
        match task.await {
            Ok(mine) => keeper = Some(mine),
            Err(_) => deaths += 1,
        }
    }
    post_office.set(Weather::default());
    let mut keeper = keeper.unwrap_or_else(|| post_office.keeper());
    for _ in 0..4 {
        forward(&mut bench, 25 * 60);
        assert_eq!(keeper.send_until_empty(&bench.ctx).await.unwrap().halt, None);
    }
    bench.verify().await;
    Told { carried: post_office.carried(), deaths }
}

fn fair(runs: &[Run]) -> Vec<Run> {
    runs.iter().map(|run| Run { weather: Weather::default(), ..run.clone() }).collect()
}

fn block<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

fn set(ids: &[String]) -> BTreeSet<&String> {
    ids.iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn after_any_outage_each_letter_arrived_once(runs in runs(false)) {
        let (told, expected) = block(async { (told(&runs).await, told(&fair(&runs)).await) });
        prop_assert_eq!(set(&told.carried), set(&expected.carried));
        prop_assert_eq!(expected.carried.len(), runs.iter().map(|run| run.posts.len()).sum::<usize>());
        prop_assert_eq!(told.carried.len(), expected.carried.len(), "none came twice");
    }

    #[test]
    fn after_any_death_each_letter_arrived_and_a_copy_is_known_as_one(runs in runs(true)) {
        let (told, expected) = block(async { (told(&runs).await, told(&fair(&runs)).await) });
        prop_assert_eq!(set(&told.carried), set(&expected.carried));
        let mut copies: BTreeMap<&String, usize> = BTreeMap::new();
        for id in &told.carried {
            *copies.entry(id).or_default() += 1;
        }
        prop_assert!(copies.values().all(|count| *count <= 1 + told.deaths), "{:?}", copies);
    }
}
