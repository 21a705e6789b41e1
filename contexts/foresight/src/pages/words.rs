//! Refusals, gaps and fields in words.
use web::{App, Arg, Lang, PageError, Shell};

use crate::{
    actions::Refusal,
    domain::{Fault, Field, Finding, Gap, Holds, Kind, StudyFault},
    reading::{Refused, Why},
};

/// What is said of a refusal that a person can do something about.
///
/// # Errors
/// What the system failed at is its defect.
pub(super) fn refused(app: &App, lang: Lang, refusal: &Refusal) -> Result<String, PageError> {
    let say = |key: &str, args: &[(&str, Arg)]| {
        Ok(app.frame.texts.t(lang, &format!("foresight-refused-{key}"), args))
    };
    match refusal {
        Refusal::NoStudy | Refusal::NoProposal => Err(PageError::NotFound),
        Refusal::Exists => say("exists", &[]),
        Refusal::Study(fault) => say(
            match fault {
                StudyFault::Code => "code",
                StudyFault::Title => "title",
                StudyFault::Horizons => "horizons",
                StudyFault::Scale => "scale",
            },
            &[],
        ),
        Refusal::Rows(rows) => say("rows", &[("n", rows.len().into())]),
        Refusal::Unreadable(why) => say("unreadable", &[("why", why.as_str().into())]),
        Refusal::Empty => say("empty", &[]),
        Refusal::NoItem => say("no-item", &[]),
        Refusal::Named(by) => say("named", &[("by", by.as_str().into())]),
        Refusal::Bare => say("bare", &[]),
        Refusal::Unchanged => say("unchanged", &[]),
        Refusal::NotTaking => say("not-taking", &[]),
        Refusal::TooMany => say("too-many", &[]),
        Refusal::Proposal(_) => say("proposal", &[]),
        Refusal::NoTerritory => say("no-territory", &[]),
        Refusal::Answered => say("answered", &[]),
        Refusal::Reason => say("reason", &[]),
        Refusal::Db(_) | Refusal::Journal(_) => Err(PageError::internal(refusal)),
    }
}

/// Why a row is not kept.
pub(super) fn why(shell: &Shell, refused: &Refused) -> String {
    match &refused.why {
        Why::Fault(fault) => self::fault(shell, *fault),
        Why::Finding(finding) => self::finding(shell, finding),
        Why::Twice(line) => shell.t1("foresight-row-twice", "line", *line),
        Why::Row(reason) => reason.clone(),
    }
}

fn fault(shell: &Shell, fault: Fault) -> String {
    let say = |key: &str, args: &[(&str, Arg)]| shell.ta(&format!("foresight-fault-{key}"), args);
    match fault {
        Fault::Missing => say("missing", &[]),
        Fault::Long(max) => say("long", &[("max", max.into())]),
        Fault::Code => say("code", &[]),
        Fault::Choice(words) => {
            let word =
                |pair: &(&'static str, &'static str)| if shell.lang() == Lang::Es { pair.1 } else { pair.0 };
            let words = words.iter().map(word).collect::<Vec<_>>().join(", ");
            say("choice", &[("words", words.into())])
        }
        Fault::Year => say("year", &[]),
        Fault::Whole(from, to) => say("whole", &[("from", from.into()), ("to", to.into())]),
        Fault::Number => say("number", &[]),
        Fault::Flag => say("flag", &[]),
        Fault::Link => say("link", &[]),
        Fault::Reference => say("reference", &[]),
        Fault::Proposal => say("proposal", &[]),
    }
}

fn finding(shell: &Shell, finding: &Finding) -> String {
    let say = |key: &str, args: &[(&str, Arg)]| shell.ta(&format!("foresight-finding-{key}"), args);
    match finding {
        Finding::Absent { kind, code } => {
            let kind = shell.t(&format!("foresight-one-{kind}"));
            say("absent", &[("kind", kind.into()), ("code", code.as_str().into())])
        }
        Finding::Circle(code) => say("circle", &[("code", code.as_str().into())]),
        Finding::OnItself => say("on-itself", &[]),
        Finding::Horizon(year) => say("horizon", &[("year", year.to_string().into())]),
        Finding::OtherHorizon(code) => say("other-horizon", &[("code", code.as_str().into())]),
        Finding::Scale(max) => say("scale", &[("max", (*max).into())]),
    }
}

pub(super) fn gap(shell: &Shell, gap: &Gap) -> String {
    let say = |key: &str, args: &[(&str, Arg)]| shell.ta(&format!("foresight-gap-{key}"), args);
    let list = |codes: &[String]| Arg::from(codes.join(", "));
    let year = |year: i16| [("year", Arg::from(year.to_string()))];
    match gap {
        Gap::None(kind) => say("none", &[("kind", kinds(shell, *kind).into())]),
        Gap::PairsUnscored { missing, of } => {
            say("pairs", &[("missing", (*missing).into()), ("of", (*of).into())])
        }
        Gap::ExpertsPartly(experts) => say("partly", &[("experts", list(experts))]),
        Gap::Undiagnosed(codes) => say("undiagnosed", &[("codes", list(codes))]),
        Gap::Stateless { scenario, variables } => {
            say("stateless", &[("scenario", scenario.as_str().into()), ("codes", list(variables))])
        }
        Gap::NoScenario(at) => say("no-scenario", &year(*at)),
        Gap::NoChoice(at) => say("no-choice", &year(*at)),
        Gap::NoObjective(at) => say("no-objective", &year(*at)),
    }
}

/// Rows of the kind, as a heading calls them.
pub(super) fn kinds(shell: &Shell, kind: Kind) -> String {
    shell.t(&format!("foresight-kinds-{kind}"))
}

/// What a field is called: by its kind, else as everywhere.
pub(super) fn field(shell: &Shell, kind: Kind, field: &Field) -> String {
    let name = field.name.replace('_', "-");
    let keys = [format!("foresight-field-{kind}-{name}"), format!("foresight-field-{name}")];
    shell.first_of(&keys).unwrap_or(name)
}

/// What a field takes, in a sentence.
pub(super) fn hint(shell: &Shell, field: &Field) -> Option<String> {
    let say = |key: &str| Some(shell.t(&format!("foresight-takes-{key}")));
    match field.holds {
        Holds::Code => say("code"),
        Holds::Whole(from, to) => {
            Some(shell.ta("foresight-fault-whole", &[("from", from.into()), ("to", to.into())]))
        }
        Holds::Number => say("number"),
        Holds::Link => say("link"),
        Holds::Several(_) => say("several"),
        Holds::Element => say("element"),
        Holds::Indicator => say("indicator"),
        Holds::Proposal => say("proposal"),
        _ => None,
    }
}

/// A value as it is read: choices and flags by their words.
pub(super) fn value(shell: &Shell, field: &Field, value: &str) -> String {
    match field.holds {
        Holds::Choice(_) if !value.is_empty() => {
            shell.t(&format!("foresight-word-{}", value.replace('_', "-")))
        }
        Holds::Flag if !value.is_empty() => {
            shell.t(if value == "1" { "foresight-word-yes" } else { "foresight-word-no" })
        }
        _ => value.to_owned(),
    }
}
