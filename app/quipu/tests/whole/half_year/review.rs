//! The sector's review of July: nothing red leaves it undecided; what it decided is reported and closed in August.
use serde_json::{Value, json};

use super::{Now, Run, parsed, world};

#[derive(Default)]
pub struct Session {
    path: String,
    /// Codes of decisions in the order in which they are reported.
    decisions: Vec<String>,
}

pub async fn act(run: &mut Run, now: &Now) {
    match now.day.to_string().as_str() {
        "2026-07-22" => hold(run, now).await,
        "2026-08-15" => follow(run, now, "report").await,
        "2026-08-31" => follow(run, now, "close").await,
        _ => {}
    }
}

async fn hold(run: &mut Run, now: &Now) {
    let mut secretary = now.browser("Cora").await;
    let day = world::REVIEW.to_string();
    let convened = secretary.post("/oficina/revisiones", &[("body", "RS:11"), ("held_on", &day)]).await;
    assert_eq!(convened.status, 303, "{}", convened.text);
    let path = convened.location.split('?').next().unwrap().to_owned();
    let code = path.rsplit('/').next().unwrap().to_owned();
    let sign = format!("{path}/firma");
    let mut chair = now.browser("Titu").await;
    let texts = [("present", "e-11-011.approver"), ("minutes", "Se revisó el plan del sector.")];
    let written = secretary.post(&format!("{path}/acta"), &texts).await;
    assert_eq!(written.status, 303, "{}", written.text);
    let items = parsed(&mut now.town.browser(), "/api/v1/review-items?limit=1000").await;
    let red = |one: &&Value| one["review"] == code.as_str() && one["class"] == "red";
    let reds: Vec<Value> = items["data"].as_array().unwrap().iter().filter(red).cloned().collect();
    for (at, item) in reds.iter().enumerate() {
        // Until the last is decided nobody signs.
        let refused = chair.post(&sign, &[]).await.status;
        run.did(now, "signed", json!({ "status": refused, "left": reds.len() - at }));
        let number = item["number"].to_string();
        let fields = [
            ("item", number.as_str()),
            ("kind", if at % 2 == 0 { "corrective" } else { "hold" }),
            ("text", "Se repone el abastecimiento y se vuelve a mirar"),
            ("owner_role", "planner"),
            ("owner_entity", world::HEALTH),
            ("due_on", "2026-08-20"),
        ];
        let sent = secretary.post(&format!("{path}/decision"), &fields).await;
        assert_eq!(sent.status, 303, "{}", sent.text);
        run.did(now, "decision", json!({ "indicator": item["indicator"], "kind": fields[1].1 }));
    }
    let signed = chair.post(&sign, &[]).await;
    run.did(now, "signed", json!({ "status": signed.status, "left": 0 }));
    let all = parsed(&mut now.town.browser(), "/api/v1/review-decisions?limit=1000").await;
    let own = all["data"].as_array().unwrap().iter().filter(|one| one["review"] == code.as_str());
    run.review.decisions = own.map(|one| one["code"].as_str().unwrap().to_owned()).collect();
    run.review.path = path;
}

/// The owner reports on all but the last; the secretariat closes what was reported.
async fn follow(run: &mut Run, now: &Now, step: &str) {
    let who = if step == "report" { "Salma" } else { "Cora" };
    let mut browser = now.browser(who).await;
    for (at, code) in run.review.decisions.clone().iter().enumerate() {
        let is_last = at + 1 == run.review.decisions.len();
        if is_last && step == "report" {
            continue;
        }
        let fields = [("step", step), ("step_text", "Se repuso el abastecimiento")];
        let answer = browser.post(&format!("/oficina/decisiones/{code}"), &fields).await;
        run.did(now, "followed", json!({ "code": code, "step": step, "status": answer.status }));
    }
}
