//! `/horizontes`: plans beside the multi-year framework; `/objetivo/{plan}/{code}/horizonte`: an objective year by year, funded or not.
use axum::extract::Path;
use axum::response::Response;
use base::Money;
use planning::domain::reference::ElementRef;
use planning::reading::frameworks::{NoProgramming, Programming};
use web::components::{Cell, Column, Table, empty};
use web::sections::{Page, Section, link};
use web::{Html, Lang, Matter, PageError, Reading, Shell, origins};

use super::{asked, marks, thread};
use crate::domain::horizon::YearState;
use crate::queries::horizons::{self, ElementHorizon, HorizonError, PlanHorizon, Year};

/// What is programmed on the view's day; none before there is law for it.
async fn programming(reading: &mut Reading) -> Result<Option<Programming>, PageError> {
    let files = reading.app.files.clone();
    let at = (reading.known, reading.judged_on(), reading.known_on());
    match horizons::programming(reading.conn(), &files, at).await {
        Ok(found) => Ok(Some(found)),
        Err(
            HorizonError::Pack(pack::Error::NoPack) | HorizonError::Unprogrammed(NoProgramming::NoAnswer(_)),
        ) => Ok(None),
        Err(error) => Err(PageError::internal(error)),
    }
}

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let (known, on) = (reading.known, reading.judged_on());
    let found = programming(&mut reading).await?;
    let plans = match &found {
        Some(found) => horizons::plans(reading.conn(), (known, on), found).await?,
        None => Vec::new(),
    };
    let matter = plans.iter().map(|one| Matter::of(one.plan.sample)).reduce(Matter::with);
    let mut shell = reading.shell(&reading.t("monitoring-horizons"), matter.unwrap_or(Matter::Real));
    let mut facts = pack::origin(&["budget/frameworks.csv", "law/rules.csv"]);
    facts.extend(planning::queries::origin::versions());
    origins::add(&mut reading, &mut shell, &facts).await?;
    let mut page = Page::new(shell);
    let shell = &page.shell;
    let top = Section::top().say(shell.t("monitoring-horizons-lead"));
    let Some(found) = &found else {
        let nothing = empty(&shell.t("monitoring-horizons-none"));
        page.add(top.html(nothing));
        return page.answer();
    };
    let beyond = plans.iter().filter(|one| one.beyond > 0).count();
    let args =
        [("n", plans.len().into()), ("beyond", beyond.into()), ("last", found.last.to_string().into())];
    let all = [
        top.say(programmed(shell, found))
            .say(shell.ta("monitoring-horizons-counted", &args))
            .table_or(plans_table(shell, &plans, found), &shell.t("monitoring-horizons-none")),
        Section::new("parte-marcos", &shell.t("monitoring-frameworks"))
            .say(shell.t("monitoring-frameworks-lead"))
            .table_or(frameworks_table(shell, found), &shell.t("monitoring-frameworks-none")),
    ];
    page.add_all(all);
    page.answer()
}

/// Up to which year money is programmed, and by what.
fn programmed(shell: &Shell, found: &Programming) -> String {
    let key = if found.is_by_rule { "monitoring-programmed-by-rule" } else { "monitoring-programmed" };
    let name = found
        .frameworks
        .first()
        .map_or("", |one| if shell.lang() == Lang::En { &one.name.1 } else { &one.name.0 });
    shell.ta(
        key,
        &[
            ("last", found.last.to_string().into()),
            ("name", name.into()),
            ("now", found.now.to_string().into()),
        ],
    )
}

fn plans_table(shell: &Shell, plans: &[PlanHorizon], found: &Programming) -> Table {
    let text = |key: &str| Column::text(&shell.t(key));
    let columns = vec![
        text("planning-plan"),
        text("monitoring-horizon-plan"),
        text("monitoring-horizon-framework"),
        Column::number(&shell.t("monitoring-horizon-beyond")),
        text("monitoring-horizon-finding"),
    ];
    let mut table = Table::new("planes", &shell.t("monitoring-horizons-table"), columns).stacked();
    for one in plans {
        let reference = one.version.reference(&one.plan.code).to_string();
        let title = marks::said(shell.lang(), &one.version.title, one.version.title_en.as_deref());
        let name = marks::link(&marks::plan_href(shell, &reference), title)
            .and(&marks::sample(shell, one.plan.sample));
        let horizon = one.version.horizon;
        let finding = match one.beyond {
            0 => String::new(),
            years => shell.ta(
                "monitoring-horizon-mismatch",
                &[("n", i64::from(years).into()), ("last", found.last.to_string().into())],
            ),
        };
        table.push(vec![
            Cell::html(name, &format!("{reference} {title}")),
            Cell::text(&format!("{}–{}", horizon.from_year(), horizon.to_year())),
            Cell::text(&found.last.to_string()),
            Cell::text(&one.beyond.to_string()),
            Cell::text(&finding),
        ]);
    }
    table.with_files(shell)
}

