#![allow(clippy::unwrap_used)]

use super::ast::*;
use super::names::*;
use super::*;
use crate::english::Upos;
use crate::english::tag::Form;
use proptest::prelude::*;

/// Every item of the language, and what it prints back as if that differs.
#[rustfmt::skip]
const PATTERNS: &[(&str, &str)] = &[
    ("make", ""),
    ("'s", ""),
    ("cross-border", ""),
    (",", ""),
    ("=kyiv", ""),
    ("=May", ""),
    ("~make", ""),
    ("~lead.v", ""),
    ("~lead.n", ""),
    ("~wide.a", ""),
    ("NOUN VERB PROPN DET", ""),
    ("NOUN.pl VERB.ing", ""),
    ("VERB.past.pp", ""),
    (".pl", ""),
    ("@attacks", ""),
    ("#country #person #year", ""),
    ("%lower %glued %unknown", ""),
    ("_", ""),
    ("~put .. on", ""),
    ("~put ..3 on", "~put .. on"),
    ("~put ..5 on", ""),
    ("<NP>", ""),
    ("<NP @talks>", ""),
    ("<VP ~lead>", ""),
    ("<PP of>", ""),
    ("<NP [NOUN.pl & !~man]>", ""),
    ("[NOUN & !~dream]", ""),
    ("[NOUN&!~dream]", "[NOUN & !~dream]"),
    ("[ NOUN ]", "NOUN"),
    ("!DET", ""),
    ("!(a | b)", ""),
    ("[(~a | ~b) & .pl]", ""),
    ("(a b | c)", ""),
    ("(a b|c)", "(a b | c)"),
    ("ADJ* DET? NOUN+", ""),
    ("(a | b)+", ""),
    ("{~assist to} <NP>", ""),
    ("{~assist to}<NP>", "{~assist to} <NP>"),
    ("v:~assist", ""),
    ("w:_ $w", ""),
    ("np:<NP @talks>?", ""),
    ("^ the", ""),
    ("end $", ""),
    ("of (?!course)", ""),
    ("of (?=course | the)", ""),
    ("(?<!~be) VERB.pp", ""),
    ("(?<=(~be | ~get)) VERB.pp", ""),
    ("(?<=[VERB & .pp]) by", ""),
    (r"\$ \? \: \.", ""),
    (r"U\.S\.", ""),
    (r"\NOUN", ""),
    (r"\-", "-"),
    ("NATO F-16", r"\NATO F-16"),
];

#[test]
fn patterns_print_back() {
    for (text, printed) in PATTERNS {
        let pattern = parse_pattern(text).unwrap_or_else(|e| panic!("{text}: {e:?}"));
        let expected = if printed.is_empty() { text } else { printed };
        assert_eq!(&pattern.to_string(), expected, "{text}");
        assert_eq!(parse_pattern(expected).as_ref(), Ok(&pattern), "{text}");
    }
}

#[rustfmt::skip]
const FRAMES: &[&str] = &[
    "abolish|suppress obj:@obstacles",
    "lead obj:@forces of:@territory",
    "set_up obj:@attacks",
    "@reporting_verbs that:_",
    "ribbon.n of:@territory",
    "lever.n mod-of:effect",
    "air_strike.n|raid.n of:_",
    "responsible.a of:_",
    "put subj:_ obj:_ iobj:_ of|from:@x",
    "go to?:#place out_of:_ !into !obj:@x",
    "be pred:=Late adv:_",
    "say inf:_",
    "say ing:_",
    "say wh:_",
    "come prep:_",
    "force.n det:_ mod:_ poss:_ verb:lead",
    "take obj:(a|b)&!c",
    "take obj:pron|def|indef|bare|pl|sg",
    "take obj:has:#country&!has:(big|@x)",
    "take obj:air_strike",
    "take obj:NOUN.pl&%lower",
    r"take obj:\pl|\NATO",
    "take %active !%passive %negated %affirmative %finite %inf %ing %participle %perfect %modal",
    "take %lower",
];

#[test]
fn frames_print_back() {
    for text in FRAMES {
        let frame = parse_frame(text).unwrap_or_else(|e| panic!("{text}: {e:?}"));
        assert_eq!(&frame.to_string(), text);
        assert_eq!(parse_frame(text).as_ref(), Ok(&frame));
    }
}

