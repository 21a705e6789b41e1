//! Why a declaration cannot work: the specification of a declaration, read backwards.
use jiff::civil::Date;
use law::rule::Unit;

/// What a declaration is refused for. Where `of` stands it names the part: `act send`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Defect {
    #[error("not a declaration: {0}")]
    Unreadable(String),
    #[error("no source; name the norm that says so in source.norm of {of}")]
    SourceMissing { of: String },
    #[error("nothing says what a case is about; write subject, as plan_version")]
    SubjectMissing,
    #[error("{of} has no title in {language}; people read it in both languages")]
    TextMissing { of: String, language: &'static str },
    #[error("{of}: not a code; write lower-case words joined by _, as plan_approval")]
    CodeInvalid { of: String },
    #[error("{of} is declared twice")]
    DuplicateCode { of: String },
    #[error("valid_to {to} is not after valid_from {from}")]
    ValidityEmpty { from: Date, to: Date },
    #[error("holds at the same time as {other}, recorded on the same day; which of them is the law?")]
    VersionsOverlap { other: String },
    #[error("no state is initial; mark one with initial = true")]
    NoInitialState,
    #[error("several states are initial ({states}); a case starts in one")]
    SeveralInitialStates { states: String },
    #[error("state {state} has no phase; a case is published under one at every instant")]
    PhaseMissing { state: String },
    #[error("{of} names the phase {phase}, which is not declared")]
    UnknownPhase { of: String, phase: String },
    #[error("{of} names the state {state}, which is not declared")]
    UnknownState { of: String, state: String },
    #[error("{of} names the act {act}, which is not declared")]
    UnknownAct { of: String, act: String },
    #[error("{of} names the role {role}, which is not declared")]
    UnknownRole { of: String, role: String },
    #[error("the post {post} is named twice in played_by; as whom it acts would be a guess")]
    PlaysTwo { post: String },
    #[error("{of} names the document {document}, which is not declared")]
    UnknownDocument { of: String, document: String },
    #[error("act {act} starts from no state; name them in from")]
    ActFromNowhere { act: String },
    #[error("act {act} has no role that may perform it and no clock writes its lapse as it")]
    ActWithoutRole { act: String },
    #[error("act {act} goes out of {state}, which is final; a case ends there")]
    ActOutOfFinal { act: String, state: String },
    #[error("state {state} cannot be reached from the initial one")]
    StateUnreachable { state: String },
    #[error("a case can be in state {state} with no way left to a final state")]
    StateWithoutEnd { state: String },
    #[error("clock {clock} has no lapse act; say in lapse what silence means")]
    LapseMissing { clock: String },
    #[error("clock {clock} lapses as {act}, which asks for a document or a reason; a clock gives none")]
    LapseAsks { clock: String, act: String },
    #[error("clock {clock} can run in state {state}, from which its lapse act {act} does not start")]
    LapseNotAllowed { clock: String, act: String, state: String },
    #[error("clock {clock} never starts: no case enters its states or performs its acts")]
    ClockNeverStarts { clock: String },
    #[error("clock {clock} never stops: nothing but its own lapse ends it")]
    ClockNeverStops { clock: String },
    #[error("clock {clock} is extended by {act}, which cannot be performed while it runs")]
    ExtensionNeverPossible { clock: String, act: String },
    #[error("clock {clock} is extended by {act}, which also stops or starts it")]
    ExtensionStops { clock: String, act: String },
    #[error("clock {clock} is extended by {act}, which is the lapse of a clock; silence gives no time")]
    ExtendedBySilence { clock: String, act: String },
    #[error("act {act} extends several clocks; whose time it gives would be a guess")]
    ExtendsSeveral { act: String },
    #[error("a reminder of clock {clock} is for nobody; name roles in to")]
    ReminderForNobody { clock: String },
    #[error("state {state} consults everybody and is final; nobody would answer")]
    ConsultationEnds { state: String },
    #[error("state {state} consults everybody, and no clock starts on entering it; say how long")]
    ConsultationWithoutTerm { state: String },
    #[error(
        "state {state} consults everybody, and no act waits for the answers; mark one with answered = true"
    )]
    ConsultationUnanswered { state: String },
    #[error("act {act} leaves what was said unanswered without a reason; ask for one")]
    UnansweredWithoutReason { act: String },
    #[error("act {act} waits for answers, and no state consults anybody")]
    NothingToAnswer { act: String },
    #[error("more than {max} clocks; no one can follow such a procedure")]
    TooManyClocks { max: usize },
    #[error("{of} rests on the rule {key}, which the rulebook does not hold on {date}")]
    RuleMissing { of: String, key: String, date: Date },
    #[error("{of} rests on the rule {key}, which on {date} is in {found}; {wanted} is needed")]
    RuleInOtherUnit { of: String, key: String, date: Date, found: Unit, wanted: &'static str },
}

/// A defect and where it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {defect}")]
pub struct Finding {
    pub file: String,
    pub defect: Defect,
}
