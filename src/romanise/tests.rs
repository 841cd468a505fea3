//! Names of each script, and that any string can be read.
use super::*;

#[test]
fn press_forms() {
    for (language, foreign, english) in [
        ("ru", "Лавров", "Lavrov"),
        ("ru", "Жуковский", "Zhukovsky"),
        ("ru", "Ельцин", "Yeltsin"),
        ("ru", "Горбачёв", "Gorbachev"),
        ("uk", "Гончаренко", "Honcharenko"),
        ("uk", "Зеленський", "Zelensky"),
        ("bg", "Борисов", "Borisov"),
        ("bg", "Търново", "Tarnovo"),
        ("sr", "Вучић", "Vucic"),
        ("el", "Μητσοτάκης", "Mitsotakis"),
        ("el", "Παπανδρέου", "Papandreou"),
        ("hi", "मोदी", "Modi"),
        ("hi", "राहुल", "Rahul"),
        ("ja", "トヨタ", "Toyota"),
        ("ja", "キョウト", "Kyoto"),
        ("ja", "サッポロ", "Sapporo"),
        ("ko", "서울", "Seoul"),
        ("ko", "부산", "Busan"),
        ("zh", "北京", "Beijing"),
        ("zh", "上海", "Shanghai"),
        ("ar", "بغداد", "Bghdad"),
        ("he", "רמלה", "Rmlh"),
        ("fr", "Besançon", "Besançon"),
    ] {
        assert_eq!(romanise(foreign, language), english, "{foreign}");
    }
}

/// The distance of an English name from a text of one name.
fn distance(language: &str, foreign: &str, english: &str) -> u32 {
    Lattice::read(foreign, language).closest(&Key::of(english), true).map_or(999, |m| m.distance)
}

#[test]
fn names_are_near_their_transliterations_and_far_from_others() {
    for (language, foreign, same, other) in [
        ("ru", "Путина", "Putin", "Merkel"),
        ("ru", "Хрущёву", "Khrushchev", "Stalin"),
        ("ru", "Гитлера", "Hitler", "Lenin"),
        ("ru", "Шварценеггером", "Schwarzenegger", "Stallone"),
        ("cs", "Putinovi", "Putin", "Babis"),
        ("cs", "Merkelové", "Merkel", "Macron"),
        ("hu", "Macronnal", "Macron", "Scholz"),
        ("de", "Selenskyj", "Zelensky", "Lavrov"),
        ("fr", "Zelenski", "Zelenskyy", "Macron"),
        ("fr", "Poutine", "Putin", "Macron"),
        ("pl", "Chruszczow", "Khrushchev", "Walesa"),
        ("de", "Chruschtschow", "Khrushchev", "Adenauer"),
        ("el", "Παπανδρέου", "Papandreou", "Tsipras"),
        ("ar", "ترامب", "Trump", "Biden"),
        ("ar", "وكلينتون", "Clinton", "Obama"),
        ("he", "נתניהו", "Netanyahu", "Gantz"),
        ("fa", "روحانی", "Rouhani", "Gorbachev"),
        ("hi", "कैनेडी", "Kennedy", "Nixon"),
        ("ja", "クリントン", "Clinton", "Trump"),
        ("ja", "高浜", "Takahama", "Sapporo"),
        ("zh", "重庆", "Chongqing", "Beijing"),
        ("zh", "休斯敦", "Houston", "Dallas"),
        ("ko", "문재인", "Moon", "Park"),
    ] {
        let (near, far) = (distance(language, foreign, same), distance(language, foreign, other));
        assert!(near <= 28, "{foreign} {same}: {near}");
        assert!(far >= 34, "{foreign} {other}: {far}");
    }
}

#[test]
fn every_line_of_the_tables_is_understood() {
    assert_eq!(exonym::misread(), Vec::<&str>::new());
}

#[test]
fn listed_names_are_found_in_texts_of_their_language() {
    for (language, text, concept, certain) in [
        ("fr", "Le ministre est arrivé à Londres hier.", "London", true),
        ("fr", "L'OTAN se réunit.", "NATO", true),
        ("fr", "un soldat allemand", "DE", false),
        ("fr", "Il vit aux Pays-Bas.", "NL", true),
        ("de", "Er kam aus Frankreich.", "FR", true),
        ("ru", "во Франции", "FR", true),
        ("cs", "v Německu", "DE", true),
        ("pl", "w Niemczech", "DE", true),
        ("zh", "他在法国工作", "FR", true),
        ("ja", "イタリアの首相", "IT", true),
        ("ar", "في الصين", "CN", true),
        ("he", "בצרפת", "FR", true),
        ("hi", "फ्रांस में", "FR", true),
        ("ko", "프랑스에서", "FR", true),
        ("hu", "Németországban", "DE", true),
        ("en", "The Dutch left.", "NL", false),
    ] {
        let found = exonym::known(&Lattice::read(text, language), text, language);
        let of = found.iter().filter(|k| k.concept == concept).map(|k| k.certain).max();
        assert_eq!(of, Some(certain), "{text} {found:?}");
    }
}

proptest::proptest! {
    #[test]
    fn any_string_can_be_read(text: String, language in "[a-z]{2}", name: String) {
        let _ = romanise(&text, &language);
        let lattice = Lattice::read(&text, &language);
        let found = lattice.closest(&Key::of(&name), true);
        proptest::prop_assert!(found.is_none_or(|m| m.first < m.end && m.end <= lattice.units.len()));
        for known in exonym::known(&lattice, &text, &language) {
            proptest::prop_assert!(known.end <= lattice.units.len());
        }
    }

    #[test]
    fn foreign_letters_can_be_read(text in "[ \\p{Cyrillic}\\p{Greek}\\p{Arabic}\\p{Hebrew}\\p{Devanagari}\\p{Han}\\p{Hiragana}\\p{Katakana}\\p{Hangul}-]{0,40}") {
        for language in ["ru", "uk", "sr", "bg", "el", "ar", "fa", "he", "hi", "zh", "ja", "ko"] {
            let _ = romanise(&text, language);
            let _ = Lattice::read(&text, language).closest(&Key::of("Khrushchev"), false);
        }
    }
}
