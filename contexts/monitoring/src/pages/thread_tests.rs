//! The thread of a whole, of nothing, and of what is odd.
