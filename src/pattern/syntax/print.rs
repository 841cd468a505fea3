//! Trees back to text, in canonical syntax.

use super::ast::{
    ChunkKind, Class, Filler, Frame, Head, HeadProperty, Item, Node, Pattern, Presence, Repeat, Role,
    RoleName, Test,
};
use super::names::{FORMS, KINDS, PREDICATE_PROPERTIES, PROPERTIES, ROLES, TAGS, name_of};
use super::token::{is_special, looks_like_tag};
use std::fmt::{Display, Formatter, Result, Write};

/// A word with what has a meaning escaped.
fn word(f: &mut Formatter<'_>, word: &str, escape_first: bool) -> Result {
    for (i, c) in word.chars().enumerate() {
        if is_special(c) || (i == 0 && escape_first) {
            f.write_char('\\')?;
        }
        f.write_char(c)?;
    }
    Ok(())
}

/// Things with a separator between them.
fn joined<T: Display>(f: &mut Formatter<'_>, things: &[T], separator: &str) -> Result {
    for (i, thing) in things.iter().enumerate() {
        if i > 0 {
            f.write_str(separator)?;
        }
        write!(f, "{thing}")?;
    }
    Ok(())
}

impl Display for Pattern {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        joined(f, &self.items, " ")
    }
}

impl Display for Item {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        if let Some(name) = &self.capture {
            write!(f, "{name}:")?;
        }
        write!(f, "{}", self.node)?;
        f.write_str(match self.repeat {
            Repeat::One => "",
            Repeat::Optional => "?",
            Repeat::Any => "*",
            Repeat::Some => "+",
        })
    }
}

fn alternatives(f: &mut Formatter<'_>, open: &str, alternatives: &[Vec<Item>]) -> Result {
    f.write_str(open)?;
    for (i, items) in alternatives.iter().enumerate() {
        if i > 0 {
            f.write_str(" | ")?;
        }
        joined(f, items, " ")?;
    }
    f.write_char(')')
}

impl Display for Node {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Node::Test(test) => write!(f, "{test}"),
            Node::Gap(3) => f.write_str(".."),
            Node::Gap(n) => write!(f, "..{n}"),
            Node::Chunk(kind, test) => {
                f.write_str(match kind {
                    ChunkKind::Np => "<NP",
                    ChunkKind::Vp => "<VP",
                    ChunkKind::Pp => "<PP",
                })?;
                if let Some(test) = test {
                    write!(f, " {test}")?;
                }
                f.write_char('>')
            }
            Node::Group(all) => alternatives(f, "(", all),
            Node::Report(items) => {
                f.write_char('{')?;
                joined(f, items, " ")?;
                f.write_char('}')
            }
            Node::Same(name) => write!(f, "${name}"),
            Node::Start => f.write_char('^'),
            Node::End => f.write_char('$'),
            Node::Ahead { negated, alternatives: all } => {
                alternatives(f, if *negated { "(?!" } else { "(?=" }, all)
            }
            Node::Behind { negated, test } => write!(f, "(?<{}{test})", if *negated { '!' } else { '=' }),
        }
    }
}

impl Display for Class {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(match self {
            Class::Verb => ".v",
            Class::Noun => ".n",
            Class::Adjective => ".a",
        })
    }
}

impl Display for Test {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Test::Any => f.write_char('_'),
            Test::Word(w) => word(f, w, looks_like_tag(w)),
            Test::Exact(w) => {
                f.write_char('=')?;
                word(f, w, false)
            }
            Test::Lemma(w, class) => {
                f.write_char('~')?;
                word(f, w, false)?;
                class.map_or(Ok(()), |class| write!(f, "{class}"))
            }
            Test::Tag(upos, forms) => {
                if let Some(upos) = upos {
                    f.write_str(name_of(TAGS, upos))?;
                }
                forms.iter().try_for_each(|form| write!(f, ".{}", name_of(FORMS, form)))
            }
            Test::List(name, _) => write!(f, "@{name}"),
            Test::What(what) => write!(f, "#{}", name_of(KINDS, what)),
            Test::Property(property) => write!(f, "%{}", name_of(PROPERTIES, property)),
            Test::Not(test) => write!(f, "!{test}"),
            Test::All(tests) => {
                f.write_char('[')?;
                joined(f, tests, " & ")?;
                f.write_char(']')
            }
            Test::OneOf(tests) => {
                f.write_char('(')?;
                joined(f, tests, " | ")?;
                f.write_char(')')
            }
        }
    }
}

