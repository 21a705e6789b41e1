//! Files in, refused rows out, and files back.
use sheets::Book;
use testkit::Bench;

use crate::MIGRATIONS;
use crate::actions::import_plan::{Input, Outcome, Refusal, import_plan};
use crate::queries;
use crate::reading::{export, read};

const PLAN: &str = "plan,version,plan_type,title,horizon_from,horizon_to,state,source,sample\n\
                    PEI,1,PEI,Plan,2016,2018,in_force,test,yes\n";
const ELEMENTS: &str = "plan,version,code,kind,parent,hangs_from,title\n\
                        PEI,1,O1,objective,,PESEM/OS1,Objetivo\n\
                        PEI,1,A1,accion,O1,,Acción\n";
const INDICATORS: &str = "plan,version,element,code,name,sense\nPEI,1,O1,I1,Cobertura,ascendente\n";
const TARGETS: &str = "plan,version,indicator,period,territory,value,rationale\n\
                       PEI,1,I1,2016,PE,0.50,por qué\nPEI,1,I1,2018,PE,\"0,9\",\n";

pub async fn import(bench: &Bench, files: &[(&str, &str)], partial: bool) -> Result<Outcome, Refusal> {
    let mut delivered = crate::reading::Delivered::default();
    for (name, text) in files {
        let book = Book::from_bytes(&format!("{name}.csv"), text.as_bytes().to_vec()).unwrap();
        delivered.join(read(&book).unwrap());
    }
    import_plan(&bench.ctx, Input { source: "test".into(), delivered, partial }).await
}

pub const ALL: [(&str, &str); 4] =
    [("plan", PLAN), ("elements", ELEMENTS), ("indicators", INDICATORS), ("targets", TARGETS)];

async fn refused(files: &[(&str, &str)]) -> Vec<String> {
    let bench = Bench::new(&[MIGRATIONS]).await;
    let result = import(&bench, files, false).await;
    assert_eq!(bench.last_seq().await.0, 0, "a refused import leaves no trace");
    match result {
        Err(Refusal::Rows(rows)) => {
            rows.0.iter().map(|r| format!("{}:{} {} {:?}", r.file, r.line, r.column, r.value)).collect()
        }
        other => vec![format!("{other:?}")],
    }
}

#[tokio::test]
async fn rows_are_refused_where_they_stand() {
    let swap =
        |name: &'static str, text: &'static str| ALL.map(|(n, t)| if n == name { (n, text) } else { (n, t) });
    let head = "plan,version,code,kind,parent,hangs_from,title\n";
    let elements = |rows: &str| -> &'static str { Box::leak(format!("{head}{rows}").into_boxed_str()) };
    let two = "PEI,1,O1,objective,,,O\n";
    for (rows, expect) in [
        ("PEI,1,A1,action,O9,,A\n", vec!["elements.csv:3 parent \"A1\""]),
        ("PEI,1,V1,vision,O1,,V\n", vec!["elements.csv:3 parent \"V1\""]),
        ("PEI,1,A1,thing,O1,,A\n", vec!["elements.csv:3 kind \"thing\""]),
        ("PEI,1,A1,action,O1,PESEM,A\n", vec!["elements.csv:3 hangs_from \"PESEM\""]),
        ("PEI,1,A1,action,O1,,\n", vec!["elements.csv:3 title \"\""]),
        ("PEI,2,A1,action,O1,,A\n", vec!["elements.csv:3 version \"PEI@2\""]),
        ("PEI,1,O1,objective,,,Other\n", vec!["elements.csv:3  \"\""]),
        ("PEI,1,A1,action,A1,,A\n", vec!["elements.csv:3 parent \"A1\""]),
    ] {
        assert_eq!(refused(&swap("elements", elements(&format!("{two}{rows}")))).await, expect, "{rows}");
    }
    let targets =
        "plan,version,indicator,period,territory,value\nPEI,1,I1,2016,PE,\"1,234\"\nPEI,1,I9,2016,PE,1\n";
    let expect = ["targets.csv:2 value \"1,234\"", "targets.csv:3 indicator \"I9\""];
    assert_eq!(refused(&swap("targets", targets)).await, expect);
    assert_eq!(refused(&[("plans", PLAN)]).await, ["plans.csv:1  \"plans\""]);
}

#[tokio::test]
async fn partial_takes_the_good_rows_and_closes_nothing() {
    let bench = Bench::new(&[MIGRATIONS]).await;
    import(&bench, &ALL, false).await.unwrap();
    let rows =
        "plan,version,code,kind,parent,hangs_from,title\nPEI,1,A2,action,O1,,B\nPEI,1,A3,action,O9,,C\n";
    let done = import(&bench, &[("plan", PLAN), ("elements", rows)], true).await.unwrap();
    assert_eq!((done.written.added, done.written.closed, done.refused.0.len()), (1, 0, 1));
    bench.verify().await;
}

#[tokio::test]
async fn what_is_exported_is_read_back_as_the_same() {
    let bench = Bench::new(&[MIGRATIONS]).await;
    let first = import(&bench, &ALL, false).await.unwrap();
    assert_eq!((first.written.added, first.versions), (7, 1));
    let on = jiff::civil::date(2016, 1, 1);
    let at = "PEI".parse().unwrap();
    let known = bench.known().await;
    let content = queries::plan(&mut *bench.read().await, known, on, &at).await.unwrap().unwrap();
    let files: Vec<(String, String)> =
        export::export(std::slice::from_ref(&content), export::Tongue::English, str::to_owned)
            .into_iter()
            .map(|form| {
                let mut out = Vec::new();
                sheets::write_csv(&mut out, &form.headers, &form.rows).unwrap();
                (form.name, String::from_utf8(out).unwrap())
            })
            .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(n, t)| (n.as_str(), t.as_str())).collect();
    let again = import(&bench, &files, false).await.unwrap();
    assert_eq!((again.seq, again.written.unchanged), (None, 7));
    let other = Bench::new(&[MIGRATIONS]).await;
    import(&other, &files, false).await.unwrap();
    let known = other.known().await;
    let copy = queries::plan(&mut *other.read().await, known, on, &at).await.unwrap().unwrap();
    assert_eq!(copy, content);
}

#[tokio::test]
async fn the_empty_workbook_is_read_without_a_refusal() {
    let folder = Bench::new(&[MIGRATIONS]).await;
    let path = folder.path().join("form.xlsx");
    sheets::write_xlsx(&path, &export::template(str::to_owned)).unwrap();
    let delivered = read(&Book::open(&[path]).unwrap()).unwrap();
    assert!(delivered.refused.is_empty(), "{}", delivered.refused);
    assert!(delivered.tables.elements && delivered.tables.targets && delivered.plans.is_empty());
}
