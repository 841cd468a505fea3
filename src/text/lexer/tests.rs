#![allow(clippy::unwrap_used)]
use super::*;
use crate::text::Case;
use proptest::prelude::*;

fn words(text: &str) -> String {
    lex(text).iter().map(|t| t.span.of(text)).collect::<Vec<_>>().join("|")
}

#[test]
fn tokens_follow_the_treebanks() {
    let table = [
        ("Moscow's army won't, can't, doesn’t", "Moscow|'s|army|wo|n't|,|ca|n't|,|does|n’t"),
        ("I'm, they've, we’ll, he'd, you're", "I|'m|,|they|'ve|,|we|’ll|,|he|'d|,|you|'re"),
        ("DON'T and the troops' flags", "DO|N'T|and|the|troops|'|flags"),
        ("he'd've; I cannot; gonna", "he|'d|'ve|;|I|can|not|;|gon|na"),
        ("does n't, Moscow 's", "does|n't|,|Moscow|'s"),
        (
            "a cross-border, small -scale, large- scale raid",
            "a|cross-border|,|small|-|scale|,|large|-|scale|raid",
        ),
        ("state-of-the-art and/or km/h", "state-of-the-art|and/or|km/h"),
        (
            "O'Neill, Jong-un, d’Ivoire, o'clock, rock'n'roll",
            "O'Neill|,|Jong-un|,|d’Ivoire|,|o'clock|,|rock'n'roll",
        ),
        ("the U.S. and U.S.-led, U.S.A. U.N", "the|U.S.|and|U.S.-led|,|U.S.A.|U.N"),
        ("Mr. Smith, at 5 a.m. on Jan. 3", "Mr.|Smith|,|at|5|a.m.|on|Jan.|3"),
        ("No. 5 or No. Never", "No.|5|or|No|.|Never"),
        ("Vladimir V. Putin; plan B. The end", "Vladimir|V.|Putin|;|plan|B|.|The|end"),
        ("than I. Peter", "than|I|.|Peter"),
        ("Ph.D. e.g. etc.", "Ph.D.|e.g.|etc."),
        ("3.5% of $1.13bn, US$5", "3.5|%|of|$|1.13bn|,|US$|5"),
        ("16:30 1,200. 3/4 2024-03-05", "16:30|1,200|.|3/4|2024-03-05"),
        ("2019-20, 10–15, 5-1", "2019|-|20|,|10|–|15|,|5|-|1"),
        ("F-16 1990s 23rd G7 COVID-19 T-72B3", "F-16|1990s|23rd|G7|COVID-19|T-72B3"),
        ("a 10-year-old, the '90s, .5 more", "a|10-year-old|,|the|'90s|,|.5|more"),
        ("-5 °C, +3", "-|5|°|C|,|+|3"),
        ("well... yes… no -- or —", "well|...|yes|…|no|--|or|—"),
        ("«Oui» „ja“ “yes” \"no\"", "«|Oui|»|„|ja|“|“|yes|”|\"|no|\""),
        ("&quot;It&#39;s&quot; &amp; AT&T, R&D", "&quot;|It|&#39;|s|&quot;|&amp;|AT&T|,|R&D"),
        (
            "see https://example.org/a?b=c, www.example.org.",
            "see|https://example.org/a?b=c|,|www.example.org|.",
        ),
        ("desk@example.org @press #news #1", "desk@example.org|@press|#news|#|1"),
        ("Example.com. report.pdf, war.The", "Example.com|.|report.pdf|,|war|.|The"),
        ("Москва 北京 الجيش", "Москва|北京|الجيش"),
        ("cafe\u{301} co\u{ad}op", "cafe\u{301}|co\u{ad}op"),
        ("Wait?! (yes)", "Wait|?|!|(|yes|)"),
        ("Kill 'em all", "Kill|'em|all"),
        ("Reuters/Ipsos poll", "Reuters|/|Ipsos|poll"),
        ("''Quoted'' ``so''", "''|Quoted|''|``|so|''"),
        ("", ""),
        (" \n\u{a0} ", ""),
    ];
    for (text, expected) in table {
        assert_eq!(words(text), expected, "{text}");
    }
}

#[test]
fn kinds_and_cases() {
    use TokenKind::*;
    let table = [
        ("cross-border", Word, Case::Lower),
        ("U.S.", Word, Case::Upper),
        ("O'Neill", Word, Case::Title),
        ("Saint-Denis", Word, Case::Title),
        ("A", Word, Case::Title),
        ("DeepState", Word, Case::Mixed),
        ("iPhone", Word, Case::Mixed),
        ("McDonald", Word, Case::Mixed),
        ("1.13bn", Alphanumeric, Case::Lower),
        ("F-16", Alphanumeric, Case::Title),
        ("1,200", Number, Case::None),
        ("北京", Word, Case::None),
        ("...", Punctuation, Case::None),
        ("€", Symbol, Case::None),
        ("&quot;", Symbol, Case::Lower),
        ("@press", Url, Case::Lower),
    ];
    for (text, kind, case) in table {
        let tokens = lex(text);
        assert_eq!(tokens.len(), 1, "{text}");
        assert_eq!((tokens[0].kind, tokens[0].case), (kind, case), "{text}");
    }
}

#[test]
fn space_before_shows_torn_hyphens() {
    let spaces = |text: &str| lex(text).iter().map(|t| t.space_before).collect::<Vec<_>>();
    assert_eq!(spaces("small -scale"), [true, true, false]);
    assert_eq!(spaces("Moscow's"), [true, false]);
}

#[test]
fn long_runs_are_lexed_in_linear_time() {
    // Each would take hours if a production looked ahead without a bound.
    for unit in [
        "a", "a.", "A.", "-", "a-", "'", "a'", "&", "&a", "@", "a@", "#", "1", "1,", ".1", "1-", "www.", ".",
        "(", "\"", " ", "A. ", "é", "中",
    ] {
        let text = unit.repeat(1_000_000 / unit.len());
        let tokens = lex(&text);
        assert!(tokens.len() <= text.len());
    }
}

proptest! {
    #[test]
    fn tokens_tile_any_text(text in "\\PC*|[a-zA-Z0-9 .,'’\"@&#;:/$-]*|(\\PC|[\\n'.a-cA-C-])*") {
        let tokens = lex(&text);
        let mut end = 0;
        for (i, token) in tokens.iter().enumerate() {
            let (from, to) = (token.span.start as usize, token.span.end as usize);
            prop_assert!(from >= end && to > from);
            let gap = text.get(end..from).unwrap();
            prop_assert!(gap.chars().all(char::is_whitespace));
            prop_assert_eq!(token.space_before, i == 0 || !gap.is_empty());
            prop_assert!(text.get(from..to).unwrap().chars().all(|c| !c.is_whitespace()));
            end = to;
        }
        prop_assert!(text.get(end..).unwrap().chars().all(char::is_whitespace));
    }
}
