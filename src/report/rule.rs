//! Rules in print.

use super::summary::{count, language, thousands};
use super::table;
use super::text::{Layout, readable, wrap};
use crate::finding::{Confidence, Kind, Safety, Severity};
use crate::rule::confidence::Evidence;
use crate::rule::rates::Counts;
use crate::rule::{Matcher, Rule, RuleSet};
use serde::Serialize;

/// All about one rule: what it says and why, what it looks for, its examples, where it stands.
pub fn explain(rules: &RuleSet, rule: &Rule, layout: Layout) -> String {
    let bold = |text: &str| if layout.color { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text.to_owned() };
    let mut out = format!("{}\n{}\n\n", bold(&rule.id), readable(&unfilled(&rule.message_text)));
    let mut rows: Vec<(&str, String)> = vec![
        ("kind", rule.kind.name().to_owned()),
        ("severity", rule.severity.name().to_owned()),
        ("confidence", confidence(rule)),
    ];
    if let Evidence::Measured(counts) = &rule.evidence {
        rows.push(("measured", measured(counts)));
    }
    let pivot: Vec<&str> = rule.pivot.iter().map(|code| language(code)).collect();
    rows.push(("arises in", if pivot.is_empty() { "any language".to_owned() } else { pivot.join(", ") }));
    rows.extend(rule.source.as_ref().map(|source| ("source phrase", source.to_string())));
    rows.extend(rule.why.as_ref().map(|why| ("why", readable(why))));
    let body = rule.body(rules);
    for (matcher, source) in body.iter().flat_map(|body| body.matchers.iter().zip(&body.sources)) {
        let name = match matcher {
            Matcher::Pattern(_) => "pattern",
            Matcher::Frame(_) => "frame",
            Matcher::Check(..) => "check",
        };
        rows.push((name, source.to_string()));
    }
    let fix = match (body.map_or(0, |body| body.suggest.len()), rule.safety) {
        (0, _) => "none".to_owned(),
        (_, Safety::Safe) => "safe, applied by `traduce fix`".to_owned(),
        (_, Safety::Offer) => "offered, applied by `traduce fix --offer`".to_owned(),
    };
    rows.push(("fix", fix));
    let (file, line) = rules.position(rule, rule.at);
    rows.push(("file", format!("{file}:{line}")));
    rows.push(("", String::new()));
    for bad in body.iter().flat_map(|body| &body.bad) {
        rows.push(("bad", marked(&bad.marked.text, bad.marked.marks.iter().map(|m| m.range()))));
        rows.extend(bad.fix.as_ref().map(|fix| ("→", fix.to_string())));
    }
    rows.extend(body.iter().flat_map(|body| &body.good).map(|good| ("good", good.text.to_string())));
    out.push_str(&fields(&rows, layout.width));
    out
}

