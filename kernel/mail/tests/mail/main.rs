//! The ledger and its keeper on a data folder; outages of every kind; a mail server of another make.
#![allow(clippy::unwrap_used, clippy::panic)]
mod ledger;
mod outages;
mod sending;
mod smtp;
mod world;
