//! The service as a process: it says where it is, answers, and stops when told.
use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use crate::{desk::Desk, sample};

/// The program and the address it says.
fn started(desk: &Desk) -> (Child, String) {
    let mut serve = sample::program(&desk.data, &desk.now);
    serve.args(["serve", "--listen", "127.0.0.1:0", "--no-bulk"]).stdout(Stdio::piped());
    let mut child = serve.spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    let address = line.split("http://").nth(1).and_then(|rest| rest.split(' ').next());
    let address = address.unwrap_or_else(|| panic!("no address in {line:?}")).to_owned();
    (child, address)
}

fn answer(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_mins(1))).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Ends by itself, with its exit code.
fn ended(child: &mut Child) -> Option<i32> {
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(20) {
        if let Some(status) = child.try_wait().unwrap() {
            return status.code();
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    child.kill().unwrap();
    panic!("it goes on");
}

#[test]
fn serves_until_told_to_stop() {
    for signal in ["-INT", "-TERM"] {
        let desk = Desk::reading();
        let (mut child, address) = started(&desk);
        for (path, status) in [("/", "200"), ("/en", "200"), ("/nowhere", "404"), ("/?year=x", "400")] {
            let text = answer(&address, path);
            assert!(text.starts_with(&format!("HTTP/1.1 {status}")), "{path}: {text:.300}");
        }
        let told = Command::new("kill").arg(signal).arg(child.id().to_string()).status().unwrap();
        assert!(told.success());
        assert_eq!(ended(&mut child), Some(0), "after {signal}");
    }
}

#[test]
fn an_address_that_is_taken_is_told() {
    let desk = Desk::reading();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap();
    let ran = desk.ends(1, &format!("serve --listen {address}"));
    assert!(ran.err.contains("--listen"), "{}", ran.err);
}

/// A page that waits for a second connection while it holds one would wait for others that do the same.
#[test]
fn searches_at_once_do_not_wait_for_each_other() {
    let desk = Desk::reading();
    let (mut child, address) = started(&desk);
    let answers: Vec<String> = std::thread::scope(|scope| {
        let ask = || (0..8).map(|_| answer(&address, "/buscar?q=anemia")).collect::<Vec<_>>();
        let asking: Vec<_> = (0..32).map(|_| scope.spawn(ask)).collect();
        asking.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(answers.len(), 256);
    for text in answers {
        assert!(text.starts_with("HTTP/1.1 200"), "{text:.300}");
    }
}
