//! The same acts on both databases: the same journal, byte for byte, and the same answers.
use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    fs,
    path::{Path, PathBuf},
};

use super::{
    crawl::links,
    fuzz::{NAMES, PARTS, VALUES},
    house::{House, pattern},
};
use crate::{
    sample::{self, MADE, peru},
    server,
};

/// When what the sample says is corrected, and when it is looked at.
const CORRECTED: &str = "2026-03-03T14:00:00Z";
const LOOKED_AT: &str = "2026-03-05T14:00:00Z";

const PAGES_MAX: usize = 260;
/// Links of one kind that are followed.
const OF_A_KIND: usize = 2;

/// A data folder, and the address of its database where it is not in it.
struct Side {
    data: PathBuf,
    url: Option<String>,
}

impl Side {
    fn says(&self, now: &str, words: &[&str]) -> String {
        let ran = sample::program_at(&self.data, now, self.url.as_deref()).args(words).output().unwrap();
        let said = String::from_utf8(ran.stdout).unwrap();
        assert!(ran.status.success(), "{words:?}: {said}{}", String::from_utf8_lossy(&ran.stderr));
        said
    }

    async fn house(&self) -> House {
        let line = sample::line_at(&self.data, self.url.as_deref(), &["--now", LOOKED_AT, "serve"]);
        House::of(line).await
    }
}

fn lines(path: &str) -> Vec<String> {
    fs::read_to_string(peru().join(path)).unwrap().lines().map(str::to_owned).collect()
}

/// Files that close what the sample opened: a table that grew alone lies in the order of its keys by accident.
fn corrections(room: &Path) -> Vec<Vec<String>> {
    let write = |name: &str, lines: &[String]| {
        let path = room.join(name);
        fs::write(&path, lines.join("\n") + "\n").unwrap();
        path.display().to_string()
    };
    let observations = lines("indicators/observations.csv").into_iter().enumerate();
    let observations: Vec<String> = observations
        .filter(|(at, line)| *at == 0 || line.starts_with("CEPLAN-POBREZA,"))
        .map(|(_, line)| line.replace(",51.3,", ",51.4,").replace("ENAHO", "ENAHO 2014"))
        .collect();
    let mut claims = lines("attributions/muestra.csv");
    claims.remove(5);
    let plan = |name: &str, change: &dyn Fn(String) -> String| {
        let text: Vec<String> =
            lines(&format!("plans/muestra-pesem-salud/{name}.csv")).into_iter().map(change).collect();
        write(&format!("{name}.csv"), &text)
    };
    let command = |kind: &str, files: Vec<String>| {
        let words = ["import".to_owned(), kind.to_owned()].into_iter().chain(files);
        words.chain(["--source".to_owned(), "muestra".to_owned()]).collect()
    };
    vec![
        command("observations", vec![write("observations.csv", &observations)]),
        command("attributions", vec![write("claims.csv", &claims)]),
        command(
            "plan",
            vec![
                plan("plan", &|line| line),
                plan("elements", &|line| line.replace("Reducir", "Bajar")),
                plan("indicators", &|line| line.replace("Mide", "Quiere medir")),
                plan("targets", &|line| line),
            ],
        ),
    ]
}

/// Both sides with the sample and what corrects it, signed by one key.
fn sides(room: &Path) -> [Side; 2] {
    let [file, served] = ["file", "server"].map(|name| room.join(name));
    server::begin(&served);
    let sides = [Side { data: file, url: None }, Side { url: server::url(&served), data: served }];
    fs::create_dir_all(&sides[0].data).unwrap();
    fs::create_dir_all(&sides[1].data).unwrap();
    let key = sample::whole().join("journal.key");
    let corrections = corrections(room);
    for side in &sides {
        fs::copy(&key, side.data.join("journal.key")).unwrap();
        side.says(MADE, &["init", "countries/peru", "--sample"]);
        for words in &corrections {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            side.says(CORRECTED, &words);
        }
    }
    sides
}

/// The addresses asked: what links lead to, from the navigation on, and what no link holds.
#[derive(Default)]
struct Walk {
    queue: VecDeque<String>,
    seen: BTreeSet<String>,
    kinds: BTreeMap<String, usize>,
}

impl Walk {
    fn add(&mut self, url: &str) {
        let url = url.split('#').next().unwrap_or_default();
        // Paper takes long to make, and is made of the page.
        if url.contains("format=pdf") || !url.starts_with('/') {
            return;
        }
        let names: BTreeSet<&str> = url
            .split('?')
            .nth(1)
            .unwrap_or_default()
            .split('&')
            .filter_map(|pair| pair.split('=').next())
            .collect();
        let so_far = self.kinds.entry(format!("{} {names:?}", pattern(url))).or_default();
        if *so_far < OF_A_KIND && self.seen.insert(url.to_owned()) {
            *so_far += 1;
            self.queue.push_back(url.to_owned());
        }
    }

