//! Ten verbs in each construction, with tags given by hand, so that only chunks and clauses are at test.

use super::{rendered, tagged};
use crate::english::{Form, Tag, Upos};

/// Lemma as rendered, base, past, participle, gerund, particle (or empty), object.
const VERBS: &[[&str; 7]] = &[
    ["abolish", "abolish", "abolished", "abolished", "abolishing", "", "taxes"],
    ["set_up", "set", "set", "set", "setting", "up", "attacks"],
    ["lead", "lead", "led", "led", "leading", "", "meetings"],
    ["seize", "seize", "seized", "seized", "seizing", "", "towns"],
    ["take_over", "take", "took", "taken", "taking", "over", "ports"],
    ["break", "break", "broke", "broken", "breaking", "", "promises"],
    ["carry_out", "carry", "carried", "carried", "carrying", "out", "raids"],
    ["hold", "hold", "held", "held", "holding", "", "talks"],
    ["build", "build", "built", "built", "building", "", "bridges"],
    ["forget", "forget", "forgot", "forgotten", "forgetting", "", "debts"],
    ["write", "write", "wrote", "written", "writing", "", "letters"],
];

/// Construction, template, clauses. `{base} {past} {pp} {ing} {up} {obj}` are put in; `{v}` is the lemma. Words
/// carry their tags as in [`tag`].
const CONSTRUCTIONS: &[(&str, &str, &str)] = &[
    ("active", "the_D army_N {past}_Vd {up} {obj}_Ns ._.", "{v}(subj: army; obj: {obj})"),
    ("passive", "the_D {obj}_Ns were_Ad {pp}_Vn {up} ._.", "{v}(obj: {obj}; passive)"),
    (
        "by-agent",
        "the_D {obj}_Ns have_Ap been_An {pp}_Vn {up} by_P the_D army_N in_P May_M ._.",
        "{v}(subj: army; obj: {obj}; passive; perfect; by: army; in: May)",
    ),
    (
        "relative, object",
        "the_D {obj}_Ns that_W the_D army_N {past}_Vd {up} failed_Vd ._.",
        "{v}(subj: army; obj: {obj}) | fail(subj: {obj})",
    ),
    (
        "relative, subject",
        "the_D men_Ns who_W {past}_Vd {up} {obj}_Ns left_Vd ._.",
        "{v}(subj: men; obj: {obj}) | leave(subj: men)",
    ),
    (
        "relative, passive",
        "the_D {obj}_Ns which_W were_Ad {pp}_Vn {up} failed_Vd ._.",
        "{v}(obj: {obj}; passive) | fail(subj: {obj})",
    ),
    (
        "zero relative",
        "the_D {obj}_Ns they_Pp {past}_Vd {up} failed_Vd ._.",
        "{v}(subj: they; obj: {obj}) | fail(subj: {obj})",
    ),
    (
        "reduced relative",
        "he_Pp saw_Vd {obj}_Ns {pp}_Vn {up} by_P the_D army_N ._.",
        "see(subj: he; obj: {obj}) | {v}(subj: army; obj: {obj}; passive; part; by: army)",
    ),
    (
        "participle after the subject",
        "men_Ns {ing}_Vg {up} {obj}_Ns left_Vd ._.",
        "{v}(subj: men; obj: {obj}; ing) | leave(subj: men)",
    ),
    (
        "infinitive",
        "the_D army_N wants_Vz to_T {base}_Vb {up} {obj}_Ns ._.",
        "want(subj: army; +inf) | {v}(subj: army; obj: {obj}; inf)",
    ),
    (
        "gerund",
        "the_D army_N was_Ad accused_Vn of_S {ing}_Vg {up} {obj}_Ns ._.",
        "accuse(obj: army; passive; of: …) | {v}(subj: army; obj: {obj}; ing)",
    ),
    (
        "coordinated object",
        "the_D army_N {past}_Vd {up} camps_Ns ,_, roads_Ns and_C {obj}_Ns ._.",
        "{v}(subj: army; obj: camps+roads+{obj})",
    ),
    (
        "words between",
        "the_D army_N ,_, the_D men_Ns said_Vd ,_, has_Az quickly_R and_C quietly_R {pp}_Vn {up} its_Ps many_J new_J {obj}_Ns ._.",
        "say(subj: men) | {v}(subj: army; obj: {obj}; perfect)",
    ),
    (
        "particle after the object",
        "they_Pp {past}_Vd the_D {obj}_Ns {up} last_J week_N ._.",
        "{v}(subj: they; obj: {obj})",
    ),
    (
        "shared subject",
        "the_D army_N left_Vd and_C {past}_Vd {up} {obj}_Ns ._.",
        "leave(subj: army) | {v}(subj: army; obj: {obj})",
    ),
    ("question", "did_Ad the_D army_N {base}_Vb {up} {obj}_Ns ?_.", "{v}(subj: army; obj: {obj})"),
    (
        "past tense tagged as participle",
        "the_D army_N {past}_Vn {up} the_D {obj}_Ns ._.",
        "{v}(subj: army; obj: {obj})",
    ),
];

