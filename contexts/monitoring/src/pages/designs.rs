//! `/oficina/marco`: who leads a budget programme says what its design is.
use axum::{extract::Path, response::Response};
use web::{
    Html, Matter, PageError, Reading, Shell,
    components::{Cell, Column, Field, Form, Input, Table},
    gate::{Guard, Office, Posted, Routes},
    sections::{Page, Section, link},
};

use super::discipline::{post, see};
use crate::actions::describe_programme::{Description, DesignRefusal, describe_programme};
use crate::domain::design::{Amount, Aspect, NoStatement, Statement, Told};
use crate::queries::designs::{describable, design};

/// Where posts describe the programmes that their body leads.
pub const DESIGNS: &str = "/oficina/marco";
const ONE: &str = "/oficina/marco/{programme}";
/// Describes any programme, whoever leads it.
const OF_ANY: &str = "budget_directorate";

/// The routes, before those of the public.
pub fn routes(routes: Routes) -> Routes {
    let describe = Guard::state("describe_programme");
    routes.get(DESIGNS, describe, list).get(ONE, describe, one).post(ONE, describe, describe_one)
}

/// Whether the post that somebody acts through has a programme to describe.
pub async fn has_any(office: &Office, reading: &mut Reading) -> Result<bool, PageError> {
    if office.somebody.post().is_none() || !office.may("describe_programme", &authz::Resource::state()) {
        return Ok(false);
    }
    let (files, at) = (reading.app.files.clone(), (reading.known, reading.today));
    let own = body(office)?;
    let all = describable(reading.conn(), &files, at, own.as_deref()).await.map_err(PageError::internal)?;
    Ok(!all.is_empty())
}

/// The body whose programmes the post may describe; none where it may describe any.
fn body(office: &Office) -> Result<Option<String>, PageError> {
    let post = office.somebody.post().ok_or(PageError::Forbidden)?;
    Ok((post.role != OF_ANY).then(|| post.entity.to_string()))
}

async fn list(office: Office) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let (files, at) = (reading.app.files.clone(), (reading.known, reading.today));
    let own = body(&office)?;
    let all = describable(reading.conn(), &files, at, own.as_deref()).await.map_err(PageError::internal)?;
    let shell = reading.shell(&reading.t("monitoring-design-title"), Matter::Real);
    let mut page = Page::new(shell.under("/oficina", &reading.t("monitoring-entry-office")));
    let shell = &page.shell;
    let column = |key: &str| Column::text(&shell.t(key));
    let columns = vec![column("monitoring-programme"), column("monitoring-design-leads")];
    let mut table = Table::new("programas", &shell.t("monitoring-programmes"), columns).stacked();
    for programme in &all {
        let text = format!("{} {}", programme.code, programme.name);
        let lead = programme.lead.as_ref().map(|(sector, pliego)| format!("{sector}-{pliego}"));
        let href = shell.view.link_to(&["oficina", "marco", &programme.code]);
        table.push(vec![Cell::link(&href, &text), Cell::text(&lead.unwrap_or_default())]);
    }
    let top = Section::top()
        .say(shell.t("monitoring-design-lead"))
        .table_or(table.with_files(shell), &shell.t("monitoring-design-nothing-led"));
    page.add(top);
    page.answer()
}

async fn one(office: Office, Path(programme): Path<String>) -> Result<Response, PageError> {
    show(&office, &programme, None).await
}

async fn show(office: &Office, code: &str, wrong: Option<(&Posted, String)>) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let (files, at) = (reading.app.files.clone(), (reading.known, reading.today));
    let own = body(office)?;
    let all = describable(reading.conn(), &files, at, own.as_deref()).await.map_err(PageError::internal)?;
    let programme = all.into_iter().find(|one| one.code == code).ok_or(PageError::NotFound)?;
    let (said, products) = design(reading.conn(), &files, at, code).await.map_err(PageError::internal)?;
    let shell = reading.shell(&format!("{} {}", programme.code, programme.name), Matter::Real);
    let shell = shell.under("/oficina", &reading.t("monitoring-entry-office"));
    let mut page = Page::new(shell.under(DESIGNS, &reading.t("monitoring-design-title")));
    page.done("monitoring-design", &["dicho"]);
    if let Some((_, words)) = &wrong {
        page.wrong(words);
    }
    let shell = &page.shell;
    let name = |code: &str| products.iter().find(|one| one.code == code).map_or("", |one| one.name.as_str());
    let named: Vec<(&Statement, &str)> =
        said.iter().map(|said| (said, said.product.as_deref().map_or("", name))).collect();
    let public = link(&shell.view.link_to(&["programa", code, "marco"]), &shell.t("monitoring-frame-see"));
    let choices = products.iter().map(|one| (one.code.clone(), format!("{} {}", one.code, one.name)));
    let typed = |name: &str| wrong.as_ref().map_or("", |(posted, _)| posted.text(name));
    let sections = vec![
        Section::top()
            .say(public)
            .table_or(statements(shell, &named), &shell.t("monitoring-frame-design-none")),
        Section::new("parte-decir", &shell.t("monitoring-design-say")).html(Html::of(&form(
            shell,
            code,
            choices.collect(),
            typed,
        ))),
    ];
    page.add_all(sections);
    page.answer()
}

