//! Statuses that judge nobody: nothing owed yet, owed and missing, or nothing to compare with.
use super::case::{check, reasons};

#[test]
fn a_value_is_owed_after_its_period_and_the_days_of_grace() {
    check("stock increase | 2010=0 | 2012=10 |  | 2011-12-30", "not_due");
    check("stock increase | 2010=0 | 2012=10 |  | 2011-12-31", "overdue");
    check("stock increase grace=90 | 2010=0 | 2012=10 |  | 2012-03-29", "not_due");
    check("stock increase grace=90 | 2010=0 | 2012=10 |  | 2012-03-30", "overdue");
    check("stock increase grace=90 | 2010=0 | 2012=10 | 2011=5 | 2012-01-10", "on_track 100");
    check("stock increase month | 2010-12=0 | 2011-12=12 | 2011-01=1 | 2011-02-27", "on_track 100");
    check("stock increase month | 2010-12=0 | 2011-12=12 | 2011-01=1 | 2011-02-28", "overdue 100");
    check("stock increase quarter | 2010=0 | 2011=12 | 2011-Q1=3 | 2011-06-29", "on_track 100");
    check("stock increase semester | 2010=0 | 2011=12 | 2011-S1=6 | 2011-12-30", "on_track 100");
    check("stock increase semester | 2010=0 | 2011=12 | 2011-S1=6 | 2011-12-31", "overdue 100");
    check("stock increase | 2010=0 | 2012=10 |  | 0001-01-01", "not_due");
    check("stock increase grace=65535 | 2010=0 | 2012=10 |  | 0001-01-01", "not_due");
}

#[test]
fn values_before_the_baseline_or_after_the_day_do_not_answer() {
    check("stock increase | 2010=0 | 2012=10 | 2009=5 2010=0 | 2011-12-30", "not_due");
    check("stock increase | 2010=0 | 2012=10 | 2009=5 2010=0 | 2011-12-31", "overdue");
    check("stock increase | 2010=0 | 2012=10 | 2011=5 2012=10 | 2012-06-30", "on_track 100");
    check("stock increase | 2010=0 | 2012=10 | 2013=99 | 2013-12-31", "overdue");
    check("stock increase | 2010=0 | 2012=10 | 2011=5 2012=10 | 2020-06-30", "achieved 100");
    check("stock increase | 2010=0 | 2012=10 | 2011=5 | 2020-06-30", "overdue 100");
}

#[test]
fn values_of_another_length_do_not_answer() {
    check("stock increase | 2010=0 | 2012=10 | 2011-12=5 | 2011-12-31", "overdue");
    check("stock increase quarter | 2010=0 | 2012=8 | 2011=4 | 2011-12-31", "overdue");
}

#[test]
fn a_card_must_say_how_it_is_read() {
    check("- increase | 2010=0 | 2012=10 | 2012=10 | 2012-12-31", "no_method");
    check("stock - | 2010=0 | 2012=10 | 2012=10 | 2012-12-31", "no_method");
    check("stock increase no_method | 2010=0 | 2012=10 | 2012=10 | 2012-12-31", "no_method");
    check("stock increase | 2010=0 |  | 2012=10 | 2012-12-31", "no_target");
    check("stock increase | 2010=0 | 2012=10 2012-Q4=11 | 2012=10 | 2012-12-31", "no_method");
    assert_eq!(reasons("stock - | 2010=0 | 2012=10 | 2012=10 | 2012-12-31"), "sense_missing");
    assert_eq!(reasons("- - | 2010=0 | 2012=10 | 2012=10 | 2012-12-31"), "accumulation_missing");
}

#[test]
fn editions_of_other_scales_are_not_compared() {
    check("stock increase scale=A | 2010=0 | 2012=10 | 2012=10@A | 2012-12-31", "achieved 100");
    check("stock increase scale=A | 2010=0 | 2012=10 | 2012=10@B | 2012-12-31", "not_comparable");
    check("stock increase scale=A | 2010=0 | 2012=10 | 2012=10 | 2012-12-31", "not_comparable");
    check(
        "stock increase scale=A | 2010=0 | 2012=10 | 2011=5@A 2012=10@B | 2012-12-31",
        "not_comparable 100",
    );
    check("stock increase scale=A | 2010=0 | 2012=10 | 2012=10@A 2012=55@B | 2012-12-31", "achieved 100");
    check("stock increase | 2010=0 | 2012=10 | 2011=5@A 2012=10@B | 2012-12-31", "not_comparable");
    check("stock increase | 2010=0 | 2012=10 | 2011=5@A 2012=10@A | 2012-12-31", "achieved 100");
    check("stock increase | 2010=0 | 2012=10 | 2012=10 2012=11 | 2012-12-31", "not_comparable");
    check("stock increase scale=A | 2010=0 | 2012=10 | 2010=1@B | 2012-12-31", "overdue");
    assert_eq!(
        reasons("stock increase | 2010=0 | 2012=10 | 2011=5@A 2012=1@B | 2012-12-31"),
        "scale_unstated"
    );
}

#[test]
fn a_source_that_stopped_is_not_the_fault_of_the_one_who_reports() {
    check(
        "stock increase frozen=2012-06-30 | 2010=0 | 2012=10 | 2011=5 | 2012-12-31",
        "frozen_by_source 100",
    );
    check("stock increase frozen=2013-01-01 | 2010=0 | 2012=10 | 2011=5 | 2013-06-30", "overdue 100");
    check("stock increase frozen=2012-06-30 | 2010=0 | 2012=10 | 2011=5 | 2012-12-30", "on_track 100");
    check("stock increase frozen=2011-06-30 | 2010=0 | 2012=10 | 2012=10 | 2012-12-31", "achieved 100");
}
