//! What posts are told: once, by one letter a day, in calendars and feeds; after any outage the same.
use std::{collections::BTreeSet, path::PathBuf, process::Command};

use db::RowExt as _;
use office::{
    actions::{Teller, tell_posts},
    pages::tell_now,
};
use serde_json::{Value, json};

use super::{
    browser::Browser,
    people::{PASSWORD, Town, email},
};
use crate::{desk::Desk, sample::root};

async fn letters(town: &Town) -> Vec<mail::Letter> {
    let mut read = town.state.ctx.db.read().await.unwrap();
    let due = mail::due(&mut read, town.state.ctx.now, 1000).await.unwrap();
    due.into_iter().map(|due| due.letter).filter(|letter| letter.id.starts_with("notices/")).collect()
}

/// What was told, as post and identity.
async fn told(town: &Town) -> Vec<(String, String)> {
    let mut read = town.state.ctx.db.read().await.unwrap();
    let rows = db::query("SELECT post, identity FROM office_notices ORDER BY post, identity");
    let rows = rows.fetch_all(&mut *read).await.unwrap();
    rows.iter().map(|row| (row.text("post").unwrap(), row.text("identity").unwrap())).collect()
}

#[tokio::test]
async fn a_notice_is_given_once_to_whoever_answers() {
    let town = Town::whole().await;
    let before = journal::last_shown(&mut town.state.ctx.db.read().await.unwrap()).await.unwrap();
    assert_eq!(tell_now(&town.app).await.unwrap(), office::actions::Told::default(), "nobody answers yet");
    let mut ines = town.somebody("Ines", Some("e-11-011.indicator-owner")).await;
    let first = tell_now(&town.app).await.unwrap();
    assert!(first.notices > 0 && first.letters == 1, "{first:?}");
    let sent = letters(&town).await;
    assert_eq!(sent.len(), 1);
    assert_eq!(sent[0].recipient, email("Ines"));
    assert!(sent[0].body.contains("http://quipu.test/oficina/entidad/E:11-011/datos"), "{}", sent[0].body);
    assert!(sent[0].subject.contains(&first.notices.to_string()), "{}", sent[0].subject);
    // Asked again, and by two at once: nothing more.
    let (a, b) = tokio::join!(tell_now(&town.app), tell_now(&town.app));
    assert_eq!((a.unwrap().notices, b.unwrap().notices), (0, 0));
    let page = ines.get("/oficina/avisos").await;
    assert!(page.status == 200 && page.text.contains("Dato vencido"), "{}", page.text);
    // The public is shown nothing new by it.
    let mut read = town.state.ctx.db.read().await.unwrap();
    let shown: BTreeSet<i64> = [journal::last_shown(&mut read).await.unwrap().0].into();
    assert!(shown.contains(&before.0) || shown.iter().all(|seq| *seq > before.0));
    assert_eq!(journal::verify(&mut read, None).await.unwrap(), []);
}

#[tokio::test]
async fn a_vacant_post_is_told_at_its_superior() {
    let town = Town::whole().await;
    let account = town.account("Hugo").await;
    town.name_to(&account, "e-11-011.approver").await;
    let first = tell_now(&town.app).await.unwrap();
    assert!(first.notices > 0, "{first:?}");
    let told = told(&town).await;
    assert!(told.iter().all(|(post, _)| post == "e-11-011.indicator-owner"), "{told:?}");
    assert_eq!(letters(&town).await[0].recipient, email("Hugo"));
}

#[tokio::test]
async fn letters_come_as_often_as_they_are_wanted() {
    let town = Town::whole().await;
    let mut ines = town.somebody("Ines", Some("e-11-011.indicator-owner")).await;
    assert_eq!(ines.post("/oficina/avisos/cartas", &[("often", "hourly")]).await.status, 400);
    assert_eq!(ines.post("/oficina/avisos/cartas", &[("often", "never")]).await.status, 303);
    let first = tell_now(&town.app).await.unwrap();
    assert!(first.notices > 0 && first.letters == 0, "{first:?}");
    assert!(letters(&town).await.is_empty());
    assert!(ines.get("/oficina/avisos").await.text.contains("Dato vencido"), "the page tells it");

    // The second of March of 2026 is a Monday; the day after is not.
    let town = Town::at(Desk::own(), "2026-03-03T15:00:00Z").await;
    let mut ines = town.somebody("Ines", Some("e-11-011.indicator-owner")).await;
    ines.post("/oficina/avisos/cartas", &[("often", "weekly")]).await;
    assert_eq!(tell_now(&town.app).await.unwrap().notices, 0);
    let monday = Town::at(town.desk, "2026-03-09T15:00:00Z").await;
    assert_eq!(tell_now(&monday.app).await.unwrap().letters, 1);
}

/// A case whose opinion runs out, and posts that are told on the days given.
async fn after(days: &[&str]) -> BTreeSet<(String, String)> {
    let town = Town::whole().await;
    let mut ana = town.somebody("Ana", Some("e-11-011.planner")).await;
    let mut ben = town.somebody("Ben", Some("e-11-011.planning-commission")).await;
    town.somebody("Ceci", Some("e-01-016.governing-body")).await;
    super::plans::until_opinion(&town, &mut ana, &mut ben).await;
    let country = formulation::Country { offset: town.app.frame.country.offset() };
    let writer = |person: &accounts::domain::Person, notices: &[office::domain::Notice]| {
        office::pages::words(&town.app, "http://quipu.test", person, notices)
    };
    for day in days {
        let ctx = journal::Ctx { now: format!("{day}T15:00:00Z").parse().unwrap(), ..town.ctx() };
        tell_posts(&ctx, &Teller { country, columnar: town.state.columnar(), writer: &writer })
            .await
            .unwrap();
    }
    let told = told(&town).await;
    let set: BTreeSet<(String, String)> = told.iter().cloned().collect();
    assert_eq!(set.len(), told.len(), "each once");
    set.into_iter().filter(|(_, identity)| identity.starts_with("case/")).collect()
}

