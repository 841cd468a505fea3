//! Tells text of the website (paywall, log-in, newsletter, cookies, sharing) from the story, also in the
//! clumsy wording that machine translation gives it.
//!
//! Each block is scored with the cue phrases of `data/chrome.txt`. It counts as website text if it has a
//! phrase that a story hardly ever says, if the cues are dense, and if what stories do (report speech,
//! speak of others) does not outweigh them. Beside website text, weaker cues suffice. A story about
//! subscriptions or cookies thus stays prose.

use super::plain::ends_sentence;
use super::{Article, Block, BlockKind};
use crate::span::Span;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// Longer blocks are not website text as a whole, and are not scored (bytes).
const LONGEST: usize = 640;

/// Words that one point of score makes up for.
const WORDS_PER_POINT: i32 = 5;

/// Marks website text as [`BlockKind::Chrome`]. A block whose lines are partly website text is split at
/// the ends of those lines.
pub fn mark(article: &mut Article) {
    let mut blocks = Vec::with_capacity(article.blocks.len());
    for block in article.blocks.drain(..) {
        if block.text.contains('\n') {
            split(block, &mut blocks);
        } else {
            blocks.push(block);
        }
    }
    article.blocks = blocks;
    let scores: Vec<Score> = article.blocks.iter().map(Score::of_block).collect();
    let mut chrome: Vec<bool> = scores.iter().map(Score::is_chrome).collect();
    spread(&scores, &mut chrome);
    for (block, chrome) in article.blocks.iter_mut().zip(chrome) {
        if chrome {
            block.kind = BlockKind::Chrome;
        }
    }
}

/// Website text comes in groups: takes in weaker blocks beside sure ones, down the article and up again.
fn spread(scores: &[Score], chrome: &mut [bool]) {
    let mut step = |index: usize, beside: bool| -> bool {
        match (chrome.get_mut(index), scores.get(index)) {
            (Some(chrome), Some(score)) => {
                *chrome |= beside && score.is_chrome_beside();
                *chrome
            }
            _ => false,
        }
    };
    let mut beside = false;
    for index in 0..scores.len() {
        beside = step(index, beside);
    }
    beside = false;
    for index in (0..scores.len()).rev() {
        beside = step(index, beside);
    }
}

/// How much a text looks like website text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Score {
    /// Sum of the cues for.
    cues: i32,
    /// Sum of the cues against, as a positive number.
    story: i32,
    /// Whether one of the cues suffices.
    sure: bool,
    words: i32,
    /// Whether the reader of the markup knew it already.
    marked: bool,
}

impl Score {
    fn of_block(block: &Block) -> Self {
        Self { marked: block.kind == BlockKind::Chrome, ..Self::of(&block.text) }
    }

    fn of(text: &str) -> Self {
        let mut score = Self::default();
        if text.len() > LONGEST {
            return score;
        }
        let words = words(text);
        let table = cues();
        let mut covered = 0;
        let mut before = STOP;
        for (index, &word) in words.iter().enumerate() {
            let starts = std::mem::replace(&mut before, word) == STOP;
            if word == STOP {
                continue;
            }
            score.words += 1;
            let Some(cues) = table.get(&word) else { continue };
            let rest = words.get(index + 1..).unwrap_or_default();
            let found = cues.iter().filter(|cue| (starts || !cue.starts) && rest.starts_with(&cue.rest));
            let Some(cue) = found.max_by_key(|cue| (cue.weight, cue.rest.len())) else { continue };
            score.story -= cue.weight.min(0);
            // Phrases that overlap are one cue.
            if cue.weight > 0 && index >= covered {
                score.cues += cue.weight;
                score.sure |= cue.weight >= SURE;
                covered = index + 1 + cue.rest.len();
            }
        }
        score
    }

    fn is_dense(self) -> bool {
        self.cues * WORDS_PER_POINT >= self.words
    }

    fn is_chrome(&self) -> bool {
        self.marked || self.sure && self.cues - self.story >= SURE && self.is_dense()
    }

    fn is_chrome_beside(&self) -> bool {
        self.cues >= 2 && self.story == 0 && self.is_dense()
    }
}

