//! Ways in and out, as somebody at a browser takes them.
use super::people::{PASSWORD, Town, code, email};
use crate::desk::Desk;

#[tokio::test]
async fn an_invitation_leads_to_an_office_and_out_again() {
    let town = Town::over(Desk::bare()).await;
    let mut admin = town.somebody("Rosa", Some("e-01-001.administrator")).await;
    let fields = [
        ("post", "e-01-001.planner"),
        ("name", "Ana Quispe"),
        ("email", "ana.quispe@pcm.gob.pe"),
        ("kind", "titular"),
        ("from", "2026-03-02"),
        ("to", ""),
        ("norm", "RM 020-2026-PCM"),
    ];
    let named = admin.post("/oficina/entidad/E:01-001/nombrar", &fields).await;
    assert_eq!(
        (named.status, named.location.as_str()),
        (303, "/oficina/entidad/E:01-001/personas?hecho=nombrar")
    );
    let letters = mail::due(&mut town.state.ctx.db.read().await.unwrap(), town.ctx().now, 10).await.unwrap();
    let letter = &letters.first().expect("a letter was posted").letter;
    assert_eq!(letter.recipient, "ana.quispe@pcm.gob.pe");
    let start = letter.body.find("http://quipu.test/clave/nueva?pase=").expect("a link of the site");
    let link: String = letter.body[start..].chars().take_while(|c| !c.is_whitespace()).collect();
    let pass = link.split_once("pase=").unwrap().1.to_owned();

    let mut ana = town.browser();
    let page = ana.get(link.strip_prefix("http://quipu.test").unwrap()).await;
    assert!(page.status == 200 && page.text.contains("ana.quispe@pcm.gob.pe"), "{}", page.text);
    for (password, again, words) in [
        ("corta", "corta", "menos de 12"),
        ("anaquispe2026", "anaquispe2026", "adivinaría"),
        (PASSWORD, "otra cosa distinta", "no son iguales"),
    ] {
        let sent =
            ana.post("/clave/nueva", &[("pase", &pass), ("password", password), ("again", again)]).await;
        assert!(sent.status == 422 && sent.text.contains(words), "{password}: {} {}", sent.status, sent.text);
        assert!(!sent.text.contains(password), "a password is shown again");
    }
    let chosen =
        ana.post("/clave/nueva", &[("pase", &pass), ("password", PASSWORD), ("again", PASSWORD)]).await;
    assert!(chosen.status == 200 && chosen.text.contains("quedó guardada"), "{}", chosen.text);
    let again =
        ana.post("/clave/nueva", &[("pase", &pass), ("password", PASSWORD), ("again", PASSWORD)]).await;
    assert!(again.text.contains("ya no sirve"), "an invitation is good once");

    let asked = ana.get("/oficina").await;
    assert_eq!((asked.status, asked.location.as_str()), (303, "/ingresar?next=%2Foficina"));
    let entered = ana
        .post(
            "/ingresar",
            &[("next", "/oficina"), ("email", "Ana.Quispe@PCM.gob.pe"), ("password", PASSWORD)],
        )
        .await;
    assert_eq!((entered.status, entered.location.as_str()), (303, "/oficina"), "{}", entered.text);
    let office = ana.get("/oficina").await;
    assert!(office.status == 200 && office.text.contains("Ana Quispe"), "{}", office.text);
    assert!(office.text.contains("Responsable de planeamiento"), "{}", office.text);
    assert_eq!(office.headers["cache-control"], "no-store");
    let public = ana.get("/").await;
    assert!(public.text.contains("Mi oficina"), "public pages say that one is in");
    let account = ana.get("/cuenta").await;
    assert!(account.text.contains("Firefox, Linux") && account.text.contains("10.0.0.1"), "{}", account.text);
    let out = ana.post("/salir", &[]).await;
    assert_eq!((out.status, out.location.as_str()), (303, "/"));
    assert_eq!(ana.get("/oficina").await.status, 303);
}