#[tokio::test]
async fn after_an_outage_the_notices_of_cases_are_those_of_no_outage() {
    let daily: Vec<String> = (3..=31).map(|day| format!("2026-03-{day:02}")).collect();
    let every: Vec<&str> = daily.iter().map(String::as_str).collect();
    let without = after(&every).await;
    assert!(without.iter().any(|(post, _)| post == "e-01-016.governing-body"), "{without:?}");
    assert!(without.iter().any(|(_, identity)| identity.contains("case_lapsed")), "{without:?}");
    assert_eq!(after(&["2026-03-31"]).await, without);
    assert_eq!(after(&["2026-03-06", "2026-03-07", "2026-03-20", "2026-03-31"]).await, without);
}

/// The calendar as another program reads it.
fn calendar_of(text: &str) -> Value {
    let python = std::env::var_os("QUIPU_TEST_PYTHON")
        .map_or_else(|| root().join("target/test-venv/bin/python"), PathBuf::from);
    let room = tempfile::tempdir().unwrap();
    let file = room.path().join("plazos.ics");
    std::fs::write(&file, text).unwrap();
    let script = root().join("app/quipu/tests/calendar/read.py");
    let output = Command::new(python).arg(script).arg(&file).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The address of that file among those that were shown once.
fn address(text: &str, file: &str) -> String {
    let at = text.split("value=\"http://quipu.test").find(|part| part.contains(file)).unwrap();
    at.split('"').next().unwrap().to_owned()
}

async fn addresses(browser: &mut Browser) -> (String, String) {
    let made = browser.post("/oficina/avisos/agenda", &[]).await;
    assert_eq!(made.status, 200, "{}", made.text);
    (address(&made.text, "plazos.ics"), address(&made.text, "avisos.atom"))
}

#[tokio::test]
async fn secret_addresses_open_what_their_owner_may_see_until_they_end() {
    let town = Town::whole().await;
    let mut ines = town.somebody("Ines", Some("e-11-011.indicator-owner")).await;
    tell_now(&town.app).await.unwrap();
    let (calendar, feed) = addresses(&mut ines).await;
    assert!(!ines.get("/oficina/avisos").await.text.contains(&calendar), "shown once");
    let mut program = town.browser();
    let ics = program.get(&calendar).await;
    assert_eq!(
        (ics.status, ics.headers["content-type"].to_str().unwrap()),
        (200, "text/calendar; charset=utf-8")
    );
    assert_eq!(ics.headers["cache-control"], "no-store");
    assert!(ics.text.starts_with("BEGIN:VCALENDAR\r\n") && ics.text.contains("BEGIN:VEVENT"), "{}", ics.text);
    let read = calendar_of(&ics.text);
    assert_eq!((read["name"].as_str(), &read["errors"]), (Some("Plazos de mis puestos"), &json!([])));
    let events = read["events"].as_array().unwrap();
    let uids: BTreeSet<&str> = events.iter().map(|event| event["uid"].as_str().unwrap()).collect();
    assert!(!events.is_empty() && uids.len() == events.len(), "{events:?}");
    for event in events {
        assert_eq!(event["errors"], json!([]));
        assert_eq!(
            event["day"].as_str().unwrap().len(),
            "2026-03-02".len(),
            "a day, without an hour: {event}"
        );
        assert!(event["url"].as_str().unwrap().starts_with("http://quipu.test/oficina/"), "{event}");
    }
    let atom = program.get(&feed).await;
    assert!(
        atom.status == 200 && atom.text.contains("<feed") && atom.text.contains("Dato vencido"),
        "{}",
        atom.text
    );
    assert!(!atom.headers.contains_key("access-control-allow-origin"));
    // A secret that was never given, and one that was replaced.
    let stranger = format!("/agenda/{}/plazos.ics", "A".repeat(43));
    assert_eq!(program.get(&stranger).await.status, 404);
    let (again, _) = addresses(&mut ines).await;
    assert_eq!(program.get(&calendar).await.status, 404);
    assert_eq!(program.get(&again).await.status, 200);
    // It is no way in: it reads due days and nothing else.
    assert_eq!(program.get("/oficina").await.status, 303);
    assert_eq!(ines.post("/oficina/avisos/agenda/fin", &[]).await.status, 303);
    assert_eq!(program.get(&again).await.status, 404);
    // Whoever is relieved sees nothing of the post any more.
    let (calendar, _) = addresses(&mut ines).await;
    town.relieve("e-11-011.indicator-owner", "2026-03-03").await;
    let later = Town::at(town.desk, "2026-03-04T15:00:00Z").await;
    let empty = later.browser().get(&calendar).await;
    assert!(empty.status == 200 && !empty.text.contains("BEGIN:VEVENT"), "{}", empty.text);
    let mut ines = later.browser();
    ines.post("/ingresar", &[("email", &email("Ines")), ("password", PASSWORD)]).await;
    assert!(!ines.get("/oficina/avisos").await.text.contains("Dato vencido"));
}
