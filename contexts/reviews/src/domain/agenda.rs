//! What a review is to hear: what is red, overdue or divergent, the largest first.
use std::cmp::Reverse;

use alerts::domain::{Alert, AlertCode, Sign, Trigger, Why};
use base::codes::{EntityCode, TerritoryCode};
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::DecisionCode;

base::closed_words! {
    /// Why something is on the agenda, the gravest first.
    Class {
        /// A result off its track: it does not leave the review without a decision.
        Red = "red",
        /// Something that was due.
        Overdue = "overdue",
        /// Money and result, or plan and measure, go apart.
        Divergence = "divergence",
        Other = "other",
    }
}

/// What an item is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    Alert(AlertCode),
    /// A decision of an earlier review that was not carried out by its day.
    Decision(DecisionCode),
}

impl Subject {
    pub fn as_str(&self) -> &str {
        match self {
            Self::Alert(code) => code.as_str(),
            Self::Decision(code) => code.as_str(),
        }
    }
}

/// The figures of the gravest sign, as they were when the agenda was drawn up. Which of them there are depends on `kind`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The word of the sign (`progress`, `missing`): which message tells it.
    pub kind: String,
    /// Period or year.
    pub period: Option<String>,
    pub measured: Option<Decimal>,
    /// What it is compared with: a threshold, what was expected, the value before.
    pub limit: Option<Decimal>,
    pub day: Option<Date>,
    /// In somebody's own words.
    pub told: Option<String>,
}

/// A matter of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// From one up, in the order of the agenda; what was added later comes after.
    pub number: i64,
    pub subject: Subject,
    pub class: Class,
    /// By what items of one class are ordered: points missing, days late, points apart.
    pub size: Decimal,
    pub triggers: Vec<Trigger>,
    pub figures: Figures,
    pub entity: Option<EntityCode>,
    pub element: Option<String>,
    pub indicator: Option<String>,
    pub territory: Option<TerritoryCode>,
    pub name: (String, Option<String>),
    pub since: Date,
    /// What the alert was about then: an answer to it stands while it is the same.
    pub signature: String,
    pub is_sample: bool,
}

impl Item {
    /// Whether minutes are refused while nothing is decided about it.
    pub fn must_be_decided(&self) -> bool {
        self.class == Class::Red
    }
}

/// An item of an alert; numbered later.
pub fn item(alert: &Alert, on: Date) -> Item {
    let (class, size) = weight(alert, on);
    let indicator = match &alert.cause {
        alerts::domain::Cause::Result { indicator, .. } | alerts::domain::Cause::Data { indicator, .. } => {
            Some(indicator.to_string())
        }
        _ => None,
    };
    let mut triggers: Vec<Trigger> = alert.signs.iter().map(|sign| sign.trigger).collect();
    triggers.dedup();
    Item {
        number: 0,
        subject: Subject::Alert(alert.code()),
        class,
        size,
        triggers,
        figures: alert.signs.first().map(figures).unwrap_or_default(),
        entity: alert.entity.clone(),
        element: alert.element.as_ref().map(ToString::to_string),
        indicator,
        territory: alert.territory.clone(),
        name: alert.name.clone(),
        since: alert.since,
        signature: alert.signature(),
        is_sample: alert.sample,
    }
}

/// The gravest class among the signs, and the largest size in it.
fn weight(alert: &Alert, on: Date) -> (Class, Decimal) {
    let weights = alert.signs.iter().map(|sign| weight_of(sign, alert.since, on));
    weights.min_by_key(|(class, size)| (*class, Reverse(*size))).unwrap_or((Class::Other, Decimal::ZERO))
}

