//! Codes, texts and references of a declaration.
use std::collections::BTreeSet;

use crate::{
    declaration::{Declaration, DeclaredAct, DeclaredClock, Named, Source, Title},
    defect::Defect,
};

/// Everything wrong with names: what refers to what, and what people read.
pub fn defects(declaration: &Declaration) -> Vec<Defect> {
    let mut names = Names { declaration, defects: Vec::new() };
    names.head();
    names.lists();
    declaration.states.iter().for_each(|state| names.state(state));
    declaration.acts.iter().for_each(|act| names.act(act));
    declaration.clocks.iter().for_each(|clock| names.clock(clock));
    names.defects
}

struct Names<'a> {
    declaration: &'a Declaration,
    defects: Vec<Defect>,
}

impl Names<'_> {
    fn head(&mut self) {
        let declaration = self.declaration;
        let of = format!("procedure {}", declaration.code);
        self.code(&of, &declaration.code);
        self.text(&of, &declaration.title);
        if declaration.subject.trim().is_empty() {
            self.defects.push(Defect::SubjectMissing);
        }
        match &declaration.source {
            None => self.defects.push(Defect::SourceMissing { of }),
            source => self.source(&of, source.as_ref()),
        }
        if let Some(to) = declaration.valid_to
            && to <= declaration.valid_from
        {
            self.defects.push(Defect::ValidityEmpty { from: declaration.valid_from, to });
        }
    }

    fn lists(&mut self) {
        let d = self.declaration;
        self.named("role", &d.roles);
        self.named("phase", &d.phases);
        self.named("document", &d.documents);
        self.players();
        self.codes("state", d.states.iter().map(|one| one.code.as_str()));
        self.codes("act", d.acts.iter().map(|one| one.code.as_str()));
        self.codes("clock", d.clocks.iter().map(|one| one.code.as_str()));
    }

    fn players(&mut self) {
        let mut seen = BTreeSet::new();
        for (role, posts) in &self.declaration.played_by {
            self.roles("played_by", std::slice::from_ref(role));
            for post in posts.iter().filter(|post| !seen.insert(post.as_str())) {
                self.defects.push(Defect::PlaysTwo { post: post.clone() });
            }
        }
    }

    fn named(&mut self, what: &str, list: &[Named]) {
        self.codes(what, list.iter().map(|one| one.code.as_str()));
        for one in list {
            self.text(&format!("{what} {}", one.code), &one.title);
        }
    }

    fn codes<'a>(&mut self, what: &str, codes: impl Iterator<Item = &'a str>) {
        let mut seen = BTreeSet::new();
        for code in codes {
            let of = format!("{what} {code}");
            self.code(&of, code);
            if !seen.insert(code) {
                self.defects.push(Defect::DuplicateCode { of });
            }
        }
    }

    fn code(&mut self, of: &str, code: &str) {
        let sound = code.starts_with(|c: char| c.is_ascii_lowercase())
            && code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        if !sound {
            self.defects.push(Defect::CodeInvalid { of: of.to_owned() });
        }
    }

    fn text(&mut self, of: &str, title: &Title) {
        for (language, text) in [("es", &title.es), ("en", &title.en)] {
            if text.trim().is_empty() {
                self.defects.push(Defect::TextMissing { of: of.to_owned(), language });
            }
        }
    }

    fn source(&mut self, of: &str, source: Option<&Source>) {
        if source.is_some_and(|source| source.norm.trim().is_empty()) {
            self.defects.push(Defect::SourceMissing { of: of.to_owned() });
        }
    }

    fn state(&mut self, state: &crate::DeclaredState) {
        let of = format!("state {}", state.code);
        self.text(&of, &state.title);
        if state.phase.is_empty() {
            self.defects.push(Defect::PhaseMissing { state: state.code.clone() });
        } else if !self.declaration.phases.iter().any(|phase| phase.code == state.phase) {
            self.defects.push(Defect::UnknownPhase { of, phase: state.phase.clone() });
        }
    }

    fn act(&mut self, act: &DeclaredAct) {
        let of = format!("act {}", act.code);
        self.text(&of, &act.title);
        self.source(&of, act.source.as_ref());
        self.states(&of, act.from.iter().chain(&act.to));
        self.roles(&of, &act.by);
        for document in &act.documents {
            if !self.declaration.documents.iter().any(|one| one.code == *document) {
                let (of, document) = (of.clone(), document.clone());
                self.defects.push(Defect::UnknownDocument { of, document });
            }
        }
    }

    fn clock(&mut self, clock: &DeclaredClock) {
        let of = format!("clock {}", clock.code);
        self.text(&of, &clock.title);
        self.source(&of, clock.source.as_ref());
        self.states(&of, clock.starts_on_entering.iter().chain(&clock.stops_on_leaving));
        self.acts(&of, clock.starts_on_acts.iter().chain(&clock.stops_on_acts));
        // A missing lapse has its own words.
        self.acts(&of, Some(&clock.lapse).into_iter().filter(|lapse| !lapse.is_empty()));
        self.roles(&of, &clock.lapse_notice_to);
        if let Some(extension) = &clock.extension {
            self.acts(&of, Some(&extension.act).into_iter());
            self.roles(&of, &extension.notice_to);
        }
        let mut seen = BTreeSet::new();
        for reminder in &clock.reminders {
            if !seen.insert(&reminder.before) {
                let of = format!("reminder {} of {of}", reminder.before);
                self.defects.push(Defect::DuplicateCode { of });
            }
            self.roles(&of, &reminder.to);
            if reminder.to.is_empty() {
                self.defects.push(Defect::ReminderForNobody { clock: clock.code.clone() });
            }
        }
    }

    fn states<'a>(&mut self, of: &str, codes: impl Iterator<Item = &'a String>) {
        for state in codes.filter(|code| self.declaration.state(code).is_none()) {
            self.defects.push(Defect::UnknownState { of: of.to_owned(), state: state.clone() });
        }
    }

    fn acts<'a>(&mut self, of: &str, codes: impl Iterator<Item = &'a String>) {
        for act in codes.filter(|code| self.declaration.act(code).is_none()) {
            self.defects.push(Defect::UnknownAct { of: of.to_owned(), act: act.clone() });
        }
    }

    fn roles(&mut self, of: &str, codes: &[String]) {
        let unknown = |code: &&String| !self.declaration.roles.iter().any(|role| role.code == **code);
        for role in codes.iter().filter(unknown) {
            self.defects.push(Defect::UnknownRole { of: of.to_owned(), role: role.clone() });
        }
    }
}
