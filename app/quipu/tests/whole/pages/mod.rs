//! Every page that can be reached, as a reader on a slow line reaches it: by links, in both languages; and
//! every page with parameters that no link holds.
mod both;
mod crawl;
mod deadlines;
mod figures;
mod fuzz;
mod house;
mod kept;
mod mangled;
mod maps;
mod origins;
mod pdf;
mod says;
mod search;
mod statements;
mod warm;
