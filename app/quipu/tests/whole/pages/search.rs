//! Known things of every kind, found from the box that every page has.
use std::time::{Duration, Instant};

use super::house::House;

/// The page, once the index that the service makes when it starts is there.
async fn page(house: &House, url: &str) -> String {
    let start = Instant::now();
    loop {
        let answer = house.ask(url).await;
        assert_eq!(answer.status, 200, "{url}");
        let is_ready = !["se está preparando", "is being prepared", "lo último que", "was recorded last"]
            .iter()
            .any(|words| answer.text.contains(words));
        if is_ready {
            return answer.text;
        }
        assert!(start.elapsed() < Duration::from_mins(2), "{url}: {}", answer.text);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Addresses of the results of a page, in order.
fn results(page: &str) -> Vec<String> {
    let titles = page.split("<p class=\"q-result-title\"><a class=\"govuk-link\" href=\"").skip(1);
    titles.map(|rest| rest.split('"').next().unwrap().replace("&#38;", "&")).collect()
}

/// What is typed, of which kind, and the page it leads to without language.
const KNOWN: [(&str, &str, &str); 17] = [
    ("igualdad%20oportunidades", "objective", "/objetivo/PEDN/OE2"),
    ("PEDN/OE2", "", "/objetivo/PEDN/OE2"),
    ("pedn%20oe2", "objective", "/objetivo/PEDN/OE2"),
    ("anemia%20infantil%20establecimientos", "", "/objetivo/MUESTRA-PEI-11-011%402018/OEI1"),
    ("NI%C3%91OS%20anemias%2035%20meses", "indicator", "/indicador/MUESTRA-PESEM-11/OES1-I2"),
    ("culmina%20tratamiento%20hierro%2036", "indicator", "/programa/1001"),
    ("MUESTRA-PEI-11-011", "plan", "/plan/MUESTRA-PEI-11-011"),
    ("ministerio%20SALUD", "entity", "/entidad/E%3A11-011"),
    ("E:11-011", "", "/entidad/E%3A11-011"),
    ("hospital%20mercedes%20chiclayo", "unit", "/presupuesto?where=sec_ejec%3D1001"),
    ("1001", "unit", "/presupuesto?where=sec_ejec%3D1001"),
    ("240101", "", "/territorio/240101"),
    ("huanuco", "territory", "/territorio/10"),
    ("HU%C3%81NUCO", "territory", "/territorio/10"),
    ("desarrollo%20infantil%20temprano", "programme", "/programa/1001"),
    ("0068", "programme", "/programa/0068"),
    ("68", "programme", "/programa/0068"),
];

#[tokio::test]
async fn known_things_of_every_kind_are_found_in_both_languages() {
    let house = House::open().await;
    for prefix in ["", "/en"] {
        for (q, kind, expect) in KNOWN {
            let page = page(&house, &format!("{prefix}/buscar?q={q}&kind={kind}")).await;
            let found = results(&page);
            let expect = format!("{prefix}{expect}");
            assert!(found.iter().take(3).any(|href| *href == expect), "{q} {kind}: {expect} in {found:?}");
            assert_eq!(house.ask(&expect).await.status, 200, "{expect}");
        }
    }
}

#[tokio::test]
async fn products_and_english_titles_are_found() {
    let house = House::open().await;
    let page = page(&house, "/buscar?q=salud&kind=product").await;
    let found = results(&page);
    assert!(found.iter().all(|href| href.starts_with("/presupuesto?where=product%3D")), "{found:?}");
    assert_eq!(house.ask(&found[0]).await.status, 200, "{found:?}");
}

#[tokio::test]
async fn samples_carry_their_mark_and_slips_are_corrected() {
    let house = House::open().await;
    let samples = page(&house, "/buscar?q=muestra&kind=plan").await;
    assert!(samples.contains("q-sample-banner"));
    let marks = samples.matches("</strong></p>").count();
    assert_eq!(marks, results(&samples).len(), "every plan here is a sample");
    let slip = page(&house, "/buscar?q=anemai").await;
    assert!(slip.contains("¿Quiso decir…?") && slip.contains("/buscar?q=anemia\""), "{slip}");
    let begun = page(&house, "/en/buscar?q=vulnerab").await;
    assert!(begun.contains("begin like it") && !results(&begun).is_empty());
}

#[tokio::test]
async fn the_box_is_on_every_page_and_keeps_the_view() {
    let house = House::open().await;
    let text = house.ask("/en/entidades?known=2026-03-02&year=2020&q=x").await.text;
    let form = text.split("<form class=\"q-search\"").nth(1).unwrap().split("</form>").next().unwrap();
    assert!(form.contains("action=\"/en/buscar\"") && form.contains("for=\"search-q\""), "{form}");
    assert!(form.contains("value=\"2026-03-02\"") && form.contains("value=\"2020\""), "{form}");
    let past = page(&house, "/buscar?q=salud&known=2026-03-02").await;
    assert!(past.contains("lo que se sabe hoy"));
    assert!(results(&past).iter().all(|href| href.contains("known=2026-03-02")));
}

#[tokio::test]
async fn a_list_goes_on_and_is_a_file_too() {
    let house = House::open().await;
    let (first, second) =
        (page(&house, "/buscar?q=salud").await, page(&house, "/buscar?q=salud&page=2").await);
    let (first, second) = (results(&first), results(&second));
    assert_eq!((first.len(), second.len()), (20, 20));
    let file = house.ask("/buscar?q=salud&format=csv").await;
    let mut reader = csv::Reader::from_reader(file.text.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<String> = reader.records().map(|row| row.unwrap()[5].to_owned()).collect();
    assert_eq!(rows[..40], [first, second].concat());
    assert!(rows.len() > 200, "{}", rows.len());
}

#[tokio::test]
async fn nothing_typed_is_answered_with_5xx() {
    let house = House::open().await;
    let long = "salud%20".repeat(900);
    for q in [
        "",
        "%22",
        "%22salud",
        "(salud",
        "salud)%20AND%20(",
        "title:*",
        "%5Ba%20TO%20z%5D",
        "%5C",
        "~",
        "%00",
        "%01%02",
        "%F0%9F%92%A9",
        "de%20la",
        "%3Cscript%3E",
        "%E2%80%AE",
        "%CC%81",
        "-",
        "%2B",
        "a",
        &long,
    ] {
        for url in [format!("/buscar?q={q}"), format!("/en/buscar?q={q}&kind=entity&page=400000")] {
            let answer = house.ask(&url).await;
            assert_eq!(answer.status, 200, "{url:.80}");
            assert!(!answer.text.contains("<script"), "{url:.80}");
        }
    }
    assert_eq!(house.ask("/buscar?q=a&kind=nonsense").await.status, 400);
    assert_eq!(house.ask("/buscar?q=%FF").await.status, 400);
}
