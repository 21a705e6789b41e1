//! Killed at any moment of an import: nothing acknowledged is lost, nothing half-done is visible, `verify`
//! passes, and the import tried again does what it would have done. Seven kinds, thirty kills each.
mod moment;
mod scene;
mod small;

use std::{fs, os::unix::process::ExitStatusExt as _, path::Path};

use db::Db;

use crate::{chance::Chance, server};
use moment::{Ending, Moment};
use scene::Scene;

const KILLS: usize = 30;
/// Kills of one folder before the import is let through: what a kill leaves behind is killed again.
const CHAIN: usize = 3;

/// A process that ends before its moment comes is not killed; that may not be the rule.
const TRIALS_MAX: usize = 4 * KILLS;

async fn check(scene: Scene, seed: u64) {
    let told = scene.told().await;
    let mut chance = Chance::new(seed);
    let (mut kills, mut trials, mut before_the_end) = (0, 0, 0);
    while kills < KILLS {
        let data = scene.fresh();
        for _ in 0..CHAIN {
            trials += 1;
            assert!(trials <= TRIALS_MAX, "{kills} kills of {trials} trials: the moments come too late");
            let moment = Moment::any(&mut chance, told.took, scene.drafts);
            let ending = moment.end(&scene.command(&data), &data);
            let killed = ending.status.signal() == Some(9);
            assert!(killed || ending.status.success(), "{moment:?}: {ending:?}");
            let acts = told.check(&data, &ending, &format!("{moment:?}, trial {trials}")).await;
            kills += usize::from(killed);
            before_the_end += usize::from(killed && acts < told.last());
            if acts == told.last() {
                break;
            }
        }
        let again = scene.run(&data);
        assert!(again.status.success(), "tried again: {again:?}");
        let acts = told.check(&data, &again, "tried again").await;
        assert_eq!(acts, told.last(), "tried again, all is done");
        Scene::reconciled(&data);
    }
    println!("{kills} kills in {trials} trials, {before_the_end} of them before the last act");
    assert!(before_the_end >= KILLS / 10, "{before_the_end} of {kills} kills came before the last act");
}

#[tokio::test]
async fn of_init() {
    check(Scene::init(), 1).await;
}

#[tokio::test]
async fn of_budget() {
    check(Scene::budget(), 2).await;
}

#[tokio::test]
async fn of_plans() {
    check(Scene::plan(), 3).await;
}

#[tokio::test]
async fn of_indicators() {
    check(Scene::indicators(), 4).await;
}

#[tokio::test]
async fn of_observations() {
    check(Scene::observations(), 5).await;
}

#[tokio::test]
async fn of_attributions() {
    check(Scene::attributions(), 6).await;
}

#[tokio::test]
async fn of_entities() {
    check(Scene::entities(), 7).await;
}

/// What the import does when nobody disturbs it.
struct Told {
    /// Content of the data folder after each act, from before the first.
    states: Vec<String>,
    first: usize,
    /// Acts done when this many lines have been said.
    acts_by_lines: Vec<usize>,
    /// Until it said the last of them.
    took: std::time::Duration,
}

impl Told {
    fn last(&self) -> usize {
        self.first + self.states.len() - 1
    }

    /// Returns how many acts the folder holds.
    async fn check(&self, data: &Path, ending: &Ending, when: &str) -> usize {
        let lines = ending.said.matches('\n').count();
        let acknowledged = self.first + self.acts_by_lines[lines];
        if !server::is_meant() && !data.join("quipu.db").exists() {
            assert_eq!(acknowledged, 0, "{when}: lost what was acknowledged: {ending:?}");
            return 0;
        }
        let key = data.join("journal.key");
        assert!(!key.exists() || fs::read(&key).unwrap().len() == 65, "{when}: half a key");
        scene::verified(data, when);
        let (acts, state) = content(data).await;
        assert!(acts >= acknowledged, "{when}: {acts} acts of {acknowledged} acknowledged: {ending:?}");
        let whole = acts.checked_sub(self.first).and_then(|n| self.states.get(n));
        let whole = whole.unwrap_or_else(|| panic!("{when}: {acts} acts"));
        assert!(state == *whole, "{when}: not what {acts} acts leave:\n{}", difference(&state, whole));
        acts
    }
}

fn difference(got: &str, expect: &str) -> String {
    let pair = got.lines().zip(expect.lines()).find(|(a, b)| a != b);
    format!("{} lines for {}; first that differ: {pair:?}", got.lines().count(), expect.lines().count())
}

/// How many acts there are, and everything they left.
async fn content(data: &Path) -> (usize, String) {
    let db = Db::open(server::place(data)).await.unwrap();
    let mut read = db.read().await.unwrap();
    let acts = journal::last_seq(&mut read).await.unwrap().0;
    let state = crate::state::dump(&mut read, i64::MAX).await.unwrap();
    drop(read);
    db.close().await;
    (usize::try_from(acts).unwrap(), state)
}
