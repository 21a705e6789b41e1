//! The rows of a study as tables for readers, the same before and after it is published.
use std::collections::BTreeMap;

use web::{
    Html, Shell,
    components::{Cell, Node, Table},
};

use super::{
    links,
    parts::{link, said, table},
    words,
};
use crate::domain::{Content, Item, Kind};

pub(super) fn rows(content: &Content, kind: Kind) -> impl Iterator<Item = &Item> {
    content.get(&kind).into_iter().flat_map(BTreeMap::values)
}

pub(super) fn one<'c>(content: &'c Content, kind: Kind, code: &str) -> Option<&'c Item> {
    content.get(&kind)?.get(code)
}

/// The field `name` in the language of the page.
pub(super) fn text(shell: &Shell, item: &Item, name: &str) -> Html {
    said(shell, item.text(name), item.opt(&format!("{name}_en")))
}

/// Code and title of a row.
pub(super) fn named(shell: &Shell, content: &Content, kind: Kind, code: &str) -> Html {
    let title = one(content, kind, code).map(|item| text(shell, item, "title")).unwrap_or_default();
    Html::text(code).and(&title)
}

fn titled(shell: &Shell, item: &Item, name: &str) -> Cell {
    Cell::html(text(shell, item, name), item.text(name))
}

fn word(shell: &Shell, item: &Item, name: &str) -> Cell {
    let field = item.kind.field(name);
    Cell::text(&field.map(|field| words::value(shell, field, item.text(name))).unwrap_or_default())
}

/// The names of several rows, one under the other.
fn several(shell: &Shell, content: &Content, item: &Item) -> Cell {
    let names = item.list("variables").map(|code| named(shell, content, Kind::Variable, code));
    let mut shown = Html::default();
    for (at, name) in names.enumerate() {
        shown = if at == 0 { name } else { shown.and(&Html::text("·")).and(&name) };
    }
    Cell::html(shown, item.text("variables"))
}

/// The conceptual model as a tree, each component with its variables.
pub(super) fn model(shell: &Shell, content: &Content) -> Vec<Html> {
    let roots = rows(content, Kind::Component).filter(|item| item.opt("parent").is_none());
    roots.map(|item| Html::of(&node(shell, content, item, DEPTH_MAX).open())).collect()
}

/// A model is told apart by a few levels; more is a circle that was refused.
const DEPTH_MAX: usize = 12;

fn node(shell: &Shell, content: &Content, item: &Item, left: usize) -> Node {
    let code = item.text("code");
    let title = Html::text(code).and(&text(shell, item, "title"));
    let mut found = Node::new(&shell.t("foresight-one-component"), title);
    if left > 0 {
        for child in rows(content, Kind::Component).filter(|child| child.opt("parent") == Some(code)) {
            found = found.child(node(shell, content, child, left - 1));
        }
    }
    for variable in rows(content, Kind::Variable).filter(|variable| variable.text("component") == code) {
        let title = Html::text(variable.text("code")).and(&text(shell, variable, "title"));
        found = found.child(Node::new(&shell.t("foresight-one-variable"), title));
    }
    found
}

pub(super) fn trends(shell: &Shell, content: &Content) -> Table {
    let columns = ["trend", "kind", "direction", "variables", "source"];
    let mut table = table(shell, "tendencias", "kinds-trend", &columns).stacked();
    for item in rows(content, Kind::Trend) {
        let source = match item.opt("evidence") {
            Some(href) => Cell::link(href, item.text("source")),
            None => Cell::text(item.text("source")),
        };
        let name = Html::text(item.text("code")).and(&text(shell, item, "title"));
        table.push(vec![
            Cell::html(name, item.text("title")),
            word(shell, item, "kind"),
            word(shell, item, "direction"),
            several(shell, content, item),
            source,
        ]);
    }
    table
}

pub(super) fn variables(shell: &Shell, content: &Content) -> Table {
    let columns = ["code", "variable", "component", "strategic", "indicator"];
    let mut table = table(shell, "variables", "kinds-variable", &columns).stacked();
    for item in rows(content, Kind::Variable) {
        let indicator = item.opt("indicator").map(|at| Cell::html(links::indicator(shell, at), at));
        table.push(vec![
            Cell::text(item.text("code")),
            titled(shell, item, "title"),
            Cell::html(
                named(shell, content, Kind::Component, item.text("component")),
                item.text("component"),
            ),
            word(shell, item, "strategic"),
            indicator.unwrap_or_default(),
        ]);
    }
    table
}

pub(super) fn diagnoses(shell: &Shell, content: &Content) -> Table {
    let columns = ["variable", "year", "#value", "unit", "facts", "source"];
    let mut table = table(shell, "diagnostico", "kinds-diagnosis", &columns).stacked();
    for item in rows(content, Kind::Diagnosis) {
        let value = item.text("value");
        let shown =
            value.parse::<rust_decimal::Decimal>().map_or_else(|_| value.to_owned(), |n| shell.value(n));
        table.push(vec![
            Cell::html(named(shell, content, Kind::Variable, item.text("variable")), item.text("variable")),
            Cell::text(item.text("year")),
            Cell::html(Html::text(&shown), value),
            titled(shell, item, "unit"),
            titled(shell, item, "facts"),
            Cell::text(item.text("source")),
        ]);
    }
    table
}

/// The greatest product of probability and impact first.
pub(super) fn risks(shell: &Shell, content: &Content) -> Table {
    let columns = ["risk", "kind", "#probability", "#impact", "#product", "variables", "source"];
    let mut table = table(shell, "riesgos", "kinds-risk", &columns).stacked();
    let product = |item: &&Item| item.whole("probability") * item.whole("impact");
    let mut risks: Vec<&Item> = rows(content, Kind::Risk).collect();
    risks.sort_by_key(|item| -product(item));
    for item in risks {
        let name = Html::text(item.text("code")).and(&text(shell, item, "title"));
        table.push(vec![
            Cell::html(name, item.text("title")),
            word(shell, item, "kind"),
            Cell::text(item.text("probability")),
            Cell::text(item.text("impact")),
            Cell::text(&product(&item).to_string()),
            several(shell, content, item),
            Cell::text(item.text("source")),
        ]);
    }
    table
}

/// States of the variables in one scenario.
pub(super) fn states(shell: &Shell, content: &Content, scenario: &str) -> Table {
    let columns = ["variable", "state-in"];
    let mut table = table(shell, "estados", "kinds-state", &columns).stacked();
    for item in rows(content, Kind::State).filter(|item| item.text("scenario") == scenario) {
        table.push(vec![
            Cell::html(named(shell, content, Kind::Variable, item.text("variable")), item.text("variable")),
            titled(shell, item, "state"),
        ]);
    }
    table
}

pub(super) fn scenario_link(shell: &Shell, content: &Content, study: &str, code: &str) -> Html {
    let title = one(content, Kind::Scenario, code);
    let title =
        title.map_or(code, |item| super::parts::plainly(shell, item.text("title"), item.opt("title_en")));
    link(&links::scenario_href(&shell.view, study, code), title)
}
