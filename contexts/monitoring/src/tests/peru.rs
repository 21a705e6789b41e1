//! The country pack's own indicators: read whole, imported twice, judged.
use std::path::PathBuf;

use base::Known;
use planning::actions::import_plan::{Input, import_plan};
use sheets::Book;
use testkit::Bench;

use super::case::rules;
use crate::actions::bind::bind;
use crate::actions::import_cards::import_cards;
use crate::actions::import_observations::import_observations;
use crate::actions::import_series::import_series;
use crate::actions::{Outcome, files};
use crate::domain::Status;
use crate::queries::standings::{Scope, standings, tally};

fn book(path: &str) -> Book {
    Book::open(&[testkit::peru().join(path)]).unwrap()
}

/// Imports everything of `indicators/`.
async fn import(bench: &Bench) -> Vec<Outcome> {
    let ctx = &bench.ctx;
    let series = files::series(book("indicators/series.csv").sheets(), "Perú", false).unwrap();
    let observations =
        files::observations(book("indicators/observations.csv").sheets(), "Perú", false).unwrap();
    let bindings = files::bindings(book("indicators/bindings.csv").sheets(), "Perú", false).unwrap();
    let cards = files::cards(book("indicators/cards.csv.gz").sheets(), "MEF", false).unwrap();
    vec![
        import_series(ctx, series).await.unwrap(),
        import_observations(ctx, observations).await.unwrap(),
        bind(ctx, bindings).await.unwrap(),
        import_cards(ctx, cards).await.unwrap(),
    ]
}

#[tokio::test]
async fn the_pack_is_imported_whole_and_once() {
    let bench = Bench::new(&[crate::MIGRATIONS]).await;
    let first = import(&bench).await;
    assert!(first.iter().all(|o| o.added > 0 && o.refused.is_empty()), "{first:?}");
    assert_eq!(first[3].added, 930);
    let again = import(&bench).await;
    for (again, first) in again.iter().zip(&first) {
        assert_eq!((again.added, again.changed, again.unchanged, again.seq), (0, 0, first.added, None));
    }
    bench.verify().await;
}

#[tokio::test]
async fn every_plan_of_the_pack_is_judged_for_a_reason() {
    let bench = Bench::new(&[planning::MIGRATIONS, crate::MIGRATIONS]).await;
    import(&bench).await;
    for folder in std::fs::read_dir(testkit::peru().join("plans")).unwrap() {
        let tables = ["plan.csv", "elements.csv", "indicators.csv", "targets.csv"];
        let folder = folder.unwrap().path();
        let paths: Vec<PathBuf> = tables.iter().map(|t| folder.join(t)).filter(|p| p.is_file()).collect();
        let delivered = planning::reading::files::read(&Book::open(&paths).unwrap()).unwrap();
        let input = Input { source: "Perú".into(), delivered, partial: false };
        import_plan(&bench.ctx, input).await.unwrap();
    }
    let mut conn = bench.read().await;
    let on = "2020-12-31".parse().unwrap();
    let found = standings(&mut conn, Known::NOW, on, &rules(365), &Scope::All).await.unwrap();
    assert!(found.len() >= 6);
    assert!(found.iter().all(|s| s.status.judges() || !s.reasons.is_empty()));
    let judged = found.iter().filter(|s| s.status.judges()).count();
    assert!(judged > 0, "{:?}", tally(&found));
    // The document's scale of government effectiveness is not that of the published series.
    let of_table_three = |code: &str| {
        let of = |s: &&crate::queries::standings::Standing| s.indicator == format!("PEDN@actualizado/{code}");
        found.iter().find(of).map(|s| s.status).unwrap()
    };
    assert_eq!(of_table_three("OE3-I1"), Status::NotComparable);
}
