//! What was recorded and withdrawn about one subject, read from the recorded time of every table that tells of it.
use base::{Known, Seq};
use db::{Conn, RowExt, dynamic, marks};

/// What a change is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Entity,
    Territory,
    Plan,
    Element,
    Indicator,
    Target,
    Claim,
    Delivery,
    Observation,
}

impl Kind {
    pub const ALL: [Self; 9] = [
        Self::Entity,
        Self::Territory,
        Self::Plan,
        Self::Element,
        Self::Indicator,
        Self::Target,
        Self::Claim,
        Self::Delivery,
        Self::Observation,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Entity => "entity",
            Self::Territory => "territory",
            Self::Plan => "plan",
            Self::Element => "element",
            Self::Indicator => "indicator",
            Self::Target => "target",
            Self::Claim => "claim",
            Self::Delivery => "delivery",
            Self::Observation => "observation",
        }
    }

    /// Its table, and what names a row of it and what the row says, as SQL.
    const fn told(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Entity => ("directory_entities", "code", "name"),
            Self::Territory => ("directory_territories", "code", "name"),
            Self::Plan => ("planning_versions", "plan || '@' || version", "state"),
            Self::Element => ("planning_elements", "plan || '@' || version || '/' || element", "title"),
            Self::Indicator => ("planning_indicators", "plan || '@' || version || '/' || indicator", "name"),
            Self::Target => (
                "planning_targets",
                "plan || '@' || version || '/' || indicator || ' · ' || territory || ' · ' || period",
                "value || coalesce(' – ' || value_high, '')",
            ),
            Self::Claim => ("budget_attributions", "element || ' · ' || pattern", "share_millionths"),
            Self::Delivery => {
                ("budget_units", "delivery || ' · ' || fiscal_year || ' · ' || sec_ejec", "pim_centimos")
            }
            Self::Observation => (
                "monitoring_observations",
                "series || ' · ' || territory || ' · ' || period || \
                 CASE WHEN group_name = '' THEN '' ELSE ' · ' || group_name END || \
                 CASE WHEN edition = '' THEN '' ELSE ' · ' || edition END",
                "value",
            ),
        }
    }
}

/// A condition on the rows of one kind: SQL with `?` for each value.
#[derive(Clone, Debug)]
pub struct About {
    pub kind: Kind,
    pub condition: String,
    pub values: Vec<String>,
}

/// One row opened or closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    pub seq: Seq,
    pub kind: Kind,
    pub name: String,
    pub value: String,
    pub opened: bool,
}

/// The last `count_max` entries before `before` that changed anything the conditions meet, newest first.
pub async fn entries(
    conn: &mut Conn,
    known: Known,
    about: &[About],
    before: Option<Seq>,
    count_max: i64,
) -> Result<Vec<Seq>, db::Error> {
    let bound = before.map_or(known.seq(), |before| known.seq().min(before.0 - 1));
    let mut values: Vec<&str> = Vec::new();
    let mut parts = Vec::new();
    for one in about {
        let (table, ..) = one.kind.told();
        for column in ["rec_from", "rec_to"] {
            let condition = numbered(&one.condition, values.len() + 3);
            values.extend(one.values.iter().map(String::as_str));
            parts.push(format!("SELECT {column} AS seq FROM {table} WHERE {column} <= $1 AND {condition}"));
        }
    }
    let sql = format!("SELECT seq FROM ({}) told ORDER BY seq DESC LIMIT $2", parts.join(" UNION "));
    let statement = dynamic(sql).bind(bound).bind(count_max);
    let statement = values.into_iter().fold(statement, |statement, value| statement.bind(value.to_owned()));
    let rows = statement.fetch_all(&mut *conn).await?;
    rows.iter().map(|row| Ok(Seq(row.int("seq")?))).collect()
}

/// What those entries opened and closed, of one kind; at most `rows_max` rows.
pub async fn turns(
    conn: &mut Conn,
    about: &About,
    seqs: &[Seq],
    rows_max: i64,
) -> Result<Vec<Turn>, db::Error> {
    let (table, name, value) = about.kind.told();
    let first = seqs.len() + 1;
    let listed = marks(1, seqs.len());
    let condition = numbered(&about.condition, first);
    let limit = first + about.values.len();
    let sql = format!(
        "SELECT {name} AS name, CAST({value} AS TEXT) AS value, rec_from, rec_to FROM {table} \
         WHERE (rec_from IN ({listed}) OR rec_to IN ({listed})) AND {condition} ORDER BY 1, rec_from LIMIT ${limit}"
    );
    let statement = seqs.iter().fold(dynamic(sql), |statement, seq| statement.bind(seq.0));
    let statement = about.values.iter().fold(statement, |statement, value| statement.bind(value.clone()));
    let mut turns = Vec::new();
    for row in statement.bind(rows_max).fetch_all(&mut *conn).await? {
        for (column, opened) in [("rec_from", true), ("rec_to", false)] {
            let seq = Seq(row.int(column)?);
            if seqs.contains(&seq) {
                let (name, value) = (row.text("name")?, row.opt_text("value")?.unwrap_or_default());
                turns.push(Turn { seq, kind: about.kind, name, value, opened });
            }
        }
    }
    Ok(turns)
}

/// Each `?` as the next numbered mark.
fn numbered(condition: &str, first: usize) -> String {
    let mut numbered = String::new();
    let mut mark = first;
    for (at, part) in condition.split('?').enumerate() {
        if at > 0 {
            numbered.push_str(&format!("${mark}"));
            mark += 1;
        }
        numbered.push_str(part);
    }
    numbered
}
