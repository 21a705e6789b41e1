//! What is printed, read back by another program.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::format_collect)]
use lopdf::{Document, Object};
use press::Press;
use proptest::prelude::*;
use web::sheet::{Block, Drawing, Grid, Heading, Key, Picture, Printer as _, Sample, Sheet};

fn sheet(lang: &'static str, blocks: Vec<Block>) -> Sheet {
    Sheet {
        lang,
        name: "prueba".into(),
        title: "Ejecución 2020".into(),
        publisher: "Quipu · Perú".into(),
        trail: vec!["Inicio".into(), "Presupuesto".into()],
        known: "Lo que se sabe hoy".into(),
        sample: None,
        address: "https://quipu.example/presupuesto?year=2020&by=programme".into(),
        made: "Impreso el 24 de noviembre de 2026".into(),
        made_on: (2026, 11, 24),
        numbering: "Página {page} de {pages}".into(),
        blocks,
    }
}

fn grid(columns: &[&str], rows: Vec<Vec<String>>) -> Grid {
    let heading = |text: &&str| Heading { text: (*text).into(), is_number: text.starts_with('#') };
    Grid {
        caption: "Cuadro".into(),
        columns: columns.iter().map(heading).collect(),
        rows,
        nothing: "sin dato".into(),
        notes: vec!["PIM: Presupuesto institucional modificado".into()],
        ..Grid::default()
    }
}

fn print(sheet: &Sheet) -> Document {
    Document::load_mem(&Press::default().pdf(sheet).unwrap()).unwrap()
}

/// Letters of some pages, without white space and without what only allows a break.
fn letters(document: &Document, pages: &[u32]) -> String {
    squeezed(&document.extract_text(pages).unwrap())
}

fn all_letters(document: &Document) -> String {
    letters(document, &document.get_pages().into_keys().collect::<Vec<_>>())
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{200b}').collect()
}

#[test]
fn nothing_of_a_text_is_run_and_all_of_it_is_printed() {
    let cells = [
        "#panic(\"run\") #eval(\"1+1\")",
        "*strong* _emphasis_ `code` $x^2$ <label> @reference",
        "#import \"@preview/x:1.0.0\"; #read(\"/etc/passwd\") \\ // /* ~ --- ...",
        "= heading - item + item / term: x [content] {code}",
        "\"quotes\" 'single' «latín» “inglés” https://evil.example/#x",
        "Ñandú, cigüeña, Áncash, ½ × 3 € S/ 1 234,5 ▲ ● ✓ Ωμ",
        "</svg><script>x</script>&amp;&#60;",
    ];
    let rows = cells.iter().map(|cell| vec![(*cell).to_owned(), (*cell).to_owned()]).collect();
    let mut sheet = sheet("es", vec![Block::Table(grid(&["*A*", "#b"], rows))]);
    sheet.title = "#panic(\"title\")".into();
    let text = all_letters(&print(&sheet));
    for cell in cells {
        assert!(text.matches(&squeezed(cell)).count() >= 2, "no {cell:?} in {text}");
    }
    assert!(text.contains("#panic(\"title\")") && text.contains("*A*"), "{text}");
}

#[test]
fn what_paper_cannot_show_is_named() {
    let check = |cell: &str, expect: &str| {
        let text =
            all_letters(&print(&sheet("es", vec![Block::Table(grid(&["a"], vec![vec![cell.into()]]))])));
        assert!(text.contains(&squeezed(expect)), "no {expect:?} for {cell:?} in {text}");
    };
    check("abc\u{202e}fdp.exe", "abc⟨U+202E⟩fdp.exe");
    check("uno\u{0}dos\u{1b}", "uno⟨U+0000⟩dos⟨U+001B⟩");
    check("漢字 \u{1f5fa}\u{fe0f}", "⟨U+6F22⟩⟨U+5B57⟩⟨U+1F5FA⟩");
    check("uno\u{ad}\u{200b}dos\ttres", "unodos tres");
}

#[test]
fn long_and_empty_tables() {
    let long: String = (0..2_000).map(|n| format!("{n:04}.")).collect();
    let words: String = (0..2_000).map(|n| format!("palabra{n} ")).collect();
    let row = vec!["1".to_owned(), long.clone(), words.clone()];
    let document = print(&sheet("es", vec![Block::Table(grid(&["a", "b", "c"], vec![row]))]));
    let text = all_letters(&document);
    assert!(document.get_pages().len() > 1);
    for part in [&long[..50], &long[9_900..]] {
        assert!(text.contains(&squeezed(part)), "no {part:?}");
    }
    assert!(text.contains("palabra1999"));
    let empty = print(&sheet("es", vec![Block::Table(grid(&["a", "b"], Vec::new()))]));
    assert!(all_letters(&empty).contains("sindato"));
    assert_eq!(print(&sheet("es", Vec::new())).get_pages().len(), 1, "no table at all");
}

