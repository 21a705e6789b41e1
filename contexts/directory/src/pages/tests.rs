//! Both lists with everything, narrowed, with nothing.
#![allow(clippy::unwrap_used)]
use askama::Template;
use base::Validity;
use web::{Lang, Matter, PageError, Shell};

use super::{entities::EntitiesPage, territories::TerritoriesPage};
use crate::domain::{Entity, Level, Territory, TerritoryKind};

const KINDS: &str = include_str!("../../../../countries/peru/entities/kinds.csv");

fn shell(lang: Lang, path: &str) -> Shell {
    web::testing::shell(lang, path, "directory-nav-entities", Matter::Real, &[crate::MESSAGES]).unwrap()
}

fn validity() -> Validity {
    Validity::new("2009-01-01".parse().unwrap(), None).unwrap()
}

fn entity(code: &str, name: &str, kind: &str, level: Option<Level>) -> Entity {
    Entity {
        code: code.parse().unwrap(),
        kind: kind.into(),
        name: name.into(),
        level,
        sector: None,
        pliego: None,
        territory: "PE".parse().unwrap(),
        parent: None,
        validity: validity(),
        source: "x".into(),
    }
}

fn place(code: &str, name: &str, kind: TerritoryKind, parent: Option<&str>) -> Territory {
    Territory {
        code: code.parse().unwrap(),
        kind,
        name: name.into(),
        parent: parent.map(|code| code.parse().unwrap()),
        validity: validity(),
        capital: None,
        population: Some(1_000),
        latitude: None,
        longitude: None,
        source: "x".into(),
    }
}

fn entities() -> Vec<Entity> {
    let mut all = vec![
        entity("E:11-011", "Ministerio de Salud", "ministry", Some(Level::National)),
        entity("R:99-461", "Gobierno Regional de Tumbes", "regional_government", Some(Level::Regional)),
        entity(
            "M:240101-301804",
            "Municipalidad <b>Provincial</b>",
            "provincial_municipality",
            Some(Level::Local),
        ),
        entity("X:estado", "Estado", "state", None),
        entity("S:11", "Sector Salud", "sector", Some(Level::National)),
    ];
    for at in [0, 4] {
        all[at].sector = Some("11".into());
    }
    all.extend((0..120).map(|n| {
        entity(&format!("M:{n:06}-3"), "Municipalidad Distrital", "district_municipality", Some(Level::Local))
    }));
    all
}

fn places() -> Vec<Territory> {
    vec![
        place("PE", "Perú", TerritoryKind::Country, None),
        place("24", "Tumbes", TerritoryKind::Department, Some("PE")),
        place("2401", "Tumbes", TerritoryKind::Province, Some("24")),
        place("240101", "Tumbes", TerritoryKind::District, Some("2401")),
        place("01", "Áncash", TerritoryKind::Department, Some("PE")),
    ]
}

fn page(lang: Lang, path: &str) -> Result<String, PageError> {
    let (shell, nothing) = (shell(lang, path), path.contains("nothing"));
    Ok(if path.starts_with("/entidades") {
        let all = if nothing { Vec::new() } else { entities() };
        EntitiesPage::of(shell, &all)?.render().unwrap()
    } else {
        let all = if nothing { Vec::new() } else { places() };
        TerritoriesPage::of(shell, &all)?.render().unwrap()
    })
}

#[test]
fn every_sample_in_every_language() {
    for path in
        ["/entidades", "/entidades?page=3", "/entidades?nothing=1", "/territorios", "/territorios?nothing=1"]
    {
        for lang in Lang::ALL {
            let defects = web::testing::defects(&page(lang, path).unwrap(), Matter::Real);
            assert_eq!(defects, Vec::<String>::new(), "{lang:?} {path}");
        }
    }
}

#[test]
fn the_view_narrows_the_lists() {
    let check = |path: &str, expect: usize| {
        let mark = if path.starts_with("/entidades") { "href=\"/entidad/" } else { "<th scope=\"row\"" };
        assert_eq!(page(Lang::Es, path).unwrap().matches(mark).count(), expect, "{path}");
    };
    check("/entidades?q=SALUD", 2);
    check("/entidades?sector=11", 2);
    check("/entidades?q=tumbes+gobierno", 1);
    check("/entidades?q=E:11", 1);
    check("/entidades?level=R", 1);
    check("/entidades?kind=ministry", 1);
    check("/entidades?q=zzz", 0);
    check("/entidades", 50);
    check("/territorios?q=tumbes", 3);
    check("/territorios?q=ancash", 1);
    check("/territorios?kind=district", 1);
}

#[test]
fn what_is_no_level_or_kind_is_refused() {
    for path in [
        "/entidades?level=Z",
        "/entidades?kind=zzz",
        "/entidades?sector=99",
        "/territorios?kind=barrio",
        "/entidades?page=x",
    ] {
        assert!(matches!(page(Lang::Es, path), Err(PageError::Refused { .. })), "{path}");
    }
}

#[test]
fn every_kind_of_the_pack_has_its_word() {
    let shell = shell(Lang::Es, "/entidades");
    let kinds = KINDS.lines().skip(1).filter_map(|line| line.split(',').next());
    assert!(kinds.clone().count() > 5);
    for kind in kinds {
        for lang in Lang::ALL {
            assert!(shell.frame().texts.has(lang, &format!("directory-kind-{kind}")), "{kind}");
        }
    }
}
