use serde::Deserialize;

/// `country.toml`: what every page needs to know of the country.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Country {
    /// ISO 3166-1 alpha-2: `PE`.
    pub code: String,
    pub name: String,
    pub name_en: String,
    /// ISO 4217.
    pub currency: String,
    /// Sign before an amount: `S/`.
    pub currency_sign: String,
    /// Offset from UTC in whole minutes: a day of the country begins at its own midnight.
    pub utc_offset_minutes: i16,
    /// Under which the data of the State may be used again; bulk files are written only where it is said.
    pub data_licence: Option<Licence>,
}

/// A licence, as descriptors of data name it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Licence {
    /// SPDX identifier.
    pub name: String,
    pub address: String,
}
