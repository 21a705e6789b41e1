//! One import of each kind over a small state, each act of it short.
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use tempfile::TempDir;

use super::{
    Told, content,
    moment::{Ending, Moment},
    small,
};
use crate::sample::{copy_house, peru, program};

const NOW: &str = "2026-03-03T14:00:00Z";

pub struct Scene {
    room: TempDir,
    base: Option<PathBuf>,
    arguments: Vec<String>,
    /// Whether it writes files before its acts.
    pub drafts: bool,
}

/// Lines of a file of the country pack.
fn lines(path: &str) -> Vec<String> {
    fs::read_to_string(peru().join(path)).unwrap().lines().map(str::to_owned).collect()
}

impl Scene {
    fn over_the_sample(kind: &str, files: &[(&str, String)]) -> Self {
        let room = TempDir::new().unwrap();
        let mut arguments = vec!["import".to_owned(), kind.to_owned()];
        for (name, text) in files {
            let path = room.path().join(name);
            fs::write(&path, text).unwrap();
            arguments.push(path.display().to_string());
        }
        arguments.extend(["--source", "muestra"].map(str::to_owned));
        Self { room, base: Some(small::state()), arguments, drafts: false }
    }

    pub fn init() -> Self {
        let room = TempDir::new().unwrap();
        let pack = room.path().join("pack");
        small::pack(&pack);
        let arguments = ["init", &pack.display().to_string(), "--sample"].map(str::to_owned).to_vec();
        Self { room, base: None, arguments, drafts: true }
    }

    /// Three deliveries by one command.
    pub fn budget() -> Self {
        let all = lines("sample/budget/pcm_covid_2020_tumbes.csv");
        let part = |rows: &[String]| format!("{}\n{}\n", all[0], rows.join("\n"));
        let files =
            [("a.csv", part(&all[60..100])), ("b.csv", part(&all[100..140])), ("c.csv", part(&all[1..59]))];
        let mut scene = Self::over_the_sample("budget", &files);
        scene.arguments.extend(["--reason", "prueba"].map(str::to_owned));
        scene.drafts = true;
        scene
    }

    /// New words, an element less and a target more.
    pub fn plan() -> Self {
        let folder = "plans/muestra-pesem-salud";
        let text = |name: &str| lines(&format!("{folder}/{name}.csv"));
        let mut targets = text("targets");
        targets.pop();
        let whole = |lines: Vec<String>| lines.join("\n") + "\n";
        Self::over_the_sample(
            "plan",
            &[
                ("plan.csv", whole(text("plan"))),
                ("elements.csv", whole(text("elements")).replace("Reducir", "Bajar")),
                ("indicators.csv", whole(text("indicators")).replace("Mide", "Quiere medir")),
                ("targets.csv", whole(targets)),
            ],
        )
    }

    /// Three tables, three acts.
    pub fn indicators() -> Self {
        let [series, bindings, observations] = small::indicators();
        Self::over_the_sample(
            "indicators",
            &[
                ("series.csv", series.replace("Índice", "El índice")),
                ("bindings.csv", bindings.replace("La serie mide", "Mide la serie")),
                ("observations.csv", observations.replace(",2014,", ",2013,")),
            ],
        )
    }

    /// Values changed, and the same for fifteen years more.
    pub fn observations() -> Self {
        let [_, _, observations] = small::indicators();
        let (header, rows) = observations.split_once('\n').unwrap();
        let years = (2014..2030).map(|year| rows.replace(",2014,", &format!(",{year},")));
        let text = format!("{header}\n{}", years.collect::<String>().replace("INEI", "INEI y otros"));
        Self::over_the_sample("observations", &[("observations.csv", text)])
    }

    pub fn attributions() -> Self {
        let mut claims: Vec<String> = small::claims();
        claims.pop();
        let changed = claims.join("\n").replace(",100,exact", ",90,rule");
        let claim = |n: usize| {
            let commas = |count| ",".repeat(count);
            format!(
                "MUESTRA-POI-2020-11-011/AO{},2020,2020{}{n:04}{}1,rule,MINSA,\n",
                n % 5 + 1,
                commas(6),
                commas(10)
            )
        };
        let text = format!("{changed}\n{}", (1000..1300).map(claim).collect::<String>());
        Self::over_the_sample("attributions", &[("claims.csv", text)])
    }

    pub fn entities() -> Self {
        let [entities, units] = small::register();
        Self::over_the_sample(
            "entities",
            &[
                ("entities.csv", entities.replace("Municipalidad", "Muni")),
                ("units.csv", units.replace("MUNICIPALIDAD", "MUNI")),
            ],
        )
    }

    /// A data folder as it is before the import.
    pub fn fresh(&self) -> PathBuf {
        let data = tempfile::tempdir_in(self.room.path()).unwrap().keep();
        if let Some(base) = &self.base {
            copy_house(base, &data);
        } else {
            fs::remove_dir(&data).unwrap();
            crate::server::begin(&data);
        }
        data
    }

    pub fn command(&self, data: &Path) -> impl Fn() -> Command + use<> {
        let (data, arguments) = (data.to_owned(), self.arguments.clone());
        move || {
            let mut command = program(&data, NOW);
            command.args(&arguments);
            command
        }
    }

    pub fn run(&self, data: &Path) -> Ending {
        Moment::Never.end(&self.command(data), data)
    }

    /// The import undisturbed, and the content of the folder after each of its acts.
    pub async fn told(&self) -> Told {
        let data = self.fresh();
        let first = if self.base.is_some() { content(&data).await.0 } else { 0 };
        let ending = self.run(&data);
        // The quickest of three: a machine that is busy meanwhile does not make every kill come too late.
        let again = [self.fresh(), self.fresh()].map(|data| self.run(&data).said_after);
        let took = again.into_iter().fold(ending.said_after, Ord::min);
        assert!(ending.status.success(), "{ending:?}");
        let db = db::Db::open(crate::server::place(&data)).await.unwrap();
        let mut read = db.read().await.unwrap();
        let last = usize::try_from(journal::last_seq(&mut read).await.unwrap().0).unwrap();
        let mut states = Vec::new();
        for acts in first..=last {
            states.push(crate::state::dump(&mut read, i64::try_from(acts).unwrap()).await.unwrap());
        }
        let mut acts_by_lines = vec![0];
        for line in ending.said.lines() {
            // Units are recorded in the act of their entities; notes belong to the line before.
            let more = usize::from(!line.starts_with("units:") && !line.starts_with(' '));
            acts_by_lines.push(acts_by_lines.last().unwrap() + more);
        }
        assert_eq!(acts_by_lines.last(), Some(&(last - first)), "a line for each act: {}", ending.said);
        assert!(states.windows(2).all(|pair| pair[0] != pair[1]), "every act changes something");
        Told { states, first, acts_by_lines, took }
    }

    /// The source files say what is stored.
    pub fn reconciled(data: &Path) {
        let ran = program(data, NOW).arg("reconcile").output().unwrap();
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stdout));
    }
}

pub fn verified(data: &Path, when: &str) {
    let ran = program(data, NOW).arg("verify").output().unwrap();
    let said = [ran.stdout, ran.stderr].concat();
    assert!(ran.status.success(), "{when}: {}", String::from_utf8_lossy(&said));
}
