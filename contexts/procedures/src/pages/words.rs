//! Lengths of time, days and refusals in words.
use jiff::civil::{Date, Weekday};
use law::{RuleName, SkipReason, Term};
use web::{Lang, Shell};
use workflow::{Source, Title};

/// The name of a rule in the language of the page, or its key.
pub fn name(lang: Lang, name: Option<&RuleName>, key: &str) -> String {
    name.map_or_else(
        || key.to_owned(),
        |name| if lang == Lang::En { name.en.clone() } else { name.es.clone() },
    )
}

pub fn term(shell: &Shell, term: Term) -> String {
    let (key, n) = match term {
        Term::WorkingDays(n) => ("procedures-term-working-days", n),
        Term::CalendarDays(n) => ("procedures-term-calendar-days", n),
        Term::Months(n) => ("procedures-term-months", n),
        Term::Years(n) => ("procedures-term-years", n),
    };
    shell.t1(key, "n", usize::from(n))
}

/// `jueves 12 de marzo de 2020`.
pub fn day(shell: &Shell, date: Date) -> String {
    format!("{} {}", weekday(shell, date), shell.date(date))
}

pub fn weekday(shell: &Shell, date: Date) -> String {
    shell.t(match date.weekday() {
        Weekday::Monday => "procedures-monday",
        Weekday::Tuesday => "procedures-tuesday",
        Weekday::Wednesday => "procedures-wednesday",
        Weekday::Thursday => "procedures-thursday",
        Weekday::Friday => "procedures-friday",
        Weekday::Saturday => "procedures-saturday",
        Weekday::Sunday => "procedures-sunday",
    })
}

/// Why a day does not count, with the norm that says so.
pub fn reason(shell: &Shell, reason: &SkipReason) -> String {
    let named = |key: &str, es: &str, en: &str, norm: &str, article: &str| {
        let name = if shell.lang() == Lang::En { en } else { es };
        let words = shell.ta(key, &[("name", name.into())]);
        format!("{words} ({})", format!("{norm} {article}").trim())
    };
    match reason {
        SkipReason::Weekend => shell.t("procedures-why-weekend"),
        SkipReason::Holiday { name_es, name_en, norm, article } => {
            named("procedures-why-holiday", name_es, name_en, norm, article)
        }
        SkipReason::Decreed { name_es, name_en, norm, article } => {
            named("procedures-why-decreed", name_es, name_en, norm, article)
        }
        SkipReason::Suspended { norm, article } => named("procedures-why-suspended", "", "", norm, article),
    }
}

/// A title in the language of the page.
pub fn title<'t>(shell: &Shell, title: &'t Title) -> &'t str {
    title_in(shell.lang(), title)
}

pub fn title_in(lang: Lang, title: &Title) -> &str {
    if lang == Lang::En { &title.en } else { &title.es }
}

/// The norm that says so, with its article.
pub fn norm(source: &Source) -> String {
    format!("{} {}", source.norm, source.article).trim().to_owned()
}
