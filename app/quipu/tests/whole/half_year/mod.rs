//! Half a year of a small state, by the pages that officials use: values come on time, late, wrong, never, or with a reason why there
//! is none; a sector accepts, returns and keeps silent; a review decides on what is red; gates refuse money and let it pass. What was
//! done is written down as it is done, and another program, which knows nothing of Quipu, counts from that alone what board, report,
//! statuses, review and money must say.
mod gates;
mod review;
mod values;
mod world;

use std::{cell::RefCell, collections::BTreeMap, fs, process::Command};

use monitoring::actions::settle_reviews::settle_reviews;
use serde_json::{Value, json};

use crate::{
    access::{browser::Browser, people::Town},
    chance::Chance,
    desk::Desk,
    sample,
};
use world::MOMENTS;

const SEED: u64 = 2026;
/// Whoever has a part in it: a name and the post.
const CAST: [(&str, &str); 10] = [
    ("Salma", "e-11-011.planner"),
    ("Elsa", "e-10-010.planner"),
    ("Abel", "e-05-005.planner"),
    ("Vito", "e-37-037.planner"),
    ("Cora", "e-11-011.sector-coordinator"),
    ("Titu", "e-11-011.approver"),
    ("Mae", "e-09-009.budget-directorate"),
    ("Ceci", "e-01-016.planner"),
    ("Gala", "e-01-016.governing-body"),
    ("Dora", "e-01-001.delivery-unit"),
];

/// What was done so far, and what is to be known of it.
struct Run {
    chance: Chance,
    log: Vec<Value>,
    values: values::Waiting,
    gates: gates::Gates,
    review: review::Session,
}

/// A moment at which people act.
struct Now {
    town: Town,
    at: &'static str,
    day: jiff::civil::Date,
    moment: usize,
    /// Who logged in already.
    browsers: RefCell<BTreeMap<String, Browser>>,
}

impl Now {
    /// The browser of one of the cast, who logs in anew: no session lasts for weeks.
    async fn browser(&self, name: &str) -> Browser {
        let known = self.browsers.borrow().get(name).cloned();
        if let Some(browser) = known {
            return browser;
        }
        let browser = self.town.enters(name).await;
        self.browsers.borrow_mut().insert(name.to_owned(), browser.clone());
        browser
    }
}

impl Run {
    /// Writes down what somebody did and what the service answered.
    fn did(&mut self, now: &Now, what: &str, mut of: Value) {
        let fields = of.as_object_mut().unwrap();
        fields.insert("at".to_owned(), json!(now.at));
        fields.insert("day".to_owned(), json!(now.day.to_string()));
        fields.insert("what".to_owned(), json!(what));
        self.log.push(of);
    }
}

#[tokio::test]
async fn half_a_year_is_reported_as_another_counts_it() {
    // What the ministry of the sample owes besides, as it will be counted at the end.
    let mut town = Town::whole().await;
    let before = punctuality(&mut town.browser(), world::HEALTH).await;
    world::plans(&town.desk);
    let reports = world::reports(SEED);
    let mut run = Run {
        chance: Chance::new(SEED + 1),
        log: Vec::new(),
        values: values::Waiting::default(),
        gates: gates::Gates::default(),
        review: review::Session::default(),
    };
    town = Town::over(town.desk).await;
    for (name, post) in CAST {
        town.is_named(name, Some(post)).await;
    }
    let mut frozen = None;
    for (moment, (at, day)) in MOMENTS.into_iter().enumerate() {
        let then = Town::at(town.desk, at).await;
        let now = Now { town: then, at, day, moment, browsers: RefCell::default() };
        // As the running service does by itself.
        settle_reviews(&now.town.ctx()).await.unwrap();
        values::act(&mut run, &now, &reports).await;
        gates::act(&mut run, &now).await;
        review::act(&mut run, &now).await;
        if now.day == world::FROZEN {
            frozen = Some(publish(&now).await);
        }
        town = now.town;
    }
    let (code, bytes) = frozen.unwrap();
    let mut citizen = town.browser();
    // Values came and were corrected since: the report is what it was.
    let again = citizen.get(&format!("/informe/{code}?format=json")).await;
    assert_eq!(again.bytes, bytes, "made again after later data");
    let mut found = tell(&mut citizen).await;
    found["before"] = before;
    let mut read = town.state.ctx.db.read().await.unwrap();
    assert_eq!(journal::verify(&mut read, None).await.unwrap(), []);
    drop(read);
    counted_again((&run, &town.desk), &found, &bytes);
}

