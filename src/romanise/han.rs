//! Chinese characters: pinyin, and the readings that Japanese names give them.

use super::kana;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// Readings of a character, the commonest first.
type Readings = FxHashMap<char, Vec<Box<str>>>;

/// `syllable ⇥ characters ⇥ characters that have it as their second reading`.
static PINYIN: LazyLock<Readings> = LazyLock::new(|| {
    let mut all = Readings::default();
    for column in [1, 2] {
        for line in include_str!("../../data/names/pinyin.tsv").lines() {
            let mut columns = line.split('\t');
            let syllable = columns.next().unwrap_or("").replace('v', "u");
            for c in columns.nth(column - 1).unwrap_or("").chars() {
                all.entry(c).or_default().push(syllable.as_str().into());
            }
        }
    }
    all
});

/// `reading ⇥ characters`.
static KANJI: LazyLock<Readings> = LazyLock::new(|| {
    let mut all = Readings::default();
    for line in include_str!("../../data/names/kanji.tsv").lines() {
        let (reading, characters) = line.split_once('\t').unwrap_or((line, ""));
        let reading = kana::romanise(reading);
        for c in characters.chars() {
            all.entry(c).or_default().push(reading.as_str().into());
        }
    }
    all
});

/// Characters that write foreign names.
static TRANSCRIPTION: LazyLock<FxHashSet<char>> = LazyLock::new(|| {
    include_str!("../../data/names/transcription.txt")
        .lines()
        .filter(|l| !l.starts_with('#'))
        .flat_map(str::chars)
        .collect()
});

/// Whether Chinese writes foreign names with a character, so that its sound is only near the one meant.
pub fn transcribes(c: char) -> bool {
    TRANSCRIPTION.contains(&c)
}

/// How a character sounds in Chinese.
pub fn pinyin(c: char) -> &'static [Box<str>] {
    PINYIN.get(&c).map_or(&[], Vec::as_slice)
}

/// How a character can be read in Japanese names.
pub fn kanji(c: char) -> &'static [Box<str>] {
    KANJI.get(&c).map_or(&[], Vec::as_slice)
}

/// Pinyin without tones, joined.
pub fn chinese(run: &str) -> String {
    run.chars().filter_map(|c| pinyin(c).first()).map(|s| &**s).collect()
}

/// One reading of each character; only tables know how a name is really read.
pub fn japanese(run: &str) -> String {
    run.chars().filter_map(|c| kanji(c).first()).map(|s| &**s).collect()
}
