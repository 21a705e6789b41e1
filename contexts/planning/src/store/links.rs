//! `planning_links`: who hangs from an element, found by an index.
use std::collections::{BTreeMap, BTreeSet};

use base::{
    Known, Seq,
    codes::{ElementCode, EntityCode, PlanCode, VersionCode},
};
use db::{Conn, Row, RowExt, Value, dynamic, insert_many, marks, query};
use jiff::civil::Date;

use crate::domain::content::Content;
use crate::domain::element::Element;

/// Makes the links of one version those of its elements.
pub async fn replace(
    conn: &mut Conn,
    seq: Seq,
    old: &BTreeMap<ElementCode, Element>,
    new: &Content,
) -> Result<(), db::Error> {
    let links = |element: Option<&Element>| element.map(|one| one.hangs_from.clone()).unwrap_or_default();
    let (plan, version) = (new.plan.code.to_string(), new.version.code.to_string());
    for (code, before) in old {
        if !before.hangs_from.is_empty() && links(new.elements.get(code)) != before.hangs_from {
            let sql = "UPDATE planning_links SET until = $1 WHERE until = $2 AND plan = $3 AND version = $4 AND element = $5";
            let close = query(sql).bind(seq.0).bind(Seq::OPEN.0).bind(plan.clone()).bind(version.clone());
            close.bind(code.to_string()).execute(&mut *conn).await?;
        }
    }
    let changed = new.elements.values().filter(|one| links(old.get(&one.code)) != one.hangs_from);
    let mut rows: Vec<Vec<Value>> = Vec::new();
    for element in changed {
        let above: BTreeSet<String> = element.hangs_from.iter().map(ToString::to_string).collect();
        rows.extend(above.into_iter().map(|above| {
            let key = [plan.as_str(), version.as_str(), element.code.as_str(), above.as_str()];
            let times = [Value::from(seq), Value::from(Seq::OPEN)];
            key.into_iter().map(Value::from).chain(times).collect()
        }));
    }
    let columns = ["plan", "version", "element", "above", "since", "until"];
    insert_many(conn, "planning_links", &columns, rows).await?;
    Ok(())
}

/// An element of another plan, and everything it hangs from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hanging {
    pub plan: PlanCode,
    pub version: VersionCode,
    pub element: ElementCode,
    pub entity: Option<EntityCode>,
    /// Whether it has a parent in its own plan.
    pub has_parent: bool,
    /// As they are written: nothing is asked of them but which they are.
    pub hangs_from: String,
}

/// References in one question: a page of them is a few.
const ASKED_MAX: usize = 400;

/// Elements of plans that still run on the day and hang from one of the references, each once.
pub async fn hanging(
    conn: &mut Conn,
    (known, on): (Known, Date),
    own: &PlanCode,
    above: &[String],
) -> Result<Vec<Hanging>, db::Error> {
    let mut found = BTreeMap::new();
    for part in above.chunks(ASKED_MAX) {
        let sql = format!(
            "SELECT l.plan AS plan, l.version AS version, l.element AS element, p.entity AS entity, \
             e.parent AS parent, e.hangs_from AS hangs_from FROM planning_links l \
             JOIN planning_versions v ON v.plan = l.plan AND v.version = l.version \
             AND v.rec_from <= $1 AND $1 < v.rec_to AND v.state <> 'superseded' AND v.horizon_to >= $2 \
             JOIN planning_elements e ON e.plan = l.plan AND e.version = l.version AND e.element = l.element \
             AND e.rec_from <= $1 AND $1 < e.rec_to \
             JOIN planning_plans p ON p.plan = l.plan AND p.rec_from <= $1 AND $1 < p.rec_to \
             WHERE l.above IN ({}) AND l.since <= $1 AND $1 < l.until AND l.plan <> $3",
            marks(4, part.len())
        );
        let ask = dynamic(sql).bind(known.seq()).bind(i64::from(on.year())).bind(own.to_string());
        let ask = part.iter().fold(ask, |ask, one| ask.bind(one.clone()));
        for row in &ask.fetch_all(&mut *conn).await? {
            let one = read(row)?;
            found.insert((one.plan.clone(), one.version.clone(), one.element.clone()), one);
        }
    }
    Ok(found.into_values().collect())
}

fn read(row: &Row) -> Result<Hanging, db::Error> {
    Ok(Hanging {
        plan: row.parsed("plan")?,
        version: row.parsed("version")?,
        element: row.parsed("element")?,
        entity: row.opt_parsed("entity")?,
        has_parent: row.opt_text("parent")?.is_some(),
        hangs_from: row.text("hangs_from")?,
    })
}
