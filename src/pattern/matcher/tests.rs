use super::*;
use crate::pattern::list::Lists;
use crate::pattern::testing::{Fixture, sentence};
use crate::text::vocab::Vocabulary;
use proptest::prelude::*;

const LISTS: &[(&str, &str)] =
    &[("attacks", "air strike\nassault\nraid\n"), ("talks", "negotiation\ntalk\n")];

/// Pattern, sentence, the reported parts.
#[rustfmt::skip]
const TABLE: &[(&str, &str, &[&str])] = &[
    ("make", "Make or make, made.", &["Make", "make"]),
    ("people 's", "The people's and peoples' people's.", &["people's", "people's"]),
    ("cross-border", "A cross-border raid, cross border.", &["cross-border"]),
    ("=kyiv", "Kyiv and kyiv and KYIV.", &["kyiv"]),
    ("=May", "In May he may go.", &["May"]),
    ("~make", "They made, make, makes and are making it.", &["made", "make", "makes", "making"]),
    ("~lead.v", "He led them and had a lead.", &["led"]),
    ("~consist.v from", "The jury consists from nine judges.", &["consists from"]),
    ("~attack.n", "The attacks came as they attacked us.", &["attacks"]),
    ("~bad.a", "It got worse and worse.", &["worse", "worse"]),
    ("the NOUN", "The dog saw the big cat.", &["The dog"]),
    ("the NOUN.pl", "The dogs saw the cat.", &["The dogs"]),
    ("has VERB.past.pp", "He has gone, she has a car.", &["has gone"]),
    ("the .pl", "The dogs saw the cat.", &["The dogs"]),
    ("@attacks", "Raids, air strikes and strikes.", &["Raids", "air strikes"]),
    ("in #country", "He lives in France and in Paris.", &["in France"]),
    ("in #place", "He lives in France and in Paris.", &["in France", "in Paris"]),
    ("for #money", "He sold it for $2.5 million and for fun.", &["for $2.5 million"]),
    ("[#number & !the] of", "Five of them and some of us.", &["Five of"]),
    ("on #weekday", "He came on Monday and on foot.", &["on Monday"]),
    ("[- & %spaced] %word", "Small -scale and small-scale.", &["-scale"]),
    ("small [- & %spaced] [scale & %glued]", "A small -scale raid.", &["small -scale"]),
    ("[~kyiv & %lower]", "Kyiv and kyiv.", &["kyiv"]),
    ("[~kyiv & %title]", "Kyiv and kyiv.", &["Kyiv"]),
    ("[~kyiv & %upper]", "Kyiv and KYIV.", &["KYIV"]),
    ("the %mixed", "He has the iPhone and the phone.", &["the iPhone"]),
    ("[dog & %quoted]", "The dog and the \"dog\" barked.", &["dog"]),
    ("[~dog & %first]", "\"Dogs bark, dogs bite,\" he said.", &["Dogs"]),
    ("the %digits", "Of the 27 members the last left.", &["the 27"]),
    ("the %unknown", "The blorf dog saw the cat.", &["The blorf"]),
    ("the _", "The dog, the", &["The dog"]),
    ("~put .. on", "He put the hat on and put it there, right here, on.", &["put the hat on"]),
    ("~put ..5 on", "He put the very big old hat on.", &["put the very big old hat on"]),
    ("~put ..9 on", "He put it there; come on.", &[]),
    ("^ he", "\"He said he came.", &["He"]),
    ("him $", "Tell him. ", &["him"]),
    ("him $", "Tell him now.", &[]),
    ("of (?!course)", "Of course, of us.", &["of"]),
    ("of (?=course | the)", "Of course, of us, of the.", &["Of", "of"]),
    ("(?<!~be) gone", "He is gone, he has gone.", &["gone"]),
    ("(?<=(~be | ~get)) gone", "He is gone, he has gone.", &["gone"]),
    ("(?<!very) good", "Good and very good.", &["Good"]),
    ("~have !DET", "He has a dog and has fleas.", &["has fleas"]),
    ("(very good | bad) dog", "A very good dog, a bad dog, a good dog.", &["very good dog", "bad dog"]),
    ("very* good", "Very very good, good.", &["Very very good", "good"]),
    ("very+ good", "Very very good, good.", &["Very very good"]),
    ("very? good", "Very very good.", &["very good"]),
    ("{~assist to} the", "They assist to the show.", &["assist to"]),
    ("w:(the | had) $w", "He had had the The dog.", &["had had", "the The"]),
    ("w:(_ of) .. $w", "Most of it and most of us.", &["Most of it and most of"]),
    ("in the <NP>", "He sat in the", &[]),
    ("~meet <NP @talks>", "They met the talks, met the man.", &["met the talks"]),
    ("<NP [~dog & .pl]> in", "He saw the big dogs in the park and the dog in the park.", &["the big dogs in"]),
    ("the plan <VP ~fail>", "The plan has not failed, he said.", &["The plan has not failed"]),
    ("plan <PP of>", "The plan of the army, the plan for war.", &["plan of the army"]),
    ("ADJ* @attacks", "They made big deadly raids.", &["big deadly raids"]),
    (r"\$", "It cost $5.", &["$"]),
];

