//! Officials put in what was measured: one value, a whole table; what is wrong is told, what was kept is not lost.
use super::{
    browser::Browser,
    people::{PASSWORD, Town, email},
};

const OWED: &str = "/oficina/entidad/E:11-011/datos";
const ONE: &str = "/oficina/entidad/E:11-011/dato";

async fn owner(town: &Town) -> Browser {
    town.somebody("Ines", Some("e-11-011.indicator-owner")).await
}

/// Indicator, period and territory of the first value that can be put in.
pub async fn first_owed(browser: &mut Browser) -> (String, String, String) {
    let page = browser.get(OWED).await;
    assert_eq!(page.status, 200, "{}", page.text);
    let link = page
        .text
        .split("href=\"")
        .find(|part| part.starts_with(&format!("{ONE}?")))
        .expect("something is owed");
    let query = link
        .split('"')
        .next()
        .unwrap()
        .split_once('?')
        .unwrap()
        .1
        .replace("&amp;", "&")
        .replace("&#38;", "&");
    let field = |name: &str| {
        let found = query.split('&').find_map(|pair| pair.strip_prefix(&format!("{name}=")));
        found.unwrap().replace("%2F", "/").replace("%40", "@")
    };
    (field("indicator"), field("period"), field("territory"))
}

#[tokio::test]
async fn a_value_is_kept_looked_at_and_then_public() {
    let town = Town::whole().await;
    let mut ines = owner(&town).await;
    let (indicator, period, territory) = first_owed(&mut ines).await;
    let (plan, code) = indicator.split_once('/').unwrap();
    let public = format!("/indicador/{plan}/{code}");
    let fields = [
        ("indicator", indicator.as_str()),
        ("territory", territory.as_str()),
        ("period", period.as_str()),
        ("value", "54321,5"),
        ("source", "Registro de prueba"),
    ];
    // Nothing typed is lost, and each mistake stands beside its field.
    let mut wrong = fields;
    wrong[2].1 = "2199";
    wrong[3].1 = "mucho";
    let refused = ines.upload(ONE, &wrong, &[]).await;
    assert_eq!(refused.status, 422, "{}", refused.text);
    assert!(
        refused.text.contains("value=\"mucho\"") && refused.text.contains("value-error"),
        "{}",
        refused.text
    );
    assert!(refused.text.contains("value=\"Registro de prueba\""));

    let before = town.browser().get(&public).await.text;
    let kept = ines.upload(ONE, &fields, &[("evidence", "informe 1.pdf", b"%PDF-1.7 prueba")]).await;
    assert_eq!(kept.status, 303, "{}", kept.text);
    let draft = kept.location;
    // Whoever comes back finds the draft at the post; the public is shown nothing of it.
    assert!(ines.get(OWED).await.text.contains(draft.rsplit('/').next().unwrap()));
    assert_eq!(town.browser().get(&public).await.text, before);
    let page = ines.get(&draft).await;
    assert!(
        page.status == 200 && page.text.contains("321,5") && page.text.contains("informe 1.pdf"),
        "{}",
        page.text
    );
    let evidence = page.text.split("href=\"").filter(|part| part.contains("/archivo/")).nth(1).unwrap();
    let file = ines.get(evidence.split('"').next().unwrap()).await;
    assert_eq!((file.status, file.text.as_str()), (200, "%PDF-1.7 prueba"));
    assert_eq!(file.headers["content-type"], "application/octet-stream");
    // Others: strangers are asked to log in, who has no part in it is refused.
    let mut other = town.somebody("Otto", Some("e-09-009.indicator-owner")).await;
    for path in [draft.clone(), OWED.to_owned()] {
        assert_eq!(town.browser().get(&path).await.status, 303);
        assert_eq!(other.get(&path).await.status, 403, "{path}");
    }
    assert_eq!(other.post(&format!("{draft}/registrar"), &[]).await.status, 403);
    let mut head = town.somebody("Hugo", Some("e-11-011.approver")).await;
    assert_eq!(head.get(&draft).await.status, 200, "the head may look");
    assert_eq!(head.post(&format!("{draft}/registrar"), &[]).await.status, 403, "and not record");

    let recorded = ines.post(&format!("{draft}/registrar"), &[]).await;
    assert_eq!(recorded.status, 303, "{}", recorded.text);
    let after = town.browser().get(&public).await.text;
    assert!(after.contains("321,5") && after.contains("informe 1.pdf sha256:"), "{after}");
    // The answer was lost on the way, and the button is pressed again.
    let again = ines.post(&format!("{draft}/registrar"), &[]).await;
    assert_eq!((again.status, again.location), (303, recorded.location));
    assert_eq!(ines.post(&format!("{draft}/descartar"), &[]).await.status, 422, "what is recorded stays");
    let mut read = town.state.ctx.db.read().await.unwrap();
    assert_eq!(journal::verify(&mut read, None).await.unwrap(), []);
    let last = journal::last_shown(&mut read).await.unwrap();
    let entry = journal::entry(&mut read, last).await.unwrap().unwrap();
    assert_eq!(
        (entry.command.as_str(), entry.actor.as_str()),
        ("monitoring.record_values", "post:e-11-011.indicator-owner")
    );
}