/// Cuts a block into runs of lines that are or are not website text.
fn split(block: Block, blocks: &mut Vec<Block>) {
    let mut runs: Vec<(bool, Span)> = Vec::new();
    let mut start = 0;
    let lines: Vec<&str> = block.text.split_inclusive('\n').collect();
    for (index, line) in lines.iter().enumerate() {
        let span = Span::new(start, start + super::build::offset(line.len()));
        start = span.end;
        let before = index.checked_sub(1).and_then(|i| lines.get(i));
        // A line that holds part of a sentence is not to be torn from the rest of it.
        let whole = before.is_none_or(|before| ends_sentence(before.trim_end()))
            && (ends_sentence(line.trim_end()) || index + 1 == lines.len());
        let chrome = whole && Score::of(line).is_chrome();
        match runs.last_mut() {
            Some((kind, run)) if *kind == chrome => *run = run.hull(span),
            _ => runs.push((chrome, span)),
        }
    }
    if runs.len() == 1 {
        blocks.push(block);
        return;
    }
    for (chrome, run) in runs {
        let text = run.of(&block.text);
        let indent = super::build::offset(text.len() - text.trim_start().len());
        let start = run.start + indent;
        let span = Span::new(start, start + super::build::offset(text.trim().len()));
        if !span.is_empty() {
            let kind = if chrome { BlockKind::Chrome } else { block.kind };
            blocks.push(Block { kind, text: span.of(&block.text).to_owned(), map: block.map.slice(span) });
        }
    }
}

/// A cue phrase behind its first word.
#[derive(Debug)]
struct Cue {
    /// Whether it stands at the start of a sentence or line.
    starts: bool,
    rest: Vec<u64>,
    weight: i32,
}

/// From this weight on a cue suffices.
const SURE: i32 = 3;

/// The word that stands for the start or end of a sentence or line.
const STOP: u64 = 1;

/// The word that stands for any number.
const NUMBER: u64 = 2;

/// The cues by their first word.
fn cues() -> &'static FxHashMap<u64, Vec<Cue>> {
    static CUES: OnceLock<FxHashMap<u64, Vec<Cue>>> = OnceLock::new();
    CUES.get_or_init(|| {
        let mut cues: FxHashMap<u64, Vec<Cue>> = FxHashMap::default();
        for (weight, phrase) in table() {
            let words: Vec<u64> = phrase.split(' ').map(word).collect();
            let starts = words.first() == Some(&STOP);
            if let Some((&first, rest)) = words.get(usize::from(starts)..).and_then(<[u64]>::split_first) {
                cues.entry(first).or_default().push(Cue { starts, rest: rest.to_vec(), weight });
            }
        }
        cues
    })
}

/// The lines of the data file that hold a cue; a test makes sure that no other is left out.
fn table() -> impl Iterator<Item = (i32, &'static str)> {
    let lines = include_str!("../../data/chrome.txt").lines();
    lines.filter_map(|line| {
        let (weight, phrase) = line.split_once(' ')?;
        Some((weight.parse().ok()?, phrase))
    })
}

/// The words of a text as hashes of their small letters, with a stop at both ends and between sentences
/// and lines.
fn words(text: &str) -> Vec<u64> {
    let mut words = Vec::with_capacity(text.len() / 4 + 2);
    words.push(STOP);
    let mut word = Word::default();
    for c in text.chars() {
        if is_letter(c) {
            word.push(c);
            continue;
        }
        words.extend(std::mem::take(&mut word).finish());
        if matches!(c, '.' | '!' | '?' | ':' | '\n' | '|' | '>' | '→' | '»' | '…')
            && words.last() != Some(&STOP)
        {
            words.push(STOP);
        }
    }
    words.extend(word.finish());
    if words.last() != Some(&STOP) {
        words.push(STOP);
    }
    words
}

/// Whether a character is part of a word; apostrophes and hyphens inside count, and the copyright sign is
/// read as a word.
fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphanumeric() || c == '\'' || c == '-'
    } else {
        c.is_alphanumeric() || matches!(c, '’' | '©')
    }
}

/// The hash of the letters of a word, taken one by one.
#[derive(Default)]
struct Word {
    hash: u64,
    first: Option<char>,
}

impl Word {
    fn push(&mut self, c: char) {
        self.first = self.first.or(Some(c));
        match c {
            '’' => self.add('\''),
            c if c.is_ascii() => self.add(c.to_ascii_lowercase()),
            c => c.to_lowercase().for_each(|c| self.add(c)),
        }
    }

    /// One round of the hash of rustc, whose `Hasher` cannot be fed and read letter by letter as cheaply.
    fn add(&mut self, c: char) {
        self.hash = (self.hash.rotate_left(5) ^ u64::from(c)).wrapping_mul(0x517c_c1b7_2722_0a95);
    }

