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
        ("a small-scale raid", "DET ADJ NOUN.Sg"),
        ("The soldiers set up two bridges .", "DET NOUN.Pl VERB.Past ADP.Particle NUM NOUN.Pl PUNCT"),
        ("He had often led such attacks .", "PRON.Pers AUX.Past ADV VERB.Pp ADJ NOUN.Pl PUNCT"),
        ("A larger army is coming .", "DET ADJ.Comp NOUN.Sg AUX.Pres3 VERB.Ing PUNCT"),
        (
            "Who will pay for their largest bridge ?",
            "PRON.Wh AUX.Modal VERB.Base ADP PRON.Poss ADJ.Sup NOUN.Sg PUNCT",
        ),
        (
            "The minister said that he could not come .",
            "DET NOUN.Sg VERB.Past SCONJ PRON.Pers AUX.Modal PART VERB.Base PUNCT",
        ),
        ("troops from russia entered the town .", "NOUN.Pl ADP PROPN.Sg VERB.Past DET NOUN.Sg PUNCT"),
        ("In 1990s France , $ 5 was 30 % .", "ADP NOUN.Pl PROPN.Sg PUNCT SYM NUM AUX.Past NUM SYM PUNCT"),
    ];
    let wrong: Vec<_> = table.iter().filter(|(t, e)| show(t) != *e).map(|(t, e)| (t, show(t), e)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn repairs_need_an_auxiliary() {
    let verb = |form| Tag { upos: Upos::Verb, form };
    let aux = |form| Tag { upos: Upos::Aux, form };
    let not = Tag { upos: Upos::Part, form: Form::None };
    let noun = Tag { upos: Upos::Noun, form: Form::Sg };
    let table = [
        (vec!["has", "not", "led"], vec![aux(Form::Pres3), not, verb(Form::Past)], verb(Form::Pp)),
        (vec!["did", "n't", "cut"], vec![aux(Form::Past), not, verb(Form::Pres)], verb(Form::Base)),
        (vec!["to", "cut"], vec![not, verb(Form::Pres)], verb(Form::Base)),
        (vec!["has", "man", "led"], vec![aux(Form::Pres3), noun, verb(Form::Past)], verb(Form::Past)),
        (vec!["to", "leading"], vec![not, verb(Form::Ing)], verb(Form::Ing)),
    ];
    for (words, mut tags, last) in table {
        repair::repair(&words, &mut tags);
        assert_eq!(tags.last(), Some(&last), "{words:?}");
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
