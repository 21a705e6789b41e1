#![allow(clippy::unwrap_used)]
use super::*;

const PLAIN: &str = r#"
issuer = "https://id.example.gob.pe"
client_id = "quipu"
redirect_url = "https://quipu.example.gob.pe/session/answer"
"#;

fn read(text: &str) -> Settings {
    toml::from_str(text).unwrap()
}

#[test]
fn little_has_to_be_written() {
    let settings = read(PLAIN);
    assert_eq!(settings.check(), Ok(()));
    assert_eq!(settings.claims, ClaimNames::default());
    assert!(settings.client_secret.is_none() && !settings.allow_http && settings.roles.is_none());
}

#[test]
fn much_can_be_written() {
    let settings = read(&format!(
        r#"{PLAIN}
        client_secret = "s3cret"
        scopes = ["openid", "profile", "email"]
        [claims]
        subject = "dni"
        roles = "realm_access.roles"
        entity = "https://example.gob.pe/entidad"
        email_always_verified = true
        [roles]
        planificador = "planner"
        "#
    ));
    let client = settings.judged().unwrap();
    let scopes: Vec<&str> = client.scopes.iter().map(|scope| scope.as_str()).collect();
    assert_eq!(scopes, ["profile", "email"]);
    assert_eq!(client.claims.roles.as_deref(), Some("realm_access.roles"));
    assert!(!format!("{settings:?}").contains("s3cret"));
}

#[test]
fn what_nobody_knows_is_refused() {
    assert!(toml::from_str::<Settings>(&format!("{PLAIN}\nclient_secrte = \"x\"")).is_err());
    assert!(toml::from_str::<Settings>(&format!("{PLAIN}\n[claims]\nrole = \"x\"")).is_err());
}

#[test]
fn an_issuer_is_https_or_on_this_machine() {
    let check = |issuer: &str, allow_http: bool, expect: &str| {
        let settings = Settings { issuer: issuer.into(), allow_http, ..read(PLAIN) };
        let told = settings.check().err().map(|error| error.to_string()).unwrap_or_default();
        assert!(told.contains(expect) && told.is_empty() == expect.is_empty(), "{issuer}: {told}");
    };
    check("https://id.example.gob.pe", false, "");
    check("https://id.example.gob.pe/realms/peru/", false, "");
    check("http://id.example.gob.pe", false, "write https");
    check("http://id.example.gob.pe", true, "write https");
    check("http://127.0.0.1:8080", false, "write https");
    check("http://127.0.0.1:8080", true, "");
    check("http://[::1]:8080", true, "");
    check("http://localhost:8080", true, "");
    check("http://localhost.example.pe", true, "write https");
    check("http://127.0.0.1.example.pe", true, "write https");
    check("http://10.0.0.1", true, "write https");
    check("https://user:pass@id.example.gob.pe", false, "no address of a provider");
    check("https://id.example.gob.pe?x=1", false, "no address of a provider");
    check("https://id.example.gob.pe#x", false, "no address of a provider");
    check("ftp://id.example.gob.pe", true, "no address of a provider");
    check("id.example.gob.pe", false, "no address of a provider");
    check("", false, "no address of a provider");
}

#[test]
fn each_mistake_has_its_words() {
    let check = |change: fn(&mut Settings), expect: IdentityError| {
        let mut settings = read(PLAIN);
        change(&mut settings);
        assert_eq!(settings.check(), Err(expect));
    };
    let secret = Secret::from("x");
    assert_eq!(format!("{secret:?}"), "Secret");
    check(|s| s.client_id = " ".into(), IdentityError::SettingsClient);
    check(|s| s.redirect_url = "/back".into(), IdentityError::SettingsRedirect("/back".into()));
    check(
        |s| s.redirect_url = "http://quipu.example.pe/back".into(),
        IdentityError::SettingsRedirect("http://quipu.example.pe/back".into()),
    );
    check(|s| s.scopes = vec!["profile email".into()], IdentityError::SettingsScope("profile email".into()));
    check(|s| s.scopes = vec![String::new()], IdentityError::SettingsScope(String::new()));
    check(|s| s.claims.subject = String::new(), IdentityError::SettingsClaim("subject"));
    check(|s| s.claims.entity = Some(" ".into()), IdentityError::SettingsClaim("entity"));
    check(|s| s.roles = Some(BTreeMap::new()), IdentityError::SettingsRoles);
    check(|s| s.client_secret = Some(Secret::from("")), IdentityError::SettingsNoSecret);
    check(
        |s| {
            s.client_secret = Some(Secret::from("x"));
            s.client_secret_file = Some("secret".into());
        },
        IdentityError::SettingsTwoSecrets,
    );
}

#[test]
fn a_secret_is_the_one_line_of_its_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("secret");
    let check = |text: Option<&str>, expect: Result<&str, &str>| {
        if let Some(text) = text {
            std::fs::write(&path, text).unwrap();
        }
        let settings = Settings { client_secret_file: Some(path.clone()), ..read(PLAIN) };
        match (settings.secret(), expect) {
            (Ok(secret), Ok(expect)) => assert_eq!(secret.as_deref(), Some(expect)),
            (Err(error), Err(expect)) => assert!(error.to_string().contains(expect), "{error}"),
            (other, _) => panic!("{text:?}: {other:?}"),
        }
    };
    check(None, Err("No such file"));
    check(Some("s3cret\n"), Ok("s3cret"));
    check(Some("s3cret\r\n"), Ok("s3cret"));
    check(Some(" s3 cret"), Ok(" s3 cret"));
    check(Some("\n"), Err("not one line"));
    check(Some("a\nb\n"), Err("not one line"));
}
