//! A part of the country pack small enough to be loaded in a moment: one department, one ministry.
use std::{collections::BTreeSet, fs, path::Path};

use crate::sample::{MADE, copy, kept, peru, program};

/// The header and the rows for which `keep` says yes.
fn part(path: &str, keep: impl Fn(&str) -> bool) -> String {
    let text = fs::read_to_string(peru().join(path)).unwrap();
    let (header, rows) = text.split_once('\n').unwrap();
    let rows: String = rows.lines().filter(|row| keep(row)).map(|row| format!("{row}\n")).collect();
    format!("{header}\n{rows}")
}

fn cell(row: &str, column: usize) -> &str {
    row.split(',').nth(column).unwrap_or_default()
}

fn is_near(territory: &str) -> bool {
    territory == "PE" || territory.len() == 2 || territory.starts_with("24") || territory.starts_with("1501")
}

/// Entities and executing units.
pub fn register() -> [String; 2] {
    let national = |code: &str| {
        ["X:estado-peruano", "S:01", "S:11", "S:99", "E:01-016", "E:01-001", "E:11-011", "R:99-461"]
            .contains(&code)
    };
    let entities = part("entities/entities.csv", |row| national(cell(row, 0)) || row.starts_with("M:24"));
    let known: BTreeSet<String> = entities.lines().map(|row| cell(row, 0).to_owned()).collect();
    let text = part("entities/executing_units.csv", |row| {
        known.iter().any(|code| row.contains(&format!(",{code},"))) && !row.contains('"')
    });
    let units = part("entities/executing_units.csv", |row| text.contains(row) && is_near(cell(row, 4)));
    [entities, units]
}

/// Series, bindings and observations.
pub fn indicators() -> [String; 3] {
    let few = |code: &str| ["IDH", "ODS-2.2.1", "CEPLAN-POBREZA"].contains(&code);
    [
        part("indicators/series.csv", |row| few(cell(row, 0))),
        part("indicators/bindings.csv", |row| few(cell(row, 1))),
        part("indicators/observations.csv", |row| {
            few(cell(row, 0)) && is_near(cell(row, 3)) && row.contains(",2014,")
        }),
    ]
}

/// Claims of the ministry's operational plan, header first.
pub fn claims() -> Vec<String> {
    let text = part("attributions/muestra.csv", |row| row.starts_with("MUESTRA-POI-2020-11-011"));
    text.lines().map(str::to_owned).collect()
}

pub fn pack(folder: &Path) {
    let write = |path: &str, text: &str| {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    for whole in ["law", "planning", "procedures", "budget/layouts", "plans/pedn"] {
        copy(&peru().join(whole), &folder.join(whole));
    }
    for plan in ["pesem-salud", "pei-minsa", "poi-2020-minsa"] {
        let plan = format!("plans/muestra-{plan}");
        copy(&peru().join(&plan), &folder.join(&plan));
    }
    for file in [
        "country.toml",
        "budget/dimensions.csv",
        "budget/repairs.csv",
        "budget/programmes.csv",
        "entities/kinds.csv",
    ] {
        write(file, &fs::read_to_string(peru().join(file)).unwrap());
    }
    for long in
        ["budget/expenditure.csv", "budget/functional.csv", "budget/products.csv", "budget/sources.csv"]
    {
        write(long, &part(long, |_| true));
    }
    write("territory/territories.csv", &part("territory/territories.csv", |row| is_near(cell(row, 0))));
    let [entities, units] = register();
    write("entities/entities.csv", &entities);
    write("entities/executing_units.csv", &units);
    let [series, bindings, observations] = indicators();
    write("indicators/series.csv", &series);
    write("indicators/bindings.csv", &bindings);
    write("indicators/observations.csv", &observations);
    write("attributions/muestra.csv", &(claims().join("\n") + "\n"));
    let budget = fs::read_to_string(peru().join("sample/budget/pcm_covid_2020_tumbes.csv")).unwrap();
    let rows: String = budget.lines().take(60).map(|line| format!("{line}\n")).collect();
    write("sample/budget/pcm_covid_2020_tumbes.csv", &rows);
}

/// The state after `init --sample` of the small pack.
pub fn state() -> std::path::PathBuf {
    kept("small", |data| {
        let folder = tempfile::tempdir().unwrap();
        pack(folder.path());
        program(data, MADE).arg("init").arg(folder.path()).arg("--sample").output().unwrap()
    })
}
