//! A walk through the pages of a dataset gives every row once, in the order of the key, whatever the keys are.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
use std::collections::BTreeSet;

use base::{Known, Seq};
use dataset::{Asked, Cell, Cursor, Dataset, Publication, datasets, read};
use db::{Db, Migrations, Step, Value, insert_many};
use proptest::{collection::btree_set, prelude::*};
use testkit::Ground;

const PUBLICATION: Publication = Publication {
    context: "marks",
    toml: r#"
[[dataset]]
name = "marks"
table = "marks_rows"
key = ["word", "number"]

[marks_rows]
word = { publish = "public", why = "identity" }
number = { publish = "public", why = "identity", type = "integer" }
secret = { publish = "personal", why = "nobody else's" }
pim_centimos = { publish = "public", why = "money", type = "money", optional = true }
rec_from = { publish = "public", why = "recorded time", type = "integer" }
rec_to = { publish = "public", why = "recorded time", type = "integer" }
"#,
};

const MIGRATIONS: Migrations = Migrations {
    context: "marks",
    steps: &[Step {
        number: 1,
        name: "rows",
        sql: "CREATE TABLE marks_rows (word TEXT NOT NULL, number BIGINT NOT NULL, secret TEXT NOT NULL, \
              pim_centimos BIGINT, rec_from BIGINT NOT NULL, rec_to BIGINT NOT NULL)",
    }],
};

type Key = (String, i64);

fn marks() -> Dataset {
    datasets(&PUBLICATION).unwrap().remove(0)
}

/// Texts with what separates the parts of a cursor, and what escapes it.
fn keys() -> impl Strategy<Value = BTreeSet<Key>> {
    btree_set(("[a~%7E25ñ /]{0,6}", -3_i64..3), 0..40)
}

async fn filled(keys: &BTreeSet<Key>) -> (Db, Ground) {
    let ground = Ground::new().await;
    let db = ground.open().await;
    db.migrate(&[MIGRATIONS]).await.unwrap();
    let mut write = db.begin_write().await.unwrap();
    let columns = ["word", "number", "secret", "pim_centimos", "rec_from", "rec_to"];
    // A version that was closed before, one that stands, one that comes later.
    let versions = [(1, 2), (2, i64::MAX), (9, i64::MAX)];
    let rows = keys.iter().flat_map(|(word, number)| {
        versions.map(|(from, to)| {
            let values = [Value::from(word.as_str()), (*number).into(), "secret".into(), 150_i64.into()];
            values.into_iter().chain([Value::from(from), to.into()]).collect()
        })
    });
    insert_many(&mut write, "marks_rows", &columns, rows.collect::<Vec<_>>()).await.unwrap();
    write.commit().await.unwrap();
    (db, ground)
}

async fn walk(db: &Db, dataset: &Dataset, rows_max: usize) -> Vec<Key> {
    let mut conn = db.read().await.unwrap();
    let (mut found, mut after) = (Vec::new(), None::<String>);
    loop {
        let cursor = after.as_deref().map(|text| Cursor::parse(dataset, text).unwrap());
        let asked = Asked { known: Known(Seq(5)), filters: Vec::new(), after: cursor, rows_max };
        let page = read(&mut conn, dataset, &asked).await.unwrap();
        assert!(page.rows.len() <= rows_max);
        for row in &page.rows {
            let (Cell::Text(word), Cell::Integer(number)) = (&row[0], &row[1]) else { panic!("{row:?}") };
            assert_eq!(row[2].to_text(), "1.50");
            assert_eq!(row[3], Cell::Integer(2), "the version known then");
            assert_eq!(row.len(), 4, "nothing personal, and no end of a version");
            found.push((word.clone(), *number));
        }
        after = page.next.map(|cursor| cursor.to_string());
        if after.is_none() {
            return found;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn every_row_comes_once(keys in keys(), rows_max in 1_usize..12) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let walked = runtime.block_on(async {
            let (db, _ground) = filled(&keys).await;
            walk(&db, &marks(), rows_max).await
        });
        prop_assert_eq!(walked, keys.into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn any_text_is_a_place_or_is_refused(text in "\\PC*") {
        if let Ok(cursor) = Cursor::parse(&marks(), &text) {
            prop_assert_eq!(Cursor::parse(&marks(), &cursor.to_string()), Ok(cursor));
        }
    }
}

#[test]
fn a_declaration_that_cannot_be_kept_is_refused() {
    let check = |toml: &'static str, expect: &str| {
        let error = datasets(&Publication { context: "marks", toml }).unwrap_err().to_string();
        assert!(error.contains(expect), "{error}");
    };
    check("[[dataset]]\nname = \"a\"\ntable = \"b\"\nkey = []", "no table b is declared");
    check(
        "[[dataset]]\nname = \"a\"\ntable = \"b\"\nkey = [\"c\"]\n\
         [b]\nc = { publish = \"internal\", why = \"hidden\" }",
        "c is not a public column of b",
    );
    check("[b]\nc = { publish = \"secret\", why = \"no such word\" }", "secret");
    check("[b]\nc = { publish = \"public\" }", "why");
    check(
        "[[dataset]]\nname = \"a\"\ntable = \"b\"\nkey = []\n[[dataset]]\nname = \"a\"\ntable = \"b\"\nkey = []\n[b]",
        "declared twice",
    );
}
