//! What a body's officials are to put in, and whether what they put in fits.
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read as _;
use std::sync::Arc;

use base::codes::{EntityCode, IndicatorCode, PlanCode, SeriesCode, TerritoryCode};
use base::{Known, Period, RowErrors, period::Periodicity};
use db::{Conn, Files};
use jiff::civil::Date;
use pack::Pack;
use planning::queries::indicators::IndicatorView;
use rust_decimal::Decimal;
use sheets::Book;

use super::discipline::{NoValueReason, acceptance_of, accepted_by, reasons};
use super::evidence::Evidence;
use super::promises::Promise;
use super::reviews::Unread;
use super::standings::{Scope, evidence, selected};
use crate::actions::entered::Entered;
use crate::actions::import_observations::{Observed, own_series};
use crate::actions::{Delivery, EntryRefusal, Row, files as tables};
use crate::domain::entry::{DraftCode, Question, ValuesDraft, questions};
use crate::domain::{Rules, calendar::owed};
use crate::store::{self, drafts};

/// The state and the day as of which values are judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    pub known: Known,
    pub today: Date,
}

/// A value that is owed, or will be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwedValue {
    /// The body whose plan it is; none of a plan of nobody's.
    pub entity: Option<EntityCode>,
    pub plan: PlanCode,
    pub version: String,
    pub indicator: IndicatorCode,
    pub name: String,
    pub name_en: Option<String>,
    pub unit: Option<String>,
    pub territory: Option<TerritoryCode>,
    pub period: Period,
    pub due_on: Date,
    pub is_late: bool,
    /// The source whose series measures it, where officials do not put it in themselves.
    pub measured_by: Option<SeriesCode>,
    pub sample: bool,
}

/// What of a body is late, and what falls due by a day: the earliest first.
pub async fn owed_values(
    conn: &mut Conn,
    asked: Asked,
    until: Date,
    (rules, entity): (&Rules, &EntityCode),
) -> Result<Vec<OwedValue>, db::Error> {
    owed_in(conn, asked, until, (rules, &Scope::Entity(entity.clone()))).await
}

/// As [`owed_values`], of every body at once.
pub async fn owed_everywhere(
    conn: &mut Conn,
    asked: Asked,
    until: Date,
    rules: &Rules,
) -> Result<Vec<OwedValue>, db::Error> {
    owed_in(conn, asked, until, (rules, &Scope::All)).await
}

async fn owed_in(
    conn: &mut Conn,
    asked: Asked,
    until: Date,
    (rules, scope): (&Rules, &Scope),
) -> Result<Vec<OwedValue>, db::Error> {
    let found = selected(conn, asked.known, asked.today, scope).await?;
    let evidence = evidence(conn, asked.known, &found).await?;
    let sources = Sources::of(conn, asked.known, &evidence, &found).await?;
    let mut all = Vec::new();
    for (view, promise) in &found {
        let IndicatorView { plan, version, card, .. } = &**view;
        let measured_by = sources.measuring(&evidence, promise);
        for one in owed(&evidence.facts(promise), asked.today, until, rules) {
            all.push(OwedValue {
                entity: plan.entity.clone(),
                plan: plan.code.clone(),
                version: version.code.to_string(),
                indicator: card.code.clone(),
                name: card.name.clone(),
                name_en: card.name_en.clone(),
                unit: card.unit.clone(),
                territory: promise.territory.clone(),
                period: one.period,
                due_on: one.due_on,
                is_late: one.due_on <= asked.today,
                measured_by: measured_by.clone(),
                sample: plan.sample,
            });
        }
    }
    all.sort_by(|a, b| (a.due_on, &a.plan, &a.indicator).cmp(&(b.due_on, &b.plan, &b.indicator)));
    // Two versions of a plan that both count ask for one value.
    all.dedup_by(|a, b| {
        (&a.plan, &a.indicator, &a.territory, a.period) == (&b.plan, &b.indicator, &b.territory, b.period)
    });
    Ok(all)
}

/// Which promises are measured by the series of another source, and by which: of the others what is reported straight to
/// them counts.
pub(super) struct Sources(BTreeSet<SeriesCode>);

impl Sources {
    pub(super) async fn of(
        conn: &mut Conn,
        known: Known,
        evidence: &Evidence,
        found: &[(Arc<IndicatorView>, Promise)],
    ) -> Result<Self, db::Error> {
        let named = found.iter().flat_map(|(_, promise)| others(evidence, promise)).collect();
        Ok(Self(store::series::recorded(conn, known, &named).await?))
    }

    pub(super) fn measuring(&self, evidence: &Evidence, promise: &Promise) -> Option<SeriesCode> {
        others(evidence, promise).find(|code| self.0.contains(code))
    }
}

/// Series bound to a promise, without its own.
fn others<'a>(evidence: &'a Evidence, promise: &'a Promise) -> impl Iterator<Item = SeriesCode> + 'a {
    let own = own_series(&promise.plan, &promise.indicator).ok();
    evidence.bound(promise).into_iter().map(|(code, _)| code).filter(move |code| Some(code) != own.as_ref())
}

