//! From one input to its articles: a file holds one, `.jsonl` many.

use super::args::InputArgs;
use super::failure::Failure;
use super::input::Input;
use super::output::Output;
use super::team::originals;
use crate::article::jsonl::{LINE_LIMIT, Reader};
use crate::article::{Article, BlockKind};
use crate::compare::Original;
use crate::report::Origin;
use crate::source::{ARTICLE_LIMIT, Format, Source};
use std::fs::File;
use std::io::{self, BufReader, Read};

/// An article with the text that its offsets count in.
pub struct Reading<'a> {
    /// Where it comes from.
    pub origin: Origin<'a>,
    /// The original text.
    pub text: &'a str,
    /// The article, without text of the website where that is not wanted.
    pub article: Article,
    /// What a record says that it was translated from.
    pub original: Option<Original>,
}

/// Calls `each` for the articles of an input, in order. An article that cannot be read is reported; the others
/// go on. Gives whether any could not be read.
///
/// # Errors
/// What `each` reports.
pub fn articles(
    input: &Input,
    args: &InputArgs,
    output: &mut Output,
    mut each: impl FnMut(&mut Output, &Reading<'_>) -> Result<(), Failure>,
) -> Result<bool, Failure> {
    let (name, format) = match input {
        Input::Stdin => (args.stdin_name.clone(), args.stdin_format),
        Input::File { path, format } => (path.display().to_string(), *format),
    };
    if format == Format::Jsonl {
        return match open(input, &name) {
            Ok(bytes) => records(bytes, &name, args, output, each),
            Err(failure) => {
                output.failure(&failure);
                Ok(true)
            }
        };
    }
    let source = match input {
        Input::Stdin => Source::load(io::stdin().lock(), &name, format, ARTICLE_LIMIT),
        Input::File { path, .. } => Source::open(path, format, ARTICLE_LIMIT),
    };
    match source {
        Ok(source) => {
            let article = wanted(Article::read(&source.text, format), args);
            let origin = Origin { path: &name, record: None };
            each(output, &Reading { origin, text: &source.text, article, original: None })?;
            Ok(false)
        }
        Err(error) => {
            output.failure(&error.into());
            Ok(true)
        }
    }
}

fn open(input: &Input, name: &str) -> Result<Box<dyn Read>, Failure> {
    Ok(match input {
        Input::Stdin => Box::new(io::stdin().lock()),
        Input::File { path, .. } => {
            Box::new(File::open(path).map_err(|e| Failure::new(format!("{name}: cannot be read: {e}")))?)
        }
    })
}

fn records(
    bytes: Box<dyn Read>,
    name: &str,
    args: &InputArgs,
    output: &mut Output,
    mut each: impl FnMut(&mut Output, &Reading<'_>) -> Result<(), Failure>,
) -> Result<bool, Failure> {
    let mut failed = false;
    for record in Reader::new(BufReader::new(bytes), name, LINE_LIMIT) {
        match record {
            Ok(record) => {
                let id = record.id.clone().unwrap_or_else(|| record.line.to_string());
                let origin = Origin { path: name, record: Some(&id) };
                let article = wanted(record.article(), args);
                let (original, _) = originals(&record, None);
                each(output, &Reading { origin, text: &record.text, article, original })?;
            }
            Err(error) => {
                failed = true;
                output.failure(&error.into());
            }
        }
    }
    Ok(failed)
}

/// The article, without text of the website if that is not wanted.
fn wanted(mut article: Article, args: &InputArgs) -> Article {
    if args.no_chrome {
        article.blocks.retain(|b| b.kind != BlockKind::Chrome);
    }
    article
}
