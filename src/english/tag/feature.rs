//! What the tagger looks at, as numbers. Training and tagging share this, so that they cannot disagree.
//!
//! A feature is a 31-bit hash of its template and values.

use crate::text::Case;
use crate::text::lexer::case_of;

/// What the tagger sees of one token.
#[derive(Clone, Copy, Debug, Default)]
pub struct View {
    /// Hash of the word, small letters, digits as `0`.
    pub word: u64,
    /// Hashes of the last one to four characters.
    suffix: [u64; 4],
    /// Hashes of the first one to three characters.
    prefix: [u64; 3],
    /// Capitals, digits, hyphen, sentence start.
    shape: u64,
    /// What the dictionary knows of the word; 0 if nothing.
    class: u64,
    /// The only label the word has, if the dictionary is certain.
    pub certain: Option<u8>,
}

/// What the dictionary knows of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Class {
    /// A label plus one, or the number of a pair of labels; 0 if the word is unknown.
    pub number: u8,
    /// Whether the word always has that one label.
    pub certain: bool,
}

/// The most features a token can have.
pub const MOST_FEATURES: usize = 48;

/// The features of one token.
#[derive(Clone, Copy, Debug)]
pub struct Features {
    hashes: [u32; MOST_FEATURES],
    len: usize,
}

impl Default for Features {
    fn default() -> Self {
        Self { hashes: [0; MOST_FEATURES], len: 0 }
    }
}

impl Features {
    /// The hashes.
    pub fn hashes(&self) -> &[u32] {
        self.hashes.get(..self.len).unwrap_or_default()
    }

    fn add(&mut self, template: u64, a: u64, b: u64) {
        self.push(feature_hash(template, a, b));
    }

    fn push(&mut self, hash: u32) {
        if let Some(slot) = self.hashes.get_mut(self.len) {
            *slot = hash;
            self.len += 1;
        }
    }
}

