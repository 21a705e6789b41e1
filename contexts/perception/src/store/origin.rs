//! What pages may ask the origin of.
use journal::Rows;

/// Every wave.
pub fn waves() -> Vec<Rows> {
    let mut rows = pack::origin(&["law/rules.csv"]);
    rows.push(Rows::of("perception_waves"));
    rows
}

/// A wave with its questions and results.
pub fn wave(code: &str) -> Vec<Rows> {
    let mut rows = vec![Rows::of("perception_waves").with("code", [code])];
    let parts = ["perception_channels", "perception_asked", "perception_results"];
    rows.extend(parts.map(|table| Rows::of(table).with("wave", [code])));
    rows
}
