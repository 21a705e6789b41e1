//! Where a view stands: the steps to it with the amount at each, the conditions, the questions, the form.
use base::Money;
use web::components::{Filters, Trail};
use web::{Html, Shell, View};

use super::{Asked, Sort, listing, ways};
use crate::{
    domain::Dimension,
    pages::{labels::Labels, links},
    queries::{Exploration, steps},
};

/// The whole, then each condition with what is left after it.
pub fn trail(shell: &Shell, asked: &Asked, found: &Exploration, labels: &Labels) -> Trail {
    let steps = steps(&asked.request.filters);
    let mut trail = Trail::new(&shell.t("budget-trail"));
    let at = asked.measures.iter().position(|m| *m == asked.lead()).unwrap_or(0);
    let amount = |step: usize| {
        if asked.is_across {
            // A sum of several years says nothing beside a comparison of them.
            return Html::default();
        }
        let amount = found.along.get(step).and_then(|amounts| amounts.get(at).copied().flatten());
        let word = Html::text(&listing::measure_short(shell, asked.lead()));
        amount.map_or_else(|| Html::text(&shell.t("budget-none")), |m: Money| shell.money(m).and(&word))
    };
    let whole = match asked.request.year {
        Some(year) => shell.t1("budget-whole-year", "year", year.to_string()),
        None => shell.t("budget-whole"),
    };
    let words = |(dimension, codes): &(Dimension, Vec<String>)| {
        let context = listing::context(asked, &[]);
        let codes: Vec<String> =
            codes.iter().map(|code| condition(shell, labels, *dimension, code, &context)).collect();
        format!("{}: {}", links::dimension(shell, *dimension), codes.join("; "))
    };
    for (taken, text) in std::iter::once(whole).chain(steps.iter().map(words)).enumerate() {
        trail = match steps.get(taken) {
            // A step back lists what the next step was chosen from.
            Some((listed, _)) => {
                let mut view = bare(&shell.view).and("by", listed.code());
                for (dimension, codes) in steps.iter().take(taken) {
                    for code in codes {
                        view = view.and("where", &format!("{dimension}={code}"));
                    }
                }
                trail.step(&view.here(), &text, amount(taken))
            }
            None => trail.here(&text, amount(taken)),
        };
    }
    trail
}

fn condition(
    shell: &Shell,
    labels: &Labels,
    dimension: Dimension,
    code: &str,
    context: &[(Dimension, &str)],
) -> String {
    match code.strip_suffix('*') {
        Some(prefix) => shell.t1("budget-begins", "prefix", prefix),
        None => labels.text(shell, dimension, code, context),
    }
}

/// The view with neither conditions nor listing.
fn bare(view: &View) -> View {
    ["by", "where", "page", "sort", "table"].iter().fold(view.clone(), |view, name| view.without(name))
}

/// A condition in force, and the view without it.
pub struct Chosen {
    pub words: String,
    pub without: String,
    pub page: Option<(String, String)>,
}

pub fn chosen(shell: &Shell, asked: &Asked, labels: &Labels) -> Vec<Chosen> {
    let context = listing::context(asked, &[]);
    let filters = &asked.request.filters;
    let of = |(at, (dimension, code)): (usize, &(Dimension, String))| {
        let mut view = shell.view.without("where").without("page").without("table");
        for (_, (d, c)) in filters.iter().enumerate().filter(|(other, _)| *other != at) {
            view = view.and("where", &format!("{d}={c}"));
        }
        Chosen {
            words: format!(
                "{}: {}",
                links::dimension(shell, *dimension),
                condition(shell, labels, *dimension, code, &context)
            ),
            without: view.here(),
            page: labels.page(shell, *dimension, code),
        }
    };
    let chosen: Vec<Chosen> = filters.iter().enumerate().map(of).collect();
    // A lone condition stands in the steps already, and the step before it is without it.
    if chosen.len() == 1 && chosen.iter().all(|one| one.page.is_none()) { Vec::new() } else { chosen }
}

/// A question, and the listings that answer it.
pub struct Way {
    pub question: String,
    /// Address, word, whether it is what is listed now.
    pub links: Vec<(String, String, bool)>,
}

pub fn questions(shell: &Shell, asked: &Asked) -> Vec<Way> {
    let view = shell.view.without("by").without("page").without("sort").without("table");
    let link = |dimension: Dimension| {
        let mut view = view.and("by", dimension.code());
        if dimension == Dimension::Year {
            // All years, each a row.
            view = view.without("across");
            view.year = None;
        }
        (view.here(), shell.t(&format!("budget-way-{}", dimension.code())), asked.request.by == [dimension])
    };
    let way = |question: &ways::Question| Way {
        question: shell.t(&format!("budget-question-{}", question.key)),
        links: question.ways.iter().flat_map(|way| way.iter().copied()).map(link).collect(),
    };
    ways::QUESTIONS.iter().map(way).collect()
}

/// Any dimensions in any order, a condition by hand, the order of the rows.
pub fn form(shell: &Shell, asked: &Asked) -> Filters {
    let none = || (String::new(), shell.t("budget-by-none"));
    let all = || {
        let listed = Dimension::ALL.iter().filter(|d| !d.is_quantity());
        listed.map(|d| (d.code().to_owned(), links::dimension(shell, *d)))
    };
    let mut form = Filters::new(shell);
    for (at, key) in ["budget-by-first", "budget-by-second", "budget-by-third"].iter().enumerate() {
        let chosen = asked.request.by.get(at).map(|d| d.code());
        form = form.choice("by", &shell.t(key), chosen, [none()].into_iter().chain(all()));
    }
    let sort = match asked.sort {
        Sort::Codes => "code",
        Sort::Measure(measure) => measure.code(),
    };
    let orders = asked.measures.iter().map(|m| (m.code().to_owned(), listing::measure(shell, *m)));
    let orders = [("code".to_owned(), shell.t("budget-sort-code"))].into_iter().chain(orders);
    form.choice("sort", &shell.t("budget-sort"), Some(sort), orders)
        .choice("with", &shell.t("budget-with"), None, [none()].into_iter().chain(all()))
        .text("code", &shell.t("budget-with-code"), None)
}
