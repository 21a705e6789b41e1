//! The codes of one row, by dimension, in one text: a file has millions of rows with forty codes each.
use std::ops::Range;

use super::{Dimension, classification::Form};

#[derive(Clone, Debug)]
pub struct Codes {
    text: String,
    /// Where in the text each code stands, by [`Dimension::index`].
    places: [Range<usize>; Dimension::COUNT],
}

/// What the codes of a row come to; a longer text grows.
const BYTES_USUAL: usize = 256;

impl Default for Codes {
    fn default() -> Self {
        Self { text: String::with_capacity(BYTES_USUAL), places: [const { 0..0 }; Dimension::COUNT] }
    }
}

impl Codes {
    /// Empty where the source has none.
    pub fn get(&self, dimension: Dimension) -> &str {
        let place = self.places.get(dimension.index()).cloned().unwrap_or_default();
        self.text.get(place).unwrap_or_default()
    }

    pub fn set(&mut self, dimension: Dimension, code: &str) {
        let start = self.text.len();
        self.text.push_str(code);
        self.place(dimension, start);
    }

    /// Writes an own part in its form, under the parent's code which stands already.
    pub(super) fn set_formed(&mut self, form: &Form, own: &str) {
        let start = self.text.len();
        let parent = form.part_of.and_then(|parent| self.places.get(parent.index()).cloned());
        form.write(&mut self.text, parent.unwrap_or_default(), own);
        self.place(form.dimension, start);
    }

    fn place(&mut self, dimension: Dimension, start: usize) {
        if let Some(place) = self.places.get_mut(dimension.index()) {
            *place = start..self.text.len();
        }
    }

    /// Whether all codes are plainly codes: short and without control characters, seen at one glance.
    /// Where they are not, each must be looked at.
    pub(super) fn are_plain(&self, length_max: usize) -> bool {
        let short = self.places.iter().all(|place| place.len() <= length_max);
        short && self.text.bytes().all(|byte| (b' '..=b'~').contains(&byte))
    }
}

impl PartialEq for Codes {
    fn eq(&self, other: &Self) -> bool {
        Dimension::ALL.iter().all(|d| self.get(*d) == other.get(*d))
    }
}

impl Eq for Codes {}

/// By [`Dimension::index`].
impl<S: AsRef<str>> FromIterator<S> for Codes {
    fn from_iter<I: IntoIterator<Item = S>>(codes: I) -> Self {
        let mut all = Self::default();
        for (dimension, code) in Dimension::ALL.iter().zip(codes) {
            all.set(*dimension, code.as_ref());
        }
        all
    }
}
