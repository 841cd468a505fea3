//! `rates.tsv`: what was measured of each rule of a folder.
//!
//! Used by `build.rs` too, so it depends on nothing else in the crate. Written by `traduce measure`; what the
//! counts say about a rule stands in `confidence.rs`.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// What was counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Hits in English written by people.
    pub clean_hits: u64,
    /// Words of it.
    pub clean_words: u64,
    /// Hits on text that people wrote that were read and found to be slips of theirs: the rule was right.
    pub human_slips: u64,
    /// Hits in machine translations.
    pub translated_hits: u64,
    /// Words of them.
    pub translated_words: u64,
    /// Hits in human translations of the same texts.
    pub reference_hits: u64,
    /// Words of them.
    pub reference_words: u64,
    /// Findings on an error in annotated passages.
    pub gold_right: u64,
    /// Findings on nothing that is annotated.
    pub gold_false: u64,
}

/// One line: a rule and what was counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rate<'a> {
    /// Its id.
    #[serde(borrow)]
    pub rule: Cow<'a, str>,
    /// What the rule looked for when it was measured, as a hash.
    pub fingerprint: u64,
    /// What was counted.
    pub counts: Counts,
    /// `high`, `medium` or `low`.
    #[serde(borrow)]
    pub confidence: Cow<'a, str>,
}

/// The file of a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RatesFile<'a> {
    /// Path as shown in messages, with `/`.
    #[serde(borrow)]
    pub path: Cow<'a, str>,
    /// Its lines.
    #[serde(borrow)]
    pub rates: Vec<Rate<'a>>,
    /// The first line that cannot be read, from 1, with what is wrong.
    #[serde(borrow)]
    pub problem: Option<(usize, Cow<'a, str>)>,
}

/// The names of the columns.
const HEADER: [&str; 12] = [
    "rule",
    "fingerprint",
    "clean_hits",
    "clean_words",
    "translated_hits",
    "translated_words",
    "reference_hits",
    "reference_words",
    "human_slips",
    "gold_right",
    "gold_false",
    "confidence",
];

const REMARK: &str = "# Written by `traduce measure`, not by hand. How confidence follows from the counts: \
                      docs/design.md, \"Confidence\".";

/// Reads a file. What stands in front of a line that cannot be read counts.
pub fn parse(path: &str, text: &str) -> RatesFile<'static> {
    let mut file = RatesFile { path: Cow::Owned(path.to_owned()), ..RatesFile::default() };
    for (index, line) in text.lines().enumerate() {
        if line.starts_with('#') || line.trim().is_empty() || line == HEADER.join("\t") {
            continue;
        }
        match rate(line) {
            Ok(rate) => file.rates.push(rate),
            Err(message) => {
                file.problem = Some((index + 1, Cow::Borrowed(message)));
                break;
            }
        }
    }
    file
}

fn rate(line: &str) -> Result<Rate<'static>, &'static str> {
    let fields: Vec<&str> = line.split('\t').collect();
    let fields: [&str; 12] = fields.try_into().map_err(|_| "a line has 12 fields, separated by tabs")?;
    let [rule, fingerprint, clean, clean_words, translated, translated_words, rest @ ..] = fields;
    let [reference, reference_words, slips, right, wrong, confidence] = rest;
    let number = |field: &str| field.parse::<u64>().map_err(|_| "a count is a whole number");
    if !["high", "medium", "low"].contains(&confidence) {
        return Err("the last field is `high`, `medium` or `low`");
    }
    Ok(Rate {
        rule: Cow::Owned(rule.to_owned()),
        fingerprint: u64::from_str_radix(fingerprint, 16)
            .map_err(|_| "the fingerprint is a hexadecimal number")?,
        counts: Counts {
            clean_hits: number(clean)?,
            clean_words: number(clean_words)?,
            translated_hits: number(translated)?,
            translated_words: number(translated_words)?,
            reference_hits: number(reference)?,
            reference_words: number(reference_words)?,
            human_slips: number(slips)?,
            gold_right: number(right)?,
            gold_false: number(wrong)?,
        },
        confidence: Cow::Owned(confidence.to_owned()),
    })
}

/// The file with these lines, sorted by rule.
pub fn print(rates: &[Rate<'_>]) -> String {
    let mut out = format!("{REMARK}\n{}\n", HEADER.join("\t"));
    let mut rates: Vec<&Rate<'_>> = rates.iter().collect();
    rates.sort_by(|a, b| a.rule.cmp(&b.rule));
    for Rate { rule, fingerprint, counts: c, confidence } in rates {
        let counts = [
            c.clean_hits,
            c.clean_words,
            c.translated_hits,
            c.translated_words,
            c.reference_hits,
            c.reference_words,
            c.human_slips,
            c.gold_right,
            c.gold_false,
        ]
        .map(|count| count.to_string());
        out.push_str(&format!("{rule}\t{fingerprint:016x}\t{}\t{confidence}\n", counts.join("\t")));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(rule: &'static str) -> Rate<'static> {
        let counts =
            Counts { clean_hits: 1, translated_words: 2_000_000, gold_false: 3, ..Counts::default() };
        Rate { rule: rule.into(), fingerprint: 0xfe, counts, confidence: "medium".into() }
    }

    #[test]
    fn what_is_printed_reads_back_sorted() {
        let text = print(&[sample("b"), sample("a")]);
        assert_eq!(text.lines().nth(2), Some("a\t00000000000000fe\t1\t0\t0\t2000000\t0\t0\t0\t0\t3\tmedium"));
        let file = parse("rates.tsv", &text);
        assert_eq!((file.rates, file.problem), (vec![sample("a"), sample("b")], None));
    }

    #[test]
    fn a_line_that_cannot_be_read_is_named() {
        let good = print(&[sample("a")]);
        for (line, wanted) in [
            ("a", "12 fields"),
            ("<<<<<<< ours", "12 fields"),
            ("a\tfe\t1\t2\t3\t4\t5\t6\t7\t8\tlow", "12 fields"),
            ("a\tfe\t1\t2\tx\t4\t5\t6\t7\t8\t9\tlow", "whole number"),
            ("a\tfe\t1\t2\t3\t4\t5\t6\t7\t8\t9\tsure", "`high`"),
            ("a\tfx\t1\t2\t3\t4\t5\t6\t7\t8\t9\tlow", "hexadecimal"),
        ] {
            let file = parse("rates.tsv", &format!("{good}{line}\n{good}"));
            let Some((number, message)) = file.problem else { panic!("{line}") };
            assert!(number == 4 && message.contains(wanted), "{line}: {number} {message}");
            assert_eq!(file.rates.len(), 1);
        }
    }
}
