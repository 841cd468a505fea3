//! The fixed names of the language: tags, forms, kinds, properties, roles.

use super::ast::RoleName;
use crate::english::tag::Form;
use crate::english::{Entity, Upos};
use crate::pattern::fact::FactKind;

/// What `#kind` asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum What {
    /// A name; [`Entity::Place`] stands for countries and cities too, [`Entity::Name`] for all proper names.
    Entity(Entity),
    /// A number, date or sum.
    Fact(FactKind),
}

/// What `%property` asks of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // the table in docs/pattern-language.md says it
pub enum Property {
    Glued,
    Spaced,
    Lower,
    Title,
    Upper,
    Mixed,
    Quoted,
    First,
    Word,
    Digits,
    Unknown,
}

/// What `%property` asks of a verb group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // the names say it
pub enum PredicateProperty {
    Active,
    Passive,
    Negated,
    Affirmative,
    Finite,
    Inf,
    Ing,
    Participle,
    Perfect,
    Modal,
}

/// A table of names; no name and no value twice.
pub type Names<T> = [(&'static str, T)];

/// The UPOS names.
pub const TAGS: &Names<Upos> = &[
    ("ADJ", Upos::Adj),
    ("ADP", Upos::Adp),
    ("ADV", Upos::Adv),
    ("AUX", Upos::Aux),
    ("CCONJ", Upos::Cconj),
    ("DET", Upos::Det),
    ("INTJ", Upos::Intj),
    ("NOUN", Upos::Noun),
    ("NUM", Upos::Num),
    ("PART", Upos::Part),
    ("PRON", Upos::Pron),
    ("PROPN", Upos::Propn),
    ("PUNCT", Upos::Punct),
    ("SCONJ", Upos::Sconj),
    ("SYM", Upos::Sym),
    ("VERB", Upos::Verb),
    ("X", Upos::X),
];

/// The inflectional forms.
pub const FORMS: &Names<Form> = &[
    ("3sg", Form::Pres3),
    ("base", Form::Base),
    ("comp", Form::Comp),
    ("ing", Form::Ing),
    ("modal", Form::Modal),
    ("particle", Form::Particle),
    ("past", Form::Past),
    ("pers", Form::Pers),
    ("pl", Form::Pl),
    ("poss", Form::Poss),
    ("pp", Form::Pp),
    ("pres", Form::Pres),
    ("sg", Form::Sg),
    ("sup", Form::Sup),
    ("wh", Form::Wh),
];

/// The kinds of `#kind`.
pub const KINDS: &Names<What> = &[
    ("city", What::Entity(Entity::City)),
    ("country", What::Entity(Entity::Country)),
    ("date", What::Fact(FactKind::Date)),
    ("money", What::Fact(FactKind::Money)),
    ("month", What::Entity(Entity::Month)),
    ("name", What::Entity(Entity::Name)),
    ("nationality", What::Entity(Entity::Nationality)),
    ("number", What::Fact(FactKind::Number)),
    ("ordinal", What::Fact(FactKind::Ordinal)),
    ("org", What::Entity(Entity::Org)),
    ("percent", What::Fact(FactKind::Percent)),
    ("person", What::Entity(Entity::Person)),
    ("place", What::Entity(Entity::Place)),
    ("time", What::Fact(FactKind::Time)),
    ("weekday", What::Entity(Entity::Weekday)),
    ("year", What::Fact(FactKind::Year)),
];

/// The properties of a token.
pub const PROPERTIES: &Names<Property> = &[
    ("digits", Property::Digits),
    ("first", Property::First),
    ("glued", Property::Glued),
    ("lower", Property::Lower),
    ("mixed", Property::Mixed),
    ("quoted", Property::Quoted),
    ("spaced", Property::Spaced),
    ("title", Property::Title),
    ("unknown", Property::Unknown),
    ("upper", Property::Upper),
    ("word", Property::Word),
];

/// The properties of a verb group.
pub const PREDICATE_PROPERTIES: &Names<PredicateProperty> = &[
    ("active", PredicateProperty::Active),
    ("affirmative", PredicateProperty::Affirmative),
    ("finite", PredicateProperty::Finite),
    ("inf", PredicateProperty::Inf),
    ("ing", PredicateProperty::Ing),
    ("modal", PredicateProperty::Modal),
    ("negated", PredicateProperty::Negated),
    ("participle", PredicateProperty::Participle),
    ("passive", PredicateProperty::Passive),
    ("perfect", PredicateProperty::Perfect),
];

/// The roles that are no prepositions.
pub const ROLES: &Names<RoleName> = &[
    ("adv", RoleName::Adv),
    ("det", RoleName::Det),
    ("inf", RoleName::Inf),
    ("ing", RoleName::Ing),
    ("iobj", RoleName::Iobj),
    ("mod", RoleName::Mod),
    ("mod-of", RoleName::ModOf),
    ("obj", RoleName::Obj),
    ("poss", RoleName::Poss),
    ("pred", RoleName::Pred),
    ("prep", RoleName::AnyPrep),
    ("subj", RoleName::Subj),
    ("that", RoleName::That),
    ("verb", RoleName::Verb),
    ("wh", RoleName::Wh),
];

/// The prepositions that may be roles; the words of a complex preposition are joined by `_`.
pub const PREPOSITIONS: &[&str] = &[
    "about",
    "above",
    "according_to",
    "across",
    "after",
    "against",
    "ahead_of",
    "along",
    "along_with",
    "alongside",
    "amid",
    "among",
    "around",
    "as",
    "at",
    "away_from",
    "because_of",
    "before",
    "behind",
    "below",
    "beneath",
    "beside",
    "besides",
    "between",
    "beyond",
    "by",
    "despite",
    "down",
    "due_to",
    "during",
    "except",
    "following",
    "for",
    "from",
    "in",
    "in_front_of",
    "inside",
    "instead_of",
    "into",
    "like",
    "near",
    "next_to",
    "of",
    "off",
    "on",
    "onto",
    "out",
    "out_of",
    "outside",
    "over",
    "past",
    "per",
    "since",
    "such_as",
    "than",
    "through",
    "throughout",
    "till",
    "to",
    "toward",
    "towards",
    "under",
    "until",
    "up",
    "up_to",
    "upon",
    "versus",
    "via",
    "with",
    "within",
    "without",
];

/// The name of a value.
pub(crate) fn name_of<T: PartialEq>(table: &Names<T>, value: &T) -> &'static str {
    table.iter().find(|(_, v)| v == value).map_or("", |(name, _)| name)
}

/// The value of a name.
pub(crate) fn value_of<'t, T>(table: &'t Names<T>, name: &str) -> Option<&'t T> {
    table.iter().find(|(n, _)| *n == name).map(|(_, value)| value)
}
