//! Measures sentence alignment on articles made from parallel sentences, some of them dropped, merged or split.
//!
//! usage: measure_alignment PARALLEL.jsonl [-v]
//!
//! Each line of the file holds one sentence in several languages by code (`en` among them). From every language articles
//! of 30 to 40 sentences are made in four ways: whole; sentences of the translation dropped; two merged or one split; all
//! of it, with paragraphs set anew. A link is right if both its sides come from the same lines, or if it has one side only
//! and the other side was dropped.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};
use traduce::align::{SourceText, align};
use traduce::article::Article;
use traduce::english::{Range, parse, words::Words};
use traduce::fact::LazyLedger;
use traduce::source::Format;
use traduce::text::vocab::Vocabulary;

/// Sentences with the lines of the file that they come from.
type Side = Vec<(String, Vec<usize>)>;

struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }
}

#[derive(Default)]
struct Score {
    right: usize,
    all: usize,
    alone: usize,
    alone_right: usize,
    time: Duration,
    articles: usize,
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().expect("usage: measure_alignment PARALLEL.jsonl [-v]");
    let verbose = arguments.next().is_some();
    let text = std::fs::read_to_string(file).unwrap();
    let lines: Vec<BTreeMap<String, String>> = text
        .lines()
        .map(|line| {
            let value: serde_json::Value = serde_json::from_str(line).unwrap();
            let object = value.as_object().unwrap();
            object.iter().filter_map(|(k, v)| Some((k.clone(), v.as_str()?.to_owned()))).collect()
        })
        .collect();
    let codes: Vec<&String> = lines[0].keys().filter(|k| k.len() == 2 && *k != "en" && *k != "id").collect();
    let mut whole = Score::default();
    for code in codes {
        let mut shown = String::new();
        let mut sum = Score::default();
        for way in 0..4 {
            let score = measure(&lines, code, way, verbose);
            shown += &format!("{:7.2}", 100.0 * score.right as f64 / score.all as f64);
            sum.add(&score);
        }
        println!("{code} {shown}   {}", sum.show());
        whole.add(&sum);
    }
    println!("all {}", whole.show());
    println!("unlike: {}", unlike(&lines));
}

impl Score {
    fn add(&mut self, other: &Self) {
        self.right += other.right;
        self.all += other.all;
        self.alone += other.alone;
        self.alone_right += other.alone_right;
        self.time += other.time;
        self.articles += other.articles;
    }

    fn show(&self) -> String {
        format!(
            "links right {:.2}% of {}; left out, sure: {} of {} right; {:.2} ms an article",
            100.0 * self.right as f64 / self.all as f64,
            self.all,
            self.alone_right,
            self.alone,
            self.time.as_secs_f64() * 1000.0 / self.articles.max(1) as f64
        )
    }
}

fn measure(lines: &[BTreeMap<String, String>], code: &str, way: usize, verbose: bool) -> Score {
    let mut score = Score::default();
    let mut random = Random(way as u64 + 7);
    let mut at = 0;
    while at + 30 <= lines.len() {
        let count = 30 + random.below(11).min(lines.len() - at - 30);
        let mut sides: [Side; 2] = [Vec::new(), Vec::new()];
        for (index, line) in lines[at..at + count].iter().enumerate() {
            sides[0].push((line[code].clone(), vec![index]));
            sides[1].push((line["en"].clone(), vec![index]));
        }
        at += count;
        change(&mut sides, way, &mut random);
        one(&sides, code, way == 3, &mut random, &mut score, verbose);
    }
    score
}

fn change(sides: &mut [Side; 2], way: usize, random: &mut Random) {
    let times = if way == 0 { 0 } else { 1 + random.below(3) };
    for _ in 0..times {
        if way != 2 {
            // Dropped, seldom from the source.
            let side = usize::from(random.below(4) > 0);
            let at = random.below(sides[side].len());
            sides[side].remove(at);
        }
        if way != 1 {
            let side = random.below(2);
            let at = random.below(sides[side].len() - 1);
            if random.below(2) == 0 {
                let (text, from) = sides[side].remove(at);
                let next = &mut sides[side][at];
                let first = text.trim_end_matches(['.', '。', '!', '?', '"', '”']);
                next.0 = format!("{first}, {}", next.0);
                next.1.splice(0..0, from);
            } else if let Some((comma, mark)) =
                sides[side][at].0.char_indices().find(|(_, c)| matches!(c, ',' | '，' | '،'))
            {
                let (text, from) = sides[side].remove(at);
                let rest = text[comma + mark.len_utf8()..].trim_start().to_owned();
                let mut letters = rest.chars();
                let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
                let stop = if mark == '，' { "。" } else { "." };
                sides[side].insert(at, (format!("{capital}{}", letters.as_str()), from.clone()));
                sides[side].insert(at, (format!("{}{stop}", &text[..comma]), from));
            }
        }
    }
}

