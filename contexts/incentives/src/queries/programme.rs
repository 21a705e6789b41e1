use base::Known;
use db::{Conn, Files};
use jiff::civil::Date;

use crate::{
    domain::{Class, Objective, ResourceKey},
    reading::{self, CLASSES, MONEY, OBJECTIVES},
};

/// What the country pack says of the programme on a day; nothing before a pack was known, or where it says nothing.
#[derive(Clone, Debug, Default)]
pub struct Programme {
    pub objectives: Vec<Objective>,
    pub classes: Vec<Class>,
    /// By what its money is told in the budget.
    pub money: Vec<ResourceKey>,
}

/// Why a question of this room was not answered.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    #[error(transparent)]
    Pack(#[from] pack::Error),
    #[error(transparent)]
    Table(#[from] sheets::TableError),
}

/// # Errors
/// A pack that cannot be read.
pub async fn programme(conn: &mut Conn, files: &Files, known: Known, on: Date) -> Result<Programme, Unread> {
    let [objectives, classes, money] =
        pack::texts_known(conn, files, known, [OBJECTIVES, CLASSES, MONEY]).await?;
    let mut found = Programme {
        objectives: objectives.as_deref().map(reading::objectives).transpose()?.unwrap_or_default(),
        classes: classes.as_deref().map(reading::classes).transpose()?.unwrap_or_default(),
        money: money.as_deref().map(reading::money).transpose()?.unwrap_or_default(),
    };
    found.objectives.retain(|one| one.validity.holds_on(on));
    found.classes.retain(|one| one.validity.holds_on(on));
    found.money.retain(|one| one.validity.holds_on(on));
    Ok(found)
}
