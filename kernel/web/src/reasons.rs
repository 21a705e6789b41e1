//! Why a row was refused, in the language of whoever sent it.
//!
//! Importers say it in English, with what was read in it: the sentence is its own key. A sentence that matches the English
//! text of a message is said by that message in the other language; one that matches none stays as it is.
use crate::{Arg, Lang, Texts};

/// Messages of reasons, each with the names of what varies in it.
const REASONS: &[(&str, &[&str])] = &[
    ("web-row-required", &[]),
    ("web-row-number", &[]),
    ("web-row-separators", &[]),
    ("web-row-date", &[]),
    ("web-row-year", &[]),
    ("web-row-yes-no", &[]),
    ("web-row-period", &["value"]),
    ("web-row-code-empty", &[]),
    ("web-row-code-long", &["value"]),
    ("web-row-code-blanks", &["value"]),
    ("web-row-word", &["value", "accepted"]),
    ("web-row-reference", &["value", "kind"]),
    ("web-row-validity", &["to", "from"]),
    ("web-row-horizon", &[]),
    ("web-row-ends-before", &[]),
    ("web-row-empty-while", &["other"]),
    ("web-row-periodicity", &[]),
    // Before the one of which it would be a case.
    ("web-row-other-file", &[]),
    ("web-row-twice", &["line"]),
    ("web-row-width", &["found", "width"]),
    ("web-row-quote", &[]),
    ("web-row-unreadable", &["why"]),
    ("web-row-homeless", &[]),
    ("web-row-without", &["why"]),
    ("web-row-one-plan", &["place"]),
    ("web-row-parent-absent", &["parent"]),
    ("web-row-circle", &[]),
    ("web-row-kind", &["child", "parent"]),
    ("web-row-element-absent", &["element"]),
    ("web-row-indicator-absent", &[]),
    ("web-row-band", &[]),
    ("web-row-no-table", &["accepted"]),
    ("web-row-series-or-indicator", &[]),
    ("web-row-indicator-form", &[]),
    ("web-row-name-indicator", &[]),
    ("web-row-series-unknown", &[]),
    ("web-row-not-yours", &[]),
    ("web-row-by-series", &["series"]),
    ("web-row-periods-such-as", &["example"]),
    ("web-row-not-ended", &[]),
    ("web-row-not-there", &["places"]),
    ("web-row-either", &[]),
    ("web-row-everyone", &[]),
    ("web-row-no-value-words", &[]),
    ("web-row-no-value-long", &[]),
    ("web-row-no-value-reason", &["accepted"]),
    ("web-row-has-value", &[]),
    ("web-row-no-edition", &[]),
    ("web-row-locked", &[]),
    ("web-row-returned", &[]),
    ("web-row-sheet-taken", &[]),
    ("web-row-sheet-twice", &[]),
    ("web-row-sheet-empty", &[]),
    ("web-row-sheet-number", &[]),
    ("web-row-department", &[]),
];

/// No text of a message has it.
const MARK: char = '\u{e000}';

/// The reason in the language: as it is where no message says it.
pub fn reason(texts: &Texts, lang: Lang, said: &str) -> String {
    if lang == Lang::En {
        return said.to_owned();
    }
    let found =
        REASONS.iter().find_map(|(key, names)| Some((*key, read(&pattern(texts, key, names), said)?)));
    found.map_or_else(
        || said.to_owned(),
        |(key, values)| {
            // A reason may hold another.
            let value = |(name, value): (&'static str, &str)| (name, reason(texts, lang, value).into());
            let args: Vec<(&str, Arg)> = values.into_iter().map(value).collect();
            texts.t(lang, key, &args)
        },
    )
}

/// The English text with a mark for whatever varies, and the names in the order in which they stand.
fn pattern(texts: &Texts, key: &str, names: &[&'static str]) -> (String, Vec<&'static str>) {
    let marked: Vec<(&str, Arg)> =
        names.iter().map(|name| (*name, format!("{MARK}{name}{MARK}").into())).collect();
    let text = texts.t(Lang::En, key, &marked);
    let mut order = Vec::new();
    let mut plain = String::new();
    for (at, part) in text.split(MARK).enumerate() {
        match names.iter().find(|name| **name == part).filter(|_| at % 2 == 1) {
            Some(name) => {
                order.push(*name);
                plain.push(MARK);
            }
            None => plain.push_str(part),
        }
    }
    (plain, order)
}

/// What stands at the marks, where the rest of the text is the same.
fn read<'s>(
    (pattern, names): &(String, Vec<&'static str>),
    said: &'s str,
) -> Option<Vec<(&'static str, &'s str)>> {
    let mut parts = pattern.split(MARK);
    let mut rest = said.strip_prefix(parts.next()?)?;
    let parts: Vec<&str> = parts.collect();
    let mut found = Vec::new();
    for (at, (part, name)) in parts.iter().zip(names).enumerate() {
        let is_last = at + 1 == parts.len();
        let end = match (part.is_empty(), is_last) {
            (true, true) => rest.len(),
            (_, true) => rest.len().checked_sub(part.len()).filter(|end| rest.get(*end..) == Some(part))?,
            _ => rest.find(part)?,
        };
        found.push((*name, rest.get(..end)?));
        rest = rest.get(end + part.len()..)?;
    }
    rest.is_empty().then_some(found)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn check(said: &str, expect: &str) {
        let texts = Texts::new(&[]).unwrap();
        assert_eq!(reason(&texts, Lang::Es, said), expect, "{said}");
        assert_eq!(reason(&texts, Lang::En, said), said);
    }

    #[test]
    fn reasons_are_said_in_spanish() {
        check("empty, and it is required", "está vacío y es obligatorio");
        check("\"x\" is not one of: annual, month", "\"x\" no es una de estas palabras: annual, month");
        check("the period has not ended", "el periodo todavía no terminó");
        check(
            "a cow cannot hang from a tree",
            "un elemento de tipo cow no puede depender de uno de tipo tree",
        );
        check("plan.csv:3 says something else of the same", "plan.csv:3 dice otra cosa de lo mismo");
        check(
            "without the rows of this import, it hangs from itself through its parents",
            "sin las filas de este envío: depende de sí mismo a través de sus superiores",
        );
        // What nobody foresaw is still told.
        check("the moon is full", "the moon is full");
        check("", "");
    }

    #[test]
    fn every_message_reads_itself() {
        let texts = Texts::new(&[]).unwrap();
        for (key, names) in REASONS {
            let args: Vec<(&str, Arg)> =
                names.iter().map(|name| (*name, format!("<{name}>").into())).collect();
            let english = texts.t(Lang::En, key, &args);
            assert_eq!(reason(&texts, Lang::Es, &english), texts.t(Lang::Es, key, &args), "{key}: {english}");
        }
    }
}
