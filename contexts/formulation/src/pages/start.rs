//! `/oficina/planes/{case}/libro`: the workbook that whoever drafts starts from.
use axum::{extract::Path, response::Response};
use planning::{
    domain::reference::PlanRef,
    reading::{
        begun::{Begun, begun},
        export::Tongue,
    },
};
use web::{Lang, PageError, attachment, gate::Office};

use crate::{
    domain::CaseCode,
    queries::{self, Ways},
};

/// The version that counts today under the code of the case's, or the empty form where the plan is new.
pub async fn get(office: Office, Path(code): Path<CaseCode>) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let (known, today) = (reading.known, reading.today);
    let conn = reading.conn();
    let head = queries::head(conn, &code).await?.ok_or(PageError::NotFound)?;
    let ways = Ways::of(conn, &office.app.files, known, today).await.map_err(PageError::internal)?;
    let kind = ways.kind_of(conn, &head.entity).await?;
    let types: Vec<&str> = ways.open_by(head.procedure_code(), &head.entity, kind.as_deref()).collect();
    let decided = Begun {
        plan: &head.plan,
        version: &head.version,
        entity: &head.entity,
        // Of several that go the same way, the drafter says which.
        plan_type: if let [only] = types.as_slice() { only } else { "" },
    };
    let at = PlanRef { plan: head.plan.clone(), version: None };
    let before = planning::queries::plan(conn, known, today, &at).await?;
    let (lang, texts) = (office.view.lang, &office.app.frame.texts);
    let tongue = if lang == Lang::En { Tongue::English } else { Tongue::Spanish };
    let forms = begun(&decided, before, tongue, |key| texts.t(lang, key, &[]));
    let bytes = sheets::xlsx(&forms).map_err(PageError::internal)?;
    Ok(attachment(&format!("{}-{}.xlsx", head.plan, head.version), bytes))
}
