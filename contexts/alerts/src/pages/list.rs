//! `/alertas`: what goes wrong in the state, a body, a place or under an objective.
use std::{collections::BTreeMap, sync::Arc};

use axum::response::Response;
use base::codes::EntityCode;
use planning::domain::reference::ElementRef;
use web::{
    Arg, Format, Html, Matter, PageError, Reading, Shell,
    components::{Cell, Filters, Pages, empty},
    origins,
    sections::{Page, Section, link, table},
};

use super::{asked, columnar, is_before, words};
use crate::{
    domain::{Standing, Trigger},
    queries::{AlertView, Alerts, Scope, alerts},
    reading::AlertLaw,
};

/// Alerts in one page.
const ROWS: usize = 50;

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let scope = scope(&reading)?;
    let found = found(&mut reading, &scope).await?;
    let names = names(&mut reading, found.as_deref()).await?;
    let mut shell = reading.shell(&reading.t("alerts-title"), Matter::Real);
    let facts =
        [planning::queries::origin::indicators(), monitoring::queries::origin::observations()].concat();
    origins::add(&mut reading, &mut shell, &facts).await?;
    page(shell, found.as_deref(), &names)?.answer()
}

/// Names of bodies by code.
pub(super) type Names = BTreeMap<String, String>;

pub(super) async fn names(reading: &mut Reading, found: Option<&Alerts>) -> Result<Names, PageError> {
    let (known, on) = (reading.known, reading.judged_on());
    let all = directory::queries::entities(reading.conn(), known, on).await?;
    let codes =
        found.into_iter().flat_map(|found| &found.views).filter_map(|view| view.alert.entity.as_ref());
    let named = codes.filter_map(|code| Some((code.to_string(), all.get(code.as_str())?.name.clone())));
    Ok(named.collect())
}

/// What the view asks about; everything where it names nothing.
pub(super) fn scope(reading: &Reading) -> Result<Scope, PageError> {
    let view = &reading.view;
    if let Some(text) = view.one("entity") {
        return Ok(Scope::Entity(EntityCode::new(text).map_err(|_| PageError::parameter("entity", text))?));
    }
    if let Some(text) = view.one("objective") {
        let element: ElementRef = text.parse().map_err(|_| PageError::parameter("objective", text))?;
        return Ok(Scope::Element(element));
    }
    Ok(view.territory.clone().map_or(Scope::All, Scope::Territory))
}

/// The alerts of the day; none where nothing could be judged then.
pub(super) async fn found(reading: &mut Reading, scope: &Scope) -> Result<Option<Arc<Alerts>>, PageError> {
    let (asked, files, columnar) = (asked(reading), reading.app.files.clone(), columnar(&reading.app)?);
    match alerts(reading.conn(), &files, &*columnar, asked, scope).await {
        Ok(found) => Ok(Some(found)),
        Err(error) => is_before(error).map(|()| None),
    }
}

/// What the view narrows the list to. Closed ones are shown where they are asked for.
pub(super) struct Wanted {
    trigger: Option<Trigger>,
    standing: Option<String>,
}

impl Wanted {
    pub(super) fn of(shell: &Shell) -> Result<Self, PageError> {
        let trigger = shell
            .view
            .one("trigger")
            .map(|text| text.parse().map_err(|_| PageError::parameter("trigger", text)));
        let standing = shell.view.one("standing");
        if let Some(text) = standing.filter(|text| !Standing::WORDS.contains(text)) {
            return Err(PageError::parameter("standing", text));
        }
        Ok(Self { trigger: trigger.transpose()?, standing: standing.map(str::to_owned) })
    }

    pub(super) fn admits(&self, view: &AlertView) -> bool {
        self.trigger.is_none_or(|trigger| view.alert.has(trigger))
            && match &self.standing {
                Some(word) => view.standing.as_str() == word,
                None => !matches!(view.standing, Standing::Closed { .. }),
            }
    }
}

