//! Cyrillic by language: Russian, Ukrainian, Bulgarian, Serbian and their neighbours, in the forms of the English press
//! (*Zelensky*, *Yeltsin*, *Vucic*), which leave out soft signs and accents.

/// A word; capitals inside it are kept.
pub fn romanise(word: &str, language: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut before = None;
    for c in word.chars() {
        let small = c.to_lowercase().next().unwrap_or(c);
        let latin = letter(small, before, language);
        if c == small {
            out.push_str(latin)
        } else {
            out.push_str(&super::latin::capitalise(latin))
        }
        before = Some(small);
    }
    press_ending(&mut out);
    out
}

/// `-iy`, `-yi`, `-yy` at the end of names are one `y` in English.
fn press_ending(word: &mut String) {
    for ending in ["iy", "yi", "yy"] {
        if word.len() > ending.len() + 2 && word.ends_with(ending) {
            word.truncate(word.len() - ending.len());
            word.push('y');
            return;
        }
    }
}

fn letter(c: char, before: Option<char>, language: &str) -> &'static str {
    let opens = before.is_none_or(|b| "аеёиоуыэюяіїєўьъ'’ʼ".contains(b));
    match (language, c) {
        ("uk" | "be", 'г') => "h",
        ("uk", 'и') => "y",
        ("uk", 'е') => "e",
        ("uk" | "be", 'є') => "ye",
        ("uk", 'ї') => "yi",
        ("bg", 'щ') => "sht",
        ("bg", 'ъ') => "a",
        ("bg" | "sr" | "mk", 'е') => "e",
        ("sr" | "mk", 'ж') => "z",
        ("sr" | "mk", 'ч' | 'ц' | 'ћ') => "c",
        ("sr" | "mk", 'ш') => "s",
        ("sr" | "mk", 'х') => "h",
        (_, 'а') => "a",
        (_, 'б') => "b",
        (_, 'в') => "v",
        (_, 'г' | 'ґ') => "g",
        (_, 'д') => "d",
        (_, 'е' | 'є') if opens => "ye",
        (_, 'е' | 'є' | 'э' | 'ѐ') => "e",
        (_, 'ё') if before.is_some_and(|b| "шщжч".contains(b)) => "e",
        (_, 'ё') => "yo",
        (_, 'ж') => "zh",
        (_, 'з') => "z",
        (_, 'и' | 'і' | 'ї' | 'ѝ') => "i",
        (_, 'й' | 'ы') => "y",
        (_, 'к' | 'ќ') => "k",
        (_, 'л') => "l",
        (_, 'м') => "m",
        (_, 'н') => "n",
        (_, 'о') => "o",
        (_, 'п') => "p",
        (_, 'р') => "r",
        (_, 'с') => "s",
        (_, 'т') => "t",
        (_, 'у' | 'ў') => "u",
        (_, 'ф') => "f",
        (_, 'х') => "kh",
        (_, 'ц') => "ts",
        (_, 'ч' | 'ћ') => "ch",
        (_, 'ш') => "sh",
        (_, 'щ') => "shch",
        (_, 'ю') => "yu",
        (_, 'я') => "ya",
        (_, 'ђ') => "dj",
        (_, 'ѓ') => "gj",
        (_, 'ѕ') => "dz",
        (_, 'ј') => "j",
        (_, 'љ') => "lj",
        (_, 'њ') => "nj",
        (_, 'џ') => "dz",
        // Hard and soft signs, and letters of languages that are not read.
        _ => "",
    }
}
