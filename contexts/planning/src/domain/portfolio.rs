//! Many plans in memory, their trees joined: one pass builds it, then every step is an index.
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use base::codes::{ElementCode, IndicatorCode, PlanCode};
use jiff::civil::Date;

use super::card::Indicator;
use super::content::Content;
use super::element::Element;
use super::plan::{Plan, Version, current};
use super::reference::{ElementRef, IndicatorRef, PlanRef};

/// Position of a version in [`Portfolio::versions`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VersionAt(pub u32);

/// Position of an element in [`Portfolio::elements`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ElementAt(pub u32);

#[derive(Clone, Debug)]
pub struct VersionNode {
    pub plan: Plan,
    pub version: Version,
    elements: Range<usize>,
    pub cards: Vec<CardNode>,
}

#[derive(Clone, Debug)]
pub struct CardNode {
    pub card: Indicator,
    /// `None` where the card names an element that is not in its version.
    pub element: Option<ElementAt>,
    pub targets: usize,
}

#[derive(Clone, Debug)]
pub struct ElementNode {
    pub element: Element,
    pub version: VersionAt,
    pub parent: Option<ElementAt>,
    /// Elements of plans above; `None` where the reference leads nowhere.
    pub above: Vec<Option<ElementAt>>,
    pub cards: u32,
}

/// How many targets the indicators of a version have.
pub type TargetCounts = BTreeMap<IndicatorCode, usize>;

/// Plans as they stand on a day.
#[derive(Clone, Debug)]
pub struct Portfolio {
    on: Date,
    versions: Vec<VersionNode>,
    elements: Vec<ElementNode>,
    by_plan: HashMap<PlanCode, Vec<VersionAt>>,
    children: Children,
}

/// Children of every element in one list: `starts[i]..starts[i + 1]` are those of element `i`.
#[derive(Clone, Debug, Default)]
struct Children {
    starts: Vec<u32>,
    list: Vec<ElementAt>,
}

impl Portfolio {
    /// Joins plans. `on` decides which version a bare `PLAN/CODE` means.
    pub fn new(contents: impl IntoIterator<Item = Content>, on: Date) -> Self {
        let counted = |content: Content| {
            let mut counts = TargetCounts::new();
            for key in content.targets.keys() {
                *counts.entry(key.indicator.clone()).or_default() += 1;
            }
            (content, counts)
        };
        Self::of_counted(contents.into_iter().map(counted), on)
    }

    /// The same of contents whose targets were counted elsewhere: of them nothing but their number is kept.
    pub fn of_counted(contents: impl IntoIterator<Item = (Content, TargetCounts)>, on: Date) -> Self {
        let mut all = Self {
            on,
            versions: Vec::new(),
            elements: Vec::new(),
            by_plan: HashMap::new(),
            children: Children::default(),
        };
        for (content, targets) in contents {
            all.add(content, &targets);
        }
        all.resolve();
        all.children = Children::of(&all.elements);
        all
    }

    fn add(&mut self, content: Content, targets: &TargetCounts) {
        let at = VersionAt(index(self.versions.len()));
        let start = self.elements.len();
        self.elements.extend(content.elements.into_values().map(|element| ElementNode {
            element,
            version: at,
            parent: None,
            above: Vec::new(),
            cards: 0,
        }));
        let cards = content
            .indicators
            .into_values()
            .map(|card| CardNode {
                element: None,
                targets: targets.get(&card.code).copied().unwrap_or(0),
                card,
            })
            .collect();
        self.by_plan.entry(content.plan.code.clone()).or_default().push(at);
        let elements = start..self.elements.len();
        self.versions.push(VersionNode { plan: content.plan, version: content.version, elements, cards });
    }

    /// The same plans as if some elements had never been: what hung from them hangs from what is left.
    #[must_use]
    pub fn without(&self, gone: &BTreeSet<ElementAt>) -> Self {
        let mut all = Self { elements: Vec::new(), children: Children::default(), ..self.clone() };
        for (at, node) in all.versions.iter_mut().enumerate() {
            let start = all.elements.len();
            let own = self.versions.get(at).into_iter().flat_map(|version| self.elements_of(version));
            let left = own.filter(|(at, _)| !gone.contains(at)).map(|(_, node)| node.clone());
            all.elements.extend(left.map(|node| ElementNode {
                parent: None,
                above: Vec::new(),
                cards: 0,
                ..node
            }));
            node.elements = start..all.elements.len();
            node.cards.retain(|card| card.element.is_none_or(|element| !gone.contains(&element)));
        }
        all.resolve();
        all.children = Children::of(&all.elements);
        all
    }