#[tokio::test]
async fn a_second_factor_is_asked_for_and_each_code_is_good_once() {
    let town = Town::over(Desk::bare()).await;
    let account = town.account("Ana").await;
    let codes = town.second_factor(&account).await;
    town.name_to(&account, "e-01-016.governing-body").await;
    let log_in = [("email", "ana@pcm.gob.pe"), ("password", PASSWORD)];
    let mut ana = town.browser();
    let half = ana.post("/ingresar", &log_in).await;
    assert_eq!((half.status, half.location.as_str()), (303, "/ingresar/codigo?next=%2Foficina"));
    assert_eq!(ana.get("/oficina").await.status, 303, "half a login opens nothing");
    for wrong in ["", "000000", "12345", &code(0), &code(9)] {
        // The code of now was shown when the factor was taken: it is spent.
        let refused = ana.post("/ingresar/codigo", &[("code", wrong)]).await;
        assert!(
            refused.status == 422 && refused.text.contains("no es correcto"),
            "{wrong:?}: {}",
            refused.status
        );
    }
    let confirmed = ana.post("/ingresar/codigo", &[("code", &code(1))]).await;
    assert_eq!((confirmed.status, confirmed.location.as_str()), (303, "/oficina"), "{}", confirmed.text);
    assert!(ana.get("/oficina").await.text.contains("Validador de CEPLAN"));

    let mut other = town.browser();
    other.post("/ingresar", &log_in).await;
    assert_eq!(other.post("/ingresar/codigo", &[("code", &code(1))]).await.status, 422, "shown before");
    let written = other.post("/ingresar/codigo", &[("code", &codes[3].to_uppercase())]).await;
    assert_eq!(written.status, 303, "{}", written.text);
    let mut third = town.browser();
    third.post("/ingresar", &log_in).await;
    assert_eq!(third.post("/ingresar/codigo", &[("code", &codes[3])]).await.status, 422, "used");
    assert_eq!(third.post("/ingresar/codigo", &[("code", &codes[4])]).await.status, 303);
    assert!(third.get("/cuenta").await.text.contains("le quedan 8 códigos"));
}

