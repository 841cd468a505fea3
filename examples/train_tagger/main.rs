//! Trains the tagger on Universal Dependencies treebanks and measures it.
//!
//! ```text
//! cargo run --release --example train_tagger -- UD_DIR [OUT]
//! ```
//!
//! `UD_DIR` holds `train_ewt.tsv`, `train_gum.tsv` and the test sets `ewt_test.tsv`, `gum_test.tsv`, `pud.tsv`: one
//! token a line (form, lemma, UPOS, XPOS, features, head, relation), an empty line after each sentence. Without
//! `OUT` the weights in `data/tagger.bin` are measured. The same input gives the same bytes.
#![allow(clippy::print_stdout)]

mod corpus;
mod dictionary;
mod evaluate;
mod pack;
mod perceptron;

use std::path::Path;

/// The file may not be larger.
const MOST_BYTES: usize = 1_600_000;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let Some(folder) = arguments.next() else { return Err("usage: train_tagger UD_DIR [OUT]".into()) };
    let folder = Path::new(&folder);
    let weights = match arguments.next() {
        None => std::fs::read("data/tagger.bin")?,
        Some(out) => {
            let weights = train(folder)?;
            std::fs::write(&out, &weights)?;
            println!("{out}: {} bytes", weights.len());
            weights
        }
    };
    for name in ["ewt_test.tsv", "gum_test.tsv", "pud.tsv"] {
        evaluate::report(name, &corpus::read(&folder.join(name))?, &weights);
    }
    Ok(())
}

/// Trains twice: once to learn which features matter, once with those alone.
fn train(folder: &Path) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut sentences = corpus::read(&folder.join("train_ewt.tsv"))?;
    sentences.extend(corpus::read(&folder.join("train_gum.tsv"))?);
    let labels = corpus::Labels::of(&sentences);
    let dictionary = dictionary::Dictionary::of(&sentences, &labels);
    println!(
        "{} sentences, {} labels, {} words in the dictionary",
        sentences.len(),
        labels.tags.len(),
        dictionary.len()
    );
    let sentences = corpus::vary(sentences);
    let first = perceptron::train(&sentences, &labels, &dictionary, None, 4);
    let budget = MOST_BYTES - dictionary.bytes() - 140_000;
    let kept = first.most_useful(budget);
    println!("{} features, {} kept", first.len(), kept.len());
    let second = perceptron::train(&sentences, &labels, &dictionary, Some(&kept), 8);
    Ok(pack::pack(&second, &labels, &dictionary, MOST_BYTES))
}
