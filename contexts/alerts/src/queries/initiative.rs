//! Alerts about what is done for an objective beside what comes of it.
use std::collections::BTreeMap;

use base::Money;
use budget::{domain::Measure, queries::Ledger};
use db::Conn;
use monitoring::{
    domain::{Rules, Status},
    queries::standings::{Standing, of_elements},
};
use planning::domain::{portfolio::Portfolio, reference::ElementRef};
use rust_decimal::Decimal;

use super::{AlertsError, Asked};
use crate::{
    domain::{Alert, Cause, Sign, Trigger, Why},
    reading::AlertLaw,
};

/// What is known of one element beside its own results.
struct Below {
    /// Indicators of what hangs from it that are judged, and how many of them are done or on their way.
    judged: usize,
    well: usize,
    /// Percent of the money of the year that is spent; none where no money of it is known.
    spent: Option<Decimal>,
}

/// Of objectives whose own result is behind: those whose actions are done or whose money is spent, and those whose money is
/// ahead of the result.
pub(super) async fn initiatives(
    conn: &mut Conn,
    asked: Asked,
    (law, rules): (&AlertLaw, &Rules),
    (all, ledger): (&Portfolio, &Ledger),
    behind: &[Alert],
) -> Result<Vec<Alert>, AlertsError> {
    let mut elements: BTreeMap<ElementRef, &Alert> = BTreeMap::new();
    for alert in behind {
        let is_result = matches!(alert.cause, Cause::Result { .. });
        let is_behind = alert.has(Trigger::SuboptimalResult) || alert.has(Trigger::BehindSchedule);
        if let Some(element) = alert.element.as_ref().filter(|_| is_result && is_behind) {
            elements.entry(element.clone()).or_insert(alert);
        }
    }
    let asked_of: Vec<ElementRef> = elements.keys().cloned().collect();
    let below = of_elements(conn, asked.known, rules, all, &asked_of).await?;
    let year = asked.on.year();
    let mut found = Vec::new();
    for ((element, of), standings) in elements.into_iter().zip(&below) {
        let name = element.to_string();
        let (own, under): (Vec<&Standing>, Vec<&Standing>) =
            standings.iter().partition(|one| one.element == name);
        let judged: Vec<&&Standing> = under.iter().filter(|one| one.status.judges()).collect();
        let is_well = |one: &&&&Standing| matches!(one.status, Status::Achieved | Status::OnTrack);
        let well = judged.iter().filter(is_well).count();
        let spent = all.find(&element).and_then(|at| spent(ledger, all, at));
        let signs = signs((law, year), &own, &Below { judged: judged.len(), well, spent });
        if let Some(mut alert) =
            Alert::of(Cause::Initiative { element: element.clone(), year }, signs, of.since)
        {
            let node = all.find(&element).and_then(|at| all.element(at));
            alert.name = node.map_or_else(Default::default, |node| {
                (node.element.title.clone(), node.element.title_en.clone())
            });
            alert.entity.clone_from(&of.entity);
            alert.territory.clone_from(&of.territory);
            (alert.element, alert.sample) = (Some(element), of.sample);
            found.push(alert);
        }
    }
    Ok(found)
}

fn signs((law, year): (&AlertLaw, i16), own: &[&Standing], below: &Below) -> Vec<Sign> {
    let worst = own.iter().filter(|one| matches!(one.status, Status::OffTrack | Status::Behind));
    let worst =
        worst.filter_map(|one| Some((one, one.progress_percent?))).min_by_key(|(_, progress)| *progress);
    let Some((worst, progress)) = worst else { return Vec::new() };
    let indicator = worst.indicator.clone();
    let mut found = Vec::new();
    let all_well = below.judged > 0 && below.well == below.judged;
    let all_spent = below.spent.zip(law.spent).is_some_and(|(spent, enough)| spent >= enough);
    if worst.status == Status::OffTrack && (all_well || all_spent) {
        let (indicator, actions) = (indicator.clone(), if all_well { below.well } else { 0 });
        let why = Why::Executed { year, indicator, progress, actions, spent: below.spent };
        found.push(Sign { trigger: Trigger::InsufficientInitiative, why });
    }
    // The money of a year says nothing of the result of another.
    let is_of_year = worst.last.is_some_and(|(period, _)| period.end().year() == year);
    if let (Some(spent), Some(threshold), true) = (below.spent, law.divergence, is_of_year) {
        // Percentage of the money minus percentage of the result, in points.
        let points = spent - progress.max(Decimal::ZERO);
        if points > threshold {
            let why = Why::Money { year, indicator, spent, progress, points, threshold };
            found.push(Sign { trigger: Trigger::MoneyResultDivergence, why });
        }
    }
    found
}

/// Percent of the budget in force that is accrued, to one decimal.
fn spent(ledger: &Ledger, all: &Portfolio, at: planning::domain::portfolio::ElementAt) -> Option<Decimal> {
    let money = ledger.element(all, at)?;
    let (pim, accrued) = (money.of(Measure::Pim)?.total(), money.of(Measure::Accrued)?.total());
    let decimal = |money: Money| Decimal::from(money.as_centimos());
    let share = decimal(accrued).checked_div(decimal(pim))?;
    Some((share * Decimal::ONE_HUNDRED).round_dp(1).normalize())
}
