//! Acts over a real database: what is kept, what is public, what stays of the office.
use base::Known;
use jiff::civil::{Date, date};
use testkit::Bench;

use super::{books::csv, content, item, score, study, variable};
use crate::{
    actions::{
        Answer, Begin, Imported, Refusal, announce, answer_proposal, drop_item, import_study, propose,
        publish, put_items, put_study,
    },
    domain::{About, Content, Kind, NewProposal, Outcome, Study},
    queries,
    reading::{Delivered, Located, Place},
};

const TODAY: Date = date(2026, 3, 2);

/// Something of every kind that needs nothing from outside.
pub(super) fn whole() -> Content {
    let mut items = vec![
        item(Kind::Component, &[("code", "C"), ("title", "Economía"), ("title_en", "Economy")]),
        item(Kind::Component, &[("code", "C1"), ("parent", "C"), ("title", "Empleo")]),
        item(
            Kind::Trend,
            &[
                ("code", "T1"),
                ("kind", "external_factor"),
                ("direction", "down"),
                ("title", "Precios"),
                ("source", "¶1"),
                ("variables", "V1;V2"),
                ("evidence", "https://example.org/a"),
            ],
        ),
        item(Kind::Expert, &[("code", "E1"), ("expertise", "Economía")]),
        item(Kind::Expert, &[("code", "E2"), ("expertise", "Agua"), ("expertise_en", "Water")]),
        item(
            Kind::Diagnosis,
            &[("variable", "V1"), ("year", "2012"), ("value", "40.5"), ("unit", "%"), ("source", "¶144")],
        ),
        item(
            Kind::Risk,
            &[
                ("code", "R1"),
                ("kind", "opportunity"),
                ("title", "x"),
                ("probability", "2"),
                ("impact", "5"),
                ("variables", "V2"),
            ],
        ),
        item(Kind::State, &[("scenario", "S1"), ("variable", "V1"), ("state", "Sube, y no baja")]),
        item(Kind::Choice, &[("horizon", "2030"), ("scenario", "S1"), ("reason", "r")]),
    ];
    for code in ["S1", "S2"] {
        let fields =
            [("code", code), ("horizon", "2030"), ("title", code), ("narrative", "n"), ("plausibility", "3")];
        items.push(item(Kind::Scenario, &fields));
    }
    items.extend(["V1", "V2", "V3"].map(variable));
    items.extend([score("E1", "V1", "V2", 3), score("E1", "V2", "V1", 0), score("E2", "V1", "V3", 1)]);
    content(items)
}

fn delivered(content: Content) -> Delivered {
    let items = content.into_values().flat_map(std::collections::BTreeMap::into_values);
    let located = |item| Located { place: Place::default(), item };
    Delivered { items: items.map(located).collect(), ..Delivered::default() }
}

async fn bench() -> Bench {
    Bench::new(&[directory::MIGRATIONS, planning::MIGRATIONS, crate::MIGRATIONS]).await
}

async fn begun() -> Bench {
    let bench = bench().await;
    put_study(&bench.ctx, study(), Begin::New).await.unwrap();
    put_items(&bench.ctx, "S", delivered(whole()), TODAY).await.unwrap();
    bench
}

async fn published(bench: &Bench, known: Known) -> Content {
    queries::published(&mut *bench.read().await, known, "S").await.unwrap()
}

#[tokio::test]
async fn what_is_put_in_is_there_and_nothing_of_it_is_public() {
    let bench = begun().await;
    assert_eq!(queries::draft(&mut *bench.read().await, "S").await.unwrap(), whole());
    let shown = journal::last_shown(&mut *bench.read().await).await.unwrap();
    assert_eq!(shown.0, 0, "no act changed what the public is shown");
    assert!(published(&bench, Known::NOW).await.is_empty());
    assert_eq!(put_items(&bench.ctx, "S", delivered(whole()), TODAY).await.unwrap(), 0, "the same again");
    assert!(matches!(put_study(&bench.ctx, study(), Begin::New).await, Err(Refusal::Exists)));
    let other = Study { entity: "E:11-011".parse().unwrap(), ..study() };
    assert!(matches!(put_study(&bench.ctx, other, Begin::Change).await, Err(Refusal::NoStudy)));
    let shorter = Study { horizons: vec![2050], ..study() };
    assert!(matches!(put_study(&bench.ctx, shorter, Begin::Change).await, Err(Refusal::Rows(_))));
    bench.verify().await;
}

