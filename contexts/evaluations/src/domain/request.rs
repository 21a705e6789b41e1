//! A budget request: what a body asks for a programme, and what became of it.
use base::{Money, codes::EntityCode};
use jiff::{Timestamp, civil::Date};

use super::{
    EvaluationCode, RequestCode,
    commitment::Matrix,
    evaluation::fits,
    gate::{Asked, Block, fulfilment, progress},
};

/// What a body may spend on a programme in a year, as the budget directorate assigned it. In céntimos.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ceiling {
    pub year: i16,
    pub entity: EntityCode,
    pub programme: String,
    /// What it has in the year before: more than this is more money.
    pub has: Money,
    pub ceiling: Money,
    /// The document that assigns it.
    pub source: String,
}

/// The sheet of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    pub code: RequestCode,
    pub year: i16,
    pub entity: EntityCode,
    pub programme: String,
    /// The plan objective that the money serves: `PLAN/CODE`.
    pub objective: String,
    pub amount: Money,
    pub purpose: String,
    /// Results of the last year, with the source of each figure.
    pub results: String,
    /// Commitments that it says it is tied to, beside those of its programme.
    pub tied: Vec<(EvaluationCode, String)>,
    pub post: String,
    pub at: Timestamp,
}

base::closed_words! {
    /// A step of the directorate.
    Step {
        Evaluate = "evaluate",
        Grant = "grant",
        Decline = "decline",
    }
    /// Where a request stands.
    Standing {
        Filed = "filed",
        Evaluated = "evaluated",
        Granted = "granted",
        Declined = "declined",
    }
}

/// A step that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    pub number: i64,
    pub step: Step,
    /// What is granted; of other steps none.
    pub amount: Option<Money>,
    /// What stood in the way and was passed over.
    pub blocks: Vec<Block>,
    /// Why it was passed over; empty where nothing stood in the way.
    pub override_reason: String,
    pub reason: String,
    pub post: String,
    pub at: Timestamp,
}

/// Where a request stands, by its steps.
pub fn standing(decisions: &[Decision]) -> Standing {
    match decisions.last().map(|last| last.step) {
        None => Standing::Filed,
        Some(Step::Evaluate) => Standing::Evaluated,
        Some(Step::Grant) => Standing::Granted,
        Some(Step::Decline) => Standing::Declined,
    }
}

/// What a request still asks for, or got.
pub fn asks(request: &Request, decisions: &[Decision]) -> Money {
    match standing(decisions) {
        Standing::Declined => Money::centimos(0),
        Standing::Granted => decisions.last().and_then(|last| last.amount).unwrap_or(request.amount),
        Standing::Filed | Standing::Evaluated => request.amount,
    }
}

/// Why a request, or a step of one, is refused: the whole list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("no ceiling is assigned to the body for that programme and year")]
    NoCeiling,
    #[error("the year is closed: requests are for years to come")]
    YearClosed,
    #[error("ask for more than nothing")]
    Amount,
    #[error("write what the money is for and the last results, each in at most 2000 characters")]
    Purpose,
    #[error("with what is asked and granted already it comes to {0}, over the ceiling of {1}")]
    OverCeiling(Money, Money),
    #[error("the request is decided")]
    Decided,
    #[error("the request is to be evaluated before it is granted")]
    NotEvaluated,
    #[error("the request was evaluated already")]
    AlreadyEvaluated,
    #[error("no more than what was asked is granted")]
    MoreThanAsked,
    #[error("write the reason, in at most 2000 characters")]
    Reason,
    #[error("{} commitments stand in the way", .0.len())]
    Blocked(Vec<Block>),
    #[error("nothing stands in the way: there is nothing to override")]
    NothingToOverride,
}

const TEXT_CHARS_MAX: usize = 2_000;

/// Money of one body, programme and year: the ceiling, and what its other requests ask for or got.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purse {
    pub ceiling: Ceiling,
    pub others_ask: Money,
    pub others_got: Money,
}

