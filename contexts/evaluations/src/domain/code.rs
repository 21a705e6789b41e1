//! Codes of things that an act of the journal made.
pub use base::closed::NoCode;

base::numbered_codes! {
    /// `e128`: the entry that put the evaluation into the agenda.
    EvaluationCode = 'e';
    /// `s128`: the entry that filed the request.
    RequestCode = 's';
    /// `r128`: the entry that registered the recommendation.
    RecommendationCode = 'r';
    /// `u128`: the entry that put the audit into the calendar.
    AuditCode = 'u';
}
