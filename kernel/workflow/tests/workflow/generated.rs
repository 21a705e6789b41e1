//! Procedures and cases made by chance: sound by construction, for the most part.
use jiff::{SignedDuration, Timestamp, civil::Date};
use proptest::prelude::*;
use workflow::{
    Act, By, Case, Declaration, DeclaredAct, DeclaredClock, DeclaredState, Extension, Named, Procedure,
    Reminder, Source, Title,
};

use crate::support::{at, day, law_with};

const TERMS: [&str; 5] = ["access.answer", "access.appeal", "access.decision", "term.none", "term.weeks"];
const ROLES: [&str; 2] = ["r0", "r1"];

fn title() -> Title {
    Title { es: "Título".to_owned(), en: "Title".to_owned() }
}

fn named(codes: &[&str]) -> Vec<Named> {
    codes.iter().map(|code| Named { code: (*code).to_owned(), title: title() }).collect()
}

/// Those of a list whose bit is set.
fn chosen(list: &[String], bits: u8) -> Vec<String> {
    list.iter().enumerate().filter(|(n, _)| bits & (1 << n) != 0).map(|(_, one)| one.clone()).collect()
}

fn pick<T: Clone>(list: &[T], number: usize) -> T {
    list.get(number % list.len()).cloned().unwrap()
}

#[derive(Clone, Debug)]
pub struct ActPlan {
    from: u8,
    to: Option<usize>,
    roles: u8,
    document: bool,
    reason: bool,
}

#[derive(Clone, Debug)]
pub struct ClockPlan {
    term: usize,
    starts: u8,
    starts_on: u8,
    stops: u8,
    stops_on: u8,
    lapse_to: Option<usize>,
    extended: bool,
    reminders: u8,
}

fn act_plans() -> impl Strategy<Value = ActPlan> {
    (1_u8..32, prop::option::of(0_usize..8), 1_u8..4, any::<bool>(), any::<bool>())
        .prop_map(|(from, to, roles, document, reason)| ActPlan { from, to, roles, document, reason })
}

fn clock_plans() -> impl Strategy<Value = ClockPlan> {
    let starts = (1_u8..32, 0_u8..4, 0_u8..32, 0_u8..4);
    (0_usize..5, starts, prop::option::of(0_usize..8), any::<bool>(), 0_u8..4).prop_map(
        |(term, (starts, starts_on, stops, stops_on), lapse_to, extended, reminders)| ClockPlan {
            term,
            starts,
            starts_on,
            stops,
            stops_on,
            lapse_to,
            extended,
            reminders,
        },
    )
}

/// Procedures that the check accepts.
pub fn procedures() -> impl Strategy<Value = Procedure> {
    let parts =
        (2_usize..5, prop::collection::vec(act_plans(), 0..4), prop::collection::vec(clock_plans(), 1..4));
    let rulebook = law_with(&[]).rulebook;
    parts.prop_filter_map("a procedure without defects", move |(states, acts, clocks)| {
        Procedure::checked(declaration(states, &acts, &clocks), &rulebook).ok()
    })
}