/// Text, where the fault is, the message, and a piece of the help.
#[rustfmt::skip]
const FAULTS: &[(&str, &str, &str, &str)] = &[
    ("", "", "the pattern is empty", ""),
    ("a (b c", "(", "`(` opened here is not closed", "add `)`"),
    ("a {b c", "{", "`{` opened here is not closed", "add `}`"),
    ("[NOUN & .pl", "[", "`[` opened here is not closed by `]`", "joined by `&`"),
    ("[NOUN .pl]", "[", "`[` opened here is not closed by `]`", "joined by `&`"),
    ("<NP @a", "<", "`<` opened here is not closed by `>`", "one test"),
    ("<XP>", "<", "`<` begins a phrase", "\\<"),
    ("a )", ")", "`)` closes nothing", "\\)"),
    ("a | b", "|", "`|` stands between alternatives", "\\|"),
    ("(a | )", " ", "an alternative is empty", "`x?`"),
    ("()", ")", "an alternative is empty", "`x?`"),
    ("{a} {b}", "{b}", "a second part to report; the first is at byte 0", "name:"),
    ("{}", "{}", "the part to report is empty", ""),
    ("VREB", "VREB", "there is no tag `VREB`", "`VERB`"),
    ("XY.pl", "XY", "there is no tag `XY`", "small letters"),
    ("NOUN.plu", "plu", "there is no form `plu`", "`pl`"),
    ("NOUN.", "", "the name of a form is missing", "one of"),
    ("#contry", "contry", "there is no kind `contry`", "`country`"),
    ("%lover", "lover", "there is no property `lover`", "`lower`"),
    ("%zzz", "zzz", "there is no property `zzz`", "is one of"),
    ("~ a", "", "a lemma is missing after `~`", "\\~"),
    ("@", "", "the name of a list is missing after `@`", "\\@"),
    ("~lead.x", ".x", "a lemma has no class `.x`", "`.v` verb"),
    ("people's", "people's", "`people's` is two tokens", "`people 's`"),
    ("don't", "don't", "`don't` is two tokens", "`do n't`"),
    ("however,", "however,", "`however,` is several tokens", "space"),
    ("set_up", "_", "`_` is not expected inside an item", "\\_"),
    ("..99 a", "..99", "a gap skips from 1 to 20 tokens", ""),
    ("^? a", "^?", "what consumes no token cannot be repeated", ""),
    ("x:(?=a) a", "x:(?=a)", "what consumes no token cannot be captured", ""),
    ("a ..?", "..?", "a gap cannot be repeated", ""),
    ("{a}?", "{a}?", "the part to report cannot be repeated", ""),
    ("(?a)", "(?", "no such look-around", "(?=…)"),
];

#[test]
fn faults_are_placed_and_explained() {
    for (text, place, message, help) in FAULTS {
        check_fault(text, parse_pattern(text).unwrap_err(), place, message, help);
    }
}

fn check_fault(text: &str, errors: Vec<PatternError>, place: &str, message: &str, help: &str) {
    assert_eq!(errors.len(), 1, "{text}: {errors:?}");
    for error in errors {
        assert_eq!(text.get(error.at.clone()), Some(place), "{text}: {error:?}");
        assert!(error.message.contains(message), "{text}: {error:?}");
        assert!(error.help.clone().unwrap_or_default().contains(help), "{text}: {error:?}");
    }
}

#[rustfmt::skip]
const FRAME_FAULTS: &[(&str, &str, &str, &str)] = &[
    ("", "", "the frame is empty", ""),
    ("obj:@x", "obj", "a frame begins with its head", "head comes first"),
    ("~lead obj:_", "~", "`~` is not needed", ""),
    ("lead ojb:_", "ojb", "there is no role `ojb`", "`obj`"),
    ("lead obj", "obj", "the role has no filler", "`role:_`"),
    ("lead obj:", "", "", "what fills the role"),
    ("lead obj:~force", "~", "`~` is not needed", ""),
    ("lead that:x", "x", "a clausal complement", "`_`"),
    ("lead !obj?:x", "obj?", "absent or optional", ""),
    ("lead %pasive", "%pasive", "there is no property `pasive`", "`passive`"),
    ("lead obj:(a|b", "(", "`(` opened here is not closed", ""),
    ("lead obj:#citty", "citty", "there is no kind `citty`", "`city`"),
    ("look_forward_to obj:_", "look_forward_to", "a verb has one particle", "to:_"),
    ("a.n|b.a of:_", "a.n|b.a", "one class", "two frames"),
];

