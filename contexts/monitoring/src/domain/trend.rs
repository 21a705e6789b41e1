//! Where the last step of a result leads, which is another question than how far it is.
use base::Period;
use serde::{Deserialize, Serialize};

use super::indicator::{Accumulation, Facts, Observation, Sense, word};

word! {
    /// The last step of the published value, by the sense of the indicator.
    Trend {
        Better = "better",
        Worse = "worse",
        Flat = "flat",
        Unknown = "unknown",
    }
}

/// Values of the card's length and scale, in order of time; none where two editions contradict each other.
pub fn comparable(facts: &Facts) -> Vec<&Observation> {
    let card = &facts.indicator;
    let own = |seen: &&Observation| {
        seen.period.periodicity() == card.periodicity && (card.scale.is_none() || seen.scale == card.scale)
    };
    let mut values: Vec<&Observation> = facts.observations.iter().filter(own).collect();
    values.sort_by_key(|seen| seen.period);
    let repeated = values.windows(2).any(|pair| matches!(pair, [a, b] if a.period == b.period));
    let mixed = values.windows(2).any(|pair| matches!(pair, [a, b] if a.scale != b.scale));
    if repeated || mixed { Vec::new() } else { values }
}

/// Of the last two values up to and with `until`, one right after the other. Of a fall that is due the value itself is to fall. A
/// sum since a day, a band, and values with a hole between them tell no trend.
pub fn trend(facts: &Facts, until: Period) -> Trend {
    let Ok((accumulation, sense)) = facts.indicator.rule() else { return Trend::Unknown };
    if accumulation == Accumulation::Cumulative {
        return Trend::Unknown;
    }
    let seen: Vec<&Observation> = comparable(facts).into_iter().filter(|one| one.period <= until).collect();
    let [.., before, last] = seen.as_slice() else { return Trend::Unknown };
    if before.period.next() != Some(last.period) {
        return Trend::Unknown;
    }
    let rises = match last.value.cmp(&before.value) {
        std::cmp::Ordering::Equal => return Trend::Flat,
        order => order == std::cmp::Ordering::Greater,
    };
    match (sense, rises) {
        (Sense::Within, _) => Trend::Unknown,
        (Sense::Increase | Sense::AtLeast, true) | (Sense::Decrease | Sense::AtMost, false) => Trend::Better,
        _ => Trend::Worse,
    }
}
