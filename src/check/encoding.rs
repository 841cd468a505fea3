//! Mojibake: UTF-8 that was read as Windows-1252 (`MalmÃ¶` for *Malmö*, `donâ€™t` for *don’t*).

use super::{CheckContext, CheckMatch, Entry};
use crate::english::{Range, Sentence};
use crate::finding::Basis;

pub(super) const ENTRY: Entry =
    Entry { name: "misread-encoding", run, basis: Basis::Target, arguments: &[], names: &["right"] };

/// Runs of tokens without a space that, written in Windows-1252 and read as UTF-8, give other letters. That only succeeds where
/// each letter beyond ASCII belongs to such a sequence, which no spelling does by chance.
fn run(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    for (index, sentence) in context.sentences() {
        let all = Range::new(0, sentence.tokens.len());
        if !sentence.range_text(all).contains(['Ã', 'Â', 'â', 'Å', 'Ä', 'Ð', 'Ñ']) {
            continue;
        }
        let mut at = 0;
        while at < sentence.tokens.len() {
            let end = glued_end(sentence, at);
            let written = Range::new(at, end);
            if let Some(right) = repaired(sentence.range_text(written)) {
                found.push(
                    CheckMatch::new(index, written).string("right", right.clone()).suggest(written, right),
                );
            }
            at = end;
        }
    }
    found
}

/// One past the last token that follows the one at `at` without a space.
fn glued_end(sentence: &Sentence, at: usize) -> usize {
    let rest = sentence.tokens.get(at + 1..).unwrap_or(&[]);
    at + 1 + rest.iter().take_while(|t| !t.space_before).count()
}

/// The text whose UTF-8 bytes the characters are; nothing where they are none.
fn repaired(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let bytes: Option<Vec<u8>> = text.chars().map(windows_1252).collect();
    String::from_utf8(bytes?).ok().filter(|right| right.chars().all(|c| !c.is_control()))
}

/// The byte of a character in Windows-1252, as the Encoding Standard has it (bytes that it leaves open stand for
/// control characters of the same number).
fn windows_1252(c: char) -> Option<u8> {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
    ];
    if let Some(at) = HIGH.iter().position(|high| *high == c) {
        return u8::try_from(0x80 + at).ok();
    }
    u8::try_from(u32::from(c)).ok()
}

#[cfg(test)]
mod tests {
    use super::repaired;

    #[test]
    fn text_is_repaired_only_where_all_of_it_is_broken() {
        for (text, right) in [
            ("MalmÃ¶", Some("Malmö")),
            ("donâ€™t", Some("don’t")),
            ("Å\u{81}Ã³dÅº", Some("Łódź")),
            ("ÐœÐ¾ÑÐºÐ²Ð°", None),
            ("Malmö", None),
            ("château", None),
            ("São", None),
            ("plain", None),
            ("日本", None),
        ] {
            assert_eq!(repaired(text).as_deref(), right, "{text}");
        }
    }
}