/// A message with `…` where a finding has words of the text; `remove~$verb` stays *remove*.
fn unfilled(template: &str) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('$') {
        let word = |c: char| c.is_alphanumeric() || c == '_';
        let mut tail = after.trim_start_matches(word);
        // A form (`.pl`), but not the full stop of the sentence.
        while let Some(form) = tail.strip_prefix('.').filter(|form| form.starts_with(word)) {
            tail = form.trim_start_matches(word);
        }
        match before.strip_suffix('~') {
            Some(lemma) => out.push_str(lemma),
            None => out.extend([before, "…"]),
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// The text with brackets around what is flagged, as in the rule file.
fn marked(text: &str, marks: impl Iterator<Item = std::ops::Range<usize>>) -> String {
    let mut out = String::new();
    let mut at = 0;
    for mark in marks {
        out.push_str(text.get(at..mark.start).unwrap_or(""));
        out.push_str(&format!("[[{}]]", text.get(mark.clone()).unwrap_or("")));
        at = mark.end;
    }
    out.push_str(text.get(at..).unwrap_or(""));
    out
}

/// Names on the left, wrapped values on the right.
fn fields(rows: &[(&str, String)], width: usize) -> String {
    let indent = rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0) + 2;
    let mut out = String::new();
    for (name, value) in rows {
        let wrapped = wrap(value, width.saturating_sub(indent).max(20));
        let mut lines = wrapped.lines();
        out.push_str(format!("{name:<indent$}{}", lines.next().unwrap_or("")).trim_end());
        out.push('\n');
        for line in lines {
            out.push_str(&format!("{:indent$}{line}\n", ""));
        }
    }
    out
}

fn confidence(rule: &Rule) -> String {
    let reason = match &rule.evidence {
        Evidence::None => "not measured".to_owned(),
        Evidence::Unmeasured => "not measured yet".to_owned(),
        Evidence::Changed => "changed since it was measured".to_owned(),
        Evidence::Measured(counts) if counts.is_silent() => "it has never fired".to_owned(),
        Evidence::Measured(counts) => {
            format!("an estimated {:.0}% of its findings are right", 100.0 * counts.precision())
        }
    };
    let shown = if rule.confidence == Confidence::Low { "; reported only with --all" } else { "" };
    format!("{} ({reason}){shown}", rule.confidence.name())
}

/// `2 in 716,807 words of human English; 41 in 2.4 million words of machine translation; …`
fn measured(counts: &Counts) -> String {
    let (human, human_words) = counts.human();
    let mut parts = Vec::new();
    for (hits, words, what) in [
        (human, human_words, "human English"),
        (counts.translated_hits, counts.translated_words, "machine translation"),
    ] {
        if words > 0 {
            parts.push(format!("{} in {} of {what}", thousands(hits), words_in_print(words)));
        }
    }
    if counts.human_slips > 0 {
        parts.push(format!(
            "{} of those in human English are slips of the writers",
            thousands(counts.human_slips)
        ));
    }
    if counts.gold_right + counts.gold_false > 0 {
        let (right, wrong) = (thousands(counts.gold_right), thousands(counts.gold_false));
        parts.push(format!("{right} right and {wrong} false in annotated passages"));
    }
    parts.join("; ")
}

/// `716,807 words`, `2.4 million words`.
fn words_in_print(words: u64) -> String {
    if words < 1_000_000 { count(words, "word") } else { format!("{:.1} million words", words as f64 / 1e6) }
}

/// One rule a line, with how many there are. Behind the confidence stand the hits in human English and in
/// machine translation.
pub fn table(rules: &[&Rule]) -> String {
    let rows = rules.iter().map(|rule| {
        let confidence = rule.confidence.name().to_owned();
        let hits = match &rule.evidence {
            Evidence::Measured(c) => format!("{}:{}", thousands(c.human().0), thousands(c.translated_hits)),
            _ => "–".to_owned(),
        };
        let pivot = if rule.pivot.is_empty() { "any".to_owned() } else { rule.pivot.join(",") };
        vec![
            rule.id.to_string(),
            rule.kind.name().to_owned(),
            rule.severity.name().to_owned(),
            confidence,
            hits,
            pivot,
            readable(&unfilled(&rule.message_text)),
        ]
    });
    format!("{}{}\n", table::table(rows), count(rules.len() as u64, "rule"))
}

#[derive(Serialize)]
struct Measured<'a> {
    precision: f64,
    #[serde(flatten)]
    counts: &'a Counts,
}

#[derive(Serialize)]
struct Line<'a> {
    rule: &'a str,
    kind: Kind,
    severity: Severity,
    confidence: Confidence,
    #[serde(skip_serializing_if = "Option::is_none")]
    measured: Option<Measured<'a>>,
    pivot: &'a [std::borrow::Cow<'static, str>],
    #[serde(skip_serializing_if = "Option::is_none")]
    source_phrase: Option<&'a str>,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'a str>,
    safety: Safety,
    mqm: &'a str,
    its: &'a str,
    file: &'a str,
    line: usize,
}

/// One JSON object a line.
///
/// # Errors
/// None that can be expected: all values are strings and numbers.
pub fn json_lines(rules: &RuleSet, chosen: &[&Rule]) -> std::io::Result<String> {
    let mut out = String::new();
    for rule in chosen {
        let (file, line) = rules.position(rule, rule.at);
        let entry = Line {
            rule: &rule.id,
            kind: rule.kind,
            severity: rule.severity,
            confidence: rule.confidence,
            measured: match &rule.evidence {
                Evidence::Measured(counts) => Some(Measured { precision: counts.precision(), counts }),
                _ => None,
            },
            pivot: &rule.pivot,
            source_phrase: rule.source.as_deref(),
            message: &rule.message_text,
            why: rule.why.as_deref(),
            safety: rule.safety,
            mqm: rule.kind.mqm(),
            its: rule.kind.its(),
            file,
            line,
        };
        out.push_str(&serde_json::to_string(&entry)?);
        out.push('\n');
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::unfilled;

    #[test]
    fn a_message_without_a_text_has_gaps() {
        for (template, shown) in [
            ("not `$verb`", "not `…`"),
            ("*remove~$verb*, not `$verb`", "*remove*, not `…`"),
            ("say *$n.pl $x*.", "say *… …*."),
            ("it costs $", "it costs …"),
            ("nothing", "nothing"),
        ] {
            assert_eq!(unfilled(template), shown);
        }
    }
}
