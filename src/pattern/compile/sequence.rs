//! Sequence patterns to the code of a backtracking machine.

use super::Compiler;
use super::require::{Costs, Group, Requirement};
use crate::pattern::list::ListId;
use crate::pattern::syntax::ast::{At, ChunkKind, Item, Node, Pattern, Repeat, Test};
use crate::pattern::syntax::names::What;
use crate::pattern::token::TokenTest;
use std::collections::BTreeSet;

/// A compiled sequence pattern.
#[derive(Clone, Debug)]
pub struct Program {
    /// The code; it begins at 0 and ends with [`Op::Match`].
    pub code: Vec<Op>,
    /// Names of the captures; capture `i` has slots `2i + 2` and `2i + 3`. Slots 0 and 1 hold the reported part.
    pub captures: Vec<Box<str>>,
    /// Whether a part to report is marked.
    pub reports: bool,
    /// What a sentence must contain.
    pub requirement: Requirement,
}

/// One instruction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Op {
    /// One token passes.
    Token(TokenTest),
    /// An entry of a list, the longest first.
    List(ListId),
    /// A whole name or fact.
    Name(What),
    /// A whole phrase; the test is on its head.
    Chunk(ChunkKind, Option<TokenTest>),
    /// One token that a gap may skip.
    Skip,
    /// Goes on at the first; if that fails, at the second.
    Split(usize, usize),
    /// Goes on there.
    Jump(usize),
    /// Stores the position in a slot.
    Save(usize),
    /// The words between two slots again.
    Same(usize),
    /// The sentence begins here.
    Start,
    /// The sentence ends here.
    End,
    /// What follows matches the code from the next instruction to its [`Op::Match`] (or does not, if negated);
    /// goes on at `next`.
    Ahead {
        /// Whether it must not match.
        negated: bool,
        /// Where to go on.
        next: usize,
    },
    /// The token before passes (or does not, if negated; then there may be none).
    Behind {
        /// Whether it must not pass.
        negated: bool,
        /// The test.
        test: TokenTest,
    },
    /// Success.
    Match,
}

pub(super) fn program(pattern: &Pattern, compiler: &mut Compiler<'_>) -> Program {
    let whole = whole(&pattern.items);
    let mut bound = BTreeSet::new();
    check_captures(&pattern.items, &mut bound, false, compiler);
    let mut builder = Builder { code: Vec::new(), captures: Vec::new(), reports: false };
    let groups = builder.items(&pattern.items, compiler);
    builder.code.push(Op::Match);
    if nullable_all(&pattern.items) {
        compiler.error(whole, "the pattern may match nothing", Some("make one item of it required".into()));
    } else if groups.iter().all(|group| !group.kinds.is_empty()) && compiler.errors.is_empty() {
        let help = "a pattern is found by a word, a lemma or a list that must be there; `!`, `?`, tags and `#kind` do not count";
        compiler.error(whole, "the pattern has no anchor", Some(help.into()));
    }
    let costs = Costs { lists: compiler.lists, vocabulary: compiler.interner.vocabulary() };
    let requirement = Requirement::new(groups, &costs);
    Program { code: builder.code, captures: builder.captures, reports: builder.reports, requirement }
}

fn whole(items: &[Item]) -> At {
    let start = items.first().map_or(0, |item| item.at.start);
    At { start, end: items.last().map_or(start, |item| item.at.end) }
}

/// Whether all of it may match no token.
fn nullable_all(items: &[Item]) -> bool {
    items.iter().all(nullable)
}

fn nullable(item: &Item) -> bool {
    matches!(item.repeat, Repeat::Optional | Repeat::Any) || nullable_node(&item.node)
}

fn nullable_node(node: &Node) -> bool {
    match node {
        Node::Test(_) | Node::Chunk(..) | Node::Same(_) => false,
        Node::Gap(_) | Node::Start | Node::End | Node::Ahead { .. } | Node::Behind { .. } => true,
        Node::Group(alternatives) => alternatives.iter().any(|items| nullable_all(items)),
        Node::Report(items) => nullable_all(items),
    }
}

/// Captures are bound once on each way through the pattern, and before they are used.
fn check_captures(items: &[Item], bound: &mut BTreeSet<String>, ahead: bool, compiler: &mut Compiler<'_>) {
    for item in items {
        match &item.node {
            Node::Same(name) if !bound.contains(name) => {
                let help = Some(format!("bind it before: `{name}:…`"));
                compiler.error(item.at, format!("nothing is captured as `{name}` before this"), help);
            }
            Node::Report(inner) => check_captures(inner, bound, ahead, compiler),
            Node::Group(alternatives) => check_alternatives(alternatives, bound, ahead, compiler),
            Node::Ahead { alternatives, .. } => check_alternatives(alternatives, bound, true, compiler),
            _ => {}
        }
        let Some(name) = &item.capture else { continue };
        if ahead {
            compiler.error(item.at, "a capture inside a look-ahead is lost", None);
        } else if !bound.insert(name.clone()) {
            compiler.error(
                item.at,
                format!("`{name}` is captured twice"),
                Some("give it another name".into()),
            );
        }
    }
}

/// The same name may be bound in several alternatives.
fn check_alternatives(
    alternatives: &[Vec<Item>],
    bound: &mut BTreeSet<String>,
    ahead: bool,
    compiler: &mut Compiler<'_>,
) {
    let before = bound.clone();
    for items in alternatives {
        let mut here = before.clone();
        check_captures(items, &mut here, ahead, compiler);
        bound.extend(here);
    }
}

