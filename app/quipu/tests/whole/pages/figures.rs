//! Numbers are written as the language of the page writes them, in cards, in tables and on hover.
use web::Lang;

use super::{house::House, statements::addresses};

/// What a person reads: texts, and the titles that show on hover.
fn read(page: &str) -> String {
    let seen = |part: &str| {
        let (tag, rest) = part.split_once('>').unwrap_or((part, ""));
        let title = tag.split(" title=\"").nth(1).and_then(|rest| rest.split('"').next());
        format!(" {} {rest}\n", title.unwrap_or_default())
    };
    page.split('<').skip(1).map(seen).collect()
}

fn is_digit(c: Option<&char>) -> bool {
    c.is_some_and(char::is_ascii_digit)
}

/// Numbers that no page of the language writes: the thousands of the other, and a hyphen for a minus.
fn strange(lang: Lang, text: &str) -> Vec<String> {
    let all: Vec<char> = text.chars().collect();
    let thousands = if lang == Lang::Es { ',' } else { '\u{a0}' };
    let decimal = if lang == Lang::Es { '.' } else { ',' };
    let is_strange = |at: usize| {
        let digits = |from: usize, n: usize| (from..from + n).all(|at| is_digit(all.get(at)));
        // `1,234.56` in Spanish, `1 234,56` in English.
        let grouped = is_digit(all.get(at))
            && all.get(at + 1) == Some(&thousands)
            && digits(at + 2, 3)
            && [Some(&thousands), Some(&decimal)].contains(&all.get(at + 5))
            && digits(at + 6, 2);
        // `-1234`, where nothing stands before that makes it a code or a span.
        let before = at.checked_sub(1).and_then(|at| all.get(at));
        let hyphen = all.get(at) == Some(&'-') && digits(at + 1, 1) && before.is_none_or(|c| *c == ' ');
        grouped || hyphen
    };
    let around = |at: usize| all.iter().skip(at.saturating_sub(12)).take(30).collect::<String>();
    (0..all.len()).filter(|at| is_strange(*at)).map(around).collect()
}

#[test]
fn the_other_way_of_writing_is_seen() {
    let check = |lang, text: &str, expect: usize| assert_eq!(strange(lang, text).len(), expect, "{text}");
    // Seen at each of its marks.
    check(Lang::Es, "S/ 8,885,645,307.00", 3);
    check(Lang::Es, "S/ 8\u{a0}885\u{a0}645\u{a0}307,00 y 0,737 y 2009-01-01", 0);
    check(Lang::Es, "un -5,2 %", 1);
    check(Lang::En, "S/ 8\u{a0}885,50", 1);
    check(Lang::En, "S/ 8,885,645,307.00, 1,234.5678, −5.2%", 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_writes_numbers_in_one_way() {
    let house = House::open().await;
    for (prefix, lang) in [("", Lang::Es), ("/en", Lang::En)] {
        let pages = addresses().into_iter().map(|page| format!("{prefix}{page}").replace("/en/?", "/en?"));
        // An entry of the journal and a citation hold texts for machines.
        let machines = ["/registro", "format=cite"];
        let pages: Vec<String> = pages.filter(|page| !machines.iter().any(|of| page.contains(of))).collect();
        let answers = house.ask_all(&pages).await;
        let found: Vec<(&String, Vec<String>)> = pages
            .iter()
            .zip(&answers)
            .map(|(page, answer)| (page, strange(lang, &read(&answer.text))))
            .filter(|(_, found)| !found.is_empty())
            .collect();
        assert!(found.is_empty(), "{found:#?}");
    }
}

#[tokio::test]
async fn a_comparison_per_head_names_the_population_of_every_year() {
    let house = House::open().await;
    let url = "/presupuesto?across=year&by=department&as=per_head";
    let [es, en] = [house.ask(url).await.text, house.ask(&format!("/en{url}")).await.text];
    let from = "una sola población, la que tiene el registro: INEI, UBIGEO 2025";
    assert!(es.contains(from), "{es}");
    assert!(en.contains("one population, the one that the register holds: INEI, UBIGEO 2025"), "{en}");
}
