//! The six lead indicators of the updated PEDN (¶300, Table 3) at their milestones.
use super::case::{check, expected, reasons};

const HDI: &str = "stock increase | 2013=0.737 | 2016=0.739 2021=0.764";
const POVERTY: &str = "stock decrease | 2012=0.043 | 2016=0.040 2021=0.018";
const GOVERNMENT: &str = "stock increase | 2014=2.73 | 2016=2.90 2021=3.03";
const GDP: &str = "stock increase | 2014=9875 | 2016=10412 2021=12852";
const TERRITORY: &str = "stock increase | 2014=50.84 | 2016=50.71 2021=51.30";
const EPI: &str = "stock increase | 2012=45.05 | 2016=46.37 2021=49.06";

fn at(card: &str, year: u16, value: &str) -> String {
    format!("{card} | {} | {year}-12-31", every_year(year, value))
}

/// The same value every year from 2013 on, so that no period is owed.
fn every_year(year: u16, value: &str) -> String {
    (2013..=year).map(|y| format!("{y}={value}")).collect::<Vec<_>>().join(" ")
}

#[test]
fn milestones_met_exactly_are_achieved() {
    for (card, first, last) in [
        (HDI, "0.739", "0.764"),
        (POVERTY, "0.040", "0.018"),
        (GOVERNMENT, "2.90", "3.03"),
        (GDP, "10412", "12852"),
        (TERRITORY, "50.71", "51.30"),
        (EPI, "46.37", "49.06"),
    ] {
        check(&at(card, 2016, first), "achieved 100");
        check(&at(card, 2021, last), "achieved 100");
    }
}

#[test]
fn milestones_missed_in_2016() {
    check(&at(HDI, 2016, "0.738"), "off_track 50");
    check(&at(POVERTY, 2016, "0.041"), "off_track 66.7");
    check(&at(GOVERNMENT, 2016, "2.884"), "on_track 90.6");
    check(&at(GDP, 2016, "10260"), "behind 71.7");
    check(&at(TERRITORY, 2016, "50.70"), "on_track 100");
    check(&at(EPI, 2016, "45.05"), "off_track 0");
}

#[test]
fn milestones_missed_in_2021() {
    check(&at(HDI, 2021, "0.755"), "off_track 66.7");
    check(&at(POVERTY, 2021, "0.029"), "off_track 56");
    check(&at(GOVERNMENT, 2021, "2.97"), "behind 80");
    check(&at(GDP, 2021, "12555"), "behind 90");
    check(&at(TERRITORY, 2021, "51.20"), "behind 78.3");
    check(&at(EPI, 2021, "44.00"), "off_track -26.2");
}

#[test]
fn the_dip_of_pillar_five_is_followed_not_flattened() {
    assert_eq!(expected(&at(TERRITORY, 2015, "51")).unwrap().to_string(), "50.775");
    assert_eq!(expected(&at(TERRITORY, 2016, "51")).unwrap().to_string(), "50.71");
    assert_eq!(expected(&at(TERRITORY, 2017, "51")).unwrap().to_string(), "50.828");
    assert_eq!(expected(&at(TERRITORY, 2018, "51")).unwrap().to_string(), "50.946");
    // A fall that the plan foresaw is no failure; a deeper one is.
    check(&at(TERRITORY, 2015, "50.78"), "on_track 100");
    check(&at(TERRITORY, 2016, "40"), "behind 78.9");
    check(&at(TERRITORY, 2018, "50.84"), "off_track 0");
    assert_eq!(reasons(&at(TERRITORY, 2016, "50.70")), "no_change_due");
}

#[test]
fn between_milestones_pillar_two_falls_along_its_path() {
    assert_eq!(expected(&at(POVERTY, 2014, "0.04")).unwrap().to_string(), "0.0415");
    check(&at(POVERTY, 2014, "0.0415"), "on_track 100");
    check(&at(POVERTY, 2014, "0.044"), "off_track -66.7");
    check(&at(POVERTY, 2014, "0.018"), "achieved 1666.7");
}

#[test]
fn editions_of_the_environmental_index_do_not_compare() {
    let card = "stock increase scale=EPI-2014 | 2012=45.05 | 2016=46.37 2021=49.06";
    check(&format!("{card} | 2016=72.95@EPI-2016 | 2016-12-31"), "not_comparable");
    check(&format!("{card} | 2016=72.95@EPI-2016 2020=44.0@EPI-2020 | 2020-12-31"), "not_comparable");
    check(&format!("{card} | 2016=72.95@EPI-2016 2020=44.0@EPI-2020 | 2022-12-31"), "overdue");
}

#[test]
fn government_effectiveness_is_published_on_another_scale_than_its_target() {
    let card = "stock increase scale=0-to-5 | 2014=2.73 | 2016=2.90 2021=3.03";
    check(&format!("{card} | 2015=-0.36@WGI 2016=-0.26@WGI | 2016-12-31"), "not_comparable");
}