    fn resolve(&mut self) {
        for i in 0..self.elements.len() {
            let Some(node) = self.elements.get(i) else { continue };
            let parent = node.element.parent.as_ref().and_then(|code| self.find_in(node.version, code));
            let above = node.element.hangs_from.iter().map(|link| self.find(link)).collect();
            if let Some(node) = self.elements.get_mut(i) {
                node.parent = parent;
                node.above = above;
            }
        }
        for v in 0..self.versions.len() {
            let at = VersionAt(index(v));
            let Some(node) = self.versions.get(v) else { continue };
            let found: Vec<_> = node.cards.iter().map(|c| self.find_in(at, &c.card.element)).collect();
            for element in found.iter().flatten() {
                if let Some(node) = self.elements.get_mut(element.0 as usize) {
                    node.cards += 1;
                }
            }
            let cards = self.versions.get_mut(v).into_iter().flat_map(|n| n.cards.iter_mut());
            for (card, element) in cards.zip(found) {
                card.element = element;
            }
        }
    }

    pub const fn on(&self) -> Date {
        self.on
    }

    pub fn versions(&self) -> impl Iterator<Item = (VersionAt, &VersionNode)> {
        self.versions.iter().enumerate().map(|(i, node)| (VersionAt(index(i)), node))
    }

    pub fn version(&self, at: VersionAt) -> Option<&VersionNode> {
        self.versions.get(at.0 as usize)
    }

    pub fn versions_of(&self, plan: &PlanCode) -> impl Iterator<Item = &VersionNode> {
        self.by_plan.get(plan).into_iter().flatten().filter_map(|at| self.version(*at))
    }

    pub fn elements_len(&self) -> usize {
        self.elements.len()
    }

    pub fn element(&self, at: ElementAt) -> Option<&ElementNode> {
        self.elements.get(at.0 as usize)
    }

    /// Elements of a version in the order of their codes.
    pub fn elements_of(&self, version: &VersionNode) -> impl Iterator<Item = (ElementAt, &ElementNode)> {
        let range = version.elements.clone();
        let nodes = self.elements.get(range.clone()).unwrap_or_default();
        range.zip(nodes).map(|(i, node)| (ElementAt(index(i)), node))
    }

    /// Elements that hang from this one, in its own plan and in plans below.
    pub fn children(&self, at: ElementAt) -> &[ElementAt] {
        self.children.get(at)
    }

    /// Elements this one hangs from.
    pub fn parents(&self, at: ElementAt) -> impl Iterator<Item = ElementAt> {
        let node = self.element(at);
        node.into_iter().flat_map(|n| n.parent.into_iter().chain(n.above.iter().flatten().copied()))
    }

    /// The version a reference means.
    pub fn find_version(&self, plan: &PlanRef) -> Option<VersionAt> {
        let all = self.by_plan.get(&plan.plan)?;
        let node = |at: &VersionAt| self.version(*at).map(|n| (*at, &n.version));
        let chosen = match &plan.version {
            Some(code) => code,
            None => &current(all.iter().filter_map(node).map(|(_, v)| v), self.on)?.code,
        };
        all.iter().filter_map(node).find(|(_, v)| v.code == *chosen).map(|(at, _)| at)
    }

    pub fn find(&self, element: &ElementRef) -> Option<ElementAt> {
        self.find_in(self.find_version(&element.plan)?, &element.code)
    }

    fn find_in(&self, version: VersionAt, code: &ElementCode) -> Option<ElementAt> {
        let range = self.version(version)?.elements.clone();
        let slice = self.elements.get(range.clone())?;
        let found = slice.binary_search_by(|node| node.element.code.cmp(code)).ok()?;
        Some(ElementAt(index(range.start + found)))
    }

    /// `PLAN@VERSION/CODE` of an element.
    pub fn reference(&self, at: ElementAt) -> Option<ElementRef> {
        let node = self.element(at)?;
        let version = self.version(node.version)?;
        Some(ElementRef { plan: version.reference(), code: node.element.code.clone() })
    }
}

impl VersionNode {
    pub fn reference(&self) -> PlanRef {
        self.version.reference(&self.plan.code)
    }

    pub fn indicator(&self, code: &IndicatorCode) -> IndicatorRef {
        IndicatorRef { plan: self.reference(), code: code.clone() }
    }
}

impl Children {
    fn of(elements: &[ElementNode]) -> Self {
        let parents = |n: &ElementNode| -> Vec<usize> {
            n.parent.iter().chain(n.above.iter().flatten()).map(|at| at.0 as usize).collect()
        };
        let mut starts = vec![0_u32; elements.len() + 1];
        for parent in elements.iter().flat_map(parents) {
            if let Some(count) = starts.get_mut(parent + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        let mut list = vec![ElementAt(0); sum as usize];
        for (i, node) in elements.iter().enumerate() {
            for parent in parents(node) {
                let slot = next.get_mut(parent).and_then(|n| {
                    *n += 1;
                    list.get_mut((*n - 1) as usize)
                });
                if let Some(slot) = slot {
                    *slot = ElementAt(index(i));
                }
            }
        }
        Self { starts, list }
    }

    fn get(&self, at: ElementAt) -> &[ElementAt] {
        let i = at.0 as usize;
        let ends = self.starts.get(i).zip(self.starts.get(i + 1));
        ends.and_then(|(from, to)| self.list.get(*from as usize..*to as usize)).unwrap_or_default()
    }
}

/// Positions are 32 bits wide: a state has thousands of millions of elements less.
fn index(i: usize) -> u32 {
    u32::try_from(i).unwrap_or(u32::MAX)
}
