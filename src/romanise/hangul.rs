//! Hangul: Revised Romanisation syllable by syllable, and the usual English spellings of the commonest family names.

const INITIALS: [&str; 19] =
    ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];
const MEDIALS: [&str; 21] = [
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi",
    "yu", "eu", "ui", "i",
];
const FINALS: [&str; 28] = [
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "l", "l", "m", "p", "p", "t", "t",
    "ng", "t", "t", "k", "t", "p", "t",
];
/// Finals as they sound before a syllable that begins with a vowel.
const CARRIED: [&str; 28] = [
    "", "g", "kk", "ks", "n", "nj", "n", "d", "r", "lg", "lm", "lb", "ls", "lt", "lp", "r", "m", "b", "ps",
    "s", "ss", "ng", "j", "ch", "k", "t", "p", "",
];

/// Initial, medial and final of a syllable.
fn parts(c: char) -> Option<(usize, usize, usize)> {
    let code = (c as usize).checked_sub(0xac00).filter(|code| *code < 11172)?;
    Some((code / 588, code % 588 / 28, code % 28))
}

/// A run of syllables.
pub fn romanise(run: &str) -> String {
    let mut out = String::with_capacity(run.len() * 2);
    let mut carried = "";
    let mut letters = run.chars().peekable();
    while let Some(c) = letters.next() {
        let Some((initial, medial, last)) = parts(c) else { continue };
        let initial = if carried.is_empty() { INITIALS.get(initial).copied().unwrap_or("") } else { carried };
        let lateral = out.ends_with('l') && initial == "r";
        out.push_str(if lateral { "l" } else { initial });
        out.push_str(MEDIALS.get(medial).copied().unwrap_or(""));
        carried = "";
        let vowel_follows = letters.peek().and_then(|n| parts(*n)).is_some_and(|(initial, ..)| initial == 11);
        if vowel_follows && last != 21 {
            carried = CARRIED.get(last).copied().unwrap_or("");
        } else {
            out.push_str(FINALS.get(last).copied().unwrap_or(""));
        }
    }
    out
}

/// Readings of a syllable in names: the rule, and what families write.
pub fn readings(c: char) -> Vec<String> {
    let Some((initial, medial, last)) = parts(c) else { return Vec::new() };
    let part = |table: &[&'static str], at: usize| table.get(at).copied().unwrap_or("");
    let mut all =
        vec![format!("{}{}{}", part(&INITIALS, initial), part(&MEDIALS, medial), part(&FINALS, last))];
    all.extend(press(c).iter().map(|form| (*form).to_owned()));
    all
}

/// Family names as their bearers spell them.
const fn press(c: char) -> &'static [&'static str] {
    match c {
        '김' => &["kim"],
        '이' | '리' => &["lee", "rhee", "yi"],
        '박' => &["park"],
        '최' => &["choi"],
        '정' => &["jung", "chung"],
        '조' => &["cho"],
        '강' => &["kang"],
        '윤' => &["yoon"],
        '장' => &["chang"],
        '임' => &["lim"],
        '오' => &["oh"],
        '서' => &["suh"],
        '신' => &["shin"],
        '권' => &["kwon"],
        '유' => &["yoo"],
        '류' => &["ryu"],
        '안' => &["ahn"],
        '노' => &["roh"],
        '문' => &["moon"],
        '우' => &["woo"],
        '선' => &["sun"],
        '현' => &["hyun"],
        '영' => &["young"],
        '은' => &["un"],
        '희' => &["hee"],
        '승' => &["seung"],
        '경' => &["kyung"],
        '제' => &["jae"],
        _ => &[],
    }
}
