//! The words there are: those that begin as one does, and those it may be a slip of.
use tantivy::{Searcher, Term, query::FuzzyTermQuery, schema::Field};

use crate::Error;

/// Words looked at that begin alike; more say nothing.
const LOOKED_AT_MAX: usize = 5_000;
/// Shorter words are near to everything.
const LETTERS_OF_A_SLIP_MIN: usize = 4;
/// From here on two slips are forgiven.
const LETTERS_OF_TWO_SLIPS_MIN: usize = 7;

/// Words that begin with `start` and are longer, the most frequent first.
pub fn beginning(
    searcher: &Searcher,
    field: Field,
    start: &str,
    count_max: usize,
) -> Result<Vec<String>, Error> {
    let mut found: Vec<(u32, String)> = Vec::new();
    for segment in searcher.segment_readers() {
        let inverted = segment.inverted_index(field)?;
        let mut stream = inverted.terms().range().ge(start).into_stream()?;
        let mut looked_at = 0;
        while looked_at < LOOKED_AT_MAX && stream.advance() {
            looked_at += 1;
            let Ok(word) = std::str::from_utf8(stream.key()) else { continue };
            if !word.starts_with(start) {
                break;
            }
            if word.len() > start.len() {
                found.push((stream.value().doc_freq, word.to_owned()));
            }
        }
    }
    Ok(most_frequent(found, count_max))
}

/// Words that differ by one slip (a letter more, less, other, or two exchanged), or by two in long ones; the
/// nearest first, and among them the most frequent.
pub fn near(searcher: &Searcher, field: Field, word: &str, count_max: usize) -> Result<Vec<String>, Error> {
    let letters = word.chars().count();
    let slips = u8::from(letters >= LETTERS_OF_A_SLIP_MIN) + u8::from(letters >= LETTERS_OF_TWO_SLIPS_MIN);
    let mut all = Vec::new();
    for slips in 1..=slips {
        let mut found = within(searcher, field, word, slips)?;
        found.retain(|(_, near)| near != word && !all.contains(near));
        all.extend(most_frequent(found, count_max));
    }
    all.truncate(count_max);
    Ok(all)
}

fn within(searcher: &Searcher, field: Field, word: &str, slips: u8) -> Result<Vec<(u32, String)>, Error> {
    let query = FuzzyTermQuery::new(Term::from_field_text(field, word), slips, true);
    let mut found = Vec::new();
    for segment in searcher.segment_readers() {
        let inverted = segment.inverted_index(field)?;
        let mut stream = inverted.terms().search(query.automaton()?).into_stream()?;
        while stream.advance() {
            if let Ok(word) = std::str::from_utf8(stream.key()) {
                found.push((stream.value().doc_freq, word.to_owned()));
            }
        }
    }
    Ok(found)
}

fn most_frequent(mut found: Vec<(u32, String)>, count_max: usize) -> Vec<String> {
    found.sort_unstable_by(|a, b| (b.0, &a.1).cmp(&(a.0, &b.1)));
    found.into_iter().take(count_max).map(|(_, word)| word).collect()
}
