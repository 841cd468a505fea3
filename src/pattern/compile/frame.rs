//! Frames to tests on clauses and noun phrases.

use super::Compiler;
use super::require::{Costs, Group, Requirement};
use crate::pattern::list::ListId;
use crate::pattern::syntax::ast::{At, Class, Filler, Frame, Head, HeadProperty, Presence, RoleName, Test};
use crate::pattern::syntax::names::{ROLES, name_of};
use crate::pattern::token::TokenTest;
use crate::text::vocab::Sym;

/// A compiled frame.
#[derive(Clone, Debug)]
pub struct FrameProgram {
    /// What the head is.
    pub class: Class,
    /// The heads, any of them.
    pub heads: Vec<HeadTest>,
    /// The roles, in the order written.
    pub roles: Vec<RoleTest>,
    /// Properties of the head: `true` must hold, `false` must not.
    pub properties: Vec<(bool, HeadProperty)>,
    /// What a sentence must contain.
    pub requirement: Requirement,
}

/// A head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeadTest {
    /// A verb with its particle, or a noun or adjective with the words before it.
    Words(Box<[Sym]>),
    /// An entry of a list; of verbs, the second word is the particle.
    List(ListId),
}

/// A role.
#[derive(Clone, Debug)]
pub struct RoleTest {
    /// Any of these, each with its name in templates.
    pub kinds: Vec<(Box<str>, RoleKind)>,
    /// Whether it must be filled.
    pub presence: Presence,
    /// By what.
    pub filler: FillerTest,
}

/// What a role is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoleKind {
    /// After this preposition.
    Prep(Box<[Sym]>),
    /// Any other; never [`RoleName::Prep`].
    Other(RoleName),
}

/// A test on a filler.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // as in the syntax tree
pub enum FillerTest {
    Any,
    Words(Box<[Sym]>),
    List(ListId),
    Token(TokenTest),
    Pron,
    Def,
    Indef,
    Bare,
    Plural,
    Singular,
    Has(Box<FillerTest>),
    Not(Box<FillerTest>),
    All(Vec<FillerTest>),
    OneOf(Vec<FillerTest>),
}

pub(super) fn program(frame: &Frame, compiler: &mut Compiler<'_>) -> FrameProgram {
    check_roles(frame, compiler);
    check_properties(frame, compiler);
    let heads: Vec<HeadTest> = frame.heads.iter().filter_map(|head| head_test(head, compiler)).collect();
    let roles: Vec<RoleTest> = frame
        .roles
        .iter()
        .map(|role| RoleTest {
            kinds: role.names.iter().map(|name| kind(name, compiler)).collect(),
            presence: role.presence,
            filler: filler(&role.filler, compiler),
        })
        .collect();
    let costs = Costs { lists: compiler.lists, vocabulary: compiler.interner.vocabulary() };
    let mut groups = head_groups(frame.class, &heads);
    for role in roles.iter().filter(|role| role.presence == Presence::Required) {
        groups.extend(role_groups(role, &costs));
    }
    let requirement = Requirement::new(groups, &costs);
    FrameProgram { class: frame.class, heads, roles, properties: frame.properties.clone(), requirement }
}

fn head_test(head: &Head, compiler: &mut Compiler<'_>) -> Option<HeadTest> {
    match head {
        Head::Words(words) => Some(HeadTest::Words(compiler.words(words))),
        Head::List(name, at) => compiler.list(name, *at).map(HeadTest::List),
    }
}

fn kind(name: &RoleName, compiler: &mut Compiler<'_>) -> (Box<str>, RoleKind) {
    match name {
        RoleName::Prep(prep) => {
            let words = prep.split('_').map(|w| compiler.word(w)).collect();
            (prep.as_str().into(), RoleKind::Prep(words))
        }
        other => (name_of(ROLES, other).into(), RoleKind::Other(other.clone())),
    }
}

fn filler(filler_tree: &Filler, compiler: &mut Compiler<'_>) -> FillerTest {
    match filler_tree {
        Filler::Any => FillerTest::Any,
        Filler::Words(words) => FillerTest::Words(compiler.words(words)),
        Filler::Test(Test::List(name, at)) => {
            compiler.list(name, *at).map_or(FillerTest::Any, FillerTest::List)
        }
        Filler::Test(test) => FillerTest::Token(compiler.test(test)),
        Filler::Pron => FillerTest::Pron,
        Filler::Def => FillerTest::Def,
        Filler::Indef => FillerTest::Indef,
        Filler::Bare => FillerTest::Bare,
        Filler::Plural => FillerTest::Plural,
        Filler::Singular => FillerTest::Singular,
        Filler::Has(inner) => FillerTest::Has(Box::new(filler(inner, compiler))),
        Filler::Not(inner) => FillerTest::Not(Box::new(filler(inner, compiler))),
        Filler::All(all) => FillerTest::All(all.iter().map(|f| filler(f, compiler)).collect()),
        Filler::OneOf(all) => FillerTest::OneOf(all.iter().map(|f| filler(f, compiler)).collect()),
    }
}

