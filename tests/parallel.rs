//! Injects one error a sentence into translations and counts how many are found. The sentence pairs stand in
//! `tests/parallel/<language>.tsv`: source ⇥ translation. Untouched pairs must stay without findings.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use traduce::article::Article;
use traduce::compare::Original;
use traduce::finding::{Basis, Finding};
use traduce::lint::{Engine, LintOptions};
use traduce::rule::load;
use traduce::source::Format;

const NUMBER_WORDS: &[(&str, &str)] = &[
    ("three", "four"),
    ("four", "six"),
    ("five", "seven"),
    ("six", "four"),
    ("seven", "nine"),
    ("eight", "five"),
    ("nine", "three"),
    ("ten", "eleven"),
    ("eleven", "fourteen"),
    ("twelve", "twenty"),
    ("fifteen", "fifty"),
    ("twenty", "thirty"),
    ("thirty", "forty"),
    ("ninety-two", "ninety-four"),
    ("forty", "fifty"),
    ("fifty", "sixty"),
    ("third", "fifth"),
    ("fourth", "third"),
];
const MONTHS: &[&str] = &[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const SCALES: &[(&str, &str)] =
    &[("million", "billion"), ("billion", "million"), ("trillion", "billion"), ("thousand", "million")];
const CURRENCIES: &[(&str, &str)] = &[
    ("euros", "dollars"),
    ("dollars", "euros"),
    ("roubles", "dollars"),
    ("pounds", "euros"),
    ("yen", "yuan"),
    ("yuan", "yen"),
    ("€", "$"),
    ("$", "€"),
    ("£", "$"),
    ("rupees", "dollars"),
    ("won", "yen"),
    ("lira", "euros"),
    ("liras", "euros"),
    ("zlotys", "euros"),
    ("kronor", "euros"),
    ("kroner", "euros"),
    ("crowns", "euros"),
    ("forints", "euros"),
    ("lei", "euros"),
    ("shekels", "dollars"),
    ("hryvnias", "roubles"),
    ("reais", "dollars"),
    ("pesos", "dollars"),
    ("rubles", "dollars"),
    ("hryvnia", "rubles"),
    ("zloty", "euros"),
    ("koruna", "euros"),
];
const UNITS: &[(&str, &str)] = &[
    ("kilometres", "miles"),
    ("kilometers", "miles"),
    ("km", "miles"),
    ("miles", "kilometres"),
    ("metres", "feet"),
    ("meters", "feet"),
    ("tonnes", "kilograms"),
    ("tons", "kilograms"),
    ("hectares", "acres"),
    ("kilograms", "pounds"),
    ("kilos", "pounds"),
    ("kg", "lb"),
    ("litres", "gallons"),
    ("liters", "gallons"),
    ("centimetres", "inches"),
    ("weeks", "months"),
    ("days", "weeks"),
    ("hours", "days"),
    ("months", "years"),
    ("minutes", "hours"),
    ("years", "months"),
];

/// The first word of a list that a text has, replaced.
fn swap(text: &str, pairs: &[(&str, &str)]) -> Option<String> {
    let (at, old, new) = pairs
        .iter()
        .flat_map(|(old, new)| text.match_indices(old).map(move |(at, _)| (at, *old, *new)))
        .filter(|(at, old, _)| {
            let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
            let symbol = !old.starts_with(char::is_alphabetic);
            symbol
                || !letter(text[..*at].chars().next_back()) && !letter(text[at + old.len()..].chars().next())
        })
        .min()?;
    Some([&text[..at], new, &text[at + old.len()..]].concat())
}

fn capitalised(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or(String::new(), |c| c.to_uppercase().chain(letters).collect())
    };
    let both =
        |(old, new): &(&str, &str)| [((*old).to_owned(), (*new).to_owned()), (capital(old), capital(new))];
    pairs.iter().flat_map(both).collect()
}

fn next_of<'n>(names: &[&'n str]) -> Vec<(&'n str, &'n str)> {
    (0..names.len()).map(|at| (names[at], names[(at + 3) % names.len()])).collect()
}

