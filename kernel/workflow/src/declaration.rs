//! A procedure as a country pack writes it: one version in one TOML text.
use std::collections::BTreeMap;

use jiff::civil::Date;
use law::rule::RuleStatus;
use serde::{Deserialize, Serialize};

/// What people read, in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Title {
    #[serde(default)]
    pub es: String,
    #[serde(default)]
    pub en: String,
}

/// Which norm says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    #[serde(default)]
    pub norm: String,
    #[serde(default)]
    pub article: String,
    /// Paragraph of the Public Governance Review, or a remark.
    #[serde(default)]
    pub note: String,
    pub status: RuleStatus,
}

/// A role, a phase or a document: a code that the engine compares and a title that people read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    pub code: String,
    #[serde(default)]
    pub title: Title,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
// Each is a word of the declaration's own; a state may have several.
#[allow(clippy::struct_excessive_bools)]
pub struct DeclaredState {
    pub code: String,
    #[serde(default)]
    pub title: Title,
    /// Under which a case in this state is counted and published.
    #[serde(default)]
    pub phase: String,
    #[serde(default)]
    pub initial: bool,
    /// The case ends here, and with it every clock.
    #[serde(default, rename = "final")]
    pub is_final: bool,
    /// Everybody is asked: what the case is about is shown, and who wants to says what they think of it.
    #[serde(default, rename = "consults")]
    pub is_consultation: bool,
    /// What the case is about may be written anew here, as where the case begins.
    #[serde(default, rename = "writes")]
    pub is_writing: bool,
}

/// Something that can be done in a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeclaredAct {
    pub code: String,
    #[serde(default)]
    pub title: Title,
    #[serde(default)]
    pub from: Vec<String>,
    /// The state it leads to; without one the case stays where it is.
    pub to: Option<String>,
    /// Roles that may perform it; none for what only a lapse does.
    #[serde(default)]
    pub by: Vec<String>,
    /// All of them must be given.
    #[serde(default)]
    pub documents: Vec<String>,
    /// Whether it must be reasoned in text.
    #[serde(default)]
    pub reason: bool,
    /// Whether all that was said in the consultation must have its answer before.
    #[serde(default, rename = "answered")]
    pub is_answered: bool,
    /// Where it is another than the procedure's.
    pub source: Option<Source>,
}

/// Time that runs against somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeclaredClock {
    pub code: String,
    #[serde(default)]
    pub title: Title,
    /// Key of the rule that holds the term: `access.answer`.
    pub term: String,
    #[serde(default)]
    pub starts_on_entering: Vec<String>,
    #[serde(default)]
    pub starts_on_acts: Vec<String>,
    #[serde(default)]
    pub stops_on_leaving: Vec<String>,
    #[serde(default)]
    pub stops_on_acts: Vec<String>,
    /// The act as which silence is written.
    #[serde(default)]
    pub lapse: String,
    /// Roles told of the lapse.
    #[serde(default)]
    pub lapse_notice_to: Vec<String>,
    pub extension: Option<Extension>,
    #[serde(default, rename = "reminder")]
    pub reminders: Vec<Reminder>,
    pub source: Option<Source>,
}

/// More time, given while the clock runs, that is, before the end of its due day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extension {
    /// The act that gives it.
    pub act: String,
    /// Key of the rule: all extensions of one run together are at most as long.
    pub cap: String,
    /// Key of the rule: how many times one run may be extended.
    pub times: String,
    /// Roles that must be told of it before the due day that it moves.
    #[serde(default)]
    pub notice_to: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reminder {
    /// Key of the rule: how long before the due day.
    pub before: String,
    pub to: Vec<String>,
}

/// One version of a procedure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Declaration {
    pub code: String,
    #[serde(default)]
    pub title: Title,
    /// What a case of it is about: `plan_version`, `request`. The engine compares nothing with it.
    #[serde(default)]
    pub subject: String,
    pub source: Option<Source>,
    pub valid_from: Date,
    /// First day on which no case starts by it any more.
    pub valid_to: Option<Date>,
    /// The day it became known, as a rule that of publication.
    pub recorded_from: Date,
    #[serde(default, rename = "role")]
    pub roles: Vec<Named>,
    /// Which posts of the state play each role: the code of a role, and the roles of posts. A role without any is somebody's who
    /// holds no post, as whoever asks for something.
    #[serde(default)]
    pub played_by: BTreeMap<String, Vec<String>>,
    #[serde(default, rename = "phase")]
    pub phases: Vec<Named>,
    #[serde(default, rename = "document")]
    pub documents: Vec<Named>,
    #[serde(default, rename = "state")]
    pub states: Vec<DeclaredState>,
    #[serde(default, rename = "act")]
    pub acts: Vec<DeclaredAct>,
    #[serde(default, rename = "clock")]
    pub clocks: Vec<DeclaredClock>,
}

impl Declaration {
    /// Reads a TOML text. Whether it can work is [`crate::Procedure::checked`]'s question.
    ///
    /// Errors: the text is no TOML, or has a field that no declaration has, or lacks a code, a date, a key.
    pub fn parse(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text.strip_prefix('\u{feff}').unwrap_or(text))
    }

    /// `code@valid_from@recorded_from`, as versions of rules are named.
    pub fn id(&self) -> String {
        format!("{}@{}@{}", self.code, self.valid_from, self.recorded_from)
    }

    pub fn state(&self, code: &str) -> Option<&DeclaredState> {
        self.states.iter().find(|state| state.code == code)
    }

    pub fn act(&self, code: &str) -> Option<&DeclaredAct> {
        self.acts.iter().find(|act| act.code == code)
    }

    pub fn clock(&self, code: &str) -> Option<&DeclaredClock> {
        self.clocks.iter().find(|clock| clock.code == code)
    }

    /// The role that a post of that role plays here.
    pub fn role_of(&self, post: &str) -> Option<&str> {
        self.played_by
            .iter()
            .find(|(_, posts)| posts.iter().any(|one| one == post))
            .map(|(role, _)| role.as_str())
    }

    /// The clock that an act gives more time to.
    pub fn extended_by(&self, act: &str) -> Option<(&DeclaredClock, &Extension)> {
        self.clocks.iter().find_map(|clock| {
            let extension = clock.extension.as_ref()?;
            (extension.act == act).then_some((clock, extension))
        })
    }

    /// Whether what the case is about may be written in this state.
    pub fn writes(&self, state: &str) -> bool {
        self.state(state).is_some_and(|state| state.initial || state.is_writing)
    }

    /// Whether everybody is asked in this state.
    pub fn consults(&self, state: &str) -> bool {
        self.state(state).is_some_and(|state| state.is_consultation)
    }

    /// Whether what was said in a consultation is answered in this state: while everybody is asked, and where an act waits
    /// for the answers.
    pub fn answers(&self, state: &str) -> bool {
        let waits = |act: &DeclaredAct| act.is_answered && act.from.iter().any(|from| from == state);
        self.consults(state) || self.acts.iter().any(waits)
    }

    /// Whether the act, done from this state, leaves what was said without an answer that another act would have waited for:
    /// its reason is told to everybody.
    pub fn leaves_unanswered(&self, act: &DeclaredAct, from: &str) -> bool {
        let leaves = act.to.as_deref().is_some_and(|to| !self.answers(to));
        leaves && !act.is_answered && self.answers(from)
    }

    /// Whether some clock writes its silence as this act.
    pub fn is_lapse(&self, act: &str) -> bool {
        self.clocks.iter().any(|clock| clock.lapse == act)
    }
}
