//! A provider that changes its keys, and one that does what it must not.
use identity::IdentityError;

use crate::node::{Node, signs_in};

#[test]
#[ignore = "needs Node.js: app/identity/tests/run"]
fn keys_may_change() {
    for rotate in ["rotate keep", "rotate"] {
        let mut node = Node::start(&[]);
        let provider = node.discovered("quipu");
        assert!(signs_in(&provider, "ana").is_ok());
        node.tell(rotate);
        assert!(signs_in(&provider, "ana").is_ok(), "{rotate}");
        // Twice in a minute is not followed; this program does nothing about it but wait.
        node.tell(rotate);
        assert_eq!(signs_in(&provider, "ana"), Err(IdentityError::UnknownKey), "{rotate}");
    }
}

#[test]
#[ignore = "needs Node.js: app/identity/tests/run"]
fn what_must_not_be_is_refused() {
    let mut node = Node::start(&[]);
    let provider = node.discovered("quipu");
    let mut check = |bad: &str, expect: Option<IdentityError>| {
        node.tell(&format!("bad {bad}"));
        assert_eq!(signs_in(&provider, "ana").err(), expect, "{bad}");
    };
    check("nonce", Some(IdentityError::Nonce));
    check("audience", Some(IdentityError::Audience));
    check("issuer", Some(IdentityError::Issuer));
    check("expired", Some(IdentityError::Expired));
    check("future", Some(IdentityError::IssuedLater));
    check("at_hash", Some(IdentityError::AccessToken));
    check("unsigned", Some(IdentityError::Algorithm));
    check("public key", Some(IdentityError::Algorithm));
    check("unknown key", Some(IdentityError::UnknownKey));
    check("foreign key", Some(IdentityError::Signature));
    check("userinfo", Some(IdentityError::OtherSubject));
    check("nothing", None);
}
