//! Makes an index of a file of documents and asks it questions.
//!
//!     cargo run --release -p index --example search_bench DOCUMENTS.tsv QUESTIONS.txt FOLDER
//!
//! Documents: kind, code, title, whose, by tabs. Prints seconds to build, bytes on disk, and for every question its
//! milliseconds and how many documents it finds, by tabs.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use std::{
    fs::{self, File},
    io::{BufRead, BufReader},
    path::Path,
    time::Instant,
};

use index::{Opened, Writer};
use search::domain::{Document, Place, Question, Request};

fn document(line: &str) -> Document {
    let cells: Vec<&str> = line.split('\t').collect();
    Document {
        kind: cells[0].parse().unwrap(),
        code: cells[1].to_owned(),
        aliases: Vec::new(),
        title: cells[2].to_owned(),
        title_en: None,
        of: vec![cells[3].to_owned()],
        sample: false,
        place: Place::at(&["x", cells[1]]),
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let folder = Path::new(&arguments[2]);
    fs::create_dir_all(folder).unwrap();
    let start = Instant::now();
    let mut writer = Writer::create(folder).unwrap();
    for line in BufReader::new(File::open(&arguments[0]).unwrap()).lines() {
        writer.add(&document(&line.unwrap())).unwrap();
    }
    let count = writer.finish().unwrap();
    println!("build\t{:.3}\t{count}", start.elapsed().as_secs_f64());
    let bytes: u64 = fs::read_dir(folder).unwrap().map(|item| item.unwrap().metadata().unwrap().len()).sum();
    println!("bytes\t{bytes}");
    let opened = Opened::open(folder).unwrap();
    for text in fs::read_to_string(&arguments[1]).unwrap().lines() {
        let start = Instant::now();
        let question = Question::of(text);
        let found =
            opened.find(&Request { question, kind: None, english: false, offset: 0, count_max: 20 }).unwrap();
        println!("question\t{:.3}\t{}", start.elapsed().as_secs_f64() * 1e3, found.total(None));
    }
}
