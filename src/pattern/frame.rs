//! Runs a frame over the clauses, noun phrases and adjectives of a sentence.

mod dry;
mod filler;
mod roles;
#[cfg(test)]
mod tests;

use super::compile::{FrameProgram, HeadTest, RoleTest};
use super::list::{ListId, readings};
use super::syntax::ast::{Class, HeadProperty, Presence, RoleName};
use super::syntax::names::PredicateProperty;
use super::token::{TokenTest, View};
use super::{Capture, Match};
use crate::english::{Clause, Parsed, Pp, Range, Upos, VerbForm, Voice, Vp};
use crate::pattern::compile::RoleKind;
use crate::text::vocab::Sym;
use roles::Filled;
use std::borrow::Cow;

/// All matches in a sentence, by position of the head. Each head matches once: of several fillers of a role the
/// first that passes is taken.
pub fn find(program: &FrameProgram, view: &View<'_>) -> Vec<Match> {
    if view.sentence.parsed.get().is_none() && !dry::may_match(program, view) {
        return Vec::new();
    }
    let finder = Finder { program, view, parsed: view.sentence.parsed() };
    let mut matches: Vec<Match> = match program.class {
        Class::Verb => finder.verbs().into_iter().filter_map(|head| finder.match_at(&head)).collect(),
        Class::Noun => finder.nouns().into_iter().filter_map(|head| finder.match_at(&head)).collect(),
        Class::Adjective => {
            finder.adjectives().into_iter().filter_map(|head| finder.match_at(&head)).collect()
        }
    };
    matches.sort_by_key(|m| (m.report.start, m.report.end));
    matches.dedup_by_key(|m| m.report);
    matches
}

/// A predicate that the head of the frame fits.
enum Predicate<'a> {
    Verb {
        clause: Cow<'a, Clause>,
        vp: Cow<'a, Vp>,
        particle: Option<usize>,
    },
    /// The head token, and the words of it; the noun phrase if it is the head of one.
    Noun {
        head: usize,
        range: Range,
        np: Option<usize>,
    },
    Adjective {
        head: usize,
        range: Range,
    },
}

impl Predicate<'_> {
    fn token(&self) -> usize {
        match self {
            Predicate::Verb { vp, .. } => vp.verb as usize,
            Predicate::Noun { head, .. } | Predicate::Adjective { head, .. } => *head,
        }
    }

    /// The head with its particle.
    fn range(&self) -> Range {
        match self {
            Predicate::Verb { vp, particle, .. } => {
                let verb = Range::one(vp.verb as usize);
                particle.map_or(verb, |p| verb.hull(Range::one(p)))
            }
            Predicate::Noun { range, .. } | Predicate::Adjective { range, .. } => *range,
        }
    }

    fn capture(&self) -> (Box<str>, Capture) {
        match self {
            Predicate::Verb { vp, particle, .. } => {
                let particle = particle.and_then(|p| u16::try_from(p).ok());
                ("verb".into(), Capture::Verb { verb: vp.verb, particle })
            }
            Predicate::Noun { range, .. } => ("noun".into(), Capture::Tokens(*range)),
            Predicate::Adjective { range, .. } => ("adj".into(), Capture::Tokens(*range)),
        }
    }
}

struct Finder<'a> {
    program: &'a FrameProgram,
    view: &'a View<'a>,
    parsed: &'a Parsed,
}

