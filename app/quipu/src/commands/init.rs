use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use base::Known;
use directory::actions::{EntityFiles, Loaded, load_entities, load_territories};
use pack::Pack;
use sheets::Book;

use super::import;
use crate::{
    cli::{InitArgs, Kind},
    contexts,
    outcome::Outcome,
    output, progress,
    state::State,
};

/// Loads the pack: its files, the territory tree, the entities, the plans of the state and the series of
/// their indicators. Every step is an act of its own; the whole may be repeated at any time.
pub async fn init(state: &State, args: &InitArgs) -> anyhow::Result<Outcome> {
    let pack = Pack::open(&args.pack)?;
    let refused = contexts::pack_defects(&pack);
    if !refused.is_empty() {
        for line in &refused {
            output::print(&format!("{line}\n"))?;
        }
        output::print("nothing was loaded: correct the pack, then run init again\n")?;
        return Ok(Outcome::Findings);
    }
    state.key()?;
    let changes = pack::load(&state.ctx, &pack.country()?.code, &pack).await?;
    let (added, changed, gone) = (changes.added.len(), changes.changed.len(), changes.gone.len());
    output::print(&format!(
        "pack: {added} files added, {changed} changed, {gone} gone, {} as before\n",
        changes.unchanged
    ))?;
    load_register(state, &args.pack).await?;
    let mut outcome = Outcome::Done;
    for step in steps(&args.pack, args.sample) {
        if import::files(state, &step).await? == Outcome::Findings {
            outcome = Outcome::Findings;
        }
    }
    establish(state, &pack).await?;
    if args.sample && studies(state, &args.pack).await? == Outcome::Findings {
        outcome = Outcome::Findings;
    }
    Ok(outcome)
}

/// The posts that the pack says every body has.
async fn establish(state: &State, pack: &Pack) -> anyhow::Result<()> {
    let standing = directory::actions::standing(pack)?;
    if standing.is_empty() {
        return Ok(());
    }
    let today = state.today(&mut *state.ctx.db.read().await?).await?;
    let made = directory::actions::establish_posts(&state.ctx, &standing, today).await?;
    output::print(&format!("posts: {} added, {} as before\n", made.added, made.unchanged))
}

/// Studies of the future, each a folder of tables.
async fn studies(state: &State, pack: &Path) -> anyhow::Result<Outcome> {
    let today = state.today(&mut *state.ctx.db.read().await?).await?;
    let mut clean = true;
    for folder in folders(&pack.join("foresight")) {
        let book = Book::open(&files(&folder, "csv"))?;
        let study = foresight::reading::study(&book)?;
        let delivered = foresight::reading::read(&book)?;
        let code = study.code.clone();
        match foresight::actions::import_study(&state.ctx, study, delivered, today).await {
            Ok(foresight::actions::Imported::Published { rows }) => {
                output::print(&format!("{code}: study published, rows {rows}\n"))?;
            }
            Ok(foresight::actions::Imported::AsBefore) => {
                output::print(&format!("{code}: study as before\n"))?;
            }
            Err(foresight::actions::Refusal::Rows(rows)) => {
                clean = false;
                for row in rows {
                    output::print(&format!("  {row}\n"))?;
                }
            }
            Err(fault) => return Err(fault.into()),
        }
    }
    Ok(Outcome::findings_unless(clean))
}

async fn load_register(state: &State, pack: &Path) -> anyhow::Result<()> {
    let book = |path: &str| Book::open(&[pack.join(path)]);
    let bar = progress::spinner("territories and entities".into());
    let territories = load_territories(&state.ctx, &book("territory/territories.csv")?).await?;
    report(&territories)?;
    let today = state.today(&mut *state.ctx.db.read().await?).await?;
    let files = EntityFiles {
        entities: Some(book("entities/entities.csv")?),
        units: Some(book("entities/executing_units.csv")?),
    };
    let entities = load_entities(&state.ctx, &files, false, today).await?;
    bar.finish_and_clear();
    report(&entities)
}

/// One line per table.
pub fn report(loaded: &Loaded) -> anyhow::Result<()> {
    for (table, revision) in &loaded.tables {
        let db::Revision { added, changed, gone, unchanged } = revision;
        output::print(&format!(
            "{table}: {added} added, {changed} changed, {gone} closed, {unchanged} as before\n"
        ))?;
    }
    Ok(())
}

/// What follows the pack's tables, in the order in which one needs the other.
fn steps(pack: &Path, sample: bool) -> Vec<import::Step> {
    let mut steps = Vec::new();
    let mut add = |kind, files: Vec<PathBuf>, source: &str| {
        if !files.is_empty() {
            steps.push(import::Step { kind, files, source: source.to_owned(), partial: false, reason: None });
        }
    };
    // The plans of the state first: the sample hangs from them.
    let mut plans = folders(&pack.join("plans"));
    plans
        .sort_by_key(|folder| folder.file_name().is_some_and(|n| n.to_string_lossy().starts_with("muestra")));
    for folder in plans {
        let name = folder.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        if sample || !name.starts_with("muestra") {
            add(Kind::Plan, files(&folder, "csv"), &name);
        }
    }
    let indicators = files(&pack.join("indicators"), "");
    add(Kind::Indicators, indicators, "countries/peru/indicators");
    if sample {
        for file in files(&pack.join("sample/budget"), "") {
            let name = file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
            if name.starts_with("pcm_covid") || name.starts_with("ReporteGasto") {
                add(Kind::Budget, vec![file], "MEF");
            }
        }
        add(Kind::Attributions, files(&pack.join("attributions"), "csv"), "muestra");
    }
    steps
}

fn folders(folder: &Path) -> Vec<PathBuf> {
    sorted(folder, Path::is_dir)
}

/// Files with this extension (any, if empty), by name.
pub fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let wanted = |path: &Path| {
        path.is_file() && (extension.is_empty() || path.extension().is_some_and(|e| e == extension))
    };
    sorted(folder, wanted)
}

fn sorted(folder: &Path, wanted: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
    let Ok(items) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> =
        items.filter_map(Result::ok).map(|item| item.path()).filter(|path| wanted(path)).collect();
    paths.sort();
    paths
}

/// Kept so that `init` and `import` read the pack alike.
pub async fn known_pack(state: &State) -> anyhow::Result<Pack> {
    let pack = state.pack(&mut *state.ctx.db.read().await?, Known::NOW).await?;
    Ok(Arc::unwrap_or_clone(pack))
}
