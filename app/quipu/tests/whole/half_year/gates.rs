//! An evaluation, its commitment, and the money that waits for it.
use serde_json::json;

use super::{Now, Run, world::HEALTH};
use crate::access::browser::Browser;

const MATRIX: (&str, &str, &[u8]) = ("document", "matriz.pdf", b"%PDF matriz");
const SHOWN: (&str, &str, &[u8]) = ("file", "acta.pdf", b"%PDF acta de avance");
pub const DEADLINE: &str = "2026-06-30";

/// Addresses in the office of what was begun.
#[derive(Default)]
pub struct Gates {
    evaluation: String,
    first: String,
    second: String,
}

fn bare(location: &str) -> String {
    location.split('?').next().unwrap().to_owned()
}

pub async fn act(run: &mut Run, now: &Now) {
    match now.day.to_string().as_str() {
        "2026-03-16" => begin(run, now).await,
        "2026-04-16" => {
            run.gates.first = ask(run, now, "120.00").await;
            decide(run, now, 1, "evaluate", "").await;
            decide(run, now, 1, "grant", "").await;
            // Over what is left of the ceiling.
            ask(run, now, "30.01").await;
        }
        "2026-05-16" => {
            report(run, now).await;
            decide(run, now, 1, "grant", "").await;
        }
        "2026-05-31" => {
            verify(run, now).await;
            decide(run, now, 1, "grant", "").await;
        }
        "2026-07-16" => {
            run.gates.second = ask(run, now, "30.00").await;
            decide(run, now, 2, "evaluate", "").await;
            decide(run, now, 2, "grant", "").await;
        }
        "2026-08-15" => {
            decide(run, now, 2, "evaluate", "Emergencia sanitaria decretada").await;
            decide(run, now, 2, "grant", "").await;
            decide(run, now, 2, "grant", "Emergencia sanitaria decretada").await;
        }
        _ => {}
    }
}

/// The evaluation is registered, its report delivered, its matrix signed, and the body has a ceiling.
async fn begin(run: &mut Run, now: &Now) {
    let mut mef = now.browser("Mae").await;
    let fields = [
        ("kind", "design_and_execution"),
        ("subject", "0016"),
        ("entity", HEALTH),
        ("title", "Evaluación de TBC y VIH"),
        ("title_en", "Evaluation of TB and HIV"),
        ("year", "2026"),
        ("evaluator", "Universidad Nacional"),
    ];
    let path = bare(&done(&mut mef, "/oficina/evaluaciones", &fields).await);
    let texts = [("delivered_on", "2026-03-10"), ("summary", "Llega a la mitad de su población")];
    let sent = mef.upload(&format!("{path}/informe"), &texts, &[("file", "informe.pdf", b"%PDF")]).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    let mut planner = now.browser("Salma").await;
    let line = [
        ("commitment", "C1"),
        ("action", "Depurar el padrón"),
        ("responsible", "Oficina de programas"),
        ("indicator", "Pacientes con documento"),
        ("target", "95 %"),
        ("deadline", DEADLINE),
    ];
    done(&mut planner, &format!("{path}/compromiso"), &line).await;
    let act = format!("{path}/acto");
    done(&mut planner, &act, &[("act", "submit")]).await;
    done(&mut mef, &act, &[("act", "validate")]).await;
    let texts = [("act", "sign_as_head"), ("document_kind", "signed_matrix")];
    let signed = now.browser("Titu").await.upload(&act, &texts, &[MATRIX]).await;
    assert_eq!(signed.status, 303, "{}", signed.text);
    done(&mut mef, &act, &[("act", "sign")]).await;
    let ceiling = [
        ("entity", HEALTH),
        ("programme", "0016"),
        ("year", "2027"),
        ("has", "100.00"),
        ("ceiling", "150.00"),
        ("source", "Oficio 12-2026"),
    ];
    done(&mut mef, "/oficina/topes", &ceiling).await;
    run.gates.evaluation = path;
    run.did(now, "commitment", json!({ "deadline": DEADLINE }));
    run.did(now, "ceiling", json!({ "has": "100.00", "ceiling": "150.00" }));
}

async fn done(who: &mut Browser, path: &str, fields: &[(&str, &str)]) -> String {
    let answer = who.post(path, fields).await;
    assert_eq!(answer.status, 303, "{path} {fields:?}: {}", answer.text);
    answer.location
}

async fn ask(run: &mut Run, now: &Now, amount: &str) -> String {
    let fields = [
        ("year", "2027"),
        ("programme", "0016"),
        ("objective", "PEDN/OE2"),
        ("amount", amount),
        ("purpose", "Ampliar el tratamiento"),
        ("results", "Cobertura de 62 % en 2025, RESULTA"),
    ];
    let answer =
        now.browser("Salma").await.post(&format!("/oficina/entidad/{HEALTH}/pedidos"), &fields).await;
    let path = bare(&answer.location);
    let code = path.rsplit('/').next().unwrap().to_owned();
    run.did(now, "request", json!({ "code": code, "amount": amount, "status": answer.status }));
    path
}

async fn report(run: &mut Run, now: &Now) {
    let texts = [("commitment", "C1"), ("text", "Se depuró el padrón de tres regiones")];
    let path = format!("{}/avance", run.gates.evaluation);
    let sent = now.browser("Salma").await.upload(&path, &texts, &[SHOWN]).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    run.did(now, "progress", json!({}));
}

async fn verify(run: &mut Run, now: &Now) {
    let fields = [("number", "1"), ("verdict", "progress"), ("reason", "El acta lo muestra")];
    done(&mut now.browser("Mae").await, &format!("{}/verificacion", run.gates.evaluation), &fields).await;
    run.did(now, "verified", json!({ "verdict": "progress" }));
}

async fn decide(run: &mut Run, now: &Now, which: u8, step: &str, over: &str) {
    let (path, amount) = match which {
        1 => (run.gates.first.clone(), "120.00"),
        _ => (run.gates.second.clone(), "30.00"),
    };
    let amount = if step == "grant" { amount } else { "" };
    let fields =
        [("step", step), ("amount", amount), ("reason", "Dentro de lo previsto"), ("override", over)];
    let answer = now.browser("Mae").await.post(&format!("{path}/decision"), &fields).await;
    let code = path.rsplit('/').next().unwrap();
    run.did(
        now,
        "decided",
        json!({ "code": code, "step": step, "amount": amount, "override": over, "status": answer.status }),
    );
}
