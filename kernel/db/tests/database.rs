//! The store as its callers see it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use base::Digest;
use db::{Db, Files, Migrations, RowExt, Step, Value, insert_many, query};
use testkit::Ground;

const TABLES: Migrations = Migrations {
    context: "demo",
    steps: &[Step {
        number: 1,
        name: "facts",
        sql: "CREATE TABLE demo_facts (code TEXT NOT NULL, amount BIGINT NOT NULL, note TEXT, body BLOB);",
    }],
};

async fn fresh() -> (Db, Ground) {
    let ground = Ground::new().await;
    let db = ground.open().await;
    db.migrate(&[TABLES]).await.unwrap();
    (db, ground)
}

fn fact(code: usize) -> Vec<Value> {
    vec![format!("{code:06}").into(), i64::MAX.into(), Value::Null, vec![0_u8, 255].into()]
}

#[tokio::test]
async fn values_come_back_as_they_went() {
    let (db, _ground) = fresh().await;
    let mut write = db.begin_write().await.unwrap();
    let columns = ["code", "amount", "note", "body"];
    let count = insert_many(&mut write, "demo_facts", &columns, (0..1000).map(fact)).await.unwrap();
    assert_eq!(count, 1000);
    write.commit().await.unwrap();
    let mut read = db.read().await.unwrap();
    let rows = query("SELECT * FROM demo_facts ORDER BY code").fetch_all(&mut *read).await.unwrap();
    assert_eq!(rows.len(), 1000);
    assert_eq!(rows[7].text("code").unwrap(), "000007");
    assert_eq!(rows[7].int("amount").unwrap(), i64::MAX);
    assert_eq!(rows[7].opt_text("note").unwrap(), None);
    assert_eq!(rows[7].blob("body").unwrap(), [0, 255]);
    assert!(matches!(rows[7].parsed::<Digest>("code"), Err(db::Error::Corrupt { .. })));
}

#[tokio::test]
async fn nothing_is_kept_in_every_column_that_may_hold_it() {
    const LOOSE: Migrations = Migrations {
        context: "loose",
        steps: &[Step {
            number: 1,
            name: "facts",
            sql: "CREATE TABLE loose_facts (code TEXT, amount BIGINT, body BLOB DEFAULT NULL);",
        }],
    };
    let (db, _ground) = fresh().await;
    db.migrate(&[TABLES, LOOSE]).await.unwrap();
    let mut write = db.begin_write().await.unwrap();
    let columns = ["body", "amount", "code"];
    let some = vec![vec![1_u8].into(), 7.into(), "a".into()];
    let rows = [vec![Value::Null, Value::Null, Value::Null], some, vec![Value::Null, 8.into(), Value::Null]];
    insert_many(&mut write, "loose_facts", &columns, rows).await.unwrap();
    let sql = "SELECT code, amount, body FROM loose_facts ORDER BY coalesce(amount, 0)";
    let rows = query(sql).fetch_all(&mut *write).await.unwrap();
    let amounts: Vec<_> = rows.iter().map(|row| row.opt_int("amount").unwrap()).collect();
    assert_eq!(amounts, [None, Some(7), Some(8)]);
    assert_eq!(rows[1].blob("body").unwrap(), [1]);
    assert_eq!(rows[2].opt_text("code").unwrap(), None);
}

#[tokio::test]
async fn a_zero_character_is_refused_by_its_column() {
    let (db, _ground) = fresh().await;
    let mut write = db.begin_write().await.unwrap();
    let rows = [vec!["a".into(), 1.into()], vec!["a\0b".into(), 1.into()]];
    let done = insert_many(&mut write, "demo_facts", &["code", "amount"], rows).await;
    assert!(matches!(done, Err(db::Error::Nul { column: "code" })), "{done:?}");
}

