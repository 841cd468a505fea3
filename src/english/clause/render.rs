//! Chunks and clauses as text, for `traduce show` and for tests.

use crate::english::lemma;
use crate::english::{Clause, Complement, Parsed, Sentence, VerbForm, Voice, Vp};
use std::fmt::Write;

/// A clause in one line: `abolish(subj: parliament; obj: hurdle; passive; on: Monday)`. Verbs are lemmas, noun
/// phrases their heads as written.
pub fn render_clause(sentence: &Sentence, parsed: &Parsed, clause: &Clause) -> String {
    let Some(vp) = parsed.vps.get(clause.vp as usize) else { return String::new() };
    let mut parts = Vec::new();
    let heads = |nps: &[u16]| nps.iter().map(|&np| head(sentence, parsed, np)).collect::<Vec<_>>().join("+");
    if !clause.subj.is_empty() {
        parts.push(format!("subj: {}", heads(&clause.subj)));
    }
    if let Some(np) = clause.iobj {
        parts.push(format!("iobj: {}", head(sentence, parsed, np)));
    }
    if !clause.obj.is_empty() {
        parts.push(format!("obj: {}", heads(&clause.obj)));
    }
    if let Some(token) = clause.predicative {
        parts.push(format!("pred: {}", sentence.token_text(token as usize)));
    }
    parts.extend(marks(sentence, vp));
    for pp in clause.pps.iter().filter_map(|&pp| parsed.pps.get(pp as usize)) {
        let prep = sentence.range_text(pp.prep).to_lowercase();
        let np = pp.np.map_or_else(|| "…".to_owned(), |np| head(sentence, parsed, np).to_owned());
        parts.push(format!("{prep}: {np}"));
    }
    if let Some(complement) = clause.comp {
        parts.push(
            match complement {
                Complement::That => "+that",
                Complement::Infinitive => "+inf",
                Complement::Gerund => "+ing",
                Complement::Wh => "+wh",
            }
            .to_owned(),
        );
    }
    format!("{}({})", verb(sentence, vp), parts.join("; "))
}

/// The chunks in one line: `[NP the troops] [VP led] [PP of] [NP most of the territory]`, the head of each marked.
pub fn render_chunks(sentence: &Sentence, parsed: &Parsed) -> String {
    let mut out = String::new();
    let mut at = 0;
    while at < sentence.tokens.len() {
        let starts = |start: u16| start as usize == at;
        let chunk = parsed
            .nps
            .iter()
            .find(|np| starts(np.range.start))
            .map(|np| ("NP", np.range))
            .or_else(|| parsed.vps.iter().find(|vp| starts(vp.range.start)).map(|vp| ("VP", vp.range)))
            .or_else(|| parsed.pps.iter().find(|pp| starts(pp.prep.start)).map(|pp| ("PP", pp.prep)));
        if !out.is_empty() {
            out.push(' ');
        }
        match chunk {
            Some((name, range)) => {
                let _ = write!(out, "[{name} {}]", sentence.range_text(range));
                at = (range.end as usize).max(at + 1);
            }
            None => {
                out.push_str(sentence.token_text(at));
                at += 1;
            }
        }
    }
    out
}

/// The lemma of the verb with its particle.
pub fn verb(sentence: &Sentence, vp: &Vp) -> String {
    let form = sentence.token_text(vp.verb as usize).to_lowercase();
    let lemma = lemma::verb(&form);
    match vp.particle {
        Some(particle) => format!("{lemma}_{}", sentence.token_text(particle as usize).to_lowercase()),
        None => lemma.into_owned(),
    }
}

fn head<'s>(sentence: &'s Sentence, parsed: &Parsed, np: u16) -> &'s str {
    parsed.nps.get(np as usize).map_or("", |np| sentence.token_text(np.head as usize))
}

/// Voice, form, negation, perfect, modal: only what is marked.
fn marks(sentence: &Sentence, vp: &Vp) -> Vec<String> {
    let mut marks = Vec::new();
    let mut mark = |on: bool, text: &str| {
        if on {
            marks.push(text.to_owned());
        }
    };
    mark(vp.voice == Voice::Passive, "passive");
    mark(vp.negated, "not");
    mark(vp.perfect, "perfect");
    match vp.form {
        VerbForm::Finite => {}
        VerbForm::Infinitive => mark(true, "inf"),
        VerbForm::Gerund => mark(true, "ing"),
        VerbForm::Participle => mark(true, "part"),
    }
    if let Some(modal) = vp.modal {
        marks.push(sentence.token_text(modal as usize).to_lowercase());
    }
    marks
}
