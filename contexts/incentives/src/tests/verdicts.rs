use jiff::civil::{Date, date};

use super::{DUE, PLANNER, TODAY, at, evidence, goal};
use crate::domain::{
    Dossier, Evidence, EvidenceFault, Goal, Needs, NewEvidence, Objection, Standing, Verdict, VerdictFault,
    Verification,
};

const MEF: &str = "e-09-009.budget-directorate";
const AFTER: Date = date(2026, 7, 1);

fn found(number: i64, verdict: Verdict) -> Verification {
    let (reason, post) = ("Visto".to_owned(), MEF.to_owned());
    Verification { number, evidence: 1, verdict, reason, post, at: at() }
}

fn objection() -> Objection {
    Objection { text: "No es así".to_owned(), post: PLANNER.to_owned(), at: at() }
}

/// Evidence that was filed, then verdicts, and whether somebody objected.
fn dossier(filed: &[Evidence], said: &[Verdict], objected: bool) -> Dossier {
    Dossier {
        evidence: filed.to_vec(),
        verifications: (1..).zip(said).map(|(number, verdict)| found(number, *verdict)).collect(),
        objection: objected.then(objection),
    }
}

#[test]
fn a_municipality_stands_somewhere() {
    use Verdict::{Fulfilled, NotFulfilled};
    let check = |filed: &[Evidence], said: &[Verdict], objected: bool, on: Date, expect: Standing| {
        assert_eq!(dossier(filed, said, objected).standing(DUE, on), expect, "{filed:?} {said:?} {objected}");
    };
    let (early, late) = (evidence(1, 85, DUE), evidence(2, 85, AFTER));
    check(&[], &[], false, DUE, Standing::NotDue);
    check(&[], &[], false, AFTER, Standing::Missing);
    check(std::slice::from_ref(&early), &[], false, TODAY, Standing::Filed);
    check(std::slice::from_ref(&late), &[], false, AFTER, Standing::Late);
    // A correction that comes late is late.
    check(&[early.clone(), late], &[], false, AFTER, Standing::Late);
    check(std::slice::from_ref(&early), &[Fulfilled], false, AFTER, Standing::Fulfilled);
    check(std::slice::from_ref(&early), &[NotFulfilled], false, AFTER, Standing::NotFulfilled);
    check(std::slice::from_ref(&early), &[NotFulfilled], true, AFTER, Standing::Objected);
    check(std::slice::from_ref(&early), &[NotFulfilled, Fulfilled], true, AFTER, Standing::Fulfilled);
    check(&[early], &[NotFulfilled, NotFulfilled], true, AFTER, Standing::NotFulfilled);
}

#[test]
fn nobody_is_told_more_than_the_evidence_shows() {
    use Verdict::{Fulfilled, NotFulfilled};
    use VerdictFault::{NoEvidence, NotDue, NotReached, OwnEvidence, Reason, Verified};
    let check = |of: &Dossier, verdict, post: &str, on, expect: Option<VerdictFault>| {
        let done = of.verified(&goal(), (verdict, "Visto"), (post, at(), on));
        assert_eq!(done.err(), expect, "{of:?} {verdict:?}");
    };
    let (enough, little) = (evidence(1, 80, TODAY), evidence(1, 79, TODAY));
    let one = |filed: &Evidence| dossier(std::slice::from_ref(filed), &[], false);
    check(&dossier(&[], &[], false), Fulfilled, MEF, AFTER, Some(NoEvidence));
    check(&dossier(&[], &[], false), NotFulfilled, MEF, AFTER, Some(NoEvidence));
    check(&one(&enough), Fulfilled, MEF, TODAY, None);
    check(&one(&little), Fulfilled, MEF, AFTER, Some(NotReached));
    check(&one(&little), NotFulfilled, MEF, DUE, Some(NotDue));
    check(&one(&little), NotFulfilled, MEF, AFTER, None);
    // A value that would do may be found not to be shown.
    check(&one(&enough), NotFulfilled, MEF, AFTER, None);
    check(&one(&enough), Fulfilled, PLANNER, TODAY, Some(OwnEvidence));
    let filed = std::slice::from_ref(&enough);
    check(&dossier(filed, &[NotFulfilled], false), Fulfilled, MEF, AFTER, Some(Verified));
    check(&dossier(filed, &[NotFulfilled], true), Fulfilled, MEF, AFTER, None);
    check(&dossier(filed, &[NotFulfilled, NotFulfilled], true), Fulfilled, MEF, AFTER, Some(Verified));
    check(&dossier(filed, &[Fulfilled], false), NotFulfilled, MEF, AFTER, Some(Verified));
    let said = one(&enough).verified(&goal(), (Fulfilled, " "), (MEF, at(), AFTER));
    assert_eq!(said.err(), Some(Reason));
}

