//! Latin letters: capitals, and accents taken off.

/// With the first letter as a capital.
pub fn capitalise(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The letter without accents, in small letters; letters of two sounds are spelled out.
pub fn bare(c: char) -> &'static str {
    match c {
        'ß' => "ss",
        'æ' | 'ä' | 'ǣ' => "e",
        'œ' | 'ö' | 'ø' | 'ő' => "o",
        'þ' => "th",
        'š' | 'ş' | 'ș' | 'ŝ' => "sh",
        'ž' => "zh",
        'ż' => "zh",
        'č' => "ch",
        'ć' => "ch",
        'đ' | 'ð' => "d",
        'ğ' => "g",
        'ł' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ř' => "r",
        'ı' | 'ì' | 'í' | 'î' | 'ï' | 'ĩ' | 'ī' | 'ị' | 'ỉ' | 'į' => "i",
        'à' | 'á' | 'â' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' | 'ạ' | 'ả' | 'ấ' | 'ầ' | 'ẩ' | 'ẫ' | 'ậ' | 'ắ'
        | 'ằ' | 'ẳ' | 'ẵ' | 'ặ' => "a",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' | 'ẹ' | 'ẻ' | 'ẽ' | 'ế' | 'ề' | 'ể' | 'ễ' | 'ệ' => {
            "e"
        }
        'ò' | 'ó' | 'ô' | 'õ' | 'ō' | 'ọ' | 'ỏ' | 'ố' | 'ồ' | 'ổ' | 'ỗ' | 'ộ' | 'ớ' | 'ờ' | 'ở' | 'ỡ'
        | 'ợ' | 'ơ' => "o",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'ų' | 'ũ' | 'ụ' | 'ủ' | 'ứ' | 'ừ' | 'ử' | 'ữ' | 'ự'
        | 'ư' => "u",
        'ý' | 'ÿ' | 'ỳ' | 'ỷ' | 'ỹ' | 'ỵ' => "y",
        'ç' => "s",
        'ţ' | 'ț' => "ts",
        'ď' => "d",
        'ť' => "t",
        'ľ' | 'ĺ' | 'ļ' => "l",
        'ķ' => "k",
        'ņ' => "n",
        'ģ' => "g",
        'ś' => "s",
        'ź' => "z",
        _ => "",
    }
}
