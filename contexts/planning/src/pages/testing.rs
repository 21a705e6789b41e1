//! What tests of this room's pages share: a small state of plans, its law and its bodies.
#![allow(clippy::unwrap_used)]
use std::sync::Arc;

use directory::domain::{Entity, Held};
use web::{Lang, Matter, Messages, Shell};

use super::setting::{Policies, Setting};
use crate::domain::check::{EntityFacts, Rule, RuleSource, RuleSources};
use crate::domain::content::Content;
use crate::domain::portfolio::Portfolio;
use crate::domain::verbs::VagueVerbs;
use crate::domain::words::Severity;
use crate::queries::findings::Settled;
use crate::reading::frame::Law;
use crate::reading::policies::Policy;
use crate::tests::sample::{ON, frame};

const MESSAGES: [Messages; 2] = [crate::MESSAGES, directory::MESSAGES];

pub fn shell(lang: Lang, path: &str, matter: Matter) -> Shell {
    web::testing::shell(lang, path, "planning-plans", matter, &MESSAGES).unwrap()
}

/// No defect in any language.
pub fn sound(path: &str, matter: Matter, page: impl Fn(Shell) -> String) {
    for lang in Lang::ALL {
        let page = page(shell(lang, path, matter));
        assert_eq!(web::testing::defects(&page, matter), Vec::<String>::new(), "{lang:?} {path}");
    }
}

/// The plans judged by a law that has every rule; one ministry, `E:1`, and another without any plan.
pub fn setting(contents: Vec<Content>) -> Setting {
    let source =
        |rule: &Rule| (*rule, RuleSource { severity: Severity::Gap, source: "¶1".into(), holds: false });
    let policy = |code: &str, name: &str, name_en: &str| Policy {
        code: code.into(),
        name: name.into(),
        name_en: Some(name_en.into()),
        objective: None,
        objective_en: None,
    };
    let entities: Held<Entity> =
        [entity("E:1", "Ministerio <uno>"), entity("E:2", "Ministerio dos")].into_iter().collect();
    Setting {
        all: Portfolio::new(contents, ON).into(),
        law: Arc::new(Law {
            frame: frame(),
            verbs: VagueVerbs::new(["mejor"]),
            sources: RuleSources::new(Rule::ALL.iter().map(source)),
        }),
        policies: Arc::new(Policies {
            state: vec![policy("AN-05", "Gobierno en función de objetivos", "Government by objectives")],
            national: vec![policy("PN-01", "Descentralización", "Decentralisation")],
        }),
        settled: Settled::NOW,
        known_on: ON,
        facts: Arc::new(entities.iter().map(EntityFacts::of).collect()),
        entities: entities.into(),
    }
}

fn entity(code: &str, name: &str) -> Entity {
    Entity {
        code: code.parse().unwrap(),
        kind: "ministry".into(),
        name: name.into(),
        level: None,
        sector: None,
        pliego: None,
        territory: "PE".parse().unwrap(),
        parent: None,
        validity: base::Validity::new("2000-01-01".parse().unwrap(), None).unwrap(),
        source: "test".into(),
    }
}
