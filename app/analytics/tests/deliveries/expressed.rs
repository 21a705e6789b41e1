//! Shares, per head, soles of one year and years side by side, over two years of deliveries: equal byte by byte to
//! what another engine and fractions make of the same files.
use std::fs;

use base::Known;
use budget::{
    domain::{Dimension, Expression, Measure},
    queries::{self, CutRequest, Subject, render},
};
use jiff::civil::{Date, date};
use serde_json::{Value, json};

use super::desk::{Desk, sample};
use super::duckdb::{Chance, asked, first_difference};

const WHOLE: &str = "pcm_covid_2020_22dep.csv.gz";
const PART: &str = "pcm_covid_2020_tumbes.csv";
/// The day of the populations.
const ON: Date = date(2020, 12, 31);

/// A department's file as one of the year before: some lines did not exist yet, and the amounts are others.
fn year_before() -> Vec<u8> {
    let text = fs::read_to_string(sample(PART)).unwrap();
    let mut writer = csv::WriterBuilder::new().quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap().clone();
    writer.write_record(&header).unwrap();
    let amounts: Vec<usize> =
        header.iter().enumerate().filter(|(_, name)| name.starts_with("MONTO_")).map(|(at, _)| at).collect();
    for (n, record) in reader.records().enumerate() {
        let mut fields: Vec<String> = record.unwrap().iter().map(str::to_owned).collect();
        // An executing unit that was not there, and every seventh line.
        if n % 7 == 3 || fields[8] == "940" {
            continue;
        }
        fields[0] = "2019".into();
        for at in &amounts {
            let money: base::Money = fields[*at].parse().unwrap();
            fields[*at] = base::Money::centimos(money.as_centimos() / 3).to_string();
        }
        writer.write_record(&fields).unwrap();
    }
    writer.into_inner().unwrap()
}

struct Question {
    request: CutRequest,
    expression: Expression,
    base: Option<i16>,
    is_across: bool,
}

/// Cuts by dimensions whose figures tell something in each way of showing them.
fn questions() -> Vec<Question> {
    use Dimension::{
        Department, District, Entity, Generic, Level, MetaDepartment, Month, Programme, Province, Sector,
        Source,
    };
    let by = [
        Department,
        District,
        Entity,
        Generic,
        Level,
        MetaDepartment,
        Month,
        Programme,
        Province,
        Sector,
        Source,
    ];
    let filters = [
        (Department, "24"),
        (Department, "15"),
        (Level, "M"),
        (Level, "R"),
        (Programme, "9002"),
        (Programme, "0068"),
        (Source, "1"),
        (Province, "2401"),
        (Sector, "1*"),
        (Generic, "2.3"),
    ];
    let measures = [Measure::Pim, Measure::Accrued, Measure::Paid];
    let ways = [
        Expression::Soles,
        Expression::Share,
        Expression::PerHead,
        Expression::Constant(Some(2019)),
        Expression::Constant(Some(2024)),
    ];
    let mut chance = Chance(2019);
    let mut questions = Vec::new();
    for n in 0..100 {
        let expression = ways[n % ways.len()];
        let is_across = n % 2 == 0 || expression == Expression::Soles;
        let count = chance.below(3);
        let by = chance.some(&by, count + usize::from(is_across && count == 0));
        let count = chance.below(3);
        let filters =
            chance.some(&filters, count).into_iter().map(|(d, code)| (d, code.to_owned())).collect();
        let count = if is_across { 1 } else { 1 + chance.below(3) };
        let measures = chance.some(&measures, count);
        // A listing of one year, a listing of both, or both side by side.
        let base = if let Expression::Constant(base) = expression { base } else { None };
        let request = CutRequest { by, filters, year: None, measures };
        questions.push(Question { request, expression, base, is_across });
    }
    questions
}

fn told(question: &Question) -> Value {
    let request = &question.request;
    let measures: Vec<&str> = request.measures.iter().map(|m| m.code()).collect();
    json!({
        "by": request.by, "filters": request.filters, "measures": measures, "as": question.expression.code(),
        "base": question.base, "across": question.is_across,
    })
}

