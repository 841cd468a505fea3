#![allow(clippy::unwrap_used)]

use super::*;
use crate::article::BlockKind::{self, Caption, Chrome, Heading, ListItem, Paragraph, Quote};
use crate::span::Span;

fn texts(input: &str) -> Vec<(BlockKind, String)> {
    read(input).blocks.into_iter().map(|b| (b.kind, b.text)).collect()
}

fn are(input: &str, expected: &[(BlockKind, &str)]) {
    let expected: Vec<_> = expected.iter().map(|(k, t)| (*k, (*t).to_owned())).collect();
    assert_eq!(texts(input), expected, "{input}");
}

#[test]
fn block_elements_split_blocks() {
    are(
        "<!doctype html><title>Harbour | News</title><h1>The <i>harbour</i></h1><p>It  reopened\n on \
         <b>Monday</b>.<p>Ships wait.<ul><li>one<li>two</ul><blockquote><p>No one was hurt.</blockquote>\
         <figure><img alt=x><figcaption>A crane</figcaption></figure><table><tr><td>c<td><p>Long text.</table>",
        &[
            (Heading, "The harbour"),
            (Paragraph, "It reopened on Monday."),
            (Paragraph, "Ships wait."),
            (ListItem, "one"),
            (ListItem, "two"),
            (Quote, "No one was hurt."),
            (Caption, "A crane"),
            (Caption, "c"),
            (Paragraph, "Long text."),
        ],
    );
}

#[test]
fn the_title_is_read_only_without_a_headline() {
    are("<title>Harbour reopens</title><p>Text.", &[(Heading, "Harbour reopens"), (Paragraph, "Text.")]);
}

#[test]
fn what_is_no_prose_is_left_out() {
    are(
        "<style>p { x }</style><script>if (a < b) { '<p>' }</script><p>Seen.<p hidden>Not seen.<p \
         style='display: none'>Nor this.<noscript><p>Nor that.</noscript><svg><text>x</text></svg><svg/>\
         <p>Seen too.<!-- not --></p>",
        &[(Paragraph, "Seen."), (Paragraph, "Seen too.")],
    );
}

#[test]
fn website_elements_are_chrome() {
    are(
        "<body><header><p>The Daily</header><nav><a>Home</a></nav><p>Text.</p><div class='share-bar x'>Tell \
         all</div><button>Go</button><footer>Imprint</footer>",
        &[
            (Chrome, "The Daily"),
            (Chrome, "Home"),
            (Paragraph, "Text."),
            (Chrome, "Tell all"),
            (Chrome, "Go"),
            (Chrome, "Imprint"),
        ],
    );
    are("<body><form><p>Wrapped page.</p></form>", &[(Paragraph, "Wrapped page.")]);
}

#[test]
fn the_article_restricts() {
    are(
        "<body><p>Weather today.</p><main><h1>Head</h1><p>Teaser of the day.</p><article><header><h2>Sub</h2></header>\
         <p>The story is here.</p></article></main><article>Other.</article>",
        &[(Heading, "Head"), (Heading, "Sub"), (Paragraph, "The story is here.")],
    );
    are("<p>Out.</p><main><p>The story.</p></main>", &[(Paragraph, "The story.")]);
}

#[test]
fn other_languages_are_left_out() {
    are(
        "<html lang=fr><p>An English text.<p lang='fr-CA'>Un texte.<div lang=en-GB>More.</div>",
        &[(Paragraph, "An English text."), (Paragraph, "More.")],
    );
    are(
        "<p>A so-called <i lang=fr>coup <b>de</b> main</i> failed.",
        &[(Paragraph, "A so-called \u{FFFC} failed.")],
    );
}

#[test]
fn line_breaks() {
    are("<p>One<br>two <br/>three<br><br>\nfour", &[(Paragraph, "One\ntwo\nthree"), (Paragraph, "four")]);
    are("<pre>a\n  b</pre>", &[(Paragraph, "a\n  b")]);
}

fn comes_from(input: &str, words: &str, source: &str) {
    let article = read(input);
    let block = article.blocks.first().unwrap();
    let start = block.text.find(words).unwrap_or_else(|| panic!("{:?}", block.text)) as u32;
    let span = block.map.to_source(Span::new(start, start + words.len() as u32));
    assert_eq!(span.of(input), source, "{input} {:?}", block.map);
}

#[test]
fn spans_stay_exact() {
    comes_from("<p>The <b>prime</b> minister", "prime minister", "prime</b> minister");
    comes_from("<p>R&amp;D costs", "R&D", "R&amp;D");
    comes_from("<p>R&amp;D costs", "costs", "costs");
    comes_from("<p>Caf&#233; &eacute;t&eacute", "été", "&eacute;t&eacute");
    comes_from("<p>The\n   talks", "The talks", "The\n   talks");
    comes_from("<p>5&nbsp;km &lt; 6", "km < 6", "km &lt; 6");
    comes_from("<p>inter&shy;nat\u{AD}ional talks", "international", "inter&shy;nat\u{AD}ional");
    comes_from("<p>A <i lang=fr>coup</i> came", "\u{FFFC}", "<i lang=fr>coup</i>");
    comes_from("<p>a < b & c", "a < b & c", "a < b & c");
    comes_from("<title>x</title><h1>A<br>b", "A\nb", "A<br>b");
}

#[test]
fn malformed_markup_does_no_harm() {
    are("</p></div><p>One</b> two</i>.</p", &[(Paragraph, "One two.")]);
    are("<p>One <a href='x>two</a>.<p>Three", &[(Paragraph, "One")]);
    are("<p>1 <2 3>", &[(Paragraph, "1 <2 3>")]);
    let deep = format!("{}text{}", "<div>".repeat(5000), "</p></div>".repeat(5000));
    are(&deep, &[(Paragraph, "text")]);
}
