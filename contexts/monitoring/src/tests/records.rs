//! Imports, versions and what was known when.
use base::{Known, RowErrors};
use testkit::Bench;

use crate::MIGRATIONS;
use crate::actions::import_observations::{Observed, import_observations, own_series};
use crate::actions::import_series::import_series;
use crate::actions::{Delivery, Outcome, Refusal, Row, bind::bind};
use crate::domain::records::{Binding, BindingKey, Group, GroupKind, Measurement, ObservationKey, Series};
use crate::domain::{Aggregation, Refusal as Refused, Status, assess};
use crate::queries::evidence::Evidence;
use crate::queries::promises::Promise;
use crate::queries::series::{histories, places, series};
use crate::queries::whole::whole;

use super::case::{read, rules};

pub fn delivery<T>(rows: Vec<T>) -> Delivery<T> {
    let rows = rows.into_iter().zip(2..).map(|(content, line)| Row { file: "x.csv".into(), line, content });
    Delivery { source: "test".into(), rows: rows.collect(), refused: RowErrors::default(), partial: false }
}

pub fn a_series(code: &str, group: Option<&str>) -> Series {
    Series {
        code: code.parse().unwrap(),
        name: code.into(),
        name_en: None,
        unit: "index".into(),
        source: "UNDP".into(),
        provenance: None,
        note: None,
        comparable_group: group.map(str::to_owned),
        frozen_on: None,
    }
}

/// `SERIES TERRITORY PERIOD VALUE`, then optionally an edition and a group.
pub fn observed(text: &str) -> Observed {
    let words: Vec<&str> = text.split(' ').collect();
    Observed {
        key: ObservationKey {
            series: words[0].parse().unwrap(),
            territory: words[1].parse().unwrap(),
            period: words[2].parse().unwrap(),
            edition: words.get(4).filter(|e| **e != "-").map(|e| (*e).to_owned()),
            group: words.get(5).map(|g| Group { kind: GroupKind::Sex, name: (*g).to_owned() }),
        },
        measurement: Measurement {
            value: words[3].parse().unwrap(),
            numerator: None,
            denominator: None,
            source: "UNDP".into(),
            provenance: None,
            quality_note: None,
            published_on: None,
        },
        reported_to: None,
    }
}

async fn import(bench: &Bench, lines: &[&str]) -> Result<Outcome, Refusal> {
    import_observations(&bench.ctx, delivery(lines.iter().map(|l| observed(l)).collect())).await
}

async fn bench_with(codes: &[(&str, Option<&str>)]) -> Bench {
    let bench = Bench::new(&[MIGRATIONS]).await;
    let all = codes.iter().map(|(code, group)| a_series(code, *group)).collect();
    import_series(&bench.ctx, delivery(all)).await.unwrap();
    bench
}

fn counts(outcome: &Outcome) -> (usize, usize, usize) {
    (outcome.added, outcome.changed, outcome.unchanged)
}

async fn values(bench: &Bench, known: Known, code: &str) -> Vec<String> {
    let code = code.parse().unwrap();
    let view = series(&mut *bench.read().await, known, &code).await.unwrap();
    let view = view.map(|v| v.observations).unwrap_or_default();
    view.iter().map(|(k, m)| format!("{}={}", k.period, m.value)).collect()
}

#[tokio::test]
async fn the_same_import_again_writes_nothing() {
    let bench = bench_with(&[("HDI", None)]).await;
    let lines = ["HDI PE 2013 0.737", "HDI PE 2014 0.740", "HDI 01 2014 0.7", "HDI PE 2014 0.73 - women"];
    assert_eq!(counts(&import(&bench, &lines).await.unwrap()), (4, 0, 0));
    let last = bench.last_seq().await;
    let again = import(&bench, &lines).await.unwrap();
    assert_eq!((counts(&again), again.seq), ((0, 0, 4), None));
    assert_eq!(bench.last_seq().await, last);
    let places = places(&mut *bench.read().await, Known::NOW, &"HDI".parse().unwrap()).await.unwrap();
    let places: Vec<String> =
        places.iter().map(|p| format!("{} {}", p.territory, p.group.is_some())).collect();
    assert_eq!(places, ["01 false", "PE false", "PE true"]);
    bench.verify().await;
}