/// `word_Code`: D determiner, N and Ns noun, M name, J adjective, R adverb, P preposition, Pr particle, Pp and Ps
/// personal and possessive pronoun, W relative pronoun, V and A verb and auxiliary with b p z d n g (base,
/// present, third person, past, participle, gerund), T infinitive *to*, C and S conjunctions.
fn tag(code: &str) -> Tag {
    let form = |letter: &str| match letter {
        "b" => Form::Base,
        "p" => Form::Pres,
        "z" => Form::Pres3,
        "d" => Form::Past,
        "n" => Form::Pp,
        "g" => Form::Ing,
        _ => Form::None,
    };
    let (upos, form) = match code {
        "D" => (Upos::Det, Form::None),
        "N" => (Upos::Noun, Form::Sg),
        "Ns" => (Upos::Noun, Form::Pl),
        "M" => (Upos::Propn, Form::Sg),
        "J" => (Upos::Adj, Form::None),
        "R" => (Upos::Adv, Form::None),
        "P" => (Upos::Adp, Form::None),
        "Pr" => (Upos::Adp, Form::Particle),
        "Pp" => (Upos::Pron, Form::Pers),
        "Ps" => (Upos::Pron, Form::Poss),
        "W" => (Upos::Pron, Form::Wh),
        "T" => (Upos::Part, Form::None),
        "C" => (Upos::Cconj, Form::None),
        "S" => (Upos::Sconj, Form::None),
        _ => match code.split_at(1) {
            ("V", letter) => (Upos::Verb, form(letter)),
            ("A", letter) => (Upos::Aux, form(letter)),
            _ => (Upos::Punct, Form::None),
        },
    };
    Tag { upos, form }
}

#[test]
fn every_verb_in_every_construction() {
    let mut wrong = String::new();
    for [lemma, base, past, pp, ing, particle, object] in VERBS {
        for (name, template, expected) in CONSTRUCTIONS {
            let up = if particle.is_empty() { String::new() } else { format!("{particle}_Pr") };
            let put = |text: &str| {
                [
                    ("{base}", *base),
                    ("{past}", past),
                    ("{pp}", pp),
                    ("{ing}", ing),
                    ("{up}", &up),
                    ("{obj}", object),
                ]
                .iter()
                .fold(text.replace("{v}", lemma), |text, (slot, word)| text.replace(slot, word))
            };
            let text = put(template);
            let words: Vec<(&str, Tag)> = text
                .split_whitespace()
                .filter_map(|w| w.rsplit_once('_'))
                .map(|(w, c)| (w, tag(c)))
                .collect();
            let (sentence, parsed) = tagged(&words);
            let got = rendered(&sentence, &parsed);
            if got != put(expected) {
                wrong += &format!("{name}: {}\n  want {}\n  got  {got}\n", sentence.text, put(expected));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
