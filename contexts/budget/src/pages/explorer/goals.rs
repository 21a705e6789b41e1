//! What goals were to deliver beside their money, where an entity's own report says it.
use rust_decimal::Decimal;
use web::components::{Cell, Column, Table, bar};
use web::{Format, Html, Shell};

use super::{Asked, listing};
use crate::{
    domain::{Dimension, Measure},
    pages::{labels::Labels, links},
    queries::GoalProgress,
};

/// Goals on the page; the file has all.
pub const GOALS: usize = 15;

/// The goals with most money first.
pub fn sorted(mut goals: Vec<GoalProgress>) -> Vec<GoalProgress> {
    goals.sort_by_key(|goal| std::cmp::Reverse((goal.pim, goal.accrued)));
    goals
}

/// Those that the view shows.
pub fn shown(format: Format, goals: &[GoalProgress]) -> &[GoalProgress] {
    if format == Format::Html { goals.get(..GOALS.min(goals.len())).unwrap_or_default() } else { goals }
}

pub fn table(shell: &Shell, asked: &Asked, goals: &[GoalProgress], labels: &Labels) -> Table {
    let columns = vec![
        Column::text(&links::dimension(shell, Dimension::Purpose)),
        Column::text(&shell.t("budget-goal")),
        Column::text(&links::dimension(shell, Dimension::TargetUnit)),
        Column::number(&shell.t("budget-goal-target")),
        Column::number(&shell.t("budget-goal-progress")),
        Column::number(&shell.t("budget-goal-percent")),
        Column::number(&listing::measure_short(shell, Measure::Pim)),
        Column::number(&listing::measure_short(shell, Measure::Accrued)),
    ];
    let mut table = Table::new("metas-fisicas", &shell.t("budget-goals"), columns);
    for goal in shown(shell.view.format, goals) {
        let context = listing::context(asked, &[]);
        let text = |dimension, code: &str| Cell::text(&labels.text(shell, dimension, code, &context));
        let key = format!("{} · {} · {}", goal.year, goal.sec_ejec, goal.goal_sequence);
        table.push(vec![
            text(Dimension::Purpose, &goal.purpose),
            Cell::text(&key),
            text(Dimension::TargetUnit, &goal.unit),
            quantity(shell, &goal.target_annual),
            quantity(shell, &goal.progress_annual),
            percent(shell, &goal.progress_annual, &goal.target_annual),
            listing::money(shell, goal.pim),
            listing::money(shell, goal.accrued),
        ]);
    }
    let shown = shown(shell.view.format, goals).len();
    if shown < goals.len() {
        let args = [("shown", shown.into()), ("total", goals.len().into())];
        table.note(Html::text(&shell.ta("budget-goals-left-out", &args)));
    }
    table.wide().with_files(shell)
}

fn quantity(shell: &Shell, text: &str) -> Cell {
    match text.parse::<Decimal>() {
        Ok(number) => Cell::html(Html::text(&shell.value(number)), text),
        Err(_) => Cell::html(Html::text(&shell.t("budget-absent")), text),
    }
}

/// Absent where nothing was to be delivered: there is nothing to compare with.
fn percent(shell: &Shell, progress: &str, target: &str) -> Cell {
    let parsed = progress.parse::<Decimal>().ok().zip(target.parse::<Decimal>().ok());
    let percent = parsed.filter(|(_, target)| !target.is_zero()).and_then(|(progress, target)| {
        let percent = progress.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(target)?;
        rust_decimal::prelude::ToPrimitive::to_f64(&percent)
    });
    let Some(percent) = percent else { return Cell::default() };
    Cell::html(bar(percent, &shell.percent(percent)), &percent.to_string())
}
