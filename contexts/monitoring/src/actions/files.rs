//! The files that imports read, row by row: `series.csv`, `observations.csv`, `bindings.csv` and the
//! technical sheets of RESULTA (`cards.csv.gz`), in English or Spanish headers.
use base::codes::{IndicatorCode, PlanCode, SeriesCode};
use base::text::{fold, squeeze};
use base::{RowError, RowErrors};
use jiff::civil::Date;
use planning::domain::reference::IndicatorRef;
use rust_decimal::Decimal;
use sheets::{Column, Columns, Record, Sheet};

use super::entered::{Answered, Entered};
use super::import_observations::{Observed, own_series};
use super::{Delivery, Row};
use crate::domain::answer::{Answer, AnswerKey, sentence};
use crate::domain::reading;
use crate::domain::records::{
    Binding, BindingKey, Card, CardKey, CardLevel, Group, GroupKind, Measurement, ObservationKey, Series,
};

/// Columns of `series.csv`.
pub const SERIES: [Column; 9] = [
    Column::required("series", &["serie", "codigo"]),
    Column::required("name", &["nombre", "indicador"]),
    Column::optional("name_en", &["nombre_en"]),
    Column::required("unit", &["unidad"]),
    Column::required("source", &["fuente"]),
    Column::optional("provenance", &["procedencia"]),
    Column::optional("note", &["nota"]),
    Column::optional("comparable_group", &["grupo_comparable"]),
    Column::optional("frozen_on", &["detenida_el"]),
];

/// Columns of `observations.csv`; `series` or `indicator` must be filled in, and the value or why there is none.
pub const OBSERVATIONS: [Column; 16] = [
    Column::optional("series", &["serie"]),
    Column::optional("indicator", &["indicador"]),
    Column::required("period", &["periodo"]),
    Column::required("territory", &["territorio", "ubigeo"]),
    Column::optional("group_kind", &["tipo_grupo"]),
    Column::optional("group", &["grupo"]),
    Column::required("value", &["valor"]),
    Column::optional("numerator", &["numerador"]),
    Column::optional("denominator", &["denominador"]),
    Column::optional("source", &["fuente"]),
    Column::optional("provenance", &["procedencia"]),
    Column::optional("quality_note", &["nota_calidad"]),
    Column::optional("published_on", &["publicado_el"]),
    Column::optional("edition", &["edicion"]),
    Column::optional("no_value", &["sin_dato"]),
    Column::optional("no_value_why", &["sin_dato_por"]),
];

/// Columns of `bindings.csv`.
pub const BINDINGS: [Column; 6] = [
    Column::required("indicator", &["indicador"]),
    Column::required("series", &["serie"]),
    Column::optional("targets_group", &["grupo_metas"]),
    Column::optional("programme", &["programa"]),
    Column::optional("product", &["producto"]),
    Column::optional("note", &["nota"]),
];

/// Columns of the technical sheets; others are passed over.
pub const CARDS: [Column; 19] = [
    Column::required("year", &["anio"]),
    Column::required("code", &["indicador"]),
    Column::required("name", &["indicador_nombre"]),
    Column::required("level", &["tipo"]),
    Column::required("programme", &["programa_ppto"]),
    Column::required("programme_name", &["programa_ppto_nombre"]),
    Column::required("product", &["producto"]),
    Column::optional("product_name", &["producto_nombre"]),
    Column::required("sector", &[]),
    Column::required("pliego", &[]),
    Column::required("unit", &["unidad_medida"]),
    Column::optional("dimension", &[]),
    Column::optional("method", &["metodo_calculo"]),
    Column::optional("limitations", &["limitaciones_supuestos"]),
    Column::required("intervals_months", &["periodicidad"]),
    Column::optional("data_source", &["fuente_datos"]),
    Column::optional("scope", &["alcance_geografico"]),
    Column::optional("places", &["ambitos_geograficos"]),
    Column::optional("reported_on", &["fecha_reporte"]),
];

/// Reads `series.csv`.
pub fn series(sheets: &[Sheet], source: &str, partial: bool) -> Result<Delivery<Series>, sheets::Error> {
    read(sheets, &Columns::exactly(&SERIES), source, partial, |record| {
        Ok(Series {
            code: record.parse("series")?,
            name: record.required("name")?.to_owned(),
            name_en: owned(record, "name_en"),
            unit: record.required("unit")?.to_owned(),
            source: record.required("source")?.to_owned(),
            provenance: owned(record, "provenance"),
            note: owned(record, "note"),
            comparable_group: owned(record, "comparable_group"),
            frozen_on: date(record, "frozen_on")?,
        })
    })
}

