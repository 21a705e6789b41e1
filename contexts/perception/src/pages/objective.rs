//! `/objetivo/{plan}/{code}/percepcion`: what people said about an objective over time, beside its indicators.
use axum::{extract::Path, response::Response};
use planning::domain::reference::ElementRef;
use web::{
    PageError, Reading, origins,
    sections::{Page, Section, link},
};

use super::{beside, links, results, told};
use crate::{
    domain::Question,
    queries::{self, WaveView, origin},
};

pub async fn get(
    mut reading: Reading,
    Path((plan, code)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let element: ElementRef = format!("{plan}/{code}").parse().map_err(|_| PageError::NotFound)?;
    let (known, on) = (reading.known, reading.today);
    let plans = planning::queries::portfolio(reading.conn(), known, on).await?;
    plans.find(&element).ok_or(PageError::NotFound)?;
    let views = queries::waves(reading.conn(), known, Some(&element)).await?;
    let all = queries::series(reading.conn(), known).await?;
    let questions = queries::questions(reading.conn(), known).await?;
    let names = told::names(&mut reading, views.iter().map(|view| &view.wave.card.entity)).await?;
    let own = beside::own(&mut reading, &element).await?;
    let mut shell = reading.shell("", told::matter(&plans, &element));
    let name = told::objective(&shell, &plans, &element);
    shell.title = shell.t1("perception-objective-title", "objective", name.as_str());
    let mut shell = shell.under(links::WAVES, &reading.t("perception-title"));
    let mut facts = origin::waves();
    facts.extend(planning::queries::origin::plans_of([element.plan.plan.as_str()]));
    origins::add(&mut reading, &mut shell, &facts).await?;
    let mut page = Page::new(shell);
    let shell = &page.shell;
    let shown: Vec<&WaveView> = views.iter().collect();
    let asked: Vec<&Question> = questions
        .iter()
        .filter(|question| views.iter().any(|view| view.wave.card.questions.contains(&question.code)))
        .collect();
    let waves = told::waves(shell, ("encuestas", "waves"), &shown, (&plans, &names), false);
    let series = results::series(shell, &asked, &shown, &all);
    let sections = [
        Section::top()
            .say(link(&told::objective_href(shell, &element), &name))
            .say(shell.t("perception-objective-lead"))
            .table_or(waves.with_files(shell), &shell.t("perception-objective-none")),
        Section::new("parte-serie", &shell.t("perception-series"))
            .table_or(series.with_files(shell), &shell.t("perception-series-none")),
        beside::section(shell, &own, &[]),
    ];
    page.add_all(sections);
    page.answer()
}
