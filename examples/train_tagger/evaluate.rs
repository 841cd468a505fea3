//! Measures the tagger as it runs: with packed weights and repairs.
use crate::corpus::Sentence;
use std::collections::BTreeMap;
use std::time::Instant;
use traduce::english::Tag;
use traduce::english::tag::model::Model;
use traduce::english::tag::tag_words;

/// Prints accuracy on a test set, and its most frequent mistakes.
pub fn report(name: &str, sentences: &[Sentence], weights: &[u8]) {
    let model = Model::new(weights);
    let (mut tokens, mut upos, mut form, mut both) = (0, 0, 0, 0);
    let mut mistakes: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut seconds = 0.0;
    for sentence in sentences {
        let words: Vec<&str> = sentence.words.iter().map(String::as_str).collect();
        let start = Instant::now();
        let tags = tag_words(&model, &words);
        seconds += start.elapsed().as_secs_f64();
        for (tag, gold) in tags.iter().zip(&sentence.tags) {
            tokens += 1;
            upos += usize::from(tag.upos == gold.upos);
            form += usize::from(tag.form == gold.form);
            both += usize::from(tag == gold);
            if tag != gold {
                *mistakes.entry((show(*gold), show(*tag))).or_default() += 1;
            }
        }
    }
    let share = |n: usize| n as f64 / tokens.max(1) as f64;
    println!(
        "{name}: UPOS {:.4}, form {:.4}, both {:.4} of {tokens} tokens; {:.2} µs a token",
        share(upos),
        share(form),
        share(both),
        seconds * 1e6 / tokens.max(1) as f64
    );
    let mut mistakes: Vec<_> = mistakes.into_iter().collect();
    mistakes.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    let list: Vec<String> = mistakes.iter().take(24).map(|((g, t), n)| format!("{g}→{t} {n}")).collect();
    println!("  {}", list.join(", "));
}

fn show(tag: Tag) -> String {
    format!("{}.{:?}", tag.upos.name(), tag.form)
}
