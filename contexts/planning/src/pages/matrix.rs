//! `/plan/{plan}/matriz`: own objectives by the objectives of each plan above, and who serves its own.
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use web::components::{Cell, Column, Figure, Figures, Table, Tone, empty, tag};
use web::{Format, Html, Matter, PageError, Reading, Shell, origins};

use super::setting::Setting;
use super::{links, words};
use crate::domain::alignment::{Alignment, alignment, parents, served};
use crate::domain::portfolio::{ElementAt, VersionAt};
use crate::domain::reference::PlanRef;
use crate::queries::origin;

/// More columns and rows than these no page can be read with: files have all.
const COLUMNS_MAX: usize = 40;
const ROWS_MAX: usize = 80;

#[derive(Template)]
#[template(path = "matrix.html")]
pub struct MatrixPage {
    shell: Shell,
    kicker: String,
    figures: Figures,
    nothing: Html,
    matrices: Vec<Matrix>,
    served: Table,
}

/// The table of one plan above.
struct Matrix {
    title: String,
    lead: String,
    table: Table,
    columns: Table,
}

pub async fn get(reading: Reading, Path(plan): Path<String>) -> Result<Response, PageError> {
    let mut reading = reading;
    let setting = Setting::load(&mut reading).await?;
    let at: PlanRef = plan.parse().map_err(|_| PageError::NotFound)?;
    let version = setting.all.find_version(&at).ok_or(PageError::NotFound)?;
    let mut shell = reading.shell("", Matter::Real);
    let shown = parents(&setting.all, version).into_iter().chain([version]);
    let plans = shown.filter_map(|at| setting.all.version(at)).map(|node| node.plan.code.as_str());
    origins::add(&mut reading, &mut shell, &origin::plans_of(plans)).await?;
    let page = MatrixPage::of(shell, &setting, version);
    let tables = page.matrices.iter().flat_map(|matrix| [&matrix.table, &matrix.columns]);
    if let Some(file) = Table::asked(&page.shell, tables.chain([&page.served])) {
        return file;
    }
    web::html(&page)
}

impl MatrixPage {
    fn of(mut shell: Shell, setting: &Setting, version: VersionAt) -> Self {
        let found: Vec<Alignment> =
            parents(&setting.all, version).into_iter().map(|p| alignment(&setting.all, version, p)).collect();
        let node = setting.all.version(version);
        let (title, plan_type) = node.map_or_else(Default::default, |node| {
            (words::title(&shell, &node.version), words::plan_type(&shell, setting, &node.plan.plan_type))
        });
        let versions = found.iter().map(|one| one.parent).chain([version]);
        let samples = versions.filter_map(|at| setting.all.version(at)).map(|node| node.plan.sample);
        shell.matter = samples.map(Matter::of).reduce(Matter::with).unwrap_or(Matter::Real);
        shell.title = shell.t1("planning-matrix-title", "plan", title.as_str());
        let list = shell.t("planning-plans");
        shell = shell.under("/planes", &list);
        if let Some(node) = node {
            let href = links::plan_href(&shell.view, &node.reference());
            shell.crumbs.push(web::Crumb { href, text: node.reference().to_string() });
        }
        let served = served(&setting.all, version);
        Self {
            kicker: plan_type,
            figures: figures(&shell, &found, &served),
            nothing: if found.is_empty() { empty(&shell.t("planning-matrix-none")) } else { Html::default() },
            matrices: found.iter().enumerate().map(|(n, one)| matrix(&shell, setting, n, one)).collect(),
            served: served_table(&shell, setting, &served),
            shell,
        }
    }
}

fn figures(shell: &Shell, found: &[Alignment], served: &[(ElementAt, Vec<ElementAt>)]) -> Figures {
    let lonely = |one: &ElementAt| found.iter().all(|matrix| matrix.empty_rows().any(|row| row == *one));
    let rows = served.iter().map(|(objective, _)| objective);
    let alone = rows.clone().filter(|row| lonely(row)).count();
    let unserved = served.iter().filter(|(_, by)| by.is_empty()).count();
    let figure = |key: &str, count: usize| Figure {
        label: shell.t(key),
        value: Html::text(&shell.count(count)),
        note: Html::text(&shell.t(&format!("{key}-note"))),
        href: None,
    };
    Figures {
        figures: vec![
            figure("planning-matrix-objectives", served.len()),
            figure("planning-matrix-alone", alone),
            figure("planning-matrix-unserved", unserved),
        ],
    }
}

fn code(setting: &Setting, at: ElementAt) -> String {
    setting.all.element(at).map(|node| node.element.code.to_string()).unwrap_or_default()
}

fn said(shell: &Shell, setting: &Setting, at: ElementAt) -> String {
    let node = setting.all.element(at);
    let title =
        node.map(|n| words::said(shell.lang(), &n.element.title, n.element.title_en.as_deref()).to_owned());
    format!("{} {}", code(setting, at), title.unwrap_or_default())
}

fn link(shell: &Shell, setting: &Setting, at: ElementAt) -> Cell {
    Cell::html(words::element_link(shell, setting, at), &said(shell, setting, at))
}

