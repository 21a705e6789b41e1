//! The journal as a sceptic would try it.
#![allow(clippy::unwrap_used)]
use base::{Known, Seq};
use db::{Conn, Files, Migrations, RowExt, Step, Value, insert_many, query};
use jiff::Timestamp;
use journal::{Checkpoint, Ctx, Finding, SigningKey, checkpoint, known_at, last_shown, recorded_at, verify};
use serde_json::json;
use testkit::Ground;

const DEMO: Migrations = Migrations {
    context: "demo",
    steps: &[Step {
        number: 1,
        name: "facts",
        sql: "CREATE TABLE demo_facts (code TEXT NOT NULL, amount BIGINT NOT NULL, note TEXT, \
              rec_from BIGINT NOT NULL, rec_to BIGINT NOT NULL DEFAULT 9223372036854775807);",
    }],
};

async fn open(ground: &Ground, now: &str) -> Ctx {
    let db = ground.open().await;
    db.migrate(&[journal::MIGRATIONS, DEMO]).await.unwrap();
    let files = Files::open(&ground.path().join("files")).unwrap();
    Ctx { db, files, actor: "operator".into(), now: now.parse().unwrap() }
}

/// Opens a new version of `code`, closing the one before.
async fn record(ctx: &Ctx, code: &str, amount: i64) -> Seq {
    let mut act = ctx.open("demo.record_fact").await.unwrap();
    let seq = act.seq();
    let sql = "UPDATE demo_facts SET rec_to = $1 WHERE code = $2 AND rec_to = 9223372036854775807";
    query(sql).bind(seq.0).bind(code.to_owned()).execute(act.conn()).await.unwrap();
    let row: Vec<Value> = vec![code.into(), amount.into(), Value::Null, seq.into()];
    insert_many(act.conn(), "demo_facts", &["code", "amount", "note", "rec_from"], [row]).await.unwrap();
    act.commit(code, &json!({"amount": amount})).await.unwrap()
}

async fn twenty(ground: &Ground) -> Ctx {
    let ctx = open(ground, "2026-03-01T12:00:00Z").await;
    for n in 0..20 {
        record(&ctx, &format!("f{}", n % 7), n).await;
    }
    ctx
}

async fn findings(ctx: &Ctx) -> Vec<Finding> {
    verify(&mut ctx.db.read().await.unwrap(), None).await.unwrap()
}

async fn by_hand(ctx: &Ctx, sql: &'static str) {
    let mut write = ctx.db.begin_write().await.unwrap();
    query(sql).execute(&mut *write as &mut Conn).await.unwrap();
    write.commit().await.unwrap();
}

#[tokio::test]
async fn an_honest_journal_has_no_findings() {
    let ground = Ground::new().await;
    assert_eq!(findings(&twenty(&ground).await).await, []);
}

#[tokio::test]
async fn every_alteration_is_found_where_it_was_made() {
    let table = || "demo_facts".to_owned();
    let cases: [(&str, Finding); 9] = [
        ("UPDATE demo_facts SET amount = 99 WHERE rec_from = 3", Finding::Rows { seq: 3, table: table() }),
        ("UPDATE demo_facts SET note = '' WHERE rec_from = 20", Finding::Rows { seq: 20, table: table() }),
        ("DELETE FROM demo_facts WHERE rec_from = 5", Finding::Rows { seq: 5, table: table() }),
        (
            "INSERT INTO demo_facts VALUES ('x', 1, NULL, 7, 9223372036854775807)",
            Finding::Rows { seq: 7, table: table() },
        ),
        (
            "INSERT INTO demo_facts VALUES ('x', 1, NULL, 70, 9223372036854775807)",
            Finding::Strays { table: table(), rows: 1 },
        ),
        (
            "UPDATE demo_facts SET rec_to = 9223372036854775807 WHERE rec_from = 1",
            Finding::Rows { seq: 8, table: table() },
        ),
        (
            "UPDATE journal_entries SET actor = 'nobody' WHERE seq = 4",
            Finding::Entry { seq: 4, detail: "the actor is not the leaf's" },
        ),
        ("DELETE FROM journal_entries WHERE seq = 9", Finding::Entry { seq: 9, detail: "missing" }),
        (
            "UPDATE journal_entries SET leaf = replace(leaf, '\"amount\":5', '\"amount\":6') WHERE seq = 6",
            Finding::Node { level: 0, position: 5 },
        ),
    ];
    for (sql, expected) in cases {
        let ground = Ground::new().await;
        let ctx = twenty(&ground).await;
        by_hand(&ctx, sql).await;
        let found = findings(&ctx).await;
        assert!(found.contains(&expected), "after {sql}: {found:?}");
    }
}

