//! `planning_plans` and `planning_versions`.
use base::Validity;
use base::codes::{PlanCode, VersionCode};
use db::{Row, RowExt, Value};

use super::facts::{Fact, text, version_values};
use crate::domain::plan::{Horizon, Instrument, Plan, Version};
use crate::domain::reference::PlanRef;

impl Fact for Plan {
    const TABLE: &'static str = "planning_plans";
    const COLUMNS: &'static [&'static str] =
        &["plan", "plan_type", "entity", "territory", "sector", "sample"];
    const KEY_LEN: usize = 1;
    type Key = PlanCode;

    fn key_values(_: &PlanRef, key: &PlanCode) -> Vec<Value> {
        vec![key.to_string().into()]
    }

    fn body_values(&self) -> Vec<Value> {
        vec![
            self.plan_type.clone().into(),
            text(self.entity.as_ref()),
            text(self.territory.as_ref()),
            text(self.sector.as_ref()),
            self.sample.into(),
        ]
    }

    fn read(row: &Row) -> Result<(PlanCode, Self), db::Error> {
        let code: PlanCode = row.parsed("plan")?;
        let plan = Self {
            code: code.clone(),
            plan_type: row.text("plan_type")?,
            entity: row.opt_parsed("entity")?,
            territory: row.opt_parsed("territory")?,
            sector: row.opt_parsed("sector")?,
            sample: row.flag("sample")?,
        };
        Ok((code, plan))
    }
}

impl Fact for Version {
    const TABLE: &'static str = "planning_versions";
    const COLUMNS: &'static [&'static str] = &[
        "plan",
        "version",
        "kind",
        "state",
        "title",
        "title_en",
        "horizon_from",
        "horizon_to",
        "instrument",
        "instrument_date",
        "valid_from",
        "valid_to",
        "source",
    ];
    const KEY_LEN: usize = 2;
    type Key = VersionCode;

    fn key_values(plan: &PlanRef, _: &VersionCode) -> Vec<Value> {
        version_values(plan)
    }

    fn body_values(&self) -> Vec<Value> {
        let date = self.instrument.as_ref().and_then(|i| i.date);
        vec![
            self.kind.as_str().into(),
            self.state.as_str().into(),
            self.title.clone().into(),
            self.title_en.clone().into(),
            i64::from(self.horizon.from_year()).into(),
            i64::from(self.horizon.to_year()).into(),
            self.instrument.as_ref().map(|i| i.name.clone()).into(),
            text(date.as_ref()),
            text(self.valid.map(Validity::from).as_ref()),
            text(self.valid.and_then(Validity::to).as_ref()),
            self.source.clone().into(),
        ]
    }

    fn read(row: &Row) -> Result<(VersionCode, Self), db::Error> {
        let code: VersionCode = row.parsed("version")?;
        let name = row.opt_text("instrument")?;
        let date = row.opt_parsed("instrument_date")?;
        let version = Self {
            code: code.clone(),
            kind: row.parsed("kind")?,
            state: row.parsed("state")?,
            title: row.text("title")?,
            title_en: row.opt_text("title_en")?,
            horizon: horizon(row)?,
            instrument: name.map(|name| Instrument { name, date }),
            valid: valid(row)?,
            source: row.text("source")?,
        };
        Ok((code, version))
    }
}

fn horizon(row: &Row) -> Result<Horizon, db::Error> {
    let (from, to) = (row.int("horizon_from")?, row.int("horizon_to")?);
    let years = i16::try_from(from).ok().zip(i16::try_from(to).ok());
    years.and_then(|(from, to)| Horizon::new(from, to)).ok_or_else(|| db::Error::Corrupt {
        column: "horizon_from".to_owned(),
        value: format!("{from} to {to}"),
        expected: "years in order",
    })
}

fn valid(row: &Row) -> Result<Option<Validity>, db::Error> {
    let Some(from) = row.opt_parsed("valid_from")? else { return Ok(None) };
    let to = row.opt_parsed("valid_to")?;
    Validity::new(from, to).map(Some).map_err(|e| db::Error::Corrupt {
        column: "valid_to".to_owned(),
        value: e.to_string(),
        expected: "a day after valid_from",
    })
}
