use crate::{bulk::Bulk, cli::ExportArgs, contexts, outcome::Outcome, output, progress, state::State};

/// Writes every public table and the money of every year as files for others.
pub async fn export(state: &State, args: &ExportArgs) -> anyhow::Result<Outcome> {
    let known = state.known(&mut *state.ctx.db.read().await?, args.known.as_deref()).await?;
    let texts = contexts::texts()?;
    let bulk = Bulk { state, known, lang: state.lang(), texts: &texts };
    let spinner = progress::spinner(String::new());
    let summary = bulk.write(&args.folder, &|table| spinner.set_message(table.to_owned())).await?;
    spinner.finish_and_clear();
    output::print(&format!(
        "{}: {} tables, {} rows, {} bytes as CSV and Parquet\n",
        args.folder.display(),
        summary.tables,
        summary.rows,
        summary.bytes
    ))?;
    Ok(Outcome::Done)
}
