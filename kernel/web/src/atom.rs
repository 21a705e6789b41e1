//! Feeds (RFC 4287): what changed, for a program that tells its reader.
use atom_syndication::{Content, Entry, Feed, FixedDateTime, Link, Person, Text};
use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use jiff::Timestamp;

use crate::{PageError, Shell, encode};

/// A feed of one subject. Addresses are paths of this site.
#[derive(Clone, Debug)]
pub struct Atom {
    pub title: String,
    /// What names the subject, as the segments of its page.
    pub subject: Vec<String>,
    /// Of the newest entry; of a feed without entries, a moment that does not move by itself.
    pub updated: Timestamp,
    /// Where the feed itself is, and the page that tells the same.
    pub own: String,
    pub page: String,
    pub entries: Vec<AtomEntry>,
}

#[derive(Clone, Debug)]
pub struct AtomEntry {
    /// Tells it apart within the feed, for ever.
    pub name: String,
    pub title: String,
    pub at: Timestamp,
    pub href: String,
    pub lines: Vec<String>,
}

impl Atom {
    /// As an answer that any site may read.
    pub fn into_response(self, shell: &Shell) -> Result<Response, PageError> {
        let origin = shell.origin.clone().unwrap_or_default();
        let id = id(shell, &self.subject);
        let link = |rel: &str, href: &str, kind: &str| Link {
            href: format!("{origin}{href}"),
            rel: rel.to_owned(),
            mime_type: Some(kind.to_owned()),
            ..Link::default()
        };
        let feed = Feed {
            title: Text::plain(self.title),
            updated: instant(self.updated)?,
            lang: Some(shell.lang().tag().to_owned()),
            links: vec![
                link("self", &self.own, "application/atom+xml"),
                link("alternate", &self.page, "text/html"),
            ],
            authors: vec![Person { name: shell.t("web-name"), ..Person::default() }],
            entries: self
                .entries
                .into_iter()
                .map(|entry| entry.written(&origin, &id))
                .collect::<Result<_, _>>()?,
            id,
            ..Feed::default()
        };
        let headers = [
            (header::CONTENT_TYPE, "application/atom+xml; charset=utf-8"),
            (header::CACHE_CONTROL, "no-cache"),
            (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        ];
        Ok((headers, feed.to_string()).into_response())
    }
}

impl AtomEntry {
    fn written(self, origin: &str, feed: &str) -> Result<Entry, PageError> {
        let content = Content {
            value: Some(self.lines.join("\n")),
            content_type: Some("text".to_owned()),
            ..Content::default()
        };
        let href = format!("{origin}{}", self.href);
        Ok(Entry {
            title: Text::plain(self.title),
            id: format!("{feed}/{}", self.name),
            updated: instant(self.at)?,
            links: vec![Link { href, rel: "alternate".to_owned(), ..Link::default() }],
            content: Some(content),
            ..Entry::default()
        })
    }
}

/// A tag URI (RFC 4151): of this installation and no other.
fn id(shell: &Shell, subject: &[String]) -> String {
    let origin = shell.origin.as_deref().unwrap_or_default();
    let host = origin.split("://").nth(1).and_then(|rest| rest.split(':').next()).unwrap_or("localhost");
    let path: Vec<String> = subject.iter().map(|segment| encode(segment)).collect();
    format!("tag:{host},2026:{}/{}", shell.lang().tag(), path.join("/"))
}

fn instant(at: Timestamp) -> Result<FixedDateTime, PageError> {
    at.to_string().parse().map_err(PageError::internal)
}
