//! What is known of a version: whose it is, for which years, by which act, which policies it names.
use std::collections::BTreeSet;

use base::Validity;
use web::components::Facts;
use web::{Html, Shell};

use super::plan::Found;
use super::setting::Setting;
use super::words;
use crate::domain::plan::Version;
use crate::reading::policies::Policy;

/// Policies listed at once; more are folded, so that the plan itself is not far down.
const POLICIES: usize = 4;

pub fn facts(shell: &Shell, setting: &Setting, found: &Found) -> Facts {
    let (plan, version) = (&found.content.plan, &found.content.version);
    let none = || Html::text(&shell.t("web-none"));
    let entity = plan
        .entity
        .as_ref()
        .map_or_else(none, |code| words::link(&words::entity_href(shell, code), setting.entity_name(code)));
    let elements = || found.content.elements.values();
    let state = policies(shell, &setting.policies.state, elements().flat_map(|e| &e.state_policies));
    let national = policies(shell, &setting.policies.national, elements().flat_map(|e| &e.national_policies));
    let mut facts = Facts::default()
        .with(&shell.t("planning-plan"), version.reference(&plan.code).to_string())
        .with(&shell.t("planning-entity"), entity)
        .with(&shell.t("planning-territory"), place(shell, found).unwrap_or_else(none));
    if let Some(prepared) = prepared_by(shell, setting, &plan.plan_type) {
        facts = facts.with(&shell.t("planning-prepared-by"), prepared);
    }
    facts = facts
        .with(&shell.t("planning-horizon"), years(shell, version))
        .with(&shell.t("planning-version-kind"), shell.t(&words::key("version-kind", version.kind.as_str())))
        .with(&shell.t("planning-instrument"), instrument(shell, version).unwrap_or_else(none));
    if let Some(valid) = version.valid {
        facts = facts.with(&shell.t("planning-validity"), validity(shell, valid));
    }
    let none_named = || Html::text(&shell.t("planning-state-policies-none"));
    facts = facts.with(&shell.t("planning-state-policies"), state.unwrap_or_else(none_named));
    if let Some(national) = national {
        facts = facts.with(&shell.t("planning-national-policies"), national);
    }
    facts.with(&shell.t("planning-plan-source"), words::spanish(shell, &version.source))
}

/// Its territory by name.
fn place(shell: &Shell, found: &Found) -> Option<Html> {
    let code = found.content.plan.territory.as_ref()?;
    let href = shell.view.link_to(&["territorio", code.as_str()]);
    Some(words::link(&href, words::place(&found.places, code)))
}

/// Which bodies prepare plans of the type, and which norm says so; nothing where the law of the day has no
/// such type.
fn prepared_by(shell: &Shell, setting: &Setting, plan_type: &str) -> Option<Html> {
    #[derive(askama::Template)]
    #[template(ext = "html", source = r#"{{ who }} <span class="q-also">{{ source }}</span>"#)]
    struct Prepared {
        who: String,
        source: Html,
    }
    let found = setting.law.frame.types.get(plan_type)?;
    let kinds: Vec<String> =
        found.prepared_by.iter().map(|kind| shell.t(&format!("directory-kind-{kind}"))).collect();
    let who = if kinds.is_empty() { shell.t("planning-prepared-by-any") } else { kinds.join("; ") };
    Some(Html::of(&Prepared { who, source: words::spanish(shell, &found.source) }))
}

fn years(shell: &Shell, version: &Version) -> String {
    let horizon = version.horizon;
    let args = [
        ("from", horizon.from_year().to_string().into()),
        ("to", horizon.to_year().to_string().into()),
        ("n", usize::try_from(horizon.years()).unwrap_or_default().into()),
    ];
    shell.ta("planning-horizon-years", &args)
}

/// The act that put it in force, and its day.
fn instrument(shell: &Shell, version: &Version) -> Option<Html> {
    let instrument = version.instrument.as_ref()?;
    let date = instrument.date.map(|date| format!("· {}", shell.date(date))).unwrap_or_default();
    Some(words::spanish(shell, &instrument.name).and(&Html::text(&date)))
}

fn validity(shell: &Shell, valid: Validity) -> String {
    let from = shell.date(valid.from());
    match valid.to() {
        None => shell.t1("planning-valid-since", "from", from),
        Some(to) => shell.ta("planning-valid-until", &[("from", from.into()), ("to", shell.date(to).into())]),
    }
}

/// The policies that elements name, each once; nothing where they name none.
fn policies<'a>(shell: &Shell, known: &[Policy], named: impl Iterator<Item = &'a String>) -> Option<Html> {
    let codes: BTreeSet<&String> = named.collect();
    let name = |code: &&String| {
        let policy = known.iter().find(|policy| policy.code == **code);
        let name = policy.map(|p| words::said_html(shell, &p.name, p.name_en.as_deref()));
        Html::text(code).and(&name.unwrap_or_default())
    };
    let names: Vec<Html> = codes.iter().map(name).collect();
    let list = words::list(&names);
    match names.len() {
        0 => None,
        n if n <= POLICIES => Some(list),
        n => Some(words::folded(&shell.t1("planning-policies-counted", "n", n), &list)),
    }
}
