//! When values are owed, what is asked about them, and what becomes of a draft.
use base::Period;
use jiff::civil::date;
use proptest::prelude::*;
use rust_decimal::Decimal;
use testkit::Bench;

use super::case::{read, rules};
use super::explained::{facts, periods};
use super::standings::bench;
use crate::actions::discard_values::discard_values;
use crate::actions::keep_values::{Values, keep_values};
use crate::actions::record_values::record_values;
use crate::actions::{EntryRefusal, Recorder, Row};
use crate::domain::calendar::owed;
use crate::domain::entry::{DraftCode, Question, questions};
use crate::domain::{Reason, Status, assess};
use crate::queries::entry::{Asked, look, open_drafts, owed_values, stored_values};

/// `words | baseline | targets | observations | day | until` and what is owed then.
fn check_owed(case: &str, expect: &str) {
    let (line, until) = case.rsplit_once('|').unwrap();
    let (facts, rules, on) = read(line);
    let found = owed(&facts, on, until.trim().parse().unwrap(), &rules);
    let found: Vec<String> = found.iter().map(|one| format!("{}>{}", one.period, one.due_on)).collect();
    assert_eq!(found.join(" "), expect, "{case}");
}

#[test]
fn what_is_owed() {
    let yearly = "stock increase | 2015=1 | 2016=2 2019=5";
    check_owed(&format!("{yearly} | | 2016-12-30 | 2016-12-30"), "");
    check_owed(&format!("{yearly} | | 2016-12-31 | 2016-12-31"), "2016>2016-12-31");
    check_owed(&format!("{yearly} | 2016=2 | 2016-12-31 | 2017-12-31"), "2017>2017-12-31");
    // A later value answers for the ones before it.
    check_owed(&format!("{yearly} | 2017=2 | 2017-12-31 | 2018-12-31"), "2018>2018-12-31");
    check_owed(&format!("{yearly} | | 2017-12-31 | 2018-12-31"), "2017>2017-12-31 2018>2018-12-31");
    // After the last target nothing more is owed.
    check_owed(&format!("{yearly} | 2019=5 | 2020-12-31 | 2030-12-31"), "");
    check_owed("stock increase grace=30 | 2015=1 | 2016=2 | | 2016-12-31 | 2017-01-30", "2016>2017-01-30");
    check_owed("stock increase grace=30 | 2015=1 | 2016=2 | | 2016-12-31 | 2017-01-29", "");
    check_owed(
        "stock increase quarter | 2015-Q4=1 | 2016-Q4=2 | 2016-Q1=1 | 2016-05-01 | 2016-12-31",
        "2016-Q2>2016-06-30 2016-Q3>2016-09-30 2016-Q4>2016-12-31",
    );
    // A source that stopped owes nothing after; a card without a method nothing at all.
    check_owed("stock increase frozen=2016-12-31 | 2015=1 | 2019=5 | 2016=1 | 2018-12-31 | 2019-12-31", "");
    check_owed("stock increase no_method | 2015=1 | 2016=2 | | 2016-12-31 | 2016-12-31", "");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// What the calendar calls late is what the status calls overdue, whatever the card, where one scale is spoken.
    #[test]
    fn late_is_overdue(facts in facts(), on in periods(), grace in 0_u16..400) {
        let mut facts = facts;
        facts.frozen_on = None;
        facts.indicator.scale = None;
        facts.observations.iter_mut().for_each(|seen| seen.scale = None);
        facts.observations.retain(|seen| seen.period.end() <= on.end());
        // Two values of a period are no value: that is another test.
        facts.observations.sort_by_key(|seen| seen.period);
        facts.observations.dedup_by_key(|seen| seen.period);
        let (rules, on) = (rules(grace), on.end());
        let late = owed(&facts, on, on, &rules).into_iter().any(|one| one.due_on <= on);
        let assessed = assess(&facts, &rules, on);
        // Periods missing within a sum make it overdue as well: the calendar asks for the last alone.
        if late {
            prop_assert_eq!(assessed.status, Status::Overdue);
        } else if assessed.status == Status::Overdue {
            let refused = |reason: &Reason| matches!(reason, Reason::Refused { .. });
            prop_assert!(assessed.reasons.iter().any(refused));
        }
    }

    /// A day more may add what is owed, and what was owed without being late stays.
    #[test]
    fn looking_farther_ahead_only_adds(facts in facts(), on in periods(), ahead in periods()) {
        let (on, until) = (on.end(), ahead.end());
        let near = owed(&facts, on, until, &rules(10));
        let far = owed(&facts, on, until.saturating_add(jiff::Span::new().days(400)), &rules(10));
        prop_assert!(far.starts_with(&near));
    }
}

