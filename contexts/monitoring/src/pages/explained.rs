//! A status step by step, in words: what was promised, what was due, what was measured, how both compare.
use web::{Arg, Shell};

use crate::domain::path::{Bounds, Expected, Origin};
use crate::domain::review::{Mark, Phase};
use crate::domain::status::Reason;
use crate::domain::{Explanation, Refusal};

/// The steps in the order in which the arithmetic takes them.
pub fn steps(shell: &Shell, explained: &Explanation) -> Vec<String> {
    let mut steps = vec![approved(shell, explained)];
    let card = &explained.facts.indicator;
    if let Some(baseline) = card.baseline {
        let args =
            [("value", shell.value(baseline.value).into()), ("period", shell.period(baseline.period).into())];
        steps.push(shell.ta("explained-baseline", &args));
    }
    if let Some(due) = explained.due {
        steps.push(shell.t1("explained-due", "period", shell.period(due)));
    }
    if let Some(last) = explained.last {
        let args = [
            ("value", shell.value(last.value).into()),
            ("period", shell.period(last.period).into()),
            ("date", shell.date(last.on).into()),
        ];
        steps.push(shell.ta("explained-measured", &args));
    }
    if let Some((last, measured)) = explained.last.zip(explained.measured) {
        steps.push(expected(shell, measured.expected, &shell.period(last.period)));
    }
    if let Some(progress) = explained.progress {
        let percent = explained.progress_percent.map_or_else(|| "–".to_owned(), |p| shell.value(p));
        let args = [
            ("done", shell.value(progress.done.normalize()).into()),
            ("due", shell.value(progress.due.normalize()).into()),
            ("percent", percent.into()),
        ];
        steps.push(shell.ta("explained-progress", &args));
        steps.push(thresholds(shell, explained));
    }
    steps.extend(explained.reasons.iter().map(|reason| reason_words(shell, reason)));
    let last = explained.last.map(|last| last.period);
    let told = explained.facts.marks.iter().filter(|mark| last.is_none_or(|last| mark.period >= last));
    steps.extend(told.filter_map(|mark| mark_words(shell, mark)));
    steps
}

/// What is known of a value besides the number, and that it does not change the status or why it does.
fn mark_words(shell: &Shell, mark: &Mark) -> Option<String> {
    let key = match (mark.review, mark.validation) {
        (Some(Phase::Review), _) => "explained-under-review".to_owned(),
        (Some(Phase::Returned), _) => "explained-returned".to_owned(),
        (None, Some(verdict)) => format!("explained-{}", verdict.as_str().replace('_', "-")),
        (Some(Phase::Accepted), _) | (None, None) => return None,
    };
    let args = [("period", shell.period(mark.period).into()), ("words", mark.words.as_ref().into())];
    Some(shell.ta(&key, &args))
}

fn approved(shell: &Shell, explained: &Explanation) -> String {
    match &explained.approved_by {
        Some(by) => shell.t1("explained-approved", "approved_by", by.as_ref()),
        None => shell.t("explained-not-approved"),
    }
}

fn thresholds(shell: &Shell, explained: &Explanation) -> String {
    let rules = &explained.rules;
    // The rows of the two thresholds; those of days of grace follow them and are in the export.
    let version: Vec<&str> = rules.version.split(' ').take(2).collect();
    let args: [(&str, Arg); 3] = [
        ("on_track", shell.value(rules.on_track_percent).into()),
        ("behind", shell.value(rules.behind_percent).into()),
        ("version", version.join(", ").into()),
    ];
    shell.ta("explained-thresholds", &args)
}

/// One value, or the two ends of a band.
pub fn bounds(shell: &Shell, bounds: Bounds) -> String {
    if bounds.low == bounds.high {
        return shell.value(bounds.low);
    }
    let args = [("low", shell.value(bounds.low).into()), ("high", shell.value(bounds.high).into())];
    shell.ta("explained-band", &args)
}

