//! Programs with a token, and those who try to do more by one than it says.
use accounts::actions::{ask_reset, close_account, record_uses};
use axum::http::Method;
use directory::actions::relieve;

use super::{
    browser::{Answer, Browser, form},
    people::{PASSWORD, Town, email},
};
use crate::desk::Desk;

const LAST_DAY: &str = "2026-03-31";

/// A program: sends its token, and neither keeps cookies nor says where its forms come from.
pub struct Program {
    browser: Browser,
    bearer: String,
}

impl Program {
    pub fn new(town: &Town, token: &str) -> Self {
        Self { browser: town.browser(), bearer: format!("Bearer {token}") }
    }

    fn at(mut self, address: &str) -> Self {
        self.browser = self.browser.at(address);
        self
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.browser.send(Method::GET, path, None, &[("authorization", &self.bearer)]).await
    }

    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.browser.send(Method::POST, path, Some(form(fields)), &[("authorization", &self.bearer)]).await
    }
}

/// The token that somebody makes at their account, as they copy it from the page.
pub async fn made(browser: &mut Browser, post: &str, grants: &str) -> String {
    let fields = [("name", "tablero"), ("post", post), ("grants", grants), ("last_day", LAST_DAY)];
    let page = browser.post("/cuenta/tokens", &fields).await;
    assert_eq!(page.status, 200, "{}", page.text);
    assert_eq!(page.headers["cache-control"], "no-store");
    let at = page.text.find("quipu_").expect("the token is shown");
    page.text[at..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect()
}

fn is_problem(answer: &Answer, status: u16, challenge: &str) {
    assert_eq!(answer.status, status, "{}", answer.text);
    assert_eq!(answer.headers["content-type"], "application/problem+json");
    assert_eq!(answer.headers["cache-control"], "no-store");
    let said: serde_json::Value = serde_json::from_str(&answer.text).unwrap();
    assert_eq!(said["status"], status);
    assert!(said["detail"].as_str().is_some_and(|words| words.len() > 20), "{said}");
    let told = answer.headers.get("www-authenticate").map(|value| value.to_str().unwrap());
    assert_eq!(told.unwrap_or_default(), challenge);
}

const WRONG: &str = "Bearer realm=\"quipu\", error=\"invalid_token\"";
const TOO_FAR: &str = "Bearer realm=\"quipu\", error=\"insufficient_scope\"";

#[tokio::test]
async fn a_token_does_what_it_says_of_what_the_post_may() {
    let town = Town::over(Desk::bare()).await;
    let mut ana = town.somebody("Ana", Some("e-11-011.planner")).await;
    let reads = made(&mut ana, "e-11-011.planner", "read").await;
    let writes = made(&mut ana, "e-11-011.planner", "read write").await;
    let bare = made(&mut ana, "", "read write").await;
    let (mut reads, mut writes, mut bare) =
        (Program::new(&town, &reads), Program::new(&town, &writes), Program::new(&town, &bare));
    for path in [
        "/",
        "/en/planes",
        "/api/v1/plans",
        "/oficina",
        "/oficina/planes",
        "/oficina/puesto/e-11-011.planner/entrega",
    ] {
        let answer = reads.get(path).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.text);
        assert_eq!(answer.headers["cache-control"], "no-store", "{path}");
        assert!(!answer.headers.contains_key("set-cookie"), "{path}");
    }
    // What the post may not, and what asks for another post.
    for path in ["/oficina/puesto/e-09-009.planner/entrega", "/oficina/entidad/E:11-011/personas"] {
        is_problem(&reads.get(path).await, 403, TOO_FAR);
    }
    is_problem(&bare.get("/oficina/planes").await, 403, TOO_FAR);
    is_problem(&reads.get("/oficina/puesto/e-99-999.planner/entrega").await, 404, "");
    let plan = [("plan", "PEI-11-011"), ("version", "2027"), ("name", "PEI")];
    is_problem(&reads.post("/oficina/entidad/E:11-011/planes", &plan).await, 403, TOO_FAR);
    is_problem(&writes.post("/oficina/entidad/E:09-009/planes", &plan).await, 403, TOO_FAR);
    let sent = writes.post("/oficina/entidad/E:11-011/planes", &plan).await;
    assert!([303, 422].contains(&sent.status), "{} {}", sent.status, sent.text);
    // Whatever it says, what changes an account asks for the person.
    for program in [&mut reads, &mut writes, &mut bare] {
        for path in [
            "/cuenta",
            "/cuenta/tokens",
            "/cuenta/contrasena",
            "/cuenta/segundo-factor",
            "/ingresar",
            "/clave",
        ] {
            is_problem(&program.get(path).await, 403, TOO_FAR);
        }
        let fields = [("name", "x"), ("post", ""), ("grants", "read"), ("last_day", LAST_DAY)];
        for path in
            ["/cuenta/tokens", "/cuenta/tokens/terminar", "/cuenta/sesion", "/oficina/puesto", "/salir"]
        {
            is_problem(&program.post(path, &fields).await, 403, TOO_FAR);
        }
    }
}

