//! Closed-class words and the small verb classes that decide roles, as bit sets looked up by surface form.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Class(u64);

impl Class {
    /// Whether the word has at least one of `other`'s classes.
    pub const fn has(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }
    /// Both sets together.
    pub const fn or(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }
}

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)*) => {
        $($(#[$doc])* pub const $name: Class = Class(1 << $bit);)*
    };
}

classes! {
    /// Forms of *be*.
    BE = 0;
    /// Forms of *have*.
    HAVE = 1;
    /// Forms of *do*.
    DO = 2;
    /// Forms of *get*.
    GET = 3;
    /// Modal verbs.
    MODAL = 4;
    /// *not*, *n't*, *never*.
    NEG = 5;
    /// *to*.
    TO = 6;
    /// Prepositions of one word.
    PREP = 7;
    /// Adverbial particles of phrasal verbs.
    PARTICLE = 8;
    /// Words that open a relative clause or an indirect question as a noun phrase.
    WHO = 9;
    /// Conjunctions that open a subordinate clause.
    SUBORDINATOR = 10;
    /// *that*.
    THAT = 11;
    /// *and*, *or*, *but*, *nor*.
    AND = 12;
    /// What may stand before a determiner: *all the*, *such a*.
    PREDET = 13;
    /// Quantifiers that stand alone or before *of*: *most*, *many*.
    QUANTIFIER = 14;
    /// *of*.
    OF = 15;
    /// *by*.
    BY = 16;
    /// Nouns and names of times.
    TIME = 17;
    /// *last*, *next*, *this* and other words that make a time adverbial of a time noun.
    WHEN = 18;
    /// Participles in *-ing* that mostly modify: *rising prices*.
    MODIFYING = 19;
    /// Verbs of saying, with the speaker after them.
    SAY = 20;
    /// Verbs that take a clause with or without *that*.
    THAT_VERB = 21;
    /// Verbs with two objects.
    DITRANSITIVE = 22;
    /// Verbs with object and bare infinitive.
    CAUSE = 23;
    /// Verbs whose object is the subject of the infinitive.
    OBJECT_CONTROL = 24;
    /// Adjectives whose subject is the object of the infinitive: *hard to beat*.
    TOUGH = 25;
    /// Linking verbs.
    LINK = 26;
    /// Verbs with a name or office as second complement: *called*, *elected*.
    NAMING = 27;
    /// *there*.
    THERE = 28;
    /// A hyphen or dash.
    HYPHEN = 29;
    /// A quotation mark.
    QUOTE = 30;
    /// A comma.
    COMMA = 31;
    /// Opening bracket.
    OPEN = 32;
    /// Closing bracket.
    CLOSE = 33;
    /// Full stop, colon and others that end a clause.
    END = 34;
    /// Personal pronouns that can only be subjects.
    NOMINATIVE = 35;
    /// Names of months.
    MONTH = 36;
    /// Words that weaken a number: *about*, *over*, *nearly*.
    HEDGE = 37;
    /// *the*, *a*, *an*, *no*, *every*: never alone.
    ARTICLE = 38;
    /// Verbs whose object is the subject of a gerund after a preposition: *accuse of*.
    ACCUSE = 39;
    /// Question adverbs: *how*, *why*, *whether*.
    WH_ADVERB = 40;
    /// Nouns that only count: *a number of*.
    COUNT_NOUN = 41;
    /// Verbs with a measure that is no object: *rise 5 percent*.
    MEASURE_VERB = 42;
    /// *for*.
    FOR = 43;
    /// Verbs with a time as a true object: *spend*.
    TIME_VERB = 44;
    /// Weekdays and other words that are an adverbial of time without determiner.
    DAY = 45;
    /// Currency signs that precede their number.
    MONEY = 46;
    /// Personal pronouns that can only be objects.
    ACCUSATIVE = 47;
    /// Clitic possessive marks.
    CLITIC = 48;
    /// A dash between clauses.
    DASH = 49;
    /// *whose*.
    WHOSE = 50;
    /// Units of measure.
    UNIT = 51;
    /// Linking verbs with a noun as predicate.
    BECOME = 52;
    /// Reflexive pronouns.
    REFLEXIVE = 53;
    /// Participles of means or manner, whose subject is the agent's: *using*, *citing*.
    MEANS = 54;
    /// Verbs mostly without object, which share none with a verb joined to them: *left and took a job*.
    INTRANSITIVE = 55;
    /// Modifying participles of verbs with object: after a preposition a gerund (*accused of leading raids*).
    GERUNDIAL = 56;
    /// Nouns with a clause as content: *the claim that …*.
    CONTENT = 57;
}

/// Uninflected words by class.
const WORDS: &[(Class, &str)] = &[
    (BE, "be am is are was were been being 's 're 'm isn aren wasn weren ai"),
    (HAVE, "have has had having 've 'd haven hasn hadn"),
    (DO, "do does did doing done don doesn didn"),
    (GET, "get gets got getting gotten"),
    (MODAL, "can could may might must shall should will would ought 'll 'd ca wo sha couldn wouldn shouldn"),
    (NEG, "not n't never n’t"),
    (TO, "to"),
    (
        PREP,
        "of in on at by for with from to into onto about against among amid amidst amongst along across after \
         around as before behind below beneath beside besides between beyond despite during except following \
         inside like near off out outside over past per since than through throughout toward towards under \
         underneath unlike until till up upon via within without above including excluding regarding concerning \
         versus alongside aboard atop down worth given",
    ),
    (
        PARTICLE,
        "up down out off on over back away in through around along apart aside ahead forward together by",
    ),
    (WHO, "who which whom what whoever whatever whichever"),
    (WHOSE, "whose"),
    (
        SUBORDINATOR,
        "because if while although though since when whenever where wherever as after before until till unless \
         once whereas whether lest so than like why how",
    ),
    (WH_ADVERB, "how why whether when where"),
    (THAT, "that"),
    (AND, "and or but nor & yet plus"),
    (PREDET, "all both half such what many quite twice"),
    (
        QUANTIFIER,
        "all most some many much half each none several both few any more less one two three four five six \
         seven eight nine ten either neither another others fewer enough those little",
    ),
    (OF, "of"),
    (BY, "by"),
    (FOR, "for"),
    (
        TIME,
        "second minute hour day week month year decade century night morning afternoon evening weekend \
         spring summer autumn winter season time times quarter today yesterday tomorrow tonight monday tuesday \
         wednesday thursday friday saturday sunday minutes hours days weeks months years decades centuries \
         nights seasons moment mondays sundays weekends noon midnight",
    ),
    (
        DAY,
        "today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday mon. tue. wed. \
         thu. fri. sat. sun. mondays tuesdays wednesdays thursdays fridays saturdays sundays",
    ),
    (
        MONTH,
        "january february march april may june july august september october november december jan. feb. mar. \
         apr. aug. sept. sep. oct. nov. dec.",
    ),
    (WHEN, "last next this that every each all later earlier ago one same these"),
    (
        MODIFYING,
        "rising growing falling remaining existing leading following surrounding neighboring neighbouring warring \
         ongoing upcoming incoming outgoing declining increasing decreasing emerging developing living missing \
         competing opposing sitting visiting striking working dying burning booming lasting standing retiring \
         amazing interesting exciting shocking surprising leading founding winning acting pending prevailing \
         alarming overwhelming outstanding corresponding aging ageing moving changing shrinking soaring",
    ),
    (
        TOUGH,
        "easy hard difficult tough impossible simple dangerous expensive cheap pleasant unpleasant safe easier \
         harder tougher simpler tricky costly",
    ),
    (THERE, "there"),
    (HYPHEN, "- ‐ ‑"),
    (DASH, "– — -- ― ---"),
    (QUOTE, "\" '' `` “ ” « » „ ‘ ’ '"),
    (COMMA, ","),
    (OPEN, "( [ {"),
    (CLOSE, ") ] }"),
    (END, ". ; : ? ! … ... •"),
    (NOMINATIVE, "he she they we i"),
    (ACCUSATIVE, "him them us me himself themselves herself itself myself ourselves"),
    (
        GERUNDIAL,
        "leading following increasing developing visiting striking winning founding moving changing missing",
    ),
    (
        CONTENT,
        "claim claims fact facts news report reports statement belief idea hope hopes fear fears sign signs evidence \
         possibility rumor rumors rumour rumours announcement comment comments suggestion suggestions warning \
         warnings view argument concern concerns threat threats proof indication indications \
         assertion assumption assurance assurances conclusion condition confidence notion conviction doubt doubts \
         speculation allegation allegations accusation accusations admission revelation revelations reminder",
    ),
    (MEANS, "using citing saying adding including reaching leaving making bringing causing forcing"),
    (REFLEXIVE, "himself themselves herself itself myself ourselves yourself yourselves"),
    (HEDGE, "about over nearly almost around roughly approximately some only just under exactly"),
    (ARTICLE, "the a an no every"),
    (
        COUNT_NOUN,
        "number lot couple dozens hundreds thousands millions billions lots plenty majority scores tens",
    ),
    (MONEY, "$ € £ ¥ us$ a$ c$ hk$ ₽ ₴"),
    (CLITIC, "'s ’s ' ’"),
    (
        UNIT,
        "percent % points point pct cents feet miles kilometers kilometres meters metres km percentage inches \
         yards degrees times pounds",
    ),
];

/// Verbs by class: lemma, and forms that the regular rules miss.
const VERBS: &[(Class, &str)] = &[
    (
        SAY,
        "say said add announce declare explain warn note tell told claim insist reply state write wrote written \
         argue recall continue conclude ask admit comment report suggest joke predict",
    ),
    (
        THAT_VERB,
        "say said think thought believe know knew known announce declare explain warn note tell told claim \
         insist reply state argue recall conclude admit report suggest hope fear expect understand understood \
         show shown find found feel felt hear heard see saw seen mean meant indicate reveal confirm deny predict \
         estimate acknowledge stress emphasize emphasise assert contend allege agree assume imagine suppose \
         decide realize realise learn learnt notice remember forget forgot forgotten guess wish doubt ensure \
         demonstrate prove proven promise vow pledge write wrote written inform remind assure convince persuade \
         conclude propose recommend require demand maintain complain joke discover worry bet",
    ),
    (
        DITRANSITIVE,
        "give gave given offer award grant send sent hand tell told pay paid show shown teach taught lend lent owe \
         promise bring brought buy bought cost deny ask sell sold pass earn win won save spare deal dealt wish write wrote \
         guarantee assign serve refuse cause",
    ),
    (CAUSE, "let letting make made making help see saw seen hear heard watch feel felt have had"),
    (
        OBJECT_CONTROL,
        "ask tell told order force allow want urge help expect enable encourage cause get got permit permitted \
         permitting persuade convince require invite instruct lead led advise warn teach taught forbid forbade \
         forbidden compel compelled compelling oblige need remind authorize authorise direct motivate call \
         challenge like push inspire prompt train trust beg begged pressure recruit hire pay paid",
    ),
    (
        LINK,
        "become became seem remain appear stay look sound prove proven feel felt turn grow grew grown get got \
         smell taste",
    ),
    (BECOME, "become became remain"),
    (
        NAMING,
        "call name dub dubbed elect appoint consider label title declare deem crown nickname term rename",
    ),
    (
        ACCUSE,
        "accuse prevent stop stopped stopping keep kept blame suspect discourage ban banned deter deterred prohibit \
         thank charge convict criticize criticise condemn praise catch caught talk dissuade punish arrest save",
    ),
    (
        MEASURE_VERB,
        "rise rose risen fall fell fallen drop dropped grow grew grown climb jump slip slipped \
         decline increase decrease go went gone walk run ran come came travel last weigh measure tumble surge \
         plunge advance rally slide slid ease edge wait sleep slept live work shrink shrank drive drove stay",
    ),
    (
        INTRANSITIVE,
        "leave left arrive return resign flee fled retreat withdraw withdrew withdrawn die meet met stop stopped \
         act talk sit sat stand stood happen wait return retire appear disappear continue",
    ),
    (TIME_VERB, "spend spent waste take took taken celebrate mark need save have had serve"),
];

fn regular_forms(lemma: &str) -> [String; 3] {
    let (stem, last) = lemma.split_at(lemma.len().saturating_sub(1));
    let consonant_y = last == "y" && !stem.ends_with(['a', 'e', 'o', 'u']);
    let third = if consonant_y {
        format!("{stem}ies")
    } else if lemma.ends_with(['s', 'x', 'z']) || lemma.ends_with("ch") || lemma.ends_with("sh") {
        format!("{lemma}es")
    } else {
        format!("{lemma}s")
    };
    let past = match last {
        "e" => format!("{lemma}d"),
        "y" if consonant_y => format!("{stem}ied"),
        _ => format!("{lemma}ed"),
    };
    let ing =
        if last == "e" && !lemma.ends_with("ee") { format!("{stem}ing") } else { format!("{lemma}ing") };
    [third, past, ing]
}

static TABLE: LazyLock<FxHashMap<Box<str>, Class>> = LazyLock::new(|| {
    let mut table: FxHashMap<Box<str>, Class> = FxHashMap::default();
    let mut add = |word: &str, class: Class| {
        let entry = table.entry(word.into()).or_default();
        *entry = entry.or(class);
    };
    for (class, words) in WORDS {
        words.split_ascii_whitespace().for_each(|w| add(w, *class));
    }
    for (class, words) in VERBS {
        for word in words.split_ascii_whitespace() {
            add(word, *class);
            regular_forms(word).iter().for_each(|form| add(form, *class));
        }
    }
    table
});

/// Longest entry of the tables in bytes; longer words are looked up no further.
const LONGEST: usize = 20;

/// The classes of a surface form, any case.
pub fn class(word: &str) -> Class {
    if let Some((before, after)) = word.split_once('’')
        && !after.is_empty()
    {
        return class(&format!("{before}'{after}"));
    }
    let mut buffer = [0u8; LONGEST];
    let Some(buffer) = buffer.get_mut(..word.len()) else { return Class::default() };
    buffer.copy_from_slice(word.as_bytes());
    buffer.make_ascii_lowercase();
    let lower = std::str::from_utf8(buffer).unwrap_or("");
    TABLE.get(lower).copied().unwrap_or_default()
}
