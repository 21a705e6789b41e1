//! What holds of every procedure and every case.
use jiff::{SignedDuration, Timestamp, civil::Date};
use law::{CountryLaw, Subject};
use proptest::prelude::*;
use workflow::{By, Case, Ending, Engine, Procedure, Run, Standing};

use crate::{
    generated::{Attempt, attempts, corrections, lived, procedures, starts, suspensions},
    judge::Walk,
    support::{REQUEST, act, day, law, law_with, procedure, view},
};

fn with<T>(law: &CountryLaw, procedure: &Procedure, ask: impl FnOnce(&Engine<'_>) -> T) -> T {
    let subject = Subject::country();
    ask(&Engine { procedure, view: view(law, &subject) })
}

/// A case lived through attempts, and the instant some days after the last.
fn a_case(engine: &Engine<'_>, started: Timestamp, attempts: &[Attempt], later: i64) -> (Case, Timestamp) {
    let (case, last) = lived(engine, started, attempts);
    (case, last + SignedDuration::from_hours(later))
}

fn happened(standing: &Standing) -> Vec<(Timestamp, String, String)> {
    standing.events.iter().map(|event| (event.at, event.act.clone(), event.to.clone())).collect()
}

type Seen = (String, Timestamp, Vec<(Timestamp, Option<Date>)>, Option<(Timestamp, Ending)>);

/// The runs as they were at `instant`: later spans and ends unseen.
fn seen_at(runs: &[Run], instant: Timestamp) -> Vec<Seen> {
    let spans = |run: &Run| {
        let known = run.spans.iter().filter(|span| span.from <= instant);
        known.map(|span| (span.from, span.date())).collect()
    };
    let begun = runs.iter().filter(|run| run.started <= instant);
    begun
        .map(|run| (run.clock.clone(), run.started, spans(run), run.ended.filter(|(at, _)| *at <= instant)))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Every attempt is accepted by both or by neither, and the same happens in the same instants.
    #[test]
    fn a_second_implementation_agrees(
        procedure in procedures(), suspensions in suspensions(), rows in corrections(), started in starts(), attempts in attempts(), later in 0_i64..1_500,
    ) {
        with(&law(&suspensions, &rows), &procedure, |engine| {
            let mut case = Case::new("G", started);
            let mut now = started;
            for attempt in &attempts {
                let state = Walk::through(engine, &case, now).state;
                let act = attempt.act(&procedure, &state, now);
                now = act.at;
                let moved = engine.perform(&case, &act, now);
                prop_assert_eq!(moved.is_ok(), Walk::through(engine, &case, now).allows(&act), "{:?}: {:?}", act, moved);
                if moved.is_ok() {
                    case.acts.push(act);
                }
            }
            now += SignedDuration::from_hours(later);
            let walk = Walk::through(engine, &case, now);
            let standing = engine.standing(&case, now).unwrap();
            prop_assert_eq!(happened(&standing), walk.happened.clone());
            prop_assert_eq!(&standing.state, &walk.state);
            for clock in &procedure.clocks {
                let due = standing.running(&clock.code).and_then(Run::due);
                prop_assert_eq!(due, walk.due(clock, engine.view.day(now)), "clock {}", clock.code);
            }
            Ok(())
        })?;
    }

    #[test]
    fn phases_partition_time(
        procedure in procedures(), started in starts(), attempts in attempts(), later in 0_i64..1_500, probes in prop::collection::vec(0.0_f64..1.0, 8),
    ) {
        with(&law_with(&[]), &procedure, |engine| {
            let (case, now) = a_case(engine, started, &attempts, later);
            let standing = engine.standing(&case, now).unwrap();
            prop_assert!(procedure.state(&standing.state).is_some_and(|state| state.phase == standing.phase && state.is_final == standing.ended));
            prop_assert_eq!(standing.stays.first().unwrap().from, started);
            prop_assert_eq!(&standing.stays.last().unwrap().state, &standing.state);
            let moves = standing.events.iter().map(|event| event.at);
            let anywhere = probes.iter().map(|share| started + SignedDuration::from_secs_f64((now - started).as_secs_f64() * share));
            for instant in moves.chain(anywhere).chain([started, now]) {
                let holding = standing.stays.iter().filter(|stay| stay.from <= instant && stay.to.is_none_or(|to| instant < to));
                let holding: Vec<_> = holding.collect();
                prop_assert_eq!(holding.len(), 1, "at {}", instant);
                let stay = standing.stay_at(instant).unwrap();
                prop_assert_eq!(stay, holding[0]);
                // It is that of the last event up to then.
                let last = standing.events.iter().rfind(|event| event.at <= instant);
                prop_assert_eq!(stay.state.as_str(), last.map_or(procedure.initial(), |event| event.to.as_str()));
                prop_assert_eq!(&procedure.state(&stay.state).unwrap().phase, &stay.phase);
            }
            Ok(())
        })?;
    }

    /// What was seen earlier is what one sees now of the time until then.
    #[test]
    fn the_past_stays_as_it_was_seen(
        procedure in procedures(), suspensions in suspensions(), rows in corrections(), started in starts(), attempts in attempts(), later in 0_i64..1_500, back in 0_i64..2_000,
    ) {
        with(&law(&suspensions, &rows), &procedure, |engine| {
            let (case, now) = a_case(engine, started, &attempts, later);
            let whole = engine.standing(&case, now).unwrap();
            prop_assert_eq!(&whole, &engine.standing(&case, now).unwrap());
            let then = (now - SignedDuration::from_hours(back)).max(started);
            let seen = engine.standing(&case.until(then), then).unwrap();
            let until: Vec<_> = whole.events.iter().filter(|event| event.at <= then).cloned().collect();
            prop_assert_eq!(&seen.events, &until);
            let mut runs = seen_at(&whole.runs, then);
            // An end at `then` cuts the spans that begin with it, at either look.
            runs.retain(|run| run.1 <= then);
            prop_assert_eq!(seen_at(&seen.runs, then), runs);
            prop_assert_eq!(seen.stay_at(then), seen.stays.last());
            prop_assert_eq!(&seen.stays.last().unwrap().state, &whole.stay_at(then).unwrap().state);
            Ok(())
        })?;
    }

    /// Whoever writes silence when it falls, and whoever never does, have the same case.
    #[test]
    fn writing_lapses_changes_nothing(
        procedure in procedures(), suspensions in suspensions(), rows in corrections(), started in starts(), attempts in attempts(), later in 0_i64..1_500, settles: bool,
    ) {
        with(&law(&suspensions, &rows), &procedure, |engine| {
            let (case, now) = a_case(engine, started, &attempts, later);
            let plain = engine.standing(&case, now).unwrap();
            let mut kept = Case::new("G", started);
            for act in &case.acts {
                let moved = engine.perform(&kept, act, act.at).unwrap();
                kept.acts.extend(moved.lapses);
                kept.acts.push(act.clone());
                kept.settled = settles.then_some(act.at);
            }
            kept.acts.extend(engine.standing(&kept, now).unwrap().unwritten());
            kept.settled = settles.then_some(now);
            let written = engine.standing(&kept, now).unwrap();
            prop_assert_eq!(happened(&written), happened(&plain));
            prop_assert!(written.unwritten().is_empty());
            prop_assert_eq!(written.runs, plain.runs);
            Ok(())
        })?;
    }

    #[test]
    fn a_lapse_falls_at_the_end_of_its_due_day_once_a_run(
        procedure in procedures(), started in starts(), attempts in attempts(), later in 0_i64..3_000,
    ) {
        with(&law_with(&[]), &procedure, |engine| {
            let (case, now) = a_case(engine, started, &attempts, later);
            let standing = engine.standing(&case, now).unwrap();
            for clock in &procedure.clocks {
                let runs: Vec<_> = standing.runs.iter().filter(|run| run.clock == clock.code).collect();
                let ended = runs.iter().filter_map(|run| Some((run, run.ended?)));
                let lapsed: Vec<_> = ended.filter(|(_, (_, how))| *how == Ending::Lapsed).map(|(run, (at, _))| (at, run.due())).collect();
                let by_clock = standing.lapses().filter(|event| event.by == By::Clock(clock.code.clone()));
                let by_clock: Vec<_> = by_clock.map(|event| event.at).collect();
                prop_assert_eq!(&by_clock, &lapsed.iter().map(|(at, _)| *at).collect::<Vec<_>>());
                for (at, due) in &lapsed {
                    prop_assert_eq!(Some(*at), engine.view.end_of(due.unwrap()));
                }
                prop_assert!(runs.iter().filter(|run| run.is_open()).count() <= 1);
                // A clock that runs is not over yet.
                for run in runs.iter().filter(|run| run.is_open()) {
                    prop_assert!(run.due().is_none_or(|due| engine.view.end_of(due).unwrap() > now));
                }
            }
            Ok(())
        })?;
    }

    /// Any schedule of runs, however long the outages, sends what one run over the whole would.
    #[test]
    fn outages_change_no_notice(
        procedure in procedures(), suspensions in suspensions(), rows in corrections(), started in starts(), attempts in attempts(), later in 0_i64..1_500,
        mut cuts in prop::collection::vec(0_i64..3_000, 0..12),
    ) {
        with(&law(&suspensions, &rows), &procedure, |engine| {
            let (case, now) = a_case(engine, started, &attempts, later);
            let whole = engine.notices(&case, Timestamp::MIN, now).unwrap();
            cuts.sort_unstable();
            let mut sent = Vec::new();
            let mut from = Timestamp::MIN;
            for to in cuts.iter().map(|hours| started + SignedDuration::from_hours(hours - 24)).chain([now]) {
                let to = to.clamp(from, now);
                sent.extend(engine.notices(&case, from, to).unwrap());
                from = to;
            }
            prop_assert_eq!(&sent, &whole);
            let mut identities: Vec<_> = whole.iter().map(workflow::Notice::identity).collect();
            identities.sort();
            identities.dedup();
            prop_assert_eq!(identities.len(), whole.len());
            Ok(())
        })?;
    }

    /// It takes its working days and gives them back; learned after the end it changes nothing.
    #[test]
    fn a_suspension_adds_exactly_its_working_days(
        started in starts(), from in 0_i32..40, len in 1_i32..15, learned in -10_i32..30, extended: bool,
    ) {
        let after = |days: i32| day("2020-03-01").checked_add(jiff::Span::new().days(days)).unwrap();
        let (from, to, learned) = (after(from), after(from + len), after(from + learned));
        let (plain, moved) = (law_with(&[]), law_with(&[(from, to, learned)]));
        let request = procedure(REQUEST, &plain);
        let mut case = Case::new("C", started);
        if extended {
            case.acts.push(workflow::Act { at: started, ..act("extend officer", "2020-03-02") });
        }
        let due = |law: &CountryLaw| with(law, &request, |engine| {
            let standing = engine.standing(&case, started + SignedDuration::from_hours(24 * 90)).unwrap();
            let run = standing.runs.first().unwrap().clone();
            (run.due().unwrap(), run.ended.unwrap())
        });
        let ((before, _), (later, (lapsed, how))) = (due(&plain), due(&moved));
        prop_assert_eq!(how, Ending::Lapsed);
        let start = crate::support::lima().to_datetime(started).date();
        let calendar = plain.calendar(Date::MAX, &Subject::country());
        let working = |from: Date, to: Date| from.series(jiff::Span::new().days(1)).take_while(|date| *date < to)
            .filter(|date| calendar.is_working(*date).unwrap()).collect::<Vec<_>>();
        prop_assert!(later >= before, "never shortened");
        if learned > before {
            prop_assert_eq!(later, before);
        } else {
            let taken = working(from, to).into_iter().filter(|date| *date > start && *date <= later).count();
            let added = working(before.tomorrow().unwrap(), later.tomorrow().unwrap()).len();
            prop_assert_eq!(added, taken);
        }
        prop_assert_eq!(Some(lapsed), with(&plain, &request, |engine| engine.view.end_of(later)));
    }
}

/// What the properties are asked of: cases in which things happen.
#[test]
fn generated_cases_are_lively() {
    use proptest::{strategy::ValueTree, test_runner::TestRunner};
    let mut runner = TestRunner::deterministic();
    let strategy = (procedures(), suspensions(), starts(), attempts());
    let (mut acts, mut lapses, mut notices, mut extensions, mut moved, mut ended) = (0, 0, 0, 0, 0, 0);
    for _ in 0..300 {
        let (procedure, suspensions, started, attempts) = strategy.new_tree(&mut runner).unwrap().current();
        with(&law_with(&suspensions), &procedure, |engine| {
            let (case, now) = a_case(engine, started, &attempts, 300);
            let standing = engine.standing(&case, now).unwrap();
            acts += case.acts.len();
            lapses += standing.lapses().count();
            notices += engine.all_notices("G", &standing).len();
            extensions += standing.runs.iter().map(|run| run.extensions.len()).sum::<usize>();
            moved += standing.runs.iter().filter(|run| run.spans.len() > run.extensions.len() + 1).count();
            ended += usize::from(standing.ended);
        });
    }
    let told = format!(
        "{acts} acts, {lapses} lapses, {notices} notices, {extensions} extensions, {moved} moved, {ended} ended"
    );
    assert!(
        acts > 600
            && lapses > 300
            && notices > 600
            && extensions > 80
            && moved > 50
            && ended > 20
            && ended < 250,
        "{told}"
    );
}
