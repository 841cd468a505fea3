#![allow(clippy::unwrap_used)]
use super::*;
use crate::text::lexer::lex;
use proptest::prelude::*;

fn show(text: &str) -> String {
    let words: Vec<&str> = lex(text).iter().map(|t| t.span.of(text)).collect();
    let tags = tag_words(&Model::new(WEIGHTS), &words);
    let names = tags.iter().map(|t| match t.form {
        Form::None => t.upos.name().to_owned(),
        form => format!("{}.{form:?}", t.upos.name()),
    });
    names.collect::<Vec<_>>().join(" ")
}

#[test]
fn tags_of_plain_sentences() {
    let table = [
        (
            "The army has abolished the last obstacles .",
            "DET NOUN.Sg AUX.Pres3 VERB.Pp DET ADJ NOUN.Pl PUNCT",
        ),
        ("She wants to lead the talks .", "PRON.Pers VERB.Pres3 PART VERB.Base DET NOUN.Pl PUNCT"),
        ("They do n't know him .", "PRON.Pers AUX.Pres PART VERB.Base PRON.Pers PUNCT"),
        (
            "Moscow's troops were led by a general .",
            "PROPN.Sg PART.Poss NOUN.Pl AUX.Past VERB.Pp ADP DET NOUN.Sg PUNCT",
        ),
    ];
    for (text, expected) in table {
        assert_eq!(show(text), expected, "{text}");
    }
}

proptest! {
    #[test]
    fn any_words_get_one_tag_each(words in prop::collection::vec("\\PC{0,12}", 0..20)) {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        prop_assert_eq!(tag_words(&Model::new(WEIGHTS), &words).len(), words.len());
    }

    #[test]
    fn damaged_weights_do_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..600), cut in 0usize..200_000) {
        let words = ["The", "army", "left", "."];
        let damaged = [&WEIGHTS[..cut], &bytes[..]].concat();
        for weights in [&bytes[..], &damaged[..]] {
            prop_assert_eq!(tag_words(&Model::new(weights), &words).len(), words.len());
        }
    }
}
