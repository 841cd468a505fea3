//! Tells UTF-8 text from other encodings and from binary data.

use super::Problem;

/// What bytes that are not UTF-8 probably are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guess {
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// UTF-32 in either byte order.
    Utf32,
    /// Windows-1252: bytes that ISO 8859-1 leaves to control characters, such as curly quotes.
    Windows1252,
    /// ISO 8859-1.
    Latin1,
    /// UTF-8 with a stray byte.
    DamagedUtf8,
    /// UTF-8 cut off inside its last character.
    CutOff,
}

impl Guess {
    /// The name that `iconv -f` knows, where conversion helps.
    pub const fn iconv(self) -> Option<&'static str> {
        match self {
            Self::Utf16Le => Some("UTF-16LE"),
            Self::Utf16Be => Some("UTF-16BE"),
            Self::Utf32 => Some("UTF-32"),
            Self::Windows1252 => Some("WINDOWS-1252"),
            Self::Latin1 => Some("ISO-8859-1"),
            Self::DamagedUtf8 | Self::CutOff => None,
        }
    }
}

/// The bytes as text.
///
/// # Errors
/// [`Problem::NotUtf8`] or [`Problem::Binary`].
pub(super) fn decode(bytes: Vec<u8>) -> Result<String, Problem> {
    if let Some(guess) = wide(&bytes) {
        return Err(not_utf8(&bytes, 0, guess));
    }
    if let Some(offset) = bytes.iter().position(|&b| b == 0) {
        return Err(binary(&bytes, offset));
    }
    match String::from_utf8(bytes) {
        Ok(text) => match first_control(text.as_bytes()) {
            Some(offset) => Err(binary(text.as_bytes(), offset)),
            None => Ok(text),
        },
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            let cut_off = error.utf8_error().error_len().is_none();
            let bytes = error.as_bytes();
            Err(match first_control(bytes) {
                Some(control) => binary(bytes, control),
                None => not_utf8(bytes, offset, if cut_off { Guess::CutOff } else { narrow(bytes) }),
            })
        }
    }
}

/// What the bytes of text that is not UTF-8 probably are, for input that comes in lines.
pub(crate) fn narrow(bytes: &[u8]) -> Guess {
    let (mut stray, mut low, mut good) = (0usize, 0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        stray += chunk.invalid().len();
        low += chunk.invalid().iter().filter(|b| (0x80..0xA0).contains(*b)).count();
    }
    if good > stray {
        Guess::DamagedUtf8
    } else if low > 0 {
        Guess::Windows1252
    } else {
        Guess::Latin1
    }
}

/// UTF-16 and UTF-32, by byte order mark or by the zero bytes that they put beside Latin letters.
fn wide(bytes: &[u8]) -> Option<Guess> {
    if bytes.starts_with(b"\xFF\xFE\0\0") || bytes.starts_with(b"\0\0\xFE\xFF") {
        return Some(Guess::Utf32);
    }
    if bytes.starts_with(b"\xFF\xFE") {
        return Some(Guess::Utf16Le);
    }
    if bytes.starts_with(b"\xFE\xFF") {
        return Some(Guess::Utf16Be);
    }
    let head = bytes.get(..512.min(bytes.len())).unwrap_or_default();
    let printable = |b: &u8| b.is_ascii_graphic() || b.is_ascii_whitespace();
    let (mut little, mut big) = (0usize, 0usize);
    for pair in head.chunks_exact(2) {
        match pair {
            [a, 0] if printable(a) => little += 1,
            [0, b] if printable(b) => big += 1,
            _ => {}
        }
    }
    // Nine of ten pairs: English in UTF-16 has hardly any other character.
    let most = |count: usize| count >= 4 && count * 20 >= head.len() * 9;
    if most(little) {
        Some(Guess::Utf16Le)
    } else if most(big) {
        Some(Guess::Utf16Be)
    } else {
        None
    }
}

/// The first control character, where there are more of them than damaged text has: one in 32 bytes.
fn first_control(bytes: &[u8]) -> Option<usize> {
    let control = |b: &u8| matches!(b, 0..=8 | 14..=26 | 28..=31 | 127);
    let count = bytes.iter().filter(|b| control(b)).count();
    if count * 32 > bytes.len() { bytes.iter().position(control) } else { None }
}

fn not_utf8(bytes: &[u8], offset: usize, guess: Guess) -> Problem {
    let (line, column) = position(bytes, offset);
    let byte = bytes.get(offset).copied().unwrap_or(0);
    Problem::NotUtf8 { offset: offset as u64, line, column, byte, guess }
}

fn binary(bytes: &[u8], offset: usize) -> Problem {
    let byte = bytes.get(offset).copied().unwrap_or(0);
    Problem::Binary { offset: offset as u64, byte }
}

/// Line and column (in characters), from 1, of a byte offset.
pub(crate) fn position(bytes: &[u8], offset: usize) -> (u64, u64) {
    let before = bytes.get(..offset).unwrap_or(bytes);
    let line = 1 + before.iter().filter(|&&b| b == b'\n').count() as u64;
    let start = before.iter().rposition(|&b| b == b'\n').map_or(0, |i| i + 1);
    // Continuation bytes belong to the character before them.
    let characters = before.get(start..).unwrap_or_default().iter().filter(|&&b| b & 0xC0 != 0x80).count();
    (line, 1 + characters as u64)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
    }

    #[test]
    fn encodings_are_guessed() {
        let marked = [b"\xFF\xFE".to_vec(), utf16("Hi", false)].concat();
        let cases: [(Vec<u8>, Guess); 8] = [
            (marked, Guess::Utf16Le),
            (utf16("The talks failed.", false), Guess::Utf16Le),
            (utf16("The talks failed.", true), Guess::Utf16Be),
            (b"\xFF\xFE\0\0T\0\0\0".to_vec(), Guess::Utf32),
            (b"A caf\xE9 in Paris".to_vec(), Guess::Latin1),
            (b"He said \x93no\x94.".to_vec(), Guess::Windows1252),
            ("Zoë, Chloé, Noël".as_bytes().iter().copied().chain([0xFF]).collect(), Guess::DamagedUtf8),
            (b"caf\xC3".to_vec(), Guess::CutOff),
        ];
        for (bytes, expected) in cases {
            match decode(bytes.clone()) {
                Err(Problem::NotUtf8 { guess, .. }) => assert_eq!(guess, expected, "{bytes:?}"),
                other => panic!("{bytes:?}: {other:?}"),
            }
        }
    }

    #[test]
    fn the_position_is_that_of_the_first_bad_byte() {
        let problem = decode("one\ntwo é\u{e9}".as_bytes().iter().copied().chain(*b"\xE9 x").collect());
        let Err(Problem::NotUtf8 { offset, line, column, byte, .. }) = problem else { panic!("{problem:?}") };
        assert_eq!((offset, line, column, byte), (12, 2, 7, 0xE9));
    }

    #[test]
    fn binary_data_is_refused_and_a_stray_control_character_is_not() {
        assert!(matches!(decode(b"\x7FELF\x02\x01\0".to_vec()), Err(Problem::Binary { offset: 6, .. })));
        assert!(matches!(decode(b"\x01\x02\x03 abc".to_vec()), Err(Problem::Binary { offset: 0, .. })));
        let text = format!("{}\x03", "A line of news. ".repeat(9));
        assert_eq!(decode(text.clone().into_bytes()).unwrap(), text);
    }
}
