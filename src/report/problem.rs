//! Mistakes in rule files, each with a caret.

use super::position::{ceil, floor};
use super::text::{Layout, wrap};
use crate::rule::problem::Problem;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::ops::Range;

/// One block, as compilers print it, with a blank line after it.
pub fn render(problem: &Problem, layout: Layout) -> String {
    let renderer = if layout.color { Renderer::styled() } else { Renderer::plain() };
    let title = Level::ERROR.primary_title(&*problem.message);
    let mut group: Group<'_> = if problem.source.is_empty() {
        title.element(Origin::path(&*problem.file))
    } else {
        let annotation = AnnotationKind::Primary.span(caret(problem));
        let annotation = match &*problem.label {
            "" => annotation,
            label => annotation.label(label),
        };
        title.element(Snippet::source(&*problem.source).path(&*problem.file).annotation(annotation))
    };
    if let Some(help) = &problem.help {
        group = group.element(Level::HELP.message(wrap(help, layout.width.saturating_sub(14))));
    }
    let mut out = String::new();
    for line in renderer.term_width(layout.width).render(&[group]).lines() {
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out.push('\n');
    out
}

/// What is underlined: on character boundaries and on one line, which is enough to find a mistake that spans
/// many, such as a whole rule.
fn caret(problem: &Problem) -> Range<usize> {
    let (text, at) = (&*problem.source, problem.span.range());
    let start = floor(text, at.start);
    let end = ceil(text, at.end).max(start);
    let line = text.get(start..end).and_then(|t| t.find('\n'));
    start..line.map_or(end, |line| start + line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;
    use proptest::prelude::*;

    fn sample(text: &str, at: Range<usize>) -> String {
        let problem = Problem {
            file: "rules/a.toml".to_owned(),
            source: text.into(),
            span: Span { start: at.start as u32, end: at.end as u32 },
            message: "unknown list `@obstacle`".to_owned(),
            label: "no such list".to_owned(),
            help: Some("did you mean `@obstacles`?".to_owned()),
        };
        render(&problem, Layout::default())
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