/// Whether a request may be filed on `on`. Nothing that a plan says lifts the ceiling (¶319).
///
/// # Errors
/// The first refusal.
pub fn filed(request: Request, purse: Option<&Purse>, on: Date) -> Result<Request, Refused> {
    let purse = purse.ok_or(Refused::NoCeiling)?;
    if request.year <= on.year() {
        return Err(Refused::YearClosed);
    }
    if request.amount <= Money::centimos(0) {
        return Err(Refused::Amount);
    }
    if !fits(&request.purpose, TEXT_CHARS_MAX) || !fits(&request.results, TEXT_CHARS_MAX) {
        return Err(Refused::Purpose);
    }
    under(purse.others_ask, request.amount, purse.ceiling.ceiling)?;
    Ok(request)
}

/// Sums what does not overflow; what would is over any ceiling.
fn under(others: Money, own: Money, ceiling: Money) -> Result<(), Refused> {
    match others.checked_add(own) {
        Some(sum) if sum <= ceiling => Ok(()),
        sum => Err(Refused::OverCeiling(sum.unwrap_or(Money::centimos(i64::MAX)), ceiling)),
    }
}

/// A step as somebody asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    pub step: Step,
    pub amount: Option<Money>,
    pub reason: String,
    /// Why what stands in the way is passed over; empty where it is not.
    pub override_reason: String,
}

/// What may be done, and what of it was passed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passed {
    pub amount: Option<Money>,
    pub blocks: Vec<Block>,
}

/// What stands in the way of a step on `on`. Both gates are asked again for a grant: a deadline may have passed since the
/// request was evaluated, and what was passed over then was passed over for that step alone.
pub fn blocks(
    (request, step): (&Request, Step),
    (purse, amount): (&Purse, Money),
    matrices: &[Matrix],
    on: Date,
) -> Vec<Block> {
    let asked = Asked { entity: &request.entity, programme: &request.programme, tied: &request.tied };
    if step == Step::Decline {
        return Vec::new();
    }
    let mut blocks = fulfilment(&asked, matrices, on);
    // Two requests of half each ask for as much as one.
    let is_more = purse.others_got.checked_add(amount).is_none_or(|sum| sum > purse.ceiling.has);
    if step == Step::Grant && is_more {
        blocks.extend(progress(&asked, matrices));
    }
    blocks.sort();
    blocks.dedup();
    blocks
}

/// Judges a step of the directorate.
///
/// # Errors
/// The first refusal; all that stands in the way at once.
pub fn decided(
    (request, before): (&Request, &[Decision]),
    purse: &Purse,
    matrices: &[Matrix],
    (ask, on): (&Ask, Date),
) -> Result<Passed, Refused> {
    match (standing(before), ask.step) {
        (Standing::Granted | Standing::Declined, _) => return Err(Refused::Decided),
        (Standing::Filed, Step::Grant) => return Err(Refused::NotEvaluated),
        (Standing::Evaluated, Step::Evaluate) => return Err(Refused::AlreadyEvaluated),
        _ => {}
    }
    if !fits(&ask.reason, TEXT_CHARS_MAX) || ask.override_reason.chars().count() > TEXT_CHARS_MAX {
        return Err(Refused::Reason);
    }
    let amount = match ask.step {
        Step::Grant => {
            let amount = ask.amount.filter(|amount| *amount > Money::centimos(0)).ok_or(Refused::Amount)?;
            if amount > request.amount {
                return Err(Refused::MoreThanAsked);
            }
            under(purse.others_got, amount, purse.ceiling.ceiling)?;
            Some(amount)
        }
        Step::Evaluate | Step::Decline => None,
    };
    let blocks = blocks((request, ask.step), (purse, amount.unwrap_or(request.amount)), matrices, on);
    match (blocks.is_empty(), ask.override_reason.trim().is_empty()) {
        (false, true) => Err(Refused::Blocked(blocks)),
        (true, false) => Err(Refused::NothingToOverride),
        _ => Ok(Passed { amount, blocks }),
    }
}
