//! What a budget programme says of its own design: the problem it answers, for whom, and what each product delivers, how much of it
//! (Box 17 of the Public Governance Review of Peru, 2016; Ministry of Economy and Finance, design of budget programmes).
use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::indicator::word;

word! {
    /// Which part of the design a statement is.
    Aspect {
        /// What the specific result is to change.
        Problem = "problem",
        /// Who has the problem and is meant by the programme.
        TargetPopulation = "target_population",
        /// Who receives a product.
        BeneficiaryPopulation = "beneficiary_population",
        /// How much of a product is planned for a year.
        Magnitude = "magnitude",
        /// To which technical specification a product is delivered.
        Specification = "specification",
    }
}

impl Aspect {
    /// Whether it is said of a product; else of the programme, whose specific result it explains.
    pub const fn is_of_product(self) -> bool {
        matches!(self, Self::BeneficiaryPopulation | Self::Magnitude | Self::Specification)
    }

    /// Whether a number belongs to it.
    pub const fn counts(self) -> bool {
        matches!(self, Self::TargetPopulation | Self::BeneficiaryPopulation | Self::Magnitude)
    }
}

/// A number of units in a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Amount {
    pub quantity: Decimal,
    pub unit: String,
    pub year: i16,
}

/// One statement of a design.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    pub programme: String,
    /// Code of the product it is said of; none where it is said of the programme.
    pub product: Option<String>,
    pub aspect: Aspect,
    pub words: String,
    pub amount: Option<Amount>,
    /// Document that says so.
    pub source: String,
    pub post: String,
    pub at: Timestamp,
}

/// What is said, as typed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Told<'a> {
    pub product: &'a str,
    pub aspect: &'a str,
    pub words: &'a str,
    pub quantity: &'a str,
    pub unit: &'a str,
    pub year: &'a str,
    pub source: &'a str,
}

/// Why it is no statement.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoStatement {
    #[error("choose what is stated: problem, target population, beneficiaries, magnitude or specification")]
    NoAspect,
    #[error("this is said of a product; choose which")]
    NoProduct,
    #[error("this is said of the programme and not of a product")]
    NotOfProduct,
    #[error("say it in words, {WORDS_MAX} characters at most")]
    NoWords,
    #[error("name the document that says so, {SOURCE_MAX} characters at most")]
    NoSource,
    #[error("a number has three parts: how many, of what unit, in which year")]
    PartOfAmount,
    #[error("how many is a number above zero, as 1250 or 12.5")]
    NoQuantity,
    #[error("a unit has {UNIT_MAX} characters at most")]
    LongUnit,
    #[error("the year is one from {YEAR_MIN} to {YEAR_MAX}")]
    NoYear,
    #[error("a magnitude is a number: how many, of what unit, in which year")]
    NoMagnitude,
    #[error("no number belongs to a problem or a specification")]
    Uncounted,
}

const WORDS_MAX: usize = 2_000;
const SOURCE_MAX: usize = 300;
const UNIT_MAX: usize = 80;
/// Budgeting by results began in 2007 (¶306).
const YEAR_MIN: i16 = 2007;
const YEAR_MAX: i16 = 2100;
const QUANTITY_MAX: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, false, 0);

/// What of a statement stands on its own, without who says it.
pub type Stated = (Option<String>, Aspect, String, Option<Amount>, String);

/// # Errors
/// A part that is missing, or that does not belong to what is stated.
pub fn stated(told: &Told<'_>) -> Result<Stated, NoStatement> {
    let aspect: Aspect = told.aspect.parse().map_err(|_| NoStatement::NoAspect)?;
    let product = Some(told.product.trim()).filter(|code| !code.is_empty()).map(ToOwned::to_owned);
    match (aspect.is_of_product(), &product) {
        (true, None) => return Err(NoStatement::NoProduct),
        (false, Some(_)) => return Err(NoStatement::NotOfProduct),
        _ => (),
    }
    let amount = amount(told)?;
    match (aspect, &amount) {
        (Aspect::Magnitude, None) => return Err(NoStatement::NoMagnitude),
        (_, Some(_)) if !aspect.counts() => return Err(NoStatement::Uncounted),
        _ => (),
    }
    let fits = |text: &str, max: usize| !text.is_empty() && text.chars().count() <= max;
    let (words, source) = (told.words.trim(), told.source.trim());
    if !fits(words, WORDS_MAX) {
        return Err(NoStatement::NoWords);
    }
    if !fits(source, SOURCE_MAX) {
        return Err(NoStatement::NoSource);
    }
    Ok((product, aspect, words.to_owned(), amount, source.to_owned()))
}

