//! Alerts about reports that are owed.
use db::{Conn, Files};
use jiff::ToSpan;
use reports::{Country, queries::CalendarAsked};

use super::{AlertsError, Asked};
use crate::domain::{Alert, Cause, Sign, Trigger, Why};

/// One for each report that was to be published and is not.
pub(super) async fn overdue(conn: &mut Conn, files: &Files, asked: Asked) -> Result<Vec<Alert>, AlertsError> {
    let country = Country { offset: asked.offset };
    let calendar = CalendarAsked { known: asked.known, on: asked.on, known_on: asked.known_on, country };
    let mut found = Vec::new();
    for one in reports::queries::overdue(conn, files, calendar).await? {
        let Some(due_on) = one.due_on() else { continue };
        let cause = Cause::Report { duty: one.duty.code.clone(), period: one.period.to_string() };
        let why = Why::Unpublished { period: one.period, due_on };
        let sign = Sign { trigger: Trigger::ReportOverdue, why };
        // What is due on a day is late from the next.
        let Some(mut alert) = Alert::of(cause, vec![sign], due_on.saturating_add(1.day())) else { continue };
        alert.entity = Some(one.duty.entity.clone());
        alert.name = (one.duty.name.0.clone(), Some(one.duty.name.1.clone()));
        found.push(alert);
    }
    Ok(found)
}
