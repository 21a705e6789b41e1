//! Files that are cut, rewritten, misspelt: refused with what, where and what to do; or read as they were meant.
use std::{fs, io::Write as _};

use budget::{
    actions::{BudgetFile, Imported, Refusal},
    domain::{Dimension, Measure},
    queries,
};
use flate2::{Compression, write::GzEncoder};

use super::desk::{Desk, money, sample};

fn tumbes() -> String {
    fs::read_to_string(sample("pcm_covid_2020_tumbes.csv")).unwrap()
}

/// Header and the first rows, each on one line.
fn head(rows: usize) -> String {
    tumbes().lines().take(rows + 1).map(|line| format!("{line}\n")).collect()
}

async fn refused(bytes: &[u8]) -> String {
    let desk = Desk::new().await;
    let refusal = desk.import_bytes("gasto.csv", bytes).await.unwrap_err().to_string();
    assert_eq!(desk.bench.last_seq().await.0, 0, "a refused file leaves no entry");
    refusal
}

async fn check(bytes: &[u8], says: &[&str]) {
    let refusal = refused(bytes).await;
    for word in says {
        assert!(refusal.contains(word), "{word:?} is not said: {refusal}");
    }
}

#[tokio::test]
async fn headers_that_differ() {
    let text = head(3);
    check(
        text.replacen("\"MONTO_PIM\"", "\"MONTO_P\"", 1).as_bytes(),
        &["missing: MONTO_PIM", "not known: MONTO_P"],
    )
    .await;
    check(text.replacen("\"MONTO_PIM\"", "\"MONTO_PIA\"", 1).as_bytes(), &["MONTO_PIA", "twice"]).await;
    check(b"a,b,c\n1,2,3\n", &["none of the layouts known", "mef_monthly", "a, b, c"]).await;
    check(b"", &["empty"]).await;
    check(head(0).as_bytes(), &["no row"]).await;
}

#[tokio::test]
async fn rows_that_are_wrong() {
    let row = |from: &str, to: &str| {
        let text = head(1);
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    };
    let last = head(1).lines().nth(1).unwrap().to_owned();
    let (keys, _) = last.rsplit_once(',').unwrap();
    let amount = |text: &str| format!("{}{keys},{text}\n", head(0));
    check(amount("0.005").as_bytes(), &[":2", "MONTO_GIRADO", "0.005", "more than two decimals"]).await;
    check(amount("1e3").as_bytes(), &["MONTO_GIRADO", "not a number"]).await;
    check(amount("99999999999999").as_bytes(), &["larger than any line"]).await;
    check(row("2020,", "20,").as_bytes(), &["ANO_EJE", "fiscal year"]).await;
    check(row("2020,0,", "2020,13,").as_bytes(), &["MES_EJE", "month from 0 to 12"]).await;
    check(format!("{}2020,0,\"E\"\n", head(1)).as_bytes(), &[":3", "columns"]).await;
}

#[tokio::test]
async fn partial_takes_the_good_rows_and_keeps_the_reasons() {
    let desk = Desk::new().await;
    let text = head(3);
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let rest = lines[2].splitn(3, ',').nth(2).unwrap().to_owned();
    lines[2] = format!("2020,x,{rest}");
    let file = desk.file("gasto.csv", lines.join("\n").as_bytes());
    assert!(matches!(desk.hand_in(file.clone()).await, Err(Refusal::Rows { count: 1, .. })));
    let partial = BudgetFile { partial: true, ..file };
    desk.hand_in(partial.clone()).await.unwrap();
    assert_eq!(desk.hand_in(partial).await.unwrap(), Imported::AlreadyDelivered(1));
    let known = desk.bench.known().await;
    let kept = queries::delivery_refused(&mut *desk.bench.read().await, known, 1).await.unwrap();
    assert_eq!((kept[0].line, kept[0].column.as_str(), kept[0].value.as_str()), (3, "MES_EJE", "x"));
    assert!(desk.reconcile().await.differences().next().is_none(), "refused rows are on neither side");
}

#[tokio::test]
async fn files_that_end_too_early() {
    let whole = fs::read(sample("pcm_covid_2020_22dep.csv.gz")).unwrap();
    let refusal = refused(&whole[..whole.len() / 2]).await;
    assert!(refusal.contains("truncated"), "{refusal}");
    let text = tumbes();
    let cut: String = text.chars().take(text.chars().count() / 2).collect();
    assert!(!refused(cut.as_bytes()).await.is_empty());
}