#[test]
fn an_objection_is_made_once_against_a_refusal() {
    use Verdict::{Fulfilled, NotFulfilled};
    let check = |said: &[Verdict], objected: bool, why: &str, expect: Option<VerdictFault>| {
        let of = dossier(&[evidence(1, 85, TODAY)], said, objected);
        assert_eq!(of.objected(why, (PLANNER, at())).err(), expect, "{said:?}");
    };
    check(&[NotFulfilled], false, "No es así", None);
    check(&[NotFulfilled], false, "", Some(VerdictFault::Reason));
    check(&[], false, "No es así", Some(VerdictFault::NothingToObject));
    check(&[Fulfilled], false, "No es así", Some(VerdictFault::NothingToObject));
    check(&[NotFulfilled], true, "No es así", Some(VerdictFault::NothingToObject));
    check(&[NotFulfilled, NotFulfilled], true, "No es así", Some(VerdictFault::NothingToObject));
}

#[test]
fn evidence_holds_what_the_goal_needs() {
    use EvidenceFault::{Document, Value, Verified};
    let of = |needs: Needs| Goal { needs, ..goal() };
    let file = || Some((base::Digest::of(b"acta"), "acta.pdf".to_owned()));
    let check = |needs: Needs, value: Option<&str>, file, said: &[Verdict], expect: Option<EvidenceFault>| {
        let value = value.map(|value| value.parse().unwrap());
        let new = NewEvidence { value, document: file, text: "Se hizo".to_owned() };
        let before = dossier(&[evidence(1, 85, TODAY)], said, false);
        assert_eq!(of(needs).takes(&before, new, AFTER).err(), expect, "{needs:?} {value:?}");
    };
    check(Needs::Value, Some("85"), None, &[], None);
    check(Needs::Value, None, file(), &[], Some(Value));
    check(Needs::Value, Some("0.1234567"), None, &[], Some(Value));
    check(Needs::Value, Some("1000000000000001"), None, &[], Some(Value));
    check(Needs::Both, Some("85"), None, &[], Some(Document));
    check(Needs::Both, Some("85"), file(), &[], None);
    check(Needs::Document, None, file(), &[], None);
    check(Needs::Document, None, None, &[], Some(Document));
    check(Needs::Value, Some("85"), None, &[Verdict::Fulfilled], Some(Verified));
    check(Needs::Value, Some("85"), None, &[Verdict::NotFulfilled], Some(Verified));
}

#[test]
fn a_file_is_shown_once_a_verdict_is_about_it() {
    let (first, second) = (evidence(1, 79, TODAY), evidence(2, 85, TODAY));
    let digest = |of: &Evidence| of.document.as_ref().unwrap().0;
    let of = dossier(&[first.clone(), second.clone()], &[Verdict::NotFulfilled], false);
    assert!(of.shows(&digest(&first)) && !of.shows(&digest(&second)));
    assert_eq!(of.name_of(&digest(&second)), Some("reporte.pdf"));
}
