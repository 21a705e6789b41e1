//! What was announced or published, as it was known.
use std::collections::BTreeMap;

use base::{Known, Seq};
use db::{Absent, Conn, Error, Row, RowExt, Value, Versioned, dynamic, query};

use super::{corrupt, study, study_values};
use crate::domain::{Content, Field, Holds, Item, Kind, Study};

const STUDIES: Versioned = Versioned {
    table: "foresight_studies",
    columns: &[
        "study",
        "state",
        "takes_proposals",
        "entity",
        "plan",
        "title",
        "title_en",
        "horizons",
        "scale_max",
        "sample",
    ],
    key_columns: 1,
};

/// The table of a kind.
pub(crate) const fn table(kind: Kind) -> Versioned {
    const fn of(table: &'static str, columns: &'static [&'static str], key_columns: usize) -> Versioned {
        Versioned { table, columns, key_columns }
    }
    let key = 1 + kind.key_fields();
    match kind {
        Kind::Component => of("foresight_components", &["study", "code", "parent", "title", "title_en"], key),
        Kind::Trend => of(
            "foresight_trends",
            &["study", "code", "kind", "direction", "title", "title_en", "variables", "source", "evidence"],
            key,
        ),
        Kind::Variable => of(
            "foresight_variables",
            &["study", "code", "component", "title", "title_en", "strategic", "indicator"],
            key,
        ),
        Kind::Expert => of("foresight_experts", &["study", "code", "expertise", "expertise_en"], key),
        Kind::Score => {
            of("foresight_scores", &["study", "expert", "influencing", "influenced", "score"], key)
        }
        Kind::Diagnosis => of(
            "foresight_diagnoses",
            &["study", "variable", "year", "value", "unit", "unit_en", "facts", "facts_en", "source"],
            key,
        ),
        Kind::Risk => of(
            "foresight_risks",
            &["study", "code", "kind", "title", "title_en", "probability", "impact", "variables", "source"],
            key,
        ),
        Kind::Scenario => of(
            "foresight_scenarios",
            &["study", "code", "horizon", "title", "title_en", "narrative", "narrative_en", "plausibility"],
            key,
        ),
        Kind::State => of("foresight_states", &["study", "scenario", "variable", "state", "state_en"], key),
        Kind::Choice => {
            of("foresight_choices", &["study", "horizon", "scenario", "reason", "reason_en"], key)
        }
        Kind::Objective => of("foresight_objectives", &["study", "scenario", "objective"], key),
        Kind::Uptake => of("foresight_uptakes", &["study", "proposal", "kind", "item"], key),
    }
}

/// A study as the public knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announced {
    pub study: Study,
    pub is_published: bool,
    pub takes_proposals: bool,
}

fn announced(row: &Row) -> Result<Announced, Error> {
    Ok(Announced {
        study: study(row, "study")?,
        is_published: row.text("state")? == PUBLISHED,
        takes_proposals: row.flag("takes_proposals")?,
    })
}

const PUBLISHED: &str = "published";

pub(crate) async fn put(conn: &mut Conn, seq: Seq, of: &Announced) -> Result<db::Revision, Error> {
    let state = if of.is_published { PUBLISHED } else { "announced" };
    let mut row = vec![of.study.code.as_str().into(), state.into(), of.takes_proposals.into()];
    row.extend(study_values(&of.study));
    STUDIES.revise_part(conn, seq, &of.study.code, [row], Absent::Closed).await
}

pub(crate) async fn one(conn: &mut Conn, known: Known, code: &str) -> Result<Option<Announced>, Error> {
    let sql = "SELECT * FROM foresight_studies WHERE rec_from <= $1 AND $1 < rec_to AND study = $2";
    let row = query(sql).bind(known.seq()).bind(code.to_owned()).fetch_optional(&mut *conn).await?;
    row.as_ref().map(announced).transpose()
}

/// By code.
pub(crate) async fn all(conn: &mut Conn, known: Known) -> Result<Vec<Announced>, Error> {
    let sql = "SELECT * FROM foresight_studies WHERE rec_from <= $1 AND $1 < rec_to ORDER BY study";
    let rows = query(sql).bind(known.seq()).fetch_all(&mut *conn).await?;
    rows.iter().map(announced).collect()
}

/// Makes what is published of a study what is given; whether that changed anything.
pub(crate) async fn put_content(
    conn: &mut Conn,
    seq: Seq,
    code: &str,
    content: &Content,
) -> Result<bool, Error> {
    let mut changed = false;
    for kind in Kind::ALL {
        let rows: Vec<Vec<Value>> = content
            .get(&kind)
            .into_iter()
            .flat_map(BTreeMap::values)
            .map(|item| {
                let own = kind.fields().iter().map(|field| value(item, field));
                std::iter::once(code.into()).chain(own).collect()
            })
            .collect();
        changed |= !table(kind).revise_part(conn, seq, code, rows, Absent::Closed).await?.is_empty();
    }
    Ok(changed)
}

fn value(item: &Item, field: &Field) -> Value {
    match field.holds {
        Holds::Flag | Holds::Year | Holds::Whole(..) => item.whole(field.name).into(),
        _ => Value::from(item.opt(field.name).map(str::to_owned)),
    }
}

/// Fields of the longest kind.
const FIELDS_MAX: usize = 8;

