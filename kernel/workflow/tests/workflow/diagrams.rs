//! A procedure drawn, and told as a list.
use workflow::{Diagram, EdgeKind};

use crate::support::{REQUEST, law_with, procedure};

#[test]
fn states_lie_in_layers_and_acts_between_them() {
    let procedure = procedure(REQUEST, &law_with(&[]));
    let diagram = Diagram::of(&procedure);
    let nodes: Vec<_> = diagram
        .nodes
        .iter()
        .map(|n| (n.state.code.as_str(), n.state.phase.as_str(), n.layer, n.place))
        .collect();
    assert_eq!(
        nodes,
        [
            ("received", "pending", 0, 0),
            ("denied", "pending", 1, 0),
            ("answered", "closed", 1, 1),
            ("appealed", "pending", 2, 0),
            ("dropped", "closed", 2, 1),
        ]
    );
    assert_eq!((diagram.layers, diagram.places), (3, 2));
    let edges: Vec<_> =
        diagram.edges.iter().map(|e| format!("{} {}>{} {:?}", e.act.code, e.from, e.to, e.kind)).collect();
    assert_eq!(
        edges,
        [
            "answer received>answered Role",
            "extend received>received Role",
            "silence received>denied Lapse",
            "answer denied>answered Role",
            "appeal denied>appealed Role",
            "drop denied>dropped Lapse",
            "return appealed>received Role",
            "dismiss appealed>dropped Role",
        ]
    );
}

#[test]
fn the_outline_says_the_same() {
    let procedure = procedure(REQUEST, &law_with(&[]));
    let diagram = Diagram::of(&procedure);
    let outline = diagram.outline(&procedure);
    let told: Vec<String> = outline
        .iter()
        .map(|item| {
            let exits: Vec<_> =
                item.exits.iter().map(|exit| format!("{}>{}", exit.act.code, exit.to.code)).collect();
            let clocks: Vec<_> = item.clocks.iter().map(|clock| clock.code.as_str()).collect();
            format!("{}: {} [{}]", item.state.code, exits.join(" "), clocks.join(" "))
        })
        .collect();
    assert_eq!(
        told,
        [
            "received: answer>answered extend>received silence>denied [answer]",
            "denied: answer>answered appeal>appealed drop>dropped []",
            "answered:  []",
            "appealed: return>received dismiss>dropped []",
            "dropped:  []",
        ]
    );
    let exits: usize = outline.iter().map(|item| item.exits.len()).sum();
    assert_eq!(exits, diagram.edges.len());
}

#[test]
fn an_act_of_role_and_lapse_is_both() {
    let text = REQUEST.replace("code = \"drop\"", "code = \"drop\"\nby = [\"citizen\"]");
    let procedure = procedure(&text, &law_with(&[]));
    let drop = Diagram::of(&procedure).edges.into_iter().find(|edge| edge.act.code == "drop").unwrap();
    assert_eq!(drop.kind, EdgeKind::Either);
}
