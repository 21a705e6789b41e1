//! `/informes`: which reports are owed to whom by when, and what became of each.
use axum::response::Response;
use web::{
    Html, Matter, PageError, Reading, Shell,
    components::{Cell, Figure, Figures, years},
    origins,
    sections::{Page, Section, link, plainly, table},
};

use super::{asked, links, told, unread};
use crate::{
    domain::{Instance, State, Tally},
    queries::{self, origin},
};

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let (asked, files) = (asked(&reading), reading.app.files.clone());
    let year = reading.view.year.unwrap_or_else(|| asked.on.year());
    let all = queries::calendar(reading.conn(), &files, asked, None).await.map_err(unread)?;
    let mut found = queries::calendar(reading.conn(), &files, asked, Some(year)).await.map_err(unread)?;
    found.sort_by_key(|one| (one.due_on(), one.period.start()));
    let codes: Vec<String> = found.iter().chain(&all).map(|one| one.duty.entity.to_string()).collect();
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    let bodies = directory::queries::entities_of(reading.conn(), asked.known, asked.on, &codes).await?;
    let named = |code: &str| {
        let body = bodies.iter().find(|body| body.code.as_str() == code);
        body.map_or_else(|| code.to_owned(), |body| body.name.clone())
    };
    let mut shell = reading.shell(&reading.t("reports-title"), Matter::Real);
    origins::add(&mut reading, &mut shell, &origin::calendar()).await?;
    let mut page = Page::new(shell);
    let shell = &page.shell;
    let overdue: Vec<&Instance> = all.iter().filter(|one| one.state == State::Overdue).collect();
    let of_years = all.iter().filter_map(|one| one.due_on().map(jiff::civil::Date::year));
    let mut known: Vec<i16> =
        of_years.chain(all.iter().map(|one| one.period.year())).chain([year, asked.on.year()]).collect();
    known.sort_unstable();
    known.dedup();
    let top = Section::top()
        .say(shell.t("reports-lead"))
        .html(figures(shell, &found, overdue.len()))
        .html(years(shell, year, known));
    let heading = shell.t1("reports-of-year", "year", year.to_string());
    let of_year = Section::new("parte-calendario", &heading).table_or(
        listed(shell, "calendario", &found.iter().collect::<Vec<_>>(), &named).with_files(shell),
        &shell.t("reports-none"),
    );
    let late = Section::new("parte-vencidos", &shell.t("reports-overdue")).table_or(
        listed(shell, "vencidos", &overdue, &named).with_files(shell),
        &shell.t("reports-overdue-none"),
    );
    let duties = duties(&mut reading, shell).await?;
    page.add_all([top, of_year, late, duties]);
    page.answer()
}

fn figures(shell: &Shell, found: &[Instance], overdue: usize) -> Html {
    let tally = Tally::of(found);
    let figure = |key: &str, value: String| Figure {
        label: shell.t(&format!("reports-figure-of-{key}")),
        value: Html::text(&value),
        note: Html::default(),
        href: None,
    };
    let rate = tally.on_time_percent().map_or_else(|| "–".to_owned(), |rate| shell.percent(rate));
    Html::of(&Figures {
        figures: vec![
            figure("rate", rate),
            figure("on-time", shell.count(tally.on_time)),
            figure("late", shell.count(tally.late)),
            figure("overdue", shell.count(overdue)),
            figure("open", shell.count(tally.open)),
        ],
    })
}

fn listed(
    shell: &Shell,
    id: &str,
    found: &[&Instance],
    named: &impl Fn(&str) -> String,
) -> web::components::Table {
    let columns = ["report", "period", "owes", "addressees", "due", "state", "edition"];
    let mut table = table(shell, "reports", (id, id), &columns).stacked();
    for one in found {
        let duty = &one.duty;
        let due = one.due_on().map_or_else(
            || Cell::text(&shell.t("reports-not-owed")),
            |due| {
                let href = links::deadline(&shell.view, &duty.term, one.period.end(), duty.entity.as_str());
                Cell::html(link(&href, &shell.date(due)), &due.to_string())
            },
        );
        let last = one.editions.iter().rev().find(|of| of.taken(crate::domain::Step::Publish).is_some());
        let edition = last.map_or_else(Cell::default, |of| {
            Cell::link(&links::edition(&shell.view, &of.code), of.code.as_str())
        });
        let entity = duty.entity.as_str();
        table.push(vec![
            Cell::text(told::name(shell, duty)),
            Cell::html(Html::text(&shell.period(one.period)), &one.period.to_string()),
            Cell::html(link(&shell.view.link_to(&["entidad", entity]), &named(entity)), entity),
            Cell::text(&told::addressed(shell, duty)),
            due,
            Cell::html(
                Html::text(&shell.t(&format!("reports-state-{}", one.state.as_str()))),
                one.state.as_str(),
            ),
            edition,
        ]);
    }
    table
}

/// What each duty asks, and by which source.
async fn duties(reading: &mut Reading, shell: &Shell) -> Result<Section, PageError> {
    let (known, files) = (reading.known, reading.app.files.clone());
    let all = queries::duties(reading.conn(), &files, known).await.map_err(unread)?;
    let mut table =
        table(shell, "reports", ("deberes", "deberes"), &["report", "what", "frequency", "source", "note"])
            .stacked();
    for duty in &all {
        table.push(vec![
            Cell::text(told::name(shell, duty)),
            Cell::text(plainly(shell, &duty.what.0, Some(&duty.what.1))),
            Cell::text(&shell.t(&format!("reports-frequency-{}", duty.frequency.as_str()))),
            Cell::html(web::sections::said(shell, &duty.source, None), &duty.source),
            Cell::html(web::sections::said(shell, &duty.note, None), &duty.note),
        ]);
    }
    Ok(Section::new("parte-deberes", &shell.t("reports-duties"))
        .say(shell.t("reports-handover"))
        .table_or(table.with_files(shell), &shell.t("reports-duties-none")))
}
