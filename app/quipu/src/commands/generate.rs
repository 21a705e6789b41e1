use std::{
    fs,
    ops::RangeInclusive,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};

use super::check_pack;
use crate::{
    cli::GenerateArgs,
    generate::{Shape, Template, World, write},
    outcome::{Outcome, Usage},
    output, progress,
};

/// Writes one file a year; nothing is written where one of them is there already.
pub fn generate(args: &GenerateArgs) -> anyhow::Result<Outcome> {
    let years = years(&args.years)?;
    let pack = check_pack::open(&args.pack)?;
    let shape = Shape::of(&args.pack)?;
    let Some((layout, style)) = shape.layouts.get_key_value(&args.layout) else {
        let known: Vec<&str> = shape.layouts.keys().map(String::as_str).collect();
        bail!(Usage(format!("no layout is called {:?}; there are: {}", args.layout, known.join(", "))));
    };
    let ending = if args.gzip { "csv.gz" } else { "csv" };
    let path = |year: i16| args.output.join(format!("budget-{year}-{layout}.{ending}"));
    let files: Vec<(i16, PathBuf)> = years.map(|year| (year, path(year))).collect();
    free(&args.output, &files)?;
    let catalogue = budget::Catalogue::of(&pack)?;
    let template = Template::of(&catalogue.layouts, style)?;
    let world = World::of(&args.pack, &pack, &shape, args.seed, args.rows)?;
    for (year, _) in &files {
        world.lines(*year)?;
    }
    fs::create_dir_all(&args.output)
        .with_context(|| format!("cannot create the folder {}", args.output.display()))?;
    for (year, path) in &files {
        let bar = progress::of_lines(path, args.rows);
        let written = write(&world, &template, *year, path, &mut |lines| bar.set_position(lines));
        bar.finish_and_clear();
        let written = written?;
        output::print(&format!(
            "{}: {} rows of {} lines and {} executing units\n",
            path.display(),
            written.rows,
            written.lines,
            written.units
        ))?;
    }
    Ok(Outcome::Done)
}

/// `2020`, or `2019..2021` with both.
fn years(text: &str) -> anyhow::Result<RangeInclusive<i16>> {
    let year = |text: &str| text.trim().parse().ok().filter(|year| (2000..=2100).contains(year));
    let (first, last) = text.split_once("..").unwrap_or((text, text));
    match (year(first), year(last.trim_start_matches('='))) {
        (Some(first), Some(last)) if first <= last => Ok(first..=last),
        (Some(_), Some(_)) => bail!(Usage(format!("--years {text}: the first year comes before the last"))),
        _ => bail!(Usage(format!("--years {text}: write 2020 or 2019..2021, of 2000 to 2100"))),
    }
}

fn free(folder: &Path, files: &[(i16, PathBuf)]) -> anyhow::Result<()> {
    if folder.exists() && !folder.is_dir() {
        bail!(Usage(format!("{} is no folder", folder.display())));
    }
    match files.iter().find(|(_, path)| path.exists()) {
        Some((_, path)) => {
            bail!(Usage(format!("{} is there already: move it away, or name another folder", path.display())))
        }
        None => Ok(()),
    }
}
