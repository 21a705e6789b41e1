//! Those who try to get around the identity provider. `docs/security.md` names these tests.
use super::{
    people::{PASSWORD, email},
    provider::{back, begin, sign_in, town, who},
};

#[tokio::test]
async fn an_answer_to_another_sign_in_opens_nothing() {
    let (town, fake) = town().await;
    town.account("Ana").await;
    fake.says(who("77", Some("ana@pcm.gob.pe")));
    // Login CSRF: the attacker's own answer, put into the victim's browser.
    let mut evil = town.browser();
    let theirs = begin(&mut evil).await;
    let mut victim = town.browser();
    let none = back(&mut victim, "good-1", &theirs).await;
    assert!(none.status == 422 && none.text.contains("otro navegador"), "{}", none.text);
    let own = begin(&mut victim).await;
    for state in [theirs.as_str(), "", "x", &format!("{own}%20x")] {
        let sent = back(&mut victim, "good-1", state).await;
        assert_eq!(sent.status, 422, "{state}");
    }
    assert!(!victim.cookies.contains_key("quipu_session"));
    // What somebody else sent did not spend what was begun.
    assert_eq!(back(&mut victim, "good-1", &own).await.location, "/oficina");
}

#[tokio::test]
async fn an_answer_is_good_once() {
    let (town, fake) = town().await;
    town.account("Ana").await;
    fake.says(who("77", Some("ana@pcm.gob.pe")));
    let mut ana = town.browser();
    let state = begin(&mut ana).await;
    let mut replay = ana.clone();
    assert_eq!(back(&mut ana, "good-1", &state).await.location, "/oficina");
    // With the very cookie of then, and a code that the provider would take.
    assert_eq!(back(&mut replay, "good-2", &state).await.status, 422);
    assert_eq!(replay.get("/oficina").await.status, 303);
    let mut wrong = town.browser();
    let state = begin(&mut wrong).await;
    let mut retry = wrong.clone();
    let refused = back(&mut wrong, "bad", &state).await;
    assert!(refused.status == 422 && refused.text.contains("no confirmó"), "{}", refused.text);
    assert_eq!(back(&mut retry, "good-3", &state).await.status, 422, "spent by a code that was no good, too");
}

#[tokio::test]
async fn an_address_that_is_not_verified_links_nothing() {
    let (town, fake) = town().await;
    town.account("Ana").await;
    fake.says(who("66", None));
    let refused = sign_in(&mut town.browser(), "good-1").await;
    assert!(refused.status == 422 && refused.text.contains("no confirma su correo"), "{}", refused.text);
}

#[tokio::test]
async fn nobody_is_linked_to_the_account_of_another() {
    let (town, fake) = town().await;
    town.account("Ana").await;
    fake.says(who("77", Some("ana@pcm.gob.pe")));
    sign_in(&mut town.browser(), "good-1").await;
    // Somebody else of the provider, who was given her address later, or one that is found like hers.
    for (n, email) in ["ana@pcm.gob.pe", "aná@pcm.gob.pe"].into_iter().enumerate() {
        fake.says(who("66", Some(email)));
        let mut evil = town.browser();
        let refused = sign_in(&mut evil, &format!("good-x{n}")).await;
        assert!(refused.status == 422 && refused.text.contains("es de otra persona"), "{}", refused.text);
        assert_eq!(evil.get("/oficina").await.status, 303);
    }
    town.account("Ben").await;
    fake.says(who("66", Some("bén@pcm.gob.pe")));
    let refused = sign_in(&mut town.browser(), "good-y").await;
    assert_eq!(
        refused.status, 422,
        "an account that nobody is linked to yet, by an address that is not the same"
    );
    // The same subject of another issuer is another person.
    let mut other = who("77", None);
    other.issuer = "https://id.test/".into();
    fake.says(other);
    assert_eq!(sign_in(&mut town.browser(), "good-z").await.status, 422);
}

#[tokio::test]
async fn a_sign_in_gives_a_new_session_and_ends_the_one_before() {
    let (town, fake) = town().await;
    town.account("Ana").await;
    town.account("Ben").await;
    fake.says(who("77", Some("ana@pcm.gob.pe")));
    let mut ana = town.browser();
    ana.cookies.insert("quipu_session".into(), "chosen-by-somebody-else".into());
    sign_in(&mut ana, "good-1").await;
    assert_ne!(ana.cookies["quipu_session"], "chosen-by-somebody-else");
    let mut ben = town.browser();
    let state = begin(&mut ben).await;
    ben.post("/ingresar", &[("email", &email("Ben")), ("password", PASSWORD)]).await;
    let before = ben.cookies["quipu_session"].clone();
    back(&mut ben, "good-2", &state).await;
    let mut thief = town.browser();
    thief.cookies.insert("quipu_session".into(), before);
    assert_eq!(thief.get("/oficina").await.status, 303, "what the browser held is over");
}

#[tokio::test]
async fn words_of_a_link_are_not_shown_and_lead_nowhere() {
    let (town, fake) = town().await;
    town.account("Ana").await;
    fake.says(who("77", Some("ana@pcm.gob.pe")));
    let mut ana = town.browser();
    let state = begin(&mut ana).await;
    let no = format!(
        "/ingresar/identidad/vuelta?error=access_denied&error_description=Llame+al+999&state={state}"
    );
    let told = ana.get(&no).await;
    assert!(told.status == 422 && told.text.contains("se canceló"), "{}", told.text);
    assert!(!told.text.contains("Llame"), "{}", told.text);
    assert_eq!(back(&mut ana, "good-1", &state).await.status, 422, "spent");
    for next in ["https://evil.example", "//evil.example", "/\\evil.example"] {
        let mut ana = town.browser();
        let sent = ana.get(&format!("/ingresar/identidad?next={}", web::encode(next))).await;
        let state = sent.location.rsplit('=').next().unwrap().to_owned();
        assert_eq!(back(&mut ana, &format!("good-{state}"), &state).await.location, "/oficina");
    }
}

#[tokio::test]
async fn the_journal_names_nobody_whom_a_provider_knows() {
    let (town, fake) = town().await;
    town.account("Ana").await;
    let mut before = town.state.ctx.db.read().await.unwrap();
    let first = journal::last_seq(&mut before).await.unwrap();
    drop(before);
    fake.says(who("subject-of-ana", Some("ana@pcm.gob.pe")));
    let mut ana = town.browser();
    for _ in 0..50 {
        begin(&mut ana).await;
    }
    sign_in(&mut ana, "good-1").await;
    let mut read = town.state.ctx.db.read().await.unwrap();
    let last = journal::last_seq(&mut read).await.unwrap();
    assert_eq!(last.0 - first.0, 2, "who begins without end makes no entry");
    for seq in 1..=last.0 {
        let leaf = journal::entry(&mut read, base::Seq(seq)).await.unwrap().unwrap().leaf.to_lowercase();
        for word in ["subject-of-ana", "id.test", "ana@pcm", "token-of"] {
            assert!(!leaf.contains(word), "{word} stands in {leaf}");
        }
    }
    assert_eq!(journal::verify(&mut read, None).await.unwrap(), []);
}
