//! Templates to text, for one match.

use super::phrase::{Phrase, head};
use super::slot::{Like, like};
use super::{Part, Template};
use crate::english::inflect;
use crate::english::{Range, Sentence, Upos};
use crate::pattern::Capture;
use crate::text::{Case, TokenKind};

/// What the names of a template stand for.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The sentence.
    pub sentence: &'a Sentence,
    /// Parts of it.
    pub captures: &'a [(Box<str>, Capture)],
    /// Texts that a check supplies.
    pub strings: &'a [(Box<str>, String)],
}

/// What a text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To be read: captures stand as written.
    Message,
    /// To stand in the sentence: a captured word loses the capital that it has as the first of the
    /// sentence.
    Suggestion,
}

impl Scene<'_> {
    /// The capture of this name.
    pub fn capture(&self, name: &str) -> Option<Capture> {
        self.captures.iter().find(|(n, _)| &**n == name).map(|(_, capture)| *capture)
    }

    fn string(&self, name: &str) -> Option<&str> {
        self.strings.iter().find(|(n, _)| &**n == name).map(|(_, text)| text.as_str())
    }
}

/// The text of a template, or `None` where it uses a capture that this match does not bind.
pub fn render(template: &Template, scene: &Scene<'_>, purpose: Purpose) -> Option<String> {
    let mut out = String::new();
    parts(&template.parts, scene, purpose, &mut out)?;
    Some(out)
}

fn parts(all: &[Part], scene: &Scene<'_>, purpose: Purpose, out: &mut String) -> Option<()> {
    for part in all {
        match part {
            Part::Text(text) => out.push_str(text),
            Part::Capture { name, forms, .. } => {
                let mut phrase = phrase(name, scene, purpose)?;
                forms.iter().for_each(|&form| phrase.apply(form));
                out.push_str(&phrase.join());
            }
            Part::Inflect { word, name, .. } => out.push_str(&inflected(word, name, scene)?),
            Part::Article(inner) => {
                let mut text = String::new();
                parts(inner, scene, purpose, &mut text)?;
                out.push_str(inflect::article(&text));
                out.push(' ');
                out.push_str(&text);
            }
        }
    }
    Some(())
}

fn phrase(name: &str, scene: &Scene<'_>, purpose: Purpose) -> Option<Phrase> {
    let sentence = scene.sentence;
    if let Some(text) = scene.string(name) {
        return Some(Phrase::text(text));
    }
    let (mut phrase, first) = match scene.capture(name)? {
        Capture::Tokens(range) => (Phrase::of(sentence, range), range.start),
        Capture::Prep { np, .. } => (Phrase::of(sentence, np), np.start),
        Capture::Verb { verb, particle } => {
            (Phrase::verb(sentence, verb as usize, particle.map(usize::from)), verb)
        }
    };
    if purpose == Purpose::Suggestion && has_sentence_capital(sentence, first as usize) {
        phrase.lower_first();
    }
    Some(phrase)
}

/// Whether a token has its capital only because it is the first of the sentence.
pub(crate) fn has_sentence_capital(sentence: &Sentence, at: usize) -> bool {
    is_first_word(sentence, at)
        && sentence.tokens.get(at).is_some_and(|t| t.case == Case::Title)
        && !is_name(sentence, at)
}

/// Whether a token is the first word of the sentence; quotation marks before it do not count.
pub(crate) fn is_first_word(sentence: &Sentence, at: usize) -> bool {
    sentence.tokens.iter().take(at).all(|t| t.case == Case::None && t.kind != TokenKind::Number)
}

/// Whether a token is (part of) a name.
pub(crate) fn is_name(sentence: &Sentence, at: usize) -> bool {
    let parsed = sentence.parsed();
    parsed.entities.get(at).copied().flatten().is_some()
        || parsed.tags.get(at).is_some_and(|t| t.upos == Upos::Propn)
        || sentence.token_text(at) == "I"
}

/// `word` inflected as the capture is.
fn inflected(word: &str, name: &str, scene: &Scene<'_>) -> Option<String> {
    let sentence = scene.sentence;
    let spaced = word.replace('_', " ");
    let like = match scene.capture(name)? {
        Capture::Verb { verb, .. } => like(sentence, verb as usize, true),
        // By custom a capture of a verb is called `v` or `verb`.
        Capture::Tokens(range) => like(sentence, inflected_token(sentence, range), name.starts_with('v')),
        Capture::Prep { np, .. } => like(sentence, head(sentence, np), false),
    };
    Some(match like {
        Like::Verb(slot) => inflect::verb(&spaced, slot),
        Like::Plural => inflect::plural(&spaced),
        Like::Plain => spaced,
    })
}

/// The token that bears the inflection: the head, or the first of a phrasal verb (`set up`).
fn inflected_token(sentence: &Sentence, range: Range) -> usize {
    let first = range.start as usize;
    let is_verb = sentence.parsed().tags.get(first).is_some_and(|t| t.upos == Upos::Verb);
    if is_verb { first } else { head(sentence, range) }
}
