//! Matters and refusals in words.
use web::{App, Arg, Lang, PageError, Shell};

use crate::{
    actions::Refusal,
    domain::{BodyRef, Figures, Item, MinutesFault},
    queries::Bodies,
};

/// What a body is called, with the part that it reviews; its code where the day does not know it.
pub(super) fn body(shell: &Shell, bodies: Option<&Bodies>, of: &BodyRef) -> String {
    let Some(found) = bodies.and_then(|bodies| bodies.body(of)) else { return of.to_string() };
    let name = pair(shell, &found.name);
    match bodies.and_then(|bodies| bodies.part_name(of)) {
        Some(part) => format!("{name}: {part}"),
        None => name.to_owned(),
    }
}

/// Spanish and English, in the language of the page.
pub(super) fn pair<'a>(shell: &Shell, (spanish, english): &'a (String, String)) -> &'a str {
    if shell.lang() == Lang::En { english } else { spanish }
}

/// What a matter is called.
pub(super) fn name<'a>(shell: &Shell, item: &'a Item) -> &'a str {
    let english = item.name.1.as_deref().filter(|_| shell.lang() == Lang::En);
    english.unwrap_or(&item.name.0)
}

/// The figures of a matter in a sentence, as they were when the agenda was drawn up.
pub(super) fn figures(shell: &Shell, of: &Figures) -> String {
    if of.kind.is_empty() {
        return String::new();
    }
    let value = |value: Option<&rust_decimal::Decimal>| -> Arg {
        value.map(|value| shell.value(value)).unwrap_or_default().into()
    };
    let period = of.period.as_deref().map(|text| match text.parse::<base::Period>() {
        Ok(period) => shell.period(period),
        Err(_) => text.to_owned(),
    });
    let args: [(&str, Arg); 5] = [
        ("period", period.unwrap_or_default().into()),
        ("measured", value(of.measured.as_ref())),
        ("limit", value(of.limit.as_ref())),
        ("date", of.day.map(|day| shell.date(day)).unwrap_or_default().into()),
        ("told", of.told.as_deref().unwrap_or_default().into()),
    ];
    // What was spent is not known of every objective.
    let kind = if of.kind == "executed" && of.limit.is_none() { "executed-actions" } else { &of.kind };
    shell.ta(&format!("reviews-why-{kind}"), &args)
}

/// What is said of a refusal that a person can do something about.
///
/// # Errors
/// What the system failed at is its defect.
pub(super) fn refused(app: &App, lang: Lang, refusal: &Refusal) -> Result<String, PageError> {
    let say = |key: &str, args: &[(&str, Arg)]| {
        Ok(app.frame.texts.t(lang, &format!("reviews-refused-{key}"), args))
    };
    let of = |key: &str, name: &'static str, value: &str| say(key, &[(name, value.into())]);
    match refusal {
        Refusal::NoReview | Refusal::NoDecision => Err(PageError::NotFound),
        Refusal::NoBody(code) => of("no-body", "code", code),
        Refusal::OpenSession(code) => of("open-session", "code", code.as_str()),
        Refusal::NoItem(number) => of("no-item", "number", &number.to_string()),
        Refusal::NoOwner(entity) => of("no-owner", "entity", entity),
        Refusal::NoEvidence(code) => of("no-evidence", "code", code),
        Refusal::NoIndicator(code) => of("no-indicator", "code", code),
        Refusal::Decision(crate::domain::DecisionFault::HoldTooLong(days)) => {
            say("hold-too-long", &[("days", usize::from(*days).into())])
        }
        Refusal::Minutes(MinutesFault::Undecided(numbers)) => {
            let listed = numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            say("undecided", &[("n", numbers.len().into()), ("numbers", listed.into())])
        }
        Refusal::Minutes(MinutesFault::NoSeat(post)) => of("no-seat", "post", post),
        Refusal::Unread(_) | Refusal::Db(_) | Refusal::Journal(_) => Err(PageError::internal(refusal)),
        other => say(plain(other), &[]),
    }
}

/// The key of a refusal that needs no more words than its own.
fn plain(refusal: &Refusal) -> &'static str {
    use crate::domain::{DecisionFault as Decision, FollowFault as Follow};
    match refusal {
        Refusal::NotSecretariat | Refusal::Follow(Follow::NotSecretariat) => "not-secretariat",
        Refusal::NotChair => "not-chair",
        Refusal::HeldOn => "held-on",
        Refusal::StaleAgenda => "stale-agenda",
        Refusal::Reason => "reason",
        Refusal::Decision(Decision::Text) => "decision-text",
        Refusal::Decision(Decision::Due) => "due",
        Refusal::Decision(Decision::NoChange) => "no-change",
        Refusal::Decision(Decision::NotAChange) => "not-a-change",
        Refusal::Decision(Decision::Evidence) => "evidence",
        Refusal::Minutes(MinutesFault::Early) => "early",
        Refusal::Minutes(MinutesFault::Text) => "minutes-text",
        Refusal::Minutes(MinutesFault::Present) => "present",
        Refusal::Follow(Follow::NotOwner) => "not-owner",
        Refusal::Follow(Follow::NotNow) => "not-now",
        Refusal::Follow(Follow::Text) => "step-text",
        Refusal::Follow(Follow::TargetUnchanged) => "target-unchanged",
        // Whatever else there is was said before.
        _ => "over",
    }
}