/// Another digit in the first number of two or more digits, or of the only one.
fn digit(text: &str) -> Option<String> {
    let runs: Vec<(usize, &str)> = {
        let mut runs = Vec::new();
        let mut start = None;
        for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
            match (c.is_ascii_digit(), start) {
                (true, None) => start = Some(at),
                (false, Some(from)) => {
                    runs.push((from, &text[from..at]));
                    start = None;
                }
                _ => {}
            }
        }
        runs
    };
    let (at, run) = runs.iter().find(|(_, run)| run.len() > 1).or(runs.first())?;
    let first = run.as_bytes()[0];
    let other = if first == b'9' { '4' } else { char::from(first + 1) };
    Some(format!("{}{other}{}", &text[..*at], &text[at + 1..]))
}

/// Two numbers change places.
fn order(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split(' ').collect();
    let number = |w: &str| w.len() > 1 && w.bytes().all(|b| b.is_ascii_digit());
    let places: Vec<usize> = (0..words.len()).filter(|&at| number(words[at])).collect();
    let (&a, &b) = (places.first()?, places.get(1)?);
    // `from 12 to 16` the other way round is another fact, but its values are the same.
    if words.contains(&"from") || words[a] == words[b] {
        return None;
    }
    let mut swapped = words.clone();
    swapped.swap(a, b);
    Some(swapped.join(" "))
}

/// The name of a place or person inside the sentence becomes another.
fn name(text: &str) -> Option<String> {
    let places = [
        ("Valencia", "Seville"),
        ("Paris", "Vienna"),
        ("Berlin", "Madrid"),
        ("Madrid", "Lisbon"),
        ("Moscow", "Warsaw"),
        ("London", "Dublin"),
        ("Tokyo", "Manila"),
        ("Beijing", "Bangkok"),
        ("Rome", "Athens"),
        ("Lisbon", "Oslo"),
        ("Prague", "Zagreb"),
        ("Warsaw", "Prague"),
        ("Athens", "Rome"),
        ("Cairo", "Tunis"),
        ("Malta", "Cyprus"),
        ("France", "Spain"),
        ("Germany", "Italy"),
        ("Italy", "Greece"),
        ("Spain", "Portugal"),
        ("Russia", "Poland"),
        ("Ukraine", "Belarus"),
        ("China", "Japan"),
        ("Japan", "China"),
        ("Turkey", "Greece"),
    ];
    swap(text, &places)
}

fn percent(text: &str) -> Option<String> {
    let end = text.find('%').or_else(|| text.find(" percent")).or_else(|| text.find(" per cent"))?;
    let start =
        text[..end].rfind(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).map_or(0, |at| at + 1);
    digit(&text[start..end]).map(|new| [&text[..start], &new, &text[end..]].concat())
}

type Injection = (&'static str, fn(&str) -> Option<String>);

/// Kinds of errors.
const INJECTIONS: &[Injection] = &[
    ("digit", digit),
    ("number word", |text| {
        let pairs = capitalised(NUMBER_WORDS);
        swap(text, &pairs.iter().map(|(old, new)| (&**old, &**new)).collect::<Vec<_>>())
    }),
    ("month", |text| swap(text, &next_of(MONTHS))),
    ("weekday", |text| swap(text, &next_of(WEEKDAYS))),
    ("scale", |text| swap(text, SCALES)),
    ("currency", |text| swap(text, CURRENCIES)),
    ("unit", |text| swap(text, UNITS)),
    ("percent", percent),
    ("order", order),
    ("name", name),
    ("not", |text| {
        swap(
            text,
            &[
                ("did not", "did"),
                ("does not", "does"),
                ("do not", "do"),
                ("will not", "will"),
                ("are not", "are"),
                ("is not", "is"),
                ("was not", "was"),
                ("were not", "were"),
                ("has not", "has"),
                ("have not", "have"),
            ],
        )
    }),
];

/// The pairs of all languages.
fn pairs() -> Vec<(String, Vec<(String, String)>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/parallel");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let read = |path: &std::path::PathBuf| {
        let code = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = fs::read_to_string(path).unwrap();
        let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
        let pair = |line: &str| {
            let (source, target) =
                line.split_once('\t').unwrap_or_else(|| panic!("{code}: no tab in {line}"));
            (source.to_owned(), target.to_owned())
        };
        (code.clone(), lines.map(pair).collect())
    };
    files.iter().filter(|path| path.extension().is_some_and(|e| e == "tsv")).map(read).collect()
}

