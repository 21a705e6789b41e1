#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
mod agendas;
mod gates;
mod lines;
mod procedure;
mod registers;
mod ways_around;

use base::{Digest, Money};
use jiff::civil::{Date, date};

use crate::domain::{
    Ceiling, Commitment, Evaluation, Evaluator, Kind, Matrix, Progress, Request, Verdict, Verified,
    request::Purse,
};

pub(super) const TODAY: Date = date(2026, 3, 2);

pub(super) fn evaluation(programme: &str, year: i16) -> Evaluation {
    Evaluation {
        code: "e1".parse().unwrap(),
        kind: Kind::DesignAndExecution,
        subject: programme.to_owned(),
        entity: "E:11-011".parse().unwrap(),
        title: "Evaluación".to_owned(),
        title_en: None,
        year,
        evaluator: Some(Evaluator { name: "Universidad".to_owned(), entity: None }),
        is_sample: true,
    }
}

pub(super) fn commitment(code: &str, deadline: Date) -> Commitment {
    Commitment {
        code: code.to_owned(),
        action: "Depurar el padrón".to_owned(),
        responsible: "Oficina de programas".to_owned(),
        indicator: "Beneficiarios con documento".to_owned(),
        target: "95 %".to_owned(),
        deadline,
    }
}

/// Progress in `C1`; each with a file of its own.
pub(super) fn progress(commitment: &str, number: i64, verdict: Option<Verdict>) -> Progress {
    let at = "2026-02-01T15:00:00Z".parse().unwrap();
    let post = "e-09-009.budget-directorate".to_owned();
    let verified = verdict.map(|verdict| Verified { verdict, reason: "visto".to_owned(), post, at });
    Progress {
        commitment: commitment.to_owned(),
        number,
        text: "Se hizo".to_owned(),
        evidence: Digest::of(number.to_string().as_bytes()),
        evidence_name: "acta.pdf".to_owned(),
        post: "e-11-011.planner".to_owned(),
        at,
        verified,
    }
}

/// Of the ministry, about programme 0016, signed: `C1` is due in a year.
pub(super) fn matrix() -> Matrix {
    Matrix {
        evaluation: "e1".parse().unwrap(),
        entity: "E:11-011".parse().unwrap(),
        programme: Some("0016".to_owned()),
        due: Some(date(2026, 1, 15)),
        is_signed: true,
        commitments: vec![commitment("C1", date(2027, 3, 2))],
        progress: Vec::new(),
    }
}

pub(super) fn request(entity: &str, programme: &str, amount: i64) -> Request {
    Request {
        code: "s9".parse().unwrap(),
        year: 2027,
        entity: entity.parse().unwrap(),
        programme: programme.to_owned(),
        objective: "PEDN/OE2".to_owned(),
        amount: Money::centimos(amount),
        purpose: "Ampliar".to_owned(),
        results: "Cobertura de 62 %".to_owned(),
        tied: Vec::new(),
        post: "e-11-011.planner".to_owned(),
        at: "2026-03-02T15:00:00Z".parse().unwrap(),
    }
}

/// It has 100 and may spend 150; other requests ask for and got what is said.
pub(super) fn purse(others_ask: i64, others_got: i64) -> Purse {
    Purse {
        ceiling: Ceiling {
            year: 2027,
            entity: "E:11-011".parse().unwrap(),
            programme: "0016".to_owned(),
            has: Money::centimos(100),
            ceiling: Money::centimos(150),
            source: "Oficio 1".to_owned(),
        },
        others_ask: Money::centimos(others_ask),
        others_got: Money::centimos(others_got),
    }
}