/// A chain of states to a final one, acts between any of them, clocks over any of them.
fn declaration(open: usize, acts: &[ActPlan], clocks: &[ClockPlan]) -> Declaration {
    let states: Vec<String> = (0..open).map(|n| format!("s{n}")).collect();
    let all: Vec<String> = states.iter().cloned().chain(["end".to_owned()]).collect();
    let mut declared: Vec<DeclaredAct> = all
        .windows(2)
        .enumerate()
        .filter_map(|(n, pair)| {
            let [from, to] = pair else { return None };
            Some(plain(&format!("next{n}"), vec![from.clone()], Some(to.clone()), &ROLES))
        })
        .collect();
    for (n, plan) in acts.iter().enumerate() {
        let from = chosen(&states, plan.from);
        let from = if from.is_empty() { states.clone() } else { from };
        let roles: Vec<&str> = ROLES
            .into_iter()
            .enumerate()
            .filter(|(n, _)| plan.roles & (1 << n) != 0)
            .map(|(_, role)| role)
            .collect();
        let act = plain(&format!("act{n}"), from, plan.to.map(|to| pick(&all, to)), &roles);
        let documents = if plan.document { vec!["d0".to_owned()] } else { Vec::new() };
        declared.push(DeclaredAct { documents, reason: plan.reason, ..act });
    }
    let performed: Vec<String> = declared.iter().map(|act| act.code.clone()).collect();
    let clocks: Vec<DeclaredClock> = clocks
        .iter()
        .enumerate()
        .map(|(n, plan)| {
            let lapse = plan.lapse_to.map(|to| pick(&all, to));
            declared.push(plain(&format!("lapse{n}"), states.clone(), lapse, &[]));
            if plan.extended {
                declared.push(plain(&format!("more{n}"), states.clone(), None, &["r0"]));
            }
            clock(n, plan, &states, &performed)
        })
        .collect();
    Declaration {
        code: "generated".to_owned(),
        title: title(),
        subject: "chance".to_owned(),
        source: Some(Source {
            norm: "Ley 1".to_owned(),
            article: String::new(),
            note: String::new(),
            status: law::rule::RuleStatus::Confirmed,
        }),
        valid_from: day("2010-01-01"),
        valid_to: None,
        recorded_from: day("2010-01-01"),
        roles: named(&ROLES),
        played_by: std::collections::BTreeMap::new(),
        phases: named(&["p0", "p1"]),
        documents: named(&["d0", "d1"]),
        states: all.iter().enumerate().map(|(n, code)| state(n, code)).collect(),
        acts: declared,
        clocks,
    }
}

fn state(n: usize, code: &str) -> DeclaredState {
    let phase = if n.is_multiple_of(2) { "p0" } else { "p1" };
    let (code, phase) = (code.to_owned(), phase.to_owned());
    DeclaredState {
        initial: n == 0,
        is_final: code == "end",
        is_consultation: false,
        is_writing: false,
        code,
        title: title(),
        phase,
    }
}

fn plain(code: &str, from: Vec<String>, to: Option<String>, by: &[&str]) -> DeclaredAct {
    let by = by.iter().map(|role| (*role).to_owned()).collect();
    DeclaredAct {
        code: code.to_owned(),
        title: title(),
        from,
        to,
        by,
        documents: Vec::new(),
        is_answered: false,
        reason: false,
        source: None,
    }
}

fn clock(n: usize, plan: &ClockPlan, states: &[String], acts: &[String]) -> DeclaredClock {
    let roles = vec!["r1".to_owned()];
    let before = ["notice.soon".to_owned(), "notice.early".to_owned()];
    let reminder = |before: String| Reminder { before, to: roles.clone() };
    let extension = Extension {
        act: format!("more{n}"),
        cap: "access.extension".to_owned(),
        times: "access.extension_times".to_owned(),
        notice_to: roles.clone(),
    };
    DeclaredClock {
        code: format!("c{n}"),
        title: title(),
        term: TERMS.get(plan.term).copied().unwrap_or_default().to_owned(),
        starts_on_entering: chosen(states, plan.starts),
        starts_on_acts: chosen(acts, plan.starts_on),
        stops_on_leaving: chosen(states, plan.stops),
        stops_on_acts: chosen(acts, plan.stops_on),
        lapse: format!("lapse{n}"),
        lapse_notice_to: roles.clone(),
        extension: plan.extended.then_some(extension),
        reminders: chosen(&before, plan.reminders).into_iter().map(reminder).collect(),
        source: None,
    }
}

/// Something somebody tries: half of the time something that the declaration allows in that state.
#[derive(Clone, Debug)]
pub struct Attempt {
    hours: i64,
    act: usize,
    likely: bool,
    role: usize,
    document: Option<usize>,
    reason: bool,
    extend_by: Option<u16>,
}

