//! Whoever follows something is told what changes there: once, by letter, and nobody else learns what they follow.
use office::pages::tell_now;

use super::people::{Town, email};

const PATH: &str = "/oficina/seguimiento";

async fn digests(town: &Town) -> Vec<mail::Letter> {
    let mut read = town.state.ctx.db.read().await.unwrap();
    let due = mail::due(&mut read, town.state.ctx.now, 1000).await.unwrap();
    due.into_iter().map(|due| due.letter).filter(|letter| letter.id.starts_with("followed/")).collect()
}

#[tokio::test]
async fn what_changes_is_told_once_to_whoever_follows_it() {
    let town = Town::whole().await;
    assert_eq!(town.browser().get(PATH).await.status, 303, "asked to come in");
    // No post is needed.
    let mut rosa = town.somebody("Rosa", None).await;
    assert!(rosa.get(PATH).await.text.contains("Todavía no sigue nada."));
    for (kind, code) in [
        ("entity", "E:99-999"),
        ("entity", ""),
        ("objective", "PEDN"),
        ("planet", "24"),
        ("territory", "<b>"),
    ] {
        let refused = rosa.post(PATH, &[("kind", kind), ("code", code)]).await;
        assert_eq!(refused.status, 422, "{kind} {code}: {}", refused.text);
    }
    for (kind, code) in [("entity", "E:11-011"), ("territory", "24"), ("objective", "PEDN/OE2")] {
        for _ in 0..2 {
            assert_eq!(rosa.post(PATH, &[("kind", kind), ("code", code)]).await.status, 303, "{kind} {code}");
        }
    }
    let page = rosa.get(PATH).await.text;
    for link in ["/alertas?entity=E%3A11-011", "/alertas?territory=24", "/alertas?objective=PEDN%2FOE2"] {
        assert_eq!(page.matches(link).count(), 1, "{link}: {page}");
    }
    // Somebody else follows nothing by it, and is told nothing.
    let mut otto = town.somebody("Otto", None).await;
    assert!(!otto.get(PATH).await.text.contains("E%3A11-011"));

    let first = tell_now(&town.app).await.unwrap();
    assert!(first.notices > 0, "{first:?}");
    let sent = digests(&town).await;
    assert_eq!(sent.iter().map(|letter| letter.recipient.clone()).collect::<Vec<_>>(), [email("Rosa")]);
    assert!(sent[0].subject.contains(&format!("{} cambios", first.notices)), "{}", sent[0].subject);
    assert!(sent[0].body.contains("Alerta nueva") && sent[0].body.contains("http://quipu.test/alerta/al"));
    // Asked again, and by two at once: nothing more.
    let (a, b) = tokio::join!(tell_now(&town.app), tell_now(&town.app));
    assert_eq!((a.unwrap().notices, b.unwrap().notices), (0, 0));

    // What is no longer followed did not end, and is not told again when it is followed anew.
    let entity = [("kind", "entity"), ("code", "E:11-011")];
    assert_eq!(rosa.post("/oficina/seguimiento/quitar", &entity).await.status, 303);
    assert_eq!(tell_now(&town.app).await.unwrap().notices, 0);
    assert_eq!(rosa.post(PATH, &entity).await.status, 303);
    assert_eq!(tell_now(&town.app).await.unwrap().notices, 0);
    assert_eq!(digests(&town).await.len(), 1);
    // The public log does not tell what is followed.
    let mut read = town.state.ctx.db.read().await.unwrap();
    assert_eq!(journal::verify(&mut read, None).await.unwrap(), []);
    let last = journal::last_seq(&mut read).await.unwrap();
    for seq in (1..=last.0).map(base::Seq) {
        let entry = journal::entry(&mut read, seq).await.unwrap().unwrap();
        if entry.command == "office.follow" {
            assert!(!entry.leaf.contains("E:11-011") && !entry.leaf.contains("PEDN"), "{}", entry.leaf);
        }
    }
}

#[tokio::test]
async fn who_wants_no_letters_is_told_nothing() {
    let town = Town::whole().await;
    let mut rosa = town.somebody("Rosa", None).await;
    assert_eq!(rosa.post(PATH, &[("kind", "entity"), ("code", "E:11-011")]).await.status, 303);
    assert_eq!(rosa.post("/oficina/avisos/cartas", &[("often", "never")]).await.status, 303);
    assert_eq!(tell_now(&town.app).await.unwrap().notices, 0);
    assert_eq!(rosa.post("/oficina/avisos/cartas", &[("often", "daily")]).await.status, 303);
    assert!(tell_now(&town.app).await.unwrap().notices > 0, "nothing was lost");
}