#[tokio::test]
async fn all_of_a_delivery_is_kept_or_none_of_it() {
    let bench = begun().await;
    let seq = bench.last_seq().await;
    let refused = |text: &'static str, name: &'static str| {
        let ctx = bench.ctx.clone();
        async move {
            match put_items(&ctx, "S", csv(name, text), TODAY).await {
                Err(Refusal::Rows(rows)) => rows,
                other => panic!("{other:?}"),
            }
        }
    };
    let rows = refused(
        "code,component,title,strategic\nV8,C,Bien,yes\nV9,CX,Mal,yes\nV8,C,Otra vez,no\n",
        "variables.csv",
    )
    .await;
    let told: Vec<(u64, &str)> = rows.iter().map(|row| (row.line, row.column.as_str())).collect();
    assert_eq!(told, [(4, ""), (3, "component")], "twice, and a component that is not there");
    let rows = refused("variable,V1,VX\nV1,,1\n", "matriz-E1.csv").await;
    assert_eq!((rows[0].line, rows[0].column.as_str()), (2, "VX"));
    assert_eq!(bench.last_seq().await, seq, "nothing happened");
    // A matrix speaks for all that the expert said; another expert's scores stay.
    put_items(&bench.ctx, "S", csv("matriz-E1.csv", "variable,V1,V2,V3\nV3,2,,\n"), TODAY).await.unwrap();
    let draft = queries::draft(&mut *bench.read().await, "S").await.unwrap();
    assert_eq!(draft[&Kind::Score].keys().collect::<Vec<_>>(), ["E1/V3/V1", "E2/V1/V3"]);
}

#[tokio::test]
async fn a_row_that_others_name_stays() {
    let bench = begun().await;
    let named = drop_item(&bench.ctx, "S", (Kind::Variable, "V2"), TODAY).await;
    assert!(matches!(named, Err(Refusal::Named(_))), "{named:?}");
    assert!(matches!(drop_item(&bench.ctx, "S", (Kind::Variable, "V7"), TODAY).await, Err(Refusal::NoItem)));
    drop_item(&bench.ctx, "S", (Kind::Risk, "R1"), TODAY).await.unwrap();
    let draft = queries::draft(&mut *bench.read().await, "S").await.unwrap();
    assert!(!draft.contains_key(&Kind::Risk));
    bench.verify().await;
}

#[tokio::test]
async fn a_study_is_published_as_known_on_a_day_and_keeps_what_was_chosen_before() {
    let mut bench = begun().await;
    publish(&bench.ctx, "S", TODAY).await.unwrap();
    let first = bench.known().await;
    assert_eq!(published(&bench, first).await, whole(), "every kind comes back as it was written");
    assert!(matches!(publish(&bench.ctx, "S", TODAY).await, Err(Refusal::Unchanged)));
    bench.advance(jiff::Span::new().days(10));
    let choice = "horizonte,escenario,motivo\n2030,S2,Cambió el contexto\n";
    put_items(&bench.ctx, "S", csv("apuesta.csv", choice), TODAY).await.unwrap();
    let read = |known| {
        let bench = &bench;
        async move { published(bench, known).await[&Kind::Choice]["2030"].text("scenario").to_owned() }
    };
    assert_eq!(read(Known::NOW).await, "S1", "of the office until it is published");
    publish(&bench.ctx, "S", TODAY).await.unwrap();
    assert_eq!((read(first).await, read(bench.known().await).await), ("S1".to_owned(), "S2".to_owned()));
    let former = queries::former_choices(&mut *bench.read().await, Known::NOW, "S").await.unwrap();
    assert_eq!((former.len(), former[0].scenario.as_str(), former[0].horizon), (1, "S1", 2030));
    assert_eq!(queries::former_choices(&mut *bench.read().await, first, "S").await.unwrap(), []);
    bench.verify().await;
}

#[tokio::test]
async fn a_study_without_variables_or_scenarios_is_not_published() {
    let bench = bench().await;
    put_study(&bench.ctx, study(), Begin::New).await.unwrap();
    assert!(matches!(publish(&bench.ctx, "S", TODAY).await, Err(Refusal::Bare)));
    assert!(matches!(publish(&bench.ctx, "T", TODAY).await, Err(Refusal::NoStudy)));
}

#[tokio::test]
async fn studies_do_not_touch_each_other() {
    let bench = begun().await;
    publish(&bench.ctx, "S", TODAY).await.unwrap();
    let other = Study { code: "T".into(), ..study() };
    let done = import_study(&bench.ctx, other.clone(), delivered(whole()), TODAY).await.unwrap();
    assert!(matches!(done, Imported::Published { .. }));
    let again = import_study(&bench.ctx, other.clone(), delivered(whole()), TODAY).await.unwrap();
    assert_eq!(again, Imported::AsBefore);
    let mut less = whole();
    less.remove(&Kind::Risk);
    import_study(&bench.ctx, other, delivered(less.clone()), TODAY).await.unwrap();
    assert_eq!(published(&bench, Known::NOW).await, whole());
    let found = queries::published(&mut *bench.read().await, Known::NOW, "T").await.unwrap();
    assert_eq!(found, less, "what files no longer bring is gone");
    bench.verify().await;
}

