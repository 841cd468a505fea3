//! Findings for an editor at a terminal: the sentence, the reason, the source phrase, the fix as a change.

use super::Origin;
use super::clip::{Clip, clip};
use super::position::{Locator, Position};
use crate::finding::{Edit, Finding, Safety, Severity, Suggestion};
use annotate_snippets::{AnnotationKind, Group, Level, Origin as Place, Patch, Renderer, Snippet};
use unicode_width::UnicodeWidthStr;

/// How findings are laid out.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// Columns of the terminal.
    pub width: usize,
    /// Whether to emit ANSI colours.
    pub color: bool,
}

impl Default for Layout {
    fn default() -> Self {
        Self { width: 100, color: false }
    }
}

/// The gutter with the line number, and air on the right.
const GUTTER: usize = 8;
/// A `why` longer than this is left to `traduce explain`.
const SHORT_WHY: usize = 240;

/// One block a finding, a blank line after each. `text` is the original input of the findings' spans.
pub fn render(origin: Origin<'_>, text: &str, findings: &[Finding], layout: Layout) -> String {
    let renderer = if layout.color { Renderer::styled() } else { Renderer::plain() };
    // The clip keeps the width; the renderer would cut a second time, in the middle of words.
    let renderer = renderer.term_width(usize::from(u16::MAX));
    let width = layout.width.max(40).saturating_sub(GUTTER);
    let mut locator = Locator::new(text);
    let mut out = String::new();
    for finding in findings {
        let position = locator.locate(finding.span.start);
        let groups = groups(origin, text, finding, position, width);
        push_compact(&mut out, &renderer.render(&groups));
        out.push('\n');
    }
    out
}

/// Title with place, annotated sentence with notes, change.
fn groups<'a>(
    origin: Origin<'a>,
    text: &str,
    finding: &'a Finding,
    position: Position,
    width: usize,
) -> Vec<Group<'a>> {
    let best = finding.suggestions.first();
    let edits = best.map_or(&[][..], |s| &s.edits);
    let whole = edits.iter().fold(finding.span, |hull, e| hull.hull(e.span));
    // One window for sentence and change, so that they line up, unless the change lies too far off.
    let focus = if whole.len() as usize <= width { whole } else { finding.span };
    let shown = clip(text, focus, width.saturating_sub(growth(text, edits)));

    // The place stands in a group of its own: the renderer would count columns within the clip.
    let place = Place::path(place_name(origin)).line(position.line).char_column(position.column);
    let title = level(finding.severity).primary_title(readable(&finding.message)).id(finding.rule.as_str());
    let snippet = Snippet::source(shown.text.clone())
        .line_start(position.line)
        .annotation(AnnotationKind::Primary.span(shown.carry(finding.span)));
    let mut sentence = Group::with_level(level(finding.severity)).element(snippet);
    for (name, note) in notes(finding) {
        let indent = name.chars().count() + 4;
        let note = wrap(&note, width.saturating_sub(indent));
        sentence = sentence.element(Level::NOTE.with_name(Some(name)).message(note));
    }
    let mut groups = vec![title.element(place), sentence];
    if let Some(best) = best {
        groups.push(change(best, &finding.suggestions, &shown, position.line));
    }
    groups
}

/// How many columns the edits add.
fn growth(text: &str, edits: &[Edit]) -> usize {
    let added: usize = edits.iter().map(|e| e.text.width()).sum();
    added.saturating_sub(edits.iter().map(|e| e.span.of(text).width()).sum())
}

/// The best suggestion as removed and added line; further ones by their words.
fn change<'a>(best: &Suggestion, all: &[Suggestion], shown: &Clip, line: usize) -> Group<'a> {
    let name = match best.safety {
        Safety::Safe => "fix",
        Safety::Offer => "suggestion",
    };
    let words: Vec<String> = all.iter().map(|s| title(&s.title)).collect();
    let title = Level::HELP.with_name(Some(name)).secondary_title(words.join(" or "));
    let in_order = best.edits.windows(2).all(|pair| match pair {
        [a, b] => a.span.end <= b.span.start,
        _ => true,
    });
    if !in_order || best.edits.iter().any(|e| !shown.shows(e.span)) {
        return Group::with_title(title);
    }
    let patch = |edit: &Edit| Patch::new(shown.carry(edit.span), edit.text.replace(['\n', '\r'], " "));
    title.element(Snippet::source(shown.text.clone()).line_start(line).patches(best.edits.iter().map(patch)))
}

fn title(words: &str) -> String {
    if words.is_empty() { "leave it out".to_owned() } else { format!("“{words}”") }
}

/// Source phrase and reason, each with its label.
fn notes(finding: &Finding) -> Vec<(String, String)> {
    let mut notes = Vec::new();
    if let Some(phrase) = &finding.source_phrase {
        // Many phrases say their language themselves.
        let tagged = finding.pivot.iter().any(|code| phrase.contains(&format!("({code}")));
        let name = if tagged || finding.pivot.is_empty() {
            "source phrase".to_owned()
        } else {
            format!("source phrase ({})", finding.pivot.join(", "))
        };
        notes.push((name, phrase.clone()));
    }
    if let Some(why) = finding.why.as_ref().filter(|why| why.len() <= SHORT_WHY) {
        notes.push(("why".to_owned(), readable(why)));
    }
    notes
}

/// `path`, or `path#record` for a record of a `.jsonl` file.
pub fn place_name(origin: Origin<'_>) -> String {
    match origin.record {
        Some(record) => format!("{}#{record}", origin.path),
        None => origin.path.to_owned(),
    }
}

/// The marks of a rule's message (`*right word*`, backquotes around what stands there) as quotation marks.
pub fn readable(message: &str) -> String {
    let mut out = String::with_capacity(message.len());
    let (mut starred, mut ticked) = (false, false);
    for c in message.chars() {
        let open = match c {
            '*' => &mut starred,
            '`' => &mut ticked,
            _ => {
                out.push(c);
                continue;
            }
        };
        *open = !*open;
        out.push(if *open { '“' } else { '”' });
    }
    out
}

/// Breaks lines between words; words longer than `width` columns stay whole.
pub fn wrap(text: &str, width: usize) -> String {
    let mut out = String::with_capacity(text.len());
    let mut column = 0;
    for word in text.split_whitespace() {
        let len = word.chars().count();
        if column > 0 && column + 1 + len > width {
            out.push('\n');
            column = 0;
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += len;
    }
    out
}

const fn level<'a>(severity: Severity) -> Level<'a> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    }
}

/// Two groups meet in two equal gutter lines, and an empty gutter ends the last one: one is enough, and none.
fn push_compact(out: &mut String, rendered: &str) {
    let lines = rendered.lines().map(str::trim_end);
    let mut kept: Vec<&str> = Vec::new();
    for line in lines {
        if kept.last() != Some(&line) {
            kept.push(line);
        }
    }
    let is_gutter = |line: &str| anstream::adapter::strip_str(line).to_string().trim() == "|";
    if kept.last().is_some_and(|line| is_gutter(line)) {
        kept.pop();
    }
    for line in kept {
        out.push_str(line);
        out.push('\n');
    }
}
