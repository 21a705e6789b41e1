//! What the country pack says of the programme.
use base::Validity;

/// An objective that goals serve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objective {
    pub code: String,
    /// In Spanish and English.
    pub name: (String, String),
    pub validity: Validity,
    pub source: String,
}

/// How the published budget tells money of the programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResourceKey {
    pub rubro: String,
    pub resource_type: String,
    pub validity: Validity,
}

/// A class of municipalities: a kind of body of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    pub code: String,
    pub name: (String, String),
    pub validity: Validity,
    pub source: String,
}