impl<'a> Finder<'a> {
    /// The clauses whose verb is a head.
    fn verbs(&self) -> Vec<Predicate<'a>> {
        let mut found = Vec::new();
        for clause in &self.parsed.clauses {
            let Some(vp) = self.parsed.vps.get(clause.vp as usize) else { continue };
            let own = (Cow::Borrowed(clause), Cow::Borrowed(vp));
            for (clause, vp) in [Some(own), self.passive(clause, vp)].into_iter().flatten() {
                let head = self.program.heads.iter().find_map(|head| self.verb_head(head, &clause, &vp));
                if let Some(particle) = head {
                    found.push(Predicate::Verb { clause, vp, particle });
                }
            }
        }
        found
    }

    /// The other reading of *be* with an adjective that is a past participle: *the tax was abolished*. On these the
    /// tagger errs, and a rule that names the verb means both.
    fn passive(&self, clause: &'a Clause, vp: &'a Vp) -> Option<(Cow<'a, Clause>, Cow<'a, Vp>)> {
        let at = clause.predicative.filter(|_| vp.copula)?;
        let word = self.view.sentence.words.get(at as usize)?;
        let adjective = self.parsed.tags.get(at as usize).is_some_and(|tag| tag.upos == Upos::Adj);
        let ing = self.view.sentence.token_text(at as usize).to_ascii_lowercase().ends_with("ing");
        if !adjective || ing || !word.verb.is_some() || word.verb == word.word {
            return None;
        }
        let by = |pp: &&Pp| self.view.sentence.range_text(pp.prep).eq_ignore_ascii_case("by");
        let mut pps = clause.pps.iter().filter_map(|&pp| self.parsed.pps.get(pp as usize));
        let agent = pps.find(by).and_then(|pp| pp.np);
        let clause = Clause {
            subj: agent.into_iter().collect(),
            obj: clause.subj.clone(),
            predicative: None,
            ..clause.clone()
        };
        let range = vp.range.hull(Range::one(at as usize));
        let vp = Vp { range, verb: at, voice: Voice::Passive, copula: false, ..vp.clone() };
        Some((Cow::Owned(clause), Cow::Owned(vp)))
    }

    /// Whether the verb is this head; with its particle. A head without particle does not fit a verb that has one:
    /// *set up* is another verb than *set*.
    fn verb_head(&self, head: &HeadTest, clause: &Clause, vp: &Vp) -> Option<Option<usize>> {
        let verb = self.view.sentence.words.get(vp.verb as usize)?.verb;
        match head {
            HeadTest::Words(words) => self.verb_words(words, verb, clause, vp),
            HeadTest::List(list) => {
                let mut entries = self.view.lists.entries_from(*list, verb);
                entries.find_map(|words| self.verb_words(words, verb, clause, vp))
            }
        }
    }

    fn verb_words(&self, words: &[Sym], verb: Sym, clause: &Clause, vp: &Vp) -> Option<Option<usize>> {
        match words {
            [head] if *head == verb && vp.particle.is_none_or(|p| self.governs(p as usize)) => Some(None),
            [head, particle] if *head == verb => self.particle(*particle, clause, vp).map(Some),
            _ => None,
        }
    }

    /// Where the particle stands: where the parse says, right after the verb, or after the object.
    fn particle(&self, word: Sym, clause: &Clause, vp: &Vp) -> Option<usize> {
        let is = |at: usize| self.view.sentence.words.get(at).is_some_and(|info| info.word == word);
        if let Some(at) = vp.particle {
            return is(at as usize).then_some(at as usize);
        }
        let after_verb = vp.verb as usize + 1;
        if is(after_verb) {
            return Some(after_verb);
        }
        let objects = clause.obj.iter().filter_map(|&np| self.parsed.nps.get(np as usize));
        let ends = objects.map(|np| np.range.end as usize).filter(|&end| end > after_verb);
        ends.filter(|&end| is(end) && !self.governs(end)).min()
    }

    /// Whether the token belongs to a preposition with its noun phrase: *out* in *out of the area* is no particle.
    fn governs(&self, at: usize) -> bool {
        self.parsed.pps.iter().any(|pp| pp.prep.contains(at) && pp.np.is_some())
    }

    /// The nouns that are a head of the frame: heads of noun phrases, and modifiers if a role asks for what they modify.
    fn nouns(&self) -> Vec<Predicate<'a>> {
        let modifies = self.has_role(&RoleName::ModOf);
        let mut found = Vec::new();
        for (index, np) in self.parsed.nps.iter().enumerate() {
            let modifiers = np.modifiers.iter().map(|&m| (m, None)).filter(|_| modifies);
            for (token, np) in modifiers.chain([(np.head, Some(index))]) {
                let head = token as usize;
                if let Some(range) = self.words_head(head) {
                    found.push(Predicate::Noun { head, range, np });
                }
            }
        }
        found
    }

    fn adjectives(&self) -> Vec<Predicate<'a>> {
        let tokens = 0..self.view.sentence.tokens.len();
        tokens
            .filter_map(|head| {
                let range = self.words_head(head)?;
                let word = self.view.sentence.words.get(head)?;
                let fits = self.view.passes(&TokenTest::Lemma(word.adj, Some(Class::Adjective)), head);
                fits.then_some(Predicate::Adjective { head, range })
            })
            .collect()
    }

    fn has_role(&self, name: &RoleName) -> bool {
        let wanted = self.program.roles.iter().filter(|role| role.presence != Presence::Absent);
        wanted
            .flat_map(|role| &role.kinds)
            .any(|(_, kind)| matches!(kind, RoleKind::Other(other) if other == name))
    }

    /// The words of a head of the frame that end with this token.
    fn words_head(&self, at: usize) -> Option<Range> {
        self.program.heads.iter().find_map(|head| match head {
            HeadTest::Words(words) => self.ends_with(words, at),
            HeadTest::List(list) => self.list_ends(*list, at),
        })
    }

    fn list_ends(&self, list: ListId, at: usize) -> Option<Range> {
        let length = self.view.lists.ends_at(list, self.view.sentence, at)?;
        Some(Range::new((at + 1).checked_sub(length)?, at + 1))
    }

    /// The range of these words by lemma, if the last of them is this token.
    fn ends_with(&self, words: &[Sym], at: usize) -> Option<Range> {
        let start = (at + 1).checked_sub(words.len())?;
        let infos = self.view.sentence.words.get(start..=at)?;
        let fits = infos.iter().zip(words).all(|(info, word)| readings(info).any(|r| r == *word));
        fits.then(|| Range::new(start, at + 1))
    }

    /// The match with this head, if its properties and roles hold.
    fn match_at(&self, predicate: &Predicate<'_>) -> Option<Match> {
        let holds =
            |(wanted, property): &(bool, HeadProperty)| self.has_property(*property, predicate) == *wanted;
        if !self.program.properties.iter().all(holds) {
            return None;
        }
        let report = predicate.range();
        let mut found = Match { extent: report, report, captures: vec![predicate.capture()] };
        for role in &self.program.roles {
            let filled = self.fill(role, predicate);
            match (role.presence, filled) {
                (Presence::Required, None) | (Presence::Absent, Some(_)) => return None,
                (Presence::Required | Presence::Optional, Some((name, filled))) => {
                    bind(&mut found, role, name, filled);
                }
                _ => {}
            }
        }
        Some(found)
    }

    /// The first filler that passes, with the name of its role.
    fn fill<'r>(&self, role: &'r RoleTest, predicate: &Predicate<'_>) -> Option<(&'r str, Filled)> {
        role.kinds.iter().find_map(|(name, kind)| {
            let mut all = self.candidates(kind, predicate).into_iter();
            all.find(|filled| self.passes(&role.filler, filled)).map(|filled| (&**name, filled))
        })
    }

    fn has_property(&self, property: HeadProperty, predicate: &Predicate<'_>) -> bool {
        use PredicateProperty as P;
        let property = match property {
            HeadProperty::Token(property) => {
                return self.view.passes(&TokenTest::Property(property), predicate.token());
            }
            HeadProperty::Predicate(property) => property,
        };
        let Predicate::Verb { vp, .. } = predicate else { return false };
        match property {
            P::Active => vp.voice == Voice::Active,
            P::Passive => vp.voice == Voice::Passive,
            P::Negated => vp.negated,
            P::Affirmative => !vp.negated,
            P::Finite => vp.form == VerbForm::Finite,
            P::Inf => vp.form == VerbForm::Infinitive,
            P::Ing => vp.form == VerbForm::Gerund,
            P::Participle => vp.form == VerbForm::Participle,
            P::Perfect => vp.perfect,
            P::Modal => vp.modal.is_some(),
        }
    }
}

/// Binds a filled role: under the name that matched, and where a role has several names under the first too, so
/// that templates need not know which it was.
fn bind(found: &mut Match, role: &RoleTest, name: &str, filled: Filled) {
    let Some(range) = filled.extent() else { return };
    found.extent = found.extent.hull(range);
    let capture = match filled.prep {
        Some(prep) => Capture::Prep { prep, np: filled.range },
        None => Capture::Tokens(filled.range),
    };
    found.captures.push((name.into(), capture));
    if let Some((first, _)) = role.kinds.first().filter(|(first, _)| **first != *name) {
        found.captures.push((first.clone(), capture));
    }
}
