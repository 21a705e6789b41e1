//! `/plan/{plan}/libro`: one version of a plan as the workbook that `quipu import plan` reads, in the words of
//! the page's language.
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use sheets::Form;
use web::{Lang, Matter, PageError, Reading, Shell};

use crate::domain::content::Content;
use crate::domain::reference::PlanRef;
use crate::queries;
use crate::reading::export::{Tongue, export};

const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

pub async fn get(mut reading: Reading, Path(plan): Path<String>) -> Result<Response, PageError> {
    let at: PlanRef = plan.parse().map_err(|_| PageError::NotFound)?;
    let (known, on) = (reading.known, reading.judged_on());
    let content = queries::plan(reading.conn(), known, on, &at).await?.ok_or(PageError::NotFound)?;
    let shell = reading.shell("", Matter::of(content.plan.sample));
    let bytes = workbook(&shell, &content, &shell.date(reading.known_on()))?;
    let disposition = format!("attachment; filename=\"{}\"", file_name(&shell, &content));
    let headers = [
        (header::CONTENT_TYPE, KIND.to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CACHE_CONTROL, "no-cache".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}

/// The four tables, and a sheet that import passes over: what the file is, and whether it is a sample.
pub fn workbook(shell: &Shell, content: &Content, known: &str) -> Result<Vec<u8>, PageError> {
    let tongue = match shell.lang() {
        Lang::Es => Tongue::Spanish,
        Lang::En => Tongue::English,
    };
    let mut forms = export(std::slice::from_ref(content), tongue, |key| shell.t(key));
    forms.push(help(shell, content, known));
    // A text longer than a cell holds: what the reader may do is in the words.
    let refused = |_| PageError::Refused { key: "planning-workbook-refused", args: Vec::new() };
    sheets::xlsx(&forms).map_err(refused)
}

fn help(shell: &Shell, content: &Content, known: &str) -> Form {
    let at = content.version.reference(&content.plan.code).to_string();
    let mut rows = vec![
        vec![shell.ta("planning-workbook-known", &[("plan", at.into()), ("date", known.into())])],
        vec![shell.t("planning-workbook-import")],
    ];
    if content.plan.sample {
        rows.push(vec![shell.t("web-sample-title")]);
    }
    let name = match shell.lang() {
        Lang::Es => "ayuda",
        Lang::En => "help",
    };
    Form { name: name.to_owned(), headers: vec![shell.t("web-name")], notes: Vec::new(), rows }
}

/// As tables are named: a sample says so first.
fn file_name(shell: &Shell, content: &Content) -> String {
    let mark = if content.plan.sample { format!("{}-", shell.t("web-sample")) } else { String::new() };
    let name = format!("{mark}{}-{}", content.plan.code, content.version.code);
    let name: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    format!("{name}.xlsx")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use sheets::Book;
    use testkit::Bench;
    use web::{Lang, Matter};

    use super::*;
    use crate::actions::import_plan::{Input, import_plan};
    use crate::pages::testing::shell;
    use crate::tests::sample::everything;

    #[tokio::test]
    async fn what_is_downloaded_is_what_import_reads() {
        let content = everything();
        for lang in Lang::ALL {
            let shell = shell(lang, "/plan/PEI@1/libro", Matter::Sample);
            let bytes = workbook(&shell, &content, "2016").unwrap();
            assert_eq!(bytes, workbook(&shell, &content, "2016").unwrap(), "the same content, the same file");
            let delivered = crate::reading::read(&Book::from_bytes("plan.xlsx", bytes).unwrap()).unwrap();
            assert!(delivered.refused.is_empty(), "{}", delivered.refused);
            let bench = Bench::new(&[crate::MIGRATIONS]).await;
            let input = Input { source: "test".into(), delivered, partial: false };
            import_plan(&bench.ctx, input).await.unwrap();
            let known = bench.known().await;
            let at = content.version.reference(&content.plan.code);
            let mut read = bench.read().await;
            let copy = queries::plan(&mut read, known, crate::tests::sample::ON, &at).await.unwrap();
            assert_eq!(copy.as_ref(), Some(&content), "{lang:?}");
        }
    }

    #[test]
    fn a_sample_says_so_in_its_name_and_inside() {
        let mut content = everything();
        let shell = shell(Lang::Es, "/plan/PEI@1/libro", Matter::Sample);
        assert_eq!(file_name(&shell, &content), "muestra-PEI-1.xlsx");
        assert_eq!(help(&shell, &content, "2016").rows.len(), 3);
        content.plan.sample = false;
        assert_eq!(file_name(&shell, &content), "PEI-1.xlsx");
        assert_eq!(help(&shell, &content, "2016").rows.len(), 2);
    }

    #[test]
    fn a_text_that_no_cell_holds_is_refused_in_words() {
        let mut content = everything();
        content.version.title = "x".repeat(40_000);
        let shell = shell(Lang::Es, "/plan/PEI@1/libro", Matter::Sample);
        assert!(matches!(workbook(&shell, &content, "2016"), Err(PageError::Refused { .. })));
    }
}
