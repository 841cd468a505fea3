//! Marks of punctuation, by what they do at the end of a sentence.

/// Whether a mark can end a sentence. `;` is the question mark of Greek.
pub(super) fn is_stop(c: char, code: Option<&str>) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‼' | '⁇' | '⁈' | '⁉' | '؟' | '۔' | '।' | '॥' | '\u{37e}')
        || is_ideographic(c)
        || c == ';' && code == Some("el")
}

/// Whether a mark belongs to a script that leaves no spaces.
pub(super) const fn is_ideographic(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡' | '．')
}

/// Whether a mark closes a quotation or bracket, where it stands right behind a stop.
pub(super) const fn is_closer(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '”'
            | '’'
            | '“'
            | '‘'
            | '»'
            | '«'
            | '›'
            | '‹'
            | ')'
            | ']'
            | '}'
            | '」'
            | '』'
            | '）'
            | '】'
            | '》'
            | '〉'
            | '］'
            | '〕'
            | '＂'
    )
}

/// Whether a mark stands before the first word of a sentence.
pub(super) const fn is_opener(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '“'
            | '‘'
            | '„'
            | '‚'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '('
            | '['
            | '{'
            | '¿'
            | '¡'
            | '「'
            | '『'
            | '（'
            | '【'
            | '《'
            | '”'
            | '*'
            | '•'
            | '·'
    )
}

/// Whether a letter is hiragana, in which the grammar of Japanese is written.
pub(super) const fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309f}')
}
