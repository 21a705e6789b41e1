//! `/oficina/evaluaciones/{evaluation}`: an evaluation as its posts see it, each with what it may do now.
use axum::{extract::Path, response::Response};
use base::Digest;
use web::{
    Html, Matter, PageError, Shell,
    components::{Field, Form, Input},
    gate::Office,
};
use workflow::DeclaredAct;

use super::{
    super::{
        country, links,
        parts::{Page, Section, link, plainly, said},
        told, words,
    },
    choice, field, fields,
};
use crate::{
    domain::{EvaluationCode, Stance, Verdict},
    queries::{self, MatrixView, Report, Response as Said},
};

/// Sent along with the file of an act: the kind of document that it is.
pub(super) const KIND: &str = "document_kind";

/// What was done, as addresses say it.
const DONE: [&str; 8] =
    ["registro", "evaluador", "informe", "respuesta", "compromiso", "acto", "avance", "verificacion"];

pub async fn get(office: Office, Path(code): Path<EvaluationCode>) -> Result<Response, PageError> {
    show(&office, &code, None).await
}

pub(super) async fn show(
    office: &Office,
    code: &EvaluationCode,
    wrong: Option<&str>,
) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let (known, today, files) = (reading.known, reading.today, office.app.files.clone());
    let (of, now) = (country(&office.app), office.app.now());
    let role = office.somebody.post().map_or("", |post| post.role);
    let found = queries::evaluation(reading.conn(), known, code).await?.ok_or(PageError::NotFound)?;
    let report = queries::report(reading.conn(), known, code).await?;
    let response = queries::response(reading.conn(), known, code).await?;
    let matrix = match &report {
        Some(report) => queries::matrix(reading.conn(), &files, of, ((&found, report), known, now, role))
            .await
            .map_err(PageError::internal)?,
        None => None,
    };
    let evaluator = found.evaluator.as_ref().and_then(|one| one.entity.as_ref());
    let codes: Vec<&str> =
        evaluator.into_iter().chain([&found.entity]).map(base::codes::EntityCode::as_str).collect();
    let bodies = told::named(directory::queries::entities_of(reading.conn(), known, today, &codes).await?);
    let shell = reading.shell("", Matter::of(found.is_sample));
    let title = plainly(&shell, &found.title, found.title_en.as_deref()).to_owned();
    let shell = reading.shell(&title, Matter::of(found.is_sample));
    let shell = shell.under("/oficina", &reading.t("evaluations-office"));
    let shell = shell.under(links::OFFICE, &reading.t("evaluations-office-title"));
    let mut page = Page::new(shell);
    page.done("evaluations", &DONE);
    if let Some(words) = wrong {
        page.wrong(words);
    }
    let shell = &page.shell;
    let public = link(&links::evaluation_href(&shell.view, code), &shell.t("evaluations-public"));
    let head = told::head(shell, &found, report.as_ref(), &bodies);
    let mut sections = vec![Section::top().html(Html::of(&head)).say(public)];
    let desk = Desk { office, shell, code };
    sections.extend(desk.conduct(report.as_ref()));
    sections.extend(desk.respond(report.as_ref(), response.as_ref()));
    if let Some(view) = &matrix {
        sections.extend(desk.matrix(view, of.date(now)));
        sections.extend(desk.progress(view));
    }
    page.add_all(sections);
    page.answer()
}

/// Whose page it is, and of what.
struct Desk<'a> {
    office: &'a Office,
    shell: &'a Shell,
    code: &'a EvaluationCode,
}

