//! The values of an indicator's series by department: a small map with its table.
use std::collections::BTreeSet;

use base::codes::TerritoryCode;
use directory::domain::{Outline, Territory, TerritoryKind};
use directory::queries::Outlines;
use rust_decimal::Decimal;
use web::components::{Cell, Column, Table};
use web::maps::{Choropleth, Place, SIZE_SMALL};
use web::{Html, PageError, Reading, Shell};

use super::marks;
use crate::domain::records::Series;
use crate::queries::spread::{Spread, spread};

const TABLE: &str = "departamentos";

/// What the map is made of.
pub struct Found {
    pub spread: Spread,
    pub places: Vec<Territory>,
    pub outlines: Outlines,
}

/// As shown.
pub struct SpreadMap {
    pub map: Html,
    pub table: Table,
}

/// `None` where no series tells of two departments at least.
pub async fn find(reading: &mut Reading, series: &[Series]) -> Result<Option<Found>, PageError> {
    let (known, on, files) = (reading.known, reading.judged_on(), reading.app.files.clone());
    if series.is_empty() {
        return Ok(None);
    }
    let all = directory::queries::territories(reading.conn(), known, on).await?;
    let places: Vec<Territory> =
        all.iter().filter(|p| p.kind == TerritoryKind::Department).cloned().collect();
    let codes: BTreeSet<TerritoryCode> = places.iter().map(|place| place.code.clone()).collect();
    let Some(spread) = spread(reading.conn(), known, on, series, &codes).await? else { return Ok(None) };
    let kind = TerritoryKind::Department;
    let outlines = directory::queries::outlines(reading.conn(), &files, known, kind, "").await;
    Ok(Some(Found { spread, places, outlines: outlines.map_err(PageError::internal)? }))
}

impl SpreadMap {
    pub fn of(shell: &Shell, found: &Found) -> Self {
        let Found { spread, places, outlines } = found;
        let series = &spread.series;
        let period = shell.period(spread.period);
        let name = marks::said(shell.lang(), &series.name, series.name_en.as_deref());
        let title = shell.ta(
            "monitoring-spread-title",
            &[("name", name.into()), ("period", period.into()), ("unit", series.unit.as_str().into())],
        );
        let mut rows: Vec<(&Territory, Option<Decimal>)> =
            places.iter().map(|place| (place, spread.values.get(&place.code).copied())).collect();
        rows.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.code.cmp(&b.0.code)));
        let map = Choropleth {
            id: "mapa".into(),
            title: title.clone(),
            description: shell.t("monitoring-spread-description"),
            places: rows.iter().map(|row| place(shell, row, outlines)).collect(),
            table: TABLE.into(),
            outlines: outlines_words(shell, outlines),
            here: shell.view.territory.as_ref().map(ToString::to_string),
            size: SIZE_SMALL,
        };
        let number = |value| shell.value(value);
        let table = table(shell, &title, &rows).with_picture(shell, || map.picture(shell, &number));
        Self { map: map.to_html(shell, &number), table }
    }
}

fn place(shell: &Shell, (place, value): &(&Territory, Option<Decimal>), outlines: &Outlines) -> Place {
    let words = value.map(|value| shell.value(value));
    Place {
        code: place.code.to_string(),
        name: place.name.clone(),
        href: marks::territory_href(shell, place.code.as_str()),
        value: *value,
        short: words.clone().unwrap_or_default(),
        words: words.unwrap_or_else(|| shell.t("web-map-none")),
        shape: outlines.by_code.get(place.code.as_str()).map(Outline::degrees).unwrap_or_default(),
    }
}

pub(super) fn outlines_words(shell: &Shell, outlines: &Outlines) -> String {
    let about = [
        ("vintage", outlines.vintage.as_str().into()),
        ("source", outlines.source.as_str().into()),
        ("licence", outlines.licence.as_str().into()),
    ];
    shell.ta("web-map-outlines", &about)
}

fn table(shell: &Shell, title: &str, rows: &[(&Territory, Option<Decimal>)]) -> Table {
    let columns = vec![
        Column::text(&shell.t("directory-territory-department")),
        Column::text(&shell.t("directory-code")),
        Column::number(&shell.t("monitoring-spread-value")),
    ];
    let mut table = Table::new(TABLE, title, columns);
    for (place, value) in rows {
        let value = value.map_or_else(
            || Cell::html(Html::text(&shell.t("web-map-none")), ""),
            |value| Cell::html(Html::text(&shell.value(value)), &value.to_string()),
        );
        let href = marks::territory_href(shell, place.code.as_str());
        table.push(vec![Cell::link(&href, &place.name), Cell::text(place.code.as_str()), value]);
    }
    table.with_files(shell)
}

/// Made-up values, for tests of pages.
#[cfg(test)]
pub fn sample(series: Series) -> Found {
    let place = |code: &str, name: &str| Territory {
        code: code.parse().unwrap_or_else(|_| unreachable!("a code")),
        kind: TerritoryKind::Department,
        name: name.into(),
        parent: None,
        validity: base::Validity::since(jiff::civil::date(1900, 1, 1)),
        capital: None,
        population: None,
        latitude: None,
        longitude: None,
        source: String::new(),
    };
    let places = vec![place("01", "Amazonas"), place("24", "Tumbes <b>"), place("25", "Ucayali")];
    let values: std::collections::BTreeMap<TerritoryCode, Decimal> = places
        .iter()
        .take(2)
        .zip([Decimal::new(123, 1), Decimal::from(-4)])
        .map(|(p, v)| (p.code.clone(), v))
        .collect();
    let outline = "-770000 -120000 10000 0 0 10000".parse().unwrap_or_default();
    let outlines = Outlines { by_code: [("01".to_owned(), outline)].into(), ..Outlines::default() };
    let period = "2019".parse().unwrap_or_else(|_| unreachable!("a period"));
    Found { spread: Spread { series, period, edition: None, values }, places, outlines }
}