/// The heads; and their particles, if all have one.
fn head_groups(class: Class, heads: &[HeadTest]) -> Vec<Group> {
    let main = heads.iter().filter_map(|head| match head {
        HeadTest::Words(words) if class == Class::Verb => words.first().copied().map(Group::word),
        HeadTest::Words(words) => words.last().copied().map(Group::word),
        HeadTest::List(list) => Some(Group::list(*list)),
    });
    let mut groups = vec![Group::union(main)];
    let others: Option<Vec<Group>> = heads
        .iter()
        .map(|head| match head {
            HeadTest::Words(words) if words.len() > 1 => {
                let other = if class == Class::Verb { words.last() } else { words.first() };
                other.copied().map(Group::word)
            }
            _ => None,
        })
        .collect();
    groups.extend(others.map(Group::union));
    groups
}

fn role_groups(role: &RoleTest, costs: &Costs<'_>) -> Vec<Group> {
    let mut groups = filler_groups(&role.filler, costs);
    let preps: Option<Vec<Group>> = role
        .kinds
        .iter()
        .map(|(_, kind)| match kind {
            RoleKind::Prep(words) => words.last().copied().map(Group::word),
            RoleKind::Other(_) => None,
        })
        .collect();
    groups.extend(preps.map(Group::union));
    groups
}

fn filler_groups(filler: &FillerTest, costs: &Costs<'_>) -> Vec<Group> {
    match filler {
        FillerTest::Words(words) => words.iter().copied().map(Group::word).collect(),
        FillerTest::List(list) => vec![Group::list(*list)],
        FillerTest::Token(test) => costs.test(test),
        FillerTest::Has(inner) => filler_groups(inner, costs),
        FillerTest::All(all) => all.iter().flat_map(|f| filler_groups(f, costs)).collect(),
        FillerTest::OneOf(all) => costs.alternatives(all.iter().map(|f| filler_groups(f, costs)).collect()),
        _ => Vec::new(),
    }
}

/// Whether this kind of head has the role.
fn has_role(class: Class, role: &RoleName) -> bool {
    use RoleName as R;
    match role {
        R::Prep(_) | R::AnyPrep | R::That | R::Inf => true,
        R::Subj | R::Adv => class != Class::Noun,
        R::Obj | R::Iobj | R::Ing | R::Wh | R::Pred => class == Class::Verb,
        R::Mod | R::Det | R::Poss | R::Verb => class == Class::Noun,
        R::ModOf => class != Class::Verb,
    }
}

fn class_name(class: Class) -> &'static str {
    match class {
        Class::Verb => "verb",
        Class::Noun => "noun",
        Class::Adjective => "adjective",
    }
}

/// Roles fit the head; each is bound once.
fn check_roles(frame: &Frame, compiler: &mut Compiler<'_>) {
    let mut bound: Vec<&RoleName> = Vec::new();
    for role in &frame.roles {
        for name in &role.names {
            if !has_role(frame.class, name) {
                let message = format!("a {} has no role `{name}`", class_name(frame.class));
                let help = (frame.class == Class::Verb)
                    .then(|| "for a noun frame write `.n` after the head, for an adjective `.a`".to_owned());
                compiler.error(role.at, message, help);
            }
            if role.presence == Presence::Absent {
                continue;
            }
            if bound.contains(&name) {
                let help = "join the tests with `&` or `|`: `obj:@a&pl`".to_owned();
                compiler.error(role.at, format!("the role `{name}` stands twice"), Some(help));
            }
            bound.push(name);
        }
    }
}

fn check_properties(frame: &Frame, compiler: &mut Compiler<'_>) {
    let of_verbs = frame.properties.iter().any(|(_, p)| matches!(p, HeadProperty::Predicate(_)));
    if of_verbs && frame.class != Class::Verb {
        let message = format!("a {} has no such property", class_name(frame.class));
        let help = "`%active`, `%negated` … are properties of verbs".to_owned();
        compiler.error(At::default(), message, Some(help));
    }
}
