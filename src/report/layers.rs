//! The layers of the analysis in print, for people who write rules.

use super::table::table;
use crate::english::tag::{Form, Tag};
use crate::english::{Clause, Complement, Np, Parsed, Range, Sentence, VerbForm, Voice, Vp, lemma};
use crate::english::{Entity, Upos};
use crate::text::{Case, Token, TokenKind};

/// The sentence on one line, as a heading.
pub fn heading(sentence: &Sentence) -> String {
    let all = Range::new(0, sentence.tokens.len());
    let text = sentence.range_text(all).split_whitespace().collect::<Vec<_>>().join(" ");
    format!("# {text}")
}

/// One token a line: text, kind, case, and what the `%` properties see.
pub fn tokens(sentence: &Sentence) -> String {
    let rows = sentence.tokens.iter().enumerate().map(|(at, token)| {
        vec![
            sentence.token_text(at).to_owned(),
            kind(token.kind).into(),
            case(token.case).into(),
            marks(token),
        ]
    });
    table(rows)
}

/// One token a line: text, tag with form, lemma, entity.
pub fn tags(sentence: &Sentence) -> String {
    let parsed = sentence.parsed();
    let rows = (0..sentence.tokens.len()).map(|at| {
        let tag = parsed.tags.get(at).copied().unwrap_or_default();
        let surface = sentence.token_text(at);
        let entity = parsed.entities.get(at).copied().flatten().map_or("", entity);
        vec![surface.to_owned(), tag_name(tag), lemma_of(surface, tag), entity.to_owned()]
    });
    table(rows)
}

/// The sentence with its phrases in brackets; heads of noun and verb phrases between asterisks.
pub fn chunks(sentence: &Sentence) -> String {
    let parsed = sentence.parsed();
    let phrases = phrases(parsed);
    let is_head = |at: u16| {
        parsed.nps.iter().any(|np| np.head == at)
            || parsed.vps.iter().any(|vp| vp.verb == at || vp.particle == Some(at))
    };
    let mut out = String::from(" ");
    for at in 0..sentence.tokens.len() {
        for (name, _) in phrases.iter().filter(|(_, range)| usize::from(range.start) == at) {
            out.push_str(&format!(" [{name}"));
        }
        let mark = if u16::try_from(at).is_ok_and(is_head) { "*" } else { "" };
        out.push_str(&format!(" {mark}{}{mark}", sentence.token_text(at)));
        let closed = phrases.iter().filter(|(_, range)| usize::from(range.end) == at + 1);
        out.extend(closed.map(|_| ']'));
    }
    out.push('\n');
    out
}

/// All phrases, outer ones first.
fn phrases(parsed: &Parsed) -> Vec<(&'static str, Range)> {
    let np = |index: u16| parsed.nps.get(usize::from(index)).map(|np| np.range);
    let pps = parsed.pps.iter().map(|pp| {
        let end = pp.np.and_then(np).map_or(pp.prep.end, |np| np.end);
        ("PP", Range { start: pp.prep.start, end })
    });
    let vps = parsed.vps.iter().map(|vp| ("VP", vp.range));
    pps.chain(vps).chain(parsed.nps.iter().map(|np| ("NP", np.range))).collect()
}

/// One predicate a block: how the verb is marked, and its roles.
pub fn clauses(sentence: &Sentence) -> String {
    let parsed = sentence.parsed();
    let mut out = String::new();
    for clause in &parsed.clauses {
        let Some(vp) = parsed.vps.get(usize::from(clause.vp)) else { continue };
        out.push_str(&format!("  {} ({})\n", sentence.range_text(vp.range), marking(sentence, vp)));
        for (role, filler) in roles(sentence, parsed, clause) {
            out.push_str(&format!("    {role}: {filler}\n"));
        }
    }
    if out.is_empty() { "  not analysed\n".to_owned() } else { out }
}

fn marking(sentence: &Sentence, vp: &Vp) -> String {
    let mut marks = vec![match vp.form {
        VerbForm::Finite => "finite",
        VerbForm::Infinitive => "infinitive",
        VerbForm::Gerund => "gerund",
        VerbForm::Participle => "participle",
    }];
    marks.push(match vp.voice {
        Voice::Active => "active",
        Voice::Passive => "passive",
    });
    let flags = [
        (vp.negated, "negated"),
        (vp.perfect, "perfect"),
        (vp.modal.is_some(), "modal"),
        (vp.copula, "copula"),
    ];
    marks.extend(flags.iter().filter(|(is, _)| *is).map(|(_, name)| *name));
    let mut out = marks.join(" ");
    if let Some(particle) = vp.particle {
        out.push_str(&format!(", particle {}", sentence.token_text(particle.into())));
    }
    out
}

