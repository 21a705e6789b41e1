//! `/oficina/percepcion/{wave}`: a wave at work: its card, its sheets, how it is closed, what would be published.
use std::collections::BTreeMap;

use axum::{extract::Path, response::Response};
use base::RowErrors;
use web::{
    Html, PageError, Shell,
    components::{Cell, Form, Input, Table},
    gate::{Office, Posted},
    sections::{Page, Section, Upload, link, table},
};

use super::{
    super::{form, links, results, told, wave::places},
    card, field,
};
use crate::{
    domain::{Channel, Question, Standing, WaveCode},
    queries::{self, Asked, WaveView},
};

pub async fn get(office: Office, Path(code): Path<WaveCode>) -> Result<Response, PageError> {
    show(&office, &code, None).await
}

/// What was sent and refused, and why; of a table, every row.
pub(super) struct Wrong<'a> {
    pub posted: Option<&'a Posted>,
    pub words: String,
    pub rows: Option<&'a RowErrors>,
}

pub(super) async fn show(
    office: &Office,
    code: &WaveCode,
    wrong: Option<Wrong<'_>>,
) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let (known, on, files) = (reading.known, reading.today, reading.app.files.clone());
    let view = queries::office_wave(reading.conn(), code).await?.ok_or(PageError::NotFound)?;
    let plans = planning::queries::portfolio(reading.conn(), known, on).await?;
    let names = told::names(&mut reading, std::iter::once(&view.wave.card.entity)).await?;
    let questions = queries::questions(reading.conn(), base::Known::NOW).await?;
    let counts = queries::responses(reading.conn(), code).await?;
    let places = places(&mut reading).await?;
    let (mut asked, mut least) = (Vec::new(), 0);
    if view.wave.standing() == Standing::Closed {
        let read = queries::cell_min(reading.conn(), &files, known, on).await;
        least = read.map_err(PageError::internal)?;
        asked = queries::preview(reading.conn(), &view.wave, least).await?;
    }
    let mut shell = reading.shell("", told::matter(&plans, &view.wave.card.element));
    told::title(&shell, &view.wave).clone_into(&mut shell.title);
    let shell = shell.under("/oficina", &reading.t("perception-office"));
    let shell = shell.under(links::OFFICE, &reading.t("perception-office-title"));
    let mut page = Page::new(shell);
    page.done("perception", &["ficha", "abierta", "hoja", "hojas", "cerrada", "publicada"]);
    if let Some(wrong) = &wrong {
        page.wrong(&wrong.words);
    }
    let shell = &page.shell;
    let mut top = Section::top().html(Html::of(&told::card(shell, &view.wave, &plans, &names)));
    if view.wave.opened.is_some() {
        top = top.say(link(&links::wave_href(&shell.view, code), &shell.t("perception-public")));
    }
    let mut all = vec![top.say(told::next(shell, &view.wave))];
    if let Some(rows) = wrong.as_ref().and_then(|wrong| wrong.rows) {
        all.push(Section::new("parte-filas", &shell.t("perception-rows")).table(refused_rows(shell, rows)));
    }
    let own = view.wave.card.questions.iter();
    let own: Vec<&Question> =
        own.filter_map(|code| questions.iter().find(|question| question.code == *code)).collect();
    let typed = wrong.as_ref().and_then(|wrong| wrong.posted);
    let work = AtWork { office, shell, view: &view, typed };
    match view.wave.standing() {
        Standing::Draft => all.extend(work.drafted(&own)),
        Standing::Open => all.extend(work.opened(&own, &counts, &places)),
        Standing::Closed => all.extend(work.closed((&asked, least), &places)),
        Standing::Published => all.push(work.channels(None)),
    }
    page.add_all(all);
    page.answer()
}

fn refused_rows(shell: &Shell, rows: &RowErrors) -> Table {
    let columns = ["row-file", "#row-line", "row-column", "row-value", "row-why"];
    let mut table = table(shell, "perception", ("filas", "rows"), &columns).stacked();
    for row in &rows.0 {
        let cells = [&row.file, &row.line.to_string(), &row.column, &row.value, &shell.reason(&row.reason)];
        table.push(cells.map(|cell| Cell::text(cell)).to_vec());
    }
    table
}

/// A wave at work, and who looks at it.
struct AtWork<'a> {
    office: &'a Office,
    shell: &'a Shell,
    view: &'a WaveView,
    typed: Option<&'a Posted>,
}

