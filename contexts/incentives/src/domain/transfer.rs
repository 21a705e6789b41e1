//! Transfers that were approved.
use base::{Money, codes::EntityCode};
use jiff::{Timestamp, civil::Date};

use super::TransferCode;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transfer {
    pub code: TransferCode,
    pub entity: EntityCode,
    /// Of the goals that it rewards.
    pub year: i16,
    pub amount: Money,
    pub norm: String,
    pub approved_on: Date,
    pub post: String,
    pub at: Timestamp,
}

/// Why a transfer is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TransferFault {
    #[error("name the year of the goals")]
    Year,
    #[error("name the norm, in at most 200 characters, and a day that is not to come")]
    Norm,
    #[error("write one municipality and its amount a line")]
    Line(String),
    #[error("{0} stands twice in the list")]
    Twice(EntityCode),
    #[error("no goal of that year is verified as fulfilled for {0}")]
    NotFulfilled(EntityCode),
    #[error("{entity} has {left} left of what it earned")]
    MoreThanEarned { entity: EntityCode, left: Money },
    #[error("nothing that was earned is left to transfer")]
    Nothing,
}

/// The amount, where the municipality earned so much and did not get it yet.
///
/// # Errors
/// Nothing earned; more than is left of it; nothing or less.
pub fn transferable(
    entity: &EntityCode,
    amount: Money,
    (earned, transferred): (Money, Money),
) -> Result<Money, TransferFault> {
    let left = earned - transferred;
    if earned <= Money::ZERO {
        return Err(TransferFault::NotFulfilled(entity.clone()));
    }
    if amount <= Money::ZERO || amount > left {
        return Err(TransferFault::MoreThanEarned { entity: entity.clone(), left });
    }
    Ok(amount)
}
