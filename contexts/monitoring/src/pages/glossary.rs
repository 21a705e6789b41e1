//! `/glosario`: the words of plans and budgets in plain language.
use askama::Template;
use axum::response::Response;
use web::components::{Cell, Column, Filters, Table, empty};
use web::{Html, Lang, Matter, PageError, Reading, Shell, origins};

use super::marks;
use crate::queries::glossary::{PATH, Term, glossary};

#[derive(Template)]
#[template(path = "glossary.html")]
pub struct GlossaryPage {
    shell: Shell,
    filters: Filters,
    terms: Vec<Shown>,
    counted: String,
    nothing: Html,
    files: Table,
}

struct Shown {
    code: String,
    name: String,
    /// What officials call it, where the page is in another language.
    also: Option<String>,
    says: String,
    source: String,
}

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let (known, files) = (reading.known, reading.app.files.clone());
    let terms = glossary(reading.conn(), &files, known).await.map_err(PageError::internal)?;
    let mut shell = reading.shell(&reading.t("monitoring-glossary"), Matter::Real);
    origins::add(&mut reading, &mut shell, &pack::origin(&[PATH])).await?;
    let page = GlossaryPage::of(shell, &terms);
    if let Some(file) = Table::asked(&page.shell, [&page.files]) {
        return file;
    }
    web::html(&page)
}

impl GlossaryPage {
    pub fn of(shell: Shell, terms: &[Term]) -> Self {
        let asked = shell.view.one("q").map(base::text::fold);
        let holds = |term: &&Term| {
            asked.as_ref().is_none_or(|words| {
                let text = format!("{} {} {} {}", term.name, term.name_en, term.says, term.says_en);
                base::text::fold(&text).contains(words.as_str())
            })
        };
        let mut terms: Vec<Shown> = terms.iter().filter(holds).map(|term| shown(&shell, term)).collect();
        terms.sort_by_key(|term| base::text::fold(&term.name));
        let nothing =
            if terms.is_empty() { empty(&shell.t("monitoring-glossary-none")) } else { Html::default() };
        let search = shell.t("monitoring-glossary-search");
        Self {
            filters: Filters::new(&shell).text("q", &search, shell.view.one("q")),
            counted: marks::count(&shell, "monitoring-glossary-counted", terms.len()),
            files: table(&shell, &terms),
            terms,
            nothing,
            shell,
        }
    }
}

fn shown(shell: &Shell, term: &Term) -> Shown {
    let english = shell.lang() == Lang::En;
    let (name, says) = if english { (&term.name_en, &term.says_en) } else { (&term.name, &term.says) };
    Shown {
        code: term.code.clone(),
        also: (english && term.name != term.name_en).then(|| term.name.clone()),
        name: name.clone(),
        says: says.clone(),
        source: term.source.clone(),
    }
}

/// The same words as a file; the page has them as a list.
fn table(shell: &Shell, terms: &[Shown]) -> Table {
    let columns = vec![
        Column::text(&shell.t("monitoring-glossary-term")),
        Column::text(&shell.t("monitoring-glossary-says")),
        Column::text(&shell.t("monitoring-column-source")),
    ];
    let mut table = Table::new("glosario", &shell.t("monitoring-glossary"), columns);
    for term in terms {
        table.push(vec![Cell::text(&term.name), Cell::text(&term.says), Cell::text(&term.source)]);
    }
    table
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::pages::testing::{shell, sound};

    fn term(code: &str, name: &str) -> Term {
        Term {
            code: code.into(),
            name: name.into(),
            name_en: format!("{name} <en>"),
            says: "Lo que <es>.".into(),
            says_en: "What it is.".into(),
            source: "Ley & reglamento".into(),
        }
    }

    #[test]
    fn with_words_and_without_in_every_language() {
        let terms = [term("pim", "PIM"), term("accrued", "Devengado")];
        for (path, terms) in [("/glosario", &terms[..]), ("/glosario?q=zzz", &terms[..]), ("/glosario", &[])]
        {
            sound(path, Matter::Real, |shell| GlossaryPage::of(shell, terms).render().unwrap());
        }
    }

    #[test]
    fn the_words_asked_for_are_found_in_any_language_in_order() {
        let terms = [term("pim", "PIM"), term("accrued", "Devengado"), term("b", "Ábaco")];
        let check = |path: &str, expect: &[&str]| {
            let page = GlossaryPage::of(shell(Lang::Es, path, Matter::Real), &terms);
            assert_eq!(page.terms.iter().map(|t| t.code.as_str()).collect::<Vec<_>>(), expect, "{path}");
        };
        check("/glosario", &["b", "accrued", "pim"]);
        check("/glosario?q=DEVENGADO", &["accrued"]);
        check("/glosario?q=zzz", &[]);
    }
}
