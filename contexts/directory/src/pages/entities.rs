//! `/entidades`: every public body, by words, level and kind.
use askama::Template;
use axum::response::Response;
use base::text::fold;
use web::components::{Cell, Column, Filters, Pages, Table, empty};
use web::{Format, Html, Matter, PageError, Reading, Shell, origins};

use crate::domain::{Entity, Level};
use crate::queries;

/// Bodies in one page.
const ROWS: usize = 50;

#[derive(Template)]
#[template(path = "entities.html")]
pub struct EntitiesPage {
    shell: Shell,
    filters: Filters,
    table: Table,
    pages: Html,
    nothing: Html,
}

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let (known, on) = (reading.known, reading.judged_on());
    let all = queries::entities(reading.conn(), known, on).await?;
    let mut shell = reading.shell(&reading.t("directory-nav-entities"), Matter::Real);
    origins::add(&mut reading, &mut shell, &queries::origin::bodies()).await?;
    let page = EntitiesPage::of(shell, &all)?;
    if let Some(file) = Table::asked(&page.shell, [&page.table]) {
        return file;
    }
    web::html(&page)
}

impl EntitiesPage {
    pub fn of(shell: Shell, all: &[Entity]) -> Result<Self, PageError> {
        let asked = Asked::of(&shell, all)?;
        let wanted: Vec<&Entity> = all.iter().filter(|entity| asked.admits(entity)).collect();
        let part = Pages::of(&shell.view, ROWS)?;
        let shown = match shell.view.format {
            Format::Html => wanted.iter().skip(part.offset()).take(ROWS).copied().collect(),
            _ => wanted.clone(),
        };
        let columns = vec![
            Column::text(&shell.t("directory-entity")),
            Column::text(&shell.t("directory-code")),
            Column::text(&shell.t("directory-kind")),
            Column::text(&shell.t("directory-level")),
        ];
        let mut table = Table::new("entidades", &shell.t("directory-nav-entities"), columns);
        for entity in shown {
            table.push(cells(&shell, entity));
        }
        let nothing = match (wanted.is_empty(), all.is_empty()) {
            (false, _) => Html::default(),
            (true, false) => empty(&shell.t("directory-none-such")),
            (true, true) => empty(&shell.t("directory-none")),
        };
        Ok(Self {
            filters: filters(&shell, all),
            pages: part.links(&shell, wanted.len()),
            table: table.with_files(&shell),
            nothing,
            shell,
        })
    }
}

/// What the view narrows the list to.
struct Asked {
    words: Option<String>,
    level: Option<Level>,
    kind: Option<String>,
    /// Code of the sector in the budget: `11`.
    sector: Option<String>,
}

impl Asked {
    fn of(shell: &Shell, all: &[Entity]) -> Result<Self, PageError> {
        let view = &shell.view;
        let kind = view.one("kind");
        if let Some(unknown) = kind.filter(|kind| !all.iter().any(|entity| entity.kind == *kind)) {
            return Err(PageError::parameter("kind", unknown));
        }
        let sector = view.one("sector");
        if let Some(unknown) = sector.filter(|code| !sectors(all).any(|(known, _)| known == *code)) {
            return Err(PageError::parameter("sector", unknown));
        }
        let level =
            view.one("level").map(|text| text.parse().map_err(|_| PageError::parameter("level", text)));
        Ok(Self {
            words: view.one("q").map(fold),
            level: level.transpose()?,
            kind: kind.map(str::to_owned),
            sector: sector.map(str::to_owned),
        })
    }

    fn admits(&self, entity: &Entity) -> bool {
        self.level.is_none_or(|level| entity.level == Some(level))
            && self.kind.as_ref().is_none_or(|kind| entity.kind == *kind)
            && self.sector.as_ref().is_none_or(|sector| entity.sector.as_ref() == Some(sector))
            && self.words.as_ref().is_none_or(|words| {
                let own = fold(&format!("{} {}", entity.name, entity.code));
                words.split_whitespace().all(|word| own.contains(word))
            })
    }
}

/// Sectors of the budget with their names.
fn sectors(all: &[Entity]) -> impl Iterator<Item = (&str, &str)> {
    let sectors = all.iter().filter(|entity| entity.kind == "sector");
    sectors.filter_map(|entity| Some((entity.sector.as_deref()?, entity.name.as_str())))
}

fn filters(shell: &Shell, all: &[Entity]) -> Filters {
    let any = || (String::new(), shell.t("directory-any"));
    let levels = [Level::National, Level::Regional, Level::Local];
    let levels = levels
        .map(|level| (level.as_str().to_owned(), shell.t(&format!("directory-level-{}", level.as_str()))));
    let mut kinds: Vec<&str> = all.iter().map(|entity| entity.kind.as_str()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let kinds = kinds.into_iter().map(|kind| (kind.to_owned(), shell.t(&format!("directory-kind-{kind}"))));
    let sectors = sectors(all).map(|(code, name)| (code.to_owned(), format!("{code} {name}")));
    let view = &shell.view;
    Filters::new(shell)
        .text("q", &shell.t("directory-search"), view.one("q"))
        .choice("level", &shell.t("directory-level"), view.one("level"), std::iter::once(any()).chain(levels))
        .choice("kind", &shell.t("directory-kind"), view.one("kind"), std::iter::once(any()).chain(kinds))
        .choice(
            "sector",
            &shell.t("directory-sector"),
            view.one("sector"),
            std::iter::once(any()).chain(sectors),
        )
}

fn cells(shell: &Shell, entity: &Entity) -> Vec<Cell> {
    let level = entity.level.map(|level| shell.t(&format!("directory-level-{}", level.as_str())));
    vec![
        Cell::link(&shell.view.link_to(&["entidad", entity.code.as_str()]), &entity.name),
        Cell::text(entity.code.as_str()),
        Cell::text(&shell.t(&format!("directory-kind-{}", entity.kind))),
        Cell::text(&level.unwrap_or_default()),
    ]
}
