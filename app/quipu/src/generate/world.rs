//! The units of all years, and how the lines of one are spread over them.
use std::path::Path;

use anyhow::bail;
use budget::domain::Dimension;
use pack::Pack;

use super::{
    codes::{Codes, Unit},
    dice::{Dice, What},
    shape::{Shape, scaled},
};
use crate::outcome::Usage;

pub struct World<'a> {
    pub shape: &'a Shape,
    pub codes: Codes,
    pub seed: u64,
    /// Lines of a year.
    pub rows: u64,
    /// Units in the order of the files.
    pub order: Vec<Placed>,
}

/// A unit and what it has in all years.
pub struct Placed {
    /// Its number in the pack.
    pub unit: u32,
    weight: u64,
    /// Codes of projects of its own: from, how many.
    pub projects: (u32, u32),
    /// Programmes with products that it knows.
    pub programmes: u32,
}

impl<'a> World<'a> {
    pub fn of(folder: &Path, pack: &Pack, shape: &'a Shape, seed: u64, rows: u64) -> anyhow::Result<Self> {
        let mut codes = Codes::of(folder, pack, shape)?;
        if codes.units.is_empty() || codes.programmes.is_empty() || codes.chains.is_empty() {
            bail!("the pack has no executing units, no products or no functional chain");
        }
        for (number, unit) in (0..).zip(&mut codes.units) {
            if Dice::of(seed, What::Unit, [number, 1, 0, 0]).per_mille(shape.enye_lost_per_mille) {
                lose_enye(unit);
            }
        }
        let order = placed(&codes, shape, seed, rows);
        Ok(Self { shape, codes, seed, rows, order })
    }

    pub fn unit(&self, placed: &Placed) -> Option<&Unit> {
        self.codes.units.get(placed.unit as usize)
    }

    /// Lines of each unit of [`Self::order`] in a year; they sum to the rows asked for.
    pub fn lines(&self, year: i16) -> anyhow::Result<Vec<u64>> {
        let weight = |placed: &Placed| {
            let is_known =
                self.unit(placed).is_some_and(|unit| (unit.years.0..=unit.years.1).contains(&year));
            let mut dice =
                Dice::of(self.seed, What::UnitYear, [placed.unit, u32::from(year.unsigned_abs()), 0, 0]);
            if is_known { placed.weight * u64::from(dice.within(900, 1100)) } else { 0 }
        };
        let weights: Vec<u64> = self.order.iter().map(weight).collect();
        let whole: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
        if whole == 0 {
            bail!(Usage(format!("the pack knows no executing unit in {year}")));
        }
        let (mut sum, mut before) = (0, 0);
        let lines = weights.into_iter().map(|weight| {
            sum += u128::from(weight);
            let until = u64::try_from(u128::from(self.rows) * sum / whole).unwrap_or(self.rows);
            until - std::mem::replace(&mut before, until)
        });
        Ok(lines.collect())
    }

    /// What a sol of the year from which money grows is in this one, in millionths.
    pub fn growth(&self, year: i16) -> i64 {
        let rate = 1000 + i64::from(self.shape.growth_per_mille);
        let from = self.shape.growth_from;
        let later = (from..year).fold(1_000_000, |sol, _| scaled(sol, rate, 1000));
        (year..from).fold(later, |sol, _| scaled(sol, 1000, rate))
    }
}

fn lose_enye(unit: &mut Unit) {
    let (code, name) = (unit.cells.code(Dimension::Ejecutora), unit.cells.name(Dimension::Ejecutora));
    let (code, name) = (code.to_owned(), name.replace('Ñ', "¥"));
    unit.cells.put(Dimension::Ejecutora, &code, &name);
}

fn placed(codes: &Codes, shape: &Shape, seed: u64, rows: u64) -> Vec<Placed> {
    let drawn = (0..).zip(&codes.units).filter_map(|(number, unit)| {
        let level = shape.levels.get(unit.level)?;
        let mut dice = Dice::of(seed, What::Unit, [number, 0, 0, 0]);
        let weight = shape.unit_lines.draw(&mut dice).unsigned_abs() * level.lines_per_mille;
        Some((number, weight, u128::from(weight * u64::from(level.projects_per_mille))))
    });
    let mut drawn: Vec<(u32, u64, u128)> = drawn.collect();
    let mut dice = Dice::of(seed, What::Order, [0; 4]);
    for at in (1..drawn.len()).rev() {
        drawn.swap(at, dice.at(at + 1));
    }
    let whole: u128 = drawn.iter().map(|(_, weight, _)| u128::from(*weight)).sum();
    let of_projects: u128 = drawn.iter().map(|(.., share)| share).sum();
    let goal_lines = 14;
    let (mut sum, mut from) = (0, 0);
    let made = drawn.into_iter().map(|(unit, weight, share)| {
        sum += share;
        let until = part(shape.projects.codes.into(), sum, of_projects);
        let projects = (shape.projects.from + from, (until - from).max(1));
        from = until;
        let goals = part(rows.into(), u128::from(weight), whole) / goal_lines;
        let programmes = shape.programmes_least + goals / shape.goals_per_programme.max(1);
        Placed { unit, weight, projects, programmes: programmes.min(shape.programmes_most) }
    });
    made.collect()
}

fn part(whole: u128, over: u128, under: u128) -> u32 {
    u32::try_from(whole * over / under.max(1)).unwrap_or(u32::MAX)
}