/// The report of the half-year, frozen, signed by another and published; its code and its bytes.
async fn publish(now: &Now) -> (String, Vec<u8>) {
    let mut planner = now.browser("Ceci").await;
    let sent = planner.post("/oficina/informes/strategic_management", &[("period", "2026-S1")]).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    let code = sent.location.split('?').next().unwrap().rsplit('/').next().unwrap().to_owned();
    let mut head = now.browser("Gala").await;
    for step in ["sign", "publish"] {
        let shown = head.get(&format!("/oficina/informe/{code}?format=json")).await;
        let checksum = base::Digest::of(&shown.bytes).to_string();
        let fields = [("step", step), ("checksum", checksum.as_str()), ("reason", "")];
        let done = head.post(&format!("/oficina/informe/{code}/acto"), &fields).await;
        assert_eq!(done.status, 303, "{step}: {}", done.text);
    }
    let bytes = now.town.browser().get(&format!("/informe/{code}?format=json")).await.bytes;
    (code, bytes)
}

/// The last day.
fn end() -> jiff::civil::Date {
    MOMENTS[MOMENTS.len() - 1].1
}

async fn punctuality(citizen: &mut Browser, entity: &str) -> Value {
    parsed(citizen, &format!("/api/v1/punctuality?year=2026&on={}&entity={entity}&limit=1000", end())).await
}

/// What everybody can read at the end.
async fn tell(citizen: &mut Browser) -> Value {
    let mut found = json!({});
    for (entity, _) in world::BODIES {
        found["punctuality"][entity] = punctuality(citizen, entity).await;
        for on in ["2026-06-30".to_owned(), world::REVIEW.to_string(), end().to_string()] {
            let statuses = format!("/api/v1/statuses?on={on}&entity={entity}&limit=1000");
            found["statuses"][&on][entity] = parsed(citizen, &statuses).await;
        }
        for card in world::CARDS {
            let series = format!("{}/{}", world::plan_of(entity), card.code);
            let path = format!("/api/v1/observations?series={series}&limit=1000");
            found["observations"][&series] = parsed(citizen, &path).await;
        }
    }
    for name in [
        "value-review-acts",
        "no-values",
        "review-items",
        "review-decisions",
        "review-decision-steps",
        "budget-requests",
        "budget-request-steps",
    ] {
        found[name] = parsed(citizen, &format!("/api/v1/{name}?limit=1000")).await;
    }
    found
}

async fn parsed(citizen: &mut Browser, path: &str) -> Value {
    let answer = citizen.get(path).await;
    assert_eq!(answer.status, 200, "{path}: {}", answer.text);
    serde_json::from_slice(&answer.bytes).unwrap()
}

/// The other count: what it was told is what was done, what it compares is what is published.
fn counted_again((run, desk): (&Run, &Desk), found: &Value, report: &[u8]) {
    let told: Vec<Value> = world::BODIES
        .into_iter()
        .flat_map(|(entity, _)| world::CARDS.map(|card| (entity, card)))
        .map(|(entity, card)| {
            json!({ "entity": entity, "plan": world::plan_of(entity), "indicator": card.code,
                    "quarterly": card.is_quarterly, "a_month": card.a_month })
        })
        .collect();
    let report: Value = serde_json::from_slice(report).unwrap();
    let all = json!({
        "world": told, "log": run.log, "found": found, "report": report,
        "review_day": world::REVIEW.to_string(), "frozen_day": world::FROZEN.to_string(),
        "end": end().to_string(),
    });
    let file = desk.file("half_year.json", all.to_string());
    if let Some(keep) = std::env::var_os("QUIPU_KEEP_HALF_YEAR") {
        fs::copy(&file, keep).unwrap();
    }
    let python = std::env::var("QUIPU_TEST_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let judge = sample::root().join("app/quipu/tests/half_year/recount.py");
    let ran = Command::new(python).arg(judge).arg(&file).output().unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    assert!(ran.status.success(), "{said}");
    println!("{said}");
}
