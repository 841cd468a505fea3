//! English words of numbers, money and dates.

/// Nought to twenty, then the tens.
pub(crate) const NUMBERS: &[&str] = &[
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
];

pub(super) const SCALES: &[&str] =
    &["hundred", "thousand", "million", "billion", "trillion", "dozen", "mn", "bn", "tn", "lakh", "crore"];

/// First to twentieth, then the tens and scales.
pub(crate) const NTH: &[&str] = &[
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "thirtieth",
    "fortieth",
    "fiftieth",
    "sixtieth",
    "seventieth",
    "eightieth",
    "ninetieth",
    "hundredth",
    "thousandth",
    "millionth",
];

pub(super) const CURRENCY_SIGNS: &[&str] = &["$", "€", "£", "¥", "₽", "₴", "₹", "₩", "₺", "us$"];

pub(super) const CURRENCIES: &[&str] = &[
    "dollar", "dollars", "euro", "euros", "pound", "pounds", "ruble", "rubles", "rouble", "roubles",
    "hryvnia", "hryvnias", "yuan", "renminbi", "yen", "won", "franc", "francs", "peso", "pesos", "reais",
    "rupee", "rupees", "lira", "liras", "zloty", "zlotys", "krona", "kronor", "krone", "kroner", "dinar",
    "dinars", "dirham", "dirhams", "shekel", "shekels", "riyal", "riyals", "cent", "cents", "usd", "eur",
    "gbp",
];

pub(super) const CURRENCY_ADJECTIVES: &[&str] = &[
    "us",
    "u.s.",
    "american",
    "canadian",
    "australian",
    "singapore",
    "sterling",
    "swiss",
    "russian",
    "mexican",
];

pub(super) const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

pub(super) const SHORT_MONTHS: &[&str] =
    &["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"];
