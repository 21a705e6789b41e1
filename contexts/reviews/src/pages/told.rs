//! What public pages and those of the office tell alike.
use std::collections::{BTreeMap, BTreeSet};

use base::codes::EntityCode;
use planning::domain::reference::{ElementRef, IndicatorRef};
use web::{
    Html, PageError, Reading, Shell,
    components::{Cell, Facts, Table},
    sections::{link, said, table},
};

use super::{links, words};
use crate::{
    domain::{Decision, Follow, Item, Minutes, Review, Standing, Subject},
    queries::{Bodies, DecisionView, ReviewView},
};

/// Names of public bodies by code.
pub(super) type Names = BTreeMap<String, String>;

/// Names of the bodies of matters and owners.
///
/// # Errors
/// A database that cannot be read.
pub(super) async fn names(
    reading: &mut Reading,
    codes: impl IntoIterator<Item = &EntityCode>,
) -> Result<Names, PageError> {
    let codes: BTreeSet<&str> = codes.into_iter().map(EntityCode::as_str).collect();
    let codes: Vec<&str> = codes.into_iter().collect();
    let (known, today) = (reading.known, reading.today);
    let found = directory::queries::entities_of(reading.conn(), known, today, &codes).await?;
    Ok(found.into_iter().map(|entity| (entity.code.to_string(), entity.name)).collect())
}

fn entity(shell: &Shell, names: &Names, code: &EntityCode) -> Cell {
    let name = names.get(code.as_str()).map_or(code.as_str(), String::as_str);
    Cell::html(link(&shell.view.link_to(&["entidad", code.as_str()]), name), code.as_str())
}

/// What identifies a session: whose it is, its day, how far it came, as of when its agenda is.
pub(super) fn head(shell: &Shell, bodies: Option<&Bodies>, of: &Review, standing: Standing) -> Facts {
    let say = |key: &str| shell.t(&format!("reviews-{key}"));
    let body = words::body(shell, bodies, &of.body);
    let mut facts = Facts::default()
        .with(&say("body"), link(&links::body_href(&shell.view, &of.body), &body))
        .with(&say("held-on"), shell.date(of.held_on).as_str())
        .with(&say("standing"), say(&format!("standing-{}", standing.as_str())).as_str())
        .with(&say("agenda-on"), shell.date(of.agenda_on).as_str());
    if let Some(reason) = &of.cancelled {
        facts = facts.with(&say("cancelled"), said(shell, reason, None));
    }
    facts
}

/// Matters in order. Those that fit into the session come first; the rest is decided in writing, and that is said.
pub(super) fn agenda(
    shell: &Shell,
    (id, caption): (&str, &str),
    items: &[Item],
    names: &Names,
    decisions: &[Decision],
) -> Table {
    let columns = ["number", "class", "matter", "figures", "body-of", "since", "decided"];
    let mut table = table(shell, "reviews", (id, caption), &columns).stacked();
    for item in items {
        let decided: Vec<&str> =
            decisions.iter().filter(|one| one.item == item.number).map(|one| one.code.as_str()).collect();
        let decided = match (decided.as_slice(), item.must_be_decided()) {
            ([], true) => shell.t("reviews-undecided"),
            _ => decided.join(", "),
        };
        let body = item.entity.as_ref();
        table.push(vec![
            Cell::text(&item.number.to_string()),
            Cell::text(&shell.t(&format!("reviews-class-{}", item.class.as_str()))),
            matter(shell, item),
            Cell::text(&words::figures(shell, &item.figures)),
            body.map_or_else(Cell::default, |code| entity(shell, names, code)),
            Cell::text(&shell.date(item.since)),
            Cell::text(&decided),
        ]);
    }
    table
}

/// What a matter is about, with the ways to its alert and to its indicator or objective.
fn matter(shell: &Shell, item: &Item) -> Cell {
    let name = words::name(shell, item);
    let href = match &item.subject {
        Subject::Alert(code) => shell.view.link_to(&["alerta", code.as_str()]),
        Subject::Decision(code) => links::decision_href(&shell.view, code),
    };
    let mark = if item.is_sample { shell.sample_mark() } else { Html::default() };
    let mut shown = link(&href, name).and(&mark);
    if let Some(thing) = thing(shell, item) {
        shown = shown.and(&Html::text(" ")).and(&thing);
    }
    let place = item.territory.as_ref().map(|place| format!(" ({place})")).unwrap_or_default();
    shown = shown.and(&Html::text(&place));
    Cell::html(shown, &format!("{name}{place} {}", item.subject.as_str()))
}

fn thing(shell: &Shell, item: &Item) -> Option<Html> {
    if let Some(Ok(at)) = item.indicator.as_ref().map(|code| code.parse::<IndicatorRef>()) {
        let view = shell.view.with_territory(item.territory.clone());
        let href = view.link_to(&["indicador", &at.plan.to_string(), at.code.as_str()]);
        return Some(link(&href, &at.to_string()));
    }
    let at: ElementRef = item.element.as_ref()?.parse().ok()?;
    Some(link(&planning::pages::links::element_href(&shell.view, &at), &at.to_string()))
}

