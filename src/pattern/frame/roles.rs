//! What may fill a role.

use super::{Finder, Predicate};
use crate::english::{Clause, Complement, Np, Pp, Range, Upos};
use crate::pattern::compile::RoleKind;
use crate::pattern::syntax::ast::RoleName;
use crate::text::vocab::Sym;

/// A possible filler of a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Filled {
    /// The preposition before it.
    pub prep: Option<Range>,
    /// The noun phrase, as index, if it is one.
    pub np: Option<usize>,
    /// The token that filler tests look at; none for clauses.
    pub head: Option<usize>,
    /// All of it, without the preposition.
    pub range: Range,
}

impl Filled {
    fn token(at: usize) -> Self {
        Self { prep: None, np: None, head: Some(at), range: Range::one(at) }
    }

    fn clause() -> Self {
        Self { prep: None, np: None, head: None, range: Range::default() }
    }

    /// With the preposition; none if it has no tokens.
    pub(super) fn extent(&self) -> Option<Range> {
        match (self.prep, self.range.is_empty()) {
            (Some(prep), true) => Some(prep),
            (Some(prep), false) => Some(prep.hull(self.range)),
            (None, true) => None,
            (None, false) => Some(self.range),
        }
    }
}

impl Finder<'_> {
    /// What may fill a role of a predicate, nearest first.
    pub(super) fn candidates(&self, kind: &RoleKind, predicate: &Predicate<'_>) -> Vec<Filled> {
        match kind {
            RoleKind::Prep(words) => self.after_prep(Some(words), predicate),
            RoleKind::Other(RoleName::AnyPrep) => self.after_prep(None, predicate),
            RoleKind::Other(name) => match predicate {
                Predicate::Verb { clause, .. } => self.of_verb(name, clause, predicate),
                Predicate::Noun { head, np, .. } => self.of_noun(name, *head, *np),
                Predicate::Adjective { head, .. } => self.of_adjective(name, *head),
            },
        }
    }

    fn of_verb(&self, name: &RoleName, clause: &Clause, predicate: &Predicate<'_>) -> Vec<Filled> {
        match name {
            RoleName::Subj => self.nps(&clause.subj),
            RoleName::Obj => self.nps(&clause.obj),
            RoleName::Iobj => clause.iobj.map_or_else(Vec::new, |np| self.np(np as usize)),
            RoleName::Pred => {
                clause.predicative.map_or_else(Vec::new, |at| self.phrase_or_token(at as usize))
            }
            RoleName::Adv => self.adverbs(predicate),
            RoleName::That => complement(clause, Complement::That),
            RoleName::Inf => complement(clause, Complement::Infinitive),
            RoleName::Ing => complement(clause, Complement::Gerund),
            RoleName::Wh => complement(clause, Complement::Wh),
            _ => Vec::new(),
        }
    }

    fn of_noun(&self, name: &RoleName, head: usize, index: Option<usize>) -> Vec<Filled> {
        let np = index.and_then(|i| self.parsed.nps.get(i));
        match name {
            RoleName::Mod => np.map_or_else(Vec::new, |np| tokens(&np.modifiers)),
            RoleName::Det => np.and_then(|np| np.det).map_or_else(Vec::new, |at| tokens(&[at])),
            RoleName::Poss => np.and_then(|np| np.possessor).map_or_else(Vec::new, |at| tokens(&[at])),
            RoleName::ModOf => self.modified_by(head),
            RoleName::Verb => index.map_or_else(Vec::new, |index| self.governing_verbs(index)),
            _ => self.complement_after(name, np.map_or(head + 1, |np| np.range.end as usize)),
        }
    }

    fn of_adjective(&self, name: &RoleName, head: usize) -> Vec<Filled> {
        let clauses: Vec<&Clause> = self.predicated(head).collect();
        let subjects = || clauses.iter().flat_map(|c| self.nps(&c.subj));
        match name {
            RoleName::Subj => subjects().collect(),
            RoleName::ModOf => self.modified_by(head).into_iter().chain(subjects()).collect(),
            RoleName::Adv => {
                head.checked_sub(1).filter(|&at| self.is_adverb(at)).map(Filled::token).into_iter().collect()
            }
            _ => self.complement_after(name, head + 1),
        }
    }

    /// The clauses that say this adjective of their subject.
    fn predicated(&self, head: usize) -> impl Iterator<Item = &Clause> {
        self.parsed.clauses.iter().filter(move |c| c.predicative.is_some_and(|at| at as usize == head))
    }

    fn modified_by(&self, token: usize) -> Vec<Filled> {
        let modified = |np: &Np| np.modifiers.iter().any(|&m| m as usize == token);
        let nps = self.parsed.nps.iter().enumerate().filter(|(_, np)| modified(np));
        nps.flat_map(|(index, _)| self.np(index)).collect()
    }

    fn governing_verbs(&self, index: usize) -> Vec<Filled> {
        let governs = |c: &&Clause| c.obj.iter().any(|&np| np as usize == index);
        let vps =
            self.parsed.clauses.iter().filter(governs).filter_map(|c| self.parsed.vps.get(c.vp as usize));
        vps.map(|vp| Filled::token(vp.verb as usize)).collect()
    }

    /// `that …` or `to …` from this token on, after a noun or adjective.
    fn complement_after(&self, name: &RoleName, at: usize) -> Vec<Filled> {
        let word = self.view.sentence.token_text(at).to_ascii_lowercase();
        let tag = |at: usize| self.parsed.tags.get(at).map(|t| t.upos);
        let found = match name {
            RoleName::That => word == "that",
            RoleName::Inf => word == "to" && matches!(tag(at + 1), Some(Upos::Verb | Upos::Aux)),
            _ => false,
        };
        if found { vec![Filled::clause()] } else { Vec::new() }
    }

    /// A phrase with this head, or else the token.
    fn phrase_or_token(&self, at: usize) -> Vec<Filled> {
        let np = self.parsed.nps.iter().position(|np| np.head as usize == at);
        np.map_or_else(|| vec![Filled::token(at)], |np| self.np(np))
    }

    fn is_adverb(&self, at: usize) -> bool {
        self.parsed.tags.get(at).is_some_and(|tag| tag.upos == Upos::Adv)
    }

    /// Adverbs inside the verb group and right before or after it.
    fn adverbs(&self, predicate: &Predicate<'_>) -> Vec<Filled> {
        let Predicate::Verb { vp, .. } = predicate else { return Vec::new() };
        let whole = vp.range.hull(predicate.range());
        let around = (whole.start as usize).saturating_sub(1)..whole.end as usize + 1;
        around.filter(|&at| self.is_adverb(at)).map(Filled::token).collect()
    }

    fn nps(&self, indices: &[u16]) -> Vec<Filled> {
        indices.iter().flat_map(|&np| self.np(np as usize)).collect()
    }

    /// A noun phrase as filler. Where its head only measures what follows *of* (*most of the territory*,
    /// *a series of attacks*), the noun phrase after *of* counts as well, for the whole.
    fn np(&self, index: usize) -> Vec<Filled> {
        let mut all: Vec<Filled> = Vec::new();
        let mut whole: Option<Range> = None;
        let mut next = Some(index);
        while let Some((index, np)) = next.and_then(|i| self.parsed.nps.get(i).map(|np| (i, np))) {
            if all.iter().any(|f| f.np == Some(index)) {
                break;
            }
            whole = Some(whole.map_or(np.range, |w| w.hull(np.range)));
            all.push(Filled { prep: None, np: Some(index), head: Some(np.head as usize), range: np.range });
            // Where the parse has put measure and measured in one phrase, its head is the measured noun.
            let measure = self.inner_measure(np);
            all.extend(measure.map(|at| Filled { prep: None, np: None, head: Some(at), range: np.range }));
            let head = self.view.sentence.token_text(np.head as usize).to_lowercase();
            let measures = MEASURES.binary_search(&head.as_str()).is_ok() || self.is_number(np);
            next = measures.then(|| self.of_phrase(index, np)).flatten();
        }
        for filled in &mut all {
            filled.range = whole.unwrap_or(filled.range);
        }
        all
    }

    /// The measuring noun of `most of the territory` taken as one noun phrase.
    fn inner_measure(&self, np: &Np) -> Option<usize> {
        let of = |&at: &usize| self.view.sentence.token_text(at).eq_ignore_ascii_case("of");
        let mut before_head = np.range.start as usize + 1..np.head as usize;
        before_head.find(of).map(|at| at - 1)
    }

    fn is_number(&self, np: &Np) -> bool {
        self.parsed.tags.get(np.head as usize).is_some_and(|tag| tag.upos == Upos::Num)
    }

    /// The noun phrase after the *of* that touches a noun phrase.
    fn of_phrase(&self, index: usize, np: &Np) -> Option<usize> {
        let of = |pp: &&Pp| {
            pp.after_np.is_some_and(|a| a as usize == index)
                && pp.prep.start == np.range.end
                && self.view.sentence.range_text(pp.prep).eq_ignore_ascii_case("of")
        };
        self.parsed.pps.iter().find(of).and_then(|pp| pp.np).map(usize::from)
    }

    /// Noun phrases after a preposition (after any, if none is given), in the order of the sentence, coordinated
    /// ones each.
    fn after_prep(&self, words: Option<&[Sym]>, predicate: &Predicate<'_>) -> Vec<Filled> {
        let mut pps = self.pps_of(predicate);
        pps.sort_unstable();
        pps.dedup();
        let mut all = Vec::new();
        for pp in pps.into_iter().filter_map(|i| self.parsed.pps.get(i)) {
            if !words.is_none_or(|words| self.is_prep(pp, words)) {
                continue;
            }
            let mut np = pp.np.map(usize::from);
            let mut left = self.parsed.nps.len();
            if np.is_none() {
                all.push(Filled { prep: Some(pp.prep), ..Filled::clause() });
            }
            while let Some(index) = np.filter(|_| left > 0) {
                left -= 1;
                all.extend(self.np(index).into_iter().map(|filled| Filled { prep: Some(pp.prep), ..filled }));
                np = self.parsed.nps.get(index).and_then(|np| np.next_conjunct).map(usize::from);
            }
        }
        all
    }

    fn is_prep(&self, pp: &Pp, words: &[Sym]) -> bool {
        let infos = self.view.sentence.words.get(pp.prep.usize()).unwrap_or(&[]);
        infos.len() == words.len() && infos.iter().zip(words).all(|(info, &word)| info.word == word)
    }

    /// The prepositional phrases that belong to a predicate: of a verb also those attached to its object after it.
    fn pps_of(&self, predicate: &Predicate<'_>) -> Vec<usize> {
        let attached = |nps: &[u16], from: usize| -> Vec<usize> {
            let touches =
                |pp: &Pp| pp.after_np.is_some_and(|np| nps.contains(&np)) && pp.prep.start as usize >= from;
            self.parsed.pps.iter().enumerate().filter(|(_, pp)| touches(pp)).map(|(i, _)| i).collect()
        };
        match predicate {
            Predicate::Verb { clause, vp, .. } => {
                let own = clause.pps.iter().map(|&pp| usize::from(pp));
                let objects: Vec<u16> = clause.obj.iter().chain(&clause.iobj).copied().collect();
                own.chain(attached(&objects, vp.verb as usize)).collect()
            }
            Predicate::Noun { np, .. } => {
                let np = np.and_then(|np| u16::try_from(np).ok());
                attached(np.as_slice(), 0)
            }
            Predicate::Adjective { head, .. } => {
                let next = |pp: &Pp| pp.prep.start as usize == head + 1;
                let following = self.parsed.pps.iter().enumerate().filter(|(_, pp)| next(pp)).map(|(i, _)| i);
                let said = self.predicated(*head).flat_map(|c| c.pps.iter().map(|&pp| usize::from(pp)));
                let after =
                    |i: &usize| self.parsed.pps.get(*i).is_some_and(|pp| pp.prep.start as usize > *head);
                following.chain(said.filter(after)).collect()
            }
        }
    }
}

