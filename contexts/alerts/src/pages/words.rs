//! Alerts in words.
use web::{Arg, Html, Lang, Shell, sections::link};

use crate::{
    domain::{Alert, Cause, Climb, Level, Sign, Standing, Trigger, Why},
    reading::AlertLaw,
};

/// A trigger as the country calls it.
pub(super) fn trigger(shell: &Shell, law: &AlertLaw, trigger: Trigger) -> String {
    let (spanish, english) = match law.triggers.get(&trigger) {
        Some((row, _)) => (row.name.0.as_str(), row.name.1.as_str()),
        None => (trigger.as_str(), trigger.as_str()),
    };
    if shell.lang() == Lang::En { english.to_owned() } else { spanish.to_owned() }
}

/// What the country means by it.
pub(super) fn meaning<'a>(shell: &Shell, law: &'a AlertLaw, trigger: Trigger) -> &'a str {
    let found = law.triggers.get(&trigger).map(|(row, _)| &row.what);
    found.map_or("", |(spanish, english)| if shell.lang() == Lang::En { english } else { spanish })
}

/// What the alert is about: the name of the thing, in the language where it has one.
pub(super) fn name<'a>(shell: &Shell, alert: &'a Alert) -> &'a str {
    let english = alert.name.1.as_deref().filter(|_| shell.lang() == Lang::En);
    english.unwrap_or(&alert.name.0)
}

/// The code of the thing: what identifies it in its plan, or the body.
pub(super) fn thing(alert: &Alert) -> String {
    match &alert.cause {
        Cause::Result { indicator, .. } | Cause::Data { indicator, .. } => indicator.to_string(),
        Cause::Initiative { element, .. } | Cause::Told { element, .. } => element.to_string(),
        Cause::Alignment { plan } => plan.to_string(),
        Cause::Ceiling { entity, .. } => entity.to_string(),
        Cause::Matrix { evaluation } => evaluation.clone(),
        Cause::Commitment { evaluation, commitment } => format!("{evaluation} {commitment}"),
        Cause::Report { duty, period } => format!("{duty} {period}"),
    }
}

/// The page of the thing.
pub(super) fn thing_link(shell: &Shell, alert: &Alert) -> Html {
    let view = shell.view.with_territory(None).without("page").without("trigger").without("standing");
    let view = view.without("objective").without("entity").without("q");
    let href = match &alert.cause {
        Cause::Result { indicator, territory } | Cause::Data { indicator, territory } => view
            .with_territory(territory.clone())
            .link_to(&["indicador", &indicator.plan.to_string(), indicator.code.as_str()]),
        Cause::Initiative { element, .. } | Cause::Told { element, .. } => {
            view.link_to(&["objetivo", &element.plan.to_string(), element.code.as_str()])
        }
        Cause::Alignment { plan } => view.link_to(&["plan", &plan.to_string()]),
        Cause::Ceiling { entity, .. } => view.link_to(&["entidad", entity.as_str()]),
        Cause::Matrix { evaluation } | Cause::Commitment { evaluation, .. } => {
            view.link_to(&["evaluacion", evaluation])
        }
        Cause::Report { .. } => view.link_to(&["informes"]),
    };
    link(&href, &thing(alert))
}