fn proposal(text: &str) -> NewProposal {
    NewProposal { study: "S".into(), about: About::Risk, territory: None, text: text.into(), entity: None }
}

const WORDS: &str = "Que se estudie el agua de la costa norte";

#[tokio::test]
async fn a_proposal_is_answered_before_it_is_shown() {
    let bench = begun().await;
    assert!(matches!(propose(&bench.ctx, proposal(WORDS), TODAY).await, Err(Refusal::NoStudy)));
    announce(&bench.ctx, "S", true).await.unwrap();
    assert!(matches!(announce(&bench.ctx, "S", true).await, Err(Refusal::Unchanged)));
    assert!(matches!(propose(&bench.ctx, proposal("corto"), TODAY).await, Err(Refusal::Proposal(_))));
    let nowhere = NewProposal { territory: Some("99".parse().unwrap()), ..proposal(WORDS) };
    assert!(matches!(propose(&bench.ctx, nowhere, TODAY).await, Err(Refusal::NoTerritory)));
    let shown = journal::last_shown(&mut *bench.read().await).await.unwrap();
    let [one, two] =
        [propose(&bench.ctx, proposal(WORDS), TODAY), propose(&bench.ctx, proposal(WORDS), TODAY)];
    let [one, two] = [one.await.unwrap().to_string(), two.await.unwrap().to_string()];
    assert_eq!(journal::last_shown(&mut *bench.read().await).await.unwrap(), shown, "nothing public changed");
    let mut read = bench.read().await;
    for seq in [bench.last_seq().await] {
        let entry = journal::entry(&mut read, seq).await.unwrap().unwrap();
        assert!(!entry.leaf.contains("agua"), "the journal has no words of it: {}", entry.leaf);
    }
    drop(read);
    // An uptake names what was accepted, and nothing else.
    let uptake = |code: &str| csv("acogidas.csv", &format!("propuesta,tipo,elemento\n{code},riesgo,R1\n"));
    assert!(matches!(put_items(&bench.ctx, "S", uptake(&one), TODAY).await, Err(Refusal::Rows(_))));
    let say = |outcome, reason: &str| Answer { outcome, reason: reason.to_owned() };
    let answer = |code: String, answer: Answer| {
        let ctx = bench.ctx.clone();
        async move { answer_proposal(&ctx, "S", &code, &answer).await }
    };
    assert!(matches!(answer(one.clone(), say(Outcome::Accepted, " ")).await, Err(Refusal::Reason)));
    answer(one.clone(), say(Outcome::Accepted, "Se estudia")).await.unwrap();
    assert!(matches!(answer(one.clone(), say(Outcome::Refused, "No")).await, Err(Refusal::Answered)));
    assert!(matches!(answer("P-99".into(), say(Outcome::Refused, "No")).await, Err(Refusal::NoProposal)));
    assert!(matches!(
        answer_proposal(&bench.ctx, "T", &two, &say(Outcome::Refused, "No")).await,
        Err(Refusal::NoProposal)
    ));
    put_items(&bench.ctx, "S", uptake(&one), TODAY).await.unwrap();
    let mut read = bench.read().await;
    assert_eq!(queries::waiting(&mut read, "S").await.unwrap().len(), 1);
    drop(read);
    answer(two.clone(), say(Outcome::Withheld, "Insulta")).await.unwrap();
    let mut read = bench.read().await;
    let answers = queries::answers(&mut read, Known::NOW, "S").await.unwrap();
    let words: Vec<Option<&str>> = answers.iter().map(|answer| answer.words.as_deref()).collect();
    assert_eq!(words, [None, Some(WORDS)], "withheld words are nowhere");
    let kept = db::query("SELECT proposal FROM foresight_words").fetch_all(&mut *read).await.unwrap();
    assert!(kept.is_empty(), "nothing of an answered proposal is kept in the office");
    drop(read);
    announce(&bench.ctx, "S", false).await.unwrap();
    assert!(matches!(propose(&bench.ctx, proposal(WORDS), TODAY).await, Err(Refusal::NotTaking)));
    publish(&bench.ctx, "S", TODAY).await.unwrap();
    bench.verify().await;
}
