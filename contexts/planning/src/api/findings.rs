//! `/api/v1/findings`: where plans are not as a rule wants them.
use api::{Answers, Call, Operation, Page, Parameter, Problem, Reply, Takes};
use dataset::{Cell, Field, Kind, Rows};
use web::{Arg, Lang, Texts};

use crate::{domain::check::Finding, domain::words::Severity, pages::Setting};

pub(super) fn operation() -> Operation {
    let severities = Severity::ALL.iter().map(|severity| severity.as_str().to_owned()).collect();
    Operation::new("/findings", "list_findings", "planning", Answers::Rows(fields()), answer).taking([
        Parameter::query("year", Takes::Integer { min: 1900, max: 2200 }, "planning-api-year").like("2020"),
        Parameter::query("severity", Takes::Choice(severities), "planning-api-severity").like("breach"),
        Parameter::query("after", Takes::Integer { min: 0, max: i64::MAX }, "web-api-after"),
    ])
}

fn fields() -> Vec<Field> {
    let text = |name, example| Field::computed(name, Kind::Text).required().like(example);
    let mut severity = text("severity", "breach");
    severity.values = Severity::ALL.iter().map(|severity| severity.as_str().to_owned()).collect();
    let mut about = text("about", "plan");
    about.values = ["entity", "plan", "element", "indicator"].map(str::to_owned).to_vec();
    vec![
        text("rule", "no_state_policies"),
        severity,
        about,
        text("subject", "PEDN@2011"),
        text("text", "…"),
        text("rule_source", "Directiva 001-2014-CEPLAN"),
    ]
}

async fn answer(mut call: Call) -> Result<Reply, Problem> {
    let setting = Setting::load(&mut call.reading).await?;
    let severity = call.one("severity");
    let found = setting.findings();
    let found = found.iter().filter(|f| severity.is_none_or(|severity| f.severity.as_str() == severity));
    let (texts, lang) = (&call.reading.app.frame.texts, call.lang);
    let rows = found.map(|finding| cells(texts, lang, finding)).collect();
    let (rows, next) = call.part_of(rows);
    Ok(Page { rows: Rows { fields: fields(), rows }, next, ..Page::default() }.into())
}

fn cells(texts: &Texts, lang: Lang, finding: &Finding) -> Vec<Cell> {
    let args: Vec<(&str, Arg)> = finding.args.iter().map(|(name, text)| (*name, text.into())).collect();
    vec![
        finding.rule.as_str().into(),
        finding.severity.as_str().into(),
        finding.subject.kind().into(),
        finding.subject.to_string().into(),
        texts.t(lang, &finding.message(), &args).into(),
        finding.source.as_ref().into(),
    ]
}
