//! Coming in by an identity provider.
use accounts::{Identified, Rules};

use super::{
    people::{PASSWORD, Town, code, email},
    provider::{OUT, sign_in, town, who},
};

#[tokio::test]
async fn an_account_of_a_verified_address_is_linked_and_known_from_then_on() {
    let (town, fake) = town().await;
    let account = town.account("Ana").await;
    town.name_to(&account, "e-01-001.planner").await;
    let login = town.browser().get("/ingresar?next=/cuenta").await;
    assert!(login.text.contains("Ingresar con ID Perú"), "{}", login.text);
    assert!(login.text.contains("/ingresar/identidad?next=%2Fcuenta"), "{}", login.text);
    fake.says(who("77", Some("Ana@pcm.gob.pe")));
    let mut ana = town.browser();
    let entered = sign_in(&mut ana, "good-1").await;
    assert_eq!((entered.status, entered.location.as_str()), (303, "/oficina"), "{}", entered.text);
    assert_eq!(ana.get("/oficina").await.status, 200);
    assert!(!ana.cookies.contains_key("quipu_identity"), "what was begun is over");
    assert!(ana.get("/cuenta").await.text.contains("Proveedor de identidad, un factor"));
    assert_eq!(ana.get("/ingresar/identidad?next=/cuenta").await.location, "/cuenta", "who is in stays");
    // From now on the person counts, whatever address they have.
    fake.says(who("77", Some("otra@pcm.gob.pe")));
    let mut telephone = town.browser();
    assert_eq!(sign_in(&mut telephone, "good-2").await.location, "/oficina");
    fake.says(who("77", None));
    assert_eq!(sign_in(&mut town.browser(), "good-3").await.location, "/oficina");
    accounts::actions::close_account(&town.ctx(), &account).await.unwrap();
    assert_eq!(ana.get("/oficina").await.status, 303);
    fake.says(who("77", Some("ana@pcm.gob.pe")));
    let closed = sign_in(&mut town.browser(), "good-4").await;
    assert!(closed.status == 422 && closed.text.contains("no tiene cuenta"), "{}", closed.text);
}

#[tokio::test]
async fn who_was_invited_needs_no_letter() {
    let (town, fake) = town().await;
    let person = accounts::domain::Person::new("Ana", &email("Ana"), "es").unwrap();
    let made = accounts::actions::create_account(&town.ctx(), &person, None).await.unwrap();
    fake.says(who("77", Some("ana@pcm.gob.pe")));
    let mut ana = town.browser();
    assert_eq!(sign_in(&mut ana, "good-1").await.location, "/oficina");
    let letter = ana.get(&format!("/clave/nueva?pase={}", made.invitation.as_str())).await;
    assert!(letter.text.contains("ya no sirve"), "{}", letter.text);
}

#[tokio::test]
async fn nobody_gets_an_account_by_themselves_unless_the_settings_say_so() {
    let (town, fake) = town().await;
    let ana = |entity: Option<&str>| Identified {
        entity: entity.map(str::to_owned),
        roles: vec!["planner".into()],
        ..who("77", Some("ana@pcm.gob.pe"))
    };
    let open = Rules { create: true, ..Rules::default() };
    for (rules, entity) in [
        (Rules::default(), Some("E:01-001")),
        (open, None),
        (open, Some("E:99-999")),
        (open, Some("20131370998")),
    ] {
        fake.rule(rules);
        fake.says(ana(entity));
        let refused =
            sign_in(&mut town.browser(), &format!("good-{}-{}", entity.unwrap_or("none"), rules.create))
                .await;
        assert!(refused.status == 422 && refused.text.contains("Pida una invitación"), "{}", refused.text);
    }
    fake.says(ana(Some("E:01-001")));
    let mut browser = town.browser();
    assert_eq!(sign_in(&mut browser, "good-opened").await.location, "/oficina");
    let office = browser.get("/oficina").await.text;
    assert!(office.contains("Hoy no tiene ningún puesto"), "{office}");
    assert!(browser.get("/cuenta").await.text.contains("Ana &lt;Quispe&gt;"));
    let mut again = town.browser();
    assert_eq!(sign_in(&mut again, "good-again").await.location, "/oficina", "the same account");
    let mut read = town.state.ctx.db.read().await.unwrap();
    assert_eq!(accounts::queries::accounts(&mut read).await.unwrap().len(), 1);
}

