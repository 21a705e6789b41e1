//! Who is told what since when. Due on 11 March 2020, a Wednesday: reminders two working days
//! (the 9th) and five calendar days (the 6th) before.
use workflow::{Notice, NoticeKind};

use crate::support::{at, case, day, law, law_with, lima, with_engine, with_law};

fn line(notice: &Notice) -> String {
    let when = lima().to_datetime(notice.at).strftime("%Y-%m-%d %H:%M").to_string();
    let kind = match &notice.kind {
        NoticeKind::Reminder { before } => before.clone(),
        NoticeKind::Extended { number } => format!("extended {number}"),
        NoticeKind::Lapsed => "lapsed".to_owned(),
    };
    let give_by = notice.give_by.map(|day| format!(" by {day}")).unwrap_or_default();
    format!("{when} {} {kind} {} to {}{give_by}", notice.clock, notice.due, notice.to.join(" "))
}

fn check(law: &law::CountryLaw, start: &str, acts: &[(&str, &str)], now: &str, expect: &[&str]) {
    with_law(law, |engine| {
        let notices = engine.notices(&case(start, acts), jiff::Timestamp::MIN, at(now)).unwrap();
        assert_eq!(notices.iter().map(line).collect::<Vec<_>>(), expect, "{acts:?} until {now}");
    });
}

const START: &str = "2020-03-02 10:00";
const EARLY: &str = "2020-03-06 00:00 answer notice.early 2020-03-11 to officer";
const SOON: &str = "2020-03-09 00:00 answer notice.soon 2020-03-11 to officer";

#[test]
fn reminders_and_lapses() {
    let law = law_with(&[]);
    check(&law, START, &[], "2020-03-05 23:59", &[]);
    check(&law, START, &[], "2020-03-06", &[EARLY]);
    let lapsed = "2020-03-12 00:00 answer lapsed 2020-03-11 to citizen officer";
    check(&law, START, &[], "2020-03-12", &[EARLY, SOON, lapsed]);
    let dropped = "2020-03-28 00:00 appeal lapsed 2020-03-27 to citizen";
    check(&law, START, &[], "2022-01-01", &[EARLY, SOON, lapsed, dropped]);
    check(&law, START, &[("answer officer", "2020-03-06 09:00")], "2022-01-01", &[EARLY]);
    check(&law, START, &[("answer officer", "2020-03-05 09:00")], "2022-01-01", &[]);
    check(&law, "2022-01-02 10:00", &[], "2022-01-01", &[]);
}

#[test]
fn an_extension_is_told_and_moves_reminders() {
    let law = law_with(&[]);
    let told = "2020-03-04 09:00 answer extended 1 2020-03-18 to citizen by 2020-03-11";
    let early = "2020-03-13 00:00 answer notice.early 2020-03-18 to officer";
    let soon = "2020-03-16 00:00 answer notice.soon 2020-03-18 to officer";
    check(&law, START, &[("extend officer", "2020-03-04 09:00")], "2020-03-18", &[told, early, soon]);
    // Reminded of the first due day before it moved, and of the new one too.
    let told = "2020-03-10 09:00 answer extended 1 2020-03-18 to citizen by 2020-03-11";
    check(
        &law,
        START,
        &[("extend officer", "2020-03-10 09:00")],
        "2020-03-18",
        &[EARLY, SOON, told, early, soon],
    );
    // In the instant in which the reminder is owed the due day is another already.
    let told = "2020-03-06 00:00 answer extended 1 2020-03-18 to citizen by 2020-03-11";
    check(&law, START, &[("extend officer", "2020-03-06")], "2020-03-18", &[told, early, soon]);
}

#[test]
fn a_reminder_of_a_short_term_is_owed_at_once() {
    let early = "2020-03-02 10:00 answer notice.early 2020-03-03 to officer";
    let text = "access.answer,1,working_days,country,2005-01-01,,2005-01-01,Ley 2,,,confirmed\n";
    let soon = "2020-03-02 10:00 answer notice.soon 2020-03-03 to officer";
    check(&law(&[], text), START, &[], "2020-03-03", &[early, soon]);
}

#[test]
fn a_suspension_learned_moves_what_is_not_owed_yet() {
    // Learned on the 7th: two working days, so due on the 13th.
    let law = law_with(&[(day("2020-03-09"), day("2020-03-11"), day("2020-03-07"))]);
    let early = "2020-03-08 00:00 answer notice.early 2020-03-13 to officer";
    let soon = "2020-03-11 00:00 answer notice.soon 2020-03-13 to officer";
    check(&law, START, &[], "2020-03-13", &[EARLY, early, soon]);
    // Learned on the 10th, when the five days before the new due day are past.
    let law = law_with(&[(day("2020-03-11"), day("2020-03-12"), day("2020-03-10"))]);
    let early = "2020-03-10 00:00 answer notice.early 2020-03-12 to officer";
    let soon = "2020-03-10 00:00 answer notice.soon 2020-03-12 to officer";
    let lapsed = "2020-03-13 00:00 answer lapsed 2020-03-12 to citizen officer";
    check(&law, START, &[], "2020-03-13", &[EARLY, SOON, early, soon, lapsed]);
}

#[test]
fn a_window_holds_its_end_and_not_its_start() {
    with_engine(|engine| {
        let check = |from: &str, to: &str, expect: &[&str]| {
            let notices = engine.notices(&case(START, &[]), at(from), at(to)).unwrap();
            assert_eq!(notices.iter().map(line).collect::<Vec<_>>(), expect, "{from} to {to}");
        };
        check("2020-03-05", "2020-03-06", &[EARLY]);
        check("2020-03-06", "2020-03-08 23:59", &[]);
        check("2020-03-06", "2020-03-09", &[SOON]);
        // Acts after the window are not seen by it.
        let answered = case(START, &[("answer officer", "2020-03-08")]);
        assert_eq!(engine.notices(&answered, at("2020-03-05"), at("2020-03-06")).unwrap().len(), 1);
        assert_eq!(engine.notices(&answered, at("2020-03-06"), at("2020-03-30")).unwrap(), []);
    });
}

#[test]
fn identities_differ() {
    with_engine(|engine| {
        let acts = [("appeal citizen", "2020-03-13"), ("return tribunal", "2020-03-16")];
        let notices = engine.notices(&case(START, &acts), jiff::Timestamp::MIN, at("2020-12-31")).unwrap();
        let mut identities: Vec<_> = notices.iter().map(Notice::identity).collect();
        assert_eq!(identities.len(), 7);
        identities.sort();
        identities.dedup();
        assert_eq!(identities.len(), 7);
    });
}
