//! What a server is asked before it is used. Run by `app/quipu/tests/postgres/run`, which starts one.
#![allow(clippy::unwrap_used, clippy::panic)]
use db::{Db, Error, RowExt, Server, Unfit, dynamic};
use testkit::Ground;

fn address() -> String {
    std::env::var(testkit::SERVER).unwrap_or_else(|_| panic!("{} names no server", testkit::SERVER))
}

async fn order(sql: String) {
    let db = Db::open(address().parse::<Server>().unwrap()).await.unwrap();
    dynamic(sql.clone())
        .execute(&mut *db.glance().await.unwrap())
        .await
        .unwrap_or_else(|e| panic!("{sql}: {e}"));
    db.close().await;
}

/// Makes a database so, and tries to open it.
async fn check(name: &str, so: &str, expect: impl Fn(&Unfit) -> bool) {
    order(format!("CREATE DATABASE {name} TEMPLATE template0 {so}")).await;
    if so.contains("read only") {
        order(format!("ALTER DATABASE {name} SET default_transaction_read_only = on")).await;
    }
    let server: Server = address().replacen("/quipu?", &format!("/{name}?"), 1).parse().unwrap();
    let error = Db::open(server).await.err();
    order(format!("DROP DATABASE {name} WITH (FORCE)")).await;
    match error {
        Some(Error::Unfit { place, unfit }) => {
            assert!(expect(&unfit), "{so}: {unfit}");
            assert!(place.contains(name), "{place}");
        }
        other => panic!("{so}: {other:?}"),
    }
}

#[tokio::test]
#[ignore = "needs a server: app/quipu/tests/postgres/run"]
async fn a_server_that_would_answer_otherwise_is_refused() {
    let collation =
        |unfit: &Unfit| matches!(unfit, Unfit::Collation(_)) && unfit.to_string().contains("LOCALE 'C'");
    check("unfit_utf8", "ENCODING 'SQL_ASCII' LOCALE 'C'", |u| *u == Unfit::Encoding("SQL_ASCII".into()))
        .await;
    check("unfit_collate", "ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C'", collation).await;
    check("unfit_ctype", "ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'", collation).await;
    check("unfit_icu", "ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'es' LOCALE 'C'", collation).await;
    check("unfit_copy", "ENCODING 'UTF8' LOCALE 'C' /* read only */", |u| *u == Unfit::ReadOnly).await;
    let nowhere: Server = address().parse::<Server>().unwrap().in_schema("nowhere_at_all");
    assert!(matches!(Db::open(nowhere).await, Err(Error::Unfit { unfit: Unfit::Schema, .. })));
}

#[tokio::test]
#[ignore = "needs a server: app/quipu/tests/postgres/run"]
async fn a_server_or_database_that_is_not_there_is_told() {
    for (url, words) in [
        (address().replacen("/quipu?", "/nothing?", 1), "\"nothing\" does not exist"),
        (address().replacen("postgres@", "nobody:s3cret@", 1), "\"nobody\" does not exist"),
        ("postgres://u:s3cret@127.0.0.1:1/quipu?sslmode=disable".to_owned(), "refused"),
        ("postgres://u:s3cret@no.such.host.invalid/quipu".to_owned(), "is the server running"),
    ] {
        let error = Db::open(url.parse::<Server>().unwrap()).await.unwrap_err();
        assert!(matches!(error, Error::Unreachable { .. }), "{error}");
        let told = error.to_string();
        assert!(told.contains(words) && !told.contains("s3cret"), "{told}");
    }
}

#[tokio::test]
#[ignore = "needs a server: app/quipu/tests/postgres/run"]
async fn a_turn_is_lost_with_its_connection_and_taken_again() {
    let ground = Ground::new().await;
    let (db, other) = (ground.open().await, ground.open().await);
    let mut turn = db.take_turn("letters").await.unwrap().unwrap();
    assert!(turn.is_held().await && other.take_turn("letters").await.unwrap().is_none());
    // As when the server is started again.
    let sql = "SELECT count(pg_terminate_backend(l.pid)) AS n FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid \
               WHERE l.locktype = 'advisory' AND l.classid = 1364544850 AND a.application_name = current_setting('application_name')";
    let ended = dynamic(sql.to_owned()).fetch_one(&mut *other.glance().await.unwrap()).await.unwrap();
    assert_eq!(ended.int("n").unwrap(), 1);
    assert!(!turn.is_held().await, "the server forgot it");
    assert!(other.take_turn("letters").await.unwrap().is_some());
}

#[tokio::test]
#[ignore = "needs a server: app/quipu/tests/postgres/run"]
async fn every_connection_keeps_what_it_acknowledged() {
    let ground = Ground::new().await;
    let db = ground.open().await;
    let sql = "SELECT current_setting('synchronous_commit') AS sync, current_setting('transaction_isolation') AS seen, \
               current_setting('transaction_read_only') AS closed, current_setting('fsync') AS disk";
    let mut read = db.read().await.unwrap();
    let row = dynamic(sql.to_owned()).fetch_one(&mut *read).await.unwrap();
    let of = |name: &str| row.text(name).unwrap();
    assert_eq!([of("sync"), of("seen"), of("closed"), of("disk")], ["on", "repeatable read", "on", "on"]);
    let mut write = db.begin_write().await.unwrap();
    let row = dynamic(sql.to_owned()).fetch_one(&mut *write).await.unwrap();
    assert_eq!([row.text("seen").unwrap(), row.text("closed").unwrap()], ["read committed", "off"]);
}
