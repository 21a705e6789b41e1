//! The provider as a process.
use std::{
    io::{BufRead as _, BufReader, Lines, Write as _},
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    sync::atomic::{AtomicU8, Ordering},
};

use identity::{Begun, CHANCE_BYTES, Identified, IdentityError, Provider, Settings};
use jiff::Timestamp;

use crate::browser::Browser;

const SECRET: &str = "a secret of the client that is long enough for every way of using it, HS256 among them";
pub const BACK: &str = "http://127.0.0.1:1/back";
pub const OUT: &str = "http://127.0.0.1:1/out";

pub struct Node {
    pub url: String,
    child: Child,
    input: ChildStdin,
    output: Lines<BufReader<ChildStdout>>,
}

impl Drop for Node {
    fn drop(&mut self) {
        // It may have gone by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Node {
    pub fn start(arguments: &[&str]) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/provider");
        assert!(
            folder.join("node_modules").is_dir(),
            "run app/identity/tests/run, which installs the provider"
        );
        let mut child = Command::new("node")
            .arg("provider.mjs")
            .args(arguments)
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let input = child.stdin.take().unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap()).lines();
        let url = output.find_map(|line| line.ok().filter(|line| line.starts_with("http://"))).unwrap();
        Self { url, child, input, output }
    }

    /// One of the lines that `provider.mjs` obeys.
    pub fn tell(&mut self, line: &str) {
        writeln!(self.input, "{line}").unwrap();
        assert!(self.output.any(|line| line.is_ok_and(|line| line == "done")));
    }

    /// With everything that this provider tells.
    pub fn settings(&self, client: &str) -> Settings {
        toml::from_str(&format!(
            r#"
            issuer = "{}"
            client_id = "{client}"
            client_secret = "{SECRET}"
            redirect_url = "{BACK}"
            scopes = ["profile", "email"]
            allow_http = true
            [claims]
            roles = "roles"
            entity = "entity"
            [roles]
            planificador = "planner"
            auditor = "auditor"
            "#,
            self.url
        ))
        .unwrap()
    }

    pub fn discovered(&self, client: &str) -> Provider {
        Provider::discover(&self.settings(client)).unwrap()
    }
}

pub fn begin(provider: &Provider) -> Begun {
    static SIGN_INS: AtomicU8 = AtomicU8::new(0);
    provider.begin(&[SIGN_INS.fetch_add(1, Ordering::Relaxed); CHANCE_BYTES], Timestamp::now())
}

/// Everything that somebody who signs in does, in a browser of their own.
pub fn signs_in(provider: &Provider, login: &str) -> Result<Identified, IdentityError> {
    let begun = begin(provider);
    let back = Browser::new(login).follows(begun.url.as_str(), BACK);
    provider.finish(&begun.pending, &back.parameter("code"), &back.parameter("state"), Timestamp::now())
}
