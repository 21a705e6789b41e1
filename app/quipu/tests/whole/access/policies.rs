//! A National Policy on its way: a ministry writes it, CEPLAN gives its opinion, the head proposes, the Council of Ministers agrees
//! and decrees; and a plan may hang from it from then on.
use base::Known;
use planning::domain::{
    content::Content,
    plan::Horizon,
    reference::PlanRef,
    words::{PlanState, VersionKind},
};

use super::{
    browser::Browser,
    consultations::{again, wide},
    people::Town,
    plans::workbook,
};

const POLICY: &str = "PN-SALUD";
const DECREE: (&str, &str, &[u8]) = ("document-decree", "decreto.pdf", b"%PDF decreto");
const MINUTES: (&str, &str, &[u8]) = ("document-council_minutes", "acta.pdf", b"%PDF acta");

/// What the ministry's institutional plan of the sample says, written as a policy of its own that hangs from nothing.
async fn policy(town: &Town) -> Content {
    let mut read = town.state.ctx.db.read().await.unwrap();
    let at = PlanRef { plan: "MUESTRA-PEI-11-011".parse().unwrap(), version: None };
    let on = "2026-03-02".parse().unwrap();
    let mut new = planning::queries::plan(&mut read, Known::NOW, on, &at).await.unwrap().unwrap();
    new.plan.code = POLICY.parse().unwrap();
    "PN".clone_into(&mut new.plan.plan_type);
    new.version.code = "2027".parse().unwrap();
    new.version.kind = VersionKind::New;
    "Política Nacional de Salud".clone_into(&mut new.version.title);
    new.version.horizon = Horizon::new(2027, 2036).unwrap();
    (new.version.instrument, new.version.valid) = (None, None);
    new.version.state = PlanState::Draft;
    for element in new.elements.values_mut() {
        (element.start, element.end) = (None, None);
        element.hangs_from.clear();
    }
    new.indicators.clear();
    new.targets.clear();
    new
}

struct Cast {
    planner: Browser,
    head: Browser,
    validator: Browser,
    council: Browser,
}

async fn cast(town: &Town) -> Cast {
    Cast {
        planner: town.somebody("Ana", Some("e-11-011.planner")).await,
        head: town.somebody("Rosa", Some("e-11-011.approver")).await,
        validator: town.somebody("Ceci", Some("e-01-016.governing-body")).await,
        council: town.somebody("Paz", Some("e-01-001.council-of-ministers")).await,
    }
}

async fn begun(town: &Town, planner: &mut Browser) -> String {
    let fields = [("plan", POLICY), ("version", "2027"), ("type", "PN")];
    let opened = planner.post("/oficina/entidad/E:11-011/planes", &fields).await;
    assert_eq!(opened.status, 303, "{}", opened.text);
    let draft = workbook(&policy(town).await);
    let put = format!("{}/proyecto", opened.location);
    let kept = planner.upload(&put, &[], &[("draft", "politica.xlsx", &draft)]).await;
    assert_eq!(kept.status, 303, "{}", kept.text);
    opened.location
}

