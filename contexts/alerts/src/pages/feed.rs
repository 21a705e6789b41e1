//! `/alertas.atom`: the same list for a program that tells its reader.
use axum::response::Response;
use jiff::Timestamp;
use web::{Atom, AtomEntry, KnownAt, Matter, PageError, Reading};

use super::{
    PATH,
    list::{Wanted, found, scope},
    offset, words,
};

/// The newest that a feed tells.
const ENTRIES_MAX: usize = 100;

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let scope = scope(&reading)?;
    let found = found(&mut reading, &scope).await?;
    let shell = reading.shell(&reading.t("alerts-title"), Matter::Real);
    let wanted = Wanted::of(&shell)?;
    let offset = offset(&reading.app);
    let mut views = Vec::new();
    let law = found.as_ref().map(|found| &found.law);
    for view in found.iter().flat_map(|found| &found.views).filter(|view| wanted.admits(view)) {
        views.push(view);
    }
    views.sort_by(|a, b| (b.alert.since, &b.alert.cause).cmp(&(a.alert.since, &a.alert.cause)));
    let entry = |view: &&crate::queries::AlertView| {
        let (alert, law) = (&view.alert, law?);
        let sample = if alert.sample { format!(" [{}]", shell.t("web-sample")) } else { String::new() };
        let lead = alert.leads().map(|lead| words::trigger(&shell, law, lead)).unwrap_or_default();
        let at = alert.since.at(0, 0, 0, 0);
        Some(AtomEntry {
            name: format!("{}/{}", alert.code(), alert.since),
            title: format!("{lead}: {}{sample}", words::name(&shell, alert)),
            at: offset.to_timestamp(at).ok()?,
            href: shell
                .view
                .with_known(KnownAt::Now)
                .without("trigger")
                .link(&format!("/alerta/{}", alert.code())),
            lines: alert.signs.iter().map(|sign| words::sign(&shell, sign)).collect(),
        })
    };
    let entries: Vec<AtomEntry> = views.iter().take(ENTRIES_MAX).filter_map(entry).collect();
    let updated = entries.iter().map(|entry| entry.at).max().unwrap_or(Timestamp::UNIX_EPOCH);
    let own = shell.view.with_known(KnownAt::Now);
    let page = own.link(PATH);
    let subject = vec!["alertas".to_owned(), own.here()];
    Atom { title: shell.t("alerts-title"), subject, updated, own: own.here(), page, entries }
        .into_response(&shell)
}
