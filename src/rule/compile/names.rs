//! The names that templates may use.

use crate::pattern::compile::FrameProgram;
use crate::pattern::syntax::ast::{Class, Presence};

/// Names bound by the patterns or frames of a rule.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Of each pattern.
    bound: Vec<Vec<Box<str>>>,
    /// A pattern is broken: what it would bind is not known.
    unknown: bool,
}

impl Names {
    pub(super) fn add(&mut self, names: Vec<Box<str>>) {
        self.bound.push(names);
    }

    pub(super) fn unknown(&mut self) {
        self.unknown = true;
    }

    /// Whether every pattern binds the name.
    pub(super) fn in_all(&self, name: &str) -> bool {
        self.unknown || (!self.bound.is_empty() && self.bound.iter().all(|names| has(names, name)))
    }

    /// Whether some pattern binds the name.
    pub(super) fn in_any(&self, name: &str) -> bool {
        self.unknown || self.bound.iter().any(|names| has(names, name))
    }

    /// All names.
    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        self.bound.iter().flatten().map(|name| &**name)
    }

    /// All names, as a remedy.
    pub(super) fn say(&self) -> Option<String> {
        let mut names: Vec<&str> = self.all().collect();
        names.sort_unstable();
        names.dedup();
        Some(if names.is_empty() {
            "name a part of the pattern: `name:…`".to_owned()
        } else {
            format!("bound are {}", names.iter().map(|n| format!("`{n}`")).collect::<Vec<_>>().join(", "))
        })
    }
}

fn has(names: &[Box<str>], name: &str) -> bool {
    names.iter().any(|n| &**n == name)
}

/// What a frame binds: its head and the roles that may be filled.
pub(super) fn of_frame(program: &FrameProgram) -> Vec<Box<str>> {
    let head = match program.class {
        Class::Verb => "verb",
        Class::Noun => "noun",
        Class::Adjective => "adj",
    };
    let roles = program.roles.iter().filter(|role| role.presence != Presence::Absent);
    let names = roles.flat_map(|role| role.kinds.iter().map(|(name, _)| name.clone()));
    std::iter::once(head.into()).chain(names).collect()
}
