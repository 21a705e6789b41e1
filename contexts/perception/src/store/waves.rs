//! `perception_drafts`, `perception_waves`, `perception_channels` and `perception_asked`.
use std::collections::BTreeMap;

use base::{Known, Seq};
use db::{Absent, Conn, Error, Row, RowExt, Value, Versioned, instant, known_rows};
use jiff::Timestamp;

use super::{cards, joined};
use crate::domain::{Channel, QuestionCode, Reached, Stamp, Wave, WaveCode};

const DRAFTS: Versioned = Versioned {
    table: "perception_drafts",
    columns: &[
        "code",
        "element",
        "title",
        "title_en",
        "from_on",
        "to_on",
        "entity",
        "design",
        "deff",
        "frame",
        "units",
        "questions",
        "post",
        "at",
    ],
    key_columns: 1,
};

const WAVES: Versioned = Versioned {
    table: "perception_waves",
    columns: &[
        "code",
        "element",
        "title",
        "title_en",
        "from_on",
        "to_on",
        "entity",
        "design",
        "deff",
        "frame",
        "written_by",
        "written_at",
        "opened_by",
        "opened_at",
        "closed_by",
        "closed_at",
        "published_by",
        "published_at",
        "cell_min",
    ],
    key_columns: 1,
};

const CHANNELS: Versioned = Versioned {
    table: "perception_channels",
    columns: &["wave", "channel", "unit", "reach", "responses"],
    key_columns: 2,
};

const ASKED: Versioned =
    Versioned { table: "perception_asked", columns: &["wave", "number", "question"], key_columns: 2 };

/// Keeps a draft, or another version of it.
pub(crate) async fn put_draft(conn: &mut Conn, seq: Seq, of: &Wave) -> Result<(), Error> {
    let units = serde_json::json!(
        of.card
            .units
            .iter()
            .map(|(channel, unit)| (channel.as_str(), unit.as_str()))
            .collect::<BTreeMap<_, _>>()
    );
    let mut row: Vec<Value> = vec![of.code.as_str().into()];
    row.extend(cards::values(&of.card));
    row.extend([
        units.to_string().into(),
        joined(of.card.questions.iter().map(ToString::to_string)).into(),
        of.written.post.as_str().into(),
        instant(of.written.at).into(),
    ]);
    DRAFTS.revise_part(conn, seq, of.code.as_str(), [row], Absent::Closed).await?;
    Ok(())
}

pub(crate) async fn end_draft(conn: &mut Conn, seq: Seq, code: &WaveCode) -> Result<(), Error> {
    DRAFTS.revise_part(conn, seq, code.as_str(), [], Absent::Closed).await?;
    Ok(())
}

/// Opens a wave with its channels and questions.
pub(crate) async fn open(conn: &mut Conn, seq: Seq, of: &Wave) -> Result<(), Error> {
    put(conn, seq, of).await?;
    let reached = |(channel, unit): (&Channel, &String)| Reached {
        channel: *channel,
        unit: unit.clone(),
        reach: None,
        responses: None,
    };
    let channels: Vec<Reached> = of.card.units.iter().map(reached).collect();
    put_channels(conn, seq, (&of.code, &channels)).await?;
    let asked = (1_i64..)
        .zip(&of.card.questions)
        .map(|(number, question)| vec![of.code.as_str().into(), number.into(), question.as_str().into()]);
    let asked: Vec<Vec<Value>> = asked.collect();
    ASKED.revise_part(conn, seq, of.code.as_str(), asked, Absent::Closed).await?;
    Ok(())
}

/// Another version of a wave that is open or closed.
pub(crate) async fn put(conn: &mut Conn, seq: Seq, of: &Wave) -> Result<(), Error> {
    let mut row: Vec<Value> = vec![of.code.as_str().into()];
    row.extend(cards::values(&of.card));
    row.extend([of.written.post.as_str().into(), instant(of.written.at).into()]);
    for stamp in [&of.opened, &of.closed, &of.published] {
        row.push(Value::from(stamp.as_ref().map(|stamp| stamp.post.clone())));
        row.push(Value::from(stamp.as_ref().map(|stamp| instant(stamp.at))));
    }
    row.push(Value::from(of.cell_min.map(|least| i64::try_from(least).unwrap_or(i64::MAX))));
    WAVES.revise_part(conn, seq, of.code.as_str(), [row], Absent::Closed).await?;
    Ok(())
}

