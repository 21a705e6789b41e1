//! Prints the demo page, to look at the components: `cargo run -p web --example components -- es > page.html`.
#[allow(dead_code)]
#[path = "../tests/demo/mod.rs"]
mod demo;

use askama::Template;
use web::{Lang, Matter, testing};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let lang = if std::env::args().nth(1).as_deref() == Some("en") { Lang::En } else { Lang::Es };
    let url = std::env::args().nth(2).unwrap_or_else(|| "/objetivo/OE2?year=2020".into());
    let shell = testing::shell(lang, &url, "demo-title", Matter::Mixed, &[demo::MESSAGES])?;
    let page = demo::ObjectivePage::of(shell, "OE2").map_err(|error| error.to_string())?;
    println!("{}", page.render()?);
    Ok(())
}
