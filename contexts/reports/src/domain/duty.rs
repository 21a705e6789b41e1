//! Who owes which report to whom, how often, and by when (¶322, ¶334, ¶376 of the Public Governance Review of Peru, 2016).
use base::{Period, Validity, codes::EntityCode, period::Periodicity};
use jiff::civil::Date;

use super::words;

words! {
    /// How often a report is owed.
    Frequency {
        Monthly = "monthly",
        Quarterly = "quarterly",
        HalfYearly = "half_yearly",
        Yearly = "yearly",
    }
    /// To whom it is owed.
    Addressee {
        Congress = "congress",
        Comptroller = "comptroller",
        President = "president",
        CouncilPresident = "council_president",
        Public = "public",
    }
    /// What it is made of.
    Template {
        FinancialExecution = "financial_execution",
        Execution = "execution",
        Indicators = "indicators",
        NationalObjectives = "national_objectives",
        Evaluations = "evaluations",
        StrategicManagement = "strategic_management",
    }
}

impl Frequency {
    pub const fn periodicity(self) -> Periodicity {
        match self {
            Self::Monthly => Periodicity::Month,
            Self::Quarterly => Periodicity::Quarter,
            Self::HalfYearly => Periodicity::Semester,
            Self::Yearly => Periodicity::Annual,
        }
    }

    /// Reports in a year.
    pub const fn per_year(self) -> u64 {
        match self {
            Self::Monthly => 12,
            Self::Quarterly => 4,
            Self::HalfYearly => 2,
            Self::Yearly => 1,
        }
    }
}

impl Template {
    /// Raised when the same facts would give other content: an edition is made again by the version that made it, or not at all.
    pub const fn version(self) -> i64 {
        1
    }
}

/// A report that is owed again and again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    pub code: String,
    pub name: (String, String),
    pub what: (String, String),
    pub frequency: Frequency,
    /// Role of the post that owes it: it signs and publishes.
    pub role: &'static str,
    /// Role of the posts of the body that may prepare it besides.
    pub prepares: &'static str,
    /// The body of those posts.
    pub entity: EntityCode,
    pub addressees: Vec<Addressee>,
    pub template: Template,
    /// Key of the rule with the days from the end of the period by which it is due.
    pub term: String,
    /// Key of the rule that says how many a year the law wants; none where no norm does.
    pub per_year: Option<String>,
    /// When the duty holds, by the first day of the period.
    pub valid: Validity,
    /// From which period on this calendar asks for it: what is older was owed before anybody could deliver it here.
    pub owed_from: Date,
    pub source: String,
    pub note: String,
}

impl Duty {
    /// Whether it is owed for the period.
    pub fn owes(&self, period: Period) -> bool {
        self.holds(period) && period.start() >= self.owed_from
    }

    /// Whether there is such a report of the period.
    pub fn holds(&self, period: Period) -> bool {
        period.periodicity() == self.frequency.periodicity() && self.valid.holds_on(period.start())
    }

    /// Periods that are owed and begin no later than a day, the first first.
    pub fn periods(&self, until: Date) -> impl Iterator<Item = Period> + use<'_> {
        let from = self.owed_from.max(self.valid.from());
        let first = Period::containing(from, self.frequency.periodicity());
        std::iter::successors(first, |period| period.next())
            .take_while(move |period| period.start() <= until)
            .filter(|period| self.owes(*period))
    }
}