/// What is said of a design, each with the name of its product.
pub fn statements(shell: &Shell, all: &[(&Statement, &str)]) -> Table {
    let column = |key: &str| Column::text(&shell.t(&format!("monitoring-design-{key}")));
    let columns = ["of", "aspect", "words", "amount", "source"].map(column).to_vec();
    let mut table = Table::new("diseno", &shell.t("monitoring-frame-design"), columns).stacked();
    for (said, name) in all {
        let of = match &said.product {
            Some(code) => format!("{code} {name}").trim_end().to_owned(),
            None => shell.t("monitoring-design-programme"),
        };
        table.push(vec![
            Cell::text(&of),
            Cell::text(&shell.t(&format!("monitoring-aspect-{}", said.aspect))),
            Cell::text(&said.words),
            said.amount.as_ref().map_or_else(Cell::default, |one| amount(shell, one)),
            Cell::text(&said.source),
        ]);
    }
    table.with_files(shell)
}

/// `1 600 000 niños (2026)`.
pub fn amount(shell: &Shell, amount: &Amount) -> Cell {
    let shown = format!("{} {} ({})", shell.value(amount.quantity), amount.unit, amount.year);
    Cell::html(Html::text(&shown), &format!("{} {} ({})", amount.quantity, amount.unit, amount.year))
}

fn form<'a>(
    shell: &Shell,
    code: &str,
    products: Vec<(String, String)>,
    typed: impl Fn(&str) -> &'a str,
) -> Form {
    let t = |name: &str| shell.t(&format!("monitoring-design-{name}"));
    let aspects = Aspect::ALL
        .iter()
        .map(|aspect| (aspect.as_str().to_owned(), shell.t(&format!("monitoring-aspect-{aspect}"))));
    let field =
        |name: &'static str, label: &str, input| Field::new(name, &t(label), input).value(typed(name));
    let action = format!("{DESIGNS}/{}", web::encode(code));
    Form::new(shell, &action, &t("send"))
        .field(field("aspect", "aspect", Input::Choice(aspects.collect())))
        .field(field("product", "product", Input::Choice(products)).hint(&t("product-hint")).optional())
        .field(field("words", "words", Input::Area))
        .field(field("quantity", "quantity", Input::Text).hint(&t("quantity-hint")).optional())
        .field(field("unit", "unit", Input::Text).optional())
        .field(field("of_year", "year", Input::Text).optional())
        .field(field("source", "source", Input::Text).hint(&t("source-hint")))
}

async fn describe_one(
    office: Office,
    Path(programme): Path<String>,
    posted: Posted,
) -> Result<Response, PageError> {
    let (_, post) = post(&office)?;
    let body = body(&office)?;
    let told = Told {
        product: posted.text("product"),
        aspect: posted.text("aspect"),
        words: posted.text("words"),
        quantity: posted.text("quantity"),
        unit: posted.text("unit"),
        year: posted.text("of_year"),
        source: posted.text("source"),
    };
    let offset = office.app.frame.country.offset();
    let new = Description { programme: &programme, told, post: &post, body: body.as_deref(), offset };
    let Err(refusal) = describe_programme(&office.ctx(), new).await else {
        return Ok(see(&office, &format!("{DESIGNS}/{}?hecho=dicho", web::encode(&programme))));
    };
    let key = match &refusal {
        DesignRefusal::NoProgramme(_) | DesignRefusal::NotYours => return Err(PageError::NotFound),
        DesignRefusal::NoProduct(_) => "no-product",
        DesignRefusal::NothingNew => "nothing-new",
        DesignRefusal::Statement(fault) => fault_key(fault),
        DesignRefusal::List(_) | DesignRefusal::Db(_) | DesignRefusal::Journal(_) => {
            return Err(PageError::internal(refusal));
        }
    };
    let key = format!("monitoring-design-refused-{key}");
    let words = office.app.frame.texts.t(office.view.lang, &key, &[]);
    show(&office, &programme, Some((&posted, words))).await
}

const fn fault_key(fault: &NoStatement) -> &'static str {
    match fault {
        NoStatement::NoAspect => "aspect",
        NoStatement::NoProduct => "product",
        NoStatement::NotOfProduct => "not-of-product",
        NoStatement::NoWords => "words",
        NoStatement::NoSource => "source",
        NoStatement::PartOfAmount => "part-of-amount",
        NoStatement::NoQuantity => "quantity",
        NoStatement::LongUnit => "unit",
        NoStatement::NoYear => "year",
        NoStatement::NoMagnitude => "magnitude",
        NoStatement::Uncounted => "uncounted",
    }
}
