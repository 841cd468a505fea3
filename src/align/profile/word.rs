//! What the words of two languages have in common: the consonants of names, the first letters of international words,
//! digits.

use crate::fact::cell;

/// The longest word that is looked at, in characters.
const LONGEST: usize = 40;

/// What the words of a sentence give.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// Consonants of names.
    pub(super) sounds: Vec<String>,
    /// First letters of long words.
    pub(super) stems: Vec<String>,
    /// Runs of digits, separators left out.
    pub(super) digits: Vec<String>,
}

impl Words {
    /// Of a sentence of a source.
    pub(super) fn foreign(text: &str) -> Self {
        let mut words = Self::default();
        for word in text.split(|c: char| !c.is_alphanumeric() && !is_inner(c)) {
            words.add(word, true);
        }
        words.add_digits(text);
        words
    }

    /// Of an English sentence.
    pub(super) fn english(text: &str) -> Self {
        let mut words = Self::default();
        for word in text.split(|c: char| !c.is_alphanumeric() && !is_inner(c)) {
            words.add(word, false);
        }
        words.add_digits(text);
        words
    }

    fn add(&mut self, word: &str, foreign: bool) {
        let Some(first) = word.chars().next().filter(|c| c.is_alphabetic()) else { return };
        let named = first.is_uppercase();
        let caseless = foreign && !first.is_uppercase() && !first.is_lowercase();
        if named || caseless {
            let sounds = sounds(word);
            // Short ones agree by chance.
            let least = if caseless { 3 } else { 2 };
            if sounds.chars().count() >= least {
                self.sounds.push(sounds);
            }
        }
        let stem: String = word.chars().take(LONGEST).flat_map(latin).flat_map(str::chars).take(5).collect();
        if stem.len() >= 5 && !caseless {
            self.stems.push(stem);
        }
    }

    fn add_digits(&mut self, text: &str) {
        let mut run = String::new();
        for (at, c) in text.char_indices() {
            if let Some(digit) = cell::digit(c) {
                run.extend(char::from_digit(digit, 10));
                continue;
            }
            let behind = text.get(at + c.len_utf8()..).unwrap_or("");
            let digits = behind.chars().take(4).take_while(|&c| cell::digit(c).is_some()).count();
            let inner = match c {
                '.' | ',' | '\'' | '’' => digits > 0,
                ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' => digits == 3,
                _ => false,
            };
            if !inner {
                self.push_digits(&mut run);
            }
        }
        self.push_digits(&mut run);
    }

    fn push_digits(&mut self, run: &mut String) {
        if run.len() >= 2 {
            self.digits.push(std::mem::take(run));
        }
        run.clear();
    }
}

/// Signs of Indic and Arabic scripts that are no letters to Unicode.
const fn is_inner(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}' | '\u{064b}'..='\u{065f}' | '\u{0900}'..='\u{0963}' | '\u{200c}' | '\u{200d}')
}

/// The consonants of a word, in classes: what is left of a name whatever script and language it is written in. Three at
/// most, since endings differ; a vowel at the start counts.
fn sounds(word: &str) -> String {
    let mut sounds = String::new();
    let mut last = ' ';
    let letters = word.chars().take(LONGEST).flat_map(latin).flat_map(str::chars);
    for (at, c) in letters.enumerate() {
        let class = match c {
            'b' | 'p' => 'b',
            'c' | 'k' | 'q' | 'g' | 'x' | 'j' => 'k',
            'd' | 't' => 'd',
            'f' | 'v' | 'w' => 'f',
            'l' | 'r' => 'r',
            'm' | 'n' => 'n',
            's' | 'z' => 's',
            _ if at == 0 => 'a',
            _ => {
                last = ' ';
                continue;
            }
        };
        if class != last {
            sounds.push(class);
            last = class;
        }
        if sounds.len() == 4 {
            break;
        }
    }
    sounds
}

