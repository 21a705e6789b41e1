//! `/percepcion`: waves, the last to begin first.
use axum::response::Response;
use web::{
    Matter, PageError, Reading, origins,
    sections::{Page, Section, link},
};

use super::{links, told};
use crate::queries::{self, WaveView, origin};

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let (known, on) = (reading.known, reading.today);
    let all = queries::waves(reading.conn(), known, None).await?;
    let plans = planning::queries::portfolio(reading.conn(), known, on).await?;
    let names = told::names(&mut reading, all.iter().map(|view| &view.wave.card.entity)).await?;
    let matter = all.iter().map(|view| told::matter(&plans, &view.wave.card.element)).reduce(Matter::with);
    let mut shell = reading.shell(&reading.t("perception-title"), matter.unwrap_or(Matter::Real));
    origins::add(&mut reading, &mut shell, &origin::waves()).await?;
    let mut page = Page::new(shell);
    let shell = &page.shell;
    let views: Vec<&WaveView> = all.iter().collect();
    let table = told::waves(shell, ("encuestas", "waves"), &views, (&plans, &names), false);
    let open = all.iter().filter(|view| {
        view.wave.standing() == crate::domain::Standing::Open && view.wave.card.takes_web_on(shell.today)
    });
    let ways: Vec<web::Html> = open
        .map(|view| {
            let words = shell.t1("perception-answer-here", "title", told::title(shell, &view.wave));
            link(&shell.link(&links::survey_path(&view.wave.code)), &words)
        })
        .collect();
    let top = Section::top()
        .say(shell.t("perception-lead"))
        .table_or(table.with_files(shell), &shell.t("perception-none"));
    page.add(if ways.is_empty() { top } else { top.list(ways) });
    page.answer()
}