/// What is published of a study, all kinds by one statement: pages of a slow line ask the database little.
pub(crate) async fn content(conn: &mut Conn, known: Known, code: &str) -> Result<Content, Error> {
    let part = |kind: &Kind| {
        let mut columns = vec![format!("'{kind}' AS kind_of")];
        for at in 0..FIELDS_MAX {
            let column = kind.fields().get(at).map_or("NULL", |field| field.name);
            columns.push(format!("CAST({column} AS TEXT) AS f{at}"));
        }
        let table = table(*kind).table;
        let columns = columns.join(", ");
        format!("SELECT {columns} FROM {table} WHERE study = $1 AND rec_from <= $2 AND $2 < rec_to")
    };
    let sql = Kind::ALL.iter().map(part).collect::<Vec<_>>().join(" UNION ALL ");
    let rows = dynamic(sql).bind(code.to_owned()).bind(known.seq()).fetch_all(&mut *conn).await?;
    let mut content = Content::new();
    for row in &rows {
        let item = read(row)?;
        content.entry(item.kind).or_default().insert(item.key(), item);
    }
    Ok(content)
}

fn read(row: &Row) -> Result<Item, Error> {
    let kind = row.text("kind_of")?;
    let kind: Kind = kind.parse().map_err(|()| corrupt("kind_of", kind, "a kind of thing of a study"))?;
    let mut texts = Vec::new();
    for at in 0..kind.fields().len() {
        texts.push(row.opt_text(&format!("f{at}"))?.unwrap_or_default());
    }
    let text = |name: &str| {
        let at = kind.fields().iter().position(|field| field.name == name);
        at.and_then(|at| texts.get(at)).map_or("", String::as_str)
    };
    Item::read(kind, text).map_err(|wrong| corrupt(kind.as_str(), format!("{wrong:?}"), "a published row"))
}

/// A central scenario that was chosen before, and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormerChoice {
    pub horizon: i64,
    pub scenario: String,
    pub reason: String,
    pub reason_en: Option<String>,
    /// The entry that ended it.
    pub ended: Seq,
}

/// Choices of a study that no longer stood at what is known, the last ended first.
pub(crate) async fn former_choices(
    conn: &mut Conn,
    known: Known,
    code: &str,
) -> Result<Vec<FormerChoice>, Error> {
    let sql =
        "SELECT * FROM foresight_choices WHERE study = $1 AND rec_to <= $2 ORDER BY rec_to DESC, horizon";
    let rows = query(sql).bind(code.to_owned()).bind(known.seq()).fetch_all(&mut *conn).await?;
    let read = |row: &Row| {
        Ok(FormerChoice {
            horizon: row.int("horizon")?,
            scenario: row.text("scenario")?,
            reason: row.text("reason")?,
            reason_en: row.opt_text("reason_en")?,
            ended: Seq(row.int("rec_to")?),
        })
    };
    rows.iter().map(read).collect()
}

/// A published scenario from which an objective comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    pub study: String,
    pub scenario: String,
    pub horizon: i64,
    pub title: String,
    pub title_en: Option<String>,
    pub is_central: bool,
    pub is_sample: bool,
}

/// Scenarios to which the objective is tied, written as `PLAN/CODE` or as `PLAN@VERSION/CODE`.
pub(crate) async fn origins_of(
    conn: &mut Conn,
    known: Known,
    (bare, versioned): (&str, &str),
) -> Result<Vec<Origin>, Error> {
    let sql = "SELECT s.study, s.code, s.horizon, s.title, s.title_en, h.sample, \
               CASE WHEN c.scenario IS NULL THEN 0 ELSE 1 END AS central \
               FROM foresight_objectives o \
               JOIN foresight_scenarios s ON s.study = o.study AND s.code = o.scenario \
               AND s.rec_from <= $1 AND $1 < s.rec_to \
               JOIN foresight_studies h ON h.study = o.study AND h.rec_from <= $1 AND $1 < h.rec_to \
               LEFT JOIN foresight_choices c ON c.study = o.study AND c.scenario = o.scenario \
               AND c.rec_from <= $1 AND $1 < c.rec_to \
               WHERE o.objective IN ($2, $3) AND o.rec_from <= $1 AND $1 < o.rec_to ORDER BY s.horizon, s.study, s.code";
    let rows = query(sql)
        .bind(known.seq())
        .bind(bare.to_owned())
        .bind(versioned.to_owned())
        .fetch_all(&mut *conn)
        .await?;
    let read = |row: &Row| {
        Ok(Origin {
            study: row.text("study")?,
            scenario: row.text("code")?,
            horizon: row.int("horizon")?,
            title: row.text("title")?,
            title_en: row.opt_text("title_en")?,
            is_central: row.flag("central")?,
            is_sample: row.flag("sample")?,
        })
    };
    rows.iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_field_has_its_column_in_its_place() {
        for kind in Kind::ALL {
            let Versioned { columns, key_columns, .. } = table(kind);
            let fields: Vec<&str> = kind.fields().iter().map(|field| field.name).collect();
            assert_eq!((columns[0], &columns[1..]), ("study", fields.as_slice()), "{kind}");
            assert_eq!(key_columns, 1 + kind.key_fields());
            assert!(fields.len() <= FIELDS_MAX, "{kind}");
        }
    }
}