#[test]
fn frame_faults_are_placed_and_explained() {
    for (text, place, message, help) in FRAME_FAULTS {
        check_fault(text, parse_frame(text).unwrap_err(), place, message, help);
    }
}

#[test]
fn all_faults_are_reported() {
    let errors = parse_pattern("VREB a #contry (b | %lover c) NOUN.plu").unwrap_err();
    let messages: Vec<_> = errors.iter().map(|e| e.message.as_str()).collect();
    let expected = ["tag `VREB`", "kind `contry`", "property `lover`", "form `plu`"];
    assert_eq!(messages, expected.map(|what| format!("there is no {what}")));
    let errors = parse_frame("lead ojb:_ of:#citty %pasive").unwrap_err();
    assert_eq!(errors.len(), 3, "{errors:?}");
}

#[test]
fn deep_nesting_is_refused() {
    for open in ["(", "[", "!", "{", "(?="] {
        let text = open.repeat(5000);
        assert!(parse_pattern(&text).is_err());
    }
    assert!(parse_frame(&format!("a obj:{}", "(".repeat(5000))).is_err());
    assert!(parse_frame(&format!("a obj:{}", "has:".repeat(5000))).is_err());
}

fn word() -> impl Strategy<Value = String> {
    r"[a-zA-Zé0-9$?:.!_\\|(){}<>@#%^=~*+&-]{1,6}"
}

fn name() -> impl Strategy<Value = String> {
    "[a-z][a-z0-9_]{0,4}"
}

fn value<T: Clone + std::fmt::Debug>(table: &'static Names<T>) -> impl Strategy<Value = T> {
    (0..table.len()).prop_map(|i| table[i].1.clone())
}

fn class() -> impl Strategy<Value = Class> {
    prop_oneof![Just(Class::Verb), Just(Class::Noun), Just(Class::Adjective)]
}

fn simple_test() -> impl Strategy<Value = Test> {
    let forms = |least| prop::collection::vec(value(FORMS), least..3);
    prop_oneof![
        Just(Test::Any),
        word().prop_map(Test::Word),
        word().prop_map(Test::Exact),
        (word(), prop::option::of(class())).prop_map(|(w, c)| Test::Lemma(w, c)),
        (value(TAGS), forms(0)).prop_map(|(t, f): (Upos, Vec<Form>)| Test::Tag(Some(t), f)),
        forms(1).prop_map(|f| Test::Tag(None, f)),
        name().prop_map(|n| Test::List(n, At::default())),
        value(KINDS).prop_map(Test::What),
        value(PROPERTIES).prop_map(Test::Property),
    ]
}

/// A test; `group` allows `(a | b)`, which at the outside is a group of items.
fn test() -> impl Strategy<Value = Test> {
    simple_test().prop_recursive(3, 12, 3, |inner| {
        let several = prop::collection::vec(inner.clone(), 2..4);
        prop_oneof![
            inner.prop_map(|t| Test::Not(Box::new(t))),
            several.clone().prop_map(Test::All),
            several.prop_map(|all| Test::Not(Box::new(Test::OneOf(all)))),
        ]
    })
}

fn repeat() -> impl Strategy<Value = Repeat> {
    prop_oneof![Just(Repeat::One), Just(Repeat::Optional), Just(Repeat::Any), Just(Repeat::Some)]
}

fn plain(node: Node) -> Item {
    Item { at: At::default(), capture: None, node, repeat: Repeat::One }
}

