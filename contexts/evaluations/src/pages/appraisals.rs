//! `/valoraciones`: what was answered to the checklists of the country; `/valoracion/{checklist}/{subject}`: one of them, item by item.
use axum::{extract::Path, response::Response};
use jiff::civil::Date;
use web::{
    Html, Lang, Matter, PageError, Reading, Shell,
    components::{Cell, Facts, Table},
    origins,
};

use super::{
    country, links, moment,
    parts::{Page, Section, link, said, table},
};
use crate::{
    domain::appraisal::{Answer, Appraisal, Appraised, Checklist},
    queries::{self, origin},
};

/// Checklists in use on the page's day.
pub(super) async fn in_use(reading: &mut Reading) -> Result<(Vec<Checklist>, Date), PageError> {
    let (known, on) = (reading.known, country(&reading.app).date(moment(reading)));
    let files = reading.app.files.clone();
    let found = queries::checklists(reading.conn(), &files, known, on).await;
    Ok((found.map_err(PageError::internal)?, on))
}

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let known = reading.known;
    let (checklists, _) = in_use(&mut reading).await?;
    let all = queries::appraisals(reading.conn(), known).await?;
    let mut shell = reading.shell(&reading.t("evaluations-appraisals-title"), Matter::Real);
    shell = shell.under(links::EVALUATIONS, &reading.t("evaluations-title"));
    origins::add(&mut reading, &mut shell, &origin::appraisals()).await?;
    let mut page = Page::new(shell);
    let shell = &page.shell;
    let mut parts = vec![Section::top().say(shell.t("evaluations-appraisals-lead").as_str())];
    for checklist in &checklists {
        let own: Vec<&Appraisal> = all.iter().filter(|one| one.checklist == checklist.code).collect();
        let table = listed(shell, checklist, &own).with_files(shell);
        parts.push(
            Section::new(part_id(checklist), name(shell, &checklist.name))
                .say(shell.t1("evaluations-appraisals-source", "source", checklist.source.as_str()).as_str())
                .table_or(table, &shell.t("evaluations-appraisals-none")),
        );
    }
    page.add_all(parts);
    page.answer()
}

/// Of its part of a page.
pub(super) fn part_id(of: &Checklist) -> String {
    format!("parte-{}", of.code)
}

pub(super) fn name<'a>(shell: &Shell, of: &'a (String, String)) -> &'a str {
    match shell.lang() {
        Lang::Es => &of.0,
        Lang::En => &of.1,
    }
}

/// The way to what was looked at, where another page tells of it.
fn subject(shell: &Shell, about: Appraised, code: &str) -> Html {
    match (about, code.split_once('/')) {
        (Appraised::Indicator, Some((plan, indicator))) => {
            link(&shell.view.link_to(&["indicador", plan, indicator]), code)
        }
        _ => link(&shell.view.link_to(&["entidad", code]), code),
    }
}

fn listed(shell: &Shell, of: &Checklist, all: &[&Appraisal]) -> Table {
    let columns = [
        "appraisal-subject",
        "#appraisal-yes",
        "#appraisal-partly",
        "#appraisal-no",
        "appraisal-by",
        "appraisal-at",
    ];
    let id = format!("valoraciones-{}", of.code);
    let mut table = table(shell, &id, "appraisals", &columns).stacked();
    for one in all {
        let count = |answer| Cell::count(shell, one.count(answer));
        table.push(vec![
            Cell::link(&links::appraisal_href(&shell.view, &one.checklist, &one.subject), &one.subject),
            count(Answer::Yes),
            count(Answer::Partly),
            count(Answer::No),
            Cell::text(&one.post),
            Cell::text(&shell.moment(one.at)),
        ]);
    }
    table
}

pub async fn one(
    mut reading: Reading,
    Path((checklist, code)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let known = reading.known;
    let (checklists, _) = in_use(&mut reading).await?;
    let checklist = checklists.into_iter().find(|one| one.code == checklist).ok_or(PageError::NotFound)?;
    let found = queries::appraisal(reading.conn(), known, &checklist.code, &code).await?;
    let found = found.ok_or(PageError::NotFound)?;
    let on = reading.today;
    let bodies = directory::queries::entities(reading.conn(), known, on).await?;
    let called = bodies.get(&found.subject).map_or_else(|| found.subject.clone(), |body| body.name.clone());
    let title = format!("{}: {called}", name_of(&reading, &checklist.name));
    let mut shell = reading.shell(&title, Matter::Real);
    shell = shell.under(links::APPRAISALS, &reading.t("evaluations-appraisals-title"));
    origins::add(&mut reading, &mut shell, &origin::appraisal(&checklist.code, &found.subject)).await?;
    let mut page = Page::new(shell);
    let shell = &page.shell;
    let say = |key: &str| shell.t(&format!("evaluations-{key}"));
    let facts = Facts::default()
        .with(&say("appraisal-subject"), subject(shell, checklist.about, &found.subject))
        .with(&say("appraisal-by"), found.post.as_str())
        .with(&say("appraisal-at"), shell.moment(found.at).as_str());
    let top =
        Section::top().html(Html::of(&facts)).table(answers(shell, &checklist, &found).with_files(shell));
    page.add(top);
    page.answer()
}

fn name_of<'a>(reading: &Reading, of: &'a (String, String)) -> &'a str {
    match reading.view.lang {
        Lang::Es => &of.0,
        Lang::En => &of.1,
    }
}

/// Items in the order of the checklist.
fn answers(shell: &Shell, of: &Checklist, found: &Appraisal) -> Table {
    let columns = ["appraisal-question", "appraisal-answer", "appraisal-reason"];
    let mut table = table(shell, "respuestas", "appraisal-answers", &columns).stacked();
    for item in &of.items {
        let Some(given) = found.answers.iter().find(|given| given.item == item.code) else { continue };
        let reason = given.reason.as_deref().unwrap_or_default();
        table.push(vec![
            Cell::text(name(shell, &item.question)),
            Cell::text(&shell.t(&format!("evaluations-answer-{}", given.answer.as_str()))),
            Cell::html(said(shell, reason, None), reason),
        ]);
    }
    table
}
