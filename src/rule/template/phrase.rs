//! Captured words on their way into a sentence: inflected, with or without determiner.

use super::Inflection;
use crate::english::inflect::{self, VerbSlot};
use crate::english::{Range, Sentence, Upos, lemma};

/// Some words, one of which is the head.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// Each word, and whether a space precedes it.
    words: Vec<(String, bool)>,
    /// Index of the head.
    head: usize,
    /// Index of the determiner, if it opens the phrase.
    determiner: bool,
    /// Whether the head is a verb.
    verb: bool,
    /// Whether the head is an adjective or adverb.
    adjective: bool,
}

impl Phrase {
    /// Tokens of a sentence.
    pub(super) fn of(sentence: &Sentence, range: Range) -> Self {
        let words = range.usize().map(|at| {
            let spaced = sentence.tokens.get(at).is_some_and(|t| t.space_before);
            (sentence.token_text(at).to_owned(), spaced)
        });
        let head = head(sentence, range);
        let tags = &sentence.parsed().tags;
        let tag = |at: usize| tags.get(at).copied().unwrap_or_default().upos;
        let first = range.start as usize;
        let np = sentence.parsed().nps.iter().find(|np| np.range.contains(first));
        let determiner =
            range.len() > 1 && (np.is_some_and(|np| np.det == Some(range.start)) || tag(first) == Upos::Det);
        Self {
            words: words.collect(),
            head: head - first.min(head),
            determiner,
            verb: matches!(tag(head), Upos::Verb | Upos::Aux),
            adjective: matches!(tag(head), Upos::Adj | Upos::Adv),
        }
    }

    /// A verb and its particle.
    pub(super) fn verb(sentence: &Sentence, verb: usize, particle: Option<usize>) -> Self {
        let mut words = vec![(sentence.token_text(verb).to_owned(), true)];
        words.extend(particle.map(|p| (sentence.token_text(p).to_owned(), true)));
        Self { words, head: 0, determiner: false, verb: true, adjective: false }
    }

    /// A text that stands nowhere in the sentence.
    pub(super) fn text(text: &str) -> Self {
        let words = text.split_whitespace().map(|w| (w.to_owned(), true)).collect::<Vec<_>>();
        let head = words.len().saturating_sub(1);
        Self { words, head, determiner: false, verb: false, adjective: false }
    }

    /// Makes the first word small, as it is inside a sentence.
    pub(super) fn lower_first(&mut self) {
        if let Some((word, _)) = self.words.first_mut() {
            *word = lower_first(word);
        }
    }

    /// Applies a form.
    pub(super) fn apply(&mut self, form: Inflection) {
        match form {
            Inflection::Lemma => {
                let (verb, adjective) = (self.verb, self.adjective);
                self.map_head(|head| {
                    if verb {
                        lemma::verb(head).into_owned()
                    } else if adjective {
                        lemma::adjective(head).into_owned()
                    } else {
                        lemma::noun(head).into_owned()
                    }
                });
            }
            Inflection::Singular => self.map_head(|head| lemma::noun(head).into_owned()),
            Inflection::Plural => {
                self.map_head(
                    |head| {
                        if lemma::noun(head) == head { inflect::plural(head) } else { head.to_owned() }
                    },
                )
            }
            Inflection::Possessive => {
                if let Some((word, _)) = self.words.last_mut() {
                    *word = inflect::possessive(word);
                }
            }
            Inflection::Base => self.map_verb(VerbSlot::Base),
            Inflection::Past => self.map_verb(VerbSlot::Past),
            Inflection::Ing => self.map_verb(VerbSlot::Ing),
            Inflection::Pp => self.map_verb(VerbSlot::Pp),
            Inflection::Pres3 => self.map_verb(VerbSlot::Pres3),
            Inflection::Lower => self.words.iter_mut().for_each(|(w, _)| *w = w.to_lowercase()),
            Inflection::Title => self.words.iter_mut().for_each(|(w, _)| *w = capital(w)),
            Inflection::The => {
                self.drop_determiner();
                self.words.insert(0, ("the".to_owned(), true));
                self.head += 1;
                self.determiner = true;
            }
            Inflection::NoDeterminer => self.drop_determiner(),
            Inflection::Head => {
                let head = self.words.get(self.head).cloned();
                self.words = head.into_iter().collect();
                self.head = 0;
                self.determiner = false;
            }
        }
    }

    /// The words as a text.
    pub(super) fn join(&self) -> String {
        let mut out = String::new();
        for (index, (word, spaced)) in self.words.iter().enumerate() {
            if index > 0 && *spaced {
                out.push(' ');
            }
            out.push_str(word);
        }
        out
    }

    fn drop_determiner(&mut self) {
        if self.determiner && self.words.len() > 1 {
            self.words.remove(0);
            self.head = self.head.saturating_sub(1);
        }
        self.determiner = false;
    }

    fn map_verb(&mut self, slot: VerbSlot) {
        self.map_head(|head| inflect::verb(&lemma::verb(head), slot));
    }

    /// Replaces the head, which is given in small letters; a capital is kept.
    fn map_head(&mut self, change: impl FnOnce(&str) -> String) {
        if let Some((word, _)) = self.words.get_mut(self.head) {
            let titled = word.chars().next().is_some_and(char::is_uppercase);
            let acronym = titled && word.chars().skip(1).any(char::is_uppercase);
            // An acronym has no lemma other than itself.
            let changed = if acronym { change(word) } else { change(&word.to_lowercase()) };
            *word = if titled { capital(&changed) } else { changed };
        }
    }
}

/// The head of a range: that of its first noun phrase, else its last word.
pub(super) fn head(sentence: &Sentence, range: Range) -> usize {
    let parsed = sentence.parsed();
    let last = (range.end as usize).saturating_sub(1).max(range.start as usize);
    if range.len() < 2 {
        return last;
    }
    let inside = |at: u16| range.contains(at as usize);
    if let Some(np) = parsed.nps.iter().find(|np| inside(np.head) && np.range.start <= range.start) {
        return np.head as usize;
    }
    if let Some(vp) = parsed.vps.iter().find(|vp| inside(vp.verb)) {
        return vp.verb as usize;
    }
    parsed.nps.iter().find(|np| inside(np.head)).map_or(last, |np| np.head as usize)
}

/// With the first letter small, unless more letters are capital (`NATO`) or the word is *I*.
pub(super) fn lower_first(word: &str) -> String {
    let mut chars = word.chars();
    let Some(first) = chars.next() else { return String::new() };
    let rest = chars.as_str();
    if word == "I" || rest.chars().any(char::is_uppercase) {
        return word.to_owned();
    }
    first.to_lowercase().chain(rest.chars()).collect()
}

/// With the first letter capital.
pub(crate) fn capital(word: &str) -> String {
    let mut chars = word.chars();
    let Some(first) = chars.next() else { return String::new() };
    first.to_uppercase().chain(chars).collect()
}
