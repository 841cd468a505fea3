//! The texts of a corpus, one after the other: files, folders, and records of `.jsonl` in any field.

use super::super::args::InputArgs;
use super::super::failure::Failure;
use super::super::input::{Input, inputs};
use crate::article::Article;
use crate::article::html::unescape;
use crate::article::jsonl::{LINE_LIMIT, Lines};
use crate::report::corpus::Place;
use crate::source::{ARTICLE_LIMIT, Format, Source};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

/// Fields that hold the text where none is named, in this order.
const USUAL_FIELDS: [&str; 2] = ["text", "hyps"];

/// One text of a corpus.
pub struct CorpusText<'a> {
    /// Where it stands.
    pub place: &'a Place,
    /// The text that spans count bytes of.
    pub source: &'a str,
    /// The same in blocks.
    pub article: &'a Article,
}

/// What became of one input, or of one text of it.
pub enum Event<'a> {
    /// A text.
    Text(CorpusText<'a>),
    /// An input or a line cannot be read; the others go on.
    Failed(Failure),
    /// No record of an input has the field.
    NoText(Failure),
}

/// What to take from the records of `.jsonl`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fields<'a> {
    /// The field that holds the text; where it is an object (`{"system": "text", …}`), each distinct text in
    /// it counts. `None` for the usual ones.
    pub name: Option<&'a str>,
    /// Whether character references (`&quot;`) are decoded first.
    pub unescape: bool,
}

/// Reads all inputs.
///
/// # Errors
/// There is nothing to read, or what `visit` returns.
pub fn read(
    args: &InputArgs,
    fields: Fields<'_>,
    visit: &mut dyn FnMut(Event<'_>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    for input in inputs(args)? {
        match input {
            Ok(Input::Stdin) if args.stdin_format == Format::Jsonl => {
                records(io::stdin().lock(), &args.stdin_name, fields, visit)?;
            }
            Ok(Input::Stdin) => {
                let format = args.stdin_format;
                whole(Source::load(io::stdin().lock(), &args.stdin_name, format, ARTICLE_LIMIT), visit)?;
            }
            Ok(Input::File { path, format: Format::Jsonl }) => file(&path, fields, visit)?,
            Ok(Input::File { path, format }) => whole(Source::open(&path, format, ARTICLE_LIMIT), visit)?,
            Err(failure) => visit(Event::Failed(failure))?,
        }
    }
    Ok(())
}

/// Reads one `.jsonl` file.
///
/// # Errors
/// What `visit` returns; a file that cannot be read is an event.
pub fn file(
    path: &Path,
    fields: Fields<'_>,
    visit: &mut dyn FnMut(Event<'_>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let name = path.display().to_string();
    match File::open(path) {
        Ok(file) => records(BufReader::new(file), &name, fields, visit),
        Err(error) => visit(Event::Failed(Failure::new(format!("{name}: cannot be read: {error}")))),
    }
}

fn whole(
    source: Result<Source, crate::source::ReadError>,
    visit: &mut dyn FnMut(Event<'_>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    match source {
        Ok(source) => {
            let place = Place { path: source.name, ..Place::default() };
            let article = Article::read(&source.text, source.format);
            visit(Event::Text(CorpusText { place: &place, source: &source.text, article: &article }))
        }
        Err(error) => visit(Event::Failed(error.into())),
    }
}

fn records(
    input: impl BufRead,
    name: &str,
    fields: Fields<'_>,
    visit: &mut dyn FnMut(Event<'_>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut any_text = false;
    let mut known: Option<Vec<String>> = None;
    for line in Lines::<_, Map<String, Value>>::new(input, name, LINE_LIMIT) {
        let (line, record) = match line {
            Ok(line) => line,
            Err(error) => {
                visit(Event::Failed(error.into()))?;
                continue;
            }
        };
        known.get_or_insert_with(|| record.keys().cloned().collect());
        let id = match record.get("id") {
            Some(Value::String(id)) => Some(id.clone()),
            Some(Value::Number(id)) => Some(id.to_string()),
            _ => None,
        };
        for (variant, text) in texts(&record, fields) {
            any_text = true;
            let variant = variant.map(str::to_owned);
            let place = Place { path: name.to_owned(), line: Some(line), id: id.clone(), variant };
            let article = Article::read(&text, Format::Text);
            visit(Event::Text(CorpusText { place: &place, source: &text, article: &article }))?;
        }
    }
    match known {
        Some(known) if !any_text => visit(Event::NoText(no_text(name, fields.name, &known))),
        _ => Ok(()),
    }
}

fn no_text(name: &str, field: Option<&str>, known: &[String]) -> Failure {
    let wanted = field.map_or_else(|| "`text` or `hyps`".to_owned(), |field| format!("`{field}`"));
    let failure = Failure::new(format!("{name}: no record has a text in {wanted}"));
    failure.help(format!("name the field with --field; the first record has: {}", known.join(", ")))
}

/// The texts of a record; several where the field is an object, each with the first key that has it.
fn texts<'r>(record: &'r Map<String, Value>, fields: Fields<'_>) -> Vec<(Option<&'r str>, Cow<'r, str>)> {
    let value = match fields.name {
        Some(field) => record.get(field),
        None => USUAL_FIELDS.iter().find_map(|field| record.get(*field)),
    };
    let read = |text: &'r str| if fields.unescape { unescape(text) } else { Cow::Borrowed(text) };
    match value {
        Some(Value::String(text)) => vec![(None, read(text))],
        Some(Value::Object(variants)) => {
            let mut all: Vec<(Option<&str>, Cow<'_, str>)> = Vec::with_capacity(variants.len());
            for (key, text) in variants {
                // Systems often agree to the letter; the same text twice is no second piece of evidence.
                let text = text.as_str().map(read).filter(|text| all.iter().all(|(_, other)| other != text));
                all.extend(text.map(|text| (Some(key.as_str()), text)));
            }
            all
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_texts_of_a_record() {
        let record: Map<String, Value> = serde_json::from_str(
            "{\"id\": 1, \"hyps\": {\"b\": \"A&amp;B\", \"a\": \"A&amp;B\", \"c\": \"A&B\", \"d\": null}, \"reference\": \"C\"}",
        )
        .unwrap();
        let of = |name, unescape| -> Vec<(Option<&str>, String)> {
            let all = texts(&record, Fields { name, unescape });
            all.into_iter().map(|(variant, text)| (variant, text.into_owned())).collect()
        };
        let own = |text: &str| text.to_owned();
        assert_eq!(of(None, false), [(Some("a"), own("A&amp;B")), (Some("c"), own("A&B"))]);
        assert_eq!(of(None, true), [(Some("a"), own("A&B"))]);
        assert_eq!(of(Some("reference"), true), [(None, own("C"))]);
        assert!(of(Some("id"), true).is_empty(), "a number is no text");
        assert!(of(Some("text"), true).is_empty());
    }
}
