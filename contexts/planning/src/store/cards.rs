//! `planning_indicators`.
use base::codes::IndicatorCode;
use base::period::Periodicity;
use db::{Row, RowExt, Value};

use super::facts::{Fact, text, version_values};
use crate::domain::card::{Baseline, Indicator, periodicity, periodicity_word};
use crate::domain::reference::PlanRef;

impl Fact for Indicator {
    const TABLE: &'static str = "planning_indicators";
    const COLUMNS: &'static [&'static str] = &[
        "plan",
        "version",
        "indicator",
        "element",
        "name",
        "name_en",
        "level",
        "dimension",
        "unit",
        "sense",
        "accumulation",
        "aggregation",
        "justification",
        "limitations",
        "method",
        "relevance",
        "responsible_post",
        "periodicity",
        "data_source",
        "baseline_value",
        "baseline_period",
        "lead",
        "end_date",
        "series",
        "programme",
        "product",
        "valid_from",
    ];
    const KEY_LEN: usize = 3;
    type Key = IndicatorCode;

    fn key_values(plan: &PlanRef, key: &IndicatorCode) -> Vec<Value> {
        let mut values = version_values(plan);
        values.push(key.to_string().into());
        values
    }

    fn body_values(&self) -> Vec<Value> {
        vec![
            self.element.to_string().into(),
            self.name.clone().into(),
            self.name_en.clone().into(),
            text(self.level.as_ref()),
            text(self.dimension.as_ref()),
            self.unit.clone().into(),
            text(self.sense.as_ref()),
            text(self.accumulation.as_ref()),
            text(self.aggregation.as_ref()),
            self.justification.clone().into(),
            self.limitations.clone().into(),
            self.method.clone().into(),
            self.relevance.clone().into(),
            text(self.responsible_post.as_ref()),
            self.periodicity.map(periodicity_word).into(),
            self.data_source.clone().into(),
            text(self.baseline.map(|b| b.value).as_ref()),
            text(self.baseline.map(|b| b.period).as_ref()),
            self.lead.into(),
            text(self.end_date.as_ref()),
            text(self.series.as_ref()),
            self.programme.clone().into(),
            self.product.clone().into(),
            text(self.valid_from.as_ref()),
        ]
    }

    fn read(row: &Row) -> Result<(IndicatorCode, Self), db::Error> {
        let code: IndicatorCode = row.parsed("indicator")?;
        let value = row.opt_parsed("baseline_value")?;
        let period = row.opt_parsed("baseline_period")?;
        let card = Self {
            code: code.clone(),
            element: row.parsed("element")?,
            name: row.text("name")?,
            name_en: row.opt_text("name_en")?,
            level: row.opt_parsed("level")?,
            dimension: row.opt_parsed("dimension")?,
            unit: row.opt_text("unit")?,
            sense: row.opt_parsed("sense")?,
            accumulation: row.opt_parsed("accumulation")?,
            aggregation: row.opt_parsed("aggregation")?,
            justification: row.opt_text("justification")?,
            limitations: row.opt_text("limitations")?,
            method: row.opt_text("method")?,
            relevance: row.opt_text("relevance")?,
            responsible_post: row.opt_parsed("responsible_post")?,
            periodicity: stored_periodicity(row)?,
            data_source: row.opt_text("data_source")?,
            baseline: value.zip(period).map(|(value, period)| Baseline { value, period }),
            lead: row.flag("lead")?,
            end_date: row.opt_parsed("end_date")?,
            series: row.opt_parsed("series")?,
            programme: row.opt_text("programme")?,
            product: row.opt_text("product")?,
            valid_from: row.opt_parsed("valid_from")?,
        };
        Ok((code, card))
    }
}

fn stored_periodicity(row: &Row) -> Result<Option<Periodicity>, db::Error> {
    let Some(word) = row.opt_text("periodicity")? else { return Ok(None) };
    periodicity(&word).map(Some).ok_or_else(|| db::Error::Corrupt {
        column: "periodicity".to_owned(),
        value: word,
        expected: "a periodicity",
    })
}
