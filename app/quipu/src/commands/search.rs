use search::{
    domain::{Found, Hit, How, Kind, Question, Request},
    pages::links,
};
use serde_json::{Value, json};

use crate::{
    cli::{SearchArgs, TableOrJson},
    contexts,
    outcome::{Outcome, Usage},
    output, progress,
    search::Keeper,
    state::State,
};

/// Everything public that has the words or the code. The index is made first where it is behind the record.
pub async fn search(state: &State, args: &SearchArgs) -> anyhow::Result<Outcome> {
    let kind = args.kind.as_deref().map(str::parse::<Kind>).transpose();
    let kind = kind.map_err(|error| Usage(error.to_string()))?;
    let today = state.today(&mut *state.ctx.db.read().await?).await?;
    let request = Request {
        question: Question::of(&args.words.join(" ")),
        kind,
        english: state.lang() == web::Lang::En,
        offset: 0,
        count_max: args.limit.into(),
    };
    let spinner = progress::spinner("index".to_owned());
    let index = Keeper::new(state.ctx.db.clone(), state.folder()).current(today).await?;
    spinner.finish_and_clear();
    let found = index.find(&request)?;
    if args.format == TableOrJson::Json {
        output::json(&as_json(state, &request, &found))?;
    } else {
        print(state, &request, &found)?;
    }
    Ok(Outcome::Done)
}

fn print(state: &State, request: &Request, found: &Found) -> anyhow::Result<()> {
    let texts = contexts::texts()?;
    let word = |key: &str, args: &[(&str, web::Arg)]| texts.t(state.lang(), key, args);
    let sample = word("web-sample", &[]);
    let row = |hit: &Hit| {
        let document = &hit.document;
        vec![
            word(&format!("search-one-{}", document.kind.as_str()), &[]),
            document.code.clone(),
            if document.sample { sample.clone() } else { String::new() },
            title(hit),
        ]
    };
    if !found.hits.is_empty() {
        let rows: Vec<Vec<String>> = found.hits.iter().map(row).collect();
        output::print(&output::table(&["kind", "code", "", "title"], &rows, &[]))?;
    }
    let text = request.question.text.as_str();
    match found.how {
        _ if found.by_kind.is_empty() => {
            output::print(&format!("{}\n", word("search-nothing", &[("q", text.into())])))?;
        }
        How::All => (),
        How::Beginning => output::print(&format!("{}\n", word("search-beginning", &[("q", text.into())])))?,
        How::Some => output::print(&format!("{}\n", word("search-some", &[("q", text.into())])))?,
    }
    if !found.suggestions.is_empty() {
        let others = found.suggestions.join(", ");
        output::print(&format!("{} {others}\n", word("search-did-you-mean", &[])))?;
    }
    if found.by_kind.is_empty() {
        return Ok(());
    }
    let kinds = found.by_kind.iter();
    let kinds =
        kinds.map(|(kind, n)| format!("{n} {}", word(&format!("search-kind-{}", kind.as_str()), &[])));
    let kinds: Vec<String> = kinds.collect();
    output::print(&format!("{} of {}: {}\n", found.hits.len(), found.total(request.kind), kinds.join(", ")))
}

fn title(hit: &Hit) -> String {
    hit.title.iter().map(|piece| piece.text.as_str()).collect()
}

fn as_json(state: &State, request: &Request, found: &Found) -> Value {
    let view = web::View::of(state.lang(), "/");
    let result = |hit: &Hit| {
        let document = &hit.document;
        json!({
            "kind": document.kind,
            "code": document.code,
            "title": title(hit),
            "of": document.of,
            "sample": document.sample,
            "address": links::href(&view, &document.place),
        })
    };
    let how = match found.how {
        How::All => "all",
        How::Beginning => "beginning",
        How::Some => "some",
    };
    json!({
        "words": request.question.text,
        "how": how,
        "total": found.total(request.kind),
        "by_kind": found.by_kind,
        "results": found.hits.iter().map(result).collect::<Vec<_>>(),
        "suggestions": found.suggestions,
    })
}
