//! The kinds of things a study holds and their fields: one declaration gives the forms, the workbook, what is checked and
//! what is published.
use std::{fmt, str::FromStr};

/// The steps of the prospective analysis in their order (¶295 of the Public Governance Review of Peru, 2016), and the first
/// of the strategic phase, which takes a central scenario from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    Model,
    Trends,
    Variables,
    Prioritisation,
    Diagnosis,
    Scenarios,
    Strategy,
}

impl Step {
    pub const ALL: [Self; 7] = [
        Self::Model,
        Self::Trends,
        Self::Variables,
        Self::Prioritisation,
        Self::Diagnosis,
        Self::Scenarios,
        Self::Strategy,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Model => "model",
            Self::Trends => "trends",
            Self::Variables => "variables",
            Self::Prioritisation => "prioritisation",
            Self::Diagnosis => "diagnosis",
            Self::Scenarios => "scenarios",
            Self::Strategy => "strategy",
        }
    }
}

/// What is said of a study, one row each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Component,
    Trend,
    Variable,
    Expert,
    Score,
    Diagnosis,
    Risk,
    Scenario,
    State,
    Choice,
    Objective,
    Uptake,
}

/// What a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// The code of the row itself.
    Code,
    Text,
    Long,
    /// One of some words, each with its Spanish one under which workbooks may bring it.
    Choice(&'static [(&'static str, &'static str)]),
    Year,
    /// Whole, from the first to the second.
    Whole(i64, i64),
    /// Exact, of any scale.
    Number,
    Flag,
    /// An address of the web.
    Link,
    /// The code of a row of that kind.
    Of(Kind),
    /// Codes of rows of that kind, separated by `;`.
    Several(Kind),
    /// `PLAN/CODE` of an objective of planning.
    Element,
    /// `PLAN/CODE` of an indicator of planning.
    Indicator,
    /// The code of a proposal.
    Proposal,
    /// The code of a row of the kind that the field `kind` names.
    OfKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    pub name: &'static str,
    /// The Spanish header under which workbooks bring it.
    pub alias: &'static str,
    pub holds: Holds,
    pub is_required: bool,
}

const fn must(name: &'static str, alias: &'static str, holds: Holds) -> Field {
    Field { name, alias, holds, is_required: true }
}

const fn may(name: &'static str, alias: &'static str, holds: Holds) -> Field {
    Field { name, alias, holds, is_required: false }
}

const TITLE: Field = must("title", "titulo", Holds::Text);
const TITLE_EN: Field = may("title_en", "titulo_en", Holds::Text);
const CODE: Field = must("code", "codigo", Holds::Code);
const SOURCE: Field = must("source", "fuente", Holds::Text);
/// The highest score there is; studies may declare fewer steps, see [`super::Study::scale_max`].
const SCALE: Holds = Holds::Whole(1, 10);
/// Influence of one variable on another: none, weak, medium, strong (the scale of structural analysis).
pub const SCORE_MAX: i64 = 3;

type Words = &'static [(&'static str, &'static str)];

const DIRECTIONS: Words =
    &[("up", "sube"), ("down", "baja"), ("stable", "estable"), ("uncertain", "incierto")];
/// What a proposal may become.
const TAKES_UP: Words =
    &[("trend", "tendencia"), ("variable", "variable"), ("risk", "riesgo"), ("scenario", "escenario")];

