//! Why an indicator cannot be computed.
use base::Period;
use serde::{Deserialize, Serialize};

/// A named refusal of the arithmetic; never a panic, never a guess.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case", tag = "refusal", content = "detail")]
pub enum Refusal {
    #[error("the card states no method of calculation")]
    MethodMissing,
    #[error(
        "the card does not say whether the value should rise or fall: state the sense, it is never guessed"
    )]
    SenseMissing,
    #[error("the card does not say how values accumulate over time: state the accumulation")]
    AccumulationMissing,
    #[error(
        "a capacity can only increase and a reduction only decrease: correct the sense or the accumulation"
    )]
    SenseContradicts,
    #[error("capacity and reduction are measured from a baseline: state it")]
    BaselineMissing,
    #[error("a sum over the horizon needs its first day: state the baseline period or the plan's horizon")]
    CountStartMissing,
    #[error("a band needs its lower and its upper value, the lower first: target of {0}")]
    BandIncomplete(Period),
    #[error("two targets end on the same day: {0}")]
    TargetRepeated(Period),
    #[error("targets of a flow must have one length, not shorter than its reporting period: {0}")]
    TargetLengthMixed(Period),
    #[error("two values for the same period: {0}")]
    ObservationRepeated(Period),
    #[error("the parts of {0} are on different scales")]
    ScalesMixed(Period),
    #[error("periods without a value: {}", list(.0))]
    PeriodsMissing(Vec<Period>),
    #[error("a number grows beyond 28 digits")]
    Overflow,
    #[error("division by zero")]
    DivisionByZero,
    #[error("values of this indicator are not added up over territories")]
    NotAggregable,
    #[error("the parts are incomplete: {missing} of {expected} territories have no value")]
    PartsMissing { missing: u32, expected: u32 },
    #[error("a ratio needs the numerator and the denominator of every part")]
    TermsMissing,
    #[error("the value of a part is not the ratio of its numerator and denominator")]
    TermsDisagree,
}

fn list(periods: &[Period]) -> String {
    periods.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
