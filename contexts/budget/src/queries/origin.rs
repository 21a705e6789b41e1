use journal::Rows;

/// What pages may ask the origin of beside money: who claims it.
pub fn claims() -> Vec<Rows> {
    vec![Rows::of("budget_attributions")]
}