/// The 31-bit number of a feature.
fn feature_hash(template: u64, a: u64, b: u64) -> u32 {
    let mut x = a.wrapping_add(template.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    x = (x ^ (x >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    x = x.wrapping_add(b.rotate_left(23)) ^ (x >> 29);
    x = (x ^ (x >> 31)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    (x >> 33) as u32
}

/// The number under which the dictionary keeps a word.
pub fn dictionary_key(word: u64) -> u32 {
    feature_hash(0, word, 0)
}

/// FNV-1a, 64 bits.
fn text_hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |h, &b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

/// Longer words are cut: beyond this nothing tells them apart.
const LONGEST_WORD: usize = 40;

/// Small letters, digits as `0`, curly apostrophes made straight.
fn normalise(word: &str, out: &mut String) {
    out.clear();
    for c in word.chars() {
        match c {
            '0'..='9' => out.push('0'),
            '’' | '\u{2bc}' | '‘' => out.push('\''),
            '“' | '”' | '„' | '«' | '»' => out.push('"'),
            _ if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            _ => out.extend(c.to_lowercase()),
        }
        if out.len() >= LONGEST_WORD {
            break;
        }
    }
}

impl View {
    /// What [`own_features`] depend on.
    pub const fn key(&self) -> (u64, u64) {
        (self.word, self.shape)
    }

    /// The views of a sentence; `class` gives what the dictionary knows of a word hash.
    pub fn of_sentence(words: &[&str], class: impl Fn(u64) -> Class) -> Vec<Self> {
        let mut buffer = String::with_capacity(LONGEST_WORD + 8);
        let mut first = true;
        let mut views = Vec::with_capacity(words.len());
        for word in words {
            let mut view = Self::of_word(word, first, &mut buffer);
            let class = class(view.word);
            view.class = u64::from(class.number);
            view.certain = class.number.checked_sub(1).filter(|_| class.certain);
            views.push(view);
            // Marks before the first word do not make the next one inner.
            first = first && !word.starts_with(char::is_alphanumeric);
        }
        views
    }

    /// The view of one word, but for its class.
    fn of_word(word: &str, first: bool, buffer: &mut String) -> Self {
        normalise(word, buffer);
        let mut suffix = [0; 4];
        let starts = buffer.char_indices().rev().map(|(at, _)| at);
        for (slot, at) in suffix.iter_mut().zip(starts) {
            *slot = text_hash(buffer.as_bytes().get(at..).unwrap_or_default());
        }
        let mut prefix = [0; 3];
        let ends = buffer.char_indices().map(|(at, c)| at + c.len_utf8());
        for (slot, end) in prefix.iter_mut().zip(ends) {
            *slot = text_hash(buffer.as_bytes().get(..end).unwrap_or_default());
        }
        let case = match case_of(word) {
            Case::None => 0,
            Case::Lower => 1,
            Case::Title => 2,
            Case::Upper => 3,
            Case::Mixed => 4,
        };
        let digit = u64::from(buffer.contains('0'));
        let hyphen = u64::from(buffer.contains('-'));
        let shape = case | digit << 3 | hyphen << 4 | u64::from(first) << 5;
        Self { word: text_hash(buffer.as_bytes()), suffix, prefix, shape, class: 0, certain: None }
    }
}

/// The view `by` tokens away; an empty one beyond the sentence.
fn neighbour(views: &[View], at: usize, by: isize) -> View {
    at.checked_add_signed(by).and_then(|i| views.get(i)).copied().unwrap_or_default()
}

/// Features of the word alone: the same wherever it stands.
pub fn own_features(here: &View) -> Features {
    let mut f = Features::default();
    let [s1, s2, s3, s4] = here.suffix;
    let [p1, p2, p3] = here.prefix;
    f.add(1, here.word, 0);
    f.add(2, s1, here.shape);
    f.add(3, s2, 0);
    f.add(4, s3, 0);
    f.add(5, s4, 0);
    f.add(6, p1, 0);
    f.add(7, p2, 0);
    f.add(8, p3, 0);
    f.add(9, here.shape, 0);
    f.add(10, here.shape, here.class);
    f.add(27, here.shape, s3);
    f
}

/// Features of the word and its neighbours that do not depend on the tags chosen so far.
pub fn neighbour_features(views: &[View], at: usize) -> Features {
    let mut f = Features::default();
    let here = neighbour(views, at, 0);
    let (before, after) = (neighbour(views, at, -1), neighbour(views, at, 1));
    let (before2, after2) = (neighbour(views, at, -2), neighbour(views, at, 2));
    let [_, s2, s3, _] = here.suffix;
    f.add(11, before.word, 0);
    f.add(12, after.word, 0);
    f.add(13, before2.word, 0);
    f.add(14, after2.word, 0);
    f.add(15, before.word, here.word);
    f.add(16, here.word, after.word);
    f.add(17, before.word, s3);
    f.add(18, after.word, s3);
    f.add(19, after.class, here.class);
    f.add(20, before.class, here.class);
    f.add(21, after.class, here.word);
    f.add(22, after.suffix[1], s2);
    f.add(23, after.suffix[2], 0);
    f.add(24, before.suffix[2], 0);
    f.add(25, here.shape | before.shape << 8 | after.shape << 16, 0);
    f.add(26, after.class | after2.class << 8, here.class);
    f
}

/// Both of them, in the order in which training adds them up.
pub fn word_features(views: &[View], at: usize) -> Features {
    let own = own_features(&neighbour(views, at, 0));
    let (before, last) = own.hashes().split_at(own.len - 1);
    let mut f = Features::default();
    for hash in before.iter().chain(neighbour_features(views, at).hashes()).chain(last) {
        f.push(*hash);
    }
    f
}

/// Features of the two tags before, as label numbers plus one (0 at the sentence start).
pub fn tag_features(views: &[View], at: usize, tag1: u8, tag2: u8) -> Features {
    let mut f = Features::default();
    let here = neighbour(views, at, 0);
    let after = neighbour(views, at, 1);
    let (tag1, both) = (u64::from(tag1), u64::from(tag1) | u64::from(tag2) << 8);
    f.add(41, tag1, 0);
    f.add(42, both, 0);
    f.add(43, tag1, here.word);
    f.add(44, tag1, here.suffix[2]);
    f.add(45, tag1, after.word);
    f.add(46, both, here.class);
    f.add(47, both, after.class);
    f.add(48, tag1 | here.class << 8, after.class);
    f.add(49, tag1, here.shape);
    f.add(50, both, here.suffix[1]);
    f
}
