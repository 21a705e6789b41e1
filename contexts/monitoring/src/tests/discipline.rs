//! Answers without a value, values that go up the hierarchy and come back, what the statistician says: and every way around them.
use base::{Known, Seq};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use jiff::tz;
use testkit::Bench;

use super::case::rules;
use super::records::{delivery, observed};
use crate::actions::import_observations::import_observations;
use crate::actions::keep_values::{Values, keep_values};
use crate::actions::record_values::record_values;
use crate::actions::review_values::{ReviewRefusal, Reviewing, review_values};
use crate::actions::settle_reviews::settle_reviews;
use crate::actions::validate_value::{Judgement, ValidationRefusal, validate_value};
use crate::actions::{EntryRefusal, Recorder, Refusal};
use crate::domain::records::ObservationKey;
use crate::domain::review::{Phase, Review, Verdict};
use crate::domain::{Explanation, Status};
use crate::queries::board::{BoardAsked, board};
use crate::queries::entry::{Asked, owed_values};
use crate::queries::reviews::{ReviewTold, notices, waiting};
use crate::queries::standings::{Scope, explanations};
use crate::queries::validations::{Said, said_of};

const ENTITY: &str = "E:11-011";
const TODAY: Date = date(2026, 3, 2);
const OWNER: (&str, &str, &str) = ("e-11-011.indicator-owner", "indicator_owner", "ines");
const PLANNER: (&str, &str, &str) = ("e-11-011.planner", "planner", "pablo");
const SECTOR: (&str, &str, &str) = ("e-11-011.sector-coordinator", "sector_coordinator", "sara");

/// Peru's pack, and two plans of the ministry of health: what the sector accepts, and what nobody does.
async fn desk() -> Bench {
    desk_at("2026-03-02T14:00:00Z").await
}

async fn desk_at(now: &str) -> Bench {
    let migrations = [pack::MIGRATIONS, directory::MIGRATIONS, planning::MIGRATIONS, crate::MIGRATIONS];
    let mut bench = Bench::new(&migrations).await;
    bench.set_now(now.parse().unwrap());
    let peru = pack::Pack::open(&testkit::peru()).unwrap();
    pack::load(&bench.ctx, "peru", &peru).await.unwrap();
    let plan = |code: &str, of: &str| format!("{code},2018,{of},Plan,{ENTITY},PE,2018,2027,new,in_force,x\n");
    let indicator = |plan: &str, code: &str| {
        format!("{plan},2018,OE1,{code},Cobertura,increase,stock,Registro,annual,10,2017,\n")
    };
    let csv = [
        (
            "plan",
            "plan,version,plan_type,title,entity,territory,horizon_from,horizon_to,version_kind,state,source\n"
                .to_owned()
                + &plan("SECTOR", "PESEM")
                + &plan("OWN", "PEI"),
        ),
        (
            "elements",
            "plan,version,code,kind,parent,hangs_from,title\nSECTOR,2018,OE1,objective,,,Salud\n\
             OWN,2018,OE1,objective,,,Salud\n"
                .to_owned(),
        ),
        (
            "indicators",
            "plan,version,element,code,name,sense,accumulation,method,periodicity,baseline_value,baseline_period,series\n"
                .to_owned()
                + &indicator("SECTOR", "IS")
                + &indicator("OWN", "IO"),
        ),
        (
            "targets",
            "plan,version,indicator,period,territory,value\nSECTOR,2018,IS,2027,PE,90\nOWN,2018,IO,2027,PE,90\n"
                .to_owned(),
        ),
    ];
    let paths = csv.map(|(name, text)| {
        let path = bench.path().join(format!("{name}.csv"));
        std::fs::write(&path, text).unwrap();
        path
    });
    let delivered = planning::reading::files::read(&sheets::Book::open(&paths).unwrap()).unwrap();
    let input = planning::actions::import_plan::Input { source: "test".into(), delivered, partial: false };
    planning::actions::import_plan::import_plan(&bench.ctx, input).await.unwrap();
    bench
}

async fn asked(bench: &Bench) -> Asked {
    Asked { known: bench.known().await, today: TODAY }
}

