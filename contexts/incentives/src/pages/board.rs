//! The municipalities of a goal, narrowed by place, class and standing, in pages.
use directory::domain::{Held, Territory, TerritoryKind};
use jiff::civil::Date;
use web::{
    Format, Html, PageError, Shell,
    components::{Cell, Filters, Pages, Table},
    sections::{Section, link, table},
};

use super::{links, told};
use crate::{
    domain::{Standing, outcome},
    queries::{Line, Programme},
};

/// Municipalities in one page.
const ROWS: usize = 50;

/// What a board is told with.
pub(super) struct Ground<'a> {
    pub shell: &'a Shell,
    pub programme: &'a Programme,
    pub bodies: &'a told::Bodies,
    pub places: &'a Held<Territory>,
    pub on: Date,
}

struct Asked<'a> {
    territory: Option<&'a str>,
    class: Option<&'a str>,
    standing: Option<Standing>,
}

impl<'a> Asked<'a> {
    fn of(ground: &Ground<'a>) -> Result<Self, PageError> {
        let view = &ground.shell.view;
        let territory = view.territory.as_ref().map(base::codes::TerritoryCode::as_str);
        if let Some(unknown) = territory.filter(|code| !ground.places.contains(code)) {
            return Err(PageError::parameter("territory", unknown));
        }
        let class = view.one("class");
        if let Some(unknown) =
            class.filter(|code| ground.programme.classes.iter().all(|one| one.code != *code))
        {
            return Err(PageError::parameter("class", unknown));
        }
        let standing = view
            .one("standing")
            .map(|text| text.parse().map_err(|()| PageError::parameter("standing", text)));
        Ok(Self { territory, class, standing: standing.transpose()? })
    }

    fn admits(&self, ground: &Ground<'_>, line: &Line) -> bool {
        let own = || ground.bodies.get(line.offer.entity.as_str()).map(|body| body.territory.as_str());
        self.class.is_none_or(|class| line.offer.class == class)
            && self.standing.is_none_or(|one| line.dossier.standing(line.goal.due_on, ground.on) == one)
            && self.territory.is_none_or(|whole| own().is_some_and(|own| ground.places.is_within(own, whole)))
    }
}

impl Ground<'_> {
    fn department(&self, entity: &str) -> &str {
        let place = self.bodies.get(entity).map_or("", |body| body.territory.as_str());
        let mut above = self.places.upwards(place);
        above.find(|place| place.kind == TerritoryKind::Department).map_or("", |place| place.name.as_str())
    }

    fn filters(&self, asked: &Asked<'_>) -> Filters {
        let shell = self.shell;
        let any = || std::iter::once((String::new(), shell.t("incentives-any")));
        let departments = self.places.iter().filter(|place| place.kind == TerritoryKind::Department);
        let departments = departments.map(|place| (place.code.to_string(), place.name.clone()));
        let classes = self.programme.classes.iter();
        let classes =
            classes.map(|one| (one.code.clone(), told::class(shell, self.programme, &one.code).to_owned()));
        let standings = Standing::ALL.iter().map(|one| (one.as_str().to_owned(), standing(shell, *one)));
        Filters::new(shell)
            .choice("territory", &shell.t("incentives-department"), asked.territory, any().chain(departments))
            .choice("class", &shell.t("incentives-class"), asked.class, any().chain(classes))
            .choice(
                "standing",
                &shell.t("incentives-standing"),
                asked.standing.map(Standing::as_str),
                any().chain(standings),
            )
    }

    /// What the view asks for of them; `href` leads from the standing, for who works on it.
    ///
    /// # Errors
    /// A parameter that names nothing.
    pub(super) fn section(
        &self,
        lines: &[Line],
        href: impl Fn(&Line) -> Option<String>,
    ) -> Result<Section, PageError> {
        let shell = self.shell;
        let asked = Asked::of(self)?;
        let wanted: Vec<&Line> = lines.iter().filter(|line| asked.admits(self, line)).collect();
        let pages = Pages::of(&shell.view, ROWS)?;
        let shown: Vec<&Line> = match shell.view.format {
            Format::Html => wanted.iter().skip(pages.offset()).take(ROWS).copied().collect(),
            _ => wanted.clone(),
        };
        let keys =
            ["municipality", "department", "class", "standing", "#value", "filed-on", "#offered", "outcome"];
        let mut table = table(shell, "incentives", ("municipalidades", "board"), &keys).stacked();
        for line in shown {
            table.push(self.row(line, &href));
        }
        let links: Html = pages.links(shell, wanted.len());
        let none = shell.t("incentives-board-none");
        Ok(Section::new("parte-municipalidades", &shell.t("incentives-board"))
            .say(shell.t1("incentives-board-count", "n", wanted.len()))
            .html(Html::of(&self.filters(&asked)))
            .table_or(Table::with_files(table, shell), &none)
            .html(links))
    }

    fn row(&self, line: &Line, href: &impl Fn(&Line) -> Option<String>) -> Vec<Cell> {
        let (shell, goal) = (self.shell, &line.goal);
        let entity = line.offer.entity.as_str();
        let words = standing(shell, line.dossier.standing(goal.due_on, self.on));
        let last = line.dossier.counts();
        let filed = last.map(|one| {
            let late =
                if one.is_late(goal.due_on) { shell.t("incentives-filing-late") } else { String::new() };
            let shown = format!("{} {late}", shell.date(one.filed_on));
            Cell::html(Html::text(shown.trim()), &one.filed_on.to_string())
        });
        vec![
            Cell::html(told::body(shell, self.bodies, entity), entity),
            Cell::text(self.department(entity)),
            Cell::text(told::class(shell, self.programme, &line.offer.class)),
            href(line).map_or_else(|| Cell::text(&words), |href| Cell::html(link(&href, &words), &words)),
            told::value(shell, last.and_then(|one| one.value)),
            filed.unwrap_or_default(),
            Cell::money(shell, line.offer.offered),
            Cell::text(&became(shell, line, self.on)),
        ]
    }
}

/// How a municipality stands, in a word with its shape.
pub(super) fn standing(shell: &Shell, of: Standing) -> String {
    shell.t(&format!("incentives-standing-{}", of.as_str()))
}

/// What became of the offer.
pub(super) fn became(shell: &Shell, line: &Line, on: Date) -> String {
    let outcome = outcome(&line.goal, &line.dossier, on);
    shell.t(&format!("incentives-outcome-{}", outcome.as_str()))
}

/// Where the office works on a line.
pub(super) fn office_href(shell: &Shell, line: &Line) -> String {
    shell.link(&links::offer_path(&line.offer.at()))
}
