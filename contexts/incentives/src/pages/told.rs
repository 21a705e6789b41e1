//! What pages tell alike.
use base::Money;
use directory::domain::{Entity, Held};
use web::{
    Html, PageError, Reading, Shell,
    components::{Cell, Column, Facts, Table},
    sections::{link, plainly, said, table},
};

use super::links;
use crate::{
    domain::{Basis, Dossier, Goal, OfferRef, Reach, Sense, Tally, Transfer},
    queries::{self, Programme},
};

/// Bodies of the page's day.
pub(super) type Bodies = Held<Entity>;

pub(super) async fn programme(reading: &mut Reading) -> Result<Programme, PageError> {
    let (known, on, files) = (reading.known, reading.known_on(), reading.app.files.clone());
    queries::programme(reading.conn(), &files, known, on).await.map_err(PageError::internal)
}

/// The name of an objective or a class, or its code where the pack of that day has none.
pub(super) fn named<'a>(shell: &Shell, code: &'a str, name: Option<&'a (String, String)>) -> &'a str {
    name.map_or(code, |(spanish, english)| plainly(shell, spanish, Some(english)))
}

pub(super) fn objective<'a>(shell: &Shell, of: &'a Programme, code: &'a str) -> &'a str {
    named(shell, code, of.objectives.iter().find(|one| one.code == code).map(|one| &one.name))
}

pub(super) fn class<'a>(shell: &Shell, of: &'a Programme, code: &'a str) -> &'a str {
    named(shell, code, of.classes.iter().find(|one| one.code == code).map(|one| &one.name))
}

pub(super) fn title<'a>(shell: &Shell, of: &'a Goal) -> &'a str {
    plainly(shell, &of.title.0, of.title.1.as_deref())
}

/// A municipality, with the way to its part in the programme.
pub(super) fn body(shell: &Shell, bodies: &Bodies, code: &str) -> Html {
    let name = bodies.get(code).map_or(code, |body| body.name.as_str());
    link(&links::entity_href(&shell.view, code), name)
}

pub(super) fn date(shell: &Shell, date: jiff::civil::Date) -> Cell {
    Cell::html(Html::text(&shell.date(date)), &date.to_string())
}

pub(super) fn value(shell: &Shell, value: Option<rust_decimal::Decimal>) -> Cell {
    let value = value.map(|value| (shell.value(value), value.to_string()));
    value.map_or_else(Cell::default, |(shown, exact)| Cell::html(Html::text(&shown), &exact))
}

pub(super) fn texts(shell: &Shell, text: &str) -> Cell {
    Cell::html(said(shell, text, None), text)
}

/// What is to be reached, in words.
pub(super) fn target(shell: &Shell, of: &Goal) -> String {
    let target = &of.target;
    match (target.sense, target.threshold) {
        (Sense::AtLeast | Sense::AtMost, Some(threshold)) => shell.ta(
            &format!("incentives-target-{}", target.sense.as_str()),
            &[
                ("measure", target.measure.as_str().into()),
                ("threshold", shell.value(threshold).into()),
                ("unit", target.unit.as_str().into()),
            ],
        ),
        _ => shell.t1("incentives-target-done", "measure", target.measure.as_str()),
    }
}

/// For whom, in words.
pub(super) fn reach(shell: &Shell, of: &Goal, programme: &Programme) -> String {
    match &of.reach {
        Reach::Classes(classes) => {
            let names: Vec<&str> = classes.iter().map(|code| class(shell, programme, code)).collect();
            names.join("; ")
        }
        Reach::Named(named) => shell.t1("incentives-reach-count", "n", named.len()),
    }
}

fn reward(shell: &Shell, of: &Goal) -> String {
    let key = match of.reward.basis {
        Basis::Each => "incentives-reward-each",
        Basis::Divided => "incentives-reward-divided",
    };
    let args = [
        ("purse", shell.money_exact(of.reward.purse()).into()),
        ("share", of.reward.share.to_string().into()),
        ("whole", shell.money_exact(of.reward.whole).into()),
    ];
    shell.ta(key, &args)
}

/// A goal as the norm that approves it says.
pub(super) fn facts(shell: &Shell, of: &Goal, programme: &Programme, bodies: &Bodies) -> Facts {
    let say = |key: &str| shell.t(&format!("incentives-{key}"));
    let verifier = bodies.get(of.verifier.as_str()).map_or(of.verifier.as_str(), |body| body.name.as_str());
    let late = if of.takes_late { "late-earns" } else { "late-earns-nothing" };
    Facts::default()
        .with(&say("goal-code"), of.at.to_string().as_str())
        .with(&say("objective"), objective(shell, programme, &of.objective))
        .with(&say("text"), said(shell, &of.text, None))
        .with(&say("reach"), reach(shell, of, programme).as_str())
        .with(&say("target"), target(shell, of).as_str())
        .with(&say("needs"), said(shell, &of.evidence, None))
        .with(&say("needs-kind"), say(&format!("needs-{}", of.needs.as_str())).as_str())
        .with(&say("due"), shell.date(of.due_on).as_str())
        .with(&say("late"), say(late).as_str())
        .with(&say("reward"), reward(shell, of).as_str())
        .with(&say("verifier"), link(&shell.view.link_to(&["entidad", of.verifier.as_str()]), verifier))
        .with(&say("norm"), said(shell, &of.norm, None))
        .with(&say("version"), of.version.to_string().as_str())
}

