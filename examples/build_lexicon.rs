//! Builds `data/lexicon.fst`, `data/verb_forms.txt`, `data/noun_forms.txt` and `data/adjective_forms.txt`.
//!
//! ```text
//! cargo run --example build_lexicon -- WORDNET_DIR SCOWL_DIR
//! ```
//!
//! `WORDNET_DIR` is `/usr/share/wordnet` of Debian's `wordnet-base`, `SCOWL_DIR` is `/usr/share/dict/scowl` of
//! Debian's `scowl`. Further input is written by hand in `data/source/` and `data/irregular_*.txt`.
#![allow(clippy::print_stdout)]

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;
use traduce::english::lexicon::{ADJECTIVE, ADVERB, CAPITAL, KNOWN, NOUN, VERB};

/// SCOWL sizes taken: 70 is the largest list that holds hardly any spelling that only word-game players know.
const SIZES: [&str; 8] = ["10", "20", "35", "40", "50", "55", "60", "70"];
const REGIONS: [&str; 5] = ["english", "american", "british", "british_z", "variant_1"];

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [wordnet, scowl] = arguments.as_slice() else {
        return Err("usage: build_lexicon WORDNET_DIR SCOWL_DIR".into());
    };
    let (wordnet, scowl) = (Path::new(wordnet), Path::new(scowl));
    let mut words: BTreeMap<String, u64> = BTreeMap::new();
    add_scowl(scowl, &mut words)?;
    add_wordnet(wordnet, &mut words)?;
    add_own(&mut words)?;
    let mut builder = fst::MapBuilder::new(std::fs::File::create("data/lexicon.fst")?)?;
    for (word, flags) in &words {
        builder.insert(word, *flags)?;
    }
    builder.finish()?;
    println!("{} words", words.len());
    write_forms(wordnet, &words)
}

fn add_scowl(folder: &Path, words: &mut BTreeMap<String, u64>) -> Result<(), Box<dyn Error>> {
    for region in REGIONS {
        for (class, flag) in
            [("words", KNOWN), ("upper", CAPITAL), ("proper-names", CAPITAL), ("abbreviations", CAPITAL)]
        {
            for size in SIZES {
                let path = folder.join(format!("{region}-{class}.{size}"));
                let Ok(bytes) = std::fs::read(path) else { continue };
                // SCOWL is in Latin-1, whose characters are the first 256 of Unicode.
                let text: String = bytes.iter().map(|b| char::from(*b)).collect();
                for word in text.lines().filter(|w| !w.contains('\'')) {
                    let flag = if word.contains(char::is_uppercase) { CAPITAL } else { flag };
                    *words.entry(word.to_lowercase()).or_default() |= flag;
                }
            }
        }
    }
    Ok(())
}

fn add_wordnet(folder: &Path, words: &mut BTreeMap<String, u64>) -> Result<(), Box<dyn Error>> {
    for (class, flag) in [("noun", NOUN), ("verb", VERB), ("adj", ADJECTIVE), ("adv", ADVERB)] {
        for line in std::fs::read_to_string(folder.join(format!("data.{class}")))?.lines() {
            if line.starts_with(' ') {
                continue;
            }
            // Offset, file, type, number of words in hexadecimal, then word and sense in turn.
            let fields: Vec<&str> = line.split(' ').collect();
            let count = fields.get(3).map_or(Ok(0), |n| usize::from_str_radix(n, 16))?;
            for word in fields.iter().skip(4).step_by(2).take(count) {
                let word = word.split('(').next().unwrap_or(word);
                if word.contains(['_', '\'']) || !word.contains(char::is_alphabetic) {
                    continue;
                }
                let capital = word.contains(char::is_uppercase);
                *words.entry(word.to_lowercase()).or_default() |=
                    if capital { CAPITAL } else { KNOWN | flag };
            }
        }
    }
    Ok(())
}

/// `data/source/words.txt`: word, tab, letters of its classes (`n v a r`), or nothing for a form that is known; a `-` before the
/// letters takes classes away that WordNet gives.
fn add_own(words: &mut BTreeMap<String, u64>) -> Result<(), Box<dyn Error>> {
    for line in std::fs::read_to_string("data/source/words.txt")?.lines() {
        let (word, classes) = line.split_once('\t').unwrap_or((line, ""));
        let mut flags = 0;
        for class in classes.chars() {
            flags |= match class {
                'n' => NOUN,
                'v' => VERB,
                'a' => ADJECTIVE,
                'r' => ADVERB,
                _ => 0,
            };
        }
        let entry = words.entry(word.to_owned()).or_default();
        *entry = if classes.starts_with('-') { *entry & !flags } else { *entry | flags | KNOWN };
    }
    Ok(())
}

/// Irregular forms: own ones first, then WordNet's exceptions.
fn write_forms(wordnet: &Path, words: &BTreeMap<String, u64>) -> Result<(), Box<dyn Error>> {
    for (class, exceptions, flag) in
        [("verb", "verb.exc", VERB), ("noun", "noun.exc", NOUN), ("adjective", "adj.exc", ADJECTIVE)]
    {
        let mut forms: BTreeMap<String, String> = BTreeMap::new();
        let mut own: BTreeSet<String> = BTreeSet::new();
        for line in std::fs::read_to_string(format!("data/source/{class}_forms.txt"))?.lines() {
            if let Some((form, lemma)) = line.split_once('\t') {
                forms.insert(form.to_owned(), lemma.to_owned());
                own.insert(form.to_owned());
            }
        }
        for line in std::fs::read_to_string(format!("data/irregular_{class}s.txt"))?.lines() {
            let mut fields = line.split('\t');
            let lemma = fields.next().unwrap_or_default();
            for form in fields {
                forms.entry(form.to_owned()).or_insert_with(|| lemma.to_owned());
            }
        }
        for line in std::fs::read_to_string(wordnet.join(exceptions))?.lines() {
            let mut fields = line.split(' ');
            let (Some(form), Some(lemma)) = (fields.next(), fields.next()) else { continue };
            if form.contains('_') || lemma.contains('_') {
                continue;
            }
            // A form that is a lemma itself (`better`, to better) stays one unless the table says otherwise.
            if words.get(form).is_some_and(|f| f & flag != 0) {
                continue;
            }
            forms.entry(form.to_owned()).or_insert_with(|| lemma.to_owned());
        }
        // What the rules find by themselves need not be stored.
        forms.retain(|form, lemma| form == lemma || own.contains(form) || by_rule(class, form) != *lemma);
        let text: String = forms.iter().map(|(form, lemma)| format!("{form}\t{lemma}\n")).collect();
        std::fs::write(format!("data/{class}_forms.txt"), text)?;
        println!("{} {class} forms", forms.len());
    }
    Ok(())
}

fn by_rule(class: &str, form: &str) -> String {
    use traduce::english::lemma;
    match class {
        "verb" => lemma::verb_by_rule(form),
        "noun" => lemma::noun_by_rule(form),
        _ => lemma::adjective_by_rule(form),
    }
    .into_owned()
}
