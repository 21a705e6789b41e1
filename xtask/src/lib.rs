//! Rules of the house that no compiler checks; see `tests/`.
