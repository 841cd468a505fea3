//! Throughput of each layer on generated news: `cargo bench`.

#![allow(clippy::unwrap_used, missing_docs)]

mod generate;

use divan::Bencher;
use divan::counter::BytesCount;
use generate::news;
use traduce::article::Article;
use traduce::english::parse::document;
use traduce::english::words::Words;
use traduce::lint::{Engine, LintOptions};
use traduce::rule::load::load;
use traduce::source::Format;
use traduce::text::vocab::Vocabulary;

fn main() {
    divan::main();
}

/// About as long as the articles of a day.
const BYTES: usize = 200_000;

#[divan::bench]
fn read(bencher: Bencher<'_, '_>) {
    let text = news(BYTES);
    bencher.counter(BytesCount::of_str(&text)).bench(|| Article::read(&text, Format::Text));
}

#[divan::bench]
fn lex(bencher: Bencher<'_, '_>) {
    let text = news(BYTES);
    let article = Article::read(&text, Format::Text);
    let vocabulary = Vocabulary::default();
    bencher.counter(BytesCount::of_str(&text)).bench(|| document(&article, &mut Words::new(&vocabulary)));
}

#[divan::bench]
fn parse_every_sentence(bencher: Bencher<'_, '_>) {
    let text = news(BYTES);
    let article = Article::read(&text, Format::Text);
    let vocabulary = Vocabulary::default();
    bencher
        .counter(BytesCount::of_str(&text))
        .with_inputs(|| document(&article, &mut Words::new(&vocabulary)))
        .bench_refs(|document| document.sentences.iter().map(|s| s.parsed().clauses.len()).sum::<usize>());
}

#[divan::bench]
fn check(bencher: Bencher<'_, '_>) {
    let text = news(BYTES);
    let article = Article::read(&text, Format::Text);
    let (rules, _) = load(&[], true);
    let mut engine = Engine::new(&rules);
    let options = LintOptions::default();
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| engine.check(&article, &options));
}

/// What every run of the binary pays before it reads anything.
#[divan::bench]
fn load_builtin_rules() -> usize {
    load(&[], true).0.rules.len()
}
