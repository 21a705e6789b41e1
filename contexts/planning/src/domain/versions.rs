//! How the versions of one plan fit together.
use super::plan::Version;
use super::words::{PlanState, VersionKind};

/// What is wrong between the versions of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// An update or extension of nothing that is recorded.
    NothingBefore,
    /// An update keeps the horizon of the version before it.
    HorizonChanged { before: String },
    /// An extension keeps the start and moves the end.
    HorizonNotExtended { before: String },
    /// Two versions in force whose horizons meet.
    TwoInForce { other: String },
}

/// Mismatches of one version against all versions of its plan, in the order of their codes.
pub fn mismatches(version: &Version, all: &[&Version]) -> Vec<Mismatch> {
    let mut found = Vec::new();
    let before = all.iter().filter(|v| v.code < version.code).max_by_key(|v| &v.code);
    match (version.kind, before) {
        (VersionKind::New, _) => {}
        (_, None) => found.push(Mismatch::NothingBefore),
        (VersionKind::Updated, Some(before)) if before.horizon != version.horizon => {
            found.push(Mismatch::HorizonChanged { before: before.code.to_string() });
        }
        (VersionKind::Extended, Some(before)) => {
            let same_start = before.horizon.from_year() == version.horizon.from_year();
            if !same_start || before.horizon.to_year() >= version.horizon.to_year() {
                found.push(Mismatch::HorizonNotExtended { before: before.code.to_string() });
            }
        }
        (VersionKind::Updated, Some(_)) => {}
    }
    let in_force = |v: &Version| v.state == PlanState::InForce;
    let other = all.iter().find(|v| {
        v.code < version.code && in_force(v) && in_force(version) && v.horizon.overlaps(version.horizon)
    });
    found.extend(other.map(|other| Mismatch::TwoInForce { other: other.code.to_string() }));
    found
}
