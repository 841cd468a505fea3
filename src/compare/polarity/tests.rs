#![allow(clippy::unwrap_used)]

use super::{Turn, flips, table};
use crate::align::{SourceText, align};
use crate::article::Article;
use crate::english::{parse, words::Words};
use crate::fact::LazyLedger;
use crate::source::Format;
use crate::text::vocab::Vocabulary;

#[test]
fn every_line_of_the_table_is_understood() {
    let tables = table::Tables::read(include_str!("../../../data/polarity.tsv"));
    assert!(tables.wrong.is_empty(), "{:?}", tables.wrong);
    assert!(tables.languages.len() > 30 && !tables.opposites.is_empty());
}

/// What happened, and the words of both sides.
fn turned(code: &str, source: &str, target: &str) -> Vec<(Turn, String, String)> {
    let vocabulary = Vocabulary::default();
    let article = Article::read(target, Format::Text);
    let document = parse::document(&article, &mut Words::new(&vocabulary));
    let ledger = LazyLedger::new(&document);
    let text = SourceText::read(source, Some(code));
    let alignment = align(&text, &document, &ledger);
    let words = |flip: &super::Flip| document.sentences[flip.sentence].range_text(flip.tokens).to_owned();
    let all = flips(&text, &alignment, &document);
    all.iter().map(|f| (f.turn, f.source.of(source).to_owned(), words(f))).collect()
}

#[test]
fn a_negation_too_many() {
    for (code, source) in [
        ("fr", "Le maire a signé le contrat."),
        ("de", "Der Bürgermeister hat den Vertrag unterzeichnet."),
        ("es", "El alcalde firmó el contrato."),
        ("it", "Il sindaco ha firmato il contratto."),
        ("pt", "O prefeito assinou o contrato."),
        ("ru", "Мэр подписал договор."),
        ("pl", "Burmistrz podpisał umowę."),
        ("cs", "Starosta podepsal smlouvu."),
        ("zh", "市长签署了合同。"),
        ("ja", "市長は契約に署名した。"),
        ("hi", "महापौर ने अनुबंध पर हस्ताक्षर किए।"),
    ] {
        let found = turned(code, source, "The mayor didn't sign the contract.");
        assert_eq!(found, [(Turn::Added, String::new(), "didn't".to_owned())], "{code}");
        assert_eq!(turned(code, source, "The mayor signed the contract."), [], "{code}");
    }
}

#[test]
fn a_negation_too_few() {
    for (code, source, word) in [
        ("fr", "Le maire n'a pas signé le contrat.", "pas"),
        ("de", "Der Bürgermeister hat den Vertrag nicht unterzeichnet.", "nicht"),
        ("es", "El alcalde no firmó el contrato.", "no"),
        ("ru", "Мэр не подписал договор.", "не"),
        ("zh", "市长没有签署合同。", "没"),
        ("pl", "Burmistrz nie podpisał umowy.", "nie"),
    ] {
        let whole = "The mayor signed the contract.";
        assert_eq!(turned(code, source, whole), [(Turn::Lost, word.to_owned(), whole.to_owned())], "{code}");
        for kept in [
            "The mayor did not sign the contract.",
            "The mayor refused to sign the contract.",
            "The contract was left unsigned by the mayor.",
        ] {
            assert_eq!(turned(code, source, kept), [], "{code}");
        }
    }
}

#[test]
fn what_turns_nothing_round() {
    for (code, source, target) in [
        ("de", "Er sprach nicht nur mit Anna.", "He spoke with Anna, too."),
        ("fr", "La cause est inconnue.", "The cause is not known."),
        ("es", "La causa se desconoce.", "The cause is not known."),
        ("fr", "Elle a chanté « Don't Cry » hier.", "She sang \"Don't Cry\" yesterday."),
        ("cs", "Škola nesplňuje podmínky.", "The school does not meet the conditions."),
        ("de", "Sie kam und ging.", "She not only came but went."),
    ] {
        assert_eq!(turned(code, source, target), [], "{code}: {source}");
    }
}

#[test]
fn words_of_opposite_sense() {
    for (code, source, target, here, there) in [
        ("fr", "Le ministre a confirmé l'accord.", "The minister denied the deal.", "confirmé", "denied"),
        ("de", "Im Norden brennt es.", "There are fires in the south.", "norden", "south"),
        ("es", "Hay más heridos.", "There are fewer injured people.", "más", "fewer"),
        ("it", "È arrivato dopo la partita.", "He arrived before the match.", "dopo", "before"),
    ] {
        let found = turned(code, source, target);
        let found: Vec<_> = found.iter().map(|(t, a, b)| (*t, a.to_lowercase(), b.as_str())).collect();
        assert_eq!(found, [(Turn::Opposite, here.to_owned(), there)], "{code}");
    }
    for (code, source, target) in [
        ("fr", "Le ministre n'a pas démenti.", "The minister confirmed it."),
        ("fr", "Le ministre a confirmé l'accord.", "The minister did not deny the deal."),
        ("de", "Im Norden und im Süden brennt es.", "There are fires in the south."),
    ] {
        let found = turned(code, source, target);
        assert!(found.iter().all(|(turn, ..)| *turn != Turn::Opposite), "{code}: {source} {found:?}");
    }
}

#[test]
fn pronouns_of_the_other_sex() {
    for (code, source, target, here, there) in [
        ("fr", "Elle a vendu sa maison.", "He sold the house.", "elle", "He"),
        ("ru", "Она продала дом.", "He sold the house.", "она", "He"),
        ("de", "Er verkaufte sein Haus.", "She sold the house.", "er", "She"),
    ] {
        let found = turned(code, source, target);
        let found: Vec<_> = found.iter().map(|(t, a, b)| (*t, a.to_lowercase(), b.as_str())).collect();
        assert_eq!(found, [(Turn::Gender, here.to_owned(), there)], "{code}");
    }
    assert_eq!(turned("fr", "La loi, elle, reste.", "It stays, he said."), []);
}
