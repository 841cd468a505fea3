//! Character references (`&amp;`, `&eacute`, `&#8217;`), with the bytes that each takes.

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};
use std::borrow::Cow;
use std::convert::Infallible;

/// The longest name of HTML, `CounterClockwiseContourIntegral;`, has 32 characters.
const LONGEST: usize = 40;

/// The value of the reference that `text` starts with and the bytes it takes; `None` if it starts with
/// none. References without a semicolon end where HTML says they do.
pub(super) fn decode(text: &str) -> Option<(Cow<'static, str>, usize)> {
    let reference = candidate(text)?;
    let known = match reference {
        "&amp;" => Some("&"),
        "&lt;" => Some("<"),
        "&gt;" => Some(">"),
        "&quot;" => Some("\""),
        "&nbsp;" => Some("\u{A0}"),
        _ => None,
    };
    if let Some(value) = known {
        return Some((Cow::Borrowed(value), reference.len()));
    }
    let mut value = resolve(reference);
    if value.is_empty() || value == reference {
        return None;
    }
    // In `&notit;` only `&not` is the reference: the rest comes out as it went in.
    let first = value.chars().next().map_or(0, char::len_utf8);
    let pairs = value.bytes().skip(first).rev().zip(reference.bytes().rev());
    let rest = pairs.take_while(|(a, b)| a == b).count();
    value.truncate(value.len() - rest);
    Some((Cow::Owned(value), reference.len() - rest))
}

/// The text with all its references decoded.
pub fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let (value, taken) = decode(from).unwrap_or((Cow::Borrowed("&"), 1));
        out.push_str(&value);
        rest = from.get(taken..).unwrap_or("");
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The bytes that may be a reference: `&`, a name or number, and a semicolon if there is one.
fn candidate(text: &str) -> Option<&str> {
    let bytes = text.as_bytes();
    let after = text.strip_prefix('&')?;
    let numeric = after.starts_with('#');
    let name = after.bytes().skip(usize::from(numeric)).take_while(u8::is_ascii_alphanumeric).count();
    if name == 0 || name > LONGEST && !numeric {
        return None;
    }
    let end = 1 + usize::from(numeric) + name;
    text.get(..end + usize::from(bytes.get(end) == Some(&b';')))
}

fn resolve(reference: &str) -> String {
    let mut value = String::new();
    let emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| {
        if let CallbackEvent::String { value: text } = event {
            value.push_str(&String::from_utf8_lossy(text));
        }
        None::<Infallible>
    });
    let Ok(()) = Tokenizer::new_with_emitter(reference, emitter).finish();
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unescaping_leaves_all_else() {
        assert_eq!(unescape("R&amp;D &amp; &quot;é&quot; & AT&T &#39;"), "R&D & \"é\" & AT&T '");
        assert!(matches!(unescape("no reference"), Cow::Borrowed(_)));
    }

    #[test]
    fn references_take_the_bytes_that_html_says() {
        let cases = [
            ("&amp;x", Some(("&", 5))),
            ("&ampx", Some(("&", 4))),
            ("&eacute;s", Some(("é", 8))),
            ("&eacutes", Some(("é", 7))),
            ("&notit;", Some(("¬", 4))),
            ("&notin;", Some(("∉", 7))),
            ("&semi;", Some((";", 6))),
            ("&fjlig;", Some(("fj", 7))),
            ("&NotEqualTilde;", Some(("≂̸", 15))),
            ("&#8217;s", Some(("’", 7))),
            ("&#8217s", Some(("’", 6))),
            ("&#x2019;", Some(("’", 8))),
            ("&#57a", Some(("9", 4))),
            ("&#146;", Some(("’", 6))),
            ("&#0;", Some(("\u{FFFD}", 4))),
            ("&#xD800;", Some(("\u{FFFD}", 8))),
            ("&#99999999999;", Some(("\u{FFFD}", 14))),
            ("&unknown;", None),
            ("& b", None),
            ("&#;", None),
            ("&", None),
            ("x", None),
        ];
        for (text, expected) in cases {
            let got = decode(text);
            assert_eq!(got.as_ref().map(|(v, n)| (v.as_ref(), *n)), expected, "{text}");
        }
    }
}