pub fn attempts() -> impl Strategy<Value = Vec<Attempt>> {
    let hours = prop_oneof![3 => 0_i64..60, 1 => 0_i64..500, 1 => Just(0)];
    let document = prop_oneof![2 => Just(Some(0)), 2 => Just(None), 1 => Just(Some(1))];
    let what = (0_usize..40, prop::bool::weighted(0.7), 0_usize..3);
    let one = (hours, what, document, any::<bool>(), prop::option::of(0_u16..7)).prop_map(
        |(hours, (act, likely, role), document, reason, extend_by)| Attempt {
            hours,
            act,
            likely,
            role,
            document,
            reason,
            extend_by,
        },
    );
    prop::collection::vec(one, 0..14)
}

pub fn starts() -> impl Strategy<Value = Timestamp> {
    // Whole hours, so that many acts fall on midnight.
    (0_i64..300).prop_map(|hours| at("2020-03-02") + SignedDuration::from_hours(hours))
}

/// Suspensions learned before, within and after the days they suspend.
pub fn suspensions() -> impl Strategy<Value = Vec<(Date, Date, Date)>> {
    let after = |days: i32| day("2020-03-01").checked_add(jiff::Span::new().days(days)).unwrap();
    let one = (0_i32..60, 1_i32..10, -10_i32..20);
    let one =
        one.prop_map(move |(from, len, learned)| (after(from), after(from + len), after(from + learned)));
    // Two statements of one day about one first day would contradict each other.
    prop::collection::vec(one, 0..4).prop_map(|mut list| {
        list.sort();
        list.dedup_by_key(|(from, _, _)| *from);
        list
    })
}

/// Terms found later to be shorter or longer than was thought, as lines of `rules.csv`.
pub fn corrections() -> impl Strategy<Value = String> {
    let one = (0_usize..5, 0_u16..20, 0_i32..50);
    prop::collection::vec(one, 0..4).prop_map(|mut list| {
        list.sort_unstable();
        list.dedup_by_key(|(term, ..)| *term);
        let row = |(term, length, learned): (usize, u16, i32)| {
            let recorded = day("2020-03-01").checked_add(jiff::Span::new().days(learned)).unwrap();
            let key = pick(&TERMS, term);
            format!("{key},{length},working_days,country,2000-01-01,,{recorded},Ley 2,,,confirmed\n")
        };
        list.into_iter().map(row).collect()
    })
}

impl Attempt {
    /// The act tried in `state`, `hours` after the one before.
    pub fn act(&self, procedure: &Procedure, state: &str, previous: Timestamp) -> Act {
        let at = previous + SignedDuration::from_hours(self.hours);
        let fits = |act: &&DeclaredAct| {
            act.to.as_deref() != Some("end")
                && act.from.iter().any(|from| from == state)
                && !act.by.is_empty()
        };
        let fitting: Vec<&DeclaredAct> = procedure.acts.iter().filter(fits).collect();
        if self.likely && !fitting.is_empty() {
            let declared = pick(&fitting, self.act);
            let mut act = Act::new(&declared.code, at, By::Role(pick(&declared.by, self.role)));
            act.documents.clone_from(&declared.documents);
            act.reason = String::from("Porque");
            act.extend_by = self.extend_by;
            return act;
        }
        let codes: Vec<&str> = procedure.acts.iter().map(|act| act.code.as_str()).collect();
        let by = By::Role(pick(&["r0", "r1", "r9"], self.role).to_owned());
        let mut act = Act::new(pick(&codes, self.act), at, by);
        act.documents = self.document.map(|n| pick(&["d0", "d1"], n).to_owned()).into_iter().collect();
        if self.reason {
            act.reason = String::from("Porque");
        }
        act.extend_by = self.extend_by;
        act
    }
}

/// The case as far as attempts succeed.
pub fn lived(engine: &workflow::Engine<'_>, started: Timestamp, attempts: &[Attempt]) -> (Case, Timestamp) {
    let mut case = Case::new("G", started);
    let mut now = started;
    for attempt in attempts {
        let state = engine.standing(&case, now).unwrap().state;
        let act = attempt.act(engine.procedure, &state, now);
        now = act.at;
        if engine.perform(&case, &act, now).is_ok() {
            case.acts.push(act);
        }
    }
    (case, now)
}
