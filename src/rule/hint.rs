//! What a pattern or frame needs, read off its text without parsing it.
//!
//! Parsing and compiling all rules would cost more than checking an article, and most rules never come near
//! matching it. So a built-in rule is compiled when a sentence first has what its *hint* asks for. A hint may
//! ask for less than the compiled pattern ([`Requirement`](crate::pattern::compile::Requirement)) does, never
//! for more: what is not understood at a glance is left out. A test compares the two for all rules.

use crate::english::words::fold;
use crate::pattern::compile::{Group, Requirement};
use crate::pattern::list::Lists;
use crate::text::vocab::Vocabulary;
use std::borrow::Cow;

/// Characters with a meaning in patterns and frames.
const SPECIAL: &str = "()[]{}<>|&!?*+~@#%_$^:=.";

/// Adds all words that a pattern or frame mentions to the vocabulary, and some that it does not.
pub(super) fn intern(text: &str, vocabulary: &mut Vocabulary) {
    let plain = !text.contains('\\');
    let runs = text.split(|c: char| c.is_whitespace() || (plain && SPECIAL.contains(c)));
    for run in runs {
        if plain {
            add(run, vocabulary);
        } else {
            // A character behind a backslash belongs to the word.
            let mut word = String::new();
            let mut chars = run.chars();
            while let Some(c) = chars.next() {
                match c {
                    '\\' => word.extend(chars.next()),
                    c if SPECIAL.contains(c) => add(&std::mem::take(&mut word), vocabulary),
                    c => word.push(c),
                }
            }
            add(&word, vocabulary);
        }
    }
}

fn add(word: &str, vocabulary: &mut Vocabulary) {
    if word.is_empty() {
        return;
    }
    let lower = fold(word);
    vocabulary.intern(&lower);
    if lower != word {
        vocabulary.intern(&word.replace('’', "'"));
    }
}

/// Reads hints; needs all words to be in the vocabulary.
pub(super) struct Hints<'a> {
    pub vocabulary: &'a Vocabulary,
    pub lists: &'a Lists,
}

impl Hints<'_> {
    /// The groups that a sequence pattern needs.
    pub(super) fn pattern(&self, text: &str) -> Vec<Group> {
        self.sequence(text)
    }

    /// The groups that a frame needs.
    pub(super) fn frame(&self, text: &str) -> Vec<Group> {
        let mut parts = split(text, |c| c == ' ');
        let mut groups: Vec<Group> = parts.next().and_then(|head| self.head(head)).into_iter().collect();
        for part in parts {
            self.role(part, &mut groups);
        }
        groups
    }

    fn head(&self, text: &str) -> Option<Group> {
        let words: Vec<&str> = text.split('|').collect();
        let nominal = words.iter().any(|word| word.ends_with(".n") || word.ends_with(".a"));
        let group = words.iter().map(|word| {
            let word = word.trim_end_matches(".n").trim_end_matches(".a").trim_end_matches(".v");
            let mut parts = word.split('_');
            let main = if nominal { parts.next_back() } else { parts.next() };
            if word.starts_with('@') { self.simple(word) } else { self.word(main?) }
        });
        union(group.collect::<Option<Vec<_>>>()?)
    }

    fn role(&self, text: &str, groups: &mut Vec<Group>) {
        let Some((names, filler)) = text.split_once(':') else { return };
        let plain = |c: char| c.is_ascii_lowercase() || matches!(c, '|' | '_' | '-');
        if names.is_empty() || !names.chars().all(plain) {
            return;
        }
        let preps = names.split('|').map(|name| {
            let role = ROLES.contains(&name) || name.contains('-');
            if role { None } else { self.word(name.split('_').next_back()?) }
        });
        groups.extend(preps.collect::<Option<Vec<_>>>().and_then(union));
        self.filler(filler, groups);
    }

    /// `@list`, `a|@b`, `(a|b)&def`
    fn filler(&self, text: &str, groups: &mut Vec<Group>) {
        let alternatives: Vec<&str> = split(text, |c| c == '|').collect();
        if alternatives.len() > 1 {
            let all = alternatives.into_iter().map(|text| {
                let mut found = Vec::new();
                self.filler(text, &mut found);
                self.cheapest(found)
            });
            groups.extend(all.collect::<Option<Vec<_>>>().and_then(union));
            return;
        }
        for test in split(text, |c| c == '&') {
            match test.strip_prefix('(').and_then(|t| t.strip_suffix(')')) {
                Some(inner) => self.filler(inner, groups),
                None if KEYWORDS.contains(&test) => {}
                None if test.contains('_') && !test.starts_with(['@', '=', '!']) => {
                    let words: Option<Vec<Group>> = test.split('_').map(|word| self.word(word)).collect();
                    groups.extend(words.into_iter().flatten());
                }
                None => groups.extend(self.simple(test)),
            }
        }
    }

    fn sequence(&self, text: &str) -> Vec<Group> {
        let mut groups = Vec::new();
        for item in split(text, char::is_whitespace) {
            self.item(item, &mut groups);
        }
        groups
    }

    fn item(&self, item: &str, groups: &mut Vec<Group>) {
        let item = without_name(item);
        let item = match item.strip_suffix(['?', '*']) {
            Some(_) if !item.ends_with("\\?") && !item.ends_with("\\*") => return,
            _ => item.strip_suffix('+').filter(|i| !i.ends_with('\\')).unwrap_or(item),
        };
        let inner = |open, close| item.strip_prefix(open).and_then(|i: &str| i.strip_suffix(close));
        if let Some(inner) = inner('{', '}') {
            groups.extend(self.sequence(inner));
        } else if item.starts_with("(?") {
            // What stands around is not consumed.
        } else if let Some(inner) = inner('(', ')') {
            groups.extend(self.alternatives(inner));
        } else if let Some(inner) = inner('[', ']') {
            let tests: Vec<&str> = split(inner, |c| c == '&').map(str::trim).collect();
            for test in tests {
                groups.extend(
                    self.alternatives(test.strip_prefix('(').map_or(test, |t| t.trim_end_matches(')'))),
                );
            }
        } else if let Some(inner) = inner('<', '>') {
            let test = inner.split_once(' ').map_or("", |(_, test)| test.trim());
            groups.extend(self.simple(test));
        } else {
            groups.extend(self.simple(item));
        }
    }

    /// The group that is likely the rarest.
    fn cheapest(&self, groups: Vec<Group>) -> Option<Group> {
        let all = Requirement::of(groups, self.lists, self.vocabulary);
        all.groups.into_iter().nth(all.anchor)
    }

    /// `a b | c`: something of each alternative.
    fn alternatives(&self, text: &str) -> Option<Group> {
        let all = split(text, |c| c == '|').map(|alternative| self.cheapest(self.sequence(alternative)));
        union(all.collect::<Option<Vec<_>>>()?)
    }

    /// `word`, `=Word`, `~lemma.v`, `@list`, and nothing else.
    fn simple(&self, test: &str) -> Option<Group> {
        if let Some(list) = test.strip_prefix('@') {
            return self.lists.get(list).map(|id| Group { lists: vec![id], ..Group::default() });
        }
        if let Some(word) = test.strip_prefix('=') {
            let word = unescaped(word)?;
            let sym = self.vocabulary.get(&word.replace('’', "'"));
            return sym.is_some().then(|| Group { words: vec![sym], ..Group::default() });
        }
        if let Some(lemma) = test.strip_prefix('~') {
            let bare = [".v", ".n", ".a"].iter().find_map(|class| lemma.strip_suffix(class));
            return self.word(bare.unwrap_or(lemma));
        }
        // In capitals it may be a tag.
        let tag = test.chars().all(|c| c.is_ascii_uppercase());
        if tag { None } else { self.word(test) }
    }

    fn word(&self, word: &str) -> Option<Group> {
        let sym = self.vocabulary.get(&fold(&unescaped(word)?));
        sym.is_some().then(|| Group { words: vec![sym], ..Group::default() })
    }
}

