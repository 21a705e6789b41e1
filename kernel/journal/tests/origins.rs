//! Which acts brought the facts that stand.
#![allow(clippy::unwrap_used)]
use base::{Known, Seq};
use db::{Files, Migrations, Step, insert_many, query};
use journal::{Ctx, Rows, origins};
use testkit::Ground;

const THINGS: Migrations = Migrations {
    context: "things",
    steps: &[Step {
        number: 1,
        name: "things",
        sql: "CREATE TABLE things (name TEXT NOT NULL, source TEXT NOT NULL, rec_from BIGINT NOT NULL, \
              rec_to BIGINT NOT NULL DEFAULT 9223372036854775807);",
    }],
};

/// An act that closes some names and opens others.
async fn act(ctx: &Ctx, closed: &[&str], opened: &[(&str, &str)], payload: serde_json::Value) -> Seq {
    let mut act = ctx.open("things.load").await.unwrap();
    let seq = act.seq();
    for name in closed {
        query("UPDATE things SET rec_to = $1 WHERE name = $2 AND rec_to = $3")
            .bind(seq.0)
            .bind((*name).to_owned())
            .bind(Seq::OPEN.0)
            .execute(&mut *act.conn())
            .await
            .unwrap();
    }
    let rows = opened.iter().map(|(name, source)| vec![(*name).into(), (*source).into(), seq.into()]);
    insert_many(act.conn(), "things", &["name", "source", "rec_from"], rows).await.unwrap();
    act.commit("things", &payload).await.unwrap()
}

/// `SEQ rows refused source told` of each act named, and how many are older.
async fn said(ctx: &Ctx, known: Known, rows: &[Rows], named_max: usize) -> (Vec<String>, usize) {
    let found = origins(&mut ctx.db.read().await.unwrap(), known, rows, named_max).await.unwrap();
    let line = |o: &journal::Origin| {
        let refused = o.refused.map_or("-".to_owned(), |n| n.to_string());
        format!(
            "{} {} {refused} {} {}",
            o.seq.0,
            o.rows,
            o.source.as_deref().unwrap_or("-"),
            o.told.join("+")
        )
    };
    (found.named.iter().map(line).collect(), found.older)
}

#[tokio::test]
async fn facts_name_the_acts_that_brought_them_as_they_stood() {
    let ground = Ground::new().await;
    let db = ground.open().await;
    db.migrate(&[journal::MIGRATIONS, THINGS]).await.unwrap();
    let files = Files::open(&ground.path().join("files")).unwrap();
    let now = "2026-03-02T14:00:00Z".parse().unwrap();
    let ctx = Ctx { db, files, actor: "operator".into(), now };
    let first = serde_json::json!({"source": "INEI", "refused": 2});
    act(&ctx, &[], &[("a", "x"), ("b", "y"), ("c", "y")], first).await;
    act(&ctx, &["b"], &[("b", "z")], serde_json::json!({"added": 1})).await;
    let all = || Rows::of("things").told_in("source");
    let check = async |known: Known, rows: &[Rows], max, named: &[&str], older| {
        let expect = (named.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>(), older);
        assert_eq!(said(&ctx, known, rows, max).await, expect);
    };
    check(Known::NOW, &[all()], 9, &["2 1 - - z", "1 2 2 INEI x+y"], 0).await;
    check(Known(Seq(1)), &[all()], 9, &["1 3 2 INEI y+x"], 0).await;
    check(Known(Seq(0)), &[all()], 9, &[], 0).await;
    check(Known::NOW, &[all()], 1, &["2 1 - - z"], 1).await;
    check(Known::NOW, &[all().with("name", ["a", "c"])], 9, &["1 2 2 INEI x+y"], 0).await;
    check(Known::NOW, &[all().with("name", ["a"]).with("source", ["y"])], 9, &[], 0).await;
    let none: [&str; 0] = [];
    check(Known::NOW, &[all().with("name", none)], 9, &[], 0).await;
    let some = [Rows::of("things").with("name", ["b"]), Rows::of("things").with("name", ["a"])];
    check(Known::NOW, &some, 9, &["2 1 - - ", "1 1 2 INEI "], 0).await;
}
