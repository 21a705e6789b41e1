//! `/prospectiva`: studies that were announced or published.
use axum::response::Response;
use web::{Matter, PageError, Reading, components::Cell, origins};

use super::{
    links,
    parts::{Page, Section, plainly, table},
};
use crate::queries::{self, origin};

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let (known, today) = (reading.known, reading.today);
    let found = queries::all_announced(reading.conn(), known).await?;
    let codes: Vec<&str> = found.iter().map(|one| one.study.entity.as_str()).collect();
    let bodies = directory::queries::entities_of(reading.conn(), known, today, &codes).await?;
    let matters = found.iter().map(|one| Matter::of(one.study.is_sample)).reduce(Matter::with);
    let mut shell = reading.shell(&reading.t("foresight-title"), matters.unwrap_or(Matter::Real));
    origins::add(&mut reading, &mut shell, &origin::studies()).await?;
    let columns = ["study", "body", "horizons", "state"];
    let mut table = table(&shell, "estudios", "studies", &columns).stacked();
    for one in &found {
        let study = &one.study;
        let title = plainly(&shell, &study.title, study.title_en.as_deref());
        let href = links::study_href(&shell.view, &study.code);
        let mark = if study.is_sample { shell.sample_mark() } else { web::Html::default() };
        let name = bodies.iter().find(|body| body.code == study.entity).map_or("", |body| body.name.as_str());
        let shown = Cell::link(&href, title).shown;
        let state = if one.is_published { "published" } else { "announced" };
        let mut state = shell.t(&format!("foresight-state-{state}"));
        if one.takes_proposals {
            state = format!("{state}; {}", shell.t("foresight-takes-proposals"));
        }
        table.push(vec![
            Cell::html(shown.and(&mark), title),
            Cell::text(name),
            Cell::text(&study.horizons.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")),
            Cell::text(&state),
        ]);
    }
    let mut page = Page::new(shell);
    let top = Section::top().say(page.shell.t("foresight-lead"));
    let none = page.shell.t("foresight-none");
    let table = table.with_files(&page.shell);
    page.add(top.table_or(table, &none));
    page.answer()
}