/// Decisions of a session, with what each rests on.
pub(super) fn decisions(shell: &Shell, id: &str, all: &[Decision], names: &Names, is_public: bool) -> Table {
    let columns = ["decision", "number", "kind", "text", "owner", "due-on", "evidence"];
    let mut table = table(shell, "reviews", (id, "decisions"), &columns).stacked();
    for one in all {
        let code = if is_public {
            Cell::link(&links::decision_href(&shell.view, &one.code), one.code.as_str())
        } else {
            Cell::text(one.code.as_str())
        };
        let mut text = said(shell, &one.text, None);
        if let Some(change) = change(shell, one) {
            text = text.and(&Html::text(&format!(" — {change}")));
        }
        table.push(vec![
            code,
            Cell::text(&one.item.to_string()),
            Cell::text(&shell.t(&format!("reviews-kind-{}", one.kind.as_str()))),
            Cell::html(text, &one.text),
            owner(shell, names, one),
            Cell::text(&shell.date(one.due_on)),
            Cell::html(evidence(shell, one), &one.evidence.join("; ")),
        ]);
    }
    table
}

pub(super) fn owner(shell: &Shell, names: &Names, of: &Decision) -> Cell {
    let role = shell.t(&format!("reviews-role-{}", of.owner.role.replace('_', "-")));
    let body = entity(shell, names, &of.owner.entity);
    let exact = format!("{} {}", of.owner.role, of.owner.entity);
    Cell::html(Html::text(&format!("{role}, ")).and(&body.shown), &exact)
}

/// The old and the new target in a sentence.
pub(super) fn change(shell: &Shell, of: &Decision) -> Option<String> {
    let change = of.change.as_ref()?;
    let old = change.old.map_or_else(|| shell.t("reviews-no-target"), |old| shell.value(old));
    Some(shell.ta(
        "reviews-change",
        &[
            ("indicator", change.indicator.to_string().into()),
            ("place", change.territory.to_string().into()),
            ("period", shell.period(change.period).into()),
            ("old", old.into()),
            ("new", shell.value(change.new).into()),
        ],
    ))
}

/// Ways to what a decision rests on beside the figures of its matter.
pub(super) fn evidence(shell: &Shell, of: &Decision) -> Html {
    let mut all = Html::default();
    for code in &of.evidence {
        let path = match code.chars().next() {
            Some('e') => "evaluacion",
            Some('r') => "recomendacion",
            _ => "pedido-presupuestal",
        };
        let way = link(&shell.view.link_to(&[path, code]), code);
        all = if all.is_empty() { way } else { all.and(&Html::text(", ")).and(&way) };
    }
    all
}

/// Who was there, who signed, and what was said.
pub(super) fn minutes(shell: &Shell, of: &Minutes) -> Facts {
    let present: Vec<&str> = of.attendance.present.iter().map(String::as_str).collect();
    Facts::default()
        .with(&shell.t("reviews-present"), present.join(", ").as_str())
        .with(&shell.t("reviews-said"), said(shell, &of.attendance.text, None))
        .with(&shell.t("reviews-signed-by"), of.post.as_str())
        .with(&shell.t("reviews-signed-at"), shell.moment(of.at).as_str())
}

/// Steps after a decision, the last first.
pub(super) fn steps(shell: &Shell, all: &[Follow]) -> Table {
    let mut table =
        table(shell, "reviews", ("pasos", "steps"), &["when", "step", "step-text", "post"]).stacked();
    for one in all.iter().rev() {
        table.push(vec![
            Cell::text(&shell.moment(one.at)),
            Cell::text(&shell.t(&format!("reviews-step-{}", one.step.as_str()))),
            Cell::html(said(shell, &one.text, None), &one.text),
            Cell::text(&one.post),
        ]);
    }
    table
}

/// Where a decision stands in words.
pub(super) fn course(shell: &Shell, view: &DecisionView) -> String {
    let word = shell.t(&format!("reviews-course-{}", view.course.as_str()));
    if view.is_overdue { format!("{word}, {}", shell.t("reviews-overdue")) } else { word }
}

/// Sessions with how many matters each had and how many of them were red.
pub(super) fn sessions(shell: &Shell, bodies: Option<&Bodies>, all: &[&ReviewView], office: bool) -> Table {
    let columns = ["session", "body", "held-on", "standing", "#matters", "#reds", "#decisions-count"];
    let mut table = table(shell, "reviews", ("sesiones", "sessions"), &columns).stacked();
    for view in all {
        let code = &view.review.code;
        let href = if office {
            shell.link(&format!("{}/{code}", links::OFFICE))
        } else {
            links::review_href(&shell.view, code)
        };
        let reds = view.items.iter().filter(|item| item.must_be_decided()).count();
        table.push(vec![
            Cell::link(&href, code.as_str()),
            Cell::text(&words::body(shell, bodies, &view.review.body)),
            Cell::text(&shell.date(view.review.held_on)),
            Cell::text(&shell.t(&format!("reviews-standing-{}", view.standing().as_str()))),
            Cell::count(shell, view.items.len()),
            Cell::count(shell, reds),
            Cell::count(shell, view.decisions.len()),
        ]);
    }
    table
}
