//! The one way to write.
use base::Seq;
use db::{Conn, Db, Files, Write, query};
use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Value, json};

use crate::{
    Error, LEAF_BYTES_MAX, actor::is_public_name, canonical, effects::effects, payload, read, store,
};

/// Who acts, when, and on which state. Time is an argument: nothing below reads a clock.
#[derive(Clone, Debug)]
pub struct Ctx {
    pub db: Db,
    pub files: Files,
    pub actor: String,
    pub now: Timestamp,
}

/// Stands in the leaf of an act that changed nothing that the public is shown.
pub(crate) const OFFICE: &str = "office";

/// A change under way: its transaction and the number its entry will have. Dropped without
/// [`Act::commit`], nothing has happened.
pub struct Act {
    write: Write,
    files: Files,
    seq: Seq,
    at: Timestamp,
    actor: String,
    command: &'static str,
    /// The last entry before that changed what the public is shown; none where this one does.
    shown_before: Option<Seq>,
}

impl Ctx {
    /// Opens the writing transaction; one act at a time, others wait. `command` is `context.verb_noun`.
    pub async fn open(&self, command: &'static str) -> Result<Act, Error> {
        self.begin(command, false).await
    }

    /// As [`Ctx::open`], for an act that changes nothing that the public is shown: who logged in, a draft. Whatever was
    /// made for readers stays good. It writes to no table of which a column is published.
    pub async fn open_office(&self, command: &'static str) -> Result<Act, Error> {
        self.begin(command, true).await
    }

    async fn begin(&self, command: &'static str, is_office: bool) -> Result<Act, Error> {
        if !is_public_name(&self.actor) {
            return Err(Error::Actor(self.actor.clone()));
        }
        let mut write = self.db.begin_write().await?;
        let last = read::last(&mut write).await?;
        let seq = Seq(last.as_ref().map_or(0, |entry| entry.seq.0) + 1);
        // A clock set back must not reorder the journal: what is known at an instant never shrinks.
        let at = last.as_ref().map_or(self.now, |entry| entry.at.max(self.now));
        let shown_before = is_office.then(|| last.map_or(Seq(0), |entry| entry.shown));
        Ok(Act {
            write,
            files: self.files.clone(),
            seq,
            at,
            actor: self.actor.clone(),
            command,
            shown_before,
        })
    }
}

impl Act {
    /// Sequence number of the entry to come: `rec_from` of the versions it opens, `rec_to` of those it closes.
    pub const fn seq(&self) -> Seq {
        self.seq
    }

    pub const fn at(&self) -> Timestamp {
        self.at
    }

    pub fn conn(&mut self) -> &mut Conn {
        &mut self.write
    }

    /// Appends the entry and commits; when this returns, both are on disk. `payload` is the input of the
    /// command without personal data (those go by their hash).
    pub async fn commit(mut self, subject: &str, payload: &(impl Serialize + Sync)) -> Result<Seq, Error> {
        let leaf = self.leaf(subject, payload).await?;
        let sql = "INSERT INTO journal_entries (seq, at, actor, command, subject, leaf, shown) \
                   VALUES ($1, $2, $3, $4, $5, $6, $7)";
        query(sql)
            .bind(self.seq.0)
            .bind(read::instant(self.at))
            .bind(self.actor)
            .bind(self.command)
            .bind(subject.to_owned())
            .bind(leaf.clone())
            .bind(self.shown_before.unwrap_or(self.seq).0)
            .execute(&mut *self.write)
            .await
            .map_err(db::Error::from)?;
        store::append_leaf(&mut self.write, self.seq, leaf.as_bytes()).await?;
        self.write.commit().await?;
        Ok(self.seq)
    }

    /// The entry's text. A payload too long for a published entry is kept whole as a stored file, and the
    /// leaf names it by its digest.
    async fn leaf(&mut self, subject: &str, payload: &impl Serialize) -> Result<String, Error> {
        let value: Value = serde_json::to_value(payload)
            .map_err(|source| Error::Payload { command: self.command.to_owned(), source })?;
        let leaf = self.text(subject, &value).await?;
        if leaf.len() <= LEAF_BYTES_MAX {
            return Ok(leaf);
        }
        let whole = canonical(&value);
        let digest = self.files.put(whole.as_bytes())?;
        let named = json!({payload::KEY: digest.to_string(), "bytes": whole.len()});
        let leaf = self.text(subject, &named).await?;
        let bytes = leaf.len();
        if bytes > LEAF_BYTES_MAX { Err(Error::LongLeaf { seq: self.seq.0, bytes }) } else { Ok(leaf) }
    }

    async fn text(&mut self, subject: &str, payload: &Value) -> Result<String, Error> {
        let effects: serde_json::Map<String, Value> = effects(&mut self.write, self.seq)
            .await?
            .into_iter()
            .map(|(table, digest)| (table, digest.to_string().into()))
            .collect();
        let mut text = json!({
            "seq": self.seq.0,
            "at": read::instant(self.at),
            "actor": self.actor,
            "command": self.command,
            "subject": subject,
            "payload": payload,
            "effects": effects,
        });
        if let (Some(_), Some(fields)) = (self.shown_before, text.as_object_mut()) {
            fields.insert(OFFICE.to_owned(), true.into());
        }
        Ok(canonical(&text))
    }
}
