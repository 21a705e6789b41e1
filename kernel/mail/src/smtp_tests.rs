use jiff::Timestamp;

use super::*;
use crate::{Letter, message::compose};

#[tokio::test]
async fn a_password_never_travels_in_the_clear() {
    let sender = Sender::new("avisos@example.org", "example.org").unwrap();
    let check = |url: &str, expect: Result<(), &str>| {
        let got = Smtp::new(url, &sender, None).map(|_| ()).map_err(|error| error.to_string());
        match (got, expect) {
            (Ok(()), Ok(())) => {}
            (Err(got), Err(expect)) => {
                assert!(got.contains(expect), "for {url:?}: {got}");
                assert!(!got.contains("hunter2"), "{got} repeats the password");
            }
            (got, _) => panic!("for {url:?}: {got:?}"),
        }
    };
    check("smtps://ana:hunter2@mail.example.org", Ok(()));
    check("smtp://ana:hunter2@mail.example.org:587?tls=required", Ok(()));
    check("smtp://ana:hunter2@127.0.0.1:1025", Ok(()));
    check("smtp://ana:hunter2@localhost", Ok(()));
    check("smtp://mail.example.org:25", Ok(()));
    check("smtp://ana:hunter2@mail.example.org:25", Err("unencrypted"));
    check("smtp://ana:hunter2@mail.example.org?tls=opportunistic", Err("unencrypted"));
    check("smtp://ana:hunter2@[2001:db8::1]:25", Err("unencrypted"));
    check("smtp://ana:hunter2@127.0.0.1.example.org", Err("unencrypted"));
    check("smtp://ana:hunter2@mail.example.org?tls=maybe", Err("unencrypted"));
    check("smtp://mail.example.org?tls=maybe", Err("none"));
    check("https://ana:hunter2@localhost", Err("none"));
    check("mail.example.org", Err("none"));
    check("", Err("none"));
    for pem in ["", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"] {
        let got = Smtp::new("smtps://localhost", &sender, Some(pem.as_bytes()));
        assert!(matches!(got, Err(SmtpError::Certificate)), "for {pem:?}");
    }
}

#[tokio::test]
async fn a_server_that_says_nothing_holds_nobody_up() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    let sender = Sender::new("avisos@example.org", "example.org").unwrap();
    let mut smtp = Smtp::new(&url, &sender, None).unwrap();
    (smtp.ready_max, smtp.hand_max) = (Duration::from_millis(50), Duration::from_millis(50));
    let silent = "the mail server does not answer";
    assert_eq!(smtp.ready().await, Err(silent.to_owned()));
    let letter = Letter {
        id: "reset/1".into(),
        recipient: "ana@example.org".into(),
        lang: "es".into(),
        subject: "Aviso".into(),
        body: String::new(),
        not_before: Timestamp::UNIX_EPOCH,
    };
    let message = compose(&sender, &letter, Timestamp::UNIX_EPOCH).unwrap();
    assert_eq!(smtp.hand(&message).await, Handed::Later(silent.to_owned()));
}
