//! `/oficina/prospectiva/{study}/parte/{kind}`: the rows of one kind, and a form for one row: what a slow line can send.
use axum::{extract::Path, response::Response};
use web::{
    Html, PageError, Shell,
    components::{Cell, Column, Field as FormField, Form, Input, Table},
    gate::{Office, Posted},
};

use super::{
    super::{
        links::OFFICE,
        parts::{Page, Section, link},
        told, words,
    },
    Wrong, matter, see, study_of, under,
};
use crate::{
    actions::{Refusal, drop_item, put_items},
    domain::{Content, Field, Holds, Item, Kind, Study},
    queries,
    reading::{Delivered, Located, Place, Refused},
};

/// The kind that a path names by its Spanish sheet.
fn kind_of(named: &str) -> Result<Kind, PageError> {
    Kind::ALL.into_iter().find(|kind| kind.sheet().1 == named).ok_or(PageError::NotFound)
}

pub async fn get(office: Office, Path((code, named)): Path<(String, String)>) -> Result<Response, PageError> {
    show(&office, (&code, kind_of(&named)?), None).await
}

async fn show(
    office: &Office,
    (code, kind): (&str, Kind),
    sent: Option<(&Posted, Wrong)>,
) -> Result<Response, PageError> {
    let study = study_of(office, code).await?;
    let mut reading = office.reading().await?;
    let content = queries::draft(reading.conn(), code).await?;
    let shell = reading.shell("", matter(&study));
    let mut shell = under(shell, &study);
    shell.title = words::kinds(&shell, kind);
    let mut page = Page::new(shell);
    page.done("foresight", &["fila"]);
    if let Some((_, wrong)) = &sent {
        wrong.tell(&mut page);
    }
    let may_draft = office.may("draft_study", &office.resource);
    let shell = &page.shell;
    let edited = shell.view.one("fila").and_then(|key| told::one(&content, kind, key));
    let table = table(shell, (kind, &content), may_draft);
    let mut sections = vec![Section::top().table_or(table, &shell.t("foresight-nothing"))];
    if may_draft {
        let typed = |field: &Field| match (&sent, edited) {
            (Some((posted, _)), _) => posted.text(field.name).to_owned(),
            (None, Some(item)) => item.text(field.name).to_owned(),
            (None, None) => String::new(),
        };
        let form = form(shell, &study, (kind, &content), typed);
        sections.push(
            Section::new("fila", &shell.t("foresight-row-put"))
                .say(shell.t("foresight-row-hint"))
                .html(Html::of(&form)),
        );
    }
    if let Some(item) = edited.filter(|_| may_draft) {
        let path = format!("{}/quitar", path(&study, kind));
        let form =
            Form::new(shell, &path, &shell.t("foresight-row-drop")).keep("item", &item.key()).warning();
        sections.push(
            Section::new("quitar", &shell.t("foresight-row-drop")).say(item.key()).html(Html::of(&form)),
        );
    }
    page.add_all(sections);
    page.answer()
}

fn path(study: &Study, kind: Kind) -> String {
    format!("{OFFICE}/{}/parte/{}", study.code, kind.sheet().1)
}

fn table(shell: &Shell, (kind, content): (Kind, &Content), may_draft: bool) -> Table {
    let columns = kind.fields().iter().map(|field| Column::text(&words::field(shell, kind, field)));
    let mut table = Table::new("filas-del-estudio", &words::kinds(shell, kind), columns.collect()).stacked();
    for item in told::rows(content, kind) {
        let mut row: Vec<Cell> = kind
            .fields()
            .iter()
            .map(|field| Cell::text(&words::value(shell, field, item.text(field.name))))
            .collect();
        if let Some(first) = row.first_mut().filter(|_| may_draft) {
            let href = shell.view.with("fila", &item.key()).without("hecho").here();
            *first = Cell::html(link(&format!("{href}#fila"), &first.exact.clone()), &item.key());
        }
        table.push(row);
    }
    table
}

fn form(
    shell: &Shell,
    study: &Study,
    (kind, content): (Kind, &Content),
    typed: impl Fn(&Field) -> String,
) -> Form {
    let mut form = Form::new(shell, &path(study, kind), &shell.t("foresight-row-send"));
    for field in kind.fields() {
        let input = input(shell, study, content, field);
        let mut shown =
            FormField::new(field.name, &words::field(shell, kind, field), input).value(&typed(field));
        if let Some(hint) = words::hint(shell, field) {
            shown = shown.hint(&hint);
        }
        form = form.field(if field.is_required { shown } else { shown.optional() });
    }
    form
}

/// Lists to choose from where what it takes is known.
fn input(shell: &Shell, study: &Study, content: &Content, field: &Field) -> Input {
    let empty = || (String::new(), String::new());
    let named = |item: &Item| {
        let title = item.opt("title").or(item.opt("expertise")).unwrap_or_default();
        (item.text("code").to_owned(), format!("{} {title}", item.text("code")))
    };
    match field.holds {
        Holds::Long => Input::Area,
        Holds::Choice(words) => {
            let word = |(word, _): &(&str, &str)| ((*word).to_owned(), words::value(shell, field, word));
            Input::Choice(std::iter::once(empty()).chain(words.iter().map(word)).collect())
        }
        Holds::Flag => Input::Choice(
            [("1", "yes"), ("0", "no")]
                .map(|(value, word)| (value.to_owned(), shell.t(&format!("foresight-word-{word}"))))
                .to_vec(),
        ),
        Holds::Of(kind) => {
            Input::Choice(std::iter::once(empty()).chain(told::rows(content, kind).map(named)).collect())
        }
        Holds::Year if field.name == "horizon" => {
            let years = study.horizons.iter().map(|year| (year.to_string(), year.to_string()));
            Input::Choice(std::iter::once(empty()).chain(years).collect())
        }
        _ => Input::Text,
    }
}

pub async fn put(
    office: Office,
    Path((code, named)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, PageError> {
    let kind = kind_of(&named)?;
    let place = Place { sheet: kind.sheet().1.to_owned(), ..Place::default() };
    let done = match Item::read(kind, |name| posted.text(name)) {
        Ok(item) => {
            let delivered = Delivered { items: vec![Located { place, item }], ..Delivered::default() };
            let today = office.app.frame.country.date_of(office.app.now());
            put_items(&office.ctx(), &code, delivered, today).await.map(|_| ())
        }
        Err(wrong) => {
            let of = |wrong: &crate::domain::Wrong| {
                Refused::of(&place, wrong.field, &wrong.value, wrong.fault.into())
            };
            Err(Refusal::Rows(wrong.iter().map(of).collect()))
        }
    };
    answer(&office, (&code, kind), done, Some(&posted)).await
}

pub async fn drop(
    office: Office,
    Path((code, named)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, PageError> {
    let kind = kind_of(&named)?;
    let today = office.app.frame.country.date_of(office.app.now());
    let done = drop_item(&office.ctx(), &code, (kind, posted.text("item")), today).await;
    answer(&office, (&code, kind), done, None).await
}

async fn answer(
    office: &Office,
    (code, kind): (&str, Kind),
    done: Result<(), Refusal>,
    posted: Option<&Posted>,
) -> Result<Response, PageError> {
    match done {
        Ok(()) => Ok(see(office, &format!("{code}/parte/{}", kind.sheet().1), "fila")),
        Err(refusal) => {
            let wrong = Wrong::of(office, refusal)?;
            let nothing = Posted::default();
            show(office, (code, kind), Some((posted.unwrap_or(&nothing), wrong))).await
        }
    }
}
