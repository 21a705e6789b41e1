//! Who hangs from an element: by the index as by joining every plan; kept by every act; made for what there was before.
use std::collections::{BTreeMap, BTreeSet};

use base::codes::ElementCode;
use db::{Conn, RowExt, query};
use proptest::prelude::*;
use testkit::Bench;

use super::sample::{ON, content, element, state};
use crate::MIGRATIONS;
use crate::actions::change_state::enact;
use crate::domain::content::Content;
use crate::domain::portfolio::Portfolio;
use crate::domain::reference::{ElementRef, PlanRef};
use crate::domain::words::{ElementKind, PlanState};
use crate::queries::{LeftHanging, left_hanging};

async fn enacted(bench: &Bench, plans: &[Content]) {
    for plan in plans {
        let mut act = bench.ctx.open("test.enact").await.unwrap();
        enact(&mut act, plan).await.unwrap();
        act.commit("test", &()).await.unwrap();
    }
}

/// The second way: every plan joined in memory, as `removal` does.
fn judge(plans: &[Content], version: &PlanRef, gone: &[ElementCode]) -> LeftHanging {
    let all = Portfolio::new(plans.to_vec(), ON);
    let at = |code: &ElementCode| all.find(&ElementRef { plan: version.clone(), code: code.clone() });
    let gone: BTreeSet<_> = gone.iter().filter_map(at).collect();
    let hanging: BTreeSet<_> = gone.iter().flat_map(|at| all.children(*at)).copied().collect();
    let mut left = LeftHanging::default();
    for at in hanging {
        let node = all.element(at).unwrap();
        let of = all.version(node.version).unwrap();
        let runs = of.version.state != PlanState::Superseded && of.version.horizon.to_year() >= ON.year();
        if of.plan.code == version.plan || !runs {
            continue;
        }
        // A link that leads nowhere is one all the same.
        let keeps = |link: &ElementRef| all.find(link).is_none_or(|at| !gone.contains(&at));
        if node.element.parent.is_some() || node.element.hangs_from.iter().any(keeps) {
            left.kept += 1;
        } else {
            left.elements += 1;
            left.entities.extend(of.plan.entity.clone());
            left.plans.entry(of.plan.code.clone()).or_insert((of.plan.entity.clone(), 0)).1 += 1;
        }
    }
    left
}

fn codes(list: &[&str]) -> Vec<ElementCode> {
    list.iter().map(|code| code.parse().unwrap()).collect()
}

#[tokio::test]
async fn an_objective_that_goes_leaves_plans_hanging() {
    let bench = Bench::new(&[MIGRATIONS]).await;
    enacted(&bench, &state()).await;
    let check = async |version: &str, gone: &[&str], expect: (usize, usize, usize, usize)| {
        let (known, version, gone) = (bench.known().await, version.parse().unwrap(), codes(gone));
        let left = left_hanging(&mut *bench.read().await, (known, ON), &version, &gone).await.unwrap();
        let found = (left.elements, left.plans.len(), left.entities.len(), left.kept);
        assert_eq!(found, expect, "{version:?} without {gone:?}");
    };
    check("PEDN@2011", &["OE1"], (1, 1, 1, 0)).await;
    check("PEDN@2011", &["OE2"], (0, 0, 0, 0)).await;
    check("PEDN@2011", &[], (0, 0, 0, 0)).await;
    check("PEI@1", &["AI1"], (1, 1, 1, 0)).await;
    // Of its own plan nothing is left hanging: whoever drops a parent says where its children go.
    check("PEI@1", &["OI1"], (0, 0, 0, 0)).await;
    // A second thing to hang from, and a plan that hangs from the version by its name.
    let mut plans = state();
    let two = ["PEDN/OE1", "PESEM/OS1"];
    plans[2].elements.insert("OI1".parse().unwrap(), element("OI1", ElementKind::Objective, None, &two));
    let named = content("PEI-2", "1", "PEI", "E:2", (2016, 2018));
    plans.push(named.with(element("OI1", ElementKind::Objective, None, &["PEDN@2011/OE1"])));
    enacted(&bench, &plans[2..]).await;
    check("PEDN@2011", &["OE1"], (2, 2, 2, 1)).await;
    // What was changed back is as it was.
    enacted(&bench, &state()[2..3]).await;
    check("PEDN@2011", &["OE1"], (2, 2, 2, 0)).await;
    bench.verify().await;
}

