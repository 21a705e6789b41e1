//! What the public page and that of the office tell alike of an edition.
use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use web::{
    Format, Html, KnownAt, Matter, PageError, Shell, View,
    components::{Cell, Column, Facts, Notice, NoticeKind, Table},
    sections::{Page, Section, link, plainly},
};

use super::{links, render};
use crate::{
    Country,
    domain::{Duty, Edition, Stage, Step},
    templates::Made,
};

/// An edition with everything that its page tells.
pub(super) struct Shown<'a> {
    pub duty: &'a Duty,
    pub edition: &'a Edition,
    pub all: &'a [Edition],
    pub made: &'a Made,
    pub stage: Stage,
    pub country: Country,
}

/// `Ejecución financiera… · diciembre de 2020`
pub(super) fn title(shell: &Shell, duty: &Duty, edition: &Edition) -> String {
    format!("{} · {}", name(shell, duty), shell.period(edition.period))
}

pub(super) fn name<'d>(shell: &Shell, duty: &'d Duty) -> &'d str {
    plainly(shell, &duty.name.0, Some(&duty.name.1))
}

pub(super) fn matter(made: &Made) -> Matter {
    match made.report.holds {
        (true, false) => Matter::Sample,
        (true, true) => Matter::Mixed,
        _ => Matter::Real,
    }
}

