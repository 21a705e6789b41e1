//! Prints a sheet of every part to a file: `cargo run -p press --example print -- sheet.pdf [rows]`.
use std::time::Instant;

use press::Press;
use web::sheet::{Block, Drawing, Grid, Heading, Key, Picture, Printer as _, Sheet};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().unwrap_or_else(|| "sheet.pdf".into());
    let rows: usize = arguments.next().map_or(Ok(100), |rows| rows.parse())?;
    let press = Press::default();
    // The first print reads the template and shapes the letters.
    for _ in 0..2 {
        let begun = Instant::now();
        let pdf = press.pdf(&sheet(rows))?;
        println!("{rows} rows, {} bytes, {:?}", pdf.len(), begun.elapsed());
        std::fs::write(&path, pdf)?;
    }
    Ok(())
}

fn sheet(rows: usize) -> Sheet {
    let svg = r##"<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20" viewBox="0 0 60 20"><rect width="60" height="20" fill="#27367d"/></svg>"##;
    let drawing = Drawing { svg: svg.into(), size: (60, 20) };
    let key = Key { name: "Más".into(), drawing: drawing.clone(), words: "3 lugares".into() };
    let picture = Picture {
        title: "Un cuadrado".into(),
        description: "Azul".into(),
        drawing: Some(drawing),
        keys: vec![key],
        notes: vec![],
    };
    let columns = (0..8).map(|n| Heading { text: format!("Columna {n}"), is_number: n > 1 }).collect();
    let cell = |row: usize, n: usize| match n {
        0 => format!("{row:04}"),
        1 => "Mejora de la educación básica y de los servicios de salud".into(),
        _ => format!("{}.{n}0", row * 7_919 * n),
    };
    let table = Grid {
        caption: "Muchas filas".into(),
        columns,
        rows: (0..rows).map(|row| (0..8).map(|n| cell(row, n)).collect()).collect(),
        ..Grid::default()
    };
    Sheet {
        lang: "es",
        name: "prueba".into(),
        title: "Prueba".into(),
        publisher: "Quipu · Perú".into(),
        known: "Lo que se sabe hoy".into(),
        made: "Impreso hoy".into(),
        made_on: (2026, 11, 24),
        numbering: "Página {page} de {pages}".into(),
        blocks: vec![Block::Picture(picture), Block::Table(table)],
        ..Sheet::default()
    }
}