#[tokio::test]
async fn roles_name_to_vacant_posts_of_the_body_and_to_no_other() {
    let (town, fake) = town().await;
    let ben = town.account("Ben").await;
    town.name_to(&ben, "e-01-001.approver").await;
    town.account("Ana").await;
    let told = Identified {
        entity: Some("E:01-001".into()),
        roles: ["planner", "approver", "system_administrator", "delivery_unit", "queen"]
            .map(str::to_owned)
            .into(),
        ..who("77", Some("ana@pcm.gob.pe"))
    };
    fake.says(told);
    let mut ana = town.browser();
    sign_in(&mut ana, "good-1").await;
    assert!(
        ana.get("/oficina").await.text.contains("Hoy no tiene ningún puesto"),
        "unless the settings say so"
    );
    fake.rule(Rules { posts: true, two_factors: true, ..Rules::default() });
    for n in 2..4 {
        ana = town.browser();
        assert_eq!(sign_in(&mut ana, &format!("good-{n}")).await.status, 303);
    }
    assert_eq!(holders(&town, "e-01-001.planner").await.len(), 1, "once");
    assert_eq!(holders(&town, "e-01-001.approver").await, [ben], "nobody is put out");
    for wide in ["e-01-001.system-administrator", "e-01-001.delivery-unit"] {
        assert_eq!(holders(&town, wide).await, Vec::<String>::new(), "{wide}");
    }
    assert!(ana.get("/oficina").await.text.contains("Responsable de planeamiento"));
}

#[tokio::test]
async fn a_role_that_is_told_no_more_is_taken_back_and_a_resolutions_post_is_not() {
    let (town, fake) = town().await;
    fake.rule(Rules { posts: true, two_factors: true, ..Rules::default() });
    let ana_code = town.account("Ana").await;
    town.name_to(&ana_code, "e-01-001.budget-officer").await;
    let (body, other) = (Some("E:01-001".to_owned()), Some("E:11-011".to_owned()));
    let mut n = 0;
    for (entity, roles, planner, elsewhere) in [
        (&body, &["planner", "budget_officer"][..], 1, 0),
        (&body, &["budget_officer"], 0, 0),
        (&body, &["planner"], 1, 0),
        (&other, &["planner"], 0, 1),
        (&body, &["planner"], 1, 0),
        (&None, &["planner"], 0, 0),
        (&body, &["planner"], 1, 0),
        (&body, &[], 0, 0),
    ] {
        n += 1;
        let roles = roles.iter().map(|role| (*role).to_owned()).collect();
        fake.says(Identified { entity: entity.clone(), roles, ..who("77", Some("ana@pcm.gob.pe")) });
        let mut ana = town.browser();
        assert_eq!(sign_in(&mut ana, &format!("good-{n}")).await.status, 303, "{n}");
        assert_eq!(holders(&town, "e-01-001.planner").await.len(), planner, "{n}");
        assert_eq!(holders(&town, "e-11-011.planner").await.len(), elsewhere, "{n}");
        assert_eq!(
            holders(&town, "e-01-001.budget-officer").await,
            std::slice::from_ref(&ana_code),
            "by a resolution, {n}"
        );
    }
    let mut ana = town.browser();
    fake.rule(Rules { posts: false, two_factors: true, ..Rules::default() });
    fake.says(Identified { entity: body, roles: Vec::new(), ..who("77", Some("ana@pcm.gob.pe")) });
    sign_in(&mut ana, "good-9").await;
    assert_eq!(holders(&town, "e-01-001.budget-officer").await, [ana_code]);
}

async fn holders(town: &Town, post: &str) -> Vec<String> {
    let mut read = town.state.ctx.db.read().await.unwrap();
    let today = "2026-03-02".parse().unwrap();
    let found = directory::queries::post(&mut read, base::Known::NOW, today, &post.parse().unwrap()).await;
    found.unwrap().unwrap().holders.into_iter().map(|held| held.account).collect()
}

