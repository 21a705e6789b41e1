//! Who may be named in the journal, which is public and cannot be erased.

/// Whether a name may stand in the public log for good: one word of small letters, as the code of a post or of a
/// program. No name of a person as people write it, no address, no number of an identity document. That the
/// word is not somebody's own remains with who gives it.
pub fn is_public_name(actor: &str) -> bool {
    let sign = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || SEPARATORS.contains(&c);
    actor.starts_with(|c: char| c.is_ascii_lowercase())
        && actor.len() <= NAME_BYTES_MAX
        && actor.chars().all(sign)
        && !actor.split(SEPARATORS).any(is_long_number)
}

const NAME_BYTES_MAX: usize = 64;
const SEPARATORS: [char; 5] = ['-', '_', '.', ':', '/'];
/// Codes of places and of executing units have six digits; numbers that name a person have more.
const CODE_DIGITS_MAX: usize = 7;

fn is_long_number(part: &str) -> bool {
    part.len() > CODE_DIGITS_MAX && part.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posts_and_programs_are_named_and_people_are_not() {
        let check = |actor: &str, expect: bool| assert_eq!(is_public_name(actor), expect, "for {actor:?}");
        check("operator", true);
        check("test", true);
        check("scheduler", true);
        check("post:e-11-011/planning", true);
        check("post:m-240101-301804/budget", true);
        check("", false);
        check("Ana", false);
        check("Ana Quispe", false);
        check("ana quispe", false);
        check("josé", false);
        check("ana@pcm.gob.pe", false);
        check("40123456", false);
        check("dni:40123456", false);
        check("7", false);
        check("a\nb", false);
        check(&"a".repeat(65), false);
    }
}
