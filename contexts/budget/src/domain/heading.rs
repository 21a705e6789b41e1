//! Which layout a file has, by its header; and where each of its columns stands.
use super::{
    Dimension, Layout,
    layout::{Column, fold_header},
};

/// Why a header fits no layout. Says what differs from the nearest one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HeadingError {
    #[error("the header fits none of the layouts known ({known}); its first columns are {first}")]
    Unknown { known: String, first: String },
    #[error("the column {0:?} appears twice")]
    Twice(String),
    #[error(
        "the header is nearly that of the layout {layout} ({title}); missing: {missing}; not known: {extra}. \
         Add the new spelling as an alias to budget/layouts/{layout}.toml, or correct the file"
    )]
    Differs { layout: String, title: String, missing: String, extra: String },
}

/// A layout bound to the columns of one file.
#[derive(Clone, Debug)]
pub struct Heading<'a> {
    pub layout: &'a Layout,
    /// Position in the file of each column of the layout, in the layout's order.
    positions: Vec<usize>,
    pub width: usize,
}

impl<'a> Heading<'a> {
    /// Finds the layout whose columns are exactly those of the header, in any order.
    pub fn detect<S: AsRef<str>>(layouts: &'a [Layout], header: &[S]) -> Result<Self, HeadingError> {
        let folded: Vec<String> = header.iter().map(|text| fold_header(text.as_ref())).collect();
        for (at, name) in folded.iter().enumerate() {
            if folded.iter().take(at).any(|before| before == name) {
                return Err(HeadingError::Twice(header.get(at).map_or("", |t| t.as_ref()).to_owned()));
            }
        }
        let nearest = layouts
            .iter()
            .map(|layout| (layout, positions(layout, &folded)))
            .max_by_key(|(_, found)| found.iter().flatten().count());
        let Some((layout, found)) = nearest.filter(|(layout, found)| resembles(layout, found)) else {
            return Err(unknown(layouts, header));
        };
        let positions: Option<Vec<usize>> = found.iter().copied().collect();
        match positions {
            Some(positions) if positions.len() == header.len() => {
                Ok(Self { layout, positions, width: header.len() })
            }
            _ => Err(differs(layout, &found, header)),
        }
    }

    /// Every column with its position in the file.
    pub fn columns(&self) -> impl Iterator<Item = (&'a Column, usize)> {
        self.layout.columns.iter().zip(self.positions.iter().copied())
    }

    /// Header of the column that holds a dimension's code, for messages.
    pub fn header_of(&self, dimension: Dimension) -> &'a str {
        use super::layout::Role::{Code, CodeAndName};
        let column =
            self.layout.columns.iter().find(|c| matches!(c.role, Code(d) | CodeAndName(d) if d == dimension));
        column.map_or(dimension.code(), |column| column.header.as_str())
    }
}

fn positions(layout: &Layout, folded: &[String]) -> Vec<Option<usize>> {
    let find = |column: &Column| column.spellings().find_map(|s| folded.iter().position(|f| *f == s));
    layout.columns.iter().map(find).collect()
}

/// Half of the layout's columns are there: a damaged or changed header rather than another file.
fn resembles(layout: &Layout, found: &[Option<usize>]) -> bool {
    found.iter().flatten().count() * 2 >= layout.columns.len()
}

fn unknown<S: AsRef<str>>(layouts: &[Layout], header: &[S]) -> HeadingError {
    HeadingError::Unknown {
        known: layouts.iter().map(|l| l.code.as_str()).collect::<Vec<_>>().join(", "),
        first: header.iter().take(6).map(AsRef::as_ref).collect::<Vec<_>>().join(", "),
    }
}

fn differs<S: AsRef<str>>(layout: &Layout, found: &[Option<usize>], header: &[S]) -> HeadingError {
    let missing: Vec<&str> = layout
        .columns
        .iter()
        .zip(found)
        .filter(|(_, at)| at.is_none())
        .map(|(column, _)| column.header.as_str())
        .collect();
    let extra: Vec<&str> = header
        .iter()
        .enumerate()
        .filter(|(at, _)| !found.contains(&Some(*at)))
        .map(|(_, text)| text.as_ref())
        .collect();
    let list = |names: Vec<&str>| if names.is_empty() { "none".to_owned() } else { names.join(", ") };
    HeadingError::Differs {
        layout: layout.code.clone(),
        title: layout.title.clone(),
        missing: list(missing),
        extra: list(extra),
    }
}
