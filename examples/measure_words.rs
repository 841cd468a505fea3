//! Lemma accuracy with gold tags, and the round trip `inflect(lemma(w), form(w)) == w`, over Universal Dependencies
//! tokens (tab-separated: form, lemma, UPOS, XPOS …).
//!
//! ```text
//! cargo run --example measure_words -- [--errors] FILE.tsv …
//! ```
#![allow(clippy::print_stdout)]

use std::collections::BTreeMap;
use std::error::Error;
use traduce::english::inflect::{self, Degree, VerbSlot};
use traduce::english::{lemma, lexicon, words};

/// Right, all.
type Share = (u32, u32);

fn main() -> Result<(), Box<dyn Error>> {
    let mut errors = false;
    let mut files = Vec::new();
    for argument in std::env::args().skip(1) {
        if argument == "--errors" {
            errors = true;
        } else {
            files.push(argument);
        }
    }
    let mut wrong: BTreeMap<String, u32> = BTreeMap::new();
    for file in &files {
        let mut lemmas: BTreeMap<String, Share> = BTreeMap::new();
        let mut trips: BTreeMap<String, Share> = BTreeMap::new();
        for line in std::fs::read_to_string(file)?.lines() {
            let fields: Vec<&str> = line.split('\t').collect();
            let [form, gold, upos, xpos, ..] = fields.as_slice() else { continue };
            let form = words::fold(form).into_owned();
            let gold = words::fold(gold).into_owned();
            let ours = lemma_of(&form, upos);
            let class = if matches!(*upos, "NOUN" | "PROPN" | "VERB" | "AUX" | "ADJ" | "ADV") {
                upos
            } else {
                "other"
            };
            count(&mut lemmas, class, ours == gold);
            if ours != gold && class != "other" {
                *wrong.entry(format!("lemma {upos} {form} gold {gold} ours {ours}")).or_default() += 1;
            }
            // *be* has more forms than slots, and clitics are not inflected.
            if let Some(back) = inflected(&ours, xpos)
                && ours != "be"
                && form.starts_with(char::is_alphabetic)
                && !form.contains('\'')
            {
                count(&mut trips, xpos, back == form);
                if back != form {
                    *wrong.entry(format!("trip {xpos} {form} lemma {ours} back {back}")).or_default() += 1;
                }
            }
        }
        println!("{file}");
        print("lemma", &lemmas);
        print("trip", &trips);
    }
    if errors {
        let mut wrong: Vec<_> = wrong.into_iter().collect();
        wrong.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        for (what, n) in wrong {
            println!("{n}\t{what}");
        }
    }
    Ok(())
}

/// As `WordInfo::lemma` chooses it.
fn lemma_of(form: &str, upos: &str) -> String {
    match upos {
        "VERB" | "AUX" => lemma::verb(form),
        _ if lexicon::is_function_word(form) => form.into(),
        "NOUN" | "PROPN" => lemma::noun(form),
        "ADJ" | "ADV" => lemma::adjective(form),
        _ => form.into(),
    }
    .into_owned()
}

fn inflected(lemma: &str, xpos: &str) -> Option<String> {
    Some(match xpos {
        "VBZ" => inflect::verb(lemma, VerbSlot::Pres3),
        "VBD" => inflect::verb(lemma, VerbSlot::Past),
        "VBN" => inflect::verb(lemma, VerbSlot::Pp),
        "VBG" => inflect::verb(lemma, VerbSlot::Ing),
        "NNS" => inflect::plural(lemma),
        "JJR" => inflect::degree(lemma, Degree::Comparative),
        "JJS" => inflect::degree(lemma, Degree::Superlative),
        _ => return None,
    })
}

fn count(shares: &mut BTreeMap<String, Share>, class: &str, right: bool) {
    let share = shares.entry(class.to_owned()).or_default();
    share.0 += u32::from(right);
    share.1 += 1;
}

fn print(title: &str, shares: &BTreeMap<String, Share>) {
    let total = shares.values().fold((0, 0), |sum, s| (sum.0 + s.0, sum.1 + s.1));
    for (class, (right, all)) in shares.iter().map(|(c, s)| (c.as_str(), *s)).chain([("all", total)]) {
        println!("  {title} {class:6} {right:6} / {all:6} = {:.4}", f64::from(right) / f64::from(all.max(1)));
    }
}
