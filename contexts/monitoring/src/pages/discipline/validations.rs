//! `/oficina/validacion`: where the statistician says of values whether they are validated.
use axum::response::Response;
use base::codes::SeriesCode;
use web::{
    Html, Matter, PageError, Shell,
    components::{Cell, Column, Field, Filters, Form, Input, Table},
    gate::{Office, Posted},
    sections::{Page, Section},
};

use super::{VALIDATIONS, about, post, see};
use crate::actions::validate_value::{Judgement, ValidationRefusal, validate_value};
use crate::domain::records::{Measurement, ObservationKey};
use crate::domain::review::Verdict;
use crate::queries::series::series;
use crate::queries::validations::{Said, said_of, unvalidated};

/// Values that the page offers.
const VALUES_MAX: usize = 60;

/// A value that may be judged.
struct Offered {
    key: ObservationKey,
    value: Measurement,
    said: Option<(Verdict, String)>,
}

pub async fn get(office: Office) -> Result<Response, PageError> {
    show(&office, None).await
}

/// The series that is looked at, where one is named and it is a code: in the address, or with what was sent.
fn named(office: &Office, posted: Option<&Posted>) -> Option<SeriesCode> {
    let text = office.view.one("series").or(posted.map(|posted| posted.text("series")))?;
    SeriesCode::new(text).ok()
}

async fn offered(
    conn: &mut db::Conn,
    known: base::Known,
    code: Option<&SeriesCode>,
) -> Result<Vec<Offered>, PageError> {
    let Some(code) = code else {
        let rows_max = i64::try_from(VALUES_MAX).unwrap_or(i64::MAX);
        let all = unvalidated(conn, known, rows_max).await?;
        return Ok(all.into_iter().map(|(key, value)| Offered { key, value, said: None }).collect());
    };
    let said: Said = said_of(conn, known, code).await?;
    let Some(view) = series(conn, known, code).await? else { return Ok(Vec::new()) };
    let mut all: Vec<Offered> = view
        .observations
        .into_iter()
        .map(|(key, value)| {
            let said = said.validation(&key).map(|said| (said.verdict, said.words.clone()));
            Offered { key, value, said }
        })
        .collect();
    all.sort_by_key(|one| std::cmp::Reverse(one.key.period.end()));
    all.truncate(VALUES_MAX);
    Ok(all)
}

async fn show(office: &Office, wrong: Option<(&Posted, String)>) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let known = reading.known;
    let code = named(office, wrong.as_ref().map(|(posted, _)| *posted));
    let all = offered(reading.conn(), known, code.as_ref()).await?;
    let shell = reading.shell(&reading.t("monitoring-validation-title"), Matter::Real);
    let mut page = Page::new(shell.under("/oficina", &reading.t("monitoring-entry-office")));
    page.done("monitoring-validation", &["dicho"]);
    if let Some((_, words)) = &wrong {
        page.wrong(words);
    }
    let shell = &page.shell;
    let filters = Filters::new(shell).text(
        "series",
        &shell.t("monitoring-validation-series"),
        code.as_ref().map(SeriesCode::as_str),
    );
    let top = Section::top()
        .say(shell.t("monitoring-validation-lead"))
        .html(Html::of(&filters))
        .table_or(table(shell, &all), &shell.t("monitoring-validation-none"));
    let mut sections = vec![top];
    if !all.is_empty() {
        let typed = |name: &str| wrong.as_ref().map_or("", |(posted, _)| posted.text(name));
        let form = form(shell, &all, code.as_ref(), typed);
        let heading = shell.t("monitoring-validation-say");
        sections.push(Section::new("parte-decir", &heading).html(Html::of(&form)));
    }
    page.add_all(sections);
    page.answer()
}

fn table(shell: &Shell, all: &[Offered]) -> Table {
    let columns = ["series", "about", "number", "source", "said"];
    let columns =
        columns.map(|name| Column::text(&shell.t(&format!("monitoring-validation-{name}")))).to_vec();
    let mut table = Table::new("validacion", &shell.t("monitoring-validation-values"), columns).stacked();
    for one in all {
        let said = one.said.as_ref().map(|(verdict, words)| {
            format!("{} {words}", shell.t(&format!("monitoring-verdict-{verdict}"))).trim().to_owned()
        });
        let href = shell.view.with("series", one.key.series.as_str()).here();
        table.push(vec![
            Cell::link(&href, one.key.series.as_str()),
            Cell::text(&about(shell, &one.key)),
            Cell::text(&shell.value(one.value.value)),
            Cell::text(&one.value.source),
            Cell::text(&said.unwrap_or_default()),
        ]);
    }
    table.with_files(shell)
}

