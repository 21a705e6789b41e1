//! How things of plans are named in files, addresses and pages: `PEDN`, `PEDN@2011`, `PEDN/OE1`,
//! `PEDN@2011/OE1`. Without a version, the one in force is meant.
use std::{fmt, str::FromStr};

use base::codes::{ElementCode, IndicatorCode, PlanCode, VersionCode};

/// Why a text names nothing of a plan.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not {1}")]
pub struct ReferenceError(pub String, pub &'static str);

/// A plan, or one version of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlanRef {
    pub plan: PlanCode,
    pub version: Option<VersionCode>,
}

/// Something that has a code within a plan.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ref<C> {
    pub plan: PlanRef,
    pub code: C,
}

pub type ElementRef = Ref<ElementCode>;
pub type IndicatorRef = Ref<IndicatorCode>;

impl fmt::Display for PlanRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.version {
            Some(version) => write!(f, "{}@{version}", self.plan),
            None => self.plan.fmt(f),
        }
    }
}

impl FromStr for PlanRef {
    type Err = ReferenceError;

    fn from_str(text: &str) -> Result<Self, ReferenceError> {
        let failed = || ReferenceError(text.to_owned(), "a plan (write PLAN or PLAN@VERSION)");
        let (plan, version) = match text.trim().split_once('@') {
            Some((plan, version)) => (plan, Some(version)),
            None => (text, None),
        };
        if plan.contains('/') || version.is_some_and(|v| v.contains(['@', '/'])) {
            return Err(failed());
        }
        let version = version.map(VersionCode::new).transpose().map_err(|_| failed())?;
        Ok(Self { plan: PlanCode::new(plan).map_err(|_| failed())?, version })
    }
}

impl<C: fmt::Display> fmt::Display for Ref<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.plan, self.code)
    }
}

impl<C: FromStr> FromStr for Ref<C> {
    type Err = ReferenceError;

    fn from_str(text: &str) -> Result<Self, ReferenceError> {
        let failed = || ReferenceError(text.to_owned(), "written PLAN/CODE or PLAN@VERSION/CODE");
        let (plan, code) = text.trim().split_once('/').ok_or_else(failed)?;
        Ok(Self { plan: plan.parse().map_err(|_| failed())?, code: code.parse().map_err(|_| failed())? })
    }
}
