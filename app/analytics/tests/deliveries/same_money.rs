//! Files of other layouts and of parts tell of the same money.
use budget::domain::{Dimension, Measure};

use super::desk::{Desk, money};

const MONTHLY: &str = "pcm_covid_2020_22dep.csv.gz";
const ANNUAL: &str = "derivado_layout_anual_73col_2020_22dep.csv.gz";

#[tokio::test]
async fn budget_rows_are_counted_once() {
    let desk = Desk::new().await;
    desk.import("pcm_covid_2020_tumbes.csv").await;
    let by_month = desk.cut(&[Dimension::Month], &[]).await;
    for row in by_month.rows.iter().filter(|row| row.codes[0] != "00") {
        assert_eq!(row.amounts[Measure::Pim.index()], money("0"), "PIM in month {}", row.codes[0]);
    }
    assert_eq!(by_month.total(Measure::Pim), money("14579345.00"));
    // Dividing by a PIA of zero has no answer, and does not fail.
    assert_eq!(by_month.total(Measure::Pia), money("0"));
    let accrued = by_month.total(Measure::Accrued).unwrap();
    assert_eq!(accrued.percent_of(by_month.total(Measure::Pia).unwrap()), None);
}

#[tokio::test]
async fn the_annual_file_has_the_same_money_by_month() {
    let monthly = Desk::new().await;
    monthly.import(MONTHLY).await;
    let annual = Desk::new().await;
    let receipt = annual.import(ANNUAL).await;
    assert_eq!(receipt.delivery.rows, 31_954);
    let both = [Measure::Pia, Measure::Pim, Measure::Certified, Measure::CommittedAnnual, Measure::Paid];
    let (one, other) = (monthly.cut(&[], &[]).await, annual.cut(&[], &[]).await);
    for measure in both {
        assert_eq!(one.total(measure), other.total(measure), "{measure}");
    }
    assert_eq!(other.total(Measure::CommittedMonthly), None, "this layout does not report it");
    let accrued = |answer: budget::domain::Answer| -> Vec<(String, _)> {
        let rows =
            answer.rows.into_iter().map(|row| (row.codes[0].clone(), row.amounts[Measure::Accrued.index()]));
        rows.filter(|(_, amount)| amount.is_some_and(|a| !a.is_zero())).collect()
    };
    let months = [Dimension::Month];
    assert_eq!(accrued(monthly.cut(&months, &[]).await), accrued(annual.cut(&months, &[]).await));
    let lines = [
        Dimension::SecEjec,
        Dimension::Programme,
        Dimension::SpecificDetail,
        Dimension::Rubro,
        Dimension::Kind,
    ];
    let pim = |answer: budget::domain::Answer| -> Vec<_> {
        answer.rows.into_iter().map(|row| (row.codes, row.amounts[Measure::Pim.index()])).collect()
    };
    assert_eq!(pim(monthly.cut(&lines, &[]).await), pim(annual.cut(&lines, &[]).await));
    assert!(annual.reconcile().await.differences().next().is_none());
}
