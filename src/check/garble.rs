//! Sentences that no grammar of English has: without a finite verb, or with two where one can stand. No fix is offered.

use super::{CheckContext, CheckMatch, Entry};
use crate::english::inflect::{self, VerbSlot};
use crate::english::{Form, Np, Parsed, Range, Sentence, Upos, VerbForm, Vp, lemma, lexicon};
use crate::finding::Basis;
use crate::text::{Case, TokenKind};

pub(super) const NO_VERB: Entry = Entry {
    name: "verbless-sentence",
    run: no_verb,
    basis: Basis::Target,
    arguments: &["words"],
    names: &[],
};

pub(super) const TWO_VERBS: Entry = Entry {
    name: "doubled-verb",
    run: two_verbs,
    basis: Basis::Target,
    arguments: &[],
    names: &["first", "second"],
};

/// Sentences of a paragraph without any word that could be a finite verb. `with.words`: the least length.
fn no_verb(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let least = context.with.number("words").unwrap_or(8.0) as usize;
    let sentences = &context.document.sentences;
    let mut found = Vec::new();
    for (index, sentence) in context.sentences() {
        let words = sentence.tokens.iter().filter(|t| t.kind == TokenKind::Word).count();
        if words < least || says_verb(sentence) || !is_statement(sentence) || !begins_with_subject(sentence) {
            continue;
        }
        // A paragraph of one such sentence is a caption, a title or a line of a list.
        let beside = |at: Option<usize>| {
            at.and_then(|at| sentences.get(at)).is_some_and(|other| {
                other.block == sentence.block && is_statement(other) && has_finite(other)
            })
        };
        let before = beside(index.checked_sub(1));
        if !before
            || !beside(Some(index + 1))
            || (0..sentence.tokens.len()).any(|at| may_be_finite(sentence, at))
        {
            continue;
        }
        found.push(CheckMatch::new(index, Range::new(0, sentence.tokens.len() - 1)));
    }
    found
}

/// Whether it has one of the commonest finite verbs: most sentences need no parse.
fn says_verb(sentence: &Sentence) -> bool {
    let verb = |word: &str| {
        matches!(
            word,
            "is" | "are"
                | "was"
                | "were"
                | "has"
                | "have"
                | "had"
                | "will"
                | "would"
                | "could"
                | "said"
                | "says"
        )
    };
    (0..sentence.tokens.len()).any(|at| verb(sentence.token_text(at)))
}

/// Whether it begins with a capital, ends with a full stop and has no mark of a list, a quotation or a dialogue.
fn is_statement(sentence: &Sentence) -> bool {
    let Some(last) = sentence.tokens.len().checked_sub(1) else { return false };
    let odd = |at: usize| {
        matches!(
            sentence.token_text(at),
            ":" | ";"
                | "-"
                | "–"
                | "—"
                | "--"
                | "?"
                | "!"
                | "..."
                | "…"
                | "\""
                | "“"
                | "”"
                | "("
                | "["
                | "/"
                | "|"
                | "‘"
                | "*"
                | "•"
                | "="
                | "@"
                | "``"
                | "''"
                | "«"
        )
    };
    sentence.token_text(last) == "."
        && sentence.tokens.first().is_some_and(|t| t.case == Case::Title && t.kind == TokenKind::Word)
        && !(0..last).any(odd)
        && !sentence.tokens.iter().any(|t| t.quoted)
}

/// Whether it begins as a subject does: speech has many other sentences without a verb.
fn begins_with_subject(sentence: &Sentence) -> bool {
    let determiner = matches!(
        sentence.token_text(0),
        "The" | "A" | "An" | "His" | "Her" | "Its" | "Their" | "This" | "These"
    );
    determiner || sentence.parsed().nps.first().is_some_and(|np| np.range.start == 0 && np.entity.is_some())
}

fn has_finite(sentence: &Sentence) -> bool {
    sentence.parsed().vps.iter().any(|vp| vp.form == VerbForm::Finite)
}

/// Whether the token is a finite verb in some reading that its place allows.
fn may_be_finite(sentence: &Sentence, at: usize) -> bool {
    let parsed = sentence.parsed();
    let Some(tag) = parsed.tags.get(at) else { return false };
    let text = sentence.token_text(at).to_lowercase();
    if tag.upos == Upos::Aux || matches!(tag.form, Form::Pres | Form::Pres3 | Form::Past | Form::Modal) {
        return true;
    }
    if matches!(&*text, "'s" | "’s") {
        return tag.form != Form::Poss;
    }
    let before = at.checked_sub(1).and_then(|b| parsed.tags.get(b)).map(|t| t.upos);
    let opens = matches!(before, None | Some(Upos::Punct | Upos::Cconj | Upos::Sconj));
    match tag.form {
        // An imperative, or a plural present.
        Form::Base => before != Some(Upos::Part),
        // *The man arrested* and *the man arrived* look alike; after a preposition or article it is no verb.
        Form::Pp => !is_attributive(sentence, at),
        _ => {
            let verb = lemma::verb(&text);
            let inflected = verb != text && lexicon::is_verb(&verb) && !text.ends_with("ing");
            let after_noun = matches!(before, Some(Upos::Noun | Upos::Propn | Upos::Pron));
            let plain = lexicon::is_verb(&text) && !matches!(tag.upos, Upos::Propn | Upos::Adp);
            inflected && !is_attributive(sentence, at) || plain && (opens || after_noun)
        }
    }
}

