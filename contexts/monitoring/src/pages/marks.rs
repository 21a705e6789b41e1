//! Marks and words that several pages of the room show alike: statuses, money of an element, addresses.
use std::collections::BTreeMap;

use base::Money;
use budget::domain::{Measure, attribution::Held};
use budget::queries::HeldMoney;
use journal::Rows;
use web::components::{Cell, Tone, bar, tag};
use web::{Arg, Html, Lang, Shell};

use crate::domain::Status;

/// What brought elements of plans (`PLAN@VERSION/CODE`) and the claims on money that they make.
pub fn origin<'a>(elements: impl IntoIterator<Item = &'a str>) -> Vec<Rows> {
    let plans = elements.into_iter().filter_map(|element| element.split(['@', '/']).next());
    [planning::queries::origin::plans_of(plans), budget::queries::origin::claims()].concat()
}

/// How a status is to be taken: four judge a result, the others are nobody's failure but for data owed.
pub const fn tone(status: Status) -> Tone {
    match status {
        Status::Achieved => Tone::Done,
        Status::OnTrack => Tone::Good,
        Status::Behind => Tone::Behind,
        Status::OffTrack => Tone::Bad,
        Status::NotDue | Status::Overdue => Tone::Waiting,
        Status::NoMethod
        | Status::NoTarget
        | Status::NotComparable
        | Status::FrozenBySource
        | Status::NotAvailable => Tone::Unknown,
    }
}

pub fn status_word(shell: &Shell, status: Status) -> String {
    shell.t(&format!("status-{}", status.as_str()))
}

/// Word, shape and colour.
pub fn status(shell: &Shell, status: Status) -> Html {
    tag(tone(status), &status_word(shell, status))
}

/// How many stand how, as marks; statuses of none are left out.
pub fn tally(shell: &Shell, counts: &BTreeMap<Status, usize>) -> Vec<Html> {
    let some = counts.iter().filter(|(_, count)| **count > 0);
    some.map(|(status, count)| tag(tone(*status), &counted(shell, *status, *count))).collect()
}

/// The same where room is short: what judges a result one by one, and all that cannot be judged as one.
pub fn tally_short(shell: &Shell, counts: &BTreeMap<Status, usize>) -> Vec<Html> {
    let judged = counts.iter().filter(|(status, _)| status.judges()).map(|(s, n)| (*s, *n)).collect();
    let unjudged: usize = counts.iter().filter(|(status, _)| !status.judges()).map(|(_, n)| n).sum();
    let rest = format!("{}: {}", shell.t("monitoring-unjudged"), shell.count(unjudged));
    let mut marks = tally(shell, &judged);
    marks.extend((unjudged > 0).then(|| tag(Tone::Waiting, &rest)));
    marks
}

/// The same in words, for files and descriptions: `Logrado: 5; Rezagado: 2`.
pub fn tally_words(shell: &Shell, counts: &BTreeMap<Status, usize>) -> String {
    let some = counts.iter().filter(|(_, count)| **count > 0);
    some.map(|(status, count)| counted(shell, *status, *count)).collect::<Vec<_>>().join("; ")
}

fn counted(shell: &Shell, status: Status, count: usize) -> String {
    format!("{}: {}", status_word(shell, status), shell.count(count))
}

/// What is written in Spanish, or its translation where there is one and English is read.
pub fn said<'a>(lang: Lang, text: &'a str, in_english: Option<&'a str>) -> &'a str {
    match lang {
        Lang::Es => text,
        Lang::En => in_english.unwrap_or(text),
    }
}

/// PIM and accrued of an element with all below it; absent where nothing claims money.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Amounts {
    pub pim: Option<Held>,
    pub accrued: Option<Held>,
}

impl Amounts {
    pub fn of(money: Option<&HeldMoney>) -> Self {
        let of = |measure| money.and_then(|money| money.of(measure));
        Self { pim: of(Measure::Pim), accrued: of(Measure::Accrued) }
    }

    pub fn pim_total(&self) -> Option<Money> {
        self.pim.map(|held| held.total())
    }

    pub fn accrued_total(&self) -> Option<Money> {
        self.accrued.map(|held| held.total())
    }

    /// Accrued of PIM: what officials call Avance %.
    pub fn percent(&self) -> Option<f64> {
        self.accrued_total()?.percent_of(self.pim_total()?)
    }

    /// Rounded PIM and its progress, for a line of the thread; says so where there is no money.
    pub fn marks(&self, shell: &Shell) -> Vec<Html> {
        let Some(pim) = self.pim_total() else { return Vec::new() };
        vec![shell.money(pim), self.bar(shell)]
    }

    /// The progress as a bar with its value; nothing where there is no money to progress with.
    pub fn bar(&self, shell: &Shell) -> Html {
        self.percent().map_or_else(Html::default, |percent| bar(percent, &shell.percent(percent)))
    }

    /// PIM, Devengado and Avance % as cells of a table.
    pub fn cells(&self, shell: &Shell) -> [Cell; 3] {
        let money =
            |amount: Option<Money>| amount.map_or_else(Cell::default, |amount| Cell::money(shell, amount));
        [money(self.pim_total()), money(self.accrued_total()), Cell::percent(shell, self.percent())]
    }

    /// What to know of the PIM: that part of it is shared or rests on an estimate, that more was claimed
    /// than there is. Nothing where all of it is claimed plainly.
    pub fn doubts(&self, shell: &Shell) -> Vec<String> {
        let Some(held) = self.pim else { return Vec::new() };
        let doubts = [
            ("monitoring-money-shared", held.shared),
            ("monitoring-money-estimated", held.estimated),
            ("monitoring-money-over-claimed", held.over_claimed),
        ];
        let some = doubts.into_iter().filter(|(_, amount)| !amount.is_zero());
        some.map(|(key, amount)| shell.t1(key, "amount", shell.money_text(amount))).collect()
    }
}

