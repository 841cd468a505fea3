//! Consistent articles, broken one fact at a time: the checks on facts have to notice.
//!
//! `tests/articles/NN-slug.txt` is an article of our own in which everything fits together. Beside it stands
//! `NN-slug.breaks`, one broken article a line:
//!
//! ```text
//! kind ⇥ text of the article ⇥ which occurrence, from 1 ⇥ what stands there instead
//! ```
//!
//! A break is detected if a finding about facts lies in a broken sentence or names the broken words (the counterpart was
//! reported, and the message says against what). What is missed is listed in `target/tmp/contradictions-missed.txt`.

#![allow(clippy::unwrap_used)]

mod common;

use common::snapshot;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use traduce::article::Article;
use traduce::finding::{Basis, Finding, Kind};
use traduce::lint::{Engine, LintOptions};
use traduce::rule::load;
use traduce::source::Format;

/// Kinds of breaks, each with the share of its breaks that has to be detected, in per cent: what is reached, never more.
const LEAST: &[(&str, usize)] = &[
    ("weekday", 100),
    ("impossible-date", 100),
    ("date-order", 96),
    ("quantity", 96),
    ("direction", 100),
    ("part-whole", 100),
    ("shares", 96),
    ("half", 98),
    ("percent-points", 97),
    ("average", 100),
    ("units", 100),
    ("currency", 100),
    ("scale", 100),
    ("age", 85),
    ("duration", 100),
    ("ordinal", 100),
    ("name-spelling", 83),
    ("name-swap", 96),
    ("title", 80),
    ("pronoun", 81),
    ("quote", 91),
];

/// The share of all breaks that has to be detected, in per cent.
const LEAST_OVER_ALL: usize = 95;

/// One article with what can be broken in it.
struct Sample {
    name: String,
    text: String,
    breaks: Vec<Break>,
}

/// One fact to break.
struct Break {
    kind: String,
    /// Bytes of the article.
    place: Range<usize>,
    replacement: String,
}

impl Break {
    /// Reads a line of a `.breaks` file.
    fn read(line: &str, text: &str) -> Option<Self> {
        let mut columns = line.split('\t');
        let mut next = || columns.next();
        let (kind, old, nth, replacement) = (next()?, next()?, next()?, next()?);
        let nth = nth.parse::<usize>().ok()?.checked_sub(1)?;
        let (start, _) = text.match_indices(old).nth(nth)?;
        let known = LEAST.iter().any(|(name, _)| *name == kind);
        (known && old != replacement && next().is_none()).then(|| Self {
            kind: kind.to_owned(),
            place: start..start + old.len(),
            replacement: replacement.to_owned(),
        })
    }

    /// The broken article and the bytes of it that are new.
    fn apply(&self, text: &str) -> (String, Range<usize>) {
        let mut broken = text.to_owned();
        broken.replace_range(self.place.clone(), &self.replacement);
        (broken, self.place.start..self.place.start + self.replacement.len())
    }
}

fn samples() -> Vec<Sample> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut files: Vec<PathBuf> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|e| e == "breaks"));
    files.sort();
    let read = |file: PathBuf| {
        let text = fs::read_to_string(file.with_extension("txt")).unwrap();
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        let lines = fs::read_to_string(&file).unwrap();
        let one = |line| Break::read(line, &text).unwrap_or_else(|| panic!("{name}: {line}"));
        Sample { breaks: lines.lines().map(one).collect(), name, text }
    };
    files.into_iter().map(read).collect()
}

fn is_about_facts(finding: &Finding) -> bool {
    finding.basis == Basis::Document
        || matches!(finding.kind, Kind::Date | Kind::Number | Kind::Unit | Kind::Fact | Kind::Pronoun)
}

/// Whether a finding lies in a sentence of the break, or its message names words that the break has put in.
fn touches(finding: &Finding, broken: &str, place: &Range<usize>, replaced: &str) -> bool {
    let ends = |text: &str| -> Vec<usize> {
        [". ", ".\" ", "\n\n"].iter().flat_map(|end| text.match_indices(end)).map(|(at, _)| at).collect()
    };
    let start = ends(&broken[..place.start]).into_iter().max().unwrap_or(0);
    let end = ends(&broken[place.end..]).into_iter().min().map_or(broken.len(), |at| place.end + at + 1);
    let span = finding.span.start as usize..finding.span.end as usize;
    if span.start < end && start < span.end {
        return true;
    }
    let words = |text: &str| -> BTreeSet<String> {
        let bare = |word: &str| word.trim_matches(|c: char| c.is_ascii_punctuation()).to_lowercase();
        text.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect()
    };
    let (new, said) = (words(&broken[place.clone()]), words(&finding.message));
    new.difference(&words(replaced)).any(|word| said.contains(word))
}

#[test]
fn broken_articles_are_noticed_and_whole_ones_are_not() {
    let (rules, problems) = load::load(&[], true);
    assert!(problems.is_empty(), "{problems:?}");
    let mut engine = Engine::new(&rules);
    let options = LintOptions { resolve_overlaps: false, ..LintOptions::default() };
    let mut whole = String::new();
    let mut missed = String::new();
    let mut table: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
    let samples = samples();
    for sample in &samples {
        for finding in engine.check(&Article::read(&sample.text, Format::Text), &options) {
            writeln!(whole, "{}: {}: {} [{}]", sample.name, finding.rule, finding.text, finding.message)
                .unwrap();
        }
        for one in &sample.breaks {
            let (broken, place) = one.apply(&sample.text);
            let found = engine.check(&Article::read(&broken, Format::Text), &options);
            let old = &sample.text[one.place.clone()];
            let noticed = found.iter().any(|f| is_about_facts(f) && touches(f, &broken, &place, old));
            let row = table.entry(&one.kind).or_default();
            row[0] += usize::from(noticed);
            row[1] += 1;
            if !noticed {
                let elsewhere: Vec<&str> = found.iter().map(|f| &*f.rule).collect();
                writeln!(missed, "{}\t{}\t{old}\t{}\t{elsewhere:?}", one.kind, sample.name, one.replacement)
                    .unwrap();
            }
        }
    }
    fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join("contradictions-missed.txt"), &missed).unwrap();
    let (shown, short) = judge(&table, samples.len());
    snapshot("contradictions", shown);
    assert!(whole.is_empty(), "findings in consistent articles:\n{whole}");
    assert!(short.is_empty(), "too few detected: {short:?}\n{missed}");
}

/// The table as shown, and the kinds that fall short of [`LEAST`].
fn judge(table: &BTreeMap<&str, [usize; 2]>, articles: usize) -> (String, Vec<&'static str>) {
    let mut shown = format!("{:<16} detected  broken  per cent\n", "kind");
    let mut short = Vec::new();
    let mut all = [0, 0];
    let mut line = |kind: &'static str, [detected, broken]: [usize; 2], least: usize| {
        let percent = detected * 100 / broken.max(1);
        writeln!(shown, "{kind:<16} {detected:>8}  {broken:>6}  {percent:>8}").unwrap();
        if percent < least {
            short.push(kind);
        }
    };
    for (kind, least) in LEAST {
        let row = table.get(kind).copied().unwrap_or_default();
        all = [all[0] + row[0], all[1] + row[1]];
        line(kind, row, *least);
    }
    line("all", all, LEAST_OVER_ALL);
    writeln!(shown, "{articles} articles").unwrap();
    (shown, short)
}