async fn links(conn: &mut Conn) -> BTreeSet<(String, String, String, String)> {
    let sql = "SELECT plan, version, element, above FROM planning_links WHERE until = 9223372036854775807";
    let rows = query(sql).fetch_all(&mut *conn).await.unwrap();
    let text = |row: &db::Row, column: &str| row.text(column).unwrap();
    rows.iter()
        .map(|row| (text(row, "plan"), text(row, "version"), text(row, "element"), text(row, "above")))
        .collect()
}

#[tokio::test]
async fn what_was_recorded_before_has_its_links() {
    let bench = Bench::new(&[db::Migrations { context: "planning", steps: &MIGRATIONS.steps[..2] }]).await;
    let mut write = bench.ctx.db.begin_write().await.unwrap();
    for (element, hangs_from) in [("A", "PEDN@2011/OE1;PESEM/OS-ñ.1"), ("B", ""), ("C", "PEDN/OE1")] {
        let sql = "INSERT INTO planning_elements (plan, version, element, kind, hangs_from, state_policies, \
                   national_policies, title, rec_from) VALUES ('PEI', '1', $1, 'objective', $2, '', '', '', 1)";
        query(sql).bind(element).bind(hangs_from).execute(&mut *write).await.unwrap();
    }
    write.commit().await.unwrap();
    bench.ctx.db.migrate(&[journal::MIGRATIONS, MIGRATIONS]).await.unwrap();
    let of = |element: &str, above: &str| ["PEI", "1", element, above].map(str::to_owned).into();
    let expect = BTreeSet::from([of("A", "PEDN@2011/OE1"), of("A", "PESEM/OS-ñ.1"), of("C", "PEDN/OE1")]);
    assert_eq!(links(&mut *bench.read().await).await, expect);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Whatever hangs from whatever, and however often it is written anew: as by joining every plan, and the index holds the
    /// links that there are.
    #[test]
    fn the_index_answers_as_the_whole(
        links_of in proptest::collection::vec((0..4_usize, 0..4_usize, any::<bool>(), any::<bool>()), 1..24),
        again in proptest::collection::vec((0..4_usize, 0..4_usize, any::<bool>(), any::<bool>()), 0..12),
        dropped in proptest::collection::btree_set(0..4_usize, 0..4),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let bench = Bench::new(&[MIGRATIONS]).await;
            let mut top = content("PEDN", "2011", "PEDN", "X:ceplan", (2011, 2021));
            for n in 0..4 {
                top = top.with(element(&format!("OE{n}"), ElementKind::Objective, None, &[]));
            }
            let made = |drawn: &[(usize, usize, bool, bool)]| {
                let mut plans: BTreeMap<usize, Content> = BTreeMap::new();
                for (at, (plan, above, is_named, has_parent)) in drawn.iter().enumerate() {
                    let code = format!("PEI-{plan}");
                    let years = if *plan == 3 { (2011, 2013) } else { (2016, 2018) };
                    let own = plans.entry(*plan).or_insert_with(|| {
                        let own = content(&code, "1", "PEI", &format!("E:{plan}"), years);
                        own.with(element("OI", ElementKind::Objective, None, &[]))
                    });
                    let link = if *is_named { format!("PEDN@2011/OE{above}") } else { format!("PEDN/OE{above}") };
                    let other = format!("PEDN/OE{}", (above + at) % 5);
                    let parent = has_parent.then_some("OI");
                    let new = element(&format!("A{at}"), ElementKind::Action, parent, &[&link, &other]);
                    own.elements.insert(new.code.clone(), new);
                }
                plans
            };
            let mut plans = made(&links_of);
            enacted(&bench, &[top.clone()]).await;
            enacted(&bench, &plans.values().cloned().collect::<Vec<_>>()).await;
            let more = made(&again);
            enacted(&bench, &more.values().cloned().collect::<Vec<_>>()).await;
            plans.extend(more);
            let all: Vec<Content> = std::iter::once(top).chain(plans.into_values()).collect();
            let gone: Vec<ElementCode> = dropped.iter().map(|n| format!("OE{n}").parse().unwrap()).collect();
            let version: PlanRef = "PEDN@2011".parse().unwrap();
            let known = bench.known().await;
            let mut read = bench.read().await;
            let left = left_hanging(&mut read, (known, ON), &version, &gone).await.unwrap();
            assert_eq!(*left, judge(&all, &version, &gone));
            let expect = all.iter().flat_map(|plan| {
                plan.elements.values().flat_map(|one| {
                    one.hangs_from.iter().map(|above| {
                        let (code, version) = (plan.plan.code.to_string(), plan.version.code.to_string());
                        (code, version, one.code.to_string(), above.to_string())
                    })
                })
            });
            assert_eq!(links(&mut read).await, expect.collect::<BTreeSet<_>>());
        });
    }
}
