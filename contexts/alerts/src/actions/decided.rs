//! A review decided about an alert: that answers it, in the act of the review.
use base::{Known, Seq};
use db::Conn;
use jiff::civil::Date;

use crate::{
    domain::{AlertCode, Held, Said},
    store,
};

/// Records a decision as the explanation of an alert while it is about what it was about then. Whoever calls has its act open,
/// and asked whether the post may.
///
/// # Errors
/// A database that cannot be written.
pub async fn decided(
    conn: &mut Conn,
    seq: Seq,
    (code, on): (&AlertCode, Date),
    (post, text, signature): (&str, &str, &str),
) -> Result<(), db::Error> {
    let before = store::answers::all(conn, Known::NOW).await?.answers.get(code).cloned().unwrap_or_default();
    let said = Said {
        what: Held::Explained,
        text: text.to_owned(),
        post: post.to_owned(),
        on,
        signature: signature.to_owned(),
    };
    store::answers::add(conn, seq, (code, before.len()), &said).await
}
