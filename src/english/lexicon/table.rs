//! A sorted text file searched where it lies: no start-up cost, no memory of its own.

/// Lines sorted by bytes, one entry a line: a key, then, after tabs, its values.
#[derive(Clone, Copy, Debug)]
pub struct Table(&'static str);

impl Table {
    /// Over a file sorted by bytes (`LC_ALL=C sort`), usually from `include_str!`. Of an unsorted file some
    /// entries are not found.
    pub const fn new(text: &'static str) -> Self {
        Self(text)
    }

    /// What follows the key on its line; `""` for a key alone.
    pub fn get(self, key: &str) -> Option<&'static str> {
        let text = self.0;
        let (mut low, mut high) = (0, text.len());
        // Invariant: `low` and `high` are line starts (or the end); the key's line, if any, lies between.
        while low < high {
            let middle = low + (high - low) / 2;
            let start = text.as_bytes()[..middle].iter().rposition(|b| *b == b'\n').map_or(0, |at| at + 1);
            let start = start.max(low);
            let rest = &text.as_bytes()[start..];
            let end = start + rest.iter().position(|b| *b == b'\n').unwrap_or(rest.len());
            let line = text.as_bytes().get(start..end)?;
            let tab = line.iter().position(|b| *b == b'\t').unwrap_or(line.len());
            match line.get(..tab)?.cmp(key.as_bytes()) {
                std::cmp::Ordering::Equal => return Some(text.get(start + tab + 1..end).unwrap_or("")),
                std::cmp::Ordering::Less => low = (end + 1).min(text.len()),
                std::cmp::Ordering::Greater => high = start,
            }
        }
        None
    }

    /// Whether the key has a line.
    pub fn has(self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// All lines, in order.
    pub fn lines(self) -> impl Iterator<Item = &'static str> {
        self.0.lines()
    }

    /// The first line that is not in order, if any. For tests of data files.
    pub fn disorder(self) -> Option<&'static str> {
        let key = |line: &'static str| line.split('\t').next().unwrap_or(line);
        self.lines().zip(self.lines().skip(1)).find(|(a, b)| key(a) >= key(b)).map(|(_, b)| b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::lexicon::*;

    #[test]
    fn every_file_is_in_order() {
        for table in [
            IRREGULAR_VERBS,
            IRREGULAR_NOUNS,
            IRREGULAR_ADJECTIVES,
            DOUBLING_VERBS,
            VERB_FORMS,
            NOUN_FORMS,
            ADJECTIVE_FORMS,
            PLURAL_ONLY,
            FUNCTION_WORDS,
            names::CAPITALISED,
        ] {
            assert_eq!(table.disorder(), None);
        }
    }

    #[test]
    fn finds_every_line_and_nothing_else() {
        for line in VERB_FORMS.lines() {
            assert_eq!(
                VERB_FORMS.get(line.split('\t').next().unwrap_or_default()),
                line.split_once('\t').map(|l| l.1)
            );
        }
        let table = Table::new("b\t1\nd\t2\tx\nf");
        for (key, value) in [
            ("a", None),
            ("b", Some("1")),
            ("c", None),
            ("d", Some("2\tx")),
            ("f", Some("")),
            ("g", None),
            ("", None),
        ] {
            assert_eq!(table.get(key), value, "{key}");
        }
        assert_eq!(Table::new("").get("a"), None);
    }
}
