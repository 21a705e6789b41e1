//! `/oficina/datos/{draft}`: values as they will be recorded, and what is asked about them.
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use base::Digest;
use web::{
    Html, Matter, PageError, Shell, attachment,
    components::{Cell, Column, Facts, Form, Notice, NoticeKind, Table},
    gate::Office,
};

use super::super::marks;
use super::{asked, owed_path, see, words};
use crate::actions::{
    EntryRefusal, Recorder, discard_values::discard_values, entered::Entered, record_values::record_values,
};
use crate::domain::entry::{DraftCode, DraftState, ValuesDraft};
use crate::queries::entry::{Asked, Looked, draft, look, routes, stored_values};
use crate::queries::rules::entry_jump;

#[derive(Template)]
#[template(path = "entry_draft.html")]
struct DraftPage {
    shell: Shell,
    notice: Option<Notice>,
    facts: Facts,
    refused: Option<Table>,
    values: Option<Table>,
    record: Option<Form>,
    discard: Option<Form>,
}

pub async fn get(office: Office, Path(code): Path<DraftCode>) -> Result<Response, PageError> {
    show(&office, &code, None).await
}

async fn show(office: &Office, code: &DraftCode, wrong: Option<EntryRefusal>) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let (known, today, files) = (reading.known, reading.today, reading.app.files.clone());
    let asked = Asked { known, today };
    let conn = reading.conn();
    let draft = draft(conn, code).await?.ok_or(PageError::NotFound)?;
    let read = stored_values(conn, &files, &asked, &draft).await;
    let jump = entry_jump(conn, &files, known, today).await.map_err(PageError::internal)?;
    let (looked, refusal) = match read {
        Ok(delivery) => {
            let routes = routes(conn, &files, &asked, &draft.entity).await.map_err(PageError::internal)?;
            (look(conn, &asked, delivery.rows, (jump, &routes)).await?, None)
        }
        Err(refusal) => (Vec::new(), Some(refusal)),
    };
    let shell = reading.shell(&format!("{} {code}", reading.t("monitoring-entry-draft-title")), Matter::Real);
    let shell = shell.under("/oficina", &reading.t("monitoring-entry-office"));
    let shell = shell.under(&owed_path(&draft.entity), &reading.t("monitoring-entry-title"));
    let told = wrong.as_ref().or(refusal.as_ref().filter(|_| draft.state == DraftState::Open));
    let said = told.map(|refusal| words::refused(&office.app, office.view.lang, refusal)).transpose()?;
    let is_open = draft.state == DraftState::Open && office.may("record_draft", &office.resource);
    let fits = refusal.is_none();
    let form = |what: &str| {
        Form::new(
            &shell,
            &format!("/oficina/datos/{code}/{what}"),
            &shell.t(&format!("monitoring-entry-{what}")),
        )
    };
    let page = DraftPage {
        notice: said.map(|words| Notice::new(&shell, NoticeKind::Warning, Html::text(&words))),
        facts: facts(&shell, &draft),
        // What keeps it from being recorded may be seen only then, as that a value went under review meanwhile.
        refused: match wrong.as_ref().or(refusal.as_ref()) {
            Some(EntryRefusal::Rows(rows)) => Some(words::rows(&shell, rows)),
            _ => None,
        },
        values: (!looked.is_empty()).then(|| values(&shell, &looked)),
        record: (is_open && fits).then(|| form("registrar")),
        discard: is_open.then(|| form("descartar").warning()),
        shell,
    };
    let status = if page.notice.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mut response = web::html(&page)?;
    *response.status_mut() = status;
    Ok(response)
}

fn facts(shell: &Shell, draft: &ValuesDraft) -> Facts {
    let file = |kept: &crate::domain::entry::Stored| {
        let href = shell.link(&format!("/oficina/datos/{}/archivo/{}", draft.code, kept.digest));
        marks::link(&href, &kept.name)
    };
    let mut facts = Facts::default()
        .with(
            &shell.t("monitoring-entry-state"),
            shell.t(&format!("monitoring-entry-state-{}", draft.state)).as_str(),
        )
        .with(&shell.t("monitoring-entry-when"), shell.moment(draft.at).as_str())
        .with(&shell.t("monitoring-entry-post"), draft.post.as_str())
        .with(&shell.t("monitoring-entry-rows-file"), file(&draft.rows));
    if let Some(evidence) = &draft.evidence {
        facts = facts.with(&shell.t("monitoring-entry-evidence"), file(evidence));
    }
    facts
}

