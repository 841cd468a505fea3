//! What Arabic and Hebrew glue before a word: the article, prepositions, *and*.

use super::{Form, Language};

/// How few letters a word can have that is looked for behind a prefix.
const FEWEST: usize = 3;

impl Language {
    /// The forms of what is left of a word, in small letters, without its prefixes, and how many bytes of it are an
    /// *and* before them. `None` where the table does not know the rest.
    pub fn behind_prefix(&self, folded: &str) -> Option<(usize, &[Form])> {
        let settings = self.settings();
        if let Some(forms) = self.behind_preposition(folded) {
            return Some((0, forms));
        }
        let and = settings.prefix_and;
        let rest = folded.strip_prefix(and).filter(|_| !and.is_empty())?;
        let whole = self.known(rest).or_else(|| self.behind_preposition(rest))?;
        Some((and.len(), whole))
    }

    fn behind_preposition(&self, folded: &str) -> Option<&[Form]> {
        let prefixes = self.settings().prefixes.split(" | ").filter(|prefix| !prefix.is_empty());
        prefixes.filter_map(|prefix| folded.strip_prefix(prefix)).find_map(|rest| self.known(rest))
    }

    fn known(&self, word: &str) -> Option<&[Form]> {
        let forms = self.forms(word);
        (!forms.is_empty() && word.chars().nth(FEWEST - 1).is_some()).then_some(forms)
    }
}
