//! The tree of a plan as nested levels, with what each element hangs from and what hangs from it elsewhere.
use base::codes::ElementCode;
use web::components::Node;
use web::{Html, Matter, Shell};

use super::setting::Setting;
use super::{links, words};
use crate::domain::content::Content;
use crate::domain::element::Element;
use crate::domain::portfolio::ElementAt;
use crate::domain::reference::ElementRef;

/// Names of elements in other plans that a level shows; the thread has the others.
const SHOWN: usize = 8;

/// The elements that hang from nothing in the plan, each with what is below it.
pub fn nodes(shell: &Shell, setting: &Setting, content: &Content) -> Vec<Node> {
    let tree = Tree { shell, setting, content };
    tree.below(None).into_iter().map(|element| tree.node(element, 0)).collect()
}

/// What a page shows that holds the tree: a real plan names elements of sample plans above and below it. All
/// of a sample's page is called a sample, whatever it hangs from: better one real name too many under the
/// mark than a figure of a sample without it.
pub fn matter(setting: &Setting, content: &Content) -> Matter {
    let own = content.version.reference(&content.plan.code);
    if content.plan.sample {
        return Matter::Sample;
    }
    let at = |code: &ElementCode| setting.all.find(&ElementRef { plan: own.clone(), code: code.clone() });
    let beside = content.elements.keys().filter_map(at).flat_map(|position| {
        setting.all.parents(position).chain(setting.all.children(position).iter().copied())
    });
    beside.map(|position| Matter::of(is_sample(setting, position))).fold(Matter::Real, Matter::with)
}

fn is_sample(setting: &Setting, at: ElementAt) -> bool {
    let version = setting.all.element(at).and_then(|node| setting.all.version(node.version));
    version.is_some_and(|version| version.plan.sample)
}

struct Tree<'a> {
    shell: &'a Shell,
    setting: &'a Setting,
    content: &'a Content,
}

impl Tree<'_> {
    fn below(&self, parent: Option<&ElementCode>) -> Vec<&Element> {
        self.content.elements.values().filter(|element| element.parent.as_ref() == parent).collect()
    }

    /// A recorded version has no cycles, and nothing hangs deeper than kinds allow.
    fn node(&self, element: &Element, depth: usize) -> Node {
        let shell = self.shell;
        let at = ElementRef {
            plan: self.content.version.reference(&self.content.plan.code),
            code: element.code.clone(),
        };
        let title = words::said_html(shell, &element.title, element.title_en.as_deref());
        let kind = format!("{} {}", words::kind(shell, element.kind), element.code);
        let mut node = Node::new(&kind, title);
        let cards = self.content.indicators.values().filter(|card| card.element == element.code).count();
        if cards > 0 {
            node = node.mark(shell.t1("planning-tree-indicators", "n", cards));
        }
        let position = self.setting.all.find(&at);
        let elsewhere = position.map(|position| self.elsewhere(position)).unwrap_or_default();
        if !elsewhere.is_empty() {
            let samples = elsewhere.iter().any(|child| is_sample(self.setting, *child));
            node = node.mark(shell.t1("planning-tree-below", "n", elsewhere.len()));
            if samples {
                node = node.mark(shell.sample_mark());
            }
        }
        node = node.body(self.body(element, &at, &elsewhere));
        for child in self.below(Some(&element.code)) {
            node = node.child(self.node(child, depth + 1));
        }
        if depth == 0 { node.open() } else { node }
    }

    /// Elements of other plans that hang from it.
    fn elsewhere(&self, at: ElementAt) -> Vec<ElementAt> {
        let all = &self.setting.all;
        let version = |at| all.element(at).map(|node| node.version);
        all.children(at).iter().copied().filter(|child| version(*child) != version(at)).collect()
    }

    fn body(&self, element: &Element, at: &ElementRef, elsewhere: &[ElementAt]) -> Html {
        #[derive(askama::Template)]
        #[template(path = "plan_element.html")]
        struct Body {
            thread: Html,
            above_word: String,
            above: Vec<Html>,
            below_word: String,
            below: Vec<Html>,
            left_out: Option<String>,
        }
        let shell = self.shell;
        let above = element.hangs_from.iter().map(|above| match self.setting.all.find(above) {
            Some(found) => words::element_link(shell, self.setting, found),
            None => Html::text(&shell.t1("planning-tree-above-absent", "element", above.to_string())),
        });
        let rest = elsewhere.len().saturating_sub(SHOWN);
        Html::of(&Body {
            thread: words::link(&links::element_href(&shell.view, at), &shell.t("planning-tree-thread")),
            above_word: shell.t("planning-tree-hangs-from"),
            above: above.collect(),
            below_word: shell.t("planning-tree-hang-from-it"),
            below: elsewhere
                .iter()
                .take(SHOWN)
                .map(|child| words::element_link(shell, self.setting, *child))
                .collect(),
            left_out: (rest > 0).then(|| shell.t1("planning-tree-left-out", "n", rest)),
        })
    }
}