/// A value as the form names it: what tells it from every other, and the number that was looked at.
fn choice_of(key: &ObservationKey, value: &Measurement) -> String {
    let group = key.group.as_ref().map(|group| (group.kind.as_str(), group.name.as_str()));
    let parts = (
        key.series.as_str(),
        key.territory.as_str(),
        key.period.to_string(),
        group,
        key.edition.as_deref(),
        value.value.to_string(),
    );
    serde_json::to_string(&parts).unwrap_or_default()
}

type Chosen = (String, String, String, Option<(String, String)>, Option<String>, String);

/// What a form names, where it is such a value.
fn chosen(text: &str) -> Option<(ObservationKey, rust_decimal::Decimal)> {
    let (series, territory, period, group, edition, value): Chosen = serde_json::from_str(text).ok()?;
    let group = match group {
        Some((kind, name)) => Some(crate::domain::records::Group { kind: kind.parse().ok()?, name }),
        None => None,
    };
    let key = ObservationKey {
        series: series.parse().ok()?,
        territory: territory.parse().ok()?,
        group,
        period: period.parse().ok()?,
        edition,
    };
    Some((key, value.parse().ok()?))
}

fn form<'a>(
    shell: &Shell,
    all: &[Offered],
    code: Option<&SeriesCode>,
    typed: impl Fn(&str) -> &'a str,
) -> Form {
    let t = |name: &str| shell.t(&format!("monitoring-validation-{name}"));
    let values = all.iter().map(|one| {
        let number = shell.value(one.value.value);
        let text = format!("{} · {}: {number}", one.key.series, about(shell, &one.key));
        (choice_of(&one.key, &one.value), text)
    });
    let verdicts = Verdict::ALL
        .iter()
        .map(|verdict| (verdict.as_str().to_owned(), shell.t(&format!("monitoring-verdict-{verdict}"))));
    let form = Form::new(shell, VALIDATIONS, &t("send"));
    let form = code.into_iter().fold(form, |form, code| form.keep("series", code.as_str()));
    form.field(Field::new("of", &t("of"), Input::Choice(values.collect())).value(typed("of")))
        .field(
            Field::new("verdict", &t("verdict"), Input::Choice(verdicts.collect())).value(typed("verdict")),
        )
        .field(
            Field::new("words", &t("words"), Input::Area)
                .hint(&t("words-hint"))
                .value(typed("words"))
                .optional(),
        )
}

pub async fn put(office: Office, posted: Posted) -> Result<Response, PageError> {
    let (_, post) = post(&office)?;
    let asked = chosen(posted.text("of")).zip(posted.text("verdict").parse().ok());
    let done = match asked {
        Some(((key, value), verdict)) => {
            let words = posted.text("words").to_owned();
            let judgement = Judgement { key, value, verdict, words, post };
            validate_value(&office.ctx(), judgement).await
        }
        None => Err(ValidationRefusal::NoValue),
    };
    let Err(refusal) = done else {
        let series = Some(posted.text("series")).filter(|code| !code.is_empty());
        let series = series.map(|code| format!("&series={}", web::encode(code))).unwrap_or_default();
        return Ok(see(&office, &format!("{VALIDATIONS}?hecho=dicho{series}")));
    };
    let key = match &refusal {
        ValidationRefusal::NoValue => "no-value",
        ValidationRefusal::Exchanged => "exchanged",
        ValidationRefusal::Verdict(_) => "words",
        ValidationRefusal::NothingNew => "nothing-new",
        ValidationRefusal::Db(_) | ValidationRefusal::Journal(_) => {
            return Err(PageError::internal(refusal));
        }
    };
    let key = format!("monitoring-validation-refused-{key}");
    let words = office.app.frame.texts.t(office.view.lang, &key, &[]);
    show(&office, Some((&posted, words))).await
}
