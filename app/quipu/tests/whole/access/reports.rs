//! A report from its period to its publication, and made again when much has been recorded since; and those who try to get around it.
use std::{fs, process::Command};

use base::Digest;

use super::{
    browser::{Answer, Browser},
    evaluations::are_whole,
    people::Town,
};
use crate::{desk::Desk, sample};

fn expect(answer: &Answer, status: u16, words: &str) {
    assert!(
        answer.status == status && answer.text.contains(words),
        "{} instead of {status}, {words:?}: {}",
        answer.status,
        answer.text
    );
}

const DUTY: &str = "/oficina/informes/financial_execution";

/// Who has a part in it.
struct Cast {
    town: Town,
    officer: Browser,
    directorate: Browser,
}

async fn cast() -> Cast {
    let town = Town::whole().await;
    let officer = town.somebody("Olga", Some("e-09-009.budget-officer")).await;
    let directorate = town.somebody("Mae", Some("e-09-009.budget-directorate")).await;
    Cast { town, officer, directorate }
}

impl Cast {
    /// Freezes a report; the code of its edition.
    async fn prepared(&mut self, duty: &str, fields: &[(&str, &str)]) -> String {
        let sent = self.officer.post(duty, fields).await;
        assert_eq!(sent.status, 303, "{}", sent.text);
        let path = sent.location.split('?').next().unwrap_or_default();
        path.rsplit('/').next().unwrap_or_default().to_owned()
    }

    /// The checksum that the office shows of an edition.
    async fn checksum(&mut self, code: &str) -> String {
        let page = self.directorate.get(&format!("/oficina/informe/{code}?format=json")).await;
        assert_eq!(page.status, 200, "{}", page.text);
        Digest::of(&page.bytes).to_string()
    }

    async fn act(&mut self, code: &str, step: &str) -> Answer {
        let checksum = self.checksum(code).await;
        let fields = [("step", step), ("checksum", checksum.as_str()), ("reason", "Se contó dos veces")];
        self.directorate.post(&format!("/oficina/informe/{code}/acto"), &fields).await
    }

    async fn published(&mut self, code: &str) {
        for step in ["sign", "publish"] {
            let done = self.act(code, step).await;
            assert_eq!(done.status, 303, "{step}: {}", done.text);
        }
    }
}

/// What everybody takes away of an edition: name and bytes.
async fn files(citizen: &mut Browser, code: &str) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for query in [
        "format=json",
        "format=csv",
        "format=csv&table=t-sources",
        "format=xlsx",
        "format=xlsx&table=t-sources",
        "format=pdf",
        "format=pdf&table=t-programmes",
    ] {
        for lang in ["", "/en"] {
            let path = format!("{lang}/informe/{code}?{query}");
            let answer = citizen.get(&path).await;
            assert_eq!(answer.status, 200, "{path}: {}", answer.text);
            found.push((path, answer.bytes));
        }
    }
    found
}

/// A delivery that tells of Tumbes in 2020 anew, with less money than before; and values of an indicator.
fn later(town: &Town) {
    let text = fs::read_to_string(sample::peru().join("sample/budget/pcm_covid_2020_tumbes.csv")).unwrap();
    let head: String = text.lines().take(40).map(|line| format!("{line}\n")).collect();
    town.desk.file("gasto.csv", head);
    town.desk.file("obs.csv", "series,period,territory,value,source\nIDH,2019,PE,0.123,Prueba\n");
    let mut later = town.desk.now.clone();
    later.replace_range(0..10, "2026-03-09");
    for line in [
        format!("import budget {} --source MEF --reason prueba", town.desk.path("gasto.csv")),
        format!("import observations {}", town.desk.path("obs.csv")),
    ] {
        let ran = sample::program(&town.desk.data, &later).args(line.split_whitespace()).output().unwrap();
        let said = String::from_utf8_lossy(&ran.stdout).into_owned();
        assert!(ran.status.success(), "{line}: {said}{}", String::from_utf8_lossy(&ran.stderr));
    }
    // And a pack in which the report has another name, and its source another.
    let pack = town.desk.room.path().join("pack");
    sample::copy(&sample::peru(), &pack);
    let path = pack.join("reports/duties.csv");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(
        &path,
        text.replace("Ejecución financiera", "Gasto").replace("financial execution", "spending"),
    )
    .unwrap();
    let ran = sample::program(&town.desk.data, &later).arg("init").arg(&pack).output().unwrap();
    let said = String::from_utf8_lossy(&ran.stdout).into_owned();
    assert!(ran.status.success() && said.contains("1 changed, 0 gone"), "{said}");
}

