#![allow(clippy::unwrap_used)]
use super::*;
use crate::components::{Column, Tone, tag};
use crate::{Html, Lang, testing};

fn shell(lang: Lang, url: &str, matter: Matter) -> Shell {
    let mut shell = testing::shell(lang, url, "web-home", matter, &[]).unwrap();
    shell.now = Some("2026-11-24T15:00:00Z".parse().unwrap());
    shell.origin = Some("https://quipu.example".into());
    shell.under("/planes", "Planes")
}

fn table(shell: &Shell, id: &str, rows: usize) -> Table {
    let columns = vec![Column::text("Código"), Column::number("PIM").meaning("Presupuesto modificado")];
    let mut table = Table::new(id, "Cuadro", columns).with_total(vec![Cell::text("Total"), Cell::default()]);
    table.note(Html::text("No hay datos antes de 2020 <."));
    for row in 0..rows {
        let shown = Html::text(&format!("{row},000.50 <b>"));
        table.push(vec![Cell::html(tag(Tone::Good, "*OE1* & $x$"), "OE1"), Cell::html(shown, "1000.5")]);
    }
    table.with_files(shell)
}

fn made(shell: &Shell, tables: &[Table]) -> Sheet {
    sheet(shell, &tables.iter().collect::<Vec<_>>()).unwrap()
}

#[test]
fn a_sheet_says_what_the_page_shows_and_where_it_is_read() {
    let shell = shell(Lang::Es, "/plan/PEDN?year=2020&format=pdf&table=uno", Matter::Sample);
    let table = table(&shell, "uno", 1);
    let csv = Digest::of(table.to_csv(&shell).to_text().unwrap().as_bytes()).to_string();
    let sheet = made(&shell, &[table]);
    assert_eq!((sheet.lang, sheet.name.as_str()), ("es", "muestra-plan-PEDN-uno"));
    assert_eq!((sheet.title.as_str(), sheet.publisher.as_str()), ("Inicio", "Quipu · Perú"));
    assert_eq!(sheet.address, "https://quipu.example/plan/PEDN?year=2020&known=2026-11-24T15%3A00%3A00Z");
    assert_eq!((sheet.made.as_str(), sheet.made_on), ("Impreso el 24 de noviembre de 2026", (2026, 11, 24)));
    assert_eq!(sheet.numbering, "Página {page} de {pages}");
    assert_eq!(sheet.known, "Lo que se sabe hoy, 24 de noviembre de 2026");
    assert_eq!(sheet.trail, ["Planes"]);
    assert!(sheet.sample.unwrap().words.contains("muestra"));
    let [Block::Table(grid)] = sheet.blocks.as_slice() else { unreachable!("one table: {:?}", sheet.blocks) };
    assert_eq!(grid.rows, [["*OE1* & $x$", "0,000.50 <b>"]], "as shown, no markup");
    assert_eq!(grid.total, Some(vec!["Total".into(), String::new()]), "as many cells as columns");
    assert_eq!(
        grid.notes,
        [
            "PIM: Presupuesto modificado".into(),
            "No hay datos antes de 2020 <.".into(),
            format!("1 fila · SHA-256 del CSV: {csv}")
        ]
    );
}

#[test]
fn words_of_the_other_language() {
    let shell = shell(Lang::En, "/plan/PEDN?known=2020-03-01&format=pdf", Matter::Mixed);
    let sheet = made(&shell, &[table(&shell, "uno", 2), table(&shell, "dos", 0)]);
    assert_eq!((sheet.lang, sheet.name.as_str(), sheet.blocks.len()), ("en", "plan-PEDN", 2));
    assert_eq!(sheet.address, "https://quipu.example/en/plan/PEDN?known=2020-03-01");
    assert_eq!(
        (sheet.made.as_str(), sheet.numbering.as_str()),
        ("Printed on 24 November 2026", "Page {page} of {pages}")
    );
    assert_eq!(sheet.known, "As it was known on 1 March 2020");
    assert!(sheet.sample.unwrap().words.contains("sample"));
}

