//! Checks that need code, one file each. A rule file names its check (`check = "name"`, arguments in `with`);
//! message, severity, suggestions and examples stand in the rule file, never here.

mod article;
mod encoding;
mod facts;
mod foreign;
mod garble;
mod headline_case;
mod indefinite_article;
mod letter_case;
mod look_alike;
mod notation;
mod person;
mod place_name;
mod pronoun;
mod pronoun_gender;
mod pronoun_it;
mod pronoun_report;
mod repeated_word;
mod repetition;
mod source;
mod spacing;

use crate::article::BlockKind;
use crate::compare::{Comparison, Original};
use crate::english::{Document, Range, Sentence};
use crate::fact::{Date, LazyLedger, Mention, Value};
use crate::finding::{Basis, SourceSide};
use crate::pattern::Capture;
use crate::pattern::list::{ListId, Lists};
use crate::text::vocab::Vocabulary;
use std::cell::OnceCell;

/// A check: looks at a document and says where it finds something, in any order.
///
/// It must be pure and must not panic. It must not look into sentences of blocks for which
/// [`CheckContext::looks_at`] is false; what it reports there is dropped. Quoted matches are dropped by the
/// caller unless the rule says `quotes = "keep"`.
pub type Check = fn(&CheckContext<'_>) -> Vec<CheckMatch>;

/// A check with what rule files may say to it.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Name in rule files.
    pub name: &'static str,
    /// The code.
    pub run: Check,
    /// What a finding rests on.
    pub basis: Basis,
    /// Arguments that `with` may hold.
    pub arguments: &'static [&'static str],
    /// Names that the check gives to templates, by captures or strings.
    pub names: &'static [&'static str],
}

/// All checks, by name.
pub const CHECKS: &[Entry] = &[
    article::ENTRY,
    encoding::ENTRY,
    facts::change::DIRECTION,
    facts::change::FACTOR,
    facts::change::POINTS,
    facts::change::SIZE,
    facts::count::SAME,
    facts::date::IMPOSSIBLE,
    facts::date::WEEKDAY,
    facts::life::LIFE,
    facts::lifetime::AGE,
    facts::ordinal::ORDINAL,
    facts::ordinal::ORDER,
    facts::lifetime::SPAN,
    facts::name_order::ORDER,
    facts::name_spelling::SPELLING,
    facts::office::CHANGE,
    facts::quote_twice::SPEAKERS,
    facts::quote_twice::WORDS,
    facts::surname_first::FIRST,
    facts::order::GAP,
    facts::order::ORDER,
    facts::order::RANGE,
    facts::shares::SHARES,
    facts::shares_text::REST,
    facts::split::SPLIT,
    facts::taken_up::TAKEN_UP,
    facts::title::TITLE,
    facts::quote_mark::UNCLOSED,
    facts::unit::CURRENCY,
    facts::unit::PAIR,
    facts::unit::SCALE,
    facts::age::NOW,
    facts::average::AVERAGE,
    facts::elapsed::ELAPSED,
    facts::flip::FLIP,
    facts::founding::ENTRY,
    facts::fraction::FRACTION,
    facts::whole::PART,
    facts::whole::TOTAL,
    foreign::SCRIPT,
    foreign::WORDS,
    garble::NO_VERB,
    garble::TWO_VERBS,
    headline_case::ENTRY,
    indefinite_article::ENTRY,
    letter_case::GIVEN,
    letter_case::PLACES,
    look_alike::ENTRY,
    notation::ENTRY,
    place_name::ENTRY,
    pronoun::OPENING,
    pronoun::POSSESSIVE,
    pronoun_gender::GENDER,
    pronoun_gender::THING,
    pronoun_it::PERSON,
    pronoun_report::REPORT,
    repeated_word::ENTRY,
    repetition::PHRASE,
    repetition::SENTENCE,
    spacing::BEFORE,
    spacing::QUOTES,
    source::NAME,
    source::ADDED,
    source::BELONGS,
    source::LANGUAGE,
    source::LOST,
    source::TWICE,
    source::UNTRANSLATED,
    source::DATE,
    source::MONTH,
    source::SEASON,
    source::WEEKDAY,
    source::YEAR,
    source::AGE,
    source::AMOUNT,
    source::MONEY,
    source::ORDINAL,
    source::PERCENT,
    source::PERIOD,
    source::QUANTITY,
    source::SCORE,
    source::POLARITY,
    source::TIME,
    source::CURRENCY,
    source::UNIT,
];

/// The check of this name.
pub fn find(name: &str) -> Option<&'static Entry> {
    CHECKS.iter().find(|entry| entry.name == name)
}

/// What a check sees.
pub struct CheckContext<'a> {
    /// The article; sentences are parsed on demand ([`Sentence::parsed`]).
    pub document: &'a Document,
    /// All lists.
    pub lists: &'a Lists,
    /// All words that rules and lists mention.
    pub vocabulary: &'a Vocabulary,
    /// Arguments from the rule file.
    pub with: &'a Arguments,
    /// Kinds of blocks in which the rule looks.
    pub blocks: &'a [BlockKind],
    /// Facts of the article, read when the first check asks for them.
    pub facts: &'a Facts<'a>,
}

/// What the checks of one article share.
#[derive(Debug)]
pub struct Facts<'d> {
    /// Its facts, read as they are asked for.
    pub ledger: LazyLedger<'d>,
    /// When the article was published, if that is known.
    pub published: Option<Date>,
    document: &'d Document,
    original: Option<&'d Original>,
    comparison: OnceCell<Comparison>,
}

