//! Home with everything, and with nothing.
