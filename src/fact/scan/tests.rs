#![allow(clippy::unwrap_used)]

use super::{read as scan, values};
use crate::fact::Value;
use crate::fact::cell::cells;
use crate::fact::language::Language;
use crate::fact::{Hedge, Side};
use proptest::prelude::*;

/// `kind value` of all values of a text, hedges in front.
fn read(text: &str) -> Vec<String> {
    let side = |side: Option<Side>| match side {
        Some(Side::From) => "from ",
        Some(Side::To) => "to ",
        Some(Side::By) => "by ",
        None => "",
    };
    let found = values(&cells(text, 0, Language::english()));
    let name = |hedge: Hedge| if hedge == Hedge::None { String::new() } else { format!("{} ", hedge.name()) };
    found.iter().map(|f| format!("{}{}{} {}", side(f.side), name(f.hedge), f.value.kind(), f.value)).collect()
}

fn table(rows: &[(&str, &[&str])]) {
    for (text, expected) in rows {
        assert_eq!(&read(text), expected, "{text}");
    }
}

#[test]
fn parts_and_spans_in_the_style_of_newspapers() {
    table(&[
        ("It fell by half a percentage point.", &["by points 0.5 points"]),
        ("It is a quarter of a percentage point.", &["points 0.25 points"]),
        ("They lent at 7-3/4 pct.", &["percent 7.75%"]),
        ("Each share is worth 829p.", &["money 8.29 GBP"]),
        ("He ran it in 2 hours 1 minute 39 seconds.", &["duration 7,299 seconds"]),
        ("It came after a second vote.", &["ordinal 2nd"]),
        ("from 60 in 2013 to 36 in 2023", &["from number 60", "date 2013", "to number 36", "date 2023"]),
    ]);
}

#[test]
fn numbers_in_digits() {
    table(&[
        ("They sold 1,200 of 2.5 million.", &["number 1,200", "number 2,500,000"]),
        (
            "It has 1,234,567 rows and .5 of 12,34,567.",
            &["number 1,234,567", "number 0.5", "number 1,234,567"],
        ),
        ("A 5-million crowd, 3 hundred, 4 dozen.", &["number 5,000,000", "number 300", "number 48"]),
        ("½ and 2½ and 2 1/2 and 3/4 of it.", &["number 0.5", "number 2.5", "number 2.5", "number 0.75"]),
        ("Version 1.2.3 and 1,2 of F-16, COVID-19, G7 and A320.", &[]),
        ("It fell to -5 and minus 7.", &["to number -5", "number -7"]),
        ("Some 600k users and 5bn views.", &["number 5,000,000,000"]),
        ("The 9/11 attacks, 24/7.", &[]),
    ]);
}

#[test]
fn numbers_in_words() {
    table(&[
        ("Twenty-three of two hundred and six.", &["number 23", "number 206"]),
        ("A thousand men and a man, twenty-one dozen.", &["number 1,000", "number 252"]),
        ("Two million three hundred thousand and five.", &["number 2,300,005"]),
        (
            "half a million, a quarter of a million, half a dozen",
            &["number 500,000", "number 250,000", "number 6"],
        ),
        (
            "one and a half million, two and a half, a million and a half",
            &["number 1,500,000", "number 2.5", "number 1,500,000"],
        ),
        (
            "two-thirds, three quarters, half of them, a third of it",
            &["number 2/3", "number 0.75", "number 0.5", "number 1/3"],
        ),
        ("In the first half, a half-brother.", &["ordinal 1st"]),
        (
            "Dozens of, hundreds of thousands of, several hundred",
            &["vague number 20", "vague number 100,000", "vague number 300"],
        ),
    ]);
}

