use base::text::fold;
use monitoring::actions::{
    Outcome as Done, bind::bind, files, import_cards::import_cards, import_observations::import_observations,
    import_series::import_series,
};
use planning::reading::Delivered;
use sheets::{Book, Sheet};

use super::import::{Step, record_plan, refused};
use crate::{cli::Kind, outcome::Outcome, output, state::State};

/// What a sheet holds, by its header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Content {
    Series,
    Bindings,
    Observations,
    Cards,
}

/// Cards and targets of plans first, then series before what measures with them, whatever the order of the files.
pub async fn results(state: &State, step: &Step) -> anyhow::Result<Outcome> {
    let mut of_plans: Option<Delivered> = None;
    let mut sheets: Vec<(Content, Sheet)> = Vec::new();
    for file in &step.files {
        let book = Book::open(std::slice::from_ref(file))?;
        if is_of_plan(&book)? {
            let delivered = planning::reading::read(&book)?;
            match &mut of_plans {
                Some(all) => all.join(delivered),
                None => of_plans = Some(delivered),
            }
        } else {
            for sheet in book.sheets() {
                sheets.push((content(&sheet.headers()?, step.kind), sheet.clone()));
            }
        }
    }
    leave_out_blank(&mut sheets)?;
    sheets.sort_by_key(|(content, _)| *content);
    let mut clean = true;
    if let Some(delivered) = of_plans {
        clean &= record_plan(state, step, delivered).await? == Outcome::Done;
    }
    for (content, sheet) in sheets {
        let done = one(state, step, content, &sheet).await?;
        let Done { added, changed, unchanged, .. } = &done;
        output::print(&format!(
            "{}: {added} added, {changed} changed, {unchanged} as before\n",
            sheet.name()
        ))?;
        clean &= refused(&done.refused)?;
    }
    Ok(Outcome::findings_unless(clean))
}

async fn one(state: &State, step: &Step, content: Content, sheet: &Sheet) -> anyhow::Result<Done> {
    let (ctx, sheets) = (&state.ctx, std::slice::from_ref(sheet));
    let (source, partial) = (step.source.as_str(), step.partial);
    Ok(match content {
        Content::Series => import_series(ctx, files::series(sheets, source, partial)?).await?,
        Content::Bindings => bind(ctx, files::bindings(sheets, source, partial)?).await?,
        Content::Observations => {
            import_observations(ctx, files::observations(sheets, source, partial)?).await?
        }
        Content::Cards => import_cards(ctx, files::cards(sheets, source, partial)?).await?,
    })
}

/// Cards and targets name the version of a plan; nothing else that is imported does.
fn is_of_plan(book: &Book) -> Result<bool, sheets::Error> {
    for sheet in book.sheets() {
        if sheet.headers()?.iter().any(|header| fold(header) == "version") {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A form has several sheets, and whoever fills it in may need one alone; all of them blank is told.
fn leave_out_blank(sheets: &mut Vec<(Content, Sheet)>) -> Result<(), sheets::Error> {
    let mut filled = Vec::new();
    for (content, sheet) in sheets.iter() {
        if !sheet.is_blank()? {
            filled.push((*content, sheet.clone()));
        }
    }
    if !filled.is_empty() {
        *sheets = filled;
    }
    Ok(())
}

/// What the header fits; where it fits nothing, what was asked for, so that the refusal names its columns.
fn content(headers: &[String], asked: Kind) -> Content {
    let has = |names: &[&str]| headers.iter().any(|header| names.contains(&fold(header).as_str()));
    if has(&["indicador_nombre", "carpeta_programa"]) {
        Content::Cards
    } else if has(&["value", "valor"]) {
        Content::Observations
    } else if has(&["unit", "unidad"]) {
        Content::Series
    } else if has(&["targets_group", "grupo_metas"]) || (has(&["series", "serie"]) && !has(&["period"])) {
        Content::Bindings
    } else if asked == Kind::Observations {
        Content::Observations
    } else {
        Content::Series
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(headers: &str, expect: Content) {
        let headers: Vec<String> = headers.split(',').map(str::to_owned).collect();
        assert_eq!(content(&headers, Kind::Indicators), expect, "for {headers:?}");
    }

    #[test]
    fn sheets_are_known_by_their_headers() {
        check("series,name,unit,source", Content::Series);
        check("Serie,Nombre,Unidad,Fuente", Content::Series);
        check("series,period,territory,value", Content::Observations);
        check("indicador,periodo,territorio,Valor", Content::Observations);
        check("indicator,series,targets_group", Content::Bindings);
        check("indicador,serie", Content::Bindings);
        check("a,b", Content::Series);
        check("anio,carpeta_programa,tipo,indicador,indicador_nombre", Content::Cards);
    }
}
