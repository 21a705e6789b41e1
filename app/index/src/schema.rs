use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions,
};

/// What is kept of a document.
#[derive(Clone, Copy, Debug)]
pub struct Fields {
    /// Its words in every form, those of whose it is too. What matches and scores.
    pub stems: Field,
    /// Its words as they are: the dictionary from which words are completed and corrected.
    pub plain: Field,
    /// Its own code, whole.
    pub code: Field,
    /// Other codes that ask for it.
    pub alias: Field,
    /// Number of its kind.
    pub kind: Field,
    /// 1 where others are reached from it.
    pub head: Field,
    /// Place among the documents as they came.
    pub order: Field,
    /// All of it, to be shown.
    pub document: Field,
}

/// Name of the fast field that counts by kind.
pub const KIND: &str = "kind";
/// Name of the fast field of the order.
pub const ORDER: &str = "order";

pub fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let fields = Fields {
        stems: builder.add_text_field("stems", text(IndexRecordOption::WithFreqs, true)),
        plain: builder.add_text_field("plain", text(IndexRecordOption::Basic, false)),
        code: builder.add_text_field("code", text(IndexRecordOption::Basic, false)),
        alias: builder.add_text_field("alias", text(IndexRecordOption::Basic, false)),
        kind: builder.add_u64_field(KIND, INDEXED | FAST),
        head: builder.add_u64_field("head", INDEXED),
        order: builder.add_u64_field(ORDER, FAST),
        document: builder.add_text_field("document", STORED),
    };
    (builder.build(), fields)
}

/// Every text comes as words already.
fn text(option: IndexRecordOption, norms: bool) -> TextOptions {
    let indexing =
        TextFieldIndexing::default().set_tokenizer("raw").set_index_option(option).set_fieldnorms(norms);
    TextOptions::default().set_indexing_options(indexing)
}