#[tokio::test]
async fn a_published_report_is_made_again_byte_for_byte_after_later_data() {
    let mut cast = cast().await;
    let mut citizen = cast.town.browser();
    let code = cast.prepared(DUTY, &[("period", "2020-12")]).await;
    // Nobody but the office sees what is not published.
    assert_eq!(citizen.get(&format!("/informe/{code}")).await.status, 404);
    assert_eq!(citizen.get(&format!("/informe/{code}?format=json")).await.status, 404);
    cast.published(&code).await;
    let page = citizen.get(&format!("/informe/{code}")).await;
    expect(&page, 200, "Total del tesoro");
    let before = files(&mut citizen, &code).await;
    let checksum = Digest::of(&before[0].1).to_string();
    assert!(page.text.contains(&checksum), "the page names what the JSON gives");
    let own = format!("quipu report financial_execution --period 2020-12 --known {}", super::people::NOW);
    assert!(page.text.contains(&own), "{own}");
    let line = "report financial_execution --period 2020-12 --known 2026-03-02T15:00:00Z --format";
    let text = cast.town.desk.says(&format!("{line} json"));
    assert_eq!(Digest::of(text.as_bytes()).to_string(), checksum, "the terminal gives the same");
    let rows = cast.town.desk.says(&format!("{line} csv"));
    assert!(rows.starts_with("part,table,row,column,value\nprogrammes,programmes,1,programme,"), "{rows}");

    let money = |desk: &Desk, known: &str| desk.json(&format!("budget --by programme --year 2020{known}"));
    let Cast { town, .. } = cast;
    later(&town);
    let Town { desk, .. } = town;
    assert_ne!(money(&desk, ""), money(&desk, " --known 2026-03-02"), "the later delivery changed the money");
    // Told by another service, on a later day.
    let town = Town::at(desk, "2026-03-10T15:00:00Z").await;
    let mut reader = town.browser();
    let after = files(&mut reader, &code).await;
    for ((path, before), (_, after)) in before.iter().zip(&after) {
        assert!(before == after, "{path}: {} bytes and {} after", before.len(), after.len());
    }
    assert_eq!(town.desk.says(&format!("{line} json")), text, "a program that kept nothing");
    assert_eq!(town.desk.says(&format!("{line} csv")), rows);
    let verified = town.desk.says(&format!("report verify {code}"));
    assert!(verified.contains(&format!("{code}: the same, {checksum}")), "{verified}");
    let now = town.desk.says("report financial_execution --period 2020-12 --format json");
    assert_ne!(now, text, "frozen today it would say something else");
}

#[tokio::test]
async fn what_is_not_made_again_is_neither_signed_nor_verified() {
    let mut cast = cast().await;
    let code = cast.prepared(DUTY, &[("period", "2020-12")]).await;
    // Somebody with the database in hand writes another checksum beside the journal.
    let forged = Digest::of(b"other").to_string();
    let mut conn = cast.town.state.ctx.db.begin_write().await.unwrap();
    let sql = "UPDATE reports_editions SET checksum = $1 WHERE code = $2";
    db::query(sql).bind(forged.clone()).bind(code.clone()).execute(&mut *conn).await.unwrap();
    conn.commit().await.unwrap();
    let fields = [("step", "sign"), ("checksum", forged.as_str())];
    let refused = cast.directorate.post(&format!("/oficina/informe/{code}/acto"), &fields).await;
    expect(&refused, 422, "Hecho de nuevo da otra suma");
    let ran = cast.town.desk.ends(1, &format!("report verify {code}"));
    assert!(ran.out.contains("DIFFERS"), "{}", ran.all());
}

