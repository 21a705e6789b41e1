//! `/registro/{seq}`: one entry, the text that was hashed, and the proof that it stands in the log.
use askama::Template;
use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use base::Seq;
use journal::{Entry, Proof, payload_file, tree};
use web::components::{Facts, Notice, NoticeKind};
use web::{Format, Matter, PageError, Reading, Shell};

use super::words::{done, moment};

#[derive(Template)]
#[template(path = "entry.html")]
pub struct EntryPage {
    shell: Shell,
    facts: Facts,
    /// Said where the payload is a stored file.
    apart: Option<Notice>,
    leaf: String,
    proof: String,
    size: i64,
    previous: Option<(String, i64)>,
    next: Option<(String, i64)>,
    json: String,
}

pub async fn get(mut reading: Reading, Path(seq): Path<String>) -> Result<Response, PageError> {
    let (entry, proof) = find(&mut reading, &seq).await?;
    if reading.view.format == Format::Json {
        // The very bytes that were hashed.
        let kind = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-cache")];
        return Ok((kind, entry.leaf).into_response());
    }
    let title =
        reading.app.frame.texts.t(reading.view.lang, "record-entry-title", &[("n", entry.seq.0.into())]);
    let shell = reading.shell(&title, Matter::Real).under(crate::PATH, &reading.t("record-title"));
    web::html(&EntryPage::of(shell, &entry, &proof))
}

/// The entry known then under this number, written as numbers are, with its proof in the log of that day.
async fn find(reading: &mut Reading, number: &str) -> Result<(Entry, Proof), PageError> {
    let seq = number.parse().ok().map(Seq).filter(|seq| seq.0.to_string() == number);
    let size = reading.recorded().await?;
    let seq = seq.filter(|seq| (1..=size.0).contains(&seq.0)).ok_or(PageError::NotFound)?;
    let app = reading.app.clone();
    let conn = reading.conn();
    let entry = journal::entry(conn, seq).await?.ok_or(journal::Error::MissingEntry { seq: seq.0 })?;
    let checkpoint = crate::signer(&app)?.checkpoint(conn, size).await?.ok_or(PageError::NotFound)?;
    let proof = journal::proof(conn, seq, checkpoint).await?.ok_or(PageError::NotFound)?;
    Ok((entry, proof))
}

impl EntryPage {
    pub fn of(shell: Shell, entry: &Entry, proof: &Proof) -> Self {
        let (seq, size) = (entry.seq.0, proof.checkpoint.size);
        let beside = |seq: i64| (shell.view.link_to(&["registro", &seq.to_string()]), seq);
        let apart = payload_file(&entry.leaf).map(|digest| {
            let words = shell.t1("record-apart", "digest", digest.to_string());
            Notice::new(&shell, NoticeKind::Important, words)
        });
        Self {
            facts: facts(&shell, entry),
            apart,
            leaf: entry.leaf.clone(),
            proof: proof.to_string(),
            size,
            previous: (seq > 1).then(|| beside(seq - 1)),
            next: (seq < size).then(|| beside(seq + 1)),
            json: shell.view.with_format(Format::Json).here(),
            shell,
        }
    }
}

fn facts(shell: &Shell, entry: &Entry) -> Facts {
    Facts::default()
        .with(&shell.t("record-when"), moment(shell, entry.at))
        .with(&shell.t("record-what"), done(shell, &entry.command))
        .with(&shell.t("record-command"), entry.command.as_str())
        .with(&shell.t("record-subject"), entry.subject.as_str())
        .with(&shell.t("record-who"), entry.actor.as_str())
        .with(&shell.t("record-leaf-hash"), tree::leaf_hash(entry.leaf.as_bytes()).to_string())
}
