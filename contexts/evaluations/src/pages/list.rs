//! `/evaluaciones`: the register, and the agenda of a year against what the law wants.
use axum::response::Response;
use web::{
    Html, Matter, PageError, Reading, Shell,
    components::{Cell, Figure, Figures},
    origins,
};

use super::{
    links,
    parts::{Page, Section, link, plainly, table},
    told,
};
use crate::queries::{self, Share, origin};

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let (known, today, files) = (reading.known, reading.today, reading.app.files.clone());
    let year = reading.view.year.unwrap_or_else(|| today.year());
    let all = queries::evaluations(reading.conn(), known).await?;
    let share = queries::share(reading.conn(), &files, (known, today), year).await;
    let share = share.map_err(PageError::internal)?;
    let codes: Vec<&str> = all.iter().map(|(one, _)| one.entity.as_str()).collect();
    let bodies = told::named(directory::queries::entities_of(reading.conn(), known, today, &codes).await?);
    let matter = all.iter().map(|(one, _)| Matter::of(one.is_sample)).reduce(Matter::with);
    let mut shell = reading.shell(&reading.t("evaluations-title"), matter.unwrap_or(Matter::Real));
    origins::add(&mut reading, &mut shell, &origin::evaluations()).await?;
    let columns = ["evaluation", "kind", "subject", "body", "year", "evaluator", "stage", "delivered-on"];
    let mut table = table(&shell, "evaluaciones", "register", &columns).stacked();
    for (one, report) in &all {
        let title = plainly(&shell, &one.title, one.title_en.as_deref());
        let href = links::evaluation_href(&shell.view, &one.code);
        let body = told::body(&shell, &bodies, one.entity.as_str());
        let stage = one.stage(report.as_ref().map(|report| report.delivered_on));
        let delivered = report.as_ref().map(|report| report.delivered_on);
        table.push(vec![
            Cell::html(told::titled(&shell, &href, one), title),
            Cell::text(&shell.t(&format!("evaluations-kind-{}", one.kind.as_str()))),
            Cell::html(links::subject(&shell, one), &one.subject),
            Cell::html(body, one.entity.as_str()),
            Cell::text(&one.year.to_string()),
            Cell::text(one.evaluator.as_ref().map_or("", |evaluator| evaluator.name.as_str())),
            Cell::text(&shell.t(&format!("evaluations-stage-{}", stage.as_str()))),
            delivered
                .map_or_else(Cell::default, |on| Cell::html(Html::text(&shell.date(on)), &on.to_string())),
        ]);
    }
    let mut page = Page::new(shell);
    let requests = link(&page.shell.link(links::REQUESTS), &page.shell.t("evaluations-requests-title"));
    let agenda = agenda(&page.shell, share.as_ref(), year);
    let register = page.shell.t("evaluations-recommendations-title");
    let register = link(&page.shell.link(links::RECOMMENDATIONS), &register);
    let appraisals = link(&page.shell.link(links::APPRAISALS), &page.shell.t("evaluations-appraisals-title"));
    let top = Section::top().say(page.shell.t("evaluations-lead").as_str());
    let top = top.say(requests).say(register).say(appraisals);
    let none = page.shell.t("evaluations-none");
    let table = table.with_files(&page.shell);
    let register =
        Section::new("parte-registro", &page.shell.t("evaluations-register")).table_or(table, &none);
    page.add_all([top, agenda, register]);
    page.answer()
}

/// How many programmes the agenda holds and how many the law wants, with the rule.
fn agenda(shell: &Shell, share: Option<&Share>, year: i16) -> Section {
    let heading = shell.t1("evaluations-agenda", "year", year.to_string());
    let section = Section::new("parte-agenda", &heading);
    let Some(Share { agenda, percent, rule }) = share else {
        return section.say(shell.t("evaluations-agenda-no-rule").as_str());
    };
    if agenda.programmes == 0 {
        return section.say(shell.t1("evaluations-agenda-no-list", "year", year.to_string()).as_str());
    }
    let figure = |key: &str, n: usize| Figure {
        label: shell.t(&format!("evaluations-agenda-{key}")),
        value: Html::text(&shell.count(n)),
        note: Html::default(),
        href: None,
    };
    let figures = Figures {
        figures: vec![
            figure("programmes", agenda.programmes),
            figure("wanted", agenda.wanted),
            figure("planned", agenda.planned),
            figure("reported", agenda.reported),
        ],
    };
    let norm = format!("{} {}", rule.norm, rule.article);
    let args = [("percent", shell.value(percent).into()), ("norm", norm.trim().to_owned().into())];
    let mut section =
        section.html(Html::of(&figures)).say(shell.ta("evaluations-agenda-rule", &args).as_str());
    if agenda.lacking() > 0 {
        section = section.say(shell.t1("evaluations-agenda-lacking", "n", agenda.lacking()).as_str());
    }
    section
}
