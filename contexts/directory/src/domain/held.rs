use std::ops::Deref;

use super::Dated;

/// Those of a register that hold on one day, by code; each code is there once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held<T>(Vec<T>);

impl<T> Default for Held<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Dated> Held<T> {
    pub fn get(&self, code: &str) -> Option<&T> {
        let at = self.0.binary_search_by(|item| item.code().cmp(code)).ok()?;
        self.0.get(at)
    }

    pub fn contains(&self, code: &str) -> bool {
        self.get(code).is_some()
    }

    /// The one of that code, then what it is part of, up to the whole. A register that runs in a circle ends where it closes.
    pub fn upwards<'a>(&'a self, code: &str) -> impl Iterator<Item = &'a T> {
        let mut seen = Vec::new();
        std::iter::successors(self.get(code), |here| self.get(here.parent()?)).take_while(move |here| {
            let is_new = !seen.contains(&here.code());
            seen.push(here.code());
            is_new
        })
    }

    /// Whether one is the other, or part of it.
    pub fn is_within(&self, code: &str, whole: &str) -> bool {
        self.upwards(code).any(|here| here.code() == whole)
    }

    /// Those right below, by code.
    pub fn children<'a>(&'a self, code: &'a str) -> impl Iterator<Item = &'a T> {
        self.0.iter().filter(move |item| item.parent() == Some(code))
    }
}

impl<T: Dated> FromIterator<T> for Held<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut items: Vec<T> = items.into_iter().collect();
        items.sort_by(|a, b| a.code().cmp(b.code()));
        Self(items)
    }
}

impl<T> Deref for Held<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<'a, T> IntoIterator for &'a Held<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use base::Validity;

    use super::*;

    struct Item(&'static str, Option<&'static str>);

    impl Dated for Item {
        fn code(&self) -> &str {
            self.0
        }

        fn validity(&self) -> Validity {
            Validity::new("2020-01-01".parse().unwrap(), None).unwrap()
        }

        fn parent(&self) -> Option<&str> {
            self.1
        }
    }

    #[test]
    fn found_by_code_and_by_parent_whatever_the_order_given() {
        let held: Held<Item> =
            [Item("M:24", Some("R:1")), Item("E:01", None), Item("M:03", Some("R:1"))].into_iter().collect();
        assert_eq!(held.iter().map(|item| item.0).collect::<Vec<_>>(), ["E:01", "M:03", "M:24"]);
        assert_eq!(held.get("M:24").and_then(|item| item.1), Some("R:1"));
        assert!(held.contains("E:01") && !held.contains("E:0") && !held.contains("E:011"));
        assert_eq!(held.children("R:1").map(|item| item.0).collect::<Vec<_>>(), ["M:03", "M:24"]);
        assert_eq!(held.children("E:01").count(), 0);
    }

    #[test]
    fn one_is_within_itself_and_what_is_above_it() {
        let places: Held<Item> = [
            Item("PE", None),
            Item("24", Some("PE")),
            Item("2401", Some("24")),
            Item("25", Some("PE")),
            Item("A", Some("B")),
            Item("B", Some("A")),
        ]
        .into_iter()
        .collect();
        for (code, whole, expected) in [
            ("2401", "2401", true),
            ("2401", "24", true),
            ("2401", "PE", true),
            ("24", "2401", false),
            ("2401", "25", false),
            ("2402", "24", false),
            ("A", "B", true),
            ("A", "PE", false),
        ] {
            assert_eq!(places.is_within(code, whole), expected, "{code} {whole}");
        }
    }
}
