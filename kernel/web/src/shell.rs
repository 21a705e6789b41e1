//! The shell of a page: what `shell.html` shows around it, and the words, figures and links that its
//! template asks for.
use std::{
    borrow::Borrow,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use base::{Money, Period};
use jiff::{Timestamp, civil::Date};
use rust_decimal::Decimal;

use crate::{Arg, Frame, Html, KnownAt, Lang, View, assets, figures, gate::Somebody, html::SCRIPT_DRAFTS};

/// Whether what a page shows is real. Asked for by every page, so that no sample can pass for real.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    Real,
    /// Everything of substance on the page is a sample.
    Sample,
    /// Some is; each piece carries the mark ([`Shell::sample_mark`]).
    Mixed,
}

impl Matter {
    /// The matter of a page that shows both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        if self == other { self } else { Self::Mixed }
    }

    pub const fn of(sample: bool) -> Self {
        if sample { Self::Sample } else { Self::Real }
    }
}

/// A step of the way from the home page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crumb {
    pub href: String,
    pub text: String,
}

/// An entry of the navigation as shown.
pub struct NavLink {
    pub href: String,
    pub text: String,
    pub current: bool,
}

/// Where it is told what changes of a thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// The page; absent on that page itself.
    pub page: Option<String>,
    pub atom: String,
}

/// What figures of a page come from: a delivery, a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub href: String,
    pub name: String,
    /// How much of it there is, and what was done to it.
    pub told: String,
}

#[derive(Clone)]
pub struct Shell {
    frame: Arc<Frame>,
    pub view: View,
    pub title: String,
    pub matter: Matter,
    /// Without the home page, which always leads.
    pub crumbs: Vec<Crumb>,
    pub today: Date,
    entries: Option<i64>,
    /// When the page is made.
    pub now: Option<Timestamp>,
    /// `https://quipu.example`, as the reader's browser named it.
    pub origin: Option<String>,
    /// Whoever is logged in.
    pub somebody: Option<Box<Somebody>>,
    /// What changes of what the page shows.
    pub feed: Option<Feed>,
    /// The one script of the page, where browsers ask for one.
    script: Option<&'static str>,
    /// Where the figures come from; at the end of the page.
    pub sources: Vec<Source>,
    /// Whether something of the page can be taken away: then the whole of it can, for paper.
    has_files: Arc<AtomicBool>,
}

impl Shell {
    pub fn new(frame: Arc<Frame>, view: View, title: &str, matter: Matter, today: Date) -> Self {
        Self {
            frame,
            view,
            title: title.to_owned(),
            matter,
            crumbs: Vec::new(),
            today,
            entries: None,
            now: None,
            origin: None,
            somebody: None,
            feed: None,
            script: None,
            sources: Vec::new(),
            has_files: Arc::default(),
        }
    }

    #[must_use]
    pub const fn with_entries(mut self, entries: i64) -> Self {
        self.entries = Some(entries);
        self
    }

    /// One more step of the way here; `path` without language prefix.
    #[must_use]
    pub fn under(mut self, path: &str, text: &str) -> Self {
        self.crumbs.push(Crumb { href: self.view.link(path), text: text.to_owned() });
        self
    }

    /// With a script of `web/scripts`; its answer says so ([`crate::with_script`]). The page works without it.
    #[must_use]
    pub const fn with_script(mut self, name: &'static str) -> Self {
        self.script = Some(name);
        self
    }

    /// URL of the script; none where the page has none, or it was not built. Pages of whoever is logged in keep what they
    /// type, where they ask for nothing else.
    pub fn script(&self) -> Option<String> {
        let drafts = self.somebody.is_some().then_some(SCRIPT_DRAFTS);
        self.script.or(drafts).and_then(assets::script)
    }

    /// Whose drafts the browser keeps; opaque, and shown to themselves alone.
    pub fn drafts_of(&self) -> Option<&str> {
        self.somebody.as_ref().filter(|_| self.script.is_none()).map(|somebody| somebody.account.as_str())
    }

