use std::{collections::BTreeMap, path::Path};

use search::domain::{Document, Found, Hit, How, Kind, Piece, Question, Request, is_small, words};
use tantivy::{DocAddress, Index, IndexReader, ReloadPolicy, TantivyDocument, query::Query, schema::Value};

use crate::{
    Error,
    counts::ByKind,
    dictionary,
    ladder::{Asked, Ladder},
    ranked::ranked,
    schema::{Fields, schema},
    stems::Stems,
};

/// Words by which one that was not found is completed.
const COMPLETIONS_MAX: usize = 64;
/// Other words tried for one that was not found.
const OTHERS_MAX: usize = 6;
const SUGGESTIONS_MAX: usize = 3;

/// An index that answers.
pub struct Opened {
    reader: IndexReader,
    fields: Fields,
    stems: Stems,
}

impl Opened {
    pub fn open(folder: &Path) -> Result<Self, Error> {
        let (_, fields) = schema();
        let reader = Index::open_in_dir(folder)?.reader_builder().reload_policy(ReloadPolicy::Manual);
        Ok(Self { reader: reader.try_into()?, fields, stems: Stems::default() })
    }

    pub fn count(&self) -> u64 {
        self.reader.searcher().num_docs()
    }

    pub fn find(&self, request: &Request) -> Result<Found, Error> {
        let searcher = self.reader.searcher();
        let ladder = Ladder { searcher: &searcher, fields: self.fields, stems: &self.stems };
        let asked = ladder.asked(&request.question.words)?;
        let mut found = Found::default();
        let Some(step) = Step::first(&ladder, &request.question, &asked)? else {
            found.suggestions = suggestions(&ladder, &request.question, &asked)?;
            return Ok(found);
        };
        if step.how != How::All {
            found.suggestions = suggestions(&ladder, &request.question, &asked)?;
        }
        found.how = step.how;
        found.by_kind = step.by_kind;
        let part = (request.offset, request.count_max);
        for at in ranked(&ladder, step.query, request.kind, part)? {
            found.hits.push(self.hit(&ladder, at, &asked, request)?);
        }
        Ok(found)
    }

    fn hit(&self, ladder: &Ladder, at: DocAddress, asked: &[Asked], request: &Request) -> Result<Hit, Error> {
        let kept: TantivyDocument = ladder.searcher.doc(at)?;
        let kept = kept.get_first(self.fields.document).and_then(|value| value.as_str()).unwrap_or_default();
        let document: Document = serde_json::from_str(kept)?;
        let is_wanted = |word: &str| {
            let stem = self.stems.of(word);
            !is_small(word)
                && asked.iter().any(|a| a.stem == stem || (a.count == 0 && word.starts_with(&a.word)))
        };
        let title = Piece::of(document.title_in(request.english), is_wanted);
        let of = document.of.iter().map(|text| Piece::of(text, is_wanted)).collect();
        Ok(Hit { document, title, of })
    }
}

/// The first rule by which anything is found.
struct Step {
    how: How,
    query: Box<dyn Query>,
    by_kind: BTreeMap<Kind, usize>,
}

impl Step {
    fn first(ladder: &Ladder, question: &Question, asked: &[Asked]) -> Result<Option<Self>, Error> {
        if let Some(step) = Self::of(ladder, How::All, ladder.whole(question, asked)?)? {
            return Ok(Some(step));
        }
        let mut begun = Vec::new();
        for word in asked {
            let completed =
                dictionary::beginning(ladder.searcher, ladder.fields.plain, &word.word, COMPLETIONS_MAX)?;
            begun.push((word.clone(), completed));
        }
        if let Some(step) = Self::of(ladder, How::Beginning, ladder.begun(&begun))? {
            return Ok(Some(step));
        }
        Self::of(ladder, How::Some, ladder.some(asked))
    }

    fn of(ladder: &Ladder, how: How, query: Option<Box<dyn Query>>) -> Result<Option<Self>, Error> {
        let Some(query) = query else { return Ok(None) };
        let counts = ladder.searcher.search(&*query, &ByKind)?;
        let by_kind: BTreeMap<Kind, usize> =
            Kind::ALL.into_iter().zip(counts).filter(|(_, count)| *count > 0).collect();
        Ok((!by_kind.is_empty()).then_some(Self { how, query, by_kind }))
    }
}

/// Other questions, in each of which the words that nothing holds are completed or corrected; only such as find
/// something.
fn suggestions(ladder: &Ladder, question: &Question, asked: &[Asked]) -> Result<Vec<String>, Error> {
    let (searcher, plain) = (ladder.searcher, ladder.fields.plain);
    let mut others: Vec<(&Asked, Vec<String>)> = Vec::new();
    for word in asked.iter().filter(|word| word.count == 0) {
        let mut words = dictionary::beginning(searcher, plain, &word.word, OTHERS_MAX)?;
        words.extend(dictionary::near(searcher, plain, &word.word, OTHERS_MAX)?);
        others.push((word, words));
    }
    if others.is_empty() || others.iter().any(|(_, words)| words.is_empty()) {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for n in 0..2 * OTHERS_MAX {
        let text = replaced(&question.text, |folded| {
            let (_, words) = others.iter().find(|(word, _)| word.word == folded)?;
            words.get(n).or(words.last()).cloned()
        });
        if found.len() < SUGGESTIONS_MAX && !found.contains(&text) && finds(ladder, &text)? {
            found.push(text);
        }
    }
    Ok(found)
}

/// A text with other words in the place of some.
fn replaced(text: &str, other: impl Fn(&str) -> Option<String>) -> String {
    let mut new = String::new();
    let mut done = 0;
    for word in words(text) {
        if let Some(other) = other(&word.folded) {
            new += text.get(done..word.at.start).unwrap_or_default();
            new += &other;
            done = word.at.end;
        }
    }
    new + text.get(done..).unwrap_or_default()
}

fn finds(ladder: &Ladder, text: &str) -> Result<bool, Error> {
    let asked = ladder.asked(&Question::of(text).words)?;
    Ok(Step::of(ladder, How::All, ladder.every(&asked))?.is_some())
}