    /// `None` for no letters.
    fn finish(self) -> Option<u64> {
        self.first.map(|first| if first.is_ascii_digit() { NUMBER } else { self.hash })
    }
}

/// The hash of a word of the table.
fn word(text: &str) -> u64 {
    let mut word = Word::default();
    text.chars().for_each(|c| word.push(c));
    if text == "." { STOP } else { word.finish().unwrap_or_default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Format;

    fn kinds(text: &str) -> Vec<bool> {
        Article::read(text, Format::Text).blocks.iter().map(|b| b.kind == BlockKind::Chrome).collect()
    }

    #[test]
    fn every_line_of_the_table_is_a_cue() {
        let lines = include_str!("../../data/chrome.txt").lines();
        let expected = lines.filter(|l| !l.is_empty() && !l.starts_with('#')).count();
        assert_eq!(table().count(), expected);
        let mut phrases: Vec<_> = table().map(|(_, phrase)| phrase).collect();
        phrases.sort_unstable();
        phrases.windows(2).for_each(|pair| assert_ne!(pair.first(), pair.last(), "twice in the table"));
        for (_, phrase) in table() {
            let middle = phrase.trim_matches(['.', ' ']);
            assert!(!middle.contains(['.', '?', ':', '!']), "a stop is written `.`: {phrase}");
            assert_eq!(phrase.to_lowercase(), phrase);
        }
    }

    #[test]
    fn website_text_is_chrome() {
        let cases = [
            "Advertisement",
            "Read also: The mayor resigns",
            "Already a customer? Log in.",
            "Already subscribed? Log you in",
            "Subscribe to continue reading.",
            "The rest of this article is reserved for our subscribers.",
            "It remains for you 72% of this article to read.",
            "To continue reading, please create an account or connect to your account.",
            "Sign up for our newsletter and receive the best of the week straight to your inbox.",
            "Inscribe yourself to the letter of the editors",
            "We use cookies to offer you a better experience. Accept all | Refuse all",
            "By continuing your navigation on this site, you accept the use of cookies.",
            "Follow us on Facebook",
            "© 2024 The Harbour Post. All rights reserved.",
            "Reading time: 3 min",
            "Please enable JavaScript to view this page.",
            "Share this article on WhatsApp",
        ];
        for case in cases {
            assert_eq!(kinds(case), [true], "{case}");
        }
    }

    #[test]
    fn stories_about_such_things_are_not() {
        let cases = [
            "The newspaper said it had won 40,000 new subscribers since the paywall went up.",
            "Readers who sign up for its newsletter get a map of the city.",
            "The regulator fined the company because its website set cookies without consent.",
            "He told the crowd to subscribe to the fund, and to log in to their accounts at once.",
            "Connect the two cables before you close the lid.",
            "Thank you for your patience, the minister told the commuters on Monday.",
            "The library lets you borrow six books with one account.",
            "Users complained that the app asks them to create an account to continue reading.",
            "Share prices fell by 3 percent.",
            "Copyright law will change next year, the ministry announced.",
            "Read the letter, he said, and share it with your friends.",
            "Home prices rose again in May.",
            "Advertising sales were flat.",
        ];
        for case in cases {
            assert_eq!(kinds(case), [false], "{case}");
        }
    }

    #[test]
    fn weak_cues_count_beside_sure_ones() {
        assert_eq!(kinds("Your account"), [true]);
        assert_eq!(kinds("Our app and your subscription"), [false]);
        assert_eq!(
            kinds("The storm passed.\nOur app and your subscription\nAccept all cookies."),
            [false, true, true]
        );
    }

    #[test]
    fn chrome_lines_are_split_from_prose() {
        let input = "The river rose by two metres during the night, and the lower streets\n\
                     of the town had to be cleared before dawn.\n\
                     Subscribe to continue reading.\n\
                     The water is expected to fall from Thursday on, and the schools will\n\
                     open again next week.";
        let article = Article::read(input, Format::Text);
        let got: Vec<_> =
            article.blocks.iter().map(|b| (b.kind == BlockKind::Chrome, b.text.as_str())).collect();
        assert_eq!(got.iter().map(|(chrome, _)| *chrome).collect::<Vec<_>>(), [false, true, false]);
        for (block, (_, text)) in article.blocks.iter().zip(got) {
            let span = block.map.to_source(Span::new(0, super::super::build::offset(text.len())));
            assert_eq!(span.of(input), text);
        }
    }
}
