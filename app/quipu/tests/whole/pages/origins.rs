//! Every page that shows a figure or a fact says where it comes from.
use super::{house::House, statements::addresses};
use crate::{
    cli::known::change_everything,
    desk::Desk,
    sample::{MADE, peru},
};

/// Pages without a foot that names sources, and why.
const EXEMPT: [(&str, &str); 16] = [
    ("/ingresar", "the door tells no fact"),
    ("/clave", "the door tells no fact"),
    ("/visita", "leads through other pages and shows no fact of its own"),
    ("format=cite", "is the citation, with its own address and digest"),
    ("/registro", "is the journal itself"),
    ("/cambios", "names the entry of every change"),
    ("/estado", "is the state of the system, with its last acts"),
    ("/datos", "names tables and columns, no fact of them"),
    ("/entrega", "is a delivery itself, or the list of them"),
    ("/conciliacion", "names the delivery of every sum"),
    ("/consultas", "lists drafts that everybody is asked about; the sample has none"),
    ("/pedidos-presupuestales", "lists requests of money; the sample has none"),
    ("/recomendaciones", "lists what was recommended; the sample has nothing"),
    ("/valoraciones", "lists what was answered to checklists; the sample has none"),
    ("/auditorias", "lists audits; the sample has none"),
    ("/no-existe", "is no page"),
];

/// The foot of a page that says where its facts come from.
fn foot(page: &str) -> Option<&str> {
    let from = page.split("id=\"origen\"").nth(1)?;
    from.split("</section>").next()
}

/// Whether a page names an import: at its foot, or in its table of the deliveries that answer.
fn names_its_sources(page: &str) -> bool {
    let of_money = page.split("id=\"fuentes\"").nth(1).is_some_and(|rest| rest.contains("/entrega/"));
    of_money || foot(page).is_some_and(|foot| foot.contains("/registro/") || foot.contains("/entrega/"))
}

/// Every kind of page in both languages, as known now and at the end of the day of the sample.
fn pages() -> Vec<String> {
    let day = &MADE[..10];
    let known = move |page: &String| {
        let joint = if page.contains('?') { '&' } else { '?' };
        format!("{page}{joint}known={day}")
    };
    let both = |page: String| [format!("/en{page}").replace("/en/?", "/en?"), page];
    addresses().into_iter().flat_map(both).flat_map(|page| [known(&page), page]).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_says_where_its_facts_come_from() {
    let house = House::open().await;
    let is_exempt = |page: &String| EXEMPT.iter().any(|(part, _)| page.contains(part));
    let pages = pages();
    for (part, _) in EXEMPT {
        assert!(pages.iter().any(|page| page.contains(part)), "no page is {part}");
    }
    let asked: Vec<String> = pages.into_iter().filter(|page| !is_exempt(page)).collect();
    assert!(asked.len() > 100, "{}", asked.len());
    let answers = house.ask_all(&asked).await;
    let silent: Vec<&String> = asked
        .iter()
        .zip(&answers)
        .filter(|(_, answer)| answer.status != 200 || !names_its_sources(&answer.text))
        .map(|(page, _)| page)
        .collect();
    assert!(silent.is_empty(), "{} pages of {} name no source: {silent:#?}", silent.len(), asked.len());
}

#[tokio::test]
async fn a_list_names_its_import_with_its_rows_and_a_later_one_only_when_it_is_known() {
    let house = House::open().await;
    // Also bodies that are no more: what stands of an import is more than a day's list.
    let bodies = csv::Reader::from_path(peru().join("entities/entities.csv")).unwrap().into_records().count();
    let count = web::figures::count(web::Lang::Es, i64::try_from(bodies).unwrap());
    let page = house.ask("/entidades").await.text;
    let told = foot(&page).unwrap();
    assert!(told.contains("Se cargaron entidades y unidades ejecutoras</a>: el 2 de marzo"), "{told}");
    assert!(told.contains(&format!("{count} filas de las que esta página usa, ninguna rechazada")), "{told}");
    assert!(told.contains("el 2 de marzo de 2026 (asiento 3)"), "{told}");
    assert!(told.contains("Según las propias filas: MEF, «Presupuesto"), "{told}");

    let mut desk = Desk::own();
    desk.now = "2026-05-04T15:00:00Z".into();
    change_everything(&desk);
    desk.file("obs.csv", "series,period,territory,value,source\nENDES-ANEMIA-6-35,2020,24,12.1,Prueba\n");
    desk.says(&format!("import observations {} --source INEI", desk.path("obs.csv")));
    let house = House::over(&desk.data, &desk.now).await;
    let indicator = "/indicador/MUESTRA-PESEM-11/OES1-I2?year=2020&territory=24";
    let now = house.ask(indicator).await.text;
    let told = foot(&now).unwrap();
    assert!(told.contains("INEI</a>: Se importaron observaciones el 4 de mayo de 2026"), "{told}");
    assert!(told.contains("una fila de las que esta página usa, ninguna rechazada"), "{told}");
    let before = house.ask(&format!("{indicator}&known=2026-03-02")).await.text;
    let told = foot(&before).unwrap();
    assert!(!told.contains("INEI</a>") && !told.contains("mayo"), "{told}");
    assert!(told.contains("Se importaron observaciones el 2 de marzo de 2026"), "{told}");
}

#[tokio::test]
async fn a_page_that_shows_money_says_which_deliveries_it_comes_from() {
    let house = House::open().await;
    let asked: Vec<String> =
        addresses().into_iter().flat_map(|page| [page.clone(), format!("/en{page}")]).collect();
    // The glossary says what PIM is, and shows none.
    let asked: Vec<String> = asked.into_iter().filter(|url| !url.ends_with("/glosario")).collect();
    let answers = house.ask_all(&asked).await;
    let shows_money = |text: &str| text.contains("class=\"q-money\"") || text.contains(">PIM</");
    let pages: Vec<_> = asked.iter().zip(&answers).filter(|(_, answer)| shows_money(&answer.text)).collect();
    assert!(pages.len() > 20, "{}", pages.len());
    let silent: Vec<_> = pages.iter().filter(|(_, answer)| !answer.text.contains("/entrega/")).collect();
    assert!(silent.is_empty(), "{:?}", silent.iter().map(|(url, _)| url).collect::<Vec<_>>());
    let home = house.ask("/?year=2020").await.text;
    assert!(home.contains("filas, ") && home.contains("de ellas con algo reparado"), "{home}");
}
