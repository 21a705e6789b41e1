//! `/evaluacion/{evaluation}`: what was evaluated, what was found, what the body commits itself to, and whether it keeps its word.
use axum::{extract::Path, response::Response};
use web::{Html, Matter, PageError, Reading, origins};

use super::{
    country, links, moment,
    parts::{Page, Section, link, said},
    told,
};
use crate::{
    domain::EvaluationCode,
    queries::{self, origin},
};

pub async fn get(mut reading: Reading, Path(code): Path<EvaluationCode>) -> Result<Response, PageError> {
    let (known, today, files) = (reading.known, reading.today, reading.app.files.clone());
    let (of, now) = (country(&reading.app), moment(&reading));
    let found = queries::evaluation(reading.conn(), known, &code).await?.ok_or(PageError::NotFound)?;
    let report = queries::report(reading.conn(), known, &code).await?;
    let response = queries::response(reading.conn(), known, &code).await?;
    let matrix = match &report {
        Some(report) => queries::matrix(reading.conn(), &files, of, ((&found, report), known, now, ""))
            .await
            .map_err(PageError::internal)?,
        None => None,
    };
    let evaluator = found.evaluator.as_ref().and_then(|one| one.entity.as_ref());
    let codes: Vec<&str> =
        evaluator.into_iter().chain([&found.entity]).map(base::codes::EntityCode::as_str).collect();
    let bodies = told::named(directory::queries::entities_of(reading.conn(), known, today, &codes).await?);
    let title = reading.view.lang;
    let title =
        if title == web::Lang::En { found.title_en.as_deref().unwrap_or(&found.title) } else { &found.title };
    let mut shell = reading.shell(title, Matter::of(found.is_sample));
    shell = shell.under(links::EVALUATIONS, &reading.t("evaluations-title"));
    origins::add(&mut reading, &mut shell, &origin::evaluation(code.as_str())).await?;
    let mut page = Page::new(shell);
    let shell = &page.shell;
    let say = |key: &str| shell.t(&format!("evaluations-{key}"));
    let file = |digest: &base::Digest| {
        shell.view.link_to(&["evaluacion", code.as_str(), "archivo", &digest.to_string()])
    };
    let mut top = Section::top().html(Html::of(&told::head(shell, &found, report.as_ref(), &bodies)));
    if let Some(report) = &report {
        top = top.say(link(&file(&report.digest), &say("report-file")));
    }
    let mut sections = vec![top];
    if report.is_some() {
        let section = Section::new("parte-respuesta", &say("response"));
        sections.push(match &response {
            None => section.say(say("response-none").as_str()),
            Some(one) => section
                .say(say(&format!("stance-{}", one.stance.as_str())).as_str())
                .say(said(shell, &one.text, None)),
        });
    }
    if let Some(view) = &matrix {
        let on = of.date(now);
        let mut section =
            Section::new("parte-matriz", &say("matrix")).html(Html::of(&told::matrix(shell, view, on)));
        if let Some(derivation) = view.arithmetic() {
            section = section.table(procedures::pages::arithmetic(shell, derivation).with_files(shell));
        }
        let path = format!("/procedimiento/{}", view.procedure.declaration().code);
        section = section.say(link(&shell.link(&path), &say("matrix-how")));
        sections.push(section.table_or(told::acts(shell, view), &say("acts-none")));
        let commitments = told::lines(shell, &view.commitments, Some((&view.progress, on)));
        sections.push(
            Section::new("parte-compromisos", &say("commitments"))
                .table_or(commitments.with_files(shell), &say("commitments-none")),
        );
        // What nobody has read, or what was refused, may hold what is nobody's business.
        let evidence = |one: &crate::domain::Progress| one.is_shown().then(|| file(&one.evidence));
        let progress = told::progress(shell, &view.progress, evidence);
        sections.push(
            Section::new("parte-avances", &say("progress"))
                .table_or(progress.with_files(shell), &say("progress-none")),
        );
    }
    page.add_all(sections);
    page.answer()
}
