//! What stands in the ledger, and when.
use std::collections::BTreeSet;

use db::{Conn, RowExt, query};
use jiff::ToSpan;
use mail::{Error, Letter, Posted, Refusal, again, due, forget};

use crate::world::{Post, bench, letter, post, row};

#[tokio::test]
async fn one_letter_for_one_id() {
    let bench = bench().await;
    assert_eq!(post(&bench, &letter("reset/1")).await, Posted::New);
    let other = Letter { recipient: "eva@example.org".into(), ..letter("reset/1") };
    assert_eq!(post(&bench, &other).await, Posted::Already);
    assert_eq!(row(&bench, "reset/1").await.recipient, "reset.1@example.org", "it is as it was");
    // Sent, it is still the same letter.
    let post_office = Post::default();
    assert_eq!(post_office.keeper().send_due(&bench.ctx).await.unwrap().sent, 1);
    assert_eq!(post(&bench, &letter("reset/1")).await, Posted::Already);
    assert_eq!(post_office.keeper().send_until_empty(&bench.ctx).await.unwrap().handed(), 0);
    assert_eq!(post_office.carried().len(), 1);
    bench.verify().await;
}

#[tokio::test]
async fn a_letter_exists_if_its_act_happened() {
    let bench = bench().await;
    let mut act = bench.ctx.open("test.post_letter").await.unwrap();
    let seq = act.seq();
    assert_eq!(mail::post(act.conn(), seq, &letter("reset/1")).await.unwrap(), Posted::New);
    drop(act);
    assert_eq!(due(&mut *bench.read().await, bench.ctx.now, 10).await.unwrap(), []);
    assert_eq!(post(&bench, &letter("reset/1")).await, Posted::New);
}

#[tokio::test]
async fn what_could_not_be_sent_is_not_posted() {
    let bench = bench().await;
    let mut act = bench.ctx.open("test.post_letter").await.unwrap();
    let seq = act.seq();
    let broken = Letter { subject: "Hola\r\nBcc: eva@example.org".into(), ..letter("reset/1") };
    let refused = mail::post(act.conn(), seq, &broken).await;
    assert!(matches!(refused, Err(Error::Refused(Refusal::SubjectControl))), "{refused:?}");
    act.commit("letters", &()).await.unwrap();
    assert_eq!(due(&mut *bench.read().await, bench.ctx.now, 10).await.unwrap(), []);
}

#[tokio::test]
async fn letters_are_due_in_their_order_from_their_instant_on() {
    let mut bench = bench().await;
    let now = bench.ctx.now;
    for (id, hours) in [("later", 1), ("now", 0), ("old", -2), ("new", -1), ("twin", -1)] {
        let not_before = now.checked_add(hours.hours()).unwrap();
        post(&bench, &Letter { not_before, ..letter(id) }).await;
    }
    let ids = async |bench: &testkit::Bench, count_max| {
        let found = due(&mut *bench.read().await, bench.ctx.now, count_max).await.unwrap();
        found.into_iter().map(|due| due.letter.id).collect::<Vec<_>>()
    };
    assert_eq!(ids(&bench, 10).await, ["old", "new", "twin", "now"]);
    assert_eq!(ids(&bench, 2).await, ["old", "new"]);
    bench.set_now(now.checked_add(59.minutes()).unwrap());
    assert_eq!(ids(&bench, 10).await.len(), 4);
    bench.set_now(now.checked_add(1.hours()).unwrap());
    assert_eq!(ids(&bench, 10).await.len(), 5);
}

/// Sent, refused and waiting, two to one person.
async fn three() -> (testkit::Bench, Post) {
    let bench = bench().await;
    let post_office = Post::default();
    let to = |id: &str, recipient: &str| Letter { recipient: recipient.into(), ..letter(id) };
    post(&bench, &to("sent", "Ana@example.org")).await;
    post(&bench, &to("refused", "nobody@example.org")).await;
    post(&bench, &to("other", "eva@example.org")).await;
    post_office.seen().unknown.push("nobody@example.org".into());
    let report = post_office.keeper().send_due(&bench.ctx).await.unwrap();
    assert_eq!((report.sent, report.refused), (2, 1));
    post(&bench, &to("waiting", "ana@example.org")).await;
    (bench, post_office)
}