#[test]
fn hedges_stand_before_and_behind() {
    table(&[
        (
            "at least 20, about 1,200, more than half",
            &["at-least number 20", "about number 1,200", "more-than number 0.5"],
        ),
        (
            "up to 5%, fewer than 12, under $5m",
            &["at-most percent 5%", "less-than number 12", "less-than money 5,000,000 dollar"],
        ),
        (
            "five or six feet, two or three men, 3 or 2",
            &["range 5 ft – 6 ft", "range 2 – 3", "number 3", "number 2"],
        ),
        ("20 or more, 50 or so", &["at-least number 20", "about number 50"]),
        ("no more than three, no fewer than four", &["at-most number 3", "at-least number 4"]),
    ]);
}

#[test]
fn percentages_and_points() {
    table(&[
        ("Up 5%, five percent and 7.25 per cent.", &["percent 5%", "percent 5%", "percent 7.25%"]),
        ("two percentage points, 25 basis points", &["points 2 points", "points 0.25 points"]),
        ("between 5 and 10 percent, 5-10%", &["range 5% – 10%", "range 5% – 10%"]),
        ("from 5.1% to 4.8%", &["from percent 5.1%", "to percent 4.8%"]),
    ]);
}

#[test]
fn money() {
    table(&[
        (
            "$1.13bn, £600m and €5-million",
            &["money 1,130,000,000 dollar", "money 600,000,000 GBP", "money 5,000,000 EUR"],
        ),
        ("500 million euros, US$2.5 billion", &["money 500,000,000 EUR", "money 2,500,000,000 USD"]),
        (
            "Rs 5 crore, 7 Canadian dollars, 50 cents",
            &["money 50,000,000 INR", "money 7 CAD", "money 0.5 cent"],
        ),
        (
            "EUR 5 million; 5m EUR; $1,200.50",
            &["money 5,000,000 EUR", "money 5,000,000 EUR", "money 1,200.5 dollar"],
        ),
        (
            "$5-6 million; $2 to $3 billion",
            &[
                "range 5,000,000 dollar – 6,000,000 dollar",
                "range 2,000,000,000 dollar – 3,000,000,000 dollar",
            ],
        ),
        (
            "a 10-dollar bill, A$20, 3 million Swiss francs",
            &["money 10 dollar", "money 20 AUD", "money 3,000,000 CHF"],
        ),
    ]);
}

#[test]
fn dates() {
    table(&[
        ("On March 3, 2024 it rained.", &["date 2024-03-03"]),
        ("On Monday, 3 March 2024, the 3rd of May", &["date Mon 2024-03-03", "date --05-03"]),
        ("Tuesday (March 5), Sept. 11, 2001", &["date Tue --03-05", "date 2001-09-11"]),
        (
            "2024-03-05, 5/3/2020, 25/12/2019, 05.03.2020",
            &["date 2024-03-05", "date 2020-05-03", "date 2019-12-25", "date 2020-03-05"],
        ),
        (
            "May 2019, in 1987, the 1990s, the '80s",
            &["date 2019-05", "date 1987", "date 1990s", "date 1980s"],
        ),
        (
            "the 19th century, Q3 2019, the third quarter of 2019",
            &["date 19th century", "date 2019-Q3", "date 2019-Q3"],
        ),
        ("last Tuesday, next week, yesterday", &["date Tue week -1", "date week +1", "date day -1"]),
        (
            "May 3-5, 2020; 3–5 May; 2019–20",
            &["dates 2020-05-03 – 2020-05-05", "dates --05-03 – --05-05", "dates 2019 – 2020"],
        ),
        (
            "early 2019, mid-May, the end of the 1990s",
            &["date early 2019", "date mid --05", "date end 1990s"],
        ),
        (
            "December 22, last year; in May this year; on Monday — today",
            &["date --12-22 year -1", "date --05 year 0", "date Mon", "date day 0"],
        ),
        ("music of ’90s; ’80s", &["date 1990s", "date 1980s"]),
        ("44 BC, AD 79, summer 2019", &["date 44 BC", "date 79", "date summer 2019"]),
        ("April 31 and 32 May", &["date --04-31", "date --05-32"]),
        ("he may 5 times; from 2010 to 2015", &["number 5", "dates 2010 – 2015"]),
    ]);
}

