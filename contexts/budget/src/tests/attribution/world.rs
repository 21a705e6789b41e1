//! Claims, rows and a lineage written in a few words.
use base::{Money, Share};

use crate::domain::{
    Answer, CutRow, Dimension, Measure,
    attribution::{Attribution, Basis, FiscalYears, Lineage, LineageBuilder, Pattern, Rows},
};

pub const COLUMNS: [Dimension; 6] = [
    Dimension::Year,
    Dimension::Entity,
    Dimension::MetaDepartment,
    Dimension::Programme,
    Dimension::Product,
    Dimension::Activity,
];

#[derive(Clone, Debug)]
pub struct World {
    pub lineage: Lineage,
    pub claims: Vec<Attribution>,
    pub rows: Vec<CutRow>,
}

/// `P/A` hangs from `P/O` as `("A", &["O"])`; names that start with `O` are objectives.
pub fn lineage(links: &[(&str, &[&str])]) -> Lineage {
    let mut builder = LineageBuilder::default();
    for (child, parents) in links {
        let name = |code: &str| format!("P/{code}");
        let number = builder.element(&name(child));
        if child.starts_with('O') {
            builder.mark_objective(number);
        }
        for parent in *parents {
            let parent = builder.element(&name(parent));
            builder.hang(number, parent);
        }
    }
    builder.build()
}

/// A claim in words: element, pattern as stored, percent, over 2020.
pub fn claim(element: &str, pattern: &str, percent: &str) -> Attribution {
    Attribution {
        element: format!("P/{element}").parse().unwrap(),
        years: FiscalYears::new(2020, 2020).unwrap(),
        pattern: pattern.parse::<Pattern>().unwrap(),
        share: percent.parse::<Share>().unwrap(),
        basis: Basis::Rule,
        claimed_by: "test".into(),
        rationale: String::new(),
    }
}

/// A row in words: `entity department programme product activity`, year 2020 unless a seventh is given.
pub fn row(codes: &str, centimos: &[i64]) -> CutRow {
    let mut codes: Vec<String> = codes.split(' ').map(str::to_owned).collect();
    if codes.len() == COLUMNS.len() - 1 {
        codes.insert(0, "2020".into());
    }
    CutRow { codes, amounts: centimos.iter().map(|c| Some(Money::centimos(*c))).collect() }
}

impl World {
    pub fn elements(&self) -> Vec<usize> {
        self.claims.iter().map(|c| self.lineage.number(&c.element.to_string()).unwrap()).collect()
    }

    pub fn answer(&self) -> Answer {
        let measures = vec![Measure::Pim, Measure::Accrued];
        Answer { by: COLUMNS.to_vec(), measures, rows: self.rows.clone() }
    }

    pub fn judged(&self) -> Rows {
        Rows::new(self.answer(), &self.claims, &self.elements(), &self.lineage).unwrap()
    }
}
