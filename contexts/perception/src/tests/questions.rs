//! Scales, and which answers are favourable.
use jiff::Timestamp;

use crate::domain::{Question, QuestionFault, Scale, Sheet, SheetFault};

#[test]
fn answers_are_read_as_people_write_them() {
    let check =
        |scale: Scale, text: &str, expect: Option<i64>| assert_eq!(scale.read(text), expect, "{text}");
    check(Scale::YesNo, "Sí", Some(1));
    check(Scale::YesNo, " si ", Some(1));
    check(Scale::YesNo, "no", Some(0));
    check(Scale::YesNo, "2", None);
    check(Scale::Mark20, "20", Some(20));
    check(Scale::Mark20, "05", Some(5));
    check(Scale::Mark20, "21", None);
    check(Scale::Mark20, "-1", None);
    check(Scale::Agree5, "+5", None);
    check(Scale::Agree5, "0", None);
    check(Scale::Better3, "sí", None);
}

#[test]
fn favourable_answers_are_some_of_the_scale_and_not_all() {
    let check = |scale: Scale, text: &str, expect: Result<usize, QuestionFault>| {
        let judged = Question::read_favourable(scale, text).and_then(|favourable| {
            let question = Question {
                code: "q1".parse().unwrap(),
                scale,
                favourable,
                text: ("¿Mejoró la atención?".to_owned(), "Did care improve?".to_owned()),
                post: String::new(),
                at: Timestamp::UNIX_EPOCH,
            };
            question.checked()
        });
        assert_eq!(judged.map(|question| question.favourable.len()), expect, "{text}");
    };
    check(Scale::Agree5, "4;5", Ok(2));
    check(Scale::Mark20, "11-20", Ok(10));
    check(Scale::YesNo, "sí", Ok(1));
    check(Scale::YesNo, "0;1", Err(QuestionFault::Favourable));
    check(Scale::Agree5, "", Err(QuestionFault::Favourable));
    check(Scale::Agree5, "5-4", Err(QuestionFault::Favourable));
    check(Scale::Agree5, "6", Err(QuestionFault::Favourable));
    check(Scale::Agree5, "1-99", Err(QuestionFault::Favourable));
}

#[test]
fn a_sheet_has_a_number_and_an_answer() {
    let sheet = |number: &str, answers: &[(&str, i64)]| Sheet {
        channel: crate::domain::Channel::Paper,
        number: number.to_owned(),
        territory: None,
        answers: answers.iter().map(|(code, answer)| (code.parse().unwrap(), *answer)).collect(),
    };
    assert_eq!(sheet(" a-007 ", &[("q1", 1)]).checked().unwrap().number, "A-007");
    for number in ["", "a 7", "ñ", "123456789012345678901"] {
        assert_eq!(sheet(number, &[("q1", 1)]).checked(), Err(SheetFault::Number), "{number}");
    }
    assert_eq!(sheet("7", &[]).checked(), Err(SheetFault::Empty));
}
