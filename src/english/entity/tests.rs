use super::*;
use crate::article::Article;
use crate::english::parse::document;
use crate::english::words::Words;
use crate::source::Format;
use crate::text::vocab::Vocabulary;

/// `Kyiv/City …` for the marked tokens of a text.
fn marked(text: &str) -> String {
    let vocabulary = Vocabulary::default();
    let article = Article::read(text, Format::Text);
    let document = document(&article, &mut Words::new(&vocabulary));
    let mut found = Vec::new();
    for sentence in &document.sentences {
        for (at, entity) in sentence.parsed().entities.iter().enumerate() {
            if let Some(entity) = entity {
                found.push(format!("{}/{entity:?}", sentence.token_text(at)));
            }
        }
    }
    found.join(" ")
}

#[test]
fn names_in_sentences() {
    for (text, expected) in [
        ("The Ukrainian army held Kharkiv on Monday.", "Ukrainian/Nationality Kharkiv/City Monday/Weekday"),
        (
            "Residents of Saudi Arabia flew to New York in May.",
            "Saudi/Country Arabia/Country New/City York/City May/Month",
        ),
        ("They said Mr. Macron may go.", "Mr./Person Macron/Person"),
        ("A coach praised Jordan Pickford in Jordan.", "Jordan/Person Pickford/Person Jordan/Country"),
        ("Then Theresa May left the Defense Ministry.", "Theresa/Person May/Person Defense/Org Ministry/Org"),
        ("A judge freed Ekrem Kaya, and Kaya went home.", "Ekrem/Person Kaya/Person Kaya/Person"),
        ("The shop in Reading sells polish.", "Reading/City"),
        ("Reading is fun, and they will march.", ""),
        ("The talks in Mobile, Alabama, failed.", "Mobile/City Alabama/Place"),
        ("The fleet left kyiv and moscow for russian ports.", ""),
        ("Officials praised Ursula von der Leyen.", "Ursula/Person von/Person der/Person Leyen/Person"),
        ("The film shows Wrzkla at work.", "Wrzkla/Name"),
        ("Shares of Acme Corp. fell after NATO spoke.", "Acme/Org Corp./Org NATO/Org"),
        ("Troops crossed the Kursk border near the Black Sea.", "Kursk/City Black/Place Sea/Place"),
        ("Storms hit towns again.", ""),
    ] {
        assert_eq!(marked(text), expected, "{text}");
    }
}

#[test]
fn small_letters_tell_only_what_is_no_word() {
    for word in ["kyiv", "moscow", "ukraine", "donetsk", "london", "washington"] {
        assert!(names::place_lower(word), "{word}");
    }
    for word in [
        "china", "turkey", "nice", "reading", "orange", "mobile", "jersey", "may", "russian", "lima",
        "cologne", "split",
    ] {
        assert!(!names::place_lower(word), "{word}");
    }
    for word in ["russian", "ukrainians", "french", "english", "monday", "october", "hebrew"] {
        assert!(names::capitalised_lower(word), "{word}");
    }
    for word in ["may", "march", "polish", "swede", "sat", "sun", "turkey", "kyiv", "pole", "august"] {
        assert!(!names::capitalised_lower(word), "{word}");
    }
}

proptest::proptest! {
    #[test]
    fn any_text_has_one_entry_a_token(text in "(\\PC|Mr\\. |Kyiv|New |May | of |the |, ){0,40}") {
        let vocabulary = Vocabulary::default();
        let article = Article::read(&text, Format::Text);
        for sentence in &document(&article, &mut Words::new(&vocabulary)).sentences {
            proptest::prop_assert_eq!(sentence.parsed().entities.len(), sentence.tokens.len());
        }
    }
}