#[test]
fn quantities() {
    table(&[
        (
            "5 km, 20°C, -40 °F, 6ft 2in",
            &["quantity 5 km", "quantity 20 °C", "quantity -40 °F", "quantity 37/6 ft"],
        ),
        ("five feet eleven inches, a 10-metre wall", &["quantity 71/12 ft", "quantity 10 m"]),
        (
            "300 square kilometres (116 sq mi), 80 mph",
            &["quantity 300 km2", "quantity 116 mi2", "quantity 80 mph"],
        ),
        (
            "120 kilometres per hour, 2.5 GW, 40 MB",
            &["quantity 120 km/h", "quantity 2.5 GW", "quantity 40 MB"],
        ),
        (
            "a magnitude 6.4 quake, a 7.1-magnitude quake",
            &["quantity 6.4 magnitude", "quantity 7.1 magnitude"],
        ),
        (
            "It weighs 10 pounds; he paid 10 pounds; 5 million pounds",
            &["quantity 10 lb", "money 10 pound", "money 5,000,000 pound"],
        ),
        ("The 5G network, 3 in ten, 12 C", &["number 3", "number 10", "number 12"]),
        ("up to 50,000 barrels per day", &["at-most quantity 50,000 bbl"]),
    ]);
}

#[test]
fn times() {
    table(&[
        (
            "At 16:30 or 4:30 p.m. EST or 4pm, at noon.",
            &["time 16:30", "time 16:30 EST", "time 16:00", "time 12:00"],
        ),
        ("5:00 pm EDT (2100 UTC)", &["time 17:00 EDT", "time 21:00 UTC"]),
        ("at 4.30pm, 0430 GMT, four o'clock", &["time 16:30", "time 04:30 GMT", "time 04:00 (a.m. or p.m.)"]),
        ("12 a.m., 12:15 p.m., 09:15 (UTC+2)", &["time 00:00", "time 12:15", "time 09:15 UTC"]),
        ("between 4 and 5 p.m., 9-11 a.m.", &["times 16:00 – 17:00", "times 09:00 – 11:00"]),
        ("at 25:10 and 10:75", &[]),
    ]);
}

#[test]
fn spans_and_ages() {
    table(&[
        (
            "three years, two and a half hours, half an hour",
            &["duration 3 years", "duration 2.5 hours", "duration 0.5 hours"],
        ),
        ("3 hours 20 minutes, an hour and a half", &["duration 200 minutes", "duration 1.5 hours"]),
        (
            "two days later, a year ago, for a week",
            &["duration 2 days later", "duration 1 year ago", "duration 1 week"],
        ),
        ("a 20-minute talk twice a day", &["duration 20 minutes"]),
        (
            "a 45-year-old man, aged 12, a two-month-old",
            &["age 45 years old", "age 12 years old", "age 2 months old"],
        ),
        ("at the age of 30, 70 years old", &["age 30 years old", "age 70 years old"]),
        ("between 5 and 10 years, 3 to 4 weeks", &["range 5 years – 10 years", "range 3 weeks – 4 weeks"]),
    ]);
}

#[test]
fn scores() {
    table(&[
        ("They won 3-1 and lost 0–2.", &["score 3 : 1", "score 0 : 2"]),
        ("It passed by 52 votes to 48.", &["score 52 : 48"]),
        ("They voted 52 to 48.", &["score 52 : 48"]),
        ("It takes 3-4 days.", &["range 3 days – 4 days"]),
        ("He read pages 3-14.", &["range 3 – 14"]),
    ]);
}

