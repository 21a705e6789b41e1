//! `/incentivos`: a year of the programme: objectives, goals with how many municipalities met each, what was earned and transferred.
use std::collections::BTreeSet;

use axum::response::Response;
use base::Money;
use budget::pages::sources;
use web::{
    Html, Matter, PageError, Reading, Shell,
    components::{Cell, Column, Filters, Table},
    origins,
    sections::{Page, Section, table},
};

use super::{links, spent, told};
use crate::queries::{self, Programme, YearView, origin};

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let (known, on) = (reading.known, reading.known_on());
    let with_goals = queries::years(reading.conn(), known).await?;
    let with_money = budget::queries::fiscal_years(reading.conn(), known).await?;
    let usual = with_goals.first().or(with_money.keys().last()).copied();
    let year = reading.view.year.or(usual).unwrap_or_else(|| on.year());
    let years: BTreeSet<i16> = with_goals.into_iter().chain(with_money.into_keys()).chain([year]).collect();
    let programme = told::programme(&mut reading).await?;
    let spent = spent::of_year(&mut reading, &programme.money, year).await?;
    let view = queries::year(reading.conn(), known, year, on).await?;
    let mut shell = reading.shell(&reading.t("incentives-title"), Matter::Real);
    sources::add(&mut reading, &mut shell, Some(year)).await?;
    origins::add(&mut reading, &mut shell, &origin::programme()).await?;
    let mut page = Page::new(shell);
    let shell = &page.shell;
    let each = years.iter().rev().map(|year| (year.to_string(), year.to_string()));
    let asked =
        Filters::new(shell).choice("year", &shell.t("incentives-year"), Some(&year.to_string()), each);
    let transferred: Money = view.transfers.iter().map(|one| one.amount).sum();
    let sections = [
        Section::top().say(shell.t("incentives-lead")).html(Html::of(&asked)),
        Section::new("parte-dinero", &shell.t1("incentives-money", "year", year.to_string()))
            .html(Html::of(&told::money(shell, &view.money, transferred))),
        Section::new("parte-objetivos", &shell.t("incentives-objectives")).table_or(
            objectives(shell, &programme, &view).with_files(shell),
            &shell.t("incentives-objectives-none"),
        ),
        Section::new("parte-metas", &shell.t1("incentives-goals-of", "year", year.to_string()))
            .table_or(goals(shell, &programme, &view).with_files(shell), &shell.t("incentives-goals-none")),
        Section::new("parte-transferencias", &shell.t("incentives-transfers")).table_or(
            told::transfers(shell, &view.transfers).with_files(shell),
            &shell.t("incentives-transfers-none"),
        ),
        spent::section(shell, year, &spent),
    ];
    page.add_all(sections);
    page.answer()
}

fn objectives(shell: &Shell, programme: &Programme, view: &YearView) -> Table {
    let keys = ["objective", "#goals-count", "#earned", "source"];
    let mut table = table(shell, "incentives", ("objetivos", "objectives"), &keys).stacked();
    for one in &programme.objectives {
        let own = view.goals.iter().filter(|(goal, _)| goal.objective == one.code);
        let earned = own.clone().flat_map(|(_, classes)| classes.values()).map(|tally| tally.earned).sum();
        table.push(vec![
            Cell::text(told::objective(shell, programme, &one.code)),
            Cell::count(shell, own.count()),
            Cell::money(shell, earned),
            told::texts(shell, &one.source),
        ]);
    }
    table
}

/// With two columns for each class: how many of how many met the goal.
fn goals(shell: &Shell, programme: &Programme, view: &YearView) -> Table {
    let classes: BTreeSet<&String> = view.goals.iter().flat_map(|(_, classes)| classes.keys()).collect();
    let mut columns = told::columns(shell, &["goal", "goal-title", "objective", "due"]);
    for class in &classes {
        let name = told::class(shell, programme, class);
        columns.push(Column::number(&shell.t1("incentives-class-met", "class", name)));
        columns.push(Column::number(&shell.t1("incentives-class-all", "class", name)));
    }
    columns.extend(told::columns(shell, &["#offered", "#earned", "#unearned", "#open"]));
    let mut table = Table::new("metas", &shell.t("incentives-goals"), columns).wide();
    for (goal, tallies) in &view.goals {
        let mut cells = vec![
            Cell::link(&links::goal_href(&shell.view, &goal.at), &goal.at.to_string()),
            told::texts(shell, told::title(shell, goal)),
            Cell::text(told::objective(shell, programme, &goal.objective)),
            told::date(shell, goal.due_on),
        ];
        for class in &classes {
            let tally = tallies.get(*class).copied().unwrap_or_default();
            cells.push(Cell::count(shell, tally.fulfilled));
            cells.push(Cell::count(shell, tally.municipalities));
        }
        let sum = |of: fn(&crate::domain::Tally) -> Money| tallies.values().map(of).sum::<Money>();
        let money =
            [sum(|one| one.offered), sum(|one| one.earned), sum(|one| one.unearned), sum(|one| one.open)];
        cells.extend(money.map(|money| Cell::money(shell, money)));
        table.push(cells);
    }
    table
}
