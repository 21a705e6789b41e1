use std::collections::{BTreeMap, BTreeSet};

use base::{Known, codes::TerritoryCode};
use db::Conn;
use jiff::tz::Offset;
use journal::Ctx;
use serde_json::json;

use super::{NewAnswer, Refusal, answer::read, departments, standing};
use crate::{
    domain::{Channel, Question, Sheet, Standing, Wave, WaveCode},
    queries,
    reading::{self, Form},
    store,
};

/// Channels whose sheets an official enters.
fn entered(wave: &Wave) -> BTreeSet<Channel> {
    wave.card.units.keys().copied().filter(|channel| *channel != Channel::Web).collect()
}

async fn asked(conn: &mut Conn, wave: &Wave) -> Result<Vec<Question>, Refusal> {
    let mut all = queries::questions(conn, Known::NOW).await?;
    all.retain(|question| wave.card.questions.contains(&question.code));
    Ok(all)
}

/// Keeps one sheet of paper or of a call.
///
/// # Errors
/// No wave that is open; a channel that is not entered; a number that is taken; what is no answer.
pub async fn add_sheet(
    ctx: &Ctx,
    offset: Offset,
    code: &WaveCode,
    (channel, number): (Channel, String),
    new: NewAnswer,
) -> Result<(), Refusal> {
    let mut read_only = ctx.db.read().await?;
    let wave = standing(&mut read_only, code, Standing::Open).await?.wave;
    if !entered(&wave).contains(&channel) {
        return Err(Refusal::NoChannel);
    }
    let questions = asked(&mut read_only, &wave).await?;
    let places = departments(&mut read_only, offset.to_datetime(ctx.now).date()).await?;
    drop(read_only);
    let territory = match new.territory.as_str() {
        "" => None,
        named => {
            let found: Option<TerritoryCode> = named.parse().ok().filter(|code| places.contains(code));
            Some(found.ok_or_else(|| Refusal::NoTerritory(named.chars().take(40).collect()))?)
        }
    };
    let answers = read(questions.iter(), &new.answers)?;
    let sheet = Sheet { channel, number, territory, answers }.checked()?;
    keep(ctx, code, vec![sheet], &new.chance).await
}

/// Keeps every sheet of a table, or none; how many.
///
/// # Errors
/// No wave that is open; any row that is refused, each named.
pub async fn add_file(
    ctx: &Ctx,
    offset: Offset,
    code: &WaveCode,
    (name, bytes): (String, Vec<u8>),
    chance: [u8; 32],
) -> Result<usize, Refusal> {
    let mut read_only = ctx.db.read().await?;
    let wave = standing(&mut read_only, code, Standing::Open).await?.wave;
    let form = Form {
        questions: &asked(&mut read_only, &wave).await?,
        channels: &entered(&wave),
        departments: &departments(&mut read_only, offset.to_datetime(ctx.now).date()).await?,
        taken: &store::sheets::numbers(&mut read_only, code).await?,
    };
    let sheets = reading::sheets_of(&name, bytes, &form)?;
    drop(read_only);
    let count = sheets.len();
    keep(ctx, code, sheets, &chance).await?;
    Ok(count)
}

async fn keep(ctx: &Ctx, code: &WaveCode, sheets: Vec<Sheet>, chance: &[u8; 32]) -> Result<(), Refusal> {
    let mut act = ctx.open_office("perception.add_sheets").await?;
    let seq = act.seq();
    // Another may have closed the wave, or entered the same, meanwhile.
    standing(act.conn(), code, Standing::Open).await?;
    let taken = store::sheets::numbers(act.conn(), code).await?;
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for sheet in &sheets {
        if taken.contains(&(sheet.channel, sheet.number.clone())) {
            return Err(Refusal::Taken(sheet.number.clone()));
        }
        *counts.entry(sheet.channel.as_str()).or_default() += 1;
    }
    store::sheets::add(act.conn(), seq, (code, &sheets), chance).await?;
    act.commit(code.as_str(), &json!({ "sheets": counts })).await?;
    Ok(())
}
