//! Letters handed to a mail server of another make, and read back by it.
use std::{
    env,
    io::{BufRead, BufReader, Lines},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

use jiff::SignedDuration;
use mail::{Halt, Keeper, Letter, Report, Smtp};
use serde_json::Value;

use crate::world::{bench, letter, post, row, sender};

/// `sink.py`, running.
struct Sink {
    child: Child,
    input: Option<ChildStdin>,
    lines: Lines<BufReader<ChildStdout>>,
    port: u64,
    authority: String,
}

impl Sink {
    fn start(mode: &str) -> Self {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let python = env::var_os("QUIPU_TEST_PYTHON")
            .map_or_else(|| here.join("../../target/test-venv/bin/python"), PathBuf::from);
        assert!(python.exists(), "{} is absent: ./test makes it, with a mail server", python.display());
        let mut child = Command::new(python)
            .arg(here.join("tests/mail/sink.py"))
            .arg(mode)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let input = child.stdin.take();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let first: Value = serde_json::from_str(&lines.next().unwrap().unwrap()).unwrap();
        let authority = first["authority"].as_str().unwrap().to_owned();
        Self { child, input, lines, port: first["port"].as_u64().unwrap(), authority }
    }

    /// `scheme` and `rest` of the address around host and port.
    fn keeper(&self, before: &str, after: &str, trusts: bool) -> Keeper {
        let url = format!("{before}localhost:{}{after}", self.port);
        let authority = trusts.then_some(self.authority.as_bytes());
        Keeper::new(sender(), Box::new(Smtp::new(&url, &sender(), authority).unwrap()))
    }

    /// Everything it took, once it has ended.
    fn letters(mut self) -> Vec<Value> {
        drop(self.input.take());
        let letters = self.lines.by_ref().map(|line| serde_json::from_str(&line.unwrap()).unwrap()).collect();
        assert!(self.child.wait().unwrap().success());
        letters
    }
}

impl Drop for Sink {
    /// A test that fails leaves no server behind.
    fn drop(&mut self) {
        drop(self.input.take());
        let _ = self.child.wait();
    }
}

fn report(sent: u64, delayed: u64, refused: u64) -> Report {
    Report { sent, delayed, refused, halt: None }
}

fn is_unreachable(report: &Report) -> bool {
    report.handed() == 0 && matches!(report.halt, Some(Halt::Unreachable(_)))
}

#[tokio::test]
async fn a_letter_is_read_as_it_was_written() {
    let bench = bench().await;
    let sink = Sink::start("plain");
    let long = "Se amplió el plazo de la consulta pública sobre el Plan Estratégico Sectorial Multianual del año 2026, \
                según lo dispuesto por la autoridad";
    let bodies = [
        ("Aviso", "Hello.\n"),
        (
            "¿Mañana vence? Ñandú, «así» – 10 %",
            "Señora:\n\nMañana vence el plazo.\n.\n..\n.punto\n\tfin — ✓ 日本\n",
        ),
        (long, &*"Una línea muy larga, con eñes: ñ ".repeat(80)),
        ("=?utf-8?q?no?= es =?utf-8?b?DQpCY2M6?= código, aunque lo parezca", &*"x".repeat(2500)),
        ("Ragged \"quotes\", <angles>; (parens)", "sin fin de línea\r\ncon retorno"),
    ];
    for (at, (subject, body)) in bodies.iter().enumerate() {
        let written =
            Letter { subject: (*subject).into(), body: (*body).into(), ..letter(&format!("n/{at}")) };
        post(&bench, &written).await;
    }
    let utf8 = Letter { recipient: "ñusta@example.org".into(), lang: "quz".into(), ..letter("n/utf8") };
    post(&bench, &utf8).await;
    let got = sink.keeper("smtp://", "", false).send_until_empty(&bench.ctx).await.unwrap();
    assert_eq!(got, report(6, 0, 0));
    let letters = sink.letters();
    assert_eq!(letters.len(), 6);
    for (read, (subject, body)) in letters.iter().zip(bodies) {
        assert_eq!(read["subject"], subject);
        let body = body.replace("\r\n", "\n");
        assert_eq!(read["body"].as_str().unwrap().trim_end_matches('\n'), body.trim_end_matches('\n'));
        assert_eq!(read["is_ascii"], true, "any server carries it");
    }
    for (at, read) in letters.iter().enumerate().take(5) {
        assert_eq!(read["recipients"], serde_json::json!([format!("n.{at}@example.org")]));
        assert_eq!(read["to"], format!("n.{at}@example.org"));
        assert_eq!(read["sender"], "avisos@example.org");
        assert_eq!(read["origin"], "Quipu <avisos@example.org>");
        assert_eq!(read["date"], "2026-03-02T14:00:00+00:00");
        assert_eq!((&read["auto"], &read["lang"]), (&"auto-generated".into(), &"es".into()));
        assert_eq!(read["hello"], "quipu.example.org");
        let id = read["id"].as_str().unwrap();
        assert!(id.starts_with('<') && id.ends_with("@quipu.example.org>") && id.len() > 80, "{id}");
        assert_eq!(read["defects"], serde_json::json!([]));
    }
    assert_eq!(letters[5]["recipients"], serde_json::json!(["ñusta@example.org"]));
    bench.verify().await;
}

#[tokio::test]
async fn refused_put_off_and_cut_off() {
    let mut bench = bench().await;
    let sink = Sink::start("plain");
    for name in ["nobody", "busy", "cut", "ana"] {
        post(&bench, &Letter { recipient: format!("{name}@example.org"), ..letter(name) }).await;
    }
    let mut keeper = sink.keeper("smtp://", "", false);
    assert_eq!(keeper.send_until_empty(&bench.ctx).await.unwrap(), report(1, 2, 1));
    let refused = row(&bench, "nobody").await;
    assert_eq!(refused.state, "refused");
    assert!(refused.error.unwrap().contains("5.1.1 No such mailbox"));
    assert!(row(&bench, "busy").await.error.unwrap().contains("Try again"));
    bench.set_now(bench.ctx.now.checked_add(SignedDuration::from_mins(1)).unwrap());
    assert_eq!(keeper.send_until_empty(&bench.ctx).await.unwrap(), report(2, 0, 0));
    let letters = sink.letters();
    let copies: Vec<&Value> =
        letters.iter().filter(|read| read["to"] == "cut@example.org").map(|read| &read["id"]).collect();
    assert_eq!(copies.len(), 2, "the server had it, and could not say so");
    assert_eq!(copies[0], copies[1]);
    assert_eq!(letters.len(), 4);
    bench.verify().await;
}

/// A server that turns everybody away refuses no letter.
#[tokio::test]
async fn what_the_house_did_wrong_is_no_fault_of_a_letter() {
    let bench = bench().await;
    post(&bench, &letter("a")).await;
    let sink = Sink::start("closed");
    let got = sink.keeper("smtp://", "", false).send_until_empty(&bench.ctx).await.unwrap();
    assert_eq!(got, report(0, 1, 0));
    assert_eq!(row(&bench, "a").await.state, "waiting");
    assert_eq!(sink.letters().len(), 0);
    // The code of a refusal, of a server that goes.
    post(&bench, &Letter { recipient: "last@example.org".into(), ..letter("b") }).await;
    let sink = Sink::start("plain");
    let got = sink.keeper("smtp://", "", false).send_until_empty(&bench.ctx).await.unwrap();
    assert_eq!((got.handed(), got.delayed), (1, 1));
    assert!(matches!(got.halt, Some(Halt::Unreachable(_))), "{got:?}");
    assert!(row(&bench, "b").await.error.unwrap().contains("Not accepting"));
}

#[tokio::test]
async fn a_wrong_password_is_an_outage() {
    let bench = bench().await;
    post(&bench, &letter("a")).await;
    let sink = Sink::start("auth");
    for before in ["smtp://quipu:wrong@", "smtp://other:contrase%C3%B1a%2F1@"] {
        let got = sink.keeper(before, "", false).send_until_empty(&bench.ctx).await.unwrap();
        assert!(is_unreachable(&got), "{got:?}");
        assert!(!format!("{got:?}").contains("wrong"), "{got:?}");
    }
    assert_eq!(row(&bench, "a").await.attempts, 0);
    let mut keeper = sink.keeper("smtp://quipu:contrase%C3%B1a%2F1@", "", false);
    assert_eq!(keeper.send_until_empty(&bench.ctx).await.unwrap(), report(1, 0, 0));
    assert_eq!(sink.letters().len(), 1);
}

#[tokio::test]
async fn letters_travel_encrypted_or_stay() {
    let bench = bench().await;
    let cases = [("starttls", "smtp://", "?tls=required"), ("smtps", "smtps://", "")];
    for (mode, before, after) in cases {
        post(&bench, &letter(mode)).await;
        let sink = Sink::start(mode);
        let got = sink.keeper(before, after, false).send_until_empty(&bench.ctx).await.unwrap();
        assert!(is_unreachable(&got), "{mode}, of an authority that nobody knows: {got:?}");
        let got = sink.keeper(before, after, true).send_until_empty(&bench.ctx).await.unwrap();
        assert_eq!(got, report(1, 0, 0), "{mode}");
        let letters = sink.letters();
        assert_eq!(letters.len(), 1);
        assert_eq!(letters[0]["is_encrypted"], true);
    }
    post(&bench, &letter("plain")).await;
    let sink = Sink::start("plain");
    let got = sink.keeper("smtp://", "?tls=required", true).send_until_empty(&bench.ctx).await.unwrap();
    assert!(is_unreachable(&got), "a server that cannot encrypt: {got:?}");
    assert_eq!(sink.letters().len(), 0);
}

#[tokio::test]
async fn where_nobody_listens_letters_wait() {
    let bench = bench().await;
    post(&bench, &letter("a")).await;
    let sink = Sink::start("plain");
    let mut keeper = sink.keeper("smtp://", "", false);
    assert_eq!(sink.letters().len(), 0);
    let got = keeper.send_until_empty(&bench.ctx).await.unwrap();
    assert!(is_unreachable(&got), "{got:?}");
    assert_eq!(row(&bench, "a").await.attempts, 0);
}