fn tokens(all: &[u16]) -> Vec<Filled> {
    all.iter().map(|&at| Filled::token(at as usize)).collect()
}

fn complement(clause: &Clause, kind: Complement) -> Vec<Filled> {
    if clause.comp == Some(kind) { vec![Filled::clause()] } else { Vec::new() }
}

/// Nouns and pronouns that measure or group what follows *of*. Sorted.
const MEASURES: &[&str] = &[
    "%",
    "all",
    "any",
    "batch",
    "both",
    "bulk",
    "bunch",
    "chunk",
    "couple",
    "dozen",
    "dozens",
    "each",
    "few",
    "fraction",
    "group",
    "half",
    "handful",
    "host",
    "hundreds",
    "kind",
    "kinds",
    "lot",
    "lots",
    "majority",
    "many",
    "millions",
    "minority",
    "most",
    "much",
    "none",
    "number",
    "one",
    "pair",
    "part",
    "parts",
    "percent",
    "percentage",
    "portion",
    "quarter",
    "range",
    "remainder",
    "rest",
    "round",
    "rounds",
    "scores",
    "series",
    "set",
    "several",
    "some",
    "sort",
    "sorts",
    "spate",
    "string",
    "swath",
    "swaths",
    "tens",
    "third",
    "thirds",
    "thousands",
    "type",
    "types",
    "variety",
    "wave",
    "waves",
];

#[cfg(test)]
mod tests {
    #[test]
    fn measures_are_sorted() {
        assert!(super::MEASURES.is_sorted());
    }
}
