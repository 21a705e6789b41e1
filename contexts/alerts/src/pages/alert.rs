//! `/alerta/{alert}`: one alert: what shows it, since when, who was told, what was answered.
use axum::{extract::Path, response::Response};
use jiff::civil::Date;
use web::{
    Html, Matter, PageError, Reading, Shell,
    components::{Cell, Facts},
    origins,
    sections::{Page, Section, link, table},
};

use super::{PATH, asked, columnar, is_before, words};
use crate::{
    domain::{AlertCode, Level, Said},
    queries::{self, AlertView},
    reading::AlertLaw,
};

pub async fn get(mut reading: Reading, Path(code): Path<String>) -> Result<Response, PageError> {
    let code: AlertCode = code.parse().map_err(|_| PageError::NotFound)?;
    let (asked, files, columnar) = (asked(&reading), reading.app.files.clone(), columnar(&reading.app)?);
    let found = queries::alert(reading.conn(), &files, &*columnar, asked, &code).await;
    let found = match found {
        Ok(found) => found,
        Err(error) => is_before(error).map(|()| None)?,
    };
    let Some((view, law)) = found else {
        let answers = queries::answers(reading.conn(), asked.known, &code).await?;
        return gone(&mut reading, &code, &answers).await;
    };
    let body = match &view.alert.entity {
        Some(entity) => directory::queries::entities(reading.conn(), asked.known, asked.on)
            .await?
            .get(entity.as_str())
            .map(|body| body.name.clone()),
        None => None,
    };
    let shell = reading.shell("", Matter::of(view.alert.sample));
    let mut shell = shell.under(PATH, &reading.t("alerts-title"));
    words::name(&shell, &view.alert).clone_into(&mut shell.title);
    let facts =
        [planning::queries::origin::indicators(), monitoring::queries::origin::observations()].concat();
    origins::add(&mut reading, &mut shell, &facts).await?;
    let mut page = Page::new(shell);
    page.done("alerts", &["respuesta", "aviso"]);
    let shell = &page.shell;
    let facts = told(shell, &law, &view, body.as_deref(), asked.on);
    let answer = link(&shell.link(&format!("/oficina/alerta/{code}")), &shell.t("alerts-answer-here"));
    let sections = [
        Section::top().html(Html::of(&facts)),
        signs(shell, &law, &view),
        history(shell, &view.answers).say(answer),
    ];
    page.add_all(sections);
    page.answer()
}

/// Nothing raises it on the day: what was said of it stays.
async fn gone(reading: &mut Reading, code: &AlertCode, answers: &[Said]) -> Result<Response, PageError> {
    let known = reading.known;
    if answers.is_empty() && !queries::was_raised(reading.conn(), known, code).await? {
        return Err(PageError::NotFound);
    }
    let shell = reading.shell("", Matter::Real);
    let mut shell = shell.under(PATH, &reading.t("alerts-title"));
    shell.title = shell.t1("alerts-gone-title", "code", code.as_str());
    let mut page = Page::new(shell);
    let words = page.shell.t("alerts-gone");
    let history = history(&page.shell, answers);
    page.add_all([Section::top().say(words), history]);
    page.answer()
}

/// What identifies it, whose it is, how far up it is.
pub(super) fn told(shell: &Shell, law: &AlertLaw, view: &AlertView, body: Option<&str>, on: Date) -> Facts {
    let alert = &view.alert;
    let mut facts = Facts::default().with(&shell.t("alerts-about"), words::thing_link(shell, alert));
    if let Some(entity) = &alert.entity {
        let href = shell.link(&format!("/entidad/{entity}"));
        facts = facts.with(&shell.t("alerts-body"), link(&href, body.unwrap_or(entity.as_str())));
    }
    if let Some(place) = &alert.territory {
        facts = facts.with(
            &shell.t("alerts-place"),
            link(&shell.link(&format!("/territorio/{place}")), place.as_str()),
        );
    }
    facts = facts
        .with(&shell.t("alerts-since"), shell.date(alert.since).as_str())
        .with(&shell.t("alerts-standing"), words::standing(shell, view.standing).as_str())
        .with(&shell.t("alerts-level"), words::climb(shell, view.climb).as_str());
    if let Some(lead) = alert.leads()
        && let Some(role) = law.role(lead)
    {
        facts = facts.with(
            &shell.t("alerts-owner"),
            shell.t(&format!("alerts-role-{}", role.replace('_', "-"))).as_str(),
        );
    }
    let above = [Level::Superior, Level::Sector, Level::Centre]
        .into_iter()
        .filter(|level| *level <= view.climb.level);
    let above: Vec<String> = above.map(|level| words::level(shell, level)).collect();
    if !above.is_empty() {
        facts = facts.with(&shell.t("alerts-told-to"), above.join("; ").as_str());
    }
    facts.with(&shell.t("alerts-judged-on"), shell.date(on).as_str())
}

/// Every sign with its figures, and what the country means by it.
pub(super) fn signs(shell: &Shell, law: &AlertLaw, view: &AlertView) -> Section {
    let mut table =
        table(shell, "alerts", ("senales", "signs"), &["trigger", "why", "meaning", "source"]).stacked();
    for sign in &view.alert.signs {
        let source = law.triggers.get(&sign.trigger).map_or("", |(row, _)| row.source.as_str());
        table.push(vec![
            Cell::text(&words::trigger(shell, law, sign.trigger)),
            Cell::text(&words::sign(shell, sign)),
            Cell::text(words::meaning(shell, law, sign.trigger)),
            Cell::text(source),
        ]);
    }
    Section::new("parte-senales", &shell.t("alerts-signs")).table(table.with_files(shell))
}

/// What posts answered, the last first.
pub(super) fn history(shell: &Shell, answers: &[Said]) -> Section {
    let mut table =
        table(shell, "alerts", ("respuestas", "answers"), &["when", "answer", "text", "post"]).stacked();
    for said in answers.iter().rev() {
        table.push(vec![
            Cell::text(&shell.date(said.on)),
            Cell::text(&shell.t(&format!("alerts-did-{}", said.what.as_str()))),
            Cell::text(&said.text),
            Cell::text(&said.post),
        ]);
    }
    let none = shell.t("alerts-answers-none");
    Section::new("parte-respuestas", &shell.t("alerts-answers")).table_or(table.with_files(shell), &none)
}
