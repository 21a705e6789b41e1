//! The public body that a budget row belongs to, told by its codes alone.

/// `E:SS-PPP` for a national pliego, `R:99-PPP` for a regional government, `M:UBIGEO-SEC_EJEC` for a local
/// government, whose sector and pliego say nothing. `None` for another level.
///
/// A report of one local unit has no seat: its entity is `M:-SEC_EJEC`.
pub fn entity_code(
    level: &str,
    sector: &str,
    pliego: &str,
    district: &str,
    sec_ejec: &str,
) -> Option<String> {
    match level {
        "E" | "R" => Some(format!("{level}:{sector}-{pliego}")),
        "M" => Some(format!("M:{district}-{sec_ejec}")),
        _ => None,
    }
}
