//! Refusals in words.
use web::{App, Arg, Lang, PageError, Shell};

use crate::{
    actions::Refusal,
    domain::{CardFault, QuestionFault, ReachFault, Scale, SheetFault},
    reading::Unread,
};

/// What an answer is called.
pub(super) fn answer(shell: &Shell, scale: Scale, answer: i64) -> String {
    if scale.is_named() {
        shell.t(&format!("perception-answer-{}-{answer}", scale.as_str()))
    } else {
        answer.to_string()
    }
}

/// What is said of a refusal that a person can do something about.
///
/// # Errors
/// What the system failed at is its defect.
pub(super) fn refused(app: &App, lang: Lang, refusal: &Refusal) -> Result<String, PageError> {
    let say = |key: &str, args: &[(&str, Arg)]| {
        Ok(app.frame.texts.t(lang, &format!("perception-refused-{key}"), args))
    };
    let of = |key: &str, name: &'static str, value: &str| say(key, &[(name, value.into())]);
    let channel = |channel: crate::domain::Channel| {
        app.frame.texts.t(lang, &format!("perception-channel-{}", channel.as_str()), &[])
    };
    match refusal {
        Refusal::NoWave => Err(PageError::NotFound),
        Refusal::NoElement(element) => of("no-element", "element", element),
        Refusal::NoQuestion(code) => of("no-question", "code", code),
        Refusal::NoTerritory(code) => of("no-territory", "code", code),
        Refusal::Taken(number) => of("taken", "number", number),
        Refusal::NoAnswer { question, text } => {
            say("no-answer", &[("question", question.as_str().into()), ("text", text.as_str().into())])
        }
        Refusal::File(Unread::File(why)) => of("file", "why", why),
        Refusal::File(Unread::Column(column, codes)) => {
            say("column", &[("column", column.as_str().into()), ("codes", codes.as_str().into())])
        }
        Refusal::File(Unread::Rows(rows)) => say("rows", &[("n", rows.0.len().into())]),
        Refusal::Reach(ReachFault::None(of)) => say("reach", &[("channel", channel(*of).into())]),
        Refusal::Reach(ReachFault::Fewer { channel: of, responses }) => {
            let responses = usize::try_from(*responses).unwrap_or(usize::MAX);
            say("reach-fewer", &[("channel", channel(*of).into()), ("responses", responses.into())])
        }
        Refusal::Unread(_) | Refusal::Db(_) | Refusal::Journal(_) => Err(PageError::internal(refusal)),
        other => say(plain(other), &[]),
    }
}

/// The key of a refusal that needs no more words than its own.
fn plain(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::Question(QuestionFault::Text) => "question-text",
        Refusal::Question(QuestionFault::Scale) => "scale",
        Refusal::Question(QuestionFault::Favourable) => "favourable",
        Refusal::Card(CardFault::Title) => "title",
        Refusal::Card(CardFault::Days) => "days",
        Refusal::Card(CardFault::Design) => "design",
        Refusal::Card(CardFault::Frame) => "frame",
        Refusal::Card(CardFault::Deff) => "deff",
        Refusal::Card(CardFault::OpenDeff) => "open-deff",
        Refusal::Card(CardFault::OpenWeb) => "open-web",
        Refusal::Card(CardFault::Channels) => "channels",
        Refusal::Card(CardFault::Questions) => "questions",
        Refusal::Late => "late",
        Refusal::NotOnWeb => "not-on-web",
        Refusal::NoChannel => "no-channel",
        Refusal::Sheet(SheetFault::Number) => "number",
        Refusal::Sheet(SheetFault::Empty) => "empty",
        Refusal::File(_) => "no-sheets",
        Refusal::OwnDraft => "own-draft",
        // Whatever else there is was said before.
        _ => "not-now",
    }
}
