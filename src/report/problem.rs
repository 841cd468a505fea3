//! Mistakes in rule files, each with a caret.

use super::text::Layout;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use std::ops::Range;

/// A mistake in a rule file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake<'a> {
    /// The file.
    pub path: &'a str,
    /// Its content.
    pub text: &'a str,
    /// The bytes that are wrong.
    pub at: Range<usize>,
    /// What is wrong, in one line.
    pub message: &'a str,
    /// Said at the caret; may be empty.
    pub label: &'a str,
    /// What to do about it.
    pub help: Option<&'a str>,
}

/// One block, as compilers print it, with a blank line after it.
pub fn render(mistake: &Mistake<'_>, layout: Layout) -> String {
    let renderer = if layout.color { Renderer::styled() } else { Renderer::plain() };
    let (text, at) = (mistake.text, &mistake.at);
    let start = text.floor_char_boundary(at.start);
    let end = text.ceil_char_boundary(at.end.min(text.len())).max(start);
    // A caret at one line is enough to find a mistake that spans many, such as a whole rule.
    let end = text.get(start..end).and_then(|t| t.find('\n')).map_or(end, |line| start + line);
    let annotation = AnnotationKind::Primary.span(start..end);
    let annotation = match mistake.label {
        "" => annotation,
        label => annotation.label(label),
    };
    let snippet = Snippet::source(text).path(mistake.path).annotation(annotation);
    let mut group: Group<'_> = Level::ERROR.primary_title(mistake.message).element(snippet);
    if let Some(help) = mistake.help {
        group = group.element(Level::HELP.message(help));
    }
    let mut out = String::new();
    for line in renderer.term_width(layout.width).render(&[group]).lines() {
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sample(text: &str, at: Range<usize>) -> String {
        let mistake = Mistake {
            path: "rules/a.toml",
            text,
            at,
            message: "unknown list `@obstacle`",
            label: "no such list",
            help: Some("did you mean `@obstacles`?"),
        };
        render(&mistake, Layout::default())
    }

    #[test]
    fn a_caret_and_a_remedy() {
        let expected = "\
error: unknown list `@obstacle`
 --> rules/a.toml:2:22
  |
2 | frame = \"abolish obj:@obstacle\"
  |                      ^^^^^^^^^ no such list
  |
  = help: did you mean `@obstacles`?

";
        assert_eq!(sample("id = \"x\"\nframe = \"abolish obj:@obstacle\"\n", 30..39), expected);
    }

    proptest! {
        #[test]
        fn any_place_in_any_file_renders(text in "(\\PC|\n){0,40}", start in 0usize..200, len in 0usize..50) {
            prop_assert!(sample(&text, start..start + len).contains("rules/a.toml"));
        }
    }
}
