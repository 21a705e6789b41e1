//! Forms with files.
use std::collections::BTreeMap;

use crate::{App, PageError};
use axum::extract::{FromRequest, Multipart, Request};

/// What a form with files sent: texts by name, files by name with what they are called.
#[derive(Debug, Default)]
pub struct Sent {
    texts: BTreeMap<String, String>,
    files: BTreeMap<String, (String, Vec<u8>)>,
}

impl Sent {
    /// What was written in the field; nothing where it was left out.
    pub fn text(&self, name: &str) -> &str {
        self.texts.get(name).map_or("", |text| text.trim())
    }

    /// Files that were chosen, by field.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str, &[u8])> {
        self.files.iter().map(|(field, (name, bytes))| (field.as_str(), name.as_str(), bytes.as_slice()))
    }

    /// The file that was chosen in a field.
    pub fn take(&mut self, field: &str) -> Option<(String, Vec<u8>)> {
        self.files.remove(field)
    }
}

impl FromRequest<App> for Sent {
    type Rejection = PageError;

    async fn from_request(request: Request, app: &App) -> Result<Self, PageError> {
        let refused = |value: String| PageError::Refused {
            key: "web-refused-form",
            args: vec![("value", value.chars().take(80).collect::<String>().into())],
        };
        let form = Multipart::from_request(request, app).await;
        let mut form = form.map_err(|error| refused(error.body_text()))?;
        let mut sent = Self::default();
        while let Some(field) = form.next_field().await.map_err(|error| refused(error.body_text()))? {
            let name = field.name().unwrap_or_default().to_owned();
            if let Some(file) = field.file_name().map(str::to_owned) {
                let bytes = field.bytes().await.map_err(|error| refused(error.body_text()))?;
                if !bytes.is_empty() {
                    sent.files.insert(name, (file, bytes.to_vec()));
                }
                continue;
            }
            let text = field.text().await.map_err(|error| refused(error.body_text()))?;
            if text.chars().any(|c| c.is_control() && !"\r\n\t".contains(c)) {
                return Err(refused(name));
            }
            sent.texts.insert(name, text);
        }
        Ok(sent)
    }
}
