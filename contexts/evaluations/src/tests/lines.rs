//! Lines of a matrix, progress in them, and how they stand.
use base::Digest;
use jiff::civil::date;

use super::{TODAY, commitment, progress};
use crate::domain::{
    Commitment, CommitmentFault, ProgressFault, Verdict,
    commitment::{State, has_progress, reportable, state},
};

#[test]
fn what_a_line_is_refused_for() {
    let check = |change: &dyn Fn(&mut Commitment), expect: Result<(), CommitmentFault>| {
        let mut one = commitment("C1", date(2026, 12, 31));
        change(&mut one);
        assert_eq!(one.clone().checked(date(2026, 2, 2)).map(|_| ()), expect, "{one:?}");
    };
    check(&|_| {}, Ok(()));
    check(&|one| one.code = "C/1".to_owned(), Err(CommitmentFault::Code));
    check(&|one| one.code = String::new(), Err(CommitmentFault::Code));
    check(&|one| one.code = "C".repeat(21), Err(CommitmentFault::Code));
    check(&|one| one.action = " ".to_owned(), Err(CommitmentFault::Action));
    check(&|one| one.responsible = String::new(), Err(CommitmentFault::Responsible));
    check(&|one| one.indicator = String::new(), Err(CommitmentFault::Indicator));
    check(&|one| one.target = String::new(), Err(CommitmentFault::Indicator));
    // Not on the day of delivery, nor before it.
    check(&|one| one.deadline = date(2026, 2, 2), Err(CommitmentFault::Deadline));
    check(&|one| one.deadline = date(2026, 2, 3), Ok(()));
}

#[test]
fn a_commitment_stands_by_what_was_verified() {
    let check = |deadline, found: &[Option<Verdict>], expect: State, moves: bool| {
        let all: Vec<_> = (1..).zip(found).map(|(n, verdict)| progress("C1", n, *verdict)).collect();
        let one = commitment("C1", deadline);
        assert_eq!((state(&one, &all, TODAY), has_progress(&one, &all)), (expect, moves), "{found:?}");
        // What was reported of another says nothing of this one.
        let other = commitment("C2", deadline);
        assert!(!has_progress(&other, &all));
    };
    let (later, today, past) = (date(2027, 1, 1), TODAY, date(2026, 3, 1));
    check(later, &[], State::Pending, false);
    check(later, &[None], State::Pending, false);
    check(later, &[Some(Verdict::Refused)], State::Pending, false);
    check(later, &[Some(Verdict::Progress)], State::InProgress, true);
    check(later, &[Some(Verdict::Refused), Some(Verdict::Fulfilled)], State::Fulfilled, true);
    // Its last day is a day in time.
    check(today, &[], State::Pending, false);
    check(past, &[], State::Overdue, false);
    check(past, &[None], State::Overdue, false);
    check(past, &[Some(Verdict::Progress)], State::Overdue, true);
    check(past, &[Some(Verdict::Fulfilled)], State::Fulfilled, true);
}

#[test]
fn what_progress_is_refused_for() {
    let one = commitment("C1", date(2027, 1, 1));
    let file = |text: &str| Some(Digest::of(text.as_bytes()));
    let check = |found: &[Option<Verdict>], text: &str, evidence, expect: Result<(), ProgressFault>| {
        let all: Vec<_> = (1..).zip(found).map(|(n, verdict)| progress("C1", n, *verdict)).collect();
        assert_eq!(reportable(&one, &all, (text, evidence)).map(|_| ()), expect, "{found:?} {text:?}");
    };
    check(&[], "hecho", file("x"), Ok(()));
    check(&[], " ", file("x"), Err(ProgressFault::Text));
    check(&[], "hecho", None, Err(ProgressFault::NoEvidence));
    check(&[None], "hecho", file("x"), Err(ProgressFault::Waiting));
    check(&[Some(Verdict::Refused)], "hecho", file("x"), Ok(()));
    // What was refused is not brought again as it was; what showed progress shows it once.
    check(&[Some(Verdict::Refused)], "hecho", file("1"), Err(ProgressFault::SameEvidence));
    check(&[Some(Verdict::Progress)], "hecho", file("1"), Err(ProgressFault::SameEvidence));
    check(&[Some(Verdict::Fulfilled)], "hecho", file("x"), Err(ProgressFault::Fulfilled));
}