pub(crate) async fn put_channels(
    conn: &mut Conn,
    seq: Seq,
    (code, channels): (&WaveCode, &[Reached]),
) -> Result<(), Error> {
    let count = |count: Option<u64>| Value::from(count.map(|count| i64::try_from(count).unwrap_or(i64::MAX)));
    let row = |of: &Reached| {
        vec![
            code.as_str().into(),
            of.channel.as_str().into(),
            of.unit.as_str().into(),
            count(of.reach),
            count(of.responses),
        ]
    };
    let rows: Vec<Vec<Value>> = channels.iter().map(row).collect();
    CHANNELS.revise_part(conn, seq, code.as_str(), rows, Absent::Closed).await?;
    Ok(())
}

fn word<T: std::str::FromStr>(column: &str, text: &str, expected: &'static str) -> Result<T, Error> {
    text.parse().map_err(|_| Error::corrupt(column, text.to_owned(), expected))
}

fn draft(row: &Row) -> Result<Wave, Error> {
    let mut card = cards::card(row)?;
    let units = row.text("units")?;
    let corrupt = || Error::corrupt("units", units.clone(), "channels");
    let named: BTreeMap<String, String> = serde_json::from_str(&units).map_err(|_| corrupt())?;
    for (channel, unit) in named {
        card.units.insert(word("units", &channel, "a channel")?, unit);
    }
    card.questions = cards::codes(&row.text("questions")?)?;
    Ok(Wave {
        code: row.parsed("code")?,
        card,
        written: Stamp { post: row.text("post")?, at: row.parsed("at")? },
        opened: None,
        closed: None,
        published: None,
        cell_min: None,
    })
}

fn wave(row: &Row) -> Result<Wave, Error> {
    let stamp = |post: &str, at: &str| -> Result<Option<Stamp>, Error> {
        let at: Option<Timestamp> = row.opt_parsed(at)?;
        Ok(row.opt_text(post)?.zip(at).map(|(post, at)| Stamp { post, at }))
    };
    Ok(Wave {
        code: row.parsed("code")?,
        card: cards::card(row)?,
        written: Stamp { post: row.text("written_by")?, at: row.parsed("written_at")? },
        opened: stamp("opened_by", "opened_at")?,
        closed: stamp("closed_by", "closed_at")?,
        published: stamp("published_by", "published_at")?,
        cell_min: row.opt_int("cell_min")?.and_then(|least| u64::try_from(least).ok()),
    })
}

/// The draft of that code; of the office.
pub(crate) async fn draft_of(conn: &mut Conn, code: &WaveCode) -> Result<Option<Wave>, Error> {
    let of = Some(("code", code.as_str()));
    known_rows(conn, Known::NOW, "perception_drafts", of, "code").await?.first().map(draft).transpose()
}

/// Every draft, the last written first; of the office.
pub(crate) async fn drafts(conn: &mut Conn) -> Result<Vec<Wave>, Error> {
    known_rows(conn, Known::NOW, "perception_drafts", None, "rec_from DESC, code")
        .await?
        .iter()
        .map(draft)
        .collect()
}

/// Waves that were opened, with their channels: one, or all, the last to begin first.
pub(crate) async fn opened(
    conn: &mut Conn,
    known: Known,
    code: Option<&WaveCode>,
) -> Result<Vec<(Wave, Vec<Reached>)>, Error> {
    let of = |column| code.map(|code| (column, code.as_str()));
    let rows = known_rows(conn, known, "perception_waves", of("code"), "from_on DESC, written_at DESC, code")
        .await?;
    let mut waves = rows.iter().map(|row| Ok((wave(row)?, Vec::new()))).collect::<Result<Vec<_>, Error>>()?;
    let rows = known_rows(conn, known, "perception_channels", of("wave"), "wave, channel DESC").await?;
    let mut channels: BTreeMap<WaveCode, Vec<Reached>> = BTreeMap::new();
    for row in &rows {
        channels.entry(row.parsed("wave")?).or_default().push(channel(row)?);
    }
    let mut asked: BTreeMap<WaveCode, Vec<QuestionCode>> = BTreeMap::new();
    for row in known_rows(conn, known, "perception_asked", of("wave"), "wave, number").await? {
        asked.entry(row.parsed("wave")?).or_default().push(row.parsed("question")?);
    }
    for (wave, reached) in &mut waves {
        *reached = channels.remove(&wave.code).unwrap_or_default();
        wave.card.units = reached.iter().map(|one| (one.channel, one.unit.clone())).collect();
        wave.card.questions = asked.remove(&wave.code).unwrap_or_default();
    }
    Ok(waves)
}

fn channel(row: &Row) -> Result<Reached, Error> {
    let count = |column: &str| -> Result<Option<u64>, Error> {
        Ok(row.opt_int(column)?.and_then(|count| u64::try_from(count).ok()))
    };
    Ok(Reached {
        channel: word("channel", &row.text("channel")?, "a channel")?,
        unit: row.text("unit")?,
        reach: count("reach")?,
        responses: count("responses")?,
    })
}
