//! From the navigation on, breadth first: a few links of every kind from every page.
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use web::{Matter, testing::defects};

use super::house::{Answer, House, pattern};

/// Links followed of one kind: the same route with the same parameters in the same language.
const OF_A_KIND: usize = 4;
/// A citizen's page on a slow line.
const BYTES_MAX: usize = 50_000;
/// The day that the second walk looks back to.
const KNOWN: &str = "known=2026-03-02";

/// What was found on the way.
#[derive(Default)]
struct Walk {
    queue: VecDeque<String>,
    seen: BTreeSet<String>,
    kinds: BTreeMap<String, usize>,
    faults: Vec<String>,
    /// Pages asked and those that were not found, by route.
    routes: BTreeMap<String, (usize, Vec<String>)>,
    /// Bytes on the line, and whose.
    heaviest: (usize, String),
}

impl Walk {
    fn add(&mut self, url: &str) {
        let url = url.split('#').next().unwrap_or_default();
        let mut names: Vec<&str> = url.split('?').nth(1).unwrap_or_default().split('&').collect();
        names = names.into_iter().filter_map(|pair| pair.split('=').next()).collect();
        names.sort_unstable();
        names.dedup();
        let english = url == "/en" || url.starts_with("/en/") || url.starts_with("/en?");
        let kind = format!("{english} {} {}", pattern(url), names.join(" "));
        let so_far = self.kinds.entry(kind).or_default();
        if *so_far < OF_A_KIND && self.seen.insert(url.to_owned()) {
            *so_far += 1;
            self.queue.push_back(url.to_owned());
        }
    }

    fn judge(&mut self, url: &str, answer: &Answer) {
        let route = self.routes.entry(pattern(url)).or_default();
        route.0 += 1;
        if answer.status == 404 {
            route.1.push(url.to_owned());
            return;
        }
        let mut fault = |what: String| self.faults.push(format!("{url}: {what}"));
        if answer.status != 200 {
            fault(format!("status {}", answer.status));
            return;
        }
        if !answer.kind.starts_with("text/html") {
            if answer.text.trim().is_empty() {
                fault(format!("an empty {}", answer.kind));
            }
            return;
        }
        for defect in defects(&answer.text, Matter::Real) {
            fault(defect);
        }
        self.heaviest = self.heaviest.clone().max((answer.compressed, url.to_owned()));
        if answer.compressed > BYTES_MAX {
            fault(format!("{} bytes on the line", answer.compressed));
        }
        let lang = if url.starts_with("/en") { "lang=\"en\"" } else { "lang=\"es\"" };
        if !answer.text.contains(&format!("<html {lang}")) && !answer.text.contains(lang) {
            fault(format!("is not {lang}"));
        }
        let links = links(&answer.text);
        if url.contains(KNOWN) {
            // The one way back to now, and what is the same at any time, need not keep it; a feed tells of what comes.
            let timeless = ["/log/", "/openapi.json", "/datos/archivos/", "/api/v1/search"];
            let keeps = |link: &str| {
                let path = link.split('?').next().unwrap_or_default();
                link.contains("known=")
                    || std::path::Path::new(path).extension().is_some_and(|kind| kind == "atom")
                    || timeless.iter().any(|of| path.starts_with(of))
            };
            let lost: Vec<&String> = links.iter().filter(|link| !keeps(link)).collect();
            if lost.len() > 1 {
                fault(format!("links that lose the known day: {lost:?}"));
            }
        }
        // What is printed is asked of one page of each kind (`pdf.rs`): here it would crowd out the pages.
        for link in links.iter().filter(|link| !link.contains("format=pdf")) {
            self.add(link);
        }
    }
}

/// Links to pages of this site.
pub fn links(page: &str) -> Vec<String> {
    let hrefs = page.split("<a ").skip(1).filter_map(|rest| rest.split('>').next());
    let hrefs = hrefs.filter_map(|tag| tag.split("href=\"").nth(1)?.split('"').next());
    hrefs
        .filter(|href| href.starts_with('/') && !href.starts_with("//") && !href.starts_with("/assets/"))
        .map(|href| href.replace("&#38;", "&").replace("&amp;", "&").replace("&#39;", "'"))
        .collect()
}

/// Walks from the given pages; returns how many pages of each route were seen.
async fn walk(house: &House, from: &[String], pages_max: usize) -> BTreeMap<String, usize> {
    let mut walk = Walk::default();
    for url in from {
        walk.add(url);
    }
    let mut pages = 0;
    while !walk.queue.is_empty() && pages < pages_max {
        let some: Vec<String> = walk.queue.drain(..walk.queue.len().min(8)).collect();
        let answers = house.ask_all(&some).await;
        pages += some.len();
        for (url, answer) in some.iter().zip(&answers) {
            walk.judge(url, answer);
        }
    }
    println!("{pages} pages, the heaviest {} bytes: {}", walk.heaviest.0, walk.heaviest.1);
    let mut seen = BTreeMap::new();
    for (route, (asked, missing)) in walk.routes {
        if missing.is_empty() {
            println!("{route}: {asked} pages");
            seen.insert(route, asked);
        } else {
            walk.faults.push(format!("{route}: not found: {missing:?}"));
        }
    }
    assert!(walk.faults.is_empty(), "{} faults:\n{}", walk.faults.len(), walk.faults.join("\n"));
    seen
}

/// Where everybody starts: the home page, the menu, and the box on every page.
pub fn doors() -> Vec<String> {
    let registrations = quipu::contexts::registrations();
    let menu = registrations.iter().flat_map(|context| context.nav).map(|item| item.path);
    let mut paths: BTreeSet<&str> = menu.collect();
    paths.extend(["/", "/buscar"]);
    let english = |path: &str| format!("/en{}", path.trim_end_matches('/'));
    paths.iter().flat_map(|path| [(*path).to_owned(), english(path)]).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_link_leads_to_a_page_that_is_whole() {
    let house = House::open().await;
    let seen = walk(&house, &doors(), 400).await;
    assert!(seen.len() >= 15, "{seen:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_link_keeps_the_known_day() {
    let house = House::open().await;
    let from: Vec<String> = doors().iter().map(|door| format!("{door}?{KNOWN}&year=2020")).collect();
    let seen = walk(&house, &from, 160).await;
    assert!(seen.len() >= 15, "{seen:?}");
}