fn check_questions(recorded: &str, new: &str, expect: &str) {
    let pair = |text: &str| {
        let (period, value) = text.split_once('=').unwrap();
        (period.parse::<Period>().unwrap(), value.parse::<Decimal>().unwrap())
    };
    let recorded: Vec<_> = recorded.split_whitespace().map(pair).collect();
    let found = questions(&recorded, pair(new), Decimal::from(50));
    let found: Vec<String> = found
        .iter()
        .map(|one| match one {
            Question::Replaces { old } => format!("replaces {old}"),
            Question::Jumps { before, value, percent } => format!("{percent}% from {before}={value}"),
        })
        .collect();
    assert_eq!(found.join("; "), expect, "{recorded:?} then {new}");
}

#[test]
fn what_is_asked_about_a_value() {
    check_questions("", "2016=5", "");
    check_questions("2015=10", "2016=15", "");
    check_questions("2015=10", "2016=15.01", "50.1% from 2015=10");
    check_questions("2015=10", "2016=4.9", "-51.0% from 2015=10");
    check_questions("2015=-10", "2016=10", "200% from 2015=-10");
    check_questions("2015=0", "2016=1000", "");
    check_questions("2014=1 2015=10", "2016=11", "");
    check_questions("2016=10", "2016=10", "");
    check_questions("2016=10", "2016=11", "replaces 10");
    check_questions("2015=1 2016=10", "2016=11", "replaces 10; 1000% from 2015=1");
    // What came after says nothing of a jump.
    check_questions("2017=1", "2016=100", "");
    check_questions("2015=79228162514264337593543950335", "2016=-79228162514264337593543950335", "");
}

const ENTITY: &str = "E:11-011";

async fn asked(bench: &Bench) -> Asked {
    Asked { known: bench.known().await, today: date(2020, 3, 2) }
}

fn owner() -> Recorder {
    Recorder { post: "e-11-011.indicator-owner".into(), role: "indicator_owner", account: "ines".into() }
}

async fn keep(bench: &Bench, text: &str) -> Result<DraftCode, EntryRefusal> {
    let values = Values {
        entity: ENTITY.parse().unwrap(),
        post: "e-11-011.indicator_owner".into(),
        file: ("datos.csv".into(), text.as_bytes().to_vec()),
        evidence: Some(("informe.pdf".into(), b"%PDF-1.7".to_vec())),
    };
    keep_values(&bench.ctx, values, &asked(bench).await).await
}

/// The health ministry's own plan, its indicator measured by no series.
async fn own_bench() -> Bench {
    let bench = bench().await;
    let csv = [
        (
            "plan",
            "plan,version,plan_type,title,entity,territory,horizon_from,horizon_to,version_kind,state,source\nPEI-B,2018,PEI,Plan,E:11-011,PE,2018,2020,new,in_force,x\n",
        ),
        ("elements", "plan,version,code,kind,parent,hangs_from,title\nPEI-B,2018,OEI1,objective,,,Salud\n"),
        (
            "indicators",
            "plan,version,element,code,name,sense,accumulation,method,periodicity,baseline_value,baseline_period,series\nPEI-B,2018,OEI1,IB,Cobertura,increase,stock,Registro,annual,10,2017,\n",
        ),
        ("targets", "plan,version,indicator,period,territory,value\nPEI-B,2018,IB,2020,PE,90\n"),
    ];
    std::fs::create_dir(bench.path().join("b")).unwrap();
    let paths = csv.map(|(name, text)| {
        let path = bench.path().join("b").join(format!("{name}.csv"));
        std::fs::write(&path, text).unwrap();
        path
    });
    let delivered = planning::reading::files::read(&sheets::Book::open(&paths).unwrap()).unwrap();
    let input = planning::actions::import_plan::Input { source: "test".into(), delivered, partial: false };
    planning::actions::import_plan::import_plan(&bench.ctx, input).await.unwrap();
    bench
}