/// An address with parameters after those of the view that it keeps.
pub fn with_parameters(href: &str, parameters: &[(&str, &str)]) -> String {
    let own: Vec<String> = parameters
        .iter()
        .map(|(name, value)| format!("{}={}", web::encode(name), web::encode(value)))
        .collect();
    let joint = if href.contains('?') { '&' } else { '?' };
    if own.is_empty() { href.to_owned() } else { format!("{href}{joint}{}", own.join("&")) }
}

/// `PLAN@VERSION/CODE` as the two parts of an address.
fn parts(reference: &str) -> (&str, &str) {
    reference.split_once('/').unwrap_or((reference, ""))
}

pub fn element_href(shell: &Shell, reference: &str) -> String {
    let (plan, code) = parts(reference);
    shell.view.link_to(&["objetivo", plan, code])
}

pub fn indicator_href(shell: &Shell, reference: &str) -> String {
    let (plan, code) = parts(reference);
    shell.view.link_to(&["indicador", plan, code])
}

pub fn plan_href(shell: &Shell, reference: &str) -> String {
    shell.view.link_to(&["plan", parts(reference).0])
}

pub fn entity_href(shell: &Shell, code: &str) -> String {
    shell.view.link_to(&["entidad", code])
}

pub fn territory_href(shell: &Shell, code: &str) -> String {
    shell.view.link_to(&["territorio", code])
}

/// The name of an element's kind: `objetivo`.
pub fn kind(shell: &Shell, kind: &str) -> String {
    shell.t(&format!("planning-kind-{kind}"))
}

pub fn link(href: &str, text: &str) -> Html {
    Cell::link(href, text).shown
}

/// A mark that leads somewhere.
pub fn linked(href: &str, mark: &Html) -> Html {
    #[derive(askama::Template)]
    #[template(ext = "html", source = r#"<a class="q-tag-link" href="{{ href }}">{{ mark }}</a>"#)]
    struct Linked<'a> {
        href: &'a str,
        mark: &'a Html,
    }
    Html::of(&Linked { href, mark })
}

/// The mark of a sample beside a name; nothing beside what is real.
pub fn sample(shell: &Shell, is_sample: bool) -> Html {
    if is_sample { shell.sample_mark() } else { Html::default() }
}

/// A message with a number: `412 indicadores`.
pub fn count(shell: &Shell, key: &str, n: usize) -> String {
    shell.t1(key, "n", Arg::from(n))
}

#[cfg(test)]
mod tests {
    use web::Matter;

    use super::*;
    use crate::pages::testing::shell;

    #[test]
    fn money_says_what_to_doubt_of_it() {
        let shell = shell(Lang::Es, "/", Matter::Real);
        let held = |claimed, shared, over, estimated| Held {
            claimed: Money::centimos(claimed),
            shared: Money::centimos(shared),
            over_claimed: Money::centimos(over),
            estimated: Money::centimos(estimated),
        };
        let check = |pim, expect: usize| {
            assert_eq!(Amounts { pim, accrued: None }.doubts(&shell).len(), expect, "{pim:?}");
        };
        check(None, 0);
        check(Some(held(100, 0, 0, 0)), 0);
        check(Some(held(100, 50, 0, 0)), 1);
        check(Some(held(100, 50, 7, 30)), 3);
    }

    #[test]
    fn progress_is_accrued_of_pim_and_absent_without_pim() {
        let held = |claimed| Some(Held { claimed: Money::centimos(claimed), ..Held::default() });
        let check = |pim, accrued, expect| assert_eq!(Amounts { pim, accrued }.percent(), expect);
        check(held(200), held(50), Some(25.0));
        check(held(0), held(50), None);
        check(None, None, None);
        check(held(-200), held(50), Some(-25.0));
    }

    #[test]
    fn parameters_follow_those_of_the_view() {
        let check = |href, expect: &str| {
            let asked = [("where", "programme=1001"), ("by", "entity")];
            assert_eq!(with_parameters(href, &asked), expect);
        };
        check("/presupuesto", "/presupuesto?where=programme%3D1001&by=entity");
        check("/presupuesto?year=2020", "/presupuesto?year=2020&where=programme%3D1001&by=entity");
    }

    #[test]
    fn only_what_stands_is_counted_in_words() {
        let counts: BTreeMap<Status, usize> =
            [(Status::Achieved, 2), (Status::Behind, 0), (Status::Overdue, 1)].into();
        let shell = shell(Lang::Es, "/", Matter::Real);
        assert_eq!(tally_words(&shell, &counts), "Logrado: 2; Dato vencido: 1");
        assert_eq!(tally(&shell, &counts).len(), 2);
    }

    #[test]
    fn where_room_is_short_what_cannot_be_judged_is_one_mark() {
        let shell = shell(Lang::Es, "/", Matter::Real);
        let check = |counts: &[(Status, usize)], expect: &[&str]| {
            let marks = tally_short(&shell, &counts.iter().copied().collect());
            assert_eq!(marks.len(), expect.len());
            for (mark, words) in marks.iter().zip(expect) {
                assert!(mark.to_string().contains(words), "{mark}");
            }
        };
        check(&[], &[]);
        check(&[(Status::Achieved, 0), (Status::Overdue, 0)], &[]);
        check(&[(Status::Overdue, 2), (Status::NotDue, 3), (Status::NoMethod, 1)], &["Sin juzgar: 6"]);
        check(&[(Status::Behind, 2), (Status::NotDue, 3)], &["Rezagado: 2", "Sin juzgar: 3"]);
    }
}
