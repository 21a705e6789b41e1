//! What is exported is read again; what is wrong in a workbook is told by sheet, line and column.
use sheets::Book;

use super::{content, score};
use crate::{
    domain::{Content, Kind},
    reading::{Delivered, Tongue, export, read},
    tests::acts::whole,
};

fn book(content: &Content, tongue: Tongue) -> Book {
    let bytes = sheets::xlsx(&export(content, tongue, |_, _| String::new())).unwrap();
    Book::from_bytes("estudio.xlsx", bytes).unwrap()
}

pub(super) fn csv(name: &str, text: &str) -> Delivered {
    read(&Book::from_bytes(name, text.as_bytes().to_vec()).unwrap()).unwrap()
}

#[test]
fn what_is_exported_is_read_again() {
    let mut before = whole();
    // A code too long for the name of a sheet: its scores are listed instead.
    let long = "E".repeat(30);
    before
        .entry(Kind::Score)
        .or_default()
        .extend(content([score(&long, "V1", "V2", 2)]).remove(&Kind::Score).unwrap());
    for tongue in [Tongue::Spanish, Tongue::English] {
        let delivered = read(&book(&before, tongue)).unwrap();
        assert_eq!(delivered.refused, [], "{tongue:?}");
        assert_eq!(content(delivered.items.into_iter().map(|located| located.item)), before, "{tongue:?}");
    }
}

#[test]
fn rows_that_are_wrong_are_told_by_their_place() {
    let check = |name: &str, text: &str, expect: &str| {
        let refused = csv(name, text).refused;
        let told: Vec<String> = refused.iter().map(ToString::to_string).collect();
        assert!(told.iter().any(|line| line.contains(expect)), "{expect}: {told:?}");
    };
    check(
        "variables.csv",
        "code,component,title,strategic\nV1,C1,Agua,quizá\n",
        "variables.csv:2, strategic",
    );
    check("variables.csv", "code,component,title,strategic\nV1,C1,,yes\n", "empty, and it is required");
    check("puntajes.csv", "experto,influye,recibe,puntaje\nE1,V1,V2,4\n", "a whole number from 0 to 3");
    check("matriz-E1.csv", "variable,V1,V2\nV1,,9\nV2,1,\n", "matriz-E1.csv:2, V2 = \"9\"");
    check("variantes.csv", "code\nV1\n", "no sheet of a study has that name");
    let columns = Book::from_bytes("variables.csv", b"code,title\nV1,x\n".to_vec()).unwrap();
    assert!(read(&columns).is_err(), "a column is missing");
}

#[test]
fn a_matrix_has_blanks_where_nothing_was_said() {
    let delivered = csv("Matrix-E1.csv", "variable,V1,V2,V3\nV1,0,2,\nV2,,-,0\n");
    assert_eq!((delivered.refused.len(), delivered.matrices.as_slice()), (0, ["E1".to_owned()].as_slice()));
    let keys: Vec<String> = delivered.items.iter().map(|located| located.item.key()).collect();
    assert_eq!(keys, ["E1/V1/V2", "E1/V2/V3"], "a zero that was said counts, the diagonal and blanks do not");
}