/// A letter of any alphabet in small Latin letters, or nothing. Rough: it serves comparison only.
fn latin(c: char) -> Option<&'static str> {
    Some(match c {
        'a'..='z' | 'A'..='Z' => ascii(c.to_ascii_lowercase()),
        'à'..='å' | 'À'..='Å' | 'ā' | 'ă' | 'ą' | 'Ā' | 'Ă' | 'Ą' => "a",
        'æ' | 'Æ' => "ae",
        'ç' | 'Ç' | 'ć' | 'č' | 'Ć' | 'Č' => "c",
        'ď' | 'đ' | 'Đ' | 'Ď' | 'ð' => "d",
        'è'..='ë' | 'È'..='Ë' | 'ē' | 'ė' | 'ę' | 'ě' | 'Ę' | 'Ě' => "e",
        'ğ' | 'Ğ' => "g",
        'ì'..='ï' | 'Ì'..='Ï' | 'ī' | 'ı' | 'İ' => "i",
        'ł' | 'Ł' | 'ľ' => "l",
        'ñ' | 'Ñ' | 'ń' | 'ň' => "n",
        'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'Ø' | 'ő' | 'Ő' => "o",
        'œ' | 'Œ' => "oe",
        'ř' | 'Ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' | 'Š' | 'Ś' | 'Ş' | 'Ș' => "s",
        'ß' => "ss",
        'ť' | 'ţ' | 'ț' | 'Ț' => "t",
        'ù'..='ü' | 'Ù'..='Ü' | 'ū' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' | 'Ž' | 'Ż' | 'Ź' => "z",
        'а' | 'А' | 'α' | 'Α' | 'ά' | 'Ά' | 'ا' | 'أ' | 'إ' | 'آ' | 'ع' | 'א' | 'ע' | 'अ' | 'आ' => {
            "a"
        }
        'б' | 'Б' | 'ب' | 'ב' | 'ब' | 'भ' => "b",
        'в' | 'В' | 'β' | 'Β' | 'व' => "v",
        'و' | 'ו' => "w",
        'г' | 'Г' | 'ґ' | 'γ' | 'Γ' | 'ג' | 'غ' | 'ग' | 'घ' | 'گ' => "g",
        'д' | 'Д' | 'δ' | 'Δ' | 'د' | 'ד' | 'द' | 'ध' | 'ड' | 'ذ' | 'ض' => "d",
        'е' | 'Е' | 'э' | 'Э' | 'ё' | 'Ё' | 'є' | 'Є' | 'ε' | 'Ε' | 'έ' | 'Έ' | 'ए' => "e",
        'ж' | 'Ж' | 'з' | 'З' | 'ζ' | 'Ζ' | 'ز' | 'ז' | 'ظ' => "z",
        'и' | 'И' | 'й' | 'Й' | 'і' | 'І' | 'ї' | 'Ї' | 'ι' | 'Ι' | 'ί' | 'η' | 'Η' | 'ή' | 'ي' | 'י'
        | 'ی' | 'इ' => "i",
        'к' | 'К' | 'κ' | 'Κ' | 'ك' | 'ק' | 'כ' | 'ך' | 'ق' | 'क' | 'ख' | 'ک' => "k",
        'л' | 'Л' | 'λ' | 'Λ' | 'ل' | 'ל' | 'ल' => "l",
        'м' | 'М' | 'μ' | 'Μ' | 'م' | 'מ' | 'ם' | 'म' => "m",
        'н' | 'Н' | 'ν' | 'Ν' | 'ن' | 'נ' | 'ן' | 'न' | 'ण' | 'ं' => "n",
        'о' | 'О' | 'ο' | 'Ο' | 'ό' | 'ω' | 'Ω' | 'ώ' | 'ओ' => "o",
        'п' | 'П' | 'π' | 'Π' | 'פ' | 'ף' | 'प' | 'پ' => "p",
        'р' | 'Р' | 'ρ' | 'Ρ' | 'ر' | 'ר' | 'र' => "r",
        'с' | 'С' | 'σ' | 'ς' | 'Σ' | 'س' | 'ס' | 'ص' | 'स' | 'श' | 'ष' | 'ш' | 'Ш' | 'щ' | 'Щ' | 'ش'
        | 'ש' | 'ث' => "s",
        'т' | 'Т' | 'τ' | 'Τ' | 'θ' | 'Θ' | 'ت' | 'ט' | 'ת' | 'ط' | 'ة' | 'त' | 'थ' | 'ट' => {
            "t"
        }
        'у' | 'У' | 'ю' | 'Ю' | 'υ' | 'Υ' | 'ύ' | 'उ' => "u",
        'ф' | 'Ф' | 'φ' | 'Φ' | 'ف' | 'फ' => "f",
        'х' | 'Х' | 'χ' | 'Χ' | 'ه' | 'ה' | 'ח' | 'خ' | 'ح' | 'ह' => "h",
        'ц' | 'Ц' | 'צ' | 'ץ' => "ts",
        'ч' | 'Ч' | 'च' | 'چ' => "ch",
        'ج' | 'ज' | 'ђ' | 'Ђ' | 'џ' | 'Џ' | 'ј' | 'Ј' => "j",
        'я' | 'Я' => "ia",
        'љ' | 'Љ' => "l",
        'њ' | 'Њ' => "n",
        'ћ' | 'Ћ' => "c",
        'ξ' | 'Ξ' => "ks",
        'ψ' | 'Ψ' => "ps",
        _ => return None,
    })
}

/// A small letter as text.
fn ascii(c: char) -> &'static str {
    const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";
    let at = (c as usize).saturating_sub('a' as usize);
    LETTERS.get(at..=at).unwrap_or("")
}
