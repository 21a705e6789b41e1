//! A form that changes something: it is sent back with what is wrong beside each field, and nothing typed is lost.
use std::borrow::Cow;

use askama::Template;

use super::safe;
use crate::{Shell, View};

/// What a field takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    Text,
    Email,
    /// Never shown again. `is_new` where it is being chosen, so that a keeper of passwords offers one.
    Password {
        is_new: bool,
    },
    /// Six digits of an application, or a code written down.
    Code,
    Date,
    /// Value and text of each.
    Choice(Vec<(String, String)>),
    Area,
    /// A file, of the kinds that `accept` lists; of any where it is empty.
    File {
        accept: &'static str,
    },
}

/// A field with its label; `name` is its name and id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    name: Cow<'static, str>,
    label: String,
    hint: Option<String>,
    input: Input,
    value: String,
    error: Option<String>,
    is_optional: bool,
    autocomplete: Option<&'static str>,
}

impl Field {
    pub fn new(name: impl Into<Cow<'static, str>>, label: &str, input: Input) -> Self {
        let autocomplete = match &input {
            Input::Email => Some("email"),
            Input::Password { is_new: true } => Some("new-password"),
            Input::Password { is_new: false } => Some("current-password"),
            Input::Code => Some("one-time-code"),
            _ => None,
        };
        let label = label.to_owned();
        Self {
            name: name.into(),
            label,
            hint: None,
            input,
            value: String::new(),
            error: None,
            is_optional: false,
            autocomplete,
        }
    }

    #[must_use]
    pub fn hint(mut self, hint: &str) -> Self {
        self.hint = Some(hint.to_owned());
        self
    }

    /// What was typed, shown again; of a password nothing is, and a file is chosen anew.
    #[must_use]
    pub fn value(mut self, value: &str) -> Self {
        if !matches!(self.input, Input::Password { .. } | Input::File { .. }) {
            value.clone_into(&mut self.value);
        }
        self
    }

    #[must_use]
    pub const fn optional(mut self) -> Self {
        self.is_optional = true;
        self
    }

    #[must_use]
    pub const fn autocomplete(mut self, what: &'static str) -> Self {
        self.autocomplete = Some(what);
        self
    }

    /// Whether it is a choice that may be left open and has no option for that: a browser would choose the first.
    fn needs_none(&self) -> bool {
        let Input::Choice(options) = &self.input else { return false };
        self.is_optional && options.iter().all(|(value, _)| !value.is_empty())
    }

    fn kind(&self) -> &'static str {
        match self.input {
            Input::Email => "email",
            Input::Password { .. } => "password",
            Input::Date => "date",
            _ => "text",
        }
    }

    fn described_by(&self, prefix: &str) -> Option<String> {
        let hint = self.hint.as_ref().map(|_| format!("{prefix}{}-hint", self.name));
        let error = self.error.as_ref().map(|_| format!("{prefix}{}-error", self.name));
        let both: Vec<String> = [hint, error].into_iter().flatten().collect();
        (!both.is_empty()).then(|| both.join(" "))
    }
}

/// Fields sent together, with one button.
#[derive(Clone, Template)]
#[template(path = "components/form.html")]
pub struct Form {
    action: String,
    kept: Vec<(String, String)>,
    fields: Vec<Field>,
    button: String,
    is_warning: bool,
    summary: String,
    error_word: String,
    optional_word: String,
    /// What is wrong with the form as a whole.
    whole: Option<String>,
    /// Before the ids of its fields, where a page has several forms.
    prefix: String,
}

safe!(Form);

impl Form {
    /// Sent to `path`, without language prefix.
    pub fn new(shell: &Shell, path: &str, button: &str) -> Self {
        Self {
            action: View::of(shell.lang(), "/").link(path),
            kept: Vec::new(),
            fields: Vec::new(),
            button: button.to_owned(),
            is_warning: false,
            summary: shell.t("web-form-wrong"),
            error_word: shell.t("web-form-error"),
            optional_word: shell.t("web-form-optional"),
            whole: None,
            prefix: String::new(),
        }
    }

    /// Sent along, not shown.
    #[must_use]
    pub fn keep(mut self, name: &str, value: &str) -> Self {
        self.kept.push((name.to_owned(), value.to_owned()));
        self
    }

    #[must_use]
    pub fn field(mut self, field: Field) -> Self {
        self.fields.push(field);
        self
    }

    /// One of several forms of a page: its fields have ids of their own.
    #[must_use]
    pub fn among(mut self, prefix: &str) -> Self {
        self.prefix = format!("{prefix}-");
        self
    }

    /// What it does cannot be undone by another click.
    #[must_use]
    pub const fn warning(mut self) -> Self {
        self.is_warning = true;
        self
    }

    /// What is wrong: with that field, or, where no field has the name, with the whole.
    #[must_use]
    pub fn wrong(mut self, name: &str, words: &str) -> Self {
        match self.fields.iter_mut().find(|field| field.name == name) {
            Some(field) => field.error = Some(words.to_owned()),
            None => self.whole = Some(words.to_owned()),
        }
        self
    }

    /// Files travel in parts; the handler reads them as [`crate::gate::Sent`].
    fn has_files(&self) -> bool {
        self.fields.iter().any(|field| matches!(field.input, Input::File { .. }))
    }

    pub fn is_wrong(&self) -> bool {
        self.whole.is_some() || self.fields.iter().any(|field| field.error.is_some())
    }

    fn errors(&self) -> Vec<(Option<&str>, &str)> {
        let whole = self.whole.as_deref().map(|words| (None, words));
        let fields =
            self.fields.iter().filter_map(|field| Some((Some(&*field.name), field.error.as_deref()?)));
        whole.into_iter().chain(fields).collect()
    }
}