/// What was offered and what became of it.
pub(super) fn money(shell: &Shell, of: &Tally, transferred: Money) -> Facts {
    let say = |key: &str| shell.t(&format!("incentives-{key}"));
    Facts::default()
        .with(&say("offered"), shell.money(of.offered))
        .with(&say("earned"), shell.money(of.earned))
        .with(&say("unearned"), shell.money(of.unearned))
        .with(&say("open"), shell.money(of.open))
        .with(&say("transferred"), shell.money(transferred))
        .with(&say("left"), shell.money(of.earned - transferred))
}

/// Columns named by messages, with those of amounts marked by `#`.
pub(super) fn columns(shell: &Shell, keys: &[&str]) -> Vec<Column> {
    let column = |key: &&str| match key.strip_prefix('#') {
        Some(key) => Column::number(&shell.t(&format!("incentives-{key}"))),
        None => Column::text(&shell.t(&format!("incentives-{key}"))),
    };
    keys.iter().map(column).collect()
}

/// Evidence as it was filed, the last first. `files` gives the way to a file, where the reader may have it.
pub(super) fn evidence(
    shell: &Shell,
    all: &[(&Goal, OfferRef, &Dossier)],
    files: impl Fn(&OfferRef, &Dossier, &base::Digest) -> Option<String>,
) -> Table {
    let keys = ["goal", "#number", "filed-on", "filing", "#value", "document", "filed-text"];
    let mut table = table(shell, "incentives", ("evidencias", "evidence"), &keys).stacked();
    for (goal, at, dossier) in all {
        for one in dossier.evidence.iter().rev() {
            let document = one.document.as_ref().map(|(digest, name)| match files(at, dossier, digest) {
                Some(href) => Cell::html(link(&href, name), &digest.to_string()),
                None => Cell::html(Html::text(&shell.t("incentives-document-unread")), &digest.to_string()),
            });
            let filing =
                if one.is_late(goal.due_on) { "incentives-filing-late" } else { "incentives-filing-in-time" };
            table.push(vec![
                Cell::link(&links::goal_href(&shell.view, &goal.at), &goal.at.to_string()),
                Cell::text(&one.number.to_string()),
                date(shell, one.filed_on),
                Cell::text(&shell.t(filing)),
                value(shell, one.value),
                document.unwrap_or_default(),
                texts(shell, &one.text),
            ]);
        }
    }
    table
}

/// Verdicts and objections, in the order in which they were said.
pub(super) fn verdicts(shell: &Shell, all: &[(&Goal, OfferRef, &Dossier)]) -> Table {
    let keys = ["goal", "#number", "verdict", "reason", "said-at", "post"];
    let mut table = table(shell, "incentives", ("verificaciones", "verifications"), &keys).stacked();
    for (goal, _, dossier) in all {
        let way = || Cell::link(&links::goal_href(&shell.view, &goal.at), &goal.at.to_string());
        let first = dossier.verifications.iter().map(|one| {
            let verdict = shell.t(&format!("incentives-verdict-{}", one.verdict.as_str()));
            (one.at, one.number.to_string(), verdict, &one.reason, &one.post)
        });
        let objection = dossier.objection.iter().map(|one| {
            (one.at, String::new(), shell.t("incentives-verdict-objection"), &one.text, &one.post)
        });
        let mut said: Vec<_> = first.chain(objection).collect();
        said.sort_by_key(|(at, ..)| *at);
        for (at, number, verdict, reason, post) in said {
            table.push(vec![
                way(),
                Cell::text(&number),
                Cell::text(&verdict),
                texts(shell, reason),
                Cell::text(&shell.moment(at)),
                Cell::text(post),
            ]);
        }
    }
    table
}

/// Transfers of one norm in one row.
pub(super) fn transfers(shell: &Shell, all: &[Transfer]) -> Table {
    let keys = ["transfer-code", "year", "norm", "approved-on", "#municipalities", "#amount"];
    let mut table = table(shell, "incentives", ("transferencias", "transfers"), &keys).stacked();
    let of_one_norm = |a: &Transfer, b: &Transfer| a.code == b.code;
    for part in all.chunk_by(of_one_norm) {
        let Some(first) = part.first() else { continue };
        table.push(vec![
            Cell::text(first.code.as_str()),
            Cell::text(&first.year.to_string()),
            texts(shell, &first.norm),
            date(shell, first.approved_on),
            Cell::count(shell, part.len()),
            Cell::money(shell, part.iter().map(|one| one.amount).sum()),
        ]);
    }
    table
}