impl<'d> Facts<'d> {
    /// Facts that are not read yet, of an article that was published on a day.
    pub fn new(document: &'d Document, published: Option<Date>, original: Option<&'d Original>) -> Self {
        let (ledger, comparison) = (LazyLedger::new(document), OnceCell::new());
        Self { ledger, published, document, original, comparison }
    }

    /// The article beside its source text, compared when this is first asked for; nothing where there is no source
    /// text, or only a code in its place.
    pub fn comparison(&self) -> Option<&Comparison> {
        let original = self.original.filter(|original| original.is_text())?;
        Some(self.comparison.get_or_init(|| Comparison::new(self.document, &self.ledger, original)))
    }
}

impl<'a> CheckContext<'a> {
    /// Whether the rule looks into blocks of this kind.
    pub fn looks_at(&self, kind: BlockKind) -> bool {
        self.blocks.contains(&kind)
    }

    /// The sentences to look into, each with its index in the document.
    pub fn sentences(&self) -> impl Iterator<Item = (usize, &'a Sentence)> {
        let all = self.document.sentences.iter().enumerate();
        all.filter(|(_, sentence)| self.looks_at(sentence.block_kind))
    }

    /// The facts of the article, read as they are asked for.
    pub fn ledger(&self) -> &'a LazyLedger<'a> {
        &self.facts.ledger
    }

    /// The article beside its source text; nothing where there is none.
    pub fn source(&self) -> Option<&'a Comparison> {
        self.facts.comparison()
    }

    /// The values in the blocks to look into, each with its sentence. Only sentences are parsed in which the words alone
    /// show a value that passes the test.
    pub fn values(
        &self,
        test: impl Fn(&Value) -> bool + 'a,
    ) -> impl Iterator<Item = (&'a Mention, &'a Sentence)> {
        let ledger = self.ledger();
        self.sentences()
            .filter(move |(index, _)| ledger.found(*index).iter().any(|found| test(&found.value)))
            .flat_map(move |(index, sentence)| ledger.values(index).iter().map(move |m| (m, sentence)))
    }

    /// Those of some mentions that stand in blocks to look into, each with its sentence.
    pub fn looked_at(&self, mentions: &'a [Mention]) -> impl Iterator<Item = (&'a Mention, &'a Sentence)> {
        mentions.iter().filter_map(|mention| {
            let sentence = self.document.sentences.get(mention.sentence)?;
            self.looks_at(sentence.block_kind).then_some((mention, sentence))
        })
    }
}

/// Arguments of a check, as the rule file gives them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arguments {
    /// By name, in the order of the names.
    pub values: Vec<(Box<str>, Argument)>,
}

/// One argument.
#[derive(Clone, Debug, PartialEq)]
pub enum Argument {
    /// A string.
    Text(Box<str>),
    /// A string `@name`: a list, which exists.
    List(ListId),
    /// A number.
    Number(f64),
    /// `true` or `false`.
    Bool(bool),
    /// Several.
    Array(Vec<Argument>),
}

impl Arguments {
    /// The argument of this name.
    pub fn get(&self, name: &str) -> Option<&Argument> {
        self.values.iter().find(|(n, _)| &**n == name).map(|(_, value)| value)
    }

    /// A string.
    pub fn text(&self, name: &str) -> Option<&str> {
        match self.get(name)? {
            Argument::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A list.
    pub fn list(&self, name: &str) -> Option<ListId> {
        match self.get(name)? {
            Argument::List(list) => Some(*list),
            _ => None,
        }
    }

    /// A number.
    pub fn number(&self, name: &str) -> Option<f64> {
        match self.get(name)? {
            Argument::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// Whether the argument is there and `true`.
    pub fn flag(&self, name: &str) -> bool {
        matches!(self.get(name), Some(Argument::Bool(true)))
    }

    /// The strings of an array, or the one string.
    pub fn texts(&self, name: &str) -> Vec<&str> {
        match self.get(name) {
            Some(Argument::Text(text)) => vec![text],
            Some(Argument::Array(all)) => all
                .iter()
                .filter_map(|value| match value {
                    Argument::Text(text) => Some(&**text),
                    _ => None,
                })
                .collect(),
            _ => Vec::new(),
        }
    }
}

/// One thing that a check found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CheckMatch {
    /// Index into [`Document::sentences`].
    pub sentence: usize,
    /// The tokens to report, not empty.
    pub report: Range,
    /// What names in templates stand for.
    pub captures: Vec<(Box<str>, Capture)>,
    /// Names in templates that stand for a text which is not in the sentence (the right weekday, the other
    /// spelling).
    pub strings: Vec<(Box<str>, String)>,
    /// The check's own suggestions, best first, each a list of replacements of tokens; used where the rule
    /// has no `suggest`. An empty text deletes. Capitals are as given.
    pub suggestions: Vec<Vec<(Range, String)>>,
    /// What it was compared with, where the check rests on the source text.
    pub source_side: Option<SourceSide>,
}

impl CheckMatch {
    /// A match that reports some tokens, without captures and suggestions.
    pub fn new(sentence: usize, report: Range) -> Self {
        Self { sentence, report, ..Self::default() }
    }

    /// With a capture.
    #[must_use]
    pub fn capture(mut self, name: &str, range: Range) -> Self {
        self.captures.push((name.into(), Capture::Tokens(range)));
        self
    }

    /// With a text for templates.
    #[must_use]
    pub fn string(mut self, name: &str, text: impl Into<String>) -> Self {
        self.strings.push((name.into(), text.into()));
        self
    }

    /// With a suggestion that replaces one range.
    #[must_use]
    pub fn suggest(mut self, range: Range, text: impl Into<String>) -> Self {
        self.suggestions.push(vec![(range, text.into())]);
        self
    }
}
