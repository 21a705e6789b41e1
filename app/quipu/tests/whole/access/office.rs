//! Every page of the office leads somewhere.
use std::collections::{BTreeSet, VecDeque};

use super::people::Town;

/// Links of the part of the page that is its own.
fn links(text: &str) -> Vec<String> {
    let main = text.split_once("<main").map_or(text, |(_, main)| main);
    let main = main.split_once("</main>").map_or(main, |(main, _)| main);
    main.split("href=\"")
        .skip(1)
        .filter_map(|part| part.split('"').next())
        .filter(|href| href.starts_with('/'))
        .map(|href| href.replace("&amp;", "&").replace("&#38;", "&").split('#').next().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn every_link_of_the_office_leads_somewhere() {
    let town = Town::whole().await;
    for (name, post) in [
        ("Ana", "e-11-011.planner"),
        ("Hugo", "e-11-011.approver"),
        ("Ines", "e-11-011.indicator-owner"),
        ("Alba", "e-11-011.administrator"),
        ("Ceci", "e-01-016.governing-body"),
    ] {
        let mut browser = town.somebody(name, Some(post)).await;
        if name == "Ana" {
            let fields = [("plan", "MUESTRA-PEI-11-011"), ("version", "2027")];
            let opened = browser.post("/oficina/entidad/E:11-011/planes", &fields).await;
            assert_eq!(opened.status, 303, "{}", opened.text);
        }
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let handover = format!("/oficina/puesto/{post}/entrega");
        let mut open: VecDeque<String> = ["/oficina", "/en/oficina", &handover].map(str::to_owned).into();
        while let Some(path) = open.pop_front() {
            if seen.len() > 60 || !seen.insert(path.clone()) {
                continue;
            }
            let answer = browser.get(&path).await;
            let is_handover = path.contains("/entrega") && answer.status == 403;
            assert!(answer.status == 200 || is_handover, "{name}: {path} answers {}", answer.status);
            // Beyond the office other tests walk; what the office leads to is asked for once.
            if path.trim_start_matches("/en").starts_with("/oficina") {
                open.extend(links(&answer.text).into_iter().filter(|link| !link.contains("format=")));
            }
        }
        assert!(seen.len() > 10, "{name} saw {seen:?}");
    }
}