    /// Something of this page can be taken away as a file.
    pub fn offers_files(&self) {
        self.has_files.store(true, Ordering::Relaxed);
    }

    /// The address of the whole page for paper, where it has something to print.
    pub fn pdf_link(&self) -> Option<String> {
        let whole = self.view.without("table").without("page").with_format(crate::Format::Pdf);
        self.has_files.load(Ordering::Relaxed).then(|| whole.here())
    }

    pub fn lang(&self) -> Lang {
        self.view.lang
    }

    pub fn frame(&self) -> &Frame {
        &self.frame
    }

    /// A message in words.
    pub fn t(&self, key: &str) -> String {
        self.ta(key, &[])
    }

    /// A message with values.
    pub fn ta(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.frame.texts.t(self.lang(), key, args)
    }

    /// The first of several messages that has words.
    pub fn first_of(&self, keys: &[String]) -> Option<String> {
        let texts = &self.frame.texts;
        keys.iter().find(|key| texts.has(self.view.lang, key)).map(|key| self.t(key))
    }

    /// A message with one value.
    pub fn t1(&self, key: &str, name: &str, value: impl Into<Arg>) -> String {
        self.ta(key, &[(name, value.into())])
    }

    pub fn link(&self, path: &str) -> String {
        self.view.link(path)
    }