#[tokio::test]
async fn who_may_do_what_with_a_report() {
    let mut cast = cast().await;
    let mut planner = cast.town.somebody("Ana", Some("e-11-011.planner")).await;
    let mut centre = cast.town.somebody("Ceci", Some("e-01-016.governing-body")).await;
    let mut congress = cast.town.somebody("Cora", Some("e-28-028.congress")).await;
    // Whoever is of another body, and whoever looks on, prepares nothing; another country-wide post is not of the duty.
    for browser in [&mut planner, &mut congress] {
        assert_eq!(browser.post(DUTY, &[("period", "2020-12")]).await.status, 403);
    }
    expect(&centre.post(DUTY, &[("period", "2020-12")]).await, 422, "los puestos de E:09-009");
    for (fields, words) in [
        (vec![("period", "2020")], "no es un periodo"),
        (vec![("period", "<b>")], "no es un periodo"),
        (vec![("period", "2026-03")], "acaba el 31 de marzo de 2026"),
        (vec![("period", "2020-12"), ("known", "2020-12-31")], "después del fin del periodo"),
        (vec![("period", "2020-12"), ("known", "2026-03-03")], "después del fin del periodo"),
        (vec![("period", "2020-12"), ("known", "ayer")], "después del fin del periodo"),
        (vec![("period", "2020-12"), ("reason", "x")], "No hay edición publicada"),
    ] {
        expect(&cast.officer.post(DUTY, &fields).await, 422, words);
    }
    assert_eq!(cast.officer.post("/oficina/informes/poema", &[("period", "2020-12")]).await.status, 404);

    let code = cast.prepared(DUTY, &[("period", "2020-12")]).await;
    let act = format!("/oficina/informe/{code}/acto");
    let checksum = cast.checksum(&code).await;
    let sign = [("step", "sign"), ("checksum", checksum.as_str())];
    // The officer prepared it and does not sign; nor does who is of no part of it.
    assert_eq!(cast.officer.post(&act, &sign).await.status, 403);
    assert_eq!(planner.post(&act, &sign).await.status, 403);
    assert_eq!(planner.get(&format!("/oficina/informe/{code}")).await.status, 403);
    expect(&centre.post(&act, &sign).await, 422, "los puestos de E:09-009");
    expect(&congress.get(&format!("/oficina/informe/{code}")).await, 200, "Preparada");
    assert_eq!(congress.post(&act, &sign).await.status, 403);
    let other = Digest::of(b"other").to_string();
    expect(
        &cast.directorate.post(&act, &[("step", "sign"), ("checksum", &other)]).await,
        422,
        "no es la suma",
    );
    expect(&cast.directorate.post(&act, &[("step", "sign"), ("checksum", "x")]).await, 422, "no es la suma");
    expect(&cast.act(&code, "publish").await, 422, "Se firma antes");
    expect(&cast.act(&code, "withdraw").await, 422, "no está vigente");
    expect(&cast.act(&code, "dance").await, 422, "no está vigente");
    cast.published(&code).await;
    expect(&cast.act(&code, "sign").await, 422, "Ya estaba publicada");

    // What the directorate prepares itself, it does not sign.
    let sent = cast.directorate.post(DUTY, &[("period", "2020-11")]).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    let own = sent.location.split('?').next().unwrap().rsplit('/').next().unwrap().to_owned();
    expect(&cast.act(&own, "sign").await, 422, "Quien la preparó no la firma");
}

#[tokio::test]
async fn a_report_is_corrected_and_withdrawn_in_public() {
    let mut cast = cast().await;
    let mut citizen = cast.town.browser();
    let first = cast.prepared(DUTY, &[("period", "2020-12"), ("known", "")]).await;
    cast.published(&first).await;
    expect(&cast.officer.post(DUTY, &[("period", "2020-12")]).await, 422, "una corregida necesita un motivo");
    let same = [("period", "2020-12"), ("reason", "Por si acaso")];
    expect(&cast.officer.post(DUTY, &same).await, 422, "dice lo mismo");
    expect(&citizen.get("/informes?year=2020").await, 200, &format!("/informe/{first}"));
    expect(&citizen.get(&format!("/informe/{first}?known=2026-03-02T15:00:00Z")).await, 200, "Publicada");
    assert_eq!(citizen.get(&format!("/informe/{first}?known=2026-03-01")).await.status, 404);
    assert_eq!(cast.act(&first, "withdraw").await.status, 303);
    let gone = citizen.get(&format!("/informe/{first}")).await;
    expect(&gone, 200, "fue retirada: Se contó dos veces");
    expect(&gone, 200, "Total del tesoro");
    let second = cast.prepared(DUTY, &[("period", "2020-12")]).await;
    cast.published(&second).await;
    let calendar = citizen.get("/informes?year=2020").await;
    assert!(calendar.text.contains(&format!("/informe/{second}")), "{}", calendar.text);
    are_whole(&mut citizen, &[&format!("/informe/{first}"), &format!("/informe/{second}"), "/informes"])
        .await;
    are_whole(&mut cast.directorate, &[&format!("/oficina/informe/{second}"), "/oficina/informes"]).await;
}

