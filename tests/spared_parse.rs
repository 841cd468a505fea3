//! A sentence is parsed only where a rule may match. That must change no finding: the same text, with every sentence
//! parsed beforehand, gives the same.

#![allow(clippy::unwrap_used)]

use traduce::article::Article;
use traduce::finding::Basis;
use traduce::lint::{Engine, LintOptions, lint};
use traduce::rule::{Body, Matcher, load};
use traduce::source::Format;

/// Whether a rule asks for the parse only where it may match.
fn is_spare(body: &Body) -> bool {
    body.matchers.iter().all(|matcher| !matches!(matcher, Matcher::Check(entry, _) if entry.basis == Basis::Document || entry.name.starts_with("facts-")))
}

#[test]
fn sparing_the_parse_changes_no_finding() {
    let (rules, problems) = load::load(&[], true);
    assert!(problems.is_empty(), "{problems:?}");
    let mut engine = Engine::new(&rules);
    let (mut texts, mut spared) = (Vec::new(), 0);
    for body in rules.rules.iter().filter_map(|rule| rule.body(&rules)) {
        texts.extend(body.bad.iter().map(|bad| bad.marked.text.to_string()));
        texts.extend(body.good.iter().map(|good| good.text.to_string()));
    }
    assert!(texts.len() > 1_000, "the built-in rules have examples");
    for text in texts {
        let article = Article::read(&text, Format::Text);
        let (lazy, eager) = (engine.document(&article), engine.document(&article));
        for sentence in &eager.sentences {
            sentence.parsed();
        }
        // Checks of facts read names, and parse every sentence for that.
        let options = LintOptions { resolve_overlaps: false, ..LintOptions::default() }
            .selecting(&rules, |rule| rule.body(&rules).is_some_and(is_spare));
        assert_eq!(
            lint(&article, &lazy, &rules, &options),
            lint(&article, &eager, &rules, &options),
            "{text}"
        );
        spared += lazy.sentences.iter().filter(|s| s.parsed.get().is_none()).count();
    }
    assert!(spared > 100, "only {spared} sentences were spared the parse");
}
