//! Kana to Hepburn, long vowels unmarked: *Tokyo*, *Shinzo*.

/// A run of hiragana or katakana.
pub fn romanise(run: &str) -> String {
    let mut out = String::with_capacity(run.len());
    let mut doubled = false;
    for c in run.chars() {
        let kata = katakana(c);
        if kata == 'ッ' {
            doubled = true;
            continue;
        }
        if kata == 'ー' {
            continue;
        }
        if let Some(small) = small(kata) {
            join(&mut out, small);
            continue;
        }
        let latin = syllable(kata);
        if std::mem::take(&mut doubled) {
            let first = if latin.starts_with("ch") { "t" } else { latin.get(..1).unwrap_or("") };
            out.push_str(first);
        }
        // Long o and u are not written.
        let long =
            latin == "u" && (out.ends_with('o') || out.ends_with('u')) || latin == "o" && out.ends_with('o');
        if !long {
            out.push_str(latin);
        }
    }
    out
}

/// The katakana of a hiragana.
pub fn katakana(c: char) -> char {
    match c {
        '\u{3041}'..='\u{3096}' => char::from_u32(c as u32 + 0x60).unwrap_or(c),
        other => other,
    }
}

/// Small vowels and y-sounds, which change the syllable before.
const fn small(c: char) -> Option<&'static str> {
    Some(match c {
        'ャ' => "ya",
        'ュ' => "yu",
        'ョ' => "yo",
        'ァ' => "a",
        'ィ' => "i",
        'ゥ' => "u",
        'ェ' => "e",
        'ォ' => "o",
        _ => return None,
    })
}

/// Joins a small sign to what stands before: `ki` + `ya` = *kya*, `shi` + `ya` = *sha*, `fu` + `a` = *fa*.
fn join(out: &mut String, small: &str) {
    let soft = out.ends_with("shi") || out.ends_with("chi") || out.ends_with("ji");
    if out.ends_with(['i', 'u', 'e', 'o']) {
        out.pop();
    }
    out.push_str(if soft { small.strip_prefix('y').unwrap_or(small) } else { small });
}

#[rustfmt::skip]
const fn syllable(c: char) -> &'static str {
    match c {
        'ア' => "a", 'イ' => "i", 'ウ' => "u", 'エ' => "e", 'オ' | 'ヲ' => "o",
        'カ' => "ka", 'キ' => "ki", 'ク' => "ku", 'ケ' | 'ヶ' => "ke", 'コ' => "ko",
        'ガ' => "ga", 'ギ' => "gi", 'グ' => "gu", 'ゲ' => "ge", 'ゴ' => "go",
        'サ' => "sa", 'シ' => "shi", 'ス' => "su", 'セ' => "se", 'ソ' => "so",
        'ザ' => "za", 'ジ' | 'ヂ' => "ji", 'ズ' | 'ヅ' => "zu", 'ゼ' => "ze", 'ゾ' => "zo",
        'タ' => "ta", 'チ' => "chi", 'ツ' => "tsu", 'テ' => "te", 'ト' => "to",
        'ダ' => "da", 'デ' => "de", 'ド' => "do",
        'ナ' => "na", 'ニ' => "ni", 'ヌ' => "nu", 'ネ' => "ne", 'ノ' => "no",
        'ハ' => "ha", 'ヒ' => "hi", 'フ' => "fu", 'ヘ' => "he", 'ホ' => "ho",
        'バ' => "ba", 'ビ' => "bi", 'ブ' => "bu", 'ベ' => "be", 'ボ' => "bo",
        'パ' => "pa", 'ピ' => "pi", 'プ' => "pu", 'ペ' => "pe", 'ポ' => "po",
        'マ' => "ma", 'ミ' => "mi", 'ム' => "mu", 'メ' => "me", 'モ' => "mo",
        'ヤ' => "ya", 'ユ' => "yu", 'ヨ' => "yo",
        'ラ' => "ra", 'リ' => "ri", 'ル' => "ru", 'レ' => "re", 'ロ' => "ro",
        'ワ' => "wa", 'ン' => "n", 'ヴ' => "vu",
        _ => "",
    }
}
