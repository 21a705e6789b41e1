//! The money of every fiscal year, one table a year, every column of it typed for fiscal data packages.
use std::path::Path;

use anyhow::{Context, bail};
use base::{Known, Money};
use budget::{
    domain::{CutRow, Dimension, Measure},
    queries::{self, CutRequest},
};
use dataset::{Cell, Field, Kind, Part};
use db::Conn;

use super::{Bulk, file::Table, file_of};

impl Bulk<'_> {
    pub(super) async fn money(
        &self,
        conn: &mut Conn,
        known: Known,
        folder: &Path,
        told: &(dyn Fn(&str) + Sync),
    ) -> anyhow::Result<Vec<Part>> {
        let mut parts = Vec::new();
        for year in queries::fiscal_years(conn, known).await?.into_keys() {
            let name = format!("budget-{year}");
            told(&name);
            parts.push(self.year(conn, known, folder, &name, year).await?);
        }
        Ok(parts)
    }

    async fn year(
        &self,
        conn: &mut Conn,
        known: Known,
        folder: &Path,
        name: &str,
        year: i16,
    ) -> anyhow::Result<Part> {
        let dimensions: Vec<Dimension> =
            Dimension::ALL.iter().copied().filter(|d| typed(*d).is_some()).collect();
        let fields = fields(&dimensions);
        let mut table = Table::create(folder, name, &fields, &Self::encoder())?;
        let country = self.state.pack(conn, Known::NOW).await?.country()?.code;
        let mut sums = [None; Measure::COUNT];
        // One seat of one level after the other, so that a national year is never in memory whole.
        let places = self.cut(conn, known, year, vec![Dimension::Level, Dimension::Department], &[]).await?;
        for place in &places {
            let filters = [Dimension::Level, Dimension::Department].into_iter().zip(place.codes.clone());
            let rows = self.cut(conn, known, year, dimensions.clone(), &filters.collect::<Vec<_>>()).await?;
            for row in &rows {
                add(&mut sums, row);
            }
            table.write(&rows.iter().map(|row| cells(&country, row)).collect::<Vec<_>>())?;
        }
        let whole = self.cut(conn, known, year, Vec::new(), &[]).await?;
        let mut total = [None; Measure::COUNT];
        for row in &whole {
            add(&mut total, row);
        }
        if sums != total {
            bail!("{name}: the rows do not sum to the total of the year; nothing was written");
        }
        let rows = table.rows;
        let [csv, parquet] = table.finish()?.map(file_of);
        let sources = queries::deliveries(conn, &self.state.ctx.files, known).await?.into_iter();
        let sources = sources.map(|view| view.delivery);
        let sources = sources.filter(|d| d.year_first <= year && year <= d.year_last);
        let sources = sources.map(|d| format!("{}: {}", d.source, d.file_name));
        Ok(Part {
            name: name.to_owned(),
            title: format!("{} {year}", self.t("budget-dataset-budget-rows")),
            about: self.t("budget-dataset-budget-rows-about"),
            sources: sources.collect(),
            rows,
            words: fields.iter().map(|field| self.words_of(field)).collect(),
            fields,
            key: dimensions.iter().map(|dimension| dimension.code().to_owned()).collect(),
            references: Vec::new(),
            csv,
            parquet,
        })
    }

    async fn cut(
        &self,
        conn: &mut Conn,
        known: Known,
        year: i16,
        by: Vec<Dimension>,
        filters: &[(Dimension, String)],
    ) -> anyhow::Result<Vec<CutRow>> {
        let measures = Measure::ALL.to_vec();
        let request = CutRequest { by, filters: filters.to_vec(), year: Some(year), measures };
        let (files, columnar) = (&self.state.ctx.files, self.state.columnar());
        let answer = queries::cut(conn, files, columnar, known, &request).await;
        Ok(answer.with_context(|| format!("the money of {year}"))?.rows.clone())
    }

    fn words_of(&self, field: &Field) -> String {
        let keys = ["dimension", "measure", "field"].map(|kind| format!("budget-{kind}-{}", field.name));
        api::words(self.texts, self.lang, &keys).unwrap_or_default()
    }
}

