use std::{path::Path, time::Duration};

use anyhow::{Context, bail};
use journal::{Checkpoint, Tile, VerifierKey, audit};
use ureq::Agent;

use super::verify::kept;
use crate::{
    outcome::{Outcome, Usage},
    output,
};

/// A tile has at most 256 entries of 65,535 bytes.
const ANSWER_BYTES_MAX: u64 = 17 * 1024 * 1024;
const WAIT_MAX: Duration = Duration::from_secs(30);

/// Reads a public log whole, as somebody who has only a checkpoint of it.
pub fn verify_log(site: &str, checkpoint: Option<&Path>, key: Option<String>) -> anyhow::Result<Outcome> {
    let log = Log::at(site)?;
    let kept = checkpoint.map(kept).transpose()?;
    let key = match key {
        Some(key) => parse_key(&key)?,
        None => parse_key(&log.text("key")?).with_context(|| log.address("key"))?,
    };
    let now: Checkpoint = log.text("checkpoint")?.parse().with_context(|| log.address("checkpoint"))?;
    now.check_with(&key).with_context(|| log.address("checkpoint"))?;
    if let Some((kept, path)) = kept.as_ref().zip(checkpoint) {
        // A log that took another key cannot pass for the one that signed it.
        kept.check_with(&key).with_context(|| path.display().to_string())?;
    }
    let flaws = audit(&now, kept.as_ref(), |tile: Tile| log.bytes(&format!("tile/{tile}")))?;
    for flaw in &flaws {
        output::print(&format!("{flaw}\n"))?;
    }
    let verdict = if flaws.is_empty() { "nothing was altered" } else { "ALTERED, see above" };
    let since = kept.map(|kept| format!(", since a checkpoint of {} entries", kept.size)).unwrap_or_default();
    output::print(&format!("{} entries of the log {} checked{since}: {verdict}\n", now.size, now.origin))?;
    Ok(Outcome::findings_unless(flaws.is_empty()))
}

fn parse_key(text: &str) -> anyhow::Result<VerifierKey> {
    text.parse().map_err(|error| Usage(format!("{error}")).into())
}

/// A log and what asks it.
struct Log {
    prefix: String,
    agent: Agent,
}

impl Log {
    /// `site` as a browser shows it, with or without `/log`.
    fn at(site: &str) -> anyhow::Result<Self> {
        if !site.starts_with("https://") && !site.starts_with("http://") {
            bail!(Usage(format!("{site} is no address of a site: https://… or http://…")));
        }
        let site = site.trim_end_matches('/');
        let site = site.strip_suffix("/log").unwrap_or(site);
        let agent = Agent::config_builder().timeout_global(Some(WAIT_MAX)).build().new_agent();
        Ok(Self { prefix: format!("{site}/log"), agent })
    }

    fn address(&self, path: &str) -> String {
        format!("{}/{path}", self.prefix)
    }

    fn bytes(&self, path: &str) -> anyhow::Result<Vec<u8>> {
        let address = self.address(path);
        let failed = || format!("{address} cannot be read");
        let mut answer = self.agent.get(&address).call().with_context(failed)?;
        answer.body_mut().with_config().limit(ANSWER_BYTES_MAX).read_to_vec().with_context(failed)
    }

    fn text(&self, path: &str) -> anyhow::Result<String> {
        String::from_utf8(self.bytes(path)?).with_context(|| format!("{} is no text", self.address(path)))
    }
}
