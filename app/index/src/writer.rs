use std::path::Path;

use search::domain::{Document, code, is_small, words};
use tantivy::{
    Index, IndexWriter, TantivyDocument,
    indexer::NoMergePolicy,
    tokenizer::{PreTokenizedString, Token},
};

use crate::{
    Error,
    schema::{Fields, ORDER, schema},
    stems::Stems,
};

/// Buffered before a segment is written.
const MEMORY_BYTES: usize = 128 * 1024 * 1024;

/// Makes an index, document by document.
pub struct Writer {
    index: Index,
    engine: IndexWriter,
    fields: Fields,
    stems: Stems,
    count: u64,
}

impl Writer {
    /// In an empty folder.
    pub fn create(folder: &Path) -> Result<Self, Error> {
        let (schema, fields) = schema();
        let index = Index::builder().schema(schema).create_in_dir(folder)?;
        // One thread, so that documents stay in the order in which they come.
        let engine = index.writer_with_num_threads(1, MEMORY_BYTES)?;
        engine.set_merge_policy(Box::new(NoMergePolicy));
        Ok(Self { index, engine, fields, stems: Stems::default(), count: 0 })
    }

    pub fn add(&mut self, document: &Document) -> Result<(), Error> {
        let fields = self.fields;
        let mut kept = TantivyDocument::new();
        let (stems, plain) = self.words(document);
        kept.add_pre_tokenized_text(fields.stems, text(stems));
        kept.add_pre_tokenized_text(fields.plain, text(plain));
        kept.add_text(fields.code, code(&document.code));
        for other in document.other_codes() {
            kept.add_text(fields.alias, other);
        }
        kept.add_u64(fields.kind, document.kind.index() as u64);
        kept.add_u64(fields.head, u64::from(document.kind.is_head()));
        kept.add_u64(fields.order, self.count);
        kept.add_text(fields.document, serde_json::to_string(document)?);
        self.engine.add_document(kept)?;
        self.count += 1;
        Ok(())
    }

    /// Words of everything that is shown of it. Whose it is adds what its own words do not say: a district must not
    /// come before the department of its name because it names it twice.
    fn words(&mut self, document: &Document) -> (Vec<String>, Vec<String>) {
        let own = [&document.title, &document.code].into_iter().chain(&document.title_en);
        let mut plain: Vec<String> = own.flat_map(|text| telling(text)).collect();
        for word in document.of.iter().flat_map(|text| telling(text)) {
            if !plain.contains(&word) {
                plain.push(word);
            }
        }
        (plain.iter().map(|word| self.stems.remembered(word)).collect(), plain)
    }

    /// Joins what was written into one segment, in order; returns how many documents there are.
    pub fn finish(mut self) -> Result<u64, Error> {
        self.engine.commit()?;
        let mut segments = Vec::new();
        for segment in self.index.reader()?.searcher().segment_readers() {
            segments.push((segment.fast_fields().u64(ORDER)?.first(0), segment.segment_id()));
        }
        segments.sort_unstable();
        if segments.len() > 1 {
            let ids: Vec<_> = segments.into_iter().map(|(_, id)| id).collect();
            self.engine.merge(&ids).wait()?;
            self.engine.garbage_collect_files().wait()?;
        }
        self.engine.wait_merging_threads()?;
        Ok(self.count)
    }
}

fn telling(text: &str) -> impl Iterator<Item = String> {
    words(text).into_iter().map(|word| word.folded).filter(|word| !is_small(word))
}

fn text(words: Vec<String>) -> PreTokenizedString {
    let token = |(position, text)| Token { position, text, ..Token::default() };
    PreTokenizedString { text: String::new(), tokens: words.into_iter().enumerate().map(token).collect() }
}
