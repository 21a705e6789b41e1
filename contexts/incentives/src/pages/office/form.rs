//! A goal as a form.
use base::{Share, codes::EntityCode};
use web::{
    Shell,
    components::{Form, Input},
    gate::Posted,
};

use super::{super::told, choice, field};
use crate::{
    actions::Refusal,
    domain::{Basis, Goal, GoalFault, GoalRef, Needs, Reach, Reward, Sense, Target},
    queries::Programme,
};

/// For municipalities that are named one by one.
const NAMED: &str = "named";
/// For those of every class.
const ALL: &str = "all";

/// What the fields show: what was typed, else the goal that is changed.
struct Shown<'a> {
    typed: Option<&'a Posted>,
    goal: Option<&'a Goal>,
    own: &'a EntityCode,
}

impl Shown<'_> {
    fn value(&self, name: &str) -> String {
        if let Some(posted) = self.typed {
            return posted.text(name).to_owned();
        }
        match (self.goal, name) {
            (None, "verifier") => self.own.to_string(),
            (None, "share") => Share::WHOLE.to_string(),
            (None, _) => String::new(),
            (Some(goal), _) => of_goal(goal, name),
        }
    }
}

fn of_goal(goal: &Goal, name: &str) -> String {
    match name {
        "objective" => goal.objective.clone(),
        "title" => goal.title.0.clone(),
        "title_en" => goal.title.1.clone().unwrap_or_default(),
        "text" => goal.text.clone(),
        "class" => match &goal.reach {
            Reach::Named(_) => NAMED.to_owned(),
            Reach::Classes(classes) => match classes.as_slice() {
                [one] => one.clone(),
                _ => ALL.to_owned(),
            },
        },
        "named" => match &goal.reach {
            Reach::Named(named) => {
                named.iter().map(|(code, weight)| format!("{code} {weight}")).collect::<Vec<_>>().join("\n")
            }
            Reach::Classes(_) => String::new(),
        },
        "measure" => goal.target.measure.clone(),
        "unit" => goal.target.unit.clone(),
        "sense" => goal.target.sense.as_str().to_owned(),
        "threshold" => goal.target.threshold.map(|one| one.to_string()).unwrap_or_default(),
        "needs" => goal.needs.as_str().to_owned(),
        "evidence" => goal.evidence.clone(),
        "due_on" => goal.due_on.to_string(),
        "late" => if goal.takes_late { "earns" } else { "earns-nothing" }.to_owned(),
        "basis" => goal.reward.basis.as_str().to_owned(),
        "whole" => goal.reward.whole.to_string(),
        "share" => goal.reward.share.to_string(),
        "verifier" => goal.verifier.to_string(),
        // A change has a norm of its own.
        _ => String::new(),
    }
}

/// For a new goal, or for another version of `goal`.
pub(super) fn form(
    shell: &Shell,
    (path, button): (&str, &str),
    programme: &Programme,
    (typed, goal, own): (Option<&Posted>, Option<&Goal>, &EntityCode),
) -> Form {
    let shown = Shown { typed, goal, own };
    let objectives = programme.objectives.iter();
    let objectives =
        objectives.map(|one| (one.code.clone(), told::objective(shell, programme, &one.code).to_owned()));
    let classes = programme.classes.iter();
    let classes = classes.map(|one| (one.code.clone(), told::class(shell, programme, &one.code).to_owned()));
    let others = [ALL, NAMED].map(|word| (word.to_owned(), shell.t(&format!("incentives-reach-{word}"))));
    let senses = choice(shell, "sense", Sense::ALL.iter().map(|one| one.as_str()));
    let needs = choice(shell, "needs", Needs::ALL.iter().map(|one| one.as_str()));
    let bases = choice(shell, "basis", Basis::ALL.iter().map(|one| one.as_str()));
    let add = |form: Form, (name, input, is_optional): (&'static str, Input, bool)| {
        let field = field(shell, name, input).value(&shown.value(name));
        let field = match name {
            "named" | "share" | "code" => field.hint(&shell.t(&format!("incentives-hint-{name}"))),
            _ => field,
        };
        form.field(if is_optional { field.optional() } else { field })
    };
    let mut form = Form::new(shell, path, &shell.t(button)).among("meta");
    if goal.is_none() {
        form = [("year", Input::Text, false), ("code", Input::Text, false)].into_iter().fold(form, add);
    }
    [
        ("objective", Input::Choice(objectives.collect()), false),
        ("title", Input::Text, false),
        ("title_en", Input::Text, true),
        ("text", Input::Area, false),
        ("class", Input::Choice(classes.chain(others).collect()), false),
        ("named", Input::Area, true),
        ("measure", Input::Text, false),
        ("unit", Input::Text, true),
        ("sense", senses, false),
        ("threshold", Input::Text, true),
        ("needs", needs, false),
        ("evidence", Input::Area, false),
        ("due_on", Input::Date, false),
        ("late", choice(shell, "late", ["earns", "earns-nothing"]), false),
        ("basis", bases, false),
        ("whole", Input::Text, false),
        ("share", Input::Text, false),
        ("verifier", Input::Text, false),
        ("norm", Input::Text, false),
    ]
    .into_iter()
    .fold(form, add)
}

