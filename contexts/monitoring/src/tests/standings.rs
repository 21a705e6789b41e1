//! From plan files and observations to words: whose indicators, which version, which territory.
use base::Known;
use planning::actions::import_plan::{Input, import_plan};
use sheets::Book;
use testkit::Bench;

use super::case::rules;
use super::records::{a_series, delivery, observed};
use crate::actions::{import_observations::import_observations, import_series::import_series};
use crate::domain::{Status, recompute};
use crate::queries::standings::{Scope, explanations, standings, tally};

const PLAN: &str =
    "plan,version,plan_type,title,entity,territory,horizon_from,horizon_to,version_kind,state,source
PEDN,2011,PEDN,Plan Bicentenario,E:01-016,PE,2011,2021,new,in_force,CEPLAN
PEDN,2016,PEDN,Plan actualizado,E:01-016,PE,2011,2021,updated,approved_by_board,CEPLAN
PEDN,2017,PEDN,Borrador,E:01-016,PE,2011,2021,updated,draft,CEPLAN
PEI-A,2018,PEI,Plan institucional,E:11-011,PE,2018,2020,new,in_force,x
";
const ELEMENTS: &str = "plan,version,code,kind,parent,hangs_from,title
PEDN,2011,OE1,objective,,,Derechos
PEDN,2011,OE2,objective,,,Servicios
PEDN,2016,OE1,objective,,,Derechos
PEDN,2017,OE1,objective,,,Derechos
PEI-A,2018,OEI1,objective,,PEDN@2016/OE1,Salud
PEI-A,2018,AEI1,action,OEI1,,Vacunar
";
const INDICATORS: &str = "plan,version,element,code,name,sense,accumulation,method,periodicity,baseline_value,baseline_period,series
PEDN,2011,OE1,I1,IDH,increase,stock,PNUD,annual,0.737,2013,IDH
PEDN,2011,OE2,I2,Pobreza,,stock,PNUD,annual,0.043,2012,
PEDN,2016,OE1,I1,IDH,increase,stock,PNUD,annual,0.737,2013,IDH
PEDN,2017,OE1,I1,IDH,increase,stock,PNUD,annual,0.737,2013,IDH
PEI-A,2018,AEI1,IA,Dosis,increase,cumulative,Registro,annual,,,DOSIS
";
const TARGETS: &str = "plan,version,indicator,period,territory,value
PEDN,2011,I1,2016,PE,0.80
PEDN,2016,I1,2016,PE,0.739
PEDN,2016,I1,2021,PE,0.764
PEDN,2016,I1,2016,24,0.75
PEDN,2017,I1,2016,PE,0.1
PEI-A,2018,IA,2019,PE,100
";

/// Two plans, a series of a national indicator in two places, one of doses.
pub async fn bench() -> Bench {
    let bench =
        Bench::new(&[pack::MIGRATIONS, directory::MIGRATIONS, planning::MIGRATIONS, crate::MIGRATIONS]).await;
    let files = [("plan", PLAN), ("elements", ELEMENTS), ("indicators", INDICATORS), ("targets", TARGETS)];
    let paths = files.map(|(name, text)| {
        let path = bench.path().join(format!("{name}.csv"));
        std::fs::write(&path, text).unwrap();
        path
    });
    let delivered = planning::reading::files::read(&Book::open(&paths).unwrap()).unwrap();
    let input = Input { source: "test".into(), delivered, partial: false };
    import_plan(&bench.ctx, input).await.unwrap();
    let series = vec![a_series("IDH", None), a_series("DOSIS", None)];
    import_series(&bench.ctx, delivery(series)).await.unwrap();
    let lines = ["IDH PE 2016 0.739", "IDH 24 2016 0.74", "DOSIS PE 2018 40", "DOSIS PE 2019 35"];
    let observations = lines.iter().map(|line| observed(line)).collect();
    import_observations(&bench.ctx, delivery(observations)).await.unwrap();
    bench
}

