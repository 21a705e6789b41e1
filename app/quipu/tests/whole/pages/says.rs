//! What pages say of the sample, where a page that is whole could still say it wrongly.
use super::house::House;
use crate::{cli::known::change_everything, desk::Desk};

/// The rows of a table of a page, as its file gives them.
async fn table(house: &House, url: &str, id: &str) -> Vec<Vec<String>> {
    let joint = if url.contains('?') { '&' } else { '?' };
    let answer = house.ask(&format!("{url}{joint}format=csv&table={id}")).await;
    assert_eq!(answer.status, 200, "{url} {id}: {}", answer.text);
    let mut reader = csv::Reader::from_reader(answer.text.trim_start_matches('\u{feff}').as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

async fn page(house: &House, url: &str) -> String {
    let answer = house.ask(url).await;
    assert_eq!(answer.status, 200, "{url}");
    answer.text
}

/// Whether the page has a table, by its id.
fn has_table(page: &str, id: &str) -> bool {
    page.contains(&format!("id=\"{id}\""))
}

#[tokio::test]
async fn a_programme_lists_the_claims_of_the_year_and_what_they_hold() {
    let house = House::open().await;
    let claims = async |url: &str| {
        let rows = table(&house, url, "reclamos").await;
        rows.into_iter().map(|row| (row[0].split(' ').next().unwrap().to_owned(), row)).collect::<Vec<_>>()
    };
    let of_2020 = claims("/programa/9002?year=2020").await;
    let projects = of_2020
        .iter()
        .any(|(element, row)| element == "MUESTRA-POI-2020-11-011@1/AO4" && !row[1].contains("programme="));
    assert!(projects, "a claim on projects meets rows of the programme without naming it: {of_2020:?}");
    let of_2025 = claims("/programa/0149?year=2025").await;
    assert!(of_2025.iter().any(|(element, _)| element == "MUESTRA-POI-2025-09-096@1/AO1"), "{of_2025:?}");
    for (element, row) in of_2020.iter().chain(&claims("/programa/9002?year=2025").await) {
        assert!(!row[3].is_empty(), "{row:?}");
        assert!(!(element.contains("2025") && of_2020.iter().any(|(of, _)| of == element)), "{row:?}");
    }
    let page = page(&house, "/programa/0149?year=2020").await;
    assert!(!has_table(&page, "reclamos"), "a claim of 2025 is no claim of 2020");
}

#[tokio::test]
async fn sectors_and_the_state_say_how_much_of_their_money_has_an_objective() {
    let house = House::open().await;
    for code in ["X:estado-peruano", "S:11", "E:11-011"] {
        let page = page(&house, &format!("/entidad/{code}?year=2020")).await;
        assert!(page.contains("Cuánto de su dinero tiene un objetivo detrás"), "{code}");
    }
}

#[tokio::test]
async fn a_body_shows_the_plans_of_the_day_and_its_own_findings() {
    let house = House::open().await;
    let plans = async |year: &str| {
        let rows = table(&house, &format!("/entidad/E:11-011?year={year}"), "planes").await;
        let of = |row: &Vec<String>| format!("{} {}", row[0].split(' ').next().unwrap(), row[3]);
        rows.iter().map(of).filter(|row| row.contains("PEI")).collect::<Vec<_>>()
    };
    assert_eq!(plans("2019").await, ["MUESTRA-PEI-11-011@2018 vigente"]);
    assert_eq!(plans("2020").await, ["MUESTRA-PEI-11-011@2020 vigente"]);
    assert_eq!(plans("2025").await, ["MUESTRA-PEI-11-011@2020 horizonte concluido"]);

    let of_defects = table(&house, "/entidad/M:240103-301806?year=2020", "hallazgos").await;
    let all = table(&house, "/hallazgos?year=2020&entity=M:240103-301806", "hallazgos").await;
    assert_eq!(of_defects.len(), all.len());
    assert!(of_defects.len() > 3, "{of_defects:?}");
    // The state itself owes no plan: it is not told that it might.
    let state = page(&house, "/entidad/X:estado-peruano?year=2020").await;
    assert!(state.contains("ninguna regla en uso ese día le exige uno"));
    assert!(!has_table(&state, "hallazgos"));
}

#[tokio::test]
async fn a_body_names_its_units_and_the_deliveries_its_money_comes_from() {
    let house = House::open().await;
    let of = async |id| table(&house, "/entidad/R:99-461?year=2020", id).await;
    let (units, by_programme, deliveries) = (of("unidades").await, of("dinero").await, of("entregas").await);
    let pim = |rows: &[Vec<String>]| -> base::Money { rows.iter().map(|row| row[2].parse().unwrap()).sum() };
    assert_eq!(pim(&units), pim(&by_programme), "the same money by unit and by programme");
    assert!(units.len() > 2 && !deliveries.is_empty());
}

#[tokio::test]
async fn a_place_shows_its_plans_its_measures_and_who_spends_from_it() {
    let house = House::open().await;
    let plans = table(&house, "/territorio/24?year=2020", "planes").await;
    assert!(plans.iter().any(|row| row[0].starts_with("MUESTRA-PDRC-24@1")), "{plans:?}");
    assert!(plans.iter().any(|row| row[0].starts_with("MUESTRA-PEI-99-461@1")), "{plans:?}");
    let measured = table(&house, "/territorio/24?year=2020", "medido").await;
    let anaemia = measured.iter().find(|row| row[0].contains("Anemia") || row[0].contains("anemia"));
    let anaemia = anaemia.unwrap_or_else(|| panic!("{measured:?}"));
    assert!(!anaemia[2].is_empty() && !anaemia[3].is_empty(), "{anaemia:?}");
    let capital = page(&house, "/territorio/240101?year=2020").await;
    assert!(capital.contains("Municipalidad Provincial de Tumbes"));
}

#[tokio::test]
async fn a_programme_shows_its_results_and_every_phase() {
    let house = House::open().await;
    let results = table(&house, "/programa/1001?year=2020", "resultados").await;
    assert!(results.iter().any(|row| row[0].starts_with("MUESTRA-PESEM-11@1/OES1-I1")), "{results:?}");
    let page = page(&house, "/programa/0068?year=2020").await;
    for phase in ["PIA", "PIM", "Certificación", "Compromiso anual", "Devengado", "Girado"] {
        assert!(page.contains(phase), "{phase}");
    }
}

#[tokio::test]
async fn what_is_cited_is_answered_again_with_the_digest_that_the_citation_gives() {
    let house = House::open().await;
    let cited = ["/entidad/R:99-461?year=2020", "/presupuesto?by=programme&year=2020", "/en/plan/PEDN", "/"];
    for (url, id) in cited.iter().zip(["dinero", "", "indicadores", ""]) {
        let joint = if url.contains('?') { '&' } else { '?' };
        let named = if id.is_empty() { String::new() } else { format!("&table={id}") };
        let citation = page(&house, &format!("{url}{joint}format=cite{named}")).await;
        assert_eq!(web::testing::defects(&citation, web::Matter::Real), Vec::<String>::new(), "{url}");
        let href = citation.split("href=\"").filter_map(|rest| rest.split('"').next());
        let file = href
            .map(|href| href.replace("&#38;", "&").replace("&amp;", "&"))
            .find(|href| href.contains("format=csv"));
        let file = file.unwrap_or_else(|| panic!("{url}: {citation}"));
        assert!(file.contains("known=20"), "the address is of a moment: {file}");
        let answer = house.ask(&file).await;
        let digest = base::Digest::of(answer.text.as_bytes()).to_string();
        assert!(citation.contains(&digest), "{url}: {file} is not of {digest}");
        let sheet = house.ask_bytes(&file.replace("format=csv", "format=xlsx")).await;
        let rows = sheets::Book::from_bytes("x.xlsx", sheet).unwrap();
        assert_eq!(rows.sheets().len(), 1, "{file}");
    }
}

#[tokio::test]
async fn the_matrix_marks_who_serves_nobody_and_whom_nobody_serves() {
    let house = House::open().await;
    let matrix = table(&house, "/plan/MUESTRA-PEI-11-011/matriz?year=2020", "matriz-1").await;
    assert!(matrix.len() > 1 && matrix[0].len() > 2, "{matrix:?}");
    for row in &matrix {
        let marks = row[2..].iter().filter(|cell| !cell.is_empty() && *cell != "muestra").count();
        let told = if row[1] == "a ninguno" { 0 } else { row[1].parse::<usize>().unwrap() };
        assert_eq!(marks, told, "{row:?}");
    }
    let defects = table(&house, "/plan/PEDN@2011/matriz?year=2020", "servidos").await;
    assert!(defects.iter().any(|row| row[1] == "nadie"), "{defects:?}");
    assert!(defects.iter().any(|row| row[1].contains("MUESTRA-PESEM")), "{defects:?}");
}

#[tokio::test]
async fn without_an_objective_the_money_is_still_the_treasurys() {
    let house = House::open().await;
    let impact = async |of: &str| {
        let answer = house.ask(&format!("/objetivo/{of}/impacto?year=2020&format=json")).await;
        let found: Result<serde_json::Value, _> = serde_json::from_str(&answer.text);
        found.unwrap_or_else(|error| panic!("{of}: {} {error}: {}", answer.status, answer.text))
    };
    let found = impact("MUESTRA-PESEM-11/OES1").await;
    let centimos =
        |amount: &serde_json::Value| amount.as_str().unwrap().replace('.', "").parse::<i64>().unwrap();
    let money = found["money"].as_array().unwrap();
    assert!(!money.is_empty());
    for moved in money {
        let [before, after] = ["before", "after"].map(|side| &moved[side]);
        assert_eq!(before["total"], after["total"], "{moved}");
        for side in [before, after] {
            let parts = ["claimed", "shared", "unclaimed"].map(|part| centimos(&side[part]));
            assert_eq!(parts.iter().sum::<i64>(), centimos(&side["total"]), "{moved}");
        }
        assert!(centimos(&after["unclaimed"]) >= centimos(&before["unclaimed"]), "{moved}");
    }
    assert!(!found["orphans"].as_array().unwrap().is_empty(), "plans below hang from it");
    // One whose own activities claim money: what they claimed alone has no objective any more.
    let found = impact("MUESTRA-POI-2020-11-011/AO4").await;
    assert!(found["claims"].as_u64().unwrap() > 0, "{found}");
    let pim = found["money"].as_array().unwrap().iter().find(|moved| moved["measure"] == "pim").unwrap();
    assert!(centimos(&pim["after"]["unclaimed"]) > centimos(&pim["before"]["unclaimed"]), "{pim}");
}

#[tokio::test]
async fn any_two_versions_of_a_plan_stand_side_by_side() {
    let house = House::open().await;
    let forth = table(&house, "/plan/PEDN@2011?with=actualizado", "cambios").await;
    let back = table(&house, "/plan/PEDN@actualizado?with=2011", "cambios").await;
    let of = |rows: &[Vec<String>], word: &str| rows.iter().filter(|row| row[0].contains(word)).count();
    assert!(!forth.is_empty());
    assert_eq!(forth.len(), back.len(), "what one adds the other drops");
    for what in ["Elemento", "Indicador", "Meta"] {
        let [added, dropped] = ["agregad", "retirad"].map(|word| format!("{what} {word}"));
        assert_eq!(of(&forth, &added), of(&back, &dropped), "{what}");
        assert_eq!(of(&forth, &dropped), of(&back, &added), "{what}");
    }
    assert_eq!(house.ask("/plan/PEDN@2011?with=nunca").await.status, 400);
}

#[tokio::test]
async fn what_changed_is_told_entry_by_entry_and_as_a_feed() {
    let house = House::open().await;
    let page = page(&house, "/entidad/E:11-011?year=2020").await;
    assert!(page.contains("href=\"/entidad/E%3A11-011/cambios?year=2020\""), "{page}");
    assert!(page.contains("type=\"application/atom+xml\""));
    let rows = table(&house, "/objetivo/MUESTRA-PESEM-11/OES1/cambios", "cambios").await;
    let of = |kind: &str| rows.iter().filter(|row| row[2] == kind).count();
    assert_eq!(of("Elemento"), 2, "the objective and its action: {rows:?}");
    assert!(of("Meta") > 3 && of("Valor") > 100, "{} {}", of("Meta"), of("Valor"));
    let money = table(&house, "/entidad/M:240101-301804/cambios", "cambios").await;
    assert!(money.iter().any(|row| row[2] == "Entrega"), "{money:?}");
    let feed = house.ask("/en/territorio/24/cambios.atom").await;
    assert_eq!((feed.status, feed.kind.as_str()), (200, "application/atom+xml; charset=utf-8"));
    assert!(feed.text.contains("<updated>2026-03-02T14:00:00+00:00</updated>"), "{}", feed.text);
    assert!(feed.text.contains("What changed: Tumbes"), "{}", feed.text);
    assert_eq!(house.ask("/entidad/E:11-011/cambios?before=x").await.status, 400);
    assert_eq!(house.ask("/objetivo/PEDN/NADA/cambios.atom").await.status, 404);
}

#[tokio::test]
async fn a_value_that_moved_says_which_way_and_the_feed_of_all_tells_who_recorded_it() {
    let mut desk = Desk::own();
    desk.now = "2026-05-04T15:00:00Z".into();
    change_everything(&desk);
    desk.file("obs.csv", "series,period,territory,value,source\nENDES-ANEMIA-6-35,2020,24,12.1,Prueba\n");
    desk.says(&format!("import observations {}", desk.path("obs.csv")));
    let house = House::over(&desk.data, &desk.now).await;
    let feed = house.ask("/territorio/24/cambios.atom").await.text;
    assert!(feed.contains("Valor ENDES-ANEMIA-6-35 · 24 · 2020: baja de 12.3 a 12.1"), "{feed}");
    let feed = house.ask("/en/territorio/24/cambios.atom").await.text;
    assert!(feed.contains("falls from 12.3 to 12.1"), "{feed}");
    let body = table(&house, "/entidad/E:11-011/cambios", "cambios").await;
    let of = |kind: &str| body.iter().filter(|row| row[2] == kind).count();
    assert!(of("Reclamo") > 0 && of("Valor") > 100, "{} {}", of("Reclamo"), of("Valor"));
    let all = house.ask("/en/registro.atom").await;
    assert_eq!((all.status, all.kind.as_str()), (200, "application/atom+xml; charset=utf-8"));
    assert!(all.text.matches("<entry>").count() == 20 && all.text.contains("Who: operator"), "{}", all.text);
}

#[tokio::test]
async fn every_step_of_the_visit_leads_to_a_page() {
    let house = House::open().await;
    for lang in ["", "/en"] {
        for step in 1..=8 {
            let page = page(&house, &format!("{lang}/visita?step={step}")).await;
            let link = page
                .split("govuk-!-font-weight-bold\" href=\"")
                .nth(1)
                .and_then(|rest| rest.split('"').next());
            let link = link.unwrap().replace("&amp;", "&").replace("&#38;", "&");
            assert_eq!(house.ask(&link).await.status, 200, "{lang} {step}: {link}");
        }
    }
    assert_eq!(house.ask("/visita?step=9").await.status, 400);
}

#[tokio::test]
async fn the_same_money_as_shares_per_head_and_in_soles_of_one_year() {
    let house = House::open().await;
    let number = |cell: &str| cell.parse::<f64>().unwrap_or_else(|_| panic!("{cell:?}"));
    let plain = table(&house, "/presupuesto?year=2020&by=department&measure=pim", "presupuesto").await;
    let shares =
        table(&house, "/presupuesto?year=2020&by=department&measure=pim&as=share", "presupuesto").await;
    assert_eq!(plain.len(), shares.len());
    let whole: f64 = plain.iter().map(|row| number(&row[2])).sum();
    let sum: f64 = shares.iter().map(|row| number(&row[3])).sum();
    assert!((sum - 100.0).abs() < 0.001, "{sum}");
    for (row, share) in plain.iter().zip(&shares) {
        assert_eq!(row[0], share[0]);
        assert_eq!(row[2], share[2], "the amount stands beside its share");
        assert!((number(&row[2]) / whole * 100.0 - number(&share[3])).abs() < 0.000_01, "{row:?} {share:?}");
    }
    let heads =
        table(&house, "/presupuesto?year=2020&by=department&measure=pim&as=per_head", "presupuesto").await;
    for row in &heads {
        let (people, pim, each) = (number(&row[2]), number(&row[3]), number(&row[4]));
        assert!((pim / people - each).abs() <= 0.005_001, "{row:?}");
    }
    let ministries = table(
        &house,
        "/presupuesto?year=2020&by=entity&where=level%3DE&measure=pim&as=per_head",
        "presupuesto",
    )
    .await;
    assert!(ministries.iter().all(|row| row[2].is_empty() && row[4].is_empty()));
    let same = table(
        &house,
        "/presupuesto?year=2020&by=department&measure=pim&as=constant&base=2020",
        "presupuesto",
    )
    .await;
    assert!(plain.iter().zip(&same).all(|(row, other)| row[2] == other[2]), "soles of their own year");
    let later = table(
        &house,
        "/presupuesto?year=2020&by=department&measure=pim&as=constant&base=2021",
        "presupuesto",
    )
    .await;
    assert!(
        plain.iter().zip(&later).all(|(row, other)| number(&other[2]) > number(&row[2])),
        "prices rose in 2021"
    );
    for refused in
        ["as=gold", "as=share&base=2020", "base=2020", "as=constant&base=1901", "as=constant&base=x"]
    {
        let answer = house.ask(&format!("/presupuesto?year=2020&by=department&{refused}")).await;
        assert_eq!(answer.status, 400, "{refused}");
    }
}