const COMPONENT: &[Field] = &[CODE, may("parent", "superior", Holds::Of(Kind::Component)), TITLE, TITLE_EN];
const TREND: &[Field] = &[
    CODE,
    must("kind", "tipo", Holds::Choice(&[("trend", "tendencia"), ("external_factor", "factor externo")])),
    must("direction", "sentido", Holds::Choice(DIRECTIONS)),
    TITLE,
    TITLE_EN,
    may("variables", "variables", Holds::Several(Kind::Variable)),
    SOURCE,
    may("evidence", "evidencia", Holds::Link),
];
const VARIABLE: &[Field] = &[
    CODE,
    must("component", "componente", Holds::Of(Kind::Component)),
    TITLE,
    TITLE_EN,
    must("strategic", "estrategica", Holds::Flag),
    may("indicator", "indicador", Holds::Indicator),
];
/// Who is asked is told by what they know, never by name.
const EXPERT: &[Field] = &[
    CODE,
    must("expertise", "especialidad", Holds::Text),
    may("expertise_en", "especialidad_en", Holds::Text),
];
const SCORE: &[Field] = &[
    must("expert", "experto", Holds::Of(Kind::Expert)),
    must("influencing", "influye", Holds::Of(Kind::Variable)),
    must("influenced", "recibe", Holds::Of(Kind::Variable)),
    must("score", "puntaje", Holds::Whole(0, SCORE_MAX)),
];
const DIAGNOSIS: &[Field] = &[
    must("variable", "variable", Holds::Of(Kind::Variable)),
    must("year", "año", Holds::Year),
    must("value", "valor", Holds::Number),
    must("unit", "unidad", Holds::Text),
    may("unit_en", "unidad_en", Holds::Text),
    may("facts", "hechos", Holds::Long),
    may("facts_en", "hechos_en", Holds::Long),
    SOURCE,
];
const RISK: &[Field] = &[
    CODE,
    must("kind", "tipo", Holds::Choice(&[("risk", "riesgo"), ("opportunity", "oportunidad")])),
    TITLE,
    TITLE_EN,
    must("probability", "probabilidad", SCALE),
    must("impact", "impacto", SCALE),
    must("variables", "variables", Holds::Several(Kind::Variable)),
    may("source", "fuente", Holds::Text),
];
const SCENARIO: &[Field] = &[
    CODE,
    must("horizon", "horizonte", Holds::Year),
    TITLE,
    TITLE_EN,
    must("narrative", "relato", Holds::Long),
    may("narrative_en", "relato_en", Holds::Long),
    must("plausibility", "verosimilitud", SCALE),
];
const STATE: &[Field] = &[
    must("scenario", "escenario", Holds::Of(Kind::Scenario)),
    must("variable", "variable", Holds::Of(Kind::Variable)),
    must("state", "estado", Holds::Long),
    may("state_en", "estado_en", Holds::Long),
];
const CHOICE: &[Field] = &[
    must("horizon", "horizonte", Holds::Year),
    must("scenario", "escenario", Holds::Of(Kind::Scenario)),
    must("reason", "motivo", Holds::Long),
    may("reason_en", "motivo_en", Holds::Long),
];
const OBJECTIVE: &[Field] = &[
    must("scenario", "escenario", Holds::Of(Kind::Scenario)),
    must("objective", "objetivo", Holds::Element),
];
const UPTAKE: &[Field] = &[
    must("proposal", "propuesta", Holds::Proposal),
    must("kind", "tipo", Holds::Choice(TAKES_UP)),
    must("item", "elemento", Holds::OfKind),
];

impl Kind {
    pub const ALL: [Self; 12] = [
        Self::Component,
        Self::Trend,
        Self::Variable,
        Self::Expert,
        Self::Score,
        Self::Diagnosis,
        Self::Risk,
        Self::Scenario,
        Self::State,
        Self::Choice,
        Self::Objective,
        Self::Uptake,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Component => "component",
            Self::Trend => "trend",
            Self::Variable => "variable",
            Self::Expert => "expert",
            Self::Score => "score",
            Self::Diagnosis => "diagnosis",
            Self::Risk => "risk",
            Self::Scenario => "scenario",
            Self::State => "state",
            Self::Choice => "choice",
            Self::Objective => "objective",
            Self::Uptake => "uptake",
        }
    }

    /// The sheet of a workbook, and its Spanish name.
    pub const fn sheet(self) -> (&'static str, &'static str) {
        match self {
            Self::Component => ("components", "componentes"),
            Self::Trend => ("trends", "tendencias"),
            Self::Variable => ("variables", "variables"),
            Self::Expert => ("experts", "expertos"),
            Self::Score => ("scores", "puntajes"),
            Self::Diagnosis => ("diagnoses", "diagnostico"),
            Self::Risk => ("risks", "riesgos"),
            Self::Scenario => ("scenarios", "escenarios"),
            Self::State => ("states", "estados"),
            Self::Choice => ("choices", "apuesta"),
            Self::Objective => ("objectives", "objetivos"),
            Self::Uptake => ("uptakes", "acogidas"),
        }
    }

    pub const fn step(self) -> Step {
        match self {
            Self::Component => Step::Model,
            Self::Trend => Step::Trends,
            Self::Variable => Step::Variables,
            Self::Expert | Self::Score => Step::Prioritisation,
            Self::Diagnosis => Step::Diagnosis,
            Self::Risk | Self::Scenario | Self::State | Self::Uptake => Step::Scenarios,
            Self::Choice | Self::Objective => Step::Strategy,
        }
    }

    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::Component => COMPONENT,
            Self::Trend => TREND,
            Self::Variable => VARIABLE,
            Self::Expert => EXPERT,
            Self::Score => SCORE,
            Self::Diagnosis => DIAGNOSIS,
            Self::Risk => RISK,
            Self::Scenario => SCENARIO,
            Self::State => STATE,
            Self::Choice => CHOICE,
            Self::Objective => OBJECTIVE,
            Self::Uptake => UPTAKE,
        }
    }

    /// How many of the first fields tell one row from another.
    pub const fn key_fields(self) -> usize {
        match self {
            Self::Component
            | Self::Trend
            | Self::Variable
            | Self::Expert
            | Self::Risk
            | Self::Scenario
            | Self::Choice => 1,
            Self::Diagnosis | Self::State | Self::Objective => 2,
            Self::Score | Self::Uptake => 3,
        }
    }

    pub fn field(self, name: &str) -> Option<&'static Field> {
        self.fields().iter().find(|field| field.name == name)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Kind {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text).ok_or(())
    }
}
