//! The grammar of facts: nom over cells, one production a function, the same for every language. Which words
//! belong to a class stands in the language's table. Every production looks a bounded number of cells ahead, so
//! that reading is linear in the text.

pub mod cardinal;
pub mod cjk;
pub mod date;
pub mod east;
pub mod money;
pub mod number;
pub mod numeral;
pub mod percent;
pub mod period;
pub mod quantity;
pub mod score;
pub mod span;
pub mod time;

pub use super::language::Class;