/// Reads `observations.csv`. A value without a source of its own has that of the delivery.
pub fn observations(
    sheets: &[Sheet],
    source: &str,
    partial: bool,
) -> Result<Delivery<Entered>, sheets::Error> {
    read(sheets, &Columns::exactly(&OBSERVATIONS), source, partial, |record| entered(record, source))
}

/// Reads what officials filled in: rows without a value and without a reason are passed over, and so are columns that explain.
pub fn values(sheets: &[Sheet], source: &str) -> Result<Delivery<Entered>, sheets::Error> {
    let is_filled = |record: &Record| {
        ["value", "no_value", "no_value_why"].iter().any(|field| record.opt(field).is_some())
    };
    let read = |record: &Record| {
        if is_filled(record) { entered(record, source).map(Some) } else { Ok(None) }
    };
    let delivery = self::read(sheets, &Columns::at_least(&OBSERVATIONS), source, false, read)?;
    let Delivery { source, rows, refused, partial } = delivery;
    let filled = rows.into_iter().filter_map(|row| {
        let Row { file, line, content } = row;
        content.map(|content| Row { file, line, content })
    });
    Ok(Delivery { source, rows: filled.collect(), refused, partial })
}

/// Whom a value or an answer was reported to: a series, or an indicator with the series of its own.
fn reported(record: &Record) -> Result<(SeriesCode, Option<(PlanCode, IndicatorCode)>), RowError> {
    match (record.opt("series"), record.opt("indicator")) {
        (Some(_), None) => Ok((record.parse("series")?, None)),
        (None, Some(_)) => {
            let (plan, indicator) = indicator(record)?;
            let own = own_series(&plan, &indicator).map_err(|e| record.error("indicator", e.to_string()))?;
            Ok((own, Some((plan, indicator))))
        }
        _ => Err(record.error("series", "name the series or the indicator, one of the two")),
    }
}

fn entered(record: &Record, source: &str) -> Result<Entered, RowError> {
    if record.opt("no_value").is_none() && record.opt("no_value_why").is_none() {
        return Ok(Entered::Value(observed(record, source)?));
    }
    if ["value", "numerator", "denominator"].iter().any(|field| record.opt(field).is_some()) {
        return Err(record.error("no_value", "write a value or why there is none, one of the two"));
    }
    let (series, reported_to) = reported(record)?;
    if record.opt("group").or(record.opt("group_kind")).or(record.opt("edition")).is_some() {
        return Err(
            record.error("no_value", "it is said of everyone in a place: leave group and edition empty")
        );
    }
    let key = AnswerKey { series, territory: record.parse("territory")?, period: record.parse("period")? };
    let words = sentence(record.text("no_value_why"));
    let answer = Answer {
        reason: record.required("no_value")?.to_owned(),
        words: words.map_err(|fault| record.error("no_value_why", fault.to_string()))?,
        source: record.opt("source").unwrap_or(source).to_owned(),
        provenance: owned(record, "provenance"),
    };
    Ok(Entered::NoValue(Answered { key, answer, reported_to }))
}

fn observed(record: &Record, source: &str) -> Result<Observed, RowError> {
    let (series, reported_to) = reported(record)?;
    let key = ObservationKey {
        series,
        territory: record.parse("territory")?,
        group: group(record)?,
        period: record.parse("period")?,
        edition: record.opt("edition").map(squeeze),
    };
    let measurement = Measurement {
        value: decimal(record, "value")?.ok_or_else(|| record.error("value", "empty, and it is required"))?,
        numerator: decimal(record, "numerator")?,
        denominator: decimal(record, "denominator")?,
        source: record.opt("source").unwrap_or(source).to_owned(),
        provenance: owned(record, "provenance"),
        quality_note: owned(record, "quality_note"),
        published_on: date(record, "published_on")?,
    };
    Ok(Observed { key, measurement, reported_to })
}

fn group(record: &Record) -> Result<Option<Group>, RowError> {
    let kind = match fold(record.text("group_kind")).as_str() {
        "" if record.opt("group").is_none() => return Ok(None),
        "sexo" => GroupKind::Sex,
        "etnia" | "pertenencia etnica" => GroupKind::Ethnicity,
        "edad" => GroupKind::Age,
        word => word
            .parse()
            .map_err(|e: crate::domain::indicator::UnknownWord| record.error("group_kind", e.to_string()))?,
    };
    Ok(Some(Group { kind, name: squeeze(record.required("group")?) }))
}

