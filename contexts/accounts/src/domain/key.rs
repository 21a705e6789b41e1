//! Keys of a device: what their owner calls them, and how long a question for one waits.
use jiff::SignedDuration;

/// To find a device, plug it in and show a finger: what Web Authentication Level 3 §15.1 recommends where the owner is verified.
pub const CEREMONY_LASTS: SignedDuration = SignedDuration::from_mins(5);
const NAME_CHARS_MAX: usize = 60;

/// What somebody calls a key; none of what is no name.
pub fn key_name(typed: &str) -> Option<String> {
    let name = typed.trim();
    let is_name =
        !name.is_empty() && name.chars().count() <= NAME_CHARS_MAX && !name.contains(char::is_control);
    is_name.then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::key_name;

    #[test]
    fn a_key_has_a_name() {
        let check =
            |typed: &str, expect: Option<&str>| assert_eq!(key_name(typed).as_deref(), expect, "{typed:?}");
        check(" Laptop de la oficina ", Some("Laptop de la oficina"));
        check("", None);
        check("a\nb", None);
        check(&"ñ".repeat(61), None);
    }
}
