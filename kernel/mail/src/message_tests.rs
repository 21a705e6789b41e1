use super::*;

fn sender() -> Sender {
    Sender::new("Quipu – Avisos <avisos@example.org>", "quipu.example.org").unwrap()
}

fn letter() -> Letter {
    Letter {
        id: "reset/7f3a".into(),
        recipient: "ana@example.org".into(),
        lang: "es".into(),
        subject: "Contraseña".into(),
        body: "Línea uno\n.\nFin".into(),
        not_before: Timestamp::UNIX_EPOCH,
    }
}

fn text(letter: &Letter, now: &str) -> String {
    let message = compose(&sender(), letter, now.parse().unwrap()).unwrap();
    String::from_utf8(message.bytes().to_vec()).unwrap()
}

#[test]
fn a_letter_says_what_it_is() {
    let text = text(&letter(), "2026-03-02T14:00:00Z");
    // Digest of `reset/7f3a`, as sha256sum prints it.
    let id = "Message-ID: <75a5f27617d58655ee78afc9148f3c240958a709c8a905eee6554c5e1aea2207@quipu.example.org>\r\n";
    for expect in [
        id,
        "To: ana@example.org\r\n",
        "Date: Mon, 02 Mar 2026 14:00:00 +0000\r\n",
        "Auto-Submitted: auto-generated\r\n",
        "Content-Language: es\r\n",
        "MIME-Version: 1.0\r\n",
        "Content-Type: text/plain; charset=utf-8\r\n",
        "Subject: =?utf-8?b?Q29udHJhc2XDsWE=?=\r\n",
    ] {
        assert!(text.contains(expect), "{expect:?} is absent of\n{text}");
    }
    assert!(text.is_ascii(), "servers that know ASCII alone carry it");
}

#[test]
fn a_second_handing_over_differs_in_its_date_alone() {
    let first = text(&letter(), "2026-03-02T14:00:00Z");
    let second = text(&letter(), "2026-03-03T15:01:02Z");
    assert_ne!(first, second);
    assert_eq!(first.replace("Mon, 02 Mar 2026 14:00:00", "Tue, 03 Mar 2026 15:01:02"), second);
}

#[test]
fn no_time_is_beyond_a_letter() {
    assert!(text(&letter(), "1931-10-18T00:00:00Z").contains("Date: Thu, 01 Jan 1970 00:00:00 +0000\r\n"));
    assert!(text(&letter(), "9999-12-30T00:00:00Z").contains("30 Dec 9999"));
}

#[test]
fn no_line_is_longer_than_mail_admits() {
    for body in ["a".repeat(3000), "ñ".repeat(3000), "a ñ".repeat(1000)] {
        let text = text(&Letter { body, subject: "á ".repeat(120), ..letter() }, "2026-03-02T14:00:00Z");
        let longest = text.split("\r\n").map(str::len).max().unwrap();
        // RFC 5322, 2.1.1.
        assert!(longest <= 998, "{longest}");
    }
}

#[test]
fn a_row_changed_by_hand_makes_no_message() {
    let now = Timestamp::UNIX_EPOCH;
    let broken = Letter { subject: "Hola\r\nBcc: eva@example.org".into(), ..letter() };
    assert!(compose(&sender(), &broken, now).is_err());
    assert!(compose(&sender(), &Letter { recipient: String::new(), ..letter() }, now).is_err());
}

#[test]
fn senders_are_addresses_of_a_domain() {
    let check = |from: &str, domain: &str, expect: bool| {
        assert_eq!(Sender::new(from, domain).is_ok(), expect, "for {from:?} of {domain:?}");
    };
    check("avisos@example.org", "example.org", true);
    check("Quipu <avisos@example.org>", "localhost", true);
    check("Dirección de Planes <avisos@example.org>", "example.org", true);
    check("", "example.org", false);
    check("Quipu", "example.org", false);
    check("Quipu\r\nBcc: eva@example.org <avisos@example.org>", "example.org", false);
    check("avisos@example.org", "", false);
    check("avisos@example.org", "exa mple.org", false);
    check("avisos@example.org", "example.org>\r\nBcc:", false);
}
