//! Codes of an application on a telephone (RFC 6238, with the values that every application knows: SHA-1, six digits,
//! thirty seconds).
use jiff::Timestamp;
use totp_rs::{Algorithm, Builder, Secret, Totp};

/// A step of thirty seconds: a code of it is good once.
pub type Step = i64;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TotpError {
    #[error("the stored secret of the second factor is damaged")]
    Secret,
    #[error("the code is not the one of now")]
    Code,
}

/// A secret of 160 bits, as RFC 4226 §4 asks, in the letters that applications take.
pub fn new_secret(chance: [u8; 20]) -> String {
    Secret::new(Box::new(chance)).to_base32()
}

/// What the square that one photographs says.
///
/// # Errors
/// A secret that is none.
pub fn provisioning_uri(secret: &str, issuer: &str, name: &str) -> Result<String, TotpError> {
    let plain = |text: &str| text.replace(':', " ");
    let built = builder(secret)?.with_account_name(plain(name)).with_issuer(Some(plain(issuer))).build();
    built.and_then(|totp| totp.to_url()).map_err(|_| TotpError::Secret)
}

/// The step whose code was typed: that of now, the one before or the one after, for clocks that differ. A step up to `used`
/// is refused: who looks over a shoulder comes too late.
///
/// # Errors
/// A code of no such step, or of one that was used.
pub fn code_step(secret: &str, typed: &str, used: Step, now: Timestamp) -> Result<Step, TotpError> {
    let totp: Totp = builder(secret)?.build().map_err(|_| TotpError::Secret)?;
    let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(TotpError::Code);
    }
    let seconds = u64::try_from(now.as_second()).map_err(|_| TotpError::Code)?;
    let step = totp.check(&digits, seconds).and_then(|step| i64::try_from(step).ok());
    step.filter(|step| *step > used).ok_or(TotpError::Code)
}

fn builder(secret: &str) -> Result<Builder, TotpError> {
    let secret = Secret::try_from_base32(secret).map_err(|_| TotpError::Secret)?;
    let builder =
        Builder::new().with_algorithm(Algorithm::SHA1).with_digits(6).with_skew(1).with_step_duration(30);
    Ok(builder.with_secret(secret).with_account_name("account".to_owned()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// RFC 6238 appendix B: the secret is the text 12345678901234567890; of its eight digits the last six.
    #[test]
    fn the_vectors_of_the_rfc() {
        let secret = new_secret(*b"12345678901234567890");
        let check = |seconds: i64, code: &str| {
            let now = Timestamp::from_second(seconds).unwrap();
            assert_eq!(code_step(&secret, code, 0, now), Ok(seconds / 30), "{seconds}");
        };
        check(59, "287082");
        check(1_111_111_109, "081804");
        check(1_111_111_111, "050471");
        check(1_234_567_890, "005924");
        check(2_000_000_000, "279037");
        check(20_000_000_000, "353130");
    }

    #[test]
    fn a_code_is_good_once_and_near_its_time() {
        let secret = new_secret(*b"12345678901234567890");
        let at = |seconds: i64| Timestamp::from_second(seconds).unwrap();
        assert_eq!(code_step(&secret, "287 082", 0, at(59)), Ok(1), "as applications show it");
        assert_eq!(code_step(&secret, "287082", 1, at(59)), Err(TotpError::Code), "used");
        assert_eq!(code_step(&secret, "287082", 0, at(89)), Ok(1), "a clock that is slow");
        assert_eq!(code_step(&secret, "287082", 0, at(121)), Err(TotpError::Code), "too late");
        for typed in ["", "28708", "2870822", "abcdef", "２８７０８２"] {
            assert_eq!(code_step(&secret, typed, 0, at(59)), Err(TotpError::Code), "{typed:?}");
        }
        assert_eq!(code_step("not base 32!", "287082", 0, at(59)), Err(TotpError::Secret));
    }

    #[test]
    fn the_square_names_the_state_and_the_person() {
        let uri = provisioning_uri(&new_secret([7; 20]), "Quipu Perú", "ana@pcm.gob.pe").unwrap();
        assert!(uri.starts_with("otpauth://totp/Quipu%20Per%C3%BA:ana%40pcm.gob.pe?secret="), "{uri}");
    }
}
