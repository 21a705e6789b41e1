//! What whoever writes a version of a plan starts from: the version before it under the new code, or the empty form with what is
//! already decided.
use base::codes::{EntityCode, PlanCode, VersionCode};
use sheets::Form;

use super::{
    columns::PLAN,
    export::{Tongue, export, form_of},
};
use crate::domain::{content::Content, words::PlanState};

/// What is decided of a version before its first row is written.
pub struct Begun<'a> {
    pub plan: &'a PlanCode,
    pub version: &'a VersionCode,
    pub entity: &'a EntityCode,
    /// Code of a plan type; empty where several are possible.
    pub plan_type: &'a str,
}

/// The four tables to go on from. Of the version before, everything but what only its approval gave it.
pub fn begun(
    begun: &Begun,
    before: Option<Content>,
    tongue: Tongue,
    note: impl Fn(&str) -> String,
) -> Vec<Form> {
    if let Some(mut content) = before {
        content.version.code = begun.version.clone();
        content.version.state = PlanState::Draft;
        (content.version.instrument, content.version.valid) = (None, None);
        return export(&[content], tongue, note);
    }
    let mut forms = form_of(tongue, note);
    let state =
        if tongue == Tongue::English { PlanState::Draft.as_str() } else { PlanState::Draft.in_spanish() };
    let decided = [
        ("plan", begun.plan.as_str()),
        ("version", begun.version.as_str()),
        ("plan_type", begun.plan_type),
        ("entity", begun.entity.as_str()),
        ("state", state),
    ];
    let cell = |field: &str| decided.iter().find(|(name, _)| *name == field).map_or("", |(_, value)| value);
    if let Some(first) = forms.first_mut() {
        first.rows = vec![PLAN.columns.iter().map(|column| cell(column.field).to_owned()).collect()];
    }
    forms
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use sheets::Book;
    use testkit::Bench;

    use super::*;
    use crate::{
        actions::import_plan::{Input, import_plan},
        queries,
        reading::read,
        tests::sample::{ON, everything},
    };

    fn written(before: Option<Content>, tongue: Tongue) -> Vec<u8> {
        let (plan, version, entity) =
            ("PEI".parse().unwrap(), "9".parse().unwrap(), "E:010".parse().unwrap());
        let decided = Begun { plan: &plan, version: &version, entity: &entity, plan_type: "PEI" };
        sheets::xlsx(&begun(&decided, before, tongue, str::to_owned)).unwrap()
    }

    #[tokio::test]
    async fn the_version_before_is_a_draft_of_the_new_one() {
        for tongue in [Tongue::English, Tongue::Spanish] {
            let bytes = written(Some(everything()), tongue);
            let delivered = read(&Book::from_bytes("plan.xlsx", bytes).unwrap()).unwrap();
            assert!(delivered.refused.is_empty(), "{}", delivered.refused);
            let bench = Bench::new(&[crate::MIGRATIONS]).await;
            let input = Input { source: "test".into(), delivered, partial: false };
            import_plan(&bench.ctx, input).await.unwrap();
            let mut expected = everything();
            expected.version.code = "9".parse().unwrap();
            expected.version.state = PlanState::Draft;
            (expected.version.instrument, expected.version.valid) = (None, None);
            let at = expected.version.reference(&expected.plan.code);
            let known = bench.known().await;
            let found = queries::plan(&mut *bench.read().await, known, ON, &at).await.unwrap();
            assert_eq!(found, Some(expected), "{tongue:?}");
        }
    }

    /// Only what nobody has decided yet is asked for.
    #[test]
    fn a_new_plan_starts_from_a_form_that_knows_whose_it_is() {
        for tongue in [Tongue::English, Tongue::Spanish] {
            let bytes = written(None, tongue);
            let delivered = read(&Book::from_bytes("plan.xlsx", bytes).unwrap()).unwrap();
            let said = delivered.refused.to_string();
            assert!(said.contains("horizon_from"), "{said}");
            for known in ["entity", "plan_type", "state"] {
                assert!(!said.contains(known), "{known}: {said}");
            }
        }
    }
}
