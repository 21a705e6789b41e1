use base::{
    Known,
    codes::{EntityCode, TerritoryCode},
};
use jiff::civil::{Date, date};
use sheets::Book;
use testkit::{Bench, peru};

use crate::{
    actions::{EntityFiles, Refusal, load_entities, load_territories},
    queries,
};

const TODAY: Date = date(2026, 3, 2);

fn book(name: &str, text: &str) -> Book {
    Book::from_bytes(name, text.as_bytes().to_vec()).unwrap()
}

fn places(rows: &str) -> Book {
    book("territories.csv", &format!("code,kind,name,parent,valid_from,valid_to,source\n{rows}"))
}

fn bodies(rows: &str) -> EntityFiles {
    let header = "code,kind,name,level,sector,pliego,territory,parent,valid_from,valid_to,source\n";
    EntityFiles { entities: Some(book("entities.csv", &format!("{header}{rows}"))), units: None }
}

const TREE: &str = "PE,country,Perú,,1900-01-01,,INEI\n24,department,Tumbes,PE,1942-11-25,,INEI\n";

async fn bench() -> Bench {
    let bench = Bench::new(&[crate::MIGRATIONS]).await;
    load_territories(&bench.ctx, &places(TREE)).await.unwrap();
    bench
}

async fn refused(bench: &Bench, files: EntityFiles) -> String {
    match load_entities(&bench.ctx, &files, false, TODAY).await {
        Err(Refusal::Rows(rows)) => rows.to_string(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn the_register_of_peru_loads_and_again_changes_nothing() {
    let bench = Bench::new(&[crate::MIGRATIONS]).await;
    let open = |path: &str| Book::open(&[peru().join(path)]).unwrap();
    load_territories(&bench.ctx, &open("territory/territories.csv")).await.unwrap();
    let files = EntityFiles {
        entities: Some(open("entities/entities.csv")),
        units: Some(open("entities/executing_units.csv")),
    };
    let loaded = load_entities(&bench.ctx, &files, false, TODAY).await.unwrap();
    assert_eq!(loaded.tables[1].1.added, 2794, "executing units of the 2020 files");
    let entries = bench.last_seq().await;
    assert!(load_entities(&bench.ctx, &files, false, TODAY).await.unwrap().is_empty());
    assert!(load_territories(&bench.ctx, &open("territory/territories.csv")).await.unwrap().is_empty());
    assert_eq!(bench.last_seq().await, entries);

    let mut read = bench.read().await;
    let tumbes = queries::territory(&mut read, Known::NOW, TODAY, &TerritoryCode::new("240101").unwrap())
        .await
        .unwrap();
    let tumbes = tumbes.unwrap();
    let path: Vec<&str> = tumbes.path.iter().map(|t| t.code.as_str()).collect();
    assert_eq!(path, ["PE", "24", "2401"]);
    let has = |of: &[crate::domain::Entity], code| of.iter().any(|entity| entity.code.as_str() == code);
    assert!(has(&tumbes.present, "M:240101-301804"), "the province's municipality governs its capital");
    assert!(!tumbes.present.iter().any(|entity| tumbes.entities.contains(entity)), "each body once");
    let health =
        queries::entity(&mut read, Known::NOW, TODAY, &EntityCode::new("E:11-011").unwrap()).await.unwrap();
    let health = health.unwrap();
    assert_eq!(health.entity.kind, "ministry");
    assert_eq!(health.path.last().unwrap().code.as_str(), "S:11");
    assert!(!health.units.is_empty());
    let found =
        queries::entities_named(&mut read, Known::NOW, TODAY, "ministerio de SALÚD", 5).await.unwrap();
    assert_eq!(found[0].code.as_str(), "E:11-011");
    assert_eq!(queries::entities_named(&mut read, Known::NOW, TODAY, "100%_", 5).await.unwrap(), []);
    drop(read);
    bench.verify().await;
}

#[tokio::test]
async fn what_was_known_before_a_change_stays() {
    let bench = bench().await;
    let before = bench.known().await;
    let renamed = TREE.replace("Tumbes", "Tumbes Nuevo");
    load_territories(&bench.ctx, &places(&renamed)).await.unwrap();
    let code = TerritoryCode::new("24").unwrap();
    let mut read = bench.read().await;
    let mut name = async |known| {
        queries::territory(&mut read, known, TODAY, &code).await.unwrap().unwrap().territory.name
    };
    assert_eq!(name(before).await, "Tumbes");
    assert_eq!(name(Known::NOW).await, "Tumbes Nuevo");
}

#[tokio::test]
async fn a_body_is_found_under_the_name_and_parent_of_the_day() {
    let bench = bench().await;
    let rows = "X:a,agency,Old,-,,,PE,,2000-01-01,2010-01-01,x\nX:a,agency,New,-,,,PE,,2010-01-01,,x\n";
    load_entities(&bench.ctx, &bodies(rows), false, TODAY).await.unwrap();
    let mut read = bench.read().await;
    let code = EntityCode::new("X:a").unwrap();
    let mut on =
        async |day| queries::entity(&mut read, Known::NOW, day, &code).await.unwrap().map(|v| v.entity.name);
    assert_eq!(on(date(2009, 12, 31)).await.as_deref(), Some("Old"));
    assert_eq!(on(date(2010, 1, 1)).await.as_deref(), Some("New"));
    assert_eq!(on(date(1999, 12, 31)).await, None);
}

#[tokio::test]
async fn bad_rows_are_refused_in_words() {
    let bench = bench().await;
    let row = |text: &str| bodies(&format!("{text}\n"));
    let cases = [
        (
            "X:a,agency,A,Q,,,PE,,2000-01-01,,x",
            "level = \"Q\": write E (national), R (regional), M (local) or - (none)",
        ),
        ("X:a,agency,A,-,,,99,,2000-01-01,,x", "territory = \"99\": no such territory on this day"),
        ("X:a,agency,A,-,,,PE,X:b,2000-01-01,,x", "its parent X:b is not in the register"),
        ("X:a,agency,A,-,,,PE,,2000-13-01,,x", "valid_from = \"2000-13-01\""),
        ("X:a,agency,A,-,,,PE,,2000-01-02,2000-01-01,x", "validity ends (2000-01-01) before it starts"),
        ("X:a,agency,,-,,,PE,,2000-01-01,,x", "name = \"\": empty, and it is required"),
        ("X:a,agency,A,-,,,PE,,2000-01-01,,", "source = \"\": empty, and it is required"),
        ("X a,agency,A,-,,,PE,,2000-01-01,,x", "a code has no blanks"),
    ];
    for (text, reason) in cases {
        let message = refused(&bench, row(text)).await;
        assert!(message.contains(reason) && message.contains("entities.csv:2"), "for {text}: {message}");
    }
    assert_eq!(bench.last_seq().await.0, 1, "nothing refused was recorded");
    let good_and_bad = bodies("X:a,agency,A,-,,,PE,,2000-01-01,,x\nX:b,agency,,-,,,PE,,2000-01-01,,x\n");
    let loaded = load_entities(&bench.ctx, &good_and_bad, true, TODAY).await.unwrap();
    assert_eq!((loaded.tables[0].1.added, loaded.refused.0.len()), (1, 1));
}

#[tokio::test]
async fn a_tree_that_skips_a_level_is_refused() {
    let bench = Bench::new(&[crate::MIGRATIONS]).await;
    let rows = format!("{TREE}240101,district,Tumbes,24,1942-11-25,,INEI\n");
    let Err(Refusal::Rows(rows)) = load_territories(&bench.ctx, &places(&rows)).await else {
        panic!("accepted")
    };
    assert!(rows.to_string().contains("a district hangs from a province, not from a department"));
}