#[tokio::test]
async fn a_draft_is_kept_looked_at_and_recorded_once() {
    let bench = own_bench().await;
    let text = "indicador,nombre,territorio,periodo,valor,fuente\nPEI-B/IB,Cobertura,PE,2018,20,\nPEI-B/IB,Cobertura,PE,2019,,\n";
    let before = bench.known().await;
    let draft = keep(&bench, text).await.unwrap();
    // Nothing is shown of a draft.
    assert_eq!(journal::last_shown(&mut *bench.read().await).await.unwrap(), before.0);
    let entity = ENTITY.parse().unwrap();
    let drafts = open_drafts(&mut *bench.read().await, &entity).await.unwrap();
    assert_eq!(drafts.iter().map(|one| &one.code).collect::<Vec<_>>(), [&draft]);
    let asked = asked(&bench).await;
    let read = &mut *bench.read().await;
    let rows: Vec<Row<_>> = stored_values(read, &bench.ctx.files, &asked, &drafts[0]).await.unwrap().rows;
    let looked =
        look(read, &asked, rows, (Decimal::from(50), &std::collections::BTreeMap::new())).await.unwrap();
    assert_eq!(looked.len(), 1);
    assert!(looked[0].questions.is_empty() && !looked[0].is_known);
    let recorded = record_values(&bench.ctx, &draft, (&asked, &owner())).await.unwrap();
    assert_eq!((recorded.added, recorded.changed, recorded.unchanged), (1, 0, 0));
    assert!(matches!(record_values(&bench.ctx, &draft, (&asked, &owner())).await, Err(EntryRefusal::Ended)));
    assert!(matches!(discard_values(&bench.ctx, &draft).await, Err(EntryRefusal::Ended)));
    assert!(open_drafts(&mut *bench.read().await, &entity).await.unwrap().is_empty());
    // The same once more is no act: the draft stays until it is put away, and nothing that is shown changes.
    let again = keep(&bench, text).await.unwrap();
    let before = bench.known().await;
    assert!(matches!(
        record_values(&bench.ctx, &again, (&asked, &owner())).await,
        Err(EntryRefusal::NothingNew)
    ));
    assert_eq!(bench.known().await, before);
    discard_values(&bench.ctx, &again).await.unwrap();
    // The value says where it comes from: the evidence by its name and its digest.
    let series = "PEI-B/IB".parse().unwrap();
    let view =
        crate::queries::series::series(&mut *bench.read().await, bench.known().await, &series).await.unwrap();
    let told = view.unwrap().observations.pop().unwrap().1.provenance.unwrap();
    assert_eq!(told, format!("informe.pdf sha256:{}", base::Digest::of(b"%PDF-1.7")));
    bench.verify().await;
}

#[tokio::test]
async fn rows_that_do_not_fit_are_all_told_and_nothing_is_kept() {
    let bench = own_bench().await;
    let check = async |rows: &str, expect: &[&str]| {
        let last = bench.last_seq().await;
        let refused = match keep(&bench, rows).await {
            Err(EntryRefusal::Rows(refused)) => refused,
            other => panic!("{rows} gave {other:?}"),
        };
        let found: Vec<String> =
            refused.0.iter().map(|row| format!("{} {}: {}", row.line, row.column, row.reason)).collect();
        assert_eq!(found, expect, "{rows}");
        assert_eq!(bench.last_seq().await, last, "an act without anything kept");
    };
    let table = |rows: &str| format!("indicator,territory,period,value\n{rows}");
    check(&table("PEDN/I1,PE,2018,1\n"), &["2 indicator: no plan in force of your body has this indicator"])
        .await;
    check(
        &table("PEI-A/IA,PE,2018,1\n"),
        &["2 indicator: its values come from the series DOSIS, recorded from its own source"],
    )
    .await;
    check(
        &table("PEI-B/IB,PE,2018-03,1\n"),
        &["2 period: the indicator is measured over periods such as 2020"],
    )
    .await;
    check(&table("PEI-B/IB,PE,2020,1\n"), &["2 period: the period has not ended"]).await;
    check(&table("PEI-B/IB,15,2018,1\n"), &["2 territory: nothing is promised there; it is measured in PE"])
        .await;
    check(
        &table("PEI-B/IB,PE,2018,uno\nPEI-B/IB,15,2020,1\n"),
        &[
            "2 value: not a number of at most 28 digits",
            "3 period: the period has not ended",
            "3 territory: nothing is promised there; it is measured in PE",
        ],
    )
    .await;
    assert!(matches!(keep(&bench, &table("PEI-B/IB,PE,2018,\n")).await, Err(EntryRefusal::Empty)));
    assert!(matches!(keep(&bench, "nothing\n1\n").await, Err(EntryRefusal::Unreadable(_))));
}

#[tokio::test]
async fn the_calendar_of_a_body() {
    let bench = own_bench().await;
    let entity = ENTITY.parse().unwrap();
    let asked = asked(&bench).await;
    let read = &mut *bench.read().await;
    let until = date(2021, 1, 31);
    let found = owed_values(read, asked, until, (&rules(30), &entity)).await.unwrap();
    let found: Vec<String> = found
        .iter()
        .map(|one| {
            let by = one.measured_by.as_ref().map(|series| format!(" by {series}")).unwrap_or_default();
            format!("{}/{} {} {} {}{by}", one.plan, one.indicator, one.period, one.due_on, one.is_late)
        })
        .collect();
    assert_eq!(found, ["PEI-B/IB 2019 2020-01-30 true", "PEI-B/IB 2020 2021-01-30 false"]);
}