struct Checker<'r> {
    engine: Engine<'r>,
    options: LintOptions,
}

impl Checker<'_> {
    fn find(&mut self, code: &str, source: &str, text: &str) -> Vec<Finding> {
        self.options.original = Some(Original { text: source.to_owned(), language: Some(code.to_owned()) });
        let mut findings = self.engine.check(&Article::read(text, Format::Text), &self.options);
        findings.retain(|finding| finding.basis == Basis::Source);
        findings
    }
}

/// At least so many errors of value must be found, in percent.
const LEAST: usize = 95;

/// Kinds that are errors of value, from the first on; order, names and negations are found less often.
const OF_VALUE: usize = 8;

#[test]
fn injected_errors_are_found_and_untouched_pairs_are_not_flagged() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules");
    let (rules, _) = load::load_quick(&[folder], false);
    let mut checker = Checker { engine: Engine::new(&rules), options: LintOptions::default() };
    let mut counts: BTreeMap<(String, usize), (usize, usize)> = BTreeMap::new();
    let (mut false_alarms, mut missed) = (Vec::new(), String::new());
    let all = pairs();
    for (code, pairs) in &all {
        for (source, target) in pairs {
            let findings = checker.find(code, source, target);
            false_alarms.extend(
                findings.iter().map(|f| format!("{code}: {} {} | {source} | {target}", f.rule, f.message)),
            );
            let before: Vec<(String, String)> = findings.into_iter().map(|f| (f.rule, f.message)).collect();
            for (kind, (name, inject)) in INJECTIONS.iter().enumerate() {
                let Some(wrong) = inject(target) else { continue };
                let found = checker.find(code, source, &wrong);
                let new = found.into_iter().any(|f| !before.contains(&(f.rule, f.message)));
                let count = counts.entry((code.clone(), kind)).or_default();
                *count = (count.0 + usize::from(new), count.1 + 1);
                if !new {
                    writeln!(missed, "{code} {name}: {source} | {wrong}").unwrap();
                }
            }
        }
    }
    let (hits, total) = counts
        .iter()
        .filter(|((_, kind), _)| *kind < OF_VALUE)
        .fold((0, 0), |all, (_, (hit, n))| (all.0 + hit, all.1 + n));
    let mut table = format!("{:<6}", "");
    for (name, _) in INJECTIONS {
        write!(table, "{name:>12}").unwrap();
    }
    table.push('\n');
    for (code, _) in &all {
        write!(table, "{code:<6}").unwrap();
        for kind in 0..INJECTIONS.len() {
            let cell =
                counts.get(&(code.clone(), kind)).map_or("–".to_owned(), |(hit, n)| format!("{hit}/{n}"));
            write!(table, "{cell:>12}").unwrap();
        }
        table.push('\n');
    }
    // Names of many languages have few words in the tables yet; they are counted by themselves.
    let (names, values): (Vec<String>, Vec<String>) =
        false_alarms.into_iter().partition(|line| line.contains("source-name"));
    let sentences: usize = all.iter().map(|(_, pairs)| pairs.len()).sum();
    // An Indonesian number word with the prefix of ordinals and a Turkish century are not read yet.
    assert!(values.len() <= 2, "findings on untouched pairs: {values:#?}");
    assert!(names.len() * 100 <= 2 * sentences, "names flagged on untouched pairs: {names:#?}");
    assert!(hits * 100 >= LEAST * total, "{hits} of {total}\n{table}{missed}");
    insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("parallel", table);
    });
}