fn amount(told: &Told<'_>) -> Result<Option<Amount>, NoStatement> {
    let parts = [told.quantity.trim(), told.unit.trim(), told.year.trim()];
    if parts.iter().all(|part| part.is_empty()) {
        return Ok(None);
    }
    if parts.iter().any(|part| part.is_empty()) {
        return Err(NoStatement::PartOfAmount);
    }
    let [quantity, unit, year] = parts;
    let quantity: Decimal = quantity.parse().map_err(|_| NoStatement::NoQuantity)?;
    if quantity <= Decimal::ZERO || quantity > QUANTITY_MAX {
        return Err(NoStatement::NoQuantity);
    }
    if unit.chars().count() > UNIT_MAX {
        return Err(NoStatement::LongUnit);
    }
    let year: i16 = year.parse().map_err(|_| NoStatement::NoYear)?;
    if !(YEAR_MIN..=YEAR_MAX).contains(&year) {
        return Err(NoStatement::NoYear);
    }
    Ok(Some(Amount { quantity, unit: unit.to_owned(), year }))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Product, aspect, words, quantity, unit, year, source; and what it is.
    fn check(line: &str, expect: &str) {
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        let [product, aspect, words, quantity, unit, year, source] = parts[..] else { panic!("{line}") };
        let told = Told { product, aspect, words, quantity, unit, year, source };
        let found = match stated(&told) {
            Ok((product, aspect, words, amount, source)) => {
                let amount =
                    amount.map_or_else(String::new, |a| format!(" {} {} {}", a.quantity, a.unit, a.year));
                format!("{} {aspect} «{words}»{amount} ({source})", product.unwrap_or_default())
            }
            Err(error) => format!("{error:?}"),
        };
        assert_eq!(found.trim(), expect, "{line}");
    }

    #[test]
    fn statements() {
        check(" | problem | Anemia | | | | Anexo 2", "problem «Anemia» (Anexo 2)");
        check(
            " | target_population | Menores de 36 meses | 1600000 | niños | 2026 | Anexo 2",
            "target_population «Menores de 36 meses» 1600000 niños 2026 (Anexo 2)",
        );
        check(" | target_population | Menores | | | | Anexo 2", "target_population «Menores» (Anexo 2)");
        check(
            "3033254 | magnitude | Vacuna completa | 12.5 | niño protegido | 2026 | POI",
            "3033254 magnitude «Vacuna completa» 12.5 niño protegido 2026 (POI)",
        );
        check("3033254 | specification | NTS 080 | | | | NTS", "3033254 specification «NTS 080» (NTS)");
    }

    #[test]
    fn refusals() {
        check(" | | Anemia | | | | A", "NoAspect");
        check(" | cause | Anemia | | | | A", "NoAspect");
        check(" | magnitude | x | 1 | u | 2026 | A", "NoProduct");
        check(" | beneficiary_population | x | | | | A", "NoProduct");
        check("3033254 | problem | x | | | | A", "NotOfProduct");
        check("3033254 | target_population | x | | | | A", "NotOfProduct");
        check(" | problem | | | | | A", "NoWords");
        check(" | problem | x | | | | ", "NoSource");
        check(" | problem | x | 3 | personas | 2026 | A", "Uncounted");
        check("3033254 | specification | x | 3 | hojas | 2026 | A", "Uncounted");
        check("3033254 | magnitude | x | | | | A", "NoMagnitude");
        check("3033254 | magnitude | x | 3 | | 2026 | A", "PartOfAmount");
        check("3033254 | magnitude | x | 3 | u | | A", "PartOfAmount");
        check("3033254 | magnitude | x | | u | 2026 | A", "PartOfAmount");
        check("3033254 | magnitude | x | 0 | u | 2026 | A", "NoQuantity");
        check("3033254 | magnitude | x | -1 | u | 2026 | A", "NoQuantity");
        check("3033254 | magnitude | x | 1,250 | u | 2026 | A", "NoQuantity");
        check("3033254 | magnitude | x | 1e30 | u | 2026 | A", "NoQuantity");
        check("3033254 | magnitude | x | 99999999999 | u | 2026 | A", "NoQuantity");
        check("3033254 | magnitude | x | 1 | u | 206 | A", "NoYear");
        check("3033254 | magnitude | x | 1 | u | veinte | A", "NoYear");
        let long = |aspect: &str, words: usize, unit: usize, source: usize| {
            format!(
                "3033254 | {aspect} | {} | 1 | {} | 2026 | {}",
                "x".repeat(words),
                "u".repeat(unit),
                "s".repeat(source)
            )
        };
        check(&long("magnitude", 2_001, 1, 1), "NoWords");
        check(&long("magnitude", 1, 81, 1), "LongUnit");
        check(&long("magnitude", 1, 1, 301), "NoSource");
    }
}
