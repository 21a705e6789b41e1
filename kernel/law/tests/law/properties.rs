//! What holds of every clock.
use jiff::{
    Span,
    civil::{Date, date},
};
use law::{Clock, Roll, StartRule, Term};
use proptest::prelude::*;

use crate::support::{DECREED, HOLIDAYS, calendar_with, clock, suspension};

fn after(days: i32) -> Date {
    date(2020, 1, 1).checked_add(Span::new().days(days)).unwrap()
}

fn holidays() -> impl Strategy<Value = Vec<Date>> {
    prop::collection::vec((0..800).prop_map(after), 0..40)
}

fn terms() -> impl Strategy<Value = Term> {
    prop_oneof![
        (0_u16..60).prop_map(Term::WorkingDays),
        (0_u16..90).prop_map(Term::CalendarDays),
        (0_u16..14).prop_map(Term::Months),
        (0_u16..2).prop_map(Term::Years),
    ]
}

fn start_rules() -> impl Strategy<Value = StartRule> {
    prop_oneof![Just(StartRule::StartCounted), Just(StartRule::StartNotCounted)]
}

fn rolls() -> impl Strategy<Value = Roll> {
    prop_oneof![Just(Roll::Stay), Just(Roll::NextWorkingDay)]
}

/// A suspension of `len` days.
fn suspended(from: i32, len: i32) -> law::Suspension {
    suspension(after(from), Some(after(from + len)))
}

