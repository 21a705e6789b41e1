use axum::http::{StatusCode, header::CONTENT_TYPE};
use web::{Lang, Matter, testing::defects};

use super::House;

#[tokio::test]
async fn every_page_in_both_languages() {
    for entries in [0, 1, 45] {
        let house = House::of(entries).await;
        for lang in Lang::ALL {
            for path in ["/registro", "/registro?page=3", "/registro?known=2026-03-02", "/registro/1"] {
                let answer = house.get(&format!("{}{path}", lang.prefix())).await;
                if entries == 0 && path == "/registro/1" {
                    assert_eq!(answer.status, StatusCode::NOT_FOUND);
                    continue;
                }
                assert_eq!(answer.status, StatusCode::OK, "{lang:?} {path}");
                assert_eq!(defects(&answer.text(), Matter::Real), Vec::<String>::new(), "{lang:?} {path}");
            }
        }
    }
}

#[tokio::test]
async fn the_page_says_what_a_program_is_told() {
    let house = House::of(45).await;
    let page = house.get("/registro").await.text();
    for path in ["checkpoint", "key"] {
        let text = house.get(&format!("/log/{path}")).await.text();
        for line in text.lines() {
            let line = line.replace('+', "&#43;");
            let shown = page.contains(&line) || page.contains(&line.replace("&#43;", "+"));
            assert!(shown, "{path}: {line}");
        }
    }
    for link in page.split("href=\"/log/").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert_eq!(house.get(&format!("/log/{link}")).await.status, StatusCode::OK, "{link}");
    }
    assert!(page.contains("href=\"/log/tile/entries/000.p/45\""));
    let numbers = |page: &str| page.matches("<th scope=\"row\"").count();
    assert_eq!(numbers(&page), 20);
    assert!(page.contains("href=\"/registro/45\"") && !page.contains("href=\"/registro/25\""));
    let last = house.get("/registro?page=3").await.text();
    assert_eq!(numbers(&last), 5);
    assert!(last.contains("href=\"/registro/1\"") && !last.contains("href=\"/registro/6\""));
    assert_eq!(numbers(&house.get("/registro?page=1000000").await.text()), 0);
    // The foot of every page leads here, in the language and on the day of the page.
    assert!(
        house
            .get("/en/registro/3?known=2026-03-02")
            .await
            .text()
            .contains("href=\"/en/registro?known=2026-03-02\"")
    );
    let csv = house.get("/registro?format=csv").await.text();
    assert_eq!(csv.lines().count(), 46);
    assert!(csv.contains("\r\n45,2026-03-02T14:00:00Z,planning.import_plan,PLAN@1,test\r\n"), "{csv:.300}");
}

#[tokio::test]
async fn one_entry_with_its_text_and_its_proof() {
    let house = House::of(5).await;
    let page = house.get("/registro/3").await.text();
    assert!(
        page.contains("{&#34;actor&#34;:&#34;test&#34;") && page.contains("&#60;b&#62;ñ&#60;/b&#62;"),
        "{page}"
    );
    assert!(page.contains("c2sp.org/tlog-proof@v1\nindex 2\n"));
    assert!(page.contains("href=\"/registro/2\"") && page.contains("href=\"/registro/4\""));
    let json = house.get("/registro/3?format=json").await;
    assert_eq!(json.header(CONTENT_TYPE), "application/json");
    let leaf = json.text();
    assert!(leaf.starts_with("{\"actor\":\"test\",") && leaf.contains("\"n\":2"), "{leaf}");
}

#[tokio::test]
async fn what_is_no_entry_is_not_found() {
    let house = House::of(5).await;
    for seq in [
        "0",
        "6",
        "-1",
        "+1",
        "01",
        "1.0",
        "x",
        "1x",
        "%20",
        "%FF",
        "9223372036854775807",
        "9223372036854775808",
    ] {
        for prefix in ["", "/en"] {
            let status = house.get(&format!("{prefix}/registro/{seq}")).await.status;
            assert!(status == StatusCode::NOT_FOUND || status == StatusCode::BAD_REQUEST, "{seq}: {status}");
        }
    }
    for query in ["page=0", "page=x", "page=-1", "known=2026-03-03", "known=x"] {
        assert_eq!(house.get(&format!("/registro?{query}")).await.status, StatusCode::BAD_REQUEST, "{query}");
    }
    // The day before, nothing had been written.
    assert_eq!(house.get("/registro/1?known=2026-03-01").await.status, StatusCode::NOT_FOUND);
    let before = house.get("/registro?known=2026-03-01").await.text();
    assert!(before.contains("Todavía no hay ningún asiento"));
}
