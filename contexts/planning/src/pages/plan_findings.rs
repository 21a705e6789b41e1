//! What a version does not keep, with the rule and where the rule comes from.
use web::components::{Cell, Column, Table};
use web::{Arg, Format, Shell};

use super::words;
use crate::domain::check::{Finding, Subject};
use crate::domain::reference::PlanRef;
use crate::domain::words::Severity;

/// Findings on the page of a plan; the list of findings has the others.
const SHOWN: usize = 12;

/// Those of one version.
pub fn of<'a>(all: &'a [Finding], at: &PlanRef) -> Vec<&'a Finding> {
    all.iter().filter(|finding| is_of(finding, at)).collect()
}

fn is_of(finding: &Finding, at: &PlanRef) -> bool {
    match &finding.subject {
        Subject::Entity(_) => false,
        Subject::Plan(plan) => plan == at,
        Subject::Element(element) => element.plan == *at,
        Subject::Indicator(indicator) => indicator.plan == *at,
    }
}

/// The gravest first, and how many the page leaves out; a file has all.
pub fn table(shell: &Shell, mut own: Vec<&Finding>) -> (Table, usize) {
    own.sort_by_key(|finding| Severity::ALL.iter().position(|one| *one == finding.severity));
    let columns = ["subject", "says", "rule", "severity", "source"];
    let columns = columns.iter().map(|name| Column::text(&shell.t(&format!("planning-{name}")))).collect();
    let mut table = Table::new("hallazgos", &shell.t("planning-plan-findings"), columns).stacked();
    let shown = if shell.view.format == Format::Html { SHOWN } else { usize::MAX };
    for finding in own.iter().take(shown) {
        table.push(cells(shell, finding));
    }
    (table.with_files(shell), own.len().saturating_sub(shown))
}

fn cells(shell: &Shell, finding: &Finding) -> Vec<Cell> {
    let name = match &finding.subject {
        Subject::Element(element) => element.code.to_string(),
        Subject::Indicator(indicator) => indicator.code.to_string(),
        whole @ (Subject::Plan(_) | Subject::Entity(_)) => whole.to_string(),
    };
    vec![
        Cell::html(
            words::link(&words::subject_href(shell, &finding.subject), &name),
            &finding.subject.to_string(),
        ),
        Cell::text(&says(shell, finding)),
        Cell::text(&shell.t(&words::key("rule", finding.rule.as_str()))),
        Cell::html(
            words::severity(shell, finding.severity),
            &shell.t(&words::key("severity", finding.severity.as_str())),
        ),
        words::spanish_cell(shell, &finding.source),
    ]
}

/// What is wrong, in words.
pub fn says(shell: &Shell, finding: &Finding) -> String {
    let args: Vec<(&str, Arg)> =
        finding.args.iter().map(|(name, value)| (*name, Arg::Text(value.clone()))).collect();
    shell.ta(&finding.message(), &args)
}