fn recorder((post, role, account): (&str, &'static str, &str)) -> Recorder {
    Recorder { post: post.into(), role, account: account.into() }
}

/// Rows `indicador,territorio,periodo,valor,sin_dato,sin_dato_por,edicion`, kept and recorded.
async fn record(
    bench: &Bench,
    by: (&'static str, &'static str, &'static str),
    rows: &str,
) -> Result<(usize, usize, usize), EntryRefusal> {
    let text = format!("indicador,territorio,periodo,valor,sin_dato,sin_dato_por,edicion\n{rows}\n");
    let values = Values {
        entity: ENTITY.parse().unwrap(),
        post: by.0.into(),
        file: ("datos.csv".into(), text.into_bytes()),
        evidence: None,
    };
    let draft = keep_values(&bench.ctx, values, &asked(bench).await).await?;
    let done = record_values(&bench.ctx, &draft, (&asked(bench).await, &recorder(by))).await?;
    Ok((done.added, done.changed, done.unchanged))
}

fn reasons(refusal: EntryRefusal) -> Vec<String> {
    match refusal {
        EntryRefusal::Rows(rows) => {
            rows.0.iter().map(|row| format!("{}: {}", row.column, row.reason)).collect()
        }
        other => panic!("{other:?}"),
    }
}

async fn refused(bench: &Bench, rows: &str, expect: &str) {
    let before = bench.known().await;
    let found = reasons(record(bench, OWNER, rows).await.unwrap_err());
    assert_eq!(found, [expect], "{rows}");
    // Kept as a draft perhaps, shown to nobody.
    let shown = journal::last_shown(&mut *bench.read().await).await.unwrap();
    assert!(shown <= before.0, "{rows}");
}

async fn import(bench: &Bench, line: &str) -> Result<(usize, usize, usize), String> {
    match import_observations(&bench.ctx, delivery(vec![observed(line)])).await {
        Ok(done) => Ok((done.added, done.changed, done.unchanged)),
        Err(Refusal::Rows(rows)) => Err(rows.0[0].reason.clone()),
        Err(other) => panic!("{other:?}"),
    }
}

fn act((post, role, account): (&str, &'static str, &str), act: &str, reason: &str) -> Reviewing {
    Reviewing {
        act: act.into(),
        role,
        post: post.into(),
        account: account.into(),
        reason: reason.into(),
        together: false,
    }
}

async fn said(bench: &Bench, known: Known, series: &str) -> Said {
    said_of(&mut *bench.read().await, known, &series.parse().unwrap()).await.unwrap()
}

async fn only_review(bench: &Bench, known: Known) -> Review {
    let mut all = said(bench, known, "SECTOR/IS").await.reviews;
    assert_eq!(all.len(), 1, "{all:?}");
    all.pop().unwrap()
}

async fn explained(bench: &Bench, known: Known, indicator: &str) -> Explanation {
    let scope = Scope::Indicator(indicator.parse().unwrap());
    let read = &mut *bench.read().await;
    explanations(read, known, TODAY, &rules(365), &scope).await.unwrap().pop().unwrap().1
}

/// What the board of 2024 says, in which the values of 2023 fell due: first of the sector's indicator, then of the body's own.
async fn on_board(bench: &Bench, known: Known) -> Vec<String> {
    let asked = BoardAsked { known, on: TODAY, year: 2024, offset: tz::offset(-5), scope: Scope::All };
    let found = board(&mut *bench.read().await, &asked, &rules(365)).await.unwrap();
    let one = |value: &crate::queries::board::Submitted| {
        let day = value.recorded_on.map(|day| day.to_string()).unwrap_or_default();
        format!("{} {} {day}{}", value.period, value.what, if value.is_no_value { " no value" } else { "" })
    };
    let of =
        |code: &str| found.values.iter().filter(|v| v.indicator.ends_with(code)).map(one).collect::<Vec<_>>();
    [of("/IS"), of("/IO")].concat()
}

async fn owed(bench: &Bench) -> Vec<String> {
    let entity = ENTITY.parse().unwrap();
    let asked = asked(bench).await;
    let found = owed_values(&mut *bench.read().await, asked, TODAY, (&rules(365), &entity)).await.unwrap();
    found.iter().map(|one| format!("{} {}", one.indicator, one.period)).collect()
}

#[tokio::test]
async fn a_value_goes_up_is_returned_and_goes_up_again() {
    let mut bench = desk().await;
    assert_eq!(owed(&bench).await, ["IO 2024", "IS 2024"]);
    record(&bench, OWNER, "SECTOR/IS,PE,2024,60,,,").await.unwrap();
    let before = bench.known().await;
    let review = only_review(&bench, before).await;
    assert_eq!((review.phase, review.submissions, review.post.as_str()), (Phase::Review, 1, OWNER.0));
    // It counts from the day it was recorded, and says that it awaits acceptance.
    let seen = explained(&bench, before, "SECTOR/IS").await;
    assert_eq!(seen.last.unwrap().value.to_string(), "60");
    assert_eq!(seen.facts.marks[0].review, Some(Phase::Review));
    assert_eq!(owed(&bench).await, ["IO 2024"]);
    assert_eq!(seen.status, crate::domain::recompute(&seen));

    // Locked: by the form, with another edition, by an import; the same once more changes nothing and may be said.
    let locked = "the value is under review: it is changed once it is accepted or returned";
    refused(&bench, "SECTOR/IS,PE,2024,61,,,", &format!("value: {locked}")).await;
    refused(&bench, "SECTOR/IS,PE,2024,61,,,otra", "edition: leave it empty: the value is to be accepted")
        .await;
    refused(
        &bench,
        "SECTOR/IS,PE,2024,,disaster,Se inundó.,",
        "period: a value of that period is recorded: correct it instead",
    )
    .await;
    for line in ["SECTOR/IS PE 2024 61", "SECTOR/IS PE 2024 61 otra"] {
        assert_eq!(import(&bench, line).await, Err(locked.to_owned()), "{line}");
    }

    // Who recorded it does not accept it, nor does the same person from another post; nor who plays no part.
    let code = &review.code;
    let try_act = async |asked: Reviewing| review_values(&bench.ctx, code, &asked).await;
    assert!(matches!(try_act(act(OWNER, "accept", "")).await, Err(ReviewRefusal::Own)));
    let herself = (SECTOR.0, SECTOR.1, OWNER.2);
    assert!(matches!(try_act(act(herself, "accept", "")).await, Err(ReviewRefusal::Own)));
    let role_may_not = |done: Result<usize, ReviewRefusal>| {
        matches!(done, Err(ReviewRefusal::Procedure(workflow::Refusal::RoleMayNot { .. })))
    };
    assert!(role_may_not(try_act(act(PLANNER, "accept", "")).await));
    let ceplan = ("e-01-016.governing-body", "governing_body", "ceci");
    assert!(role_may_not(try_act(act(ceplan, "accept", "")).await), "the sector's, not CEPLAN's");
    let no_reason = try_act(act(SECTOR, "return_value", " ")).await;
    assert!(matches!(no_reason, Err(ReviewRefusal::Procedure(workflow::Refusal::ReasonMissing { .. }))));
    try_act(act(SECTOR, "return_value", "No coincide con el sustento.")).await.unwrap();
    let returned = bench.known().await;
    assert_eq!(only_review(&bench, returned).await.phase, Phase::Returned);
    let seen = explained(&bench, returned, "SECTOR/IS").await;
    assert!(seen.facts.observations.is_empty(), "what was returned counts for nothing: {seen:?}");
    assert_eq!(seen.status, Status::Overdue);
    assert_eq!(owed(&bench).await, ["IO 2024", "IS 2024"]);
    assert!(matches!(try_act(act(SECTOR, "accept", "")).await, Err(ReviewRefusal::Procedure(_))));
    // Nobody sends it up but by a value, and no import in the owner's stead.
    assert!(try_act(act(PLANNER, "resubmit", "")).await.is_err());
    assert_eq!(
        import(&bench, "SECTOR/IS PE 2024 61").await,
        Err("the value was returned: its owner corrects it in the office".to_owned())
    );

    bench.advance(2.days());
    record(&bench, PLANNER, "SECTOR/IS,PE,2024,58,,,").await.unwrap();
    let again = bench.known().await;
    let review = only_review(&bench, again).await;
    assert_eq!((review.phase, review.submissions, review.post.as_str()), (Phase::Review, 2, PLANNER.0));
    assert_eq!(explained(&bench, again, "SECTOR/IS").await.last.unwrap().value.to_string(), "58");
    let mine = act((SECTOR.0, SECTOR.1, PLANNER.2), "accept", "");
    assert!(matches!(review_values(&bench.ctx, &review.code, &mine).await, Err(ReviewRefusal::Own)));
    review_values(&bench.ctx, &review.code, &act(SECTOR, "accept", "")).await.unwrap();
    assert_eq!(only_review(&bench, bench.known().await).await.phase, Phase::Accepted);
    assert!(explained(&bench, bench.known().await, "SECTOR/IS").await.facts.marks.is_empty());

    // What was known before stays what it was.
    assert_eq!(only_review(&bench, before).await.phase, Phase::Review);
    assert_eq!(explained(&bench, before, "SECTOR/IS").await.last.unwrap().value.to_string(), "60");
    assert_eq!(only_review(&bench, returned).await.reason, "No coincide con el sustento.");
    // A correction of what was accepted is another value, and goes up as another case.
    record(&bench, OWNER, "SECTOR/IS,PE,2024,59,,,").await.unwrap();
    let all = said(&bench, Known::NOW, "SECTOR/IS").await.reviews;
    let phases: Vec<Phase> = all.iter().map(|review| review.phase).collect();
    assert_eq!(phases, [Phase::Accepted, Phase::Review]);
    bench.verify().await;
}

#[tokio::test]
async fn what_no_table_sends_up_needs_no_acceptance() {
    let bench = desk().await;
    record(&bench, OWNER, "OWN/IO,PE,2024,60,,,").await.unwrap();
    assert!(said(&bench, Known::NOW, "OWN/IO").await.reviews.is_empty());
    record(&bench, OWNER, "OWN/IO,PE,2024,61,,,").await.unwrap();
    assert_eq!(import(&bench, "OWN/IO PE 2024 62").await, Ok((0, 1, 0)));
}

#[tokio::test]
async fn the_board_knows_what_is_under_review_and_what_came_back() {
    let mut bench = desk_at("2024-12-01T14:00:00Z").await;
    record(&bench, OWNER, "SECTOR/IS,PE,2023,60,,,\nOWN/IO,PE,2023,60,,,").await.unwrap();
    let recorded = bench.known().await;
    assert_eq!(on_board(&bench, recorded).await, ["2023 under_review 2024-12-01", "2023 on_time 2024-12-01"]);
    let code = only_review(&bench, recorded).await.code;
    review_values(&bench.ctx, &code, &act(SECTOR, "return_value", "Falta")).await.unwrap();
    let returned = bench.known().await;
    assert_eq!(on_board(&bench, returned).await[0], "2023 missing ");
    // It came again after its due day, whoever had to look.
    bench.set_now("2025-02-01T14:00:00Z".parse().unwrap());
    record(&bench, OWNER, "SECTOR/IS,PE,2023,59,,,").await.unwrap();
    assert_eq!(on_board(&bench, bench.known().await).await[0], "2023 under_review 2025-02-01");
    review_values(&bench.ctx, &code, &act(SECTOR, "accept", "")).await.unwrap();
    assert_eq!(on_board(&bench, bench.known().await).await[0], "2023 late 2025-02-01");
    assert_eq!(on_board(&bench, recorded).await[0], "2023 under_review 2024-12-01");
    assert_eq!(on_board(&bench, returned).await[0], "2023 missing ");
}

#[tokio::test]
async fn silence_accepts_and_is_written_once() {
    let mut bench = desk().await;
    record(&bench, OWNER, "SECTOR/IS,PE,2024,60,,,\nSECTOR/IS,PE,2023,55,,,").await.unwrap();
    assert_eq!(settle_reviews(&bench.ctx).await.unwrap(), 0);
    let now = bench.ctx.now;
    let known = bench.known().await;
    let told = notices(&mut *bench.read().await, &bench.ctx.files, (known, now)).await.unwrap();
    let to: Vec<_> = told.iter().map(|one| (one.notice.clone(), one.roles.clone())).collect();
    assert_eq!(to.len(), 2);
    for (notice, roles) in &to {
        // Ten working days from Monday 2 March 2026.
        let expect = ReviewTold::Waits { submissions: 1, due: Some(date(2026, 3, 16)) };
        assert_eq!((notice, roles.as_slice()), (&expect, &["sector_coordinator"][..]));
    }
    bench.advance(15.days());
    let silent = only_phases(&bench).await;
    assert_eq!(silent, [Phase::Review, Phase::Review], "not written yet");
    let read = &mut *bench.read().await;
    let late = bench.ctx.now;
    assert!(waiting(read, &bench.ctx.files, (known, late, SECTOR.1)).await.unwrap().is_empty());
    let code = said(&bench, Known::NOW, "SECTOR/IS").await.reviews[0].code.clone();
    let too_late = review_values(&bench.ctx, &code, &act(SECTOR, "return_value", "Tarde")).await;
    assert!(matches!(too_late, Err(ReviewRefusal::Procedure(workflow::Refusal::CaseEnded { .. }))));
    assert_eq!(settle_reviews(&bench.ctx).await.unwrap(), 2);
    assert_eq!(settle_reviews(&bench.ctx).await.unwrap(), 0);
    assert_eq!(only_phases(&bench).await, [Phase::Accepted, Phase::Accepted]);
    // That the term ended is told although it was written meanwhile.
    let known = bench.known().await;
    let told = notices(&mut *bench.read().await, &bench.ctx.files, (known, late)).await.unwrap();
    let lapsed = |one: &&crate::queries::reviews::ReviewNotice| matches!(&one.notice, ReviewTold::Clock(notice) if notice.kind == workflow::NoticeKind::Lapsed);
    assert_eq!(told.iter().filter(lapsed).count(), 2);
    bench.verify().await;
}

async fn only_phases(bench: &Bench) -> Vec<Phase> {
    said(bench, Known::NOW, "SECTOR/IS").await.reviews.iter().map(|review| review.phase).collect()
}

#[tokio::test]
async fn silence_that_nobody_wrote_locks_nothing() {
    let mut bench = desk().await;
    record(&bench, OWNER, "SECTOR/IS,PE,2024,60,,,").await.unwrap();
    bench.advance(30.days());
    record(&bench, OWNER, "SECTOR/IS,PE,2024,61,,,").await.unwrap();
    assert_eq!(only_phases(&bench).await, [Phase::Accepted, Phase::Review]);
    bench.verify().await;
}

#[tokio::test]
async fn values_recorded_together_are_accepted_together_or_not_at_all() {
    let bench = desk().await;
    record(&bench, OWNER, "SECTOR/IS,PE,2024,60,,,\nSECTOR/IS,PE,2023,55,,,").await.unwrap();
    record(&bench, PLANNER, "SECTOR/IS,PE,2022,50,,,").await.unwrap();
    let code = said(&bench, Known::NOW, "SECTOR/IS").await.reviews[0].code.clone();
    let all = Reviewing { together: true, ..act(SECTOR, "accept", "") };
    assert_eq!(review_values(&bench.ctx, &code, &all).await.unwrap(), 2);
    assert_eq!(only_phases(&bench).await, [Phase::Accepted, Phase::Accepted, Phase::Review]);
}

#[tokio::test]
async fn why_there_is_no_value_is_an_answer_and_no_number() {
    let mut bench = desk_at("2024-12-01T14:00:00Z").await;
    let why = "La encuesta se suspendió en abril.";
    record(&bench, OWNER, &format!("OWN/IO,PE,2023,,survey_not_done,{why},")).await.unwrap();
    assert_eq!(on_board(&bench, bench.known().await).await[1], "2023 on_time 2024-12-01 no value");
    bench.set_now("2026-03-02T14:00:00Z".parse().unwrap());
    assert_eq!(
        explained(&bench, Known::NOW, "OWN/IO").await.status,
        Status::Overdue,
        "of 2024 nothing was said"
    );
    record(&bench, OWNER, &format!("OWN/IO,PE,2024,,survey_not_done,{why},")).await.unwrap();
    let answered = bench.known().await;
    let seen = explained(&bench, answered, "OWN/IO").await;
    assert_eq!((seen.status, seen.last), (Status::NotAvailable, None));
    assert_eq!(crate::domain::recompute(&seen), seen.status);
    assert_eq!(owed(&bench).await, ["IS 2024"]);
    // The same again is nothing; other words are another version of it.
    let same = record(&bench, OWNER, &format!("OWN/IO,PE,2024,,survey_not_done,{why},")).await;
    assert!(matches!(same, Err(EntryRefusal::NothingNew)));
    let done = record(&bench, OWNER, "OWN/IO,PE,2024,,source_late,Saldrá en mayo.,").await.unwrap();
    assert_eq!(done, (0, 1, 0));
    for (row, expect) in [
        ("OWN/IO,PE,2022,,porque_no,Porque no.,", "no_value: not one of the reasons: "),
        ("OWN/IO,PE,2022,,disaster,,", "no_value_why: say in a sentence why there is no value"),
        ("OWN/IO,PE,2022,,disaster,--,", "no_value_why: say in a sentence why there is no value"),
        ("OWN/IO,PE,2022,,,Se inundó.,", "no_value: empty, and it is required"),
        (
            "OWN/IO,PE,2022,5,disaster,Se inundó.,",
            "no_value: write a value or why there is none, one of the two",
        ),
        (
            "OWN/IO,PE,2022,,disaster,Se inundó.,otra",
            "no_value: it is said of everyone in a place: leave group and edition empty",
        ),
        ("OWN/IO,PE,2022,no hay,,,", "value: not a number of at most 28 digits"),
        (
            "OWN/IO,PE,2022,5,,,\nOWN/IO,PE,2022,,disaster,Se inundó.,",
            "value: line 2 says something else of the same",
        ),
    ] {
        let found = reasons(record(&bench, OWNER, row).await.unwrap_err());
        assert!(found.len() == 1 && found[0].starts_with(expect), "{row}: {found:?}");
    }
    // A value that comes later takes its place, and says nothing of how it was judged before.
    record(&bench, OWNER, "OWN/IO,PE,2024,60,,,").await.unwrap();
    let seen = explained(&bench, bench.known().await, "OWN/IO").await;
    assert!(seen.facts.unavailable.iter().all(|one| one.period.year() == 2023), "{seen:?}");
    assert_eq!(seen.last.unwrap().value.to_string(), "60");
    assert_eq!(explained(&bench, answered, "OWN/IO").await.status, Status::NotAvailable);
    assert_eq!(
        reasons(record(&bench, OWNER, "OWN/IO,PE,2024,,disaster,Se inundó.,").await.unwrap_err()),
        ["period: a value of that period is recorded: correct it instead"]
    );
    bench.verify().await;
}

#[tokio::test]
async fn a_returned_value_may_turn_out_to_be_none() {
    let bench = desk().await;
    record(&bench, OWNER, "SECTOR/IS,PE,2024,60,,,").await.unwrap();
    let code = only_review(&bench, Known::NOW).await.code;
    review_values(&bench.ctx, &code, &act(SECTOR, "return_value", "Eso no se midió.")).await.unwrap();
    record(&bench, OWNER, "SECTOR/IS,PE,2024,,survey_not_done,No se midió.,").await.unwrap();
    let seen = explained(&bench, bench.known().await, "SECTOR/IS").await;
    assert_eq!((seen.status, seen.last), (Status::NotAvailable, None));
    assert_eq!(owed(&bench).await, ["IO 2024"]);
}

fn key(period: &str) -> ObservationKey {
    ObservationKey {
        series: "OWN/IO".parse().unwrap(),
        territory: "PE".parse().unwrap(),
        group: None,
        period: period.parse().unwrap(),
        edition: None,
    }
}

#[tokio::test]
async fn a_verdict_is_of_one_value_and_falls_with_it() {
    let bench = desk().await;
    record(&bench, OWNER, "OWN/IO,PE,2024,60,,,").await.unwrap();
    let judge = async |value: &str, verdict, words: &str| {
        let (words, post) = (words.to_owned(), "e-01-002.statistician".to_owned());
        let value = value.parse().unwrap();
        validate_value(&bench.ctx, Judgement { key: key("2024"), value, verdict, words, post }).await
    };
    for (verdict, words) in [(Verdict::NotValidated, " "), (Verdict::WithObservations, "")] {
        let done = judge("60", verdict, words).await;
        assert!(matches!(done, Err(ValidationRefusal::Verdict(_))), "{verdict}");
    }
    assert!(matches!(judge("61", Verdict::Validated, "").await, Err(ValidationRefusal::Exchanged)));
    judge("60", Verdict::WithObservations, "Muestra pequeña.").await.unwrap();
    let remarked = bench.known().await;
    let again = judge("60", Verdict::WithObservations, "Muestra pequeña.").await;
    assert!(matches!(again, Err(ValidationRefusal::NothingNew)));
    judge("60.0", Verdict::Validated, "").await.unwrap();
    let verdict = async |known| {
        let said = said(&bench, known, "OWN/IO").await;
        said.validation(&key("2024")).map(|said| said.verdict)
    };
    assert_eq!(verdict(bench.known().await).await, Some(Verdict::Validated));
    assert_eq!(verdict(remarked).await, Some(Verdict::WithObservations));
    // Neither the number nor the status knows of it.
    let (with, without) = (bench.known().await, Known(Seq(remarked.0.0 - 1)));
    let (with, without) =
        (explained(&bench, with, "OWN/IO").await, explained(&bench, without, "OWN/IO").await);
    assert_eq!((with.status, with.progress, with.last), (without.status, without.progress, without.last));
    assert_eq!(with.facts.marks[0].validation, Some(Verdict::Validated));
    record(&bench, OWNER, "OWN/IO,PE,2024,61,,,").await.unwrap();
    assert_eq!(verdict(bench.known().await).await, None, "it belonged to the other value");
    bench.verify().await;
}
