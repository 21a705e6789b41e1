//! Who is let in where: the matrix of every route and role, and those who try to get around it.
mod alerts;
mod appraisals;
mod attacks;
mod authenticator;
pub mod browser;
mod consultations;
mod designs;
mod discipline;
mod entry;
mod evaluations;
mod following;
mod identity;
mod identity_attacks;
mod incentives;
mod logins;
mod matrix;
mod naming;
mod notices;
mod office;
mod passkeys;
pub mod people;
mod perception;
mod plans;
mod policies;
mod provider;
mod registers;
mod reports;
mod reviews;
mod studies;
mod tokens;

use accounts::{Accounts, Site};

/// What lets people in at the address that tests use.
pub fn accounts() -> Accounts {
    let site = Site { origin: "http://quipu.test".to_owned(), is_behind_proxy: true };
    quipu::commands::serve::accounts(site).unwrap()
}