#[tokio::test]
async fn a_rewritten_file_is_not_published() {
    let desk = Desk::new().await;
    let text = tumbes();
    desk.import_bytes("gasto.csv", text.as_bytes()).await.unwrap();
    let before = desk.cut(&[], &[]).await;
    let short: String = text.lines().take(500).map(|line| format!("{line}\n")).collect();
    let refusal = desk.import_bytes("gasto.csv", short.as_bytes()).await.unwrap_err();
    assert!(matches!(refusal, Refusal::Shrunk { before: 1, .. }), "{refusal}");
    assert_eq!(desk.cut(&[], &[]).await, before);
    // Under another name the rows of its units are still fewer.
    let refusal = desk.import_bytes("otro.csv", short.as_bytes()).await.unwrap_err();
    assert!(matches!(refusal, Refusal::Shrunk { .. }), "{refusal}");
    let file = desk.file("gasto.csv", short.as_bytes());
    let reason = Some("el MEF retiró líneas duplicadas".to_owned());
    desk.hand_in(BudgetFile { shrunk_reason: reason.clone(), ..file }).await.unwrap();
    let known = desk.bench.known().await;
    let files = &desk.bench.ctx.files;
    let views = queries::deliveries(&mut *desk.bench.read().await, files, known).await.unwrap();
    assert_eq!(views[1].delivery.shrunk_reason, reason);
}

#[tokio::test]
async fn the_same_rows_in_another_dress() {
    let expect = {
        let desk = Desk::new().await;
        desk.import_bytes("a.csv", tumbes().as_bytes()).await.unwrap();
        desk.cut(&[Dimension::Entity, Dimension::Month], &[]).await
    };
    let latin: Vec<u8> = tumbes().chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
    let mut zipped = GzEncoder::new(Vec::new(), Compression::fast());
    zipped.write_all(tumbes().as_bytes()).unwrap();
    let dresses = [
        ("BOM and CRLF", format!("\u{feff}{}", tumbes().replace('\n', "\r\n")).into_bytes()),
        ("Latin-1", latin),
        ("gzip", zipped.finish().unwrap()),
        ("blanks in headers", tumbes().replacen("\"MES_EJE\"", "\" mes_eje \"", 1).into_bytes()),
    ];
    for (name, bytes) in dresses {
        let desk = Desk::new().await;
        desk.import_bytes("a.csv", &bytes).await.unwrap();
        assert_eq!(desk.cut(&[Dimension::Entity, Dimension::Month], &[]).await, expect, "{name}");
    }
}

#[tokio::test]
async fn decimal_commas_are_read_and_reconciled() {
    let desk = Desk::new().await;
    let text = head(1);
    let (rest, _) = text.trim_end().rsplit_once(',').unwrap();
    desk.import_bytes("a.csv", format!("{rest},\"1.234,56\"\n").as_bytes()).await.unwrap();
    assert_eq!(desk.cut(&[], &[]).await.total(Measure::Paid), money("1234.56"));
    assert!(desk.reconcile().await.differences().next().is_none());
}

#[tokio::test]
async fn a_line_break_inside_quotes_is_part_of_the_name() {
    let desk = Desk::new().await;
    let text = head(2).replacen("\"AGRICULTURA\"", "\"AGRICULTURA\nY RIEGO\"", 1);
    assert_eq!(text.lines().count(), 4);
    assert_eq!(desk.import_bytes("a.csv", text.as_bytes()).await.unwrap().delivery.rows, 2);
}

#[tokio::test]
async fn september_is_spelt_two_ways_and_local_governments_have_no_sector() {
    let source = fs::File::open(sample("derivado_layout_anual_73col_2020_22dep.csv.gz")).unwrap();
    let text = std::io::read_to_string(flate2::read::GzDecoder::new(source)).unwrap();
    const LOCAL: &str = "\"M\",\"GOBIERNOS LOCALES\",\"00\",\"GOBIERNO LOCAL\",\"000\",";
    let rows = text.lines().enumerate().filter(|(at, line)| *at == 0 || line.contains(LOCAL));
    let text: String = rows.take(400).map(|(_, line)| format!("{line}\n")).collect();
    let text = text.replacen("DEVENGADO_SEPTIEMBRE", "DEVENGADO_SETIEMBRE", 1);
    let blank = text.replace(LOCAL, "\"M\",\"GOBIERNOS LOCALES\",\" \",\" \",\" \",");
    let desk = Desk::new().await;
    let receipt = desk.import_bytes("anual.csv", blank.as_bytes()).await.unwrap();
    assert_eq!(receipt.repaired_rows["local_sector"], 399);
    assert_eq!(receipt.repaired_rows["local_pliego"], 399);
    let sectors = desk.cut(&[Dimension::Sector], &[]).await;
    assert_eq!(sectors.rows.len(), 1);
    assert_eq!(sectors.rows[0].codes, ["00"]);
    assert_ne!(sectors.total(Measure::Pim), money("0"));
}
