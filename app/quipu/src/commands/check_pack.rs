use std::path::Path;

use anyhow::{anyhow, bail};
use pack::Pack;

use crate::{
    cli::CheckPackArgs,
    contexts,
    outcome::{Outcome, Usage},
    output,
};

/// The pack in a folder that somebody named.
pub fn open(folder: &Path) -> anyhow::Result<Pack> {
    if !folder.is_dir() {
        bail!(Usage(format!("there is no folder {}; the pack of Peru is countries/peru", folder.display())));
    }
    Ok(Pack::open(folder)?)
}

/// Reads every table of a pack as the rooms do, and says what each refuses.
pub fn check_pack(args: &CheckPackArgs) -> anyhow::Result<Outcome> {
    let pack = open(&args.pack)?;
    let refused = contexts::pack_defects(&pack);
    for line in &refused {
        output::print(&format!("{line}\n"))?;
    }
    if refused.is_empty() {
        let country = pack.country().map_err(|e| anyhow!(e))?;
        output::print(&format!("{} ({}): the pack is valid\n", country.name, country.code))?;
    }
    Ok(Outcome::findings_unless(refused.is_empty()))
}
