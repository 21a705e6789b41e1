//! A page asks the database a few questions, however many rows it shows.
use std::{
    fmt, fs,
    sync::{Arc, Mutex},
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
const STATEMENTS_MAX: usize = 20;

/// Keeps what the database driver says of each statement it runs.
#[derive(Clone, Default)]
struct Heard(Arc<Mutex<Vec<String>>>);

impl Heard {
    fn count(&self) -> usize {
        self.0.lock().unwrap().len()
    }

    /// Until what a new service does in the background is done.
    async fn is_quiet(&self) {
        loop {
            let before = self.count();
            tokio::time::sleep(Duration::from_millis(150)).await;
            if self.count() == before {
                return;
            }
        }
    }
}

impl Subscriber for Heard {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "sqlx::query"
    }

    fn event(&self, event: &Event<'_>) {
        let mut said = Said::default();
        event.record(&mut said);
        // Those that prepare a connection are no question of a page.
        self.0.lock().unwrap().extend(said.0);
    }

    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }

    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}
    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}
    fn enter(&self, _: &span::Id) {}
    fn exit(&self, _: &span::Id) {}
}

/// A statement that asks something.
#[derive(Default)]
struct Said(Option<String>);

impl Visit for Said {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        let text = format!("{value:?}");
        if field.name() == "summary" && ["SELECT", "WITH"].iter().any(|word| text.contains(word)) {
            self.0 = Some(text);
        }
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
    let heard = Heard::default();
    tracing::subscriber::set_global_default(heard.clone()).unwrap();
    let mut counts = Vec::new();
    for address in addresses().iter().chain(&["/api/v1/targets?limit=10000".to_owned()]) {
        // A service of its own for each: nothing is remembered of the page before.
        let house = House::open().await;
        heard.is_quiet().await;
        heard.0.lock().unwrap().clear();
        let answer = house.ask(address).await;
        assert!(answer.status < 500, "{address}");
        counts.push((address.clone(), heard.0.lock().unwrap().clone()));
    }
    assert!(counts.iter().any(|(_, asked)| asked.len() > 3), "nothing is counted: {counts:?}");
    let many: Vec<_> = counts.iter().filter(|(_, asked)| asked.len() > STATEMENTS_MAX).collect();
    assert!(many.is_empty(), "more than {STATEMENTS_MAX} statements: {many:#?}");
}
