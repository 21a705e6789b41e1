//! `planning_elements`.
use base::codes::ElementCode;
use db::{Row, RowExt, Value};

use super::facts::{Fact, joined, split, text, version_values};
use crate::domain::element::Element;
use crate::domain::reference::PlanRef;

impl Fact for Element {
    const TABLE: &'static str = "planning_elements";
    const COLUMNS: &'static [&'static str] = &[
        "plan",
        "version",
        "element",
        "kind",
        "parent",
        "hangs_from",
        "state_policies",
        "national_policies",
        "title",
        "title_en",
        "responsible_post",
        "start_on",
        "end_on",
    ];
    const KEY_LEN: usize = 3;
    type Key = ElementCode;

    fn key_values(plan: &PlanRef, key: &ElementCode) -> Vec<Value> {
        let mut values = version_values(plan);
        values.push(key.to_string().into());
        values
    }

    fn body_values(&self) -> Vec<Value> {
        vec![
            self.kind.as_str().into(),
            text(self.parent.as_ref()),
            joined(&self.hangs_from),
            joined(&self.state_policies),
            joined(&self.national_policies),
            self.title.clone().into(),
            self.title_en.clone().into(),
            text(self.responsible_post.as_ref()),
            text(self.start.as_ref()),
            text(self.end.as_ref()),
        ]
    }

    fn read(row: &Row) -> Result<(ElementCode, Self), db::Error> {
        let code: ElementCode = row.parsed("element")?;
        let element = Self {
            code: code.clone(),
            kind: row.parsed("kind")?,
            parent: row.opt_parsed("parent")?,
            hangs_from: split(row, "hangs_from")?,
            state_policies: split(row, "state_policies")?,
            national_policies: split(row, "national_policies")?,
            title: row.text("title")?,
            title_en: row.opt_text("title_en")?,
            responsible_post: row.opt_parsed("responsible_post")?,
            start: row.opt_parsed("start_on")?,
            end: row.opt_parsed("end_on")?,
        };
        Ok((code, element))
    }
}