#[test]
fn where_the_figures_come_from_is_said_last() {
    let mut shell = shell(Lang::Es, "/planes?format=pdf", Matter::Real);
    let (name, told) = ("gasto.csv".to_owned(), "9 filas".to_owned());
    shell.sources.push(Source { href: "/entrega/1".into(), name, told });
    let sheet = made(&shell, &[table(&shell, "uno", 1)]);
    assert_eq!(
        sheet.blocks[1..],
        [
            Block::Heading { text: "¿De dónde sale esto?".into() },
            Block::Paragraph { text: "gasto.csv: 9 filas".into() }
        ]
    );
}

#[test]
fn which_tables_are_printed() {
    let check = |query: &str, expect: &str| {
        let shell = shell(Lang::Es, &format!("/planes?format=pdf{query}"), Matter::Real);
        let tables = [table(&shell, "uno", 3), table(&shell, "dos", 1)];
        let said = match Table::asked(&shell, &tables).unwrap() {
            Ok(response) => {
                let unprinted = response.extensions().get::<print::Unprinted>().unwrap();
                format!("{}: {}", unprinted.sheet().name, unprinted.sheet().blocks.len())
            }
            Err(error) => error.to_string(),
        };
        assert_eq!(said, expect, "{query}");
    };
    check("", "planes: 2");
    check("&table=dos", "planes-dos: 1");
    check("&table=tres", "no such page");
}

#[test]
fn what_is_too_long_for_paper_is_cut_and_says_so_first() {
    let check = |rows: [usize; 2], expect: [(usize, Option<&str>); 2]| {
        let shell = shell(Lang::Es, "/planes?format=pdf", Matter::Real);
        let sheet = made(&shell, &[table(&shell, "uno", rows[0]), table(&shell, "dos", rows[1])]);
        let grids = sheet.blocks.iter().filter_map(|block| match block {
            Block::Table(grid) => Some((grid.rows.len(), grid.lead.clone())),
            _ => None,
        });
        let expect: Vec<(usize, Option<String>)> =
            expect.into_iter().map(|(rows, lead)| (rows, lead.map(str::to_owned))).collect();
        assert_eq!(grids.collect::<Vec<_>>(), expect, "{rows:?}");
    };
    // Twenty characters a row: 7,500 rows on a sheet.
    let words = "Las primeras 3750 de 20\u{a0}000 filas: todas están en el CSV de la misma tabla.";
    check([3_750, 3_750], [(3_750, None), (3_750, None)]);
    check([20_000, 1], [(3_750, Some(words)), (1, None)]);
    check([100, 20_000], [(100, None), (7_400, Some(&words.replace("3750", "7400")))]);
}

#[test]
fn a_picture_is_drawn_for_paper_alone() {
    for (format, expect) in [("html", 1), ("csv", 1), ("pdf", 2)] {
        let shell = shell(Lang::Es, &format!("/planes?format={format}"), Matter::Real);
        let table = table(&shell, "uno", 1).with_picture(&shell, || Some(crate::sheet::Picture::default()));
        assert_eq!(made(&shell, &[table]).blocks.len(), expect, "{format}");
    }
}

#[test]
fn the_whole_page_is_offered_where_a_table_is() {
    let shell = shell(Lang::Es, "/planes?page=2&year=2020", Matter::Real);
    assert_eq!(shell.pdf_link(), None);
    let _ = table(&shell, "uno", 1);
    assert_eq!(shell.pdf_link().as_deref(), Some("/planes?year=2020&format=pdf"));
}

#[test]
fn figures_never_stand_under_the_name_of_others() {
    let shell = shell(Lang::Es, "/planes?format=pdf", Matter::Real);
    let columns = || vec![Column::text("Código"), Column::text("Nombre"), Column::number("PIM")];
    let refused = |table: &Table| matches!(sheet(&shell, &[table]), Err(PageError::Internal(_)));
    let mut row = Table::new("t", "t", columns());
    row.push(vec![Cell::text("1"), Cell::text("2")]);
    assert!(refused(&row));
    let total = Table::new("t", "t", columns()).with_total(vec![Cell::text("Total"), Cell::text("9")]);
    assert!(refused(&total));
    assert!(!refused(&Table::new("t", "t", columns()).with_total(vec![Cell::default(); 3])));
}