fn roles(sentence: &Sentence, parsed: &Parsed, clause: &Clause) -> Vec<(String, String)> {
    let np =
        |index: u16| parsed.nps.get(usize::from(index)).map_or_else(String::new, |np| np_text(sentence, np));
    let all = |indices: &[u16]| indices.iter().map(|&i| np(i)).collect::<Vec<_>>().join(" + ");
    let mut roles = Vec::new();
    if !clause.subj.is_empty() {
        roles.push(("subj".to_owned(), all(&clause.subj)));
    }
    if !clause.obj.is_empty() {
        roles.push(("obj".to_owned(), all(&clause.obj)));
    }
    if let Some(iobj) = clause.iobj {
        roles.push(("iobj".to_owned(), np(iobj)));
    }
    for pp in clause.pps.iter().filter_map(|&i| parsed.pps.get(usize::from(i))) {
        let prep = sentence.range_text(pp.prep).to_lowercase();
        roles.push((prep, pp.np.map_or_else(|| "–".to_owned(), np)));
    }
    if let Some(predicative) = clause.predicative {
        roles.push(("pred".to_owned(), sentence.token_text(predicative.into()).to_owned()));
    }
    if let Some(comp) = clause.comp {
        let name = match comp {
            Complement::That => "that",
            Complement::Infinitive => "inf",
            Complement::Gerund => "ing",
            Complement::Wh => "wh",
        };
        roles.push((name.to_owned(), "…".to_owned()));
    }
    roles
}

fn np_text(sentence: &Sentence, np: &Np) -> String {
    let entity = np.entity.map_or(String::new(), |e| format!(" #{}", entity(e)));
    let number = if np.plural { " pl" } else { "" };
    format!(
        "{} (head {}{number}{entity})",
        sentence.range_text(np.range),
        sentence.token_text(np.head.into())
    )
}

fn tag_name(tag: Tag) -> String {
    let upos = format!("{:?}", tag.upos).to_uppercase();
    match form(tag.form) {
        "" => upos,
        form => format!("{upos}.{form}"),
    }
}

const fn form(form: Form) -> &'static str {
    match form {
        Form::None => "",
        Form::Sg => "sg",
        Form::Pl => "pl",
        Form::Base => "base",
        Form::Pres => "pres",
        Form::Pres3 => "3sg",
        Form::Past => "past",
        Form::Pp => "pp",
        Form::Ing => "ing",
        Form::Modal => "modal",
        Form::Comp => "comp",
        Form::Sup => "sup",
        Form::Poss => "poss",
        Form::Pers => "pers",
        Form::Wh => "wh",
        Form::Particle => "particle",
    }
}

fn lemma_of(surface: &str, tag: Tag) -> String {
    let lower = surface.to_lowercase();
    match tag.upos {
        Upos::Verb | Upos::Aux => lemma::verb(&lower).into_owned(),
        Upos::Noun => lemma::noun(&lower).into_owned(),
        Upos::Adj | Upos::Adv => lemma::adjective(&lower).into_owned(),
        Upos::Propn => surface.to_owned(),
        _ => lower,
    }
}

const fn entity(entity: Entity) -> &'static str {
    match entity {
        Entity::Person => "person",
        Entity::Country => "country",
        Entity::City => "city",
        Entity::Place => "place",
        Entity::Org => "org",
        Entity::Nationality => "nationality",
        Entity::Weekday => "weekday",
        Entity::Month => "month",
        Entity::Name => "name",
    }
}

const fn kind(kind: TokenKind) -> &'static str {
    match kind {
        TokenKind::Word => "word",
        TokenKind::Number => "number",
        TokenKind::Alphanumeric => "alphanumeric",
        TokenKind::Punctuation => "punctuation",
        TokenKind::Symbol => "symbol",
        TokenKind::Url => "url",
    }
}

const fn case(case: Case) -> &'static str {
    match case {
        Case::None => "",
        Case::Lower => "lower",
        Case::Title => "title",
        Case::Upper => "upper",
        Case::Mixed => "mixed",
    }
}

fn marks(token: &Token) -> String {
    let marks = [(!token.space_before, "glued"), (token.quoted, "quoted")];
    marks.iter().filter(|(is, _)| *is).map(|(_, name)| *name).collect::<Vec<_>>().join(" ")
}
