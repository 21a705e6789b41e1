//! Lists are whole, in every format, and of one state.
use std::{collections::BTreeSet, fs};

use serde_json::Value;

use super::Service;
use crate::desk::Desk;

async fn walk(service: &Service, first: &str) -> Vec<Value> {
    let (mut url, mut rows) = (first.to_owned(), Vec::new());
    loop {
        let answer = service.get(&url).await;
        assert_eq!(answer.status.as_u16(), 200, "{url}: {}", String::from_utf8_lossy(&answer.body));
        let page = answer.json();
        rows.extend(page["data"].as_array().unwrap().iter().cloned());
        let Some(next) = page["next"].as_str() else { return rows };
        assert_eq!(answer.header("link"), format!("<{next}>; rel=\"next\""));
        assert!(rows.len() < 200_000, "{first} does not end");
        next.clone_into(&mut url);
    }
}

/// Of which the sample has one row or none: no row of it was refused, it has one study, nobody proposed anything, nobody was
/// asked what they think, and nothing was evaluated,
/// recommended or audited.
const FEW: [&str; 46] = [
    "alerts",
    "alert-answers",
    "alerts-told",
    "delivery-refusals",
    "foresight-studies",
    "foresight-proposals",
    "foresight-uptakes",
    "consultations",
    "consultation-responses",
    "evaluations",
    "evaluation-reports",
    "evaluation-responses",
    "evaluation-acts",
    "evaluation-commitments",
    "evaluation-progress",
    "budget-ceilings",
    "budget-requests",
    "budget-request-steps",
    "appraisals",
    "recommendations",
    "recommendation-steps",
    "audits",
    "reviews",
    "review-items",
    "review-minutes",
    "review-decisions",
    "review-decision-steps",
    "survey-questions",
    "survey-waves",
    "survey-channels",
    "survey-wave-questions",
    "survey-results",
    "survey-counts",
    "incentive-goals",
    "incentive-offers",
    "incentive-evidence",
    "incentive-verifications",
    "incentive-objections",
    "incentive-transfers",
    "report-editions",
    "report-steps",
    "no-values",
    "value-reviews",
    "value-review-acts",
    "value-validations",
    "programme-designs",
];

#[tokio::test]
async fn every_dataset_is_the_same_by_pages_and_whole() {
    let desk = Desk::reading();
    let folder = desk.room.path().join("export");
    let ran = desk.run(&format!("export {}", folder.display()));
    assert_eq!(ran.code, 0, "{}", ran.all());
    let service = Service::open().await;
    for dataset in quipu::contexts::datasets().unwrap() {
        let rows = walk(&service, &format!("/api/v1/{}?limit=997", dataset.name)).await;
        let file = fs::read(folder.join(format!("{}.csv", dataset.name))).unwrap();
        let mut reader = csv::Reader::from_reader(&file[..]);
        let names = reader.headers().unwrap().clone();
        let mut keys = BTreeSet::new();
        let mut count = 0;
        for (record, row) in reader.records().map(Result::unwrap).zip(&rows) {
            for (name, cell) in names.iter().zip(&record) {
                let value = &row[name];
                let text = value.as_str().map_or_else(
                    || if value.is_null() { String::new() } else { value.to_string() },
                    str::to_owned,
                );
                assert_eq!(text, cell, "{} {name}", dataset.name);
            }
            let key: Vec<&str> = dataset.key.iter().map(|at| &record[*at]).collect();
            assert!(keys.insert(key.join("\u{1f}")), "{}: {key:?} twice", dataset.name);
            count += 1;
        }
        assert_eq!(count, rows.len(), "{}", dataset.name);
        assert!(rows.len() > 1 || FEW.contains(&dataset.name.as_str()), "{} is empty", dataset.name);
    }
}

#[tokio::test]
async fn a_walk_tells_of_one_state_whatever_happens_meanwhile() {
    let mut desk = Desk::own();
    // Entries of one instant are of one state.
    desk.now = "2026-03-03T15:00:00Z".to_owned();
    let line = crate::sample::line(&desk.data, &["--now", "2026-03-05T15:00:00Z", "serve"]);
    let cli = <quipu::cli::Cli as clap::Parser>::parse_from(line);
    let state = quipu::state::State::open(&cli, false).await.unwrap();
    let limits = api::Limits { per_second: 0, ..api::Limits::default() };
    let service = Service(
        quipu::commands::serve::service(&state, cli.now, limits, &crate::access::accounts()).await.unwrap(),
    );
    let first = service.get("/api/v1/observations?limit=5000").await.json();
    let before = first["known"]["entry"].clone();
    let more = desk.room.path().join("more.csv");
    fs::write(&more, "series,period,territory,value,source\nIDH,1901,PE,0.1,Prueba\n").unwrap();
    let ran = desk.run(&format!("import observations {}", more.display()));
    assert_eq!(ran.code, 0, "{}", ran.all());
    let second = service.get(first["next"].as_str().unwrap()).await.json();
    assert_eq!(second["known"]["entry"], before);
    let now = service.get("/api/v1/observations?limit=1").await.json();
    assert!(now["known"]["entry"].as_i64() > before.as_i64());
}

