//! Tables as sources deliver them.
#![allow(clippy::unwrap_used)]
use std::io::Write;

use proptest::prelude::*;
use sheets::{Book, Column, Columns, Error, Form, write_csv, write_xlsx};

const COLUMNS: [Column; 3] = [
    Column::required("code", &["código"]),
    Column::required("name", &["nombre"]),
    Column::optional("amount", &["monto"]),
];

/// `line code name amount` of every record, or the refusal.
fn read(bytes: &[u8]) -> Vec<String> {
    let book = match Book::from_bytes("f.csv", bytes.to_vec()) {
        Ok(book) => book,
        Err(error) => return vec![error.to_string()],
    };
    let records = match book.sheets()[0].records(&Columns::exactly(&COLUMNS)) {
        Ok(records) => records,
        Err(error) => return vec![error.to_string()],
    };
    records
        .map(|record| match record {
            Ok(r) => format!("{} {} {} {}", r.line(), r.text("code"), r.text("name"), r.text("amount"))
                .trim_end()
                .to_owned(),
            Err(error) => error.to_string(),
        })
        .collect()
}

fn check(text: &str, expect: &[&str]) {
    assert_eq!(read(text.as_bytes()), expect, "for {text:?}");
}

#[test]
fn reads_nasty_tables() {
    check("code,name\n01,a\n", &["2 01 a"]);
    check("\u{feff}code,name\r\n01,a\r\n", &["2 01 a"]);
    check(" Código ; NOMBRE \n01;a\n", &["2 01 a"]);
    check("code\tname\n01\ta", &["2 01 a"]);
    check("code|name\n01|a,b;c\n", &["2 01 a,b;c"]);
    check("\"code\",\"name\"\n\"01\",\"a \"\"b\"\"\"\n", &["2 01 a \"b\""]);
    check("code,name\n01,\"two\nlines\"\n02,b\n", &["2 01 two\nlines", "4 02 b"]);
    check("code,name\n\n , \n01,a\n", &["4 01 a"]);
    check("code,name,amount\n01,a,\n", &["2 01 a"]);
    check("amount,name,code\n9,a,01\n", &["2 01 a 9"]);
    check("code,name,\n01,a,\n", &["2 01 a"]);
    check("code,name\n01,a,,\n", &["2 01 a"]);
    check("code,name\n01,a,x\n", &["f.csv:2: 3 values where the header names 2 columns"]);
    check("code,name\n01\n02,b\n", &["f.csv:2: 1 values where the header names 2 columns", "3 02 b"]);
    check("code,name\n", &[]);
    check("", &["f.csv is empty: the first line must name the columns"]);
    check("\n \n", &["f.csv is empty: the first line must name the columns"]);
    check("code,amount\n1,2\n", &["f.csv: columns missing: name; found: code, amount"]);
    check("code,name,code\n", &["f.csv: two columns are called \"code\"; keep one"]);
    check("code,name,nombre\n", &["f.csv: two columns are called \"nombre\"; keep one"]);
    check("code,name,mount\n", &["f.csv: unknown column \"mount\"; accepted: code, name, amount"]);
}

#[test]
fn reads_other_encodings_and_gzip() {
    assert_eq!(read(b"c\xf3digo,name\n01,A\xd1O\n"), ["2 01 AÑO"]);
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    gz.write_all("code,name\n01,año\n".as_bytes()).unwrap();
    let gz = gz.finish().unwrap();
    assert_eq!(read(&gz), ["2 01 año"]);
    let cut = read(&gz[..gz.len() - 6]);
    assert!(cut.last().unwrap().contains("unreadable") || cut[0].contains("f.csv:"), "{cut:?}");
}

#[test]
fn an_open_quote_does_not_swallow_the_rest_in_silence() {
    let rows = "1,b\n".repeat(600);
    let refused = read(format!("code,name\n01,\"a\n{rows}").as_bytes());
    assert!(refused[0].contains("quote is opened"), "{refused:?}");
}

#[test]
fn a_workbook_comes_back_as_it_went() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.xlsx");
    let form = Form {
        name: "elements".into(),
        headers: vec!["code".into(), "name".into(), "amount".into()],
        notes: vec!["The code".into()],
        rows: vec![
            vec!["007".into(), "año".into(), "1.50".into()],
            vec!["=1+1".into(), "x".into(), String::new()],
        ],
    };
    write_xlsx(&path, &[form]).unwrap();
    let book = Book::open(&[path]).unwrap();
    assert_eq!(book.sheets()[0].name(), "elements");
    let records: Vec<_> =
        book.sheets()[0].records(&Columns::exactly(&COLUMNS)).unwrap().map(Result::unwrap).collect();
    assert_eq!((records[0].line(), records[0].text("code"), records[0].text("amount")), (2, "007", "1.50"));
    assert_eq!(records[1].text("code"), "=1+1");
    assert_eq!(records[0].parse::<i32>("code").unwrap(), 7);
    assert!(records[1].parse::<i32>("name").unwrap_err().to_string().contains("elements:3, name = \"x\""));
    assert_eq!(records[1].parse_opt::<i32>("amount").unwrap(), None);
}

#[test]
fn csv_never_carries_a_formula() {
    let mut out = Vec::new();
    let rows = [vec!["=HYPERLINK(1)".into(), "-5.10".into(), "@x".into()]];
    write_csv(&mut out, &["a".into(), "b".into(), "c".into()], &rows).unwrap();
    assert_eq!(String::from_utf8(out).unwrap(), "a,b,c\n'=HYPERLINK(1),-5.10,'@x\n");
}

#[test]
fn a_damaged_workbook_is_refused() {
    assert!(matches!(Book::from_bytes("f.xlsx", b"PK\x03\x04nothing".to_vec()), Err(Error::Workbook { .. })));
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        read(&bytes);
        let mut table = b"code,name\n".to_vec();
        table.extend(bytes);
        read(&table);
    }

    #[test]
    fn what_is_written_is_read(cells in prop::collection::vec(("[^\\s'=+@\\-][^\\x00\r]{0,8}[^\\s]", "[a-zñ,;\"]{1,5}"), 1..20)) {
        let rows: Vec<Vec<String>> = cells.iter().map(|(a, b)| vec![a.clone(), b.clone()]).collect();
        let mut out = Vec::new();
        write_csv(&mut out, &["code".into(), "name".into()], &rows).unwrap();
        let book = Book::from_bytes("f.csv", out).unwrap();
        let records = book.sheets()[0].records(&Columns::exactly(&COLUMNS)).unwrap();
        let back: Vec<Vec<String>> = records.map(Result::unwrap).map(|r| vec![r.text("code").into(), r.text("name").into()]).collect();
        let clean = |c: &String| c.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').to_owned();
        prop_assert_eq!(back, rows.iter().map(|row| row.iter().map(clean).collect::<Vec<_>>()).collect::<Vec<_>>());
    }
}
