//! Data folders that take seconds to make: made once per program and pack, and kept beside the build.
use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    process::{Command, Output},
    time::UNIX_EPOCH,
};

use base::Digest;

use crate::server;

/// When the samples were made, as their journals say: 9 in the morning in Lima.
pub const MADE: &str = "2026-03-02T14:00:00Z";

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

pub fn peru() -> PathBuf {
    root().join("countries/peru")
}

/// The whole sample of Peru. Read alone: who changes it takes a copy.
pub fn whole() -> PathBuf {
    kept("whole", |data| program(data, MADE).args(["init", "countries/peru", "--sample"]).output().unwrap())
}

/// The pack of Peru without its sample.
pub fn bare() -> PathBuf {
    kept("bare", |data| program(data, MADE).args(["init", "countries/peru"]).output().unwrap())
}

/// The program with no setting of the machine that runs the test.
pub fn program(data: &Path, now: &str) -> Command {
    program_at(data, now, server::url(data).as_deref())
}

/// The same, where the database is said.
pub fn program_at(data: &Path, now: &str, url: Option<&str>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_quipu"));
    for name in ["QUIPU_DATA", "QUIPU_DATABASE", "QUIPU_ACTOR", "QUIPU_LANG", "QUIPU_LOG"] {
        command.env_remove(name);
    }
    command.current_dir(root()).env("QUIPU_NOW", now).arg("--data").arg(data);
    command.args(url.iter().flat_map(|url| ["--database", url]));
    command
}

/// The command line of the same program, read in this process.
pub fn line(data: &Path, rest: &[&str]) -> Vec<String> {
    line_at(data, server::url(data).as_deref(), rest)
}

/// The same, where the database is said.
pub fn line_at(data: &Path, url: Option<&str>, rest: &[&str]) -> Vec<String> {
    let mut line = vec!["quipu".to_owned(), "--data".to_owned(), data.display().to_string()];
    line.extend(url.iter().flat_map(|url| ["--database".to_owned(), (*url).to_owned()]));
    line.extend(rest.iter().map(|&word| word.to_owned()));
    line
}

/// A data folder that whoever comes first makes, while others wait.
pub fn kept(name: &str, make: impl FnOnce(&Path) -> Output) -> PathBuf {
    let room = room();
    fs::create_dir_all(&room).unwrap();
    let lock = File::create(room.join(format!("{name}.lock"))).unwrap();
    lock.lock().unwrap();
    let folder = room.join(format!("{name}-{}", fingerprint(&peru())));
    if folder.is_dir() {
        return folder;
    }
    for old in fs::read_dir(&room).unwrap().map(|item| item.unwrap().path()) {
        let before = old.file_name().unwrap().to_string_lossy().starts_with(&format!("{name}-"));
        if before {
            server::end(&old);
            fs::remove_dir_all(old).unwrap();
        }
    }
    let fresh = tempfile::tempdir_in(&room).unwrap().keep();
    server::begin(&fresh);
    let made = make(&fresh);
    assert!(made.status.success(), "init: {}", String::from_utf8_lossy(&made.stderr));
    fs::rename(&fresh, &folder).unwrap();
    server::hand_over(&fresh, &folder);
    // Copies are made of it while tests read the other.
    server::copy(&folder, &unread(&folder));
    folder
}

/// Samples of a server are those of its room: another server knows nothing of them.
fn room() -> PathBuf {
    let name = match server::url(Path::new("")) {
        Some(url) => format!("samples-{}", &Digest::of(url.as_bytes()).to_string()[..16]),
        None => "samples".to_owned(),
    };
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// Stands for a folder whose database nobody is connected to.
fn unread(folder: &Path) -> PathBuf {
    folder.join("unread")
}

/// Copies a data folder with its database.
pub fn copy_house(from: &Path, to: &Path) {
    copy(from, to);
    let is_kept = from.starts_with(room());
    server::copy(if is_kept { unread(from) } else { from.to_owned() }.as_path(), to);
}

/// Of the program and of every file of the pack, by size and time of change.
fn fingerprint(pack: &Path) -> String {
    let mut files = vec![PathBuf::from(env!("CARGO_BIN_EXE_quipu"))];
    files.extend(below(pack));
    let mut text = String::new();
    for file in files {
        let about = file.metadata().unwrap();
        let changed = about.modified().unwrap().duration_since(UNIX_EPOCH).unwrap().as_nanos();
        text += &format!("{}\t{}\t{changed}\n", file.display(), about.len());
    }
    Digest::of(text.as_bytes()).to_string()[..16].to_owned()
}

/// Every file below a folder, sorted.
pub fn below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for item in fs::read_dir(folder).unwrap() {
        let path = item.unwrap().path();
        if path.is_dir() { found.extend(below(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

/// Copies a data folder that no process writes. What SQLite keeps beside its file while it is read stays, and so do
/// the indexes of search, which whoever serves the folder may be making.
pub fn copy(from: &Path, to: &Path) {
    for item in fs::read_dir(from).unwrap().map(|item| item.unwrap().path()) {
        let name = item.file_name().unwrap().to_string_lossy().into_owned();
        if name == "index" || name.contains("quipu.db-") {
            continue;
        }
        for file in if item.is_dir() { below(&item) } else { vec![item] } {
            let target = to.join(file.strip_prefix(from).unwrap());
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            fs::copy(&file, target).unwrap();
        }
    }
}