fn weight_of(sign: &Sign, since: Date, on: Date) -> (Class, Decimal) {
    let days = |from: Date| Decimal::from((on - from).get_days().max(0));
    let short = |progress: &Decimal| Decimal::ONE_HUNDRED - *progress;
    match (sign.trigger, &sign.why) {
        (Trigger::SuboptimalResult, Why::Progress { progress, .. })
        | (Trigger::InsufficientInitiative, Why::Executed { progress, .. }) => (Class::Red, short(progress)),
        (Trigger::SuboptimalResult | Trigger::InsufficientInitiative, _) => (Class::Red, Decimal::ZERO),
        (
            _,
            Why::Missing { due_on: day, .. }
            | Why::Unsigned { due_on: day }
            | Why::Unfulfilled { deadline: day, .. }
            | Why::Unpublished { due_on: day, .. },
        ) => (Class::Overdue, days(*day)),
        (Trigger::BehindSchedule, _) => (Class::Overdue, days(since)),
        (_, Why::Money { points, .. }) => (Class::Divergence, *points),
        (_, Why::Gap { percent, .. }) => (Class::Divergence, *percent),
        (_, Why::Claimed { money, beyond, .. }) => {
            let share = Decimal::from(beyond.as_centimos())
                .checked_div(Decimal::from(money.as_centimos()))
                .and_then(|share| share.checked_mul(Decimal::ONE_HUNDRED));
            (Class::Divergence, share.unwrap_or_default().round_dp(1))
        }
        _ => (Class::Other, days(since)),
    }
}

fn figures(sign: &Sign) -> Figures {
    let of = |kind: &str| Figures { kind: kind.to_owned(), ..Figures::default() };
    let at = |kind: &str, period: String, measured: Decimal, limit: Option<Decimal>| Figures {
        period: Some(period),
        measured: Some(measured),
        limit,
        ..of(kind)
    };
    match &sign.why {
        Why::Progress { period, progress, threshold } => {
            at("progress", period.to_string(), *progress, Some(*threshold))
        }
        Why::Gap { period, value, expected, .. } => at("gap", period.to_string(), *value, Some(*expected)),
        Why::Worse { until, from, to, .. } => at("worse", until.to_string(), *to, Some(*from)),
        Why::Turning { period, from, to, .. } => at("turning", period.to_string(), *to, Some(*from)),
        Why::Jump { period, from, to, .. } => at("jump", period.to_string(), *to, Some(*from)),
        Why::Early { period } => Figures { period: Some(period.to_string()), ..of("early") },
        Why::Missing { period, due_on } => {
            Figures { period: Some(period.to_string()), day: Some(*due_on), ..of("missing") }
        }
        Why::Money { year, spent, progress, .. } => at("money", year.to_string(), *spent, Some(*progress)),
        Why::Executed { year, progress, spent, .. } => at("executed", year.to_string(), *progress, *spent),
        Why::Broken { subject, .. } => Figures { told: Some(subject.clone()), ..of("broken") },
        Why::Claimed { year, money, beyond } => {
            let soles = |money: base::Money| Decimal::new(money.as_centimos(), 2);
            at("claimed", year.to_string(), soles(*beyond), Some(soles(*money)))
        }
        Why::Unsigned { due_on } => Figures { day: Some(*due_on), ..of("unsigned") },
        Why::Unfulfilled { action, deadline } => {
            Figures { day: Some(*deadline), told: Some(action.clone()), ..of("unfulfilled") }
        }
        Why::Unpublished { period, due_on } => {
            Figures { period: Some(period.to_string()), day: Some(*due_on), ..of("unpublished") }
        }
        Why::Told { text, on, .. } => Figures { told: Some(text.clone()), day: Some(*on), ..of("told") },
    }
}

/// Puts items in the order of the agenda and numbers them after those there are.
pub fn numbered(mut items: Vec<Item>, before: i64) -> Vec<Item> {
    items.sort_by(|a, b| {
        (a.is_sample, a.class, Reverse(a.size), a.since, a.subject.as_str()).cmp(&(
            b.is_sample,
            b.class,
            Reverse(b.size),
            b.since,
            b.subject.as_str(),
        ))
    });
    for (number, item) in (before + 1..).zip(&mut items) {
        item.number = number;
    }
    items
}
