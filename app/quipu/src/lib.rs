//! What ties the rooms together: the command line, the data folder, the one list of contexts, the service.
pub mod bulk;
pub mod cli;
pub mod cli_admin;
mod cli_results;
pub mod commands;
pub mod contexts;
pub mod generate;
mod house;
pub mod identity_provider;
pub mod outcome;
mod output;
mod progress;
pub mod search;
pub mod state;
