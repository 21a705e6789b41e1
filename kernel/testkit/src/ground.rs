//! Where a test keeps its state, and what takes it away.
use std::{
    path::Path,
    sync::atomic::{AtomicU64, Ordering},
};

use db::{Db, Place, Server, dynamic};
use tempfile::TempDir;

/// Names a server on which tests keep their state: `postgres://USER@HOST/DATABASE` of somebody who may make schemas and
/// end connections. Without it every test has a file of its own.
pub const SERVER: &str = "QUIPU_TEST_DATABASE";

/// A throwaway data folder and a database of its own: a file in the folder or, where [`SERVER`] names one, a schema of
/// that server. Both go with the test.
pub struct Ground {
    folder: TempDir,
    schema: Option<Schema>,
}

struct Schema {
    name: String,
    server: Server,
}

impl Ground {
    pub async fn new() -> Self {
        let schema = match std::env::var(SERVER) {
            Ok(text) => Some(Schema::make(text.parse().unwrap()).await),
            Err(_) => None,
        };
        Self { folder: TempDir::new().unwrap(), schema }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Where the database is.
    pub fn place(&self) -> Place {
        match &self.schema {
            Some(schema) => schema.server.in_schema(&schema.name).named(&schema.name).into(),
            None => self.path().join("quipu.db").as_path().into(),
        }
    }

    /// The database, opened; again where a test opens it again.
    pub async fn open(&self) -> Db {
        Db::open(self.place()).await.unwrap()
    }
}

impl Schema {
    async fn make(server: Server) -> Self {
        static MADE: AtomicU64 = AtomicU64::new(0);
        let count = MADE.fetch_add(1, Ordering::Relaxed);
        // Processes of tests come one after another, and their numbers come again.
        let nanos = jiff::Timestamp::now().as_nanosecond();
        let name = format!("test_{}_{nanos}_{count}", std::process::id());
        let schema = Self { name, server };
        schema.order(&[format!("CREATE SCHEMA {}", schema.name)]).await;
        schema
    }

    async fn order(&self, orders: &[String]) {
        let db = Db::open(self.server.clone()).await.unwrap();
        for order in orders {
            dynamic(order.clone()).execute(&mut *db.glance().await.unwrap()).await.unwrap();
        }
        db.close().await;
    }
}

impl Drop for Schema {
    /// Ends the connections of the test first: those it forgot would keep its tables.
    fn drop(&mut self) {
        let name = &self.name;
        let orders = [
            format!(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = '{name}'"
            ),
            format!("DROP SCHEMA {name} CASCADE"),
        ];
        // A thread and a runtime of its own: whoever drops it may be within one.
        std::thread::scope(|scope| {
            let done = scope.spawn(|| {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
                runtime.block_on(self.order(&orders));
            });
            // A test that failed already says so itself.
            let is_done = done.join().is_ok();
            assert!(is_done || std::thread::panicking(), "the schema {name} is not taken away");
        });
    }
}