#[tokio::test]
async fn a_wide_post_asks_for_two_factors() {
    let town = Town::over(Desk::bare()).await;
    let account = town.account("Ana").await;
    town.name_to(&account, "e-01-001.system-administrator").await;
    let mut ana = town.browser();
    ana.post("/ingresar", &[("email", "ana@pcm.gob.pe"), ("password", PASSWORD)]).await;
    let office = ana.get("/oficina").await;
    assert!(office.text.contains("pide segundo factor"), "{}", office.text);
    assert_eq!(ana.get("/oficina/entidad/E:01-001/personas").await.status, 403);
    let enrol = ana.get("/cuenta/segundo-factor").await;
    let at = enrol.text.find("name=\"secret\" value=\"").unwrap() + 21;
    let secret: String = enrol.text[at..].chars().take_while(|c| *c != '"').collect();
    assert!(enrol.text.contains("<svg") && secret.len() == 32, "{secret}");
    let wrong = ana.post("/cuenta/segundo-factor", &[("secret", &secret), ("code", "000000")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.text.contains(&secret), "the square stays the same while one types");
}

#[tokio::test]
async fn sessions_are_listed_and_ended_by_their_owner() {
    let town = Town::over(Desk::bare()).await;
    let mut ana = town.somebody("Ana", Some("e-01-001.planner")).await;
    let log_in = [("email", "ana@pcm.gob.pe"), ("password", PASSWORD)];
    let mut telephone = town.browser().at("10.9.9.9");
    telephone.post("/ingresar", &log_in).await;
    let account = ana.get("/cuenta").await;
    assert!(account.text.contains("10.9.9.9"), "{}", account.text);
    let at = account.text.find("name=\"sesion\" value=\"").unwrap() + 21;
    let id: String = account.text[at..].chars().take_while(|c| *c != '"').collect();
    let mut stranger = town.somebody("Ben", Some("e-01-001.approver")).await;
    assert_eq!(
        stranger.post("/cuenta/sesion", &[("sesion", &id)]).await.status,
        404,
        "nobody ends another's"
    );
    assert_eq!(telephone.get("/oficina").await.status, 200);
    assert_eq!(ana.post("/cuenta/sesion", &[("sesion", &id)]).await.status, 303);
    assert_eq!(telephone.get("/oficina").await.status, 303, "ended");
    assert_eq!(ana.get("/oficina").await.status, 200);

    telephone.post("/ingresar", &log_in).await;
    let fields = [
        ("before", PASSWORD),
        ("password", "otra frase larga que nadie sabe"),
        ("again", "otra frase larga que nadie sabe"),
    ];
    assert_eq!(ana.post("/cuenta/contrasena", &[("before", "no"), fields[1], fields[2]]).await.status, 422);
    assert_eq!(ana.post("/cuenta/contrasena", &fields).await.status, 303);
    assert_eq!(telephone.get("/oficina").await.status, 303, "a new password ends other sessions");
    assert_eq!(ana.get("/oficina").await.status, 200, "and not the one it was changed in");
    let before = town.browser().post("/ingresar", &log_in).await;
    assert_eq!(before.status, 422, "the old one opens nothing");
}

#[tokio::test]
async fn what_the_journal_keeps_names_nobody() {
    let town = Town::over(Desk::bare()).await;
    let mut ana = town.somebody("Xochitl Quispe", Some("e-01-016.governing-body")).await;
    ana.get("/oficina").await;
    town.browser()
        .post("/ingresar", &[("email", &email("Xochitl Quispe")), ("password", "no es esta")])
        .await;
    accounts::actions::record_failures(&town.ctx(), &town.accounts).await.unwrap();
    let mut read = town.state.ctx.db.read().await.unwrap();
    let last = journal::last_seq(&mut read).await.unwrap();
    let shown = journal::last_shown(&mut read).await.unwrap();
    assert!(shown < last, "who logs in changes nothing that is shown");
    for seq in 1..=last.0 {
        let leaf = journal::entry(&mut read, base::Seq(seq)).await.unwrap().unwrap().leaf.to_lowercase();
        for word in ["xochitl", "quispe@", "pcm.gob.pe", "10.0.0.1", "firefox", PASSWORD, "argon2"] {
            assert!(!leaf.contains(word), "{word} stands in {leaf}");
        }
    }
    assert_eq!(journal::verify(&mut read, None).await.unwrap(), []);
    let published = published();
    assert!(
        published.contains("directory_posts") && !published.contains("directory_holders"),
        "{published:?}"
    );
    let mut office = 0;
    for seq in 1..=last.0 {
        let leaf = journal::entry(&mut read, base::Seq(seq)).await.unwrap().unwrap().leaf;
        let leaf: serde_json::Value = serde_json::from_str(&leaf).unwrap();
        if leaf["office"] == true {
            office += 1;
            for table in leaf["effects"].as_object().unwrap().keys() {
                assert!(!published.contains(table), "an act of the office changed {table}: {leaf}");
            }
        }
    }
    assert!(office > 5, "{office}");
    assert_eq!(accounts::queries::altered(&mut read).await.unwrap(), Vec::<String>::new());
    drop(read);
    // Who it is stands beside the journal, and yet a change by hand is found.
    let mut write = town.state.ctx.db.begin_write().await.unwrap();
    db::query("UPDATE accounts_people SET email = 'mine@evil.example'").execute(&mut *write).await.unwrap();
    write.commit().await.unwrap();
    let mut read = town.state.ctx.db.read().await.unwrap();
    assert_eq!(accounts::queries::altered(&mut read).await.unwrap().len(), 1);
}

/// Tables of which a column is public.
fn published() -> std::collections::BTreeSet<String> {
    let mut tables = std::collections::BTreeSet::new();
    for publication in quipu::contexts::PUBLICATIONS {
        let declared: toml::Table = publication.toml.parse().unwrap();
        for (table, columns) in &declared {
            let Some(columns) = columns.as_table() else { continue };
            let is_public =
                |column: &toml::Value| column.get("publish").and_then(|p| p.as_str()) == Some("public");
            if columns.values().any(is_public) {
                tables.insert(table.clone());
            }
        }
    }
    tables
}
