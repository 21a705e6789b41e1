//! For tests of pages: a shell without a server, and what every page must be.
use std::{collections::BTreeSet, sync::Arc};

use jiff::civil::date;

use crate::{Country, Frame, Lang, Matter, Messages, NavItem, Shell, TextsError, View};

/// A shell of `path` (with parameters) in `lang`, on 24 November 2026.
pub fn shell(
    lang: Lang,
    path: &str,
    title_key: &str,
    matter: Matter,
    messages: &[Messages],
) -> Result<Shell, TextsError> {
    let country = Country { name: "Perú".into(), currency: "S/".into(), utc_offset_minutes: -300 };
    let nav = vec![NavItem { path: "/", key: "web-home", order: 0 }];
    let frame = Arc::new(Frame::new(country, messages, nav)?);
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let prefixed = format!("{}{path}", lang.prefix());
    let view = View::parse(&prefixed, query).unwrap_or_else(|_| View::of(lang, path));
    let title = frame.texts.t(lang, title_key, &[]);
    Ok(Shell::new(frame, view, &title, matter, date(2026, 11, 24)).with_entries(1_204))
}

/// Defects that no page may have: a message missing, a script or inline style (the content policy would
/// block them), two elements of one id, no or several main headings, an image without its role, a sample
/// without its mark, more bytes than a citizen's line should carry.
pub fn defects(page: &str, matter: Matter) -> Vec<String> {
    let mut found = Vec::new();
    let mut when = |is_defect: bool, what: String| {
        if is_defect {
            found.push(what);
        }
    };
    let missing = page.split('⟦').nth(1).and_then(|rest| rest.split('⟧').next());
    when(missing.is_some(), format!("message missing: {}", missing.unwrap_or_default()));
    // A script is a file of our own, or the content policy blocks it.
    let scripts = page.matches("<script").count() - page.matches("<script src=\"/assets/").count();
    when(scripts > 0, "holds a script".to_owned());
    for forbidden in [" style=\"", "<style", " onclick=", "javascript:"] {
        when(page.contains(forbidden), format!("holds {forbidden}"));
    }
    // Markup escaped twice: a reader would see the tags.
    for escaped in
        ["&#60;div", "&#60;p ", "&#60;table", "&#60;span", "&#60;a ", "&lt;div", "&lt;table", "&lt;span"]
    {
        when(page.contains(escaped), format!("shows its own markup: {escaped}"));
    }
    let headings = page.matches("<h1").count();
    when(headings != 1, format!("{headings} main headings"));
    let mut ids = BTreeSet::new();
    for id in page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        when(!ids.insert(id), format!("two elements of id {id:?}"));
    }
    for svg in page.split("<svg").skip(1).filter_map(|rest| rest.split('>').next()) {
        // A group, where the parts of the image are links: a picture of role img would hide them.
        let is_group = svg.contains("role=\"group\"") && svg.contains("aria-labelledby=");
        let named = svg.contains("aria-hidden=\"true\"") || svg.contains("role=\"img\"") || is_group;
        when(!named, format!("an image that is neither named nor hidden: <svg{svg}>"));
    }
    when(matter != Matter::Real && !page.contains("q-sample-banner"), "a sample without its mark".into());
    when(page.len() > 400_000, format!("{} bytes before compression", page.len()));
    found
}