#[test]
fn every_page_says_what_it_is_of() {
    let rows = (0..90).map(|n| (0..8).map(|at| format!("r{n}c{at}")).collect()).collect();
    let columns = ["Código", "Nombre", "#PIA", "#PIM", "#Cert", "#Comp", "#Dev", "#Gir"];
    let mut sheet = sheet("es", vec![Block::Table(grid(&columns, rows))]);
    sheet.sample = Some(Sample { word: "muestra".into(), words: "No es oficial.".into() });
    let document = print(&sheet);
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    assert!(pages.len() > 1, "{pages:?}");
    for page in &pages {
        let text = letters(&document, &[*page]);
        let number = format!("Página{page}de{}", pages.len());
        for part in ["CódigoNombre", "MUESTRA", "Loquesesabehoy", "quipu.example/presupuesto", &number] {
            assert!(text.contains(part), "no {part} on page {page}: {text}");
        }
    }
    let text = all_letters(&document);
    for n in 0..90 {
        let row: String = (0..8).map(|at| format!("r{n}c{at}")).collect();
        assert!(text.contains(&row), "no {row}");
    }
    assert!(text.contains("Noesoficial."));
}

#[test]
fn a_picture_is_lines_and_letters_with_its_words() {
    let svg = r#"<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40" viewBox="0 0 90 40"><style>.a{fill:rgb(39,54,125)}</style><rect class="a" width="90" height="20"/><text x="5" y="35" font-size="12">Tacna</text></svg>"#;
    let drawing = Drawing { svg: svg.into(), size: (90, 40) };
    let key = Key { name: "De 1 a 2".into(), drawing: drawing.clone(), words: "3 lugares".into() };
    let picture = |drawing: Option<Drawing>, keys: Vec<Key>| {
        let (title, description) = ("PIM <2020>".to_owned(), "Un mapa.".to_owned());
        Block::Picture(Picture { title, description, drawing, keys, notes: vec!["Contornos".into()] })
    };
    for block in [
        picture(Some(drawing.clone()), vec![key.clone()]),
        picture(Some(drawing), Vec::new()),
        picture(None, vec![key]),
    ] {
        let bytes = Press::default().pdf(&sheet("es", vec![block])).unwrap();
        let text = all_letters(&Document::load_mem(&bytes).unwrap());
        assert!(text.contains("PIM<2020>") && text.contains("Contornos"), "{text}");
        let has = |part: &str| bytes.windows(part.len()).any(|window| window == part.as_bytes());
        assert!(has("/Figure") && has("/Alt"), "a figure with words");
        assert!(!has("/Subtype/Image") && !has("/Subtype /Image"), "no dots");
    }
}

#[test]
fn it_can_be_heard_and_its_letters_are_in_it() {
    for (lang, tag) in [("es", "es"), ("en", "en")] {
        let rows = vec![vec!["a".to_owned(), "1.00".to_owned()]];
        let bytes = Press::default().pdf(&sheet(lang, vec![Block::Table(grid(&["a", "#b"], rows))])).unwrap();
        let document = Document::load_mem(&bytes).unwrap();
        let catalog = document.catalog().unwrap();
        assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), tag.as_bytes());
        assert!(catalog.has(b"StructTreeRoot") && catalog.has(b"MarkInfo"));
        let metadata = String::from_utf8_lossy(&bytes).into_owned();
        for part in ["pdfuaid:part", "/TH", "/TD", "/Scope", "Ejecución 2020"] {
            assert!(metadata.contains(part), "no {part}");
        }
        let descriptors = document.objects.values().filter_map(|object| match object {
            Object::Dictionary(entry) => entry.has_type(b"FontDescriptor").then_some(entry),
            _ => None,
        });
        let embedded: Vec<bool> = descriptors.map(|d| d.has(b"FontFile2") || d.has(b"FontFile3")).collect();
        assert!(!embedded.is_empty() && embedded.iter().all(|is| *is), "{embedded:?}");
    }
}

#[test]
fn the_same_sheet_is_the_same_bytes() {
    let block = || Block::Table(grid(&["a"], vec![vec!["x".into()]]));
    let press = Press::default();
    let first = press.pdf(&sheet("es", vec![block()])).unwrap();
    assert_eq!(press.pdf(&sheet("en", vec![block()])).unwrap().len().min(1), 1);
    assert!(press.pdf(&sheet("es", vec![block()])).unwrap() == first, "the same printer");
    assert!(Press::default().pdf(&sheet("es", vec![block()])).unwrap() == first, "another printer");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn any_text_is_printed(texts in prop::collection::vec(any::<String>(), 8)) {
        let picture = Picture { title: texts[0].clone(), description: texts[1].clone(), ..Picture::default() };
        let table = grid(&[texts[2].as_str()], vec![vec![texts[3].clone()], vec![texts[4].clone()]]);
        let blocks = vec![
            Block::Heading { text: texts[5].clone() },
            Block::Paragraph { text: texts[6].clone() },
            Block::Picture(picture),
            Block::Table(table),
        ];
        let mut sheet = sheet("es", blocks);
        sheet.title.clone_from(&texts[7]);
        sheet.address.clone_from(&texts[6]);
        let printed = Press::default().pdf(&sheet);
        prop_assert!(printed.is_ok(), "{:?}", printed.err());
    }
}