#[test]
fn every_item_matches_what_it_should() {
    let mut faults = Vec::new();
    for (pattern, text, expected) in TABLE {
        let mut fixture = Fixture::new(LISTS);
        let program = fixture.pattern(pattern);
        let sentence = sentence(&fixture, text);
        let found = find(&program, &View::new(&sentence, &fixture.lists));
        let parts: Vec<&str> = found.iter().map(|m| sentence.range_text(m.report)).collect();
        if parts != *expected {
            let nps: Vec<&str> =
                sentence.parsed().nps.iter().map(|np| sentence.range_text(np.range)).collect();
            faults.push(format!("{pattern}: {text}\n  found {parts:?}, not {expected:?}\n  nps {nps:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn captures_and_extent_are_given() {
    let mut fixture = Fixture::new(LISTS);
    let program = fixture.pattern("v:~make {(big:good | bad:bad)} n:(dog | cat)+");
    let sentence = sentence(&fixture, "They made bad dog cat.");
    let found = find(&program, &View::new(&sentence, &fixture.lists));
    let shown: Vec<String> = found.iter().map(|m| m.show(&sentence).to_string()).collect();
    // The capture holds all that the item matched, repeats included.
    assert_eq!(shown, ["[bad] made bad dog cat · v=made bad=bad n=dog cat"]);
}

#[test]
fn a_hopeless_pattern_gives_up() {
    let mut fixture = Fixture::new(LISTS);
    let program = fixture.pattern("((a | a a)+ | a)+ b");
    let sentence = sentence(&fixture, &"a ".repeat(200));
    assert_eq!(find(&program, &View::new(&sentence, &fixture.lists)), []);
}

proptest! {
    #[test]
    fn matches_lie_in_the_sentence_and_apart(text in "((the|a|dog|very|good|of|,|\"|[.]|[a-zA-Z0-9$%é'-]{1,4})[ ]?){1,20}") {
        let mut fixture = Fixture::new(LISTS);
        let programs: Vec<_> = ["x:_ .. the", "(very | good)+ ..9 of $", "<NP> of <NP dog>?", "^ {a} #number* _"]
            .map(|p| fixture.pattern(p)).into();
        let sentence = sentence_of(&fixture.vocabulary, &text);
        let lists = Lists::default();
        for sentence in sentence {
            for program in &programs {
                let mut last = 0;
                for found in find(program, &View::new(&sentence, &lists)) {
                    prop_assert!(found.extent.start >= last && found.extent.end as usize <= sentence.tokens.len());
                    prop_assert!(found.extent.start <= found.report.start && found.report.end <= found.extent.end);
                    prop_assert!(!found.report.is_empty());
                    last = found.extent.end;
                }
            }
        }
    }
}

fn sentence_of(vocabulary: &Vocabulary, text: &str) -> Vec<crate::english::Sentence> {
    let article = crate::article::Article::read(text, crate::source::Format::Text);
    let mut words = crate::english::words::Words::new(vocabulary);
    crate::english::parse::document(&article, &mut words).sentences
}