fn reach(posted: &Posted, programme: &Programme) -> Result<Reach, Refusal> {
    match posted.text("class") {
        ALL => Ok(Reach::Classes(programme.classes.iter().map(|one| one.code.clone()).collect())),
        NAMED => {
            let parts =
                posted.text("named").split(['\n', ';']).map(str::trim).filter(|part| !part.is_empty());
            let each = parts.map(|part| {
                let (code, weight) = part.split_once(char::is_whitespace).unwrap_or((part, "1"));
                let unknown = || Refusal::NoMunicipality(code.chars().take(40).collect());
                let code = code.parse().map_err(|_| unknown())?;
                let weight = weight.trim().parse().map_err(|_| unknown())?;
                Ok((code, weight))
            });
            Ok(Reach::Named(each.collect::<Result<Vec<_>, Refusal>>()?))
        }
        class => Ok(Reach::Classes(vec![class.to_owned()])),
    }
}

/// A number as people write it; none where nothing was.
pub(super) fn number(text: &str) -> Result<Option<rust_decimal::Decimal>, ()> {
    let text = Some(text.replace(',', ".")).filter(|text| !text.is_empty());
    text.map(|text| text.parse().map_err(|_| ())).transpose()
}

/// What was written, of the goal named by the address or, where none is, by the form.
pub(super) fn written(
    posted: &Posted,
    at: Option<GoalRef>,
    programme: &Programme,
    (post, now): (&str, jiff::Timestamp),
) -> Result<Goal, Refusal> {
    let text = |name: &str| posted.text(name).to_owned();
    let at = if let Some(at) = at {
        at
    } else {
        let year = posted.text("year").parse().map_err(|_| GoalFault::Code)?;
        GoalRef::new(year, posted.text("code")).map_err(|_| GoalFault::Code)?
    };
    let verifier = posted.text("verifier");
    let unknown = || Refusal::NoVerifier(verifier.chars().take(40).collect());
    Ok(Goal {
        at,
        version: 1,
        objective: text("objective"),
        title: (text("title"), Some(text("title_en")).filter(|title| !title.is_empty())),
        text: text("text"),
        reach: reach(posted, programme)?,
        target: Target {
            measure: text("measure"),
            unit: text("unit"),
            sense: posted.text("sense").parse().map_err(|()| GoalFault::Threshold)?,
            threshold: number(posted.text("threshold")).map_err(|()| GoalFault::Threshold)?,
        },
        needs: posted.text("needs").parse().map_err(|()| GoalFault::Needs)?,
        evidence: text("evidence"),
        due_on: posted.text("due_on").parse().map_err(|_| GoalFault::Due)?,
        takes_late: posted.text("late") == "earns",
        reward: Reward {
            basis: posted.text("basis").parse().map_err(|()| GoalFault::Amount)?,
            whole: posted.text("whole").parse().map_err(|_| GoalFault::Amount)?,
            share: posted.text("share").parse().map_err(|_| GoalFault::Amount)?,
        },
        verifier: verifier.parse().map_err(|_| unknown())?,
        norm: text("norm"),
        post: post.to_owned(),
        published_at: now,
    })
}
