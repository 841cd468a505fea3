//! What a value counts or belongs to, by the parse of English.

use super::cell::{Cell, Cells};
use super::language::{Class, Language};
use super::scan::Found;
use super::value::Value;
use super::{Grain, Hedge, Role, Scope, Via};
use crate::english::{Clause, Np, Parsed, Range, Sentence, Upos, Voice, lemma};

/// A sentence with its parse.
#[derive(Clone, Copy)]
pub struct Parse<'s> {
    sentence: &'s Sentence,
}

/// Verbs whose subject suffers what the table of fates says; with all others it is the object.
const INTRANSITIVE: &[&str] = &["die", "perish", "drown", "disappear", "flee", "survive", "recover"];

/// Prepositions that join a value to the whole it is a part of, or to what has it.
const OF: &[&str] = &["of"];

impl<'s> Parse<'s> {
    /// A sentence; it is parsed when a role is asked for that needs it.
    pub const fn new(sentence: &'s Sentence) -> Self {
        Self { sentence }
    }

    fn parsed(self) -> &'s Parsed {
        self.sentence.parsed()
    }

    fn lower(self, token: usize) -> String {
        self.sentence.token_text(token).to_lowercase()
    }

    /// The lemma of a noun; a name as written.
    fn noun(self, token: usize) -> Box<str> {
        let name = self.parsed().tags.get(token).is_some_and(|t| t.upos == Upos::Propn);
        let text = self.sentence.token_text(token);
        if name { text.into() } else { lemma::noun(&text.to_lowercase()).into() }
    }

    /// The noun phrase that holds a token, with its index.
    fn np_at(self, token: usize) -> Option<(usize, &'s Np)> {
        let nps = &self.parsed().nps;
        let index = nps.partition_point(|np| usize::from(np.range.end) <= token);
        nps.get(index).filter(|np| np.range.contains(token)).map(|np| (index, np))
    }

    fn np(self, index: u16) -> Option<&'s Np> {
        self.parsed().nps.get(usize::from(index))
    }

    /// The role of a value on some tokens; `hedged` are they with those of their hedge.
    pub fn role(self, tokens: Range, hedged: Range, value: &Value, hedge: Hedge) -> Option<Role> {
        // A year may turn out to be a number.
        let other_date = matches!(value, Value::Date(date) if date.grain != Grain::Year);
        let no_amount = matches!(value.kind(), "dates" | "time" | "times" | "change" | "negation");
        if other_date || no_amount {
            return None;
        }
        let last = usize::from(tokens.end).checked_sub(1)?;
        let at = self.np_at(last).or_else(|| self.np_at(tokens.start.into()));
        let mut role = Role::default();
        if let Some((index, np)) = at {
            self.noun_of(hedged, index, np, &mut role);
        }
        let clause = at.and_then(|(index, _)| self.clause_of(index));
        // `hundreds of soldiers` counts soldiers.
        let vague = role.via == Via::Of && hedge == Hedge::Vague && matches!(value, Value::Number(_));
        if vague {
            role.via = Via::Head;
        }
        role.verb = clause.and_then(|c| self.verb(c)).map(Into::into);
        role.fate = self.fate(hedged, at, clause, &role);
        let around = usize::from(hedged.start).saturating_sub(3)..usize::from(hedged.end) + 3;
        role.further = self.any_form(around.clone(), hedged, Class::Further);
        role.total = self.any_form(around, hedged, Class::Total);
        let known = role.token.is_some() || role.fate.is_some() || role.verb.is_some();
        known.then_some(role)
    }

    /// Finds the noun: head of the phrase, or through *of*, or the subject.
    fn noun_of(self, tokens: Range, index: usize, np: &Np, role: &mut Role) {
        let head = usize::from(np.head);
        let noun = self.parsed().tags.get(head).is_some_and(|t| matches!(t.upos, Upos::Noun | Upos::Propn));
        let time = matches!(&*self.lower(head), "overnight" | "today" | "yesterday" | "tonight" | "tomorrow");
        if head >= usize::from(tokens.end) && noun && !np.pronoun && !time {
            return self.set_noun(role, np, tokens, Via::Head);
        }
        let key = u16::try_from(index).ok();
        let of =
            self.parsed().pps.iter().find(|pp| key.is_some() && pp.after_np == key && self.is_of(pp.prep));
        if let Some(whole) = of.and_then(|pp| self.np(pp.np?)).filter(|np| !np.pronoun) {
            return self.set_noun(role, whole, tokens, Via::Of);
        }
        let holder = self.parsed().pps.iter().find(|pp| key.is_some() && pp.np == key && self.is_of(pp.prep));
        if let Some(holder) =
            holder.and_then(|pp| self.np(pp.after_np?)).filter(|np| !tokens.contains(np.head.into()))
        {
            return self.set_noun(role, holder, tokens, Via::Holder);
        }
        let subject = self.clause_of(index).and_then(|c| c.subj.first()).and_then(|s| self.np(*s));
        if let Some(subject) = subject.filter(|s| !s.pronoun && !s.range.contains(tokens.start.into())) {
            self.set_noun(role, subject, tokens, Via::Subject);
        }
    }

    fn is_of(self, prep: Range) -> bool {
        prep.len() == 1 && OF.contains(&&*self.lower(prep.start.into()))
    }

    fn set_noun(self, role: &mut Role, np: &Np, tokens: Range, via: Via) {
        role.noun = self.noun(np.head.into());
        role.token = Some(np.head);
        role.via = via;
        let modifiers = np.modifiers.iter().copied().map(usize::from).filter(|m| !tokens.contains(*m));
        role.modifiers = modifiers.map(|m| self.noun(m)).collect();
    }

    /// The clause that a noun phrase belongs to, by itself or through a preposition.
    fn clause_of(self, index: usize) -> Option<&'s Clause> {
        let index = u16::try_from(index).ok()?;
        let direct = |c: &&Clause| c.subj.contains(&index) || c.obj.contains(&index) || c.iobj == Some(index);
        let range = self.np(index)?.range;
        let predicative = |c: &&Clause| c.predicative.is_some_and(|p| range.contains(p.into()));
        let through = |c: &&Clause| {
            c.pps
                .iter()
                .filter_map(|pp| self.parsed().pps.get(usize::from(*pp)))
                .any(|pp| pp.np == Some(index))
        };
        let clauses = &self.parsed().clauses;
        // The innermost clause comes last.
        let last = |test: &dyn Fn(&&Clause) -> bool| clauses.iter().rev().find(|c| test(c));
        last(&direct).or_else(|| last(&predicative)).or_else(|| last(&through))
    }

    /// The lemma of a clause's verb.
    fn verb(self, clause: &Clause) -> Option<String> {
        let vp = self.parsed().vps.get(usize::from(clause.vp))?;
        Some(lemma::verb(&self.lower(vp.verb.into())).into_owned())
    }

    /// What befell those who are counted.
    fn fate(
        self,
        tokens: Range,
        at: Option<(usize, &Np)>,
        clause: Option<&Clause>,
        role: &Role,
    ) -> Option<&'static str> {
        let behind = usize::from(tokens.end);
        let after_np = at.map_or(behind, |(_, np)| usize::from(np.range.end)).max(behind);
        let is_verb = |t: usize| self.parsed().vps.iter().any(|vp| usize::from(vp.verb) == t);
        let stated = |t: usize| fate_of(&self.lower(t)).filter(|_| !is_verb(t));
        let by_noun =
            || fate_of(&role.noun).filter(|_| matches!(role.via, Via::Head | Via::Holder | Via::Subject));
        let toll =
            || (&*role.noun == "toll" && role.modifiers.iter().any(|m| &**m == "death")).then_some("dead");
        // `confirmed killed`, `were dead`
        let by_complement = || {
            let clause = clause?;
            let vp = self.parsed().vps.get(usize::from(clause.vp))?;
            let (index, _) = at?;
            let about =
                u16::try_from(index).is_ok_and(|i| clause.subj.contains(&i) || clause.obj.contains(&i));
            let states = vp.copula || vp.voice == Voice::Passive;
            fate_of(&self.lower(vp.range.end.into())).filter(|_| about && states)
        };
        // Where the parse gives no clause: `kills three`, `at least three people died`.
        let by_neighbour = || {
            let before = usize::from(tokens.start).checked_sub(1).and_then(|t| fate_of(&self.lower(t)));
            let behind = self.parsed().vps.iter().find(|vp| usize::from(vp.range.start) == after_np);
            let suffers = behind.filter(|vp| {
                let verb = lemma::verb(&self.lower(vp.verb.into())).into_owned();
                vp.voice == Voice::Passive || INTRANSITIVE.contains(&&*verb)
            });
            let behind = suffers.and_then(|vp| fate_of(&self.lower(vp.verb.into())));
            behind.or(before).filter(|_| clause.is_none())
        };
        let by_verb = || {
            let verb = clause.and_then(|c| self.verb(c))?;
            let (index, _) = at?;
            let index = u16::try_from(index).ok()?;
            let sufferers = if INTRANSITIVE.contains(&&*verb) { &clause?.subj } else { &clause?.obj };
            fate_of(&verb).filter(|_| sufferers.contains(&index))
        };
        toll()
            .or_else(by_noun)
            .or_else(|| stated(behind))
            .or_else(|| stated(after_np))
            .or_else(by_complement)
            .or_else(by_verb)
            .or_else(by_neighbour)
    }

    /// Whether a word of a class stands among some tokens.
    fn any_form(self, tokens: std::ops::Range<usize>, except: Range, class: Class) -> bool {
        let end = tokens.end.min(self.sentence.tokens.len());
        (tokens.start..end).filter(|t| !except.contains(*t)).any(|t| {
            let lower = self.lower(t);
            Language::english().forms(&lower).iter().any(|f| f.class == class && f.pieces.len() == 1)
        })
    }

    /// Whether the clause that a value stands in is negated: the one of its noun phrase, else the nearest verb before.
    pub fn is_negated(self, tokens: Range) -> bool {
        let clause = self.np_at(tokens.start.into()).and_then(|(index, _)| self.clause_of(index));
        let vps = &self.parsed().vps;
        let nearest = vps.partition_point(|vp| vp.range.start <= tokens.start).checked_sub(1);
        let vp = clause.map(|c| usize::from(c.vp)).or(nearest).and_then(|index| vps.get(index));
        vp.is_some_and(|vp| vp.negated)
    }
}

/// What a word says befell somebody.
fn fate_of(word: &str) -> Option<&'static str> {
    let forms = Language::english().forms(word).iter();
    forms.filter(|f| f.class == Class::Fate && f.pieces.len() == 1).map(|f| f.value).next()
}

/// What all values of a sentence hold for, as far as single words outside the values show it.
pub fn scope(cells: &[Cell<'_>], found: &[Found]) -> Scope {
    let free = |cell: &Cell<'_>| {
        let next = found.partition_point(|f| f.span.end <= cell.span.start);
        found.get(next).is_none_or(|f| !f.span.overlaps(cell.span))
    };
    let has = |class: Class| {
        (0..cells.len()).any(|at| Cells::new(cells).skip(at).is(class) && cells.get(at).is_some_and(free))
    };
    Scope { reported: has(Class::Speech), hypothetical: has(Class::Doubt), ..Scope::default() }
}