/// Every template over the sample: whole pages in both languages, and paper on which nothing is cut.
#[tokio::test]
async fn every_template_is_a_whole_page_and_nothing_of_it_is_cut_on_paper() {
    let mut cast = cast().await;
    let mut planner = cast.town.somebody("Pia", Some("e-01-016.planner")).await;
    let mut centre = cast.town.somebody("Ceci", Some("e-01-016.governing-body")).await;
    let mut pcm = cast.town.somebody("Paco", Some("e-01-001.planner")).await;
    let mut unit = cast.town.somebody("Uma", Some("e-01-001.delivery-unit")).await;
    let (officer, directorate) = (&mut cast.officer, &mut cast.directorate);
    let all: [(&str, &str, &mut Browser, &mut Browser); 3] = [
        ("financial_execution", "2020-12", officer, directorate),
        ("national_objectives", "2020", &mut planner, &mut centre),
        ("evaluations_summary", "2025", &mut pcm, &mut unit),
    ];
    let mut codes = Vec::new();
    for (duty, period, prepares, signs) in all {
        codes.push(made(duty, period, prepares, signs).await);
    }
    codes.push(made("execution", "2020-S2", &mut cast.officer, &mut cast.directorate).await);
    codes.push(made("indicators", "2020", &mut cast.officer, &mut cast.directorate).await);
    codes.push(made("strategic_management", "2020-S2", &mut planner, &mut centre).await);
    let mut citizen = cast.town.browser();
    for code in &codes {
        are_whole(&mut citizen, &[&format!("/informe/{code}")]).await;
        for lang in ["", "/en"] {
            let url = format!("{lang}/informe/{code}?format=pdf");
            let file = citizen.get(&url).await;
            assert_eq!(file.status, 200, "{url}: {}", file.text);
            nothing_is_cut(&url, &file.bytes);
        }
    }
}

async fn made(duty: &str, period: &str, prepares: &mut Browser, signs: &mut Browser) -> String {
    let sent = prepares.post(&format!("/oficina/informes/{duty}"), &[("period", period)]).await;
    assert_eq!(sent.status, 303, "{duty}: {}", sent.text);
    let code = sent.location.split('?').next().unwrap().rsplit('/').next().unwrap().to_owned();
    let text = signs.get(&format!("/oficina/informe/{code}?format=json")).await;
    let checksum = Digest::of(&text.bytes).to_string();
    for step in ["sign", "publish"] {
        let fields = [("step", step), ("checksum", checksum.as_str())];
        let done = signs.post(&format!("/oficina/informe/{code}/acto"), &fields).await;
        assert_eq!(done.status, 303, "{duty} {step}: {}", done.text);
    }
    code
}

/// Every word of every page lies within the page, and no two words of a line lie on each other.
fn nothing_is_cut(url: &str, bytes: &[u8]) {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("informe.pdf");
    fs::write(&path, bytes).unwrap();
    let read = Command::new("pdftotext").args(["-bbox"]).arg(&path).arg("-").output().unwrap();
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    let text = String::from_utf8(read.stdout).unwrap();
    let number = |line: &str, name: &str| -> f64 {
        let rest = line.split(&format!("{name}=\"")).nth(1).unwrap();
        rest.split('"').next().unwrap().parse().unwrap()
    };
    let (mut wide, mut high, mut words) = (0.0, 0.0, 0_usize);
    let mut before: Option<(f64, f64, f64)> = None;
    for line in text.lines() {
        let line = line.trim();
        if line.starts_with("<page") {
            (wide, high) = (number(line, "width"), number(line, "height"));
            before = None;
        } else if line.starts_with("<word") {
            let (left, right) = (number(line, "xMin"), number(line, "xMax"));
            let (top, bottom) = (number(line, "yMin"), number(line, "yMax"));
            assert!(left >= 10.0 && right <= wide - 10.0, "{url}: off the side: {line}");
            assert!(top >= 5.0 && bottom <= high - 5.0, "{url}: off the page: {line}");
            if let Some((on, _, end)) =
                before.filter(|(on, start, _)| (on - top).abs() < 0.5 && *start < left)
            {
                assert!(left >= end - 1.0, "{url}: at {on} one word lies on another: {line}");
            }
            before = Some((top, left, right));
            words += 1;
        }
    }
    assert!(words > 50, "{url}: only {words} words");
}

