//! The two gates of the annual budget law, case by case.
use jiff::civil::date;

use super::{TODAY, commitment, matrix, progress};
use crate::domain::{
    Block, Matrix, Verdict,
    gate::{self, Asked},
};

const MINISTRY: &str = "E:11-011";
const OTHER: &str = "R:99-461";

fn words(blocks: &[Block]) -> Vec<String> {
    let of = |block: &Block| block.commitment().map(|code| format!(" {code}")).unwrap_or_default();
    blocks.iter().map(|block| format!("{}{}", block.word(), of(block))).collect()
}

fn check(change: impl Fn(&mut Matrix), (entity, programme): (&str, &str), expect: (&[&str], &[&str])) {
    let mut one = matrix();
    change(&mut one);
    let (entity, all) = (entity.parse().unwrap(), [one]);
    let asked = Asked { entity: &entity, programme, tied: &[] };
    let found = (words(&gate::fulfilment(&asked, &all, TODAY)), words(&gate::progress(&asked, &all)));
    assert_eq!(
        found,
        (
            expect.0.iter().map(|w| (*w).to_owned()).collect(),
            expect.1.iter().map(|w| (*w).to_owned()).collect()
        ),
        "{entity} {programme} {all:?}"
    );
}

#[test]
fn what_is_fulfilled_opens_and_what_is_not_blocks() {
    let own = (MINISTRY, "0016");
    let with =
        |verdict: Option<Verdict>| move |one: &mut Matrix| one.progress = vec![progress("C1", 1, verdict)];
    let past = |verdict: Option<Verdict>| {
        move |one: &mut Matrix| {
            one.commitments = vec![commitment("C1", date(2026, 3, 1))];
            one.progress = verdict.map(|verdict| progress("C1", 1, Some(verdict))).into_iter().collect();
        }
    };
    // Not due yet: it may be evaluated, but no more is granted without progress.
    check(|_| {}, own, (&[], &["no-progress C1"]));
    check(with(None), own, (&[], &["no-progress C1"]));
    check(with(Some(Verdict::Refused)), own, (&[], &["no-progress C1"]));
    check(with(Some(Verdict::Progress)), own, (&[], &[]));
    check(with(Some(Verdict::Fulfilled)), own, (&[], &[]));
    // Past its deadline nothing but fulfilment opens.
    check(past(None), own, (&["unfulfilled C1"], &["no-progress C1"]));
    check(past(Some(Verdict::Progress)), own, (&["unfulfilled C1"], &[]));
    check(past(Some(Verdict::Fulfilled)), own, (&[], &[]));
}

#[test]
fn an_unsigned_matrix_blocks_from_the_day_after_its_term() {
    let unsigned = |due| {
        move |one: &mut Matrix| {
            one.is_signed = false;
            one.commitments.clear();
            one.due = due;
        }
    };
    let own = (MINISTRY, "0016");
    check(unsigned(Some(date(2026, 3, 1))), own, (&["matrix-overdue"], &[]));
    check(unsigned(Some(TODAY)), own, (&[], &[]));
    check(unsigned(None), own, (&[], &[]));
    // Signed late is signed.
    check(|one| one.due = Some(date(2020, 1, 1)), own, (&[], &["no-progress C1"]));
}

#[test]
fn whom_a_matrix_binds() {
    let past = |one: &mut Matrix| one.commitments = vec![commitment("C1", date(2026, 3, 1))];
    // The body that answers for it, whatever it asks for; whoever asks for its programme; nobody else.
    check(past, (MINISTRY, "0016"), (&["unfulfilled C1"], &["no-progress C1"]));
    check(past, (MINISTRY, "0002"), (&["unfulfilled C1"], &[]));
    check(past, (OTHER, "0016"), (&["unfulfilled C1"], &["no-progress C1"]));
    check(past, (OTHER, "0002"), (&[], &[]));
    // An evaluation of no programme binds its body alone.
    let plan = |one: &mut Matrix| {
        past(one);
        one.programme = None;
    };
    check(plan, (MINISTRY, "0016"), (&["unfulfilled C1"], &[]));
    check(plan, (OTHER, "0016"), (&[], &[]));
}

#[test]
fn a_request_is_tied_to_what_it_names_too() {
    let all = [Matrix { programme: None, ..matrix() }];
    let entity = MINISTRY.parse().unwrap();
    let tied = [("e1".parse().unwrap(), "C1".to_owned())];
    let names = |tied| gate::progress(&Asked { entity: &entity, programme: "0002", tied }, &all).len();
    assert_eq!((names(&[]), names(&tied)), (0, 1));
}