async fn answered(desk: &Desk, known: Known, question: &Question) -> String {
    let (files, engine) = (&desk.bench.ctx.files, &desk.engine);
    let conn = &mut *desk.bench.read().await;
    let Question { request, expression, is_across, .. } = question;
    let bytes = if *is_across {
        let measure = request.measures[0];
        let found = queries::across_years(conn, files, engine, (known, ON), request, measure, *expression);
        queries::across_csv(&found.await.unwrap().across).unwrap()
    } else {
        let found = queries::expressed(conn, files, engine, (known, ON), request, *expression).await.unwrap();
        render::expressed_csv(&found.expressed).unwrap()
    };
    String::from_utf8(bytes).unwrap()
}

#[tokio::test]
async fn a_hundred_cuts_in_other_words_equal_duckdb() {
    let desk = Desk::new().await;
    desk.load_country().await;
    desk.import(WHOLE).await;
    let before = year_before();
    desk.import_bytes("before.csv", &before).await.unwrap();
    let questions = questions();
    let files = [sample(WHOLE), desk.bench.path().join("before.csv")];
    let cuts: Vec<Value> = questions.iter().map(told).collect();
    let on = ON.to_string();
    let request = json!({ "files": files, "pack": testkit::peru(), "on": on, "cuts": cuts });
    let expected = asked("expressed.py", &request);
    let known = desk.bench.known().await;
    let (mut rows, mut without) = (0, 0);
    for (question, expected) in questions.iter().zip(&expected) {
        let got = answered(&desk, known, question).await;
        let asked = told(question);
        assert!(got == *expected, "{asked}\n{}", first_difference(&got, expected));
        rows += got.lines().count() - 1;
        without += got.lines().filter(|line| line.ends_with(",2019")).count();
    }
    assert_eq!(expected.len(), questions.len());
    assert!(rows > 5_000, "cuts that are mostly empty would prove nothing: {rows} rows");
    assert!(without > 100, "bodies of which one year does not tell: {without}");
}

#[tokio::test]
async fn peers_have_the_money_of_their_own_cut() {
    let desk = Desk::new().await;
    desk.load_country().await;
    desk.import(PART).await;
    let known = desk.bench.known().await;
    let (files, engine) = (&desk.bench.ctx.files, &desk.engine);
    let conn = &mut *desk.bench.read().await;
    let filters =
        vec![(Dimension::Entity, "M:240101-301804".to_owned()), (Dimension::Generic, "2.3".to_owned())];
    let request = CutRequest { filters: filters.clone(), year: Some(2020), ..CutRequest::default() };
    let subject = Subject::of(&filters).unwrap();
    let at = (known, ON);
    let found =
        queries::peers(conn, files, engine, at, &request, &subject, Some("department")).await.unwrap();
    let codes: Vec<&str> = found.rows.iter().map(|row| row.peer.code.as_str()).collect();
    assert_eq!(codes, ["M:240101-301804", "M:240201-301810", "M:240301-301812"]);
    for row in &found.rows {
        let filters = vec![(Dimension::Entity, row.peer.code.clone()), filters[1].clone()];
        let own = CutRequest { filters, measures: vec![Measure::Pim, Measure::Accrued], ..request.clone() };
        let own = queries::cut(conn, files, engine, known, &own).await.unwrap();
        assert_eq!((row.pim, row.accrued), (own.total(Measure::Pim), own.total(Measure::Accrued)), "{row:?}");
        assert!(row.is_told && row.population.is_some(), "{row:?}");
    }
    assert_eq!(found.rows.iter().filter(|row| row.is_asked).count(), 1);
    // By population, most of the cohort has no delivery here: that is said, and is no zero.
    let wide = queries::peers(conn, files, engine, at, &request, &subject, None).await.unwrap();
    assert_eq!(wide.cohort.code, "population");
    assert!(wide.rows.len() > 20, "{}", wide.rows.len());
    let untold: Vec<_> = wide.rows.iter().filter(|row| !row.is_told).collect();
    assert!(untold.len() > 20 && untold.iter().all(|row| row.pim.is_none()), "{}", untold.len());
    let refused = queries::peers(conn, files, engine, at, &request, &subject, Some("sector")).await;
    assert!(matches!(refused, Err(queries::NoPeers::NotIn(_))));
}
