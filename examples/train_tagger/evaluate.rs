//! Measures the tagger as it runs: with packed weights and repairs.
use crate::corpus::Sentence;
use std::collections::BTreeMap;
use traduce::english::Tag;
use traduce::english::tag::model::Model;
use traduce::english::tag::tag_words;

/// Prints accuracy on a test set, and its most frequent mistakes.
pub fn report(name: &str, sentences: &[Sentence], weights: &[u8]) {
    let model = Model::new(weights);
    let (mut tokens, mut upos, mut form, mut both) = (0, 0, 0, 0);
    let mut mistakes: BTreeMap<(String, String), usize> = BTreeMap::new();
    let words: Vec<Vec<&str>> =
        sentences.iter().map(|s| s.words.iter().map(String::as_str).collect()).collect();
    let start = processor_seconds();
    let tagged: Vec<Vec<Tag>> = words.iter().map(|words| tag_words(&model, words)).collect();
    let seconds = processor_seconds() - start;
    for (sentence, tags) in sentences.iter().zip(&tagged) {
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

/// Time that this thread has run, so that a busy machine does not count; 0 where the system does not say.
fn processor_seconds() -> f64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    text.split(' ').next().and_then(|n| n.parse::<f64>().ok()).unwrap_or(0.0) / 1e9
}

fn show(tag: Tag) -> String {
    format!("{}.{:?}", tag.upos.name(), tag.form)
}