impl AtWork<'_> {
    fn may(&self, action: &str) -> bool {
        self.office.may(action, &self.office.resource)
    }

    fn path(&self, act: &str) -> String {
        format!("{}/{}/{act}", links::OFFICE, self.view.wave.code)
    }

    fn form(&self, act: &'static str, button: &str) -> Form {
        Form::new(self.shell, &self.path(act), &self.shell.t(button)).among(act)
    }

    fn channels(&self, so_far: Option<&BTreeMap<Channel, u64>>) -> Section {
        Section::new("parte-canales", &self.shell.t("perception-channels")).table(told::channels(
            self.shell,
            &self.view.reached,
            so_far,
        ))
    }

    fn drafted(&self, own: &[&Question]) -> Vec<Section> {
        let shell = self.shell;
        let items = own.iter().map(|one| Html::text(&format!("{} {}", one.code, results::text(shell, one))));
        let mut all = vec![
            self.channels(None),
            Section::new("parte-preguntas", &shell.t("perception-questions")).list(items.collect()),
        ];
        if self.may("conduct_survey_wave") {
            let (path, card) = (self.path("ficha"), Some(&self.view.wave.card));
            let form = card::form(shell, (&path, "perception-rewrite-send"), self.typed, card);
            all.push(
                Section::new("parte-abrir", &shell.t("perception-open"))
                    .say(shell.t("perception-open-lead"))
                    .html(Html::of(&self.form("apertura", "perception-open-send"))),
            );
            all.push(Section::new("parte-ficha", &shell.t("perception-rewrite")).html(Html::of(&form)));
        }
        all
    }

    fn opened(
        &self,
        own: &[&Question],
        counts: &BTreeMap<Channel, u64>,
        places: &results::Places,
    ) -> Vec<Section> {
        let mut all = vec![self.channels(Some(counts))];
        if !self.may("conduct_survey_wave") {
            return all;
        }
        let entered = self.view.wave.card.units.keys().filter(|channel| **channel != Channel::Web);
        if entered.count() > 0 {
            all.push(self.one_sheet(own, places));
            all.push(self.many_sheets(own));
        }
        all.push(self.closing());
        all
    }

    fn one_sheet(&self, own: &[&Question], places: &results::Places) -> Section {
        let shell = self.shell;
        let value = |name: &str| self.typed.map_or("", |posted| posted.text(name));
        let channels = self.view.wave.card.units.keys().filter(|channel| **channel != Channel::Web);
        let channels = channels.map(|channel| {
            (channel.as_str().to_owned(), shell.t(&format!("perception-channel-{}", channel.as_str())))
        });
        let form = self
            .form("hoja", "perception-sheet-send")
            .field(field(shell, "channel", Input::Choice(channels.collect())).value(value("channel")))
            .field(field(shell, "sheet", Input::Text).value(value("sheet")));
        let form = form::fields(shell, form, (own.iter().copied(), places), self.typed);
        Section::new("parte-hoja", &shell.t("perception-sheet")).html(Html::of(&form))
    }

    fn many_sheets(&self, own: &[&Question]) -> Section {
        let shell = self.shell;
        let codes: Vec<&str> = own.iter().map(|one| one.code.as_str()).collect();
        let upload = Upload {
            action: shell.link(&self.path("hojas")),
            label: shell.t("perception-sheets-file"),
            hint: shell.t1("perception-sheets-hint", "codes", codes.join(",")),
            button: shell.t("perception-sheets-send"),
        };
        Section::new("parte-hojas", &shell.t("perception-sheets")).upload(upload)
    }

    fn closing(&self) -> Section {
        let shell = self.shell;
        let value = |name: &str| self.typed.map_or("", |posted| posted.text(name));
        let form = super::acts::REACH
            .iter()
            .filter(|(channel, _)| self.view.wave.card.units.contains_key(channel))
            .fold(self.form("cierre", "perception-close-send").warning(), |form, (channel, name)| {
                let unit = self.view.wave.card.units.get(channel).map_or("", String::as_str);
                form.field(field(shell, name, Input::Text).hint(unit).value(value(name)))
            });
        Section::new("parte-cierre", &shell.t("perception-close"))
            .say(shell.t("perception-close-lead"))
            .html(Html::of(&form))
    }

    fn closed(&self, (asked, least): (&[Asked], u64), places: &results::Places) -> Vec<Section> {
        let shell = self.shell;
        let mut all = vec![self.channels(None)];
        if self.may("publish_survey_wave") {
            let is_own =
                self.office.somebody.post().is_some_and(|post| post.post == self.view.wave.written.post);
            let section = Section::new("parte-publicar", &shell.t("perception-publish"));
            all.push(if is_own {
                section.say(shell.t("perception-refused-own-draft"))
            } else {
                let form = self.form("publicacion", "perception-publish-send").warning();
                section.say(shell.t("perception-publish-lead")).html(Html::of(&form))
            });
        }
        all.extend(results::sections(shell, &self.view.wave, asked, least, places));
        all
    }
}
