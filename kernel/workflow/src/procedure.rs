//! A declaration that can work, and the versions of a country's procedures.
use std::ops::Deref;

use base::Validity;
use jiff::civil::Date;
use law::Rulebook;

use crate::{
    check,
    declaration::Declaration,
    defect::{Defect, Finding},
    keys,
};

/// A declaration without a defect; the engine takes no other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Procedure {
    declaration: Declaration,
    initial: String,
}

impl Deref for Procedure {
    type Target = Declaration;

    fn deref(&self) -> &Declaration {
        &self.declaration
    }
}

impl Procedure {
    /// Every defect at once; the rulebook must hold the rules it rests on throughout its validity.
    pub fn checked(declaration: Declaration, rulebook: &Rulebook) -> Result<Self, Vec<Defect>> {
        let mut defects = check::defects(&declaration);
        defects.extend(keys::defects(&declaration, rulebook));
        let initial = declaration.states.iter().find(|state| state.initial);
        match initial.map(|state| state.code.clone()) {
            Some(initial) if defects.is_empty() => Ok(Self { declaration, initial }),
            _ => Err(defects),
        }
    }

    /// The state a case starts in.
    pub fn initial(&self) -> &str {
        &self.initial
    }

    pub fn declaration(&self) -> &Declaration {
        &self.declaration
    }

    fn holds_on(&self, date: Date) -> bool {
        self.valid_from <= date && self.valid_to.is_none_or(|to| date < to)
    }

    fn validity(&self) -> Option<Validity> {
        Validity::new(self.valid_from, self.valid_to).ok()
    }
}

/// Every version of every procedure of a country.
///
/// A version is a whole text of its own, one file each: a norm that amends a procedure is read as
/// a new whole, the earlier file is never touched, and what was amended is the difference of two
/// files. As with rules, a version recorded later replaces what was known until then where both
/// hold; with the same `valid_from` it corrects the earlier one, which is how a procedure gets its end.
#[derive(Clone, Debug, Default)]
pub struct Procedures(Vec<Procedure>);

impl Procedures {
    /// Reads files given as name and text, and returns every defect of all of them.
    pub fn read<'a>(
        files: impl IntoIterator<Item = (&'a str, &'a str)>,
        rulebook: &Rulebook,
    ) -> Result<Self, Vec<Finding>> {
        let mut findings = Vec::new();
        let mut read: Vec<(&str, Procedure)> = Vec::new();
        for (file, text) in files {
            let found = |defect| Finding { file: file.to_owned(), defect };
            let parsed =
                Declaration::parse(text).map_err(|error| vec![Defect::Unreadable(error.to_string())]);
            match parsed.and_then(|declaration| Procedure::checked(declaration, rulebook)) {
                Err(defects) => findings.extend(defects.into_iter().map(found)),
                Ok(procedure) => {
                    let other = read.iter().find(|(_, other)| contradicts(&procedure, other));
                    let overlap = other.map(|(file, other)| format!("{} ({file})", other.id()));
                    findings.extend(overlap.map(|other| found(Defect::VersionsOverlap { other })));
                    read.push((file, procedure));
                }
            }
        }
        if findings.is_empty() {
            Ok(Self(read.into_iter().map(|(_, procedure)| procedure).collect()))
        } else {
            Err(findings)
        }
    }

    /// Every version, as read.
    pub fn all(&self) -> &[Procedure] {
        &self.0
    }

    /// The version that governs a case started on `date`, as known at the end of `known`. A case
    /// keeps it to its end: whoever stores a case stores [`Declaration::id`] with it.
    pub fn in_force(&self, code: &str, date: Date, known: Date) -> Option<&Procedure> {
        let seen = |one: &&Procedure| one.code == code && one.recorded_from <= known;
        let corrected = |one: &Procedure| {
            let later = |later: &Procedure| {
                later.valid_from == one.valid_from && later.recorded_from > one.recorded_from
            };
            self.0.iter().filter(seen).any(later)
        };
        let holds = |one: &&Procedure| one.holds_on(date) && !corrected(one);
        self.0.iter().filter(seen).filter(holds).max_by_key(|one| (one.recorded_from, one.valid_from))
    }

    /// The version with this [`Declaration::id`].
    pub fn version(&self, id: &str) -> Option<&Procedure> {
        self.0.iter().find(|one| one.id() == id)
    }
}

/// Two versions learned on one day that hold on a common day cannot both be the law.
fn contradicts(one: &Procedure, other: &Procedure) -> bool {
    let overlap = one.validity().zip(other.validity()).is_some_and(|(a, b)| a.overlaps(b));
    one.code == other.code && one.recorded_from == other.recorded_from && overlap
}