#[tokio::test]
async fn a_checkpoint_outlives_a_rewritten_journal() {
    let ground = Ground::new().await;
    let ctx = twenty(&ground).await;
    let key = SigningKey::from_seed(&[7; 32]);
    let kept = checkpoint(&mut ctx.db.read().await.unwrap(), "quipu/demo", &key).await.unwrap().unwrap();
    let read: Checkpoint = kept.to_string().parse().unwrap();
    assert_eq!((&read, read.check(&key)), (&kept, Ok(())));
    assert!(read.check(&SigningKey::from_seed(&[8; 32])).is_err());
    let forged: Checkpoint = kept.to_string().replace("\n20\n", "\n19\n").parse().unwrap();
    assert!(forged.check(&key).is_err());

    record(&ctx, "later", 1).await;
    assert_eq!(verify(&mut ctx.db.read().await.unwrap(), Some(&kept)).await.unwrap(), []);

    // Somebody with the whole folder makes another, consistent history: only the checkpoint tells.
    let other = Ground::new().await;
    let rewritten = open(&other, "2026-03-01T12:00:00Z").await;
    for n in 0..21 {
        record(&rewritten, "f", n).await;
    }
    assert_eq!(findings(&rewritten).await, []);
    let found = verify(&mut rewritten.db.read().await.unwrap(), Some(&kept)).await.unwrap();
    assert_eq!(found, [Finding::Checkpoint { size: 20, detail: "entries it covers were changed" }]);
}

#[tokio::test]
async fn what_is_known_at_an_entry_never_changes() {
    let ground = Ground::new().await;
    let ctx = twenty(&ground).await;
    let known = Known(Seq(12));
    let facts = async || {
        let sql = "SELECT code, amount FROM demo_facts WHERE rec_from <= $1 AND $1 < rec_to ORDER BY code";
        let mut read = ctx.db.read().await.unwrap();
        let rows = query(sql).bind(known.seq()).fetch_all(&mut *read as &mut Conn).await.unwrap();
        rows.iter().map(|r| (r.text("code").unwrap(), r.int("amount").unwrap())).collect::<Vec<_>>()
    };
    let before = facts().await;
    for n in 0..30 {
        record(&ctx, &format!("f{}", n % 9), 100 + n).await;
        assert_eq!(facts().await, before);
    }
}

#[tokio::test]
async fn time_never_goes_back() {
    let ground = Ground::new().await;
    let ctx = open(&ground, "2026-03-01T12:00:00Z").await;
    record(&ctx, "a", 1).await;
    let earlier = Ctx { now: "2026-02-01T00:00:00Z".parse().unwrap(), ..ctx.clone() };
    record(&earlier, "b", 1).await;
    let later = Ctx { now: "2026-04-01T00:00:00Z".parse().unwrap(), ..ctx.clone() };
    record(&later, "c", 1).await;
    let mut read = ctx.db.read().await.unwrap();
    let at = |text: &str| text.parse::<Timestamp>().unwrap();
    assert_eq!(known_at(&mut read, at("2026-02-15T00:00:00Z")).await.unwrap(), Known(Seq(0)));
    assert_eq!(known_at(&mut read, at("2026-03-01T12:00:00Z")).await.unwrap(), Known(Seq(2)));
    assert_eq!(known_at(&mut read, at("2026-05-01T00:00:00Z")).await.unwrap(), Known(Seq(3)));
}

