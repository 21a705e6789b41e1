use db::{Conn, Files};
use jiff::Timestamp;
use workflow::{DeclaredAct, PossibleAct, Procedure, Standing};

use super::Governing;
use crate::{
    Country,
    actions::Refusal,
    domain::{CaseCode, CaseHead, Draft, Taken},
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
    pub possible: Vec<DeclaredAct>,
}

impl CaseView {
    /// Whether the case waits for the role that asked: to withdraw it, or to give a clock more time, is always open to
    /// somebody and waits for nobody.
    pub fn waits(&self) -> bool {
        waits(&self.procedure, &self.possible)
    }
}

pub(super) fn waits<'a>(procedure: &Procedure, possible: impl IntoIterator<Item = &'a DeclaredAct>) -> bool {
    possible.into_iter().any(|act| {
        let to = act.to.as_deref().and_then(|to| procedure.state(to));
        to.is_some_and(|state| !state.is_final || state.phase == crate::APPROVED)
    })
}

/// What a case is about; none where there is none of that code.
pub async fn head(conn: &mut Conn, code: &CaseCode) -> Result<Option<CaseHead>, db::Error> {
    store::one(conn, code).await
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
    let engine = law.engine(&head)?;
    let taken = store::acts(conn, code).await?;
    let standing = law.standing((&head, &taken), now)?;
    let role = engine.procedure.role_of(role).unwrap_or_default();
    let possible: Vec<DeclaredAct> =
        engine.possible(&standing, role).into_iter().map(|PossibleAct { act, .. }| act.clone()).collect();
    Ok(Some(CaseView {
        drafts: store::drafts(conn, code).await?,
        comments: store::comments(conn, code).await?,
        procedure: engine.procedure.clone(),
        head,
        standing,
        taken,
        possible,
    }))
}
