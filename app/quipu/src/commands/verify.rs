use std::{fs, path::Path};

use anyhow::{Context, bail};
use base::Digest;
use journal::{Checkpoint, Finding};

use crate::{
    cli::VerifyArgs,
    contexts,
    outcome::{Outcome, Usage},
    output,
    state::{self, State},
};

/// Recomputes the tree, the rows of every entry and the hash of every stored file.
pub async fn verify(state: &State, args: &VerifyArgs) -> anyhow::Result<Outcome> {
    let checkpoint = args.checkpoint.as_deref().map(|path| read_checkpoint(state, path)).transpose()?;
    let place = state.ctx.db.place();
    let unread = || format!("{place} cannot be read");
    let damage = state.ctx.db.damage().await.with_context(unread)?;
    let mut read = state.ctx.db.read().await.with_context(unread)?;
    let mut lines: Vec<String> = damage.found.iter().map(|line| format!("{place}: {line}")).collect();
    let counts = match recompute(state, &mut read, checkpoint.as_ref(), &mut lines).await {
        // What cannot be read is explained by the damage already found.
        Err(error) if !lines.is_empty() => {
            lines.push(error.to_string());
            None
        }
        counts => Some(counts.with_context(|| format!("{place} cannot be read whole"))?),
    };
    for line in &lines {
        output::print(&format!("{line}\n"))?;
    }
    if let Some(why) = damage.unchecked {
        output::print(&format!("{place}: the server's own files were not checked here: {why}\n"))?;
    }
    let verdict = if lines.is_empty() { "nothing was altered" } else { "ALTERED, see above" };
    let (entries, files) = counts.unwrap_or_default();
    output::print(&format!("{entries} entries and {files} stored files checked: {verdict}\n"))?;
    Ok(Outcome::findings_unless(lines.is_empty()))
}

/// Adds what was altered to `lines`; returns how many entries and files were looked at.
async fn recompute(
    state: &State,
    read: &mut db::Conn,
    checkpoint: Option<&Checkpoint>,
    lines: &mut Vec<String>,
) -> anyhow::Result<(i64, usize)> {
    lines.extend(journal::verify(read, checkpoint).await?.iter().map(describe));
    let altered = accounts::queries::altered(read).await?;
    lines.extend(altered.iter().map(|code| format!("account {code}: who it is was changed by hand")));
    let digests = contexts::stored_files(read).await?;
    for digest in &digests {
        lines.extend(damaged(state, digest)?);
    }
    Ok((journal::last_seq(read).await?.0, digests.len()))
}

/// Prints the signed checkpoint and, on standard error, the key that checks it.
pub async fn checkpoint(state: &State) -> anyhow::Result<Outcome> {
    let key = state.key()?;
    let mut read = state.ctx.db.read().await?;
    let origin = state::origin(&state.pack(&mut read, base::Known::NOW).await?.country()?);
    let Some(checkpoint) = journal::checkpoint(&mut read, &origin, &key).await? else {
        bail!("the journal has no entry yet");
    };
    eprintln!("{}", key.verifier(&origin));
    output::print(&checkpoint.to_string())?;
    Ok(Outcome::Done)
}

fn read_checkpoint(state: &State, path: &Path) -> anyhow::Result<Checkpoint> {
    let checkpoint = kept(path)?;
    checkpoint.check(&state.key()?).with_context(|| path.display().to_string())?;
    Ok(checkpoint)
}

/// The checkpoint in a file; its signature is not checked yet.
pub fn kept(path: &Path) -> anyhow::Result<Checkpoint> {
    if !path.is_file() {
        bail!(Usage(format!("there is no file {}; `quipu checkpoint` writes one", path.display())));
    }
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    text.parse().with_context(|| path.display().to_string())
}

fn damaged(state: &State, digest: &Digest) -> anyhow::Result<Option<String>> {
    let path = state.ctx.files.path(digest);
    Ok(match state.ctx.files.verify(digest)? {
        Some(true) => None,
        Some(false) => Some(format!("stored file {}: its bytes are not those delivered", path.display())),
        None => Some(format!("stored file {}: gone", path.display())),
    })
}

fn describe(finding: &Finding) -> String {
    match finding {
        Finding::Entry { seq, detail } => format!("journal entry {seq}: {detail}"),
        Finding::Node { level, position } => {
            format!("journal tree, level {level}, node {position}: not the hash of what stands below")
        }
        Finding::Rows { seq, table } => {
            format!("table {table}: rows written by entry {seq} were changed, removed or added")
        }
        Finding::Strays { table, rows } => format!("table {table}: {rows} rows that no entry wrote"),
        Finding::Checkpoint { size, detail } => format!("checkpoint of {size} entries: {detail}"),
    }
}
