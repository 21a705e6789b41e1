//! A wave since it was opened.
use std::collections::BTreeMap;

use jiff::Timestamp;
use rust_decimal::Decimal;

use super::{Card, Channel, WaveCode};

base::closed_words! {
    /// How far a wave came.
    Standing {
        Draft = "draft",
        Open = "open",
        Closed = "closed",
        Published = "published",
    }
}

/// Which post did it, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    pub post: String,
    pub at: Timestamp,
}

/// A wave, from its draft on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wave {
    pub code: WaveCode,
    pub card: Card,
    pub written: Stamp,
    pub opened: Option<Stamp>,
    pub closed: Option<Stamp>,
    pub published: Option<Stamp>,
    /// The least number of answers that was shown of a department.
    pub cell_min: Option<u64>,
}

impl Wave {
    pub const fn standing(&self) -> Standing {
        match (&self.opened, &self.closed, &self.published) {
            (_, _, Some(_)) => Standing::Published,
            (_, Some(_), _) => Standing::Closed,
            (Some(_), _, _) => Standing::Open,
            _ => Standing::Draft,
        }
    }
}

/// How many a channel reached and how many answered over it; of neither anything is known before the wave is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    pub channel: Channel,
    pub unit: String,
    pub reach: Option<u64>,
    pub responses: Option<u64>,
}

/// Why a wave is not closed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReachFault {
    #[error("say how many the channel {} reached, as a whole number", .0.as_str())]
    None(Channel),
    #[error("the channel {} has {responses} responses: it reached at least as many", .channel.as_str())]
    Fewer { channel: Channel, responses: u64 },
}

impl Reached {
    /// The channel as it is closed.
    ///
    /// # Errors
    /// No reach, or one of fewer than answered.
    pub fn closed(&self, reach: &BTreeMap<Channel, u64>, responses: u64) -> Result<Self, ReachFault> {
        let channel = self.channel;
        let reach = *reach.get(&channel).ok_or(ReachFault::None(channel))?;
        if reach < responses {
            return Err(ReachFault::Fewer { channel, responses });
        }
        Ok(Self { reach: Some(reach), responses: Some(responses), ..self.clone() })
    }
}

/// Responses for each hundred reached, to the hundredth: 222 of 337 859 visits are 0.07 %. None of nobody.
pub fn rate(responses: u64, reach: u64) -> Option<Decimal> {
    let share =
        Decimal::from(responses).checked_mul(Decimal::from(100))?.checked_div(Decimal::from(reach))?;
    Some(share.round_dp_with_strategy(2, rust_decimal::RoundingStrategy::MidpointAwayFromZero))
}