#[tokio::test]
async fn acts_of_the_office_change_nothing_that_is_shown() {
    let ground = Ground::new().await;
    let ctx = open(&ground, "2026-03-01T12:00:00Z").await;
    let office = |now: &str| Ctx { now: now.parse().unwrap(), ..ctx.clone() };
    let shown = async |at: &str| {
        let mut read = ctx.db.read().await.unwrap();
        let at: Timestamp = at.parse().unwrap();
        let recorded = recorded_at(&mut read, at).await.unwrap().0;
        (recorded, known_at(&mut read, at).await.unwrap().seq(), last_shown(&mut read).await.unwrap().0)
    };
    assert_eq!(shown("2026-02-01T00:00:00Z").await, (0, 0, 0), "an empty journal");
    let act = office("2026-03-01T12:30:00Z").open_office("demo.log_in").await.unwrap();
    act.commit("session", &json!({})).await.unwrap();
    assert_eq!(shown("2026-04-01T00:00:00Z").await, (1, 0, 0), "nothing was shown before");
    record(&ctx, "a", 1).await;
    let act = office("2026-03-02T12:00:00Z").open_office("demo.log_in").await.unwrap();
    act.commit("session", &json!({})).await.unwrap();
    assert_eq!(shown("2026-04-01T00:00:00Z").await, (3, 2, 2));
    record(&office("2026-03-03T12:00:00Z"), "b", 1).await;
    assert_eq!(shown("2026-03-02T13:00:00Z").await, (3, 2, 4), "what was known on a day stays");
    assert_eq!(findings(&ctx).await, []);
    // Hiding that something changed is found, and so is pretending that an act of the office changed something.
    for sql in [
        "UPDATE journal_entries SET shown = 2 WHERE seq = 4",
        "UPDATE journal_entries SET shown = 3 WHERE seq = 3",
    ] {
        by_hand(&ctx, sql).await;
        assert!(
            matches!(&findings(&ctx).await[..], [Finding::Entry { detail, .. }] if detail.contains("shown")),
            "{sql}"
        );
        by_hand(&ctx, "UPDATE journal_entries SET shown = CASE seq WHEN 4 THEN 4 ELSE 2 END WHERE seq > 2")
            .await;
        assert_eq!(findings(&ctx).await, []);
    }
}

#[tokio::test]
async fn an_act_dropped_leaves_no_trace() {
    let ground = Ground::new().await;
    let ctx = twenty(&ground).await;
    drop(ctx.open("demo.record_fact").await.unwrap());
    assert_eq!(record(&ctx, "next", 1).await, Seq(21));
    assert_eq!(findings(&ctx).await, []);
}

/// Each with connections of its own, as programs on several machines have.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn acts_of_several_programs_follow_each_other() {
    let ground = Ground::new().await;
    let first = open(&ground, "2026-03-01T12:00:00Z").await;
    let mut programs = Vec::new();
    for n in 0..4 {
        let ctx = Ctx { db: ground.open().await, ..first.clone() };
        programs.push(tokio::spawn(async move {
            let mut own = Vec::new();
            for _ in 0..10 {
                own.push(record(&ctx, &format!("f{n}"), n).await.0);
                drop(ctx.open("demo.record_fact").await.unwrap());
            }
            own
        }));
    }
    let mut all = Vec::new();
    for program in programs {
        let own = program.await.unwrap();
        assert!(own.is_sorted(), "{own:?}");
        all.extend(own);
    }
    all.sort_unstable();
    assert_eq!(all, (1..=40).collect::<Vec<i64>>(), "no number twice and none left out");
    assert_eq!(findings(&first).await, []);
}
