//! What imports do with good rows, bad rows and rows they have seen.
use std::fs;

use crate::{desk::Desk, sample};

#[test]
fn init_twice_is_harmless_and_reports_no_change() {
    let desk = Desk::own();
    let entries = desk.says("verify");
    let again = desk.says("init countries/peru --sample");
    for line in again.lines() {
        let none = [
            "0 added",
            "0 files added",
            "plan version(s), unchanged",
            "already delivered",
            "study as before",
            "note:",
        ];
        assert!(none.iter().any(|words| line.contains(words)), "{line}");
        let counts = [" changed", " closed", " gone", " withdrawn"];
        let some = counts.iter().find(|word| line.contains(**word) && !line.contains(&format!(" 0{word}")));
        assert_eq!(some, None, "{line}");
    }
    assert_eq!(desk.says("verify"), entries, "not an entry more");
    let without = desk.says("init countries/peru");
    assert!(!without.contains("delivery"), "{without}");
    assert_eq!(desk.says("verify"), entries, "what the sample brought stays");
}

#[test]
fn init_reports_what_changed() {
    let desk = Desk::own();
    let pack = desk.room.path().join("pack");
    sample::copy(&sample::peru(), &pack);
    let rules = pack.join("law/rules.csv");
    let text = fs::read_to_string(&rules).unwrap();
    fs::write(&rules, text.replacen("status.on_track,90", "status.on_track,95", 1)).unwrap();
    let tree = pack.join("territory/territories.csv");
    let text = fs::read_to_string(&tree).unwrap();
    fs::write(&tree, text.replacen("Zorritos", "Zorritos Nuevo", 1)).unwrap();
    let said = desk.says(&format!("init {}", pack.display()));
    assert!(said.contains("pack: 0 files added, 2 changed, 0 gone"), "{said}");
    assert!(said.contains("territories: 0 added, 1 changed, 0 closed"), "{said}");
    desk.says("verify");
}

fn observations(bad: &str) -> String {
    let good = "IDH,2031,PE,0.8,Prueba\nIDH,2032,PE,0.81,Prueba\n";
    format!("series,period,territory,value,source\n{good}{bad}")
}

#[test]
fn one_bad_row_refuses_the_file_unless_partial_is_said() {
    let desk = Desk::own();
    let before = desk.says("verify");
    desk.file("obs.csv", observations("IDH,2033,PE,many,Prueba\nIDH,MMXX,PE,1,Prueba\n"));
    let line = format!("import observations {}", desk.path("obs.csv"));
    for words in ["obs.csv:4", "value", "many", "obs.csv:5", "MMXX", "--partial"] {
        desk.refuses(1, &line, words);
    }
    assert_eq!(desk.says("verify"), before, "nothing of the file is recorded");
    let partial = desk.ends(1, &format!("{line} --partial"));
    assert!(partial.out.contains("2 added") && partial.out.contains("obs.csv:4"), "{}", partial.all());
    assert_ne!(desk.says("verify"), before);
    let again = desk.ends(1, &format!("{line} --partial"));
    assert!(again.out.contains("0 added, 0 changed, 2 as before"), "{}", again.all());
}

#[test]
fn a_budget_file_with_bad_rows() {
    let desk = Desk::own();
    let text = fs::read_to_string(sample::peru().join("sample/budget/pcm_covid_2020_tumbes.csv")).unwrap();
    let head: String = text.lines().take(40).map(|line| format!("{line}\n")).collect();
    let last = head.lines().last().unwrap();
    let (keys, _) = last.rsplit_once(',').unwrap();
    desk.file("gasto.csv", format!("{head}{keys},mucho\n"));
    let line = format!("import budget {} --source MEF --reason prueba", desk.path("gasto.csv"));
    for words in ["gasto.csv:41", "MONTO_GIRADO", "mucho", "--partial"] {
        desk.refuses(1, &line, words);
    }
    let deliveries = desk.json("deliveries").as_array().unwrap().len();
    let partial = desk.ends(1, &format!("{line} --partial"));
    assert!(
        partial.out.contains("delivery 7, 39 rows") && partial.out.contains("1 rows refused"),
        "{partial:?}"
    );
    assert_eq!(desk.json("deliveries").as_array().unwrap().len(), deliveries + 1);
    desk.says("reconcile");
    desk.says("verify");
}

#[test]
fn a_file_cut_short_is_not_published() {
    let desk = Desk::own();
    let bytes = fs::read(sample::peru().join("sample/budget/pcm_covid_2020_22dep.csv.gz")).unwrap();
    desk.file("pcm_covid_2020_22dep.csv.gz", &bytes[..bytes.len() / 3]);
    let line = format!("import budget {}", desk.path("pcm_covid_2020_22dep.csv.gz"));
    desk.refuses(1, &line, "truncated");
    let text = fs::read_to_string(sample::peru().join("sample/budget/pcm_covid_2020_tumbes.csv")).unwrap();
    let half: String = text.lines().take(300).map(|line| format!("{line}\n")).collect();
    desk.file("pcm_covid_2020_tumbes.csv", half);
    let line = format!("import budget {}", desk.path("pcm_covid_2020_tumbes.csv"));
    desk.refuses(1, &line, "holds less than delivery");
    let given = desk.says(&format!("{line} --reason corrección"));
    assert!(given.contains("delivery 7"), "{given}");
}

#[test]
fn several_files_are_several_deliveries() {
    let desk = Desk::own();
    let folder = sample::peru().join("sample/budget");
    let old = folder.join("ReporteGasto_PERUCOMPRAS_corte_2025-10-24.csv");
    let text = fs::read_to_string(&old).unwrap();
    desk.file("second.csv", text.replacen("0149.", "0150.", 1));
    desk.file("third.csv", "a,b\n");
    let newest = folder.join("ReporteGasto_PERUCOMPRAS_corte_2025-10-29.csv");
    desk.file("fourth.csv", fs::read_to_string(newest).unwrap().replacen("0149.", "0150.", 1));
    let named = ["second.csv", "third.csv", "fourth.csv"].map(|name| desk.path(name)).join(" ");
    let line = format!("import budget {} {named}", old.display());
    let ran = desk.ends(1, &line);
    assert!(ran.out.contains("already delivered, as delivery 1"), "{ran:?}");
    assert!(
        ran.out.contains("fourth.csv: delivery 7"),
        "what one refuses does not hold up the next: {ran:?}"
    );
    for refused in ["second.csv holds less", "third.csv"] {
        assert!(ran.err.contains(refused), "{ran:?}");
    }
}

#[test]
fn a_folder_stands_for_its_files() {
    let desk = Desk::bare();
    let said = desk.says("import plan countries/peru/plans/muestra-pesem-salud --source MINSA");
    assert!(said.contains("1 plan version(s)"), "{said}");
    desk.refuses(2, &format!("import plan {}", desk.room.path().join("none").display()), "there is no file");
}
