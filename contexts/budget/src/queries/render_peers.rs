//! Peers as bytes: the same answer is the same bytes.
use base::Money;

use super::{Medians, PeerMoney};

/// Names of the columns, in every format.
pub const PEERS_HEADERS: [&str; 9] = [
    "code",
    "name",
    "pim",
    "accrued",
    "accrued_percent",
    "population",
    "pim_per_head",
    "is_asked",
    "is_told",
];

impl PeerMoney {
    /// Exact, one per column; what is not known is empty, and no zero.
    pub fn cells(&self) -> Vec<String> {
        let amount = |money: Option<Money>| money.map(|money| money.to_string()).unwrap_or_default();
        vec![
            self.peer.code.clone(),
            self.peer.name.clone(),
            amount(self.pim),
            amount(self.accrued),
            self.percent.map(|percent| percent.to_string()).unwrap_or_default(),
            self.population.map(|heads| heads.to_string()).unwrap_or_default(),
            amount(self.per_head),
            self.is_asked.to_string(),
            self.is_told.to_string(),
        ]
    }
}

impl Medians {
    /// As the row of somebody.
    pub fn as_row(&self) -> PeerMoney {
        PeerMoney {
            pim: self.pim,
            accrued: self.accrued,
            percent: self.percent,
            per_head: self.per_head,
            ..PeerMoney::default()
        }
    }
}

/// As [`super::render::csv`] writes a cut.
pub fn peers_csv(rows: &[Vec<String>]) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(PEERS_HEADERS)?;
    for row in rows {
        writer.write_record(row)?;
    }
    writer.into_inner().map_err(|e| csv::Error::from(e.into_error()))
}
