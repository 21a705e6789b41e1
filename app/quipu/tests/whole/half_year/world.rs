//! Four bodies with a plan each, and what will become of every value that they owe: made by chance that is the same everywhere.
use std::fmt::Write as _;

use jiff::civil::{Date, date};

use crate::{chance::Chance, desk::Desk};

/// Bodies and the type of their plan: values of a sector plan are accepted by the co-ordinator of the sector.
pub const BODIES: [(&str, &str); 4] =
    [("E:11-011", "PESEM"), ("E:10-010", "PEI"), ("E:05-005", "PEI"), ("E:37-037", "PEI")];
/// The body whose values, commitments and requests are looked at by others.
pub const HEALTH: &str = "E:11-011";

/// When somebody acts. The service's day is that of Lima: at 04:30 of UTC it is half past eleven of the night before, the last
/// minutes of a due day.
pub const MOMENTS: [(&str, Date); 20] = [
    ("2026-03-03T04:30:00Z", date(2026, 3, 2)),
    ("2026-03-16T15:00:00Z", date(2026, 3, 16)),
    ("2026-03-31T04:30:00Z", date(2026, 3, 30)),
    ("2026-03-31T15:00:00Z", date(2026, 3, 31)),
    ("2026-04-16T15:00:00Z", date(2026, 4, 16)),
    ("2026-05-01T04:30:00Z", date(2026, 4, 30)),
    ("2026-05-02T15:00:00Z", date(2026, 5, 2)),
    ("2026-05-16T15:00:00Z", date(2026, 5, 16)),
    ("2026-05-31T04:30:00Z", date(2026, 5, 30)),
    ("2026-05-31T15:00:00Z", date(2026, 5, 31)),
    ("2026-06-16T15:00:00Z", date(2026, 6, 16)),
    ("2026-07-01T04:30:00Z", date(2026, 6, 30)),
    ("2026-07-02T15:00:00Z", date(2026, 7, 2)),
    ("2026-07-16T15:00:00Z", date(2026, 7, 16)),
    ("2026-07-22T15:00:00Z", REVIEW),
    ("2026-07-31T04:30:00Z", date(2026, 7, 30)),
    ("2026-07-31T15:00:00Z", date(2026, 7, 31)),
    ("2026-08-15T15:00:00Z", FROZEN),
    ("2026-08-30T04:30:00Z", date(2026, 8, 29)),
    ("2026-08-31T15:00:00Z", date(2026, 8, 31)),
];
/// The sector's review; and when the report of the half-year is frozen, before its last values came.
pub const REVIEW: Date = date(2026, 7, 22);
pub const FROZEN: Date = date(2026, 8, 15);

/// An indicator that rises in a straight line from nothing at the end of 2025.
#[derive(Clone, Copy)]
pub struct Card {
    pub code: &'static str,
    pub is_quarterly: bool,
    pub a_month: u64,
}

pub const CARDS: [Card; 3] = [
    Card { code: "I1", is_quarterly: false, a_month: 10 },
    Card { code: "I2", is_quarterly: false, a_month: 25 },
    Card { code: "I3", is_quarterly: true, a_month: 40 },
];

pub fn plan_of(entity: &str) -> String {
    format!("SIM-{}", entity.replace(':', "-"))
}

/// What a planner does about a value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Act {
    Record(u64),
    NoValue,
}

/// A value that is put in at a moment.
#[derive(Clone)]
pub struct Report {
    pub moment: usize,
    pub entity: &'static str,
    pub indicator: &'static str,
    pub period: String,
    pub act: Act,
}

