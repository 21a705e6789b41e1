//! An identity provider of a few lines that answers whatever a test wants, and remembers what it was asked.
use std::{
    collections::HashMap,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex, MutexGuard},
    thread,
    time::Duration,
};

use identity::{Begun, CHANCE_BYTES, Identified, IdentityError, Provider, Settings};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::token::Key;

pub const CLIENT: &str = "quipu";
pub const SECRET: &str = "s3cret of the client";
pub const ACCESS_TOKEN: &str = "access-4711";
pub const CODE: &str = "code-4711";

/// What the provider says, by path; `status`, further heads, body.
#[derive(Clone)]
pub struct Answer {
    pub status: u16,
    pub heads: String,
    pub body: Vec<u8>,
    /// Byte by byte, one a second.
    pub drips: bool,
}

impl Answer {
    pub fn json(value: &Value) -> Self {
        Self::new(200, "Content-Type: application/json\r\n", value.to_string())
    }

    pub fn new(status: u16, heads: &str, body: impl Into<Vec<u8>>) -> Self {
        Self { status, heads: heads.into(), body: body.into(), drips: false }
    }
}

#[derive(Default)]
pub struct Played {
    pub answers: HashMap<String, Answer>,
    /// Whole requests, the oldest first.
    pub asked: Vec<String>,
}

pub struct Desk {
    pub url: String,
    played: Arc<Mutex<Played>>,
}

pub fn now() -> Timestamp {
    "2026-03-02T15:00:00Z".parse().unwrap()
}

impl Desk {
    /// A provider with one key, and nobody signed in.
    pub fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let played = Arc::new(Mutex::new(Played::default()));
        let desk = Self { url, played: Arc::clone(&played) };
        desk.says("/.well-known/openid-configuration", Answer::json(&desk.description()));
        desk.publishes(&[&Key::new(1)]);
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let played = Arc::clone(&played);
                thread::spawn(move || serve(stream, &played));
            }
        });
        desk
    }

    pub fn description(&self) -> Value {
        let url = &self.url;
        json!({
            "issuer": url,
            "authorization_endpoint": format!("{url}/auth"),
            "token_endpoint": format!("{url}/token"),
            "userinfo_endpoint": format!("{url}/me"),
            "jwks_uri": format!("{url}/jwks"),
            "end_session_endpoint": format!("{url}/session/end?realm=pe"),
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["EdDSA", "RS256"],
        })
    }

    /// The description with some fields changed; null leaves one out.
    pub fn describes(&self, changes: &Value) {
        let mut description = self.description();
        for (name, value) in changes.as_object().unwrap() {
            match value {
                Value::Null => _ = description.as_object_mut().unwrap().remove(name),
                value => description[name] = value.clone(),
            }
        }
        self.says("/.well-known/openid-configuration", Answer::json(&description));
    }

    pub fn publishes(&self, keys: &[&Key]) {
        let keys: Vec<Value> = keys.iter().map(|key| key.public()).collect();
        self.says("/jwks", Answer::json(&json!({ "keys": keys })));
    }

    pub fn gives(&self, id_token: &str) {
        let tokens = json!({ "access_token": ACCESS_TOKEN, "token_type": "Bearer", "id_token": id_token });
        self.says("/token", Answer::json(&tokens));
    }

    pub fn says(&self, path: &str, answer: Answer) {
        self.played().answers.insert(path.to_owned(), answer);
    }

    /// How often a path was asked for.
    pub fn asked(&self, path: &str) -> usize {
        let begins = |request: &&String| request.split(' ').nth(1) == Some(path);
        self.played().asked.iter().filter(begins).count()
    }

    pub fn last_asked(&self) -> String {
        self.played().asked.last().cloned().unwrap_or_default()
    }

    pub fn settings(&self) -> Settings {
        let text = format!(
            "issuer = \"{}\"\nclient_id = \"{CLIENT}\"\nclient_secret = \"{SECRET}\"\nallow_http = true\n\
             redirect_url = \"http://127.0.0.1:1/back\"\nscopes = [\"profile\", \"email\"]\n",
            self.url
        );
        toml::from_str(&text).unwrap()
    }

    pub fn discovered(&self) -> Provider {
        Provider::discover(&self.settings()).unwrap()
    }

    /// The claims of a good token for that sign-in.
    pub fn claims(&self, begun: &Begun) -> Value {
        let seconds = now().as_second();
        json!({
            "iss": self.url, "aud": CLIENT, "sub": "ana", "iat": seconds, "exp": seconds + 300,
            "nonce": parameter(begun, "nonce"),
            "name": "Ana Quispe", "email": "ana@example.pe", "email_verified": true,
        })
    }

    /// A whole sign-in, with a token that `make` makes of the claims of a good one.
    pub fn signs_in(
        &self,
        provider: &Provider,
        make: impl FnOnce(Value) -> String,
    ) -> Result<Identified, IdentityError> {
        self.signs_in_at(provider, now(), make)
    }

    pub fn signs_in_at(
        &self,
        provider: &Provider,
        at: Timestamp,
        make: impl FnOnce(Value) -> String,
    ) -> Result<Identified, IdentityError> {
        let begun = provider.begin(&[7; CHANCE_BYTES], at);
        self.gives(&make(self.claims(&begun)));
        let answer = provider.finish(&begun.pending, CODE, &parameter(&begun, "state"), at);
        if let Err(error) = &answer {
            let told = format!("{error} {error:?}");
            for secret in [SECRET, ACCESS_TOKEN, CODE, "eyJ"] {
                assert!(!told.contains(secret), "{told}");
            }
        }
        answer
    }

    fn played(&self) -> MutexGuard<'_, Played> {
        self.played.lock().unwrap()
    }
}

pub fn parameter(begun: &Begun, name: &str) -> String {
    begun.url.query_pairs().find(|(key, _)| key == name).unwrap().1.into_owned()
}

fn serve(mut stream: TcpStream, played: &Mutex<Played>) {
    let Some(request) = request(&stream) else { return };
    let path = request.split([' ', '?']).nth(1).unwrap_or_default().to_owned();
    let answer = {
        let mut played = played.lock().unwrap();
        played.asked.push(request);
        played.answers.get(&path).cloned()
    };
    let answer = answer.unwrap_or_else(|| Answer::new(404, "", "nothing is here"));
    let length = answer.body.len();
    let head = format!(
        "HTTP/1.1 {} X\r\nContent-Length: {length}\r\nConnection: close\r\n{}\r\n",
        answer.status, answer.heads
    );
    // Whoever went away wants no answer.
    let _ = stream.write_all(head.as_bytes());
    if answer.drips {
        for byte in answer.body {
            if stream.write_all(&[byte]).is_err() {
                return;
            }
            thread::sleep(Duration::from_secs(1));
        }
    } else {
        let _ = stream.write_all(&answer.body);
    }
}

fn request(stream: &TcpStream) -> Option<String> {
    let mut reader = BufReader::new(stream);
    let mut text = String::new();
    while !text.ends_with("\r\n\r\n") {
        if reader.read_line(&mut text).ok()? == 0 {
            return None;
        }
    }
    let length = text.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
    });
    let mut body = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut body).ok()?;
    text.push_str(&String::from_utf8_lossy(&body));
    Some(text)
}
