//! A procedure as a drawing and as an outline: plain data, the words and the ink are a page's.
use std::collections::BTreeMap;

use crate::{
    declaration::{DeclaredAct, DeclaredClock, DeclaredState},
    effect::starts_in,
    procedure::Procedure,
};

/// Who can make an act happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EdgeKind {
    Role,
    Lapse,
    /// A role or the lapse of a clock.
    Either,
}

/// A state and its place: layers from the initial state on, places within a layer, both from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node<'a> {
    pub state: &'a DeclaredState,
    pub layer: usize,
    pub place: usize,
}

/// An act from one state to another, or to the same where it stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge<'a> {
    pub act: &'a DeclaredAct,
    pub from: &'a str,
    pub to: &'a str,
    pub kind: EdgeKind,
}

/// Nodes by layer and place, edges in the order of their nodes and of the declaration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagram<'a> {
    pub nodes: Vec<Node<'a>>,
    pub edges: Vec<Edge<'a>>,
    pub layers: usize,
    /// Places of the widest layer.
    pub places: usize,
}

/// A state of the outline: what can be done in it, and which clocks start with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineState<'a> {
    pub state: &'a DeclaredState,
    pub exits: Vec<OutlineExit<'a>>,
    pub clocks: Vec<&'a DeclaredClock>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineExit<'a> {
    pub act: &'a DeclaredAct,
    pub kind: EdgeKind,
    pub to: &'a DeclaredState,
}

impl<'a> Diagram<'a> {
    /// A state lies in the layer of the fewest acts that lead to it; within a layer as declared.
    pub fn of(procedure: &'a Procedure) -> Self {
        let edges = edges(procedure);
        let layers = layers(procedure, &edges);
        let mut nodes: Vec<Node<'a>> = Vec::new();
        for state in &procedure.states {
            let layer = layers.get(state.code.as_str()).copied().unwrap_or_default();
            let place = nodes.iter().filter(|node| node.layer == layer).count();
            nodes.push(Node { state, layer, place });
        }
        nodes.sort_by_key(|node| (node.layer, node.place));
        let order = |edge: &Edge<'_>| nodes.iter().position(|node| node.state.code == edge.from);
        let mut sorted = edges;
        sorted.sort_by_key(order);
        let size = |of: fn(&Node<'_>) -> usize| nodes.iter().map(of).max().map_or(0, |last| last + 1);
        Self { layers: size(|node| node.layer), places: size(|node| node.place), edges: sorted, nodes }
    }

    /// The same as an ordered list, for those who hear it or print it.
    pub fn outline(&self, procedure: &'a Procedure) -> Vec<OutlineState<'a>> {
        let item = |node: &Node<'a>| {
            let leaving = self.edges.iter().filter(|edge| edge.from == node.state.code);
            let exit = |edge: &Edge<'a>| {
                Some(OutlineExit { act: edge.act, kind: edge.kind, to: procedure.state(edge.to)? })
            };
            let starts = |clock: &&DeclaredClock| starts_in(clock, &node.state.code);
            OutlineState {
                state: node.state,
                exits: leaving.filter_map(exit).collect(),
                clocks: procedure.declaration().clocks.iter().filter(starts).collect(),
            }
        };
        self.nodes.iter().map(item).collect()
    }
}

fn edges<'a>(procedure: &'a Procedure) -> Vec<Edge<'a>> {
    let mut edges = Vec::new();
    for act in &procedure.declaration().acts {
        let kind = match (act.by.is_empty(), procedure.is_lapse(&act.code)) {
            (true, _) => EdgeKind::Lapse,
            (false, true) => EdgeKind::Either,
            (false, false) => EdgeKind::Role,
        };
        let edge = |from: &'a String| Edge { act, from, to: act.to.as_deref().unwrap_or(from), kind };
        edges.extend(act.from.iter().map(edge));
    }
    edges
}

fn layers<'a>(procedure: &'a Procedure, edges: &[Edge<'a>]) -> BTreeMap<&'a str, usize> {
    let mut layers = BTreeMap::from([(procedure.initial(), 0)]);
    let mut next = vec![procedure.initial()];
    let mut layer = 0;
    while !next.is_empty() {
        layer += 1;
        let from_here = edges.iter().filter(|edge| next.contains(&edge.from));
        let mut reached: Vec<&str> = from_here.map(|edge| edge.to).collect();
        reached.retain(|state| !layers.contains_key(state));
        layers.extend(reached.iter().map(|state| (*state, layer)));
        next = reached;
    }
    layers
}