#[test]
fn what_wire_reports_write() {
    table(&[
        ("In the first half, a half-brother, it fell by a third.", &["ordinal 1st", "by number 1/3"]),
        ("$US3.85 million, euro200 million", &["money 3,850,000 USD", "money 200,000,000 EUR"]),
        ("100,000 Georgian lari, 5 Martian yen", &["money 100,000 GEL", "money 5 JPY"]),
        ("$20 million Canadian, $49.40 US", &["money 20,000,000 CAD", "money 49.4 USD"]),
        ("Sun, 5 Jan 2020; Sun Micro and Jan-Mike Dec; Sept. 5", &["date Sun 2020-01-05", "date --09-05"]),
        ("No. 8 Jan-Mike won his 1,000th match.", &["number 8", "ordinal 1000th"]),
        (
            "She beat him 6-2 2-6, 7-5; it was 1-1.",
            &["score 6 : 2", "score 2 : 6", "score 7 : 5", "score 1 : 1"],
        ),
        (
            "from 40 to 21 per cent, from 5 to 6",
            &["from percent 40%", "to percent 21%", "from number 5", "to number 6"],
        ),
        ("from 5:15-8 p.m.", &["times 17:15 – 20:00"]),
    ]);
}

/// Changes as `up by … from … to …`, and negations.
fn polarity(text: &str) -> Vec<String> {
    let part = |name: &str, span: Option<crate::span::Span>| {
        span.map_or_else(String::new, |s| format!(" {name} {}", s.of(text)))
    };
    let shown = |value: &Value| match value {
        Value::Change(c) => {
            Some(format!("{value}{}{}{}", part("by", c.by), part("from", c.from), part("to", c.to)))
        }
        Value::Negation => Some(value.to_string()),
        _ => None,
    };
    scan(text, 0, Language::english()).iter().filter_map(|f| shown(&f.value)).collect()
}

#[test]
fn changes_and_negations() {
    let rows: &[(&str, &[&str])] = &[
        ("It rose from 5.1% to 4.8%.", &["up from 5.1% to 4.8%"]),
        ("It rose to a record 5.1% from about 4.8%.", &["up from 4.8% to 5.1%"]),
        ("Prices fell by 3 per cent; wages grew 2%.", &["down by 3 per cent", "up by 2%"]),
        ("A 5% rise to $3bn, a drop of 12 points.", &["up by 5% to $3bn", "down by 12"]),
        ("They set up 5 camps for up to 12 men.", &[]),
        ("Profit was up 5%, from $3m.", &["up by 5% from $3m"]),
        ("It did not fall, and no more than 5 won’t go.", &["not", "not"]),
        ("It grew in May, falling to 5 in June.", &["down to 5"]),
    ];
    for (text, expected) in rows {
        assert_eq!(&polarity(text), expected, "{text}");
    }
}

#[test]
fn what_is_too_large_or_no_date_is_left_out() {
    let long = format!("It was {} long.", "9".repeat(1000));
    for text in ["the year 99999999999", "0/0/0000", &long, "the 99999999999999999999999999999999999999999th"]
    {
        for found in scan(text, 0, Language::english()) {
            assert!(!found.value.to_string().contains("date"), "{text}");
        }
    }
    assert_eq!(read(&long), Vec::<String>::new());
}

proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC{0,80}") {
        let found = scan(&text, 0, Language::english());
        for pair in found.windows(2) {
            prop_assert!(pair[0].span.end <= pair[1].span.start);
        }
        for f in &found {
            prop_assert!(!f.span.of(&text).is_empty());
        }
    }

    #[test]
    fn any_run_of_fact_words_is_read(words in proptest::collection::vec("[0-9]{1,5}|[.,/%$:-]|two|million|and|a|half|of|May|Monday|to|between|the|third|hundred|euros|percent|last| ", 0..40)) {
        for joint in ["", " "] {
            let text = words.join(joint);
            for f in scan(&text, 0, Language::english()) {
                prop_assert!(!f.span.of(&text).is_empty());
            }
        }
    }
}
