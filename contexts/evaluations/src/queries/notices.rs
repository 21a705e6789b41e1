use base::Known;
use db::{Conn, Files};
use jiff::Timestamp;
use workflow::{Notice, Title};

use super::{Laws, case_of, evaluations};
use crate::{Country, Unread, domain::Evaluation, store};

/// Something that posts are to be told about a matrix.
#[derive(Clone, Debug)]
pub struct MatrixNotice {
    pub evaluation: Evaluation,
    pub clock: Title,
    pub notice: Notice,
    /// Roles of the posts it is for.
    pub roles: Vec<&'static str>,
}

/// Every notice of every matrix that came to be owed by now, each as it would be however often one asked before.
///
/// # Errors
/// A pack that cannot be read; a history that its procedure does not know.
pub async fn notices(
    conn: &mut Conn,
    files: &Files,
    country: Country,
    (known, now): (Known, Timestamp),
) -> Result<Vec<MatrixNotice>, Unread> {
    let all = evaluations(conn, known).await?;
    let reported = all.into_iter().filter_map(|(one, report)| Some((one, report?)));
    let reported: Vec<_> = reported.collect();
    if reported.is_empty() {
        return Ok(Vec::new());
    }
    let Some(laws) = Laws::of(conn, files, country, (known, now)).await? else { return Ok(Vec::new()) };
    let mut acts = store::commitments::all_acts(conn, known).await?;
    let mut found = Vec::new();
    for (evaluation, report) in reported {
        let subject = laws.subject(conn, &evaluation.entity).await?;
        let engine = laws.engine(report.procedure.as_deref().unwrap_or_default(), &subject);
        let Some(engine) = engine else { continue };
        let taken = acts.remove(&evaluation.code).unwrap_or_default();
        let case = case_of(country, &evaluation.code, &report, &taken);
        let standing = engine.standing(&case, now).map_err(|bad| Unread::Law(bad.to_string()))?;
        for notice in engine.all_notices(evaluation.code.as_str(), &standing) {
            let Some(clock) = engine.procedure.clock(&notice.clock) else { continue };
            let plays = |role: &&'static str| {
                engine.procedure.role_of(role).is_some_and(|played| notice.to.iter().any(|to| to == played))
            };
            let roles = authz::ROLES.into_iter().filter(plays).collect();
            found.push(MatrixNotice {
                evaluation: evaluation.clone(),
                clock: clock.title.clone(),
                notice,
                roles,
            });
        }
    }
    Ok(found)
}