#[tokio::test]
async fn a_changed_value_keeps_the_old_one_readable() {
    let bench = bench_with(&[("HDI", None)]).await;
    import(&bench, &["HDI PE 2013 0.737", "HDI PE 2014 0.740"]).await.unwrap();
    let before = bench.known().await;
    let outcome = import(&bench, &["HDI PE 2014 0.754", "HDI PE 2015 0.758"]).await.unwrap();
    assert_eq!(counts(&outcome), (1, 1, 0));
    assert_eq!(values(&bench, before, "HDI").await, ["2013=0.737", "2014=0.740"]);
    assert_eq!(values(&bench, Known::NOW, "HDI").await, ["2013=0.737", "2014=0.754", "2015=0.758"]);
    let key = observed("HDI PE 2014 0").key;
    let said = histories(&mut *bench.read().await, Known::NOW, &key.series, &key.territory).await.unwrap();
    let of_key = said.iter().filter(|(of, ..)| *of == key);
    let said: Vec<String> = of_key.map(|(_, seq, m)| format!("{seq}:{}", m.value)).collect();
    assert_eq!(said, ["2:0.740", "3:0.754"]);
    bench.verify().await;
}

#[tokio::test]
async fn an_import_is_all_or_nothing_unless_partial() {
    let bench = bench_with(&[("HDI", None)]).await;
    let lines = ["HDI PE 2013 0.737", "EPI PE 2013 45", "HDI PE 2013 0.738"];
    let Err(Refusal::Rows(refused)) = import(&bench, &lines).await else { panic!("must be refused") };
    let places: Vec<String> = refused.0.iter().map(ToString::to_string).collect();
    assert_eq!(
        places,
        [
            "x.csv:3, series = \"EPI\": no such series: import series.csv first",
            "x.csv:4, value = \"HDI PE 2013\": line 2 says something else of the same",
        ]
    );
    assert!(values(&bench, Known::NOW, "HDI").await.is_empty());
    let mut partial = delivery(lines.iter().map(|l| observed(l)).collect());
    partial.partial = true;
    let outcome = import_observations(&bench.ctx, partial).await.unwrap();
    assert_eq!((counts(&outcome), outcome.refused.0.len()), ((1, 0, 0), 2));
    assert!(matches!(import(&bench, &[]).await, Err(Refusal::Empty)));
}

#[tokio::test]
async fn a_value_may_be_reported_straight_to_an_indicator() {
    let bench = Bench::new(&[MIGRATIONS]).await;
    let (plan, indicator) = ("PEI-1".parse().unwrap(), "OEI1-I1".parse().unwrap());
    let mut row = observed("X PE 2013 5");
    row.key.series = own_series(&plan, &indicator).unwrap();
    row.reported_to = Some((plan.clone(), indicator.clone()));
    import_observations(&bench.ctx, delivery(vec![row])).await.unwrap();
    let facts = facts(&bench, Known::NOW, promise("PEI-1", "OEI1-I1", None)).await;
    assert_eq!(facts.observations.len(), 1);
    bench.verify().await;
}

fn promise(plan: &str, indicator: &str, named: Option<&str>) -> Promise {
    let line = "stock increase | 2013=0.737 | 2016=0.739 2021=0.764 |  | 2016-12-31";
    Promise {
        plan: plan.parse().unwrap(),
        indicator: indicator.parse().unwrap(),
        version: "1".parse().unwrap(),
        element: "OE1".parse().unwrap(),
        territory: "PE".parse().ok(),
        series: named.map(|code| code.parse().unwrap()),
        card: read(line).0.indicator,
    }
}

async fn facts(bench: &Bench, known: Known, promise: Promise) -> crate::domain::Facts {
    let mut conn = bench.read().await;
    let all = Evidence::load(&mut conn, known).await.unwrap().facts(&promise);
    let one = Evidence::of_some(&mut conn, known, std::iter::once(&promise)).await.unwrap().facts(&promise);
    assert_eq!(all, one, "one by one and all at once");
    all
}

