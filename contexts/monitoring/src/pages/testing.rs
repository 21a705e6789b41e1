//! What tests of this room's pages share: their words are those of the rooms they join.
#![allow(clippy::unwrap_used)]
use web::{Lang, Matter, Messages, Shell};

pub const MESSAGES: [Messages; 4] =
    [crate::MESSAGES, budget::MESSAGES, planning::MESSAGES, directory::MESSAGES];

/// A shell of a path with its parameters.
pub fn shell(lang: Lang, path: &str, matter: Matter) -> Shell {
    web::testing::shell(lang, path, "monitoring-nav-indicators", matter, &MESSAGES).unwrap()
}

/// No defect in any language.
pub fn sound(path: &str, matter: Matter, page: impl Fn(Shell) -> String) {
    for lang in Lang::ALL {
        let page = page(shell(lang, path, matter));
        assert_eq!(web::testing::defects(&page, matter), Vec::<String>::new(), "{lang:?}");
    }
}
