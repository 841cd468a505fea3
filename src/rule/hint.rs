//! What a pattern or frame needs, read off its text without parsing it.
//!
//! Parsing and compiling all rules would cost more than checking an article, and most rules never come near
//! matching it. So a built-in rule is compiled when a sentence first has what its *hint* asks for. A hint may
//! ask for less than the compiled pattern ([`Requirement`](crate::pattern::compile::Requirement)) does, never
//! for more: what is not understood at a glance is left out. A test compares the two for all rules.
//!
//! `build.rs` reads the hints and stores them beside the rules; in the crate only the test needs this.

use super::common;
use super::fold::fold;
use super::raw::{Folder, RawGroup, RawHint};
use std::borrow::Cow;
use std::collections::HashMap;

/// Characters with a meaning in patterns and frames.
const SPECIAL: &str = "()[]{}<>|&!?*+~@#%_$^:=.";

/// Words by number.
#[derive(Debug, Default)]
pub struct Table {
    numbers: HashMap<String, u32>,
    /// By number.
    pub words: Vec<String>,
}

impl Table {
    fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = self.words.len() as u32;
        self.words.push(word.to_owned());
        self.numbers.insert(word.to_owned(), number);
        number
    }
}

/// Gives all rules of a folder their hints, and the folder the words that they mention.
pub fn add(folder: &mut Folder<'static>) {
    let mut table = Table::default();
    let mut hints = Hints::new(&mut table, folder.lists.iter().map(|list| (&*list.name, &*list.text)));
    for rule in folder.files.iter_mut().flat_map(|file| &mut file.rules).flatten() {
        let patterns = rule.pattern.iter().map(|text| hints.pattern(&text.text)).collect::<Vec<_>>();
        let frames = rule.frame.iter().map(|text| hints.frame(&text.text)).collect::<Vec<_>>();
        rule.hints = patterns.into_iter().chain(frames).collect();
        for text in rule.pattern.iter().chain(&rule.frame).chain(&rule.unless) {
            mentioned(&text.text, |word| _ = hints.table.number(word));
        }
    }
    folder.words = table.words.into_iter().map(Cow::Owned).collect();
}

/// Tells all words that a pattern or frame mentions, and some that it does not, as the vocabulary holds them.
fn mentioned(text: &str, mut tell: impl FnMut(&str)) {
    let plain = !text.contains('\\');
    let runs = text.split(|c: char| c.is_whitespace() || (plain && SPECIAL.contains(c)));
    let mut add = |word: &str| {
        let lower = fold(word);
        if !word.is_empty() {
            tell(&lower);
        }
        if lower != word {
            tell(&word.replace('’', "'"));
        }
    };
    for run in runs {
        if plain {
            add(run);
        } else {
            // A character behind a backslash belongs to the word.
            let mut word = String::new();
            let mut chars = run.chars();
            while let Some(c) = chars.next() {
                match c {
                    '\\' => word.extend(chars.next()),
                    c if SPECIAL.contains(c) => add(&std::mem::take(&mut word)),
                    c => word.push(c),
                }
            }
            add(&word);
        }
    }
}

/// Reads hints.
pub struct Hints<'a> {
    /// The words that were met.
    pub table: &'a mut Table,
    /// Index and number of entries of each list.
    lists: HashMap<String, (u32, u32)>,
}

