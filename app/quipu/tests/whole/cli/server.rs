//! A database on a server, as the command line takes it.
use std::fs;

use crate::{
    desk::Desk,
    sample::{MADE, program_at},
    server,
};

#[test]
fn what_is_no_address_is_refused_without_repeating_it() {
    let desk = Desk::nothing();
    for (url, words) in [
        ("mysql://quipu:s3cret@db.example/quipu", "no address of a database"),
        ("postgres://quipu:s3cret@db.example", "names no database"),
        ("postgres://quipu:s3cret@db.example/quipu?sslmod=require", "\"sslmod\""),
        ("s3cret", "no address of a database"),
    ] {
        let ran = program_at(&desk.data, MADE, Some(url)).arg("status").output().unwrap();
        let said = String::from_utf8([ran.stdout, ran.stderr].concat()).unwrap();
        assert_eq!(ran.status.code(), Some(2), "{said}");
        assert!(said.contains(words) && !said.contains("s3cret"), "{said}");
        assert!(!desk.data.exists(), "nothing is made");
    }
    let nobody = "postgres://quipu:s3cret@127.0.0.1:1/quipu?sslmode=disable";
    let ran = program_at(&desk.data, MADE, Some(nobody)).arg("status").output().unwrap();
    let said = String::from_utf8(ran.stderr).unwrap();
    assert_eq!(ran.status.code(), Some(1), "{said}");
    assert!(said.contains("is the server running") && !said.contains("s3cret"), "{said}");
}

#[test]
#[ignore = "needs a server: app/quipu/tests/postgres/run"]
fn a_folder_and_a_database_belong_together() {
    assert!(server::is_meant());
    let desk = Desk::nothing();
    desk.refuses(2, "status", "no data in postgres://");
    let desk = Desk::bare();
    desk.says("deadline access.answer 2020-03-02");
    // The key of another journal would sign this one.
    fs::rename(desk.data.join("journal.key"), desk.room.path().join("key")).unwrap();
    desk.refuses(2, "status", "has no journal.key");
    desk.refuses(2, "init countries/peru", "has no journal.key");
    fs::rename(desk.room.path().join("key"), desk.data.join("journal.key")).unwrap();
    desk.ends(0, "verify");
    fs::write(desk.data.join("quipu.db"), "").unwrap();
    desk.refuses(2, "status", "has a database of its own");
}
