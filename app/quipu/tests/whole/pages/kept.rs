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