/// Joins sentences to paragraphs; the result has the byte where each begins.
fn join(side: &Side, space: &str, random: &mut Random) -> (String, Vec<usize>) {
    let mut text = String::new();
    let mut starts = Vec::new();
    for (sentence, from) in side {
        if !text.is_empty() {
            // Paragraphs begin at the same lines on both sides, but by chance.
            let same = from[0] % 3 == 0;
            let other = random.below(8) == 0;
            text.push_str(if same != other { "\n\n" } else { space });
        }
        starts.push(text.len());
        text.push_str(sentence.trim());
    }
    (text, starts)
}

fn one(sides: &[Side; 2], code: &str, anew: bool, random: &mut Random, score: &mut Score, verbose: bool) {
    let space = if matches!(code, "zh" | "ja") { "" } else { " " };
    let mut never = Random(1);
    let (mut source, starts) = join(sides.first().unwrap(), space, &mut Random(random.0));
    let (mut target, target_starts) = join(&sides[1], " ", if anew { random } else { &mut never });
    if anew && random.below(2) == 0 {
        // Same length, so that starts hold.
        source = source.replace("\n\n", "  ");
        target = target.replace("\n\n", "  ");
    }
    let vocabulary = Vocabulary::default();
    let began = Instant::now();
    let article = Article::read(&target, Format::Text);
    let document = parse::document(&article, &mut Words::new(&vocabulary));
    let ledger = LazyLedger::new(&document);
    let read = SourceText::read(&source, Some(code));
    for index in 0..document.sentences.len() {
        let _ = ledger.values(index);
    }
    let parsed = began.elapsed();
    let alignment = align(&read, &document, &ledger);
    score.time += began.elapsed() - parsed;
    score.articles += 1;
    if let Some(mismatch) = alignment.mismatch {
        println!("{code}: said not to belong together: {mismatch}");
    }
    let lines = |starts: &[usize], side: &Side, from: usize, to: usize| -> BTreeSet<usize> {
        let first = starts.partition_point(|&s| s <= from).saturating_sub(1);
        let last = starts.partition_point(|&s| s < to);
        side[first..last].iter().flat_map(|(_, lines)| lines.iter().copied()).collect()
    };
    let present = |side: &Side| side.iter().flat_map(|(_, l)| l.iter().copied()).collect::<BTreeSet<usize>>();
    let (in_source, in_target) = (present(&sides[0]), present(&sides[1]));
    for link in &alignment.links {
        let here: BTreeSet<usize> = link
            .source
            .clone()
            .flat_map(|i| {
                let span = read.sentences[i].span;
                lines(&starts, &sides[0], span.start as usize, span.end as usize)
            })
            .collect();
        let there: BTreeSet<usize> = link
            .target
            .clone()
            .flat_map(|i| {
                let sentence = &document.sentences[i];
                let inner = sentence.range_span(Range::new(0, sentence.tokens.len()));
                let span = article.blocks[sentence.block as usize].map.to_source(inner);
                lines(&target_starts, &sides[1], span.start as usize, span.end as usize)
            })
            .collect();
        let right = if here.is_empty() {
            there.is_disjoint(&in_source)
        } else if there.is_empty() {
            here.is_disjoint(&in_target)
        } else {
            here == there
        };
        score.all += 1;
        score.right += usize::from(right);
        if (here.is_empty() || there.is_empty()) && link.certainty > 0.9 {
            score.alone += 1;
            score.alone_right += usize::from(right);
        }
        if verbose && !right {
            let source: Vec<&str> = link.source.clone().map(|i| read.sentence_text(i)).collect();
            let target: Vec<&str> = link
                .target
                .clone()
                .map(|i| {
                    let s = &document.sentences[i];
                    s.range_text(Range::new(0, s.tokens.len()))
                })
                .collect();
            println!("WRONG {:.2} {here:?} {there:?}\n   {source:?}\n   {target:?}", link.certainty);
        }
    }
}

/// How many of the articles that are put beside the translation of another are said not to belong together.
fn unlike(lines: &[BTreeMap<String, String>]) -> String {
    let (mut said, mut all) = (0, 0);
    let vocabulary = Vocabulary::default();
    for size in [6, 10, 20, 30] {
        for code in lines[0].keys().filter(|k| k.len() == 2 && *k != "en" && *k != "id") {
            for at in (0..lines.len().saturating_sub(2 * size)).step_by(size) {
                let join = |code: &str, at: usize| -> String {
                    lines[at..at + size].iter().map(|l| l[code].as_str()).collect::<Vec<_>>().join("\n\n")
                };
                let (source, target) = (join(code, at), join("en", at + size));
                let article = Article::read(&target, Format::Text);
                let document = parse::document(&article, &mut Words::new(&vocabulary));
                let ledger = LazyLedger::new(&document);
                let alignment = align(&SourceText::read(&source, Some(code)), &document, &ledger);
                all += 1;
                said += usize::from(!alignment.belongs());
            }
        }
    }
    format!("{said} of {all}")
}
