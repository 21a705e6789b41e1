//! Lists of duties.
use jiff::civil::Date;
use monitoring::queries::{held_plans::HeldPlan, standings::Standing};
use web::{
    Html, Lang, Shell,
    components::{Cell, Column, Table},
};

use crate::queries::Undertaking;

/// Overdue measurements, each with the way to its indicator.
pub fn overdue(shell: &Shell, overdue: &[Standing]) -> Table {
    let columns = ["indicator", "due", "last"];
    let columns = columns.map(|name| Column::text(&shell.t(&format!("office-{name}")))).to_vec();
    let mut table = Table::new("vencidos", &shell.t("office-overdue"), columns).stacked();
    for one in overdue {
        let name = match (shell.lang(), &one.name_en) {
            (Lang::En, Some(name)) => name,
            _ => &one.name,
        };
        let due = one.due.map(|due| shell.period(due)).unwrap_or_default();
        let last =
            one.last.map(|(period, value)| format!("{}: {}", shell.period(period), shell.value(value)));
        let name = match indicator_path(&one.indicator) {
            Some(path) => Cell::link(&shell.link(&path), name),
            None => Cell::text(name),
        };
        table.push(vec![name, Cell::text(&due), Cell::text(&last.unwrap_or_default())]);
    }
    table
}

/// `PEDN@2011/OE1-I1` is shown at `/indicador/PEDN@2011/OE1-I1`.
fn indicator_path(indicator: &str) -> Option<String> {
    let (plan, code) = indicator.split_once('/')?;
    Some(format!("/indicador/{plan}/{code}"))
}

/// What was undertaken and is not finished, each with the way to it.
pub fn undertakings(shell: &Shell, all: &[Undertaking]) -> Table {
    let columns = ["undertaking", "kind", "text", "due-on"];
    let columns = columns.map(|name| Column::text(&shell.t(&format!("office-{name}")))).to_vec();
    let mut table = Table::new("asumidos", &shell.t("office-undertakings"), columns).stacked();
    for one in all {
        let day = |due: Date| {
            let day = shell.date(due);
            if one.is_overdue { shell.t1("office-overdue-since", "date", day) } else { day }
        };
        table.push(vec![
            Cell::link(&one.href(&shell.view), &one.code),
            Cell::text(&shell.t(&format!("office-kind-{}", one.kind.as_str()))),
            Cell::text(&one.text),
            Cell::text(&one.due_on.map_or_else(|| shell.t("office-no-day"), day)),
        ]);
    }
    table
}

/// Plans of a body, as its posts keep them.
pub fn plans(shell: &Shell, plans: &[HeldPlan]) -> Table {
    let columns = ["plan", "version", "years"];
    let columns = columns.map(|name| Column::text(&shell.t(&format!("office-{name}")))).to_vec();
    let mut table = Table::new("planes", &shell.t("office-plans"), columns).stacked();
    for held in plans {
        let version = &held.version;
        let title = match (shell.lang(), &version.title_en) {
            (Lang::En, Some(title)) => title,
            _ => &version.title,
        };
        let mark = if held.plan.sample { shell.sample_mark() } else { Html::default() };
        let horizon = format!("{}–{}", version.horizon.from_year(), version.horizon.to_year());
        table.push(vec![
            Cell::link(&shell.link(&format!("/plan/{}", held.plan.code)), title),
            Cell::html(Html::text(version.code.as_str()).and(&mark), version.code.as_str()),
            Cell::text(&horizon),
        ]);
    }
    table
}
