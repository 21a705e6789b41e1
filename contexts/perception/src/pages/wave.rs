//! `/percepcion/{wave}`: the technical card, response by channel and, once published, results beside the indicators.
use axum::{extract::Path, response::Response};
use directory::domain::TerritoryKind;
use web::{
    Html, PageError, Reading, Shell, origins,
    sections::{Page, Section, link},
};

use super::{beside, links, results, told};
use crate::{
    domain::{Question, Standing, WaveCode, share},
    queries::{self, Asked, WaveView, origin},
};

/// Names of departments on the day of the view.
pub(super) async fn places(reading: &mut Reading) -> Result<results::Places, PageError> {
    let (known, on) = (reading.known, reading.today);
    let places = directory::queries::territories(reading.conn(), known, on).await?;
    let own = places.iter().filter(|place| place.kind == TerritoryKind::Department);
    Ok(own.map(|place| (place.code.to_string(), place.name.clone())).collect())
}

pub async fn get(mut reading: Reading, Path(code): Path<WaveCode>) -> Result<Response, PageError> {
    let (known, on) = (reading.known, reading.today);
    let (view, asked) = queries::wave(reading.conn(), known, &code).await?.ok_or(PageError::NotFound)?;
    let element = view.wave.card.element.clone();
    let plans = planning::queries::portfolio(reading.conn(), known, on).await?;
    let names = told::names(&mut reading, std::iter::once(&view.wave.card.entity)).await?;
    let others = queries::waves(reading.conn(), known, None).await?;
    let all = queries::series(reading.conn(), known).await?;
    let places = places(&mut reading).await?;
    let own = beside::own(&mut reading, &element).await?;
    let mut shell = reading.shell("", told::matter(&plans, &element));
    told::title(&shell, &view.wave).clone_into(&mut shell.title);
    let mut shell = shell.under(links::WAVES, &reading.t("perception-title"));
    origins::add(&mut reading, &mut shell, &origin::wave(code.as_str())).await?;
    let mut page = Page::new(shell);
    let shell = &page.shell;
    let top = Section::top()
        .html(Html::of(&told::card(shell, &view.wave, &plans, &names)))
        .say(told::next(shell, &view.wave));
    let mut sections = vec![with_way(shell, top, &view), channels(shell, &view), questions(shell, &asked)];
    if view.wave.standing() == Standing::Published {
        let least = view.wave.cell_min.unwrap_or(0);
        sections.extend(results::sections(shell, &view.wave, &asked, least, &places));
        let asked_here: Vec<&Question> = asked.iter().map(|one| &one.question).collect();
        let over: Vec<&WaveView> = others.iter().collect();
        let series = results::series(shell, &asked_here, &over, &all);
        sections.push(
            Section::new("parte-serie", &shell.t("perception-series"))
                .say(shell.t("perception-series-lead"))
                .table_or(series.with_files(shell), &shell.t("perception-series-none")),
        );
    }
    sections.push(beside::section(shell, &own, &told_of(shell, &asked)));
    let of_objective =
        shell.view.link_to(&["objetivo", element.plan.plan.as_str(), element.code.as_str(), "percepcion"]);
    sections.push(
        Section::new("parte-objetivo", &shell.t("perception-objective-all"))
            .say(link(&of_objective, &told::objective(shell, &plans, &element))),
    );
    page.add_all(sections);
    page.answer()
}

/// Where somebody answers, while they may.
fn with_way(shell: &Shell, section: Section, view: &WaveView) -> Section {
    let wave = &view.wave;
    if wave.standing() != Standing::Open || !wave.card.takes_web_on(shell.today) {
        return section;
    }
    let words = shell.t1("perception-answer-here", "title", told::title(shell, wave));
    section.say(link(&shell.link(&links::survey_path(&wave.code)), &words))
}

fn channels(shell: &Shell, view: &WaveView) -> Section {
    let section = Section::new("parte-canales", &shell.t("perception-channels"));
    let section = section.table(told::channels(shell, &view.reached, None).with_files(shell));
    if view.responses().is_none() { section.say(shell.t("perception-channels-later")) } else { section }
}

fn questions(shell: &Shell, asked: &[Asked]) -> Section {
    let items = asked.iter().map(|one| Html::text(results::text(shell, &one.question))).collect();
    Section::new("parte-preguntas", &shell.t("perception-questions")).list(items)
}

/// What was answered to each question, in a few words.
fn told_of(shell: &Shell, asked: &[Asked]) -> Vec<String> {
    let told = |one: &Asked| {
        let tally = results::whole(one.results.as_ref()?)?;
        let share = share(tally.answered(), one.question.favourable_of(tally))?;
        let args =
            [("share", shell.value(share).into()), ("question", results::text(shell, &one.question).into())];
        Some(shell.ta("perception-said", &args))
    };
    asked.iter().filter_map(told).collect()
}
