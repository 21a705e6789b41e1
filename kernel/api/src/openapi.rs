//! `/openapi.json`: the documentation of every operation, made from the declarations that judge the calls.
use serde_json::{Map, Value as Json, json};
use web::{Lang, Texts};

use crate::{Answers, BASE, Format, Operation, Parameter, Place, schema, words};

/// How the document calls a token of a program.
const TOKEN: &str = "token";

/// The document in one language. The same program gives the same bytes.
pub(crate) fn document(operations: &[Operation], texts: &Texts, lang: Lang) -> Json {
    let t = |key: &str| texts.t(lang, key, &[]);
    let mut paths = Map::new();
    for operation in operations {
        let path = format!("{BASE}{}", operation.path);
        paths.insert(path, json!({ "get": described(operation, texts, lang) }));
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": t("web-api-title"),
            "description": t("web-api-description"),
            "version": "1",
            "license": { "name": "Apache-2.0", "identifier": "Apache-2.0" },
        },
        "servers": [{ "url": "/" }],
        "paths": paths,
        // Everything is read without a token; with one, calls are counted by it.
        "security": [{}, { TOKEN: [] }],
        "components": {
            "schemas": components(), "responses": responses(&t), "headers": headers(&t),
            "securitySchemes": {
                TOKEN: { "type": "http", "scheme": "bearer", "description": t("web-api-token") },
            },
        },
    })
}

fn described(operation: &Operation, texts: &Texts, lang: Lang) -> Json {
    let t = |key: &str| texts.t(lang, key, &[]);
    let parameters = operation.all_parameters();
    let parameters = parameters.iter().map(|p| parameter(p, texts, lang));
    let mut responses = json!({ "200": answer(operation, texts, lang) });
    for (status, name) in [
        ("400", "Refused"),
        ("401", "UnknownToken"),
        ("404", "NotFound"),
        ("406", "NotAcceptable"),
        ("429", "TooMany"),
    ] {
        responses[status] = json!({ "$ref": format!("#/components/responses/{name}") });
    }
    json!({
        "operationId": operation.id,
        "summary": t(&operation.title),
        "description": t(&operation.about),
        "tags": [operation.tag],
        "parameters": parameters.collect::<Vec<_>>(),
        "responses": responses,
    })
}

fn parameter(parameter: &Parameter, texts: &Texts, lang: Lang) -> Json {
    let place = match parameter.place {
        Place::Path => "path",
        Place::Query => "query",
    };
    let mut document = json!({
        "name": parameter.name,
        "in": place,
        "required": parameter.required,
        "schema": schema::of_parameter(parameter),
    });
    if let Some(words) = words(texts, lang, &parameter.words) {
        document["description"] = json!(words);
    }
    if let Some(example) = &parameter.example {
        let is_number = matches!(parameter.takes, crate::Takes::Integer { .. });
        let value = example.parse::<i64>().ok().filter(|_| is_number).map_or(json!(example), |n| json!(n));
        document["example"] = if parameter.many { json!([value]) } else { value };
    }
    document
}

fn answer(operation: &Operation, texts: &Texts, lang: Lang) -> Json {
    let t = |key: &str| texts.t(lang, key, &[]);
    let (schema, example) = match &operation.answers {
        Answers::Rows(fields) => {
            let of_field = |field: &dataset::Field| {
                let name = field.name.replace('_', "-");
                let list = operation.path.trim_start_matches('/');
                let keys = [
                    format!("{}-field-{list}-{name}", operation.tag),
                    format!("{}-field-{name}", operation.tag),
                    format!("web-field-{name}"),
                ];
                words(texts, lang, &keys)
            };
            let row = schema::of_row(fields, &of_field);
            (schema::of_page(&row), page_of(&schema::example_of(fields)))
        }
        Answers::AnyRows(example) => (schema::of_page(&json!({ "type": "object" })), page_of(example)),
        Answers::Document(schema, example) => (schema.clone(), example.clone()),
    };
    let mut content = json!({ "application/json": { "schema": schema, "example": example } });
    if operation.is_rows() {
        content[Format::Csv.media_type()] = json!({ "schema": { "type": "string" } });
        content[Format::Parquet.media_type()] = json!({ "schema": { "type": "string", "format": "binary" } });
    }
    let mut headers = json!({
        "ETag": { "$ref": "#/components/headers/ETag" },
        "X-RateLimit-Limit": { "$ref": "#/components/headers/RateLimit" },
        "X-RateLimit-Remaining": { "$ref": "#/components/headers/RateRemaining" },
    });
    if operation.is_rows() {
        headers["Link"] = json!({ "$ref": "#/components/headers/Link" });
    }
    json!({ "description": t("web-api-answer"), "content": content, "headers": headers })
}

fn page_of(row: &Json) -> Json {
    json!({ "data": [row], "next": null, "known": { "entry": 12, "at": "2026-11-24T15:00:00Z" } })
}

fn components() -> Json {
    json!({
        "Known": {
            "type": "object",
            "properties": {
                "entry": { "type": "integer", "minimum": 0 },
                "at": { "type": ["string", "null"], "format": "date-time" },
            },
            "required": ["entry", "at"],
        },
        "Problem": {
            "type": "object",
            "properties": {
                "type": { "type": "string", "format": "uri" },
                "title": { "type": "string" },
                "status": { "type": "integer" },
                "detail": { "type": ["string", "null"] },
                "parameter": { "type": ["string", "null"] },
            },
            "required": ["type", "title", "status"],
        },
    })
}

fn responses(t: &dyn Fn(&str) -> String) -> Json {
    let problem = |code: &str, status: u16| {
        // Of a wrong token the guard of every address speaks, in the words of its own.
        let key = if status == 401 { "web-error-401".to_owned() } else { format!("web-api-problem-{code}") };
        let title = t(&key);
        let example = json!({
            "type": format!("urn:quipu:problem:{code}"), "title": title, "status": status,
            "detail": null, "parameter": null,
        });
        let schema = json!({ "$ref": "#/components/schemas/Problem" });
        json!({
            "description": title,
            "content": { "application/problem+json": { "schema": schema, "example": example } },
        })
    };
    let mut too_many = problem("too-many-requests", 429);
    too_many["headers"] = json!({ "Retry-After": { "$ref": "#/components/headers/RetryAfter" } });
    json!({
        "Refused": problem("refused", 400),
        "UnknownToken": problem("unknown-token", 401),
        "NotFound": problem("not-found", 404),
        "NotAcceptable": problem("not-acceptable", 406),
        "TooMany": too_many,
    })
}

fn headers(t: &dyn Fn(&str) -> String) -> Json {
    let header = |key: &str, kind: &str| json!({ "description": t(key), "schema": { "type": kind } });
    json!({
        "ETag": header("web-api-header-etag", "string"),
        "Link": header("web-api-header-link", "string"),
        "RateLimit": header("web-api-header-limit", "integer"),
        "RateRemaining": header("web-api-header-remaining", "integer"),
        "RetryAfter": header("web-api-header-retry", "integer"),
    })
}