async fn forgotten(bench: &testkit::Bench, recipient: &str) -> u64 {
    let mut act = bench.ctx.open("test.forget").await.unwrap();
    let count = forget(act.conn(), recipient).await.unwrap();
    act.commit("letters", &()).await.unwrap();
    count
}

#[tokio::test]
async fn a_person_is_forgotten_and_the_letter_is_not_posted_again() {
    let (bench, post_office) = three().await;
    assert_eq!(forgotten(&bench, "ana@EXAMPLE.org").await, 1, "the one that waits is owed");
    assert_eq!(forgotten(&bench, "nobody@example.org").await, 1);
    assert_eq!(forgotten(&bench, "").await, 0);
    let mut read = bench.read().await;
    let sql = "SELECT id, recipient || subject || body || coalesce(error, '') AS told FROM mail_letters ORDER BY id";
    let rows = query(sql).fetch_all(&mut *read as &mut Conn).await.unwrap();
    let blank: Vec<(String, bool)> =
        rows.iter().map(|row| (row.text("id").unwrap(), row.text("told").unwrap().is_empty())).collect();
    let expect = [("other", false), ("refused", true), ("sent", true), ("waiting", false)];
    assert_eq!(blank, expect.map(|(id, blank)| (id.to_owned(), blank)));
    drop(read);
    assert_eq!(post(&bench, &letter("sent")).await, Posted::Already);
    assert_eq!(row(&bench, "sent").await.recipient, "");
    // Sent in its turn, the letter that waited can be forgotten too.
    assert_eq!(post_office.keeper().send_due(&bench.ctx).await.unwrap().sent, 1);
    assert_eq!(forgotten(&bench, "ana@example.org").await, 1);
    bench.verify().await;
}

#[tokio::test]
async fn what_was_refused_waits_again_where_an_operator_says_so() {
    let (bench, post_office) = three().await;
    post(&bench, &Letter { recipient: "nobody@example.org".into(), ..letter("gone") }).await;
    assert_eq!(post_office.keeper().send_due(&bench.ctx).await.unwrap().refused, 1);
    forgotten(&bench, "nobody@example.org").await;
    post(&bench, &Letter { recipient: "nobody@example.org".into(), ..letter("mended") }).await;
    assert_eq!(post_office.keeper().send_due(&bench.ctx).await.unwrap().refused, 1);
    post_office.seen().unknown.clear();
    let mut act = bench.ctx.open("test.again").await.unwrap();
    assert_eq!(again(act.conn(), bench.ctx.now).await.unwrap(), 1, "not what was forgotten or sent");
    act.commit("letters", &()).await.unwrap();
    let report = post_office.keeper().send_until_empty(&bench.ctx).await.unwrap();
    assert_eq!(report.sent, 1);
    assert_eq!(row(&bench, "mended").await.attempts, 1);
}

#[tokio::test]
async fn every_column_is_declared_and_none_is_public() {
    let publication = dataset::Publication { context: "mail", toml: mail::PUBLISH };
    let declared = dataset::tables(&publication).unwrap();
    assert_eq!(dataset::datasets(&publication).unwrap().len(), 0);
    let [table] = declared.as_slice() else { panic!("{declared:?}") };
    assert!(table.unpublished.is_some());
    assert!(table.columns.iter().all(|(_, column)| column.publish != dataset::Publish::Public));
    let bench = bench().await;
    let real = db::versions::columns(&mut *bench.read().await).await.unwrap().remove("mail_letters").unwrap();
    let named: BTreeSet<String> = table.columns.iter().map(|(column, _)| column.clone()).collect();
    assert_eq!(named, real);
}
