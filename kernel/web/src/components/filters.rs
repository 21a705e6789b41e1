//! A form that narrows what a page shows: it only reads, so it sends its fields in the URL.
use askama::Template;
use jiff::civil::Date;

use super::safe;
use crate::{Format, Shell, View};

enum Field {
    Choice { name: String, label: String, options: Vec<Choice> },
    Text { name: String, label: String, value: String },
    Day { name: String, label: String, value: String },
}

/// An option of a choice.
struct Choice {
    value: String,
    text: String,
    is_chosen: bool,
}

/// Choices and texts of the view, with a button. What the view holds besides is kept; the page number
/// is not, because it would point elsewhere in another list.
#[derive(Template)]
#[template(path = "components/filters.html")]
pub struct Filters {
    action: String,
    kept: Vec<(String, String)>,
    fields: Vec<Field>,
    button: String,
}

safe!(Filters);

impl Filters {
    pub fn new(shell: &Shell) -> Self {
        let view = shell.view.without("page").without("table").with_format(Format::Html);
        Self {
            action: View::of(shell.lang(), "/").link(view.path()),
            kept: view.parameters(),
            fields: Vec::new(),
            button: shell.t("web-filter"),
        }
    }

    /// Options as value and text; `chosen` is the value now in force.
    #[must_use]
    pub fn choice<V: AsRef<str>, T: AsRef<str>>(
        mut self,
        name: &str,
        label: &str,
        chosen: Option<&str>,
        options: impl IntoIterator<Item = (V, T)>,
    ) -> Self {
        let options = options.into_iter().map(|(value, text)| Choice {
            is_chosen: chosen == Some(value.as_ref()),
            value: value.as_ref().to_owned(),
            text: text.as_ref().to_owned(),
        });
        let options = options.collect();
        self.replaces(name);
        self.fields.push(Field::Choice { name: name.to_owned(), label: label.to_owned(), options });
        self
    }

    #[must_use]
    pub fn text(mut self, name: &str, label: &str, value: Option<&str>) -> Self {
        self.replaces(name);
        let value = value.unwrap_or_default().to_owned();
        self.fields.push(Field::Text { name: name.to_owned(), label: label.to_owned(), value });
        self
    }

    /// A day, which browsers offer to choose; sent as `YYYY-MM-DD`.
    #[must_use]
    pub fn date(mut self, name: &str, label: &str, value: Option<Date>) -> Self {
        self.replaces(name);
        let value = value.map(|date| date.to_string()).unwrap_or_default();
        self.fields.push(Field::Day { name: name.to_owned(), label: label.to_owned(), value });
        self
    }

    /// Another word on the button than that for narrowing.
    #[must_use]
    pub fn button(mut self, text: &str) -> Self {
        text.clone_into(&mut self.button);
        self
    }

    fn replaces(&mut self, name: &str) {
        self.kept.retain(|(kept, _)| kept != name);
    }
}
