//! Sheets as a table: all of it, or every row that is wrong.
use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::{
    domain::{Channel, Question, Scale},
    reading::{Form, Unread, sheets_of},
};

fn question(code: &str, scale: Scale) -> Question {
    Question {
        code: code.parse().unwrap(),
        scale,
        favourable: [1].into(),
        text: (String::new(), String::new()),
        post: String::new(),
        at: Timestamp::UNIX_EPOCH,
    }
}

fn read(text: &str) -> Result<usize, Unread> {
    let questions = [question("q1", Scale::YesNo), question("q2", Scale::Mark20)];
    let channels = BTreeSet::from([Channel::Paper, Channel::Phone]);
    let departments = BTreeSet::from(["15".parse().unwrap()]);
    let taken = BTreeSet::from([(Channel::Paper, "A9".to_owned())]);
    let form = Form { questions: &questions, channels: &channels, departments: &departments, taken: &taken };
    sheets_of("hojas.csv", text.as_bytes().to_vec(), &form).map(|sheets| sheets.len())
}

#[test]
fn a_table_of_sheets_is_read_whole() {
    assert_eq!(read("sheet,channel,territory,q1,q2\nA1,paper,15,sí,20\nA1,phone,,,05\n").unwrap(), 2);
    assert_eq!(read("hoja;canal;territorio;Q2\nA1;papel;;11\n").unwrap(), 1);
}

#[test]
fn every_row_that_is_wrong_is_named() {
    let check = |rows: &str, column: &str, words: &str| {
        let text = format!("sheet,channel,territory,q1,q2\nA1,paper,15,sí,20\n{rows}\n");
        let Err(Unread::Rows(refused)) = read(&text) else { panic!("{rows} is taken") };
        assert_eq!(refused.0.len(), 1, "{refused}");
        let row = &refused.0[0];
        assert!(row.line == 3 && row.column == column && row.reason.contains(words), "{row}");
    };
    check("A9,paper,,no,", "sheet", "before");
    check("a1,paper,,no,", "sheet", "twice");
    check(",paper,,no,", "sheet", "required");
    check("A2,web,,no,", "channel", "paper");
    check("A2,fax,,no,", "channel", "paper");
    check("A2,paper,99,no,", "territory", "department");
    check("A2,paper,15,maybe,", "q1", "sí, no");
    check("A2,paper,15,,21", "q2", "20");
    check("A2,paper,15,,", "sheet", "answers no question");
}

#[test]
fn a_table_of_something_else_is_refused() {
    assert!(matches!(read("sheet,channel,territory,q9\nA1,paper,,1\n"), Err(Unread::Column(..))));
    assert!(matches!(read("sheet,channel,territory,q1,q1\nA1,paper,,1,1\n"), Err(Unread::Column(..))));
    assert!(matches!(read("sheet,channel,q1\nA1,paper,1\n"), Err(Unread::File(_))));
    assert!(matches!(read("sheet,channel,territory,q1\n"), Err(Unread::Empty)));
    assert!(matches!(read(""), Err(Unread::File(_) | Unread::Empty)));
}
