//! Loading a pack, and reading it as it was known.
#![allow(clippy::unwrap_used)]
use std::{fs, path::Path};

use base::Known;
use pack::{Error, Pack, load};
use testkit::Bench;

const COUNTRY: &str = "code = 'XX'\nname = 'X'\nname_en = 'X'\ncurrency = 'XXX'\ncurrency_sign = 'X/'\nutc_offset_minutes = -300\n";

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

#[tokio::test]
async fn a_changed_file_is_a_new_version_and_the_old_one_stays() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "country.toml", COUNTRY);
    write(folder.path(), "law/rules.csv", "one");
    write(folder.path(), "law/gone.csv", "gone");
    write(folder.path(), "sample/budget/rows.csv", "not part of the pack");
    let bench = Bench::new(&[pack::MIGRATIONS]).await;

    let first = load(&bench.ctx, "XX", &Pack::open(folder.path()).unwrap()).await.unwrap();
    assert_eq!(first.added, ["country.toml", "law/gone.csv", "law/rules.csv"]);
    let then = bench.known().await;
    let again = load(&bench.ctx, "XX", &Pack::open(folder.path()).unwrap()).await.unwrap();
    assert!(again.is_empty() && again.unchanged == 3);
    assert_eq!(bench.known().await, then, "nothing changed, nothing written");

    write(folder.path(), "law/rules.csv", "two");
    fs::remove_file(folder.path().join("law/gone.csv")).unwrap();
    let second = load(&bench.ctx, "XX", &Pack::open(folder.path()).unwrap()).await.unwrap();
    assert_eq!(
        (second.changed, second.gone),
        (vec!["law/rules.csv".to_owned()], vec!["law/gone.csv".to_owned()])
    );

    let mut read = bench.read().await;
    let before = Pack::known(&mut read, &bench.ctx.files, then).await.unwrap();
    let now = Pack::known(&mut read, &bench.ctx.files, Known::NOW).await.unwrap();
    assert_eq!(before.text("law/rules.csv").unwrap(), "one");
    assert_eq!(now.text("law/rules.csv").unwrap(), "two");
    assert!(matches!(now.text("law/gone.csv"), Err(Error::Missing(_))));
    assert_eq!(now.country().unwrap().utc_offset_minutes, -300);
    assert_eq!(now.below("law").map(|(path, _)| path).collect::<Vec<_>>(), ["law/rules.csv"]);
    bench.verify().await;
}

#[tokio::test]
async fn a_folder_without_country_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(Pack::open(folder.path()), Err(Error::NotAPack { .. })));
    let bench = Bench::new(&[pack::MIGRATIONS]).await;
    let mut read = bench.read().await;
    assert!(matches!(Pack::known(&mut read, &bench.ctx.files, Known::NOW).await, Err(Error::NoPack)));
}

/// `init` stores the procedures with the law they rest on.
#[test]
fn the_procedures_of_peru_are_sound() {
    let pack = Pack::open(&testkit::peru()).unwrap();
    let procedures = pack.procedures().unwrap();
    assert!(procedures.all().iter().any(|one| one.id() == "plan_approval@2014-04-04@2014-04-04"));
}

#[test]
fn an_unsound_procedure_is_told_with_its_file() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "country.toml", COUNTRY);
    let law = testkit::peru().join("law");
    for table in ["rules.csv", "holidays.csv", "non_working_days.csv"] {
        write(folder.path(), &format!("law/{table}"), &fs::read_to_string(law.join(table)).unwrap());
    }
    assert!(Pack::open(folder.path()).unwrap().procedures().unwrap().all().is_empty());
    write(folder.path(), "procedures/one.toml", "code = 'one'\n");
    let refused = Pack::open(folder.path()).unwrap().procedures().unwrap_err().to_string();
    assert!(refused.starts_with("procedures/one.toml: not a declaration: "), "{refused}");
}