#[tokio::test]
async fn a_table_is_filled_in_and_sent_back() {
    let town = Town::whole().await;
    let mut ines = owner(&town).await;
    let (indicator, period, territory) = first_owed(&mut ines).await;
    let form = ines.get(&format!("{OWED}/plantilla")).await;
    assert_eq!(form.status, 200);
    assert!(form.headers["content-disposition"].to_str().unwrap().ends_with("datos-E-11-011.xlsx\""));
    let head = "indicador;nombre;unidad;territorio;periodo;valor;fuente;nota_calidad\r\n";
    let wrong = format!(
        "{head}{indicator};;;{territory};{period};1;;\r\nPEDN/OE1-I1;;;PE;2015;1;;\r\n{indicator};;;{territory};1900;x;;\r\n"
    );
    let refused = ines.upload(OWED, &[], &[("values", "datos.csv", wrong.as_bytes())]).await;
    assert_eq!(refused.status, 422);
    for told in ["ningún plan vigente de su entidad", "no es un número de 28 cifras"] {
        assert!(refused.text.contains(told), "{told}: {}", refused.text);
    }
    assert!(!ines.get(OWED).await.text.contains("/oficina/datos/v"), "nothing was kept");
    for (name, bytes) in
        [("datos.csv", &b""[..]), ("datos.xlsx", b"PK\x03\x04"), ("foto.jpg", b"\xff\xd8\xff")]
    {
        let refused = ines.upload(OWED, &[], &[("values", name, bytes)]).await;
        assert_eq!(refused.status, 422, "{name}: {}", refused.text);
    }
    let good =
        format!("{head}{indicator};;;{territory};{period};7;;\r\n{indicator};;;{territory};{period};;;\r\n");
    let kept = ines.upload(OWED, &[], &[("values", "datos.csv", good.as_bytes())]).await;
    assert_eq!(kept.status, 303, "{}", kept.text);
    assert_eq!(ines.post(&format!("{}/descartar", kept.location), &[]).await.status, 303);
    assert_eq!(ines.post(&format!("{}/registrar", kept.location), &[]).await.status, 422);
    assert!(!ines.get(OWED).await.text.contains("/oficina/datos/v"));
}

#[tokio::test]
async fn a_draft_stays_with_the_post() {
    let town = Town::whole().await;
    let mut ines = owner(&town).await;
    let (indicator, period, territory) = first_owed(&mut ines).await;
    let fields =
        [("indicator", indicator.as_str()), ("territory", &territory), ("period", &period), ("value", "3")];
    let draft = ines.upload(ONE, &fields, &[]).await.location;
    // A month later somebody else holds the post.
    let later = Town::at(town.desk, "2026-04-02T15:00:00Z").await;
    let account = later.account("Nora").await;
    later.relieve("e-11-011.indicator-owner", "2026-04-01").await;
    later.name_from(&account, "e-11-011.indicator-owner", "2026-04-01").await;
    let mut nora = later.browser();
    nora.post("/ingresar", &[("email", &email("Nora")), ("password", PASSWORD)]).await;
    assert!(nora.get(OWED).await.text.contains(&draft));
    assert_eq!(nora.post(&format!("{draft}/registrar"), &[]).await.status, 303);
    let mut ines = later.browser();
    ines.post("/ingresar", &[("email", &email("Ines")), ("password", PASSWORD)]).await;
    assert_eq!(ines.get(&draft).await.status, 403, "a past holder");
}
