use testkit::Bench;

use super::*;

fn outcome(attempts: i64, handed: Handed) -> Outcome {
    Outcome { id: "reset/1".into(), attempts, handed, at: "2026-03-02T14:00:00Z".parse().unwrap() }
}

#[test]
fn an_outcome_settles_where_its_letter_stands() {
    let check = |attempts: i64, handed: Handed, state: State, next: &str, said: Option<&str>| {
        let got = settle(&outcome(attempts, handed));
        assert_eq!(got, (state, next.parse().unwrap(), said.map(ToOwned::to_owned)));
    };
    let now = "2026-03-02T14:00:00Z";
    let later = || Handed::Later("busy".into());
    check(0, Handed::Sent, State::Sent, now, None);
    check(9, Handed::Sent, State::Sent, now, None);
    check(0, later(), State::Waiting, "2026-03-02T14:01:00Z", Some("busy"));
    check(6, later(), State::Waiting, "2026-03-03T14:00:00Z", Some("busy"));
    check(7, later(), State::Refused, now, Some("busy"));
    check(i64::MAX, later(), State::Refused, now, Some("busy"));
    check(0, Handed::Never("gone".into()), State::Refused, now, Some("gone"));
    let long = "ñ".repeat(ERROR_CHARS_MAX + 1);
    check(0, Handed::Never(long), State::Refused, now, Some(&"ñ".repeat(ERROR_CHARS_MAX)));
}

/// A keeper whose record was cut off does not know whether it was committed, and records again.
#[tokio::test]
async fn an_outcome_is_recorded_once() {
    let bench = Bench::new(&[crate::MIGRATIONS]).await;
    let mut act = bench.ctx.open("test.record").await.unwrap();
    let seq = act.seq();
    let letter = Letter {
        id: "reset/1".into(),
        recipient: "ana@example.org".into(),
        lang: "es".into(),
        subject: "Aviso".into(),
        body: String::new(),
        not_before: Timestamp::UNIX_EPOCH,
    };
    post(act.conn(), seq, &letter).await.unwrap();
    let delayed = outcome(0, Handed::Later("busy".into()));
    assert_eq!(record(act.conn(), &delayed).await.unwrap(), Some(State::Waiting));
    assert_eq!(record(act.conn(), &delayed).await.unwrap(), None);
    let sent = outcome(1, Handed::Sent);
    assert_eq!(record(act.conn(), &sent).await.unwrap(), Some(State::Sent));
    assert_eq!(record(act.conn(), &sent).await.unwrap(), None);
    assert_eq!(record(act.conn(), &outcome(2, Handed::Sent)).await.unwrap(), None, "it waits no more");
}
