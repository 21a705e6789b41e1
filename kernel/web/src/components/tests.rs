#![allow(clippy::unwrap_used)]
use base::Money;

use super::*;
use crate::{Html, Lang, Matter, Shell, testing};

fn shell(url: &str) -> Shell {
    testing::shell(Lang::Es, url, "web-home", Matter::Real, &[]).unwrap()
}

fn attributes<'p>(page: &'p str, start: &str) -> Vec<&'p str> {
    page.split(start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn text_never_becomes_markup() {
    let evil = "<script>\"'&";
    let shell = shell("/x");
    let mut table = Table::new("t", evil, vec![Column::text(evil).meaning(evil), Column::number(evil)]);
    table.push(vec![Cell::link(evil, evil), Cell::text(evil)]);
    let parts = [
        table.to_string(),
        Node::new(evil, evil).mark(evil).body(evil).child(Node::new(evil, evil)).to_string(),
        Facts::default().with(evil, evil).to_string(),
        Notice::new(&shell, NoticeKind::Done, evil).to_string(),
        Filters::new(&shell).text("q", evil, Some(evil)).choice("c", evil, None, [(evil, evil)]).to_string(),
        Trail::new(evil).step(evil, evil, evil).here(evil, evil).to_string(),
        Shares::new().part(&shell, evil, 5.0, evil).to_string(),
        tag(Tone::Good, evil).to_string(),
        bar(5.0, evil).to_string(),
        source_link(&shell, evil, evil).to_string(),
        empty(evil).to_string(),
        Html::text(evil).to_string(),
    ];
    for part in parts {
        assert!(part.contains("&#60;script") || part.contains("&lt;script"), "{part}");
        assert!(!part.contains("<script") && !part.contains("\"'&\""), "{part}");
    }
}

#[test]
fn words_stand_where_rows_would_and_in_no_file() {
    let shell = shell("/x");
    let mut table = Table::new("t", "t", vec![Column::text("a"), Column::number("b")]);
    table.note(Html::text("before"));
    table.push(vec![Cell::text("row"), Cell::text("1")]);
    table.note(Html::text("after <"));
    table.note(Html::text("last"));
    let page = table.to_string();
    let at = |text: &str| page.find(text).unwrap();
    assert!(at("before") < at(">row<") && at(">row<") < at("after &") && at("after") < at("last"), "{page}");
    assert!(at("last") < at("</tbody>"), "{page}");
    assert_eq!(page.matches("<td class=\"govuk-table__cell\" colspan=\"2\">").count(), 3, "{page}");
    let csv = table.to_csv(&shell);
    assert_eq!(csv.to_text().unwrap().trim_start_matches('\u{feff}'), "a,b\r\nrow,1\r\n");
}

#[test]
fn a_filter_keeps_the_view_and_starts_from_the_first_page() {
    let shell = shell("/presupuesto?by=entity&page=7&where=source%3D1&year=2020&known=2021-01-01&format=csv");
    let form =
        Filters::new(&shell).choice("by", "Ver por", Some("source"), [("entity", "E"), ("source", "F")]);
    let form = form.to_string();
    assert_eq!(attributes(&form, "type=\"hidden\" name=\""), ["where", "year", "known"]);
    assert_eq!(attributes(&form, "action=\""), ["/presupuesto"]);
    assert!(form.contains("value=\"source\" selected"), "{form}");
}

fn check_pages(url: &str, total: usize, expect: &str) {
    let shell = shell(url);
    let got = Pages::of(&shell.view, 20).map_or("refused".into(), |pages| {
        let links = pages.links(&shell, total).to_string();
        format!("{} {}", pages.offset(), attributes(&links, "href=\"").join(" "))
    });
    assert_eq!(got.trim(), expect, "for {url} of {total}");
}

#[test]
fn long_lists_lead_on_and_back() {
    check_pages("/x", 20, "0");
    check_pages("/x?q=a", 21, "0 /x?q=a&#38;page=2");
    check_pages("/x?page=2", 41, "20 /x /x?page=3");
    check_pages("/x?page=3", 41, "40 /x?page=2");
    check_pages("/x?page=900", 41, "17980 /x?page=3");
    check_pages("/x?q=a&page=2", 20, "20 /x?q=a");
    check_pages("/x?page=2", 0, "20 /x");
    check_pages("/x?page=0", 41, "refused");
    check_pages("/x?page=-1", 41, "refused");
    check_pages("/x?page=99999999999999999999", 41, "refused");
}

#[test]
fn a_page_after_the_last_says_so() {
    let check = |url: &str, total: usize, expect: bool| {
        let shell = shell(url);
        let links = Pages::of(&shell.view, 20).unwrap().links(&shell, total).to_string();
        assert_eq!(links.contains("no hay página"), expect, "{url} of {total}: {links}");
    };
    check("/x?page=3", 41, false);
    check("/x?page=4", 41, true);
    check("/x?page=2", 20, true);
    check("/x", 0, false);
}

#[test]
fn a_stacked_table_names_each_value() {
    let columns = vec![Column::text("Regla"), Column::text("Base \"legal\"")];
    let mut table = Table::new("t", "T", columns);
    table.push(vec![Cell::text("a"), Cell::text("b")]);
    assert!(!table.to_string().contains("data-label"));
    let table = table.stacked().to_string();
    assert_eq!(attributes(&table, "data-label=\""), ["Base &#34;legal&#34;"]);
}

#[test]
fn parts_never_exceed_the_whole_bar() {
    let shell = shell("/x");
    let shares = Shares::new()
        .part(&shell, "a", 60.0, "")
        .part(&shell, "b", 70.0, "")
        .part(&shell, "c", -5.0, "")
        .part(&shell, "d", f64::NAN, "")
        .to_string();
    let bar = shares.split("</svg>").next().unwrap();
    assert_eq!(attributes(bar, "width=\""), ["60", "40", "0", "0"]);
    assert!(shares.contains("(70,0\u{a0}%)") && shares.contains("(−5,0\u{a0}%)"), "{shares}");
}

#[test]
fn bars_hold_any_number() {
    for (percent, length) in [(50.0, "h50.0v8"), (250.0, "h100.0v8"), (-3.0, "h0.0v8"), (f64::NAN, "h0.0v8")]
    {
        assert!(bar(percent, "x").to_string().contains(length), "for {percent}");
    }
}

#[test]
fn a_table_is_exact_in_its_file() {
    let shell = shell("/x?format=csv");
    let mut table =
        Table::new("t", "T", vec![Column::text("Código"), Column::number("PIM"), Column::number("%")])
            .with_total(vec![Cell::text("Total"), Cell::money(&shell, Money::centimos(1)), Cell::default()]);
    table.push(vec![
        Cell::text("001"),
        Cell::money(&shell, Money::centimos(-123_456_789)),
        Cell::percent(&shell, None),
    ]);
    assert!(table.to_string().contains("−1\u{a0}234\u{a0}567,89"));
    let text = table.to_csv(&shell).to_text().unwrap();
    assert_eq!(text, "\u{feff}Código,PIM,%\r\n001,-1234567.89,\r\n");
}
