use anyhow::anyhow;
use pack::Pack;

use crate::{cli::CheckPackArgs, contexts, outcome::Outcome, output};

/// Reads every table of a pack as the rooms do, and says what each refuses.
pub fn check_pack(args: &CheckPackArgs) -> anyhow::Result<Outcome> {
    let pack = Pack::open(&args.pack)?;
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
