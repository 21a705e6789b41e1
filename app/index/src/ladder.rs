//! Questions as queries, built from terms alone: nothing typed is ever read as a query language.
use search::domain::{Kind, Question};
use tantivy::{
    Searcher, Term,
    query::{BooleanQuery, BoostQuery, ConstScoreQuery, Query, TermQuery, TermSetQuery},
    schema::{Field, IndexRecordOption},
};

use crate::{Error, schema::Fields, stems::Stems};

/// A document's own code comes before anything that words can score; other codes that ask for it come next.
const CODE_SCORE: f32 = 10_000.0;
const ALIAS_SCORE: f32 = 1_000.0;

/// A word asked for, and the word it is found by.
#[derive(Clone, Debug)]
pub struct Asked {
    pub word: String,
    pub stem: String,
    /// Documents that hold it in some form.
    pub count: u64,
}

/// What queries are built from.
pub struct Ladder<'a> {
    pub searcher: &'a Searcher,
    pub fields: Fields,
    pub stems: &'a Stems,
}

impl Ladder<'_> {
    /// The words of a question, each stem once.
    pub fn asked(&self, words: &[String]) -> Result<Vec<Asked>, Error> {
        let mut asked: Vec<Asked> = Vec::new();
        for word in words {
            let stem = self.stems.of(word);
            if asked.iter().all(|known| known.stem != stem) {
                let count = self.searcher.doc_freq(&Term::from_field_text(self.fields.stems, &stem))?;
                asked.push(Asked { word: word.clone(), stem, count });
            }
        }
        Ok(asked)
    }

    /// Documents of that code, and documents that hold every word; `None` where there can be none.
    pub fn whole(&self, question: &Question, asked: &[Asked]) -> Result<Option<Box<dyn Query>>, Error> {
        let mut any = Vec::new();
        for (field, score) in [(self.fields.code, CODE_SCORE), (self.fields.alias, ALIAS_SCORE)] {
            let term = Term::from_field_text(field, &question.code);
            if !question.code.is_empty() && self.searcher.doc_freq(&term)? > 0 {
                any.push(fixed(term, score));
            }
        }
        any.extend(self.every(asked));
        Ok(one_of(any))
    }

    /// Documents that hold every word.
    pub fn every(&self, asked: &[Asked]) -> Option<Box<dyn Query>> {
        if asked.iter().any(|word| word.count == 0) {
            return None;
        }
        all_of(asked.iter().map(|word| self.stem(&word.stem)).collect())
    }

    /// Documents that hold any of the words.
    pub fn some(&self, asked: &[Asked]) -> Option<Box<dyn Query>> {
        one_of(asked.iter().filter(|word| word.count > 0).map(|word| self.stem(&word.stem)).collect())
    }

    /// Documents that for every word hold a form of it or one of those that complete it.
    pub fn begun(&self, asked: &[(Asked, Vec<String>)]) -> Option<Box<dyn Query>> {
        let mut every = Vec::new();
        for (word, completed) in asked {
            let mut forms: Vec<Box<dyn Query>> = Vec::new();
            if word.count > 0 {
                forms.push(self.stem(&word.stem));
            }
            if !completed.is_empty() {
                let terms = completed.iter().map(|word| Term::from_field_text(self.fields.plain, word));
                forms.push(Box::new(BoostQuery::new(Box::new(TermSetQuery::new(terms)), 1.0)));
            }
            every.push(one_of(forms)?);
        }
        all_of(every)
    }

    pub fn of_kind(&self, query: Box<dyn Query>, kind: Kind) -> Box<dyn Query> {
        filtered(query, self.fields.kind, kind.index() as u64)
    }

    /// Those from which others are reached.
    pub fn heads(&self, query: Box<dyn Query>) -> Box<dyn Query> {
        filtered(query, self.fields.head, 1)
    }

    fn stem(&self, stem: &str) -> Box<dyn Query> {
        let term = Term::from_field_text(self.fields.stems, stem);
        Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
    }
}

fn fixed(term: Term, score: f32) -> Box<dyn Query> {
    Box::new(ConstScoreQuery::new(Box::new(TermQuery::new(term, IndexRecordOption::Basic)), score))
}

fn filtered(query: Box<dyn Query>, field: Field, value: u64) -> Box<dyn Query> {
    Box::new(BooleanQuery::intersection(vec![query, fixed(Term::from_field_u64(field, value), 0.0)]))
}

/// The query itself where there is one, so that the engine's shortest way is taken.
fn one_of(mut any: Vec<Box<dyn Query>>) -> Option<Box<dyn Query>> {
    if any.len() > 1 { Some(Box::new(BooleanQuery::union(any))) } else { any.pop() }
}

fn all_of(mut every: Vec<Box<dyn Query>>) -> Option<Box<dyn Query>> {
    if every.len() > 1 { Some(Box::new(BooleanQuery::intersection(every))) } else { every.pop() }
}
