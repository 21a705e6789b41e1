//! Refusals and questions in words.
use base::RowErrors;
use web::{
    App, Lang, PageError, Shell,
    components::{Cell, Column, Input, Table},
};

use crate::actions::EntryRefusal;
use crate::domain::entry::Question;
use crate::queries::discipline::NoValueReason;

/// What is said of a refusal that a person can do something about.
///
/// # Errors
/// What the system failed at is its defect.
pub(super) fn refused(app: &App, lang: Lang, refusal: &EntryRefusal) -> Result<String, PageError> {
    let say = |key: &str, args: &[(&str, web::Arg)]| {
        Ok(app.frame.texts.t(lang, &format!("monitoring-entry-refused-{key}"), args))
    };
    match refusal {
        EntryRefusal::NoDraft => Err(PageError::NotFound),
        EntryRefusal::Ended => say("ended", &[]),
        EntryRefusal::Rows(rows) => say("rows", &[("n", rows.0.len().into())]),
        EntryRefusal::Unreadable(why) => say("unreadable", &[("why", why.as_str().into())]),
        EntryRefusal::Empty => say("empty", &[]),
        EntryRefusal::NothingNew => say("nothing-new", &[]),
        EntryRefusal::NoProcedure => say("no-procedure", &[]),
        EntryRefusal::Procedure(_)
        | EntryRefusal::Discipline(_)
        | EntryRefusal::Db(_)
        | EntryRefusal::Journal(_) => Err(PageError::internal(refusal)),
    }
}

/// Every row that is to be corrected.
pub(super) fn rows(shell: &Shell, rows: &RowErrors) -> Table {
    let columns = ["sheet", "line", "column", "value", "why"];
    let columns =
        columns.map(|name| Column::text(&shell.t(&format!("monitoring-entry-row-{name}")))).to_vec();
    let mut table = Table::new("filas", &shell.t("monitoring-entry-rows"), columns).stacked();
    for row in &rows.0 {
        let cells = [&row.file, &row.line.to_string(), &row.column, &row.value, &shell.reason(&row.reason)];
        table.push(cells.map(|cell| Cell::text(cell)).to_vec());
    }
    table
}

/// A question to whoever put the value in.
pub(super) fn question(shell: &Shell, question: &Question) -> String {
    match question {
        Question::Replaces { old } => shell.t1("monitoring-entry-replaces", "old", shell.value(old)),
        Question::Jumps { before, value, percent } => {
            let args = [
                ("percent", shell.value(percent).into()),
                ("before", shell.period(before).into()),
                ("value", shell.value(value).into()),
            ];
            shell.ta("monitoring-entry-jumps", &args)
        }
    }
}

/// Why there is no value, to choose from; first, that there is one.
pub(super) fn reasons(shell: &Shell, all: &[NoValueReason]) -> Input {
    let none = (String::new(), shell.t("monitoring-entry-has-value"));
    let english = shell.lang() == Lang::En;
    let each = all.iter().map(|one| {
        let name = if english { &one.name.1 } else { &one.name.0 };
        (one.code.clone(), name.clone())
    });
    Input::Choice(std::iter::once(none).chain(each).collect())
}
