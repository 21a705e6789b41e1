use db::{Conn, Files};
use jiff::Timestamp;
use workflow::{Engine, PossibleAct, Procedure, Standing};

use super::Governing;
use crate::{
    Country,
    actions::Refusal,
    domain::{CaseCode, CaseHead, Draft, Taken, procedure_role},
    store::{self, Comment},
};

/// A case with everything in it, as it stands.
pub struct CaseView {
    pub head: CaseHead,
    pub procedure: Procedure,
    pub standing: Standing,
    pub taken: Vec<Taken>,
    pub drafts: Vec<Draft>,
    pub comments: Vec<Comment>,
    /// Acts that the role that asked may do now.
    pub possible: Vec<workflow::DeclaredAct>,
}

/// What a case is about; none where there is none of that code.
pub async fn head(conn: &mut Conn, code: &CaseCode) -> Result<Option<CaseHead>, db::Error> {
    store::one(conn, code).await
}

/// Every case, the newest first.
pub async fn cases(conn: &mut Conn) -> Result<Vec<CaseHead>, db::Error> {
    store::all(conn).await
}

/// One case at an instant, and what a post of that role may do in it.
pub async fn case(
    conn: &mut Conn,
    files: &Files,
    country: Country,
    (code, now, role): (&CaseCode, Timestamp, &str),
) -> Result<Option<CaseView>, Refusal> {
    let Some(head) = store::one(conn, code).await? else { return Ok(None) };
    let law = Governing::of(conn, files, country, (&head, now)).await?;
    let procedure = law.procedures.version(&head.procedure).ok_or(Refusal::NoProcedure)?;
    let taken = store::acts(conn, code).await?;
    let engine = Engine { procedure, view: law.view() };
    let bad = |history: workflow::BadHistory| workflow::Refusal::from(Box::new(history));
    let standing = engine.standing(&head.case(&taken), now).map_err(bad)?;
    let role = procedure_role(role).unwrap_or_default();
    let possible =
        engine.possible(&standing, role).into_iter().map(|PossibleAct { act, .. }| act.clone()).collect();
    Ok(Some(CaseView {
        drafts: store::drafts(conn, code).await?,
        comments: store::comments(conn, code).await?,
        procedure: procedure.clone(),
        head,
        standing,
        taken,
        possible,
    }))
}
