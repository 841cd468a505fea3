//! The grammar of facts: nom over cells, one production a function, the same for every language. Which words
//! belong to a class stands in the language's table. Every production looks a bounded number of cells ahead, so
//! that reading is linear in the text.

pub mod calendar;
pub mod cardinal;
pub mod cjk;
pub mod clock;
pub mod date;
pub mod east;
pub mod foreign;
pub mod money;
pub mod number;
pub mod numeral;
pub mod ordinals;
pub mod percent;
pub mod period;
pub mod quantity;
pub mod roman;
pub mod score;
pub mod span;
pub mod time;
pub mod words;

pub use super::language::Class;

use super::cell::{Cells, Res};

/// What may stand between a number and what it counts: nothing, a hyphen, a word that joins them (*de*, *d'*).
pub fn joint(i: Cells<'_>) -> Res<'_, ()> {
    let hyphen = i.peek(0).is_some_and(|c| c.text == "-");
    let rest = if hyphen { i.skip(1) } else { i.form(Class::Linker).map_or(i, |(rest, _)| rest) };
    Ok((rest, ()))
}
