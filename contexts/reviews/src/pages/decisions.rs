//! `/decisiones`: what reviews decided, where each decision stands, and how long it took until something was done.
use axum::response::Response;
use web::{
    Arg, Format, Html, Matter, PageError, Reading, Shell,
    components::{Cell, Filters, Pages, Table},
    origins,
    sections::{Page, Section, said, table},
};

use super::{known_bodies, links, told, words};
use crate::{
    domain::Course,
    queries::{self, Bodies, DecisionView, origin},
};

const ROWS: usize = 50;

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let (known, today, offset) = (reading.known, reading.today, reading.app.frame.country.offset());
    let bodies = known_bodies(&mut reading).await?;
    let all = queries::decisions(reading.conn(), known, today, offset).await?;
    let names = told::names(&mut reading, all.iter().map(|view| &view.decision.owner.entity)).await?;
    let mut shell = reading.shell(&reading.t("reviews-decisions-title"), Matter::Real);
    shell = shell.under(links::REVIEWS, &reading.t("reviews-title"));
    origins::add(&mut reading, &mut shell, &origin::reviews()).await?;
    let wanted = wanted(&shell)?;
    let mut views: Vec<&DecisionView> = all.iter().filter(|view| wanted(view)).collect();
    views.reverse();
    let part = Pages::of(&shell.view, ROWS)?;
    let shown: Vec<&DecisionView> = match shell.view.format {
        Format::Html => views.iter().skip(part.offset()).take(ROWS).copied().collect(),
        _ => views.clone(),
    };
    let mut page = Page::new(shell);
    let shell = &page.shell;
    let table = listed(shell, bodies.as_ref(), &shown, &names).with_files(shell);
    let top = Section::top()
        .say(shell.t("reviews-decisions-lead"))
        .say(counts(shell, &all))
        .html(Html::of(&filters(shell)))
        .table_or(table, &shell.t("reviews-decisions-none"))
        .html(part.links(shell, views.len()));
    let speed = Section::new("parte-plazos", &shell.t("reviews-speed"))
        .say(shell.t("reviews-speed-lead"))
        .table_or(speed(shell, bodies.as_ref(), &all).with_files(shell), &shell.t("reviews-decisions-none"));
    page.add_all([top, speed]);
    page.answer()
}

fn wanted(shell: &Shell) -> Result<impl Fn(&DecisionView) -> bool + use<>, PageError> {
    let body = shell.view.one("body").map(str::to_owned);
    let course = shell.view.one("course").map(str::to_owned);
    if let Some(text) = &course
        && text != "overdue"
        && text.parse::<Course>().is_err()
    {
        return Err(PageError::parameter("course", text));
    }
    Ok(move |view: &DecisionView| {
        body.as_ref().is_none_or(|body| view.body.to_string() == *body)
            && course.as_ref().is_none_or(|word| match word.as_str() {
                "overdue" => view.is_overdue,
                word => view.course.as_str() == word,
            })
    })
}

fn filters(shell: &Shell) -> Filters {
    let any = (String::new(), shell.t("planning-any"));
    let words = Course::ALL.iter().map(|one| one.as_str()).chain(["overdue"]);
    let choices = words.map(|word| (word.to_owned(), shell.t(&format!("reviews-course-{word}"))));
    Filters::new(shell)
        .choice(
            "course",
            &shell.t("reviews-course"),
            shell.view.one("course"),
            std::iter::once(any).chain(choices),
        )
        .text("body", &shell.t("reviews-body-code"), shell.view.one("body"))
}

fn counts(shell: &Shell, all: &[DecisionView]) -> String {
    let count = |course: Course| -> Arg { all.iter().filter(|view| view.course == course).count().into() };
    let overdue = all.iter().filter(|view| view.is_overdue).count();
    let args = [
        ("n", all.len().into()),
        ("open", count(Course::Open)),
        ("reported", count(Course::Reported)),
        ("closed", count(Course::Closed)),
        ("overdue", overdue.into()),
    ];
    shell.ta("reviews-decisions-counted", &args)
}

pub(super) fn listed(
    shell: &Shell,
    bodies: Option<&Bodies>,
    views: &[&DecisionView],
    names: &told::Names,
) -> Table {
    let columns =
        ["decision", "session", "body", "kind", "text", "owner", "due-on", "course", "#days-to-action"];
    let mut table = table(shell, "reviews", ("decisiones", "decisions"), &columns).stacked();
    for view in views {
        let one = &view.decision;
        let days = view.days_to_action.map(|days| days.to_string()).unwrap_or_default();
        table.push(vec![
            Cell::link(&links::decision_href(&shell.view, &one.code), one.code.as_str()),
            Cell::link(&links::review_href(&shell.view, &one.review), one.review.as_str()),
            Cell::text(&words::body(shell, bodies, &view.body)),
            Cell::text(&shell.t(&format!("reviews-kind-{}", one.kind.as_str()))),
            Cell::html(said(shell, &one.text, None), &one.text),
            told::owner(shell, names, one),
            Cell::text(&shell.date(one.due_on)),
            Cell::text(&told::course(shell, view)),
            Cell::text(&days),
        ]);
    }
    table
}

/// Of each body: decisions, those without any action yet, and the median of the days until the first.
fn speed(shell: &Shell, bodies: Option<&Bodies>, all: &[DecisionView]) -> Table {
    let columns = ["body", "#decisions-count", "#acted", "#median-days", "#overdue-count"];
    let mut table = table(shell, "reviews", ("plazos", "speed"), &columns);
    let mut codes: Vec<_> = all.iter().map(|view| &view.body).collect();
    codes.sort();
    codes.dedup();
    for body in codes {
        let own: Vec<&DecisionView> = all.iter().filter(|view| view.body == *body).collect();
        let days: Vec<i64> = own.iter().filter_map(|view| view.days_to_action).collect();
        let overdue = own.iter().filter(|view| view.is_overdue).count();
        table.push(vec![
            Cell::text(&words::body(shell, bodies, body)),
            Cell::count(shell, own.len()),
            Cell::count(shell, days.len()),
            Cell::text(&median(days).map(|value| shell.value(value)).unwrap_or_default()),
            Cell::count(shell, overdue),
        ]);
    }
    table
}

/// Of an even number the mean of the two in the middle.
pub(super) fn median(mut days: Vec<i64>) -> Option<rust_decimal::Decimal> {
    days.sort_unstable();
    let (low, high) = (days.get(days.len().checked_sub(1)? / 2)?, days.get(days.len() / 2)?);
    Some((rust_decimal::Decimal::from(low + high) / rust_decimal::Decimal::TWO).normalize())
}