/// What may be put in for an indicator.
struct Enterable {
    periodicity: Periodicity,
    /// Empty where the promise names no place.
    territories: BTreeSet<TerritoryCode>,
    measured_by: Option<SeriesCode>,
}

async fn enterable(
    conn: &mut Conn,
    asked: Asked,
    entity: &EntityCode,
) -> Result<BTreeMap<(PlanCode, IndicatorCode), Enterable>, db::Error> {
    let found = selected(conn, asked.known, asked.today, &Scope::Entity(entity.clone())).await?;
    let evidence = evidence(conn, asked.known, &found).await?;
    let sources = Sources::of(conn, asked.known, &evidence, &found).await?;
    let mut all = BTreeMap::new();
    for (_, promise) in &found {
        let key = (promise.plan.clone(), promise.indicator.clone());
        let one = all.entry(key).or_insert_with(|| Enterable {
            periodicity: promise.card.periodicity,
            territories: BTreeSet::new(),
            measured_by: sources.measuring(&evidence, promise),
        });
        one.territories.extend(promise.territory.clone());
    }
    Ok(all)
}

/// Reads a table of values of a body, every row judged.
///
/// # Errors
/// A file that is no table; the rows that are to be corrected, all of them; no row with a value.
pub async fn read_values(
    conn: &mut Conn,
    files: &Files,
    (asked, entity): (&Asked, &EntityCode),
    (name, bytes): (&str, Vec<u8>),
) -> Result<Delivery<Entered>, EntryRefusal> {
    let unreadable = |error: sheets::Error| EntryRefusal::Unreadable(error.to_string());
    let book = Book::from_bytes(name, bytes).map_err(unreadable)?;
    let bodies = directory::queries::entities(conn, asked.known, asked.today).await?;
    let source = bodies.get(entity.as_str()).map_or_else(|| entity.to_string(), |body| body.name.clone());
    let mut sheets = Vec::new();
    for sheet in book.sheets() {
        if !sheet.is_blank().map_err(unreadable)? {
            sheets.push(sheet.clone());
        }
    }
    let mut delivery = tables::values(&sheets, &source).map_err(unreadable)?;
    let enterable = enterable(conn, *asked, entity).await?;
    let has_reason = delivery.rows.iter().any(|row| matches!(row.content, Entered::NoValue(_)));
    let mut all = Vec::new();
    if has_reason {
        all = reasons(conn, files, asked.known).await.map_err(Unread::from)?;
    }
    all.retain(|one| one.valid.holds_on(asked.today));
    for row in &delivery.rows {
        judge(row, &enterable, asked.today, &mut delivery.refused);
        judge_reason(row, &all, &mut delivery.refused);
    }
    if !delivery.refused.is_empty() {
        delivery.refused.0.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
        return Err(EntryRefusal::Rows(delivery.refused));
    }
    if delivery.rows.is_empty() { Err(EntryRefusal::Empty) } else { Ok(delivery) }
}

/// Whether a row is about an indicator of the body, and a period and a place of it.
fn judge(
    row: &Row<Entered>,
    enterable: &BTreeMap<(PlanCode, IndicatorCode), Enterable>,
    today: Date,
    refused: &mut RowErrors,
) {
    let Some((plan, code)) = row.content.reported_to() else {
        let series = row.content.series();
        refused.push(row.refuse("series", series.as_str(), "name the indicator, as PLAN/CODE"));
        return;
    };
    let named = format!("{plan}/{code}");
    let Some(one) = enterable.get(&(plan.clone(), code.clone())) else {
        refused.push(row.refuse("indicator", &named, "no plan in force of your body has this indicator"));
        return;
    };
    if let Some(series) = &one.measured_by {
        let reason = format!("its values come from the series {series}, recorded from its own source");
        refused.push(row.refuse("indicator", &named, &reason));
    }
    let (period, territory) = (row.content.period(), row.content.territory());
    if period.periodicity() != one.periodicity {
        let example = Period::containing(today, one.periodicity).map(|p| p.to_string()).unwrap_or_default();
        let reason = format!("the indicator is measured over periods such as {example}");
        refused.push(row.refuse("period", &period.to_string(), &reason));
    } else if period.end() > today {
        refused.push(row.refuse("period", &period.to_string(), "the period has not ended"));
    }
    if !one.territories.is_empty() && !one.territories.contains(territory) {
        let places: Vec<&str> = one.territories.iter().map(TerritoryCode::as_str).take(12).collect();
        let reason = format!("nothing is promised there; it is measured in {}", places.join(", "));
        refused.push(row.refuse("territory", territory.as_str(), &reason));
    }
}