fn page(mut shell: Shell, found: Option<&Alerts>, names: &Names) -> Result<Page, PageError> {
    let wanted = Wanted::of(&shell)?;
    let Some(found) = found else {
        let nothing = shell.t("alerts-not-judged");
        let mut page = Page::new(shell);
        page.add(Section::top().html(empty(&nothing)));
        return Ok(page);
    };
    let mut views: Vec<&AlertView> = found.views.iter().filter(|view| wanted.admits(view)).collect();
    // What is real stands before what only shows the system.
    views.sort_by_key(|view| view.alert.sample);
    let part = Pages::of(&shell.view, ROWS)?;
    let shown: Vec<&AlertView> = match shell.view.format {
        Format::Html => views.iter().skip(part.offset()).take(ROWS).copied().collect(),
        _ => views.clone(),
    };
    let matter = shown.iter().map(|view| Matter::of(view.alert.sample)).reduce(Matter::with);
    shell.matter = matter.unwrap_or(Matter::Real);
    let counted: [(&str, Arg); 2] = [("n", views.len().into()), ("all", found.views.len().into())];
    let counted = shell.ta("alerts-counted", &counted);
    let top = Section::top()
        .say(shell.t("alerts-lead"))
        .say(counts(&shell, &found.law, &views))
        .html(Html::of(&filters(&shell, found)))
        .say(counted);
    let table = listed(&shell, &found.law, &shown, names);
    let none = shell.t("alerts-none");
    let pages = part.links(&shell, views.len());
    let feed = link(&shell.view.link("/alertas.atom"), &shell.t("alerts-feed"));
    let mut page = Page::new(shell);
    page.add(top.table_or(table, &none).html(pages).say(feed));
    Ok(page)
}

/// How many there are by their first trigger, each a way to them.
fn counts(shell: &Shell, law: &AlertLaw, views: &[&AlertView]) -> Html {
    let view = shell.view.without("page").without("table").with_format(Format::Html);
    let mut all = Html::default();
    for trigger in Trigger::ALL {
        let count = views.iter().filter(|one| one.alert.has(*trigger)).count();
        if count > 0 {
            let text = format!("{}: {}", words::trigger(shell, law, *trigger), shell.count(count));
            let way = link(&view.with("trigger", trigger.as_str()).here(), &text);
            all = if all.is_empty() { way } else { all.and(&Html::text(" · ")).and(&way) };
        }
    }
    all
}

fn filters(shell: &Shell, found: &Alerts) -> Filters {
    let all = || (String::new(), shell.t("planning-any"));
    let view = &shell.view;
    let triggers = found
        .law
        .triggers
        .keys()
        .map(|one| (one.as_str().to_owned(), words::trigger(shell, &found.law, *one)));
    let standings =
        Standing::WORDS.map(|word| (word.to_owned(), shell.t(&format!("alerts-standing-{word}"))));
    let not_closed = (String::new(), shell.t("alerts-standing-not-closed"));
    Filters::new(shell)
        .choice(
            "trigger",
            &shell.t("alerts-trigger"),
            view.one("trigger"),
            std::iter::once(all()).chain(triggers),
        )
        .choice(
            "standing",
            &shell.t("alerts-standing"),
            view.one("standing"),
            std::iter::once(not_closed).chain(standings),
        )
        .text("entity", &shell.t("alerts-entity-code"), view.one("entity"))
        .text("objective", &shell.t("alerts-objective-code"), view.one("objective"))
}

/// Alerts as a table, for this page and others.
pub(super) fn listed(
    shell: &Shell,
    law: &AlertLaw,
    views: &[&AlertView],
    names: &Names,
) -> web::components::Table {
    let columns = ["alert", "triggers", "why", "body", "since", "standing", "level"];
    let mut table = table(shell, "alerts", ("alertas", "title"), &columns).stacked();
    for view in views {
        let alert = &view.alert;
        let href = shell.view.without("page").link(&format!("/alerta/{}", alert.code()));
        let mark = if alert.sample { shell.sample_mark() } else { Html::default() };
        let name = words::name(shell, alert);
        let shown = link(&href, name).and(&mark).and(&Html::text(&format!(" {}", words::thing(alert))));
        let mut triggers: Vec<String> =
            alert.signs.iter().map(|sign| words::trigger(shell, law, sign.trigger)).collect();
        triggers.dedup();
        let first = alert.signs.first().map(|sign| words::sign(shell, sign)).unwrap_or_default();
        let body = alert
            .entity
            .as_ref()
            .map_or("", |code| names.get(code.as_str()).map_or(code.as_str(), String::as_str));
        let place = alert.territory.as_ref().filter(|_| !body.is_empty()).map(|code| format!(" ({code})"));
        table.push(vec![
            Cell::html(shown, &format!("{name} {}", words::thing(alert))),
            Cell::text(&triggers.join("; ")),
            Cell::text(&first),
            Cell::text(&format!("{body}{}", place.unwrap_or_default())),
            Cell::text(&shell.date(alert.since)),
            Cell::text(&words::standing(shell, view.standing)),
            Cell::text(&words::level(shell, view.climb.level)),
        ]);
    }
    table.with_files(shell)
}
