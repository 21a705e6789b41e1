//! Codes to write down, for when the second factor is lost. Each is good once.
use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use sha2::{Digest as _, Sha256};

/// How many are given.
pub const CODES: usize = 10;
const SIGNS: &[u8; 16] = b"bcdfghjkmnpqrtvz";

/// Ten codes of 80 bits each, in groups of five signs: `bcdfg-hjkmn-pqrtv-zbcdf`.
pub fn codes(chance: [u8; CODES * 10]) -> Vec<String> {
    chance.chunks(10).map(code).collect()
}

fn code(chance: &[u8]) -> String {
    let signs: Vec<char> = chance
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|at| SIGNS.get(usize::from(at)))
        .map(|sign| char::from(*sign))
        .collect();
    signs.chunks(5).map(String::from_iter).collect::<Vec<_>>().join("-")
}

/// What is stored of a code: with 80 bits of chance no guess finds it, so no slow hash is needed. However it is typed.
pub fn digest_of_code(typed: &str) -> String {
    let plain: String =
        typed.chars().filter(char::is_ascii_alphanumeric).flat_map(char::to_lowercase).collect();
    STANDARD_NO_PAD.encode(Sha256::digest(plain.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_found_however_they_are_typed() {
        let chance = std::array::from_fn(|n| u8::try_from(n * 37 % 256).unwrap_or_default());
        let all = codes(chance);
        assert_eq!(all.len(), CODES);
        assert_eq!(all.iter().map(String::len).max(), Some(23));
        assert_eq!(all.iter().collect::<std::collections::BTreeSet<_>>().len(), CODES);
        let first = &all[0];
        assert_eq!(
            digest_of_code(first),
            digest_of_code(&format!(" {} ", first.to_uppercase().replace('-', " ")))
        );
        assert_ne!(digest_of_code(first), digest_of_code(&all[1]));
    }
}
