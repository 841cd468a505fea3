//! Names of pairs of sentences, several scripts.
use super::*;
use crate::article::Article;
use crate::english::parse;
use crate::english::words::Words;
use crate::source::Format;
use crate::text::vocab::Vocabulary;

/// Status, name of the source, name of the translation of what is not kept.
fn judged(language: &str, source: &str, english: &str) -> Vec<(Status, String, String)> {
    let vocabulary = Vocabulary::default();
    let document = parse::document(&Article::read(english, Format::Text), &mut Words::new(&vocabulary));
    let sentences: Vec<&Sentence> = document.sentences.iter().collect();
    names_compare(source, language, &sentences)
        .into_iter()
        .map(|j| {
            let words = j.target.and_then(|(at, range)| sentences.get(at).map(|s| s.range_text(range)));
            (j.status, j.source.map_or("", |s| s.of(source)).to_owned(), words.unwrap_or("").to_owned())
        })
        .collect()
}

#[test]
fn names_are_kept_through_exonyms_inflection_and_scripts() {
    for (language, source, english) in [
        (
            "fr",
            "Le maire de Londres a reçu Zelenski mardi.",
            "The mayor of London received Zelenskyy on Tuesday.",
        ),
        ("fr", "L'OTAN et l'ONU se réunissent à Aix-la-Chapelle.", "NATO and the UN are meeting in Aachen."),
        (
            "es",
            "El ministro viajó a Bélgica y a los Países Bajos.",
            "The minister travelled to Belgium and the Netherlands.",
        ),
        (
            "de",
            "Merkels Sprecher traf in München den Bürgermeister.",
            "Merkel's spokesman met the mayor in Munich.",
        ),
        (
            "it",
            "Il sindaco di Firenze è tornato da Monaco di Baviera.",
            "The mayor of Florence has returned from Munich.",
        ),
        ("pl", "Minister poleciał z Warszawy do Niemiec.", "The minister flew from Warsaw to Germany."),
        ("cs", "Policie včera Putinovi nic neřekla.", "Police told Putin nothing yesterday."),
        ("hu", "Tegnap Macronnal tárgyalt Varsóban.", "He held talks with Macron in Warsaw yesterday."),
        ("ru", "Вчера в Мюнхене министр встретил Лаврова.", "The minister met Lavrov in Munich yesterday."),
        ("uk", "Учора Гончаренко приїхав до Одеси.", "Honcharenko came to Odesa yesterday."),
        ("el", "Ο Μητσοτάκης πήγε στο Παρίσι.", "Mitsotakis went to Paris."),
        ("ar", "وصل كلينتون إلى القاهرة أمس.", "Clinton arrived in Cairo yesterday."),
        ("he", "נתניהו הגיע לצרפת.", "Netanyahu arrived in France."),
        ("hi", "मोदी ने दिल्ली में बैठक की।", "Modi held a meeting in Delhi."),
        ("zh", "默克尔昨天抵达重庆。", "Merkel arrived in Chongqing yesterday."),
        ("ja", "高浜さんは東京でクリントン氏に会った。", "Takahama met Clinton in Tokyo."),
        ("ko", "문재인 대통령은 서울에서 연설했다.", "President Moon gave a speech in Seoul."),
    ] {
        assert_eq!(judged(language, source, english), [], "{source}");
    }
}

#[test]
fn changed_lost_and_added_names_are_told() {
    use Status::{Added, Changed, Lost};
    for (language, source, english, status, foreign, name) in [
        (
            "fr",
            "Le ministre est arrivé hier à Varsovie.",
            "The minister arrived in Madrid yesterday.",
            Changed,
            "Varsovie",
            "Madrid",
        ),
        (
            "de",
            "Er reiste gestern nach Frankreich.",
            "He travelled to Norway yesterday.",
            Changed,
            "Frankreich",
            "Norway",
        ),
        (
            "ru",
            "Министр вчера посетил Варшаву.",
            "The minister visited Madrid yesterday.",
            Changed,
            "Варшаву",
            "Madrid",
        ),
        (
            "zh",
            "总理昨天抵达法国。",
            "The prime minister arrived in Norway yesterday.",
            Changed,
            "法国",
            "Norway",
        ),
        (
            "it",
            "Il ministro è arrivato ieri a Varsavia in treno.",
            "The minister arrived by train yesterday.",
            Lost,
            "Varsavia",
            "",
        ),
        (
            "ja",
            "首相は昨日イタリアに到着した。",
            "The prime minister arrived yesterday.",
            Lost,
            "イタリア",
            "",
        ),
        (
            "uk",
            "Минулого тижня міністр приїхав потягом.",
            "Last week the minister came to Budapest by train.",
            Added,
            "",
            "Budapest",
        ),
    ] {
        let expected = [(status, foreign.to_owned(), name.to_owned())];
        assert_eq!(judged(language, source, english), expected, "{source}");
    }
}

#[test]
fn the_name_of_the_source_is_given_in_english() {
    let vocabulary = Vocabulary::default();
    let text = "The minister visited Madrid yesterday.";
    let document = parse::document(&Article::read(text, Format::Text), &mut Words::new(&vocabulary));
    let sentences: Vec<&Sentence> = document.sentences.iter().collect();
    let found = names_compare("Министр вчера посетил Варшаву.", "ru", &sentences);
    assert_eq!(found.first().and_then(|j| j.english.as_deref()), Some("Warsaw"));
}

#[test]
fn ordinary_words_and_adjectives_are_no_lost_names() {
    for (language, source, english) in [
        ("fr", "Dimanche, l'État a payé la facture.", "On Sunday the state paid the bill."),
        (
            "de",
            "Gestern zahlte der Staat die Rechnung für das Wasser.",
            "The state paid the water bill yesterday.",
        ),
        (
            "ru",
            "Командование Северного флота не ответило.",
            "The command of the fleet in the north did not answer.",
        ),
        ("ru", "Это стоит 500 долларов США.", "It costs $500."),
    ] {
        assert_eq!(judged(language, source, english), [], "{source}");
    }
}

proptest::proptest! {
    #[test]
    fn any_two_texts_can_be_compared(source: String, english: String, language in "[a-z]{2}") {
        for (status, foreign, name) in judged(&language, &source, &english) {
            proptest::prop_assert!(status != Status::Kept && !(foreign.is_empty() && name.is_empty()));
        }
    }
}
