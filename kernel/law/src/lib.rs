//! The law is data: dated rules, calendars, and clocks that show their arithmetic.
//!
//! Pure: no I/O, no clock, no constant of any law. Callers hand over the texts of the country
//! pack (`law/rules.csv`, `law/holidays.csv`, `law/non_working_days.csv`) and the dates they ask about.
pub mod calendar;
mod calendar_table;
pub mod clock;
pub mod country;
pub mod derivation;
pub mod names;
pub mod rule;
mod rule_table;
pub mod rulebook;
mod running;
pub mod scope;
pub mod suspension;
mod table;
pub mod term;

pub use calendar::{Calendar, CalendarError, CalendarView, DayOff, DayOffKind, Weekend, WeekendError};
pub use clock::{Clock, ClockError};
pub use country::{CountryLaw, DeadlineError, LawFiles};
pub use derivation::{Derivation, DerivationRow, SkipReason, Step};
pub use names::{RuleName, RuleNames};
pub use rule::{Answer, Rule, RuleStatus, RuleVersion, Unit, Value};
pub use rulebook::{NoAnswer, Rulebook, RulebookView};
pub use scope::{Scope, Subject};
pub use suspension::{Suspension, Suspensions};
pub use term::{Roll, StartRule, Term};
