//! The design of a budget programme: its lead body says what it is, others do not, and the logical frame tells it.
use rust_decimal::Decimal;

use super::{
    browser::{Answer, Browser},
    evaluations::{are_whole, expect},
    people::Town,
};

const OFFICE: &str = "/oficina/marco";
/// Led by the Presidency of the Council of Ministers.
const OWN: &str = "/oficina/marco/0068";
const FRAME: &str = "/programa/0068/marco";
/// Capacity to answer emergencies, a product of it with money in 2020.
const PRODUCT: &str = "3000734";

/// Aspect, product, words, quantity, unit, year.
async fn say(who: &mut Browser, path: &str, told: [&str; 6]) -> Answer {
    let names = ["aspect", "product", "words", "quantity", "unit", "of_year"];
    let mut fields: Vec<(&str, &str)> = names.into_iter().zip(told).collect();
    fields.push(("source", "Anexo 2 del programa, 2026"));
    who.post(path, &fields).await
}

#[tokio::test]
async fn a_programme_says_what_it_is_for() {
    let town = Town::whole().await;
    let mut ana = town.somebody("Ana", Some("e-01-001.planner")).await;
    let mut citizen = town.browser();
    for gap in ["El diseño no dice qué problema atiende", "Productos con dinero cuyo diseño no dice quién"]
    {
        expect(&citizen.get(FRAME).await, 200, gap);
    }
    let page = ana.get(OFFICE).await;
    expect(&page, 200, "REDUCCION DE VULNERABILIDAD");
    assert!(!page.text.contains("/oficina/marco/0149"), "what another ministry leads is not offered");
    expect(&ana.get(OWN).await, 200, "no ha dicho aquí qué problema atiende");
    let refused = [
        (["", "", "Muertes", "", "", ""], "Elija qué se dice"),
        (["problem", PRODUCT, "Muertes", "", "", ""], "se dice del programa"),
        (["problem", "", " ", "", "", ""], "Dígalo en palabras"),
        (["problem", "", "Muertes", "3", "muertes", "2026"], "no le toca ningún número"),
        (["magnitude", PRODUCT, "Brigadas", "", "", ""], "Una magnitud es un número"),
        (["magnitude", PRODUCT, "Brigadas", "10,5", "brigada", "2026"], "mayor que cero"),
        (["magnitude", PRODUCT, "Brigadas", "10", "", "2026"], "tres partes"),
        (["magnitude", "", "Brigadas", "10", "brigada", "2026"], "elija cuál"),
        (["magnitude", "3999999", "Brigadas", "10", "brigada", "2026"], "no tiene ese producto"),
        (["magnitude", PRODUCT, "Brigadas", "10", "brigada", "26"], "de 2007 a 2100"),
    ];
    for (told, words) in refused {
        expect(&say(&mut ana, OWN, told).await, 422, words);
    }
    expect(
        &say(&mut ana, OWN, ["problem", PRODUCT, "Muertes <b>", "", "", ""]).await,
        422,
        "Muertes &#60;b&#62;",
    );
    let problem = ["problem", "", "Muertes <b>maternas</b> evitables", "", "", ""];
    let sent = say(&mut ana, OWN, problem).await;
    assert_eq!((sent.status, sent.location.as_str()), (303, "/oficina/marco/0068?hecho=dicho"));
    expect(&say(&mut ana, OWN, problem).await, 422, "ya está dicho");
    let rest = [
        ["target_population", "", "Población expuesta", "8500000", "persona", "2026"],
        ["beneficiary_population", PRODUCT, "Población damnificada", "", "", ""],
        ["magnitude", PRODUCT, "Brigadas", "1250.5", "brigada equipada", "2020"],
    ];
    for told in rest {
        assert_eq!(say(&mut ana, OWN, told).await.status, 303, "{told:?}");
    }
    let page = citizen.get(FRAME).await;
    expect(&page, 200, "Muertes &lt;b&gt;maternas&lt;/b&gt; evitables");
    expect(&page, 200, "brigada equipada (2020)");
    assert!(!page.text.contains("no dice qué problema"), "{}", page.text);
    a_unit_costs_what_is_left(
        &citizen.get(&format!("{FRAME}?year=2020&format=csv&table=productos")).await.text,
    );
    expect(&citizen.get(&format!("/en{FRAME}")).await, 200, "Who receives the product");

    // A correction stands; what was said before stays known.
    let before = journal::last_shown(&mut town.state.ctx.db.read().await.unwrap()).await.unwrap();
    let again = ["problem", "", "Muertes maternas y neonatales", "", "", ""];
    assert_eq!(say(&mut ana, OWN, again).await.status, 303);
    let csv = citizen.get("/api/v1/programme-designs?format=csv").await.text;
    assert_eq!(csv.matches("\n0068,").count(), 4, "{csv}");
    assert!(csv.contains("neonatales") && !csv.contains("evitables"), "{csv}");
    let mut read = town.state.ctx.db.read().await.unwrap();
    let on = jiff::civil::date(2026, 3, 1);
    let at = (base::Known(before), on);
    let then = monitoring::queries::designs::design(&mut read, &town.state.ctx.files, at, "0068").await;
    assert!(then.unwrap().0.iter().any(|said| said.words.contains("evitables")));
    assert_eq!(journal::verify(&mut read, None).await.unwrap(), []);
    drop(read);
    are_whole(&mut ana, &[OFFICE, OWN]).await;
    are_whole(&mut citizen, &[FRAME]).await;
}

/// The budget of the product by the magnitude, counted again here.
fn a_unit_costs_what_is_left(csv: &str) {
    let mut rows = csv::Reader::from_reader(csv.as_bytes());
    let row = rows.records().map(Result::unwrap).find(|row| row[0].starts_with(PRODUCT)).expect(csv);
    let [pim, told]: [Decimal; 2] = [&row[1], &row[row.len() - 1]].map(|text| text.parse().unwrap());
    assert!(pim > Decimal::from(1_000_000), "{csv}");
    // 1,250.5 of what is told is the budget again, but for what a céntimo of each makes.
    assert!((told * Decimal::new(12_505, 1) - pim).abs() < Decimal::from(7), "{csv}");
}

#[tokio::test]
async fn nobody_says_it_of_anothers_programme() {
    let town = Town::whole().await;
    let mut other = town.somebody("Olga", Some("e-10-010.planner")).await;
    let mut mef = town.somebody("Mario", Some("e-09-009.budget-directorate")).await;
    let mut hugo = town.somebody("Hugo", Some("e-01-001.budget-officer")).await;
    let problem = ["problem", "", "Muertes maternas", "", "", ""];
    assert_eq!(other.get(OWN).await.status, 404);
    assert_eq!(say(&mut other, OWN, problem).await.status, 404);
    for (path, status) in [(OFFICE, 403), (OWN, 403)] {
        assert_eq!(hugo.get(path).await.status, status);
        assert_eq!(say(&mut hugo, OWN, problem).await.status, status);
        assert_eq!(town.browser().get(path).await.status, 303, "asked to come in");
    }
    assert_eq!(say(&mut mef, "/oficina/marco/9999", problem).await.status, 404);
    assert_eq!(say(&mut mef, OWN, problem).await.status, 303, "the budget directorate says it of any");
    expect(&town.browser().get(FRAME).await, 200, "Muertes maternas");
}
