//! Keys that change, and keys that are nobody's.
use identity::IdentityError;
use jiff::SignedDuration;

use crate::{
    desk::{Answer, Desk, now},
    token::Key,
};

const NEW: u8 = 2;

#[test]
fn a_new_key_is_fetched_once_and_kept() {
    let desk = Desk::open();
    let provider = desk.discovered();
    desk.publishes(&[&Key::new(1), &Key::new(NEW)]);
    for _ in 0..3 {
        desk.signs_in(&provider, |claims| Key::new(NEW).signs(&claims)).unwrap();
    }
    assert_eq!(desk.asked("/jwks"), 2);
    desk.signs_in(&provider, |claims| Key::new(1).signs(&claims)).unwrap();
}

#[test]
fn a_key_that_took_the_name_of_another_is_fetched_too() {
    let desk = Desk::open();
    let provider = desk.discovered();
    let named_alike = Key::new(NEW).named("key-1");
    desk.publishes(&[&named_alike]);
    desk.signs_in(&provider, |claims| named_alike.signs(&claims)).unwrap();
    let gone = desk.signs_in(&provider, |claims| Key::new(1).signs(&claims));
    assert_eq!(gone, Err(IdentityError::Signature));
}

#[test]
fn many_bad_tokens_make_few_questions() {
    let desk = Desk::open();
    let provider = desk.discovered();
    let flood = |seconds: i64| {
        let at = now() + SignedDuration::from_secs(seconds);
        for _ in 0..20 {
            let made = desk.signs_in_at(&provider, at, |claims| Key::new(9).signs(&claims));
            assert_eq!(made, Err(IdentityError::UnknownKey));
        }
        desk.asked("/jwks")
    };
    assert_eq!(flood(0), 2);
    assert_eq!(flood(59), 2);
    assert_eq!(flood(60), 3);
    // A good token is answered all the while.
    desk.signs_in(&provider, |claims| Key::new(1).signs(&claims)).unwrap();
    // And a real rotation is found when the minute is over.
    desk.publishes(&[&Key::new(NEW)]);
    let at = |seconds: i64| now() + SignedDuration::from_secs(seconds);
    let made = desk.signs_in_at(&provider, at(119), |claims| Key::new(NEW).signs(&claims));
    assert_eq!(made, Err(IdentityError::UnknownKey));
    desk.signs_in_at(&provider, at(120), |claims| Key::new(NEW).signs(&claims)).unwrap();
}

#[test]
fn many_at_once_ask_once() {
    let desk = Desk::open();
    let provider = desk.discovered();
    desk.publishes(&[&Key::new(NEW)]);
    let begun = provider.begin(&[7; identity::CHANCE_BYTES], now());
    desk.gives(&Key::new(NEW).signs(&desk.claims(&begun)));
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                provider.finish(&begun.pending, "code", begun.pending.state(), now()).unwrap();
            });
        }
    });
    assert_eq!(desk.asked("/jwks"), 2);
}

#[test]
fn a_signature_over_something_else_is_wrong() {
    let desk = Desk::open();
    let provider = desk.discovered();
    let altered = desk.signs_in(&provider, |claims| {
        let good = Key::new(1).signs(&claims);
        let mut other = claims;
        other["sub"] = "beto".into();
        let forged = Key::new(1).signs(&other);
        let (text, _) = forged.rsplit_once('.').unwrap();
        let (_, signature) = good.rsplit_once('.').unwrap();
        format!("{text}.{signature}")
    });
    assert_eq!(altered, Err(IdentityError::Signature));
    let foreign = Key::new(9).named("key-1");
    let made = desk.signs_in(&provider, |claims| foreign.signs(&claims));
    assert_eq!(made, Err(IdentityError::Signature));
}

#[test]
fn old_keys_serve_while_the_provider_is_silent() {
    let desk = Desk::open();
    let provider = desk.discovered();
    desk.says("/.well-known/openid-configuration", Answer::new(503, "", "later"));
    let made = desk.signs_in(&provider, |claims| Key::new(NEW).signs(&claims));
    assert!(matches!(made, Err(IdentityError::Unreachable { .. })), "{made:?}");
    desk.signs_in(&provider, |claims| Key::new(1).signs(&claims)).unwrap();
}
