//! The translation against its source text. One file for each kind of fact; the comparison itself is
//! [`crate::compare`].

mod belongs;
mod date;
mod fix;
mod name;
mod number;
mod report;
mod time;
mod unit;

pub(in crate::check) use belongs::BELONGS;
pub(in crate::check) use date::{DATE, MONTH, SEASON, WEEKDAY, YEAR};
pub(in crate::check) use name::NAME;
pub(in crate::check) use number::{AGE, AMOUNT, MONEY, ORDINAL, PERCENT, PERIOD, QUANTITY, SCORE};
pub(in crate::check) use time::TIME;
pub(in crate::check) use unit::{CURRENCY, UNIT};
