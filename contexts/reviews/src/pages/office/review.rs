//! `/oficina/revisiones/{review}`: a session at work: its agenda, what is being decided, the minutes, the signature.
use axum::{extract::Path, response::Response};
use web::{
    Html, Matter, PageError, Shell,
    components::{Form, Input, empty},
    gate::{Office, Posted},
    sections::{Page, Section, link},
};

use super::{
    super::{known_bodies, links, review, told},
    OWNERS, field,
};
use crate::{
    domain::{Attendance, Decision, Kind, ReviewCode, Standing, undecided},
    queries::{self, Bodies, ReviewView},
};

pub async fn get(office: Office, Path(code): Path<ReviewCode>) -> Result<Response, PageError> {
    show(&office, &code, None).await
}

pub(super) async fn show(
    office: &Office,
    code: &ReviewCode,
    sent: Option<(&Posted, String)>,
) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let view = queries::review(reading.conn(), base::Known::NOW, code).await?.ok_or(PageError::NotFound)?;
    let (drafts, attendance) = queries::drafts(reading.conn(), code).await?;
    let bodies = known_bodies(&mut reading).await?;
    let decisions = if view.standing() == Standing::Convened { &drafts } else { &view.decisions };
    let owners = decisions.iter().map(|one| &one.owner.entity);
    let codes = view.items.iter().filter_map(|item| item.entity.as_ref()).chain(owners);
    let names = told::names(&mut reading, codes).await?;
    let matter = view.items.iter().map(|item| Matter::of(item.is_sample)).reduce(Matter::with);
    let mut shell = reading.shell("", matter.unwrap_or(Matter::Real));
    shell.title = review::title(&shell, bodies.as_ref(), &view);
    let shell = shell.under("/oficina", &reading.t("reviews-office"));
    let shell = shell.under(links::OFFICE, &reading.t("reviews-office-title"));
    let mut page = Page::new(shell);
    page.done("reviews", &["convocada", "agenda", "decision", "quitada", "acta", "firmada", "cancelada"]);
    if let Some((_, words)) = &sent {
        page.wrong(words);
    }
    let shell = &page.shell;
    let public = link(&links::review_href(&shell.view, code), &shell.t("reviews-public"));
    let head = told::head(shell, bodies.as_ref(), &view.review, view.standing());
    let mut all = vec![Section::top().html(Html::of(&head)).say(public)];
    all.extend(review::agenda(shell, bodies.as_ref(), &view.items, &names, decisions));
    let table = told::decisions(shell, "decisiones", decisions, &names, false);
    let section = Section::new("parte-decisiones", &shell.t("reviews-decisions"));
    all.push(section.table_or(table, &shell.t("reviews-decisions-none")));
    if view.standing() == Standing::Convened {
        let typed = |name: &str| sent.as_ref().map_or("", |(posted, _)| posted.text(name));
        let at_work = AtWork { office, shell, view: &view, drafts: &drafts, attendance: attendance.as_ref() };
        all.extend(at_work.sections(bodies.as_ref(), &typed));
    }
    page.add_all(all);
    page.answer()
}

/// A session that is not signed yet, and who looks at it.
struct AtWork<'a> {
    office: &'a Office,
    shell: &'a Shell,
    view: &'a ReviewView,
    drafts: &'a [Decision],
    attendance: Option<&'a Attendance>,
}

