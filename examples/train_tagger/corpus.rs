//! Reads treebanks and makes variants of their sentences.
use std::collections::BTreeMap;
use std::path::Path;
use traduce::english::{Tag, Upos};

/// A tagged sentence.
#[derive(Clone, Default)]
pub struct Sentence {
    pub words: Vec<String>,
    pub tags: Vec<Tag>,
    /// Per token: Penn tag, head (from 1, 0 = root) and relation.
    syntax: Vec<(String, usize, String)>,
}

/// Reads a file.
pub fn read(path: &Path) -> Result<Vec<Sentence>, Box<dyn std::error::Error>> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut sentences = Vec::new();
    let mut sentence = Sentence::default();
    for line in text.lines().chain([""]) {
        let fields: Vec<&str> = line.split('\t').collect();
        if let [form, _, upos, xpos, _, head, relation] = fields.as_slice() {
            let tag = Tag::from_treebank(upos, xpos).ok_or_else(|| format!("unknown tag {upos}"))?;
            sentence.words.push((*form).to_owned());
            sentence.tags.push(tag);
            sentence.syntax.push(((*xpos).to_owned(), head.parse().unwrap_or(0), (*relation).to_owned()));
        } else if !sentence.words.is_empty() {
            sentences.push(std::mem::take(&mut sentence));
        }
    }
    Ok(sentences)
}

/// The labels, most frequent first.
pub struct Labels {
    pub tags: Vec<Tag>,
}

impl Labels {
    /// Every tag that occurs at least 20 times.
    pub fn of(sentences: &[Sentence]) -> Self {
        let mut counts: BTreeMap<[u8; 2], usize> = BTreeMap::new();
        for tag in sentences.iter().flat_map(|s| &s.tags) {
            *counts.entry(tag.to_bytes()).or_default() += 1;
        }
        let mut tags: Vec<_> = counts.into_iter().filter(|&(_, n)| n >= 20).collect();
        tags.sort_by_key(|&(tag, n)| (std::cmp::Reverse(n), tag));
        Self { tags: tags.into_iter().map(|(tag, _)| Tag::from_bytes(tag)).collect() }
    }

    /// The number of a tag; for a rare one, of the most frequent with the same part of speech.
    pub fn number(&self, tag: Tag) -> u8 {
        let exact = self.tags.iter().position(|&t| t == tag);
        exact.or_else(|| self.tags.iter().position(|t| t.upos == tag.upos)).unwrap_or(0) as u8
    }
}

/// Adds variants that translated news needs: hyphenated compounds as one token, which is how traduce lexes them;
/// sentences that have lost their capitals; headlines.
pub fn vary(sentences: &[Sentence]) -> Vec<Sentence> {
    let mut all = Vec::with_capacity(sentences.len() * 5 / 4);
    for (index, sentence) in sentences.iter().enumerate() {
        let names = sentence.tags.iter().any(|t| t.upos == Upos::Propn);
        if let Some(joined) = join_hyphens(sentence) {
            all.push(joined);
        }
        if index % 12 == 0 && names {
            all.push(recase(sentence, |_, word| word.to_lowercase()));
        }
        if index % 50 == 7 {
            all.push(recase(sentence, |tag, word| match tag.upos {
                Upos::Adp | Upos::Det | Upos::Cconj | Upos::Part => word.to_owned(),
                _ => capitalise(word),
            }));
        }
        all.push(sentence.clone());
    }
    all
}

fn recase(sentence: &Sentence, change: impl Fn(Tag, &str) -> String) -> Sentence {
    let mut changed = sentence.clone();
    changed.words = sentence.words.iter().zip(&sentence.tags).map(|(w, &t)| change(t, w)).collect();
    changed
}

fn capitalise(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or(String::new(), |c| c.to_uppercase().chain(chars).collect())
}

/// Joins `small - scale` to `small-scale`. The compound takes the tag of its last part, but is an adjective
/// where it modifies a noun behind it.
fn join_hyphens(sentence: &Sentence) -> Option<Sentence> {
    let is_hyphen = |at: usize| {
        sentence.words.get(at).is_some_and(|w| w == "-")
            && sentence.syntax.get(at).is_some_and(|s| s.0 == "HYPH")
    };
    let mut joined = Sentence::default();
    let mut at = 0;
    while at < sentence.words.len() {
        let mut end = at + 1;
        while is_hyphen(end) && end + 1 < sentence.words.len() && !is_hyphen(at) {
            end += 2;
        }
        let mut tag = sentence.tags[end - 1];
        if end > at + 1 {
            // The part whose head lies outside speaks for the whole.
            let outward = sentence.syntax[at..end].iter().find(|s| s.1 <= at || s.1 > end);
            let modifies =
                outward.is_some_and(|s| s.1 > end && matches!(s.2.as_str(), "amod" | "compound" | "nmod"));
            if modifies && matches!(tag.upos, Upos::Noun | Upos::Verb | Upos::Adv | Upos::Num) {
                tag = Tag { upos: Upos::Adj, ..Tag::default() };
            }
        }
        joined.words.push(sentence.words[at..end].concat());
        joined.tags.push(tag);
        at = end;
    }
    (joined.words.len() < sentence.words.len()).then_some(joined)
}
