//! Every sample page in both languages.
#![allow(clippy::unwrap_used)]
use askama::Template;
use web::{Lang, Matter, testing};

#[allow(dead_code)]
mod demo;

fn page(lang: Lang) -> String {
    let shell = testing::shell(
        lang,
        "/objetivo/OE2?year=2020&territory=0701",
        "demo-title",
        Matter::Mixed,
        &[demo::MESSAGES],
    )
    .unwrap();
    demo::ObjectivePage::of(shell, "OE2").unwrap().render().unwrap()
}

#[test]
fn every_component_is_well_formed_in_both_languages() {
    for lang in Lang::ALL {
        let page = page(lang);
        assert_eq!(testing::defects(&page, Matter::Mixed), Vec::<String>::new());
        assert!(page.contains(&format!("<html lang=\"{}\"", lang.tag())));
    }
}

#[test]
fn the_state_of_the_view_is_in_every_link() {
    let page = page(Lang::Es);
    let links = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    for link in links.filter(|link| !link.starts_with("/assets/") && !link.starts_with('#')) {
        assert!(link.contains("territory=0701") && link.contains("year=20"), "{link} loses the view");
    }
}

#[test]
fn what_a_page_lacks_is_found() {
    let missing = "<h1>⟦x⟧</h1><h1 id=\"a\" style=\"x\"></h1><svg></svg><p id=\"a\">";
    assert_eq!(testing::defects(missing, Matter::Sample).len(), 6);
}
