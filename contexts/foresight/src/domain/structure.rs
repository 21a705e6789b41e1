//! The structural analysis of a study: who moves whom, directly and in the end.
use super::{Ended, Indirect, Matrix, Panel, indirect, median_halves};
use crate::domain::kind::SCORE_MAX;

/// Where a variable stands in the plane of influence and dependence (M. Godet).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quadrant {
    /// Moves much, is moved little.
    Driving,
    /// Moves much, is moved much: unstable, what is done there comes back.
    Relay,
    /// Moves little, is moved much: a result.
    Dependent,
    /// Neither.
    Autonomous,
}

impl Quadrant {
    pub const ALL: [Self; 4] = [Self::Driving, Self::Relay, Self::Dependent, Self::Autonomous];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Driving => "driving",
            Self::Relay => "relay",
            Self::Dependent => "dependent",
            Self::Autonomous => "autonomous",
        }
    }

    const fn of(moves: bool, is_moved: bool) -> Self {
        match (moves, is_moved) {
            (true, false) => Self::Driving,
            (true, true) => Self::Relay,
            (false, true) => Self::Dependent,
            (false, false) => Self::Autonomous,
        }
    }
}

/// The least and the most that a sum can be, whatever the missing scores are. In halves of a point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bounds {
    pub low: i64,
    pub high: i64,
}

impl Bounds {
    pub const fn is_exact(self) -> bool {
        self.low == self.high
    }

    /// A pair of the panel: its median, or anything from nothing to the highest score.
    fn of_pair(halves: Option<i64>) -> Self {
        halves.map_or(Self { low: 0, high: 2 * SCORE_MAX }, |halves| Self { low: halves, high: halves })
    }

    const fn plus(self, other: Self) -> Self {
        Self { low: self.low + other.low, high: self.high + other.high }
    }
}

/// One variable in the analysis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VariableOf {
    pub code: String,
    pub influence: Bounds,
    pub dependence: Bounds,
    /// Where every pair of the study is scored: directly, and by the indirect sums.
    pub direct: Option<Quadrant>,
    pub indirect: Option<Quadrant>,
    pub influence_rank: Option<(usize, usize)>,
    pub dependence_rank: Option<(usize, usize)>,
}

/// The whole of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Structure {
    pub variables: Vec<VariableOf>,
    pub pairs: usize,
    pub missing: usize,
    /// Absent while a pair is missing: ways that nobody knows cannot be added up.
    pub indirect: Option<Indirect>,
}

impl Structure {
    /// Whether the indirect order can be relied on.
    pub fn is_stable(&self) -> bool {
        self.indirect.as_ref().is_some_and(|found| found.ended == Ended::Stable)
    }
}

/// What the panel's scores say. Of several scores of a pair the median counts.
pub fn structure(panel: &Panel) -> Structure {
    let codes = &panel.variables;
    let halves = |one: &String, other: &String| {
        median_halves(panel.of_pair(one, other).into_iter().flat_map(|by| by.values().copied()))
    };
    let pair = |one: &String, other: &String| {
        if one == other { Bounds::default() } else { Bounds::of_pair(halves(one, other)) }
    };
    let rows: Vec<Vec<Bounds>> =
        codes.iter().map(|one| codes.iter().map(|other| pair(one, other)).collect()).collect();
    let sum = |bounds: &mut dyn Iterator<Item = &Bounds>| bounds.fold(Bounds::default(), |a, b| a.plus(*b));
    let mut variables: Vec<VariableOf> = codes
        .iter()
        .enumerate()
        .map(|(at, code)| VariableOf {
            code: code.clone(),
            influence: sum(&mut rows.get(at).into_iter().flatten()),
            dependence: sum(&mut rows.iter().filter_map(|row| row.get(at))),
            direct: None,
            indirect: None,
            influence_rank: None,
            dependence_rank: None,
        })
        .collect();
    let missing = panel.missing().len();
    let exact = |bounds: &Bounds| u128::try_from(bounds.low).unwrap_or_default();
    let square = rows.iter().map(|row| row.iter().map(exact).collect()).collect();
    let found = Matrix::of(square).filter(|_| missing == 0 && !codes.is_empty()).and_then(|m| indirect(&m));
    if let Some(found) = &found {
        classify(&mut variables, found);
    }
    Structure { variables, pairs: panel.pairs(), missing, indirect: found }
}

fn classify(variables: &mut [VariableOf], found: &Indirect) {
    let low = |bounds: Bounds| u128::try_from(bounds.low).unwrap_or_default();
    let influence: Vec<u128> = variables.iter().map(|variable| low(variable.influence)).collect();
    let dependence: Vec<u128> = variables.iter().map(|variable| low(variable.dependence)).collect();
    let (direct, indirect) =
        (quadrants(&influence, &dependence), quadrants(&found.influence, &found.dependence));
    let places = [&influence, &found.influence, &dependence, &found.dependence].map(|v| super::ranks(v));
    let [by_influence, by_influence_indirect, by_dependence, by_dependence_indirect] = &places;
    for (at, variable) in variables.iter_mut().enumerate() {
        variable.direct = direct.get(at).copied();
        variable.indirect = indirect.get(at).copied();
        let both = |one: &[usize], other: &[usize]| Some((*one.get(at)?, *other.get(at)?));
        variable.influence_rank = both(by_influence, by_influence_indirect);
        variable.dependence_rank = both(by_dependence, by_dependence_indirect);
    }
}

/// Above the mean of all is much; at the mean or below is little. Compared without division: `value × count > sum`.
fn quadrants(influence: &[u128], dependence: &[u128]) -> Vec<Quadrant> {
    let above = |values: &[u128]| -> Vec<bool> {
        let sum = values.iter().fold(0_u128, |sum, value| sum.saturating_add(*value));
        let count = values.len() as u128;
        values.iter().map(|value| value.saturating_mul(count) > sum).collect()
    };
    above(influence).into_iter().zip(above(dependence)).map(|(a, b)| Quadrant::of(a, b)).collect()
}