/// A sign with its figures.
pub(super) fn sign(shell: &Shell, sign: &Sign) -> String {
    let key = |name: &str| format!("alerts-why-{name}");
    let value = |value: &rust_decimal::Decimal| -> Arg { shell.value(value).into() };
    let period = |period: &base::Period| -> Arg { shell.period(period).into() };
    match &sign.why {
        Why::Progress { period: at, progress, threshold } => shell.ta(
            &key("progress"),
            &[("period", period(at)), ("progress", value(progress)), ("threshold", value(threshold))],
        ),
        Why::Gap { period: at, value: got, expected, percent, threshold } => {
            let name = if got < expected { "gap-below" } else { "gap-above" };
            let args = [
                ("period", period(at)),
                ("value", value(got)),
                ("expected", value(expected)),
                ("percent", value(percent)),
                ("threshold", value(threshold)),
            ];
            shell.ta(&key(name), &args)
        }
        Why::Worse { since, from, until, to, times } => {
            let args = [
                ("since", period(since)),
                ("from", value(from)),
                ("until", period(until)),
                ("to", value(to)),
                ("times", shell.count(usize::try_from(*times).unwrap_or(usize::MAX)).into()),
            ];
            shell.ta(&key("worse"), &args)
        }
        Why::Turning { before, from, period: at, to } => {
            let args = [
                ("before", period(before)),
                ("from", value(from)),
                ("period", period(at)),
                ("to", value(to)),
            ];
            shell.ta(&key("turning"), &args)
        }
        Why::Early { period: at } => shell.ta(&key("early"), &[("period", period(at))]),
        Why::Missing { period: at, due_on } => {
            shell.ta(&key("missing"), &[("period", period(at)), ("date", shell.date(due_on).into())])
        }
        Why::Jump { before, from, period: at, to, percent } => {
            let args = [
                ("before", period(before)),
                ("from", value(from)),
                ("period", period(at)),
                ("to", value(to)),
                ("percent", value(percent)),
            ];
            shell.ta(&key("jump"), &args)
        }
        Why::Money { year, indicator, spent, progress, points, .. } => {
            let args = [
                ("year", year.to_string().into()),
                ("indicator", indicator.as_str().into()),
                ("spent", value(spent)),
                ("progress", value(progress)),
                ("points", value(points)),
            ];
            shell.ta(&key("money"), &args)
        }
        Why::Executed { year, indicator, progress, actions, spent } => {
            executed(shell, (*year, indicator), progress, (*actions, spent.as_ref()))
        }
        Why::Broken { subject, message, args, .. } => {
            let args: Vec<(&str, Arg)> =
                args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
            format!("{subject}: {}", shell.ta(message, &args))
        }
        Why::Claimed { year, money, beyond } => {
            let args = [
                ("year", year.to_string().into()),
                ("money", shell.money_text(*money).into()),
                ("beyond", shell.money_text(*beyond).into()),
            ];
            shell.ta(&key("claimed"), &args)
        }
        Why::Unsigned { due_on } => shell.t1(&key("unsigned"), "date", shell.date(due_on)),
        Why::Unfulfilled { action, deadline } => {
            let args = [("action", action.as_str().into()), ("date", shell.date(deadline).into())];
            shell.ta(&key("unfulfilled"), &args)
        }
        Why::Unpublished { period: at, due_on } => {
            shell.ta(&key("unpublished"), &[("period", period(at)), ("date", shell.date(due_on).into())])
        }
        Why::Told { text, post, on } => {
            let args = [
                ("text", text.as_str().into()),
                ("post", post.as_str().into()),
                ("date", shell.date(on).into()),
            ];
            shell.ta(&key("told"), &args)
        }
    }
}

fn executed(
    shell: &Shell,
    (year, indicator): (i16, &str),
    progress: &rust_decimal::Decimal,
    (actions, spent): (usize, Option<&rust_decimal::Decimal>),
) -> String {
    let mut args: Vec<(&str, Arg)> = vec![
        ("year", year.to_string().into()),
        ("indicator", indicator.into()),
        ("progress", shell.value(progress).into()),
    ];
    let key = if actions > 0 {
        args.push(("actions", shell.count(actions).into()));
        args.push(("n", actions.into()));
        "alerts-why-executed-actions"
    } else {
        args.push(("spent", spent.map(|spent| shell.value(spent)).unwrap_or_default().into()));
        "alerts-why-executed-money"
    };
    shell.ta(key, &args)
}

/// Where it stands.
pub(super) fn standing(shell: &Shell, standing: Standing) -> String {
    match standing {
        Standing::Open => shell.t("alerts-standing-open"),
        Standing::Acknowledged { on } | Standing::Explained { on } | Standing::Closed { on } => {
            shell.t1(&format!("alerts-standing-{}-on", standing.as_str()), "date", shell.date(on))
        }
    }
}

pub(super) fn level(shell: &Shell, level: Level) -> String {
    shell.t(&format!("alerts-level-{}", level.as_str()))
}

/// Where it is on its way up, and where it goes next.
pub(super) fn climb(shell: &Shell, climb: Climb) -> String {
    let here = level(shell, climb.level);
    match climb.next {
        Some((next, on)) => {
            let args = [
                ("level", here.into()),
                ("next", level(shell, next).into()),
                ("date", shell.date(on).into()),
            ];
            shell.ta("alerts-climbs", &args)
        }
        None => here,
    }
}
