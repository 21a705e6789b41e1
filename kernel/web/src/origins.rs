//! Where the facts of a page come from, for the foot of any page: the acts of the journal that brought them.
use journal::{Origin, Rows, origins};

use crate::{Journal, PageError, Reading, Shell, shell::Source};

/// Acts named at most; the journal has the others.
const NAMED_MAX: usize = 12;
/// Sources that the rows of one act name, told at most.
const TOLD_MAX: usize = 3;

/// Names the acts that brought the facts as they stood then, the newest first. Where nothing explains the journal
/// there is nowhere to lead to.
pub async fn add(reading: &mut Reading, shell: &mut Shell, rows: &[Rows]) -> Result<(), PageError> {
    let Some(journal) = shell.frame().journal() else { return Ok(()) };
    let known = reading.known;
    let found = origins(reading.conn(), known, rows, NAMED_MAX).await?;
    let mut told: Vec<Source> = found.named.iter().map(|origin| source(shell, journal, origin)).collect();
    if found.older > 0 {
        told.push(Source {
            href: shell.link(journal.path),
            name: shell.t("web-origin-journal"),
            told: shell.t1("web-origin-older", "n", found.older),
        });
    }
    shell.sources.extend(told);
    Ok(())
}

/// What was done, in words; the command itself where it is older or newer than them.
pub fn done(shell: &Shell, journal: Journal, command: &str) -> String {
    let key = journal.key(command);
    if shell.frame().texts.has(shell.lang(), &key) { shell.t(&key) } else { command.to_owned() }
}

/// An act: who delivered, what was done, when and where that is recorded, how much of it stands, what was refused.
fn source(shell: &Shell, journal: Journal, origin: &Origin) -> Source {
    let day = shell.frame().country.date_of(origin.at);
    let args = [
        ("date", shell.date(day).into()),
        ("entry", origin.seq.0.to_string().into()),
        ("rows", shell.t1("web-origin-rows", "n", origin.rows).into()),
    ];
    let (done, when) = (done(shell, journal, &origin.command), shell.ta("web-origin-when", &args));
    // An act that names no source is named by what it did.
    let (name, mut told) = match &origin.source {
        Some(source) => (source.clone(), format!("{done} {when}")),
        None => (done, when),
    };
    if let Some(refused) = origin.refused {
        told = format!("{told}, {}", shell.t1("web-origin-refused", "n", refused));
    }
    if !origin.told.is_empty() {
        let mut named = origin.told.iter().take(TOLD_MAX).cloned().collect::<Vec<_>>().join("; ");
        if origin.told.len() > TOLD_MAX {
            named += " …";
        }
        told = format!("{told}. {}", shell.t1("web-origin-by-rows", "sources", named));
    }
    Source { href: shell.link(&format!("{}/{}", journal.path, origin.seq.0)), name, told }
}
