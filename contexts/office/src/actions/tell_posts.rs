use std::collections::{BTreeMap, BTreeSet};

use accounts::{actions::Words, domain::Person};
use budget::columnar::Columnar;
use directory::queries::Answering;
use formulation::Country;
use jiff::civil::Date;
use journal::Ctx;
use mail::Letter;
use serde_json::json;

use crate::{
    domain::{Notice, Often},
    queries::{self, NoticesError},
    store,
};

/// Who finds the words of a letter to a person with what their posts are told.
pub type Writer<'a> = &'a (dyn Fn(&Person, &[Notice]) -> Words + Send + Sync);

/// How posts are told.
pub struct Teller<'a> {
    pub country: Country,
    /// Reads the money that some alerts are about.
    pub columnar: &'a dyn Columnar,
    pub writer: Writer<'a>,
}

/// What was told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told {
    pub notices: usize,
    pub letters: usize,
}

#[derive(Debug, thiserror::Error)]
pub enum TellError {
    #[error(transparent)]
    Notices(#[from] NoticesError),
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Journal(#[from] journal::Error),
    #[error(transparent)]
    Mail(#[from] mail::Error),
    #[error("the program was given no engine that reads money")]
    NoColumnar,
}

/// Tells posts what they were not told yet: whoever answers for a post gets one letter with everything of their posts,
/// as often as they want letters. A notice that nobody answers for waits until somebody does.
///
/// Notice and letter are one entry: none is told twice, and none is marked as told of which no letter exists.
pub async fn tell_posts(ctx: &Ctx, teller: &Teller<'_>) -> Result<Told, TellError> {
    let mut read = ctx.db.read().await?;
    let owed =
        queries::owed_notices(&mut read, &ctx.files, teller.columnar, (teller.country, ctx.now)).await?;
    let today = teller.country.date(ctx.now);
    let told = store::notices::told(&mut read).await?;
    let batch = addressed(&mut read, today, fresh(owed, &told)).await?;
    drop(read);
    if batch.is_empty() {
        return Ok(Told::default());
    }
    let mut act = ctx.open_office("office.tell_posts").await?;
    let (seq, at) = (act.seq(), act.at());
    // Another run may have told meanwhile.
    let told = store::notices::told(act.conn()).await?;
    let mut done = Told::default();
    for (person, often, notices) in batch {
        let notices = fresh(notices, &told);
        if notices.is_empty() {
            continue;
        }
        store::notices::add(act.conn(), seq, &notices).await?;
        done.notices += notices.len();
        if often != Often::Never {
            let Words { subject, body } = (teller.writer)(&person.1, &notices);
            let (id, lang) = (format!("notices/{seq}/{}", person.0), person.1.lang.clone());
            let letter =
                Letter { id, recipient: person.1.email.clone(), lang, subject, body, not_before: at };
            mail::post(act.conn(), seq, &letter).await?;
            done.letters += 1;
        }
    }
    if done.notices > 0 {
        act.commit("notices", &json!({ "notices": done.notices, "letters": done.letters })).await?;
    }
    Ok(done)
}

/// Those that were not told.
fn fresh(mut notices: Vec<Notice>, told: &BTreeSet<(String, String)>) -> Vec<Notice> {
    notices.retain(|one| !told.contains(&(one.post.to_string(), one.identity.clone())));
    notices
}

/// An account with its person, how often they want letters, and what there is to tell.
type Addressed = ((String, Person), Often, Vec<Notice>);

/// What is told today, by who answers for the posts.
async fn addressed(conn: &mut db::Conn, today: Date, owed: Vec<Notice>) -> Result<Vec<Addressed>, db::Error> {
    if owed.is_empty() {
        return Ok(Vec::new());
    }
    let answering = Answering::on(conn, today).await?;
    let often = store::letters::all(conn).await?;
    let mut by_account: BTreeMap<String, Vec<Notice>> = BTreeMap::new();
    for notice in owed {
        let Some(account) = answering.account(&notice.post) else { continue };
        if often.get(account).copied().unwrap_or_default().tells_on(today) {
            by_account.entry(account.to_owned()).or_default().push(notice);
        }
    }
    let codes: Vec<String> = by_account.keys().cloned().collect();
    let people = accounts::queries::active(conn, &codes).await?;
    let found = people.into_iter().filter_map(|account| {
        let code = account.code.to_string();
        let mut notices = by_account.remove(&code)?;
        notices.sort_by(|a, b| (a.kind, a.due, &a.identity).cmp(&(b.kind, b.due, &b.identity)));
        let often = often.get(&code).copied().unwrap_or_default();
        Some(((code, account.person), often, notices))
    });
    Ok(found.collect())
}
