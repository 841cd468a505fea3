//! Trains the tagger on Universal Dependencies treebanks and measures it.
//!
//! ```text
//! cargo run --release --example train_tagger -- UD_DIR [OUT]
//! ```
//!
//! `UD_DIR` holds `train_ewt.tsv`, `train_gum.tsv` and the test sets `ewt_test.tsv`, `gum_test.tsv`, `pud.tsv`: one
//! token a line (form, lemma, UPOS, XPOS, features, head, relation), an empty line after each sentence. Without `OUT` the weights in `data/tagger.bin` are measured. The same input gives the same bytes.
#![allow(clippy::print_stdout)]

mod corpus;
mod dictionary;
mod evaluate;
mod pack;
mod perceptron;

use corpus::{Labels, Sentence};
use dictionary::Dictionary;
use std::path::Path;
use traduce::english::tag::model::MAGIC;

/// The file may not be larger.
const MOST_BYTES: usize = 1_600_000;
/// Room for the table of buckets and the labels.
const TABLE_BYTES: usize = 132_000;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (folder, weights) = match arguments.as_slice() {
        [folder] => (Path::new(folder), std::fs::read("data/tagger.bin")?),
        [folder, out] => {
            refuse_foreign(Path::new(out))?;
            let weights = train(Path::new(folder))?;
            std::fs::write(out, &weights)?;
            println!("{out}: {} bytes", weights.len());
            (Path::new(folder), weights)
        }
        _ => return Err("usage: train_tagger UD_DIR [OUT]".into()),
    };
    for name in ["ewt_test.tsv", "gum_test.tsv", "pud.tsv"] {
        evaluate::report(name, &corpus::read(&folder.join(name))?, &weights);
    }
    Ok(())
}

/// An error if writing would destroy a file that holds no weights: arguments in the wrong order must not cost a
/// corpus.
fn refuse_foreign(out: &Path) -> Result<(), Box<dyn std::error::Error>> {
    match std::fs::read(out) {
        Ok(old) if !old.is_empty() && !old.starts_with(&MAGIC) => {
            Err(format!("{}: exists and holds no tagger weights; not overwritten", out.display()).into())
        }
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// Trains on the training parts of both treebanks.
fn train(folder: &Path) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut sentences = corpus::read(&folder.join("train_ewt.tsv"))?;
    sentences.extend(corpus::read(&folder.join("train_gum.tsv"))?);
    let labels = Labels::of(&sentences);
    let varied = corpus::vary(&sentences);
    println!("{} sentences, {} with variants, {} labels", sentences.len(), varied.len(), labels.tags.len());
    Ok(train_with(&varied, &labels, &Dictionary::of(&sentences, &labels)))
}

/// Trains twice: once to learn which features matter, once with those alone.
fn train_with(sentences: &[Sentence], labels: &Labels, dictionary: &Dictionary) -> Vec<u8> {
    let all = perceptron::train(sentences, labels, dictionary, None, 4);
    let room = MOST_BYTES - dictionary.bytes() - TABLE_BYTES;
    let kept = all.most_useful(room);
    println!("{} words in the dictionary; {} features, {} kept", dictionary.len(), all.len(), kept.len());
    let weights = perceptron::train(sentences, labels, dictionary, Some(&kept), 10);
    pack::pack(&weights, labels, dictionary, MOST_BYTES)
}
