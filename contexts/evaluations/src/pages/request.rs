//! `/pedido-presupuestal/{request}`: the sheet of a request, what stands in its way, and what was decided.
use axum::{extract::Path, response::Response};
use jiff::civil::Date;
use web::{Html, Matter, PageError, Reading, Shell, origins};

use super::{
    country, links, moment,
    parts::{Page, Section},
    recommendations::listed,
    told,
};
use crate::{
    domain::{RequestCode, request::Standing},
    queries::{self, RequestView, origin},
};

pub async fn get(mut reading: Reading, Path(code): Path<RequestCode>) -> Result<Response, PageError> {
    let (known, today, files) = (reading.known, reading.today, reading.app.files.clone());
    let (of, now) = (country(&reading.app), moment(&reading));
    let view = queries::request(reading.conn(), &files, of, (&code, known, now)).await;
    let view = view.map_err(PageError::internal)?.ok_or(PageError::NotFound)?;
    let body = [view.request.entity.as_str()];
    let bodies = told::named(directory::queries::entities_of(reading.conn(), known, today, &body).await?);
    let title = reading.t("evaluations-request");
    let mut shell = reading.shell(&format!("{title} {code}"), Matter::Real);
    shell = shell.under(links::REQUESTS, &reading.t("evaluations-requests-title"));
    origins::add(&mut reading, &mut shell, &origin::request(code.as_str())).await?;
    let mut page = Page::new(shell);
    let sections = sections(&page.shell, (&view, of.date(now)), &bodies);
    page.add_all(sections);
    page.answer()
}

/// The sheet, what stands in the way while it is open, and the steps.
pub(super) fn sections(
    shell: &Shell,
    (view, on): (&RequestView, Date),
    bodies: &told::Bodies,
) -> Vec<Section> {
    let say = |key: &str| shell.t(&format!("evaluations-{key}"));
    let sheet = told::sheet(shell, &view.request, view.purse.as_ref(), bodies);
    let standing = say(&format!("standing-{}", view.standing.as_str()));
    let mut all = vec![Section::top().say(standing.as_str()).html(Html::of(&sheet))];
    if view.standing == Standing::Filed {
        let table = told::blocks(shell, "antes-de-evaluar", "blocks-evaluate", &view.before_evaluation);
        all.push(
            Section::new("parte-antes-de-evaluar", &say("gate-evaluate"))
                .table_or(table, &say("blocks-none")),
        );
    }
    if matches!(view.standing, Standing::Filed | Standing::Evaluated) {
        let table = told::blocks(shell, "antes-de-otorgar", "blocks-grant", &view.before_grant);
        all.push(
            Section::new("parte-antes-de-otorgar", &say("gate-grant")).table_or(table, &say("blocks-none")),
        );
    }
    let href = |code: &_| links::recommendation_href(&shell.view, code);
    let open = listed(shell, (&view.recommendations, on), bodies, href);
    all.push(
        Section::new("parte-recomendaciones", &say("recommendations-open"))
            .table_or(open, &say("recommendations-open-none")),
    );
    let steps = told::decisions(shell, &view.decisions);
    all.push(
        Section::new("parte-pasos", &say("steps")).table_or(steps.with_files(shell), &say("steps-none")),
    );
    all
}