impl Display for Frame {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        for (i, head) in self.heads.iter().enumerate() {
            if i > 0 {
                f.write_char('|')?;
            }
            write!(f, "{head}")?;
            if self.class != Class::Verb {
                write!(f, "{}", self.class)?;
            }
        }
        for role in &self.roles {
            write!(f, " {role}")?;
        }
        for (holds, property) in &self.properties {
            let name = match property {
                HeadProperty::Predicate(p) => name_of(PREDICATE_PROPERTIES, p),
                HeadProperty::Token(p) => name_of(PROPERTIES, p),
            };
            write!(f, " {}%{name}", if *holds { "" } else { "!" })?;
        }
        Ok(())
    }
}

fn words(f: &mut Formatter<'_>, words: &[String], escape_first: bool) -> Result {
    for (i, w) in words.iter().enumerate() {
        if i > 0 {
            f.write_char('_')?;
        }
        word(f, w, i == 0 && escape_first)?;
    }
    Ok(())
}

impl Display for Head {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Head::Words(w) => words(f, w, false),
            Head::List(name, _) => write!(f, "@{name}"),
        }
    }
}

impl Display for RoleName {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            RoleName::Prep(prep) => f.write_str(prep),
            other => f.write_str(name_of(ROLES, other)),
        }
    }
}

impl Display for Role {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        if self.presence == Presence::Absent {
            f.write_char('!')?;
        }
        joined(f, &self.names, "|")?;
        match (self.presence, &self.filler) {
            (Presence::Absent, Filler::Any) => Ok(()),
            (Presence::Optional, filler) => write!(f, "?:{filler}"),
            (_, filler) => write!(f, ":{filler}"),
        }
    }
}

/// A part of a filler; brackets keep an operator of lower rank together.
fn part(f: &mut Formatter<'_>, filler: &Filler, inside_and: bool) -> Result {
    match filler {
        Filler::OneOf(_) => write!(f, "({filler})"),
        Filler::All(_) if inside_and => write!(f, "({filler})"),
        _ => write!(f, "{filler}"),
    }
}

fn parts(f: &mut Formatter<'_>, all: &[Filler], operator: char) -> Result {
    for (i, filler) in all.iter().enumerate() {
        if i > 0 {
            f.write_char(operator)?;
        }
        part(f, filler, operator == '&')?;
    }
    Ok(())
}

impl Display for Filler {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Filler::Any => f.write_char('_'),
            Filler::Words(w) => {
                let first = w.first().map_or("", String::as_str);
                let fixed = matches!(first, "pron" | "def" | "indef" | "bare" | "pl" | "sg" | "has");
                words(f, w, (fixed && w.len() == 1) || looks_like_tag(first))
            }
            Filler::Test(test) => write!(f, "{test}"),
            Filler::Pron => f.write_str("pron"),
            Filler::Def => f.write_str("def"),
            Filler::Indef => f.write_str("indef"),
            Filler::Bare => f.write_str("bare"),
            Filler::Plural => f.write_str("pl"),
            Filler::Singular => f.write_str("sg"),
            Filler::Has(filler) => {
                f.write_str("has:")?;
                part(f, filler, true)
            }
            Filler::Not(filler) => {
                f.write_char('!')?;
                part(f, filler, true)
            }
            Filler::All(all) => parts(f, all, '&'),
            Filler::OneOf(all) => parts(f, all, '|'),
        }
    }
}