impl<'a> Hints<'a> {
    /// Reads hints of patterns that may use some lists, given by name and text.
    pub fn new<'l>(table: &'a mut Table, lists: impl Iterator<Item = (&'l str, &'l str)>) -> Self {
        let entries = |text: &str| text.lines().filter(|line| !line.trim().is_empty()).count() as u32;
        let lists = lists.zip(0..).map(|((name, text), at)| (name.to_owned(), (at, entries(text)))).collect();
        Self { table, lists }
    }

    /// What a sequence pattern needs.
    pub fn pattern(&mut self, text: &str) -> RawHint {
        let groups = self.sequence(text);
        self.hint(groups)
    }

    /// What a frame needs.
    pub fn frame(&mut self, text: &str) -> RawHint {
        let mut parts = split(text, |c| c == ' ');
        let mut groups: Vec<RawGroup> = parts.next().and_then(|head| self.head(head)).into_iter().collect();
        for part in parts {
            self.role(part, &mut groups);
        }
        self.hint(groups)
    }

    /// Without doubles, with the rarest group named.
    fn hint(&self, groups: Vec<RawGroup>) -> RawHint {
        let mut kept: Vec<RawGroup> = Vec::new();
        for group in groups {
            if !kept.contains(&group) {
                kept.push(group);
            }
        }
        let anchor = kept.iter().zip(0..).min_by_key(|(group, _)| self.cost(group)).map_or(0, |(_, at)| at);
        RawHint { groups: kept, anchor }
    }

    /// Estimates how often a group occurs.
    fn cost(&self, group: &RawGroup) -> u32 {
        let word = |number: &u32| self.table.words.get(*number as usize).map_or(1, |word| common::cost(word));
        let sizes = self.lists.values().filter(|(at, _)| group.lists.contains(at)).map(|(_, size)| *size);
        group.words.iter().map(word).chain(sizes).fold(0, u32::saturating_add)
    }

    fn head(&mut self, text: &str) -> Option<RawGroup> {
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

    fn role(&mut self, text: &str, groups: &mut Vec<RawGroup>) {
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
    fn filler(&mut self, text: &str, groups: &mut Vec<RawGroup>) {
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
                    let words: Option<Vec<RawGroup>> = test.split('_').map(|word| self.word(word)).collect();
                    groups.extend(words.into_iter().flatten());
                }
                None => groups.extend(self.simple(test)),
            }
        }
    }

    fn sequence(&mut self, text: &str) -> Vec<RawGroup> {
        let mut groups = Vec::new();
        for item in split(text, char::is_whitespace) {
            self.item(item, &mut groups);
        }
        groups
    }

    fn item(&mut self, item: &str, groups: &mut Vec<RawGroup>) {
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
    fn cheapest(&self, groups: Vec<RawGroup>) -> Option<RawGroup> {
        groups.into_iter().min_by_key(|group| self.cost(group))
    }

    /// `a b | c`: something of each alternative.
    fn alternatives(&mut self, text: &str) -> Option<RawGroup> {
        let all = split(text, |c| c == '|').map(|alternative| {
            let groups = self.sequence(alternative);
            self.cheapest(groups)
        });
        union(all.collect::<Option<Vec<_>>>()?)
    }

    /// `word`, `=Word`, `~lemma.v`, `@list`, and nothing else.
    fn simple(&mut self, test: &str) -> Option<RawGroup> {
        if let Some(list) = test.strip_prefix('@') {
            return self.lists.get(list).map(|(at, _)| RawGroup { lists: vec![*at], ..RawGroup::default() });
        }
        if let Some(word) = test.strip_prefix('=') {
            let word = unescaped(word)?;
            return Some(self.one(&word.replace('’', "'")));
        }
        if let Some(lemma) = test.strip_prefix('~') {
            let bare = [".v", ".n", ".a"].iter().find_map(|class| lemma.strip_suffix(class));
            return self.word(bare.unwrap_or(lemma));
        }
        // In capitals it may be a tag.
        let tag = test.chars().all(|c| c.is_ascii_uppercase());
        if tag { None } else { self.word(test) }
    }

    fn word(&mut self, word: &str) -> Option<RawGroup> {
        let word = unescaped(word)?;
        Some(self.one(&fold(&word)))
    }

    fn one(&mut self, word: &str) -> RawGroup {
        RawGroup { words: vec![self.table.number(word)], ..RawGroup::default() }
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

fn union(groups: Vec<RawGroup>) -> Option<RawGroup> {
    let mut all = RawGroup::default();
    for group in groups {
        all.words.extend(group.words);
        all.lists.extend(group.lists);
    }
    (!all.words.is_empty() || !all.lists.is_empty()).then_some(all)
}

#[cfg(test)]
#[path = "hint/tests.rs"]
mod tests;
