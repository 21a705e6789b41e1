//! What pages may ask the origin of.
use journal::Rows;

/// Every session with what was decided.
pub fn reviews() -> Vec<Rows> {
    let mut rows = pack::origin(&["reviews/bodies.csv", "reviews/seats.csv", "law/rules.csv"]);
    rows.extend(
        ["reviews_reviews", "reviews_minutes", "reviews_decisions", "reviews_followups"].map(Rows::of),
    );
    rows
}

/// A session with its agenda and what was decided.
pub fn review(code: &str) -> Vec<Rows> {
    let mut rows = vec![Rows::of("reviews_reviews").with("code", [code])];
    let followed = ["reviews_items", "reviews_minutes", "reviews_decisions"];
    rows.extend(followed.map(|table| Rows::of(table).with("review", [code])));
    rows
}

/// A decision with its steps.
pub fn decision(code: &str) -> Vec<Rows> {
    vec![
        Rows::of("reviews_decisions").with("code", [code]),
        Rows::of("reviews_followups").with("decision", [code]),
    ]
}
