//! Messages for people, from the Fluent files that each context embeds. A missing message shows its key
//! between ⟦⟧ and never panics; [`Texts::differences`] makes it a test failure first.
use std::collections::BTreeMap;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};

use crate::{Lang, figures};

#[path = "texts_parity.rs"]
mod parity;

/// Why a program's message files cannot be used. Found when the program starts.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextsError {
    #[error("{context}/text/{lang}.ftl: {reason}")]
    Syntax { context: &'static str, lang: &'static str, reason: String },
    #[error("{context}/text/{lang}.ftl: message `{key}` is already in another file")]
    Repeated { context: &'static str, lang: &'static str, key: String },
    #[error("{context}/text: {difference}")]
    Unlike { context: &'static str, difference: String },
}

/// A value inside a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Chooses the plural and is grouped.
    Number(i64),
    Text(String),
}

impl Arg {
    fn as_fluent(&self) -> FluentValue<'static> {
        match self {
            Self::Number(number) => FluentValue::from(*number),
            Self::Text(text) => FluentValue::from(text.clone()),
        }
    }
}

macro_rules! whole_number_arg {
    ($($number:ty),*) => {$(
        impl From<$number> for Arg {
            fn from(number: $number) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
        impl From<&$number> for Arg {
            fn from(number: &$number) -> Self {
                Self::from(*number)
            }
        }
    )*};
}
whole_number_arg!(i64, u64, i32, u32, usize);

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

/// One context's two message files.
#[derive(Clone, Copy, Debug)]
pub struct Messages {
    pub context: &'static str,
    pub es: &'static str,
    pub en: &'static str,
}

impl Messages {
    const fn of(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Es => self.es,
            Lang::En => self.en,
        }
    }
}

/// The messages of the kernel itself.
pub const KERNEL: Messages =
    Messages { context: "web", es: include_str!("../text/es.ftl"), en: include_str!("../text/en.ftl") };

/// All messages of the program, in both languages.
pub struct Texts {
    es: FluentBundle<FluentResource>,
    en: FluentBundle<FluentResource>,
}

impl Texts {
    /// The kernel's messages and those of `contexts`; refused where the two languages differ in keys or
    /// placeables, or where two files define one key.
    pub fn new(contexts: &[Messages]) -> Result<Self, TextsError> {
        let mut texts = Self { es: bundle(Lang::Es), en: bundle(Lang::En) };
        let mut owners = BTreeMap::new();
        for messages in std::iter::once(&KERNEL).chain(contexts) {
            if let Some(difference) = Self::differences(messages)?.into_iter().next() {
                return Err(TextsError::Unlike { context: messages.context, difference });
            }
            for lang in Lang::ALL {
                texts.add(messages, lang, &mut owners)?;
            }
        }
        Ok(texts)
    }

    fn add(
        &mut self,
        messages: &Messages,
        lang: Lang,
        owners: &mut BTreeMap<(&'static str, String), &'static str>,
    ) -> Result<(), TextsError> {
        let resource = parity::resource(messages, lang)?;
        for key in parity::keys(&resource) {
            if owners.insert((lang.tag(), key.clone()), messages.context).is_some() {
                return Err(TextsError::Repeated { context: messages.context, lang: lang.tag(), key });
            }
        }
        self.bundle_mut(lang).add_resource_overriding(resource);
        Ok(())
    }

    /// Keys and placeables that one language of a context has and the other lacks. Each context's tests
    /// assert that there are none.
    pub fn differences(messages: &Messages) -> Result<Vec<String>, TextsError> {
        parity::differences(messages)
    }

    fn bundle(&self, lang: Lang) -> &FluentBundle<FluentResource> {
        match lang {
            Lang::Es => &self.es,
            Lang::En => &self.en,
        }
    }

    fn bundle_mut(&mut self, lang: Lang) -> &mut FluentBundle<FluentResource> {
        match lang {
            Lang::Es => &mut self.es,
            Lang::En => &mut self.en,
        }
    }

    pub fn has(&self, lang: Lang, key: &str) -> bool {
        self.bundle(lang).has_message(key)
    }

    /// A message in words; not escaped: templates do that.
    pub fn t(&self, lang: Lang, key: &str, args: &[(&str, Arg)]) -> String {
        let bundle = self.bundle(lang);
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::warn!(key, lang = lang.tag(), "message missing");
            return format!("⟦{key}⟧");
        };
        let mut named = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            named.set((*name).to_owned(), value.as_fluent());
        }
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&named), &mut errors).into_owned();
        if errors.is_empty() {
            return text;
        }
        tracing::warn!(key, lang = lang.tag(), ?errors, "message without its values");
        format!("⟦{key}⟧ {text}")
    }
}

fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![lang.identifier()]);
    // The marks that isolate right-to-left text would show as boxes in titles and CSV.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Lang::Es => |value, _| count(Lang::Es, value),
        Lang::En => |value, _| count(Lang::En, value),
    }));
    bundle
}

/// Whole numbers inside messages are grouped as everywhere else.
#[allow(clippy::cast_possible_truncation)] // counts: far below 2^53
fn count(lang: Lang, value: &FluentValue) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(figures::count(lang, number.value as i64)),
        _ => None,
    }
}

#[cfg(test)]
#[path = "texts_tests.rs"]
mod tests;
