//! Where the houses of the tests have their databases: each in its data folder or, where `QUIPU_TEST_DATABASE` names a
//! server, each a database of that server, so that every test is a test of both.
use std::path::{Path, PathBuf};

use base::Digest;
use db::{Db, Place, Server, dynamic};

/// Whether it is a server.
pub fn is_meant() -> bool {
    std::env::var_os(testkit::SERVER).is_some()
}

fn address() -> String {
    std::env::var(testkit::SERVER).unwrap()
}

/// The database of a data folder on the server, by its path.
fn name(data: &Path) -> String {
    format!("house_{}", &Digest::of(data.to_string_lossy().as_bytes()).to_string()[..24])
}

/// Its address, as `--database` takes it.
pub fn url(data: &Path) -> Option<String> {
    is_meant().then(|| address().replacen("/quipu?", &format!("/{}?", name(data)), 1))
}

pub fn place(data: &Path) -> Place {
    match url(data) {
        Some(url) => url.parse::<Server>().unwrap().into(),
        None => data.join("quipu.db").as_path().into(),
    }
}

/// An empty database, for a data folder that is not made yet.
pub fn begin(data: &Path) {
    order(&[format!("CREATE DATABASE {}", name(data))]);
}

/// The database of `from` also for `to`, which has none. Nobody may be connected to it.
pub fn copy(from: &Path, to: &Path) {
    order(&[format!("CREATE DATABASE {} TEMPLATE {}", name(to), name(from))]);
}

/// The database of `from` is that of `to`.
pub fn hand_over(from: &Path, to: &Path) {
    order(&[format!("ALTER DATABASE {} RENAME TO {}", name(from), name(to))]);
}

/// The database of a data folder, for as long as it is kept.
pub struct Own(Option<PathBuf>);

impl Own {
    pub const fn none() -> Self {
        Self(None)
    }

    pub fn of(data: &Path) -> Self {
        Self(Some(data.to_owned()))
    }
}

impl Drop for Own {
    fn drop(&mut self) {
        if let Some(data) = &self.0 {
            end(data);
        }
    }
}

/// Takes it away, whoever is connected to it.
pub fn end(data: &Path) {
    order(&[format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", name(data))]);
}

/// Nothing without a server. On a thread and a runtime of its own: whoever asks may be within one.
fn order(orders: &[String]) {
    if !is_meant() {
        return;
    }
    std::thread::scope(|scope| {
        let done = scope.spawn(|| {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let db = Db::open(address().parse::<Server>().unwrap()).await.unwrap();
                for order in orders {
                    let mut glance = db.glance().await.unwrap();
                    let done = dynamic(order.clone()).execute(&mut *glance).await;
                    done.unwrap_or_else(|error| panic!("{order}: {error}"));
                }
                db.close().await;
            });
        });
        assert!(done.join().is_ok(), "{orders:?}");
    });
}
