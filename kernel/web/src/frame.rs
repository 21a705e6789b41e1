//! What all pages of one program share: messages, navigation, the country's ways.
use jiff::{Timestamp, civil::Date, tz};

use crate::{Messages, Registration, Texts, TextsError};

/// An entry of the navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NavItem {
    /// Without language prefix. Pages below it count as in it.
    pub path: &'static str,
    /// Message key of its name.
    pub key: &'static str,
    /// Place in the menu, from the left; from [`NavItem::FOOT_FROM`] on, in the foot of every page.
    pub order: u8,
}

impl NavItem {
    /// What helps to read every page and is no place to start from.
    pub const FOOT_FROM: u8 = 100;
}

/// What pages need to know of the country. From its pack, never constants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Country {
    pub name: String,
    /// As written before an amount: `S/`.
    pub currency: String,
    /// Minutes east of Greenwich: a day is known at its end there.
    pub utc_offset_minutes: i16,
}

impl Country {
    /// Where its days begin.
    pub fn offset(&self) -> tz::Offset {
        tz::Offset::from_seconds(i32::from(self.utc_offset_minutes) * 60).unwrap_or(tz::Offset::UTC)
    }

    pub fn date_of(&self, instant: Timestamp) -> Date {
        self.offset().to_datetime(instant).date()
    }

    /// Last instant of a day; `None` beyond the calendar's end.
    pub fn end_of(&self, date: Date) -> Option<Timestamp> {
        let next = self.offset().to_timestamp(date.tomorrow().ok()?.at(0, 0, 0, 0)).ok()?;
        next.checked_sub(jiff::Span::new().microseconds(1)).ok()
    }
}

/// The frame of all pages.
pub struct Frame {
    pub texts: Texts,
    pub country: Country,
    nav: Vec<NavItem>,
    search: Option<&'static str>,
    journal: Option<Journal>,
    doors: Option<Doors>,
}

/// Where the journal is told in words, and how the messages of its acts begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Journal {
    /// Without language prefix; an entry is below it by its number.
    pub path: &'static str,
    /// `planning.import_plan` has the words of this and `planning-import_plan`.
    pub acts: &'static str,
}

impl Journal {
    /// Message key of an act.
    pub fn key(&self, command: &str) -> String {
        format!("{}{}", self.acts, command.replace('.', "-"))
    }
}

/// Where people come in and go out, without language prefix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doors {
    pub entrance: &'static str,
    /// What is shown to whoever is in.
    pub office: &'static str,
    pub exit: &'static str,
}

impl Frame {
    /// The frame that the contexts' registrations ask for.
    pub fn of(country: Country, contexts: &[Registration]) -> Result<Self, TextsError> {
        let messages: Vec<Messages> = contexts.iter().map(|context| context.messages).collect();
        Self::new(country, &messages, contexts.iter().flat_map(|context| context.nav).copied().collect())
    }

    pub fn new(country: Country, messages: &[Messages], mut nav: Vec<NavItem>) -> Result<Self, TextsError> {
        nav.sort_by_key(|item| item.order);
        Ok(Self { texts: Texts::new(messages)?, country, nav, search: None, journal: None, doors: None })
    }

    /// Where the foot of every page leads who asks what the journal is.
    #[must_use]
    pub const fn with_journal(mut self, journal: Journal) -> Self {
        self.journal = Some(journal);
        self
    }

    pub const fn journal(&self) -> Option<Journal> {
        self.journal
    }

    /// Puts a box on every page that sends its words, as `q`, to the page of that path.
    #[must_use]
    pub const fn with_search(mut self, path: &'static str) -> Self {
        self.search = Some(path);
        self
    }

    pub const fn search(&self) -> Option<&'static str> {
        self.search
    }

    /// Lets people in: every page says where.
    #[must_use]
    pub const fn with_doors(mut self, doors: Doors) -> Self {
        self.doors = Some(doors);
        self
    }

    pub const fn doors(&self) -> Option<Doors> {
        self.doors
    }

    /// The menu and the foot, each in its order.
    pub fn nav(&self) -> (&[NavItem], &[NavItem]) {
        let menu = self.nav.partition_point(|item| item.order < NavItem::FOOT_FROM);
        self.nav.split_at(menu)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_ends_where_the_country_is() {
        let country = Country { name: "Perú".into(), currency: "S/".into(), utc_offset_minutes: -300 };
        let end = country.end_of(date(2020, 12, 31)).unwrap();
        assert_eq!(end.to_string(), "2021-01-01T04:59:59.999999Z");
        assert_eq!(country.date_of(end), date(2020, 12, 31));
        assert_eq!(country.end_of(Date::MAX), None);
    }
}
