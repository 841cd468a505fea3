#![allow(clippy::unwrap_used)]

mod paradigm;
mod sentences;

use super::render::{render_chunks, render_clause};
use crate::article::BlockKind;
use crate::english::words::Words;
use crate::english::{Form, Parsed, Sentence, Tag, Upos, WordInfo, chunk};
use crate::span::Span;
use crate::text::lexer::lex;
use crate::text::vocab::Vocabulary;
use crate::text::{Case, Token, TokenKind};
use proptest::prelude::*;
use std::cell::OnceCell;

/// A sentence from text, to be parsed by the whole pipeline.
fn sentence(text: &str) -> Sentence {
    let vocabulary = Vocabulary::default();
    let mut words = Words::new(&vocabulary);
    let tokens = lex(text);
    Sentence {
        block: 0,
        block_kind: BlockKind::Paragraph,
        text: text.into(),
        words: tokens.iter().map(|t| words.look_up(t.span.of(text))).collect(),
        tokens,
        parsed: OnceCell::new(),
    }
}

/// A sentence with the given tags, chunked and split into clauses.
fn tagged(words: &[(&str, Tag)]) -> (Sentence, Parsed) {
    let mut text = String::new();
    let mut tokens = Vec::new();
    for (word, _) in words {
        if !text.is_empty() {
            text.push(' ');
        }
        let start = text.len() as u32;
        text.push_str(word);
        let span = Span::new(start, text.len() as u32);
        tokens.push(Token {
            span,
            kind: TokenKind::Word,
            case: Case::Lower,
            space_before: true,
            quoted: false,
        });
    }
    let sentence = Sentence {
        block: 0,
        block_kind: BlockKind::Paragraph,
        text: text.into(),
        words: vec![WordInfo::default(); tokens.len()],
        tokens,
        parsed: OnceCell::new(),
    };
    let mut parsed = Parsed {
        tags: words.iter().map(|(_, tag)| *tag).collect(),
        entities: vec![None; words.len()],
        ..Parsed::default()
    };
    chunk::chunk(&sentence, &mut parsed);
    super::clauses(&sentence, &mut parsed);
    (sentence, parsed)
}

fn rendered(sentence: &Sentence, parsed: &Parsed) -> String {
    parsed.clauses.iter().map(|c| render_clause(sentence, parsed, c)).collect::<Vec<_>>().join(" | ")
}

#[test]
fn sentences_give_their_clauses() {
    let mut wrong = String::new();
    for (text, expected) in sentences::SENTENCES {
        let sentence = sentence(text);
        let parsed = sentence.parsed();
        let got = rendered(&sentence, parsed);
        if got != *expected {
            wrong +=
                &format!("{text}\n  want {expected}\n  got  {got}\n  {}\n", render_chunks(&sentence, parsed));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// All parts of speech and forms, for tag sequences that no tagger would give.
const UPOS: &[Upos] = &[
    Upos::Adj,
    Upos::Adp,
    Upos::Adv,
    Upos::Aux,
    Upos::Cconj,
    Upos::Det,
    Upos::Noun,
    Upos::Num,
    Upos::Part,
    Upos::Pron,
    Upos::Propn,
    Upos::Punct,
    Upos::Sconj,
    Upos::Sym,
    Upos::Verb,
    Upos::X,
];
const FORMS: &[Form] = &[
    Form::None,
    Form::Sg,
    Form::Pl,
    Form::Base,
    Form::Pres,
    Form::Pres3,
    Form::Past,
    Form::Pp,
    Form::Ing,
    Form::Modal,
    Form::Comp,
    Form::Poss,
    Form::Pers,
    Form::Wh,
    Form::Particle,
];
const WORDS: &[&str] = &[
    "the", "army", "led", "who", "that", ",", "and", "to", "of", "by", "is", "had", "it", "up", "said", "(",
    ")", "\"", "’s", "most", "week", "-", "did", "there", "which", "him", "out", "as", ".", "5", "$", "let",
];

fn any_tagged() -> impl Strategy<Value = Vec<(&'static str, Tag)>> {
    let token = (prop::sample::select(WORDS), prop::sample::select(UPOS), prop::sample::select(FORMS))
        .prop_map(|(word, upos, form)| (word, Tag { upos, form }));
    prop::collection::vec(token, 0..40)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn any_tags_give_consistent_chunks_and_clauses(words in any_tagged()) {
        let (sentence, parsed) = tagged(&words);
        let count = sentence.tokens.len();
        let ordered = |starts: Vec<u16>| starts.windows(2).all(|w| w[0] < w[1]);
        prop_assert!(ordered(parsed.nps.iter().map(|n| n.range.start).collect()));
        prop_assert!(parsed.nps.windows(2).all(|w| w[0].range.end <= w[1].range.start));
        prop_assert!(ordered(parsed.vps.iter().map(|v| v.verb).collect()));
        prop_assert!(ordered(parsed.pps.iter().map(|p| p.prep.start).collect()));
        for np in &parsed.nps {
            prop_assert!(np.range.contains(np.head as usize) && np.range.end as usize <= count);
            prop_assert!(np.next_conjunct.is_none_or(|n| (n as usize) < parsed.nps.len()));
            prop_assert!(np.modifiers.iter().all(|&m| np.range.contains(m as usize) && m != np.head));
        }
        let np_exists = |np: &u16| (*np as usize) < parsed.nps.len();
        prop_assert!(parsed.clauses.windows(2).all(|w| w[0].vp < w[1].vp));
        for (index, clause) in parsed.clauses.iter().enumerate() {
            prop_assert!((clause.vp as usize) < parsed.vps.len());
            prop_assert!(clause.subj.iter().chain(&clause.obj).chain(clause.iobj.as_ref()).all(np_exists));
            prop_assert!(clause.pps.iter().all(|&pp| (pp as usize) < parsed.pps.len()));
            prop_assert!(clause.parent.is_none_or(|p| (p as usize) < parsed.clauses.len() && p as usize != index));
            prop_assert!(!render_clause(&sentence, &parsed, clause).is_empty());
        }
    }
}