/// Whether an article, possessive or preposition stands right before the token, or an adjective or number of the same phrase.
fn is_attributive(sentence: &Sentence, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |b| sentence.token_text(b)).to_lowercase();
    let tags = &sentence.parsed().tags;
    let tag = at.checked_sub(1).and_then(|b| tags.get(b)).map(|t| (t.upos, t.form));
    matches!(&*before, "the" | "a" | "an" | "his" | "her" | "its" | "their" | "our" | "this" | "these" | "no")
        || matches!(tag, Some((Upos::Adp | Upos::Adj | Upos::Num, _) | (_, Form::Poss)))
}

/// *The minister said announced the plan*; *will announced*; *did went*.
fn two_verbs(context: &CheckContext<'_>) -> Vec<CheckMatch> {
    let mut found = Vec::new();
    for (index, sentence) in context.sentences() {
        let may_be = |word: &str| word == "said" || is_past_only(word);
        if !(1..sentence.tokens.len()).any(|at| may_be(&sentence.token_text(at).to_lowercase())) {
            continue;
        }
        let parsed = sentence.parsed();
        let pair = subject_with_two(sentence, parsed).or_else(|| after_modal(sentence, parsed));
        let Some((first, second)) = pair else { continue };
        if sentence.tokens.get(first).is_some_and(|t| t.quoted) {
            continue;
        }
        found.push(
            CheckMatch::new(index, Range::new(first, second + 1))
                .capture("first", Range::one(first))
                .capture("second", Range::one(second)),
        );
    }
    found
}

/// The sentence's first noun phrase, a verb that can be nothing but its predicate, and another right behind it.
fn subject_with_two(sentence: &Sentence, parsed: &Parsed) -> Option<(usize, usize)> {
    let subject: &Np = parsed.nps.first().filter(|np| np.range.start == 0)?;
    let wh = parsed.tags.first().is_some_and(|t| t.form == Form::Wh);
    if wh
        || matches!(&*sentence.token_text(0).to_lowercase(), "all" | "what" | "whatever" | "that" | "whoever")
    {
        return None;
    }
    // *The senator Jane knew was dead*: a second noun may be the subject of a relative clause.
    let nouns = subject
        .range
        .usize()
        .filter(|at| parsed.tags.get(*at).is_some_and(|t| matches!(t.upos, Upos::Noun | Upos::Propn)));
    if nouns.count() > 1 && (subject.det.is_some() || subject.entity.is_none()) {
        return None;
    }
    let first: &Vp = parsed.vps.iter().find(|vp| vp.range.start == subject.range.end)?;
    let second: &Vp = parsed.vps.iter().find(|vp| vp.range.start == first.range.end)?;
    let finite = |vp: &Vp| vp.form == VerbForm::Finite && vp.particle.is_none();
    if !finite(first) || !finite(second) || first.range.len() != 1 {
        return None;
    }
    let (one, two) = (usize::from(first.verb), usize::from(second.range.start));
    let (a, b) = (sentence.token_text(one).to_lowercase(), sentence.token_text(two).to_lowercase());
    let sure = is_past_only(&a) || &*a == "said";
    let next = is_past_only(&b)
        || is_past(&b)
        || matches!(&*b, "was" | "were" | "has" | "have" | "had" | "will" | "would");
    (sure && next).then_some((one, two))
}

/// A modal verb or *did* right before a past tense that is no participle and no base form.
fn after_modal(sentence: &Sentence, parsed: &Parsed) -> Option<(usize, usize)> {
    (1..sentence.tokens.len()).find_map(|at| {
        let word = sentence.token_text(at).to_lowercase();
        let before = parsed.tags.get(at - 1)?;
        let modal = before.form == Form::Modal
            || matches!(&*sentence.token_text(at - 1).to_lowercase(), "did" | "does" | "didn't" | "doesn't");
        let verb = parsed.tags.get(at).is_some_and(|t| t.upos == Upos::Verb && t.form == Form::Past);
        (modal && verb && is_past_only(&word)).then_some((at - 1, at))
    })
}

/// Whether the form is a past tense that is neither the verb's participle nor its base form (*went*, *took*).
fn is_past_only(word: &str) -> bool {
    let verb = lemma::verb(word);
    verb != word
        && lexicon::is_verb(&verb)
        && inflect::verb(&verb, VerbSlot::Past) == word
        && inflect::verb(&verb, VerbSlot::Pp) != word
}

/// Whether the form is a past tense and no base form.
fn is_past(word: &str) -> bool {
    let verb = lemma::verb(word);
    verb != word && lexicon::is_verb(&verb) && inflect::verb(&verb, VerbSlot::Past) == word
}
