//! An evaluation from the agenda to what the money asks of it; and those who try to get around the gates.
use super::{
    browser::{Answer, Browser},
    people::Town,
    tokens::{Program, made},
};

const CEILING: [(&str, &str); 6] = [
    ("entity", "E:11-011"),
    ("programme", "0016"),
    ("year", "2027"),
    ("has", "100.00"),
    ("ceiling", "150.00"),
    ("source", "Oficio 12-2026"),
];
const MATRIX: (&str, &str, &[u8]) = ("document", "matriz.pdf", b"%PDF matriz");
const SHOWN: (&str, &str, &[u8]) = ("file", "acta.pdf", b"%PDF acta de avance");

/// Who has a part in it.
struct Cast {
    town: Town,
    mef: Browser,
    planner: Browser,
    head: Browser,
}

pub fn expect(answer: &Answer, status: u16, words: &str) {
    assert!(
        answer.status == status && answer.text.contains(words),
        "{} instead of {status}, {words:?}: {}",
        answer.status,
        answer.text
    );
}

/// The address without what was done.
fn bare(location: &str) -> String {
    location.split('?').next().unwrap_or_default().to_owned()
}

async fn cast() -> Cast {
    let town = Town::whole().await;
    let mef = town.somebody("Mae", Some("e-09-009.budget-directorate")).await;
    let planner = town.somebody("Ana", Some("e-11-011.planner")).await;
    let head = town.somebody("Titu", Some("e-11-011.approver")).await;
    Cast { town, mef, planner, head }
}

impl Cast {
    /// An evaluation of programme 0016 whose report was delivered on that day; its office address.
    async fn delivered(&mut self, year: &str, on: &str) -> String {
        let fields = [
            ("kind", "design_and_execution"),
            ("subject", "0016"),
            ("entity", "E:11-011"),
            ("title", "Evaluación de TBC y VIH"),
            ("title_en", "Evaluation of TB and HIV"),
            ("year", year),
            ("evaluator", "Universidad Nacional"),
        ];
        let registered = self.mef.post("/oficina/evaluaciones", &fields).await;
        assert_eq!(registered.status, 303, "{}", registered.text);
        let path = bare(&registered.location);
        let texts = [("delivered_on", on), ("summary", "Llega a la mitad de su población")];
        let file = [("file", "informe.pdf", &b"%PDF informe"[..])];
        let sent = self.mef.upload(&format!("{path}/informe"), &texts, &file).await;
        assert_eq!(sent.status, 303, "{}", sent.text);
        path
    }

    async fn line(&mut self, path: &str, deadline: &str) -> Answer {
        let fields = [
            ("commitment", "C1"),
            ("action", "Depurar el padrón"),
            ("responsible", "Oficina de programas"),
            ("indicator", "Pacientes con documento"),
            ("target", "95 %"),
            ("deadline", deadline),
        ];
        self.planner.post(&format!("{path}/compromiso"), &fields).await
    }

    /// Its matrix with one commitment, signed by both.
    async fn signed(&mut self, path: &str, deadline: &str) {
        assert_eq!(self.line(path, deadline).await.status, 303);
        let act = format!("{path}/acto");
        assert_eq!(self.planner.post(&act, &[("act", "submit")]).await.status, 303);
        assert_eq!(self.mef.post(&act, &[("act", "validate")]).await.status, 303);
        let texts = [("act", "sign_as_head"), ("document_kind", "signed_matrix")];
        let signed = self.head.upload(&act, &texts, &[MATRIX]).await;
        assert_eq!(signed.status, 303, "{}", signed.text);
        assert_eq!(self.mef.post(&act, &[("act", "sign")]).await.status, 303);
    }

    async fn ceiling(&mut self) {
        let set = self.mef.post("/oficina/topes", &CEILING).await;
        assert_eq!(set.status, 303, "{}", set.text);
    }