async fn status(bench: &Bench, known: Known) -> Status {
    let facts = facts(bench, known, promise("PEDN", "OE1-I1", Some("HDI"))).await;
    assess(&facts, &rules(0), "2016-12-31".parse().unwrap()).status
}

#[tokio::test]
async fn the_status_is_that_of_the_day_asked_for() {
    let bench = bench_with(&[("HDI", None)]).await;
    import(&bench, &["HDI PE 2016 0.737"]).await.unwrap();
    let first = bench.known().await;
    import(&bench, &["HDI PE 2016 0.739"]).await.unwrap();
    assert_eq!(status(&bench, first).await, Status::OffTrack);
    assert_eq!(status(&bench, Known::NOW).await, Status::Achieved);
}

#[tokio::test]
async fn editions_compare_only_where_somebody_says_so() {
    let editions = ["HDI PE 2016 0.737 2017-report", "HDI PE 2016 0.764 2023-report"];
    let bench = bench_with(&[("HDI", None)]).await;
    import(&bench, &editions).await.unwrap();
    assert_eq!(status(&bench, Known::NOW).await, Status::NotComparable);
    let bench = bench_with(&[("HDI", Some("hdi"))]).await;
    import(&bench, &editions).await.unwrap();
    assert_eq!(status(&bench, Known::NOW).await, Status::Achieved, "the later edition counts");
}

#[tokio::test]
async fn a_binding_says_on_which_scale_the_targets_stand() {
    let bench = bench_with(&[("HDI", Some("report-2023"))]).await;
    import(&bench, &["HDI PE 2016 0.764"]).await.unwrap();
    assert_eq!(status(&bench, Known::NOW).await, Status::Achieved);
    let before = bench.known().await;
    let key = |series: &str| BindingKey {
        plan: "PEDN".parse().unwrap(),
        indicator: "OE1-I1".parse().unwrap(),
        series: series.parse().unwrap(),
    };
    let binding = Binding {
        targets_group: Some("report-2014".into()),
        programme: None,
        product: None,
        note: Some("the report of 2014 gave 0.737 for 2013".into()),
    };
    assert!(matches!(
        bind(&bench.ctx, delivery(vec![(key("NO"), binding.clone())])).await,
        Err(Refusal::Rows(_))
    ));
    bind(&bench.ctx, delivery(vec![(key("HDI"), binding)])).await.unwrap();
    assert_eq!(status(&bench, Known::NOW).await, Status::NotComparable);
    assert_eq!(status(&bench, before).await, Status::Achieved);
    bench.verify().await;
}

#[tokio::test]
async fn a_whole_is_made_of_all_its_parts_of_one_scale() {
    let bench = bench_with(&[("KITS", None), ("EPI", None)]).await;
    let lines =
        ["KITS 01 2013 5", "KITS 02 2013 7", "KITS 03 2013 100", "KITS 01 2014 6", "KITS 02 2013 9 - women"];
    import(&bench, &lines).await.unwrap();
    import(&bench, &["EPI 01 2013 5 a", "EPI 02 2013 7 b"]).await.unwrap();
    let parts = ["01".parse().unwrap(), "02".parse().unwrap()];
    let mut shown = Vec::new();
    for code in ["KITS", "EPI"] {
        let mut conn = bench.read().await;
        let found =
            whole(&mut conn, Known::NOW, &code.parse().unwrap(), Aggregation::Sum, &parts).await.unwrap();
        let answer = |r: Result<_, Refused>| {
            r.map_or_else(|e| e.to_string(), |v: rust_decimal::Decimal| v.to_string())
        };
        shown.extend(found.into_iter().map(|(period, value)| format!("{code} {period}: {}", answer(value))));
    }
    assert_eq!(
        shown,
        [
            "KITS 2013: 12",
            "KITS 2014: the parts are incomplete: 1 of 2 territories have no value",
            "EPI 2013: the parts of 2013 are on different scales",
        ]
    );
}
