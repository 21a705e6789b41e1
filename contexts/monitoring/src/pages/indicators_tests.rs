//! The list with everything, with one kind alone, with nothing.
#![allow(clippy::unwrap_used)]
use askama::Template;
use jiff::civil::date;
use web::{Lang, Matter};

use super::*;
use crate::pages::testing::{shell, sound};

fn standing(code: &str, status: Status, sample: bool) -> Standing {
    Standing {
        indicator: format!("PEDN@2011/{code}"),
        element: "PEDN@2011/OE1".into(),
        name: "Índice de <Desarrollo> Humano".into(),
        name_en: Some("Human Development Index".into()),
        unit: Some("índice".into()),
        lead: true,
        sample,
        territory: Some("24".parse().unwrap()),
        status,
        progress_percent: Some("-12.5".parse().unwrap()),
        expected: None,
        last: Some(("2020".parse().unwrap(), "0.762".parse().unwrap())),
        due: None,
        reasons: Vec::new(),
    }
}

fn places() -> Places {
    [("24".parse().unwrap(), "Tumbes".to_owned())].into()
}

fn page(shell: Shell, found: &[Standing]) -> Result<String, PageError> {
    Ok(IndicatorsPage::of(shell, found, &places(), date(2020, 12, 31))?.render().unwrap())
}

#[test]
fn every_sample_in_every_language() {
    let one = vec![standing("I1", Status::Achieved, false)];
    let all: Vec<Standing> = Status::ALL.iter().copied().map(|s| standing(s.as_str(), s, true)).collect();
    let many: Vec<Standing> = (0..120).map(|n| standing(&n.to_string(), Status::Behind, true)).collect();
    sound("/indicadores", Matter::Real, |shell| page(shell, &one).unwrap());
    sound("/indicadores", Matter::Real, |shell| page(shell, &[]).unwrap());
    sound("/indicadores?year=2020", Matter::Sample, |shell| page(shell, &all).unwrap());
    sound("/indicadores?page=3", Matter::Sample, |shell| page(shell, &many).unwrap());
}

#[test]
fn the_view_narrows_the_list() {
    let found: Vec<Standing> = Status::ALL.iter().copied().map(|s| standing(s.as_str(), s, false)).collect();
    let check = |query: &str, expect: usize| {
        let shell = shell(Lang::Es, &format!("/indicadores?{query}"), Matter::Real);
        let page = page(shell, &found).unwrap();
        assert_eq!(page.matches("/indicador/PEDN").count(), expect, "{query}");
    };
    check("", Status::ALL.len());
    check("status=behind", 1);
    check("q=indice+de+<desarrollo", Status::ALL.len());
    check("q=no_method", 1);
    check("q=zzz", 0);
    check("plan=PEDN", Status::ALL.len());
    check("plan=PEI", 0);
    check("territory=24", Status::ALL.len());
    check("territory=25", 0);
}

#[test]
fn a_status_that_is_none_is_refused() {
    let shell = shell(Lang::Es, "/indicadores?status=rojo", Matter::Real);
    assert!(matches!(page(shell, &[]), Err(PageError::Refused { .. })));
}
