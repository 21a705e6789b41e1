use std::fs;

use anyhow::Context;
use base::Digest;
use journal::{Checkpoint, Finding};

use crate::{cli::VerifyArgs, contexts, outcome::Outcome, output, state::State};

/// Recomputes the tree, the rows of every entry and the hash of every stored file.
pub async fn verify(state: &State, args: &VerifyArgs) -> anyhow::Result<Outcome> {
    let checkpoint = args.checkpoint.as_deref().map(|path| read_checkpoint(state, path)).transpose()?;
    let mut read = state.ctx.db.read().await?;
    let mut lines: Vec<String> =
        journal::verify(&mut read, checkpoint.as_ref()).await?.iter().map(describe).collect();
    let digests = contexts::stored_files(&mut read).await?;
    for digest in &digests {
        lines.extend(damaged(state, digest)?);
    }
    let entries = journal::last_seq(&mut read).await?;
    for line in &lines {
        output::print(&format!("{line}\n"))?;
    }
    let verdict = if lines.is_empty() { "nothing was altered" } else { "ALTERED, see above" };
    output::print(&format!("{entries} entries and {} stored files checked: {verdict}\n", digests.len()))?;
    Ok(Outcome::findings_unless(lines.is_empty()))
}

/// Prints the signed checkpoint and, on standard error, the key that checks it.
pub async fn checkpoint(state: &State) -> anyhow::Result<Outcome> {
    let key = state.key()?;
    let mut read = state.ctx.db.read().await?;
    let origin = origin(state, &mut read).await?;
    let Some(checkpoint) = journal::checkpoint(&mut read, &origin, &key).await? else {
        anyhow::bail!("the journal has no entry yet");
    };
    eprintln!("{}", key.verifier(&origin));
    output::print(&checkpoint.to_string())?;
    Ok(Outcome::Done)
}

async fn origin(state: &State, conn: &mut db::Conn) -> anyhow::Result<String> {
    let country = state.pack(conn, base::Known::NOW).await?.country()?;
    Ok(format!("quipu/{}", country.code.to_lowercase()))
}

fn read_checkpoint(state: &State, path: &std::path::Path) -> anyhow::Result<Checkpoint> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let checkpoint: Checkpoint = text.parse().with_context(|| path.display().to_string())?;
    checkpoint.check(&state.key()?).with_context(|| path.display().to_string())?;
    Ok(checkpoint)
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
