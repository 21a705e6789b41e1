//! Tables: what each claim situation means in céntimos.
use super::world::{World, claim, lineage, row};
use crate::domain::{
    Dimension,
    attribution::{Grouping, Pattern, PatternError, divide},
};

/// Two objectives; two actions below the first, one below both.
const TREE: [(&str, &[&str]); 5] =
    [("O1", &[]), ("O2", &[]), ("A1", &["O1"]), ("A2", &["O1"]), ("A3", &["O1", "O2"])];

/// Claims as `(element, pattern, percent)` on one row of programme 0090, product 3000001.
fn check(claims: &[(&str, &str, &str)], centimos: i64, expect: [i64; 4], held: &[(&str, i64)]) {
    let claims: Vec<_> = claims.iter().map(|(e, p, s)| claim(e, p, s)).collect();
    let rows = vec![row("E:10-010 24 0090 3000001 5000001", &[centimos, 0])];
    let world = World { lineage: lineage(&TREE), claims, rows };
    let judged = world.judged();
    let total = judged.coverage(Grouping::By(Dimension::Entity), &world.lineage).unwrap().total[0];
    let got = [total.claimed, total.shared, total.unclaimed, total.over_claimed];
    assert_eq!(got.map(base::Money::as_centimos), expect, "{:?}", world.claims);
    let all = judged.held(&world.lineage);
    let mut got: Vec<(String, i64)> = all
        .iter()
        .map(|(element, h)| (world.lineage.name(*element)[2..].to_owned(), h[0].total().as_centimos()))
        .collect();
    got.sort();
    let expect: Vec<(String, i64)> = held.iter().map(|(e, c)| ((*e).to_owned(), *c)).collect();
    assert_eq!(got, expect, "{:?}", world.claims);
}

const P: &str = "programme=0090";

#[test]
fn claimed_shared_unclaimed_over_claimed() {
    check(&[], 1000, [0, 0, 1000, 0], &[]);
    check(&[("O1", "programme=0091", "100")], 1000, [0, 0, 1000, 0], &[]);
    check(&[("O1", P, "100")], 1000, [1000, 0, 0, 0], &[("O1", 1000)]);
    check(&[("O1", P, "60")], 1000, [600, 0, 400, 0], &[("O1", 600)]);
    check(&[("O1", P, "60"), ("O2", P, "30")], 1000, [0, 900, 100, 0], &[("O1", 600), ("O2", 300)]);
    check(&[("O1", P, "60"), ("O2", P, "40")], 1000, [0, 1000, 0, 0], &[("O1", 600), ("O2", 400)]);
    check(&[("O1", P, "90"), ("O2", P, "60")], 1000, [0, 1000, 0, 500], &[("O1", 600), ("O2", 400)]);
    check(&[("O1", P, "100"), ("O2", P, "100")], -1000, [0, -1000, 0, -1000], &[("O1", -500), ("O2", -500)]);
}

#[test]
fn what_cannot_be_halved_goes_to_the_larger_remainder_then_to_the_earlier_name() {
    check(&[("O1", P, "50"), ("O2", P, "50")], 1, [0, 1, 0, 0], &[("O1", 1), ("O2", 0)]);
    check(&[("O1", P, "50"), ("O2", P, "50")], -1, [0, -1, 0, 0], &[("O1", -1), ("O2", 0)]);
    check(&[("O1", P, "33.3333"), ("O2", P, "33.3333")], 100, [0, 66, 34, 0], &[("O1", 33), ("O2", 33)]);
    check(&[("O1", P, "49"), ("O2", P, "51")], 1, [0, 1, 0, 0], &[("O1", 0), ("O2", 1)]);
}

#[test]
fn claims_of_one_element_are_united() {
    let product = "product=3000001";
    check(&[("O1", P, "40"), ("O1", product, "100")], 1000, [1000, 0, 0, 0], &[("O1", 1000)]);
    check(&[("O1", P, "60"), ("O1", product, "60")], 1000, [600, 0, 400, 0], &[("O1", 600)]);
}

#[test]
fn an_action_does_not_count_again_in_its_objective() {
    check(&[("O1", P, "100"), ("A1", P, "40")], 1000, [1000, 0, 0, 0], &[("A1", 400), ("O1", 1000)]);
    check(&[("O1", P, "30"), ("A1", P, "40")], 1000, [400, 0, 600, 0], &[("A1", 400), ("O1", 400)]);
    check(&[("A1", P, "40")], 1000, [400, 0, 600, 0], &[("A1", 400), ("O1", 400)]);
    // Two actions of one objective are two claimants: shared, though the objective has it all.
    check(
        &[("O1", P, "100"), ("A1", P, "40"), ("A2", P, "30")],
        1000,
        [0, 1000, 0, 0],
        &[("A1", 400), ("A2", 300), ("O1", 1000)],
    );
    check(
        &[("O1", P, "100"), ("A1", P, "80"), ("A2", P, "80")],
        1000,
        [0, 1000, 0, 600],
        &[("A1", 500), ("A2", 500), ("O1", 1000)],
    );
}