    /// Rounded, the exact amount on hover and for screen readers that read titles.
    pub fn money(&self, money: impl Borrow<Money>) -> Html {
        let money = *money.borrow();
        let exact = Html::text(&format!("{} {}", self.currency(), self.money_exact(money)));
        let short = Html::text(&self.money_text(money));
        Html::trusted(format!(r#"<data class="q-money" value="{money}" title="{exact}">{short}</data>"#))
    }

    /// To the céntimo, without its unit.
    pub fn money_exact(&self, money: Money) -> String {
        figures::money_exact(self.lang(), money)
    }

    /// Rounded, as plain text.
    pub fn money_text(&self, money: Money) -> String {
        figures::money_short(&self.frame.texts, self.lang(), self.currency(), money)
    }

    pub fn currency(&self) -> &str {
        &self.frame.country.currency
    }

    pub fn percent(&self, percent: impl Borrow<f64>) -> String {
        figures::percent(self.lang(), *percent.borrow())
    }

    pub fn count(&self, count: impl Borrow<usize>) -> String {
        figures::count(self.lang(), i64::try_from(*count.borrow()).unwrap_or(i64::MAX))
    }

    pub fn value(&self, value: impl Borrow<Decimal>) -> String {
        figures::value(self.lang(), *value.borrow())
    }

    pub fn date(&self, date: impl Borrow<Date>) -> String {
        figures::date(&self.frame.texts, self.lang(), *date.borrow())
    }

    pub fn period(&self, period: impl Borrow<Period>) -> String {
        figures::period(&self.frame.texts, self.lang(), *period.borrow())
    }

    /// Why a row was refused, in the language of the page.
    pub fn reason(&self, said: &str) -> String {
        crate::reason(&self.frame().texts, self.lang(), said)
    }

    /// A moment where the country is, to the minute.
    pub fn moment(&self, at: Timestamp) -> String {
        let local = self.frame.country.offset().to_datetime(at);
        format!("{}, {:02}:{:02}", self.date(local.date()), local.hour(), local.minute())
    }

    /// The mark of a sample, beside the piece it marks.
    pub fn sample_mark(&self) -> Html {
        let [word, title] = ["web-sample", "web-sample-title"].map(|key| Html::text(&self.t(key)));
        Html::trusted(format!(r#"<strong class="q-sample" title="{title}">{word}</strong>"#))
    }

    /// What a page that holds samples says first.
    pub fn sample_words(&self) -> Option<Html> {
        match self.matter {
            Matter::Real => None,
            Matter::Sample => Some(self.sample_mark().and(&Html::text(&self.t("web-sample-page")))),
            Matter::Mixed => {
                let text = Html::text(&self.t1("web-sample-mixed", "badge", "\u{1}")).to_string();
                Some(Html::trusted(text.replace('\u{1}', &self.sample_mark().to_string())))
            }
        }
    }

    pub fn nav(&self) -> Vec<NavLink> {
        self.links(self.frame.nav().0)
    }

    /// Links at the foot of every page.
    pub fn foot(&self) -> Vec<NavLink> {
        self.links(self.frame.nav().1)
    }

    fn links(&self, items: &[crate::NavItem]) -> Vec<NavLink> {
        let path = self.view.path();
        let link = |item: &crate::NavItem| NavLink {
            href: self.view.link(item.path),
            text: self.t(item.key),
            current: path == item.path
                || (item.path != "/"
                    && path.strip_prefix(item.path).is_some_and(|rest| rest.starts_with('/'))),
        };
        items.iter().map(link).collect()
    }

    /// The path that the search box sends to, and what it must repeat. None on the search page, whose own form
    /// stands in its place.
    pub fn search_form(&self) -> Option<(String, Vec<(String, String)>)> {
        let path = self.frame.search().filter(|path| self.view.path() != *path)?;
        let shared = ["known", "year", "territory"];
        let kept = self.view.parameters().into_iter().filter(|(name, _)| shared.contains(&name.as_str()));
        Some((View::of(self.lang(), path).here(), kept.collect()))
    }

    /// Where one logs in; none where the service has no accounts. The same for every page, so that nothing is kept twice
    /// for a way back.
    pub fn entrance(&self) -> Option<String> {
        self.frame.doors().map(|doors| self.view.link(doors.entrance))
    }

    /// The place of whoever is logged in, and where they leave.
    pub fn office(&self) -> Option<(String, String)> {
        let doors = self.frame.doors().filter(|_| self.somebody.is_some())?;
        Some((View::of(self.lang(), doors.office).here(), View::of(self.lang(), doors.exit).here()))
    }

    pub fn known_words(&self) -> String {
        match self.view.known {
            KnownAt::Now => self.t1("web-known-now", "date", self.date(self.today)),
            KnownAt::Date(date) => self.t1("web-known-date", "date", self.date(date)),
            KnownAt::Instant(instant) => {
                let moment = jiff::tz::Offset::UTC.to_datetime(instant);
                let time = format!("{:02}:{:02}:{:02}", moment.hour(), moment.minute(), moment.second());
                let date = self.date(moment.date());
                self.ta("web-known-instant", &[("date", date.into()), ("time", time.into())])
            }
        }
    }

    pub fn is_past(&self) -> bool {
        self.view.known != KnownAt::Now
    }

    pub fn back_to_now(&self) -> String {
        self.view.with_known(KnownAt::Now).here()
    }

    /// Path that the form of the known date sends to, and what it must repeat.
    pub fn known_form(&self) -> (String, Vec<(String, String)>) {
        let kept = self.view.parameters().into_iter().filter(|(name, _)| name != "known" && name != "year");
        let bare = View::of(self.lang(), "/").link(self.view.path());
        (bare, kept.collect())
    }

    /// What the date field holds: an instant shows its day.
    pub fn known_field(&self) -> String {
        match self.view.known {
            KnownAt::Now => String::new(),
            KnownAt::Date(date) => date.to_string(),
            KnownAt::Instant(instant) => self.frame.country.date_of(instant).to_string(),
        }
    }

    pub fn year_field(&self) -> String {
        self.view.year.map(|year| year.to_string()).unwrap_or_default()
    }

    pub fn journal_words(&self) -> Option<String> {
        self.entries.map(|n| self.t1("web-footer-journal", "n", n))
    }

    pub fn journal_link(&self) -> Option<String> {
        self.frame.journal().map(|journal| self.link(journal.path))
    }

    pub fn stylesheet(&self) -> String {
        assets::stylesheet()
    }

    pub fn has_styles(&self) -> bool {
        assets::are_built()
    }
}
