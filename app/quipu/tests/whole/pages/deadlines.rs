//! When a term is due: one answer, whoever asks and how.
use serde_json::Value;

use super::house::House;
use crate::desk::{Desk, parsed};

/// Rule and day, as a question writes them, and the day on which it is due: counted by hand on the calendar of 2016,
/// where 24 and 25 March are Maundy Thursday and Good Friday and 28 and 29 July the national holidays.
const DUE: [(&str, &str, &str); 6] = [
    ("access.answer", "2016-03-14", "2016-03-23"),
    ("access.answer", "2016-03-17", "2016-03-30"),
    ("access.answer", "2016-07-22", "2016-08-04"),
    // Ten calendar days end on a Saturday, and move to Monday.
    ("access.appeal_decision", "2016-05-04", "2016-05-16"),
    ("evaluation.commitment_matrix", "2016-01-31", "2016-06-30"),
    // Another law holds by then: ten working days.
    ("access.answer", "2018-03-12", "2018-03-26"),
];

fn lines(csv: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The days of rows, each once: a day with two reasons has a row for each in some answers.
fn days<'r>(rows: impl Iterator<Item = &'r str>) -> Vec<String> {
    let mut days: Vec<String> = rows.map(str::to_owned).collect();
    days.dedup();
    days
}

#[tokio::test]
async fn page_program_and_terminal_count_alike() {
    let (house, desk) = (House::open().await, Desk::reading());
    for (rule, from, due) in DUE {
        let said = parsed("deadline", &desk.says(&format!("deadline {rule} {from} --format json")));
        assert_eq!(said["due"], due, "{rule} {from}");
        let url = format!("/api/v1/deadline?rule={rule}&from={from}&limit=1000");
        let api: Value = serde_json::from_str(&house.ask(&url).await.text).unwrap();
        assert_eq!(api["due"], due, "{api}");
        assert_eq!(api["rule"]["id"], said["rule"]["id"]);
        let terminal = lines(&desk.says(&format!("deadline {rule} {from} --format csv")));
        let terminal = days(terminal.iter().map(|row| row[0].as_str()));
        let program = days(api["data"].as_array().unwrap().iter().map(|row| row["date"].as_str().unwrap()));
        assert_eq!(program, terminal, "{rule} {from}");
        let page = house.ask(&format!("/plazos?rule={rule}&from={from}&table=cuenta&format=csv")).await;
        let mut page = days(lines(&page.text).iter().map(|row| row[0].as_str()));
        if said["date_to_date"].is_string() {
            page.remove(0);
        }
        assert_eq!(page, terminal, "{rule} {from}");
    }
}

#[tokio::test]
async fn the_page_says_the_day_the_norm_and_why_a_day_does_not_count() {
    let house = House::open().await;
    for (lang, words) in [
        ("", ["23 de marzo de 2016", "miércoles", "7 días hábiles", "Ley 27806", "Jueves Santo"]),
        ("/en", ["23 March 2016", "Wednesday", "7 working days", "Ley 27806", "Maundy Thursday"]),
    ] {
        let page = house.ask(&format!("{lang}/plazos?rule=access.answer&from=2016-03-14")).await;
        assert_eq!(page.status, 200);
        for word in &words[..4] {
            assert!(page.text.contains(word), "{word}: {}", page.text);
        }
        let page =
            house.ask(&format!("{lang}/plazos?rule=access.answer&from=17/03/2016&entity=E:11-011")).await;
        assert!(page.text.contains(words[4]) && page.text.contains("E:11-011"), "{}", page.text);
    }
}

#[tokio::test]
async fn what_has_no_answer_says_why() {
    let house = House::open().await;
    for (query, status, words) in [
        ("", 200, "Elija un plazo"),
        ("rule=access.answer", 200, "Calcular"),
        ("rule=access.answer&from=1990-01-01", 200, "No se supone ninguna"),
        ("rule=access.answer&from=2040-01-01", 200, "El calendario va de 2002 a"),
        ("rule=access.answer&from=2016-03-14&entity=E:99-999", 200, "ninguna entidad con el código E:99-999"),
        ("rule=no.such&from=2016-03-14", 400, "no.such"),
        ("rule=status.behind&from=2016-03-14", 400, "status.behind"),
        ("rule=access.answer&from=31/02/2016", 400, "31/02/2016"),
        ("rule=access.answer&from=2016-03-14&entity=a%20b", 400, "a b"),
    ] {
        let page = house.ask(&format!("/plazos?{query}")).await;
        assert_eq!(page.status, status, "{query}");
        assert!(page.text.contains(words), "{query}: {words}: {}", page.text);
    }
    for (query, status) in [
        ("rule=access.answer", 400),
        ("rule=access.answer&from=yesterday", 400),
        ("rule=access.answer&from=1990-01-01", 404),
        ("rule=no.such&from=2016-03-14", 404),
        ("rule=access.answer&from=2016-03-14&entity=E:99-999", 404),
    ] {
        assert_eq!(house.ask(&format!("/api/v1/deadline?{query}")).await.status, status, "{query}");
    }
}
