use std::{fs, path::Path};

use anyhow::Context;
use sheets::{Form, write_csv, write_xlsx};

use crate::{
    cli::{Kind, TemplateArgs},
    contexts,
    outcome::{Outcome, Usage},
    output,
};

/// The empty form of what `import` reads. A plan has several sheets: a workbook, or a folder of CSV files.
pub fn template(args: &TemplateArgs, lang: web::Lang) -> anyhow::Result<Outcome> {
    let texts = contexts::texts()?;
    let forms = match args.kind {
        Kind::Plan => planning::reading::export::template(|key| texts.t(lang, key, &[])),
        Kind::Indicators => vec![
            columns("series", monitoring::actions::files::SERIES.iter()),
            columns("bindings", monitoring::actions::files::BINDINGS.iter()),
        ],
        Kind::Observations => vec![columns("observations", monitoring::actions::files::OBSERVATIONS.iter())],
        Kind::Attributions => vec![columns("attributions", budget::actions::ATTRIBUTIONS.iter())],
        Kind::Entities => vec![
            columns("entities", directory::actions::ENTITY.iter()),
            columns("executing_units", directory::actions::UNIT.iter()),
        ],
        Kind::Budget => {
            return Err(Usage(
                "budget files come from the treasury in its own layouts; see countries/peru/budget/layouts"
                    .to_owned(),
            )
            .into());
        }
    };
    match &args.output {
        None => print(&forms)?,
        Some(path) if path.extension().is_some_and(|e| e.eq_ignore_ascii_case("xlsx")) => {
            write_xlsx(path, &forms)?;
        }
        Some(path) => write(path, &forms)?,
    }
    Ok(Outcome::Done)
}

/// Spanish headers where there are any: the form is for the officials of the country.
fn columns<'c>(name: &str, columns: impl Iterator<Item = &'c sheets::Column>) -> Form {
    let header = |column: &sheets::Column| (*column.aliases.first().unwrap_or(&column.field)).to_owned();
    Form { name: name.to_owned(), headers: columns.map(header).collect(), ..Form::default() }
}

fn print(forms: &[Form]) -> anyhow::Result<()> {
    for form in forms {
        let mut text = Vec::new();
        write_csv(&mut text, &form.headers, &form.rows)?;
        let title = if forms.len() > 1 { format!("# {}.csv\n", form.name) } else { String::new() };
        output::print(&(title + &String::from_utf8_lossy(&text)))?;
    }
    Ok(())
}

fn write(path: &Path, forms: &[Form]) -> anyhow::Result<()> {
    let create =
        |path: &Path| fs::File::create(path).with_context(|| format!("cannot write {}", path.display()));
    if let [form] = forms {
        return Ok(write_csv(create(path)?, &form.headers, &form.rows)?);
    }
    fs::create_dir_all(path).with_context(|| format!("cannot create the folder {}", path.display()))?;
    for form in forms {
        write_csv(create(&path.join(format!("{}.csv", form.name)))?, &form.headers, &form.rows)?;
    }
    Ok(())
}