impl Shown<'_> {
    /// The shell of what was frozen: its links, words and files tell of that day, whoever asks when.
    fn frozen(&self, shell: &Shell) -> Shell {
        let mut frozen = shell.clone();
        let mut view =
            View::of(shell.lang(), shell.view.path()).with_known(KnownAt::Instant(self.edition.known_at));
        if let Some(table) = shell.view.one("table") {
            view = view.with("table", table);
        }
        frozen.view = view.with_format(shell.view.format);
        // Nothing of the day on which somebody reads it stands in its files.
        frozen.now = None;
        frozen.today = self.country.date(self.edition.known_at);
        frozen.matter = matter(self.made);
        frozen
    }

    /// The content as its checksum is of it; a file of one of its tables, or of all for paper; none where a page is asked for.
    pub(super) fn file(&self, shell: &Shell) -> Result<Option<Response>, PageError> {
        match shell.view.format {
            Format::Html => Ok(None),
            Format::Json => {
                let kind = (header::CONTENT_TYPE, "application/json; charset=utf-8");
                let kept = (header::CACHE_CONTROL, "no-cache");
                Ok(Some(([kind, kept], self.made.text.clone()).into_response()))
            }
            format => {
                let frozen = self.frozen(shell);
                let facts = self.on_paper(&frozen);
                let sections = render::sections(&frozen, &self.made.report, format == Format::Pdf);
                let mut page = Page::new(frozen);
                let facts = Section::new("parte-edicion", "").table(facts);
                // Paper says first what it is; of a file the first table is that of the report.
                if format == Format::Pdf {
                    page.add(facts);
                    page.add_all(sections);
                } else {
                    page.add_all(sections);
                    page.add(facts);
                }
                page.answer().map(Some)
            }
        }
    }

    /// What stands on paper of the edition itself: nothing that changes later.
    fn on_paper(&self, shell: &Shell) -> Table {
        let columns =
            vec![Column::text(&shell.t("reports-fact")), Column::text(&shell.t("reports-fact-value"))];
        let mut table = Table::new("t-edition", &shell.t("reports-table-edition"), columns);
        let of = self.edition;
        let mut row = |key: &str, value: String| {
            table.push(vec![Cell::text(&shell.t(&format!("reports-fact-{key}"))), Cell::text(&value)]);
        };
        row("edition", format!("{} ({})", of.code, of.number));
        row("owes", self.duty.entity.to_string());
        row("addressees", addressees(shell, self.duty));
        row("known", shell.known_words());
        row("entry", of.known.seq().to_string());
        row("checksum", of.checksum.to_string());
        row("template", format!("{} {}", of.template, of.version));
        row("prepared", self.by(shell, &of.post, of.at));
        for (key, step) in [("signed", Step::Sign), ("published", Step::Publish)] {
            if let Some(taken) = of.taken(step) {
                row(key, self.by(shell, &taken.post, taken.at));
            }
        }
        table
    }

    fn by(&self, shell: &Shell, post: &str, at: jiff::Timestamp) -> String {
        format!("{} · {post}", shell.date(self.country.date(at)))
    }

    /// What became of it, said before anything else where it does not stand.
    pub(super) fn notice(&self, shell: &Shell) -> Option<Notice> {
        let warn = |words: &Html| Some(Notice::new(shell, NoticeKind::Warning, words.clone()));
        match self.stage {
            Stage::Withdrawn => {
                let why = self.edition.taken(Step::Withdraw).map_or("", |taken| taken.reason.as_str());
                warn(&Html::text(&shell.t1("reports-notice-withdrawn", "reason", why)))
            }
            Stage::Replaced => {
                let is_next = |one: &&Edition| one.replaces.as_ref() == Some(&self.edition.code);
                let next = self.all.iter().rev().find(is_next)?;
                let why = shell.t1("reports-notice-replaced", "reason", next.reason.as_str());
                warn(
                    &Html::text(&why)
                        .and(&link(&links::edition(&shell.view, &next.code), next.code.as_str())),
                )
            }
            _ => None,
        }
    }

    /// What is known of the edition.
    pub(super) fn facts(&self, shell: &Shell) -> Facts {
        let of = self.edition;
        let say = |key: &str| shell.t(&format!("reports-fact-{key}"));
        let known = shell.view.with_known(KnownAt::Instant(of.known_at));
        let entity =
            link(&shell.view.link_to(&["entidad", self.duty.entity.as_str()]), self.duty.entity.as_str());
        let mut facts = Facts::default()
            .with(&say("stage"), shell.t(&format!("reports-stage-{}", self.stage.as_str())).as_str())
            .with(&say("edition"), format!("{} ({})", of.code, of.number).as_str())
            .with(&say("owes"), entity)
            .with(&say("addressees"), addressees(shell, self.duty).as_str())
            .with(&say("known"), link(&known.link("/"), &shell.moment(of.known_at)))
            .with(&say("entry"), of.known.seq().to_string().as_str())
            .with(&say("checksum"), Html::text(&of.checksum.to_string()))
            .with(&say("template"), format!("{} {}", of.template, of.version).as_str())
            .with(&say("prepared"), self.by(shell, &of.post, of.at).as_str());
        let steps = [("signed", Step::Sign), ("published", Step::Publish), ("withdrawn", Step::Withdraw)];
        for (key, step) in steps {
            if let Some(taken) = of.taken(step) {
                facts = facts.with(&say(key), self.by(shell, &taken.post, taken.at).as_str());
            }
        }
        if let Some(before) = &of.replaces {
            let link = link(&links::edition(&shell.view, before), before.as_str());
            facts = facts.with(&say("replaces"), link).with(&say("why"), of.reason.as_str());
        }
        facts.with(&say("source"), self.duty.source.as_str())
    }

    /// The content and how anybody makes it again.
    pub(super) fn sections(&self, shell: &Shell, path: &str) -> Vec<Section> {
        let frozen = self.frozen(shell);
        let mut sections = render::sections(&frozen, &self.made.report, false);
        let origin = shell.origin.clone().unwrap_or_default();
        let json = View::of(shell.lang(), path).with_format(Format::Json).here();
        let of = self.edition;
        let commands = [
            format!("curl -s '{origin}{json}' | sha256sum"),
            format!("quipu report verify {}", of.code),
            format!(
                "quipu report {} --period {} --known {} --format json | sha256sum",
                of.duty, of.period, of.known_at
            ),
        ];
        let command = |text: &String| Html::text(text);
        let args = [("checksum", of.checksum.to_string().into())];
        let how = Section::new("parte-verificar", &shell.t("reports-verify"))
            .say(shell.ta("reports-verify-how", &args).as_str())
            .list(commands.iter().map(command).collect());
        sections.push(how);
        sections
    }
}

fn addressees(shell: &Shell, duty: &Duty) -> String {
    let word = |one: &crate::domain::Addressee| shell.t(&format!("reports-addressee-{}", one.as_str()));
    duty.addressees.iter().map(word).collect::<Vec<_>>().join(", ")
}

pub(super) fn addressed(shell: &Shell, duty: &Duty) -> String {
    addressees(shell, duty)
}
