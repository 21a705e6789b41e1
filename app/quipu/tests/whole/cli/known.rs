//! `--known`: what was answered before an import is answered after it.
use crate::desk::Desk;

const BEFORE: &str = "2026-03-02T14:00:00Z";

/// Every question that takes `--known`, with its exit code. The last two are judged on the known day, so that
/// another day is another answer.
const QUESTIONS: [(i32, &str); 9] = [
    (0, "budget --by level,programme --measure pim,accrued --format csv"),
    (0, "budget --by year --format json"),
    (0, "coverage --by objective --format json"),
    (0, "coverage --by entity --year 2020"),
    (0, "thread PEDN/OE2 --year 2020 --format json"),
    (0, "status --on 2020-12-31 --explain --format json"),
    (0, "status --on 2020-12-31"),
    (0, "status --format json"),
    (1, "check --format json"),
];

fn answers(desk: &Desk, known: &str) -> Vec<String> {
    QUESTIONS.iter().map(|(code, line)| desk.ends(*code, &format!("{line} --known {known}")).out).collect()
}

/// New facts of every kind, each changing an answer.
pub fn change_everything(desk: &Desk) {
    let tumbes = crate::sample::peru().join("sample/budget/pcm_covid_2020_tumbes.csv");
    let money = std::fs::read_to_string(tumbes).unwrap();
    let last = money.trim_end().strip_suffix(",0,0,0,0,0,0,0").unwrap();
    desk.file("pcm_covid_2020_tumbes.csv", format!("{last},0,100,0,0,0,50,0\n"));
    // Units of the 22 departments are answered by the file that reached the same month last.
    desk.says(&format!("import budget {} --source MEF", desk.path("pcm_covid_2020_tumbes.csv")));
    let plan = "plan,version,code,kind,title\nMUESTRA-PESEM-11,1,OES9,objective,Objetivo nuevo\n";
    desk.file("elements.csv", plan);
    desk.file(
        "claims.csv",
        "element,year_from,year_to,programme,share_percent,basis,claimed_by\n\
         MUESTRA-PESEM-11/OES3,2020,2020,0068,30,rule,Prueba\n",
    );
    let observations = "series,period,territory,value,source\nENDES-ANEMIA-6-35,2020,24,12.3,Prueba\n";
    desk.file("obs.csv", observations);
    let of =
        |kind: &str, name: &str| desk.says(&format!("import {kind} {} --source Prueba", desk.path(name)));
    of("plan", "elements.csv");
    of("attributions", "claims.csv");
    of("observations", "obs.csv");
}

#[test]
fn what_was_known_is_still_answered() {
    let mut desk = Desk::own();
    let before = answers(&desk, BEFORE);
    assert_eq!(before, answers(&desk, "2026-03-02"), "a day is known until its end");
    desk.now = "2026-05-04T15:00:00Z".into();
    change_everything(&desk);
    let after = answers(&desk, BEFORE);
    for ((_, line), (old, new)) in QUESTIONS.iter().zip(before.iter().zip(&after)) {
        assert!(old == new, "{line} --known {BEFORE} answers otherwise after an import");
    }
    assert_eq!(answers(&desk, "2026-05-03")[..7], after[..7], "the day before the import");
    let now = answers(&desk, "2026-05-04");
    for ((_, line), (old, new)) in QUESTIONS.iter().zip(before.iter().zip(&now)) {
        assert!(old != new, "{line}: the imports changed nothing, so this proves nothing");
    }
    desk.says("verify");
}
