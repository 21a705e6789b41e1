//! One record at a time.
use std::sync::LazyLock;

use proptest::prelude::*;

use crate::{
    Catalogue,
    domain::{BudgetRow, Dimension, Heading, Measure, RULE_BALANCE, RULE_MONTHS, RowReader, Tally},
};

fn catalogue() -> &'static Catalogue {
    static CATALOGUE: LazyLock<Catalogue> =
        LazyLock::new(|| Catalogue::of(&pack::Pack::open(&testkit::peru()).unwrap()).unwrap());
    &CATALOGUE
}

/// A record of a layout: the fields named, zero for other amounts, blank for other codes.
fn with<R>(
    layout: &str,
    fields: &[(&str, &str)],
    check: impl FnOnce(Result<BudgetRow<'_>, Vec<String>>) -> R,
) -> R {
    let catalogue = catalogue();
    let header: Vec<&str> =
        catalogue.layout(layout).unwrap().columns.iter().map(|c| c.header.as_str()).collect();
    let heading = Heading::detect(&catalogue.layouts, &header).unwrap();
    let value = |name: &str| fields.iter().find(|(n, _)| *n == name).map_or("", |(_, value)| value);
    let record: Vec<String> = header.iter().map(|name| value(name).to_owned()).collect();
    for (name, _) in fields {
        assert!(header.contains(name), "{name}");
    }
    let (classification, repairs) = (&catalogue.classification, &catalogue.repairs);
    let mut reader = RowReader::new("f", &heading, classification, repairs);
    let row = reader.read(7, &record).map_err(|errors| errors.iter().map(ToString::to_string).collect());
    check(row)
}

const SIAF: [(&str, &str); 4] =
    [("ano_eje", "2025"), ("sector", "09. ECONOMIA"), ("pliego", "096.PERU COMPRAS"), ("sec_ejec", "001650")];

fn siaf(more: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    SIAF.into_iter().chain(more.iter().copied()).collect()
}

fn check_code(layout: &str, fields: &[(&str, &str)], dimension: Dimension, expect: &str) {
    with(layout, fields, |row| assert_eq!(row.unwrap().code(dimension), expect, "{fields:?}"));
}

#[test]
fn codes_mean_the_same_in_every_layout() {
    check_code("siaf_report", &SIAF, Dimension::SecEjec, "1650");
    check_code("siaf_report", &SIAF, Dimension::Entity, "E:09-096");
    check_code("siaf_report", &siaf(&[("meta", "1")]), Dimension::Goal, "00001");
    check_code(
        "siaf_report",
        &siaf(&[("producto_proyecto", "3999999.SIN PRODUCTO")]),
        Dimension::Product,
        "3999999",
    );
    check_code("siaf_report", &siaf(&[("programa_pptal", "16.X")]), Dimension::Programme, "0016");
    check_code("siaf_report", &siaf(&[("avan_fisico_anual", "12.500")]), Dimension::ProgressAnnual, "12.5");
    check_code("siaf_report", &siaf(&[("cant_meta_anual", "134,092")]), Dimension::TargetAnnual, "134092");
    let local = [
        ("ANO_EJE", "2020"),
        ("MES_EJE", "7"),
        ("TIPO_GOBIERNO", "M"),
        ("SECTOR", " "),
        ("PLIEGO", ""),
        ("SEC_EJEC", "301739"),
        ("DEPARTAMENTO_EJECUTORA", "24"),
        ("PROVINCIA_EJECUTORA", "1"),
        ("DISTRITO_EJECUTORA", "01"),
        ("TIPO_ACT_PROY", "PROYECTO"),
    ];
    check_code("mef_monthly", &local, Dimension::Sector, "00");
    check_code("mef_monthly", &local, Dimension::Pliego, "000");
    check_code("mef_monthly", &local, Dimension::Province, "2401");
    check_code("mef_monthly", &local, Dimension::Entity, "M:240101-301739");
    check_code("mef_monthly", &local, Dimension::Kind, "2");
}

#[test]
fn what_is_refused_says_where() {
    let check = |more: &[(&'static str, &'static str)], says: &str| {
        let fields: Vec<_> =
            siaf(&[]).into_iter().filter(|(n, _)| more.iter().all(|(m, _)| m != n)).collect();
        let fields: Vec<_> = fields.into_iter().chain(more.iter().copied()).collect();
        with("siaf_report", &fields, |row| {
            let errors = row.unwrap_err();
            assert!(errors.len() == 1 && errors[0].contains(says) && errors[0].contains("f:7"), "{errors:?}");
        });
    };
    check(&[("sec_ejec", "")], "executing unit");
    check(&[("rubro", "RECURSOS")], "code.name");
    check(&[("mto_pim", "1.005")], "more than two decimals");
    check(&[("cant_meta_anual", "muchas")], "is not a quantity");
    check(&[("cant_meta_anual", "12,5")], "is not a quantity");
    check(&[("ano_eje", "1825")], "fiscal year");
}

#[test]
fn doubts_are_counted_and_refuse_nothing() {
    let check = |layout: &str, fields: &[(&str, &str)], expect: Option<&str>| {
        with(layout, fields, |row| {
            let catalogue = catalogue();
            let reported = catalogue.layout(layout).unwrap().measures();
            let mut tally = Tally::default();
            tally.add(&row.unwrap(), &catalogue.classification, &reported).unwrap();
            tally.close();
            let findings = tally.findings(&[false; Measure::COUNT]);
            let found: Vec<(&str, Option<u64>)> =
                findings.iter().map(|f| (f.rule.as_str(), f.first_line)).collect();
            assert_eq!(found, expect.map(|rule| (rule, Some(7))).into_iter().collect::<Vec<_>>());
        });
    };
    check(
        "siaf_report",
        &siaf(&[("mto_pia", "100"), ("mto_modificaciones", "-40"), ("mto_pim", "60")]),
        None,
    );
    check("siaf_report", &siaf(&[("mto_pia", "100"), ("mto_pim", "60")]), Some(RULE_BALANCE));
    let annual = |sum| {
        [
            ("ANO_EJE", "2024"),
            ("NIVEL_GOBIERNO", "E"),
            ("SECTOR", "09"),
            ("PLIEGO", "096"),
            ("SEC_EJEC", "1"),
            ("MONTO_DEVENGADO_ENERO", "10.50"),
            ("MONTO_DEVENGADO_DICIEMBRE", "-0.50"),
            ("MONTO_DEVENGADO_ANUAL", sum),
        ]
    };
    check("mef_annual", &annual("10.00"), None);
    check("mef_annual", &annual("10.01"), None);
    check("mef_annual", &annual("10.02"), Some(RULE_MONTHS));
}

proptest! {
    /// Whatever amounts, months and reversals: the slices of a record sum to its columns.
    #[test]
    fn slices_keep_every_centimo(months in prop::collection::vec(-99_999_999_i64..99_999_999, 12), pim in 0_i64..99_999_999) {
        let text = |centimos: i64| base::Money::centimos(centimos).to_string();
        let names: Vec<String> = (1..=12).map(|m| format!("mto_devenga_{m:02}")).collect();
        let values: Vec<String> = months.iter().map(|c| text(*c)).collect();
        let pim_text = text(pim);
        let mut fields: Vec<(&str, &str)> = SIAF.to_vec();
        fields.extend(names.iter().map(String::as_str).zip(values.iter().map(String::as_str)));
        fields.push(("mto_pim", &pim_text));
        with("siaf_report", &fields, |row| {
            let row = row.unwrap();
            assert_eq!(row.total(Measure::Accrued), months.iter().sum::<i64>());
            assert_eq!(row.total(Measure::Pim), pim);
            for (month, amounts) in &row.slices {
                let expect = month.checked_sub(1).map_or(0, |at| months[usize::from(at)]);
                assert_eq!(amounts[Measure::Accrued.index()], expect);
                assert!(*month == 0 || amounts[Measure::Pim.index()] == 0, "PIM stands in month 0 alone");
            }
        });
    }

    #[test]
    fn no_record_panics(fields in prop::collection::vec("\\PC{0,12}", 86)) {
        let catalogue = catalogue();
        let header: Vec<&str> =
            catalogue.layout("siaf_report").unwrap().columns.iter().map(|c| c.header.as_str()).collect();
        let heading = Heading::detect(&catalogue.layouts, &header).unwrap();
        let (classification, repairs) = (&catalogue.classification, &catalogue.repairs);
        let _ = RowReader::new("f", &heading, classification, repairs).read(1, &fields);
    }
}
