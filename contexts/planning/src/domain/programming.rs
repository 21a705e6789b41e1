//! How far ahead money is programmed (¶317, ¶341 of the Public Governance Review of Peru, 2016).

/// Last year that money is programmed for on a day: that of the framework approved last, or, where the list of frameworks ends before
/// that day's year, what the law says of any: `horizon_years` after the year.
pub fn framework_last(approved: Option<i16>, now: i16, horizon_years: i16) -> i16 {
    approved.filter(|last| *last > now).unwrap_or_else(|| now.saturating_add(horizon_years))
}

/// Years of a plan, from the day's on, that no framework reaches.
pub fn beyond(plan_last: i16, framework_last: i16, now: i16) -> i16 {
    (plan_last - framework_last.max(now - 1)).max(0)
}
