//! Facts of one article that cannot all be right. Each check says what it compares and when it stays silent;
//! doubt is always silence, since nobody but the reporter knows which of two values is wrong.

pub(super) mod change;
pub(super) mod date;
mod shared;
pub(super) mod unit;