impl AtWork<'_> {
    fn sections<'t>(&self, bodies: Option<&Bodies>, typed: &impl Fn(&str) -> &'t str) -> Vec<Section> {
        let (shell, resource) = (self.shell, &self.office.resource);
        let mut all = Vec::new();
        if self.office.may("conduct_review", resource) {
            all.push(
                Section::new("parte-renovar", &shell.t("reviews-renew"))
                    .say(shell.t("reviews-renew-lead"))
                    .html(Html::of(&self.form("agenda", "reviews-renew-send"))),
            );
            all.push(
                Section::new("parte-decidir", &shell.t("reviews-decide"))
                    .html(Html::of(&self.deciding(typed))),
            );
            if !self.drafts.is_empty() {
                all.push(
                    Section::new("parte-quitar", &shell.t("reviews-drop")).html(Html::of(&self.dropping())),
                );
            }
            all.push(
                Section::new("parte-acta", &shell.t("reviews-minutes"))
                    .html(Html::of(&self.minuting(bodies, typed))),
            );
            let reason = field(shell, "reason", Input::Area).value(typed("reason"));
            let form = self.form("cancelacion", "reviews-cancel-send").among("cancelacion").field(reason);
            all.push(Section::new("parte-cancelar", &shell.t("reviews-cancel")).html(Html::of(&form)));
        }
        if self.office.may("sign_review", resource) {
            all.push(self.signing());
        }
        all
    }

    fn form(&self, act: &str, button: &str) -> Form {
        let path = format!("{}/{}/{act}", links::OFFICE, self.view.review.code);
        Form::new(self.shell, &path, &self.shell.t(button))
    }

    fn deciding<'t>(&self, typed: &impl Fn(&str) -> &'t str) -> Form {
        let shell = self.shell;
        let choice = |prefix: &str, words: &[&str]| {
            let each = words.iter().map(|word| {
                ((*word).to_owned(), shell.t(&format!("reviews-{prefix}-{}", word.replace('_', "-"))))
            });
            Input::Choice(each.collect())
        };
        let kinds: Vec<(String, String)> = Kind::ALL
            .iter()
            .map(|kind| (kind.as_str().to_owned(), shell.t(&format!("reviews-kind-{}", kind.as_str()))))
            .collect();
        let owner = Input::Text;
        let form = self
            .form("decision", "reviews-decide-send")
            .among("decision")
            .field(field(shell, "item", Input::Text).hint(&shell.t("reviews-item-hint")).value(typed("item")))
            .field(field(shell, "kind", Input::Choice(kinds)).value(typed("kind")))
            .field(field(shell, "text", Input::Area).hint(&shell.t("reviews-text-hint")).value(typed("text")))
            .field(field(shell, "owner_role", choice("role", &OWNERS)).value(typed("owner_role")))
            .field(
                field(shell, "owner_entity", owner)
                    .hint(&shell.t("reviews-entity-hint"))
                    .value(typed("owner_entity")),
            )
            .field(field(shell, "due_on", Input::Date).value(typed("due_on")));
        let optional = ["evidence", "indicator", "territory", "period", "target"];
        let hinted = |name: &'static str| {
            let hint = shell.t(&format!("reviews-{name}-hint"));
            field(shell, name, Input::Text).hint(&hint).value(typed(name)).optional()
        };
        optional.into_iter().fold(form, |form, name| form.field(hinted(name)))
    }

    fn dropping(&self) -> Form {
        let codes = self.drafts.iter().map(|one| {
            let words = self.shell.ta(
                "reviews-drop-one",
                &[("code", one.code.as_str().into()), ("number", one.item.to_string().into())],
            );
            (one.code.to_string(), words)
        });
        let codes: Vec<(String, String)> = codes.collect();
        self.form("decision/quitar", "reviews-drop-send").field(field(
            self.shell,
            "code",
            Input::Choice(codes),
        ))
    }

    fn minuting<'t>(&self, bodies: Option<&Bodies>, typed: &impl Fn(&str) -> &'t str) -> Form {
        let shell = self.shell;
        let kept = self.attendance;
        let text = match typed("minutes") {
            "" => kept.map_or("", |of| of.text.as_str()),
            typed => typed,
        };
        let present =
            kept.map(|of| of.present.iter().cloned().collect::<Vec<_>>().join("; ")).unwrap_or_default();
        let present = match typed("present") {
            "" => present,
            typed => typed.to_owned(),
        };
        let seats = bodies.map(|bodies| bodies.seats(&self.view.review.body, self.view.review.held_on));
        let codes: Vec<String> = seats.into_iter().flatten().map(|seat| seat.post.to_string()).collect();
        let hint = shell.t1("reviews-present-hint", "posts", codes.join("; "));
        self.form("acta", "reviews-minutes-send")
            .among("acta")
            .field(field(shell, "present", Input::Text).hint(&hint).value(&present))
            .field(field(shell, "minutes", Input::Area).value(text))
    }

    /// What still keeps the minutes from being signed is said before.
    fn signing(&self) -> Section {
        let shell = self.shell;
        let section = Section::new("parte-firmar", &shell.t("reviews-sign"));
        let open = undecided(&self.view.items, self.drafts.iter().map(|one| one.item));
        let section = match (open.as_slice(), self.attendance) {
            ([], Some(of)) => section.say(Html::text(&of.text)),
            ([], None) => section.html(empty(&shell.t("reviews-minutes-none"))),
            (open, _) => {
                let listed = open.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
                let args = [("n", open.len().into()), ("numbers", listed.into())];
                section.say(shell.ta("reviews-refused-undecided", &args))
            }
        };
        section.html(Html::of(&self.form("firma", "reviews-sign-send")))
    }
}
