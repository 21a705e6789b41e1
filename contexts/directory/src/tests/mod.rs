#![allow(clippy::unwrap_used)]
mod loading;
mod registers;