#[tokio::test]
async fn a_national_policy_is_decreed_by_the_council_of_ministers() {
    let town = Town::whole().await;
    let Cast { mut planner, mut head, mut validator, mut council } = cast(&town).await;
    let act = format!("{}/acto", begun(&town, &mut planner).await);
    let coordination: (&str, &str, &[u8]) = ("document-coordination", "constancia.pdf", b"%PDF constancia");
    let opinion: (&str, &str, &[u8]) = ("document-technical_opinion", "informe.pdf", b"%PDF informe");
    let proposal: (&str, &str, &[u8]) = ("document-proposal", "propuesta.pdf", b"%PDF propuesta");

    let alone = planner.upload(&act, &[("act", "request_opinion")], &[]).await;
    assert!(alone.status == 422 && alone.text.contains("coordinación"), "not co-ordinated: {}", alone.text);
    let asked = planner.upload(&act, &[("act", "request_opinion")], &[coordination]).await;
    assert_eq!(asked.status, 303, "{}", asked.text);
    assert_eq!(head.upload(&act, &[("act", "propose")], &[proposal]).await.status, 422, "no opinion yet");
    // What was observed goes back, is written anew, and is asked about again.
    let observed = [("act", "observe"), ("reason", "No dice qué entidades la cumplen.")];
    assert_eq!(validator.upload(&act, &observed, &[opinion]).await.status, 303);
    assert_eq!(planner.upload(&act, &[("act", "request_opinion")], &[coordination]).await.status, 303);
    assert_eq!(planner.upload(&act, &[("act", "favour")], &[opinion]).await.status, 422, "not her own judge");
    assert_eq!(validator.upload(&act, &[("act", "favour")], &[opinion]).await.status, 303);
    assert_eq!(council.upload(&act, &[("act", "agree")], &[MINUTES]).await.status, 422, "not proposed");
    assert_eq!(head.upload(&act, &[("act", "propose")], &[proposal]).await.status, 303);
    assert!(council.get("/oficina/planes").await.text.contains("Espera por usted"));
    let early = [("act", "decree"), ("resolution", "DS 7-2026-PCM")];
    assert_eq!(council.upload(&act, &early, &[DECREE]).await.status, 422, "not agreed");
    assert_eq!(council.upload(&act, &[("act", "agree")], &[MINUTES]).await.status, 303);
    assert_eq!(
        town.browser().get(&format!("/plan/{POLICY}")).await.status,
        404,
        "no policy before its decree"
    );
    assert_eq!(head.upload(&act, &early, &[DECREE]).await.status, 422, "the minister decrees nothing alone");
    let decreed = council.upload(&act, &early, &[DECREE]).await;
    assert_eq!(decreed.status, 303, "{}", decreed.text);

    let public = town.browser().get(&format!("/plan/{POLICY}")).await;
    assert!(public.status == 200 && public.text.contains("DS 7-2026-PCM"), "{}", public.text);
    let mut read = town.state.ctx.db.read().await.unwrap();
    assert_eq!(journal::verify(&mut read, None).await.unwrap(), []);
    let last = journal::last_shown(&mut read).await.unwrap();
    let entry = journal::entry(&mut read, last).await.unwrap().unwrap();
    assert_eq!(
        (entry.command.as_str(), entry.actor.as_str()),
        ("formulation.approve", "post:e-01-001.council-of-ministers")
    );
    let at = PlanRef { plan: POLICY.parse().unwrap(), version: None };
    let on = "2028-01-01".parse().unwrap();
    let policy = planning::queries::plan(&mut read, Known::NOW, on, &at).await.unwrap().unwrap();
    assert_eq!(policy.plan.plan_type, "PN");
}

#[tokio::test]
async fn what_the_council_declines_goes_back_to_the_ministry() {
    let town = Town::whole().await;
    let Cast { mut planner, .. } = cast(&town).await;
    let case = begun(&town, &mut planner).await;
    let act = format!("{case}/acto");
    let coordination: (&str, &str, &[u8]) = ("document-coordination", "constancia.pdf", b"%PDF constancia");
    assert_eq!(planner.upload(&act, &[("act", "request_opinion")], &[coordination]).await.status, 303);

    // The opinion's term runs out: silence lets the ministry go on, and decides nothing.
    let Town { desk, .. } = town;
    let town = Town::at(desk, "2026-05-04T15:00:00Z").await;
    planner = again(&town, "Ana").await;
    let mut head = again(&town, "Rosa").await;
    let mut council = wide(&town, "Paz").await;
    let page = planner.get(&case).await.text;
    assert!(page.contains("Sin opinión técnica en el plazo") || page.contains("Silencio"), "{page}");
    let on = [("act", "go_on_without"), ("reason", "Ninguna norma exige la opinión.")];
    assert_eq!(planner.upload(&act, &on, &[]).await.status, 303);
    let proposal: (&str, &str, &[u8]) = ("document-proposal", "propuesta.pdf", b"%PDF propuesta");
    assert_eq!(head.upload(&act, &[("act", "propose")], &[proposal]).await.status, 303);
    let bare = council.upload(&act, &[("act", "decline")], &[]).await;
    assert!(bare.status == 422, "without a reason: {}", bare.text);
    let declined = [("act", "decline"), ("reason", "Falta el costo.")];
    assert_eq!(council.upload(&act, &declined, &[]).await.status, 303);
    let page = planner.get(&case).await.text;
    assert!(page.contains("En redacción") && page.contains("Falta el costo."), "{page}");
    let draft = workbook(&policy(&town).await);
    let again = planner.upload(&format!("{case}/proyecto"), &[], &[("draft", "otra.xlsx", &draft)]).await;
    assert_eq!(again.status, 303, "it is written anew: {}", again.text);
    assert_eq!(town.browser().get(&format!("/plan/{POLICY}")).await.status, 404);
}
