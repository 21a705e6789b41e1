//! Says one thing of the design of a budget programme, instead of what was said of it before.
use base::Known;
use budget::queries::{ListError, ListedProgramme, listed_products, listed_programmes};
use directory::{domain::Entity, queries::entities_of};
use jiff::tz::Offset;
use journal::Ctx;
use serde_json::json;

use crate::domain::design::{NoStatement, Statement, Told, stated};
use crate::store;

/// What is said, of which programme, and by whom.
#[derive(Clone, Copy, Debug)]
pub struct Description<'a> {
    pub programme: &'a str,
    pub told: Told<'a>,
    /// Post, and the body it belongs to; no body where the post's role describes any programme.
    pub post: &'a str,
    pub body: Option<&'a str>,
    /// Of the country: days begin at its midnight.
    pub offset: Offset,
}

/// Why nothing was said.
#[derive(Debug, thiserror::Error)]
pub enum DesignRefusal {
    #[error("there is no budget programme {0:?} on the list of today")]
    NoProgramme(String),
    #[error("another body leads this programme: it says what its design is")]
    NotYours,
    #[error("the programme has no product {0:?} on the list of today")]
    NoProduct(String),
    #[error(transparent)]
    Statement(#[from] NoStatement),
    #[error("the same was said of it already")]
    NothingNew,
    #[error(transparent)]
    List(#[from] ListError),
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Journal(#[from] journal::Error),
}

/// # Errors
/// No such programme or product, a body that does not lead it, a statement that lacks a part, or the same once more.
pub async fn describe_programme(ctx: &Ctx, new: Description<'_>) -> Result<(), DesignRefusal> {
    let (product, aspect, words, amount, source) = stated(&new.told)?;
    let mut act = ctx.open("monitoring.describe_programme").await?;
    let (seq, at) = (act.seq(), act.at());
    let on = new.offset.to_datetime(at).date();
    let known = Known(journal::last_shown(act.conn()).await?);
    let short = |text: &str| text.chars().take(40).collect::<String>();
    let listed = listed_programmes(act.conn(), &ctx.files, (known, on)).await?;
    let programme = listed.into_iter().find(|one| one.code == new.programme);
    let programme = programme.ok_or_else(|| DesignRefusal::NoProgramme(short(new.programme)))?;
    if let Some(code) = new.body {
        let body = entities_of(act.conn(), known, on, &[code]).await?;
        if !body.iter().any(|body| leads(body, &programme)) {
            return Err(DesignRefusal::NotYours);
        }
    }
    if let Some(code) = &product {
        let products = listed_products(act.conn(), &ctx.files, (known, on), &programme.code).await?;
        if products.iter().all(|one| one.code != *code) {
            return Err(DesignRefusal::NoProduct(short(code)));
        }
    }
    let said = Statement {
        programme: programme.code,
        product,
        aspect,
        words,
        amount,
        source,
        post: new.post.to_owned(),
        at,
    };
    let before = store::designs::of_programme(act.conn(), Known::NOW, &said.programme).await?;
    let is_same = |other: &Statement| {
        (&other.product, other.aspect, &other.words, &other.amount, &other.source)
            == (&said.product, said.aspect, &said.words, &said.amount, &said.source)
    };
    if before.iter().any(is_same) {
        return Err(DesignRefusal::NothingNew);
    }
    store::designs::put(act.conn(), seq, &said).await?;
    let payload = json!({
        "product": said.product, "aspect": said.aspect, "words": said.words, "amount": said.amount,
        "source": said.source,
    });
    act.commit(&said.programme, &payload).await?;
    Ok(())
}

/// Whether the body is the one that the list names.
pub(crate) fn leads(body: &Entity, programme: &ListedProgramme) -> bool {
    let named = programme.lead.as_ref().map(|(sector, pliego)| (sector.as_str(), pliego.as_str()));
    named.is_some() && body.sector.as_deref().zip(body.pliego.as_deref()) == named
}
