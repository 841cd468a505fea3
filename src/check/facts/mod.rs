//! Facts of one article that cannot all be right. Each check says what it compares and when it stays silent;
//! doubt is always silence, since nobody but the reporter knows which of two values is wrong.

pub(super) mod age;
pub(super) mod average;
pub(super) mod change;
mod clock;
pub(super) mod count;
mod counted;
pub(super) mod date;
pub(super) mod elapsed;
mod ends;
pub(super) mod flip;
pub(super) mod founding;
pub(super) mod fraction;
pub(super) mod lifetime;
pub(super) mod name_order;
pub(super) mod name_spelling;
pub(super) mod office;
pub(super) mod order;
pub(super) mod ordinal;
pub(super) mod quote_mark;
pub(super) mod quote_twice;
mod shared;
pub(super) mod shares;
mod spelling;
pub(super) mod surname_first;
pub(super) mod unit;
pub(super) mod whole;
