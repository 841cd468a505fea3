//! Changes the `text` of a `.jsonl` line and nothing else of it.

use serde::Deserialize;
use serde_json::value::RawValue;
use std::ops::Range;

#[derive(Deserialize)]
struct Line<'a> {
    #[serde(borrow)]
    text: &'a RawValue,
}

/// Where the value of `text` stands in a line, quotation marks included.
fn text_range(line: &str) -> Option<Range<usize>> {
    let value = serde_json::from_str::<Line<'_>>(line).ok()?.text.get();
    // The value borrows from the line, so its address tells where.
    let start = (value.as_ptr() as usize).checked_sub(line.as_ptr() as usize)?;
    let range = start..start + value.len();
    (line.get(range.clone()) == Some(value)).then_some(range)
}

/// The line with another text. Letters beyond ASCII are escaped if the line escaped them, too.
pub fn with_text(line: &str, text: &str) -> Option<String> {
    let range = text_range(line)?;
    let old = line.get(range.clone())?;
    let new = serde_json::to_string(text).ok()?;
    let new = if old.is_ascii() && old.contains("\\u") { to_ascii(&new) } else { new };
    Some([line.get(..range.start)?, &new, line.get(range.end..)?].concat())
}

fn to_ascii(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if c.is_ascii() {
            out.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    out
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn all_else_stays_byte_for_byte() {
        let line = "{ \"id\" : 1.50, \"text\":\"caf\u{e9}\",\"x\":[1,  {\"text\": \"inner\"}] }\r\n";
        let expected = line.replace("caf\u{e9}", "the \\\"caf\u{e9}\\\"");
        assert_eq!(with_text(line, "the \"caf\u{e9}\"").unwrap(), expected);
    }

    #[test]
    fn escapes_stay_escapes() {
        let line = "{\"text\": \"caf\\u00e9\"}";
        assert_eq!(with_text(line, "café 𝄞").unwrap(), "{\"text\": \"caf\\u00e9 \\ud834\\udd1e\"}");
    }

    proptest! {
        #[test]
        fn the_new_text_reads_back(old in "\\PC{0,20}", new in "\\PC{0,20}", indent in " {0,3}") {
            let line = format!("{indent}{{\"id\":7, \"text\" : {}, \"z\":\"\"}}", serde_json::to_string(&old).unwrap());
            let changed = with_text(&line, &new).unwrap();
            let value: serde_json::Value = serde_json::from_str(&changed).unwrap();
            prop_assert_eq!(value["text"].as_str(), Some(new.as_str()));
            prop_assert_eq!(with_text(&changed, &old), Some(line));
        }
    }
}
