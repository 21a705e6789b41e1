//! What pages may ask the origin of.
use journal::Rows;

/// Every evaluation, with how far it came; and what the share of a year is counted from.
pub fn evaluations() -> Vec<Rows> {
    let mut rows = pack::origin(&["budget/programmes.csv", "law/rules.csv"]);
    rows.extend(["evaluations_evaluations", "evaluations_reports"].map(Rows::of));
    rows
}

/// An evaluation with everything that followed from it.
pub fn evaluation(code: &str) -> Vec<Rows> {
    let followed = [
        "evaluations_reports",
        "evaluations_responses",
        "evaluations_acts",
        "evaluations_commitments",
        "evaluations_progress",
    ];
    let mut rows = vec![Rows::of("evaluations_evaluations").with("code", [code])];
    rows.extend(followed.map(|table| Rows::of(table).with("evaluation", [code])));
    rows
}

/// Every request, with ceilings and steps.
pub fn requests() -> Vec<Rows> {
    ["evaluations_requests", "evaluations_ceilings", "evaluations_decisions"].map(Rows::of).to_vec()
}

/// A request with its steps.
pub fn request(code: &str) -> Vec<Rows> {
    vec![
        Rows::of("evaluations_requests").with("code", [code]),
        Rows::of("evaluations_decisions").with("request", [code]),
    ]
}

/// Every recommendation, with its steps.
pub fn recommendations() -> Vec<Rows> {
    ["evaluations_recommendations", "evaluations_followups"].map(Rows::of).to_vec()
}

/// A recommendation with its steps.
pub fn recommendation(code: &str) -> Vec<Rows> {
    vec![
        Rows::of("evaluations_recommendations").with("code", [code]),
        Rows::of("evaluations_followups").with("recommendation", [code]),
    ]
}

/// Every appraisal, by the checklists of the pack.
pub fn appraisals() -> Vec<Rows> {
    let mut rows = pack::origin(&["evaluations/checklists.csv"]);
    rows.push(Rows::of("evaluations_appraisals"));
    rows
}

/// An appraisal with its answers.
pub fn appraisal(checklist: &str, subject: &str) -> Vec<Rows> {
    let mut rows = pack::origin(&["evaluations/checklists.csv"]);
    rows.push(
        Rows::of("evaluations_appraisals").with("appraised", [format!("{checklist}:{subject}").as_str()]),
    );
    rows
}

/// The calendar of audits.
pub fn audits() -> Vec<Rows> {
    vec![Rows::of("evaluations_audits")]
}
