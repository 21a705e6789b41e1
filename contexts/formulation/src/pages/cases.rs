//! Plans under way as a table, for the pages of this room and of others.
use web::{
    PageError, Reading, Shell,
    components::{Cell, Column, Table},
    gate::Office,
};

use super::{PATH, country, words};
use crate::queries::{self, Asking, UnderWay};

/// The cases that whoever is logged in may see, through the post they act through.
///
/// # Errors
/// A database or a pack that cannot be read.
pub async fn under_way(office: &Office, reading: &mut Reading) -> Result<Vec<UnderWay>, PageError> {
    let files = office.app.files.clone();
    let asking = Asking {
        now: office.app.now(),
        role: office.somebody.post().map_or("", |post| post.role),
        may: |action: &str, thing: &authz::Resource| office.may(action, thing),
    };
    let found = queries::under_way(reading.conn(), &files, country(&office.app), &asking).await;
    found.map_err(PageError::internal)
}

/// Cases, each with the way to it and whether it waits for the reader.
pub fn cases(shell: &Shell, cases: &[UnderWay]) -> Table {
    let names = ["case", "plan", "body", "state", "due", "waits"];
    let columns = names.map(|name| Column::text(&shell.t(&format!("formulation-{name}")))).to_vec();
    let mut table = Table::new("casos", &shell.t("formulation-title"), columns).stacked();
    for case in cases {
        let head = &case.head;
        let waits = if case.waits { shell.t("formulation-for-you") } else { String::new() };
        table.push(vec![
            Cell::link(&shell.link(&format!("{PATH}/{}", head.code)), head.code.as_str()),
            Cell::text(&format!("{}@{}", head.plan, head.version)),
            Cell::text(&case.body),
            Cell::text(&words::title(shell.lang(), &case.state)),
            Cell::text(&case.due.map(|due| shell.date(due)).unwrap_or_default()),
            Cell::text(&waits),
        ]);
    }
    table
}
