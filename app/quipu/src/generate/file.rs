//! One year in one file. It gets its name when it is whole.
use std::{
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

use anyhow::Context;
use flate2::{Compression, write::GzEncoder};

use super::{
    dice::{Dice, What},
    goal::{Generics, Goal},
    layout::{Shared, Template},
    shape::scaled,
    spending::Spending,
    world::World,
};

/// Bytes gathered before they are written.
const GATHERED: usize = 1 << 18;

/// What one file holds.
pub struct Written {
    pub rows: u64,
    pub lines: u64,
    pub units: usize,
}

/// Writes the year; `told` hears how many lines are done.
pub fn write(
    world: &World<'_>,
    template: &Template<'_>,
    year: i16,
    path: &Path,
    told: &mut dyn FnMut(u64),
) -> anyhow::Result<Written> {
    let lines = world.lines(year)?;
    let draft = PathBuf::from(format!("{}.part", path.display()));
    let failed = || format!("cannot write {}", draft.display());
    let file = BufWriter::new(File::create(&draft).with_context(failed)?);
    let written = if path.extension().is_some_and(|extension| extension == "gz") {
        let mut archive = GzEncoder::new(file, Compression::default());
        let written = rows(world, template, year, &lines, &mut archive, told).with_context(failed)?;
        archive.finish().and_then(BufWriter::into_inner_flushed).with_context(failed)?;
        written
    } else {
        let mut file = file;
        let written = rows(world, template, year, &lines, &mut file, told).with_context(failed)?;
        file.into_inner_flushed().with_context(failed)?;
        written
    };
    fs::rename(&draft, path).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(written)
}

trait Flushed {
    fn into_inner_flushed(self) -> io::Result<()>;
}

impl Flushed for BufWriter<File> {
    fn into_inner_flushed(self) -> io::Result<()> {
        self.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
    }
}

fn rows(
    world: &World<'_>,
    template: &Template<'_>,
    year: i16,
    lines: &[u64],
    to: &mut dyn Write,
    told: &mut dyn FnMut(u64),
) -> io::Result<Written> {
    let generics = Generics::of(world);
    let fundings = fundings(world, template);
    let details = details(world, template, &generics);
    let growth = world.growth(year);
    let mut written = Written { rows: 0, lines: 0, units: 0 };
    let mut bytes = Vec::with_capacity(2 * GATHERED);
    let mut shared = Shared::default();
    template.header(&mut bytes);
    for (placed, lines) in world.order.iter().zip(lines).filter(|(_, lines)| **lines > 0) {
        let Some(unit) = world.unit(placed) else { continue };
        written.units += 1;
        let (mut left, mut projects) = (*lines, 0);
        for slot in 0.. {
            if left == 0 {
                break;
            }
            let mut goal = Goal::of(world, placed, unit, slot, &mut projects, year);
            let mut cells = goal.cells.clone();
            template.goal(&mut cells, unit, goal.is_project, &mut shared);
            let thing = [placed.unit, slot, u32::from(year.unsigned_abs()), 0];
            let mut dice = Dice::of(world.seed, What::GoalYear, thing);
            let mut of_goal = goal.lines.min(left);
            left -= of_goal;
            while of_goal > 0 {
                let (line, money) = goal.line(world, &generics);
                if dice.per_mille(world.shape.absent_per_mille) {
                    continue;
                }
                let money = scaled(scaled(money, growth, 1_000_000), i64::from(dice.within(700, 1300)), 1000);
                let spending = Spending::of(money, goal.is_project, world.shape, &mut dice);
                let parts = (
                    fundings.get(unit.level).and_then(|own| own.get(line.funding)),
                    details
                        .get(usize::from(goal.is_project))
                        .and_then(|own| own.get(line.generic)?.get(line.detail)),
                );
                if let (Some(funding), Some(detail)) = parts {
                    written.rows += template.line([&shared, funding, detail], &spending, &mut bytes);
                }
                of_goal -= 1;
                written.lines += 1;
                if bytes.len() >= GATHERED {
                    to.write_all(&bytes)?;
                    bytes.clear();
                    told(written.lines);
                }
            }
        }
    }
    to.write_all(&bytes)?;
    told(written.lines);
    Ok(written)
}

fn fundings(world: &World<'_>, template: &Template<'_>) -> Vec<Vec<Shared>> {
    let of_level = world.codes.fundings.iter();
    of_level.map(|(fundings, _)| fundings.iter().map(|cells| template.funding(cells)).collect()).collect()
}

/// Of activities and of projects: by generic, then by detail.
fn details(world: &World<'_>, template: &Template<'_>, generics: &[Generics; 2]) -> [Vec<Vec<Shared>>; 2] {
    generics.each_ref().map(|kind| {
        let known = kind.codes.iter().filter_map(|code| world.codes.details.get(code));
        known.map(|details| details.iter().map(|cells| template.detail(cells)).collect()).collect()
    })
}
