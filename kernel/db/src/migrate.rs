use std::borrow::Cow;

use sqlx::{
    AssertSqlSafe, SqlSafeStr,
    migrate::{Migration, MigrationType, Migrator},
};

use crate::{Conn, Error, engine::Engine, postgres};

/// The migrations of one context; its tables all begin with the context's name.
#[derive(Clone, Copy, Debug)]
pub struct Migrations {
    pub context: &'static str,
    pub steps: &'static [Step],
}

/// One numbered change of tables. Once released it is never edited: its checksum is kept.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    pub number: i64,
    pub name: &'static str,
    pub sql: &'static str,
}

impl Migrations {
    pub(crate) async fn run(&self, conn: &mut Conn) -> Result<(), Error> {
        let engine = Engine::of(conn);
        let steps = self.steps.iter().map(|step| {
            let sql = step.sql.into_sql_str();
            let name = Cow::Borrowed(step.name);
            // The checksum is that of the one text, whatever becomes of it.
            let mut migration = Migration::new(step.number, name, MigrationType::Simple, sql, false);
            if engine == Engine::Postgres {
                migration.sql = AssertSqlSafe(postgres::translated(step.sql)).into_sql_str();
            }
            migration
        });
        let mut migrator = Migrator::with_migrations(steps.collect());
        migrator.dangerous_set_table_name(format!("{}_migrations", self.context));
        // Whoever calls has the turn.
        migrator.set_locking(false);
        let failed = |source| Error::Migration { context: self.context, source: Box::new(source) };
        migrator.run_direct(None, conn, false).await.map_err(failed)
    }
}