    async fn file(&mut self, amount: &str) -> Answer {
        let fields = [
            ("year", "2027"),
            ("programme", "0016"),
            ("objective", "PEDN/OE2"),
            ("amount", amount),
            ("purpose", "Ampliar el tratamiento"),
            ("results", "Cobertura de 62 % en 2025, RESULTA"),
        ];
        self.planner.post("/oficina/entidad/E:11-011/pedidos", &fields).await
    }

    async fn filed(&mut self, amount: &str) -> String {
        let filed = self.file(amount).await;
        assert_eq!(filed.status, 303, "{}", filed.text);
        bare(&filed.location)
    }

    async fn decide(&mut self, path: &str, step: &str, amount: &str, over: &str) -> Answer {
        let fields =
            [("step", step), ("amount", amount), ("reason", "Dentro de lo previsto"), ("override", over)];
        self.mef.post(&format!("{path}/decision"), &fields).await
    }
}

/// Pages with everything in them: whole, in both languages, and no id twice.
pub async fn are_whole(browser: &mut Browser, paths: &[&str]) {
    for path in paths.iter().flat_map(|path| [(*path).to_owned(), format!("/en{path}")]) {
        let page = browser.get(&path).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(!page.text.contains('⟦'), "{path}: {}", page.text);
        let mut ids: Vec<&str> =
            page.text.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        ids.sort_unstable();
        let twice: Vec<&[&str]> = ids.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert!(twice.is_empty(), "{path}: {twice:?}");
    }
}

fn public(office: &str, at: &str) -> String {
    format!("{at}/{}", office.rsplit('/').next().unwrap_or_default())
}

