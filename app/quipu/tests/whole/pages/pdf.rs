//! Every kind of page that has something to print, printed, and read back by another program.
use std::{env, fs, path::PathBuf, process::Command};

use base::Money;
use serde_json::Value;

use super::house::House;
use crate::sample::root;

/// What `reader` says of files, in their order.
fn read(files: &[Vec<u8>]) -> Vec<Value> {
    let python = env::var_os("QUIPU_TEST_PYTHON")
        .map_or_else(|| root().join("target/test-venv/bin/python"), PathBuf::from);
    assert!(python.exists(), "{} is absent: ./test makes it, with a reader of PDF", python.display());
    let room = tempfile::tempdir().unwrap();
    let mut reader = Command::new(python);
    reader.arg(root().join("app/quipu/tests/pdf/read.py"));
    for (at, bytes) in files.iter().enumerate() {
        let path = room.path().join(format!("{at}.pdf"));
        fs::write(&path, bytes).unwrap();
        reader.arg(path);
    }
    let output = reader.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Letters alone: lines are broken elsewhere on paper.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{200b}').collect()
}

fn letters(told: &Value) -> String {
    told["pages"].as_array().unwrap().iter().map(|page| squeezed(page.as_str().unwrap())).collect()
}

/// Addresses of one page of every kind, which the tests in a browser ask too.
fn paths() -> Vec<String> {
    let list = fs::read_to_string(root().join("app/quipu/tests/browser/paths.js")).unwrap();
    let path = |line: &str| serde_json::from_str(line.trim().trim_end_matches(',')).ok();
    list.lines().filter_map(path).collect()
}

/// The address of the whole page for paper, or of its one table, where the page offers it.
fn offered(page: &str) -> Option<String> {
    let links = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let links = links.map(|link| link.replace("&#38;", "&"));
    links.filter(|link| link.contains("format=pdf")).last()
}

async fn pdf(house: &House, url: &str) -> Vec<u8> {
    let file = house.ask_bytes(url).await;
    assert!(file.starts_with(b"%PDF-1.7"), "{url}: {}", String::from_utf8_lossy(&file));
    file
}

/// A longer file is printed in one language alone: the words of the other are those of shorter ones.
const LONG_BYTES: usize = 1_000_000;

/// A page of every language for paper: addresses and files.
async fn printed(house: House, path: String) -> Vec<(String, Vec<u8>)> {
    let mut found: Vec<(String, Vec<u8>)> = Vec::new();
    for prefix in ["", "/en"] {
        if found.first().is_some_and(|(_, file)| file.len() > LONG_BYTES) {
            break;
        }
        let page = house.ask(&format!("{prefix}{path}").replace("/en/?", "/en?")).await;
        if let Some(url) = offered(&page.text) {
            let file = pdf(&house, &url).await;
            found.push((url, file));
        }
    }
    found
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_with_a_table_is_printed_in_both_languages() {
    let house = House::open().await;
    let (mut urls, mut files) = (Vec::new(), Vec::new());
    for some in paths().chunks(2) {
        let tasks = some.iter().map(|path| tokio::spawn(printed(house.clone(), path.clone())));
        for task in tasks.collect::<Vec<_>>() {
            for (url, file) in task.await.unwrap() {
                urls.push(url);
                files.push(file);
            }
        }
    }
    assert!(urls.len() >= 65, "{} offer it: {urls:?}", urls.len());
    for (url, told) in urls.iter().zip(read(&files)) {
        let is_english = url.starts_with("/en/") || url.starts_with("/en?");
        let lang = if is_english { "en" } else { "es" };
        assert_eq!(told["lang"], lang, "{url}");
        assert_eq!(told["is_tagged"], true, "{url}");
        let (title, text) = (told["title"].as_str().unwrap(), letters(&told));
        assert!(!title.is_empty() && text.contains(&squeezed(title)), "{url}: no {title:?} in {text}");
        let pages = told["pages"].as_array().unwrap().len();
        let last =
            if lang == "es" { format!("Página{pages}de{pages}") } else { format!("Page{pages}of{pages}") };
        assert!(text.contains(&last), "{url}: no {last} in {text}");
        assert!(!text.contains('⟦'), "{url}: a message is missing");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_cell_of_a_table_is_on_paper_and_it_is_the_table_cited() {
    let house = House::open().await;
    for url in [
        "/presupuesto?year=2020&by=programme&known=2026-03-02",
        "/en/presupuesto?year=2020&by=function&by=level&known=2026-03-02",
        "/mapa?year=2020&known=2026-03-02",
        "/en/mapa?year=2020&known=2026-03-02",
    ] {
        let table = if url.contains("mapa") { "lugares" } else { "presupuesto" };
        let csv = house.ask(&format!("{url}&table={table}&format=csv")).await.text;
        let pdf = pdf(&house, &format!("{url}&table={table}&format=pdf")).await;
        let text = letters(&read(&[pdf])[0]);
        let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
        let lang = if url.starts_with("/en/") { web::Lang::En } else { web::Lang::Es };
        let mut cells = 0;
        for record in reader.records().map(Result::unwrap) {
            for cell in &record {
                // Amounts stand on paper as on the page, with their thousands apart.
                let money = cell.contains('.').then(|| cell.parse::<Money>().ok()).flatten();
                let exact = |money| web::figures::money_exact(lang, money);
                let shown = money.map_or_else(|| cell.to_owned(), exact);
                let percent = cell.parse::<f64>().is_ok() && money.is_none();
                assert!(percent || text.contains(&squeezed(&shown)), "{url}: no {shown:?} in {text}");
                cells += 1;
            }
        }
        assert!(cells > 50, "{url}: {cells} cells");
        let sha256 = base::Digest::of(csv.as_bytes()).to_string();
        assert!(text.contains(&sha256), "{url}: no {sha256}");
    }
}
