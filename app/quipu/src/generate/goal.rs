//! The goals of a unit: what takes each place, for how many years, and with which lines.
use budget::domain::Dimension;

use super::{
    cells::Cells,
    codes::{Programme, Unit},
    dice::{Dice, What},
    shape::Weights,
    world::{Placed, World},
};

/// Lives are counted from here; no earlier year is written.
const EPOCH: i32 = 1990;
/// Codes that each place of a project has, used in turn.
const IN_TURN: u32 = 16;
/// Activities of a product.
const ACTIVITIES: u32 = 16;
const PURPOSES: u32 = 40_000;

/// One goal in one year.
pub struct Goal {
    pub is_project: bool,
    pub cells: Cells,
    pub lines: u64,
    level: usize,
    /// Who draws the lines: the same every year of a life.
    dice: Dice,
    funding: usize,
    drawn: Vec<Line>,
}

/// By number in the codes: its funding, its generic, its detail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    pub funding: usize,
    pub generic: usize,
    pub detail: usize,
}

/// Generics by how often they are met, with how many details each has.
pub struct Generics {
    pub codes: Vec<String>,
    weights: Weights,
    details: Vec<usize>,
}

impl Generics {
    /// Of activities and of projects.
    pub fn of(world: &World<'_>) -> [Self; 2] {
        [&world.shape.generics.activity, &world.shape.generics.project].map(|told| {
            let known = || {
                told.iter().filter_map(|(code, often)| Some((code, *often, world.codes.details.get(code)?)))
            };
            Self {
                codes: known().map(|(code, ..)| code.clone()).collect(),
                weights: known().map(|(_, often, _)| often).collect(),
                details: known().map(|(.., details)| details.len()).collect(),
            }
        })
    }
}

impl Goal {
    /// What stands in place `slot` of a unit in a year; `projects` counts the places of projects before it.
    pub fn of(
        world: &World<'_>,
        placed: &Placed,
        unit: &Unit,
        slot: u32,
        projects: &mut u32,
        year: i16,
    ) -> Self {
        let shape = world.shape;
        let mut dice = Dice::of(world.seed, What::Slot, [placed.unit, slot, 0, 0]);
        let share = shape.levels.get(unit.level).map_or(0, |level| level.projects_per_mille);
        let is_project = dice.per_mille(share);
        let lines = shape.goal_lines.draw(&mut dice).unsigned_abs().max(1);
        let life = life(if is_project { shape.project_life } else { shape.activity_life }, year, &mut dice);
        let place = *projects;
        *projects += u32::from(is_project);
        let dice = Dice::of(world.seed, What::Goal, [placed.unit, slot, life, 0]);
        let mut goal = Self {
            is_project,
            cells: unit.cells.clone(),
            lines,
            level: unit.level,
            dice,
            funding: 0,
            drawn: Vec::new(),
        };
        goal.cells.put(Dimension::Year, &year.to_string(), "");
        goal.cells.put(Dimension::GoalSequence, &(slot + 1).to_string(), "");
        goal.cells.put(Dimension::Goal, &format!("{:05}", (slot + 1) % 100_000), "");
        if is_project {
            let own = (place * IN_TURN + life % IN_TURN) % placed.projects.1;
            goal.project(world, placed.projects.0 + own, &unit.district);
        } else {
            goal.activity(world, placed);
        }
        goal.place(world);
        if let Some((fundings, weights)) = world.codes.fundings.get(unit.level) {
            goal.funding = weights.draw(&mut goal.dice).min(fundings.len().saturating_sub(1));
        }
        goal
    }

    fn project(&mut self, world: &World<'_>, code: u32, district: &str) {
        let names = &world.shape.names;
        let mut own = Dice::of(world.seed, What::Project, [code, 0, 0, 0]);
        let any =
            |texts: &[String], dice: &mut Dice| texts.get(dice.at(texts.len())).cloned().unwrap_or_default();
        let (work, service) = (any(&names.works, &mut own), any(&names.services, &mut own));
        let name = names
            .project
            .replace("{work}", &work)
            .replace("{service}", &service)
            .replace("{number}", &own.within(1, 9_999).to_string())
            .replace("{district}", district)
            .replace("{province}", self.cells.name(Dimension::Province))
            .replace("{department}", self.cells.name(Dimension::Department));
        // Most projects are of no programme: the last of those without products.
        let (programme, variant) = if own.per_mille(900) {
            (world.codes.unprogrammed.last(), None)
        } else {
            let number = own.at(world.codes.programmes.len());
            (world.codes.programmes.get(number), Some(number))
        };
        if let Some(programme) = programme.or(world.codes.programmes.first()) {
            self.cells.add(&programme.cells);
        }
        self.chain(world, variant, own.below(60));
        self.cells.put(Dimension::Product, &code.to_string(), &name);
        let action = own.within(1, 60);
        let kind = if own.per_mille(700) { 4 } else { 6 };
        let called = names.work_action.replace("{number}", &action.to_string());
        self.cells.put(Dimension::Activity, &format!("{kind}{action:06}"), &called);
        let purpose = 100_000 + (code - world.shape.projects.from);
        self.cells.put(Dimension::Purpose, &format!("{purpose:07}"), &name);
    }