proptest! {
    #[test]
    fn a_later_start_is_never_due_earlier(
        days in holidays(), start in 0..500, later in 0..40, term in terms(),
        start_rule in start_rules(), roll in rolls(), from in 0..500, len in 1..40,
    ) {
        let calendar = calendar_with(&days);
        // Months differ in length, so days made up for in a longer one may overtake a later start
        // (18 March, suspended to 1 April, ends after 1 April's own month does): days alone.
        let suspensions = match term {
            Term::WorkingDays(_) | Term::CalendarDays(_) => vec![suspended(from, len)],
            Term::Months(_) | Term::Years(_) => Vec::new(),
        };
        let clock = Clock { start_rule, roll, ..clock(&calendar, &suspensions) };
        let due = |n| clock.due(after(n), term).unwrap().due;
        prop_assert!(due(start) <= due(start + later));
    }

    #[test]
    fn never_due_on_a_day_that_is_not_worked(
        days in holidays(), start in 0..500, term in terms(), start_rule in start_rules(),
    ) {
        let calendar = calendar_with(&days);
        let clock = Clock { start_rule, ..clock(&calendar, &[]) };
        let derived = clock.due(after(start), term).unwrap();
        prop_assert!(calendar.is_working(derived.due).unwrap());
        prop_assert!(derived.due >= derived.start);
    }

    #[test]
    fn a_longer_term_is_never_due_earlier(days in holidays(), start in 0..500, n in 0_u16..60) {
        let calendar = calendar_with(&days);
        let due = |n| clock(&calendar, &[]).due(after(start), Term::WorkingDays(n)).unwrap().due;
        // No days end on the start or the first working day after it; from one on, strictly later.
        prop_assert!(due(n) <= due(n + 1));
        prop_assert!(n == 0 || due(n) < due(n + 1));
    }

    #[test]
    fn one_more_holiday_never_shortens(
        days in holidays(), extra in 0..800, start in 0..500, term in terms(), start_rule in start_rules(),
    ) {
        let mut more = days.clone();
        more.push(after(extra));
        let (before, after_decree) = (calendar_with(&days), calendar_with(&more));
        let due = |calendar| {
            let clock = Clock { start_rule, ..clock(calendar, &[]) };
            clock.due(after(start), term).unwrap().due
        };
        prop_assert!(due(&before) <= due(&after_decree));
        prop_assert_eq!(before.version() == after_decree.version(), days.contains(&after(extra)) || after(extra) == date(2020, 1, 1)
            || after(extra) == date(2021, 1, 1) || after(extra) == date(2022, 1, 1));
    }

    /// It takes its working days from the term and gives as many back: as if the term were longer by them.
    #[test]
    fn a_suspension_adds_exactly_its_working_days(
        days in holidays(), start in 0..500, n in 1_u16..60, from in 0..600, len in 1..60,
    ) {
        let calendar = calendar_with(&days);
        let plain = clock(&calendar, &[]);
        let end = plain.due(after(start), Term::WorkingDays(n)).unwrap().due;
        let suspensions = [suspended(from, len)];
        let due = clock(&calendar, &suspensions).due(after(start), Term::WorkingDays(n)).unwrap().due;
        // Counted by hand: the working days of the suspension that lie within the lengthened term.
        let taken = (from..from + len).map(after)
            .filter(|day| *day > after(start) && *day <= due && calendar.is_working(*day).unwrap())
            .count();
        let longer = Term::WorkingDays(n + u16::try_from(taken).unwrap());
        prop_assert_eq!(due, plain.due(after(start), longer).unwrap().due);
        prop_assert!(due >= end);
        // Outside the term it changes nothing.
        if after(from) > end || after(from + len) <= after(start + 1) {
            prop_assert_eq!(due, end);
        }
    }

    #[test]
    fn the_steps_tell_every_day_once(days in holidays(), start in 0..500, n in 1_u16..60, from in 0..600) {
        let calendar = calendar_with(&days);
        let suspensions = [suspended(from, 9)];
        let derived = clock(&calendar, &suspensions).due(after(start), Term::WorkingDays(n)).unwrap();
        let mut told: Vec<Date> = derived.rows().iter().map(|row| row.date).collect();
        told.dedup();
        let expect: Vec<Date> = (start + 1..start + 1_000).map(after).take_while(|day| *day <= derived.due).collect();
        prop_assert_eq!(told, expect);
        prop_assert_eq!(derived.counted().count(), usize::from(n));
    }

    /// Texts made of the words that tables use, so that rows get far before they are refused.
    #[test]
    fn no_table_panics(words in prop::collection::vec(words(), 0..60)) {
        let text = words.concat();
        let under = |header: &str| format!("{header}{text}");
        let _ = law::Rulebook::parse("r.csv", &under(RULE_HEADER));
        let _ = law::Suspensions::parse("s.csv", &under("scope,from,to,norm,article,recorded_from,status\n"));
        let tables = (under(HOLIDAYS), under(DECREED));
        let read = law::Calendar::parse("sunday".parse().unwrap(), ("h.csv", &tables.0), ("d.csv", &tables.1));
        if let Ok(calendar) = read {
            let view = calendar.at_known(Date::MAX);
            let _ = clock(&view, &[]).due(after(0), Term::WorkingDays(u16::MAX));
        }
        let _ = law::Rulebook::parse("r.csv", &text);
    }
}

const RULE_HEADER: &str = "key,value,unit,scope,valid_from,valid_to,recorded_from,norm,article,note,status\n";

fn words() -> impl Strategy<Value = String> {
    let known = [
        ",",
        ",",
        ",",
        "\n",
        "\n",
        "\"",
        "country",
        "sector:",
        "2020-01-01",
        "9999-12-31",
        "-9999-01-01",
        "confirmed",
        "working_days",
        "percent",
        "1e99",
        "99999999999999999999",
        "\u{feff}",
        "ñ",
        "2020-01-01,A,B,C,,2000-01-01,,s,confirmed\n",
        "9999-12-31,A,B,C,,2000-01-01,,s,confirmed\n",
        "a.b,1,years,country,2000-01-01,,2000-01-01,N,,,confirmed\n",
    ];
    prop_oneof![prop::sample::select(known.to_vec()).prop_map(str::to_owned), "\\PC{0,8}"]
}