#[tokio::test]
async fn a_wrong_token_is_told_so_everywhere_and_locks_nobody_out() {
    let town = Town::over(Desk::bare()).await;
    let mut ana = town.somebody("Ana", Some("e-11-011.planner")).await;
    let right = made(&mut ana, "e-11-011.planner", "read").await;
    let swapped = format!("{}{}", &right[..right.len() - 1], if right.ends_with('a') { "b" } else { "a" });
    let digest = accounts::domain::digest_of(&right);
    let never = accounts::domain::ApiToken::of([9; 30]);
    let paths = [
        "/",
        "/api/v1/plans",
        "/openapi.json",
        "/assets/logo.svg",
        "/oficina",
        "/cuenta",
        "/nada",
        "/log/checkpoint",
    ];
    for (n, wrong) in ["", "x", &swapped, &digest, never.as_str(), &right[6..]].into_iter().enumerate() {
        for (m, path) in paths.into_iter().enumerate() {
            let mut evil = Program::new(&town, wrong).at(&format!("192.0.2.{}", n * 10 + m));
            is_problem(&evil.get(path).await, 401, WRONG);
        }
    }
    let mut evil = Program::new(&town, never.as_str()).at("198.51.100.1");
    let mut statuses = Vec::new();
    for _ in 0..30 {
        let answer = evil.get("/api/v1/plans").await;
        assert_eq!(answer.status == 429, answer.headers.contains_key("retry-after"));
        statuses.push(answer.status);
    }
    assert_eq!(statuses.iter().filter(|status| **status == 401).count(), 10, "{statuses:?}");
    assert!(statuses[10..].iter().all(|status| *status == 429), "{statuses:?}");
    // A right one from the same network is let in, and so is who logs in there.
    assert_eq!(Program::new(&town, &right).at("198.51.100.1").get("/oficina").await.status, 200);
    let mut other = town.browser().at("198.51.100.1");
    let entered = other.post("/ingresar", &[("email", &email("Ana")), ("password", PASSWORD)]).await;
    assert_eq!(entered.status, 303);
    let english = evil.at("198.51.100.2").get("/en/plan/PEDN").await;
    assert!(english.text.contains("The token does not work"), "{}", english.text);
}

