use super::*;

fn letter() -> Letter {
    Letter {
        id: "notice/RQ-2026-7/1/a81".into(),
        recipient: "ana@example.org".into(),
        lang: "es".into(),
        subject: "Su solicitud vence mañana".into(),
        body: "Buenos días.\n\n\tSu solicitud vence mañana.\r\n".into(),
        not_before: Timestamp::UNIX_EPOCH,
    }
}

#[test]
fn ids_are_short_and_visible() {
    let check = |id: &str, expect: Result<(), Refusal>| {
        assert_eq!(Letter { id: id.into(), ..letter() }.check(), expect, "for {id:?}");
    };
    check("reset/7f3a", Ok(()));
    check(&"a".repeat(ID_BYTES_MAX), Ok(()));
    check(&"a".repeat(ID_BYTES_MAX + 1), Err(Refusal::Id));
    check("", Err(Refusal::Id));
    check("reset 7", Err(Refusal::Id));
    check("reset/7\n", Err(Refusal::Id));
    check("reset/ñ", Err(Refusal::Id));
}

#[test]
fn recipients_are_addresses_and_nothing_beside() {
    let check = |recipient: &str, expect: Result<(), Refusal>| {
        let letter = Letter { recipient: recipient.into(), ..letter() };
        assert_eq!(letter.check(), expect, "for {recipient:?}");
    };
    check("ana@example.org", Ok(()));
    check("ana.quispe+plan@mail.example.org", Ok(()));
    check("o'higgins@example.org", Ok(()));
    check("ñusta@example.org", Ok(()));
    check("ana@municipalidad-ñ.pe", Ok(()));
    for bad in [
        "",
        "ana",
        "@example.org",
        "ana@",
        "ana@example..org",
        "ana@example.org ",
        "Ana <ana@example.org>",
        "<ana@example.org>",
        "ana@example.org,eva@example.org",
        "ana@example.org\r\nBcc: eva@example.org",
        "ana\r\n@example.org",
        "\"ana\r\nRCPT TO:<eva\"@example.org",
        "\"ana quispe\"@example.org",
        "ana@[127.0.0.1]\r\nDATA",
        "ana@exa mple.org",
        "ana\0@example.org",
        "ana\u{2028}@example.org",
        "ana\u{85}@example.org",
    ] {
        check(bad, Err(Refusal::Recipient));
    }
    check(&format!("{}@example.org", "a".repeat(65)), Err(Refusal::Recipient));
}

#[test]
fn languages_are_codes() {
    let check = |lang: &str, expect: Result<(), Refusal>| {
        assert_eq!(Letter { lang: lang.into(), ..letter() }.check(), expect, "for {lang:?}");
    };
    check("en", Ok(()));
    check("quz", Ok(()));
    check("", Err(Refusal::Lang));
    check("ES", Err(Refusal::Lang));
    check("es\r\n", Err(Refusal::Lang));
    check("español", Err(Refusal::Lang));
}

#[test]
fn a_subject_is_one_line() {
    let check = |subject: &str, expect: Result<(), Refusal>| {
        assert_eq!(Letter { subject: subject.into(), ..letter() }.check(), expect, "for {subject:?}");
    };
    check("Recordatorio", Ok(()));
    check(&"ñ".repeat(SUBJECT_CHARS_MAX), Ok(()));
    check(&"ñ".repeat(SUBJECT_CHARS_MAX + 1), Err(Refusal::SubjectLong(SUBJECT_CHARS_MAX + 1)));
    check("", Err(Refusal::SubjectEmpty));
    check(" ", Err(Refusal::SubjectEmpty));
    check("Hola\r\nBcc: eva@example.org", Err(Refusal::SubjectControl));
    check("Hola\nBcc: eva@example.org", Err(Refusal::SubjectControl));
    check("Hola\rBcc: eva@example.org", Err(Refusal::SubjectControl));
    check("Hola\u{2028}Bcc: eva@example.org", Err(Refusal::SubjectControl));
    check("Hola\u{85}", Err(Refusal::SubjectControl));
    check("Hola\0", Err(Refusal::SubjectControl));
}

#[test]
fn a_body_is_text_of_bounded_length() {
    let check = |body: &str, expect: Result<(), Refusal>| {
        assert_eq!(Letter { body: body.into(), ..letter() }.check(), expect, "for {} bytes", body.len());
    };
    check("", Ok(()));
    check("a\n.\n\tb\r\n", Ok(()));
    check(&"a".repeat(BODY_BYTES_MAX), Ok(()));
    check(&"a".repeat(BODY_BYTES_MAX + 1), Err(Refusal::BodyLong(BODY_BYTES_MAX + 1)));
    check("a\0b", Err(Refusal::BodyControl));
    check("a\u{1b}[2Jb", Err(Refusal::BodyControl));
}
