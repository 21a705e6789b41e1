//! Why there is no due day, in words: pages and programs say the same.
use law::{CalendarError, ClockError, DeadlineError, NoAnswer};
use web::{Arg, Lang, PageError, Texts, figures};

use crate::queries::DeadlineRefused;

/// A message and its values.
pub(crate) type Words = (&'static str, Vec<(&'static str, Arg)>);

/// Failures of the system itself stay errors: they are nobody's question.
pub(crate) fn words(texts: &Texts, lang: Lang, refused: DeadlineRefused) -> Result<Words, PageError> {
    let day = |date| Arg::from(figures::date(texts, lang, date));
    Ok(match refused {
        DeadlineRefused::UnknownEntity(code) => ("procedures-refused-entity", vec![("code", code.into())]),
        DeadlineRefused::NoLaw => ("procedures-refused-no-law", Vec::new()),
        DeadlineRefused::Law(DeadlineError::NoAnswer(NoAnswer::NoRule { key, date, known })) => {
            let args = vec![("rule", key.into()), ("date", day(date)), ("known", day(known))];
            ("procedures-refused-no-rule", args)
        }
        DeadlineRefused::Law(DeadlineError::NoAnswer(NoAnswer::WrongUnit { id, .. })) => {
            ("procedures-refused-no-term", vec![("rule", id.into())])
        }
        DeadlineRefused::Law(DeadlineError::Clock(ClockError::Calendar(outside))) => {
            let CalendarError::OutsideCoverage { date, year_from, year_to } = outside;
            let years =
                [("from", year_from), ("to", year_to)].map(|(name, year)| (name, year.to_string().into()));
            ("procedures-refused-calendar", [("date", day(date))].into_iter().chain(years).collect())
        }
        DeadlineRefused::Law(DeadlineError::Clock(ClockError::TooLong { .. })) => {
            ("procedures-refused-too-long", Vec::new())
        }
        DeadlineRefused::Pack(error) => return Err(PageError::internal(error)),
        DeadlineRefused::Store(error) => return Err(PageError::internal(error)),
    })
}
