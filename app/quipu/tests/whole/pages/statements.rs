//! A page asks the database a few questions, however many rows it shows.
use std::{
    fmt, fs,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use tracing::{
    Event, Metadata, Subscriber,
    field::{Field, Visit},
    span,
};

use super::house::House;
use crate::sample::root;

/// Statements of one page at most.
const STATEMENTS_MAX: usize = 26;

/// Counts what the database driver says of each statement it runs.
#[derive(Clone, Default)]
struct Counter(Arc<AtomicUsize>);

impl Counter {
    /// Until what a new service does in the background is done.
    async fn is_quiet(&self) {
        loop {
            let before = self.0.load(Ordering::SeqCst);
            tokio::time::sleep(Duration::from_millis(150)).await;
            if self.0.load(Ordering::SeqCst) == before {
                return;
            }
        }
    }
}

impl Subscriber for Counter {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "sqlx::query"
    }

    fn event(&self, event: &Event<'_>) {
        let mut said = Said::default();
        event.record(&mut said);
        // Those that prepare a connection are no question of a page.
        self.0.fetch_add(usize::from(said.0), Ordering::SeqCst);
    }

    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }

    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}
    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}
    fn enter(&self, _: &span::Id) {}
    fn exit(&self, _: &span::Id) {}
}

/// Whether a statement asks something.
#[derive(Default)]
struct Said(bool);

impl Visit for Said {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.0 |= field.name() == "summary"
            && ["SELECT", "WITH"].iter().any(|word| format!("{value:?}").contains(word));
    }
}

/// One address of every kind of page: the list that the browser walks.
pub fn addresses() -> Vec<String> {
    let list = fs::read_to_string(root().join("app/quipu/tests/browser/paths.js")).unwrap();
    let quoted = list.lines().filter_map(|line| line.trim().strip_prefix('"')?.split('"').next());
    let addresses: Vec<String> = quoted.map(str::to_owned).collect();
    assert!(addresses.len() > 20, "{addresses:?}");
    addresses
}

#[tokio::test]
async fn a_page_asks_few_questions() {
    let counter = Counter::default();
    tracing::subscriber::set_global_default(counter.clone()).unwrap();
    let mut counts = Vec::new();
    for address in addresses().iter().chain(&["/api/v1/targets?limit=10000".to_owned()]) {
        // A service of its own for each: nothing is remembered of the page before.
        let house = House::open().await;
        counter.is_quiet().await;
        counter.0.store(0, Ordering::SeqCst);
        let answer = house.ask(address).await;
        assert!(answer.status < 500, "{address}");
        counts.push((counter.0.load(Ordering::SeqCst), address.clone()));
    }
    counts.sort();
    assert!(counts.iter().any(|(count, _)| *count > 3), "nothing is counted: {counts:?}");
    let many: Vec<_> = counts.iter().filter(|(count, _)| *count > STATEMENTS_MAX).collect();
    assert!(many.is_empty(), "more than {STATEMENTS_MAX} statements: {many:#?}");
}
