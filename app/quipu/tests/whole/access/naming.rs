//! Naming people to posts, and what stays when they go.
use super::people::{PASSWORD, Town};
use crate::desk::Desk;

#[tokio::test]
async fn what_is_wrong_with_a_form_is_said_beside_it() {
    let town = Town::over(Desk::bare()).await;
    let mut rosa = town.somebody("Rosa", Some("e-01-001.administrator")).await;
    let right = [
        ("post", "e-01-001.planner"),
        ("name", "Ana Quispe"),
        ("email", "ana@pcm.gob.pe"),
        ("kind", "titular"),
        ("from", "2026-03-02"),
        ("to", ""),
        ("norm", "RM 020-2026-PCM"),
    ];
    for (field, value, words) in [
        ("name", "", "Escriba el nombre"),
        ("email", "ana", "Escriba un correo"),
        ("kind", "owner", "Elija titular"),
        ("from", "mañana", "Escriba una fecha"),
        ("to", "2026-02-01", "antes de empezar"),
        ("norm", "", "Escriba la resolución"),
    ] {
        let fields = right.map(|(name, before)| (name, if name == field { value } else { before }));
        let sent = rosa.post("/oficina/entidad/E:01-001/nombrar", &fields).await;
        assert!(sent.status == 422 && sent.text.contains(words), "{field}: {} {}", sent.status, sent.text);
        assert!(sent.text.contains("RM 020-2026-PCM") || field == "norm", "nothing that was typed is lost");
    }
    assert_eq!(rosa.post("/oficina/entidad/E:01-001/nombrar", &right).await.status, 303);
    let held = rosa
        .post(
            "/oficina/entidad/E:01-001/nombrar",
            &[right[0], ("name", "Ben"), ("email", "ben@pcm.gob.pe"), right[3], right[4], right[5], right[6]],
        )
        .await;
    assert!(held.status == 422 && held.text.contains("Otra persona ocupa"), "{}", held.text);
}

#[tokio::test]
async fn a_post_passes_on_with_everything_of_it() {
    let town = Town::whole().await;
    let first = town.account("Ana").await;
    town.name_to(&first, "e-11-011.planner").await;
    let mut head = town.somebody("Rosa", Some("e-11-011.approver")).await;
    let mut ana = town.browser();
    ana.post("/ingresar", &[("email", "ana@pcm.gob.pe"), ("password", PASSWORD)]).await;
    let before = ana.get("/oficina").await.text;
    assert!(before.contains("MUESTRA-PEI-11-011") || before.contains("/plan/"), "{before}");
    let overdue = |text: &str| text.matches("/indicador/").count();
    let handover = ana.get("/oficina/puesto/e-11-011.planner/entrega").await;
    assert!(handover.status == 200 && handover.text.contains("Ana"), "{}", handover.text);
    town.state.ctx.db.read().await.unwrap();
    directory::actions::relieve(
        &town.ctx(),
        &"e-11-011.planner".parse().unwrap(),
        &first,
        "2026-03-02".parse().unwrap(),
        "RM 2-2026",
    )
    .await
    .unwrap();
    let vacant = head.get("/oficina").await.text;
    assert!(
        vacant.contains("Puestos vacantes a su cargo"),
        "what a vacant post answers for shows at its superior: {vacant}"
    );
    let mut ben = town.somebody("Ben", Some("e-11-011.planner")).await;
    let after = ben.get("/oficina").await.text;
    assert_eq!(overdue(&after), overdue(&before), "what is due stays with the post");
    let printed = ben.get("/oficina/puesto/e-11-011.planner/entrega?format=pdf").await;
    assert_eq!(printed.status, 200);
    assert_eq!(printed.headers["content-type"], "application/pdf");
    assert_eq!(printed.headers["cache-control"], "no-store");
}
