//! Money: what the state's budget files say, delivery by delivery, to the céntimo.
pub mod columnar;
pub mod domain;
