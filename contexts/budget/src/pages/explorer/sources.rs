//! Where the figures come from: the deliveries that answered.
use web::components::{Cell, Column, Table};
use web::{Format, Shell};

use super::listing;
use crate::{
    domain::Measure,
    pages::{deliveries, links},
    queries::Exploration,
};

/// The deliveries that answered: their parts sum to the total of the cut.
pub fn sources(shell: &Shell, exploration: &Exploration) -> Table {
    let mut columns = vec![
        Column::text(&shell.t("budget-delivery-column")),
        Column::text(&shell.t("budget-source-column")),
        Column::text("SHA-256"),
    ];
    let measures = &exploration.answer.measures;
    // What there is to spend and what is spent say enough on the page; a file has every measure.
    let is_file = shell.view.format != Format::Html;
    let shown: Vec<(usize, Measure)> = (0..)
        .zip(measures.iter().copied())
        .filter(|(at, m)| is_file || *at == 0 || matches!(m, Measure::Pim | Measure::Accrued))
        .filter(|(_, m)| is_file || *m != Measure::Pia || !measures.contains(&Measure::Pim))
        .collect();
    columns.extend(shown.iter().map(|(_, m)| listing::measure_column(shell, *m)));
    let mut table = Table::new("fuentes", &shell.t("budget-sources"), columns);
    for (delivery, amounts) in &exploration.sources {
        let name = format!("{} · {}", delivery.delivery, delivery.file_name);
        let mut cells = vec![
            Cell::link(&links::delivery(shell, delivery.delivery), &name),
            Cell::text(&delivery.source),
            deliveries::digest(&delivery.digest),
        ];
        cells.extend(shown.iter().map(|(at, _)| listing::money(shell, amounts.get(*at).copied().flatten())));
        table.push(cells);
    }
    table.with_files(shell)
}
