//! Answers that the service keeps are those it would make anew, whatever was recorded since.
use super::{
    house::{Answer, House},
    statements::addresses,
};
use crate::{cli::known::change_everything, desk::Desk};

const LATER: &str = "2026-05-04T15:00:00Z";

fn asked() -> Vec<String> {
    let pages = addresses();
    let english =
        pages.iter().map(|page| format!("/en{}", page.trim_end_matches('/')).replace("/en/?", "/en?"));
    let files = ["/objetivo/PEDN/OE2?year=2020&format=csv", "/presupuesto?year=2020&format=xlsx"];
    pages.iter().cloned().chain(english).chain(files.map(str::to_owned)).collect()
}

fn same(asked: &[String], one: &[Answer], other: &[Answer]) -> Vec<String> {
    let pairs = asked.iter().zip(one.iter().zip(other));
    pairs.filter(|(_, (one, other))| one.text == other.text).map(|(url, _)| url.clone()).collect()
}

#[tokio::test]
async fn what_is_kept_is_what_would_be_made() {
    let mut desk = Desk::own();
    desk.now = LATER.into();
    let asked = asked();
    let house = House::over(&desk.data, LATER).await;
    let made = house.ask_all(&asked).await;
    let kept = house.ask_all(&asked).await;
    assert_eq!(same(&asked, &made, &kept), asked, "asked again, an answer differs");
    change_everything(&desk);
    let after = house.ask_all(&asked).await;
    let anew = House::over(&desk.data, LATER).await.ask_all(&asked).await;
    assert_eq!(same(&asked, &after, &anew), asked, "an answer is of a state that is no longer the present");
    let unchanged = same(&asked, &made, &after);
    assert!(unchanged.len() < 10, "the import changed nothing of {unchanged:?}");
}

/// Pages that ask for the same kind of thing of several days and years.
const KINDS: [&str; 8] = [
    "/",
    "/entidad/E:11-011",
    "/territorio/24",
    "/programa/1001",
    "/objetivo/MUESTRA-PESEM-11/OES1",
    "/hallazgos",
    "/cobertura",
    "/presupuesto?by=programme",
];
const VIEWS: [&str; 4] = ["year=2020", "year=2025", "year=2012", "known=2026-03-02&year=2019"];

#[tokio::test]
async fn what_is_remembered_answers_no_other_question() {
    let asked: Vec<String> = VIEWS
        .iter()
        .flat_map(|view| {
            KINDS
                .iter()
                .map(move |kind| format!("{kind}{}{view}", if kind.contains('?') { '&' } else { '?' }))
        })
        .collect();
    let remembers = House::open().await;
    // Each kind of every view in turn, so that whatever is remembered was made for the question before.
    for url in asked.iter().rev() {
        assert!(remembers.ask(url).await.status < 500, "{url}");
    }
    let mut differ = Vec::new();
    for url in &asked {
        // In the other language: the answer itself is not kept yet, what it is made of is.
        let english = format!("/en{}", url.trim_end_matches('/')).replace("/en/?", "/en?");
        let alone = House::open().await.ask(&english).await;
        if remembers.ask(&english).await.text != alone.text {
            differ.push(url);
        }
    }
    assert!(differ.is_empty(), "answered with what was made for another question: {differ:?}");
}
