#![allow(clippy::unwrap_used)]
use base::Period;
use proptest::prelude::*;

use super::*;

/// `exact` as English writes it; Spanish writes the same with its own marks.
fn check_money(centimos: i64, es: &str, en: &str, exact: &str) {
    let texts = Texts::new(&[]).unwrap();
    let money = Money::centimos(centimos);
    let plain = |lang| money_short(&texts, lang, "S/", money).replace(BLANK, " ");
    assert_eq!((plain(Lang::Es).as_str(), plain(Lang::En).as_str()), (es, en));
    assert_eq!(money_exact(Lang::En, money), exact);
    let marked: String = exact
        .chars()
        .map(|c| {
            if c == ',' {
                BLANK
            } else if c == '.' {
                ','
            } else {
                c
            }
        })
        .collect();
    assert_eq!(money_exact(Lang::Es, money), marked);
}

#[test]
fn amounts_of_four_digits_are_grouped_in_english_alone() {
    let check = |centimos, es: &str, en: &str| {
        let money = Money::centimos(centimos);
        assert_eq!((money_exact(Lang::Es, money), money_exact(Lang::En, money)), (es.into(), en.into()));
    };
    check(123_456, "1234,56", "1,234.56");
    check(-123_456, "−1234,56", "−1,234.56");
    check(-1_234_567, "−12\u{a0}345,67", "−12,345.67");
    check(-1, "−0,01", "−0.01");
}

#[test]
fn small_percentages_keep_their_decimals() {
    let check = |text: &str, es: &str, en: &str| {
        let number: Decimal = text.parse().unwrap();
        assert_eq!(
            (percent_exact(Lang::Es, number), percent_exact(Lang::En, number)),
            (es.into(), en.into())
        );
    };
    check("12.50", "12,5\u{a0}%", "12.5%");
    check("-0.04", "−0,04\u{a0}%", "−0.04%");
}

#[test]
fn amounts_are_rounded_in_prose_and_exact_in_tables() {
    check_money(0, "S/ 0", "S/ 0", "0.00");
    check_money(49, "S/ 0", "S/ 0", "0.49");
    check_money(50, "S/ 1", "S/ 1", "0.50");
    check_money(99_949_999, "S/ 999 500", "S/ 999,500", "999,499.99");
    check_money(94_999_999, "S/ 950 000", "S/ 950,000", "949,999.99");
    check_money(120_000_000, "S/ 1,2 millones", "S/ 1.2 million", "1,200,000.00");
    check_money(76_634_999_999, "S/ 766,3 millones", "S/ 766.3 million", "766,349,999.99");
    check_money(76_635_000_000, "S/ 766,4 millones", "S/ 766.4 million", "766,350,000.00");
    check_money(99_995_000_000, "S/ 1,0 mil millones", "S/ 1.0 billion", "999,950,000.00");
    check_money(981_234_567_890, "S/ 9,8 mil millones", "S/ 9.8 billion", "9,812,345,678.90");
    check_money(21_700_000_000_000, "S/ 217,0 mil millones", "S/ 217.0 billion", "217,000,000,000.00");
    check_money(-120_000_000, "−S/ 1,2 millones", "−S/ 1.2 million", "−1,200,000.00");
    check_money(
        i64::MIN,
        "−S/ 92 233 720,4 mil millones",
        "−S/ 92,233,720.4 billion",
        "−92,233,720,368,547,758.08",
    );
}

fn check_percent(number: f64, es: &str, en: &str) {
    assert_eq!(percent(Lang::Es, number).replace(BLANK, " "), es);
    assert_eq!(percent(Lang::En, number), en);
}

#[test]
fn a_percentage_never_claims_the_whole_or_nothing_by_rounding() {
    check_percent(83.44, "83,4 %", "83.4%");
    check_percent(0.0, "0,0 %", "0.0%");
    check_percent(0.04, "<0,1 %", "<0.1%");
    check_percent(99.97, "99,9 %", "99.9%");
    check_percent(100.0, "100,0 %", "100.0%");
    check_percent(134.3, "134,3 %", "134.3%");
    check_percent(-2.5, "−2,5 %", "−2.5%");
    check_percent(f64::NAN, "–", "–");
}

#[test]
fn values_keep_their_decimals() {
    let both = |text: &str| {
        let number: Decimal = text.parse().unwrap();
        (value(Lang::Es, number).replace(BLANK, " "), value(Lang::En, number))
    };
    assert_eq!(both("12345.60"), ("12 345,6".into(), "12,345.6".into()));
    assert_eq!(both("-0.05"), ("−0,05".into(), "−0.05".into()));
    assert_eq!(both("1234"), ("1234".into(), "1,234".into()));
    assert_eq!(both("-0"), ("0".into(), "0".into()));
}

#[test]
fn dates_and_periods_are_written_in_words() {
    let texts = Texts::new(&[]).unwrap();
    let day = jiff::civil::date(2026, 11, 24);
    assert_eq!(date(&texts, Lang::Es, day), "24 de noviembre de 2026");
    assert_eq!(date(&texts, Lang::En, day), "24 November 2026");
    let in_words = |text: &str, lang| period(&texts, lang, text.parse::<Period>().unwrap());
    assert_eq!(in_words("2020", Lang::Es), "2020");
    assert_eq!(in_words("2020-07", Lang::Es), "julio de 2020");
    assert_eq!(in_words("2020-Q3", Lang::Es), "trimestre 3 de 2020");
    assert_eq!(in_words("2020-S1", Lang::En), "half 1 of 2020");
}

proptest! {
    #[test]
    fn an_exact_amount_reads_back(centimos in any::<i64>()) {
        prop_assume!(centimos > i64::MIN);
        let money = Money::centimos(centimos);
        let english = money_exact(Lang::En, money).replace(MINUS, "-");
        prop_assert_eq!(english.parse::<Money>().unwrap(), money);
        let spanish = money_exact(Lang::Es, money).replace(MINUS, "-").replace(BLANK, "").replace(',', ".");
        prop_assert_eq!(spanish.parse::<Money>().unwrap(), money);
    }

    #[test]
    fn a_rounded_amount_is_within_half_of_its_last_digit(centimos in 100_000_000_i64..9_000_000_000_000_000) {
        let texts = Texts::new(&[]).unwrap();
        let short = money_short(&texts, Lang::En, "S/", Money::centimos(centimos));
        #[allow(clippy::cast_precision_loss)]
        let exact = centimos as f64;
        let number: f64 = short.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect::<String>().parse().unwrap();
        let unit = if short.contains("billion") { 1e11 } else { 1e8 };
        prop_assert!((number * unit - exact).abs() <= unit / 20.0 + 1.0, "{short} for {centimos}");
        prop_assert!(unit > 1e8 || number < 1000.0, "{short}");
    }
}
