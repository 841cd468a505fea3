//! What traduce reports: plain data, no behaviour beyond ordering and names.

use crate::span::Span;
use serde::{Deserialize, Serialize};

/// The phenomenon, each mapped to an MQM category and an ITS 2.0 `locQualityIssueType`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Rendered word by word from the source language.
    Calque,
    /// A word that looks like the source word and means something else.
    FalseFriend,
    /// A verb or adjective that does not go with this class of noun.
    Collocation,
    /// A fixed expression rendered literally.
    Idiom,
    /// The wrong preposition or complement for this word.
    Preposition,
    /// A missing, needless or wrong article.
    Article,
    /// The wrong tense or mood.
    Tense,
    /// Subject and verb, or noun and determiner, that do not agree.
    Agreement,
    /// A pronoun of the wrong gender or for the wrong kind of thing.
    Pronoun,
    /// Words in the order of the source language, noun stacks included.
    WordOrder,
    /// A word or ending is missing.
    Omission,
    /// Right, but stilted.
    Register,
    /// Left in the source language.
    Untranslated,
    /// A word, phrase or sentence twice.
    Duplication,
    /// Leaked entities, tags or tokeniser residue.
    Markup,
    /// Broken characters.
    Encoding,
    /// Spacing, hyphens, quotation marks.
    Typography,
    /// A name misspelt, translated or lower-cased.
    Name,
    /// A number written or scaled wrongly.
    Number,
    /// A date, weekday or time.
    Date,
    /// A unit or currency.
    Unit,
    /// A sentence that cannot be read as English.
    Garble,
    /// Text of the website, mistranslated.
    Chrome,
    /// A fact that contradicts another fact of the article or of the source.
    Fact,
}

impl Kind {
    /// All kinds, in the order of the enum.
    pub const ALL: [Kind; 24] = [
        Kind::Calque,
        Kind::FalseFriend,
        Kind::Collocation,
        Kind::Idiom,
        Kind::Preposition,
        Kind::Article,
        Kind::Tense,
        Kind::Agreement,
        Kind::Pronoun,
        Kind::WordOrder,
        Kind::Omission,
        Kind::Register,
        Kind::Untranslated,
        Kind::Duplication,
        Kind::Markup,
        Kind::Encoding,
        Kind::Typography,
        Kind::Name,
        Kind::Number,
        Kind::Date,
        Kind::Unit,
        Kind::Garble,
        Kind::Chrome,
        Kind::Fact,
    ];

    /// The name used in rule files and output, for example `false-friend`.
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Calque => "calque",
            Kind::FalseFriend => "false-friend",
            Kind::Collocation => "collocation",
            Kind::Idiom => "idiom",
            Kind::Preposition => "preposition",
            Kind::Article => "article",
            Kind::Tense => "tense",
            Kind::Agreement => "agreement",
            Kind::Pronoun => "pronoun",
            Kind::WordOrder => "word-order",
            Kind::Omission => "omission",
            Kind::Register => "register",
            Kind::Untranslated => "untranslated",
            Kind::Duplication => "duplication",
            Kind::Markup => "markup",
            Kind::Encoding => "encoding",
            Kind::Typography => "typography",
            Kind::Name => "name",
            Kind::Number => "number",
            Kind::Date => "date",
            Kind::Unit => "unit",
            Kind::Garble => "garble",
            Kind::Chrome => "chrome",
            Kind::Fact => "fact",
        }
    }

    /// The MQM-Core error type (themqm.org).
    pub const fn mqm(self) -> &'static str {
        match self {
            Kind::Calque | Kind::FalseFriend | Kind::Idiom | Kind::Chrome => "accuracy/mistranslation",
            Kind::Collocation => "fluency/unidiomatic",
            Kind::Preposition | Kind::Article | Kind::Tense | Kind::WordOrder => {
                "linguistic-conventions/grammar"
            }
            Kind::Agreement | Kind::Pronoun => "linguistic-conventions/agreement",
            Kind::Omission => "accuracy/omission",
            Kind::Register => "style/awkward",
            Kind::Untranslated => "accuracy/untranslated",
            Kind::Duplication => "linguistic-conventions/duplication",
            Kind::Markup => "design-and-markup/markup",
            Kind::Encoding => "linguistic-conventions/character-encoding",
            Kind::Typography => "linguistic-conventions/punctuation",
            Kind::Name => "accuracy/mistranslation/entity",
            Kind::Number => "accuracy/mistranslation/number",
            Kind::Date => "accuracy/mistranslation/date-time",
            Kind::Unit => "locale-conventions/measurement-format",
            Kind::Garble => "linguistic-conventions/unintelligible",
            Kind::Fact => "accuracy/inconsistency",
        }
    }

    /// The ITS 2.0 `locQualityIssueType`.
    pub const fn its(self) -> &'static str {
        match self {
            Kind::Calque | Kind::FalseFriend | Kind::Idiom | Kind::Chrome | Kind::Collocation => {
                "mistranslation"
            }
            Kind::Preposition
            | Kind::Article
            | Kind::Tense
            | Kind::Agreement
            | Kind::Pronoun
            | Kind::WordOrder => "grammar",
            Kind::Omission => "omission",
            Kind::Register => "style",
            Kind::Untranslated => "untranslated",
            Kind::Duplication => "duplication",
            Kind::Markup => "markup",
            Kind::Encoding => "characters",
            Kind::Typography => "typographical",
            Kind::Name => "inconsistent-entities",
            Kind::Number | Kind::Unit => "numbers",
            Kind::Date => "locale-violation",
            Kind::Garble => "uncategorized",
            Kind::Fact => "inconsistency",
        }
    }

    /// The severity of a rule of this kind that does not say otherwise.
    pub const fn severity(self) -> Severity {
        match self {
            Kind::Fact | Kind::Number | Kind::Date | Kind::Name | Kind::Untranslated | Kind::Garble => {
                Severity::Error
            }
            Kind::Register => Severity::Note,
            _ => Severity::Warning,
        }
    }
}