#[tokio::test]
async fn beside_a_token_no_cookie_opens_anything() {
    let town = Town::over(Desk::bare()).await;
    let mut ana = town.somebody("Ana", Some("e-01-001.administrator")).await;
    let bare = made(&mut ana, "", "read write").await;
    let with = |token: &str| format!("Bearer {token}");
    let (wrong, bare) = (with("quipu_x"), with(&bare));
    for path in ["/oficina", "/cuenta", "/oficina/entidad/E:01-001/personas"] {
        assert_eq!(ana.get(path).await.status, 200, "{path}");
        let sent = ana.send(Method::GET, path, None, &[("authorization", &wrong)]).await;
        is_problem(&sent, 401, WRONG);
    }
    // Her cookies open what the token does not, and are not asked.
    for path in ["/cuenta", "/oficina/entidad/E:01-001/personas"] {
        let sent = ana.send(Method::GET, path, None, &[("authorization", &bare)]).await;
        is_problem(&sent, 403, TOO_FAR);
    }
    let name = [("post", "e-01-001.planner"), ("name", "X"), ("email", "x@y.pe"), ("norm", "n")];
    for headers in [
        vec![("authorization", bare.as_str())],
        vec![("authorization", bare.as_str()), ("origin", "https://evil.example")],
        vec![("authorization", wrong.as_str()), ("sec-fetch-site", "cross-site")],
        vec![("authorization", "Basic YTpi"), ("sec-fetch-site", "cross-site")],
    ] {
        for (path, fields) in [("/oficina/entidad/E:01-001/nombrar", &name[..]), ("/salir", &name[..0])] {
            let sent = ana.send(Method::POST, path, Some(form(fields)), &headers).await;
            assert_eq!(sent.status, 403, "{path} {headers:?}: {}", sent.text);
        }
    }
    assert_eq!(ana.get("/oficina").await.status, 200, "nobody logged her out");
    // No page of another site may send one from a reader's browser.
    let asks = [
        ("origin", "https://evil.example"),
        ("access-control-request-method", "GET"),
        ("access-control-request-headers", "authorization"),
    ];
    let told = town.browser().send(Method::OPTIONS, "/api/v1/plans", None, &asks).await;
    let allowed = told.headers.get("access-control-allow-headers").map(|value| value.to_str().unwrap());
    assert!(!allowed.unwrap_or_default().contains("authorization"), "{allowed:?}");
}

#[tokio::test]
async fn a_token_is_shown_once_and_stored_nowhere() {
    let town = Town::over(Desk::bare()).await;
    let mut ana = town.somebody("Ana", Some("e-11-011.planner")).await;
    let token = made(&mut ana, "e-11-011.planner", "read").await;
    for path in ["/cuenta", "/cuenta/tokens"] {
        let page = ana.get(path).await.text;
        assert!(page.contains(&token[token.len() - 4..]) && page.contains("sin usar"), "{page}");
        assert!(!page.contains(&token), "{path}");
    }
    let mut program = Program::new(&town, &token).at("10.7.7.7");
    for _ in 0..3 {
        program.get("/oficina").await;
    }
    assert!(ana.get("/cuenta/tokens").await.text.contains("desde 10.7.7.7"), "before it is written down");
    assert_eq!(record_uses(&town.ctx(), &town.accounts).await.unwrap(), 1);
    assert_eq!(record_uses(&town.ctx(), &town.accounts).await.unwrap(), 0, "no entry of nothing");
    assert!(ana.get("/cuenta/tokens").await.text.contains("desde 10.7.7.7"), "afterwards");
    for name in ["quipu.db", "quipu.db-wal"] {
        let bytes = std::fs::read(town.desk.data.join(name)).unwrap_or_default();
        let is_there = bytes.windows(token.len()).any(|part| part == token.as_bytes());
        assert!(!is_there, "{name} holds the token");
    }
    let mut read = town.state.ctx.db.read().await.unwrap();
    let last = journal::last_seq(&mut read).await.unwrap();
    let mut acts = Vec::new();
    for seq in 1..=last.0 {
        let leaf = journal::entry(&mut read, base::Seq(seq)).await.unwrap().unwrap().leaf;
        assert!(!leaf.contains("tablero"), "what it is called may name somebody: {leaf}");
        let leaf: serde_json::Value = serde_json::from_str(&leaf).unwrap();
        let act = leaf["command"].as_str().unwrap_or_default().to_owned();
        if act.contains("token") || act.contains("uses") {
            assert_eq!(leaf["office"], true, "{leaf}");
            acts.push(act);
        }
    }
    assert_eq!(acts, ["accounts.make_token", "accounts.record_uses"]);
    assert_eq!(journal::verify(&mut read, None).await.unwrap(), []);
}

