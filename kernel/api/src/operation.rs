//! One thing that can be asked: its address, what it takes, how it answers.
use std::{future::Future, pin::Pin, sync::Arc};

use dataset::Field;
use serde_json::Value as Json;

use crate::{Call, Parameter, Place, Problem, Reply, Takes};

pub type Answering = Pin<Box<dyn Future<Output = Result<Reply, Problem>> + Send>>;
pub type Handler = Arc<dyn Fn(Call) -> Answering + Send + Sync>;

/// The form of an answer, for documentation.
#[derive(Clone, Debug)]
pub enum Answers {
    /// Rows of these fields, page by page.
    Rows(Vec<Field>),
    /// Rows whose fields depend on what is asked; an example of one.
    AnyRows(Json),
    /// One JSON document; its schema and an example.
    Document(Json, Json),
}

#[derive(Clone)]
pub struct Operation {
    /// Below [`crate::BASE`], as `/objectives/{plan}/{element}`.
    pub path: String,
    /// For clients made from the documentation: `list_plans`.
    pub id: String,
    /// Message keys of title and description.
    pub title: String,
    pub about: String,
    /// Under which heading of the documentation.
    pub tag: &'static str,
    pub parameters: Vec<Parameter>,
    pub answers: Answers,
    /// Whether it tells of today alone, whatever was known on another day.
    pub of_today: bool,
    pub(crate) handler: Handler,
}

impl Operation {
    /// An operation that `handler` answers.
    pub fn new<F, A>(path: &str, id: &str, tag: &'static str, answers: Answers, handler: F) -> Self
    where
        F: Fn(Call) -> A + Send + Sync + 'static,
        A: Future<Output = Result<Reply, Problem>> + Send + 'static,
    {
        Self {
            path: path.to_owned(),
            id: id.to_owned(),
            title: format!("{tag}-api-{}", id.replace('_', "-")),
            about: format!("{tag}-api-{}-about", id.replace('_', "-")),
            tag,
            parameters: Vec::new(),
            answers,
            of_today: false,
            handler: Arc::new(move |call| Box::pin(handler(call))),
        }
    }

    #[must_use]
    pub fn taking(mut self, parameters: impl IntoIterator<Item = Parameter>) -> Self {
        self.parameters.extend(parameters);
        self
    }

    #[must_use]
    pub fn of_today(mut self) -> Self {
        self.of_today = true;
        self
    }

    /// An address that asks it, of the parameters' examples.
    pub fn example(&self) -> String {
        let mut path = format!("{}{}", crate::BASE, self.path);
        let mut query = Vec::new();
        for parameter in &self.parameters {
            let Some(example) = parameter.example.as_deref().map(web::encode) else { continue };
            match parameter.place {
                Place::Path => path = path.replace(&format!("{{{}}}", parameter.name), &example),
                Place::Query if parameter.required || parameter.many => {
                    query.push(format!("{}={example}", parameter.name));
                }
                Place::Query => (),
            }
        }
        if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) }
    }

    pub const fn is_rows(&self) -> bool {
        matches!(self.answers, Answers::Rows(_) | Answers::AnyRows(_))
    }

    /// Its own parameters and those that all operations of its kind share.
    pub(crate) fn all_parameters(&self) -> Vec<Parameter> {
        let choice = |options: &[&str]| Takes::Choice(options.iter().map(|&o| o.to_owned()).collect());
        let mut all = self.parameters.clone();
        if !self.of_today {
            all.push(Parameter::query("known", Takes::Known, "web-api-known").like("2026-11-24"));
        }
        all.push(Parameter::query("lang", choice(&["es", "en"]), "web-api-lang").like("es"));
        if self.is_rows() {
            let most = i64::try_from(crate::ROWS_MAX).unwrap_or(i64::MAX);
            let limit = Takes::Integer { min: 1, max: most };
            all.push(Parameter::query("limit", limit, "web-api-limit").like("100"));
            let formats = choice(&["json", "csv", "parquet"]);
            all.push(Parameter::query("format", formats, "web-api-format").like("json"));
        }
        all
    }
}
