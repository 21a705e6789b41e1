//! The map's table is the cut: the same money, to the céntimo, whatever is asked; and what the sample says.
use base::Money;

use super::house::House;

async fn rows(house: &House, url: &str) -> Vec<csv::StringRecord> {
    let answer = house.ask(url).await;
    assert_eq!(answer.status, 200, "{url}: {}", answer.text);
    let mut reader = csv::Reader::from_reader(answer.text.trim_start_matches('\u{feff}').as_bytes());
    let headers = reader.headers().unwrap().clone();
    std::iter::once(headers).chain(reader.records().map(Result::unwrap)).collect()
}

/// Sum of a column by its name.
fn sum(rows: &[csv::StringRecord], column: &str) -> Money {
    let at = rows[0].iter().position(|name| name == column);
    let at = at.unwrap_or_else(|| panic!("no {column} in {:?}", rows[0]));
    rows[1..].iter().filter(|row| !row[at].is_empty()).map(|row| row[at].parse::<Money>().unwrap()).sum()
}

#[tokio::test]
async fn the_table_of_a_map_sums_to_the_total_of_its_cut() {
    let house = House::open().await;
    for measure in ["pim", "accrued"] {
        for (place, within) in [("seat", "department"), ("benefit", "meta_department")] {
            for (level, territory) in [
                ("department", ""),
                ("province", ""),
                ("province", "24"),
                ("district", "24"),
                ("district", "15"),
            ] {
                let map = format!(
                    "/mapa?year=2020&format=csv&table=lugares&measure={measure}&place={place}&level={level}&territory={territory}"
                );
                let filter = if territory.is_empty() {
                    String::new()
                } else {
                    format!("&where={within}%3D{territory}")
                };
                let cut =
                    format!("/presupuesto?by=level&year=2020&measure={measure}{filter}&format=csv&table=cut");
                let of_cut = sum(&rows(&house, &cut).await, measure);
                for national in ["apart", "together"] {
                    let of_map = rows(&house, &format!("{map}&national={national}")).await;
                    assert_eq!(sum(&of_map, "Total"), of_cut, "{map} {national}");
                    if national == "apart" {
                        let parts = sum(&of_map, "Regionales y locales") + sum(&of_map, "Nivel nacional");
                        assert_eq!(parts, of_cut, "{map}");
                    }
                }
                assert!(!of_cut.is_zero(), "{cut}");
            }
        }
    }
}

#[tokio::test]
async fn the_map_draws_what_has_an_outline_and_names_the_rest() {
    let house = House::open().await;
    let areas = async |url: &str| {
        let answer = house.ask(url).await;
        assert_eq!(answer.status, 200, "{url}");
        assert!(answer.compressed < 50 * 1024, "{url}: {} bytes", answer.compressed);
        let links = answer.text.matches("<path class=\"q-area\"").count();
        (answer.text, links)
    };
    let (country, drawn) = areas("/mapa?year=2020").await;
    assert!(drawn > 25 && !country.contains("no tienen contorno"), "{drawn}");
    assert!(country.contains("aria-label=\"Loreto: no informado\""), "the sample has no Loreto: not zero");
    let (_, drawn) = areas("/mapa?year=2020&level=province").await;
    assert!(drawn > 196, "{drawn}");
    let (putumayo, _) = areas("/mapa?year=2020&level=district&territory=1608").await;
    assert!(!putumayo.contains("q-map-steps"), "no district of Putumayo has an outline");
    let (callao, _) = areas("/mapa?year=2020&level=district&territory=07").await;
    assert!(callao.contains("2 lugares no tienen contorno") && callao.contains("Mi Perú"), "{callao}");
    let (benefit, _) = areas("/mapa?year=2020&level=province&place=benefit").await;
    assert!(benefit.contains("no dicen el lugar que se beneficia a este nivel"));
}

#[tokio::test]
async fn the_gap_is_of_goals_that_tell_both() {
    let house = House::open().await;
    let goals = rows(&house, "/brecha?year=2025&format=csv&table=brecha").await;
    let explored =
        rows(&house, "/presupuesto?by=target_unit&year=2025&measure=pim,accrued&format=csv&table=cut").await;
    assert_eq!(goals.len(), 22, "the 21 goals of PERÚ COMPRAS");
    for (column, measure) in [("PIM", "pim"), ("Devengado", "accrued")] {
        assert_eq!(sum(&goals, column), sum(&explored, measure), "{column}");
    }
    let by_entity = rows(&house, "/brecha?year=2025&by=entity&format=csv&table=brecha").await;
    assert_eq!((by_entity.len(), sum(&by_entity, "PIM")), (2, sum(&goals, "PIM")));
    let none = house.ask("/brecha?year=2020").await;
    assert!(none.text.contains("Años que sí las tienen: 2025"), "{}", none.text);
}