fn frameworks_table(shell: &Shell, found: &Programming) -> Table {
    let columns = ["framework", "framework-approved", "framework-years", "framework-source"];
    let columns = columns.map(|key| Column::text(&shell.t(&format!("monitoring-{key}")))).to_vec();
    let mut table = Table::new("marcos", &shell.t("monitoring-frameworks"), columns).stacked();
    for one in &found.frameworks {
        let name = if shell.lang() == Lang::En { &one.name.1 } else { &one.name.0 };
        table.push(vec![
            Cell::text(name),
            Cell::text(&shell.date(one.approved_on)),
            Cell::text(&format!("{}–{}", one.first, one.last)),
            Cell::text(&one.source),
        ]);
    }
    table.with_files(shell)
}

pub async fn one(
    mut reading: Reading,
    Path((plan, code)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let element: ElementRef = format!("{plan}/{code}").parse().map_err(|_| PageError::NotFound)?;
    let (known, on, files) = (reading.known, reading.judged_on(), reading.app.files.clone());
    let columnar = asked::columnar(&reading)?;
    let programming = programming(&mut reading).await?.ok_or(PageError::NotFound)?;
    let asked = (&element, &programming);
    let found = horizons::element(reading.conn(), &files, columnar.as_ref(), (known, on), asked).await;
    let found = found.map_err(PageError::internal)?.ok_or(PageError::NotFound)?;
    let mut shell = reading.shell("", Matter::of(found.step.sample));
    budget::pages::sources::add(&mut reading, &mut shell, None).await?;
    origins::add(&mut reading, &mut shell, &marks::origin([found.step.element.as_str()])).await?;
    let title = thread::title(&shell, &found.step);
    shell.title = shell.t1("monitoring-horizon-title", "element", title.as_str());
    let shell = shell.under("/horizontes", &reading.t("monitoring-horizons"));
    let mut page = Page::new(shell);
    let shell = &page.shell;
    let href = marks::element_href(shell, &found.step.element);
    let top = Section::top()
        .say(link(&href, &title))
        .say(programmed(shell, &programming))
        .say(told(shell, &found))
        .table(years_table(shell, &found.years))
        .say(shell.t("monitoring-horizon-carry-over"));
    page.add(top);
    page.answer()
}

fn told(shell: &Shell, found: &ElementHorizon) -> String {
    let count = |state| horizons::count(&found.years, state).into();
    let args = [
        ("first", found.first.to_string().into()),
        ("last", found.last.to_string().into()),
        ("funded", count(YearState::Funded)),
        ("unfunded", count(YearState::Unfunded)),
        ("beyond", count(YearState::BeyondFramework)),
    ];
    shell.ta("monitoring-horizon-counted", &args)
}

fn years_table(shell: &Shell, years: &[Year]) -> Table {
    let mut columns = vec![
        Column::text(&shell.t("monitoring-horizon-year")),
        Column::text(&shell.t("monitoring-horizon-state")),
    ];
    let money = [
        "monitoring-horizon-pia",
        "monitoring-horizon-pim",
        "monitoring-horizon-accrued",
        "monitoring-horizon-unspent",
    ];
    columns.extend(money.map(|key| Column::number(&shell.t(key))));
    let mut table = Table::new("anios", &shell.t("monitoring-horizon-years"), columns).stacked();
    for one in years {
        let cell = |money: Option<Money>| money.map_or_else(Cell::default, |money| Cell::money(shell, money));
        table.push(vec![
            Cell::text(&one.year.to_string()),
            Cell::html(
                Html::text(&shell.t(&format!("monitoring-year-{}", one.state.as_str()))),
                one.state.as_str(),
            ),
            cell(one.pia),
            cell(one.pim),
            cell(one.accrued),
            cell(one.unspent),
        ]);
    }
    table.with_files(shell)
}
