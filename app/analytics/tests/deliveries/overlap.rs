//! Deliveries that tell of the same money.
use budget::{
    actions::{BudgetFile, Imported},
    domain::{Dimension, Measure},
    queries,
};

use super::desk::{Desk, money, sample};

const TOTAL: &str = "9814996093.00";

#[tokio::test]
async fn a_department_and_another_layout_add_nothing() {
    let desk = Desk::new().await;
    desk.import("pcm_covid_2020_22dep.csv.gz").await;
    let before = desk.cut(&[Dimension::Department], &[]).await;
    // Tumbes is part of the 22 departments; the annual file is the same money in another layout.
    desk.import("pcm_covid_2020_tumbes.csv").await;
    desk.import("derivado_layout_anual_73col_2020_22dep.csv.gz").await;
    let after = desk.cut(&[Dimension::Department], &[]).await;
    assert_eq!(before, after);
    assert_eq!(after.total(Measure::Pim), money(TOTAL));

    let known = desk.bench.known().await;
    let files = &desk.bench.ctx.files;
    let views = queries::deliveries(&mut *desk.bench.read().await, files, known).await.unwrap();
    let units: Vec<(usize, usize)> = views.iter().map(|v| (v.units, v.units_answering)).collect();
    let tumbes = units[1].0;
    assert_eq!(units, [(2405, 2405 - tumbes), (tumbes, tumbes), (2405, 0)]);
}

#[tokio::test]
async fn the_order_of_arrival_does_not_change_the_sum() {
    let desk = Desk::new().await;
    desk.import("pcm_covid_2020_tumbes.csv").await;
    desk.import("derivado_layout_anual_73col_2020_22dep.csv.gz").await;
    let answer = desk.cut(&[], &[]).await;
    assert_eq!(answer.total(Measure::Pim), money(TOTAL));
    // Tumbes is answered by the monthly layout, which reports the monthly commitment.
    assert_eq!(answer.total(Measure::CommittedMonthly), money("8834317.63"));
    desk.import("ReporteGasto_PERUCOMPRAS_corte_2025-10-24.csv").await;
    let years = desk.cut(&[Dimension::Year], &[]).await;
    assert_eq!(years.rows.len(), 2, "another year is other money");
}

#[tokio::test]
async fn the_same_bytes_again_are_no_new_delivery() {
    let desk = Desk::new().await;
    desk.import("pcm_covid_2020_tumbes.csv").await;
    let last = desk.bench.last_seq().await;
    let again =
        BudgetFile { path: sample("pcm_covid_2020_tumbes.csv"), name: "x".into(), ..BudgetFile::default() };
    assert_eq!(desk.hand_in(again).await.unwrap(), Imported::AlreadyDelivered(1));
    assert_eq!(desk.bench.last_seq().await, last, "nothing is written, not even an entry");
}
