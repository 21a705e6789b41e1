//! Two times: what was known at an entry is known for ever.
use proptest::prelude::*;
use testkit::Bench;

use super::imports::{ALL, import};
use crate::MIGRATIONS;
use crate::actions::change_state::{Input, Refusal, change_state};
use crate::domain::plan::Instrument;
use crate::domain::state::Step;
use crate::domain::target_log::ResultDates;
use crate::domain::words::PlanState;
use crate::queries;
use crate::store::content;

#[tokio::test]
async fn identical_content_writes_nothing_and_a_changed_row_closes_one_version() {
    let bench = Bench::new(&[MIGRATIONS]).await;
    let first = import(&bench, &ALL, false).await.unwrap().seq.unwrap();
    assert_eq!(import(&bench, &ALL, false).await.unwrap().seq, None);
    let changed = ALL.map(|(name, text)| (name, text.replace("0.50", "0.40")));
    let changed: Vec<(&str, &str)> = changed.iter().map(|(n, t)| (*n, t.as_str())).collect();
    let second = import(&bench, &changed, false).await.unwrap();
    assert_eq!((second.written.changed, second.written.added, second.written.closed), (1, 0, 0));
    let at = "PEI@1".parse().unwrap();
    let mut read = bench.read().await;
    let value = async |known| {
        let mut read = bench.read().await;
        let views = queries::indicators(&mut read, known, Some(&at)).await.unwrap();
        views[0].paths.values().next().unwrap().0[0].1.value.to_string()
    };
    assert_eq!(value(base::Known(first)).await, "0.50");
    assert_eq!(value(base::Known(second.seq.unwrap())).await, "0.40");
    let known = bench.known().await;
    let offset = jiff::tz::Offset::constant(-5);
    let content = queries::plan(&mut read, known, super::sample::ON, &at).await.unwrap().unwrap();
    let card = &content.indicators[&"I1".parse().unwrap()];
    let log = queries::target_log(&mut read, known, &at, card, &ResultDates::new(), offset).await.unwrap();
    assert_eq!(log.len(), 3);
    // Of the whole version: what changed, without what was first recorded.
    let changes = queries::target_changes(&mut read, known, &content, offset).await.unwrap();
    assert_eq!(changes, log[2..]);
    let then = queries::target_changes(&mut read, base::Known(first), &content, offset).await.unwrap();
    assert_eq!(then, []);
    assert_eq!(log[2].made, crate::domain::target_log::Made::Moved(crate::domain::target::Move::Lowered));
    bench.verify().await;
}

#[tokio::test]
async fn a_version_that_comes_into_force_supersedes_the_other() {
    let bench = Bench::new(&[MIGRATIONS]).await;
    import(&bench, &ALL, false).await.unwrap();
    let update = "plan,version,plan_type,title,horizon_from,horizon_to,state,source,sample,version_kind\n\
                  PEI,2,PEI,Plan,2016,2018,approved_by_board,test,yes,updated\n";
    import(&bench, &[("plan", update)], false).await.unwrap();
    let input = |step, instrument| Input { version: "PEI@2".parse().unwrap(), step, instrument };
    let refused = change_state(&bench.ctx, input(Step::Enact, None)).await;
    assert!(matches!(refused, Err(Refusal::State(_))), "{refused:?}");
    let decree = Instrument { name: "RM 1".into(), date: Some(jiff::civil::date(2016, 5, 1)) };
    let done = change_state(&bench.ctx, input(Step::Enact, Some(decree))).await.unwrap();
    assert_eq!((done.state, done.superseded), (PlanState::InForce, vec!["1".to_owned()]));
    let known = bench.known().await;
    let plans = queries::plans(&mut *bench.read().await, known, None).await.unwrap();
    let states: Vec<PlanState> = plans.iter().map(|(_, v)| v.state).collect();
    assert_eq!(states, [PlanState::Superseded, PlanState::InForce]);
    let old = content::one(&mut *bench.read().await, known, &"PEI@1".parse().unwrap()).await;
    assert_eq!(old.unwrap().unwrap().elements.len(), 2, "the old version is kept whole");
    bench.verify().await;
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn what_was_known_never_changes(steps in prop::collection::vec((0_u8..4, 1_u8..5), 1..6)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let bench = Bench::new(&[MIGRATIONS]).await;
            let mut seen = Vec::new();
            for (actions, value) in steps {
                let plan = ALL[0].1;
                let mut elements = "plan,version,code,kind,parent,title\nPEI,1,O1,objective,,O\n".to_owned();
                for action in 0..actions {
                    let row = ["PEI,1,A", &action.to_string(), ",action,O1,T", &value.to_string(), "\n"];
                    elements.extend(row);
                }
                let targets = format!("plan,version,indicator,period,territory,value\nPEI,1,I1,2016,PE,{value}\n");
                let files = [("plan", plan), ("elements", elements.as_str()), ALL[2], ("targets", targets.as_str())];
                import(&bench, &files, false).await.unwrap();
                let known = bench.known().await;
                let now = content::all(&mut *bench.read().await, known).await.unwrap();
                prop_assert_eq!(now[0].elements.len(), usize::from(actions) + 1);
                seen.push((known, now));
                for (known, then) in &seen {
                    let again = content::all(&mut *bench.read().await, *known).await.unwrap();
                    prop_assert_eq!(&again, then);
                }
            }
            bench.verify().await;
            Ok(())
        })?;
    }
}
