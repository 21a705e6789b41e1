//! Codes and names of some dimensions, and how they become bytes of a file.
use budget::domain::Dimension;
use csv_core::{QuoteStyle, WriteResult, Writer, WriterBuilder};

#[derive(Clone, Debug, Default)]
pub struct Cells(Vec<(Dimension, String, String)>);

impl Cells {
    pub fn of(dimension: Dimension, code: &str, name: &str) -> Self {
        let mut cells = Self::default();
        cells.put(dimension, code, name);
        cells
    }

    /// In place of what stood there.
    pub fn put(&mut self, dimension: Dimension, code: &str, name: &str) {
        match self.0.iter_mut().find(|(own, ..)| *own == dimension) {
            Some(cell) => *cell = (dimension, code.to_owned(), name.to_owned()),
            None => self.0.push((dimension, code.to_owned(), name.to_owned())),
        }
    }

    pub fn add(&mut self, others: &Self) {
        self.0.extend_from_slice(&others.0);
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    pub fn get(&self, dimension: Dimension) -> Option<(&str, &str)> {
        let cell = self.0.iter().find(|(own, ..)| *own == dimension)?;
        Some((cell.1.as_str(), cell.2.as_str()))
    }

    pub fn code(&self, dimension: Dimension) -> &str {
        self.get(dimension).map_or("", |(code, _)| code)
    }

    pub fn name(&self, dimension: Dimension) -> &str {
        self.get(dimension).map_or("", |(_, name)| name)
    }
}

/// One cell in quotes.
pub fn quoted(text: &str, to: &mut Vec<u8>) {
    let mut writer: Writer = WriterBuilder::new().quote_style(QuoteStyle::Always).build();
    let start = to.len();
    to.resize(start + 2 * text.len() + 2, 0);
    let (told, _, written) = writer.field(text.as_bytes(), to.get_mut(start..).unwrap_or_default());
    debug_assert!(told == WriteResult::InputEmpty);
    let (_, closed) = writer.finish(to.get_mut(start + written..).unwrap_or_default());
    // An empty field is opened by its end alone.
    if text.is_empty() {
        to.truncate(start);
        to.extend_from_slice(b"\"\"");
    } else {
        to.truncate(start + written + closed);
    }
}

/// Soles, as short as the publisher writes them: `0`, `397000`, `361731.5`, `-0.05`.
pub fn money(centimos: i64, to: &mut Vec<u8>) {
    if centimos == 0 {
        to.push(b'0');
        return;
    }
    if centimos < 0 {
        to.push(b'-');
    }
    let amount = centimos.unsigned_abs();
    to.extend_from_slice(itoa::Buffer::new().format(amount / 100).as_bytes());
    let digit = |value: u64| b'0' + u8::try_from(value % 10).unwrap_or(0);
    if !amount.is_multiple_of(100) {
        to.extend_from_slice(&[b'.', digit(amount / 10)]);
    }
    if !amount.is_multiple_of(10) {
        to.push(digit(amount));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_short_and_whole() {
        for (centimos, expect) in
            [(0, "0"), (39_700_000, "397000"), (36_173_150, "361731.5"), (-5, "-0.05"), (101, "1.01")]
        {
            let mut bytes = Vec::new();
            money(centimos, &mut bytes);
            assert_eq!(String::from_utf8(bytes).unwrap(), expect);
        }
    }

    #[test]
    fn quotes_are_doubled() {
        for (text, expect) in [("", "\"\""), ("ÑA", "\"ÑA\""), ("a \"b\", c", "\"a \"\"b\"\", c\"")] {
            let mut bytes = b"x".to_vec();
            quoted(text, &mut bytes);
            assert_eq!(String::from_utf8(bytes).unwrap(), format!("x{expect}"));
        }
    }
}