#[tokio::test]
async fn filters_leave_out_what_does_not_meet_them() {
    let service = Service::open().await;
    let all = walk(&service, "/api/v1/targets?limit=10000").await;
    let some = walk(&service, "/api/v1/targets?plan=PEDN&limit=2").await;
    let expect: Vec<&Value> = all.iter().filter(|row| row["plan"] == "PEDN").collect();
    assert!(!expect.is_empty() && expect.len() < all.len());
    assert_eq!(some.iter().collect::<Vec<_>>(), expect);
    let samples = walk(&service, "/api/v1/plans?limit=1000").await;
    assert!(
        samples.iter().any(|row| row["sample"] == true) && samples.iter().any(|row| row["sample"] == false)
    );
    assert!(walk(&service, "/api/v1/plans?plan=%00").await.is_empty());
}

#[tokio::test]
async fn the_money_is_that_of_the_command_line() {
    let service = Service::open().await;
    let rows = walk(
        &service,
        "/api/v1/budget?by=programme&by=month&year=2020&department=24&measure=accrued&limit=7",
    )
    .await;
    let desk = Desk::reading();
    let line = "budget --by programme,month --year 2020 --where department=24 --measure accrued --format csv";
    let ran = desk.run(line);
    let text = |row: &Value| {
        format!(
            "{},{},{}",
            row["programme"].as_str().unwrap(),
            row["month"].as_str().unwrap(),
            row["accrued"].as_str().unwrap_or_default()
        )
    };
    let lines: Vec<String> = ran.out.lines().skip(1).map(str::to_owned).collect();
    assert!(lines.len() > 10);
    assert_eq!(rows.iter().map(text).collect::<Vec<_>>(), lines);
}

#[tokio::test]
async fn years_side_by_side_are_those_of_the_command_line() {
    let service = Service::open().await;
    let url = "/api/v1/budget?across=year&by=entity&level=E&measure=accrued";
    let rows = walk(&service, &format!("{url}&limit=7")).await;
    let desk = Desk::reading();
    let ran = desk.run("budget --across year --by entity --where level=E --measure accrued --format csv");
    let mut lines = csv::Reader::from_reader(ran.out.as_bytes());
    let headers: Vec<String> = lines.headers().unwrap().iter().map(str::to_owned).collect();
    assert!(headers.contains(&"change_percent_2020_2025".to_owned()), "{headers:?}");
    let lines: Vec<Vec<String>> =
        lines.records().map(|line| line.unwrap().iter().map(str::to_owned).collect()).collect();
    assert!(lines.len() > 10 && lines.iter().any(|line| line.iter().any(String::is_empty)));
    let row = |row: &Value| -> Vec<String> {
        headers.iter().map(|name| row[name].as_str().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(rows.iter().map(row).collect::<Vec<_>>(), lines);
    assert!(rows.iter().all(|row| row["entity_name"].is_string()), "{rows:?}");
    let beside = service.get(&format!("{url}&limit=1")).await.json();
    let sum = |year: &str| -> base::Money {
        let of = |row: &Value| row[year].as_str().map(|text| text.parse::<base::Money>().unwrap());
        rows.iter().filter_map(of).sum()
    };
    let total: base::Money = beside["total"]["accrued_in_2020"].as_str().unwrap().parse().unwrap();
    assert_eq!(total, sum("accrued_in_2020"));
    assert!(beside["units"]["2020"].as_u64() > beside["units"]["2025"].as_u64(), "{beside}");
}

#[tokio::test]
async fn nothing_that_is_not_public_leaves() {
    let service = Service::open().await;
    for url in ["/api/v1/entities?limit=5", "/api/v1/territories?limit=5"] {
        let rows = service.get(url).await.json();
        assert!(rows["data"][0].get("name").is_some());
        assert!(rows["data"][0].get("folded").is_none(), "{rows}");
    }
    assert_eq!(service.get("/datos/archivos/..%2fquipu.db").await.status.as_u16(), 404);
    assert_eq!(service.get("/datos/archivos/../quipu.db").await.status.as_u16(), 404);
    assert_eq!(service.get("/datos/archivos/budget/../../journal.key").await.status.as_u16(), 404);
}