fn add(sums: &mut [Option<Money>; Measure::COUNT], row: &CutRow) {
    for (sum, amount) in sums.iter_mut().zip(&row.amounts) {
        *sum = match (*sum, *amount) {
            (Some(sum), Some(amount)) => Some(sum + amount),
            (sum, amount) => sum.or(amount),
        };
    }
}

fn cells(country: &str, row: &CutRow) -> Vec<Cell> {
    // The year leads, and is a number.
    let codes = row.codes.iter().enumerate().map(|(at, code)| match (at, code.as_str()) {
        (_, "") => Cell::Absent,
        (0, year) => year.parse().map_or(Cell::Absent, Cell::Integer),
        (_, code) => code.into(),
    });
    let codes = std::iter::once(Cell::from(country)).chain(codes);
    codes.chain(row.amounts.iter().map(|amount| (*amount).into())).collect()
}

fn fields(dimensions: &[Dimension]) -> Vec<Field> {
    let code = |dimension: &Dimension| {
        let kind = if *dimension == Dimension::Year { Kind::Year } else { Kind::Text };
        Field::computed(dimension.code(), kind).typed(typed(*dimension).unwrap_or_default())
    };
    let amount = |measure: Measure| Field::computed(measure.code(), Kind::Money).typed("value");
    // The places of a state are nowhere without it.
    let country = Field::computed("country", Kind::Text).typed("geo-source:address:country:code");
    let codes = dimensions.iter().map(code);
    std::iter::once(country).chain(codes).chain(Measure::ALL.map(amount)).collect()
}

/// The type of a dimension in fiscal data packages (the list of `OpenSpending`). Physical targets have none: they
/// are quantities of a goal, and no money.
const fn typed(dimension: Dimension) -> Option<&'static str> {
    Some(match dimension {
        Dimension::Year => "date:fiscal-year",
        Dimension::Month => "date:fiscal-month",
        Dimension::Level => "administrative-classification:generic:level1:code",
        Dimension::Sector => "administrative-classification:generic:level2:code",
        Dimension::Pliego => "administrative-classification:generic:level3:code",
        Dimension::Ejecutora => "administrative-classification:generic:level4:code",
        Dimension::SecEjec => "administrative-classification:generic:code",
        Dimension::Entity => "administrator:generic:id",
        Dimension::Department => "geo-source:address:region:code",
        Dimension::Province => "geo-source:address:county:code",
        Dimension::District => "geo-source:address:city:code",
        Dimension::MetaDepartment => "geo-source:target:level1:code",
        Dimension::MetaProvince => "geo-source:target:level2:code",
        Dimension::MetaDistrict => "geo-source:target:code",
        Dimension::GoalSequence => "budget-line-id",
        Dimension::Programme => "activity:generic:program:code",
        Dimension::Kind => "activity:generic:subproject:kind",
        Dimension::Product => "activity:generic:project:code",
        Dimension::ActivityKind => "activity:generic:subprogram:code",
        Dimension::Activity => "activity:generic:subproject:code",
        Dimension::Function => "functional-classification:generic:level1:code",
        Dimension::Division => "functional-classification:generic:level2:code",
        Dimension::Group => "functional-classification:generic:level3:code",
        Dimension::Goal => "functional-classification:generic:level4:code",
        Dimension::Purpose => "functional-classification:generic:level5:code",
        Dimension::Source => "fin-source:generic:level1:code",
        Dimension::Rubro => "fin-source:generic:level2:code",
        Dimension::ResourceType => "fin-source:generic:level3:code",
        Dimension::Category => "expenditure-type:code",
        Dimension::Transaction => "economic-classification:generic:level1:code",
        Dimension::Generic => "economic-classification:generic:level2:code",
        Dimension::Subgeneric => "economic-classification:generic:level3:code",
        Dimension::SubgenericDetail => "economic-classification:generic:level4:code",
        Dimension::Specific => "economic-classification:generic:level5:code",
        Dimension::SpecificDetail => "economic-classification:generic:level6:code",
        Dimension::TargetUnit
        | Dimension::TargetAnnual
        | Dimension::TargetSemester
        | Dimension::ProgressAnnual
        | Dimension::ProgressSemester => return None,
    })
}
