//! Ways through the classifications: the six questions that officials start from, and what comes after what.
use directory::domain::Level;

use crate::domain::Dimension as D;

/// One question and the dimensions that answer it, each finer than the one before within its way.
pub struct Question {
    /// Key of its words: `budget-question-…`.
    pub key: &'static str,
    pub ways: &'static [&'static [D]],
}

/// The six questions of the treasury's own consultation.
pub const QUESTIONS: [Question; 6] = [
    Question { key: "who", ways: &[&[D::Level, D::Sector, D::Entity, D::SecEjec]] },
    Question {
        key: "what",
        ways: &[&[D::Programme, D::Product, D::Activity, D::Purpose], &[D::Function, D::Division, D::Group]],
    },
    Question {
        key: "how",
        ways: &[&[
            D::Category,
            D::Generic,
            D::Subgeneric,
            D::SubgenericDetail,
            D::Specific,
            D::SpecificDetail,
        ]],
    },
    Question { key: "source", ways: &[&[D::Source, D::Rubro, D::ResourceType]] },
    Question {
        key: "where",
        ways: &[
            &[D::Department, D::Province, D::District],
            &[D::MetaDepartment, D::MetaProvince, D::MetaDistrict],
        ],
    },
    Question { key: "when", ways: &[&[D::Month], &[D::Year]] },
];

/// Where a way has ended, the next question is proposed in this order.
const AFTER: [D; 6] = [D::Entity, D::Programme, D::Function, D::Generic, D::Source, D::Month];

/// What to list by after choosing `code` of `dimension`; `taken` are the dimensions already chosen or listed.
pub fn next(dimension: D, code: &str, taken: &[D]) -> Option<D> {
    let free = |d: &D| *d != dimension && !taken.contains(d);
    // Sectors tell national bodies apart; regional and local ones all stand in one.
    let of_level = match (dimension, code.parse::<Level>()) {
        (D::Level, Ok(Level::Regional)) => Some(D::Entity),
        (D::Level, Ok(Level::Local)) => Some(D::Department),
        _ => None,
    };
    let ways = QUESTIONS.iter().flat_map(|question| question.ways);
    let finer = ways.filter_map(|way| {
        let at = way.iter().position(|d| *d == dimension)?;
        way.get(at + 1..)?.iter().copied().find(free)
    });
    of_level.filter(free).into_iter().chain(finer).chain(AFTER).find(free)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_goes_on_and_then_another_begins() {
        let check = |from: D, code: &str, taken: &[D], expect: Option<D>| {
            assert_eq!(next(from, code, taken), expect, "{from} {code} {taken:?}");
        };
        check(D::Level, "E", &[], Some(D::Sector));
        check(D::Level, "R", &[], Some(D::Entity));
        check(D::Level, "M", &[], Some(D::Department));
        check(D::Level, "M", &[D::Department], Some(D::Sector));
        check(D::Programme, "0068", &[], Some(D::Product));
        check(D::Programme, "0068", &[D::Product], Some(D::Activity));
        check(D::SecEjec, "940", &[D::Entity], Some(D::Programme));
        check(D::Month, "03", &[], Some(D::Entity));
        check(
            D::Goal,
            "00001",
            &[D::Entity, D::Programme, D::Function, D::Generic, D::Source, D::Month],
            None,
        );
    }
}
