use anyhow::bail;
use budget::domain::Measure;
use jiff::civil::Date;
use monitoring::queries::{
    rules::country_rules,
    thread::{Node, Thread, ThreadRequest, thread as ask},
};
use planning::queries::thread::Step;

use crate::{
    cli::{TableOrJson, ThreadArgs},
    contexts,
    outcome::{Outcome, Usage},
    output,
    state::State,
};

/// The cord of one element: every way up to a vision, and all that hangs below with money and results.
pub async fn thread(state: &State, args: &ThreadArgs) -> anyhow::Result<Outcome> {
    let element = args.objective.parse().map_err(|error| Usage(format!("{}: {error}", args.objective)))?;
    let mut read = state.ctx.db.read().await?;
    let known = state.known(&mut read, args.known.as_deref()).await?;
    let known_on = state.day_of(&mut read, args.known.as_deref()).await?;
    let on = web::judged_on(args.year, known_on);
    let rules = country_rules(&mut read, &state.ctx.files, known, on, known_on).await?;
    let request = ThreadRequest { element, year: args.year, on };
    let found = ask(&mut read, &state.ctx.files, state.columnar(), known, &rules, &request).await?;
    let Some(found) = found else {
        bail!(
            "no element {} is recorded as known then; `quipu check` and the plans page name those that are",
            args.objective
        );
    };
    if args.format == TableOrJson::Json {
        output::json(&found)?;
        return Ok(Outcome::Done);
    }
    print(state, &found)?;
    Ok(Outcome::Done)
}

fn print(state: &State, found: &Thread) -> anyhow::Result<()> {
    let words = Words { texts: contexts::texts()?, lang: state.lang() };
    let year = found.year.map_or_else(|| words.t("thread-all-years"), |year| year.to_string());
    output::print(&format!("{}\n", words.asked(&year, found.on)))?;
    for way in &found.above {
        let steps: Vec<String> = way.iter().map(|step| words.step(step)).collect();
        output::print(&format!("  ↑ {}\n", steps.join("  ↑ ")))?;
    }
    let mut rows = Vec::new();
    words.rows(&found.tree, 0, &mut rows);
    // The tree comes last: its lines are of any length, and no column waits for the longest of them.
    let headers =
        ["thread-pim", "thread-accrued", "thread-percent", "thread-element"].map(|key| words.t(key));
    let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
    output::print(&output::table(&headers, &rows, &[0, 1, 2]))
}

struct Words {
    texts: web::Texts,
    lang: web::Lang,
}

impl Words {
    fn t(&self, key: &str) -> String {
        self.texts.t(self.lang, key, &[])
    }

    fn asked(&self, year: &str, on: Date) -> String {
        self.texts.t(self.lang, "thread-asked", &[("year", year.into()), ("on", on.to_string().into())])
    }

    /// `PEDN@2016/OE2 Oportunidades… [muestra]`.
    fn step(&self, step: &Step) -> String {
        let title = match (self.lang, &step.title_en) {
            (web::Lang::En, Some(title)) => title,
            _ => &step.title,
        };
        let mark = if step.sample { format!(" [{}]", self.t("web-sample")) } else { String::new() };
        format!("{} {title}{mark}", step.element)
    }

    /// One line per element and, under it, how its indicators stand and one line for each of its own.
    fn rows(&self, node: &Node, depth: usize, rows: &mut Vec<Vec<String>>) {
        let indent = "  ".repeat(depth);
        let amount =
            |measure| node.money.as_ref().and_then(|money| money.of(measure)).map(|held| held.total());
        let pim = amount(Measure::Pim);
        let accrued = amount(Measure::Accrued);
        let written = |money: Option<base::Money>| {
            money.map_or_else(|| "–".to_owned(), |money| web::figures::money_exact(self.lang, money))
        };
        let percent = pim.zip(accrued).and_then(|(pim, accrued)| accrued.percent_of(pim));
        let counts = node.tally.iter().filter(|(_, n)| **n > 0);
        let counts =
            counts.map(|(status, n)| format!("{n} {}", self.t(&format!("status-{}", status.as_str()))));
        rows.push(vec![
            written(pim),
            written(accrued),
            percent.map_or_else(|| "–".to_owned(), |p| web::figures::percent(self.lang, p)),
            format!("{indent}{}", self.step(&node.step)),
        ]);
        let mut below = |text: String| {
            let [pim, accrued, percent] = <[String; 3]>::default();
            rows.push(vec![pim, accrued, percent, format!("{indent}  {text}")]);
        };
        let counts = counts.collect::<Vec<_>>().join(", ");
        if !counts.is_empty() {
            below(format!("= {counts}"));
        }
        for standing in &node.indicators {
            let last =
                standing.last.map_or_else(|| "–".to_owned(), |(period, value)| format!("{value} ({period})"));
            let status = self.t(&format!("status-{}", standing.status.as_str()));
            let name = match (self.lang, &standing.name_en) {
                (web::Lang::En, Some(name)) => name,
                _ => &standing.name,
            };
            below(format!("· {name}: {status}, {last}"));
        }
        for child in &node.children {
            self.rows(child, depth + 1, rows);
        }
    }
}
