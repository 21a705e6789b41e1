//! JSON Schemas (2020-12, as OpenAPI 3.1 takes them) of parameters and answers.
use dataset::{Field, Kind};
use serde_json::{Map, Value as Json, json};

use crate::{Parameter, Takes};

pub(crate) fn of_parameter(parameter: &Parameter) -> Json {
    let one = match &parameter.takes {
        Takes::Text => json!({ "type": "string" }),
        Takes::Integer { min, max } => json!({ "type": "integer", "minimum": min, "maximum": max }),
        Takes::Choice(choices) => json!({ "type": "string", "enum": choices }),
        Takes::Date => json!({ "type": "string", "format": "date" }),
        Takes::Known => json!({ "anyOf": [
            { "type": "string", "format": "date" },
            { "type": "string", "format": "date-time" },
        ] }),
    };
    if parameter.many { json!({ "type": "array", "items": one }) } else { one }
}

pub(crate) fn of_field(field: &Field, words: Option<&str>) -> Json {
    let mut schema = match field.kind {
        Kind::Text => json!({ "type": "string" }),
        Kind::Integer | Kind::Year => json!({ "type": "integer" }),
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::Money | Kind::Share | Kind::Decimal => {
            json!({ "type": "string", "format": "decimal", "pattern": r"^-?[0-9]+(\.[0-9]+)?$" })
        }
        Kind::Date => json!({ "type": "string", "format": "date" }),
        Kind::Instant => json!({ "type": "string", "format": "date-time" }),
    };
    if let Some(object) = schema.as_object_mut() {
        if field.optional {
            let kind = object.get("type").cloned().unwrap_or_default();
            object.insert("type".to_owned(), json!([kind, "null"]));
        }
        if !field.values.is_empty() {
            let mut values: Vec<Json> = field.values.iter().map(|value| json!(value)).collect();
            values.extend(field.optional.then_some(Json::Null));
            object.insert("enum".to_owned(), Json::Array(values));
        }
        if let Some(words) = words {
            object.insert("description".to_owned(), json!(words));
        }
    }
    schema
}

/// A row of `fields`, and nothing else.
pub(crate) fn of_row(fields: &[Field], words: &dyn Fn(&Field) -> Option<String>) -> Json {
    let properties: Map<String, Json> =
        fields.iter().map(|field| (field.name.clone(), of_field(field, words(field).as_deref()))).collect();
    let names: Vec<&str> = fields.iter().map(|field| field.name.as_str()).collect();
    json!({ "type": "object", "properties": properties, "required": names, "additionalProperties": false })
}

/// A page: rows, the next page's address, the state it tells of.
pub(crate) fn of_page(row: &Json) -> Json {
    json!({
        "type": "object",
        "properties": {
            "data": { "type": "array", "items": row },
            "next": { "type": ["string", "null"] },
            "known": { "$ref": "#/components/schemas/Known" },
        },
        "required": ["data", "next", "known"],
    })
}

/// A row as it may be.
pub(crate) fn example_of(fields: &[Field]) -> Json {
    let value = |field: &Field| {
        let text = field.example.clone().or_else(|| field.values.first().cloned());
        match (field.kind, text) {
            (_, None) if field.optional => Json::Null,
            (Kind::Integer | Kind::Year, text) => {
                json!(text.and_then(|text| text.parse::<i64>().ok()).unwrap_or_default())
            }
            (Kind::Flag, text) => json!(text.is_some_and(|text| text == "true")),
            (_, text) => json!(text.unwrap_or_default()),
        }
    };
    let pairs = fields.iter().map(|field| (field.name.clone(), value(field)));
    Json::Object(pairs.collect())
}
