//! The administrative indicators of the objective, beside what people say.
use monitoring::{
    pages::marks,
    queries::{
        rules::{RulesError, country_rules},
        standings::{Scope, Standing, standings, tally},
    },
};
use planning::domain::reference::ElementRef;
use web::{
    PageError, Reading, Shell,
    components::Cell,
    sections::{Section, link, table},
};

/// How the objective's own indicators stand; none before there is law to judge them.
pub(super) async fn own(reading: &mut Reading, element: &ElementRef) -> Result<Vec<Standing>, PageError> {
    let files = reading.app.files.clone();
    let (known, on, known_on) = (reading.known, reading.judged_on(), reading.known_on());
    let rules = match country_rules(reading.conn(), &files, known, on, known_on).await {
        Ok(rules) => rules,
        Err(RulesError::Pack(pack::Error::NoPack) | RulesError::NoAnswer(_)) => return Ok(Vec::new()),
        Err(error) => return Err(PageError::internal(error)),
    };
    let mut all = standings(reading.conn(), known, on, &rules, &Scope::Element(element.clone())).await?;
    all.retain(|one| {
        one.element
            .parse::<ElementRef>()
            .is_ok_and(|at| at.plan.plan == element.plan.plan && at.code == element.code)
    });
    Ok(all)
}

/// Perception in one sentence with the figures, then the figures.
pub(super) fn section(shell: &Shell, own: &[Standing], said: &[String]) -> Section {
    let columns = ["indicator", "#last-value", "period", "status"];
    let mut table = table(shell, "perception", ("indicadores", "indicators"), &columns).stacked();
    for one in own {
        let name = marks::said(shell.lang(), &one.name, one.name_en.as_deref());
        let value = one.last.as_ref().map(|(_, value)| shell.value(value)).unwrap_or_default();
        let exact = one.last.as_ref().map(|(_, value)| value.to_string()).unwrap_or_default();
        let place = one.territory.as_ref().map(ToString::to_string).unwrap_or_default();
        let shown =
            link(&marks::indicator_href(shell, &one.indicator), name).and(&marks::sample(shell, one.sample));
        table.push(vec![
            Cell::html(shown, &format!("{} {name} {place}", one.indicator)),
            Cell::html(web::Html::text(&value), &exact),
            Cell::text(&one.last.as_ref().map(|(period, _)| shell.period(period)).unwrap_or_default()),
            Cell::html(marks::status(shell, one.status), &marks::status_word(shell, one.status)),
        ]);
    }
    let section = Section::new("parte-indicadores", &shell.t("perception-beside"));
    let heard = said.iter().map(|words| web::Html::text(words)).collect::<Vec<_>>();
    let section = if heard.is_empty() { section } else { section.list(heard) };
    let judged = marks::tally_words(shell, &tally(own));
    let section = if own.is_empty() {
        section
    } else {
        section.say(shell.t1("perception-beside-judged", "judged", judged))
    };
    section.table_or(table.with_files(shell), &shell.t("perception-indicators-none"))
}