/// Roles that are no prepositions.
const ROLES: [&str; 15] = [
    "subj", "obj", "iobj", "prep", "that", "inf", "ing", "wh", "adv", "pred", "mod", "det", "poss", "verb",
    "adj",
];

/// Words in fillers that are no words.
const KEYWORDS: [&str; 7] = ["_", "pron", "def", "indef", "bare", "pl", "sg"];

/// The word that a text of word characters and escapes stands for; `None` if there is anything else.
fn unescaped(text: &str) -> Option<Cow<'_, str>> {
    if text.is_empty() {
        return None;
    }
    if !text.contains('\\') {
        return (!text.contains(|c: char| SPECIAL.contains(c))).then_some(Cow::Borrowed(text));
    }
    let mut word = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => word.push(chars.next()?),
            c if SPECIAL.contains(c) => return None,
            c => word.push(c),
        }
    }
    Some(Cow::Owned(word))
}

/// An item without `name:` before it.
fn without_name(item: &str) -> &str {
    match item.split_once(':') {
        Some((name, rest))
            if name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') && !rest.is_empty() =>
        {
            rest
        }
        _ => item,
    }
}

/// Parts between separators outside of brackets; empty parts are left out.
fn split(text: &str, separates: impl Fn(char) -> bool) -> impl Iterator<Item = &str> {
    let mut parts = Vec::new();
    let (mut depth, mut start, mut escaped) = (0i32, 0, false);
    for (at, c) in text.char_indices() {
        // `<NP` is a bracket, `(?<=` holds none.
        let rest = text.get(at + c.len_utf8()..).unwrap_or("");
        let opens = c != '<' || rest.starts_with(|c: char| c.is_ascii_uppercase());
        if escaped {
            escaped = false;
            continue;
        }
        match c {
            '\\' => escaped = true,
            '(' | '[' | '{' | '<' if opens => depth += 1,
            ')' | ']' | '}' | '>' => depth -= 1,
            c if depth == 0 && separates(c) => {
                parts.extend(text.get(start..at).map(str::trim).filter(|part| !part.is_empty()));
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.extend(text.get(start..).map(str::trim).filter(|part| !part.is_empty()));
    parts.into_iter()
}

fn union(groups: Vec<Group>) -> Option<Group> {
    let mut all = Group::default();
    for group in groups {
        all.words.extend(group.words);
        all.lists.extend(group.lists);
    }
    (!all.words.is_empty() || !all.lists.is_empty()).then_some(all)
}

#[cfg(test)]
mod tests;
