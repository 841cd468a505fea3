use super::FactKind::{self, *};
use crate::pattern::testing::{Fixture, sentence};

#[rustfmt::skip]
const TABLE: &[(&str, FactKind, &[&str])] = &[
    ("They sold 1,200 of 2.5 million, then two hundred and six.", Number, &["1,200", "2.5 million", "two hundred and six"]),
    ("A thousand men and a man, twenty-one dozen.", Number, &["A thousand", "twenty-one dozen"]),
    ("The 21st and the third of twenty-first rank.", Ordinal, &["21st", "third", "twenty-first"]),
    ("In 1987 and the 1990s, 5000 of 99.", Year, &["1987", "1990s"]),
    ("It cost $5, €2.5 million or 300 euros, 7 Canadian dollars.", Money, &["$5", "€2.5 million", "300 euros", "7 Canadian dollars"]),
    ("Up 5%, five percent and 7 per cent.", Percent, &["5%", "five percent", "7 per cent"]),
    ("On March 3 he may 5 times, 3 March 2024, the 3rd of May, June 2024, 2024-03-05.", Date,
        &["March 3", "3 March 2024", "3rd of May", "June 2024", "2024-03-05"]),
    ("On March 3, 2024 it rained.", Date, &["March 3, 2024"]),
    ("At 16:30 or 4:30 p.m. or 4 pm, at noon.", Time, &["16:30", "4:30 p.m.", "4 pm", "noon"]),
];

#[test]
fn facts_are_found_and_bounded() {
    for (text, kind, expected) in TABLE {
        let fixture = Fixture::new(&[]);
        let sentence = sentence(&fixture, text);
        let all = super::facts(&sentence);
        let found: Vec<&str> =
            all.iter().filter(|f| f.kind == *kind).map(|f| sentence.range_text(f.range)).collect();
        assert_eq!(&found, expected, "{text}");
    }
}