#[tokio::test]
async fn one_has_the_turn_until_it_is_dropped() {
    let ground = Ground::new().await;
    let (one, other) = (ground.open().await, ground.open().await);
    let mut turn = one.take_turn("letters").await.unwrap().unwrap();
    assert!(turn.is_held().await);
    assert!(other.take_turn("letters").await.unwrap().is_none());
    assert!(other.take_turn("another").await.unwrap().is_some(), "another turn is another");
    drop(turn);
    // A server learns of a connection that was dropped when it looks.
    let mut taken = None;
    for _ in 0..100 {
        taken = other.take_turn("letters").await.unwrap();
        if taken.is_some() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    assert!(taken.is_some());
}

#[tokio::test]
async fn what_is_there_is_known_by_its_name() {
    let (db, _ground) = fresh().await;
    assert!(db.holds("demo_facts").await.unwrap() && !db.holds("demo_others").await.unwrap());
    assert_eq!(db.damage().await.unwrap().found, Vec::<String>::new());
    let columns = db::versions::columns(&mut db.read().await.unwrap()).await.unwrap();
    assert_eq!(columns["demo_facts"].iter().collect::<Vec<_>>(), ["amount", "body", "code", "note"]);
}

#[tokio::test]
async fn programs_that_start_at_once_make_the_tables_once() {
    let ground = Ground::new().await;
    let first = ground.open().await;
    let starts = (0..4).map(|_| async {
        let db = ground.open().await;
        db.migrate(&[TABLES]).await
    });
    // A file is opened by one first, as `init` does.
    if matches!(first.place(), db::Place::File(_)) {
        first.migrate(&[TABLES]).await.unwrap();
    }
    for done in futures::future::join_all(starts).await {
        done.unwrap();
    }
    assert!(first.holds("demo_facts").await.unwrap());
}

#[tokio::test]
async fn what_is_not_committed_has_not_happened() {
    let (db, _ground) = fresh().await;
    let mut before = db.read().await.unwrap();
    let count = "SELECT count(*) AS n FROM demo_facts";
    assert_eq!(query(count).fetch_one(&mut *before).await.unwrap().int("n").unwrap(), 0);
    let mut dropped = db.begin_write().await.unwrap();
    insert_many(&mut dropped, "demo_facts", &["code", "amount"], [vec!["x".into(), 1.into()]]).await.unwrap();
    drop(dropped);
    let mut kept = db.begin_write().await.unwrap();
    insert_many(&mut kept, "demo_facts", &["code", "amount"], [vec!["y".into(), 1.into()]]).await.unwrap();
    kept.commit().await.unwrap();
    assert_eq!(query(count).fetch_one(&mut *before).await.unwrap().int("n").unwrap(), 0, "a snapshot stays");
    let mut after = db.read().await.unwrap();
    assert_eq!(query(count).fetch_one(&mut *after).await.unwrap().int("n").unwrap(), 1);
}

#[tokio::test]
async fn an_edited_migration_is_refused() {
    let (db, _ground) = fresh().await;
    db.migrate(&[TABLES]).await.unwrap();
    let edited = Migrations {
        steps: &[Step { number: 1, name: "facts", sql: "CREATE TABLE demo_other (a TEXT);" }],
        ..TABLES
    };
    assert!(matches!(db.migrate(&[edited]).await, Err(db::Error::Migration { context: "demo", .. })));
}

#[test]
fn files_are_named_by_content_and_tampering_shows() {
    let folder = tempfile::tempdir().unwrap();
    let files = Files::open(folder.path()).unwrap();
    let digest = files.put(&b"abc"[..]).unwrap();
    assert_eq!(digest, Digest::of(b"abc"));
    assert_eq!(files.put(&b"abc"[..]).unwrap(), digest);
    assert_eq!(files.verify(&digest).unwrap(), Some(true));
    std::fs::write(files.path(&digest), b"abd").unwrap();
    assert_eq!(files.verify(&digest).unwrap(), Some(false));
    assert_eq!(files.verify(&Digest::of(b"other")).unwrap(), None);
    drop(files.draft().unwrap());
    assert_eq!(std::fs::read_dir(folder.path().join("draft")).unwrap().count(), 0);
}
