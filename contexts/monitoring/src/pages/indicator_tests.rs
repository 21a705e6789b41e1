//! An indicator judged, unjudged, corrected, and in a version of its own.
#![allow(clippy::unwrap_used)]
use askama::Template;
use base::Known;
use jiff::tz::Offset;
use testkit::Bench;
use web::{Lang, Matter};

use super::*;
use crate::actions::import_observations::import_observations;
use crate::domain::Status;
use crate::pages::testing::{shell, sound};
use crate::tests::case::rules;
use crate::tests::records::{delivery, observed};
use crate::tests::standings::bench;

async fn answer(
    bench: &Bench,
    reference: &str,
    territory: Option<&str>,
    on: &str,
) -> Option<IndicatorAnswer> {
    let request = IndicatorRequest {
        indicator: reference.parse().unwrap(),
        territory: territory.map(|code| code.parse().unwrap()),
        on: on.parse().unwrap(),
        offset: Offset::UTC,
    };
    let mut conn = bench.read().await;
    indicator(&mut conn, Known::NOW, &rules(0), &request).await.unwrap()
}

fn names() -> Places {
    [("24".parse().unwrap(), "Tumbes".to_owned())].into()
}

fn page(shell: Shell, found: &IndicatorAnswer) -> String {
    IndicatorPage::of(shell, found, (&names(), &[])).render().unwrap()
}

#[tokio::test]
async fn every_sample_in_every_language() {
    let bench = bench().await;
    let mut samples = vec![
        answer(&bench, "PEDN/I1", None, "2016-12-31").await.unwrap(),
        answer(&bench, "PEDN@2016/I1", Some("24"), "2016-12-31").await.unwrap(),
        // Without method, without values, not yet due.
        answer(&bench, "PEDN/I2", None, "2016-12-31").await.unwrap(),
        answer(&bench, "PEI-A/IA", None, "2018-06-30").await.unwrap(),
        answer(&bench, "PEI-A/IA", None, "2019-12-31").await.unwrap(),
    ];
    let mut odd = samples[0].clone();
    let view = std::sync::Arc::make_mut(&mut odd.view);
    std::sync::Arc::make_mut(&mut view.card).name = "<b>".repeat(200);
    odd.standing.name.clone_from(&odd.view.card.name);
    odd.standing.name_en = None;
    samples.push(odd);
    for found in &samples {
        sound("/indicador/PEDN/I1?year=2016", Matter::Real, |shell| page(shell, found));
    }
}

#[tokio::test]
async fn a_correction_shows_beside_the_value_that_stands() {
    let bench = bench().await;
    import_observations(&bench.ctx, delivery(vec![observed("IDH PE 2016 0.751")])).await.unwrap();
    let found = answer(&bench, "PEDN@2016/I1", Some("PE"), "2016-12-31").await.unwrap();
    let said: Vec<usize> = found.series.iter().flat_map(|s| &s.observed).map(|o| o.said.len()).collect();
    assert_eq!(said, [2]);
    let page = page(shell(Lang::Es, "/indicador/PEDN@2016/I1", Matter::Real), &found);
    assert!(page.contains("0,751") && page.contains("0,739"), "the value and what it was before");
}

#[tokio::test]
async fn what_is_not_recorded_or_promised_is_not_shown() {
    let bench = bench().await;
    assert!(answer(&bench, "PEDN/I9", None, "2016-12-31").await.is_none());
    assert!(answer(&bench, "PEDN/I1", Some("25"), "2016-12-31").await.is_none());
    let found = answer(&bench, "PEDN/I1", None, "2016-12-31").await.unwrap();
    assert_eq!(found.standing.status, Status::OffTrack);
}

#[tokio::test]
async fn values_by_department_are_drawn_with_their_table() {
    let bench = bench().await;
    let found = answer(&bench, "PEDN/I1", None, "2016-12-31").await.unwrap();
    let spread = spread_map::sample(crate::tests::records::a_series("IDH", None));
    let with_map = |shell: Shell| {
        let mut page = IndicatorPage::of(shell, &found, (&names(), &[]));
        page.spread = Some(SpreadMap::of(&page.shell, &spread));
        page.render().unwrap()
    };
    sound("/indicador/PEDN/I1?year=2019", Matter::Real, with_map);
    let page = with_map(shell(Lang::Es, "/indicador/PEDN/I1?year=2019", Matter::Real));
    for part in [
        "aria-label=\"Amazonas: 12,3\"",
        "href=\"/territorio/01?year=2019\"",
        "Tumbes &#60;b&#62;",
        "Sin dato",
        "id=\"departamentos\"",
    ] {
        assert!(page.contains(part), "no {part} in {page}");
    }
}