fn expected(shell: &Shell, expected: Expected, period: &str) -> String {
    let (period, value) = (("period", period.into()), ("value", bounds(shell, expected.bounds).into()));
    match expected.origin {
        Origin::Stated => shell.ta("explained-expected-stated", &[period, value]),
        Origin::Interpolated { months_done, months_total } => shell.ta(
            "explained-expected-interpolated",
            &[period, value, ("months_done", months_done.into()), ("months_total", months_total.into())],
        ),
    }
}

pub fn reason_words(shell: &Shell, reason: &Reason) -> String {
    let t = |key: &str, args: &[(&str, Arg)]| shell.ta(&format!("reason-{key}"), args);
    let period = |p: &base::Period| Arg::from(shell.period(p));
    let date = |d: &jiff::civil::Date| Arg::from(shell.date(d));
    let scale = |s: &Option<Box<str>>| {
        Arg::from(s.as_deref().map_or_else(|| shell.t("monitoring-scale-unstated"), str::to_owned))
    };
    match reason {
        Reason::Refused { refusal } => refusal_words(shell, refusal),
        Reason::TargetsMissing => t("targets_missing", &[]),
        Reason::TargetsBeforeBaseline => t("targets_before_baseline", &[]),
        Reason::NothingDueBefore { period: p, due_on } => {
            t("nothing_due_before", &[("period", period(p)), ("due_on", date(due_on))])
        }
        Reason::PathNotBegun { first } => t("path_not_begun", &[("first", period(first))]),
        Reason::ValueOwed { period: p, due_on } => {
            t("value_owed", &[("period", period(p)), ("due_on", date(due_on))])
        }
        Reason::NotAvailable { period: p, words, .. } => {
            t("not_available", &[("period", period(p)), ("words", words.as_ref().into())])
        }
        Reason::SourceStopped { on } => t("source_stopped", &[("on", date(on))]),
        Reason::ScaleDiffers { targets, value } => {
            t("scale_differs", &[("targets", scale(targets)), ("value", scale(value))])
        }
        Reason::ScaleUnstated => t("scale_unstated", &[]),
        Reason::TargetMet => t("target_met", &[]),
        Reason::MetEarly => t("met_early", &[]),
        Reason::LastTargetMissed => t("last_target_missed", &[]),
        Reason::NoChangeDue => t("no_change_due", &[]),
        Reason::LevelCompared => t("level_compared", &[]),
        Reason::MovedAway => t("moved_away", &[]),
    }
}

fn refusal_words(shell: &Shell, refusal: &Refusal) -> String {
    let t = |key: &str, args: &[(&str, Arg)]| shell.ta(&format!("refusal-{key}"), args);
    let one = |key: &str, period: &base::Period| t(key, &[("periods", shell.period(period).into())]);
    match refusal {
        Refusal::MethodMissing => t("method_missing", &[]),
        Refusal::SenseMissing => t("sense_missing", &[]),
        Refusal::AccumulationMissing => t("accumulation_missing", &[]),
        Refusal::SenseContradicts => t("sense_contradicts", &[]),
        Refusal::BaselineMissing => t("baseline_missing", &[]),
        Refusal::CountStartMissing => t("count_start_missing", &[]),
        Refusal::BandIncomplete(period) => one("band_incomplete", period),
        Refusal::TargetRepeated(period) => one("target_repeated", period),
        Refusal::TargetLengthMixed(period) => one("target_length_mixed", period),
        Refusal::ObservationRepeated(period) => one("observation_repeated", period),
        Refusal::ScalesMixed(period) => one("scales_mixed", period),
        Refusal::PeriodsMissing(periods) => {
            let words: Vec<String> = periods.iter().map(|period| shell.period(period)).collect();
            t("periods_missing", &[("periods", words.join(", ").into())])
        }
        Refusal::Overflow => t("overflow", &[]),
        Refusal::DivisionByZero => t("division_by_zero", &[]),
        Refusal::NotAggregable => t("not_aggregable", &[]),
        Refusal::PartsMissing { missing, expected } => t(
            "parts_missing",
            &[("missing", i64::from(*missing).into()), ("expected", i64::from(*expected).into())],
        ),
        Refusal::TermsMissing => t("terms_missing", &[]),
        Refusal::TermsDisagree => t("terms_disagree", &[]),
    }
}