/// Whether a row without a value gives a reason that the country's list has.
fn judge_reason(row: &Row<Entered>, reasons: &[NoValueReason], refused: &mut RowErrors) {
    let Entered::NoValue(answered) = &row.content else { return };
    let reason = &answered.answer.reason;
    if !reasons.iter().any(|one| one.code == *reason) {
        let accepted = reasons.iter().map(|one| one.code.as_str()).collect::<Vec<_>>().join(", ");
        refused.push(row.refuse("no_value", reason, &format!("not one of the reasons: {accepted}")));
    }
}

/// The rows that a draft keeps, judged again.
///
/// # Errors
/// As [`read_values`]; a stored file that cannot be read.
pub async fn stored_values(
    conn: &mut Conn,
    files: &Files,
    asked: &Asked,
    draft: &ValuesDraft,
) -> Result<Delivery<Entered>, EntryRefusal> {
    let mut bytes = Vec::new();
    let mut file =
        files.read(&draft.rows.digest).map_err(|error| EntryRefusal::Unreadable(error.to_string()))?;
    file.read_to_end(&mut bytes).map_err(|error| EntryRefusal::Unreadable(error.to_string()))?;
    read_values(conn, files, (asked, &draft.entity), (&draft.rows.name, bytes)).await
}

/// Which indicators of a body are accepted by which procedure, by the country's table of the day.
///
/// # Errors
/// A pack that cannot be read.
pub async fn routes(
    conn: &mut Conn,
    files: &Files,
    asked: &Asked,
    entity: &EntityCode,
) -> Result<BTreeMap<(PlanCode, IndicatorCode), String>, EntryRefusal> {
    let pack = match Pack::known(conn, files, asked.known).await {
        Err(pack::Error::NoPack) => return Ok(BTreeMap::new()),
        pack => pack.map_err(Unread::from)?,
    };
    let acceptance = acceptance_of(&pack).map_err(Unread::from)?;
    if acceptance.is_empty() {
        return Ok(BTreeMap::new());
    }
    let found = selected(conn, asked.known, asked.today, &Scope::Entity(entity.clone())).await?;
    let routes = found.iter().filter_map(|(view, promise)| {
        let way = accepted_by(&acceptance, &view.plan.plan_type, view.card.level, asked.today)?;
        Some(((promise.plan.clone(), promise.indicator.clone()), way.to_owned()))
    });
    Ok(routes.collect())
}

/// A row of a draft as it is looked at before it is recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Looked {
    pub entered: Entered,
    pub questions: Vec<Question>,
    /// Nothing new: the same is recorded.
    pub is_known: bool,
    /// Somebody above is to accept it.
    pub goes_up: bool,
}

/// What of a draft is new, what it changes and what is asked about it.
pub async fn look(
    conn: &mut Conn,
    asked: &Asked,
    rows: Vec<Row<Entered>>,
    (jump_percent, routes): (Decimal, &BTreeMap<(PlanCode, IndicatorCode), String>),
) -> Result<Vec<Looked>, db::Error> {
    let mut looked = Vec::new();
    for Row { content: entered, .. } in rows {
        let goes_up = entered.reported_to().is_some_and(|to| routes.contains_key(to));
        let one = match &entered {
            Entered::Value(observed) => {
                let (questions, is_known) = look_at(conn, asked, observed, jump_percent).await?;
                Looked { entered, questions, is_known, goes_up }
            }
            Entered::NoValue(answered) => {
                let known = store::no_values::of_series(conn, asked.known, &[&answered.key.series]).await?;
                let is_known = known.get(&answered.key).is_some_and(|(same, _)| *same == answered.answer);
                Looked { questions: Vec::new(), is_known, goes_up: false, entered }
            }
        };
        looked.push(one);
    }
    Ok(looked)
}

async fn look_at(
    conn: &mut Conn,
    asked: &Asked,
    observed: &Observed,
    jump_percent: Decimal,
) -> Result<(Vec<Question>, bool), db::Error> {
    let key = &observed.key;
    let of_series = store::observations::of_series(conn, asked.known, &key.series).await?;
    let same = |other: &&crate::domain::records::ObservationKey| {
        other.territory == key.territory && other.group == key.group && other.edition == key.edition
    };
    let recorded: Vec<(Period, Decimal)> = of_series
        .iter()
        .filter(|(other, _)| same(other))
        .map(|(other, measurement)| (other.period, measurement.value))
        .collect();
    let is_known = of_series.get(key) == Some(&observed.measurement);
    Ok((questions(&recorded, (key.period, observed.measurement.value), jump_percent), is_known))
}

/// A draft by its code.
pub async fn draft(conn: &mut Conn, code: &DraftCode) -> Result<Option<ValuesDraft>, db::Error> {
    drafts::one(conn, code).await
}

/// Drafts of a body that wait to be recorded, the oldest first.
pub async fn open_drafts(conn: &mut Conn, entity: &EntityCode) -> Result<Vec<ValuesDraft>, db::Error> {
    drafts::open(conn, entity).await
}