struct Builder {
    code: Vec<Op>,
    captures: Vec<Box<str>>,
    reports: bool,
}

impl Builder {
    fn set(&mut self, at: usize, op: Op) {
        if let Some(place) = self.code.get_mut(at) {
            *place = op;
        }
    }

    /// Emits a placeholder to be [`set`](Self::set).
    fn hole(&mut self) -> usize {
        self.code.push(Op::Match);
        self.code.len() - 1
    }

    fn items(&mut self, items: &[Item], compiler: &mut Compiler<'_>) -> Vec<Group> {
        items.iter().flat_map(|item| self.item(item, compiler)).collect()
    }

    fn item(&mut self, item: &Item, compiler: &mut Compiler<'_>) -> Vec<Group> {
        let slot = item.capture.as_deref().map(|name| self.slot(name));
        if let Some(slot) = slot {
            self.code.push(Op::Save(slot));
        }
        let groups = self.repeated(item, compiler);
        if let Some(slot) = slot {
            self.code.push(Op::Save(slot + 1));
        }
        groups
    }

    fn slot(&mut self, name: &str) -> usize {
        let index = self.captures.iter().position(|n| &**n == name).unwrap_or_else(|| {
            self.captures.push(name.into());
            self.captures.len() - 1
        });
        2 * index + 2
    }

    fn repeated(&mut self, item: &Item, compiler: &mut Compiler<'_>) -> Vec<Group> {
        if matches!(item.repeat, Repeat::Any | Repeat::Some) && nullable_node(&item.node) {
            compiler.error(item.at, "what is repeated here may match nothing", None);
        }
        match item.repeat {
            Repeat::One => self.node(item, compiler),
            Repeat::Optional => {
                let split = self.hole();
                self.node(item, compiler);
                self.set(split, Op::Split(split + 1, self.code.len()));
                Vec::new()
            }
            Repeat::Any => {
                let split = self.hole();
                self.node(item, compiler);
                self.code.push(Op::Jump(split));
                self.set(split, Op::Split(split + 1, self.code.len()));
                Vec::new()
            }
            Repeat::Some => {
                let start = self.code.len();
                let groups = self.node(item, compiler);
                let split = self.hole();
                self.set(split, Op::Split(start, split + 1));
                groups
            }
        }
    }

    fn node(&mut self, item: &Item, compiler: &mut Compiler<'_>) -> Vec<Group> {
        match &item.node {
            Node::Test(test) => self.test(test, compiler),
            Node::Gap(most) => {
                self.gap(*most);
                Vec::new()
            }
            Node::Chunk(kind, test) => {
                let test = test.as_ref().map(|t| compiler.test(t));
                let groups = test.as_ref().map_or_else(Vec::new, |t| costs(compiler).test(t));
                self.code.push(Op::Chunk(*kind, test));
                groups
            }
            Node::Group(alternatives) => self.alternatives(alternatives, compiler),
            Node::Report(items) => {
                self.reports = true;
                self.code.push(Op::Save(0));
                let groups = self.items(items, compiler);
                self.code.push(Op::Save(1));
                groups
            }
            Node::Same(name) => {
                let slot = self.slot(name);
                self.code.push(Op::Same(slot));
                Vec::new()
            }
            Node::Start => self.edge(Op::Start),
            Node::End => self.edge(Op::End),
            Node::Ahead { negated, alternatives } => {
                let head = self.hole();
                let groups = self.alternatives(alternatives, compiler);
                self.code.push(Op::Match);
                self.set(head, Op::Ahead { negated: *negated, next: self.code.len() });
                if *negated { Vec::new() } else { groups }
            }
            Node::Behind { negated, test } => {
                let test = compiler.test(test);
                let groups = if *negated { Vec::new() } else { costs(compiler).test(&test) };
                self.code.push(Op::Behind { negated: *negated, test });
                groups
            }
        }
    }

    fn edge(&mut self, op: Op) -> Vec<Group> {
        self.code.push(op);
        Vec::new()
    }

    /// A list or name standing alone may take several tokens; inside other tests it is one.
    fn test(&mut self, test: &Test, compiler: &mut Compiler<'_>) -> Vec<Group> {
        let test = compiler.test(test);
        let groups = costs(compiler).test(&test);
        self.code.push(match test {
            TokenTest::List(list) => Op::List(list),
            TokenTest::What(what) => Op::Name(what),
            test => Op::Token(test),
        });
        groups
    }

    /// Up to `most` tokens, as few as possible.
    fn gap(&mut self, most: u8) {
        let end = self.code.len() + 2 * usize::from(most);
        for _ in 0..most {
            let here = self.code.len();
            self.code.push(Op::Split(end, here + 1));
            self.code.push(Op::Skip);
        }
    }

    fn alternatives(&mut self, alternatives: &[Vec<Item>], compiler: &mut Compiler<'_>) -> Vec<Group> {
        let mut groups = Vec::new();
        let mut exits = Vec::new();
        for (i, items) in alternatives.iter().enumerate() {
            let last = i + 1 == alternatives.len();
            let split = if last { None } else { Some(self.hole()) };
            groups.push(self.items(items, compiler));
            if let Some(split) = split {
                exits.push(self.hole());
                self.set(split, Op::Split(split + 1, self.code.len()));
            }
        }
        let end = self.code.len();
        exits.into_iter().for_each(|exit| self.set(exit, Op::Jump(end)));
        costs(compiler).alternatives(groups)
    }
}

fn costs<'c>(compiler: &'c Compiler<'_>) -> Costs<'c> {
    Costs { lists: compiler.lists, vocabulary: compiler.interner.vocabulary() }
}
