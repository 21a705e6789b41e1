//! A layout of the pack as runs of columns that change together, so that what many rows share is written once.
use anyhow::anyhow;
use budget::domain::{Column, Dimension, Layout, Measure, Month, Role};

use super::{
    cells::{Cells, money, quoted},
    codes::Unit,
    shape::Style,
    spending::Spending,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Month,
    Goal,
    Funding,
    Detail,
    Amount,
}

pub struct Template<'a> {
    columns: &'a [Column],
    pub style: &'a Style,
    runs: Vec<(Part, std::ops::Range<usize>)>,
    /// Rows by month rather than one for the year.
    is_monthly: bool,
}

/// What rows share, as bytes, one text for each run of its part.
#[derive(Default)]
pub struct Shared(Vec<Vec<u8>>);

impl<'a> Template<'a> {
    pub fn of(layouts: &'a [Layout], style: &'a Style) -> anyhow::Result<Self> {
        let layout = layouts
            .iter()
            .find(|layout| layout.code == style.code)
            .ok_or_else(|| anyhow!("the pack has no layout {}", style.code))?;
        let mut runs: Vec<(Part, std::ops::Range<usize>)> = Vec::new();
        for (at, column) in layout.columns.iter().enumerate() {
            let part = part(&column.role);
            match runs.last_mut() {
                Some((last, run)) if *last == part => run.end = at + 1,
                _ => runs.push((part, at..at + 1)),
            }
        }
        let of_row = |column: &Column| matches!(column.role, Role::Amount(_, Month::OfRow));
        let is_monthly = layout.columns.iter().any(of_row);
        Ok(Self { columns: &layout.columns, style, runs, is_monthly })
    }

    pub fn header(&self, to: &mut Vec<u8>) {
        if self.style.mark {
            to.extend_from_slice("\u{feff}".as_bytes());
        }
        for (at, column) in self.columns.iter().enumerate() {
            comma(at, to);
            quoted(&column.header, to);
        }
        to.extend_from_slice(self.style.line_end.as_bytes());
    }

    pub fn goal(&self, cells: &mut Cells, unit: &Unit, is_project: bool, shared: &mut Shared) {
        let [project, activity] = &self.style.kind;
        cells.put(Dimension::Kind, if is_project { project } else { activity }, "");
        if unit.is_local {
            let [sector, name, pliego] = &self.style.local;
            let body = cells.name(Dimension::Pliego).to_owned();
            cells.put(Dimension::Sector, sector, name);
            cells.put(Dimension::Pliego, pliego, &body);
        }
        self.share(Part::Goal, cells, shared);
    }

    pub fn funding(&self, cells: &Cells) -> Shared {
        self.shared(Part::Funding, cells)
    }

    pub fn detail(&self, cells: &Cells) -> Shared {
        self.shared(Part::Detail, cells)
    }

    fn shared(&self, part: Part, cells: &Cells) -> Shared {
        let mut shared = Shared::default();
        self.share(part, cells, &mut shared);
        shared
    }

    fn share(&self, part: Part, cells: &Cells, shared: &mut Shared) {
        let runs = self.runs.iter().filter(|(own, _)| *own == part);
        shared.0.resize_with(runs.clone().count(), Vec::new);
        for ((_, run), to) in runs.zip(&mut shared.0) {
            to.clear();
            for (at, column) in self.columns.get(run.clone()).unwrap_or_default().iter().enumerate() {
                comma(run.start + at, to);
                let text = match column.role {
                    Role::Code(dimension) => cells.code(dimension),
                    Role::Name(dimension) => cells.name(dimension),
                    _ => "",
                };
                if self.style.bare.contains(&column.header) {
                    to.extend_from_slice(text.as_bytes());
                } else {
                    quoted(text, to);
                }
            }
        }
    }

    /// The rows of a line; how many there are.
    pub fn line(&self, [goal, funding, detail]: [&Shared; 3], spending: &Spending, to: &mut Vec<u8>) -> u64 {
        let mut row = |month: usize| {
            let (mut goals, mut fundings, mut details) = (goal.0.iter(), funding.0.iter(), detail.0.iter());
            for (part, run) in &self.runs {
                let shared = match part {
                    Part::Goal => goals.next(),
                    Part::Funding => fundings.next(),
                    Part::Detail => details.next(),
                    Part::Month => {
                        comma(run.start, to);
                        to.extend_from_slice(itoa::Buffer::new().format(month).as_bytes());
                        continue;
                    }
                    Part::Amount => {
                        self.amounts(run.clone(), month, spending, to);
                        continue;
                    }
                };
                to.extend_from_slice(shared.map_or(&[], Vec::as_slice));
            }
            to.extend_from_slice(self.style.line_end.as_bytes());
        };
        row(0);
        let mut rows = 1;
        for month in (1..=12).filter(|month| self.is_monthly && spending.moves(month - 1)) {
            row(month);
            rows += 1;
        }
        rows
    }

    fn amounts(&self, run: std::ops::Range<usize>, month: usize, spending: &Spending, to: &mut Vec<u8>) {
        for (at, column) in self.columns.get(run.clone()).unwrap_or_default().iter().enumerate() {
            let amount = match column.role {
                Role::Amount(measure, Month::OfRow) => of_month(measure, month, spending),
                Role::Amount(measure, Month::Fixed(0)) | Role::Check(measure) => of_year(measure, spending),
                Role::Amount(measure, Month::Fixed(month)) => of_month(measure, month.into(), spending),
                _ => 0,
            };
            comma(run.start + at, to);
            if self.style.bare_amounts {
                money(amount, to);
            } else {
                to.push(b'"');
                money(amount, to);
                to.push(b'"');
            }
        }
    }
}

fn part(role: &Role) -> Part {
    match role {
        Role::Amount(..) | Role::Check(_) => Part::Amount,
        Role::Code(dimension) | Role::Name(dimension) | Role::CodeAndName(dimension) => match dimension {
            Dimension::Month => Part::Month,
            Dimension::Source | Dimension::Rubro | Dimension::ResourceType => Part::Funding,
            Dimension::Category
            | Dimension::Transaction
            | Dimension::Generic
            | Dimension::Subgeneric
            | Dimension::SubgenericDetail
            | Dimension::Specific
            | Dimension::SpecificDetail => Part::Detail,
            _ => Part::Goal,
        },
    }
}

fn phase(measure: Measure, spending: &Spending) -> Option<&[i64; 12]> {
    match measure {
        Measure::Certified => Some(&spending.certified),
        Measure::CommittedAnnual => Some(&spending.committed),
        // What is attended in a month is accrued in it.
        Measure::CommittedMonthly | Measure::Accrued => Some(&spending.accrued),
        Measure::Paid => Some(&spending.paid),
        _ => None,
    }
}

fn of_year(measure: Measure, spending: &Spending) -> i64 {
    match measure {
        Measure::Pia => spending.pia,
        Measure::Pim => spending.pim,
        _ => phase(measure, spending).map_or(0, |months| months.iter().sum()),
    }
}

/// Month 0 holds the budget alone.
fn of_month(measure: Measure, month: usize, spending: &Spending) -> i64 {
    match (measure, month.checked_sub(1)) {
        (Measure::Pia | Measure::Pim, None) => of_year(measure, spending),
        (_, None) => 0,
        (_, Some(month)) => {
            phase(measure, spending).and_then(|months| months.get(month)).copied().unwrap_or(0)
        }
    }
}

fn comma(column: usize, to: &mut Vec<u8>) {
    if column > 0 {
        to.push(b',');
    }
}
