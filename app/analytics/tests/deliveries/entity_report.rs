//! Four daily cuts of one entity's own report.
use base::Known;
use budget::{
    actions::BudgetFile,
    domain::{Dimension, Measure},
    queries,
};

use super::desk::{Desk, money, sample};

const DAYS: [&str; 4] = ["24", "27", "28", "29"];

fn report(day: &str) -> String {
    format!("ReporteGasto_PERUCOMPRAS_corte_2025-10-{day}.csv")
}

async fn four_days() -> Desk {
    let desk = Desk::new().await;
    for day in DAYS {
        desk.import(&report(day)).await;
    }
    desk
}

#[tokio::test]
async fn every_day_replaces_the_day_before_and_none_is_lost() {
    let desk = four_days().await;
    let accrued = ["28345796.73", "28388344.16", "28439146.41", "28469746.41"];
    for (seq, accrued) in (1_i64..).zip(accrued) {
        let answer = desk.cut_known(&[], &[], Known(base::Seq(seq))).await;
        assert_eq!(answer.total(Measure::Accrued), money(accrued), "as known after entry {seq}");
        assert_eq!(answer.total(Measure::Pim), money("48103240"), "as known after entry {seq}");
    }
    let known = desk.bench.known().await;
    let files = &desk.bench.ctx.files;
    let views = queries::deliveries(&mut *desk.bench.read().await, files, known).await.unwrap();
    let rows: Vec<u64> = views.iter().map(|v| v.delivery.rows).collect();
    assert_eq!(rows, [320, 323, 323, 323]);
    let superseded: Vec<bool> = views.iter().map(queries::DeliveryView::is_superseded).collect();
    assert_eq!(superseded, [true, true, true, false]);
    assert!(desk.reconcile().await.differences().next().is_none());
    desk.bench.verify().await;
}

#[tokio::test]
async fn certificates_fall_on_the_last_day() {
    let desk = four_days().await;
    let known = desk.bench.known().await;
    let files = &desk.bench.ctx.files;
    let conn = &mut *desk.bench.read().await;
    let diff = queries::diff(conn, files, &desk.engine, known, 3, 4).await.unwrap();
    let measure = |m: Measure| diff.measures.iter().find(|d| d.measure == m).unwrap();
    let certified = measure(Measure::Certified);
    assert_eq!((certified.old, certified.new), (money("39256542.26"), money("38466549.36")));
    assert_eq!(certified.difference, money("-789992.90"));
    assert_eq!(measure(Measure::Accrued).difference, money("30600.00"));

    let first = queries::diff(conn, files, &desk.engine, known, 1, 2).await.unwrap();
    assert_eq!((first.rows_old, first.rows_new), (320, 323));
    assert_eq!(first.added as i64 - first.gone as i64, 3, "lines added less lines gone");
    assert!(first.changed > 0);
    // What the lines say adds up to what the totals say.
    for change in &first.measures {
        let at = change.measure.index();
        let sum = |side: fn(&budget::columnar::LinePair) -> Option<&budget::domain::CutRow>| -> base::Money {
            first.lines.iter().filter_map(side).filter_map(|row| row.amounts[at]).sum()
        };
        let lines = sum(|pair| pair.new.as_ref()) - sum(|pair| pair.old.as_ref());
        assert_eq!(Some(lines), change.difference, "{}", change.measure);
    }
    assert!(queries::diff(conn, files, &desk.engine, known, 1, 9).await.is_err());
}

#[tokio::test]
async fn a_workbook_with_titles_above_its_header_is_the_same_report() {
    let text = std::fs::read_to_string(sample(&report("24"))).unwrap();
    let sheet = sheets::Book::from_bytes("x.csv", text.into_bytes()).unwrap().sheets()[0].clone();
    let mut rows = vec![Vec::new(), vec!["al 24 de octubre".to_owned()], sheet.headers().unwrap()];
    let records = sheet.records(&sheets::Columns::at_least(&[])).unwrap();
    rows.extend(records.map(|record| record.unwrap().cells().map(str::to_owned).collect()));
    let desk = Desk::new().await;
    let path = desk.bench.path().join("reporte.xlsx");
    let title = vec!["Reporte de gasto".to_owned()];
    let form = sheets::Form { name: "01_BD_MEF".into(), headers: title, rows, ..sheets::Form::default() };
    sheets::write_xlsx(&path, &[form]).unwrap();
    desk.hand_in(BudgetFile { path, ..BudgetFile::default() }).await.unwrap();

    let csv = Desk::new().await;
    csv.import(&report("24")).await;
    let by = [Dimension::Month, Dimension::SpecificDetail, Dimension::GoalSequence];
    assert_eq!(desk.cut(&by, &[]).await, csv.cut(&by, &[]).await);
    assert!(desk.reconcile().await.differences().next().is_none());
}

#[tokio::test]
async fn the_report_keeps_its_invariants() {
    let desk = four_days().await;
    let known = desk.bench.known().await;
    let conn = &mut *desk.bench.read().await;
    for delivery in 1..=4 {
        let findings = queries::delivery_findings(conn, known, delivery).await.unwrap();
        let rules: Vec<&str> = findings.iter().map(|f| f.rule.as_str()).collect();
        assert!(!rules.contains(&budget::domain::RULE_BALANCE), "PIA + modifications = PIM in every row");
        assert!(!rules.contains(&"accrued_within_committed_annual"), "{rules:?}");
        assert!(!rules.contains(&"committed_annual_within_certified"), "{rules:?}");
    }
}

#[tokio::test]
async fn codes_and_names_come_apart() {
    let desk = four_days().await;
    let level = [Dimension::Level, Dimension::Entity, Dimension::Sector, Dimension::Ejecutora];
    let answer = desk.cut(&level, &[]).await;
    assert_eq!(answer.rows.len(), 1);
    assert_eq!(answer.rows[0].codes, ["E", "E:09-096", "09", "001"]);
    let known = desk.bench.known().await;
    let conn = &mut *desk.bench.read().await;
    let sectors = queries::names(conn, known, Dimension::Sector).await.unwrap();
    assert_eq!(sectors.name("09"), Some("ECONOMIA Y FINANZAS"));
    let classifier = queries::names(conn, known, Dimension::SpecificDetail).await.unwrap();
    assert_eq!(classifier.name("2.6.7.1.6.3"), Some("GASTOS POR LA CONTRATACION DE SERVICIOS"));
}

#[tokio::test]
async fn physical_targets_are_kept_once_per_goal() {
    let desk = four_days().await;
    let known = desk.bench.known().await;
    let files = &desk.bench.ctx.files;
    let conn = &mut *desk.bench.read().await;
    let goals = queries::physical(conn, files, &desk.engine, known, &[], Some(2025)).await.unwrap();
    let mut sequences: Vec<&str> = goals.iter().map(|g| g.goal_sequence.as_str()).collect();
    sequences.sort_unstable();
    sequences.dedup();
    assert_eq!(sequences.len(), goals.len(), "a goal has one target");
    let goal = goals.iter().find(|g| g.goal_sequence == "1").unwrap();
    assert_eq!(
        (goal.unit.as_str(), goal.target_annual.as_str(), goal.progress_annual.as_str()),
        ("060", "36", "0")
    );
}