#[tokio::test]
async fn one_factor_of_a_provider_opens_no_wide_post() {
    let (town, fake) = town().await;
    let account = town.account("Ana").await;
    town.name_to(&account, "e-01-001.system-administrator").await;
    fake.says(who("77", Some("ana@pcm.gob.pe")));
    let mut ana = town.browser();
    sign_in(&mut ana, "good-1").await;
    assert_eq!(ana.get("/oficina/entidad/E:01-001/personas").await.status, 403);
    fake.rule(Rules { two_factors: true, ..Rules::default() });
    let mut strong = town.browser();
    sign_in(&mut strong, "good-2").await;
    assert_eq!(strong.get("/oficina/entidad/E:01-001/personas").await.status, 200);
    // Who has a second factor here shows it, where the provider asks for one alone.
    fake.rule(Rules::default());
    town.second_factor(&account).await;
    let mut half = town.browser();
    let entered = sign_in(&mut half, "good-3").await;
    assert_eq!(entered.location, "/ingresar/codigo?next=%2Foficina");
    assert_eq!(half.get("/oficina").await.status, 303);
    assert_eq!(half.post("/ingresar/codigo", &[("code", &code(1))]).await.location, "/oficina");
    assert_eq!(half.get("/oficina/entidad/E:01-001/personas").await.status, 200);
    let out = half.post("/salir", &[]).await;
    assert!(out.text.contains(&format!("{OUT}token-of-77")), "out through the provider too: {}", out.text);
}

#[tokio::test]
async fn who_goes_out_goes_out_at_the_provider_too() {
    let (town, fake) = town().await;
    town.account("Ana").await;
    fake.says(who("77", Some("ana@pcm.gob.pe")));
    let mut ana = town.browser();
    sign_in(&mut ana, "good-1").await;
    let held = ana.cookies["quipu_session"].clone();
    let out = ana.post("/salir", &[]).await;
    assert_eq!(out.status, 200);
    assert_eq!(out.headers["refresh"].to_str().unwrap(), format!("0; url={OUT}token-of-77"));
    assert!(out.text.contains("Cerrar la sesión de ID Perú") && !ana.cookies.contains_key("quipu_session"));
    ana.cookies.insert("quipu_session".into(), held);
    assert_eq!(ana.get("/oficina").await.status, 303, "ended here");
    let again = ana.post("/salir", &[]).await;
    assert_eq!((again.status, again.location.as_str()), (303, "/"), "the token is erased with its session");
    let mut other = town.browser();
    other.post("/ingresar", &[("email", &email("Ana")), ("password", PASSWORD)]).await;
    assert_eq!(other.post("/salir", &[]).await.location, "/", "who came by a password knows no provider");
}

#[tokio::test]
async fn a_provider_that_is_down_is_said_and_stops_nobody_else() {
    let (town, fake) = town().await;
    let mut ana = town.somebody("Ana", None).await;
    ana.post("/salir", &[]).await;
    fake.says(who("77", Some("ana@pcm.gob.pe")));
    let state = super::provider::begin(&mut ana).await;
    fake.down(true);
    let login = ana.get("/ingresar").await;
    assert!(login.text.contains("ID Perú no responde ahora"), "{}", login.text);
    for answer in
        [ana.get("/ingresar/identidad").await, super::provider::back(&mut ana, "good-1", &state).await]
    {
        assert!(answer.status == 422 && answer.text.contains("no responde ahora"), "{}", answer.text);
    }
    let entered = ana.post("/ingresar", &[("email", &email("Ana")), ("password", PASSWORD)]).await;
    assert_eq!(entered.status, 303);
    let bare = Town::over(crate::desk::Desk::bare()).await;
    for path in ["/ingresar/identidad", "/ingresar/identidad/vuelta?code=x&state=y"] {
        assert_eq!(bare.browser().get(path).await.status, 404, "{path}");
    }
    assert!(!bare.browser().get("/ingresar").await.text.contains("identidad"));
}
