//! Any input through every reader: no panic, and every span of block text leads back to the input.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use traduce::article::{Article, Block, jsonl};
use traduce::source::{Format, Source};
use traduce::span::Span;

/// Text in which markup, white space, entities and letters of all widths meet.
fn markup() -> impl Strategy<Value = String> {
    let parts = prop::sample::select(vec![
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<i lang=fr>",
        "</i>",
        "<br>",
        "<div hidden>",
        "</div>",
        "<pre>",
        "</pre>",
        "<article>",
        "</article>",
        "<title>",
        "</title>",
        "<script>",
        "</script>",
        "<li>",
        "<svg/>",
        "<!--",
        "-->",
        "<code>",
        "</code>",
        "<",
        ">",
        "&amp;",
        "&eacute;",
        "&notit;",
        "&#8217;",
        "&#x1F600;",
        "&#0",
        "&shy;",
        "&",
        "&nbsp;",
        "\u{AD}",
        " ",
        "  ",
        "\n",
        "\r\n",
        "\n\n",
        "\t",
        "\u{A0}",
        "\u{FEFF}",
        "\u{2028}",
        "# ",
        "> ",
        "- ",
        "1. ",
        "*",
        "**",
        "`",
        "\\",
        "\\*",
        "[a](b)",
        "![",
        "](",
        "|",
        "\n|-|-|\n",
        "---\n",
        "```\n",
        "[^1]",
        "word",
        "é",
        "日本",
        "🙂",
        "e\u{301}",
        "The talks failed.",
        "Subscribe to continue reading",
        "Connect.",
        "\0",
    ]);
    prop::collection::vec(parts, 0..40).prop_map(|parts| parts.concat())
}

fn anything() -> impl Strategy<Value = String> {
    prop_oneof![markup(), any::<String>(), "(?s)[ -~\n]{0,200}"]
}

fn check(text: &str, block: &Block) {
    let map = &block.map;
    assert!(!block.text.trim().is_empty(), "{text:?}");
    assert_eq!(block.text.trim(), block.text, "{text:?}");
    let mut end = 0;
    let mut source_end = 0;
    for piece in &map.pieces {
        assert_eq!(piece.text_start, end, "pieces tile the text of {text:?}");
        assert!(piece.text_len > 0);
        assert!(piece.source_start >= source_end, "pieces in order: {text:?} {map:?}");
        end += piece.text_len;
        source_end = piece.source_start + piece.source_len;
        let shown = Span::new(piece.text_start, end).of(&block.text);
        let written = Span::new(piece.source_start, source_end).of(text);
        assert!(!shown.is_empty() && !written.is_empty(), "character boundaries: {text:?} {map:?}");
        if piece.verbatim {
            assert_eq!(shown, written, "{text:?}");
        }
    }
    assert_eq!(end as usize, block.text.len());
    let bounds: Vec<u32> = (0..=end).filter(|&i| block.text.is_char_boundary(i as usize)).collect();
    for (index, &from) in bounds.iter().enumerate() {
        for &to in bounds.iter().skip(index).take(9) {
            let span = Span::new(from, to);
            let source = map.to_source(span);
            assert!(text.get(source.range()).is_some(), "{text:?} {span:?} {source:?}");
            assert_eq!(span.is_empty(), source.is_empty(), "{text:?} {span:?} {source:?}");
            if map.is_verbatim(span) && !span.is_empty() {
                assert_eq!(span.of(&block.text), source.of(text));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_reader_maps_back(text in anything()) {
        for format in Format::ALL {
            let article = Article::read(&text, format);
            let mut end = 0;
            for block in &article.blocks {
                check(&text, block);
                if format == Format::Text {
                    let start = block.map.to_source(Span::new(0, 1)).start;
                    prop_assert!(start >= end, "blocks do not overlap");
                    end = block.map.to_source(Span::new(0, block.text.len() as u32)).end;
                }
            }
        }
    }

    #[test]
    fn plain_text_loses_nothing_but_white_space_and_markers(text in "[A-Za-zé.,\n ]{0,300}") {
        let letters = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let article = Article::read(&text, Format::Text);
        let read: String = article.blocks.iter().map(|b| letters(&b.text)).collect();
        prop_assert_eq!(read, letters(&text));
    }

    #[test]
    fn html_entities_are_the_characters_they_name(text in "[a-z<>&\"é’ ]{0,60}") {
        let written: String = text
            .chars()
            .map(|c| match c {
                '<' => "&lt;".into(),
                '>' => "&#62;".into(),
                '&' => "&amp;".into(),
                '"' => "&quot;".into(),
                'é' => "&eacute;".into(),
                '’' => "&#x2019;".into(),
                c => String::from(c),
            })
            .collect();
        let shown = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let article = Article::read(&written, Format::Html);
        let read: Vec<_> = article.blocks.iter().map(|b| b.text.as_str()).collect();
        prop_assert_eq!(read.concat(), shown);
    }

    /// The tokeniser's positions are right: no part of a tag gets into the text, nothing is lost.
    #[test]
    fn html_tags_are_no_text(
        parts in prop::collection::vec((prop::sample::select(vec![
            "<p>", "</p>", "<b class='a>b'>", "</b>", "<br/>", "<div\nid=x>", "</div>", "<li>", "<!-- c -->", "<!>",
            "</x y>", "<a href=?a&amp;b>", "<td>", "<hr>", "<?php ?>", " ", "\r\n", "",
        ]), prop::sample::select(vec!["word", "é", "日本", "&amp;", "&eacute", "& ", "&#x41;", "a&b", "\n", ""])), 0..30)
    ) {
        let input: String = parts.iter().flat_map(|(tag, text)| [*tag, *text, " "]).collect();
        let shown: String = parts.iter().map(|(_, text)| text.trim()).collect();
        let shown = shown.replace("&eacute", "é").replace("&#x41;", "A").replace("&amp;", "&");
        let article = Article::read(&input, Format::Html);
        let read: String = article.blocks.iter().map(|b| b.text.as_str()).collect();
        prop_assert_eq!(read.split_whitespace().collect::<String>(), shown);
    }

    #[test]
    fn any_bytes_load_or_say_why(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        for format in Format::ALL {
            match Source::load(bytes.as_slice(), "in", format, 100) {
                Ok(source) => {
                    prop_assert_eq!(source.text.as_bytes(), &bytes);
                    Article::read(&source.text, format).blocks.iter().for_each(|b| check(&source.text, b));
                }
                Err(error) => prop_assert!(error.to_string().starts_with("in:")),
            }
        }
    }

    #[test]
    fn any_jsonl_gives_one_result_a_line(
        lines in prop::collection::vec(prop_oneof![
            any::<String>().prop_map(|s| s.into_bytes()),
            prop::collection::vec(any::<u8>(), 0..60),
            anything().prop_map(|text| serde_json::json!({ "id": 1, "text": text }).to_string().into_bytes()),
        ], 0..12)
    ) {
        let lines: Vec<Vec<u8>> =
            lines.into_iter().map(|line| line.into_iter().filter(|&b| b != b'\n').collect()).collect();
        let input = lines.join(&b'\n');
        let results: Vec<_> = jsonl::Reader::new(input.as_slice(), "in", 500).collect();
        prop_assert!(results.len() <= lines.len());
        let mut last = 0;
        for result in results {
            let line = match &result {
                Ok(record) => {
                    record.article().blocks.iter().for_each(|b| check(&record.text, b));
                    record.line
                }
                Err(error) => error.problem.position().unwrap().0,
            };
            prop_assert!(line > last);
            last = line;
        }
    }
}
