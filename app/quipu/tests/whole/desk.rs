//! The real program over one data folder, as a person at a terminal uses it.
use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;
use tempfile::TempDir;

use crate::{
    sample::{self, MADE},
    server,
};

pub struct Desk {
    pub data: PathBuf,
    /// What tests write; a data folder of its own is in it too.
    pub room: TempDir,
    pub now: String,
    /// Ends with the desk.
    #[allow(dead_code, reason = "what matters is when it is dropped")]
    pub database: server::Own,
}

/// How one run ended and what it said.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    pub fn all(&self) -> String {
        format!("{}{}", self.out, self.err)
    }
}

impl Desk {
    /// Over the sample that every test reads.
    pub fn reading() -> Self {
        Self {
            data: sample::whole(),
            room: TempDir::new().unwrap(),
            now: MADE.to_owned(),
            database: server::Own::none(),
        }
    }

    /// Over a copy of the sample.
    pub fn own() -> Self {
        Self::over(&sample::whole())
    }

    /// Over a copy of the pack without its sample.
    pub fn bare() -> Self {
        Self::over(&sample::bare())
    }

    pub fn over(data: &Path) -> Self {
        let desk = Self::to_be();
        sample::copy_house(data, &desk.data);
        desk
    }

    /// Over a folder that does not exist yet.
    pub fn nothing() -> Self {
        let desk = Self::to_be();
        server::begin(&desk.data);
        desk
    }

    fn to_be() -> Self {
        let room = TempDir::new().unwrap();
        let data = room.path().join("data");
        Self { database: server::Own::of(&data), data, room, now: MADE.to_owned() }
    }

    /// `line` is split at blanks, as no argument of a test holds one.
    pub fn run(&self, line: &str) -> Ran {
        let output = sample::program(&self.data, &self.now).args(line.split_whitespace()).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        let code = output.status.code().unwrap_or_else(|| panic!("{line}: ended by a signal"));
        Ran { code, out: text(output.stdout), err: text(output.stderr) }
    }

    /// Ends with this exit code.
    #[track_caller]
    pub fn ends(&self, code: i32, line: &str) -> Ran {
        let ran = self.run(line);
        assert_eq!(ran.code, code, "quipu {line}\n{}", ran.all());
        ran
    }

    /// What a command that does what it should writes; it complains of nothing.
    #[track_caller]
    pub fn says(&self, line: &str) -> String {
        let ran = self.ends(0, line);
        assert_eq!(ran.err, "", "quipu {line}");
        ran.out
    }

    #[track_caller]
    pub fn json(&self, line: &str) -> Value {
        parsed(line, &self.says(&format!("{line} --format json")))
    }

    /// Refuses in words.
    #[track_caller]
    pub fn refuses(&self, code: i32, line: &str, words: &str) {
        let ran = self.ends(code, line);
        assert!(ran.all().contains(words), "quipu {line} does not say {words:?}:\n{}", ran.all());
        let hard = ["panicked", "os error", "Error during planning"];
        let found = hard.iter().find(|word| ran.all().contains(**word));
        assert_eq!(found, None, "quipu {line}:\n{}", ran.all());
    }

    /// A file of the test's own.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.room.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    pub fn path(&self, name: &str) -> String {
        self.room.path().join(name).display().to_string()
    }
}

#[track_caller]
pub fn parsed(line: &str, text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("quipu {line} is no JSON: {error}\n{text}"))
}