/// Reads `bindings.csv`.
pub fn bindings(
    sheets: &[Sheet],
    source: &str,
    partial: bool,
) -> Result<Delivery<(BindingKey, Binding)>, sheets::Error> {
    read(sheets, &Columns::exactly(&BINDINGS), source, partial, |record| {
        let (plan, indicator) = indicator(record)?;
        let binding = Binding {
            targets_group: owned(record, "targets_group"),
            programme: owned(record, "programme"),
            product: owned(record, "product"),
            note: owned(record, "note"),
        };
        Ok((BindingKey { plan, indicator, series: record.parse("series")? }, binding))
    })
}

/// Reads technical sheets as the Ministry of Economy and Finance publishes them: texts of many
/// lines, `-` for nothing, places and periodicities joined by `|`, days first in dates.
pub fn cards(
    sheets: &[Sheet],
    source: &str,
    partial: bool,
) -> Result<Delivery<(CardKey, Card)>, sheets::Error> {
    let mut columns = CARDS.to_vec();
    columns.push(Column::required("file", &["archivo"]));
    read(sheets, &Columns::at_least(&columns), source, partial, |record| {
        let key = CardKey { year: record.parse("year")?, code: record.required("code")?.to_owned() };
        Ok((key, card(record)?))
    })
}

fn card(record: &Record) -> Result<Card, RowError> {
    Ok(Card {
        name: squeeze(record.required("name")?),
        level: level(record)?,
        programme: record.required("programme")?.to_owned(),
        programme_name: squeeze(record.required("programme_name")?),
        product: stated(record, "product"),
        product_name: stated(record, "product_name").map(|name| squeeze(&name)),
        sector: record.required("sector")?.to_owned(),
        pliego: record.required("pliego")?.to_owned(),
        unit: squeeze(record.required("unit")?),
        dimension: stated(record, "dimension"),
        method: stated(record, "method"),
        limitations: stated(record, "limitations"),
        intervals_months: intervals(record)?,
        data_source: stated(record, "data_source").map(|text| squeeze(&text)),
        scope: stated(record, "scope"),
        places: parts(record.text("places")).map(squeeze).collect(),
        reported_on: date(record, "reported_on")?,
        file: record.required("file")?.to_owned(),
    })
}

fn level(record: &Record) -> Result<CardLevel, RowError> {
    match fold(record.required("level")?).as_str() {
        "producto" | "product" => Ok(CardLevel::Product),
        "resultado especifico" | "specific_result" => Ok(CardLevel::SpecificResult),
        _ => Err(record.error("level", "write Producto or Resultado Específico")),
    }
}

fn intervals(record: &Record) -> Result<Vec<u16>, RowError> {
    let read = |part| reading::interval_months(part).map_err(|r| record.error("intervals_months", r));
    parts(record.text("intervals_months")).filter_map(|part| read(part).transpose()).collect()
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(['|', ';']).map(str::trim).filter(|part| !part.is_empty())
}

/// `PLAN/CODE`. A value is of the plan, whatever its version: one that named a version would be found by nobody.
fn indicator(record: &Record) -> Result<(PlanCode, IndicatorCode), RowError> {
    let text = record.required("indicator")?;
    let named: Option<IndicatorRef> = text.parse().ok();
    let plain = named.filter(|named| named.plan.version.is_none()).map(|named| (named.plan.plan, named.code));
    plain.ok_or_else(|| record.error("indicator", "write PLAN/CODE without a version, as in PEDN/OE1-I1"))
}

fn owned(record: &Record, field: &str) -> Option<String> {
    record.opt(field).map(str::to_owned)
}

/// A text unless it is one of the dashes that stand for nothing.
fn stated(record: &Record, field: &str) -> Option<String> {
    owned(record, field).filter(|text| text.chars().any(char::is_alphanumeric))
}

fn decimal(record: &Record, field: &str) -> Result<Option<Decimal>, RowError> {
    let read = |text: &str| reading::number(text).map_err(|reason| record.error(field, reason));
    record.opt(field).map(read).transpose()
}

fn date(record: &Record, field: &str) -> Result<Option<Date>, RowError> {
    let read = |text: &str| reading::date(text).map_err(|reason| record.error(field, reason));
    record.opt(field).map(read).transpose()
}

fn read<T>(
    sheets: &[Sheet],
    columns: &Columns,
    source: &str,
    partial: bool,
    row: impl Fn(&Record) -> Result<T, RowError>,
) -> Result<Delivery<T>, sheets::Error> {
    let mut delivery =
        Delivery { source: source.to_owned(), rows: Vec::new(), refused: RowErrors::default(), partial };
    for sheet in sheets {
        for record in sheet.records(columns)? {
            let read = record.and_then(|record| {
                let content = row(&record)?;
                Ok(Row { file: record.file().to_owned(), line: record.line(), content })
            });
            match read {
                Ok(row) => delivery.rows.push(row),
                Err(error) => delivery.refused.push(error),
            }
        }
    }
    Ok(delivery)
}
