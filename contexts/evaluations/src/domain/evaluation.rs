//! What is evaluated, by whom, and how far it came.
use base::codes::EntityCode;
use jiff::civil::Date;

use super::EvaluationCode;

base::closed_words! {
    /// What kind of evaluation (¶338, ¶339 of the Public Governance Review of Peru, 2016).
    Kind {
        // EDEP: the logic of a programme's design, its implementation, and how it performs.
        DesignAndExecution = "design_and_execution",
        // Final effects, mainly by surveys of those served.
        ImpactRetrospective = "impact_retrospective",
        // Final effects, looked for before something is done or grows.
        ImpactProspective = "impact_prospective",
        Plan = "plan",
        Sector = "sector",
        Region = "region",
    }
    /// What an evaluation is about.
    About {
        Programme = "programme",
        Plan = "plan",
        Sector = "sector",
        Territory = "territory",
    }
    /// How far an evaluation came.
    Stage {
        // In the agenda; nobody evaluates it yet.
        Planned = "planned",
        // An evaluator is named.
        UnderWay = "under_way",
        // The final report was delivered.
        Reported = "reported",
    }
    /// What the management of the evaluated body says of the findings.
    Stance {
        Agrees = "agrees",
        AgreesInPart = "agrees_in_part",
        Disagrees = "disagrees",
    }
}

impl Kind {
    pub const fn about(self) -> About {
        match self {
            Self::DesignAndExecution | Self::ImpactRetrospective | Self::ImpactProspective => {
                About::Programme
            }
            Self::Plan => About::Plan,
            Self::Sector => About::Sector,
            Self::Region => About::Territory,
        }
    }
}

/// Who evaluates: by name, and by its code where it is a public body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluator {
    pub name: String,
    pub entity: Option<EntityCode>,
}

/// An evaluation of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluation {
    pub code: EvaluationCode,
    pub kind: Kind,
    /// Code of the programme, plan, sector or territory.
    pub subject: String,
    /// The body that answers for what is evaluated.
    pub entity: EntityCode,
    pub title: String,
    pub title_en: Option<String>,
    /// The agenda it belongs to.
    pub year: i16,
    pub evaluator: Option<Evaluator>,
    pub is_sample: bool,
}

/// What is wrong with what an evaluation says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("give it a title of at most 300 characters")]
    Title,
    #[error("name the evaluator, in at most 200 characters")]
    Evaluator,
    #[error("the evaluated body does not evaluate itself; name a third party")]
    NotThirdParty,
    #[error("write the year of the agenda, from 2007 to 2100")]
    Year,
}

const TITLE_CHARS_MAX: usize = 300;
const EVALUATOR_CHARS_MAX: usize = 200;
/// Results-based budgeting began in 2007 (¶306).
const YEARS: std::ops::RangeInclusive<i16> = 2007..=2100;

/// Whether a text is there and not too long.
pub(super) fn fits(text: &str, chars_max: usize) -> bool {
    !text.trim().is_empty() && text.chars().count() <= chars_max
}

impl Evaluation {
    /// Blanks around texts taken away.
    ///
    /// # Errors
    /// The first fault.
    pub fn checked(mut self) -> Result<Self, Fault> {
        self.title = self.title.trim().to_owned();
        self.title_en = self.title_en.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        let long = self.title_en.as_ref().is_some_and(|text| !fits(text, TITLE_CHARS_MAX));
        if !fits(&self.title, TITLE_CHARS_MAX) || long {
            return Err(Fault::Title);
        }
        if !YEARS.contains(&self.year) {
            return Err(Fault::Year);
        }
        if let Some(evaluator) = self.evaluator.take() {
            self.evaluator = Some(third_party(evaluator, &self.entity)?);
        }
        Ok(self)
    }

    /// The programme, where it is about one.
    pub fn programme(&self) -> Option<&str> {
        (self.kind.about() == About::Programme).then_some(self.subject.as_str())
    }

    pub const fn stage(&self, delivered: Option<Date>) -> Stage {
        match (delivered, &self.evaluator) {
            (Some(_), _) => Stage::Reported,
            (None, Some(_)) => Stage::UnderWay,
            (None, None) => Stage::Planned,
        }
    }
}

/// An evaluator that is somebody else than the body evaluated (¶334: evaluations are independent).
///
/// # Errors
/// No name, or the body itself.
pub fn third_party(evaluator: Evaluator, evaluated: &EntityCode) -> Result<Evaluator, Fault> {
    if !fits(&evaluator.name, EVALUATOR_CHARS_MAX) {
        return Err(Fault::Evaluator);
    }
    if evaluator.entity.as_ref() == Some(evaluated) {
        return Err(Fault::NotThirdParty);
    }
    Ok(Evaluator { name: evaluator.name.trim().to_owned(), ..evaluator })
}
