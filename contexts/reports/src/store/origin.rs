//! What pages may ask the origin of.
use journal::Rows;

/// The calendar: duties of the pack, the law that dates them, and every edition with its steps.
pub fn calendar() -> Vec<Rows> {
    let mut rows = pack::origin(&["reports/duties.csv", "law/rules.csv"]);
    rows.extend(["reports_editions", "reports_steps"].map(Rows::of));
    rows
}

/// An edition with its steps.
pub fn edition(code: &str) -> Vec<Rows> {
    vec![Rows::of("reports_editions").with("code", [code]), Rows::of("reports_steps").with("edition", [code])]
}

/// Which committees there are.
pub fn committees() -> Vec<Rows> {
    pack::origin(&["reports/committees.csv"])
}