#[tokio::test]
async fn nobody_makes_more_than_they_may_nor_ends_anothers() {
    let town = Town::over(Desk::bare()).await;
    let mut ana = town.somebody("Ana", Some("e-11-011.planner")).await;
    let mut ben = town.somebody("Ben", Some("e-11-011.approver")).await;
    let check = async |ana: &mut Browser, name: &str, value: &str| {
        let mut fields = [("name", "x"), ("post", ""), ("grants", "read"), ("last_day", LAST_DAY)];
        fields.iter_mut().filter(|(own, _)| *own == name).for_each(|(_, own)| *own = value);
        let sent = ana.post("/cuenta/tokens", &fields).await;
        assert_eq!(sent.status, 422, "{name} {value:?}: {}", sent.text);
        assert!(!sent.text.contains("quipu_"), "{name} {value:?}");
    };
    check(&mut ana, "name", "").await;
    check(&mut ana, "post", "e-11-011.approver").await;
    check(&mut ana, "post", "e-01-001.system-administrator").await;
    check(&mut ana, "grants", "read write all").await;
    check(&mut ana, "grants", "").await;
    check(&mut ana, "last_day", "2026-03-01").await;
    check(&mut ana, "last_day", "2036-03-02").await;
    check(&mut ana, "last_day", "9999-12-31").await;
    let token = made(&mut ana, "", "read").await;
    let id = accounts::domain::digest_of(&token);
    assert_eq!(ben.post("/cuenta/tokens/terminar", &[("token", &id)]).await.status, 404);
    assert_eq!(Program::new(&town, &token).get("/oficina").await.status, 200);
    assert_eq!(ana.post("/cuenta/tokens/terminar", &[("token", &id)]).await.status, 303);
    is_problem(&Program::new(&town, &token).get("/oficina").await, 401, WRONG);
    assert!(ana.get("/cuenta/tokens").await.text.contains("terminado"));
    for _ in 0..20 {
        made(&mut ana, "", "read").await;
    }
    let full = ana
        .post("/cuenta/tokens", &[("name", "x"), ("post", ""), ("grants", "read"), ("last_day", LAST_DAY)])
        .await;
    assert!(full.status == 422 && full.text.contains("veinte"), "{}", full.text);
}

#[tokio::test]
async fn a_token_goes_with_the_post_the_account_and_its_day() {
    let town = Town::over(Desk::bare()).await;
    let ana = town.account("Ana").await;
    town.name_to(&ana, "e-11-011.planner").await;
    let mut browser = town.browser();
    browser.post("/ingresar", &[("email", &email("Ana")), ("password", PASSWORD)]).await;
    let of_post = made(&mut browser, "e-11-011.planner", "read write").await;
    let bare = made(&mut browser, "", "read").await;
    let mut reset = town.somebody("Rosa", Some("e-11-011.approver")).await;
    let of_reset = made(&mut reset, "e-11-011.approver", "read").await;
    let post = "e-11-011.planner".parse().unwrap();
    relieve(&town.ctx(), &post, &ana, "2026-03-03".parse().unwrap(), "RM 2").await.unwrap();
    assert_eq!(Program::new(&town, &of_post).get("/oficina/planes").await.status, 200, "her last day");

    // A new password by letter is for who lost the account to somebody else: what they made ends too.
    let way = ask_reset(&town.ctx(), &email("Rosa"), None).await.unwrap().unwrap();
    accounts::actions::accept_pass(
        &town.ctx(),
        &town.accounts,
        way.token.as_str(),
        "otra frase larga que nadie sabe",
    )
    .await
    .unwrap();
    is_problem(&Program::new(&town, &of_reset).get("/oficina").await, 401, WRONG);

    let town = Town::at(town.desk, "2026-03-03T15:00:00Z").await;
    is_problem(&Program::new(&town, &of_post).get("/oficina/planes").await, 401, WRONG);
    is_problem(
        &Program::new(&town, &of_post).post("/oficina/entidad/E:11-011/planes", &[]).await,
        401,
        WRONG,
    );
    assert_eq!(Program::new(&town, &bare).get("/oficina").await.status, 200);

    // To the end of its last day where the country is: 5 in the morning of Greenwich.
    let town = Town::at(town.desk, "2026-04-01T04:59:59Z").await;
    assert_eq!(Program::new(&town, &bare).get("/oficina").await.status, 200);
    let town = Town::at(town.desk, "2026-04-01T05:00:00Z").await;
    is_problem(&Program::new(&town, &bare).get("/oficina").await, 401, WRONG);

    let town = Town::at(town.desk, "2026-03-04T15:00:00Z").await;
    close_account(&town.ctx(), &ana).await.unwrap();
    is_problem(&Program::new(&town, &bare).get("/oficina").await, 401, WRONG);
    is_problem(&Program::new(&town, &bare).get("/").await, 401, WRONG);
}
