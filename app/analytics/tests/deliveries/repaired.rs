//! What the source gets wrong, put right by rule, the original kept.
use budget::{
    domain::{Dimension, Measure},
    queries,
};

use super::desk::{Desk, money};

#[tokio::test]
async fn enye_and_districts_are_repaired_and_shown() {
    let desk = Desk::new().await;
    let receipt = desk.import("pcm_covid_2020_22dep.csv.gz").await;
    // 136 lines, each with the unit's and the pliego's name.
    assert_eq!(receipt.repaired_rows["enye"], 272);
    let known = desk.bench.known().await;
    let conn = &mut *desk.bench.read().await;
    let repairs = queries::delivery_repairs(conn, known, 1).await.unwrap();
    let queque = repairs.iter().find(|r| r.original.contains("LEONOR ORDO¥EZ")).unwrap();
    assert_eq!(queque.repaired, queque.original.replace('¥', "Ñ"));
    let districts = queries::names(conn, known, Dimension::District).await.unwrap();
    assert_eq!(districts.name("150131"), Some("San Isidro"));
    let mut isidro = repairs.iter().filter(|r| r.rule == "district_name" && r.repaired == "San Isidro");
    assert!(isidro.any(|r| r.original == "LIMA"), "the publisher's defect is kept");
    for dimension in [Dimension::SecEjec, Dimension::Pliego] {
        let row = repairs.iter().filter(|r| r.dimension == dimension.code());
        assert!(row.clone().all(|r| !r.repaired.contains('¥')), "{dimension}");
    }
}

#[tokio::test]
async fn a_unit_under_two_sectors_is_one_entity() {
    let desk = Desk::new().await;
    desk.import("pcm_covid_2020_22dep.csv.gz").await;
    let unit = [(Dimension::SecEjec, "350054")];
    let answer = desk.cut(&[Dimension::Sector, Dimension::Pliego], &unit).await;
    let sectors: Vec<_> = answer.rows.iter().map(|row| row.codes.join("/")).collect();
    assert_eq!(sectors, ["00/000", "97/054"]);
    assert_eq!(desk.cut(&[Dimension::Entity], &unit).await.rows.len(), 1);
}

#[tokio::test]
async fn seat_and_place_that_benefits_are_two_dimensions() {
    let desk = Desk::new().await;
    desk.import("pcm_covid_2020_22dep.csv.gz").await;
    let elsewhere = desk.cut(&[Dimension::MetaDepartment], &[(Dimension::Department, "15")]).await;
    assert!(elsewhere.rows.len() > 1, "money of Lima benefits other departments");
    let seat = desk.cut(&[], &[(Dimension::Department, "15")]).await;
    assert_eq!(elsewhere.total(Measure::Pim), seat.total(Measure::Pim));
    let provinces = desk.cut(&[Dimension::Province], &[(Dimension::Department, "15")]).await;
    assert!(provinces.rows.iter().all(|row| row.codes[0].len() == 4 && row.codes[0].starts_with("15")));
    assert_eq!(provinces.total(Measure::Pim), seat.total(Measure::Pim));
}

#[tokio::test]
async fn a_code_whose_name_changes_keeps_both() {
    let desk = Desk::new().await;
    desk.import("pcm_covid_2020_tumbes.csv").await;
    let text = std::fs::read_to_string(super::desk::sample("pcm_covid_2020_tumbes.csv")).unwrap();
    let renamed = text.replace("\"SALUD\"", "\"SALUD PUBLICA\"");
    assert_ne!(text, renamed);
    desk.import_bytes("pcm_covid_2020_tumbes.csv", renamed.as_bytes()).await.unwrap();
    let known = desk.bench.known().await;
    let conn = &mut *desk.bench.read().await;
    let history = queries::name_history(conn, known, Dimension::Function, "20").await.unwrap();
    let names: Vec<(&str, &[i64])> =
        history.iter().map(|n| (n.name.as_str(), n.deliveries.as_slice())).collect();
    assert_eq!(names, [("SALUD", [1].as_slice()), ("SALUD PUBLICA", [2].as_slice())]);
    let shown = queries::names(conn, known, Dimension::Function).await.unwrap();
    assert_eq!(shown.name("20"), Some("SALUD PUBLICA"));
    assert_eq!(desk.cut(&[], &[]).await.total(Measure::Pim), money("14579345.00"));
}
