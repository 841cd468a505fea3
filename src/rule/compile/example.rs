//! Examples of a rule, and wordings of the source.

use super::super::raw::{RawGood, RawOriginal, RawRule, Text};
use super::super::{Bad, Good, marks};
use super::Compiler;
use crate::compare::Original;
use crate::compare::wording::Wordings;

impl Compiler<'_> {
    pub(super) fn bad(&mut self, raw: &RawRule<'static>) -> Vec<Bad> {
        if raw.bad.is_empty() {
            let help = "add `bad = [{ text = \"… [[what is wrong]] …\", fix = \"…\" }]`".to_owned();
            self.problem(raw.at, "the rule has no `bad` example", Some(help));
        }
        let mut all = Vec::new();
        for bad in &raw.bad {
            let marked = match marks::read(&bad.text.text) {
                Ok(marked) => marked,
                Err((part, message)) => {
                    let help = Some("mark what must be reported: `[[…]]`".to_owned());
                    self.problem_inside(&bad.text, part, message, help);
                    continue;
                }
            };
            let expected = bad.more as usize + 1;
            if marked.marks.is_empty() {
                let help = Some("mark what must be reported: `[[…]]`".to_owned());
                self.problem(bad.text.at, "nothing is marked", help);
            } else if marked.marks.len() != expected {
                let help =
                    format!("write `more = {}` beside `text`, or split the text", marked.marks.len() - 1);
                let message = format!("{} parts are marked, not {expected}", marked.marks.len());
                self.problem(bad.text.at, message, Some(help));
            }
            if let Some(fix) = bad.fix.as_ref().filter(|fix| fix.text.contains("[[")) {
                self.problem(fix.at, "`fix` has marks", Some("it is the text as it should read".to_owned()));
            }
            let original = bad.original.as_ref().map(original);
            all.push(Bad { marked, fix: bad.fix.clone().map(|fix| fix.text), original, at: bad.at });
        }
        all
    }

    pub(super) fn good(&mut self, raw: &RawRule<'static>) -> Vec<Good> {
        if raw.good.is_empty() {
            let help = "add `good = [\"…\"]`: the innocent use that looks most alike".to_owned();
            self.problem(raw.at, "the rule has no `good` example", Some(help));
        }
        for text in raw.good.iter().map(|good| &good.text).filter(|text| text.text.contains("[[")) {
            self.problem(text.at, "a `good` example has no marks", None);
        }
        let text = |good: &RawGood<'static>| Good {
            text: good.text.text.clone(),
            original: good.original.as_ref().map(original),
            at: good.text.at,
        };
        raw.good.iter().map(text).collect()
    }
}

/// The phrases of all languages.
pub(super) fn wordings(raw: &[(Text<'_>, Vec<Text<'_>>)]) -> Wordings {
    let mut wordings = Wordings::default();
    for (language, phrases) in raw {
        wordings.add(&language.text, phrases.iter().map(|phrase| &*phrase.text));
    }
    wordings
}

fn original(raw: &RawOriginal<'_>) -> Original {
    let language = raw.language.as_ref().map(|language| language.text.to_string());
    Original { text: raw.text.text.to_string(), language }
}
