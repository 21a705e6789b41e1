//! The questionnaire as a form: the same on the web and where a sheet is entered.
use std::collections::BTreeMap;

use web::{
    Shell,
    components::{Field, Form, Input},
    gate::Posted,
};

use super::{
    results::{self, Places},
    words,
};
use crate::{
    actions::NewAnswer,
    domain::{Question, QuestionCode},
};

/// Fields of as many questions as a wave may have.
const ANSWERS: [&str; 20] = [
    "r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15", "r16",
    "r17", "r18", "r19", "r20",
];

/// A field for the department and one for each question.
pub(super) fn fields<'a>(
    shell: &Shell,
    form: Form,
    (questions, places): (impl Iterator<Item = &'a Question>, &Places),
    typed: Option<&Posted>,
) -> Form {
    let value = |name: &str| typed.map_or("", |posted| posted.text(name));
    let none = (String::new(), shell.t("perception-no-answer"));
    let form = questions.zip(ANSWERS).fold(form, |form, (question, name)| {
        let each = question.scale.answers();
        let each = each.map(|one| (one.to_string(), words::answer(shell, question.scale, one)));
        let options = std::iter::once(none.clone()).chain(each).collect();
        let field = Field::new(name, results::text(shell, question), Input::Choice(options));
        form.field(field.value(value(name)).optional())
    });
    let unsaid = (String::new(), shell.t("perception-unsaid"));
    let each = places.iter().map(|(code, name)| (code.clone(), name.clone()));
    let field = Field::new(
        "territory",
        &shell.t("perception-field-territory"),
        Input::Choice(std::iter::once(unsaid).chain(each).collect()),
    );
    form.field(field.value(value("territory")).optional())
}

/// What was chosen.
pub(super) fn chosen<'a>(
    posted: &Posted,
    questions: impl Iterator<Item = &'a QuestionCode>,
    chance: [u8; 32],
) -> NewAnswer {
    let answers = questions.zip(ANSWERS).map(|(code, name)| (code.clone(), posted.text(name).to_owned()));
    let answers: BTreeMap<QuestionCode, String> = answers.collect();
    NewAnswer { territory: posted.text("territory").to_owned(), answers, chance }
}