fn values(shell: &Shell, looked: &[Looked]) -> Table {
    let names = ["indicator", "territory", "period", "value", "source", "asked"];
    let columns = names.map(|name| Column::text(&shell.t(&format!("monitoring-entry-{name}")))).to_vec();
    let mut table = Table::new("valores", &shell.t("monitoring-entry-values"), columns).stacked();
    for Looked { entered, questions, is_known, goes_up } in looked {
        let named = entered.reported_to().map(|(plan, code)| format!("{plan}/{code}"));
        let mut asked: Vec<String> = questions.iter().map(|one| words::question(shell, one)).collect();
        if *is_known {
            asked.push(shell.t("monitoring-entry-known"));
        } else if *goes_up {
            asked.push(shell.t("monitoring-entry-goes-up"));
        }
        let (value, source) = match entered {
            Entered::Value(observed) => {
                (shell.value(observed.measurement.value), &observed.measurement.source)
            }
            Entered::NoValue(answered) => {
                let answer = &answered.answer;
                let args = [("why", answer.reason.as_str().into()), ("words", answer.words.as_str().into())];
                (shell.ta("monitoring-entry-no-value", &args), &answer.source)
            }
        };
        table.push(vec![
            Cell::text(&named.unwrap_or_default()),
            Cell::text(entered.territory().as_str()),
            Cell::text(&shell.period(entered.period())),
            Cell::text(&value),
            Cell::text(source),
            Cell::text(&asked.join(" ")),
        ]);
    }
    table
}

/// Records it. Sent twice, as after a line that broke, it answers with where the values are.
pub async fn record(office: Office, Path(code): Path<DraftCode>) -> Result<Response, PageError> {
    end(&office, &code, DraftState::Recorded).await
}

pub async fn discard(office: Office, Path(code): Path<DraftCode>) -> Result<Response, PageError> {
    end(&office, &code, DraftState::Discarded).await
}

async fn end(office: &Office, code: &DraftCode, how: DraftState) -> Result<Response, PageError> {
    let ctx = office.ctx();
    let done = match how {
        DraftState::Recorded => {
            let held = office.somebody.post().ok_or(PageError::Forbidden)?;
            let account = office.somebody.account.clone();
            let by = Recorder { post: held.post.clone(), role: held.role, account };
            record_values(&ctx, code, (&asked(office).await?, &by)).await.map(|_| ())
        }
        DraftState::Discarded | DraftState::Open => discard_values(&ctx, code).await,
    };
    let mut read = office.app.db.read().await?;
    let draft = draft(&mut read, code).await?.ok_or(PageError::NotFound)?;
    drop(read);
    match done {
        Err(EntryRefusal::Ended) if draft.state == how => {}
        Err(refusal) => return show(office, code, Some(refusal)).await,
        Ok(()) => {}
    }
    let what = if how == DraftState::Recorded { "registrado" } else { "descartado" };
    Ok(see(office, &format!("{}?hecho={what}", owed_path(&draft.entity))))
}

/// A file of this draft, and of no other.
pub async fn file(
    office: Office,
    Path((code, digest)): Path<(DraftCode, String)>,
) -> Result<Response, PageError> {
    let digest: Digest = digest.parse().map_err(|_| PageError::NotFound)?;
    let mut read = office.app.db.read().await?;
    let draft = draft(&mut read, &code).await?.ok_or(PageError::NotFound)?;
    let kept = [Some(draft.rows), draft.evidence].into_iter().flatten().find(|kept| kept.digest == digest);
    let kept = kept.ok_or(PageError::NotFound)?;
    let mut bytes = Vec::new();
    let mut file = office.app.files.read(&digest)?;
    std::io::Read::read_to_end(&mut file, &mut bytes).map_err(PageError::internal)?;
    Ok(attachment(&kept.name, bytes))
}
