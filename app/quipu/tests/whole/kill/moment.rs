//! When a process is killed: after some time, or as soon as it is seen to do something.
use std::{
    fs,
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant, SystemTime},
};

use crate::chance::Chance;

const NAP: Duration = Duration::from_micros(50);

#[derive(Clone, Copy, Debug)]
pub enum Moment {
    After(Duration),
    /// A file is being written that has no name yet.
    Draft(Duration),
    /// The database writes to its file, or its log holds this many bytes: an act is being committed.
    Write(u64, Duration),
    /// It acknowledged something.
    Said(Duration),
    Never,
}

/// How a process ended, and the whole lines that it had said.
#[derive(Debug)]
#[allow(dead_code, reason = "what is printed when a test fails")]
pub struct Ending {
    pub status: ExitStatus,
    pub said: String,
    pub complained: String,
    /// From its start to its last line.
    pub said_after: Duration,
}

impl Moment {
    /// Most follow what the process does, for there the dangers are; some come at any time.
    pub fn any(chance: &mut Chance, takes: Duration, drafts: bool) -> Self {
        let then = Duration::from_micros(chance.below(2_000));
        match chance.below(10) {
            0..4 => Self::After(takes.mul_f64(chance.below(1_050) as f64 / 1_000.0)),
            4..6 if drafts => Self::Draft(then),
            // What a server writes is not seen from here.
            4..8 if crate::server::is_meant() => {
                Self::After(takes.mul_f64(chance.below(1_000) as f64 / 1_000.0))
            }
            4..8 => Self::Write(1 + chance.below(60_000), then / 8),
            _ => Self::Said(then / 2),
        }
    }

    /// Runs the command to this moment, or to its end if the moment does not come.
    pub fn end(self, command: &dyn Fn() -> Command, data: &Path) -> Ending {
        let start = Instant::now();
        let mut child = command().stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let said = Arc::new(Mutex::new((String::new(), Duration::ZERO)));
        let out = child.stdout.take().unwrap();
        let heard = Arc::clone(&said);
        let listener = thread::spawn(move || {
            let mut out = BufReader::new(out);
            let mut line = String::new();
            while out.read_line(&mut line).is_ok_and(|n| n > 0) {
                if line.ends_with('\n') {
                    let mut heard = heard.lock().unwrap();
                    heard.0 += &line;
                    heard.1 = start.elapsed();
                }
                line.clear();
            }
        });
        let err = child.stderr.take().unwrap();
        let complaints = thread::spawn(move || std::io::read_to_string(err).unwrap_or_default());
        self.wait(&mut child, data, start, &said);
        if !matches!(self, Self::Never) {
            let _ = child.kill();
        }
        let status = child.wait().unwrap();
        listener.join().unwrap();
        let (said, said_after) = said.lock().unwrap().clone();
        Ending { status, said, complained: complaints.join().unwrap(), said_after }
    }

    fn wait(self, child: &mut Child, data: &Path, start: Instant, said: &Mutex<(String, Duration)>) {
        let (database, log) = (data.join("quipu.db"), data.join("quipu.db-wal"));
        let before = changed(&database);
        let come = || match self {
            Self::After(time) => start.elapsed() >= time,
            Self::Draft(_) => fs::read_dir(data.join("files/draft")).is_ok_and(|mut d| d.next().is_some()),
            Self::Write(bytes, _) => {
                changed(&database) != before || fs::metadata(&log).is_ok_and(|log| log.len() >= bytes)
            }
            Self::Said(_) => !said.lock().unwrap().0.is_empty(),
            Self::Never => false,
        };
        while child.try_wait().unwrap().is_none() && !come() {
            // What is written in a moment is missed by one who sleeps.
            if matches!(self, Self::Write(..)) { thread::yield_now() } else { thread::sleep(NAP) }
        }
        if let Self::Draft(then) | Self::Write(_, then) | Self::Said(then) = self {
            thread::sleep(then);
        }
    }
}

/// When the file was last written to; none while there is none.
fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|about| about.modified()).ok()
}
