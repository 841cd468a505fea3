#![allow(clippy::unwrap_used)]
use super::*;

#[test]
fn every_form_parses() {
    let template = parse("carry_out~$verb a($obj.nodet.sg) of $of.").unwrap();
    assert_eq!(template.names(), [("verb", 10), ("obj", 18), ("of", 36)]);
    assert_eq!(template.parts.last(), Some(&Part::Text(".".to_owned())));
    assert!(matches!(template.parts.first(), Some(Part::Inflect { word, .. }) if word == "carry_out"));
    assert!(matches!(template.parts.get(2), Some(Part::Article(inner)) if inner.len() == 1));
}

#[test]
fn what_is_no_production_is_text() {
    for text in ["costs $5 (or $5.50)", "a(n) old word", "~5 data(x)", "", "a ( b", "$"] {
        assert_eq!(parse(text).unwrap().names(), [], "{text}");
    }
    assert_eq!(parse("\\$verb").unwrap().parts, [Part::Text("$verb".to_owned())]);
    assert_eq!(parse("$mod-of").unwrap().names(), [("mod-of", 0)]);
}

#[test]
fn faults_have_a_place_and_a_remedy() {
    let error = parse("x $verb.pats y").unwrap_err();
    assert_eq!((error.at.clone(), error.help.as_deref()), (8..12, Some("did you mean `past`?")));
    let error = parse("x a($verb y").unwrap_err();
    assert_eq!(error.message, "`a(` is not closed");
}
