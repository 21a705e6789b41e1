//! The two languages of the interface, named by the first part of the path.
use unic_langid::LanguageIdentifier;

/// Spanish lives at `/…`, English at `/en/…`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lang {
    Es,
    En,
}

impl Lang {
    pub const ALL: [Self; 2] = [Self::Es, Self::En];

    /// As in `<html lang="…">`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Es => "es",
            Self::En => "en",
        }
    }

    /// What every path in this language starts with.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Es => "",
            Self::En => "/en",
        }
    }

    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Es => Self::En,
            Self::En => Self::Es,
        }
    }

    /// For plural rules.
    pub(crate) fn identifier(self) -> LanguageIdentifier {
        self.tag().parse().unwrap_or_default()
    }

    /// The language of a path and the path without its prefix (never empty).
    pub fn of_path(path: &str) -> (Self, &str) {
        match path.strip_prefix("/en") {
            Some("") => (Self::En, "/"),
            Some(rest) if rest.starts_with('/') => (Self::En, rest),
            _ => (Self::Es, if path.is_empty() { "/" } else { path }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, expect: (Lang, &str)) {
        assert_eq!(Lang::of_path(path), expect, "for {path:?}");
    }

    #[test]
    fn the_first_part_of_the_path_names_the_language() {
        check("/", (Lang::Es, "/"));
        check("", (Lang::Es, "/"));
        check("/en", (Lang::En, "/"));
        check("/en/", (Lang::En, "/"));
        check("/en/objetivo/PEDN", (Lang::En, "/objetivo/PEDN"));
        check("/entidad/010", (Lang::Es, "/entidad/010"));
        check("/ENTIDAD", (Lang::Es, "/ENTIDAD"));
    }
}
