use std::collections::{BTreeMap, BTreeSet};

use accounts::{actions::Words, domain::Person};
use journal::Ctx;
use mail::Letter;
use serde_json::json;

use super::{TellError, Teller, Told};
use crate::{
    domain::{Followed, Often, changes},
    queries::{self, AlertsSeen},
    store,
};

/// Who finds the words of a digest: the person, and what changed.
pub type DigestWriter<'a> = &'a (dyn Fn(&Person, &[crate::domain::Told]) -> Words + Send + Sync);

/// Tells everybody what changed of alerts in what they follow, in one letter as often as they want letters; whoever wants none is
/// told nothing, and sees it on pages. Ledger and letter are one entry.
///
/// # Errors
/// A database or a pack that cannot be read: nobody was told.
pub async fn tell_followers(
    ctx: &Ctx,
    (teller, writer): (&Teller<'_>, DigestWriter<'_>),
) -> Result<Told, TellError> {
    let mut read = ctx.db.read().await?;
    let today = teller.country.date(ctx.now);
    let often = store::letters::all(&mut read).await?;
    let mut followed = store::following::all(&mut read).await?;
    followed.retain(|account, _| often.get(account).copied().unwrap_or_default().tells_on(today));
    followed.retain(|account, _| often.get(account) != Some(&Often::Never));
    if followed.is_empty() {
        return Ok(Told::default());
    }
    let codes: Vec<String> = followed.keys().cloned().collect();
    let people = accounts::queries::active(&mut read, &codes).await?;
    let people: BTreeMap<String, Person> =
        people.into_iter().map(|account| (account.code.to_string(), account.person)).collect();
    let wanted: BTreeSet<Followed> = followed.values().flatten().cloned().collect();
    let asked = (teller.columnar, teller.country, today);
    let seen = queries::alerts_seen(&mut read, &ctx.files, asked, &wanted).await?;
    let told = store::following::told(&mut read).await?;
    drop(read);
    let none = BTreeSet::new();
    let found: Vec<_> = followed
        .iter()
        .filter_map(|(account, things)| {
            let person = people.get(account)?;
            let changed = of_things(&seen, things, told.get(account).unwrap_or(&none));
            (!changed.is_empty()).then_some((account, person, changed))
        })
        .collect();
    if found.is_empty() {
        return Ok(Told::default());
    }
    let mut act = ctx.open_office("office.tell_followers").await?;
    let (seq, at) = (act.seq(), act.at());
    // Another run may have told meanwhile.
    let told = store::following::told(act.conn()).await?;
    let mut done = Told::default();
    for (account, person, mut changed) in found {
        changed.retain(|one| !told.get(account).is_some_and(|told| told.contains(&one.identity)));
        if changed.is_empty() {
            continue;
        }
        let identities = changed.iter().map(|one| one.identity.clone()).collect::<Vec<_>>().into_iter();
        store::following::add_told(act.conn(), seq, account, identities).await?;
        let Words { subject, body } = writer(person, &changed);
        let (id, lang) = (format!("followed/{seq}/{account}"), person.lang.clone());
        let letter = Letter { id, recipient: person.email.clone(), lang, subject, body, not_before: at };
        mail::post(act.conn(), seq, &letter).await?;
        done.notices += changed.len();
        done.letters += 1;
    }
    if done.letters > 0 {
        act.commit("followed", &json!({ "changes": done.notices, "letters": done.letters })).await?;
    }
    Ok(done)
}

fn of_things(
    seen: &AlertsSeen,
    things: &BTreeSet<Followed>,
    told: &BTreeSet<String>,
) -> Vec<crate::domain::Told> {
    let mut all: Vec<_> = things.iter().filter_map(|one| seen.of.get(one)).flatten().cloned().collect();
    all.sort_by(|a, b| (&a.alert, a.since).cmp(&(&b.alert, b.since)));
    all.dedup();
    changes(told, &all, &seen.all)
}
