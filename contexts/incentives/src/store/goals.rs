//! `incentives_goals`: the version of each goal that stands, and those before.
use base::{Known, Money, Seq, codes::EntityCode};
use db::{Absent, Conn, Error, Row, RowExt, Value, Versioned, instant, known_rows};

use super::year;
use crate::domain::{Goal, GoalRef, Reach, Reward, Target};

const GOALS: Versioned = Versioned {
    table: "incentives_goals",
    columns: &[
        "goal",
        "version",
        "year",
        "code",
        "objective",
        "title",
        "title_en",
        "text",
        "classes",
        "named",
        "measure",
        "unit",
        "sense",
        "threshold",
        "needs",
        "evidence",
        "due_on",
        "takes_late",
        "basis",
        "whole_centimos",
        "share",
        "verifier",
        "norm",
        "post",
        "at",
    ],
    key_columns: 1,
};

/// `M:240101-301784*3`, `;` between.
fn reach_texts(reach: &Reach) -> (String, String) {
    match reach {
        Reach::Classes(classes) => (classes.join(";"), String::new()),
        Reach::Named(named) => {
            let each = named.iter().map(|(code, weight)| format!("{code}*{weight}"));
            (String::new(), each.collect::<Vec<_>>().join(";"))
        }
    }
}

fn reach(row: &Row) -> Result<Reach, Error> {
    let (classes, named) = (row.text("classes")?, row.text("named")?);
    if named.is_empty() {
        return Ok(Reach::Classes(classes.split(';').map(str::to_owned).collect()));
    }
    let each = named.split(';').map(|part| {
        let (code, weight) = part.split_once('*')?;
        Some((code.parse::<EntityCode>().ok()?, weight.parse::<u32>().ok()?))
    });
    let each: Option<Vec<(EntityCode, u32)>> = each.collect();
    each.map(Reach::Named).ok_or_else(|| Error::corrupt("named", named, "bodies with their weights"))
}

/// Takes the place of the version that stood.
pub(crate) async fn put(conn: &mut Conn, seq: Seq, of: &Goal) -> Result<(), Error> {
    let goal = of.at.to_string();
    let (classes, named) = reach_texts(&of.reach);
    let row = vec![
        goal.as_str().into(),
        of.version.into(),
        i64::from(of.at.year()).into(),
        of.at.code().into(),
        of.objective.as_str().into(),
        of.title.0.as_str().into(),
        Value::from(of.title.1.clone()),
        of.text.as_str().into(),
        classes.into(),
        named.into(),
        of.target.measure.as_str().into(),
        of.target.unit.as_str().into(),
        of.target.sense.as_str().into(),
        Value::from(of.target.threshold.map(|threshold| threshold.to_string())),
        of.needs.as_str().into(),
        of.evidence.as_str().into(),
        of.due_on.to_string().into(),
        of.takes_late.into(),
        of.reward.basis.as_str().into(),
        of.reward.whole.as_centimos().into(),
        of.reward.share.to_string().into(),
        of.verifier.as_str().into(),
        of.norm.as_str().into(),
        of.post.as_str().into(),
        instant(of.published_at).into(),
    ];
    GOALS.revise_part(conn, seq, &goal, [row], Absent::Closed).await?;
    Ok(())
}

fn goal(row: &Row) -> Result<Goal, Error> {
    Ok(Goal {
        at: row.parsed("goal")?,
        version: row.int("version")?,
        objective: row.text("objective")?,
        title: (row.text("title")?, row.opt_text("title_en")?),
        text: row.text("text")?,
        reach: reach(row)?,
        target: Target {
            measure: row.text("measure")?,
            unit: row.text("unit")?,
            sense: row.parsed("sense")?,
            threshold: row.opt_parsed("threshold")?,
        },
        needs: row.parsed("needs")?,
        evidence: row.text("evidence")?,
        due_on: row.parsed("due_on")?,
        takes_late: row.flag("takes_late")?,
        reward: Reward {
            basis: row.parsed("basis")?,
            whole: Money::centimos(row.int("whole_centimos")?),
            share: row.parsed("share")?,
        },
        verifier: row.parsed("verifier")?,
        norm: row.text("norm")?,
        post: row.text("post")?,
        published_at: row.parsed("at")?,
    })
}

/// Every goal, later years first.
pub(crate) async fn all(conn: &mut Conn, known: Known) -> Result<Vec<Goal>, Error> {
    known_rows(conn, known, GOALS.table, None, "year DESC, objective, code").await?.iter().map(goal).collect()
}

pub(crate) async fn one(conn: &mut Conn, known: Known, at: &GoalRef) -> Result<Option<Goal>, Error> {
    let text = at.to_string();
    let of = Some(("goal", text.as_str()));
    known_rows(conn, known, GOALS.table, of, "goal").await?.first().map(goal).transpose()
}

pub(crate) async fn of_year(conn: &mut Conn, known: Known, of: i16) -> Result<Vec<Goal>, Error> {
    let rows = super::of_year(conn, known, (GOALS.table, "objective, code"), of).await?;
    rows.iter().map(goal).collect()
}

/// Every version that was known, the last first.
pub(crate) async fn versions(conn: &mut Conn, known: Known, at: &GoalRef) -> Result<Vec<Goal>, Error> {
    let sql = "SELECT * FROM incentives_goals WHERE goal = $1 AND rec_from <= $2 ORDER BY version DESC";
    let statement = db::query(sql).bind(at.to_string()).bind(known.seq());
    statement.fetch_all(&mut *conn).await?.iter().map(goal).collect()
}

/// Years that have goals, the last first.
pub(crate) async fn years(conn: &mut Conn, known: Known) -> Result<Vec<i16>, Error> {
    let sql =
        "SELECT DISTINCT year FROM incentives_goals WHERE rec_from <= $1 AND $1 < rec_to ORDER BY year DESC";
    db::query(sql).bind(known.seq()).fetch_all(&mut *conn).await?.iter().map(year).collect()
}