#[tokio::test]
async fn an_evaluation_becomes_commitments_and_the_money_asks_for_them() {
    let mut cast = cast().await;
    let mut citizen = cast.town.browser();
    // The evaluated body does not evaluate itself, and what is no programme is not evaluated as one.
    let mut fields = vec![
        ("kind", "design_and_execution"),
        ("subject", "0016"),
        ("entity", "E:11-011"),
        ("title", "x"),
        ("year", "2025"),
        ("evaluator", "Ella misma"),
        ("evaluator_entity", "E:11-011"),
    ];
    expect(&cast.mef.post("/oficina/evaluaciones", &fields).await, 422, "no se evalúa a sí misma");
    fields.truncate(5);
    fields[1] = ("subject", "9001");
    expect(&cast.mef.post("/oficina/evaluaciones", &fields).await, 422, "no tiene el programa 9001");

    let path = cast.delivered("2025", "2026-02-02").await;
    let shown = public(&path, "/evaluacion");
    let twice = cast
        .mef
        .upload(&format!("{path}/informe"), &[("delivered_on", "2026-02-03"), ("summary", "x")], &[SHOWN])
        .await;
    expect(&twice, 422, "ya se entregó");
    for (at, words) in [
        ("/evaluaciones?year=2025", "Evaluación de TBC y VIH"),
        ("/evaluaciones?year=2025", "Por evaluar en el año"),
        ("/en/evaluaciones?year=2025", "Evaluation of TB and HIV"),
        (shown.as_str(), "Llega a la mitad"),
        (shown.as_str(), "La entidad la determina"),
        // Five months from 2 February.
        (shown.as_str(), "2 de julio de 2026"),
        (shown.as_str(), "todavía no responde"),
    ] {
        let page = citizen.get(at).await;
        assert!(page.status == 200 && page.text.contains(words), "{at}: no {words:?} in {}", page.text);
        assert!(!page.text.contains('⟦'), "{at}");
    }
    // The response is the head's, once.
    let said = [("stance", "agrees_in_part"), ("text", "Se depurará el padrón")];
    assert_eq!(cast.planner.post(&format!("{path}/respuesta"), &said).await.status, 403);
    assert_eq!(cast.head.post(&format!("{path}/respuesta"), &said).await.status, 303);
    expect(&cast.head.post(&format!("{path}/respuesta"), &said).await, 422, "ya respondió");

    // An empty matrix is not submitted; a line that is due before the report is none; what is drafted is of the office.
    let act = format!("{path}/acto");
    expect(&cast.planner.post(&act, &[("act", "submit")]).await, 422, "al menos un compromiso");
    expect(&cast.line(&path, "2026-02-02").await, 422, "posterior a la entrega");
    assert_eq!(cast.line(&path, "2026-12-31").await.status, 303);
    assert!(!citizen.get(&shown).await.text.contains("Depurar el padrón"));
    expect(&cast.mef.post(&act, &[("act", "validate")]).await, 422, "no se hace donde la matriz está");
    cast.signed(&path, "2026-12-31").await;
    expect(&citizen.get(&shown).await, 200, "Depurar el padrón");
    // It passes from one holder of a post to the next.
    for path in ["/oficina", "/oficina/puesto/e-11-011.planner/entrega"] {
        expect(&cast.planner.get(path).await, 200, &format!(r#"href="{shown}""#));
    }
    expect(&cast.line(&path, "2027-12-31").await, 422, "no se escribe");

    // More money waits for verified evidence.
    expect(&cast.file("120.00").await, 422, "no asignó techo");
    cast.ceiling().await;
    expect(&cast.file("150.01").await, 422, "sobre el techo");
    let request = cast.filed("120.00").await;
    expect(&cast.decide(&request, "grant", "120.00", "").await, 422, "se evalúa antes de otorgarlo");
    assert_eq!(cast.decide(&request, "evaluate", "", "").await.status, 303);
    expect(&cast.decide(&request, "grant", "120.00", "").await, 422, "no tiene evidencia verificada");
    let report = [("commitment", "C1"), ("text", "Se depuró el padrón de tres regiones")];
    expect(&cast.planner.upload(&format!("{path}/avance"), &report, &[]).await, 422, "Adjunte el archivo");
    assert_eq!(cast.planner.upload(&format!("{path}/avance"), &report, &[SHOWN]).await.status, 303);
    expect(&cast.decide(&request, "grant", "120.00", "").await, 422, "no tiene evidencia verificada");
    let digest = base::Digest::of(SHOWN.2).to_string();
    let file = format!("{shown}/archivo/{digest}");
    assert_eq!(citizen.get(&file).await.status, 404, "nobody read it yet");
    assert_eq!(cast.mef.get(&format!("{path}/archivo/{digest}")).await.bytes, SHOWN.2);
    let verdict =
        |verdict: &'static str| [("number", "1"), ("verdict", verdict), ("reason", "El acta lo muestra")];
    assert_eq!(cast.mef.post(&format!("{path}/verificacion"), &verdict("progress")).await.status, 303);
    expect(&cast.mef.post(&format!("{path}/verificacion"), &verdict("refused")).await, 422, "ya se verificó");
    assert_eq!(citizen.get(&file).await.bytes, SHOWN.2);
    expect(&cast.decide(&request, "grant", "120.01", "").await, 422, "más de lo pedido");
    assert_eq!(cast.decide(&request, "grant", "120.00", "").await.status, 303);
    expect(&cast.decide(&request, "grant", "120.00", "").await, 422, "está decidido");
    let asked = public(&request, "/pedido-presupuestal");
    expect(&citizen.get(&asked).await, 200, "Otorgado");
    expect(&citizen.get(&format!("/en{asked}")).await, 200, "Granted");
    // Together with what was granted, the rest is over the ceiling.
    expect(&cast.file("30.01").await, 422, "sobre el techo");
    assert_eq!(cast.file("30.00").await.status, 303);
    are_whole(&mut citizen, &["/evaluaciones", &shown, "/pedidos-presupuestales", &asked]).await;
    let office = ["/oficina/evaluaciones", path.as_str(), "/oficina/pedidos", request.as_str()];
    are_whole(&mut cast.mef, &office).await;
    are_whole(&mut cast.planner, &office).await;
    let mut read = cast.town.state.ctx.db.read().await.unwrap();
    assert_eq!(journal::verify(&mut read, None).await.unwrap(), []);
}

#[tokio::test]
async fn an_unsigned_matrix_blocks_after_its_term_and_an_override_is_public() {
    let mut cast = cast().await;
    let mut citizen = cast.town.browser();
    let path = cast.delivered("2025", "2025-09-01").await;
    let shown = public(&path, "/evaluacion");
    expect(&citizen.get(&shown).await, 200, "Silencio: venció el plazo");
    let overdue = "/alertas?entity=E:11-011&trigger=commitment_overdue";
    expect(&citizen.get(overdue).await, 200, "debía firmarse hasta el 2 de febrero de 2026");
    cast.ceiling().await;
    let request = cast.filed("90.00").await;
    let asked = public(&request, "/pedido-presupuestal");
    expect(&citizen.get(&asked).await, 200, "no se firmó y su plazo venció el 2 de febrero de 2026");
    expect(&cast.decide(&request, "evaluate", "", "").await, 422, "no se firmó");
    // Asked again, or for less, or by another request: the same gate.
    let again = cast.filed("10.00").await;
    expect(&cast.decide(&again, "evaluate", "", "").await, 422, "no se firmó");
    // The head does not sign what nobody validated, nor does a draft that was submitted open anything.
    let texts = [("act", "sign_as_head"), ("document_kind", "signed_matrix")];
    expect(&cast.head.upload(&format!("{path}/acto"), &texts, &[MATRIX]).await, 422, "no se hace donde");
    assert_eq!(cast.line(&path, "2026-12-31").await.status, 303);
    assert_eq!(cast.planner.post(&format!("{path}/acto"), &[("act", "submit")]).await.status, 303);
    expect(&cast.decide(&request, "evaluate", "", "").await, 422, "no se firmó");
    // Passed over by the directorate, for that step alone, and told to everybody.
    assert_eq!(cast.decide(&request, "evaluate", "", "Emergencia sanitaria decretada").await.status, 303);
    expect(&citizen.get(&asked).await, 200, "Emergencia sanitaria decretada");
    expect(&cast.decide(&request, "grant", "90.00", "").await, 422, "no se firmó");
    let csv = citizen.get("/api/v1/budget-request-steps?format=csv").await.text;
    assert!(csv.contains("Emergencia sanitaria decretada") && csv.contains("matrix-overdue"), "{csv}");
    let mut read = cast.town.state.ctx.db.read().await.unwrap();
    let last = journal::last_shown(&mut read).await.unwrap();
    let entry = journal::entry(&mut read, last).await.unwrap().unwrap();
    assert!(entry.leaf.contains("Emergencia sanitaria decretada"), "{}", entry.leaf);
    // Signed late, it opens.
    drop(read);
    assert_eq!(cast.mef.post(&format!("{path}/acto"), &[("act", "validate")]).await.status, 303);
    assert_eq!(cast.head.upload(&format!("{path}/acto"), &texts, &[MATRIX]).await.status, 303);
    assert_eq!(cast.mef.post(&format!("{path}/acto"), &[("act", "sign")]).await.status, 303);
    expect(&cast.decide(&again, "evaluate", "", "Por si acaso").await, 422, "no hay qué pasar por alto");
    assert_eq!(cast.decide(&again, "evaluate", "", "").await.status, 303);
}

#[tokio::test]
async fn nobody_else_opens_a_gate() {
    let mut cast = cast().await;
    let path = cast.delivered("2025", "2026-02-02").await;
    cast.ceiling().await;
    let request = cast.filed("90.00").await;
    let decision = format!("{request}/decision");
    let grant = [("step", "evaluate"), ("reason", "x"), ("override", "x")];
    let posts = [
        ("Otto", "e-11-011.budget-officer", 200),
        ("Cora", "e-19-019.comptroller", 200),
        ("Ceci", "e-01-016.governing-body", 200),
        ("Elsa", "e-09-009.planner", 403),
        ("Sara", "e-01-001.system-administrator", 403),
    ];
    for (name, post, sees) in posts {
        let mut who = cast.town.somebody(name, Some(post)).await;
        assert_eq!(who.get(&request).await.status, sees, "{post}");
        assert_eq!(who.get(&path).await.status, sees, "{post}");
        assert_eq!(who.post(&decision, &grant).await.status, 403, "{post}");
        assert_eq!(who.post("/oficina/topes", &CEILING).await.status, 403, "{post}");
        for act in ["evaluador", "informe", "verificacion"] {
            assert_eq!(who.post(&format!("{path}/{act}"), &[]).await.status, 403, "{post} {act}");
        }
    }
    for who in [&mut cast.planner, &mut cast.head] {
        assert_eq!(who.post(&decision, &grant).await.status, 403);
        assert_eq!(who.post("/oficina/topes", &CEILING).await.status, 403);
    }
    let mut nobody = cast.town.browser();
    assert_eq!(nobody.post(&decision, &grant).await.status, 303);
    // The directorate asks for nothing itself, and one body does not ask in the name of another.
    let mut other = cast.town.somebody("Eva", Some("r-99-461.planner")).await;
    for who in [&mut cast.mef, &mut other] {
        assert_eq!(who.post("/oficina/entidad/E:11-011/pedidos", &[]).await.status, 403);
        assert_eq!(who.post(&format!("{path}/compromiso"), &[]).await.status, 403);
        assert_eq!(who.post(&format!("{path}/avance"), &[]).await.status, 403);
    }
    // A program with a token of whoever may decide decides nothing.
    let token = made(&mut cast.mef, "e-09-009.budget-directorate", "read write").await;
    let refused = Program::new(&cast.town, &token).post(&decision, &grant).await;
    assert_eq!(refused.status, 403, "{}", refused.text);
    for path in [
        "/oficina/evaluaciones/e0",
        "/oficina/pedidos/s0",
        "/oficina/evaluaciones/x",
        "/evaluacion/e0",
        "/pedido-presupuestal/s0",
    ] {
        assert_eq!(cast.mef.get(path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn posts_are_told_of_the_term_of_a_matrix() {
    let mut cast = cast().await;
    cast.delivered("2025", "2026-02-02").await;
    let country = formulation::Country { offset: cast.town.app.frame.country.offset() };
    let mut read = cast.town.state.ctx.db.read().await.unwrap();
    let files = &cast.town.state.ctx.files;
    // Due on 2 July 2026, a Thursday; 29 June is a holiday.
    for (day, kinds) in [
        ("2026-06-29", &[][..]),
        ("2026-07-02", &["case_soon"]),
        ("2026-07-03", &["case_soon", "case_lapsed"]),
    ] {
        let now: jiff::Timestamp = format!("{day}T15:00:00Z").parse().unwrap();
        let columnar = cast.town.state.columnar();
        let owed = office::queries::owed_notices(&mut read, files, columnar, (country, now)).await.unwrap();
        let of_matrix = owed.iter().filter(|one| one.identity.starts_with("matrix/"));
        let mut told: Vec<(&str, &str)> =
            of_matrix.clone().map(|one| (one.post.as_str(), one.kind.as_str())).collect();
        told.sort_unstable();
        let of_planner: Vec<&str> =
            told.iter().filter(|(post, _)| *post == "e-11-011.planner").map(|(_, kind)| *kind).collect();
        let mut kinds = kinds.to_vec();
        kinds.sort_unstable();
        assert_eq!(of_planner, kinds, "{day}: {told:?}");
        let mef = told.iter().any(|(post, _)| *post == "e-09-009.budget-directorate");
        assert_eq!(mef, kinds.contains(&"case_lapsed"), "{day}: {told:?}");
        assert!(of_matrix.clone().all(|one| one.path.starts_with("/oficina/evaluaciones/e")), "{day}");
    }
}