impl Desk<'_> {
    fn say(&self, key: &str) -> String {
        self.shell.t(&format!("evaluations-{key}"))
    }

    fn may(&self, action: &str) -> bool {
        self.office.may(action, &self.office.resource)
    }

    fn form(&self, path: &str, button: &str) -> Form {
        Form::new(self.shell, &format!("{}/{}/{path}", links::OFFICE, self.code), &self.say(button))
            .among(path)
    }

    fn field(&self, name: &'static str, input: Input) -> Field {
        field(self.shell, name, input)
    }

    /// The evaluator, and the final report, while it is still to come.
    fn conduct(&self, report: Option<&Report>) -> Vec<Section> {
        if report.is_some() || !self.may("conduct_evaluation") {
            return Vec::new();
        }
        let evaluator = self
            .form("evaluador", "evaluator-send")
            .field(self.field("evaluator", Input::Text))
            .field(self.field("evaluator_entity", Input::Text).optional());
        let report = self
            .form("informe", "report-send")
            .field(self.field("delivered_on", Input::Date).hint(&self.say("delivered-on-hint")))
            .field(self.field("summary", Input::Area))
            .field(self.field("file", Input::File { accept: ".pdf" }));
        vec![
            Section::new("parte-evaluador", &self.say("evaluator-name")).html(Html::of(&evaluator)),
            Section::new("parte-informe", &self.say("report-deliver")).html(Html::of(&report)),
        ]
    }

    fn respond(&self, report: Option<&Report>, response: Option<&Said>) -> Option<Section> {
        let report = report?;
        let href = self.file(&report.digest);
        let section =
            Section::new("parte-respuesta", &self.say("response")).say(link(&href, &self.say("report-file")));
        Some(match response {
            Some(one) => section
                .say(self.say(&format!("stance-{}", one.stance.as_str())).as_str())
                .say(said(self.shell, &one.text, None)),
            None if self.may("respond_to_evaluation") => {
                let stances = choice(self.shell, "stance", Stance::ALL.iter().map(|one| one.as_str()));
                let form = self.form("respuesta", "response-send");
                let form = form.field(self.field("stance", stances)).field(self.field("text", Input::Area));
                section.html(Html::of(&form))
            }
            None => section.say(self.say("response-none").as_str()),
        })
    }

    fn file(&self, digest: &Digest) -> String {
        let view = &self.shell.view;
        view.link_to(&["oficina", "evaluaciones", self.code.as_str(), "archivo", &digest.to_string()])
    }

    /// The matrix, its lines while they are written, and the acts that may be done now.
    fn matrix(&self, view: &MatrixView, on: jiff::civil::Date) -> Vec<Section> {
        let mut section = Section::new("parte-matriz", &self.say("matrix"))
            .html(Html::of(&told::matrix(self.shell, view, on)))
            .table_or(told::acts(self.shell, view), &self.say("acts-none"));
        if !view.is_signed() {
            section = section.table_or(told::lines(self.shell, &view.drafts, None), &self.say("drafts-none"));
        }
        let mut all = vec![section];
        if view.is_written() && self.may("determine_commitments") {
            let names = [
                ("commitment", Input::Text),
                ("action", Input::Area),
                ("responsible", Input::Text),
                ("indicator", Input::Text),
                ("target", Input::Text),
                ("deadline", Input::Date),
            ];
            let put = fields(self.shell, self.form("compromiso", "line-send"), names, |_| "");
            let drop = Form::new(
                self.shell,
                &format!("{}/{}/compromiso/quitar", links::OFFICE, self.code),
                &self.say("line-drop"),
            );
            let drop = drop.among("quitar").field(self.field("commitment", Input::Text));
            let mut lines = Section::new("parte-compromiso", &self.say("line-put")).html(Html::of(&put));
            if !view.drafts.is_empty() {
                lines = lines.html(Html::of(&drop));
            }
            all.push(lines);
        }
        if !view.possible.is_empty() && self.may("move_commitments") {
            let forms = view.possible.iter().map(|act| self.act(view, act));
            let section = Section::new("parte-actos-posibles", &self.say("possible"));
            all.push(forms.fold(section, |section, form| section.html(Html::of(&form))));
        }
        all
    }

    fn act(&self, view: &MatrixView, act: &DeclaredAct) -> Form {
        let title = words::title(self.shell.lang(), &act.title);
        let path = format!("{}/{}/acto", links::OFFICE, self.code);
        let mut form = Form::new(self.shell, &path, &title).among(&act.code).keep("act", &act.code);
        // The one document that the procedure knows is named as a field; others would be asked for by another form.
        for kind in &act.documents {
            let named = view.procedure.documents.iter().find(|document| document.code == *kind);
            let label = named.map_or_else(|| kind.clone(), |one| words::title(self.shell.lang(), &one.title));
            form = form.field(Field::new("document", &label, Input::File { accept: ".pdf" }));
            form = form.keep(KIND, kind);
        }
        if act.reason {
            form = form.field(self.field("reason", Input::Area));
        }
        form
    }

    /// Progress in what was signed: reported by the body, verified by the directorate.
    fn progress(&self, view: &MatrixView) -> Vec<Section> {
        if !view.is_signed() {
            return Vec::new();
        }
        let on = view.standing.now;
        let today = country(&self.office.app).date(on);
        let lines = told::lines(self.shell, &view.commitments, Some((&view.progress, today)));
        let shown = told::progress(self.shell, &view.progress, |one| Some(self.file(&one.evidence)));
        let mut section = Section::new("parte-avances", &self.say("progress"))
            .table(lines)
            .table_or(shown, &self.say("progress-none"));
        if self.may("determine_commitments") {
            let codes = view.commitments.iter().map(|one| (one.code.clone(), one.code.clone())).collect();
            let form = self
                .form("avance", "progress-send")
                .field(self.field("commitment", Input::Choice(codes)))
                .field(self.field("text", Input::Area))
                .field(self.field("file", Input::File { accept: "" }).hint(&self.say("evidence-hint")));
            section = section.html(Html::of(&form));
        }
        let waiting: Vec<(String, String)> = view
            .progress
            .iter()
            .filter(|one| one.verified.is_none())
            .map(|one| (one.number.to_string(), format!("{} · {}", one.number, one.commitment)))
            .collect();
        if !waiting.is_empty() && self.may("conduct_evaluation") {
            let verdicts = choice(self.shell, "verdict", Verdict::ALL.iter().map(|one| one.as_str()));
            let form = self
                .form("verificacion", "verify-send")
                .field(self.field("number", Input::Choice(waiting)))
                .field(self.field("verdict", verdicts))
                .field(self.field("reason", Input::Area));
            section = section.html(Html::of(&form));
        }
        vec![section]
    }
}