    fn activity(&mut self, world: &World<'_>, placed: &Placed) {
        let (codes, names) = (&world.codes, &world.shape.names);
        let drawn = self.dice.below(1000);
        let mut sum = 0;
        let none = world.shape.unprogrammed.iter().position(|told| {
            sum += told.per_mille;
            drawn < sum
        });
        let (programme, variant): (Option<&Programme>, _) = if let Some(at) = none {
            (codes.unprogrammed.get(at), None)
        } else {
            // The first are met most.
            let own = self.dice.below(placed.programmes).min(self.dice.below(placed.programmes));
            let number =
                Dice::of(world.seed, What::Unit, [placed.unit, 2, own, 0]).at(codes.programmes.len());
            (codes.programmes.get(number), Some(number))
        };
        let local = self.dice.below(4);
        self.chain(world, variant, (placed.unit.wrapping_mul(7) + local) % 60);
        let Some(programme) = programme.or(codes.programmes.first()) else { return };
        self.cells.add(&programme.cells);
        let at = self.dice.at(programme.products.len()).min(self.dice.at(programme.products.len()));
        if let Some((number, product)) = programme.products.get(at) {
            self.cells.add(product);
            let own = self.dice.below(ACTIVITIES).min(self.dice.below(ACTIVITIES));
            let activity = number * ACTIVITIES + own + 1;
            let called = names.activity.replace("{number}", &activity.to_string());
            self.cells.put(Dimension::Activity, &format!("5{activity:06}"), &called);
        }
        let purpose = self.dice.within(1, PURPOSES);
        let called = names.purpose.replace("{number}", &purpose.to_string());
        self.cells.put(Dimension::Purpose, &format!("{purpose:07}"), &called);
    }

    /// A programme has few chains; what has no programme has any.
    fn chain(&mut self, world: &World<'_>, programme: Option<usize>, variant: u32) {
        let key = programme
            .map_or([0, variant, 0, 0], |number| [1, u32::try_from(number).unwrap_or(0), variant % 3, 0]);
        let at = Dice::of(world.seed, What::Chain, key).at(world.codes.chains.len());
        if let Some(chain) = world.codes.chains.get(at) {
            self.cells.add(chain);
        }
    }

    fn place(&mut self, world: &World<'_>) {
        let own = (self.cells.code(Dimension::Department), self.cells.name(Dimension::Department));
        let other = world.codes.departments.get(self.dice.at(world.codes.departments.len()));
        let (code, name) = match other {
            Some((code, name)) if !self.dice.per_mille(world.shape.own_department_per_mille) => {
                (code.clone(), name.clone())
            }
            _ => (own.0.to_owned(), own.1.to_owned()),
        };
        self.cells.put(Dimension::MetaDepartment, &code, &name);
    }

    /// The next line, unlike those before, and about what it has in céntimos before growth.
    pub fn line(&mut self, world: &World<'_>, generics: &[Generics; 2]) -> (Line, i64) {
        let [activity, project] = generics;
        let kind = if self.is_project { project } else { activity };
        let mut line = self.draw(world, kind);
        for _ in 0..20 {
            if !self.drawn.contains(&line) {
                break;
            }
            line = self.draw(world, kind);
        }
        self.drawn.push(line);
        let shape = world.shape;
        let level = shape.levels.get(self.level).map_or(1000, |level| level.money_per_mille);
        let own = if self.is_project { shape.project_money_per_mille } else { 1000 };
        (line, shape.line_soles.draw(&mut self.dice) * level * own / 10_000)
    }

    fn draw(&mut self, world: &World<'_>, kind: &Generics) -> Line {
        let other = self.dice.per_mille(300);
        let funding = match world.codes.fundings.get(self.level) {
            Some((_, weights)) if other => weights.draw(&mut self.dice),
            _ => self.funding,
        };
        let generic = kind.weights.draw(&mut self.dice);
        let many = kind.details.get(generic).copied().unwrap_or(1).max(1);
        let at = (0..3).fold(many, |below, _| self.dice.at(below) + 1) - 1;
        // Which are met most is not which come first.
        Line { funding, generic, detail: at * 7919 % many }
    }
}

/// Which of the lives in one place is lived in a year.
fn life([least, most]: [u32; 2], year: i16, dice: &mut Dice) -> u32 {
    let mut ends = EPOCH - i32::try_from(dice.below(most)).unwrap_or(0);
    for life in 0.. {
        ends += i32::try_from(dice.within(least.max(1), most)).unwrap_or(1);
        if ends > i32::from(year) {
            return life;
        }
    }
    0
}
