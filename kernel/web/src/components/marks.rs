//! Marks beside a name: a status (word + shape + colour), a trend (arrow + word), a bar (length + value).
//! Level and trend are two things and never share a mark.
use crate::{Html, Shell};

/// How a status is to be taken. The word is the context's; shape and colour go with the tone, so that the
/// mark reads without colour and without sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Reached: a check in a disc.
    Done,
    /// On its way: a disc.
    Good,
    /// Short of it: a triangle.
    Behind,
    /// Far from it: a diamond with a cross.
    Bad,
    /// Nobody's failure yet: a clock.
    Waiting,
    /// Cannot be judged: an empty ring.
    Unknown,
    /// Plain information: a bar.
    Info,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Good => "good",
            Self::Behind => "behind",
            Self::Bad => "bad",
            Self::Waiting => "waiting",
            Self::Unknown => "unknown",
            Self::Info => "info",
        }
    }

    const fn shape(self) -> &'static str {
        match self {
            Self::Done => {
                r#"<circle cx="8" cy="8" r="7" fill="currentColor"/><path d="M4.5 8.2l2.5 2.5 4.5-5" fill="none" class="q-tag-hole" stroke-width="2"/>"#
            }
            Self::Good => r#"<circle cx="8" cy="8" r="6" fill="currentColor"/>"#,
            Self::Behind => r#"<path d="M8 1.5L15 14H1z" fill="currentColor"/>"#,
            Self::Bad => {
                r#"<path d="M8 0l8 8-8 8-8-8z" fill="currentColor"/><path d="M5.5 5.5l5 5m0-5l-5 5" class="q-tag-hole" stroke-width="2"/>"#
            }
            Self::Waiting => {
                r#"<circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="2"/><path d="M8 4v4.5l3 1.5" fill="none" stroke="currentColor" stroke-width="2"/>"#
            }
            Self::Unknown => {
                r#"<circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="3 2.2"/>"#
            }
            Self::Info => r#"<path d="M2 8h12" stroke="currentColor" stroke-width="4"/>"#,
        }
    }
}

/// A status: `word` in the language of the page.
pub fn tag(tone: Tone, word: &str) -> Html {
    let (class, shape, word) = (tone.class(), tone.shape(), Html::text(word));
    Html::trusted(format!(
        r#"<span class="q-tag q-tag--{class}"><svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">{shape}</svg>{word}</span>"#
    ))
}

/// Where a series goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Up,
    Down,
    Flat,
}

/// Whether that is wanted: from the indicator's declared sense, never guessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    Yes,
    No,
    NotSaid,
}

/// An arrow and its word.
pub fn trend(shell: &Shell, direction: Direction, better: Better) -> Html {
    let (key, path) = match direction {
        Direction::Up => ("web-trend-up", "M3 13L13 3M6 3h7v7"),
        Direction::Down => ("web-trend-down", "M3 3l10 10M13 6v7H6"),
        Direction::Flat => ("web-trend-flat", "M1 8h13M10 4l4 4-4 4"),
    };
    let plain = shell.t(key);
    let words = match (direction, better) {
        (Direction::Flat, _) | (_, Better::NotSaid) => plain,
        (_, Better::Yes) => shell.t1("web-trend-better", "direction", plain),
        (_, Better::No) => shell.t1("web-trend-worse", "direction", plain),
    };
    let words = Html::text(&words);
    Html::trusted(format!(
        r#"<span class="q-trend"><svg viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d="{path}" fill="none" stroke="currentColor" stroke-width="2"/></svg>{words}</span>"#
    ))
}

/// A bar of `percent` of the widest, with its value written beside it. What exceeds the whole fills the
/// bar and is marked at its end; what is negative has no length.
pub fn bar(percent: f64, value: &str) -> Html {
    let length = if percent.is_finite() { percent.clamp(0.0, 100.0) } else { 0.0 };
    let over = if percent > 100.0 { r#"<path class="q-bar-over" d="M97 0h3v8h-3z"/>"# } else { "" };
    let value = Html::text(value);
    Html::trusted(format!(
        r#"<span class="q-bar"><svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false"><path class="q-bar-room" d="M0 0h100v8H0z"/><path class="q-bar-fill" d="M0 0h{length:.1}v8H0z"/>{over}</svg><span>{value}</span></span>"#
    ))
}
