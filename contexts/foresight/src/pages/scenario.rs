//! `/prospectiva/{study}/escenario/{code}`: one future, the state of each variable in it, and what it takes up.
use axum::{extract::Path, response::Response};
use web::{
    Html, PageError, Reading, Shell,
    components::{Cell, Facts, Table},
    origins,
};

use super::{
    links,
    parts::{Page, Section, link, plainly, table},
    study::{Found, department, objectives},
    told,
};
use crate::{
    domain::{Item, Kind, taken_up},
    queries::origin,
};

pub async fn get(
    mut reading: Reading,
    Path((code, scenario)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let found = Found::load(&mut reading, &code).await?;
    let item = told::one(&found.content, Kind::Scenario, &scenario).ok_or(PageError::NotFound)?;
    let mut shell = found.shell(&reading, "");
    shell.title = plainly(&shell, item.text("title"), item.opt("title_en")).to_owned();
    let study_title = found.title(&shell).to_owned();
    shell = shell.under(&format!("{}/{code}", links::PATH), &study_title);
    let known = reading.known;
    let places: Vec<String> = found
        .answers
        .iter()
        .filter_map(|answer| Some(answer.received.territory.as_ref()?.as_str().to_owned()))
        .collect();
    let codes: Vec<&str> = places.iter().map(|code| department(code)).collect();
    let on = reading.today;
    let places = directory::queries::territories_of(reading.conn(), known, on, &codes).await?;
    let names: Vec<(String, String)> =
        places.into_iter().map(|place| (place.code.as_str().to_owned(), place.name)).collect();
    origins::add(&mut reading, &mut shell, &origin::study(&code)).await?;
    let mut page = Page::new(shell);
    let none = page.shell.t("foresight-nothing");
    let files = |shell: &Shell, table: Table| if table.is_empty() { table } else { table.with_files(shell) };
    let shell = &page.shell;
    let sections = [
        top(shell, &found, item),
        Section::new("variables-en", &shell.t("foresight-kinds-state"))
            .table_or(files(shell, told::states(shell, &found.content, &scenario)), &none),
        taken(shell, &found, (&scenario, &names)),
        Section::new("metas", &shell.t("foresight-kinds-objective")).table_or(
            files(shell, objectives(shell, &found, Some(&scenario))),
            &shell.t("foresight-objectives-none"),
        ),
    ];
    page.add_all(sections);
    page.answer()
}

fn top(shell: &Shell, found: &Found, item: &Item) -> Section {
    let scale = found.announced.study.scale_max;
    let of = [("value", item.text("plausibility").into()), ("max", scale.into())];
    let facts = Facts::default()
        .with(&shell.t("foresight-horizon"), item.text("horizon"))
        .with(&shell.t("foresight-plausibility"), shell.ta("foresight-of-scale", &of).as_str());
    let mut section = Section::top();
    let choice = told::one(&found.content, Kind::Choice, item.text("horizon"));
    if let Some(choice) = choice.filter(|choice| choice.text("scenario") == item.text("code")) {
        let words = shell.t1("foresight-is-central", "year", item.text("horizon"));
        section = section.say(Html::text(&words).and(&told::text(shell, choice, "reason")));
    }
    section.html(Html::of(&facts)).say(told::text(shell, item, "narrative"))
}

/// "This scenario takes up 14 proposals of 6 regions", and each by what it became.
fn taken(shell: &Shell, found: &Found, (scenario, names): (&str, &[(String, String)])) -> Section {
    let (proposals, regions) = found.taken(scenario);
    let args = [("proposals", proposals.into()), ("regions", regions.into())];
    let section = Section::new("acogidas", &shell.t("foresight-takes-up"))
        .say(shell.ta("foresight-takes-up-words", &args));
    let columns = ["proposal", "region", "became"];
    let mut table = table(shell, "propuestas", "takes-up", &columns).stacked();
    for (code, became) in taken_up(&found.content, scenario).proposals {
        let answer = found.answers.iter().find(|answer| answer.received.code == code);
        let place = answer
            .and_then(|answer| answer.received.territory.as_ref())
            .map(|code| department(code.as_str()));
        let region =
            place.map(|own| names.iter().find(|(code, _)| code == own).map_or(own, |(_, name)| name));
        let became =
            became.iter().map(|(kind, item)| super::proposals::became(shell, &found.content, *kind, item));
        let became = became.reduce(|one, other| one.and(&Html::text("·")).and(&other)).unwrap_or_default();
        table.push(vec![
            Cell::html(link(&links::proposal_href(&shell.view, &code), &code), &code),
            Cell::text(region.unwrap_or(&shell.t("foresight-whole-country"))),
            Cell::html(became.clone(), &became.to_text().unwrap_or_default()),
        ]);
    }
    if table.is_empty() { section } else { section.table(table.with_files(shell)) }
}
