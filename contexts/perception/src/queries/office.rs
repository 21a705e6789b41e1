//! Waves as those see them who conduct them.
use std::collections::BTreeMap;

use base::Known;
use db::Conn;

use super::{Asked, WaveView, published};
use crate::{
    domain::{Channel, Reached, Wave, WaveCode, results},
    store,
};

/// A wave from its draft on; none of that code.
///
/// # Errors
/// A database that cannot be read.
pub async fn office_wave(conn: &mut Conn, code: &WaveCode) -> Result<Option<WaveView>, db::Error> {
    if let Some((wave, reached)) = store::waves::opened(conn, Known::NOW, Some(code)).await?.pop() {
        return Ok(Some(WaveView { wave, reached }));
    }
    Ok(store::waves::draft_of(conn, code).await?.map(of_draft))
}

fn of_draft(wave: Wave) -> WaveView {
    let reached = |(channel, unit): (&Channel, &String)| Reached {
        channel: *channel,
        unit: unit.clone(),
        reach: None,
        responses: None,
    };
    WaveView { reached: wave.card.units.iter().map(reached).collect(), wave }
}

/// Every draft, the last written first.
pub(crate) async fn drafts(conn: &mut Conn) -> Result<Vec<WaveView>, db::Error> {
    Ok(store::waves::drafts(conn).await?.into_iter().map(of_draft).collect())
}

/// How many sheets came so far over each channel.
pub(crate) async fn responses(conn: &mut Conn, code: &WaveCode) -> Result<BTreeMap<Channel, u64>, db::Error> {
    store::sheets::counts(conn, code).await
}

/// What would be published: the same that is withheld from everybody is withheld here.
///
/// # Errors
/// A database that cannot be read.
pub async fn preview(conn: &mut Conn, wave: &Wave, cell_min: u64) -> Result<Vec<Asked>, db::Error> {
    let all = published::by_code(store::questions::all(conn, Known::NOW).await?);
    let sheets = store::sheets::all(conn, &wave.code).await?;
    let asked = wave.card.questions.iter().filter_map(|code| all.get(code));
    let asked = asked.map(|question| Asked {
        results: Some(results(question, &sheets, cell_min)),
        question: question.clone(),
    });
    Ok(asked.collect())
}
