//! Values put in, and what a sector says of them.
use serde_json::{Value, json};

use super::{
    Now, Run, parsed,
    world::{self, Act, HEALTH, Report, plan_of},
};

/// What was returned and is to be put in again.
#[derive(Default)]
pub struct Waiting {
    returned: Vec<(&'static str, String, u64)>,
    /// Cases that the sector will not answer.
    left: Vec<String>,
}

/// Who reports for a body.
fn planner(entity: &str) -> &'static str {
    match entity {
        "E:11-011" => "Salma",
        "E:10-010" => "Elsa",
        "E:05-005" => "Abel",
        _ => "Vito",
    }
}

pub async fn act(run: &mut Run, now: &Now, reports: &[Report]) {
    let today = |entity: &str| -> Vec<Report> {
        reports.iter().filter(|one| one.moment == now.moment && one.entity == entity).cloned().collect()
    };
    for (entity, _) in world::BODIES {
        let due = today(entity);
        if entity == HEALTH {
            one_by_one(run, now, due).await;
        } else if !due.is_empty() {
            in_a_file(run, now, entity, &due).await;
        }
    }
}

fn of(one: &Report, status: u16) -> Value {
    let (value, reason) = match one.act {
        Act::Record(value) => (json!(value), false),
        Act::NoValue => (Value::Null, true),
    };
    json!({ "entity": one.entity, "indicator": one.indicator, "period": one.period, "value": value,
            "is_reason": reason, "status": status })
}

/// The month's values of a body, by the form that officials fill in.
async fn in_a_file(run: &mut Run, now: &Now, entity: &str, due: &[Report]) {
    let mut rows = "indicador;territorio;periodo;valor;sin_dato;sin_dato_por\r\n".to_owned();
    for one in due {
        let at = format!("{}/{}", plan_of(entity), one.indicator);
        rows += &match one.act {
            Act::Record(value) => format!("{at};PE;{};{value};;\r\n", one.period),
            Act::NoValue => format!("{at};PE;{};;survey_not_done;No se hizo en el mes.\r\n", one.period),
        };
    }
    let mut who = now.browser(planner(entity)).await;
    let path = format!("/oficina/entidad/{entity}/datos");
    let kept = who.upload(&path, &[], &[("values", "datos.csv", rows.as_bytes())]).await;
    assert_eq!(kept.status, 303, "{rows}{}", kept.text);
    let done = who.post(&format!("{}/registrar", kept.location), &[]).await;
    assert_eq!(done.status, 303, "{}", done.text);
    for one in due {
        run.did(now, "value", of(one, 303));
    }
}

/// Values of the sector's plan: a returned one first, then those of the day, each accepted, returned or left.
async fn one_by_one(run: &mut Run, now: &Now, mut due: Vec<Report>) {
    let again = std::mem::take(&mut run.values.returned);
    due.splice(
        0..0,
        again.into_iter().map(|(indicator, period, value)| Report {
            moment: now.moment,
            entity: HEALTH,
            indicator,
            period,
            act: Act::Record(value + 1),
        }),
    );
    if !due.is_empty() {
        let mut who = now.browser(planner(HEALTH)).await;
        for one in &due {
            let Act::Record(value) = one.act else { continue };
            let (at, value) = (format!("{}/{}", plan_of(HEALTH), one.indicator), value.to_string());
            let fields =
                [("indicator", at.as_str()), ("territory", "PE"), ("period", &one.period), ("value", &value)];
            let kept = who.upload(&format!("/oficina/entidad/{HEALTH}/dato"), &fields, &[]).await;
            let status = if kept.status == 303 {
                who.post(&format!("{}/registrar", kept.location), &[]).await.status
            } else {
                kept.status
            };
            run.did(now, "value", of(one, status));
        }
    }
    answer(run, now).await;
}

/// The sector accepts, returns, or leaves for good.
async fn answer(run: &mut Run, now: &Now) {
    let all = parsed(&mut now.town.browser(), "/api/v1/value-reviews?limit=1000").await;
    let plan = plan_of(HEALTH);
    let mut coordinator = None;
    for case in all["data"].as_array().unwrap() {
        let series = case["series"].as_str().unwrap();
        let Some(indicator) = series.strip_prefix(&format!("{plan}/")) else { continue };
        let code = case["code"].as_str().unwrap().to_owned();
        if run.values.left.contains(&code) {
            continue;
        }
        if coordinator.is_none() {
            coordinator = Some(now.browser("Cora").await);
        }
        let who = coordinator.as_mut().unwrap();
        // Only what waits is answered; the others say so.
        let page = who.get(&format!("/oficina/revision/{code}")).await;
        if !page.text.contains("value=\"accept\"") {
            continue;
        }
        let act = match run.chance.below(10) {
            0..=5 => "accept",
            6 | 7 => "return_value",
            _ => {
                run.values.left.push(code);
                continue;
            }
        };
        let reason = if act == "return_value" { "No es lo que dice el registro." } else { "" };
        let fields = [("act", act), ("reason", reason), ("of", "one")];
        let done = who.post(&format!("/oficina/revision/{code}/acto"), &fields).await;
        assert_eq!(done.status, 303, "{}", done.text);
        let period = case["period"].as_str().unwrap().to_owned();
        if act == "return_value" {
            let card = world::CARDS.into_iter().find(|card| card.code == indicator).unwrap();
            let value = last_value(run, indicator, &period);
            run.values.returned.push((card.code, period.clone(), value));
        }
        run.did(now, act, json!({ "entity": HEALTH, "indicator": indicator, "period": period }));
    }
}

fn last_value(run: &Run, indicator: &str, period: &str) -> u64 {
    let is_it = |one: &&Value| {
        one["what"] == "value"
            && one["entity"] == HEALTH
            && one["indicator"] == indicator
            && one["period"] == period
            && one["status"] == 303
    };
    run.log.iter().rev().find(is_it).unwrap()["value"].as_u64().unwrap()
}