fn item() -> impl Strategy<Value = Item> {
    let kind = prop_oneof![Just(ChunkKind::Np), Just(ChunkKind::Vp), Just(ChunkKind::Pp)];
    let solid = prop_oneof![
        test().prop_map(Node::Test),
        (kind, prop::option::of(test())).prop_map(|(k, t)| Node::Chunk(k, t)),
        name().prop_map(Node::Same),
    ];
    let edge = prop_oneof![
        (1u8..9).prop_map(Node::Gap),
        Just(Node::Start),
        Just(Node::End),
        (any::<bool>(), test()).prop_map(|(negated, test)| Node::Behind { negated, test }),
    ];
    let leaf = prop_oneof![
        3 => (prop::option::of(name()), solid, repeat())
            .prop_map(|(capture, node, repeat)| Item { at: At::default(), capture, node, repeat }),
        1 => edge.prop_map(plain),
    ];
    leaf.prop_recursive(3, 16, 3, |inner| {
        let alternatives = prop::collection::vec(prop::collection::vec(inner, 1..3), 1..3);
        prop_oneof![
            (alternatives.clone(), repeat())
                .prop_map(|(all, repeat)| Item { repeat, ..plain(Node::Group(all)) }),
            (alternatives, any::<bool>())
                .prop_map(|(alternatives, negated)| plain(Node::Ahead { negated, alternatives })),
        ]
    })
}

fn filler() -> impl Strategy<Value = Filler> {
    let leaf = prop_oneof![
        Just(Filler::Any),
        prop::collection::vec(word(), 1..3).prop_map(Filler::Words),
        simple_test()
            .prop_filter("a word is a filler of its own", |t| !matches!(
                t,
                Test::Any | Test::Word(_) | Test::Lemma(..)
            ))
            .prop_map(Filler::Test),
        Just(Filler::Pron),
        Just(Filler::Bare),
        Just(Filler::Plural),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let several = prop::collection::vec(inner.clone(), 2..4);
        prop_oneof![
            inner.clone().prop_map(|f| Filler::Not(Box::new(f))),
            inner.prop_map(|f| Filler::Has(Box::new(f))),
            several.clone().prop_map(Filler::All),
            several.prop_map(Filler::OneOf),
        ]
    })
}

fn role() -> impl Strategy<Value = Role> {
    let name = prop_oneof![
        value(ROLES).prop_filter("clausal roles take `_` only", |r| !matches!(
            r,
            RoleName::That | RoleName::Inf | RoleName::Ing | RoleName::Wh
        )),
        (0..PREPOSITIONS.len()).prop_map(|i| RoleName::Prep(PREPOSITIONS[i].to_owned())),
    ];
    let presence = prop_oneof![Just(Presence::Required), Just(Presence::Optional), Just(Presence::Absent)];
    (prop::collection::vec(name, 1..3), presence, filler()).prop_map(|(names, presence, filler)| Role {
        at: At::default(),
        names,
        presence,
        filler,
    })
}

fn head() -> impl Strategy<Value = Head> {
    prop_oneof![
        prop::collection::vec(word(), 1..3).prop_map(Head::Words),
        name().prop_map(|n| Head::List(n, At::default())),
    ]
}

proptest! {
    #[test]
    fn a_printed_pattern_parses_to_itself(items in prop::collection::vec(item(), 1..5)) {
        let pattern = Pattern { items };
        let text = pattern.to_string();
        prop_assert_eq!(parse_pattern(&text), Ok(pattern), "{}", text);
    }

    #[test]
    fn a_printed_frame_parses_to_itself(
        class in class(),
        heads in prop::collection::vec(head(), 1..3),
        roles in prop::collection::vec(role(), 0..4),
        property in value(PREDICATE_PROPERTIES),
        holds in any::<bool>(),
    ) {
        let properties = vec![(holds, HeadProperty::Predicate(property))];
        let frame = Frame { class, heads, roles, properties };
        let text = frame.to_string();
        prop_assert_eq!(parse_frame(&text), Ok(frame), "{}", text);
    }

    #[test]
    fn any_text_parses_or_says_where_not(text in r"([a-zA-Z :.|\\(){}<>@#%^=~*+?!&$_'é-]|NOUN|\PC){0,40}") {
        for errors in [parse_pattern(&text).err(), parse_frame(&text).err()].into_iter().flatten() {
            prop_assert!(!errors.is_empty());
            for error in errors {
                prop_assert!(text.get(error.at.clone()).is_some(), "{:?}", error);
            }
        }
    }
}
