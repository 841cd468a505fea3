//! The translation against its source text. One file for each kind of fact; the comparison itself is
//! [`crate::compare`].

mod added;
mod belongs;
mod date;
mod fix;
mod lost;
mod name;
mod number;
mod polarity;
mod report;
mod sentence;
mod time;
mod unit;
mod untranslated;

pub(in crate::check) use added::{ADDED, TWICE};
pub(in crate::check) use belongs::{BELONGS, LANGUAGE};
pub(in crate::check) use date::{DATE, MONTH, SEASON, WEEKDAY, YEAR};
pub(in crate::check) use lost::LOST;
pub(in crate::check) use name::NAME;
pub(in crate::check) use number::{AGE, AMOUNT, MONEY, ORDINAL, PERCENT, PERIOD, QUANTITY, SCORE};
pub(in crate::check) use polarity::POLARITY;
pub(in crate::check) use time::TIME;
pub(in crate::check) use unit::{CURRENCY, UNIT};
pub(in crate::check) use untranslated::UNTRANSLATED;