#[test]
fn an_action_under_two_objectives_counts_once_in_the_total_and_whole_in_both() {
    check(&[("A3", P, "70")], 1000, [700, 0, 300, 0], &[("A3", 700), ("O1", 700), ("O2", 700)]);
    check(
        &[("A3", P, "30"), ("O1", P, "50"), ("O2", P, "50")],
        1000,
        [0, 700, 300, 0],
        &[("A3", 300), ("O1", 500), ("O2", 500)],
    );
}

#[test]
fn circles_of_plans_neither_hang_nor_lose_money() {
    let circle = lineage(&[("O1", &["O2"]), ("O2", &["O1"]), ("A1", &["O1", "A1"])]);
    let rows = vec![row("E:10-010 24 0090 3000001 5000001", &[1000, 0])];
    let claims = vec![claim("O1", P, "50"), claim("O2", P, "50"), claim("A1", P, "20")];
    let world = World { lineage: circle, claims, rows };
    let total = world.judged().coverage(Grouping::Objective, &world.lineage).unwrap().total[0];
    assert_eq!(total.total().as_centimos(), 1000);
    assert_eq!(total.unclaimed.as_centimos(), 200, "20 below both, 30 and 30 beside");
}

fn meets(pattern: &str, year: &str, codes: &str, expect: bool) {
    let world = World {
        lineage: lineage(&TREE),
        claims: vec![claim("O1", pattern, "100")],
        rows: vec![row(&format!("{year} {codes}"), &[100, 0])],
    };
    let total = world.judged().coverage(Grouping::Objective, &world.lineage).unwrap().total[0];
    assert_eq!(total.claimed.as_centimos() == 100, expect, "{pattern} on {year} {codes}");
}

#[test]
fn patterns_meet_rows() {
    let codes = "E:10-010 24 0090 3000385 5005628";
    meets("programme=0090", "2020", codes, true);
    meets("programme=0090", "2019", codes, false);
    meets("programme=0090", "2021", codes, false);
    meets("programme=90", "2020", codes, false);
    meets("programme=00*", "2020", codes, true);
    meets("programme=00901*", "2020", codes, false);
    meets("product=3*", "2020", codes, true);
    meets("product=2*", "2020", codes, false);
    meets("entity=E:10-*;programme=0090", "2020", codes, true);
    meets("entity=E:11-*;programme=0090", "2020", codes, false);
    meets(
        "entity=E:10-010;meta_department=24;programme=0090;product=3000385;activity=5005628",
        "2020",
        codes,
        true,
    );
    meets("programme=0090", "2020", "E:10-010 24  3000385 5005628", false);
    meets("product=3*", "2020", "E:10-010 24 0090  5005628", false);
    meets("product=ñ*", "2020", "E:10-010 24 0090 ñandú 5005628", true);
    meets("product=xx*", "2020", "E:10-010 24 0090 ñandú 5005628", false);
}

#[test]
fn refuses_what_is_no_pattern() {
    let check = |text: &str, expect: PatternError| assert_eq!(text.parse::<Pattern>(), Err(expect));
    check("programme=", PatternError::Unbound);
    check("programme=*", PatternError::Unbound);
    check("programme=0*9", PatternError::Star("0*9".into()));
    check("month=01", PatternError::NoKeyColumn(Dimension::Month));
    check("programme=1;programme=2", PatternError::Twice(Dimension::Programme));
    check("colour=1", PatternError::UnknownColumn("colour=1".into()));
    check("", PatternError::UnknownColumn(String::new()));
    let both = "product=30*;programme=0090".parse::<Pattern>().unwrap();
    assert_eq!(both, "programme=0090;product=30*".parse().unwrap(), "the order of conditions is no matter");
    assert_eq!(both.to_string().parse(), Ok(both));
    assert!(Pattern::parse([(Dimension::Programme, "a;b")]).is_err());
    let unit = Pattern::parse([(Dimension::SecEjec, "001234")]).unwrap();
    assert_eq!(unit.to_string(), "sec_ejec=1234", "as executing units are stored");
}

#[test]
fn largest_remainder() {
    let check = |centimos, weights: &[u64], expect: &[i64]| assert_eq!(divide(centimos, weights), expect);
    check(10, &[1, 1, 1], &[4, 3, 3]);
    check(-10, &[1, 1, 1], &[-4, -3, -3]);
    check(0, &[1, 2], &[0, 0]);
    check(7, &[], &[]);
    check(7, &[0, 0], &[0, 0]);
    check(i64::MAX, &[1_000_000], &[i64::MAX]);
    check(-i64::MAX, &[1, 0], &[-i64::MAX, 0]);
    check(100, &[0, 999_999, 1], &[0, 100, 0]);
}
