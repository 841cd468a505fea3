//! Arabic and Hebrew: the consonants, with the long vowels that are written. Short vowels are not in the text, so what
//! comes out is a skeleton and no press form.

/// A word in Arabic letters, Persian ones included.
pub fn arabic(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for (at, c) in word.chars().enumerate() {
        out.push_str(match c {
            'ا' | 'أ' | 'آ' | 'ٱ' | 'ى' | 'ة' | 'ۀ' => "a",
            'إ' => "i",
            'ب' => "b",
            'پ' => "p",
            'ت' | 'ط' => "t",
            'ث' => "th",
            'ج' => "j",
            'چ' => "ch",
            'ح' | 'ه' | 'ہ' | 'ھ' => "h",
            'خ' => "kh",
            'د' | 'ض' => "d",
            'ذ' => "dh",
            'ر' => "r",
            'ز' | 'ظ' => "z",
            'ژ' => "zh",
            'س' | 'ص' => "s",
            'ش' => "sh",
            'غ' => "gh",
            'ف' | 'ڤ' => "f",
            'ق' => "q",
            'ك' | 'ک' => "k",
            'گ' => "g",
            'ل' => "l",
            'م' => "m",
            'ن' => "n",
            'و' | 'ؤ' if at == 0 => "w",
            'و' | 'ؤ' => "u",
            'ي' | 'ی' | 'ئ' if at == 0 => "y",
            'ي' | 'ی' | 'ئ' => "i",
            // ʿayn and hamza are not written in the press; short vowels rarely stand in the text.
            _ => "",
        });
    }
    out
}

/// A word in Hebrew letters.
pub fn hebrew(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut letters = word.chars().peekable();
    let mut first = true;
    while let Some(c) = letters.next() {
        let geresh = letters.peek().is_some_and(|n| matches!(n, '׳' | '\''));
        out.push_str(match c {
            'ג' if geresh => "j",
            'ז' if geresh => "zh",
            'צ' | 'ץ' if geresh => "ch",
            'א' | 'ע' => "a",
            'ב' if first => "b",
            'ב' => "v",
            'ג' => "g",
            'ד' => "d",
            'ה' | 'ח' => "h",
            'ו' if first => "v",
            'ו' => "o",
            'ז' => "z",
            'ט' | 'ת' => "t",
            'י' if first => "y",
            'י' => "i",
            'כ' | 'ך' | 'ק' => "k",
            'ל' => "l",
            'מ' | 'ם' => "m",
            'נ' | 'ן' => "n",
            'ס' => "s",
            'פ' if first => "p",
            'פ' | 'ף' => "f",
            'צ' | 'ץ' => "ts",
            'ר' => "r",
            'ש' => "sh",
            _ => "",
        });
        first = false;
    }
    out
}

/// The word without the particles that are written as one with it: *and*, *in*, *to*, *the*. The longest form first.
pub fn without_particles(word: &str) -> Vec<&str> {
    let mut all = vec![word];
    let arabic = ["وال", "بال", "كال", "فال", "لل", "ال", "و", "ب", "ل", "ك", "ف"];
    let hebrew = ["וה", "שה", "וב", "ול", "ומ", "ב", "ל", "מ", "ה", "ו", "כ", "ש"];
    for particle in arabic.iter().chain(&hebrew) {
        if let Some(rest) = word.strip_prefix(particle).filter(|rest| rest.chars().count() >= 2) {
            all.push(rest);
        }
    }
    all
}