/// How bad the error is for the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Stilted, but right.
    Note,
    /// A mistranslation that a reader can still understand.
    Warning,
    /// Changes a fact.
    Error,
}

impl Severity {
    /// The name used in rule files and output.
    pub const fn name(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// How often a finding of this rule is right, as measured on clean text and gold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Unproven, or below .8.
    Low,
    /// At least .8.
    Medium,
    /// At least .95.
    High,
}

impl Confidence {
    /// All, from the least on.
    pub const ALL: [Self; 3] = [Self::Low, Self::Medium, Self::High];

    /// The next higher one, or the highest.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Low => Self::Medium,
            Self::Medium | Self::High => Self::High,
        }
    }

    /// The confidence of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|confidence| confidence.name() == name)
    }

    /// The name used in rule files and output.
    pub const fn name(self) -> &'static str {
        match self {
            Confidence::Low => "low",
            Confidence::Medium => "medium",
            Confidence::High => "high",
        }
    }
}

/// What the finding was seen in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The sentence alone.
    Target,
    /// Other sentences of the same article.
    Document,
    /// The source text.
    Source,
}

impl Basis {
    /// The name used in output.
    pub const fn name(self) -> &'static str {
        match self {
            Basis::Target => "target",
            Basis::Document => "document",
            Basis::Source => "source",
        }
    }
}

/// Whether `traduce fix` may apply a suggestion unasked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Safety {
    /// A person has to choose.
    Offer,
    /// Right whenever the finding is right.
    Safe,
}

/// One replacement in the original input.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Edit {
    /// Bytes of the original input that are replaced; empty for an insertion.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

/// One way to mend a finding: all its edits together.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Suggestion {
    /// The flagged words as they read afterwards, for people.
    pub title: String,
    /// Whether it may be applied unasked.
    pub safety: Safety,
    /// Sorted by position, not overlapping.
    pub edits: Vec<Edit>,
}

/// The other side of a finding that rests on the source text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceSide {
    /// Bytes of the source text; empty where something has no counterpart in it.
    pub span: Span,
    /// The words there.
    pub text: String,
    /// What they say, normalised.
    pub value: Option<String>,
    /// What the flagged words say, normalised.
    pub target_value: Option<String>,
}

/// One likely error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Rule id, kebab case.
    pub rule: String,
    /// The phenomenon.
    pub kind: Kind,
    /// How bad.
    pub severity: Severity,
    /// How sure, as measured.
    pub confidence: Confidence,
    /// What it was seen in.
    pub basis: Basis,
    /// ISO 639-1 codes of the source languages in which the error arises; empty where any language does it.
    pub pivot: Vec<String>,
    /// The phrase of the source language that explains it.
    pub source_phrase: Option<String>,
    /// Bytes of the original input.
    pub span: Span,
    /// The flagged words, as they stand in the decoded text (entities resolved, markup removed).
    pub text: String,
    /// What is wrong, in one line.
    pub message: String,
    /// Why it is wrong, where the message needs it.
    pub why: Option<String>,
    /// What it was compared with, where it rests on the source text.
    pub source_side: Option<SourceSide>,
    /// Best first.
    pub suggestions: Vec<Suggestion>,
    /// Stable hash of rule, lemmas and context: survives edits elsewhere.
    pub fingerprint: u64,
}
