//! Percent-encoding of paths and queries (RFC 3986), both ways, without a panic on any input.

/// Why a query cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not percent-encoded UTF-8: {0:?}")]
pub struct EncodingError(pub String);

/// A text as one segment of a path, or as a name or value of a query.
pub fn encode(text: &str) -> String {
    escape(text, |b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_' | b'~'))
}

/// A path whose `/` separate segments; what is already encoded stays as it is.
pub(crate) fn encode_path(path: &str) -> String {
    escape(path, |b| b.is_ascii_alphanumeric() || b"-._~/%:@!$'()*+,;=".contains(&b))
}

fn escape(text: &str, plain: impl Fn(u8) -> bool) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if plain(byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            encoded.extend(
                [byte >> 4, byte & 15].map(|half| char::from(b"0123456789ABCDEF"[usize::from(half)])),
            );
        }
    }
    encoded
}

/// `+` is a blank, as browsers send forms.
pub fn decode(text: &str) -> Result<String, EncodingError> {
    let fail = || EncodingError(text.chars().take(80).collect());
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let digits = [rest.next().ok_or_else(fail)?, rest.next().ok_or_else(fail)?];
                hex(digits).ok_or_else(fail)?
            }
            other => other,
        });
    }
    String::from_utf8(bytes).map_err(|_| fail())
}

fn hex(digits: [u8; 2]) -> Option<u8> {
    let [high, low] = digits.map(|d| char::from(d).to_digit(16));
    u8::try_from(high? * 16 + low?).ok()
}

/// Names and values in the order written; a name without `=` has an empty value.
pub fn parse_query(query: &str) -> Result<Vec<(String, String)>, EncodingError> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            Ok((decode(name)?, decode(value)?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_not_percent_encoded_is_refused() {
        for text in ["%", "%4", "%zz", "%ff", "a%C3"] {
            assert!(decode(text).is_err(), "for {text:?}");
        }
        assert_eq!(decode("a+b%20c").unwrap(), "a b c");
    }

    #[test]
    fn a_path_keeps_its_slashes_and_what_was_encoded() {
        assert_eq!(encode_path("/objetivo/PEDN/OE.1"), "/objetivo/PEDN/OE.1");
        assert_eq!(encode_path("/plan/a%2Fb c\"<"), "/plan/a%2Fb%20c%22%3C");
        assert_eq!(encode("a/b?c&d"), "a%2Fb%3Fc%26d");
    }

    proptest! {
        #[test]
        fn any_text_survives(text in "\\PC*") {
            prop_assert_eq!(decode(&encode(&text)).unwrap(), text);
        }

        #[test]
        fn no_query_panics(query in "\\PC*") {
            let _ = parse_query(&query);
        }
    }
}