/// Every standing in one line.
async fn shown(bench: &Bench, on: &str, scope: Scope) -> Vec<String> {
    let mut conn = bench.read().await;
    let on = on.parse().unwrap();
    let found = standings(&mut conn, Known::NOW, on, &rules(0), &scope).await.unwrap();
    assert_eq!(tally(&found).values().sum::<usize>(), found.len());
    let explained = explanations(&mut conn, Known::NOW, on, &rules(0), &scope).await.unwrap();
    for ((standing, explanation), found) in explained.iter().zip(&found) {
        assert_eq!((standing, recompute(explanation)), (found, found.status));
    }
    let line = |s: &crate::queries::standings::Standing| {
        let place = s.territory.as_ref().map(ToString::to_string).unwrap_or_default();
        format!("{} {place} {}", s.indicator, s.status)
    };
    found.iter().map(line).collect()
}

#[tokio::test]
async fn plans_in_force_and_approved_updates_count() {
    let bench = bench().await;
    assert_eq!(
        shown(&bench, "2016-12-31", Scope::All).await,
        [
            "PEDN@2011/I1 PE off_track",
            "PEDN@2011/I2 PE no_method",
            "PEDN@2016/I1 24 off_track",
            "PEDN@2016/I1 PE achieved",
            "PEI-A@2018/IA PE not_due",
        ]
    );
    bench.verify().await;
}

#[tokio::test]
async fn an_objective_brings_what_hangs_from_it() {
    let bench = bench().await;
    let of = |text: &str| Scope::Element(text.parse().unwrap());
    assert_eq!(
        shown(&bench, "2019-12-31", of("PEDN/OE1")).await,
        [
            "PEDN@2011/I1 PE off_track",
            "PEDN@2016/I1 24 off_track",
            "PEDN@2016/I1 PE overdue",
            "PEI-A@2018/IA PE behind",
        ]
    );
    assert_eq!(shown(&bench, "2019-12-31", of("PEDN@2011/OE2")).await, ["PEDN@2011/I2 PE no_method"]);
    assert_eq!(shown(&bench, "2019-12-31", of("PEI-A/AEI1")).await, ["PEI-A@2018/IA PE behind"]);
    assert_eq!(shown(&bench, "2016-12-31", of("PEDN@2017/OE1")).await, ["PEDN@2017/I1 PE achieved"]);
    assert!(shown(&bench, "2019-12-31", of("NO/OE1")).await.is_empty());
}

#[tokio::test]
async fn entities_territories_and_single_indicators() {
    let bench = bench().await;
    let of = |scope| shown(&bench, "2016-12-31", scope);
    assert_eq!(of(Scope::Entity("E:11-011".parse().unwrap())).await, ["PEI-A@2018/IA PE not_due"]);
    assert_eq!(of(Scope::Territory("24".parse().unwrap())).await, ["PEDN@2016/I1 24 off_track"]);
    assert_eq!(
        of(Scope::Indicator("PEDN/I1".parse().unwrap())).await,
        ["PEDN@2011/I1 PE off_track", "PEDN@2016/I1 24 off_track", "PEDN@2016/I1 PE achieved"]
    );
    assert_eq!(of(Scope::Indicator("PEDN@2017/I1".parse().unwrap())).await, ["PEDN@2017/I1 PE achieved"]);
}

#[tokio::test]
async fn nothing_is_known_before_it_was_recorded() {
    let bench = bench().await;
    let mut conn = bench.read().await;
    let on = "2016-12-31".parse().unwrap();
    let scope = Scope::Indicator("PEDN@2016/I1".parse().unwrap());
    let at_plan = Known(base::Seq(1));
    let found = standings(&mut conn, at_plan, on, &rules(0), &scope).await.unwrap();
    assert!(found.iter().all(|s| s.status == Status::Overdue), "the plan was known, its values were not");
    let before = standings(&mut conn, Known(base::Seq(0)), on, &rules(0), &scope).await.unwrap();
    assert!(before.is_empty());
}
