//! Rows that a page does not show, told in place of them, and years of which there is nothing to show.
use std::collections::BTreeSet;

use base::Money;
use web::components::{Pages, Table};
use web::{Format, Html, Shell};

use super::{Asked, listing};
use crate::{
    domain::{Answer, CutRow, Dimension},
    pages::links,
};

/// What stands before and after the rows shown; absent where nothing is left out.
#[derive(Default)]
pub struct Rest {
    before: Option<Html>,
    after: Option<Html>,
}

/// Some rows and what they come to, in words.
pub type Part = (usize, Option<String>);

impl Rest {
    /// `parts`: the rows before and after those shown, of `total` rows.
    pub fn of(shell: &Shell, pages: Pages, total: usize, [before, after]: [Part; 2]) -> Self {
        let link = |href: &str, key: &str| links::link(href, &shell.t(key));
        let page = 1 + pages.offset() / pages.size();
        let back = match page {
            0..=2 => shell.view.without("page"),
            _ => shell.view.with("page", &(page - 1).to_string()),
        };
        let next = shell.view.with("page", &(page + 1).to_string()).here();
        let file = shell.view.without("page").with("table", "presupuesto").with_format(Format::Csv).here();
        let is_here = pages.offset() < total;
        let before = words(shell, "budget-rows-before", before).map(|words| {
            let back = link(&back.here(), "budget-rows-back");
            if is_here { Html::text(&words).and(&back) } else { Html::text(&words) }
        });
        let after = words(shell, "budget-rows-after", after).map(|words| {
            let links =
                link(&next, "budget-rows-next").and(&Html::text("·")).and(&link(&file, "budget-rows-file"));
            Html::text(&words).and(&links)
        });
        Self { before, after }
    }

    /// Of a listing in amounts. `total`: of the measure that leads it.
    pub fn of_listing(
        shell: &Shell,
        asked: &Asked,
        rows: &[&CutRow],
        pages: Pages,
        (answer, total): (&Answer, Option<Money>),
    ) -> Self {
        let at = answer.measures.iter().position(|m| *m == asked.lead());
        let sum = |part: &[&CutRow], at: usize| -> Money {
            part.iter().filter_map(|row| row.amounts.get(at).copied().flatten()).sum()
        };
        let shown = listing::part(shell, rows, pages);
        let (before, after) = around(rows, shown.len(), pages);
        let sums = at.map(|at| {
            let before = sum(before, at);
            // Of tens of thousands of rows most come after.
            (before, total.unwrap_or_default() - before - sum(shown, at))
        });
        let said = |sum: Money| amount(shell, asked, sum, total);
        let parts = [
            (before.len(), sums.map(|(before, _)| said(before))),
            (after.len(), sums.map(|(_, after)| said(after))),
        ];
        Self::of(shell, pages, rows.len(), parts)
    }

    /// Before the rows are pushed: years without data, and the rows of the pages before.
    pub fn open(&self, shell: &Shell, asked: &Asked, table: &mut Table) {
        for words in years_without(shell, asked) {
            table.note(Html::text(&words));
        }
        if let Some(before) = &self.before {
            table.note(before.clone());
        }
    }

    /// After the rows are pushed.
    pub fn close(&self, table: &mut Table) {
        if let Some(after) = &self.after {
            table.note(after.clone());
        }
    }
}

/// The rows before and after those shown. A file shows all, whatever page its address names.
pub fn around<T>(rows: &[T], shown: usize, pages: Pages) -> (&[T], &[T]) {
    let from = if shown == rows.len() { 0 } else { pages.offset().min(rows.len()) };
    (rows.get(..from).unwrap_or_default(), rows.get(from + shown..).unwrap_or_default())
}

fn words(shell: &Shell, key: &str, (count, amount): Part) -> Option<String> {
    let rows = (count > 0).then(|| shell.t1(key, "n", count))?;
    Some(match amount {
        Some(amount) => format!("{rows}: {amount}."),
        None => format!("{rows}."),
    })
}

fn amount(shell: &Shell, asked: &Asked, sum: Money, total: Option<Money>) -> String {
    let exact = format!("{} {}", shell.currency(), shell.money_exact(sum));
    let measure = listing::measure_short(shell, asked.lead());
    let words = shell.ta("budget-rows-amount", &[("amount", exact.into()), ("measure", measure.into())]);
    match total.and_then(|total| sum.percent_of(total)) {
        Some(percent) => format!("{words} ({})", shell.percent(percent)),
        None => words,
    }
}

/// Years that a listing of years reaches and no delivery tells of: before the first, and in between.
fn years_without(shell: &Shell, asked: &Asked) -> Vec<String> {
    let is_of_years = asked.is_across || asked.request.by.contains(&Dimension::Year);
    let (Some(first), Some(last)) = (asked.years.keys().next(), asked.years.keys().next_back()) else {
        return Vec::new();
    };
    if !is_of_years {
        return Vec::new();
    }
    let named = asked.request.filters.iter().filter(|(d, _)| *d == Dimension::Year);
    let named: Vec<&String> = named.map(|(_, code)| code).collect();
    let mut absent: BTreeSet<i16> = named.iter().filter_map(|code| code.parse().ok()).collect();
    let reaches_before = named.is_empty() || absent.iter().any(|year| year < first);
    absent.extend((*first..=*last).filter(|year| asked.request.asks_year(*year)));
    absent.retain(|year| year > first && !asked.years.contains_key(year));
    let mut words = Vec::new();
    if reaches_before {
        words.push(shell.t1("budget-no-data-before", "year", first.to_string()));
    }
    if !absent.is_empty() {
        words.push(shell.t1("budget-no-data-of", "years", spans(&absent)));
    }
    words
}

/// `2016, 2021–2024`.
fn spans(years: &BTreeSet<i16>) -> String {
    let mut spans: Vec<(i16, i16)> = Vec::new();
    for year in years {
        match spans.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(*year) => *last = *year,
            _ => spans.push((*year, *year)),
        }
    }
    let words = |(first, last): &(i16, i16)| {
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    };
    spans.iter().map(words).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::spans;

    #[test]
    fn years_that_follow_each_other_are_one_span() {
        let check = |years: &[i16], expect| assert_eq!(spans(&years.iter().copied().collect()), expect);
        check(&[], "");
        check(&[2021], "2021");
        check(&[2016, 2021, 2022, 2024], "2016, 2021–2022, 2024");
        check(&[i16::MAX - 1, i16::MAX], "32766–32767");
    }
}