fn none(shell: &Shell, key: &str) -> Cell {
    let words = shell.t(key);
    Cell::html(tag(Tone::Bad, &words), &words)
}

fn matrix(shell: &Shell, setting: &Setting, number: usize, found: &Alignment) -> Matrix {
    let node = setting.all.version(found.parent);
    let name = node.map(|node| node.reference().to_string()).unwrap_or_default();
    let title = node.map(|node| words::title(shell, &node.version)).unwrap_or_default();
    let is_page = shell.view.format == Format::Html;
    let part = |all: &'_ [ElementAt], max: usize| if is_page { all.len().min(max) } else { all.len() };
    let (wide, long) = (part(&found.columns, COLUMNS_MAX), part(&found.rows, ROWS_MAX));
    let shown = found.columns.get(..wide).unwrap_or(&found.columns);
    let mut columns =
        vec![Column::text(&shell.t("planning-matrix-own")), Column::text(&shell.t("planning-matrix-serves"))];
    columns.extend(
        shown
            .iter()
            .map(|column| Column::text(&code(setting, *column)).meaning(&said(shell, setting, *column))),
    );
    let caption = shell.t1("planning-matrix-of", "plan", name.as_str());
    let mut table = Table::new(&format!("matriz-{}", number + 1), &caption, columns);
    for row in found.rows.iter().take(long) {
        let count = found.columns.iter().filter(|c| found.cells.contains_key(&(*row, **c))).count();
        let mut cells = vec![link(shell, setting, *row)];
        cells.push(match count {
            0 => none(shell, "planning-matrix-serves-none"),
            count => Cell::count(shell, count),
        });
        cells.extend(shown.iter().map(|column| cell(shell, setting, found, *row, *column)));
        table.push(cells);
    }
    let lead = shell.ta(
        "planning-matrix-lead",
        &[
            ("rows", found.empty_rows().count().into()),
            ("of-rows", found.rows.len().into()),
            ("columns", found.empty_columns().count().into()),
            ("of-columns", found.columns.len().into()),
        ],
    );
    let is_cut = wide < found.columns.len() || long < found.rows.len();
    let left_out = is_cut.then(|| {
        let args = [
            ("rows", long.into()),
            ("of-rows", found.rows.len().into()),
            ("columns", wide.into()),
            ("of-columns", found.columns.len().into()),
        ];
        shell.ta("planning-matrix-left-out", &args)
    });
    let lead = [Some(lead), left_out].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let columns = columns_table(shell, setting, number, found, &name);
    Matrix { title, lead, table: table.stacked().with_files(shell), columns }
}

/// `●` where objective hangs from objective; the codes of the elements where the link goes through others.
fn cell(shell: &Shell, setting: &Setting, found: &Alignment, row: ElementAt, column: ElementAt) -> Cell {
    let Some(links) = found.cells.get(&(row, column)) else { return Cell::text("") };
    if links.iter().any(|link| link.own == row && link.above == column) {
        let words = shell.t("planning-matrix-direct");
        return Cell::text(&words);
    }
    let through =
        links.iter().map(|link| format!("{} → {}", code(setting, link.own), code(setting, link.above)));
    Cell::text(&through.collect::<Vec<_>>().join(", "))
}

/// The columns in words, and who serves each: what the codes above the matrix stand for.
fn columns_table(shell: &Shell, setting: &Setting, number: usize, found: &Alignment, name: &str) -> Table {
    let columns =
        ["planning-matrix-parent", "planning-matrix-served-by"].map(|key| Column::text(&shell.t(key)));
    let caption = shell.t1("planning-matrix-columns", "plan", name);
    let mut table = Table::new(&format!("columnas-{}", number + 1), &caption, columns.to_vec());
    for column in &found.columns {
        let rows = found.rows.iter().filter(|row| found.cells.contains_key(&(**row, *column)));
        let rows: Vec<String> = rows.map(|row| code(setting, *row)).collect();
        let by = if rows.is_empty() {
            none(shell, "planning-matrix-served-none")
        } else {
            Cell::text(&rows.join(", "))
        };
        table.push(vec![link(shell, setting, *column), by]);
    }
    table.stacked().with_files(shell)
}

fn served_table(shell: &Shell, setting: &Setting, served: &[(ElementAt, Vec<ElementAt>)]) -> Table {
    let columns =
        ["planning-matrix-own", "planning-matrix-served-by-plans"].map(|key| Column::text(&shell.t(key)));
    let mut table = Table::new("servidos", &shell.t("planning-matrix-served"), columns.to_vec());
    for (objective, below) in served {
        let mut names: Vec<String> =
            below.iter().filter_map(|at| setting.all.reference(*at)).map(|at| at.to_string()).collect();
        names.sort();
        let by = if names.is_empty() {
            none(shell, "planning-matrix-served-none")
        } else {
            Cell::text(&names.join(", "))
        };
        table.push(vec![link(shell, setting, *objective), by]);
    }
    table.stacked().with_files(shell)
}
