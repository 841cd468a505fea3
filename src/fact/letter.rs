//! Letters of all scripts: digits, marks inside words, what has no width, and what writers may leave out or write in two ways.

/// The value of a decimal digit, in the scripts that newspapers use.
pub fn digit(c: char) -> Option<u32> {
    const ZEROS: [char; 6] = ['0', '\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{ff10}'];
    ZEROS.iter().find_map(|&zero| (c as u32).checked_sub(zero as u32).filter(|value| *value < 10))
}

/// Whether a letter is a cell of its own: scripts without spaces between words.
pub fn stands_alone(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// Marks inside words: accents, vowel signs, the joiner and non-joiner of Persian and Hindi.
pub const fn is_word_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}' | '\u{200c}' | '\u{200d}')
}

/// What has no width: white space, marks of the direction of writing.
pub fn is_void(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            | '\u{feff}' | '\u{61c}')
}

/// Whether a letter belongs to a script that glues numbers to its words: Chinese, Japanese, Korean.
pub const fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}')
}

/// Small letters, straight apostrophes, no accents that writers leave out: how forms are compared.
pub fn fold(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter_map(plain).flat_map(char::to_lowercase)
}

/// A letter without what writers of its script may leave out or write in two ways: Greek accents and final sigma, ё,
/// Hebrew and Arabic vowel signs, the forms of alef, yeh and kaf, nukta, the non-joiner. `None` where nothing is left.
const fn plain(c: char) -> Option<char> {
    if (c as u32) < 0x2bc {
        // The small letter of the Turkish capital would be two characters.
        return Some(if c == 'İ' { 'i' } else { c });
    }
    Some(match c {
        '’' | 'ʼ' | '‘' => '\'',
        'ά' | 'Ά' => 'α',
        'έ' | 'Έ' => 'ε',
        'ή' | 'Ή' => 'η',
        'ί' | 'Ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' | 'Ό' => 'ο',
        'ύ' | 'Ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' | 'Ώ' => 'ω',
        'ς' => 'σ',
        'ё' | 'Ё' => 'е',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        'ة' | 'ۀ' => 'ه',
        'ؤ' => 'و',
        '\u{958}' => 'क',
        '\u{959}' => 'ख',
        '\u{95a}' => 'ग',
        '\u{95b}' => 'ज',
        '\u{95c}' => 'ड',
        '\u{95d}' => 'ढ',
        '\u{95e}' => 'फ',
        'ँ' => 'ं',
        '\u{591}'..='\u{5bd}'
        | '\u{640}'
        | '\u{64b}'..='\u{65f}'
        | '\u{670}'
        | '\u{93c}'
        | '\u{200c}'
        | '\u{200d}' => {
            return None;
        }
        _ => c,
    })
}