/// The plans, put in by whoever runs the service.
pub fn plans(desk: &Desk) {
    let mut plan = "plan,version,plan_type,title,entity,territory,sector,horizon_from,horizon_to,version_kind,state,instrument,instrument_date,valid_from,source\n".to_owned();
    let mut elements = "plan,version,code,kind,title\n".to_owned();
    let mut indicators = "plan,version,element,code,name,unit,sense,accumulation,method,periodicity,baseline_value,baseline_period,lead\n".to_owned();
    let mut targets = "plan,version,indicator,period,territory,value\n".to_owned();
    for (entity, plan_type) in BODIES {
        let code = plan_of(entity);
        let sector = &entity[2..4];
        writeln!(plan, "{code},1,{plan_type},Plan de {entity},{entity},PE,S:{sector},2026,2028,new,in_force,RM 1-2026,2026-01-01,2026-01-01,Prueba").unwrap();
        writeln!(elements, "{code},1,OE1,objective,Objetivo de {entity}").unwrap();
        for card in CARDS {
            let (periodicity, base, last) = if card.is_quarterly {
                ("quarter", "2025-Q4", "2026-Q4")
            } else {
                ("month", "2025-12", "2026-12")
            };
            let lead = if card.code == "I1" { "yes" } else { "no" };
            writeln!(indicators, "{code},1,OE1,{},Indicador {} de {entity},caso,increase,stock,Conteo,{periodicity},0,{base},{lead}", card.code, card.code).unwrap();
            writeln!(targets, "{code},1,{},{last},PE,{}", card.code, card.a_month * 12).unwrap();
        }
    }
    let files = [("plan", plan), ("elements", elements), ("indicators", indicators), ("targets", targets)];
    for (name, text) in files {
        desk.file(&format!("plan/{name}.csv"), text);
    }
    desk.says(&format!("import plan {} --source Prueba", desk.path("plan")));
}

/// Code, last day and month number of the periods of an indicator that end in the half-year.
fn periods(card: Card) -> Vec<(String, Date, u64)> {
    let month = |n: i8| date(2026, n, 1).last_of_month();
    let number = |n: i8| u64::try_from(n).unwrap();
    if card.is_quarterly {
        return [(1, 3), (2, 6)].map(|(q, n)| (format!("2026-Q{q}"), month(n), number(n))).to_vec();
    }
    (1..=6).map(|n| (format!("2026-{n:02}"), month(n), number(n))).collect()
}

/// Moments on days after `from` and until `until`.
fn between(from: Date, until: Date) -> Vec<usize> {
    (0..MOMENTS.len()).filter(|at| from < MOMENTS[*at].1 && MOMENTS[*at].1 <= until).collect()
}

/// Everything that will be put in: on time, late, never, a reason instead of a value, or a wrong value that is corrected later.
pub fn reports(seed: u64) -> Vec<Report> {
    let mut chance = Chance::new(seed);
    let mut all = Vec::new();
    for (entity, _) in BODIES {
        for card in CARDS {
            // How this body does in it, in percent of what is expected.
            let mood = [104, 97, 84, 55][usize::try_from(chance.below(4)).unwrap()];
            for (period, end, months) in periods(card) {
                let grace = if card.is_quarterly { 60 } else { 30 };
                let due = end.saturating_add(jiff::Span::new().days(grace));
                let value = card.a_month * months * (mood + chance.below(5)) / 100;
                let early = between(end, due);
                let late = between(due, due.saturating_add(jiff::Span::new().days(40)));
                let fate = chance.below(10);
                let mut one_of = |from: &[usize]| {
                    from.get(usize::try_from(chance.below(from.len().max(1) as u64)).unwrap()).copied()
                };
                let put = |moment: usize, act: Act| Report {
                    moment,
                    entity,
                    indicator: card.code,
                    period: period.clone(),
                    act,
                };
                match fate {
                    0..=4 => all.extend(one_of(&early).map(|at| put(at, Act::Record(value)))),
                    5 | 6 => all.extend(one_of(&late).map(|at| put(at, Act::Record(value)))),
                    7 => {}
                    8 if entity != HEALTH => all.extend(one_of(&early).map(|at| put(at, Act::NoValue))),
                    _ => {
                        if let Some(at) = one_of(&early) {
                            all.push(put(at, Act::Record(value + 7)));
                            let after = at + 1 + usize::try_from(chance.below(3)).unwrap();
                            all.extend((after < MOMENTS.len()).then(|| put(after, Act::Record(value))));
                        }
                    }
                }
            }
        }
    }
    all
}