#[tokio::test]
async fn the_calendar_says_what_is_owed_and_an_overdue_report_is_an_alert() {
    let cast = cast().await;
    let mut citizen = cast.town.browser();
    let page = citizen.get("/informes?year=2026").await;
    // January: 20 days from its end.
    expect(&page, 200, "20 de febrero de 2026");
    expect(&page, 200, "rule=report.financial_due");
    expect(&page, 200, "Vencido sin publicar");
    let desk = &cast.town.desk;
    let told = desk.json("reports --due --on 2026-02-21");
    let first = &told["reports"][0];
    assert_eq!(
        (first["duty"].as_str(), first["period"].as_str()),
        (Some("financial_execution"), Some("2026-01"))
    );
    assert_eq!((first["due"].as_str(), first["state"].as_str()), (Some("2026-02-20"), Some("overdue")));
    let on_the_day = desk.json("reports --due --on 2026-02-20");
    assert!(
        on_the_day["reports"].as_array().unwrap().iter().all(|one| one["state"] != "overdue"),
        "{on_the_day}"
    );
    let alerts = citizen.get("/alertas?trigger=report_overdue").await;
    expect(&alerts, 200, "Ejecución financiera mensual de los programas presupuestales");
    expect(&alerts, 200, "financial_execution 2026-01");
    desk.refuses(2, "report poem --period 2020", "no report is called");
    desk.refuses(2, "report financial_execution --period 2020", "is no period of financial_execution");
    desk.refuses(2, "report verify e5", "no code of an edition");
    desk.refuses(1, "report verify i5", "there is no edition i5");
    desk.refuses(1, "report financial_execution --period 2026-03", "the period is not over");
}

#[tokio::test]
async fn congress_sees_by_committee_sector_and_region_what_the_treasury_holds() {
    let cast = cast().await;
    let mut citizen = cast.town.browser();
    let pages = [
        "/congreso",
        "/congreso/comision/salud?year=2020",
        "/congreso/sector/11?year=2020",
        "/congreso/region/24?year=2020",
    ];
    are_whole(&mut citizen, &pages).await;
    for path in
        ["/congreso/comision/pesca", "/congreso/sector/77", "/congreso/region/2401", "/congreso/region/PE"]
    {
        assert_eq!(citizen.get(path).await.status, 404, "{path}");
    }
    // A committee of one sector sees what the sector does, and both what coverage says of it, to the céntimo.
    let csv = |text: &str| {
        text.lines().find(|line| line.starts_with("PIM") || line.starts_with("pim")).map(str::to_owned)
    };
    let committee = citizen.get("/congreso/comision/salud?year=2020&table=t-funded&format=csv").await;
    let sector = citizen.get("/congreso/sector/11?year=2020&table=t-funded&format=csv").await;
    let of = csv(&sector.text).unwrap_or_else(|| panic!("{}", sector.text));
    let first = |line: &str| line.split(',').take(5).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(csv(&committee.text).map(|line| first(&line)), Some(first(&of)));
    let coverage = cast.town.desk.json("coverage --by sector --year 2020");
    let text = coverage.to_string();
    let total = &first(&of)[4];
    assert!(text.contains(total.as_str()), "coverage of sector 11 has no {total}: {text}");
    // What is cited answers the same.
    let cite = citizen.get("/congreso/sector/11?year=2020&table=t-funded&format=cite").await;
    expect(&cite, 200, &Digest::of(&sector.bytes).to_string());
}