    fn begin() -> Self {
        let mut walk = Self::default();
        for url in [
            "/",
            "/en",
            "/?known=2026-03-02",
            "/planes",
            "/indicadores",
            "/entidades",
            "/territorios",
            "/programas",
            "/presupuesto?by=programme,level&year=2020",
            "/cobertura?year=2020",
            "/hallazgos",
            "/entregas",
            "/conciliacion",
            "/registro",
            "/registro.atom",
            "/estado",
            "/datos",
            "/mapa?year=2020",
            "/brecha?year=2020",
            "/objetivo/PEDN/OE2?year=2020",
            "/objetivo/PEDN/OE2/cambios",
            "/objetivo/MUESTRA-PESEM-11/OES1/cambios",
            "/entidad/E:11-011/cambios",
            "/entidad/E:11-011?known=2026-03-02",
            "/territorio/24/cambios.atom",
            "/entidades?q=municipalidad%20de%20a",
            "/buscar?q=NI%C3%91OS%20anemia",
            "/log/checkpoint",
            "/log/tile/0/000.p/32",
            "/log/tile/entries/000.p/32",
            "/api/v1/plans?limit=3",
            "/api/v1/elements?limit=100",
            "/api/v1/indicators?limit=50&known=2026-03-02",
            "/api/v1/targets?plan=PEDN",
            "/api/v1/observations?limit=500",
            "/api/v1/entries?format=csv",
            "/api/v1/attributions?format=csv",
            "/api/v1/entities?limit=1000",
        ] {
            walk.add(url);
        }
        walk
    }
}

/// What nobody would type, on every kind of route that the walk met: a server is more particular about texts.
fn mangled(walk: &Walk) -> Vec<String> {
    let routes: BTreeSet<&str> = walk.kinds.keys().filter_map(|kind| kind.split(' ').next()).collect();
    let mut urls = Vec::new();
    let mut real: BTreeMap<String, &String> = BTreeMap::new();
    for url in walk.seen.iter().filter(|url| !url.contains('?') && !url.starts_with("/en")) {
        real.entry(pattern(url)).or_insert(url);
    }
    for url in real.into_values() {
        urls.extend(NAMES.iter().map(|name| format!("{url}?{name}=%00")));
    }
    for route in routes.iter().filter(|route| route.contains('*')) {
        urls.extend(PARTS.iter().map(|part| route.replace('*', part)));
    }
    for route in ["/entidades", "/presupuesto", "/api/v1/plans", "/api/v1/entities"] {
        for name in ["q", "by", "known", "plan", "after", "entity", "limit"] {
            urls.extend(VALUES.iter().map(|value| format!("{route}?{name}={value}")));
        }
    }
    urls
}

async fn differences(sides: &[House; 2], urls: &[String]) -> (Vec<String>, Vec<String>) {
    let (one, other) = (sides[0].ask_all(urls).await, sides[1].ask_all(urls).await);
    let (mut differ, mut links_of) = (Vec::new(), Vec::new());
    for ((url, a), b) in urls.iter().zip(&one).zip(&other) {
        if (a.status, &a.kind, &a.text) != (b.status, &b.kind, &b.text) {
            let at = a.text.bytes().zip(b.text.bytes()).take_while(|(x, y)| x == y).count();
            let part = |text: &str| {
                String::from_utf8_lossy(
                    &text.as_bytes()[at.saturating_sub(80).min(text.len())..(at + 120).min(text.len())],
                )
                .into_owned()
            };
            differ.push(format!(
                "{url:.200}: {} {}\n  {}\n  {}",
                a.status,
                b.status,
                part(&a.text),
                part(&b.text)
            ));
        }
        if a.kind.starts_with("text/html") {
            links_of.extend(links(&a.text));
        }
    }
    (differ, links_of)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "asks both databases: app/quipu/tests/postgres/run"]
async fn both_databases_tell_the_same() {
    assert!(server::is_meant(), "{} names no server", testkit::SERVER);
    let room = tempfile::TempDir::new().unwrap();
    let sides = sides(room.path());
    let _own = server::Own::of(&sides[1].data);
    let checkpoints = [0, 1].map(|at| sides[at].says(LOOKED_AT, &["checkpoint"]));
    assert!(checkpoints[0].lines().nth(1).unwrap().parse::<i64>().unwrap() > 30, "{}", checkpoints[0]);
    assert_eq!(checkpoints[0], checkpoints[1], "the same journal, and the same digests of every row");
    let kept = room.path().join("kept.txt");
    fs::write(&kept, &checkpoints[0]).unwrap();
    let verified = sides[1].says(LOOKED_AT, &["verify", "--checkpoint", &kept.display().to_string()]);
    assert!(verified.contains("nothing was altered") && !verified.contains("not checked"), "{verified}");
    for words in [
        "thread PEDN/OE2 --year 2020",
        "status --on 2020-12-31",
        "check",
        "coverage --by programme --year 2020",
    ] {
        let words: Vec<&str> = words.split(' ').collect();
        let [a, b] = [0, 1].map(|at| {
            let side = &sides[at];
            sample::program_at(&side.data, LOOKED_AT, side.url.as_deref()).args(&words).output().unwrap()
        });
        assert!(a.stdout.len() > 100 && a == b, "{words:?}");
    }

    let houses = [sides[0].house().await, sides[1].house().await];
    let (mut walk, mut differ, mut asked) = (Walk::begin(), Vec::new(), 0);
    while asked < PAGES_MAX && !walk.queue.is_empty() {
        let some: Vec<String> = (0..16).filter_map(|_| walk.queue.pop_front()).collect();
        asked += some.len();
        let (different, links) = differences(&houses, &some).await;
        differ.extend(different);
        for link in &links {
            walk.add(link);
        }
    }
    let mangled = mangled(&walk);
    differ.extend(differences(&houses, &mangled).await.0);
    println!("{asked} pages and {} that nobody would ask", mangled.len());
    assert!(asked >= PAGES_MAX && mangled.len() > 500, "{asked} {}", mangled.len());
    assert!(differ.is_empty(), "{} differ:\n{}", differ.len(), differ.join("\n"));
}
