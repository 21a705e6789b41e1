//! Whatever is altered in the data folder, `verify` ends with 1 and says where.
use std::{
    fs,
    path::{Path, PathBuf},
};

use db::{Db, dynamic};

use crate::{
    desk::Desk,
    sample::{self, below},
};

#[test]
fn an_untouched_folder_passes_with_its_checkpoint() {
    let desk = Desk::own();
    assert!(desk.says("verify").contains("nothing was altered"));
    let checkpoint = desk.ends(0, "checkpoint");
    assert!(checkpoint.err.starts_with("quipu/pe+"), "the key to check it with: {}", checkpoint.err);
    desk.file("mine.txt", &checkpoint.out);
    let line = format!("verify --checkpoint {}", desk.path("mine.txt"));
    desk.says(&line);
    desk.file("obs.csv", "series,period,territory,value,source\nIDH,2031,PE,0.8,Prueba\n");
    desk.says(&format!("import observations {}", desk.path("obs.csv")));
    desk.says(&line);
    let person = desk.run("--actor Ana import observations x.csv");
    assert!(person.code == 2 && person.err.contains("code of a post or of a program"), "{}", person.all());
    let forged = checkpoint.out.replacen("\n30\n", "\n27\n", 1);
    assert_ne!(forged, checkpoint.out);
    desk.file("forged.txt", forged);
    desk.refuses(1, &format!("verify --checkpoint {}", desk.path("forged.txt")), "its text was changed");
    desk.file("nonsense.txt", "nonsense");
    desk.refuses(1, &format!("verify --checkpoint {}", desk.path("nonsense.txt")), "not a checkpoint");
}

#[test]
fn every_stored_file_is_watched() {
    let desk = Desk::own();
    let stored: Vec<PathBuf> =
        below(&desk.data.join("files")).into_iter().filter(|path| path.is_file()).collect();
    assert!(stored.len() >= 30, "{}", stored.len());
    // One altered in its middle, one longer, one gone: all are told in one run.
    for (n, path) in stored.iter().enumerate() {
        let mut bytes = fs::read(path).unwrap();
        match n % 3 {
            0 => {
                let middle = bytes.len() / 2;
                bytes[middle] ^= 1;
                fs::write(path, bytes).unwrap();
            }
            1 => {
                bytes.push(b'\n');
                fs::write(path, bytes).unwrap();
            }
            _ => fs::remove_file(path).unwrap(),
        }
    }
    let said = desk.ends(1, "verify").out;
    for (n, path) in stored.iter().enumerate() {
        let line = said.lines().find(|line| line.contains(&path.display().to_string()));
        let line = line.unwrap_or_else(|| panic!("{} is not told: {said}", path.display()));
        assert!(line.contains(if n % 3 == 2 { "gone" } else { "its bytes are not" }), "{line}");
    }
}

/// What somebody with a database tool would do, and the words that `verify` finds for it.
const TAMPERINGS: [(&str, &str); 12] = [
    ("UPDATE journal_entries SET actor = 'someone' WHERE seq = 3", "journal entry 3"),
    ("UPDATE journal_entries SET leaf = replace(leaf, 'MEF', 'MEX') WHERE seq = 24", "journal tree, level 0"),
    ("UPDATE journal_nodes SET hash = 'x' WHERE level = 1 AND position = 2", "journal tree, level 1, node 2"),
    ("DELETE FROM journal_nodes WHERE level = 2 AND position = 0", "journal tree"),
    ("DELETE FROM journal_entries WHERE seq = 7", "journal entry 7"),
    ("UPDATE planning_elements SET title = title || '.' WHERE element = 'OE2'", "table planning_elements"),
    (
        "DELETE FROM budget_attributions WHERE element = 'MUESTRA-POI-2020-11-011/AO1'",
        "table budget_attributions",
    ),
    (
        "UPDATE budget_attributions SET rec_to = 28 WHERE element = 'MUESTRA-POI-2020-11-011/AO1'",
        "table budget_attributions",
    ),
    (
        "UPDATE budget_deliveries SET source = 'X' WHERE delivery = 2",
        "table budget_deliveries: rows written by entry",
    ),
    (
        "INSERT INTO pack_files (path, digest, rec_from) SELECT path, digest, 4000 FROM pack_files LIMIT 1",
        "table pack_files: 1 rows that no entry wrote",
    ),
    (
        "UPDATE monitoring_observations SET value = '1' WHERE series = 'CEPLAN-POBREZA' AND territory = '01'",
        "table monitoring_observations",
    ),
    ("UPDATE directory_entities SET name = 'X' WHERE code = 'E:11-011'", "table directory_entities"),
];

#[tokio::test]
async fn every_table_is_watched() {
    for (sql, words) in TAMPERINGS {
        let desk = Desk::own();
        let db = Db::open(crate::server::place(&desk.data)).await.unwrap();
        let mut write = db.begin_write().await.unwrap();
        let done = dynamic(sql.to_owned()).execute(&mut *write).await.unwrap();
        assert!(done.rows_affected() > 0, "{sql} changes nothing");
        write.commit().await.unwrap();
        db.close().await;
        let ran = desk.ends(1, "verify");
        assert!(ran.out.contains(words), "{sql}\nsays not {words:?}: {}", ran.all());
    }
}

/// Every row of every table, as text.
async fn content(data: &Path) -> Result<String, db::Error> {
    let db = Db::open(crate::server::place(data)).await?;
    let mut read = db.read().await?;
    let text = crate::state::dump(&mut read, i64::MAX).await;
    drop(read);
    db.close().await;
    text
}

#[tokio::test]
async fn a_byte_changed_in_the_database_is_told_or_changes_no_fact() {
    let whole = sample::whole();
    let right = content(&whole).await.unwrap();
    let length = fs::metadata(whole.join("quipu.db")).unwrap().len();
    let mut chance = crate::chance::Chance::new(1_532);
    let desk = Desk::own();
    let path = desk.data.join("quipu.db");
    let good = fs::read(&path).unwrap();
    let mut told = 0;
    for n in 0..40 {
        // The first bytes say what file this is; the others are anywhere.
        let at = if n < 4 { n * 7 } else { usize::try_from(chance.below(length)).unwrap() };
        let mut bytes = good.clone();
        bytes[at] ^= 1 << chance.below(8);
        fs::write(&path, &bytes).unwrap();
        let ran = desk.run("verify");
        match ran.code {
            0 => assert!(content(&desk.data).await.is_ok_and(|text| text == right), "byte {at}: {ran:?}"),
            1 => {
                assert!(
                    ran.all().contains("quipu.db") || ran.all().contains("ALTERED"),
                    "byte {at}: {ran:?}"
                );
                told += 1;
            }
            code => panic!("byte {at}: exit code {code}: {}", ran.all()),
        }
        for beside in ["quipu.db-wal", "quipu.db-shm"] {
            let _ = fs::remove_file(desk.data.join(beside));
        }
    }
    assert!(told > 20, "{told} of 40 were told");
}
