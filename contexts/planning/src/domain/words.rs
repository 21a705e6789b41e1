//! The closed lists of words that plans, cards and files use. Files may say them in Spanish.

/// The first of some words.
pub(crate) const fn first(words: &[&'static str]) -> &'static str {
    match words {
        [first, ..] => first,
        [] => "",
    }
}

macro_rules! word {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal $(| $alias:literal)*),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word used in files, tables and addresses.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// The word of the Spanish form; the same where there is none.
            pub const fn in_spanish(self) -> &'static str {
                match self { $(Self::$variant => $crate::domain::words::first(&[$($alias,)* $text])),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::domain::words::UnknownWord;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match base::text::fold(text).as_str() {
                    $($text $(| $alias)* => Ok(Self::$variant),)+
                    _ => Err($crate::domain::words::UnknownWord {
                        found: text.to_owned(),
                        accepted: Self::ALL.iter().map(|w| w.as_str()).collect::<Vec<_>>().join(", "),
                    }),
                }
            }
        }
    };
}
pub(crate) use word;

/// A word that is not in its list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{found:?} is not one of: {accepted}")]
pub struct UnknownWord {
    pub found: String,
    pub accepted: String,
}

word! {
    /// How far a version has come. The temporary commission validates, the resolution authority
    /// approves (¶294); the updated PEDN stopped at its board's approval (¶300, ¶301).
    PlanState {
        Draft = "draft" | "borrador",
        Validated = "validated" | "validado",
        ApprovedByBoard = "approved_by_board" | "aprobado_por_consejo",
        InForce = "in_force" | "vigente",
        Superseded = "superseded" | "reemplazado",
    }
}

word! {
    /// What the state of a version means on a day.
    Standing {
        Draft = "draft",
        Validated = "validated",
        ApprovedByBoard = "approved_by_board",
        /// In force by its act, and not yet from that day on.
        Ahead = "ahead",
        InForce = "in_force",
        /// Its act named a last day, and it has passed.
        Ended = "ended",
        /// Its years are over.
        Over = "over",
        Superseded = "superseded",
    }
}

word! {
    /// What a version is to the one before it.
    VersionKind {
        New = "new" | "nuevo",
        /// The same horizon; the old version is kept.
        Updated = "updated" | "actualizado",
        /// The same start, a later end.
        Extended = "extended" | "ampliado",
    }
}

word! {
    /// Ordered from the top of the tree.
    ElementKind {
        Vision = "vision",
        Axis = "axis" | "eje",
        Objective = "objective" | "objetivo",
        Action = "action" | "accion",
        Activity = "activity" | "actividad",
    }
}

word! {
    /// Place of an indicator in the chain of results.
    Level {
        Impact = "impact" | "impacto",
        Outcome = "outcome" | "resultado",
        Output = "output" | "producto",
        Activity = "activity" | "actividad",
        Input = "input" | "insumo",
    }
}

word! {
    /// What an indicator judges (¶336).
    Dimension {
        Effectiveness = "effectiveness" | "eficacia",
        Efficiency = "efficiency" | "eficiencia",
        Quality = "quality" | "calidad",
        Economy = "economy" | "economia",
    }
}

word! {
    /// Which way is better. Always stated, never guessed from targets.
    Sense {
        Increase = "increase" | "ascendente" | "aumentar",
        Decrease = "decrease" | "descendente" | "disminuir",
        AtLeast = "at_least" | "al_menos",
        AtMost = "at_most" | "a_lo_mas",
        Within = "within" | "entre",
    }
}

word! {
    /// How values of several periods make one.
    Accumulation {
        Stock = "stock",
        Flow = "flow" | "flujo",
        Cumulative = "cumulative" | "acumulado",
        Capacity = "capacity" | "capacidad",
        Reduction = "reduction" | "reduccion",
        AnnualReduction = "annual_reduction" | "reduccion_anual",
    }
}

word! {
    /// How the values of parts of a territory make that of the whole.
    Aggregation {
        Sum = "sum" | "suma",
        Ratio = "ratio" | "razon",
        Maximum = "maximum" | "maximo",
        Minimum = "minimum" | "minimo",
        None = "none" | "ninguna",
    }
}

word! {
    /// How much a finding weighs; the country pack says it for each rule.
    Severity {
        /// The law is not kept.
        Breach = "breach" | "infraccion",
        /// Something needed to steer by the plan is absent.
        Gap = "gap" | "vacio",
        /// Worth a look.
        Notice = "notice" | "aviso",
    }
}
