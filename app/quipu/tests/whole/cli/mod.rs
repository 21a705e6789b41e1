//! The command line, on which scripts depend: every command as a process.
mod contract;
mod forms;
mod generate;
mod imports;
pub mod known;
mod leaf;
mod money;
mod peers;
mod results;
mod search;
mod serve;
mod server;
mod shapes;
mod verify;
